//! Context keys: the named, typed values that prompts may use.
//!
//! Owns the declaration of a key: type, source, limits, rendering. It must never fetch a value.

use serde_json::Value as Json;

use crate::agent::decode::{Decoder, Located, Text};
use crate::agent::name::{ROOTS, is_identifier};
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::Span;

/// The type of a key's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyType {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list.
    Array,
    /// A mapping.
    Object,
    /// Text, or whatever prints as text: a number, a boolean, or a list, whose items then stand in one
    /// line with commas. Agents cannot declare it; it is what the variables of a role take.
    Text,
}

impl KeyType {
    /// The JSON Schema name of the type.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
            Self::Text => "text",
        }
    }

    /// Whether a value has this type.
    #[must_use]
    pub fn admits(self, value: &Json) -> bool {
        match self {
            Self::String => value.is_string(),
            Self::Integer => value.is_i64() || value.is_u64(),
            Self::Number => value.is_number(),
            Self::Boolean => value.is_boolean(),
            Self::Array => value.is_array(),
            Self::Object => value.is_object(),
            Self::Text => !value.is_object() && !value.is_null(),
        }
    }
}

/// Where a key's value comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum KeySource {
    /// An expression over the turn: `state.user.name`, `identities | length`, `input.ticket`.
    Expression(Text),
    /// A page that the host fetches.
    Http {
        /// The address, a template.
        url: Text,
        /// How long the host may wait, in milliseconds.
        timeout_ms: u32,
    },
}

/// One key.
#[derive(Clone, Debug, PartialEq)]
pub struct ContextKey {
    /// Its name.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// What it is, for people.
    pub description: String,
    /// The type of its values.
    pub key_type: KeyType,
    /// Where its value comes from.
    pub source: KeySource,
    /// What to search for, a template: makes a memory source a request to the host.
    pub query: Option<Text>,
    /// Keeps only the items of a list for which this expression over `item` holds.
    pub filter: Option<Text>,
    /// How much an item of a list is worth, an expression over `item`: where some must go, those of
    /// the smallest number go first.
    pub rank: Option<Text>,
    /// How one item of a list is rendered, a template over `item`.
    pub each: Option<Text>,
    /// What stands for a list without items.
    pub empty: Option<Text>,
    /// How many items of a list are kept at most: those of the highest rank, or the first ones.
    pub limit: Option<u32>,
    /// How many tokens the rendered value may have; what is longer is cut at a word, with an entry.
    pub max_tokens: Option<u32>,
    /// The value when the source has none.
    pub default: Option<Located<Json>>,
    /// Whether the value was written by the agent's own people.
    pub trusted: bool,
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<ContextKey> {
    let entries = decoder.entries(node);
    entries.iter().filter_map(|(name, body)| decode_key(decoder, name, body)).collect()
}

fn decode_key(decoder: &mut Decoder, name: &Node, body: &Node) -> Option<ContextKey> {
    let key = name.key();
    if !is_identifier(&key) || ROOTS.contains(&key.as_str()) || key == "loop" {
        let message = format!("`{key}` cannot be a context key's name");
        let help = "Use letters, digits and `_`, and no name that expressions use as a root.";
        decoder.error_with("context.name", &name.span, message, help);
    }
    let mut fields = decoder.fields(body, "a context key")?;
    let types = [
        ("string", KeyType::String),
        ("integer", KeyType::Integer),
        ("number", KeyType::Number),
        ("boolean", KeyType::Boolean),
        ("array", KeyType::Array),
        ("object", KeyType::Object),
    ];
    let key_type = fields.need(decoder, "type").and_then(|node| decoder.choice(node, &types));
    let from = fields.need(decoder, "from").and_then(|node| decoder.text(node));
    let url = fields.text(decoder, "url");
    let timeout_ms = fields.get("timeout").and_then(|node| decode_duration(decoder, node));
    let source = from.and_then(|from| match (from.value.as_str(), url) {
        ("http", Some(url)) => {
            Some(KeySource::Http { url, timeout_ms: timeout_ms.unwrap_or(2_000) })
        }
        ("http", None) => {
            let help = "Add `url:` with the address to fetch.";
            decoder.error_with("context.url", &from.span, "a key from http needs a `url`", help);
            None
        }
        (_, Some(url)) => {
            let help = "Say `from: http`, or remove the `url`.";
            decoder.error_with("context.url", &url.span, "`url` is for keys `from: http`", help);
            None
        }
        (_, None) => Some(KeySource::Expression(from)),
    });
    let description = fields.string(decoder, "description").unwrap_or_default();
    let [query, filter, rank, each, empty] =
        ["query", "where", "rank", "each", "empty"].map(|word| fields.text(decoder, word));
    let [limit, max_tokens] = ["limit", "max_tokens"].map(|word| fields.integer(decoder, word, 1));
    let default = fields
        .get("default")
        .map(|node| Located { value: node.to_json(), span: node.span.clone() });
    let trusted = fields.flag(decoder, "trusted");
    fields.finish(decoder);
    let found = ContextKey {
        name: key,
        span: name.span.clone(),
        description,
        key_type: key_type.unwrap_or(KeyType::String),
        source: source?,
        query,
        filter,
        rank,
        each,
        empty,
        limit,
        max_tokens,
        default,
        trusted,
    };
    check_limits(decoder, &found, timeout_ms);
    let of_list = [
        ("each", &found.each),
        ("empty", &found.empty),
        ("where", &found.filter),
        ("rank", &found.rank),
    ];
    for (word, value) in of_list {
        if let Some(text) = value
            && found.key_type != KeyType::Array
            && key_type.is_some()
        {
            decoder.error_with(
                "context.not-list",
                &text.span,
                format!("`{word}` is for keys of type array"),
                format!("Say `type: array`, or remove `{word}`."),
            );
        }
    }
    if let Some(default) = &found.default
        && !found.key_type.admits(&default.value)
    {
        let message =
            format!("the default of `{}` is not of type {}", found.name, found.key_type.as_str());
        let help = "Change the default or the `type`, so that they go together.";
        decoder.error_with("context.default", &default.span, message, help);
    }
    Some(found)
}

/// A limit that can limit nothing is a slip.
fn check_limits(decoder: &mut Decoder, key: &ContextKey, timeout_ms: Option<u32>) {
    let mut idle = |word: &str, why: &str| {
        let message = format!("`{word}` has no effect on `{}`: {why}", key.name);
        decoder.error_with("context.limit", &key.span, message, format!("Remove `{word}`."));
    };
    if key.limit.is_some() && key.key_type != KeyType::Array {
        idle("limit", "it counts the items of a list");
    }
    let is_long = matches!(key.key_type, KeyType::String | KeyType::Array | KeyType::Object);
    if key.max_tokens.is_some() && !is_long {
        idle("max_tokens", "numbers and booleans are not cut");
    }
    if timeout_ms.is_some() && !matches!(key.source, KeySource::Http { .. }) {
        idle("timeout", "it is for keys `from: http`");
    }
}

/// `2s`, `500ms`: a time in milliseconds.
fn decode_duration(decoder: &mut Decoder, node: &Node) -> Option<u32> {
    let text = match &node.value {
        Value::Text(text) => text.as_str(),
        _ => "",
    };
    let parsed = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _) => number.trim().parse().ok(),
        (None, Some(number)) => number.trim().parse::<u32>().ok().and_then(|s| s.checked_mul(1000)),
        _ => None,
    };
    if parsed.is_none() {
        let help = "Write a number with its unit: 2s or 500ms.";
        decoder.error_with("context.timeout", &node.span, "this is not a time", help);
    }
    parsed
}
