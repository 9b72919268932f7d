//! What a schema asks for, and what a value is.
//!
//! Owns the questions that the walk asks of a schema. It must never change a value.

use serde_json::{Map, Value as Json};

/// References that are followed, at most: a chain of them may lead nowhere.
const CHAIN: usize = 16;

/// The schema behind references; none for `true`, `false`, and references that lead nowhere.
pub(super) fn followed<'s>(mut schema: &'s Json, root: &'s Json) -> Option<&'s Map<String, Json>> {
    for _ in 0..CHAIN {
        let map = schema.as_object()?;
        let Some(Json::String(reference)) = map.get("$ref") else {
            return Some(map);
        };
        schema = root.pointer(reference.strip_prefix('#')?)?;
    }
    None
}

pub(super) fn list<'s>(schema: &'s Map<String, Json>, word: &str) -> &'s [Json] {
    schema.get(word).and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
}

pub(super) fn items(schema: &Map<String, Json>) -> Option<&Json> {
    schema.get("items").filter(|items| items.is_object())
}

/// The types that a schema allows; empty where it says none.
pub(super) fn kinds(schema: &Map<String, Json>) -> Vec<&str> {
    match schema.get("type") {
        Some(Json::String(kind)) => vec![kind],
        Some(Json::Array(kinds)) => kinds.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether a value is of a type.
pub(super) fn is(kind: &str, value: &Json) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => true,
    }
}

/// Types in words.
pub(super) fn words(kinds: &[&str]) -> String {
    let word = |kind: &&str| match *kind {
        "object" => "an object",
        "array" => "a list",
        "string" => "a text",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "true or false",
        "null" => "null",
        _ => "a value of another type",
    };
    kinds.iter().map(word).collect::<Vec<_>>().join(" or ")
}

/// What a value is, in words.
pub(crate) fn noun(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(true) => "true",
        Json::Bool(false) => "false",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}

/// The object inside of a list of one.
pub(super) fn unwrapped(value: &Json) -> Option<&Json> {
    match value {
        Json::Array(items) => match items.as_slice() {
            [one @ Json::Object(_)] => Some(one),
            _ => None,
        },
        _ => None,
    }
}

/// The object inside of an object whose only field the schema does not know, where it has a field that
/// the schema does know.
pub(super) fn wrapped<'v>(
    properties: &Map<String, Json>,
    fields: &'v Map<String, Json>,
) -> Option<(&'v str, &'v Map<String, Json>)> {
    let (name, inner) = fields.iter().next().filter(|_| fields.len() == 1)?;
    let inner = inner.as_object()?;
    (Names::of(properties).meant(name).is_none()
        && inner.keys().any(|inner| properties.contains_key(inner)))
    .then_some((name.as_str(), inner))
}

/// The names of properties, to be found without letter case, spaces, `_` and `-`. The forms are made when
/// the first name is looked for that is none of them.
pub(super) struct Names<'s> {
    properties: &'s Map<String, Json>,
    forms: Vec<(String, &'s str)>,
}

impl<'s> Names<'s> {
    pub(super) fn of(properties: &'s Map<String, Json>) -> Self {
        Self { properties, forms: Vec::new() }
    }

    /// The only property that a name means.
    pub(super) fn meant(&mut self, name: &str) -> Option<&'s str> {
        if let Some((own, _)) = self.properties.get_key_value(name) {
            return Some(own);
        }
        if self.forms.is_empty() {
            self.forms = self.properties.keys().map(|own| (folded(own), own.as_str())).collect();
        }
        let wanted = folded(name);
        let mut alike = self.forms.iter().filter(|(form, _)| *form == wanted);
        let (_, first) = alike.next()?;
        alike.next().is_none().then_some(first)
    }
}

/// A word without letter case, spaces, `_` and `-`.
pub(crate) fn folded(word: &str) -> String {
    let letters =
        word.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '_' | '-'));
    letters.flat_map(char::to_lowercase).collect()
}
