//! The state space as a table: what is allowed, refused or missing, and what each state costs.
//!
//! Owns the summary of a walk. It must never leave out a cell.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::survey::axes::{Axes, axes};
use crate::survey::walk::{Cell, Standing, walk};
use crate::turn::Finder;

/// All cells of an agent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Matrix {
    /// The agent.
    pub agent: String,
    /// What varies, and what does not.
    #[serde(flatten)]
    pub axes: Axes,
    /// The cells, the last axis fastest.
    pub cells: Vec<Cell>,
    /// The cells in numbers.
    pub summary: Summary,
}

/// A matrix in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Cells that are assembled, or ended by the gate.
    pub allowed: usize,
    /// Cells that are refused.
    pub refused: usize,
    /// Cells that lack something.
    pub missing: usize,
    /// How many different texts the allowed cells come to.
    pub distinct: usize,
    /// What each call costs.
    pub calls: BTreeMap<String, Cost>,
}

/// The tokens of a call over all cells that make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// The cells.
    pub cells: usize,
    /// The least tokens.
    pub min: u32,
    /// The most.
    pub max: u32,
}

impl Matrix {
    /// The cells that somebody has to mend.
    pub fn wrong(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.is_wrong())
    }
}

/// Walks an agent. `only` names the keys that are to vary, when not all of them are; `progress` is told
/// how many cells are done.
///
/// # Errors
/// As [`axes`].
pub fn matrix(
    agent: &Compiled,
    only: &[String],
    find: Finder<'_>,
    progress: &mut dyn FnMut(usize),
) -> Result<Matrix, Vec<Diagnostic>> {
    let axes = axes(agent, only)?;
    let mut cells = Vec::with_capacity(axes.cells());
    let mut texts = BTreeSet::new();
    walk(
        agent,
        &axes,
        find,
        &|assembly| crate::agent::prompt::hash(&assembly.text()),
        &mut |step| {
            texts.extend(step.taken.as_deref().cloned());
            cells.push(step.cell);
            progress(step.at + 1);
        },
    );
    let summary = summary(&cells, texts.len());
    Ok(Matrix { agent: agent.agent.name.clone(), axes, cells, summary })
}

fn summary(cells: &[Cell], distinct: usize) -> Summary {
    let count = |status| cells.iter().filter(|cell| cell.status == status).count();
    let mut calls: BTreeMap<String, Cost> = BTreeMap::new();
    for cell in cells {
        let (Some(call), Some(tokens)) = (&cell.call, cell.tokens) else {
            continue;
        };
        let cost = calls.entry(call.clone()).or_insert(Cost { cells: 0, min: tokens, max: tokens });
        cost.cells += 1;
        cost.min = cost.min.min(tokens);
        cost.max = cost.max.max(tokens);
    }
    Summary {
        allowed: count(Standing::Allowed),
        refused: count(Standing::Refused),
        missing: count(Standing::Missing),
        distinct,
        calls,
    }
}
