//! The states of an agent: every combination of what selection reads and can list.
//!
//! Owns which reads are axes and which values each takes: enumerations, booleans, integers with few
//! values, and "unset" where nothing gives the key a value by itself. Everything else that selection
//! reads is held fixed, and told. It must never look at what a state comes to.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::agent::name::RESERVED_STATE;
use crate::agent::state::{State, StateKey};
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, suggestion};
use crate::survey::neutral::{self, MESSAGE, NOW};
use crate::survey::path::{at, put};
use crate::survey::reads::{Read, reads};

/// The most cells that are walked.
pub const MAX_CELLS: usize = 20_000;

/// The most values that an integer may have to be an axis.
pub const MAX_INTEGERS: i64 = 16;

/// Something that selection reads and whose values can be listed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Axis {
    /// The state key, or the path of a field in it: `crisis.level`.
    pub key: String,
    /// The path by itself.
    #[serde(skip)]
    pub path: Vec<String>,
    /// Its values in the order of the schema; `null` is "unset".
    pub values: Vec<Json>,
    /// The value that it has when nothing sets it.
    pub default: Json,
    /// Who reads it.
    pub read_by: Vec<String>,
}

/// Something that selection reads and that keeps one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Its name: `message`, `exercise.approach`.
    pub name: String,
    /// The value that it keeps, in words.
    pub at: String,
    /// Who reads it.
    pub read_by: Vec<String>,
}

/// The space that is walked.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Axes {
    /// What varies, in the order of the agent's state.
    pub axes: Vec<Axis>,
    /// What does not.
    pub held: Vec<Held>,
}

impl Axes {
    /// How many cells there are; there is always one.
    #[must_use]
    pub fn cells(&self) -> usize {
        let sizes = self.axes.iter().map(|axis| axis.values.len());
        sizes.fold(1, usize::saturating_mul)
    }

    /// The values of a cell, one for each axis. The last axis varies fastest.
    #[must_use]
    pub fn values(&self, cell: usize) -> Vec<&Json> {
        let mut rest = cell;
        let mut values: Vec<&Json> = Vec::with_capacity(self.axes.len());
        for axis in self.axes.iter().rev() {
            let size = axis.values.len().max(1);
            values.extend(axis.values.get(rest % size));
            rest /= size;
        }
        values.reverse();
        values
    }

    /// The values of a cell as a state, with `null` for "unset".
    #[must_use]
    pub fn from(&self, cell: usize) -> State {
        let mut state = Map::new();
        for (axis, value) in self.axes.iter().zip(self.values(cell)) {
            put(&mut state, &axis.path, value.clone());
        }
        state
    }

    /// What a state has on these axes.
    #[must_use]
    pub fn project(&self, state: &State) -> State {
        let mut found = Map::new();
        for axis in &self.axes {
            put(&mut found, &axis.path, at(state, &axis.path).cloned().unwrap_or_default());
        }
        found
    }
}

/// The axes of an agent. `only` names those that are to vary, when not all of them are.
///
/// # Errors
/// A name that is none of the axes, or more than [`MAX_CELLS`] cells.
pub fn axes(agent: &Compiled, only: &[String]) -> Result<Axes, Vec<Diagnostic>> {
    let reads = reads(agent);
    let mut found = Axes::default();
    for key in &agent.agent.state {
        let of_key =
            |read: &&Read| read.of_state && read.walked && read.path.first() == Some(&key.name);
        for read in reads.iter().filter(of_key) {
            if let Some(known) = found.axes.iter_mut().find(|axis| axis.path == read.path) {
                known.read_by.push(read.by.clone());
            } else if let Some(axis) = axis(agent, key, read) {
                found.axes.push(axis);
            }
        }
    }
    found.axes.extend(steps(agent));
    let known = || found.axes.iter().map(|axis| axis.key.as_str());
    let unknown = only.iter().filter(|name| known().all(|key| key != **name));
    let unknown: Vec<Diagnostic> = unknown.map(|name| no_axis(name, known())).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    if !only.is_empty() {
        found.axes.retain(|axis| only.contains(&axis.key));
    }
    found.held = held(agent, &reads, &found.axes);
    let cells = found.cells();
    if cells > MAX_CELLS {
        return Err(vec![too_many(&found, cells)]);
    }
    Ok(found)
}

