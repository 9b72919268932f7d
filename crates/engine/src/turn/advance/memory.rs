//! What is remembered of a turn.
//!
//! Owns the screening of rules when they are written: a rule that is no style preference is dropped here
//! already, and told. It must never store anything.

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::rules::{Verdict, screen};
use crate::turn::compose::words::Dropped;
use crate::turn::gate::effect::Remembered;

/// The kind of memories that are rules.
const RULES: &str = "procedural";

/// What is to be stored, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Memories {
    /// What is to be stored.
    pub keep: Vec<Remembered>,
    /// Rules that are no style preferences, and why.
    pub dropped: Vec<Dropped>,
    /// How many were not kept because the session is incognito.
    pub incognito: usize,
}

/// Takes what actions gave to remember. Of an incognito session nothing is kept.
#[must_use]
pub fn memories(given: Vec<Remembered>, incognito: bool) -> Memories {
    let mut memories = Memories::default();
    if incognito {
        memories.incognito = given.len();
        return memories;
    }
    for memory in given {
        match screen(&memory.text) {
            Verdict::Drop { reason } if memory.kind == RULES => {
                let reason = reason.to_string();
                memories.dropped.push(Dropped { rule: memory.text, reason });
            }
            _ if memories.keep.contains(&memory) => {}
            _ => memories.keep.push(memory),
        }
    }
    memories
}
