//! Values as their schema means them.
//!
//! Owns the walk of a value along its schema: what means the same in another type becomes what the
//! schema asks for, and is noted; what does not is a problem with its place, and stays as it was. It
//! must never lose anything: 1.9 is not 1, and no item disappears.

mod scalar;
mod shape;

use serde_json::{Map, Value as Json};

use crate::turn::read::notes::{Notes, Path, excerpt};
use shape::{Names, followed, items, kinds, list};
pub(crate) use shape::{folded, noun};

/// Steps along a schema, at most, and levels: alternatives that refer to themselves would never end.
const STEPS: u32 = 50_000;
const LEVELS: u32 = 256;

/// The value as the schema means it. Problems are those of form: types, fixed words, fields. Limits such as
/// `minimum` are looked at by whoever validates.
pub(crate) fn coerce(schema: &Json, value: Json, at: &Path<'_>, notes: &mut Notes) -> Json {
    let mut guide = Guide { root: schema, steps: STEPS };
    guide.walk(schema, value, at, notes, 0)
}

/// Whether a value has the form of a schema as it stands.
pub(crate) fn fits(schema: &Json, value: &Json) -> bool {
    let mut notes = Notes::default();
    coerce(schema, value.clone(), &Path::At(""), &mut notes);
    notes.wrong() == 0
}

struct Guide<'s> {
    root: &'s Json,
    steps: u32,
}

impl<'s> Guide<'s> {
    fn walk(
        &mut self,
        schema: &'s Json,
        value: Json,
        at: &Path<'_>,
        notes: &mut Notes,
        level: u32,
    ) -> Json {
        if self.steps == 0 || level >= LEVELS {
            return value;
        }
        self.steps -= 1;
        let Some(schema) = followed(schema, self.root) else {
            return value;
        };
        let mut value = self.typed(schema, value, at, notes, level);
        for part in list(schema, "allOf") {
            value = self.walk(part, value, at, notes, level + 1);
        }
        for word in ["anyOf", "oneOf"] {
            let options = list(schema, word);
            if !options.is_empty() {
                value = self.one_of(options, value, at, notes, level);
            }
        }
        value
    }

    /// The first alternative that fits as it stands, or else the one that takes the fewest liberties,
    /// or else the one with the fewest problems.
    fn one_of(
        &mut self,
        options: &'s [Json],
        value: Json,
        at: &Path<'_>,
        notes: &mut Notes,
        level: u32,
    ) -> Json {
        let mut best: Option<(Json, Notes)> = None;
        for option in options {
            let mut own = Notes::default();
            let made = self.walk(option, value.clone(), at, &mut own, level + 1);
            let cost = |notes: &Notes| (notes.wrong(), notes.taken());
            if best.as_ref().is_none_or(|(_, known)| cost(&own) < cost(known)) {
                let perfect = cost(&own) == (0, 0);
                best = Some((made, own));
                if perfect {
                    break;
                }
            }
        }
        match best {
            Some((made, own)) => {
                notes.append(own);
                made
            }
            None => value,
        }
    }

    fn typed(
        &mut self,
        schema: &'s Map<String, Json>,
        value: Json,
        at: &Path<'_>,
        notes: &mut Notes,
        level: u32,
    ) -> Json {
        let value = match scalar::listed(schema, value, at, notes) {
            Ok(value) => return value,
            Err(value) => value,
        };
        let wanted = kinds(schema);
        if wanted.is_empty() || wanted.iter().any(|kind| shape::is(kind, &value)) {
            let value = scalar::whole(&wanted, value, at, notes);
            return self.inside(schema, value, at, notes, level);
        }
        if let Some(made) = scalar::converted(&wanted, &value, at, notes) {
            // A text that holds JSON is read on inside.
            return self.inside(schema, made, at, notes, level);
        }
        // Wrapped once too often.
        if let Some(inner) = shape::unwrapped(&value) {
            let mut own = Notes::default();
            let made = self.walk_map(schema, inner.clone(), at, &mut own, level + 1);
            if own.wrong() == 0 {
                notes.liberty("value.unwrapped", at, "the object stands inside of a list");
                notes.append(own);
                return made;
            }
        }
        // A single value where a list is asked for.
        if wanted.contains(&"array") && !value.is_null() {
            let mut own = Notes::default();
            let made = match items(schema) {
                Some(item) => {
                    self.walk(item, value.clone(), &Path::Item(at, 0), &mut own, level + 1)
                }
                None => value.clone(),
            };
            if own.wrong() == 0 {
                notes.liberty("value.list", at, "a single value is taken as a list of one");
                notes.append(own);
                return Json::Array(vec![made]);
            }
        }
        let message = format!("Expected {}, found {}.", shape::words(&wanted), shape::noun(&value));
        notes.problem("answer.type", at, message);
        value
    }

