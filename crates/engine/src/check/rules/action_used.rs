//! An action that nobody can ask for is either forgotten or misspelt.
//!
//! The model asks for what a prompt or a step allows, a user's button for what says `by: [user]`, and
//! the gate for what a row lists under `do`.

use std::collections::BTreeSet;

use crate::agent::gate::GateRow;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    let prompts = facts.versions.values().flatten();
    let mut asked: BTreeSet<&str> = BTreeSet::new();
    for prompt in prompts {
        asked.extend(prompt.actions.iter().map(|action| action.value.as_str()));
        let Some(step) = &prompt.step else { continue };
        asked.extend(step.tools.iter().map(|tool| tool.name.value.as_str()));
        let rules = step.logic.iter().flat_map(|rule| &rule.actions);
        asked.extend(rules.map(|action| action.value.as_str()));
    }
    let rows =
        agent.gate.iter().flat_map(|row: &GateRow| std::iter::once(row).chain(&row.fallback));
    asked.extend(rows.flat_map(|row| &row.actions).map(|action| action.value.as_str()));
    for action in &agent.actions {
        let pressed = action.by.iter().any(|by| by.value == "user");
        if pressed || asked.contains(action.name.as_str()) {
            continue;
        }
        let message = format!("nothing can ask for the action `{}`", action.name);
        let help =
            "List it under `actions` of a prompt, say `by: [user]` for a button, or remove it.";
        findings.push(Diagnostic::warning("action.unused", message).at(&action.span).help(help));
    }
}
