//! What a caller may ask for beside the turn's input.
//!
//! Owns the shape. It must never decide what may be asked for: `select` refuses what reaches for the core.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::agent::exact::Exact;
use crate::agent::input::Message;
use crate::agent::name::PromptName;
use crate::agent::size::Size;
use crate::turn::gate::Rows;

/// What a caller may ask for beside the turn's input.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The call to assemble, instead of the turn's own.
    pub call: Option<String>,
    /// Another model than the agent's.
    pub model: Option<String>,
    /// The provider of that model, where its name does not tell.
    pub provider: Option<String>,
    /// Bodies that stand in for stored versions, by prompt. The core takes none.
    pub drafts: BTreeMap<PromptName, String>,
    /// What the host fetched, by context key.
    pub fetched: BTreeMap<String, Json>,
    /// The rows of the gate that are looked at.
    pub rows: Rows,
    /// What was said in this turn behind the user's message, in order.
    pub rounds: Vec<Round>,
}

/// Something that was said in a turn behind the user's message. None of it gives way.
#[derive(Clone, Debug, PartialEq)]
pub enum Round {
    /// What the model said, with the tools that it called.
    Model(Message),
    /// What its tools gave.
    Tools(Message),
    /// What actions gave that travel as fields of the answer, by action: the model reads it as data.
    Results(Vec<(String, String)>),
    /// What the engine says of an answer that cannot be taken as it is.
    Correction(String),
}

impl Size for Round {
    fn size(&self) -> usize {
        match self {
            Self::Model(message) | Self::Tools(message) => message.size(),
            Self::Results(results) => results.size(),
            Self::Correction(text) => text.size(),
        }
    }
}

impl Exact for Round {
    fn exact(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Model(one), Self::Model(two)) | (Self::Tools(one), Self::Tools(two)) => {
                one.exact(two)
            }
            (one, two) => one == two,
        }
    }
}
