//! Runs the turns of a case and compares them with what it expects.
//!
//! Owns how a turn follows from the one before: state, history and memory are carried over, values of
//! the scope `turn` go back to their defaults. It must never bend an expectation: what a case does not
//! name is not looked at, and what it names must hold exactly.

use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::case::{Case, CaseTurn, Expect};
use crate::agent::input::{Content, Message, Speaker, TurnInput};
use crate::agent::state::{Scope, State};
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::turn::gate::Gated;
use crate::turn::kept::Memo;
use crate::turn::{Assembled, Assembly, Finder, Options, assemble};

/// Where an expectation was not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What was looked at: `layers.memory`, `state.crisis.level`.
    pub what: String,
    /// What the case expects.
    pub expected: String,
    /// What came.
    pub found: String,
}

/// What a turn of a case came to.
#[derive(Debug)]
pub struct Played<'a> {
    /// What went in, with everything that was carried over.
    pub input: TurnInput,
    /// What came out.
    pub outcome: Result<Assembled<'a>, Vec<Diagnostic>>,
    /// The expectations that were not met.
    pub failures: Vec<Failure>,
}

/// Plays the turns of a case up to `last`, counted from 0.
pub fn play<'a>(
    agent: &'a Compiled,
    case: &Case,
    last: usize,
    options: &Options,
    find: Finder<'_>,
) -> Vec<Played<'a>> {
    let mut memo = Memo::default();
    let mut played: Vec<Played<'a>> = Vec::new();
    for turn in case.turns.iter().take(last.saturating_add(1)) {
        let input = match played.last().zip(case.turns.get(played.len().wrapping_sub(1))) {
            Some((before, script)) => follow(agent, turn, before, script),
            None => turn.input.clone(),
        };
        let call = options.call.clone().or_else(|| turn.call.clone());
        let options = Options { call, ..options.clone() };
        let outcome = assemble(agent, &input, &options, find, &mut memo);
        let failures = judge(&turn.expect, &outcome);
        played.push(Played { input, outcome, failures });
    }
    played
}

/// The input of a turn: what it gives, and the rest from the turn before.
fn follow(agent: &Compiled, turn: &CaseTurn, before: &Played<'_>, script: &CaseTurn) -> TurnInput {
    let mut input = turn.input.clone();
    let given = |key: &str| turn.given.iter().any(|given| given == key);
    if !given("state") {
        input.state = match &before.outcome {
            Ok(Assembled::Call(assembly)) => carried(agent, &assembly.gated.state),
            Ok(Assembled::Said { gated, .. }) => carried(agent, &gated.state),
            Err(_) => before.input.state.clone(),
        };
    }
    if !given("history") {
        input.history = before.input.history.clone();
        let said = |role, content: Content| Message { role, content };
        input
            .history
            .extend(before.input.message.clone().map(|content| said(Speaker::User, content)));
        let answer = script.answer.as_ref().and_then(spoken).or(match &before.outcome {
            Ok(Assembled::Said { text, .. }) => Some(text.clone()),
            _ => None,
        });
        if let (Ok(Assembled::Call(assembly)), false) = (&before.outcome, given("history_from")) {
            input.history_from = assembly.history_from();
        }
        input
            .history
            .extend(answer.map(|text| said(Speaker::Assistant, Content::Text(text.into()))));
    }
    if !given("memory") {
        input.memory = before.input.memory.clone();
    }
    if !given("input") {
        input.input = before.input.input.clone();
    }
    if !given("config") {
        input.config = before.input.config.clone();
    }
    if !given("arms") {
        input.arms = before.input.arms.clone();
    }
    if !given("pins") {
        input.pins = before.input.pins.clone();
    }
    input.unit = input.unit.or_else(|| before.input.unit.clone());
    input.label = input.label.or_else(|| before.input.label.clone());
    input
}

/// What the user reads of a scripted answer.
pub(crate) fn spoken(answer: &Json) -> Option<String> {
    match answer {
        Json::String(text) => Some(text.clone()),
        Json::Object(map) => match (map.get("message"), map.get("messages")) {
            (Some(Json::String(text)), _) => Some(text.clone()),
            (_, Some(Json::Array(list))) => {
                Some(list.iter().filter_map(Json::as_str).collect::<Vec<_>>().join("\n"))
            }
            _ => None,
        },
        _ => None,
    }
}

