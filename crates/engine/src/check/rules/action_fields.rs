//! A call whose answer is plain text cannot carry actions as fields.
//!
//! A prompt that allows actions in such a call promises the model something that cannot happen.

use crate::agent::call::AnswerKind;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for seat in &facts.seats {
        let call = facts.call(seat.call).0;
        let fields = matches!(call.answer.kind, AnswerKind::Actions | AnswerKind::Steps);
        let carries = fields || call.answer.tools;
        let action = seat.prompt.and_then(|prompt| prompt.actions.first());
        let (false, Some(action)) = (carries, action) else { continue };
        let message = format!(
            "`{}` allows actions, but the call `{}` is answered without any",
            seat.name, call.name
        );
        let help = "Say `answer: {kind: actions}`, or remove the prompt's `actions`.";
        findings.push(Diagnostic::warning("action.no-field", message).at(&action.span).help(help));
    }
}
