//! Every name that a layer can come to has a prompt, and an interpolated name comes from an
//! enumeration.
//!
//! An interpolated name is a choice among files: anything but an enumeration would let data choose.
//! Words that no state lets through (the layer's condition or `compat` forbids them) need no prompt.

use crate::agent::layer::{Fill, PromptRef};
use crate::check::facts::{Facts, Seat};
use crate::check::worlds::path_of;
use crate::diagnostic::{Diagnostic, Span, nearest};
use crate::text::template::Template;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for (call, program) in facts.agent.agent.calls.iter().zip(&facts.agent.calls) {
        for (layer, program) in call.layers.iter().zip(&program.layers) {
            let Fill::Prompts(refs) = &layer.fill else { continue };
            for (prompt, (name, _)) in refs.iter().zip(&program.prompts) {
                findings.extend(open_name(facts, prompt, name));
                findings.extend(without_stage(facts, prompt, name));
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
        if name.path.is_empty() && facts.agent.flow_words(name.name).is_some() {
            return true;
        }
        let path = path_of(agent, name);
        let key = path.filter(|path| path.len() == 1).and_then(|path| path.into_iter().next());
        key.and_then(|key| agent.state_key(&key)?.words()).is_some()
    };
    let name = template.names().into_iter().find(|name| !is_choice(name))?;
    let message = format!("`{}` in a prompt's name is not an enumeration", name.name);
    let help = "Give the state key an `enum`: only listed words may choose a prompt.";
    Some(Diagnostic::error("prompt.open-name", message).at(&prompt.name.span).help(help))
}

/// Steps without a stage, where the stage chooses.
fn without_stage(facts: &Facts<'_>, prompt: &PromptRef, template: &Template) -> Vec<Diagnostic> {
    let by_stage = template.names().iter().any(|name| name.name == "stage");
    if !by_stage || facts.agent.agent.flow.is_none() {
        return Vec::new();
    }
    let bare = facts.agent.steps().into_iter().filter(|(.., step)| step.stage.is_none());
    let tell = |(name, file, _): (&str, &crate::agent::prompt::Prompt, _)| {
        let written = &prompt.name.value;
        let message = format!("the step `{name}` has no stage, and `{written}` needs one");
        let place = Span::of_file(&file.body.span.file);
        Diagnostic::error("step.no-stage", message).at(&place).help("Give the step a `stage`.")
    };
    bare.map(tell).collect()
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
    let finding = finding.at(&seat.written.name.span);
    if seat.words.is_empty() {
        return finding.slip(name, facts.versions.keys().copied()).help(help);
    }
    finding.help(help)
}
