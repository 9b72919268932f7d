//! A context key that no prompt declares does nothing.

use std::collections::BTreeSet;

use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let declared: BTreeSet<&str> = facts
        .versions
        .values()
        .flatten()
        .flat_map(|prompt| &prompt.context)
        .map(|key| key.value.as_str())
        .collect();
    for key in &facts.agent.agent.context {
        if !declared.contains(key.name.as_str()) {
            let message = format!("no prompt declares the context key `{}`", key.name);
            let help = "Use it in a prompt's `context`, or remove it.";
            findings.push(Diagnostic::warning("context.unused", message).at(&key.span).help(help));
        }
    }
}
