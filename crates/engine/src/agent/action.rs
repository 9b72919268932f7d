//! Actions: what a model or a user's button may ask for.
//!
//! Owns the declaration: parameters, who may ask, and the declared effects. It must never perform
//! one.

use serde_json::{Map, Value as Json, json};

use crate::agent::decode::{Decoder, Fields, Located, SCHEMA_HELP, Text};
use crate::agent::name::is_identifier;
use crate::agent::yaml::Node;
use crate::diagnostic::Span;

/// One action.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its name, exact everywhere.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// What it does, for the model.
    pub description: String,
    /// JSON Schema of its parameters: an object without further fields.
    pub params: Json,
    /// JSON Schema of its result, when the host performs it within the turn.
    pub returns: Option<Json>,
    /// Who may ask: `model`, `user`, or the name of a call.
    pub by: Vec<Text>,
    /// A condition on the state.
    pub allow: Option<Text>,
    /// What it does to the state, all or nothing.
    pub effects: Vec<Effect>,
}

/// What an effect does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Replaces fields of the items found, or the whole key.
    Set,
    /// Adds an item to a list.
    Append,
    /// Takes items out of a list, or unsets a key.
    Remove,
    /// Lays fields over an object.
    Merge,
    /// Gives the host something to remember; it changes no state.
    Remember,
}

/// A declared change of the state.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// What it does.
    pub operation: Operation,
    /// The state key; of a memory its kind.
    pub key: Text,
    /// A list, for an effect that happens once for each of its elements, seen as `item`.
    pub each: Option<Text>,
    /// Which items of a list, an expression over `item` and `params`.
    pub filter: Option<Text>,
    /// The value; texts in it may be templates.
    pub value: Option<Located<Json>>,
}

/// The kinds of memories.
const MEMORIES: [(&str, ()); 3] = [("semantic", ()), ("episodic", ()), ("procedural", ())];

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<Action> {
    let entries = decoder.entries(node);
    entries.iter().filter_map(|(name, body)| decode_action(decoder, name, body)).collect()
}

fn decode_action(decoder: &mut Decoder, name: &Node, body: &Node) -> Option<Action> {
    let key = name.key();
    if !is_identifier(&key) || key == "message" {
        let message = format!("`{key}` cannot be an action's name");
        let help = "Use letters, digits and `_`, at most 64; `message` is the answer's own field.";
        decoder.error_with("action.name", &name.span, message, help);
    }
    let mut fields = decoder.fields(body, "an action")?;
    let by = fields.get("by").map(|node| decoder.texts(node));
    let effects = fields.get("effect").and_then(|node| decoder.list(node)).unwrap_or_default();
    let action = Action {
        name: key,
        span: name.span.clone(),
        description: fields.string(decoder, "description").unwrap_or_default(),
        params: fields.get("params").map_or_else(no_params, |node| decode_params(decoder, node)),
        returns: fields.get("returns").map(Node::to_json),
        by: by.unwrap_or_else(|| vec![Located { value: "model".into(), span: name.span.clone() }]),
        allow: fields.text(decoder, "allow"),
        effects: effects.iter().filter_map(|effect| decode_effect(decoder, effect)).collect(),
    };
    fields.finish(decoder);
    if let Some(returns) = &action.returns
        && let Err(error) = jsonschema::meta::validate(returns)
    {
        let message = format!("`returns` is not a JSON Schema: {error}");
        decoder.error("action.returns", &name.span, message);
    }
    Some(action)
}

fn no_params() -> Json {
    json!({"type": "object", "properties": {}, "required": [], "additionalProperties": false})
}

