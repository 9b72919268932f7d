//! A gate row writes state keys that exist, with values that their schemas admit.

use crate::agent::gate::GateRow;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;
use crate::text::pattern::Pattern;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let rows = agent.agent.gate.iter();
    for (row, setting) in rows
        .flat_map(|row: &GateRow| std::iter::once(row).chain(&row.fallback))
        .flat_map(|row| row.set.iter().map(move |setting| (row, setting)))
    {
        let key = &setting.key.value;
        let Some(validator) = agent.state.get(key) else {
            let known = agent.agent.state.iter().map(|key| key.name.as_str());
            let finding =
                Diagnostic::error("gate.unknown-key", format!("there is no state key `{key}`"));
            let there = |near: &str| row.set.iter().any(|setting| setting.key.value == near);
            findings.push(finding.at(&setting.key.span).slip(key, known).unless(there));
            continue;
        };
        // Only a value without expressions is known before the turn.
        let constant =
            Pattern::parse(&setting.value.value).is_ok_and(|pattern| pattern.names().is_empty());
        if !constant || setting.value.value.is_null() {
            continue;
        }
        for error in validator.iter_errors(&setting.value.value) {
            let message = format!("`{key}` cannot be this: {error}");
            let help = "Write a value that the state key's schema admits.";
            findings
                .push(Diagnostic::error("gate.value", message).at(&setting.value.span).help(help));
        }
    }
}
