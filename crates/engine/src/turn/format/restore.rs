//! Reading an answer as the agent's own schema means it.
//!
//! A provider may have been given a stricter form of the schema, in which optional fields are nullable
//! instead of absent. Owns the way back. What comes out is still to be checked against the agent's own
//! schema: whatever a provider could not enforce is caught there.

use std::cell::Cell;

use serde_json::{Map, Value as Json};

/// References that are followed, at most: a chain of them may lead nowhere.
const CHAIN: usize = 16;

/// Steps and levels, at most: alternatives that refer to themselves would never end. A value of 128
/// levels, which is what a reader of JSON takes, fits twice.
const STEPS: u32 = 200_000;
const LEVELS: u32 = 256;

/// The answer with every null taken away that stands for a field that was left out: those of optional
/// fields that may not be null. Where both are allowed, null stays null. Of alternatives the first one
/// whose shape fits is meant. An answer of another shape comes back as it is.
#[must_use]
pub fn restore(schema: &Json, answer: Json) -> Json {
    Guide::new(schema).walk(schema, answer)
}

/// Whether null is a value of this schema, as far as types, fixed values and alternatives tell.
pub(crate) fn is_nullable(schema: &Json, root: &Json) -> bool {
    Guide::new(root).fits(schema, &Json::Null)
}

/// Whether an object's property must be there.
pub(crate) fn is_required(object: &Map<String, Json>, name: &str) -> bool {
    let required = object.get("required").and_then(Json::as_array);
    required.is_some_and(|list| list.iter().any(|item| item.as_str() == Some(name)))
}

/// A walk along a schema, within bounds.
struct Guide<'s> {
    root: &'s Json,
    steps: Cell<u32>,
    level: Cell<u32>,
}

impl<'s> Guide<'s> {
    fn new(root: &'s Json) -> Self {
        Self { root, steps: Cell::new(0), level: Cell::new(0) }
    }

    /// Does one step, unless there were too many: then nothing is known.
    fn step<T>(&self, otherwise: T, step: impl FnOnce(T) -> T) -> T {
        let (steps, level) = (self.steps.get(), self.level.get());
        if steps >= STEPS || level >= LEVELS {
            return otherwise;
        }
        self.steps.set(steps + 1);
        self.level.set(level + 1);
        let done = step(otherwise);
        self.level.set(level);
        done
    }

    fn walk(&self, schema: &'s Json, answer: Json) -> Json {
        self.step(answer, |answer| match followed(schema, self.root) {
            Some(schema) => self.walk_into(schema, answer),
            None => answer,
        })
    }

    fn walk_into(&self, schema: &'s Map<String, Json>, answer: Json) -> Json {
        let mut answer = match answer {
            Json::Object(fields) => Json::Object(self.fields(schema, fields)),
            Json::Array(items) => match schema.get("items") {
                Some(own) => items.into_iter().map(|item| self.walk(own, item)).collect(),
                None => Json::Array(items),
            },
            plain => plain,
        };
        for part in list(schema, "allOf") {
            answer = self.walk(part, answer);
        }
        for word in ["anyOf", "oneOf"] {
            let options = list(schema, word).iter();
            let meant = options.map(|option| (option, self.walk(option, answer.clone())));
            let fit = meant.into_iter().find(|(option, restored)| self.fits(option, restored));
            if let Some((_, restored)) = fit {
                answer = restored;
            }
        }
        answer
    }

    fn fields(
        &self,
        schema: &'s Map<String, Json>,
        mut fields: Map<String, Json>,
    ) -> Map<String, Json> {
        let Some(properties) = schema.get("properties").and_then(Json::as_object) else {
            return fields;
        };
        fields.retain(|name, value| {
            let own = properties.get(name);
            !value.is_null()
                || is_required(schema, name)
                || own.is_none_or(|own| self.fits(own, &Json::Null))
        });
        for (name, own) in properties {
            if let Some(value) = fields.get_mut(name) {
                *value = self.walk(own, value.take());
            }
        }
        fields
    }

    /// Whether a value has the shape of a schema: types, fixed values, fields. Limits are not looked
    /// at.
    fn fits(&self, schema: &'s Json, value: &Json) -> bool {
        self.step(false, |_| match followed(schema, self.root) {
            Some(schema) => self.fits_into(schema, value),
            None => *schema != Json::Bool(false),
        })
    }

    fn fits_into(&self, schema: &'s Map<String, Json>, value: &Json) -> bool {
        let typed = match schema.get("type") {
            None => true,
            Some(Json::Array(kinds)) => kinds.iter().any(|kind| is(kind, value)),
            Some(kind) => is(kind, value),
        };
        let listed = schema.get("enum").and_then(Json::as_array);
        typed
            && listed.is_none_or(|values| values.contains(value))
            && schema.get("const").is_none_or(|fixed| fixed == value)
            && list(schema, "allOf").iter().all(|part| self.fits(part, value))
            && ["anyOf", "oneOf"].into_iter().all(|word| {
                let options = list(schema, word);
                options.is_empty() || options.iter().any(|option| self.fits(option, value))
            })
            && match (value, schema.get("items")) {
                (Json::Object(fields), _) => self.fits_fields(schema, fields),
                (Json::Array(items), Some(own)) => items.iter().all(|item| self.fits(own, item)),
                _ => true,
            }
    }

    fn fits_fields(&self, schema: &'s Map<String, Json>, fields: &Map<String, Json>) -> bool {
        let properties = schema.get("properties").and_then(Json::as_object);
        let own = |name: &String| properties.and_then(|properties| properties.get(name));
        let closed = schema.get("additionalProperties") == Some(&Json::Bool(false));
        let mut required = list(schema, "required").iter().filter_map(Json::as_str);
        fields.iter().all(|(name, value)| match own(name) {
            Some(own) => self.fits(own, value),
            None => !closed,
        }) && required.all(|name| fields.contains_key(name))
    }
}

fn is(kind: &Json, value: &Json) -> bool {
    match kind.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("number") => value.is_number(),
        Some("integer") => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => true,
    }
}

/// The schema behind references; none for `true`, `false`, and references that lead nowhere.
fn followed<'s>(mut schema: &'s Json, root: &'s Json) -> Option<&'s Map<String, Json>> {
    for _ in 0..CHAIN {
        let map = schema.as_object()?;
        let Some(Json::String(reference)) = map.get("$ref") else {
            return Some(map);
        };
        // Neighbours of a reference only describe or narrow what it refers to.
        schema = root.pointer(reference.strip_prefix('#')?)?;
    }
    None
}

fn list<'s>(schema: &'s Map<String, Json>, word: &str) -> &'s [Json] {
    schema.get(word).and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
}
