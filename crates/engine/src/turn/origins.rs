//! The table of sources.
//!
//! Owns what the numbers in rendered runs mean. Numbers are never published: a manifest names what
//! they stand for. It must never give a number a second meaning.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::text::origin::SourceId;

/// Where bytes came from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
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
    /// Something that was said in this turn behind the user's message.
    Round {
        /// Its place among them, counted from 0.
        index: usize,
    },
}

/// The source of what the engine writes.
pub const ENGINE: SourceId = SourceId(0);

/// The source of values of the configuration.
pub const CONFIG: SourceId = SourceId(1);

/// The source of the user's message.
pub const MESSAGE: SourceId = SourceId(2);

/// From this number on, sources are messages of the history, in their order.
const HISTORY: u32 = 1 << 31;

/// The table. It only ever grows, and the same origin always has the same number in it, so that text
/// that is kept from turn to turn keeps its account.
#[derive(Clone, Debug)]
pub struct Origins {
    list: Vec<Origin>,
    known: BTreeMap<(Origin, Form), SourceId>,
}

/// [`Origins::add`] to a table that others may still read: it is copied only where they do.
pub(crate) fn add(origins: &mut Arc<Origins>, origin: Origin, form: Form) -> SourceId {
    let known = origins.known.get(&(origin.clone(), form)).copied();
    known.unwrap_or_else(|| Arc::make_mut(origins).add(origin, form))
}

/// The source of the values of slots.
pub(crate) fn slots(origins: &mut Arc<Origins>) -> SourceId {
    add(origins, Origin::Context { name: "slots".into() }, Form::Plain)
}

/// In which form an origin prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// The text itself, or any part of it.
    Plain,
    /// A value's display, which is fenced as one.
    Block,
}

impl Default for Origins {
    fn default() -> Self {
        let list = vec![Origin::Engine, Origin::Config, Origin::Message];
        Self { list, known: BTreeMap::new() }
    }
}

impl Origins {
    /// The number of a source, a new one where it has none yet.
    pub fn add(&mut self, origin: Origin, form: Form) -> SourceId {
        let next = SourceId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        let known = self.known.entry((origin, form));
        if let Entry::Vacant(_) = &known {
            self.list.push(known.key().0.clone());
        }
        *known.or_insert(next)
    }

    /// The number of a message of the history.
    #[must_use]
    pub fn history(index: usize) -> SourceId {
        SourceId(HISTORY | u32::try_from(index).unwrap_or(HISTORY))
    }

    /// The meaning of a number. One that was never given out is the engine's.
    #[must_use]
    pub fn of(&self, source: SourceId) -> Cow<'_, Origin> {
        match source.0.checked_sub(HISTORY).and_then(|index| usize::try_from(index).ok()) {
            Some(index) => Cow::Owned(Origin::History { index }),
            None => {
                let found = usize::try_from(source.0).ok().and_then(|at| self.list.get(at));
                Cow::Borrowed(found.unwrap_or(&Origin::Engine))
            }
        }
    }

    /// How many numbers were given out.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
    }

    /// What a value's fence is called.
    #[must_use]
    pub fn fence_name(&self, source: SourceId) -> &str {
        match self.list.get(usize::try_from(source.0).unwrap_or(usize::MAX)) {
            Some(Origin::Context { name }) => name,
            // Results of actions; `text::fence` knows the name.
            Some(Origin::Round { .. }) => "tool_results",
            _ => "data",
        }
    }
}
