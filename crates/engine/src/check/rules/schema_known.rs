//! A schema has only keywords that JSON Schema knows.
//!
//! A validator skips what it does not know, so a slip in a keyword takes the limit away and tells nobody.

use crate::check::facts::Facts;
use crate::check::schemas::{keywords, walk};
use crate::diagnostic::{Diagnostic, Span, nearest};
use serde_json::Value as Json;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    for key in &agent.state {
        look(&key.schema, &key.name, &key.span, findings);
    }
    for action in &agent.actions {
        look(&action.params, "", &action.span, findings);
        if let Some(returns) = &action.returns {
            look(returns, "returns", &action.span, findings);
        }
    }
    for call in &agent.calls {
        if let Some(schema) = &call.answer.schema {
            let place = call.answer.schema_at.as_ref().unwrap_or(&call.span);
            look(schema, "", place, findings);
        }
    }
}

fn look(schema: &Json, root: &str, place: &Span, findings: &mut Vec<Diagnostic>) {
    walk(schema, root, &mut |path, word| {
        if keywords().any(|known| known == word) || word.starts_with("x-") {
            return;
        }
        let of = if path.is_empty() { String::new() } else { format!(" of `{path}`") };
        let message = format!("JSON Schema has no keyword `{word}`, so the one{of} does nothing");
        let help = match nearest(word, keywords()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "Remove it, or say it in the `description`.".to_owned(),
        };
        findings.push(Diagnostic::warning("schema.unknown-keyword", message).at(place).help(help));
    });
}
