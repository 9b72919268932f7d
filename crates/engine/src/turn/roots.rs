//! The memory and the history as expressions see them.
//!
//! Owns their form as values, kept from turn to turn: only what changed is written anew. It must never
//! choose an entry or a message; what is not asked for by any expression is not made.

use serde_json::{Map, Value as Json, json};

use crate::agent::input::{Memory, Message, TurnInput};
use crate::check::compiled::Sees;

/// The memory and the history of a turn.
#[derive(Debug, Default)]
pub(crate) struct Roots {
    remembered: Option<Memory>,
    memory: Map<String, Json>,
    said: Vec<Message>,
    history: Vec<Json>,
}

impl Roots {
    /// Brings both up to a turn, as far as expressions look at them.
    pub(crate) fn follow(&mut self, sees: Sees, input: &TurnInput) {
        if sees.memory && self.remembered.as_ref() != Some(&input.memory) {
            self.memory = match serde_json::to_value(&input.memory) {
                Ok(Json::Object(memory)) => memory,
                _ => Map::new(),
            };
            self.remembered = Some(input.memory.clone());
        }
        if sees.history {
            let same = common(&self.said, &input.history);
            self.said.truncate(same);
            self.history.truncate(same);
            for message in input.history.iter().skip(same) {
                let text = message.content.text();
                self.history.push(json!({"role": message.role.as_str(), "content": text}));
                self.said.push(message.clone());
            }
        }
    }

    pub(crate) fn memory(&self) -> &Map<String, Json> {
        &self.memory
    }

    pub(crate) fn history(&self) -> &[Json] {
        &self.history
    }
}

/// How many messages both begin with.
pub(crate) fn common(kept: &[Message], given: &[Message]) -> usize {
    kept.iter().zip(given).take_while(|(kept, given)| kept == given).count()
}
