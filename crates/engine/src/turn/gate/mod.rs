//! `gate`: the rows that look first.
//!
//! Owns the order of rows, what fires, and what a row writes. A write that breaks the state's schema
//! or the table of compatible values is refused and reported, never bent. It must never ask a model:
//! a call's answer is given, or the row takes its fallback.

pub(crate) mod begin;
pub mod effect;
pub(crate) mod position;

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::agent::gate::GateRow;
use crate::agent::input::TurnInput;
use crate::agent::state::{State, clash};
use crate::check::compiled::{Compiled, Row};
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::normal::normal;
use crate::text::pattern::Pattern;
use crate::text::phrases::{PhraseMatch, Seen};
use crate::text::template::{Limits, Problem, Scope};
use crate::turn::gate::begin::{Begun, begin, with_defaults};
use crate::turn::gate::effect::{Button, Remembered};
use crate::turn::kept::roots::Roots;
use crate::turn::scope::{NOWHERE, View, With};

/// Which rows are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// All of them.
    #[default]
    All,
    /// Those that the state alone decides: rows that look into the message or ask a call are passed
    /// over, as if they were not there. For walking an agent without a conversation.
    OfState,
    /// Those in front of a row: what a call is made with that the row asks.
    Before(usize),
}

impl Rows {
    /// Whether rows of this kind are looked at.
    #[must_use]
    pub fn include(self, row: &GateRow) -> bool {
        let looks = !row.phrases.is_empty() || !row.regex.is_empty();
        match self {
            Self::All | Self::Before(_) => true,
            Self::OfState => !(looks || row.call.is_some()),
        }
    }
}

/// What the gate made of a turn.
#[derive(Clone, Debug)]
pub struct Gated {
    /// The state at the turn's start.
    pub before: Arc<State>,
    /// The state behind the gate.
    pub state: Arc<State>,
    /// The rows that fired, in order.
    pub fired: Vec<Fired>,
    /// What is said without asking a model; the turn ends then.
    pub say: Option<String>,
    /// Actions that rows asked for.
    pub actions: Vec<String>,
    /// What became of the actions that the user asked for by a button.
    pub buttons: Vec<Button>,
    /// What these gave to remember.
    pub memories: Vec<Remembered>,
}

/// The state that a turn would begin with: the agent's defaults, and over them what is given.
///
/// # Errors
/// Everything that is wrong with what is given: unknown keys, values that break their schemas, pairs that
/// may not meet.
pub fn state(agent: &Compiled, given: &State) -> Result<State, Vec<Diagnostic>> {
    let input = TurnInput { state: given.clone(), ..TurnInput::default() };
    begin(agent, &input, &mut Begun::default()).map(|state| State::clone(&state))
}

/// A row that fired.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Fired {
    /// Its place in the list, counted from 0.
    pub row: usize,
    /// What it wrote.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub set: Map<String, Json>,
    /// The call that it asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// The row of its fallback that was taken, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<usize>,
    /// Why the fallback was taken, or why the write was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the write was refused.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
    /// The keys whose write was refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
}

/// Runs the gate.
///
/// # Errors
/// Everything that is wrong with the input, or an expression that could not be evaluated.
pub(crate) fn gate(
    agent: &Compiled,
    input: &TurnInput,
    config: &Json,
    roots: &Roots,
    begun: &mut Begun,
    looked: Rows,
) -> Result<Gated, Vec<Diagnostic>> {
    let before = begin(agent, input, begun)?;
    let (state, buttons, memories) = effect::buttons(agent, input, config, roots, &before);
    let message = input.message.as_ref().map(|message| normal(&message.text()));
    let search = agent.phrases.as_ref().zip(message.as_deref());
    let found = search.map(|(phrases, message)| phrases.matches(&Seen::of(message)).collect());
    let mut run = Run {
        agent,
        message: message.as_deref(),
        found: found.unwrap_or_default(),
        view: View::new(input, config, roots, &before, &state),
        gated: Gated {
            state,
            before,
            fired: Vec::new(),
            say: None,
            actions: Vec::new(),
            buttons,
            memories,
        },
    };
    let mut ended = false;
    let end = match looked {
        Rows::Before(end) => end,
        Rows::All | Rows::OfState => agent.agent.gate.len(),
    };
    let rows = agent.agent.gate.iter().zip(&agent.rows).take(end);
    for (at, (row, program)) in rows.enumerate() {
        if (ended && !row.always) || !looked.include(row) {
            continue;
        }
        if run.row(at, row, program, input)? {
            ended = ended || row.last || run.gated.say.is_some();
        }
    }
    Ok(run.gated)
}

struct Run<'a> {
    agent: &'a Compiled,
    /// The user's message in normal form, and the phrases of all rows that stand in it.
    message: Option<&'a str>,
    found: Vec<PhraseMatch>,
    view: View<'a>,
    gated: Gated,
}

