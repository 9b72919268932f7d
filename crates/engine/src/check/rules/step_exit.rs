//! Every step can be left: by `next`, by a row of its logic that always matches, or because the flow
//! ends there.
//!
//! Rows with conditions are no way out by themselves: where none of them holds, the conversation would
//! be stuck. A row without one that stays, behind others that stay too, shuts every way there is.

use crate::agent::step::logic::{Decision, Rule};
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    if agent.agent.flow.is_none() {
        return;
    }
    for (name, prompt, step) in agent.steps() {
        let shut = step.logic.last().filter(|last| last.when.is_none());
        let stays = |rule: &Rule| rule.decide == Some(Decision::Stay);
        if let Some(last) = shut.filter(|_| step.logic.iter().all(stays)) {
            let message =
                format!("there is no way out of the step `{name}`: this row always stays");
            let help =
                "Give the row a `when`, or put a row that says `decide: next` in front of it.";
            findings.push(Diagnostic::error("step.no-exit", message).at(&last.span).help(help));
            continue;
        }
        let always = step.logic.iter().any(|rule| rule.when.is_none() && rule.to.is_some());
        if step.next.is_some() || always || step.ends() {
            continue;
        }
        let sometimes = step.logic.iter().find(|rule| rule.to.is_some());
        let (message, place) = match sometimes {
            Some(rule) => {
                let message =
                    format!("the step `{name}` can only be left where a row of its logic holds");
                (message, rule.span.clone())
            }
            None => {
                let message = format!("there is no way out of the step `{name}`");
                (message, Span::of_file(&prompt.body.span.file))
            }
        };
        let help = "Say `next: NAME`, or `next: end` where the flow ends.";
        findings.push(Diagnostic::error("step.no-exit", message).at(&place).help(help));
    }
}