/// The steps of a flow: its packet is chosen by the step, and the stage follows from it. A flow that has
/// ended is left out: it has no packet, and its stage is that of the step it ended in.
fn steps(agent: &Compiled) -> Option<Axis> {
    let flow = agent.agent.flow.as_ref()?;
    let names = agent.steps().into_iter().map(|(name, ..)| Json::from(name));
    Some(Axis {
        key: "step".to_owned(),
        path: vec!["step".to_owned()],
        values: names.collect(),
        default: flow
            .start
            .as_ref()
            .map(|start| Json::from(start.value.as_str()))
            .unwrap_or_default(),
        read_by: vec!["the flow".to_owned()],
    })
}

fn no_axis<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let message = format!("`{name}` is none of the keys that selection reads and can list");
    let help = suggestion(name, known);
    let help = help.unwrap_or_else(|| "Without --axis all of them vary.".to_owned());
    Diagnostic::error("survey.axis", message).help(help)
}

/// The finding for more cells than are walked.
pub(crate) fn too_many(found: &Axes, cells: usize) -> Diagnostic {
    let sizes: Vec<String> =
        found.axes.iter().map(|axis| format!("{} {}", axis.key, axis.values.len())).collect();
    let message = format!(
        "there are {cells} combinations, and at most {MAX_CELLS} are walked: {}",
        sizes.join(" × ")
    );
    let help = "Name the keys that are to vary with --axis KEY; the others keep their defaults.";
    Diagnostic::error("survey.too-many", message).help(help)
}

fn axis(agent: &Compiled, key: &StateKey, read: &Read) -> Option<Axis> {
    let mut schema = &key.schema;
    for step in read.path.iter().skip(1) {
        schema = schema.get("properties")?.get(step)?;
    }
    let mut values = listed(schema)?;
    let default = at(&agent.agent.initial_state(), &read.path).cloned().unwrap_or_default();
    if default.is_null() {
        values.push(Json::Null);
    }
    Some(Axis {
        key: read.path.join("."),
        path: read.path.clone(),
        values,
        default,
        read_by: vec![read.by.clone()],
    })
}

/// The values of a schema, where they can be listed.
pub(crate) fn listed(schema: &Json) -> Option<Vec<Json>> {
    if let Some(words) = schema.get("enum").and_then(Json::as_array) {
        return Some(words.iter().filter(|word| !word.is_null()).cloned().collect());
    }
    match schema.get("type").and_then(Json::as_str)? {
        "boolean" => Some(vec![Json::Bool(false), Json::Bool(true)]),
        "integer" => {
            let bound = |name: &str| schema.get(name).and_then(Json::as_i64);
            let (least, most) = (bound("minimum")?, bound("maximum")?);
            let few = most.checked_sub(least).is_some_and(|span| (0..MAX_INTEGERS).contains(&span));
            few.then(|| (least..=most).map(Json::from).collect())
        }
        _ => None,
    }
}

fn held(agent: &Compiled, reads: &[Read], axes: &[Axis]) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    let follows = |read: &Read| {
        let of_flow = axes.iter().any(|axis| axis.path == ["step"]);
        of_flow && read.path == ["stage"]
    };
    let varies = |read: &Read| axes.iter().any(|axis| axis.path == read.path);
    for read in reads.iter().filter(|read| !varies(read) && !follows(read)) {
        let name = read.path.join(".");
        match held.iter_mut().find(|known| known.name == name) {
            Some(known) if known.read_by.contains(&read.by) => {}
            Some(known) => known.read_by.push(read.by.clone()),
            None => held.push(Held {
                at: value_held(agent, read),
                read_by: vec![read.by.clone()],
                name,
            }),
        }
    }
    held
}

/// The value that a walk gives to what does not vary, in words.
fn value_held(agent: &Compiled, read: &Read) -> String {
    if read.of_state {
        let state = neutral::state(agent);
        return match at(&state, &read.path) {
            Some(value) if !value.is_null() => value.to_string(),
            _ => "unset".to_owned(),
        };
    }
    match read.path.first().map(String::as_str) {
        Some("message") => format!("{MESSAGE:?}"),
        Some("now") => NOW.to_owned(),
        Some("history" | "memory") => "empty".to_owned(),
        Some(name) if RESERVED_STATE.contains(&name) => "unset".to_owned(),
        _ => "a neutral value where a prompt needs one".to_owned(),
    }
}
