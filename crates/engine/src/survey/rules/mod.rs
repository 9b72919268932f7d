//! Findings that need turns to be run.
//!
//! Owns what is seen once for all of these rules: the turns of the cases, and the walk through the
//! states. Each rule is a file with one function. They only warn: an agent that they find fault with
//! can still be used.

mod cell_fails;
mod gate_refused;
mod gate_searched;
mod gate_tested;

use std::collections::{BTreeMap, BTreeSet};

use crate::agent::case::Case;
use crate::agent::input::Content;
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, Severity, arrange};
use crate::survey::axes::axes;
use crate::survey::walk::{Cell, walk};
use crate::turn::case::play;
use crate::turn::gate::Fired;
use crate::turn::{Assembled, Finder, Options};

/// What was seen of an agent.
#[derive(Debug, Default)]
struct Seen {
    /// Rows of the gate that fired in a case, with the row of their fallback that was taken.
    fired: BTreeSet<(usize, Option<usize>)>,
    /// Rows whose write was refused in a case.
    refused: BTreeSet<usize>,
    /// The first message of a case in which a row fired, by row.
    messages: BTreeMap<usize, Content>,
    /// The cells of the matrix.
    cells: Vec<Cell>,
    /// What became of rows in the walk, by row.
    walked: BTreeMap<usize, Tally>,
}

/// What became of a row in the walk.
#[derive(Clone, Debug, Default)]
struct Tally {
    /// In how many cells it fired.
    fired: usize,
    /// In how many of them its write was refused.
    refused: usize,
    /// Why, the first time.
    reason: String,
}

/// A rule: adds what it finds.
type Rule = fn(&Compiled, &Seen, &mut Vec<Diagnostic>);

const RULES: [Rule; 4] =
    [gate_tested::check, gate_refused::check, gate_searched::check, cell_fails::check];

/// Runs an agent's cases, walks its states, and tells what is noteworthy. `known` are the findings of
/// `check`: what they say already is not said again.
#[must_use]
pub fn check(
    agent: &Compiled,
    cases: &[Case],
    known: &[Diagnostic],
    find: Finder<'_>,
) -> Vec<Diagnostic> {
    let mut seen = Seen::default();
    let mut findings = Vec::new();
    for case in cases {
        let last = case.turns.len().saturating_sub(1);
        for turn in play(agent, case, last, &Options::default(), find) {
            let fired = match &turn.assembled {
                Ok(Assembled::Call(assembly)) => assembly.gated.fired.as_slice(),
                Ok(Assembled::Said { gated, .. }) => gated.fired.as_slice(),
                Err(_) => &[],
            };
            seen.fired.extend(fired.iter().map(|fired| (fired.row, fired.fallback)));
            seen.refused.extend(fired.iter().filter(|fired| fired.refused).map(|fired| fired.row));
            for fired in fired {
                if let Some(message) = &turn.input.message {
                    seen.messages.entry(fired.row).or_insert_with(|| message.clone());
                }
            }
        }
    }
    match axes(agent, &[]) {
        Ok(axes) => walk(agent, &axes, find, &|_| (), &mut |step| {
            for fired in step.gated.iter().flat_map(|gated| &gated.fired) {
                tally(&mut seen.walked, fired);
            }
            seen.cells.push(step.cell);
        }),
        Err(more) => {
            let warned = |finding| Diagnostic { severity: Severity::Warning, ..finding };
            findings.extend(more.into_iter().map(|finding| warned(finding.at(&agent.agent.span))));
        }
    }
    for rule in RULES {
        rule(agent, &seen, &mut findings);
    }
    findings.retain(|finding| !is_known(finding, known));
    arrange(&mut findings);
    findings
}

fn tally(walked: &mut BTreeMap<usize, Tally>, fired: &Fired) {
    let tally = walked.entry(fired.row).or_default();
    tally.fired += 1;
    if fired.refused {
        tally.refused += 1;
        if tally.reason.is_empty() {
            tally.reason = fired.reason.clone().unwrap_or_default();
        }
    }
}

/// Whether a finding about something that is missing names what an earlier one names.
fn is_known(finding: &Diagnostic, known: &[Diagnostic]) -> bool {
    let name = finding.message.split('`').nth(1).map(|name| format!("`{name}`"));
    let missing = known.iter().filter(|known| known.code == "prompt.missing");
    finding.code == "survey.missing"
        && name.is_some_and(|name| missing.into_iter().any(|known| known.message.contains(&name)))
}
