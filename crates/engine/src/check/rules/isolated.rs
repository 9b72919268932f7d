//! An isolated call has no layer of rules, and no key that comes from memory.
//!
//! Assembly keeps memory from such a call by construction; this rule tells the author beforehand.

use crate::agent::layer::{Engine, Fill};
use crate::check::compiled::Compiled;
use crate::check::pattern_name::can_be;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(agent: &Compiled, findings: &mut Vec<Diagnostic>) {
    for call in &agent.agent.calls {
        let allowed: Option<Vec<&str>> =
            call.context.as_ref().map(|keys| keys.iter().map(|key| key.value.as_str()).collect());
        for key in call.context.iter().flatten() {
            if agent.agent.context_key(&key.value).is_none() {
                let message = format!("the agent has no context key `{}`", key.value);
                let help = "Declare it under `context`, or remove it here.";
                findings
                    .push(Diagnostic::error("context.unknown", message).at(&key.span).help(help));
            }
        }
        for layer in &call.layers {
            if call.isolated && layer.fill == Fill::Engine(Engine::Rules) {
                let message = format!(
                    "the call `{}` is isolated and cannot have a layer of rules",
                    call.name
                );
                let help = "Remove the layer, or `isolated: true`.";
                findings
                    .push(Diagnostic::error("call.isolated", message).at(&layer.span).help(help));
            }
            let Fill::Prompts(refs) = &layer.fill else {
                continue;
            };
            for name in refs.iter().map(|prompt| prompt.name.value.as_str()) {
                let prompts = agent.catalog.all();
                for prompt in prompts.iter().filter(|prompt| can_be(name, prompt.name.as_str())) {
                    for key in &prompt.context {
                        if let Some(allowed) = &allowed
                            && !allowed.contains(&key.value.as_str())
                        {
                            let message = format!(
                                "the call `{}` is not given the context key `{}`",
                                call.name, key.value
                            );
                            let help =
                                "Add it to the call's `context`, or take it out of the prompt.";
                            findings.push(
                                Diagnostic::error("call.context", message).at(&key.span).help(help),
                            );
                        }
                        let program = agent.keys.get(&key.value);
                        if call.isolated && program.is_some_and(|program| program.remembers) {
                            let message = format!(
                                "`{}` comes from memory, and `{}` is isolated",
                                key.value, call.name
                            );
                            let help =
                                "Take the key out of the prompt, or remove `isolated: true`.";
                            findings.push(
                                Diagnostic::error("call.isolated", message)
                                    .at(&key.span)
                                    .help(help),
                            );
                        }
                    }
                }
            }
        }
    }
}
