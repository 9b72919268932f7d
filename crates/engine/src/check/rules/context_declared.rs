//! A prompt declares the context keys that it uses, and only keys that the agent has.

use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, suggestion};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for prompt in agent.catalog.all() {
        let Some(body) = agent.body(prompt) else {
            continue;
        };
        let names = body.names();
        for key in &prompt.context {
            if agent.agent.context_key(&key.value).is_none() {
                let known = agent.agent.context.iter().map(|known| known.name.as_str());
                let message = format!("the agent has no context key `{}`", key.value);
                let finding = Diagnostic::error("context.unknown", message).at(&key.span);
                let help = suggestion(&key.value, known);
                findings
                    .push(finding.help(help.unwrap_or_else(|| "Declare it in agent.yaml.".into())));
            } else if !names.iter().any(|name| name.name == key.value) {
                let message =
                    format!("`{}` declares `{}` and does not use it", prompt.name, key.value);
                let help =
                    "Remove it from `context`: what a prompt declares is fetched in every turn.";
                findings
                    .push(Diagnostic::warning("context.idle", message).at(&key.span).help(help));
            }
        }
    }
}
