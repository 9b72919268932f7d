//! Where actions are fields of an answer by steps, none has the name of one of the answer's own fields.

use crate::agent::call::AnswerKind;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

/// The answer's own fields.
const FIELDS: [&str; 5] = ["messages", "decision", "slots", "script", "reason"];

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let fields = |call: &&crate::agent::call::Call| {
        call.answer.kind == AnswerKind::Steps && !call.answer.tools
    };
    if !agent.agent.calls.iter().any(|call| fields(&call)) {
        return;
    }
    for action in &agent.agent.actions {
        if FIELDS.contains(&action.name.as_str()) {
            let message =
                format!("the action `{}` has the name of a field that the answer has", action.name);
            let help =
                "Rename it, or let actions be tools: `answer: {kind: steps, actions: tools}`.";
            findings.push(Diagnostic::error("step.field", message).at(&action.span).help(help));
        }
    }
}
