//! What is compared with an enumeration, a boolean or a small integer is one of its values.
//!
//! A slip in a condition is silent: it just never holds, or always does.

use serde_json::Value as Json;

use crate::check::facts::Facts;
use crate::check::texts::{Read, of_agent, of_prompts};
use crate::check::worlds::{Path, place_of, schema_of, values_of};
use crate::diagnostic::Diagnostic;
use crate::text::template::Name;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for read in of_agent(facts) {
        compare(facts, read, &|name, _| place_of(&facts.agent.agent, name), findings);
    }
    // A prompt sees context keys; one that is a place in the state and nothing else has its values.
    for read in of_prompts(facts) {
        compare(facts, read, &|name, literal| source_of(facts, name, literal), findings);
    }
}

fn source_of(facts: &Facts<'_>, name: &Name<'_>, literal: &Json) -> Option<Path> {
    let from = facts.agent.keys.get(name.name)?.from.as_ref()?;
    let default = facts.agent.agent.context_key(name.name)?.default.as_ref();
    if default.is_some_and(|default| default.value == *literal) {
        return None;
    }
    let names = from.names();
    let [source] = names.as_slice() else { return None };
    let whole = from.source().trim().len() == source.range.len();
    (whole && name.path.is_empty()).then(|| place_of(&facts.agent.agent, source))?
}

fn compare(
    facts: &Facts<'_>,
    read: Read<'_>,
    place_of: &dyn Fn(&Name<'_>, &Json) -> Option<Path>,
    findings: &mut Vec<Diagnostic>,
) {
    for (compared, span) in read.compared() {
        let Some(path) = place_of(&compared.name, &compared.literal) else { continue };
        let schema = schema_of(&facts.agent.agent, &path);
        let Some(values) = schema.and_then(values_of) else { continue };
        if values.contains(&compared.literal) {
            continue;
        }
        let words: Option<Vec<&str>> = values.iter().map(Json::as_str).collect();
        let known = || values.iter().map(Json::to_string).collect::<Vec<_>>().join(", ");
        let shown =
            compared.literal.as_str().map_or_else(|| compared.literal.to_string(), Into::into);
        let message = format!("`{}` is never `{shown}`", path.join("."));
        let finding = Diagnostic::error("expression.unknown-value", message).at(&span);
        let finding = match (&compared.literal, words) {
            (Json::String(word), Some(words)) => finding.slip(word, words),
            _ => finding,
        };
        findings.push(finding.or_help(format!("It can be: {}.", known())));
    }
}
