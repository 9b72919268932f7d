//! Walks over JSON Schemas.
//!
//! Owns which keywords hold schemas, and which keywords there are. It must never validate a value.

use serde_json::Value as Json;

/// Keywords whose value is a schema.
const ONE: [&str; 11] = [
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
    "additionalItems",
];

/// Keywords whose value is a list of schemas.
const LIST: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];

/// Keywords whose value is a mapping from names to schemas.
const NAMED: [&str; 5] =
    ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];

/// The other keywords of JSON Schema 2020-12 and of the drafts before it, and the two of Proem's own.
const REST: [&str; 39] = [
    "type",
    "enum",
    "const",
    "required",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minContains",
    "maxContains",
    "minProperties",
    "maxProperties",
    "dependentRequired",
    "dependencies",
    "title",
    "description",
    "default",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "$ref",
    "$id",
    "$schema",
    "$anchor",
    "$comment",
    "titles",
    "extract",
];

/// All keywords.
pub(super) fn keywords() -> impl Iterator<Item = &'static str> {
    let dynamic = ["$dynamicRef", "$dynamicAnchor", "$vocabulary"];
    ONE.into_iter().chain(LIST).chain(NAMED).chain(REST).chain(dynamic)
}

/// Tells every keyword of a schema and of those inside it, with the path of its schema.
pub(super) fn walk<'s>(schema: &'s Json, path: &str, tell: &mut dyn FnMut(&str, &'s str)) {
    let Json::Object(map) = schema else { return };
    for (word, value) in map {
        tell(path, word);
        let word = word.as_str();
        match value {
            Json::Object(named) if NAMED.contains(&word) => {
                for (name, schema) in named {
                    let below =
                        if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    walk(schema, &below, tell);
                }
            }
            Json::Array(list) if LIST.contains(&word) => {
                list.iter().for_each(|schema| walk(schema, path, tell));
            }
            one if ONE.contains(&word) => walk(one, path, tell),
            _ => {}
        }
    }
}
