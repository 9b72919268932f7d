//! A prompt that no layer can choose is either forgotten or misspelt.

use crate::agent::layer::Fill;
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(agent: &Compiled, findings: &mut Vec<Diagnostic>) {
    let refs = agent
        .agent
        .calls
        .iter()
        .flat_map(|call| &call.layers)
        .flat_map(|layer| match &layer.fill {
            Fill::Prompts(refs) => refs.as_slice(),
            _ => &[],
        });
    let patterns: Vec<(&str, &str)> = refs.map(|prompt| ends(&prompt.name.value)).collect();
    let mut last = None;
    for prompt in agent.catalog.all() {
        if last == Some(&prompt.name) || prompt.name.prompt_type() == "step" {
            continue;
        }
        last = Some(&prompt.name);
        let name = prompt.name.as_str();
        let chosen = |(before, after): &(&str, &str)| {
            if before.len() + after.len() == 0 {
                false
            } else {
                matches(name, before, after)
            }
        };
        if !patterns.iter().any(chosen) {
            let message = format!("no layer can choose the prompt `{name}`");
            let help = "Name it in a layer, or remove the file.";
            let place = Span::of_file(&prompt.body.span.file);
            findings.push(
                Diagnostic::warning("prompt.unused", message)
                    .at(&place)
                    .help(help),
            );
        }
    }
}

/// What stands before the first expression of a name, and behind the last one. Without an expression
/// the whole name stands before.
fn ends(text: &str) -> (&str, &str) {
    match (text.split_once("{{"), text.rsplit_once("}}")) {
        (Some((before, _)), Some((_, after))) => (before, after),
        _ => (text, "\0"),
    }
}

fn matches(name: &str, before: &str, after: &str) -> bool {
    if after == "\0" {
        return name == before;
    }
    name.len() > before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
}
