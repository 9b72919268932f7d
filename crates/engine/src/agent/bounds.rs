//! How far one turn may go.
//!
//! Owns the bounds of the calls that a turn makes beyond its first one. It must never count them: that
//! is for the turn.

use crate::agent::decode::Decoder;
use crate::agent::yaml::Node;

/// The most rounds that an agent may allow.
const MOST_ROUNDS: u32 = 16;

/// How far one turn may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// How often the model is asked again after it was given the results of actions.
    pub rounds: u32,
    /// How often it is asked again after an answer that cannot be taken.
    pub reasks: u32,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { rounds: 3, reasks: 1 }
    }
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Bounds {
    let mut bounds = Bounds::default();
    let Some(mut fields) = decoder.fields(node, "`turn`") else {
        return bounds;
    };
    for (key, value) in [("rounds", &mut bounds.rounds), ("reasks", &mut bounds.reasks)] {
        let Some(node) = fields.get(key) else { continue };
        let Some(given) = decoder.integer(node, 0) else { continue };
        *value = given.min(MOST_ROUNDS);
        if given > MOST_ROUNDS {
            let message = format!("`{key}` is at most {MOST_ROUNDS}");
            let help = "A turn asks the model a few times; more is a loop.";
            decoder.error_with("format.range", &node.span, message, help);
        }
    }
    fields.finish(decoder);
    bounds
}