fn carried(agent: &Compiled, state: &State) -> State {
    let stays = |key: &str| agent.agent.state_key(key).is_none_or(|key| key.scope != Scope::Turn);
    state
        .iter()
        .filter(|(key, _)| stays(key))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

fn judge(expect: &Expect, outcome: &Result<Assembled<'_>, Vec<Diagnostic>>) -> Vec<Failure> {
    let mut failures = Vec::new();
    match outcome {
        Err(findings) => {
            let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
            let wanted = expect.error.as_deref();
            if wanted.is_none_or(|wanted| !codes.contains(&wanted)) {
                let told: Vec<String> = findings
                    .iter()
                    .map(|finding| format!("{}: {}", finding.code, finding.message))
                    .collect();
                let expected = wanted
                    .map_or_else(|| "an assembly".to_owned(), |code| format!("the error {code}"));
                failures.push(failure("error", expected, told.join("; ")));
            }
            return failures;
        }
        Ok(_) if expect.error.is_some() => {
            let wanted = expect.error.clone().unwrap_or_default();
            failures.push(failure("error", wanted, "no error".into()));
        }
        Ok(Assembled::Said { text, gated, .. }) => {
            said(expect, text, &mut failures);
            gate(expect, gated, &mut failures);
        }
        Ok(Assembled::Call(assembly)) => {
            call(expect, assembly, &mut failures);
            gate(expect, &assembly.gated, &mut failures);
        }
    }
    failures
}

fn said(expect: &Expect, text: &str, failures: &mut Vec<Failure>) {
    if let Some(call) = expect.call.as_deref().filter(|call| *call != "none") {
        failures.push(failure("call", call.to_owned(), format!("none; the gate said: {text}")));
    }
    if let Some(wanted) = expect.say.as_ref().filter(|wanted| wanted.trim() != text.trim()) {
        failures.push(failure("say", wanted.clone(), text.to_owned()));
    }
}

fn gate(expect: &Expect, gated: &Gated, failures: &mut Vec<Failure>) {
    for (key, wanted) in &expect.state {
        let found = gated.state.get(key).unwrap_or(&Json::Null);
        compare(&format!("state.{key}"), wanted, found, failures);
    }
    for key in &expect.refused {
        let refused = gated.fired.iter().any(|fired| fired.keys.contains(key));
        if !refused {
            failures.push(failure("refused", key.clone(), "no write of it was refused".into()));
        }
    }
}

/// Of a mapping only the fields that are named are compared.
fn compare(what: &str, wanted: &Json, found: &Json, failures: &mut Vec<Failure>) {
    match (wanted, found) {
        (Json::Object(wanted), Json::Object(found)) => {
            for (name, wanted) in wanted {
                let found = found.get(name).unwrap_or(&Json::Null);
                compare(&format!("{what}.{name}"), wanted, found, failures);
            }
        }
        _ if wanted == found => {}
        _ => failures.push(failure(what, wanted.to_string(), found.to_string())),
    }
}

fn call(expect: &Expect, assembly: &Assembly, failures: &mut Vec<Failure>) {
    let manifest = assembly.manifest();
    if let Some(call) = expect.call.as_ref().filter(|call| **call != manifest.call) {
        failures.push(failure("call", call.clone(), manifest.call.clone()));
    }
    if let Some(say) = &expect.say {
        failures.push(failure("say", say.clone(), format!("the call {}", manifest.call)));
    }
    for (id, wanted) in &expect.layers {
        let found = manifest.layers.iter().find(|layer| layer.id == *id);
        let status = found.map_or("no such layer".to_owned(), |layer| {
            format!("{:?}", layer.status).to_lowercase()
        });
        if status != *wanted {
            let reason = found.map(|layer| format!(" ({})", layer.reason)).unwrap_or_default();
            failures.push(failure(
                &format!("layers.{id}"),
                wanted.clone(),
                format!("{status}{reason}"),
            ));
        }
    }
    if let Some(wanted) = &expect.actions {
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort();
            list.join(", ")
        };
        let (wanted, found) = (sorted(wanted), sorted(&manifest.actions));
        if wanted != found {
            failures.push(failure("actions", wanted, found));
        }
    }
    // The key of the provider's cache is a hash, in which any digits can stand.
    let payload = match &assembly.cache.key {
        Some(key) => assembly.payload.replace(key, ""),
        None => assembly.payload.clone(),
    };
    let all = assembly.text();
    let stands = |text: &String| all.contains(text.as_str()) || payload.contains(text.as_str());
    for text in expect.absent.iter().filter(|text| stands(text)) {
        failures.push(failure("absent", format!("no {text:?}"), "it is in the payload".into()));
    }
    for text in expect.present.iter().filter(|text| !stands(text)) {
        failures.push(failure("present", format!("{text:?}"), "it is not in the payload".into()));
    }
    let total = manifest.tokens.total;
    let bounds = &expect.tokens;
    if bounds.max.is_some_and(|max| total > max) || bounds.min.is_some_and(|min| total < min) {
        let at = |bound: Option<u32>| bound.map_or("any".to_owned(), |bound| bound.to_string());
        let expected = format!("from {} to {}", at(bounds.min), at(bounds.max));
        failures.push(failure("tokens", expected, total.to_string()));
    }
}

fn failure(what: &str, expected: String, found: String) -> Failure {
    Failure { what: what.to_owned(), expected, found }
}
