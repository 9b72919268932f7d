//! From layers to messages.
//!
//! Owns the table of where each channel goes for a provider's seating, and the messages that are kept from
//! turn to turn. It must never leave a layer out: every composed layer has exactly one seat.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::input::Speaker;
use crate::agent::layer::Channel;
use crate::turn::compose::Composition;
use crate::turn::compose::layer::{Composed, GAP};
use crate::turn::fit::joined::Joints;
use crate::turn::measure::Scale;
use crate::turn::message::entry::{Entry, EntryPart, Place, TextPart};
use crate::turn::message::seating::{Role, Seating, TurnSeat};
use crate::turn::origins::ENGINE;

/// The neutral line that stands for the user where the agent speaks first.
pub const OPENING: &str = "(There is no message from the user. It is your turn to speak.)";

/// What a model that takes no schema is told in front of it.
const SCHEMA: &str = "Answer with one JSON object of this schema and nothing around it:\n";

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
    entries.extend(composition.rounds.iter().filter_map(|said| said.entry.clone()));
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
