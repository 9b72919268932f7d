//! A row that looks into the message, and whose write some state refuses.
//!
//! The walk through the states has no message and passes such rows over. Here each is given a message
//! in which it fires, one of a case or its own phrase, and every value that the table of compatible
//! values keeps apart from what it writes. A refusal that a case shows is meant, and not told.

use serde_json::Value as Json;

use crate::agent::gate::GateRow;
use crate::agent::input::{Content, TurnInput};
use crate::agent::state::{Scope, State};
use crate::check::compiled::{Compiled, Row};
use crate::diagnostic::Diagnostic;
use crate::survey::axes::listed;
use crate::survey::neutral;
use crate::survey::rules::Seen;
use crate::text::pattern::Pattern;
use crate::text::template::Expr;
use crate::turn::gate::Rows;
use crate::turn::gated;
use crate::turn::kept::Memo;

/// The most states in which a row is tried with one value.
const MAX_STATES: usize = 200;

pub(super) fn check(agent: &Compiled, seen: &Seen, findings: &mut Vec<Diagnostic>) {
    let rows = agent.agent.gate.iter().zip(&agent.rows).enumerate();
    for (at, (row, program)) in rows.filter(|(at, _)| !seen.refused.contains(at)) {
        if Rows::OfState.include(row) || row.call.is_some() {
            continue;
        }
        let phrase = row.phrases.first().map(|phrase| Content::Text(phrase.value.as_str().into()));
        let Some(message) = seen.messages.get(&at).cloned().or(phrase) else {
            continue;
        };
        let apart = apart(agent, program);
        let states = states(agent, seen, program, &apart);
        let refused = apart.iter().find_map(|(key, value)| {
            let reason = refusal(agent, &states, &message, at, (key, value))?;
            Some((key, value, reason))
        });
        if let Some((key, value, reason)) = refused {
            findings.push(told(row, &format!("{key} {value}"), &reason));
        }
    }
}

/// The words of other keys that do not go with what a row writes.
fn apart<'a>(agent: &'a Compiled, program: &'a Row) -> Vec<(&'a str, &'a str)> {
    let writes = |key: &str| program.set.iter().any(|(written, _)| written == key);
    let word = |key: &str| {
        let pattern = program.set.iter().find(|(written, _)| written == key)?;
        match &pattern.1 {
            Pattern::Constant(Json::String(word)) => Some(word.as_str()),
            _ => None,
        }
    };
    let mut found = Vec::new();
    for rule in &agent.agent.compat {
        if word(&rule.key) == Some(&rule.value) && !writes(&rule.other) {
            let words = agent.agent.state_key(&rule.other).and_then(|key| key.words());
            let words = words.into_iter().flatten();
            let refused = words.filter(|word| !rule.allowed.iter().any(|allowed| allowed == word));
            found.extend(refused.map(|word| (rule.other.as_str(), word)));
        }
        let kept = word(&rule.other).filter(|word| !rule.allowed.iter().any(|one| one == word));
        if kept.is_some() && !writes(&rule.key) {
            found.push((rule.key.as_str(), rule.value.as_str()));
        }
    }
    found.retain(|(key, word)| can_be(agent, key, word));
    found
}

/// Whether a key may have a value when the gate begins: what lives for a turn begins with its default.
fn can_be(agent: &Compiled, key: &str, word: &str) -> bool {
    agent.agent.state_key(key).is_some_and(|key| {
        let default = key.default.as_ref().and_then(Json::as_str);
        key.scope != Scope::Turn || default == Some(word)
    })
}

/// The states in which a row is tried: one that says nothing, those in which what its condition reads
/// varies, and cells of the walk.
fn states(agent: &Compiled, seen: &Seen, program: &Row, apart: &[(&str, &str)]) -> Vec<State> {
    let mut states = vec![State::new()];
    if apart.is_empty() {
        return states;
    }
    for name in program.when.iter().flat_map(Expr::names) {
        let key = agent.agent.state_key(name.name);
        let Some((key, values)) = key.and_then(|key| Some((key, listed(&key.schema)?))) else {
            continue;
        };
        if states.len() * (values.len() + 1) > MAX_STATES {
            continue;
        }
        let with = |state: &State, value: &Json| {
            let mut state = state.clone();
            state.insert(key.name.clone(), value.clone());
            state
        };
        let more: Vec<State> =
            states.iter().flat_map(|state| values.iter().map(|value| with(state, value))).collect();
        states.extend(more);
    }
    states.extend(seen.cells.iter().map(|cell| cell.from.clone()).take(MAX_STATES));
    states
}

/// Why the write of a row is refused where a key has a value; none when it is not, as far as was seen.
fn refusal(
    agent: &Compiled,
    states: &[State],
    message: &Content,
    row: usize,
    (key, value): (&str, &str),
) -> Option<String> {
    let (input, _) = neutral::input(agent);
    let mut memo = Memo::default();
    states.iter().find_map(|state| {
        let mut input = TurnInput { message: Some(message.clone()), ..input.clone() };
        input.state.extend(state.iter().map(|(key, value)| (key.clone(), value.clone())));
        input.state.insert(key.to_owned(), Json::from(value));
        let gated = gated(agent, &input, Rows::All, &mut memo).ok()?;
        let fired = gated.fired.into_iter().find(|fired| fired.row == row && fired.refused)?;
        fired.reason
    })
}

fn told(row: &GateRow, state: &str, reason: &str) -> Diagnostic {
    let message = format!("with {state} the write of this row is refused: {reason}");
    let help = "Set both keys in the row, narrow its `when`, or show in a case that it is meant.";
    Diagnostic::warning("gate.refused", message).at(&row.span).help(help)
}
