//! From a JSON Schema to what a provider's own schema subset can say.
//!
//! Owns the rewriting: what a subset lacks is moved into the description, where the model still reads
//! it, and reported, because Proem must check it again afterwards. It must never loosen a schema
//! without an entry. What cannot be said at all, such as an object of any fields in strict mode, makes
//! the schema one that the provider cannot enforce, and the reason is given.

use serde_json::{Map, Value as Json, json};

use crate::provider::kinds::{concerns, escaped, implied, is_of, is_or_has, nullable};
use crate::provider::reference::{is_recursive, join, resolve};
use crate::provider::subset::Subset;
use crate::turn::format::Lowering;
use crate::turn::format::restore::{is_nullable, is_required};

/// A lowered schema.
#[derive(Debug)]
pub(super) struct Lowered {
    /// What is sent.
    pub schema: Json,
    /// Why the provider cannot enforce it, where it cannot.
    pub loose: Option<String>,
    /// What was given up on the way.
    pub report: Vec<Lowering>,
}

/// Schemas that one schema may become when its references are written out. Each reference may be
/// written out many times, so this bounds the work.
const LARGEST: usize = 5_000;

/// Levels of a schema. OpenAI takes ten; an agent's file has 64.
const DEEPEST: usize = 64;

/// Lowers a schema. `pointer` is where it will stand in the payload.
pub(super) fn lower(schema: &Json, subset: Subset, pointer: &str) -> Lowered {
    let (report, loose) = (Vec::new(), None);
    let mut walk = Walk { root: schema, subset, report, loose, left: LARGEST, depth: 0 };
    let schema = walk.schema(schema, pointer);
    if subset.all_required && schema.get("type").and_then(Json::as_str) != Some("object") {
        walk.loosen(pointer, "the outermost schema is not one object");
    }
    Lowered { schema, loose: walk.loose, report: walk.report }
}

struct Walk<'a> {
    root: &'a Json,
    subset: Subset,
    report: Vec<Lowering>,
    loose: Option<String>,
    left: usize,
    depth: usize,
}

