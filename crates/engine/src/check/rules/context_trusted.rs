//! What a user or an earlier conversation wrote is not the author's text.
//!
//! A trusted value is neither fenced nor neutralised: whatever stands in it is read as instructions.

use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;
use crate::text::template::Expr;

/// Roots that hold what others wrote.
const WRITTEN: [&str; 3] = ["message", "history", "memory"];

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for key in facts.agent.agent.context.iter().filter(|key| key.trusted) {
        let Some(program) = facts.agent.keys.get(&key.name) else { continue };
        let names: Vec<&str> =
            program.from.iter().flat_map(Expr::names).map(|name| name.name).collect();
        let source = match WRITTEN.iter().find(|root| names.contains(*root)) {
            Some(root) => *root,
            None if program.query.is_some() => "memory",
            None => continue,
        };
        let message =
            format!("`{}` is trusted and comes from `{source}`, which others write", key.name);
        let help =
            "Remove `trusted: true`: what stands in it would be read as your own instructions.";
        findings.push(Diagnostic::warning("context.trusted", message).at(&key.span).help(help));
    }
}
