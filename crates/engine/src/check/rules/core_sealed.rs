//! The core uses the configuration and nothing else, has no condition, and is not empty by accident.
//!
//! Nothing that an outsider can write may reach the sealed layer, and nothing may leave it out.

use crate::check::facts::Facts;
use crate::check::reader;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let own = agent.agent.calls.iter().flat_map(|call| &call.core);
    for name in agent.agent.core.iter().chain(own) {
        let version = agent.catalog.production(&name.value);
        let prompt = version.and_then(|version| agent.catalog.version(&name.value, version));
        let Some(prompt) = prompt else {
            let message = format!("the core needs the prompt `{}`, and there is none", name.value);
            let help = format!("Write prompts/{}.md.", name.value);
            findings.push(Diagnostic::error("core.missing", message).at(&name.span).help(help));
            continue;
        };
        if let Some(key) = prompt.context.first() {
            let message =
                format!("`{}` belongs to the core and cannot use context keys", prompt.name);
            let help = "Move what depends on the conversation to another layer; the core sees `config` only.";
            findings.push(Diagnostic::error("core.untrusted", message).at(&key.span).help(help));
        }
        let names = agent.body(prompt).map(|body| body.template.names()).unwrap_or_default();
        if let Some(used) = names.iter().find(|used| used.name == "now") {
            let message = format!("`{}` belongs to the core and cannot use the time", prompt.name);
            let help = "The core is the same bytes in every turn.";
            let place = reader::inside(&prompt.body, &used.range);
            findings.push(Diagnostic::error("core.volatile", message).at(&place).help(help));
        }
        if let Some(when) = &prompt.when {
            let message =
                format!("`{}` belongs to the core and cannot have a condition", prompt.name);
            let help = "Remove its `when`: the core is in every prompt.";
            findings.push(Diagnostic::error("core.condition", message).at(&when.span).help(help));
        }
        if let Some(action) = prompt.actions.first() {
            let message = format!("`{}` belongs to the core and cannot allow actions", prompt.name);
            let help = "Allow actions where they are explained.";
            findings.push(Diagnostic::error("core.actions", message).at(&action.span).help(help));
        }
    }
    if agent.agent.core.is_empty() {
        let message = "this agent has no core: nothing is always in its prompts";
        let help = "List the prompts that must never be missing under `core`.";
        findings.push(Diagnostic::warning("core.none", message).at(&agent.agent.span).help(help));
    }
}
