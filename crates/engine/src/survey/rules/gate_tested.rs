//! A row of the gate that no case fires is believed, not known.
//!
//! The gate decides before any model does; each of its rows deserves a case that shows it at work.
//! Rows of a fallback count by themselves. An agent without cases is left alone: its author has not
//! begun.

use crate::agent::gate::GateRow;
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::survey::rules::Seen;

pub(super) fn check(agent: &Compiled, seen: &Seen, findings: &mut Vec<Diagnostic>) {
    for (at, row) in agent.agent.gate.iter().enumerate() {
        if !seen.fired.iter().any(|(row, _)| *row == at) {
            findings.push(untested(row, "no case fires this row of the gate"));
            continue;
        }
        for (inner, fallback) in row.fallback.iter().enumerate() {
            if !seen.fired.contains(&(at, Some(inner))) {
                findings.push(untested(fallback, "no case takes this row of the fallback"));
            }
        }
    }
}

fn untested(row: &GateRow, message: &str) -> Diagnostic {
    let help = match (row.phrases.first(), &row.when) {
        (Some(phrase), None) => format!("Add a case with the message `{}`.", phrase.value),
        _ => "Add a case in which it fires, and what you expect of it.".to_owned(),
    };
    Diagnostic::warning("gate.untested", message).at(&row.span).help(help)
}
