//! A gate row that can never fire decides nothing.
//!
//! It stands behind a row that always ends the gate, or looks for phrases with which an earlier row has
//! ended it already, or its condition never holds. A gate is about safety: better said than believed.

use std::ops::Range;

use crate::agent::Agent;
use crate::agent::decode::Text;
use crate::agent::gate::GateRow;
use crate::check::compiled::{Compiled, Row};
use crate::check::facts::Facts;
use crate::check::worlds::{Condition, possible};
use crate::diagnostic::{Diagnostic, Span};
use crate::text::normal::normal;
use crate::text::phrases::Seen;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    // The row that always ends the gate, and the phrases of those that end it when they match.
    let mut ended: Option<&GateRow> = None;
    let mut ending: Vec<(&GateRow, &Range<usize>)> = Vec::new();
    for (row, program) in agent.gate.iter().zip(&facts.agent.rows) {
        never(agent, row, program, findings);
        fallback(agent, row, program, findings);
        if !row.always {
            if let Some(earlier) = ended {
                let why = format!("the row in line {} always ends the gate", earlier.span.line);
                tell(
                    &row.span,
                    &why,
                    "Move it in front of that row, or mark it `always: true`.",
                    findings,
                );
            } else if let Some(earlier) = covered(facts.agent, row, &ending) {
                let why = format!(
                    "the row in line {} ends the gate for each of these phrases",
                    earlier.span.line
                );
                let place = row.phrases.first().map_or(&row.span, |phrase| &phrase.span);
                tell(
                    place,
                    &why,
                    "Move it in front of that row, or mark it `always: true`.",
                    findings,
                );
            }
        }
        let ends =
            (row.last || row.say.is_some()) && row.call.is_none() && writes(agent, row, program);
        if !ends || row.when.is_some() {
            continue;
        }
        if row.phrases.is_empty() && row.regex.is_empty() {
            ended = ended.or(Some(row));
        } else if row.unless.is_empty() {
            ending.push((row, &program.phrases));
        }
    }
}

/// The first rows of a fallback that always fire shadow the others.
fn fallback(agent: &Agent, row: &GateRow, program: &Row, findings: &mut Vec<Diagnostic>) {
    let mut taken: Option<&GateRow> = None;
    for (row, program) in row.fallback.iter().zip(&program.fallback) {
        never(agent, row, program, findings);
        if let Some(earlier) = taken {
            let why = format!("the row in line {} is always taken before it", earlier.span.line);
            tell(&row.span, &why, "Move it in front of that row.", findings);
        }
        let looks = row.when.is_some() || !row.phrases.is_empty() || !row.regex.is_empty();
        if !looks && writes(agent, row, program) {
            taken = taken.or(Some(row));
        }
    }
}

fn never(agent: &Agent, row: &GateRow, program: &Row, findings: &mut Vec<Diagnostic>) {
    let (Some(text), Some(expr)) = (&row.when, &program.when) else { return };
    if !possible(agent, &[Condition { expr, wanted: true }], &[]) {
        let help = "Compare it with the values of the state keys that it reads.";
        tell(&text.span, "its condition never holds", help, findings);
    }
}

/// Whether nothing can refuse what a row writes.
fn writes(agent: &Agent, row: &GateRow, program: &Row) -> bool {
    let constant = program.set.iter().all(|(_, pattern)| pattern.names().is_empty());
    let met = |key: &Text| {
        agent.compat.iter().any(|rule| rule.key == key.value || rule.other == key.value)
    };
    constant && !row.set.iter().any(|setting| met(&setting.key))
}

fn covered<'a>(
    agent: &Compiled,
    row: &GateRow,
    ending: &[(&'a GateRow, &Range<usize>)],
) -> Option<&'a GateRow> {
    if row.phrases.is_empty() || !row.regex.is_empty() {
        return None;
    }
    let search = agent.phrases.as_ref()?;
    let mut last = None;
    for phrase in &row.phrases {
        let text = normal(&phrase.value);
        let found: Vec<usize> =
            search.matches(&Seen::of(&text)).map(|found| found.phrase).collect();
        let holds = |set: &Range<usize>| found.iter().any(|phrase| set.contains(phrase));
        let (found, _) = ending.iter().find(|(_, set)| holds(set))?;
        last = Some(*found);
    }
    last
}

fn tell(place: &Span, why: &str, help: &str, findings: &mut Vec<Diagnostic>) {
    let message = format!("this row never fires: {why}");
    findings.push(Diagnostic::warning("gate.unreachable", message).at(place).help(help));
}
