//! A step that gives up after so many retries says something when it does.
//!
//! The engine ends the conversation then, whatever the model has written: without a `closing` script the
//! user may read nothing at all.

use crate::agent::step::Then;
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    if agent.agent.flow.is_none() {
        return;
    }
    for (name, prompt, step) in agent.steps() {
        let gives_up = matches!(step.retries.then, Then::Stop | Then::Handoff);
        let waits = step.slots.iter().any(|slot| slot.is_required());
        if gives_up && waits && step.script("closing").is_none() {
            let message = format!(
                "nothing is said when the step `{name}` gives up and ends the conversation"
            );
            let help = "Add a script `closing`, or let `retries` say `then: skip`.";
            let place = Span::of_file(&prompt.body.span.file);
            findings.push(Diagnostic::warning("step.no-closing", message).at(&place).help(help));
        }
    }
}