/// Parameters as a schema: each is required unless it says `required: false`.
fn decode_params(decoder: &mut Decoder, node: &Node) -> Json {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, body) in decoder.entries(node) {
        let key = name.key();
        if !is_identifier(&key) {
            decoder.error_with(
                "action.param",
                &name.span,
                format!("`{key}` cannot be a parameter's name"),
                "Use letters, digits and `_`, beginning with a letter.",
            );
        }
        let mut schema = decoder.object(body);
        match schema.get("required") {
            Some(Json::Bool(needed)) => {
                let needed = *needed;
                schema.remove("required");
                if needed {
                    required.push(Json::from(key.clone()));
                }
            }
            _ => required.push(Json::from(key.clone())),
        }
        let mut schema = Json::Object(schema);
        close_objects(&mut schema);
        if let Err(error) = jsonschema::meta::validate(&schema) {
            let message = format!("the parameter `{key}` is not a JSON Schema: {error}");
            decoder.error_with("action.param", &body.span, message, SCHEMA_HELP);
        }
        properties.insert(key, schema);
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

/// Objects inside of parameters refuse fields that nobody declared, unless the author allows them.
fn close_objects(schema: &mut Json) {
    let Json::Object(map) = schema else { return };
    if map.contains_key("properties") {
        if !map.contains_key("additionalProperties") {
            map.insert("additionalProperties".into(), Json::Bool(false));
        }
        if !map.contains_key("required") {
            let names =
                map["properties"].as_object().map(|all| all.keys().cloned().collect::<Vec<_>>());
            map.insert("required".into(), json!(names.unwrap_or_default()));
        }
    }
    for word in ["items", "properties", "anyOf"] {
        match map.get_mut(word) {
            Some(Json::Object(inner)) if word == "properties" => {
                inner.values_mut().for_each(close_objects)
            }
            Some(inner @ Json::Object(_)) => close_objects(inner),
            Some(Json::Array(inner)) => inner.iter_mut().for_each(close_objects),
            _ => {}
        }
    }
}

fn decode_effect(decoder: &mut Decoder, node: &Node) -> Option<Effect> {
    let mut fields = decoder.fields(node, "an effect")?;
    let operations = [
        ("set", Operation::Set, "in"),
        ("append", Operation::Append, "to"),
        ("remove", Operation::Remove, "from"),
        ("merge", Operation::Merge, "in"),
        ("remember", Operation::Remember, "kind"),
    ];
    let mut found = operations
        .iter()
        .filter_map(|(word, operation, place)| Some((*operation, *place, fields.get(word)?)))
        .collect::<Vec<_>>();
    fields.finish(decoder);
    if found.len() != 1 {
        let message = "an effect is one of `set`, `append`, `remove`, `merge`, `remember`";
        let help = "Write one of them, with what it changes: `- set: {in: …, value: …}`.";
        decoder.error_with("action.effect", &node.span, message, help);
        return None;
    }
    let (operation, place, body) = found.remove(0);
    let mut fields = decoder.fields(body, "an effect")?;
    let key = fields.need(decoder, place).and_then(|node| match operation {
        Operation::Remember => decoder.choice(node, &MEMORIES).and(decoder.text(node)),
        _ => decoder.text(node),
    });
    let filter = match operation {
        Operation::Remember => None,
        _ => fields.text(decoder, "where"),
    };
    let each = match operation {
        Operation::Append | Operation::Remember => fields.text(decoder, "each"),
        _ => None,
    };
    let value = match operation {
        Operation::Remove => None,
        Operation::Remember => memory(decoder, &mut fields),
        _ => fields.need(decoder, "value").map(written),
    };
    fields.finish(decoder);
    Some(Effect { operation, key: key?, each, filter, value })
}

fn written(node: &Node) -> Located<Json> {
    Located { value: node.to_json(), span: node.span.clone() }
}

/// The value of a memory: its text, and optionally whose it is and what it is about.
fn memory(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Option<Located<Json>> {
    let text = fields.need(decoder, "text").and_then(|node| decoder.text(node));
    let rest = [fields.text(decoder, "scope"), fields.text(decoder, "category")];
    let text = text?;
    let mut value = Map::from_iter([("text".to_owned(), Json::from(text.value))]);
    for (name, found) in ["scope", "category"].into_iter().zip(rest) {
        value.extend(found.map(|found| (name.to_owned(), Json::from(found.value))));
    }
    Some(Located { value: Json::Object(value), span: text.span })
}
