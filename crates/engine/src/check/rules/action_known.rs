//! Prompts and the gate ask for actions that exist, and whoever asks may ask.

use crate::agent::decode::Text;
use crate::agent::gate::GateRow;
use crate::check::compiled::Compiled;
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, suggestion};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for prompt in agent.catalog.all() {
        for action in &prompt.actions {
            known(agent, action, findings);
        }
    }
    let rows = agent.agent.gate.iter();
    for row in rows.flat_map(|row: &GateRow| std::iter::once(row).chain(&row.fallback)) {
        for action in &row.actions {
            known(agent, action, findings);
        }
    }
    for action in &agent.agent.actions {
        for by in &action.by {
            let is_call = agent.agent.call(&by.value).is_some();
            if !is_call && !["model", "user"].contains(&by.value.as_str()) {
                let calls = agent.agent.calls.iter().map(|call| call.name.as_str());
                let message = format!("`{}` cannot ask for actions: it is no call", by.value);
                let help = suggestion(&by.value, ["model", "user"].into_iter().chain(calls));
                let finding = Diagnostic::error("action.by", message).at(&by.span);
                findings.push(finding.help(help.unwrap_or_default()));
            }
        }
    }
}

fn known(agent: &Compiled, action: &Text, findings: &mut Vec<Diagnostic>) {
    if agent.agent.action(&action.value).is_none() {
        let all = agent.agent.actions.iter().map(|action| action.name.as_str());
        let message = format!("there is no action `{}`", action.value);
        let finding = Diagnostic::error("action.unknown", message).at(&action.span);
        let help = suggestion(&action.value, all);
        findings.push(finding.help(help.unwrap_or_else(|| "Declare it under `actions`.".into())));
    }
}
