//! From layers to messages.
//!
//! Owns the table of where each channel goes for a provider's seating, and the accounts of joined
//! text: which bytes belong to which layer and which source. It must never leave a layer out: every
//! composed layer has exactly one seat.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde_json::Value as Json;

use crate::agent::input::Speaker;
use crate::agent::layer::Channel;
use crate::check::stability::Stability;
use crate::text::origin::SourceId;
use crate::turn::compose::{Composed, Composition, GAP};
use crate::turn::json::escape;
use crate::turn::measure::Scale;
use crate::turn::origins::ENGINE;
use crate::turn::passed::Passed;
use crate::turn::seating::{Role, Seating, TurnSeat};

/// The neutral line that stands for the user where the agent speaks first.
pub const OPENING: &str = "(There is no message from the user. It is your turn to speak.)";

/// What a model that takes no schema is told in front of it.
const SCHEMA: &str = "Answer with one JSON object of this schema and nothing around it:\n";

/// A message of the payload.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its role.
    pub role: Role,
    /// Its parts.
    pub parts: Vec<EntryPart>,
    /// What it comes from.
    pub place: Place,
    /// Tokens of the parts that are not text.
    pub other: u32,
}

/// What a message of the payload comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Layers; a text part without any is the engine's: the opening line, or a schema in words.
    Layers,
    /// The history: the place in it as it was given, counted from 0.
    History(usize),
    /// The user's message. What stands in front of it in the same message is layers.
    Message,
}

/// A part of a message.
#[derive(Clone, Debug)]
pub enum EntryPart {
    /// Text, with its account.
    Text(Arc<TextPart>),
    /// Anything else, passed through.
    Other(Passed),
}

/// A text part: what the model reads as one piece.
#[derive(Clone, Debug, Default)]
pub struct TextPart {
    /// The text.
    pub text: String,
    /// The sources of its bytes, in order, without gap or overlap.
    pub origins: Vec<(Range<usize>, SourceId)>,
    /// Which bytes belong to which layer; gaps count with the layer behind, one at the end with the last.
    /// None for text of the conversation.
    pub layers: Vec<LayerSpan>,
    /// Its tokens.
    pub tokens: u32,
    pub(crate) escaped: OnceLock<String>,
}

/// What a text of layers meets within the same message. Providers set the pieces of a message side by side
/// with nothing between them, so the text brings the gap along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Joints {
    /// Other text stands in front of it.
    before: bool,
    /// Other text stands behind it.
    behind: bool,
}

/// The bytes of a layer in a text part.
#[derive(Clone, Debug)]
pub struct LayerSpan {
    /// The layer's place among the selected ones.
    pub place: usize,
    /// Its bytes.
    pub range: Range<usize>,
    /// How long it stays the same where it stands.
    pub stability: Stability,
    /// Its share of the tokens.
    pub tokens: u32,
}

impl Entry {
    pub(crate) fn new(role: Role, parts: Vec<EntryPart>, place: Place, scale: &Scale<'_>) -> Self {
        let other = parts.iter().filter_map(|part| match part {
            EntryPart::Other(part) => Some(scale.part(part)),
            EntryPart::Text(_) => None,
        });
        Self { role, other: other.sum(), parts, place }
    }

    /// Its text parts, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Arc<TextPart>> {
        self.parts.iter().filter_map(|part| match part {
            EntryPart::Text(text) => Some(text),
            EntryPart::Other(_) => None,
        })
    }

    /// Whether it is the line that stands for a user who has not spoken.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.place == Place::Layers && self.texts().any(|text| text.layers.is_empty())
    }

    /// The layer that text without layers of its own belongs to, of the two that the conversation has.
    #[must_use]
    pub fn layer(&self, history: Option<usize>, message: Option<usize>) -> Option<usize> {
        match self.place {
            Place::Layers => None,
            Place::History(_) => history,
            Place::Message => message,
        }
    }
}

impl TextPart {
    /// The text as it stands between the quotes of a JSON string; made when it is first asked for.
    #[must_use]
    pub fn json(&self) -> &str {
        self.escaped.get_or_init(|| {
            let mut escaped = String::with_capacity(self.text.len() + self.text.len() / 32);
            escape(&self.text, &mut escaped);
            escaped
        })
    }

    /// A text with one source and no layer of its own.
    pub(crate) fn whole(text: String, source: SourceId, tokens: u32) -> Self {
        let origins = vec![(0..text.len(), source)];
        Self { text, origins, tokens, ..Self::default() }
    }