impl Run<'_> {
    /// Looks at one row; `true` if it fired.
    fn row(
        &mut self,
        at: usize,
        row: &GateRow,
        program: &Row,
        input: &TurnInput,
    ) -> Result<bool, Vec<Diagnostic>> {
        if !self.matches(row, program)? {
            return Ok(false);
        }
        let mut fired = Fired {
            row: at,
            set: Map::new(),
            call: row.call.as_ref().map(|call| call.value.clone()),
            fallback: None,
            reason: None,
            refused: false,
            keys: Vec::new(),
        };
        let mut done = true;
        match &row.call {
            None => done = self.write(row, &program.set, None, &mut fired)?,
            Some(call) => match self.answer(&call.value, input) {
                Ok(answer) => {
                    if !self.write(row, &program.set, Some(&answer), &mut fired)? {
                        done = self.fall_back(row, program, &mut fired)?;
                    }
                }
                Err(reason) => {
                    fired.reason = Some(reason);
                    done = self.fall_back(row, program, &mut fired)?;
                }
            },
        }
        self.gated.fired.push(fired);
        // A row whose write is refused is skipped: what it would say or do belongs to the write.
        if done {
            self.speak(row, program)?;
        }
        Ok(done)
    }

    /// Says and does what a row says and does.
    fn speak(&mut self, row: &GateRow, program: &Row) -> Result<(), Vec<Diagnostic>> {
        if let Some(say) = &program.say {
            let said =
                say.render(&self.view, NOWHERE, &Limits::DEFAULT).map_err(|p| at_row(row, &p))?;
            self.gated.say.get_or_insert(said.text);
        }
        self.gated.actions.extend(row.actions.iter().map(|action| action.value.clone()));
        Ok(())
    }

    fn matches(&self, row: &GateRow, program: &Row) -> Result<bool, Vec<Diagnostic>> {
        if !self.sees(program) {
            return Ok(false);
        }
        match &program.when {
            Some(when) => when.holds(&self.view, &Limits::DEFAULT).map_err(|p| at_row(row, &p)),
            None => Ok(true),
        }
    }

    /// Whether the message holds what the row looks for, outside of what takes a match back.
    fn sees(&self, program: &Row) -> bool {
        if program.phrases.is_empty() && program.regex.is_empty() {
            return true;
        }
        let Some(message) = &self.message else {
            return false;
        };
        let of = |set: &Range<usize>| -> Vec<Range<usize>> {
            let own = self.found.iter().filter(|found| set.contains(&found.phrase));
            own.map(|found| found.range.clone()).collect()
        };
        let mut found = of(&program.phrases);
        for regex in &program.regex {
            found.extend(regex.find_iter(message).map(|found| found.range()));
        }
        if found.is_empty() {
            return false;
        }
        let excused = of(&program.unless);
        let covers = |cover: &Range<usize>, range: &Range<usize>| {
            cover.start <= range.start && range.end <= cover.end
        };
        found.iter().any(|range| !excused.iter().any(|cover| covers(cover, range)))
    }

    /// The answer of a call, or why there is none that can be used.
    fn answer(&self, call: &str, input: &TurnInput) -> Result<Json, String> {
        let Some(answer) = input.answers.get(call) else {
            return Err(format!("`{call}` has not answered"));
        };
        let index = self.agent.call_index(call).unwrap_or_default();
        let problems = self.agent.answer_problems(index, answer);
        if problems.is_empty() {
            Ok(answer.clone())
        } else {
            Err(format!("the answer of `{call}` cannot be used: {}", problems.join("; ")))
        }
    }

    /// The first row of the fallback whose condition holds and whose write is not refused; `true` if
    /// there is one, or if there is no fallback to take.
    fn fall_back(
        &mut self,
        row: &GateRow,
        program: &Row,
        fired: &mut Fired,
    ) -> Result<bool, Vec<Diagnostic>> {
        for (at, (row, program)) in row.fallback.iter().zip(&program.fallback).enumerate() {
            if self.matches(row, program)? && self.write(row, &program.set, None, fired)? {
                fired.fallback = Some(at);
                self.speak(row, program)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Writes all values of a row, or none of them; `false` when the write was refused.
    fn write(
        &mut self,
        row: &GateRow,
        set: &[(String, Pattern)],
        answer: Option<&Json>,
        fired: &mut Fired,
    ) -> Result<bool, Vec<Diagnostic>> {
        let mut state = State::clone(&self.gated.state);
        let mut written = Map::new();
        let extra = answer.map(|answer| [("answer", answer)]);
        let extra: &[(&str, &Json)] = extra.as_ref().map_or(&[], |extra| extra.as_slice());
        let scope = With { base: &self.view, extra };
        let mut problems = Vec::new();
        for (key, pattern) in set {
            let value = match fill(pattern, &scope) {
                Ok(value) => value,
                Err(problem) if answer.is_some() => {
                    problems.push(problem.message);
                    continue;
                }
                Err(problem) => return Err(at_row(row, &problem)),
            };
            if value.is_null() {
                state.remove(key);
            } else {
                problems.extend(self.problems(key, &value));
                state.insert(key.clone(), with_defaults(self.agent, key, &value));
            }
            written.insert(key.clone(), value);
        }
        if let Some(sentence) = clash(&self.agent.agent.compat, &state) {
            problems.push(sentence);
        }
        if problems.is_empty() {
            fired.set = written;
            self.gated.state = Arc::new(state);
            self.view.set_state(&self.gated.state);
            return Ok(true);
        }
        fired.refused = true;
        fired.reason = Some(problems.join("; "));
        fired.keys.extend(set.iter().map(|(key, _)| key.clone()));
        Ok(false)
    }

    fn problems(&self, key: &str, value: &Json) -> Vec<String> {
        let validator = self.agent.state.get(key);
        let errors = validator.into_iter().flat_map(|validator| validator.iter_errors(value));
        errors.map(|error| format!("{key}: {error}")).collect()
    }
}

fn fill(pattern: &Pattern, scope: &dyn Scope) -> Result<Json, Problem> {
    pattern.fill(scope, &Limits::DEFAULT)
}

fn at_row(row: &GateRow, problem: &Problem) -> Vec<Diagnostic> {
    vec![reader::finding(problem).at(&row.span)]
}
