//! Runs the turns of a case and compares them with what it expects.
//!
//! Owns how a turn follows from the one before: state, history and memory are carried over, values of
//! the scope `turn` go back to their defaults. A turn with a scripted answer runs to its outcome; one
//! without is assembled, and no further. It must never bend an expectation: what a case does not name is
//! not looked at, and what it names must hold exactly.

mod judge;
pub mod script;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::case::{Case, CaseTurn};
use crate::agent::input::{Content, Message, Speaker, TurnInput};
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::turn::advance::carried;
use crate::turn::case::judge::judge;
use crate::turn::course::given::{ActionResult, Given};
use crate::turn::course::outcome::Outcome;
use crate::turn::course::{Next, Turn};
use crate::turn::kept::Memo;
use crate::turn::{Assembled, Finder, Options, assemble};

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
    /// The call that the turn is about, or what the gate said.
    pub assembled: Result<Assembled<'a>, Vec<Diagnostic>>,
    /// What the turn came to, where its answer is scripted or no answer is needed.
    pub outcome: Option<Outcome>,
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
        let mut input = match played.last().zip(case.turns.get(played.len().wrapping_sub(1))) {
            Some((before, script)) => follow(agent, turn, before, script),
            None => turn.input.clone(),
        };
        // New ids are made of the turn's: without one, two turns would make the same.
        let number = played.len().saturating_add(1);
        input.id.get_or_insert_with(|| number.to_string());
        let call = options.call.clone().or_else(|| turn.call.clone());
        let options = Options { call, ..options.clone() };
        let assembled = assemble(agent, &input, &options, find, &mut memo);
        let ran = match &assembled {
            Ok(_) => run(agent, turn, &input, &options, find, &mut memo),
            Err(_) => Err(String::new()),
        };
        let mut failures = judge(&turn.expect, &assembled, ran.as_ref().ok().map(|ran| &ran.0));
        let outcome = match ran {
            Ok((outcome, spare)) => {
                failures.extend((spare > 0).then(|| unasked(spare)));
                Some(outcome)
            }
            Err(asked) => {
                let begun = turn.answer.is_some() && assembled.is_ok();
                failures.extend(begun.then(|| unanswered(asked)));
                None
            }
        };
        played.push(Played { input, assembled, outcome, failures });
    }
    played
}

/// What is wrong with a script that has fewer answers than the turn asks for.
fn unanswered(asked: String) -> Failure {
    let what = "answer".to_owned();
    Failure {
        what,
        expected: "an answer each time that the model is asked".to_owned(),
        found: asked,
    }
}

/// What is wrong with a script that has more answers than the turn asks for.
fn unasked(spare: usize) -> Failure {
    let what = "answer".to_owned();
    let found = format!("{spare} more: the model was not asked again");
    Failure { what, expected: "as many answers as the model is asked for".to_owned(), found }
}

/// Runs a turn with the answers of its script; with the outcome, how many of them were not asked for.
///
/// # Errors
/// The script ends before the turn does: what the model was told of its last answer.
fn run<'a>(
    agent: &'a Compiled,
    script: &CaseTurn,
    input: &TurnInput,
    options: &Options,
    find: Finder<'a>,
    memo: &mut Memo,
) -> Result<(Outcome, usize), String> {
    let mut replies = answers(script).into_iter();
    let mut outcome = course(
        agent,
        input,
        options,
        find,
        memo,
        &mut |call, assembly| {
            let own = agent.agent.call(call).is_some_and(|found| found.run.replies());
            let named = options.call.as_deref() == Some(call);
            let answer =
                if own || named { replies.next() } else { input.answers.get(call).cloned() };
            match answer {
                Some(answer) => Some(Given::Reply(script::reply(&assembly.contract, &answer))),
                None if own || named => None,
                None => Some(Given::Failed("no answer is scripted".to_owned())),
            }
        },
        &script.results,
    )?;
    let spare = replies.len();
    // Calls in the background are part of the script where it answers them.
    for name in outcome.background.clone() {
        let Some(answer) = input.answers.get(&name) else { continue };
        let input =
            TurnInput { state: outcome.state.clone(), actions: Vec::new(), ..input.clone() };
        let options = Options { call: Some(name), ..options.clone() };
        let done = course(
            agent,
            &input,
            &options,
            find,
            memo,
            &mut |_, assembly| Some(Given::Reply(script::reply(&assembly.contract, answer))),
            &script.results,
        )?;
        outcome.state = done.state;
        outcome.next = done.next;
        outcome.actions.extend(done.actions);
        outcome.events.extend(done.events);
        outcome.memories.keep.extend(done.memories.keep);
        outcome.memories.dropped.extend(done.memories.dropped);
        outcome.problems.extend(done.problems);
        outcome.failure = outcome.failure.or(done.failure);
    }
    Ok((outcome, spare))
}

