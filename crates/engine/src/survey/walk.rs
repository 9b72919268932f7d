//! Every state of an agent, assembled.
//!
//! Owns the way through the cells: the state of each, the gate, and the assembly behind it. States that
//! the gate makes equal are assembled once. It must never decide what is wrong with a cell beyond what
//! the turn itself said.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::input::TurnInput;
use crate::agent::state::State;
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, Span};
use crate::survey::axes::Axes;
use crate::survey::neutral;
use crate::survey::path::put;
use crate::survey::reads::sees_before;
use crate::turn::gate::{Gated, Rows};
use crate::turn::kept::Memo;
use crate::turn::{Assembled, Assembly, Finder, Options, assemble, gated};

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// A turn in this state is assembled, or ended by the gate.
    Allowed,
    /// It is refused: by the table of compatible values, or for another reason that is told.
    Refused,
    /// Something that selection wants does not exist: a prompt, or a value without a default.
    Missing,
}

/// One state and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The state before the gate, on the axes; `null` is "unset".
    pub from: State,
    /// The state behind the gate, on the axes. A cell that is refused keeps its own.
    pub state: State,
    /// What the cell is.
    pub status: Standing,
    /// Why.
    pub reason: String,
    /// The code of the finding that refused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// Where that finding is.
    #[serde(skip)]
    pub span: Option<Span>,
    /// The call that the turn makes; none when the gate ends it or it is refused.
    pub call: Option<String>,
    /// The tokens of the payload, without margin.
    pub tokens: Option<u32>,
}

impl Cell {
    /// Whether somebody has to mend something: a cell that is missing, or refused by anything but the
    /// table of compatible values.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.code.is_some_and(|code| code != "state.compat")
    }
}

/// A cell with everything that was seen on the way.
#[derive(Debug)]
pub struct Step<'s, T> {
    /// Its place, counted from 0.
    pub at: usize,
    /// The cell.
    pub cell: Cell,
    /// The gate's account, where the state was accepted.
    pub gated: Option<&'s Gated>,
    /// What was taken of the assembly, shared by all cells with the same state behind the gate.
    pub taken: Option<Rc<T>>,
}

/// What assembling a state came to.
enum Came<T> {
    Call { call: String, tokens: u32, taken: Rc<T> },
    Said(String),
    Wrong(Option<Diagnostic>),
}

/// Walks all cells. Of each assembly `take` keeps what is needed; `each` sees the cells in order.
pub fn walk<T>(
    agent: &Compiled,
    axes: &Axes,
    find: Finder<'_>,
    take: &dyn Fn(&Assembly<'_>) -> T,
    each: &mut dyn FnMut(Step<'_, T>),
) {
    let (input, fetched) = neutral::input(agent);
    let options = Options { fetched, rows: Rows::OfState, ..Options::default() };
    let mut memo = Memo::default();
    let remembers = sees_before(agent);
    let mut known: BTreeMap<String, Came<T>> = BTreeMap::new();
    for at in 0..axes.cells() {
        let from = axes.from(at);
        let input = TurnInput { state: state(&input.state, axes, at, agent), ..input.clone() };
        let gated = match gated(agent, &input, Rows::OfState, &mut memo) {
            Ok(gated) => gated,
            Err(findings) => {
                let finding = findings.into_iter().next();
                let cell = wrong(from.clone(), from, finding.as_ref());
                each(Step { at, cell, gated: None, taken: None });
                continue;
            }
        };
        let state = axes.project(&gated.state);
        let came = known.entry(key(&gated, remembers)).or_insert_with(|| {
            match assemble(agent, &input, &options, find, &mut memo) {
                Ok(Assembled::Call(assembly)) => Came::Call {
                    call: assembly.call_name().to_owned(),
                    tokens: assembly.tokens().total,
                    taken: Rc::new(take(&assembly)),
                },
                Ok(Assembled::Said { text, .. }) => Came::Said(text),
                Err(findings) => Came::Wrong(findings.into_iter().next()),
            }
        });
        let reason = because(&gated, &from, &state);
        let allowed = |reason, call, tokens| Cell {
            from: from.clone(),
            state: state.clone(),
            status: Standing::Allowed,
            reason,
            code: None,
            span: None,
            call,
            tokens,
        };
        let (cell, taken) = match came {
            Came::Call { call, tokens, taken } => {
                (allowed(reason, Some(call.clone()), Some(*tokens)), Some(Rc::clone(taken)))
            }
            Came::Said(text) => (allowed(format!("the gate says: {text}"), None, None), None),
            Came::Wrong(finding) => (wrong(from.clone(), state.clone(), finding.as_ref()), None),
        };
        each(Step { at, cell, gated: Some(&gated), taken });
    }
}

/// The state that a cell gives to the turn. Fields keep the defaults of the mapping they lie in.
fn state(base: &State, axes: &Axes, cell: usize, agent: &Compiled) -> State {
    let mut state = base.clone();
    let initial = agent.agent.initial_state();
    for (axis, value) in axes.axes.iter().zip(axes.values(cell)) {
        // What is unset is left out: nothing gives such a key a value by itself. A key that the agent
        // does not have is an axis of the agent that it is compared with.
        let has = |key: &str| {
            let of_flow = key == "step" && agent.agent.flow.is_some();
            of_flow || agent.agent.state_key(key).is_some()
        };
        let declared = |key: &&String| !value.is_null() && has(key);
        let Some(key) = axis.path.first().filter(declared) else {
            continue;
        };
        if let (Some(default @ Json::Object(_)), true) = (initial.get(key), axis.path.len() > 1) {
            state.entry(key.clone()).or_insert_with(|| default.clone());
        }
        put(&mut state, &axis.path, value.clone());
    }
    for key in &agent.agent.state {
        if let Some(value) = state.get_mut(&key.name) {
            neutral::complete(&key.schema, value);
        }
    }
    state
}

/// What an assembly depends on.
fn key(gated: &Gated, remembers: bool) -> String {
    let mut parts: Vec<(&str, &String, &Json)> =
        gated.state.iter().map(|(key, value)| ("", key, value)).collect();
    if remembers {
        parts.extend(gated.before.iter().map(|(key, value)| ("before", key, value)));
    }
    parts.sort_by_key(|(root, key, _)| (*root, *key));
    parts.iter().map(|(root, key, value)| format!("{root}.{key}={value}\n")).collect()
}

fn wrong(from: State, state: State, finding: Option<&Diagnostic>) -> Cell {
    let code = finding.map(|finding| finding.code);
    let status = match code {
        Some("prompt.missing" | "context.missing") => Standing::Missing,
        _ => Standing::Refused,
    };
    let reason = finding.map(|finding| finding.message.clone()).unwrap_or_default();
    let span = finding.and_then(|finding| finding.span.clone());
    Cell { from, state, status, reason, code, span, call: None, tokens: None }
}

/// Which rows of the gate made the state what it is.
fn because(gated: &Gated, from: &State, state: &State) -> String {
    let rows = gated.fired.iter().filter(|fired| {
        fired.refused
            || fired
                .set
                .keys()
                .any(|key| state.contains_key(key) && from.get(key) != state.get(key))
    });
    let words: Vec<String> = rows
        .map(|fired| match (&fired.reason, fired.refused) {
            (Some(reason), true) => format!("gate row {} is refused: {reason}", fired.row),
            _ => {
                let keys: Vec<&str> = fired.set.keys().map(String::as_str).collect();
                format!("gate row {} sets {}", fired.row, keys.join(", "))
            }
        })
        .collect();
    if words.is_empty() { "as it is".to_owned() } else { words.join("; ") }
}
