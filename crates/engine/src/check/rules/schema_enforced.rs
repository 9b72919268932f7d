//! A schema that a model answers to uses keywords that some provider enforces.
//!
//! Others are moved into a description: the model may overlook them, and the answer is refused after it
//! has been paid for. Limits of length are let through, because a sentence carries them well.

use serde_json::Value as Json;

use crate::agent::call::AnswerKind;
use crate::check::facts::Facts;
use crate::check::schemas::walk;
use crate::diagnostic::{Diagnostic, Span};

/// Keywords of structure and of limits that a model's schema rarely can do without, and that no provider
/// enforces while it writes. Sources: the lists of supported keywords in the providers' references on
/// structured output (OpenAI, Anthropic, Gemini).
const UNENFORCED: [&str; 17] = [
    "not",
    "if",
    "then",
    "else",
    "patternProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "unevaluatedProperties",
    "unevaluatedItems",
    "contains",
    "minContains",
    "maxContains",
    "uniqueItems",
    "minProperties",
    "maxProperties",
];

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    for call in agent.calls.iter().filter(|call| call.answer.kind == AnswerKind::Schema) {
        let place = call.answer.schema_at.as_ref().unwrap_or(&call.span);
        call.answer.schema.iter().for_each(|schema| look(schema, place, findings));
    }
    let by_user = |action: &&crate::agent::action::Action| {
        !action.by.is_empty() && action.by.iter().all(|by| by.value == "user")
    };
    for action in agent.actions.iter().filter(|action| !by_user(action)) {
        look(&action.params, &action.span, findings);
    }
}

fn look(schema: &Json, place: &Span, findings: &mut Vec<Diagnostic>) {
    walk(schema, "", &mut |path, word| {
        // `then` and `else` are told with their `if`.
        if !UNENFORCED.contains(&word) || ["then", "else"].contains(&word) {
            return;
        }
        let of = if path.is_empty() { String::new() } else { format!(" of `{path}`") };
        let message = format!(
            "no provider enforces `{word}`{of}: it is put into words, and checked when the answer is there"
        );
        let help = "Say it with `enum`, `anyOf`, `items` or `required`, or ask for it in the prompt and check it where you use it.";
        findings.push(Diagnostic::warning("schema.unenforced", message).at(place).help(help));
    });
}
