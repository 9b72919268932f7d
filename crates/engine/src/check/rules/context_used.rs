//! A context key that no prompt declares does nothing.

use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(agent: &Compiled, findings: &mut Vec<Diagnostic>) {
    let prompts = agent.catalog.all();
    for key in &agent.agent.context {
        let declares = |prompt: &&crate::agent::prompt::Prompt| {
            prompt.context.iter().any(|declared| declared.value == key.name)
        };
        if !prompts.iter().any(declares) {
            let message = format!("no prompt declares the context key `{}`", key.name);
            let help = "Use it in a prompt's `context`, or remove it.";
            findings.push(Diagnostic::warning("context.unused", message).at(&key.span).help(help));
        }
    }
}
