//! From every step the flow can come to its end.
//!
//! Steps may lead back to each other, as long as one of them also leads out.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    if agent.agent.flow.is_none() {
        return;
    }
    let steps = agent.steps();
    // Steps that cannot be left, or that lead nowhere, have findings of their own.
    let mut done: BTreeSet<&str> = steps
        .iter()
        .filter(|(.., step)| {
            let lost = step.exits().any(|exit| agent.step(&exit.value).is_none());
            step.ends() || lost || step.exits().next().is_none()
        })
        .map(|(name, ..)| *name)
        .collect();
    // From the ends backwards: whatever leads to a step that can end can end too.
    let mut before: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, _, step) in &steps {
        for exit in step.exits() {
            before.entry(exit.value.as_str()).or_default().push(name);
        }
    }
    let mut open: Vec<&str> = done.iter().copied().collect();
    while let Some(name) = open.pop() {
        let leading = before.get(name).into_iter().flatten();
        open.extend(leading.filter(|leading| done.insert(leading)));
    }
    let mut caught = steps.iter().filter(|(name, ..)| !done.contains(name));
    let Some((first, prompt, _)) = caught.next() else {
        return;
    };
    let names: Vec<String> = std::iter::once(first)
        .chain(caught.map(|(name, ..)| name))
        .map(|n| format!("`{n}`"))
        .collect();
    let alone = names.len() == 1;
    let each = if alone { "it leads only to itself" } else { "they lead only to each other" };
    let message = format!("the flow cannot end from {}: {each}", names.join(", "));
    let help = "Let one of them lead out, or say `next: end`.";
    let place = Span::of_file(&prompt.body.span.file);
    findings.push(Diagnostic::error("step.cycle", message).at(&place).help(help));
}
