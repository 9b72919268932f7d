//! The flow begins in a step that exists, and every way out of a step leads to one.

use crate::agent::decode::Text;
use crate::agent::step::END;
use crate::check::compiled::Compiled;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let start = agent.agent.flow.as_ref().and_then(|flow| flow.start.as_ref());
    findings.extend(start.and_then(|start| nowhere(agent, start, "the flow begins")));
    for (name, _, step) in agent.steps() {
        let exits = step.exits().filter(|exit| exit.value != END);
        let what = format!("the step `{name}` leads");
        findings.extend(exits.filter_map(|exit| nowhere(agent, exit, &what)));
    }
}

fn nowhere(agent: &Compiled, name: &Text, what: &str) -> Option<Diagnostic> {
    if agent.step(&name.value).is_some() {
        return None;
    }
    let steps = agent.steps().into_iter().map(|(name, ..)| name);
    let message = format!("{what} nowhere: there is no step `{}`", name.value);
    let finding = Diagnostic::error("step.nowhere", message).at(&name.span);
    let help = format!("Write prompts/step/{}.md.", name.value);
    Some(finding.slip(&name.value, steps).or_help(help))
}
