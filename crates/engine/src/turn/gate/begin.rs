//! The beginning of a turn: the state that it starts from.
//!
//! Owns defaults and validation of the given state and configuration. It must never change a value
//! that was given: what does not fit is refused, all of it at once.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::exact::Exact;
use crate::agent::input::{Content, Message, Part, Speaker, TurnInput};
use crate::agent::name::RESERVED_STATE;
use crate::agent::state::{State, clash};
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, suggestion};
use crate::turn::gate::position;

/// The beginning of the turn before, which is that of the next one where nothing else is given.
#[derive(Debug, Default)]
pub(crate) struct Begun {
    given: State,
    state: Option<Arc<State>>,
}

/// The state at the turn's start: defaults, and over them what was given.
///
/// # Errors
/// Everything that is wrong with the input.
pub(crate) fn begin(
    agent: &Compiled,
    input: &TurnInput,
    kept: &mut Begun,
) -> Result<Arc<State>, Vec<Diagnostic>> {
    let mut odd = Vec::new();
    for (at, message) in input.history.iter().enumerate() {
        if !is_plain(message) {
            odd.extend(misplaced(message.role, &message.content, || format!("/history/{at}")));
        }
    }
    if let Some(message) = &input.message {
        odd.extend(misplaced(Speaker::User, message, || "/message".to_owned()));
    }
    let known = kept.state.as_ref().filter(|_| kept.given.exact(&input.state));
    if let (Some(state), true) = (known, odd.is_empty()) {
        return Ok(Arc::clone(state));
    }
    let mut findings = Vec::new();
    let mut state = agent.agent.initial_state();
    for (key, value) in &input.state {
        // What fitted in the turn before fits again.
        let fitted = kept.given.get(key).is_some_and(|before| before.exact(value));
        findings.extend((!fitted).then(|| check_key(agent, key, value)).flatten());
        if value.is_null() {
            state.remove(key);
        } else {
            state.insert(key.clone(), with_defaults(agent, key, value));
        }
    }
    findings.extend(position::settle(agent, &input.state, &mut state));
    if findings.is_empty()
        && let Some(sentence) = clash(&agent.agent.compat, &state)
    {
        let help = "Change one of the two, or leave it out.";
        findings.push(Diagnostic::error("state.compat", sentence).pointing("/state").help(help));
    }
    findings.extend(odd);
    if !findings.is_empty() {
        return Err(findings);
    }
    let state = Arc::new(state);
    *kept = Begun { given: input.state.clone(), state: Some(Arc::clone(&state)) };
    Ok(state)
}

/// Whether a message is text that was spoken, as nearly all are.
fn is_plain(message: &Message) -> bool {
    matches!(message.content, Content::Text(_)) && message.role != Speaker::Tool
}

/// The parts that the role has no place for: a provider would lose them.
fn misplaced(
    role: Speaker,
    content: &Content,
    pointer: impl Fn() -> String,
) -> impl Iterator<Item = Diagnostic> {
    let (text, parts) = match content {
        Content::Text(_) => (role == Speaker::Tool, &[][..]),
        Content::Parts(parts) => (false, parts.as_slice()),
    };
    let odd = parts.iter().filter_map(move |part| {
        let (kind, fits) = match part {
            Part::Text { .. } => ("text", role != Speaker::Tool),
            Part::Image { .. } => ("image", role == Speaker::User),
            Part::File { .. } => ("file", role == Speaker::User),
            Part::ToolCall { .. } => ("tool_call", role == Speaker::Assistant),
            Part::ToolResult { .. } => ("tool_result", role == Speaker::Tool),
            Part::Opaque { .. } => ("opaque", role == Speaker::Assistant),
        };
        (!fits).then_some(kind)
    });
    text.then_some("text").into_iter().chain(odd).map(move |kind| {
        let role = role.as_str();
        let message = format!("a message of the role `{role}` cannot hold a part `{kind}`");
        let help =
            "Users: text, image, file. Assistants: text, tool_call, opaque. Tools: tool_result.";
        Diagnostic::error("history.part", message).pointing(pointer()).help(help)
    })
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
