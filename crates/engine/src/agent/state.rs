//! The state that an agent declares, and which of its values may meet.
//!
//! Owns the declarations, their defaults and the table of compatible values. It must never write a
//! state: that is the gate's and the effects' business, and they ask here first.

use serde_json::{Map, Value as Json};

use crate::agent::decode::{Decoder, SCHEMA_HELP};
use crate::agent::name::{RESERVED_STATE, ROOTS, is_identifier};
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// The values of the state keys. A key that is not there is unset.
pub type State = Map<String, Json>;

/// How long a value lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Until the turn ends; the next turn begins with the default.
    Turn,
    /// As long as the conversation.
    Session,
    /// Shared by all conversations of the user.
    User,
}

/// How one value of an enumeration is shown to people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// Its name.
    pub title: String,
    /// A few letters for a table's head.
    pub short: String,
    /// What it means.
    pub description: String,
}

/// One key of the state.
#[derive(Clone, Debug, PartialEq)]
pub struct StateKey {
    /// Its name.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// JSON Schema of its values.
    pub schema: Json,
    /// Its value when nothing is set; none: the key is unset.
    pub default: Option<Json>,
    /// How long a value lives.
    pub scope: Scope,
    /// How the values of an enumeration are shown, by value.
    pub titles: Vec<(String, Title)>,
}

impl StateKey {
    /// The words of an enumeration, or none if the key is not one.
    #[must_use]
    pub fn words(&self) -> Option<Vec<&str>> {
        let words = self.schema.get("enum")?.as_array()?;
        words.iter().map(Json::as_str).collect()
    }
}

/// Which values of one key may stand beside a certain value of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Compat {
    /// The key that restricts.
    pub key: String,
    /// Its value.
    pub value: String,
    /// The key that is restricted.
    pub other: String,
    /// What it may be then. Unset is always allowed.
    pub allowed: Vec<String>,
    /// Where this is written.
    pub span: Span,
}