    fn walk_map(
        &mut self,
        schema: &'s Map<String, Json>,
        value: Json,
        at: &Path<'_>,
        notes: &mut Notes,
        level: u32,
    ) -> Json {
        if self.steps == 0 || level >= LEVELS {
            notes.problem("answer.type", at, "The value is nested too deep.");
            return value;
        }
        self.steps -= 1;
        self.typed(schema, value, at, notes, level)
    }

    fn inside(
        &mut self,
        schema: &'s Map<String, Json>,
        value: Json,
        at: &Path<'_>,
        notes: &mut Notes,
        level: u32,
    ) -> Json {
        match value {
            Json::Array(values) => match items(schema) {
                Some(item) => {
                    let each = values.into_iter().enumerate();
                    let each = each.map(|(index, value)| {
                        self.walk(item, value, &Path::Item(at, index), notes, level + 1)
                    });
                    Json::Array(each.collect())
                }
                None => Json::Array(values),
            },
            Json::Object(fields) => self.fields(schema, fields, at, notes, level),
            plain => plain,
        }
    }

    fn fields(
        &mut self,
        schema: &'s Map<String, Json>,
        fields: Map<String, Json>,
        at: &Path<'_>,
        notes: &mut Notes,
        level: u32,
    ) -> Json {
        let Some(properties) = schema.get("properties").and_then(Json::as_object) else {
            return Json::Object(fields);
        };
        if let Some((name, inner)) = shape::wrapped(properties, &fields) {
            let mut own = Notes::default();
            let made = self.fields(schema, inner.clone(), at, &mut own, level + 1);
            if own.wrong() == 0 {
                let note = format!("the object stands inside of the field `{name}`");
                notes.liberty("value.unwrapped", at, note);
                notes.append(own);
                return made;
            }
        }
        let closed = schema.get("additionalProperties") == Some(&Json::Bool(false));
        let open = schema.get("additionalProperties").filter(|open| open.is_object());
        let mut names = Names::of(properties);
        let mut made = Map::new();
        let mut others = Vec::new();
        for (name, value) in fields {
            let own = properties.get(&name).or(open);
            if own.is_none() && closed {
                others.push((name, value));
                continue;
            }
            let value = match own {
                Some(own) => self.walk(own, value, &Path::Field(at, &name), notes, level + 1),
                None => value,
            };
            made.insert(name, value);
        }
        // A name that only resembles one is taken for it where that one is not given itself.
        for (name, value) in others {
            let place = Path::Field(at, &name);
            let known = names.meant(&name).filter(|known| !made.contains_key(*known));
            match known.and_then(|known| Some((known, properties.get(known)?))) {
                Some((known, own)) => {
                    let note = format!("`{}` is taken for `{known}`", excerpt(&name));
                    notes.liberty("value.name", &place, note);
                    let value = self.walk(own, value, &place, notes, level + 1);
                    made.insert(known.to_owned(), value);
                }
                None => {
                    notes.problem("answer.unknown", &place, "There is no such field.");
                    made.insert(name, value);
                }
            }
        }
        let required = list(schema, "required").iter().filter_map(Json::as_str);
        for name in required.filter(|name| !made.contains_key(*name)) {
            notes.problem("answer.missing", &Path::Field(at, name), "This field is missing.");
        }
        Json::Object(made)
    }
}
