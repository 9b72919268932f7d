//! The words of an enumeration can be told apart, and each can be given.

use crate::agent::step::slot::{Kind, Slot};
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;
use crate::text::normal::folded;

/// What a skipped slot prints.
const SKIPPED: &str = "undefined";

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for prompt in agent.catalog.all() {
        let Some(program) = agent.body(prompt).and_then(|body| body.step.as_ref()) else {
            continue;
        };
        for slot in program.slots.iter().filter(|slot| slot.kind() == Kind::Enum) {
            words(slot, findings);
        }
    }
}

fn words(slot: &Slot, findings: &mut Vec<Diagnostic>) {
    let mut taken: Vec<(String, &str)> = Vec::new();
    for choice in &slot.choices {
        let word = choice.value.as_str();
        let spaced = word.split_whitespace().collect::<Vec<_>>().join(" ");
        let form = folded(&spaced);
        if form.is_empty() || form == SKIPPED {
            let what = if form.is_empty() { "a blank" } else { "what a skipped slot prints" };
            let message = format!("`{word}` is {what}, and no word to choose");
            let help = "Use another word, or let the slot be `required: false`.";
            findings.push(Diagnostic::error("slot.enum-word", message).at(&choice.span).help(help));
        } else if let Some((_, other)) = taken.iter().find(|(known, _)| *known == form) {
            let message =
                format!("`{word}` and `{other}` cannot be told apart when they are given");
            let help = "Case, width and `ß` do not count. Remove one, or give it another name.";
            findings
                .push(Diagnostic::error("slot.enum-twins", message).at(&choice.span).help(help));
        }
        taken.push((form, word));
    }
}