/// The first rule of the table that a state breaks, as a sentence.
#[must_use]
pub fn clash(compat: &[Compat], state: &State) -> Option<String> {
    let holds = |rule: &&Compat| state.get(&rule.key).and_then(Json::as_str) == Some(&rule.value);
    compat.iter().filter(holds).find_map(|rule| {
        let other = state.get(&rule.other).filter(|value| !value.is_null())?;
        let allowed = other.as_str().is_some_and(|word| rule.allowed.iter().any(|ok| ok == word));
        (!allowed).then(|| {
            let word = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
            format!("{} `{}` does not go with {} `{word}`", rule.key, rule.value, rule.other)
        })
    })
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<StateKey> {
    let entries = decoder.entries(node);
    entries.iter().filter_map(|(name, body)| decode_key(decoder, name, body)).collect()
}

fn decode_key(decoder: &mut Decoder, name: &Node, body: &Node) -> Option<StateKey> {
    let key = name.key();
    check_key_name(decoder, &key, &name.span);
    let Value::Map(entries) = &body.value else {
        decoder.wrong(body, "a state key, a mapping");
        return None;
    };
    let mut own = Vec::new();
    let mut schema = Map::new();
    for (word, value) in entries {
        match word.key().as_str() {
            "scope" | "titles" => own.push((word.clone(), value.clone())),
            other => {
                schema.insert(other.to_owned(), value.to_json());
            }
        }
    }
    let find =
        |wanted: &str| own.iter().find(|(word, _)| word.key() == wanted).map(|(_, value)| value);
    let scopes = [("turn", Scope::Turn), ("session", Scope::Session), ("user", Scope::User)];
    let scope =
        find("scope").and_then(|node| decoder.choice(node, &scopes)).unwrap_or(Scope::Session);
    let titles = find("titles").map(|node| decode_titles(decoder, node)).unwrap_or_default();
    let schema = Json::Object(schema);
    if let Err(error) = jsonschema::meta::validate(&schema) {
        let message = format!("`{key}` is not a JSON Schema: {error}");
        decoder.error_with("state.schema", &body.span, message, SCHEMA_HELP);
    }
    let default = default_of(&schema);
    if let Some(default) = &default {
        check_default(decoder, &key, &schema, default, &body.span);
    }
    Some(StateKey { name: key, span: name.span.clone(), schema, default, scope, titles })
}

fn check_default(decoder: &mut Decoder, key: &str, schema: &Json, default: &Json, span: &Span) {
    if let Ok(validator) = jsonschema::validator_for(schema) {
        for error in validator.iter_errors(default) {
            let message = format!("the default of `{key}` breaks its own schema: {error}");
            let help = "Change the default or the schema, so that they go together.";
            decoder.error_with("state.default", span, message, help);
        }
    }
}

fn check_key_name(decoder: &mut Decoder, key: &str, span: &Span) {
    if !is_identifier(key) {
        let help = "Use letters, digits and `_`, beginning with a letter.";
        decoder.error_with("state.name", span, format!("`{key}` cannot be a key's name"), help);
    }
    if ROOTS.contains(&key) {
        let message = format!("`{key}` is a root of expressions: no state key may take its name");
        decoder.error_with("state.name", span, message, "Choose another name.");
    } else if RESERVED_STATE.contains(&key) {
        let message =
            format!("`{key}` belongs to the engine, which keeps the flow's position there");
        decoder.error_with("state.reserved", span, message, "Choose another name.");
    }
}

fn decode_titles(decoder: &mut Decoder, node: &Node) -> Vec<(String, Title)> {
    let mut titles = Vec::new();
    for (value, body) in decoder.entries(node) {
        let title = match &body.value {
            Value::Text(text) => Title { title: text.clone(), ..Title::default() },
            _ => {
                let Some(mut fields) = decoder.fields(body, "a title") else {
                    continue;
                };
                let title = Title {
                    title: fields.string(decoder, "title").unwrap_or_default(),
                    short: fields.string(decoder, "short").unwrap_or_default(),
                    description: fields.string(decoder, "description").unwrap_or_default(),
                };
                fields.finish(decoder);
                title
            }
        };
        titles.push((value.key(), title));
    }
    titles
}

/// The default that a schema gives: its own, or, for an object, the defaults of its properties.
fn default_of(schema: &Json) -> Option<Json> {
    if let Some(default) = schema.get("default") {
        return Some(default.clone());
    }
    let properties = schema.get("properties")?.as_object()?;
    let defaults: Map<String, Json> = properties
        .iter()
        .filter_map(|(name, property)| Some((name.clone(), default_of(property)?)))
        .collect();
    (!defaults.is_empty()).then_some(Json::Object(defaults))
}

pub(crate) fn decode_compat(decoder: &mut Decoder, node: &Node, state: &[StateKey]) -> Vec<Compat> {
    let mut rules = Vec::new();
    for (key, by_value) in decoder.entries(node) {
        for (value, by_other) in decoder.entries(by_value) {
            let of_key = (key, decoder.entries(node));
            check_word(decoder, state, of_key, &value.key(), &value.span);
            for (other, allowed) in decoder.entries(by_other) {
                let words = decoder.texts(allowed);
                for word in &words {
                    let of_other = (other, decoder.entries(by_other));
                    check_word(decoder, state, of_other, &word.value, &word.span);
                }
                rules.push(Compat {
                    key: key.key(),
                    value: value.key(),
                    other: other.key(),
                    allowed: words.into_iter().map(|word| word.value).collect(),
                    span: other.span.clone(),
                });
            }
        }
    }
    rules
}

/// `beside` are the entries among which the key stands: one that is there already is not written a
/// second time.
fn check_word(
    decoder: &mut Decoder,
    state: &[StateKey],
    (key, beside): (&Node, &[(Node, Node)]),
    word: &str,
    span: &Span,
) {
    let place = &key.span;
    let key = &*key.key();
    let Some(declared) = state.iter().find(|declared| declared.name == key) else {
        let known = state.iter().map(|declared| declared.name.as_str());
        let message = format!("there is no state key `{key}`");
        let finding = Diagnostic::error("compat.unknown-key", message).at(place);
        let has = |near: &str| beside.iter().any(|(key, _)| key.key() == near);
        let finding = finding.slip(key, known).or_help("Declare it under `state`.");
        decoder.findings.push(finding.unless(has));
        return;
    };
    match declared.words() {
        None => decoder.error_with(
            "compat.not-enum",
            span,
            format!("`{key}` is not an enumeration of words"),
            "Give the state key an `enum`.",
        ),
        Some(words) if !words.contains(&word) => {
            let message = format!("`{word}` is not a value of `{key}`");
            let finding = Diagnostic::error("compat.unknown-value", message).at(span);
            decoder.findings.push(finding.slip(word, words));
        }
        Some(_) => {}
    }
}