impl Walk<'_> {
    fn schema(&mut self, schema: &Json, pointer: &str) -> Json {
        let Json::Object(map) = schema else {
            self.loosen(pointer, "any value is allowed here");
            return schema.clone();
        };
        if self.left == 0 || self.depth == DEEPEST {
            self.loosen(pointer, "it is too large with its references written out");
            return json!({});
        }
        self.left -= 1;
        self.depth += 1;
        let lowered = self.mapping(map.clone(), pointer);
        self.depth -= 1;
        lowered
    }

    fn mapping(&mut self, map: Map<String, Json>, pointer: &str) -> Json {
        let mut said = Vec::new();
        let map = match self.plain(map, pointer, &mut said) {
            Ok(map) => map,
            Err(reference) => return reference,
        };
        if let (Some(Json::Array(types)), false) = (map.get("type"), self.subset.type_lists) {
            return self.alternatives(&map, types, pointer);
        }
        if let Some(spread) = spread(&map) {
            return self.mapping(spread, pointer);
        }
        let mut out = Map::new();
        for (word, value) in &map {
            let here = format!("{pointer}/{word}");
            if !self.word(word, value, &map, &here, &mut out) {
                said.push(format!("{word}: {value}"));
                if word != "default" && word != "examples" {
                    self.note(&here, "moved into the description and checked afterwards");
                }
            }
        }
        self.close(&map, &mut out, pointer);
        if let (None, Some(kind)) = (out.get("type"), implied(&out)) {
            out.insert("type".into(), kind);
        }
        if self.subset.closed {
            let says = ["type", "anyOf", "$ref", "enum", "const"];
            if !says.iter().any(|word| out.contains_key(*word)) {
                self.loosen(pointer, "any value is allowed here");
            }
            if out.get("type").is_some_and(|kind| is_or_has(kind, "array"))
                && !out.contains_key("items")
            {
                self.loosen(pointer, "a list of any items is allowed here");
            }
        }
        if !said.is_empty() {
            let text = out.get("description").and_then(Json::as_str).unwrap_or_default();
            let text = format!("{text} ({})", said.join(", "));
            out.insert("description".into(), Json::String(text.trim().to_owned()));
        }
        Json::Object(out)
    }

    /// Writes `allOf` and references with neighbours out. A reference that stays one is returned as
    /// the error.
    fn plain(
        &mut self,
        mut map: Map<String, Json>,
        pointer: &str,
        said: &mut Vec<String>,
    ) -> Result<Map<String, Json>, Json> {
        loop {
            let other = if let Some(Json::String(reference)) = map.get("$ref") {
                let reference = reference.clone();
                let Some(target) = resolve(self.root, &reference) else {
                    self.loosen(pointer, "it refers to a schema outside of itself");
                    return Err(Json::Object(map));
                };
                let recursive = is_recursive(self.root, &reference);
                if recursive && !self.subset.recursion {
                    self.loosen(pointer, "the schema contains itself");
                }
                if map.len() == 1 || recursive && !map.contains_key("$defs") {
                    let lost = |word: &&String| {
                        !["$ref", "description", "title", "default"].contains(&word.as_str())
                    };
                    if map.keys().any(|word| lost(&word)) {
                        self.note(
                            pointer,
                            "only the reference is sent: the rest is checked afterwards",
                        );
                    }
                    return Err(alone(&map, &reference));
                }
                map.shift_remove("$ref");
                target.clone()
            } else if let Some(Json::Array(all)) = map.get_mut("allOf") {
                if all.is_empty() {
                    map.shift_remove("allOf");
                    continue;
                }
                all.remove(0)
            } else {
                return Ok(map);
            };
            if self.left == 0 {
                self.loosen(pointer, "it is too large with its references written out");
                return Ok(Map::new());
            }
            self.left -= 1;
            let Json::Object(other) = other else { continue };
            let lost;
            (map, lost) = join(map, &other);
            for (word, value) in lost {
                said.push(format!("{word}: {value}"));
                self.note(
                    &format!("{pointer}/allOf"),
                    "cannot be joined: moved into the description and checked afterwards",
                );
            }
        }
    }

    /// A list of types as alternatives of one type each.
    fn alternatives(&mut self, map: &Map<String, Json>, types: &[Json], pointer: &str) -> Json {
        let mut outer = Map::new();
        for word in ["title", "description", "$defs"] {
            if let Some(value) = map.get(word) {
                outer.insert(word.into(), value.clone());
            }
        }
        let options = types.iter().map(|kind| {
            let mut option = map.clone();
            option.retain(|word, _| !outer.contains_key(word));
            option.insert("type".into(), kind.clone());
            if let Some(Json::Array(values)) = option.get_mut("enum") {
                values.retain(|value| is_of(value, kind.as_str().unwrap_or_default()));
                if kind.as_str() == Some("null") {
                    option.shift_remove("enum");
                }
            }
            option.retain(|word, _| concerns(word, kind.as_str().unwrap_or_default()));
            Json::Object(option)
        });
        outer.insert("anyOf".into(), options.collect());
        self.schema(&Json::Object(outer), pointer)
    }

    /// Writes one keyword; false where the subset does not have it.
    fn word(
        &mut self,
        word: &str,
        value: &Json,
        map: &Map<String, Json>,
        here: &str,
        out: &mut Map<String, Json>,
    ) -> bool {
        match word {
            "properties" => {
                let properties = self.properties(map, value, here);
                out.insert(word.into(), properties);
            }
            "$defs" | "definitions" => {
                let defs = value.as_object().into_iter().flatten();
                let defs = defs.map(|(name, schema)| {
                    (name.clone(), self.schema(schema, &format!("{here}/{}", escaped(name))))
                });
                let defs: Map<String, Json> = defs.collect();
                match out.entry("$defs").or_insert_with(|| Json::Object(Map::new())) {
                    Json::Object(all) => all.extend(defs),
                    _ => return false,
                }
            }
            "items" => {
                let items = self.schema(value, here);
                out.insert(word.into(), items);
            }
            "anyOf" | "oneOf" if !out.contains_key("anyOf") => {
                if word == "oneOf" {
                    self.note(
                        here,
                        "written as anyOf: that exactly one matches is checked afterwards",
                    );
                }
                let options = value.as_array().map(Vec::as_slice).unwrap_or_default();
                let options = options.iter().enumerate();
                let lowered =
                    options.map(|(at, option)| self.schema(option, &format!("{here}/{at}")));
                let lowered: Vec<Json> = lowered.collect();
                out.insert("anyOf".into(), Json::Array(lowered));
            }
            "prefixItems" if self.subset.limits.contains(&word) => {
                let items = value.as_array().map(Vec::as_slice).unwrap_or_default().iter();
                let items =
                    items.enumerate().map(|(at, item)| self.schema(item, &format!("{here}/{at}")));
                let items: Vec<Json> = items.collect();
                out.insert(word.into(), Json::Array(items));
            }
            "enum" | "const" if !self.subset.constants => {
                let values = if word == "const" { json!([value]) } else { value.clone() };
                return self.constants(&values, out);
            }
            "type" | "description" | "title" | "enum" | "const" => {
                out.insert(word.into(), value.clone());
            }
            "format" => {
                let known = value.as_str().is_some_and(|name| self.subset.formats.contains(&name));
                if !known {
                    return false;
                }
                out.insert(word.into(), value.clone());
            }
            // Anthropic takes it for 0 and 1; who takes `maxItems` takes any number.
            "minItems" if !self.subset.limits.contains(&"maxItems") => {
                if value.as_u64().is_none_or(|least| least > 1) {
                    return false;
                }
                out.insert(word.into(), value.clone());
            }
            "required" | "additionalProperties" => {}
            "default" if value.is_null() => {}
            // Proem's own words, and words that say nothing of the value.
            "titles" | "extract" | "$schema" | "$id" | "$comment" | "$anchor" | "deprecated"
            | "readOnly" | "writeOnly" => {}
            _ if self.subset.limits.contains(&word) => {
                out.insert(word.into(), value.clone());
            }
            _ => return false,
        }
        true
    }

    /// Fixed values where only texts and numbers can be listed: null becomes an alternative.
    fn constants(&mut self, values: &Json, out: &mut Map<String, Json>) -> bool {
        let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
        let (plain, rest): (Vec<&Json>, Vec<&Json>) =
            values.iter().partition(|value| value.is_string() || value.is_number());
        if plain.is_empty() || rest.iter().any(|value| !value.is_null()) {
            return false;
        }
        if rest.is_empty() {
            out.insert("enum".into(), json!(plain));
        } else {
            let mut option = Map::from_iter([("enum".to_owned(), json!(plain))]);
            if let Some(kind) = implied(&option) {
                option.insert("type".into(), kind);
            }
            out.shift_remove("type");
            out.insert("anyOf".into(), json!([option, {"type": "null"}]));
        }
        true
    }

    fn properties(&mut self, parent: &Map<String, Json>, value: &Json, pointer: &str) -> Json {
        let Some(map) = value.as_object() else {
            return value.clone();
        };
        let lowered = map.iter().map(|(name, property)| {
            let here = format!("{pointer}/{}", escaped(name));
            let mut lowered = self.schema(property, &here);
            let optional = !is_required(parent, name);
            if self.subset.all_required && optional && !is_nullable(property, self.root) {
                lowered = nullable(lowered);
                self.note(&here, "optional: written as nullable");
            }
            (name.clone(), lowered)
        });
        Json::Object(lowered.collect())
    }

    /// What an object requires, and that it takes nothing else.
    fn close(&mut self, map: &Map<String, Json>, out: &mut Map<String, Json>, pointer: &str) {
        let is_object = |kind: &Json| is_or_has(kind, "object");
        if !out.contains_key("properties") && !map.get("type").is_some_and(is_object) {
            return;
        }
        let names = out.get("properties").and_then(Json::as_object);
        let empty = names.is_none_or(Map::is_empty);
        let required = match names {
            Some(names) if self.subset.all_required => {
                Some(json!(names.keys().collect::<Vec<_>>()))
            }
            _ => map.get("required").cloned(),
        };
        out.extend(required.map(|required| ("required".to_owned(), required)));
        let extra = map.get("additionalProperties");
        if self.subset.closed {
            let open = extra.is_none_or(|extra| *extra != Json::Bool(false));
            if empty && open {
                self.loosen(pointer, "an object of any fields is allowed here");
            } else if extra.is_some() && open {
                self.note(&format!("{pointer}/additionalProperties"), "further fields are refused");
            }
            if empty {
                out.entry("properties").or_insert_with(|| json!({}));
            }
            out.insert("additionalProperties".into(), Json::Bool(false));
        } else if let Some(extra) = extra {
            let extra = match extra {
                Json::Object(_) => self.schema(extra, &format!("{pointer}/additionalProperties")),
                plain => plain.clone(),
            };
            out.insert("additionalProperties".into(), extra);
        }
    }

    fn note(&mut self, pointer: &str, note: &str) {
        self.report.push(Lowering { pointer: pointer.to_owned(), note: note.to_owned() });
    }

    fn loosen(&mut self, pointer: &str, why: &str) {
        self.loose.get_or_insert_with(|| format!("{pointer}: {why}"));
    }
}

