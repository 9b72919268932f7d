//! An isolated call that stands in place of the reply says something where its model gives no answer.
//!
//! Such a call is made when somebody is in danger: silence is the worst of all answers then.

use crate::agent::call::Run;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let calls = facts.agent.agent.calls.iter();
    for call in calls.filter(|call| call.isolated && call.run == Run::Instead) {
        if call.fallback.is_none() {
            let message = format!("nothing is said when the model fails in `{}`", call.name);
            let help =
                "Add a `fallback`: a text with what matters most, such as where to get help.";
            let finding = Diagnostic::warning("call.no-fallback", message);
            findings.push(finding.at(&call.span).help(help));
        }
    }
}