    /// The same text with another source.
    pub(crate) fn from(&self, source: SourceId) -> Self {
        Self { origins: vec![(0..self.text.len(), source)], ..self.clone() }
    }

    /// The text of layers, with the gaps to what stands beside it.
    fn of(layers: &[&Arc<Composed>], joints: Joints, scale: &mut Scale<'_>) -> Self {
        let mut part = Self::default();
        if joints.before {
            part.push_gap();
        }
        for layer in layers {
            part.append(layer);
        }
        // A layer's tokens include those of the gap before it.
        let (mut pieces, mut kept) = (Vec::new(), Vec::new());
        let mut at = 0;
        for (span, layer) in part.layers.iter().zip(layers) {
            pieces.push(part.text.get(at..span.range.start).unwrap_or_default());
            pieces.push(layer.text.text.as_str());
            kept.extend([None, Some(&layer.inside)]);
            at = span.range.end;
        }
        if joints.behind {
            pieces.push(GAP);
            kept.push(None);
        }
        let (total, shares) = scale.pieces(&pieces, &kept);
        part.tokens = total;
        for (span, shares) in part.layers.iter_mut().zip(shares.chunks(2)) {
            span.tokens = shares.iter().sum();
        }
        if joints.behind {
            part.push_gap();
            // The text behind has its own account, so the last layer here answers for the tokens of this gap.
            if let (Some(last), Some(share)) = (part.layers.last_mut(), shares.last()) {
                last.tokens += share;
            }
        }
        part
    }

    fn push_gap(&mut self) {
        let start = self.text.len();
        self.text.push_str(GAP);
        self.origins.push((start..self.text.len(), ENGINE));
    }

    fn append(&mut self, layer: &Composed) {
        if !self.layers.is_empty() {
            self.push_gap();
        }
        let start = self.text.len();
        self.text.push_str(&layer.text.text);
        let shifted = layer
            .text
            .ranges()
            .map(|(range, source)| (range.start + start..range.end + start, source));
        self.origins.extend(shifted);
        let range = start..self.text.len();
        let place = layer.index;
        // Whatever stands behind the history stands elsewhere in the next turn.
        let stability =
            if layer.channel == Channel::Turn { Stability::Turn } else { layer.stability };
        self.layers.push(LayerSpan { place, range, stability, tokens: 0 });
    }
}

/// Messages made of layers, kept from turn to turn: where the layers are the same, so is the message.
#[derive(Debug, Default)]
pub(crate) struct Seats {
    kept: Vec<Seat>,
}

#[derive(Debug)]
struct Seat {
    role: Role,
    layers: Vec<Arc<Composed>>,
    joints: Joints,
    entry: Arc<Entry>,
    /// Whether it was asked for since the last time that seats were cleared away.
    used: bool,
}

impl Seats {
    /// Forgets the messages that the last turn did not need.
    pub(crate) fn tidy(&mut self) {
        self.kept.retain_mut(|seat| std::mem::take(&mut seat.used));
    }

    fn entry(
        &mut self,
        role: Role,
        layers: &[&Arc<Composed>],
        joints: Joints,
        scale: &mut Scale<'_>,
    ) -> Option<Arc<Entry>> {
        if layers.is_empty() {
            return None;
        }
        let is_it = |seat: &&mut Seat| {
            let pairs = || seat.layers.iter().zip(layers);
            (seat.role, seat.joints) == (role, joints)
                && seat.layers.len() == layers.len()
                && pairs().all(|(kept, layer)| Arc::ptr_eq(kept, layer))
        };
        if let Some(seat) = self.kept.iter_mut().find(is_it) {
            seat.used = true;
            return Some(Arc::clone(&seat.entry));
        }
        let parts = vec![EntryPart::Text(Arc::new(TextPart::of(layers, joints, scale)))];
        let entry = Arc::new(Entry { role, parts, place: Place::Layers, other: 0 });
        let layers = layers.iter().map(|layer| Arc::clone(layer)).collect();
        let seat = Seat { role, layers, joints, entry: Arc::clone(&entry), used: true };
        self.kept.push(seat);
        Some(entry)
    }
}

