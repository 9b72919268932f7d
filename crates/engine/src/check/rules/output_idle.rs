//! A rule of the output protocol has something to be held against.

use crate::agent::call::Run;
use crate::agent::output::{Output, Rule};
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};
use crate::text::said::money::Known;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    if let Some(output) = &agent.output {
        idle(facts, output, findings);
    }
    for call in &agent.calls {
        let Some(output) = &call.output else { continue };
        idle(facts, output, findings);
        if matches!(call.run, Run::Gate | Run::Background) {
            let message = format!("nobody reads what the call `{}` says", call.name);
            tell(&output.span, &message, "Remove its `output`.", findings);
        }
    }
}

fn idle(facts: &Facts<'_>, output: &Output, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    if output.has(Rule::Scripts) && agent.flow.is_none() {
        let message = "`scripts` has no meaning: the agent has no flow, and so no scripts";
        tell(&output.span, message, "Remove it, or declare a `flow`.", findings);
    }
    if output.prices && Known::of(&agent.config.clone().into()).is_empty() {
        let message = "`prices: config` forbids every amount: `config` has none";
        let help = "Write the amounts that may be named under `config`.";
        tell(&output.span, message, help, findings);
    }
    for refused in output.refuse.iter().filter(|refused| !output.has(refused.value)) {
        let message = format!("`{}` is refused, and the rule is off", refused.value.as_str());
        tell(&refused.span, &message, "Switch the rule on, or leave it out here.", findings);
    }
    for canary in output.leaks.iter().flat_map(|leaks| &leaks.canaries) {
        let text = canary.value.trim();
        let mut prompts = facts.versions.values().flatten();
        if !prompts.any(|prompt| prompt.body.value.contains(text)) {
            let message = format!("no prompt holds the canary `{text}`, so it shows nothing");
            tell(&canary.span, &message, "Write it into a prompt of the core.", findings);
        }
    }
}

fn tell(place: &Span, message: &str, help: &str, findings: &mut Vec<Diagnostic>) {
    findings.push(Diagnostic::warning("output.idle", message).at(place).help(help));
}
