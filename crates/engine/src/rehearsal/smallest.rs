//! The smallest value that a schema allows.
//!
//! Owns the choice for each type: null where it may be, the first of several words, the least that is
//! required. Schemas that restrict by other words than these may refuse it, and then the answer is
//! refused as any other. It must never fill in what may be left out.

use serde_json::{Map, Number, Value as Json};

/// How deep a schema is followed.
const DEEPEST: usize = 32;

/// The smallest value that a schema allows.
pub(super) fn smallest(schema: &Json) -> Json {
    of(schema, DEEPEST)
}

fn of(schema: &Json, left: usize) -> Json {
    let Some(left) = left.checked_sub(1) else { return Json::Null };
    if let Some(value) = schema.get("const").or_else(|| schema.get("default")) {
        return value.clone();
    }
    if let Some(words) = schema.get("enum").and_then(Json::as_array) {
        let null = words.iter().find(|word| word.is_null());
        return null.or_else(|| words.first()).cloned().unwrap_or_default();
    }
    let choices = ["anyOf", "oneOf"].iter().find_map(|key| schema.get(*key)?.as_array());
    if let Some(choices) = choices {
        let null = choices.iter().any(|choice| may_be(choice, "null"));
        let first = choices.first().filter(|_| !null);
        return first.map_or(Json::Null, |first| of(first, left));
    }
    match () {
        () if may_be(schema, "null") => Json::Null,
        () if may_be(schema, "object") || schema.get("properties").is_some() => {
            object(schema, left)
        }
        () if may_be(schema, "array") => {
            let least = schema.get("minItems").and_then(Json::as_u64).unwrap_or_default();
            let item = schema.get("items").unwrap_or(&Json::Null);
            Json::Array((0..least.min(64)).map(|_| of(item, left)).collect())
        }
        () if may_be(schema, "integer") || may_be(schema, "number") => number(schema),
        () if may_be(schema, "boolean") => Json::Bool(false),
        () if may_be(schema, "string") => {
            let least = schema.get("minLength").and_then(Json::as_u64).unwrap_or_default();
            Json::String("-".repeat(usize::try_from(least.min(1_024)).unwrap_or_default()))
        }
        () => Json::Null,
    }
}

fn object(schema: &Json, left: usize) -> Json {
    let required = schema.get("required").and_then(Json::as_array).into_iter().flatten();
    let fields = required.filter_map(Json::as_str).map(|name| {
        let own = schema.get("properties").and_then(|all| all.get(name));
        (name.to_owned(), of(own.unwrap_or(&Json::Null), left))
    });
    Json::Object(fields.collect::<Map<_, _>>())
}

/// 0, or the bound that is nearest to it.
fn number(schema: &Json) -> Json {
    let bound = |key: &str| schema.get(key).filter(|bound| bound.is_number());
    let above = bound("minimum").filter(|least| least.as_f64().is_some_and(|least| least > 0.0));
    let below = bound("maximum").filter(|most| most.as_f64().is_some_and(|most| most < 0.0));
    above.or(below).cloned().unwrap_or(Json::Number(Number::from(0)))
}

fn may_be(schema: &Json, kind: &str) -> bool {
    match schema.get("type") {
        Some(Json::String(word)) => word == kind,
        Some(Json::Array(words)) => words.iter().any(|word| word == kind),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_least_that_is_required_is_there_and_nothing_else() {
        for (schema, value) in [
            (
                json!({"type": "object", "required": ["a"], "properties":
                {"a": {"type": "integer", "minimum": 3}, "b": {"type": "string"}}}),
                json!({"a": 3}),
            ),
            (json!({"enum": ["calm", "brisk"]}), json!("calm")),
            (json!({"anyOf": [{"type": "object"}, {"type": "null"}]}), Json::Null),
            (json!({"type": ["string", "null"]}), Json::Null),
            (
                json!({"type": "array", "minItems": 2, "items": {"type": "boolean"}}),
                json!([false, false]),
            ),
            (json!({"type": "number", "maximum": -1.5}), json!(-1.5)),
            (json!({"type": "string", "minLength": 2}), json!("--")),
            (json!({"type": "string", "default": "x"}), json!("x")),
            (json!({"const": 7}), json!(7)),
            (json!(true), Json::Null),
        ] {
            assert_eq!(smallest(&schema), value, "{schema}");
            let validator = jsonschema::validator_for(&schema).unwrap();
            assert!(validator.is_valid(&value), "{schema} takes {value}");
        }
    }

    #[test]
    fn a_schema_that_goes_on_and_on_ends() {
        let mut schema = json!({"type": "boolean"});
        for _ in 0..100 {
            schema = json!({"type": "object", "required": ["a"], "properties": {"a": schema}});
        }
        let mut depth = 0;
        let mut value = smallest(&schema);
        while let Some(inner) = value.get("a") {
            (value, depth) = (inner.clone(), depth + 1);
        }
        assert_eq!(depth, DEEPEST);
    }
}
