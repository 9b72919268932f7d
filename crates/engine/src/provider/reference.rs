//! References between schemas.
//!
//! Owns finding what a `$ref` means, whether it leads back to itself, and joining the schemas that must
//! hold together. It must never look outside the schema at hand.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

/// What a reference means: a place in the same schema. None where it leads elsewhere.
pub(super) fn resolve<'a>(root: &'a Json, reference: &str) -> Option<&'a Json> {
    let pointer = reference.strip_prefix('#')?;
    root.pointer(pointer)
}

/// Whether a reference leads back to itself.
pub(super) fn is_recursive(root: &Json, reference: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![reference.to_owned()];
    while let Some(next) = open.pop() {
        let mut found = Vec::new();
        if let Some(target) = resolve(root, &next) {
            references(target, &mut found);
        }
        for inner in found {
            if covers(&inner, reference) {
                return true;
            }
            if seen.insert(inner.clone()) {
                open.push(inner);
            }
        }
    }
    false
}

/// Whether what `outer` refers to contains what `inner` refers to, so that writing it out would write
/// `inner` out again.
fn covers(outer: &str, inner: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The references in a schema; what is declared in its `$defs` counts only where it is referred to.
fn references(schema: &Json, found: &mut Vec<String>) {
    match schema {
        Json::Array(items) => items.iter().for_each(|item| references(item, found)),
        Json::Object(map) => {
            for (word, value) in map {
                match (word.as_str(), value) {
                    ("$ref", Json::String(reference)) => found.push(reference.clone()),
                    ("$defs" | "definitions" | "enum" | "const" | "default" | "examples", _) => {}
                    _ => references(value, found),
                }
            }
        }
        _ => {}
    }
}

/// Two schemas that must hold together, as one. What cannot be joined is returned beside it: the
/// keywords of `other` that were given up.
pub(super) fn join(
    mut own: Map<String, Json>,
    other: &Map<String, Json>,
) -> (Map<String, Json>, Vec<(String, Json)>) {
    let mut lost = Vec::new();
    for (word, value) in other {
        let Some(has) = own.get_mut(word) else {
            own.insert(word.clone(), value.clone());
            continue;
        };
        match (word.as_str(), has, value) {
            (_, has, value) if has == value => {}
            ("properties" | "$defs" | "definitions", Json::Object(has), Json::Object(more)) => {
                for (name, schema) in more {
                    match has.get_mut(name) {
                        None => {
                            has.insert(name.clone(), schema.clone());
                        }
                        Some(same) if same == schema => {}
                        Some(both) => *both = serde_json::json!({"allOf": [both.take(), schema]}),
                    }
                }
            }
            // Whatever must hold as well is joined in its turn.
            ("allOf", Json::Array(has), Json::Array(more)) => has.extend(more.iter().cloned()),
            ("required", Json::Array(has), Json::Array(more)) => {
                let new: Vec<Json> =
                    more.iter().filter(|name| !has.contains(name)).cloned().collect();
                has.extend(new);
            }
            ("enum", Json::Array(has), Json::Array(more)) => {
                has.retain(|value| more.contains(value))
            }
            ("additionalProperties", has, value) => {
                if *value == Json::Bool(false) {
                    *has = Json::Bool(false);
                }
            }
            ("title" | "description", ..) => {}
            _ => lost.push((word.clone(), value.clone())),
        }
    }
    (own, lost)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_reference_that_comes_back_is_recursive() {
        let root = json!({
            "$defs": {
                "leaf": {"type": "string"},
                "tree": {"type": "object", "properties": {"next": {"$ref": "#/$defs/knot"}}},
                "knot": {"anyOf": [{"$ref": "#/$defs/tree"}, {"type": "null"}]},
                "user": {"type": "object", "properties": {"tree": {"$ref": "#/$defs/tree"}}},
                "named": {"const": {"$ref": "#/$defs/named"}},
            },
            "type": "object",
            "properties": {"self": {"$ref": "#"}},
        });
        for (name, expected) in
            [("leaf", false), ("tree", true), ("knot", true), ("user", false), ("named", false)]
        {
            assert_eq!(is_recursive(&root, &format!("#/$defs/{name}")), expected, "{name}");
        }
        assert!(is_recursive(&root, "#"));
        assert!(is_recursive(&root, "#/properties/self"));
        assert_eq!(resolve(&root, "https://example.com/schema.json"), None);
        assert_eq!(resolve(&root, "#/$defs/none"), None);
    }

    #[test]
    fn joined_schemas_ask_for_everything_that_both_ask_for() {
        let own = json!({
            "type": "object", "description": "Own.", "minProperties": 1,
            "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}, "required": ["a"],
        });
        let other = json!({
            "type": "object", "description": "Other.", "minProperties": 2,
            "properties": {"b": {"minimum": 1}, "c": {}}, "required": ["c", "a"],
            "additionalProperties": false,
        });
        let (joined, lost) = join(own.as_object().unwrap().clone(), other.as_object().unwrap());
        let expected = json!({
            "type": "object", "description": "Own.", "minProperties": 1,
            "properties": {
                "a": {"type": "string"},
                "b": {"allOf": [{"type": "integer"}, {"minimum": 1}]},
                "c": {},
            },
            "required": ["a", "c"], "additionalProperties": false,
        });
        assert_eq!(Json::Object(joined), expected);
        assert_eq!(lost, [("minProperties".to_owned(), json!(2))]);
    }
}
