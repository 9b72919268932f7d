//! A prompt that no layer can choose is either forgotten or misspelt.

use crate::agent::layer::Fill;
use crate::check::compiled::Compiled;
use crate::check::pattern_name::can_be;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(agent: &Compiled, findings: &mut Vec<Diagnostic>) {
    let refs =
        agent.agent.calls.iter().flat_map(|call| &call.layers).flat_map(|layer| {
            match &layer.fill {
                Fill::Prompts(refs) => refs.as_slice(),
                _ => &[],
            }
        });
    let patterns: Vec<&str> = refs.map(|prompt| prompt.name.value.as_str()).collect();
    let mut last = None;
    for prompt in agent.catalog.all() {
        if last == Some(&prompt.name) || prompt.name.prompt_type() == "step" {
            continue;
        }
        last = Some(&prompt.name);
        let name = prompt.name.as_str();
        if !patterns.iter().any(|pattern| can_be(pattern, name)) {
            let message = format!("no layer can choose the prompt `{name}`");
            let help = "Name it in a layer, or remove the file.";
            let place = Span::of_file(&prompt.body.span.file);
            findings.push(Diagnostic::warning("prompt.unused", message).at(&place).help(help));
        }
    }
}
