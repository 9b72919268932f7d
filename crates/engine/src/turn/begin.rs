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
        findings.push(Diagnostic::error("state.compat", sentence).pointing("/state").help(help));
    }
    for (at, message) in input.history.iter().enumerate() {
        findings.extend(check_parts(message.role, &message.content, &format!("/history/{at}")));
    }
    if let Some(message) = &input.message {
        findings.extend(check_parts(Speaker::User, message, "/message"));
    }
    if findings.is_empty() { Ok(state) } else { Err(findings) }
}

/// Each role has its parts: what a provider has no place for would be lost.
fn check_parts(role: Speaker, content: &Content, pointer: &str) -> Vec<Diagnostic> {
    let Content::Parts(parts) = content else {
        let finding = (role == Speaker::Tool).then(|| misplaced(role, "text", pointer));
        return finding.into_iter().collect();
    };
    let odd = parts.iter().filter_map(|part| {
        let (kind, fits) = match part {
            Part::Text { .. } => ("text", role != Speaker::Tool),
            Part::Image { .. } => ("image", role == Speaker::User),
            Part::File { .. } => ("file", role == Speaker::User),
            Part::ToolCall { .. } => ("tool_call", role == Speaker::Assistant),
            Part::ToolResult { .. } => ("tool_result", role == Speaker::Tool),
        };
        (!fits).then(|| misplaced(role, kind, pointer))
    });
    odd.collect()
}

fn misplaced(role: Speaker, kind: &str, pointer: &str) -> Diagnostic {
    let message = format!("a message of the role `{}` cannot hold a part `{kind}`", role.as_str());
    let help = "Users: text, image, file. Assistants: text, tool_call. Tools: tool_result.";
    Diagnostic::error("history.part", message).pointing(pointer).help(help)
}

fn check_key(agent: &Compiled, key: &str, value: &Json) -> Option<Diagnostic> {
    let pointer = format!("/state/{key}");
    let Some(validator) = agent.state.get(key) else {
        if RESERVED_STATE.contains(&key) {
            return None;
        }
        let known = agent.agent.state.iter().map(|key| key.name.as_str());
        let finding =
            Diagnostic::error("state.unknown-key", format!("there is no state key `{key}`"));
        let finding = finding.pointing(pointer);
        return Some(match suggestion(key, known) {
            Some(help) => finding.help(help),
            None => finding,
        });
    };
    if value.is_null() {
        return None;
    }
    let problems: Vec<String> =
        validator.iter_errors(value).map(|error| error.to_string()).collect();
    if problems.is_empty() {
        return None;
    }
    let message = format!("`{key}` breaks its schema: {}", problems.join("; "));
    let help = "Give a value that the key's schema in agent.yaml admits.";
    Some(Diagnostic::error("state.schema", message).pointing(pointer).help(help))
}

/// A mapping gets the defaults of the properties that it leaves out, so that conditions can rely on
/// them.
pub(crate) fn with_defaults(agent: &Compiled, key: &str, value: &Json) -> Json {
    let default = agent.agent.state_key(key).and_then(|declared| declared.default.as_ref());
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
