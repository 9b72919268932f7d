//! Every name that a layer can come to has a prompt, and an interpolated name comes from an
//! enumeration.
//!
//! An interpolated name is a choice among files: anything but an enumeration would let data choose.

use crate::agent::layer::{Fill, Layer, PromptRef};
use crate::agent::name::PromptName;
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, nearest};
use crate::text::template::Template;

pub(in crate::check) fn check(agent: &Compiled, findings: &mut Vec<Diagnostic>) {
    for (call, program) in agent.agent.calls.iter().zip(&agent.calls) {
        for (layer, program) in call.layers.iter().zip(&program.layers) {
            let Fill::Prompts(refs) = &layer.fill else {
                continue;
            };
            if layer.id == "core" {
                continue;
            }
            for (prompt, (name, _)) in refs.iter().zip(&program.prompts) {
                names(agent, layer, prompt, name, findings);
            }
        }
    }
}

fn names(
    agent: &Compiled,
    layer: &Layer,
    prompt: &PromptRef,
    template: &Template,
    findings: &mut Vec<Diagnostic>,
) {
    let used = template.names();
    let [] = used.as_slice() else {
        interpolated(agent, layer, prompt, template, findings);
        return;
    };
    if !exists(agent, &prompt.name.value) && !layer.optional {
        findings.push(missing(agent, prompt, &prompt.name.value, None));
    }
}

fn interpolated(
    agent: &Compiled,
    layer: &Layer,
    prompt: &PromptRef,
    template: &Template,
    findings: &mut Vec<Diagnostic>,
) {
    let used = template.names();
    for name in &used {
        let words = agent.agent.state_key(name.name).and_then(|key| key.words());
        if words.is_none() || !name.path.is_empty() {
            let message = format!("`{}` in a prompt's name is not an enumeration", name.name);
            let help = "Give the state key an `enum`: only listed words may choose a prompt.";
            findings.push(
                Diagnostic::error("prompt.open-name", message).at(&prompt.name.span).help(help),
            );
            return;
        }
    }
    let [name] = used.as_slice() else { return };
    let Some(words) = agent.agent.state_key(name.name).and_then(|key| key.words()) else {
        return;
    };
    for word in words {
        let Some(full) = filled(&prompt.name.value, word) else {
            return;
        };
        if !exists(agent, &full) && !layer.optional {
            findings.push(missing(agent, prompt, &full, Some(name.name)));
        }
    }
}

/// The name with a word in place of its one expression.
fn filled(text: &str, word: &str) -> Option<String> {
    let (before, rest) = text.split_once("{{")?;
    let (_, after) = rest.split_once("}}")?;
    Some(format!("{before}{word}{after}"))
}

fn exists(agent: &Compiled, name: &str) -> bool {
    PromptName::parse(name).is_ok_and(|name| agent.catalog.production(&name).is_some())
}

fn missing(
    agent: &Compiled,
    prompt: &PromptRef,
    name: &str,
    chosen_by: Option<&str>,
) -> Diagnostic {
    let all = agent.catalog.all();
    let near = nearest(name, all.iter().map(|prompt| prompt.name.as_str()));
    let help = match (chosen_by, near) {
        (None, Some(near)) => format!("Did you mean `{near}`? Else write prompts/{name}.md."),
        _ => format!("Write prompts/{name}.md, or mark the layer `optional: true`."),
    };
    let finding = match chosen_by {
        None => Diagnostic::error("prompt.missing", format!("there is no prompt `{name}`")),
        Some(key) => {
            let message = format!("there is no prompt `{name}`, which `{key}` can choose");
            Diagnostic::warning("prompt.missing", message)
        }
    };
    finding.at(&prompt.name.span).help(help)
}
