//! The beginning of a turn: the state that it starts from.
//!
//! Owns defaults and validation of the given state and configuration. It must never change a value
//! that was given: what does not fit is refused, all of it at once.

use serde_json::Value as Json;

use crate::agent::input::{Content, Part, Speaker, TurnInput};
use crate::agent::name::RESERVED_STATE;
use crate::agent::state::{State, clash};
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, suggestion};

/// The state at the turn's start: defaults, and over them what was given.
///
/// # Errors
/// Everything that is wrong with the input.
pub(crate) fn begin(agent: &Compiled, input: &TurnInput) -> Result<State, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let mut state = agent.agent.initial_state();
    for (key, value) in &input.state {
        if let Some(finding) = check_key(agent, key, value) {
            findings.push(finding);
        }
        if value.is_null() {
            state.remove(key);
        } else {
            state.insert(key.clone(), with_defaults(agent, key, value));
        }
    }
    if findings.is_empty()
        && let Some(sentence) = clash(&agent.agent.compat, &state)
    {
        let help = "Change one of the two, or leave it out.";
        findings.push(
            Diagnostic::error("state.compat", sentence)
                .pointing("/state")
                .help(help),
        );
    }
    for (at, message) in input.history.iter().enumerate() {
        if message.role == Speaker::Tool && !has_result(&message.content) {
            let finding = Diagnostic::error(
                "history.tool",
                "a message of the role `tool` holds tool results",
            );
            findings.push(finding.pointing(format!("/history/{at}")));
        }
    }
    if findings.is_empty() {
        Ok(state)
    } else {
        Err(findings)
    }
}

fn has_result(content: &Content) -> bool {
    match content {
        Content::Text(_) => false,
        Content::Parts(parts) => parts
            .iter()
            .any(|part| matches!(part, Part::ToolResult { .. })),
    }
}

fn check_key(agent: &Compiled, key: &str, value: &Json) -> Option<Diagnostic> {
    let pointer = format!("/state/{key}");
    let Some(validator) = agent.state.get(key) else {
        if RESERVED_STATE.contains(&key) {
            return None;
        }
        let known = agent.agent.state.iter().map(|key| key.name.as_str());
        let finding = Diagnostic::error(
            "state.unknown-key",
            format!("there is no state key `{key}`"),
        );
        let finding = finding.pointing(pointer);
        return Some(match suggestion(key, known) {
            Some(help) => finding.help(help),
            None => finding,
        });
    };
    if value.is_null() {
        return None;
    }
    let problems: Vec<String> = validator
        .iter_errors(value)
        .map(|error| error.to_string())
        .collect();
    if problems.is_empty() {
        return None;
    }
    let message = format!("`{key}` breaks its schema: {}", problems.join("; "));
    Some(Diagnostic::error("state.schema", message).pointing(pointer))
}

/// A mapping gets the defaults of the properties that it leaves out, so that conditions can rely on
/// them.
pub(crate) fn with_defaults(agent: &Compiled, key: &str, value: &Json) -> Json {
    let default = agent
        .agent
        .state_key(key)
        .and_then(|declared| declared.default.as_ref());
    match (value, default) {
        (Json::Object(given), Some(Json::Object(defaults))) => {
            let mut full = given.clone();
            for (name, value) in defaults {
                full.entry(name.clone()).or_insert_with(|| value.clone());
            }
            Json::Object(full)
        }
        _ => value.clone(),
    }
}
