//! A row of the gate whose write the table of compatible values refuses does nothing.
//!
//! Three ways are found: values written in the row that never go together; a row that the walk saw
//! refused, because it sets one key of a pair and the other had a value that does not go with it; and
//! an answer whose schema admits such a pair, in a row that has no fallback for it. Rows that look into
//! the message have a rule of their own.

use serde_json::{Map, Value as Json};

use crate::agent::gate::GateRow;
use crate::agent::state::{State, clash};
use crate::check::compiled::{Compiled, Row};
use crate::diagnostic::Diagnostic;
use crate::survey::rules::Seen;
use crate::text::pattern::Pattern;
use crate::text::template::Step;

/// The most pairs of one answer that are tried.
const MAX_PAIRS: usize = 10_000;

pub(super) fn check(agent: &Compiled, seen: &Seen, findings: &mut Vec<Diagnostic>) {
    for (at, (row, program)) in agent.agent.gate.iter().zip(&agent.rows).enumerate() {
        let before = findings.len();
        written(agent, row, program, findings);
        for (row, program) in row.fallback.iter().zip(&program.fallback) {
            written(agent, row, program, findings);
        }
        if findings.len() > before {
            continue;
        }
        answered(agent, row, program, findings);
        if let Some(tally) = seen.walked.get(&at).filter(|tally| tally.refused > 0) {
            let which = if tally.refused == tally.fired {
                "every state".to_owned()
            } else {
                format!("{} of {} states", tally.refused, tally.fired)
            };
            let message = format!(
                "in {which} in which this row fires its write is refused: {}",
                tally.reason
            );
            tell(row, message, "Set both keys in the row, or narrow its `when`.", findings);
        }
    }
}

/// The words that a row writes itself.
fn written(agent: &Compiled, row: &GateRow, program: &Row, findings: &mut Vec<Diagnostic>) {
    if let Some(sentence) = clash(&agent.agent.compat, &constants(program)) {
        let message = format!("what this row writes is always refused: {sentence}");
        tell(row, message, "Set values that go together.", findings);
    }
}

fn constants(program: &Row) -> State {
    let words = program.set.iter().filter_map(|(key, pattern)| match pattern {
        Pattern::Constant(value) => Some((key.clone(), value.clone())),
        _ => None,
    });
    words.collect()
}

/// The pairs that an answer can bring.
fn answered(agent: &Compiled, row: &GateRow, program: &Row, findings: &mut Vec<Diagnostic>) {
    let Some(call) = row.call.as_ref().filter(|_| row.fallback.is_empty()) else {
        return;
    };
    let schema = agent.agent.call(&call.value).and_then(|call| call.answer.schema.as_ref());
    let Some(schema) = schema else {
        return;
    };
    let brought = program
        .set
        .iter()
        .filter_map(|(key, pattern)| Some((key.as_str(), words(schema, pattern)?)));
    let brought: Vec<(&str, Vec<Json>)> = brought.collect();
    let mut tried = 0;
    for (at, (key, values)) in brought.iter().enumerate() {
        for (other, others) in brought.iter().skip(at + 1) {
            for value in values {
                for second in others {
                    tried += 1;
                    let mut state = Map::new();
                    state.insert((*key).to_owned(), value.clone());
                    state.insert((*other).to_owned(), second.clone());
                    let refused = clash(&agent.agent.compat, &state);
                    if let Some(sentence) = refused.filter(|_| tried <= MAX_PAIRS) {
                        let message = format!(
                            "the answer of `{}` may bring what is refused: {sentence}",
                            call.value
                        );
                        let help = "Give the row a `fallback`, or narrow the schema of the answer.";
                        tell(row, message, help, findings);
                        return;
                    }
                }
            }
        }
    }
}

/// The words that a value can come to: written, or those of an enumeration of the answer.
fn words(schema: &Json, pattern: &Pattern) -> Option<Vec<Json>> {
    let template = match pattern {
        Pattern::Constant(value) => return Some(vec![value.clone()]),
        Pattern::Text(template) => template.expression()?,
        _ => return None,
    };
    let names = template.names();
    let [name] = names.as_slice() else {
        return None;
    };
    if name.name != "answer" {
        return None;
    }
    let mut found = schema;
    for step in &name.path {
        let Step::Key(key) = step else { return None };
        found = found.get("properties")?.get(*key)?;
    }
    found.get("enum")?.as_array().cloned()
}

fn tell(row: &GateRow, message: String, help: &str, findings: &mut Vec<Diagnostic>) {
    findings.push(Diagnostic::warning("gate.refused", message).at(&row.span).help(help));
}
