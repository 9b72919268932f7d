//! From a JSON Schema to what a provider's own schema subset can say.
//!
//! Owns the rewriting: what a subset lacks is moved into the description, where the model still reads
//! it, and reported, because Proem must check it again afterwards. It must never loosen a schema
//! without an entry.

use serde_json::{Map, Value as Json, json};

use crate::turn::format::Lowering;

/// What a provider's subset has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subset {
    /// Keywords that it takes as they are.
    pub keywords: &'static [&'static str],
    /// Whether every property must be required, so that optional ones become nullable.
    pub all_required: bool,
}

/// Keywords of structure, which every subset has.
const STRUCTURE: [&str; 11] = [
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "anyOf",
    "enum",
    "const",
    "description",
    "title",
    "$ref",
];

/// Lowers a schema. `pointer` is where it will stand in the payload.
pub(super) fn lower(
    schema: &Json,
    subset: Subset,
    pointer: &str,
    report: &mut Vec<Lowering>,
) -> Json {
    let Json::Object(map) = schema else {
        return schema.clone();
    };
    let mut out = Map::new();
    let mut said = Vec::new();
    for (word, value) in map {
        let here = format!("{pointer}/{word}");
        match word.as_str() {
            "properties" => {
                out.insert(word.clone(), properties(map, value, subset, &here, report));
            }
            "items" => {
                out.insert(word.clone(), lower(value, subset, &here, report));
            }
            "anyOf" | "oneOf" => {
                if word == "oneOf" {
                    note(
                        report,
                        &here,
                        "written as anyOf: that exactly one matches is checked afterwards",
                    );
                }
                let options = value.as_array().map(Vec::as_slice).unwrap_or_default();
                let options = options.iter().enumerate();
                let lowered = options
                    .map(|(at, option)| lower(option, subset, &format!("{here}/{at}"), report));
                out.insert("anyOf".into(), lowered.collect());
            }
            "required" if subset.all_required => {}
            "additionalProperties" => {}
            _ if STRUCTURE.contains(&word.as_str()) || subset.keywords.contains(&word.as_str()) => {
                out.insert(word.clone(), value.clone());
            }
            "titles" | "extract" => {}
            _ => {
                said.push(format!("{word}: {value}"));
                note(report, &here, "moved into the description and checked afterwards");
            }
        }
    }
    if let Some(Json::Object(properties)) = out.get("properties") {
        if subset.all_required {
            let names: Vec<&String> = properties.keys().collect();
            out.insert("required".into(), json!(names));
        }
        if map.get("additionalProperties").is_some_and(|extra| *extra != Json::Bool(false)) {
            note(report, &format!("{pointer}/additionalProperties"), "further fields are refused");
        }
        out.insert("additionalProperties".into(), Json::Bool(false));
    }
    if !said.is_empty() {
        let text = out.get("description").and_then(Json::as_str).unwrap_or_default();
        let text = format!("{text} ({})", said.join(", "));
        out.insert("description".into(), Json::String(text.trim().to_owned()));
    }
    Json::Object(out)
}

fn properties(
    parent: &Map<String, Json>,
    value: &Json,
    subset: Subset,
    pointer: &str,
    report: &mut Vec<Lowering>,
) -> Json {
    let required =
        parent.get("required").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    let Some(map) = value.as_object() else {
        return value.clone();
    };
    let lowered = map.iter().map(|(name, property)| {
        let here = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
        let mut property = lower(property, subset, &here, report);
        let optional = !required.iter().any(|item| item.as_str() == Some(name));
        if subset.all_required && optional && !is_nullable(&property) {
            property = nullable(property);
            note(report, &here, "optional: written as nullable");
        }
        (name.clone(), property)
    });
    Json::Object(lowered.collect())
}

fn is_nullable(schema: &Json) -> bool {
    let is_null = |value: &Json| value.as_str() == Some("null");
    match (schema.get("type"), schema.get("anyOf")) {
        (Some(Json::Array(types)), _) => types.iter().any(is_null),
        (Some(kind), None) => is_null(kind),
        (_, Some(Json::Array(options))) => options.iter().any(is_nullable),
        _ => false,
    }
}

fn nullable(schema: Json) -> Json {
    let simple = schema.get("enum").is_none() && schema.get("const").is_none();
    match schema.get("type") {
        Some(Json::String(kind)) if simple && kind != "object" => {
            let kind = kind.clone();
            let Json::Object(mut map) = schema else {
                return schema;
            };
            map.insert("type".into(), json!([kind, "null"]));
            Json::Object(map)
        }
        _ => json!({"anyOf": [schema, {"type": "null"}]}),
    }
}

fn note(report: &mut Vec<Lowering>, pointer: &str, note: &str) {
    report.push(Lowering { pointer: pointer.to_owned(), note: note.to_owned() });
}
