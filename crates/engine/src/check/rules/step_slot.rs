//! Texts and conditions of a step speak of slots that some step collects.

use std::collections::BTreeSet;

use crate::agent::decode::Text;
use crate::check::facts::Facts;
use crate::check::reader::{inside, renamed};
use crate::diagnostic::{Diagnostic, nearest};
use crate::text::template::{Name, Step};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let known = &agent.slots;
    for prompt in agent.catalog.all() {
        let (Some(step), Some(body)) = (&prompt.step, agent.body(prompt)) else {
            continue;
        };
        let Some(program) = &body.step else { continue };
        unknown(known, &prompt.body, &body.template.names(), findings);
        if let (Some(text), Some(template)) = (&step.scope, &program.scope) {
            unknown(known, text, &template.names(), findings);
        }
        for (script, templates) in step.scripts.iter().zip(&program.scripts) {
            for (text, template) in script.texts.iter().zip(templates) {
                unknown(known, text, &template.names(), findings);
            }
        }
        for (rule, when) in step.logic.iter().zip(&program.logic) {
            if let (Some(text), Some(when)) = (&rule.when, when) {
                unknown(known, text, &when.names(), findings);
            }
        }
        for (text, condition) in step.critical.conditions.iter().zip(&program.critical) {
            unknown(known, text, &condition.names(), findings);
        }
    }
}

fn unknown(
    known: &BTreeSet<String>,
    text: &Text,
    names: &[Name<'_>],
    findings: &mut Vec<Diagnostic>,
) {
    for name in names.iter().filter(|name| name.name == "slots") {
        let Some(Step::Key(slot)) = name.path.first() else {
            continue;
        };
        if !known.contains(*slot) {
            let message = format!("no step declares the slot `{slot}`");
            let place = inside(text, &name.range);
            let finding = Diagnostic::error("step.unknown-slot", message).at(&place);
            let known = known.iter().map(String::as_str);
            let near = nearest(slot, known.clone());
            findings.push(
                finding
                    .slip(slot, known)
                    .or_help("Declare it under `slots` of the step that asks for it.")
                    .fix(near.and_then(|near| renamed(name, &place, 1, near))),
            );
        }
    }
}
