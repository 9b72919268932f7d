//! What expressions see of a turn.
//!
//! Owns the names: state keys by themselves, and the roots of the design's section 3. An isolated
//! view is made without memory, so that nothing evaluated with it can reach any. It must never change
//! what it shows.

use std::cell::OnceCell;

use serde_json::{Map, Value as Json};

use crate::agent::input::TurnInput;
use crate::agent::state::State;
use crate::text::origin::SourceId;
use crate::text::template::{Scope, Value};

/// The source of values that never reach a text directly.
pub(crate) const NOWHERE: SourceId = SourceId(0);

/// A view of a turn.
pub(crate) struct View<'a> {
    state: Json,
    before: Json,
    input: &'a TurnInput,
    given: Json,
    config: &'a Json,
    message: Option<Json>,
    now: Option<Json>,
    isolated: bool,
    history: OnceCell<Json>,
    memory: OnceCell<Json>,
}

impl<'a> View<'a> {
    pub(crate) fn new(
        input: &'a TurnInput,
        config: &'a Json,
        before: &State,
        state: &State,
    ) -> Self {
        Self {
            state: Json::Object(state.clone()),
            before: Json::Object(before.clone()),
            given: Json::Object(input.input.clone()),
            config,
            message: input.message.as_ref().map(|message| Json::String(message.text())),
            now: input.now.clone().map(Json::String),
            input,
            isolated: false,
            history: OnceCell::new(),
            memory: OnceCell::new(),
        }
    }

    /// The same view without any memory.
    pub(crate) fn isolated(mut self) -> Self {
        self.isolated = true;
        self.memory = OnceCell::from(Json::Object(Map::new()));
        self
    }

    /// Shows another state.
    pub(crate) fn set_state(&mut self, state: &State) {
        self.state = Json::Object(state.clone());
    }

    fn memory(&self) -> &Json {
        self.memory.get_or_init(|| {
            debug_assert!(!self.isolated, "an isolated view is made with an empty memory");
            serde_json::to_value(&self.input.memory).unwrap_or_default()
        })
    }

    fn history(&self) -> &Json {
        self.history.get_or_init(|| {
            let plain = |message: &crate::agent::input::Message| {
                serde_json::json!({"role": message.role.as_str(), "content": message.content.text()})
            };
            self.input.history.iter().map(plain).collect()
        })
    }
}

impl Scope for View<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        let found = match name {
            "state" => &self.state,
            "before" => &self.before,
            "input" => &self.given,
            "config" => self.config,
            "message" => self.message.as_ref()?,
            "now" => self.now.as_ref()?,
            "history" => self.history(),
            "memory" => self.memory(),
            key => self.state.get(key).filter(|value| !value.is_null())?,
        };
        Some(Value::json(found, NOWHERE, false))
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
