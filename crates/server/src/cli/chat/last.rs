//! The last turn of a chat.
//!
//! Owns what is told of it. It must never change anything.

use proem::agent::state::State;
use proem::turn::course::Turn;
use proem::turn::course::outcome::Outcome;

/// The last turn.
pub(super) struct Last<'s> {
    pub turn: Turn<'s>,
    pub outcome: Outcome,
    /// The state at its beginning.
    pub before: State,
}
