//! Prompts and the gate ask for actions that exist, and whoever asks may ask.

use crate::agent::decode::Text;
use crate::agent::gate::GateRow;
use crate::check::compiled::Compiled;
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Fix, nearest};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for prompt in agent.catalog.all() {
        let names = prompt.action_names();
        for (at, action) in prompt.actions.iter().enumerate() {
            let Some(finding) = known(agent, action) else { continue };
            // Where the one that is meant is listed too, this one is too many.
            let twice = nearest(&action.value, all(agent)).is_some_and(|near| names.has(near));
            findings.push(if twice {
                let title = format!("Remove `{}` from `actions`", action.value);
                finding.fix(names.take(at).map(|edit| Fix::new(title, vec![edit])))
            } else {
                finding
            });
        }
    }
    let rows = agent.agent.gate.iter();
    for row in rows.flat_map(|row: &GateRow| std::iter::once(row).chain(&row.fallback)) {
        findings.extend(row.actions.iter().filter_map(|action| known(agent, action)));
    }
    for action in &agent.agent.actions {
        for by in &action.by {
            let is_call = agent.agent.call(&by.value).is_some();
            if !is_call && !["model", "user"].contains(&by.value.as_str()) {
                let calls = agent.agent.calls.iter().map(|call| call.name.as_str());
                let message = format!("`{}` cannot ask for actions: it is no call", by.value);
                let finding = Diagnostic::error("action.by", message).at(&by.span);
                findings.push(finding.slip(&by.value, ["model", "user"].into_iter().chain(calls)));
            }
        }
    }
}

fn known(agent: &Compiled, action: &Text) -> Option<Diagnostic> {
    if agent.agent.action(&action.value).is_some() {
        return None;
    }
    let message = format!("there is no action `{}`", action.value);
    let finding = Diagnostic::error("action.unknown", message).at(&action.span);
    Some(finding.slip(&action.value, all(agent)).or_help("Declare it under `actions`."))
}

fn all(agent: &Compiled) -> impl Iterator<Item = &str> {
    agent.agent.actions.iter().map(|action| action.name.as_str())
}
