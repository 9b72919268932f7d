//! A field of a state key is one that its schema declares.
//!
//! A field that nothing declares is not there in any turn, and a condition that asks `is defined` hides
//! that.

use serde_json::Value as Json;

use crate::agent::Agent;
use crate::check::facts::Facts;
use crate::check::reader::renamed;
use crate::check::texts::of_agent;
use crate::check::worlds::place_of;
use crate::diagnostic::{Diagnostic, nearest};

/// Keywords by which an object may have fields that `properties` does not list.
const OPEN: [&str; 7] =
    ["patternProperties", "anyOf", "oneOf", "allOf", "$ref", "if", "unevaluatedProperties"];

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    for (name, span) in of_agent(facts).into_iter().flat_map(|read| read.names()) {
        let Some(path) = place_of(agent, &name) else { continue };
        let Some((at, field, known)) = undeclared(agent, &path) else { continue };
        let key = path.first().map_or("", String::as_str);
        let message = format!("`{key}` has no field `{field}`");
        let finding = Diagnostic::warning("expression.unknown-field", message).at(&span);
        // The state may be asked by its bare keys, or by way of `state`.
        let at = at + (name.path.len() + 1).saturating_sub(path.len());
        let near = nearest(field, known.iter().copied());
        let near = near.and_then(|near| renamed(&name, &span, at, near));
        let help = format!("Declare it under `properties` of `{key}`.");
        findings.push(finding.slip(field, known).or_help(help).fix(near));
    }
}

/// The first step of a path that its schema does not declare, and what it declares instead.
fn undeclared<'p>(agent: &'p Agent, path: &'p [String]) -> Option<(usize, &'p str, Vec<&'p str>)> {
    let (key, fields) = path.split_first()?;
    let mut schema = &agent.state_key(key)?.schema;
    for (at, field) in fields.iter().enumerate() {
        let properties = schema.get("properties").and_then(Json::as_object)?;
        let more =
            schema.get("additionalProperties").is_some_and(|more| *more != Json::Bool(false));
        if more || properties.is_empty() || OPEN.iter().any(|word| schema.get(word).is_some()) {
            return None;
        }
        match properties.get(field) {
            Some(found) => schema = found,
            None => {
                let known = properties.keys().map(String::as_str).collect();
                return Some((at + 1, field, known));
            }
        }
    }
    None
}
