//! How long a text stays the same from turn to turn.
//!
//! Owns the judgement, made from names alone, that decides what a provider can cache. It must never
//! look at values: the same agent is judged the same in every turn.

use schemars::JsonSchema;
use serde::Serialize;

use crate::agent::Agent;
use crate::agent::state::Scope;
use crate::text::template::Name;

/// How long something stays the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stability {
    /// As long as the release does.
    #[default]
    Static,
    /// Usually as long as the session does.
    Session,
    /// Until the next turn.
    Turn,
}

/// The stability of whatever depends on these names.
#[must_use]
pub fn of_names<'n>(agent: &Agent, names: impl IntoIterator<Item = Name<'n>>) -> Stability {
    names.into_iter().map(|name| of_name(agent, &name)).max().unwrap_or_default()
}

fn of_name(agent: &Agent, name: &Name<'_>) -> Stability {
    match name.name {
        "config" | "item" | "params" => Stability::Static,
        "state" | "before" => match name.path.first() {
            Some(crate::text::template::Step::Key(key)) => of_state(agent, key),
            _ => Stability::Turn,
        },
        "message" | "history" | "memory" | "input" | "now" | "answer" | "new_id" => Stability::Turn,
        "slots" => Stability::Session,
        key => of_state(agent, key),
    }
}

fn of_state(agent: &Agent, key: &str) -> Stability {
    match agent.state_key(key).map(|key| key.scope) {
        Some(Scope::Turn) => Stability::Turn,
        _ => Stability::Session,
    }
}
