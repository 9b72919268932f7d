//! Two agents, or two versions of one: what differs, and what that moves.
//!
//! Owns the comparison of everything that is declared (`outline`, in the words of the
//! files: `written`, `front`, `part`; compared in `declared`), of the prompts (`prompts`), and of what both come to over the cases of both and, on demand, over all states
//! (`shot`, `moves`). Both sides are always given the same input. It must never judge which side is
//! better.

mod declared;
mod front;
mod moves;
mod outline;
mod output;
mod part;
mod prompts;
mod shot;
mod written;

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Serialize;

use crate::agent::case::{Case, CaseTurn};
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::survey::axes::{Axes, MAX_CELLS, axes, too_many};
use crate::survey::walk::walk;
use crate::turn::case::play;
use crate::turn::{Finder, Options};

pub use declared::{Change, Field, Item};
use moves::rendered;
pub use moves::{Group, Kind, More, Moved, Tokens};
use shot::Shot;

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The agent.
    pub agent: &'a Compiled,
    /// Its cases.
    pub cases: &'a [Case],
}

/// What differs between two agents.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Diff {
    /// Prompts: added, removed, renamed, changed.
    pub prompts: Vec<Item>,
    /// Everything else that is declared.
    pub declared: Vec<Item>,
    /// What moved in the turns of the cases.
    pub cases: Rendered,
    /// What moved in the cells of the matrix, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matrix: Option<Rendered>,
}

/// What moved over many turns.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Rendered {
    /// How many turns were compared.
    pub compared: usize,
    /// The turns in which something moved.
    pub turns: Vec<Moved>,
    /// The same, by what moved.
    pub groups: Vec<Group>,
}

impl Diff {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let still = |rendered: &Rendered| rendered.turns.is_empty();
        self.prompts.is_empty()
            && self.declared.is_empty()
            && still(&self.cases)
            && self.matrix.as_ref().is_none_or(still)
    }
}

/// Compares two agents. With `cells` all states of both are compared too; `progress` is told how many
/// of them are done.
///
/// # Errors
/// As [`axes`], when the states are compared.
pub fn diff(
    from: Side<'_>,
    to: Side<'_>,
    cells: bool,
    find: Finder<'_>,
    progress: &mut dyn FnMut(usize),
) -> Result<Diff, Vec<Diagnostic>> {
    let matrix = if cells { Some(over_cells(from, to, find, progress)?) } else { None };
    Ok(Diff {
        prompts: prompts::compare(from.agent, to.agent),
        declared: declared::compare(&outline::outline(from.agent), &outline::outline(to.agent)),
        cases: over_cases(from, to, find),
        matrix,
    })
}

fn over_cases(from: Side<'_>, to: Side<'_>, find: Finder<'_>) -> Rendered {
    let mut pairs = Vec::new();
    for case in cases(from.cases, to.cases) {
        let last = case.turns.len().saturating_sub(1);
        let options = Options::default();
        let ours = play(from.agent, case, last, &options, find);
        let theirs = play(to.agent, case, last, &options, find);
        for (at, (one, other)) in ours.into_iter().zip(theirs).enumerate() {
            let place = match case.turns.len() {
                1 => case.name.clone(),
                _ => format!("{}:{}", case.name, at + 1),
            };
            pairs.push((
                place,
                Rc::new(shot::of(&one.assembled)),
                Rc::new(shot::of(&other.assembled)),
            ));
        }
    }
    rendered(pairs)
}

/// The cases of both sides, by name. One that both have in the same words is there once; one that they
/// have in different words is there twice, so that it makes no difference which side is which.
fn cases<'c>(from: &'c [Case], to: &'c [Case]) -> Vec<&'c Case> {
    let mut all: Vec<&Case> = from.iter().chain(to).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all.dedup_by(|one, other| one.name == other.name && same_turns(&one.turns, &other.turns));
    all
}

fn same_turns(one: &[CaseTurn], other: &[CaseTurn]) -> bool {
    let same = |one: &CaseTurn, other: &CaseTurn| {
        one.input == other.input
            && one.given == other.given
            && one.call == other.call
            && one.answer == other.answer
    };
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
}

fn over_cells(
    from: Side<'_>,
    to: Side<'_>,
    find: Finder<'_>,
    progress: &mut dyn FnMut(usize),
) -> Result<Rendered, Vec<Diagnostic>> {
    let axes = merged(axes(from.agent, &[])?, axes(to.agent, &[])?)?;
    let mut shots = |agent: &Compiled, done: usize| {
        let mut found: Vec<Rc<Shot>> = Vec::with_capacity(axes.cells());
        let mut refused: BTreeMap<String, Rc<Shot>> = BTreeMap::new();
        walk(agent, &axes, find, &shot::of_assembly, &mut |step| {
            let gated = step.gated;
            let shot = step.taken.unwrap_or_else(|| {
                let shot = shot::of_cell(&step.cell, gated);
                let key = format!("{}\n{}", shot.outcome, shot.gate.join("\n"));
                Rc::clone(refused.entry(key).or_insert_with(|| Rc::new(shot)))
            });
            found.push(shot);
            progress(done + step.at + 1);
        });
        found
    };
    let ours = shots(from.agent, 0);
    let theirs = shots(to.agent, ours.len());
    let pairs = ours.into_iter().zip(theirs).enumerate();
    Ok(rendered(pairs.map(|(at, (one, other))| (place(&axes, at), one, other)).collect()))
}

/// The axes of both sides, with the values of both.
fn merged(from: Axes, to: Axes) -> Result<Axes, Vec<Diagnostic>> {
    let mut all = from;
    for axis in to.axes {
        match all.axes.iter_mut().find(|known| known.path == axis.path) {
            Some(known) => {
                let new = axis.values.into_iter().filter(|value| !known.values.contains(value));
                let new: Vec<_> = new.collect();
                known.values.extend(new);
            }
            None => all.axes.push(axis),
        }
    }
    // The order of the axes must not depend on which side is which.
    all.axes.sort_by(|one, other| one.key.cmp(&other.key));
    let cells = all.cells();
    if cells > MAX_CELLS { Err(vec![too_many(&all, cells)]) } else { Ok(all) }
}

fn place(axes: &Axes, cell: usize) -> String {
    let parts = axes.axes.iter().zip(axes.values(cell)).map(|(axis, value)| match value.as_str() {
        Some(word) => format!("{} {word}", axis.key),
        None if value.is_null() => format!("{} unset", axis.key),
        None => format!("{} {value}", axis.key),
    });
    parts.collect::<Vec<_>>().join(", ")
}
