//! What expressions see of a turn.
//!
//! Owns the names: state keys by themselves, and the roots of the design's section 3. An isolated
//! view is made without memory, so that nothing evaluated with it can reach any. It must never change
//! what it shows.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::agent::input::{Content, TurnInput};
use crate::agent::state::State;
use crate::text::origin::SourceId;
use crate::text::template::{Scope, Value};
use crate::turn::kept::roots::Roots;

/// The source of values that never reach a text directly.
pub(crate) const NOWHERE: SourceId = SourceId(0);

/// A view of a turn.
pub(crate) struct View<'a> {
    state: Arc<State>,
    before: Arc<State>,
    input: &'a TurnInput,
    config: &'a Json,
    message: Option<Cow<'a, str>>,
    roots: &'a Roots,
    /// What an isolated view shows instead of a memory.
    nothing: Option<Map<String, Json>>,
}

impl<'a> View<'a> {
    pub(crate) fn new(
        input: &'a TurnInput,
        config: &'a Json,
        roots: &'a Roots,
        before: &Arc<State>,
        state: &Arc<State>,
    ) -> Self {
        Self {
            state: Arc::clone(state),
            before: Arc::clone(before),
            message: input.message.as_ref().map(Content::text),
            input,
            config,
            roots,
            nothing: None,
        }
    }

    /// The same view without any memory.
    pub(crate) fn isolated(mut self) -> Self {
        self.nothing = Some(Map::new());
        self
    }

    /// Shows another state.
    pub(crate) fn set_state(&mut self, state: &Arc<State>) {
        self.state = Arc::clone(state);
    }
}

impl Scope for View<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        let map = |map| Value::map(map, NOWHERE, false);
        Some(match name {
            "state" => map(&self.state),
            "before" => map(&self.before),
            "input" => map(&self.input.input),
            "config" => Value::json(self.config, NOWHERE, false),
            "message" => Value::text(self.message.as_ref()?, NOWHERE, false),
            "now" => Value::text(self.input.now.as_ref()?, NOWHERE, false),
            "history" => Value::items(self.roots.history(), NOWHERE, false),
            "memory" => map(self.nothing.as_ref().unwrap_or_else(|| self.roots.memory())),
            key => {
                let value = self.state.get(key).filter(|value| !value.is_null())?;
                Value::json(value, NOWHERE, false)
            }
        })
    }
}

/// A scope with a few names more.
pub(crate) struct With<'a> {
    /// What it adds to.
    pub base: &'a dyn Scope,
    /// What it adds.
    pub extra: &'a [(&'a str, &'a Json)],
}

impl Scope for With<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        match self.extra.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => Some(Value::json(value, NOWHERE, false)),
            None => self.base.get(name),
        }
    }
}
