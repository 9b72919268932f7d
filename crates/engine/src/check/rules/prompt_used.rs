//! A prompt that no layer can choose is either forgotten or misspelt.

use std::collections::BTreeSet;

use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    // A name that cannot be followed is an error of its own, and may choose anything.
    if facts.open {
        return;
    }
    let seated: BTreeSet<&str> = facts.seats.iter().map(|seat| seat.name.as_str()).collect();
    for (name, versions) in &facts.versions {
        let Some(prompt) = versions.first() else { continue };
        // Steps are chosen by the flow, which has rules of its own.
        let of_flow = prompt.step.is_some() && facts.agent.agent.flow.is_some();
        if of_flow || seated.contains(name) {
            continue;
        }
        let message = format!("no layer can choose the prompt `{name}`");
        let help = match prompt.step {
            Some(_) => "Begin a `flow` in agent.yaml, or remove the file.",
            None => "Name it in a layer, or remove the file.",
        };
        let place = Span::of_file(&prompt.body.span.file);
        findings.push(Diagnostic::warning("prompt.unused", message).at(&place).help(help));
    }
}