/// Fields beside alternatives of fields: both hold together, and an object that is closed on its own
/// would refuse the fields of its alternatives. So the fields go into each alternative.
fn spread(map: &Map<String, Json>) -> Option<Map<String, Json>> {
    let about = |schema: &Json| schema.get("properties").is_some() || schema.get("$ref").is_some();
    let word = ["anyOf", "oneOf"].into_iter().find(|word| map.contains_key(*word))?;
    let options = map.get(word)?.as_array()?;
    if !map.contains_key("properties") || !options.iter().any(about) {
        return None;
    }
    let (mut outer, mut base) = (Map::new(), map.clone());
    base.shift_remove(word);
    for kept in ["$defs", "definitions", "title", "description"] {
        outer.extend(base.shift_remove(kept).map(|value| (kept.to_owned(), value)));
    }
    let options = options.iter().map(|option| json!({"allOf": [base, option]}));
    outer.insert(word.into(), options.collect());
    Some(outer)
}

/// A reference that stays one. It takes no neighbours but a description, which goes around it.
fn alone(map: &Map<String, Json>, reference: &str) -> Json {
    let reference = match reference.strip_prefix("#/definitions/") {
        Some(name) => format!("#/$defs/{name}"),
        None => reference.to_owned(),
    };
    match map.get("description") {
        Some(text) => json!({"description": text, "anyOf": [{"$ref": reference}]}),
        None => json!({"$ref": reference}),
    }
}
