//! From layers to messages.
//!
//! Owns the table of where each channel goes for a provider's seating, and the accounts of joined
//! text: which bytes belong to which layer and which source. It must never leave a layer out: every
//! composed layer has exactly one seat.

use std::ops::Range;
use std::sync::OnceLock;

use crate::agent::input::Speaker;
use crate::agent::layer::Channel;
use crate::check::stability::Stability;
use crate::text::origin::SourceId;
use crate::turn::compose::{Composed, Composition, GAP};
use crate::turn::json::escape;
use crate::turn::origins::ENGINE;
use crate::turn::seating::{Role, Seating, TurnSeat};
use crate::turn::utterance::{Piece, Utterance};

/// The neutral line that stands for the user where the agent speaks first.
pub const OPENING: &str = "(The user has not written anything yet. It is your turn to speak.)";

/// A message of the payload.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its role.
    pub role: Role,
    /// Its parts.
    pub parts: Vec<EntryPart>,
    /// Its place in the history, when it comes from there.
    pub history: Option<usize>,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub enum EntryPart {
    /// Text, with its account.
    Text(TextPart),
    /// Anything else, passed through.
    Other(crate::agent::input::Part),
}

/// A text part: what the model reads as one piece.
#[derive(Clone, Debug, Default)]
pub struct TextPart {
    /// The text.
    pub text: String,
    /// The sources of its bytes, in order, without gap or overlap.
    pub origins: Vec<(Range<usize>, SourceId)>,
    /// Which bytes belong to which layer, by the layer's place; gaps belong to none.
    pub layers: Vec<(usize, Range<usize>, Stability)>,
    /// The text as it stands between the quotes of a JSON string; made when it is first asked for.
    pub escaped: OnceLock<String>,
}

impl TextPart {
    /// The text as it stands between the quotes of a JSON string. It is asked for when the part is
    /// complete.
    #[must_use]
    pub fn json(&self) -> &str {
        self.escaped.get_or_init(|| {
            let mut escaped = String::with_capacity(self.text.len() + self.text.len() / 32);
            escape(&self.text, &mut escaped);
            escaped
        })
    }

    fn push(&mut self, text: &str, source: SourceId) {
        let start = self.text.len();
        self.text.push_str(text);
        if !text.is_empty() {
            self.origins.push((start..self.text.len(), source));
        }
    }

    fn append(&mut self, layer: &Composed) {
        if !self.text.is_empty() {
            self.push(GAP, ENGINE);
        }
        let start = self.text.len();
        self.text.push_str(&layer.text.text);
        let shifted = layer
            .text
            .ranges()
            .map(|(range, source)| (range.start + start..range.end + start, source));
        self.origins.extend(shifted);
        self.layers.push((layer.index, start..self.text.len(), layer.stability));
    }

    fn of(layers: &[&Composed]) -> Option<Self> {
        let mut part = Self::default();
        layers.iter().for_each(|layer| part.append(layer));
        (!part.text.is_empty()).then_some(part)
    }

    fn whole(text: &str, source: SourceId) -> Self {
        let mut part = Self::default();
        part.push(text, source);
        part
    }
}

/// Seats a composition. `places` are the places of the history and message layers, for the account.
#[must_use]
pub fn arrange(composition: &Composition, seating: &Seating, places: &Places) -> Vec<Entry> {
    let of = |channels: &[Channel]| {
        let layers = composition.layers.iter().filter(|layer| channels.contains(&layer.channel));
        TextPart::of(&layers.collect::<Vec<_>>())
    };
    let text = |role: Role, part: TextPart| Entry {
        role,
        parts: vec![EntryPart::Text(part)],
        history: None,
    };
    let mut entries = Vec::new();
    if seating.developer {
        entries.extend(
            of(&[Channel::Instructions, Channel::System]).map(|part| text(Role::System, part)),
        );
        entries.extend(of(&[Channel::Developer]).map(|part| text(Role::Developer, part)));
    } else {
        let all = [Channel::Instructions, Channel::System, Channel::Developer];
        entries.extend(of(&all).map(|part| text(Role::System, part)));
    }
    let opens =
        composition.history.first().is_some_and(|first| first.speaker == Speaker::Assistant);
    if seating.user_first && opens {
        entries.push(text(Role::User, TextPart::whole(OPENING, ENGINE)));
    }
    for (index, utterance) in composition.history.iter().enumerate() {
        if let Some(entry) = speak(utterance, places.history, Stability::Session, Some(index)) {
            entries.push(entry);
        }
    }
    let turn = of(&[Channel::Turn]);
    let message = composition
        .message
        .as_ref()
        .and_then(|message| speak(message, places.message, Stability::Turn, None));
    let last = entries.last().map(|entry| entry.role);
    let waits = matches!(last, Some(Role::User | Role::Tool));
    match (turn, message) {
        (Some(turn), Some(mut message)) => match seating.turn {
            TurnSeat::System => {
                entries.push(text(Role::System, turn));
                entries.push(message);
            }
            TurnSeat::WithMessage => {
                message.parts.insert(0, EntryPart::Text(turn));
                entries.push(message);
            }
        },
        // Without a user's message the text of this turn is what the model is asked with.
        (Some(turn), None) if places.message.is_none() => entries.push(text(Role::User, turn)),
        (Some(turn), None) => match seating.turn {
            TurnSeat::System => {
                entries.push(text(Role::System, turn));
                if !waits {
                    entries.push(text(Role::User, TextPart::whole(OPENING, ENGINE)));
                }
            }
            TurnSeat::WithMessage => {
                let mut entry = text(Role::User, turn);
                if !waits {
                    entry.parts.push(EntryPart::Text(TextPart::whole(OPENING, ENGINE)));
                }
                entries.push(entry);
            }
        },
        (None, Some(message)) => entries.push(message),
        (None, None) if waits => {}
        (None, None) => entries.push(text(Role::User, TextPart::whole(OPENING, ENGINE))),
    }
    entries
}

/// The places of the conversation's layers among the selected ones.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// The history's.
    pub history: Option<usize>,
    /// The message's.
    pub message: Option<usize>,
}

/// A message without any content has no entry: providers refuse it.
fn speak(
    utterance: &Utterance,
    place: Option<usize>,
    stability: Stability,
    history: Option<usize>,
) -> Option<Entry> {
    let role = match utterance.speaker {
        Speaker::User => Role::User,
        Speaker::Assistant => Role::Assistant,
        Speaker::Tool => Role::Tool,
    };
    let mut parts = Vec::new();
    for piece in &utterance.parts {
        match piece {
            Piece::Text(text) if text.is_empty() => {}
            Piece::Text(text) => {
                let mut part = TextPart::whole(text, utterance.source);
                part.layers.extend(place.map(|place| (place, 0..text.len(), stability)));
                parts.push(EntryPart::Text(part));
            }
            Piece::Other(other) => parts.push(EntryPart::Other(other.clone())),
        }
    }
    (!parts.is_empty()).then_some(Entry { role, parts, history })
}
