//! `advance`: the next state.
//!
//! Owns what a turn changes: where a conversation stands in its flow, what the engine itself says on the
//! way, what the host is told, and what is remembered. It must never judge an answer: what comes here was
//! allowed.

pub mod event;
pub(crate) mod flow;
pub(crate) mod ladder;
pub mod memory;
pub(crate) mod script;

use crate::agent::Agent;
use crate::agent::state::{Scope, State};

/// The state that the next turn begins with: values of the scope `turn` go back to their defaults.
#[must_use]
pub fn carried(agent: &Agent, state: &State) -> State {
    let stays = |key: &str| agent.state_key(key).is_none_or(|key| key.scope != Scope::Turn);
    let kept = state.iter().filter(|(key, _)| stays(key));
    kept.map(|(key, value)| (key.clone(), value.clone())).collect()
}
