//! A state that the agent allows, and in which no turn can be assembled.
//!
//! A prompt or a value is missing, the call is too large for the window, or an expression stumbles over
//! a value that is not set. Each reason is told once, with the first of its states.

use serde_json::Value as Json;

use crate::agent::state::State;
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::survey::rules::Seen;
use crate::survey::walk::{Cell, Standing};

pub(super) fn check(agent: &Compiled, seen: &Seen, findings: &mut Vec<Diagnostic>) {
    let mut reasons: Vec<(&Cell, usize)> = Vec::new();
    for cell in seen.cells.iter().filter(|cell| cell.is_wrong()) {
        match reasons.iter_mut().find(|(first, _)| first.reason == cell.reason) {
            Some((_, count)) => *count += 1,
            None => reasons.push((cell, 1)),
        }
    }
    for (cell, count) in reasons {
        let others = match count - 1 {
            0 => String::new(),
            1 => " and one state more".to_owned(),
            more => format!(" and {more} states more"),
        };
        let (code, help) = match (cell.status, cell.code) {
            (Standing::Missing, Some("context.missing")) => {
                ("survey.missing", "Give the key a `default`, or the prompt a `when`.")
            }
            (Standing::Missing, _) => {
                ("survey.missing", "Write the prompt, or refuse the state with `compat`.")
            }
            (_, Some("fit.too-large")) => {
                ("survey.too-large", "Shorten a prompt, raise `window`, or let a layer `shrink`.")
            }
            _ => ("survey.fails", "Provide for what is not set: `is defined`, `default`."),
        };
        let message = format!("with {}{others}: {}", named(&cell.from), cell.reason);
        let place = cell.span.as_ref().unwrap_or(&agent.agent.span);
        findings.push(Diagnostic::warning(code, message).at(place).help(help));
    }
}

/// A state in words.
fn named(state: &State) -> String {
    let mut parts = Vec::new();
    for (key, value) in state {
        name(key, value, &mut parts);
    }
    if parts.is_empty() { "any state".to_owned() } else { parts.join(", ") }
}

fn name(key: &str, value: &Json, parts: &mut Vec<String>) {
    match value {
        Json::Object(map) => {
            for (inner, value) in map {
                name(&format!("{key}.{inner}"), value, parts);
            }
        }
        Json::Null => parts.push(format!("{key} unset")),
        Json::String(word) => parts.push(format!("{key} {word}")),
        other => parts.push(format!("{key} {other}")),
    }
}
