//! Every name that a layer can come to has a prompt, and an interpolated name comes from an
//! enumeration.
//!
//! An interpolated name is a choice among files: anything but an enumeration would let data choose.
//! Words that no state lets through (the layer's condition or `compat` forbids them) need no prompt.

use crate::agent::layer::{Fill, PromptRef};
use crate::check::facts::{Facts, Seat};
use crate::check::worlds::path_of;
use crate::diagnostic::{Diagnostic, nearest};
use crate::text::template::Template;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (call, program) in facts.agent.agent.calls.iter().zip(&facts.agent.calls) {
        for (layer, program) in call.layers.iter().zip(&program.layers) {
            let Fill::Prompts(refs) = &layer.fill else { continue };
            for (prompt, (name, _)) in refs.iter().zip(&program.prompts) {
                findings.extend(open_name(facts, prompt, name));
            }
        }
    }
    for seat in facts.seats.iter().filter(|seat| seat.prompt.is_none()) {
        let layer = facts.layer(seat.call, seat.layer).0;
        let constant = seat.words.is_empty();
        // What the core lacks is told by the core's own rule.
        if layer.optional || layer.id == "core" || !(constant || seat.possible) {
            continue;
        }
        findings.push(missing(facts, seat));
    }
}

fn open_name(facts: &Facts<'_>, prompt: &PromptRef, template: &Template) -> Option<Diagnostic> {
    let agent = &facts.agent.agent;
    let is_choice = |name: &crate::text::template::Name<'_>| {
        let path = path_of(agent, name);
        let key = path.filter(|path| path.len() == 1).and_then(|path| path.into_iter().next());
        key.and_then(|key| agent.state_key(&key)?.words()).is_some()
    };
    let name = template.names().into_iter().find(|name| !is_choice(name))?;
    let message = format!("`{}` in a prompt's name is not an enumeration", name.name);
    let help = "Give the state key an `enum`: only listed words may choose a prompt.";
    Some(Diagnostic::error("prompt.open-name", message).at(&prompt.name.span).help(help))
}

fn missing(facts: &Facts<'_>, seat: &Seat<'_>) -> Diagnostic {
    let name = &seat.name;
    let near = nearest(name, facts.versions.keys().copied());
    let help = match (seat.words.is_empty(), near) {
        (true, Some(near)) => format!("Did you mean `{near}`? Else write prompts/{name}.md."),
        _ => format!("Write prompts/{name}.md, or mark the layer `optional: true`."),
    };
    let keys: Vec<String> =
        seat.words.iter().filter_map(|(path, _)| Some(format!("`{}`", path.first()?))).collect();
    let finding = if keys.is_empty() {
        Diagnostic::error("prompt.missing", format!("there is no prompt `{name}`"))
    } else {
        let keys = keys.join(" and ");
        let message = format!("there is no prompt `{name}`, which {keys} can choose");
        Diagnostic::warning("prompt.missing", message)
    };
    finding.at(&seat.written.name.span).help(help)
}
