//! The memory and the history as expressions see them.
//!
//! Owns their form as values, kept from turn to turn: only what changed is written anew. It must never
//! choose an entry or a message; what is not asked for by any expression is not made.

use serde_json::{Map, Value as Json, json};

use crate::agent::input::TurnInput;
use crate::check::reader::Sees;
use crate::turn::kept::cut;

/// What differs from the turn before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct News {
    /// Anything at all.
    pub any: bool,
    /// What is remembered of the user.
    pub memory: bool,
    /// How many messages of the history are as they were, from the first one on.
    pub history: usize,
}

/// The memory and the history of a turn.
#[derive(Debug, Default)]
pub(crate) struct Roots {
    memory: Map<String, Json>,
    /// Whether the memory is that of the turn.
    remembers: bool,
    /// The messages that expressions have looked at.
    history: Vec<Json>,
}

impl Roots {
    /// Brings both up to a turn, as far as expressions look at them.
    pub(crate) fn follow(&mut self, sees: Sees, input: &TurnInput, news: News) {
        self.remembers &= !news.memory;
        if sees.memory && !self.remembers {
            self.memory = match serde_json::to_value(&input.memory) {
                Ok(Json::Object(memory)) => memory,
                _ => Map::new(),
            };
            self.remembers = true;
        }
        cut(&mut self.history, news.history);
        if sees.history {
            let new = input.history.iter().skip(self.history.len());
            let written = new.map(
                |message| json!({"role": message.role.as_str(), "content": message.content.text()}),
            );
            self.history.extend(written);
        }
    }

    pub(crate) fn memory(&self) -> &Map<String, Json> {
        &self.memory
    }

    pub(crate) fn history(&self) -> &[Json] {
        &self.history
    }
}
