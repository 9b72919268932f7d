//! The table of sources of one assembly.
//!
//! Owns what the numbers in rendered runs mean. It must never be shared between assemblies: numbers
//! are given out in the order of first use, so that the same input has the same table.

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::origin::SourceId;

/// Where bytes came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "from", rename_all = "lowercase")]
pub enum Origin {
    /// The engine: separators, fences, lists of actions.
    Engine,
    /// A version of a prompt.
    Prompt {
        /// Its name.
        name: String,
        /// Its number; none for a draft.
        version: Option<u32>,
    },
    /// A context key.
    Context {
        /// Its name.
        name: String,
    },
    /// The agent's configuration.
    Config,
    /// Text of the agent's file, such as a layer's header.
    Agent {
        /// What it is.
        name: String,
    },
    /// A message of the history.
    History {
        /// Its place in the history as it was given, counted from 0.
        index: usize,
    },
    /// The user's message.
    Message,
}

/// The source of what the engine writes.
pub const ENGINE: SourceId = SourceId(0);

/// The source of values of the configuration.
pub const CONFIG: SourceId = SourceId(1);

/// The table.
#[derive(Clone, Debug)]
pub struct Origins {
    list: Vec<Origin>,
}

impl Default for Origins {
    fn default() -> Self {
        Self { list: vec![Origin::Engine, Origin::Config] }
    }
}

impl Origins {
    /// Adds a source; the same origin may have several numbers.
    pub fn add(&mut self, origin: Origin) -> SourceId {
        self.list.push(origin);
        SourceId(u32::try_from(self.list.len() - 1).unwrap_or(u32::MAX))
    }

    /// The meaning of a number. One that was never given out is the engine's.
    #[must_use]
    pub fn of(&self, source: SourceId) -> &Origin {
        usize::try_from(source.0).ok().and_then(|at| self.list.get(at)).unwrap_or(&Origin::Engine)
    }

    /// What a value's fence is called.
    #[must_use]
    pub fn fence_name(&self, source: SourceId) -> &str {
        match self.of(source) {
            Origin::Context { name } => name,
            Origin::History { .. } => "history",
            Origin::Message => "message",
            _ => "data",
        }
    }
}
