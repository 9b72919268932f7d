//! Kinds of values in a schema.
//!
//! Owns the small questions about `type` that lowering asks. It must never rewrite more than the type.

use serde_json::{Map, Value as Json, json};

/// The type that fixed values have in common, where a schema lists values and says no type.
pub(super) fn implied(schema: &Map<String, Json>) -> Option<Json> {
    let of = |value: &Json| match value {
        Json::String(_) => Some("string"),
        Json::Number(number) if number.is_f64() => Some("number"),
        Json::Number(_) => Some("integer"),
        Json::Bool(_) => Some("boolean"),
        Json::Null => Some("null"),
        Json::Array(_) | Json::Object(_) => None,
    };
    if let Some(value) = schema.get("const") {
        return of(value).map(|kind| json!(kind));
    }
    if schema.contains_key("properties") {
        return Some(json!("object"));
    }
    let mut kinds = Vec::new();
    for value in schema.get("enum")?.as_array()? {
        let kind = of(value)?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    match kinds.as_slice() {
        [] => None,
        [kind] => Some(json!(kind)),
        kinds => Some(json!(kinds)),
    }
}

/// Whether a value is of a type.
pub(super) fn is_of(value: &Json, kind: &str) -> bool {
    match kind {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

/// Whether a `type` is or lists this one.
pub(super) fn is_or_has(types: &Json, kind: &str) -> bool {
    match types {
        Json::Array(types) => types.iter().any(|one| one.as_str() == Some(kind)),
        one => one.as_str() == Some(kind),
    }
}

/// Whether a keyword says something of values of a type. Keywords that are about no type say something
/// of all.
pub(super) fn concerns(word: &str, kind: &str) -> bool {
    let about: &[&str] = match word {
        "properties"
        | "required"
        | "additionalProperties"
        | "patternProperties"
        | "minProperties"
        | "maxProperties"
        | "propertyNames"
        | "dependentRequired" => &["object"],
        "items" | "prefixItems" | "minItems" | "maxItems" | "uniqueItems" | "contains" => {
            &["array"]
        }
        "pattern" | "format" | "minLength" | "maxLength" => &["string"],
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            &["integer", "number"]
        }
        _ => return true,
    };
    about.contains(&kind)
}

/// The schema or null.
pub(super) fn nullable(schema: Json) -> Json {
    let simple = schema.get("enum").is_none() && schema.get("const").is_none();
    match schema.get("type") {
        Some(Json::String(kind)) if simple && kind != "object" => {
            let kind = kind.clone();
            with_type(schema, json!([kind, "null"]))
        }
        Some(Json::Array(kinds)) if simple => {
            let mut kinds = kinds.clone();
            kinds.push(json!("null"));
            with_type(schema, Json::Array(kinds))
        }
        _ => json!({"anyOf": [schema, {"type": "null"}]}),
    }
}

fn with_type(mut schema: Json, kind: Json) -> Json {
    if let Json::Object(map) = &mut schema {
        map.insert("type".into(), kind);
    }
    schema
}

/// A name as a step of a JSON pointer.
pub(super) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