/// The scripted answers of a turn, in order: a list is one for each time that the model is asked.
fn answers(script: &CaseTurn) -> Vec<Json> {
    match &script.answer {
        None => Vec::new(),
        Some(Json::Array(answers)) => answers.clone(),
        Some(answer) => vec![answer.clone()],
    }
}

/// Runs a turn to its end.
///
/// # Errors
/// Nothing is said to a call: what the model was told of its answer before.
fn course<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    find: Finder<'a>,
    memo: &mut Memo,
    say: &mut dyn FnMut(&str, &crate::turn::Assembly<'a>) -> Option<Given>,
    results: &serde_json::Map<String, Json>,
) -> Result<Outcome, String> {
    let mut turn = Turn::new(agent, input.clone(), options.clone(), find);
    loop {
        let given = match turn.next(memo).map_err(|findings| told_of(&findings))? {
            Next::Gather(_) => Ok(Given::Values(BTreeMap::new())),
            Next::Call(assembly) => {
                let call = assembly.call_name();
                say(call, assembly).ok_or_else(|| format!("no answer to `{call}`"))
            }
            Next::Perform(requests) => {
                let results = requests.iter().map(|request| match results.get(&request.name) {
                    Some(result) => ActionResult::Result(result.clone()),
                    None => ActionResult::Error("no result is scripted".to_owned()),
                });
                Ok(Given::Results(results.collect()))
            }
            Next::Done(outcome) => return Ok(outcome.clone()),
        };
        let refused = || turn.calls().last().and_then(|call| call.refused.clone());
        let given = given.map_err(|unasked| refused().unwrap_or(unasked))?;
        turn.resume(given).map_err(|misplaced| misplaced.to_string())?;
    }
}

fn told_of(findings: &[Diagnostic]) -> String {
    let told: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
    told.join("; ")
}

/// The input of a turn: what it gives, and the rest from the turn before.
fn follow(agent: &Compiled, turn: &CaseTurn, before: &Played<'_>, script: &CaseTurn) -> TurnInput {
    let mut input = turn.input.clone();
    let given = |key: &str| turn.given.iter().any(|given| given == key);
    if !given("state") {
        input.state = match (&before.outcome, &before.assembled) {
            (Some(outcome), _) => outcome.next.clone(),
            (None, Ok(Assembled::Call(assembly))) => carried(&agent.agent, &assembly.gated.state),
            (None, Ok(Assembled::Said { gated, .. })) => carried(&agent.agent, &gated.state),
            (None, Err(_)) => before.input.state.clone(),
        };
    }
    if !given("history") {
        input.history = before.input.history.clone();
        match &before.outcome {
            Some(outcome) => input.history.extend(outcome.history.iter().cloned()),
            None => input.history.extend(unfinished(before, script)),
        }
        if let (Ok(Assembled::Call(assembly)), false) = (&before.assembled, given("history_from")) {
            input.history_from = assembly.history_from();
        }
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

/// What a turn that was not run to its end adds to the history.
fn unfinished(before: &Played<'_>, script: &CaseTurn) -> Vec<Message> {
    let said = |role, content: Content| Message { role, content };
    let asked = before.input.message.clone().map(|content| said(Speaker::User, content));
    let answer = script.answer.as_ref().and_then(spoken).or(match &before.assembled {
        Ok(Assembled::Said { text, .. }) => Some(text.clone()),
        _ => None,
    });
    let answer = answer.map(|text| said(Speaker::Assistant, Content::Text(text.into())));
    asked.into_iter().chain(answer).collect()
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
