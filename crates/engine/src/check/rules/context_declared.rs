//! A prompt declares the context keys that it uses, and only keys that the agent has.

use crate::agent::prompt::Prompt;
use crate::check::compiled::{Body, Compiled};
use crate::check::facts::Facts;
use crate::check::reader::{inside, renamed};
use crate::check::texts::of_prompt;
use crate::diagnostic::{Diagnostic, Fix, nearest};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for prompt in agent.catalog.all() {
        let Some(body) = agent.body(prompt) else {
            continue;
        };
        let names = body.names();
        for (at, key) in prompt.context.iter().enumerate() {
            if agent.agent.context_key(&key.value).is_none() {
                let known = agent.agent.context.iter().map(|known| known.name.as_str());
                let message = format!("the agent has no context key `{}`", key.value);
                let finding = Diagnostic::error("context.unknown", message).at(&key.span);
                let finding = finding.slip(&key.value, known).or_help("Declare it in agent.yaml.");
                findings.push(throughout(finding, prompt, body, at, agent));
            } else if !names.iter().any(|name| name.name == key.value) {
                let message =
                    format!("`{}` declares `{}` and does not use it", prompt.name, key.value);
                let help =
                    "Remove it from `context`: what a prompt declares is fetched in every turn.";
                let finding = Diagnostic::warning("context.idle", message).at(&key.span).help(help);
                let title = format!("Remove `{}` from `context`", key.value);
                let take = prompt.context_names().take(at);
                findings.push(finding.fix(take.map(|edit| Fix::new(title, vec![edit]))));
            }
        }
    }
}

/// A name is written anew wherever the prompt uses it, not only where it is declared.
fn throughout(
    finding: Diagnostic,
    prompt: &Prompt,
    body: &Body,
    at: usize,
    agent: &Compiled,
) -> Diagnostic {
    let known = agent.agent.context.iter().map(|known| known.name.as_str());
    let (Some(key), Some(fix)) = (prompt.context.get(at), &finding.fix) else { return finding };
    let Some(near) = nearest(&key.value, known) else { return finding };
    let names = prompt.context_names();
    let declared = if names.has(near) {
        names.take(at).map(|edit| vec![edit])
    } else {
        Some(fix.edits.clone())
    };
    let uses = of_prompt(prompt, body).into_iter().flat_map(|(text, names)| {
        let own = names.into_iter().filter(|name| name.name == key.value);
        own.map(|name| renamed(&name, &inside(text, &name.range), 0, near))
    });
    let uses: Option<Vec<Fix>> = uses.collect();
    let edits = declared.zip(uses).map(|(mut edits, uses)| {
        edits.extend(uses.into_iter().flat_map(|fix| fix.edits));
        edits
    });
    let title = fix.title.clone();
    finding.fix(edits.map(|edits| Fix::new(title, edits)))
}
