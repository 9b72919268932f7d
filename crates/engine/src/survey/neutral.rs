//! What stands for a conversation in a walk.
//!
//! Owns the neutral input: a message that says nothing, no history, no memory, a fixed time, and a
//! value of the right type for each context key that a prompt cannot do without. It must never give a
//! value to a state key that selection reads: that is what a walk varies.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::agent::context::{ContextKey, KeyType};
use crate::agent::input::{Content, TurnInput};
use crate::agent::state::State;
use crate::check::compiled::Compiled;
use crate::survey::path::{at, put};
use crate::survey::reads::reads;
use crate::text::template::{Name, Step};

/// The message of every cell.
pub(crate) const MESSAGE: &str = "(a message)";

/// The time of every cell.
pub(crate) const NOW: &str = "2026-01-01T12:00:00Z";

/// The input of a cell without its state, and what stands for what the host fetches.
pub(crate) fn input(agent: &Compiled) -> (TurnInput, BTreeMap<String, Json>) {
    let mut input = TurnInput {
        message: Some(Content::Text(MESSAGE.into())),
        id: Some("survey".to_owned()),
        now: Some(NOW.to_owned()),
        state: given(agent),
        ..TurnInput::default()
    };
    let mut fetched = BTreeMap::new();
    for key in agent.agent.context.iter().filter(|key| key.default.is_none()) {
        if agent.keys.get(&key.name).is_some_and(|program| program.url.is_some()) {
            fetched.insert(key.name.clone(), value(agent, key));
        } else if let Some(path) = source(agent, key, "input")
            && at(&input.input, &path).is_none()
        {
            put(&mut input.input, &path, value(agent, key));
        }
    }
    (input, fetched)
}

/// The whole state with which a walk begins: the agent's defaults and what is given beside them.
pub(crate) fn state(agent: &Compiled) -> State {
    let mut state = agent.agent.initial_state();
    state.extend(given(agent));
    state
}

/// Adds what a mapping must have and was not given, so that a field of it can vary alone.
pub(crate) fn complete(schema: &Json, value: &mut Json) {
    let Json::Object(fields) = value else {
        return;
    };
    let property = |name: &str| schema.get("properties").and_then(|all| all.get(name));
    let required = schema.get("required").and_then(Json::as_array);
    for name in required.into_iter().flatten().filter_map(Json::as_str) {
        if !fields.contains_key(name) {
            fields.insert(name.to_owned(), of_schema(property(name).unwrap_or(&Json::Null)));
        }
    }
    for (name, value) in fields.iter_mut() {
        if let Some(schema) = property(name) {
            complete(schema, value);
        }
    }
}

/// A plain value that a schema admits, as far as its type tells.
fn of_schema(schema: &Json) -> Json {
    let first = schema.get("enum").and_then(Json::as_array).and_then(|words| words.first());
    if let Some(value) = schema.get("default").or(first) {
        return value.clone();
    }
    match schema.get("type").and_then(Json::as_str) {
        Some("integer" | "number") => schema.get("minimum").cloned().unwrap_or_else(|| 0.into()),
        Some("boolean") => Json::Bool(false),
        Some("array") => Json::Array(Vec::new()),
        Some("object") => Json::Object(Map::new()),
        _ => Json::String("(a text)".to_owned()),
    }
}

/// State keys that no selection reads and that a context key needs.
fn given(agent: &Compiled) -> State {
    let read: Vec<String> = reads(agent)
        .into_iter()
        .filter(|read| read.of_state)
        .filter_map(|read| read.path.into_iter().next())
        .collect();
    let mut given = Map::new();
    let initial = agent.agent.initial_state();
    for key in agent.agent.context.iter().filter(|key| key.default.is_none()) {
        let Some(path) = source(agent, key, "state") else {
            continue;
        };
        let Some(declared) = path.first().filter(|name| !read.contains(name)) else {
            continue;
        };
        if at(&initial, &path).is_none_or(Json::is_null) && at(&given, &path).is_none() {
            if let Some(default) = initial.get(declared) {
                given.entry(declared.clone()).or_insert_with(|| default.clone());
            }
            put(&mut given, &path, value(agent, key));
        }
    }
    given
}

/// Where a key comes from, when it is nothing but a path below a root.
fn source(agent: &Compiled, key: &ContextKey, root: &str) -> Option<Vec<String>> {
    let from = agent.keys.get(&key.name)?.from.as_ref()?;
    let names = from.names();
    let [name] = names.as_slice() else {
        return None;
    };
    if name.range.len() != from.source().trim().len() {
        return None;
    }
    let path = steps(name);
    match name.name {
        found if found == root && !path.is_empty() => Some(path),
        found if root == "state" && agent.agent.state_key(found).is_some() => {
            Some([found.to_owned()].into_iter().chain(path).collect())
        }
        _ => None,
    }
}

fn steps(name: &Name<'_>) -> Vec<String> {
    let keys = name.path.iter().filter_map(|step| match step {
        Step::Key(key) => Some((*key).to_owned()),
        Step::Index(_) => None,
    });
    keys.collect()
}

/// A value of a key's type. A mapping has the fields that prompts print of it.
fn value(agent: &Compiled, key: &ContextKey) -> Json {
    match key.key_type {
        KeyType::String | KeyType::Text => Json::String(format!("({})", key.name)),
        KeyType::Integer | KeyType::Number => Json::from(0),
        KeyType::Boolean => Json::Bool(false),
        KeyType::Array => Json::Array(Vec::new()),
        KeyType::Object => {
            let mut fields = Map::new();
            for body in agent.bodies.values() {
                let names = body.template.names();
                for name in names.iter().filter(|name| name.name == key.name && !name.guarded) {
                    let path = steps(name);
                    if at(&fields, &path).is_none() {
                        let text = format!("({}.{})", key.name, path.join("."));
                        put(&mut fields, &path, Json::String(text));
                    }
                }
            }
            Json::Object(fields)
        }
    }
}
