//! Values inside a state, by path.
//!
//! Owns reading and writing at a path of keys. It must never judge what it writes.

use serde_json::{Map, Value as Json};

use crate::agent::state::State;

/// The value at a path.
pub(crate) fn at<'s>(state: &'s State, path: &[String]) -> Option<&'s Json> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(state.get(first)?, |value, step| value.get(step))
}

/// Writes a value at a path, with the mappings that lead to it.
pub(crate) fn put(state: &mut State, path: &[String], value: Json) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    if rest.is_empty() {
        state.insert(first.clone(), value);
        return;
    }
    let inner = state.entry(first.clone()).or_insert_with(|| Json::Object(Map::new()));
    if !inner.is_object() {
        *inner = Json::Object(Map::new());
    }
    if let Json::Object(inner) = inner {
        put(inner, rest, value);
    }
}