/// Seats a composition. Layers that stay the same for differently long are messages `apart`, where the
/// provider caches up to marks between them. `words` is the schema of the answer, where the model is told
/// it in words: behind everything that stands above the conversation.
pub(crate) fn arrange(
    composition: &Composition,
    seating: &Seating,
    apart: bool,
    words: Option<&Json>,
    seats: &mut Seats,
    scale: &mut Scale<'_>,
) -> Vec<Arc<Entry>> {
    let mut entries = Vec::with_capacity(composition.history.len() + 5);
    let of = |channels: &[Channel]| -> Vec<&Arc<Composed>> {
        composition.layers.iter().filter(|layer| channels.contains(&layer.channel)).collect()
    };
    let mut above = vec![Channel::System];
    if seating.instructions {
        let own = of(&[Channel::Instructions]);
        entries.extend(seats.entry(Role::Instructions, &own, Joints::default(), scale));
    } else {
        above.insert(0, Channel::Instructions);
    }
    if !seating.developer {
        above.push(Channel::Developer);
    }
    let above = of(&above);
    for (at, block) in blocks(&above, apart).enumerate() {
        let joints = Joints { before: at > 0, behind: false };
        entries.extend(seats.entry(Role::System, block, joints, scale));
    }
    if seating.developer {
        let own = of(&[Channel::Developer]);
        entries.extend(seats.entry(Role::Developer, &own, Joints::default(), scale));
    }
    let joined = seating.turn == TurnSeat::WithMessage;
    entries.extend(words.map(|schema| spoken(schema, joined && !entries.is_empty(), scale)));
    let opens = composition.history.iter().find(|said| said.entry.is_some());
    if seating.user_first && opens.is_some_and(|said| said.speaker == Speaker::Assistant) {
        entries.push(opening(scale));
    }
    entries.extend(composition.history.iter().filter_map(|said| said.entry.clone()));
    let turn = of(&[Channel::Turn]);
    let message = composition.message.as_ref().and_then(|message| message.entry.clone());
    let last = entries.last().map(|entry| entry.role);
    let waits = matches!(last, Some(Role::User | Role::Tool));
    // Without a user's message the text of this turn is what the model is asked with.
    let role = match seating.turn {
        TurnSeat::System if composition.awaits => Role::System,
        _ => Role::User,
    };
    // Neighbours of one role are joined where `turn` has no message of its own.
    let joints = Joints {
        before: joined && last == Some(Role::User),
        behind: joined && (message.is_some() || (composition.awaits && !waits)),
    };
    let turn = seats.entry(role, &turn, joints, scale);
    match (turn, message) {
        (Some(turn), Some(message)) if joined => {
            let parts = turn.parts.iter().chain(&message.parts).cloned().collect();
            entries.push(Arc::new(Entry { parts, ..Entry::clone(&message) }));
        }
        (Some(turn), Some(message)) => entries.extend([turn, message]),
        (Some(turn), None) if !composition.awaits => entries.push(turn),
        (Some(turn), None) if waits => entries.push(turn),
        (Some(turn), None) if joined => {
            let mut parts = turn.parts.clone();
            parts.extend(opening(scale).parts.iter().cloned());
            entries.push(Arc::new(Entry { parts, ..Entry::clone(&turn) }));
        }
        (Some(turn), None) => entries.extend([turn, opening(scale)]),
        (None, Some(message)) => entries.push(message),
        (None, None) if waits => {}
        (None, None) => entries.push(opening(scale)),
    }
    entries
}

/// Blocks of layers that stay the same for equally long, or one block of all.
fn blocks<'l, 'c>(
    layers: &'l [&'c Arc<Composed>],
    apart: bool,
) -> impl Iterator<Item = &'l [&'c Arc<Composed>]> {
    let mut shortest = layers.first().map(|layer| layer.stability).unwrap_or_default();
    layers.chunk_by(move |_, next| {
        let same = next.stability <= shortest;
        shortest = shortest.max(next.stability);
        same || !apart
    })
}

/// The schema of an answer in words; `behind` other text of the system it begins with the gap between the two.
fn spoken(schema: &Json, behind: bool, scale: &mut Scale<'_>) -> Arc<Entry> {
    let gap = if behind { GAP } else { "" };
    by_engine(Role::System, format!("{gap}{SCHEMA}{schema}"), scale)
}

fn opening(scale: &mut Scale<'_>) -> Arc<Entry> {
    by_engine(Role::User, OPENING.to_owned(), scale)
}

fn by_engine(role: Role, text: String, scale: &mut Scale<'_>) -> Arc<Entry> {
    let tokens = scale.text(&text);
    let part = EntryPart::Text(Arc::new(TextPart::whole(text, ENGINE, tokens)));
    Arc::new(Entry { role, parts: vec![part], place: Place::Layers, other: 0 })
}
