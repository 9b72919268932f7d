//! The tools of a step are actions of the agent, with arguments that they have, and its logic asks for
//! no others.

use serde_json::Value as Json;

use crate::agent::action::Action;
use crate::agent::step::tool::StepTool;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for prompt in agent.catalog.all() {
        let Some(step) = &prompt.step else { continue };
        for tool in &step.tools {
            match agent.agent.action(&tool.name.value) {
                Some(action) => findings.extend(lacking(action, tool)),
                None => {
                    let all = agent.agent.actions.iter().map(|action| action.name.as_str());
                    let message = format!("there is no action `{}`", tool.name.value);
                    let finding = Diagnostic::error("step.unknown-tool", message);
                    let finding = finding.at(&tool.name.span).slip(&tool.name.value, all);
                    findings.push(finding.or_help("Declare it under `actions` in agent.yaml."));
                }
            }
        }
        let tools = step.tools.iter().map(|tool| tool.name.value.as_str());
        let allowed: Vec<&str> =
            tools.chain(prompt.actions.iter().map(|action| action.value.as_str())).collect();
        for action in step.logic.iter().flat_map(|rule| &rule.actions) {
            if !allowed.contains(&action.value.as_str()) {
                let message = format!("the step does not allow the action `{}`", action.value);
                let help = "Add it to the step's `tools`.";
                let finding = Diagnostic::error("step.unknown-tool", message);
                findings.push(finding.at(&action.span).help(help));
            }
        }
    }
}

/// Arguments that are required of an action and that it does not have. One that is forbidden may be
/// unknown: that is what it is forbidden for.
fn lacking(action: &Action, tool: &StepTool) -> Vec<Diagnostic> {
    let params = action.params.get("properties").and_then(Json::as_object);
    let known: Vec<&str> = params.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    let odd = tool.require.iter().filter(|text| !known.contains(&text.value.as_str()));
    let tell = |text: &crate::agent::decode::Text| {
        let message = format!("the action `{}` has no argument `{}`", action.name, text.value);
        let finding = Diagnostic::error("step.unknown-argument", message).at(&text.span);
        let finding = finding.slip(&text.value, known.iter().copied());
        finding.or_help("Declare it under the action's `params`.")
    };
    odd.map(tell).collect()
}
