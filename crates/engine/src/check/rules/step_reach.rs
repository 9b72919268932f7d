//! Every step can be reached from the one in which the flow begins.

use std::collections::BTreeSet;

use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let start = agent.agent.flow.as_ref().and_then(|flow| flow.start.as_ref());
    // Where the beginning is missing, that is told, and nothing can be reached.
    let Some(start) = start.filter(|start| agent.step(&start.value).is_some()) else {
        return;
    };
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let mut open = vec![start.value.as_str()];
    while let Some(name) = open.pop() {
        if let Some((_, step)) = agent.step(name)
            && reached.insert(name)
        {
            open.extend(step.exits().map(|exit| exit.value.as_str()));
        }
    }
    for (name, prompt, _) in agent.steps() {
        if !reached.contains(name) {
            let message = format!("no step leads to `{name}`");
            let help = "Name it in a step's `next` or `to`, or remove the file.";
            let place = Span::of_file(&prompt.body.span.file);
            findings.push(Diagnostic::warning("step.unreachable", message).at(&place).help(help));
        }
    }
}
