//! A prompt does not name a model's control tokens.
//!
//! Some servers read such a token as one, wherever it stands: it ends the message or begins another.

use crate::check::facts::Facts;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::fence::ControlTokens;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let tokens = ControlTokens::default();
    for prompt in facts.versions.values().flatten() {
        for range in tokens.find(&prompt.body.value) {
            let token = prompt.body.value.get(range.clone()).unwrap_or_default();
            let message = format!("`{token}` is a control token of some models");
            let help = "Describe it in words. The provider marks where messages begin and end.";
            let place = reader::inside(&prompt.body, &range);
            let finding = Diagnostic::warning("prompt.control-token", message);
            findings.push(finding.at(&place).help(help));
        }
    }
}
