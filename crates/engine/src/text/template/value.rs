//! Values of templates and expressions.
//!
//! Owns what a value can be, where it came from and whether it is trusted. JSON is borrowed, never
//! copied; only filters and list literals make values of their own. A value made of several has the
//! origin of the first part that is not trusted, so that trust can be lost but never won.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::ast::Span;
use crate::agent::exact::Exact;
use crate::text::origin::{Rendered, SourceId};

/// A value, with its source and its trust.
#[derive(Clone, Debug)]
pub struct Value<'a> {
    pub(super) data: Data<'a>,
    pub(super) origin: Origin,
    pub(super) display: Option<&'a Rendered>,
}

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) source: SourceId,
    pub(super) trusted: bool,
}

impl Origin {
    /// The origin of what is made from both.
    pub(super) fn and(self, other: Origin) -> Origin {
        if self.trusted && !other.trusted { other } else { self }
    }
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum Data<'a> {
    Undefined(Missing),
    None,
    Bool(bool),
    Int(i64),
    /// An integer above the range of `i64`.
    Large(u64),
    Float(f64),
    Text(Text<'a>),
    List(Items<'a>),
    Map(&'a Map<String, Json>),
}

/// What is not there, and the place in the source that asked for it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Missing {
    /// A name, a key or an item.
    Value(Span),
    /// The `else` of an inline `if` that does not hold. Printed by itself it is nothing, as in
    /// Jinja2, which takes its lenient kind of undefined for this alone.
    Else(Span),
}

/// A text, borrowed or made by a filter.
#[derive(Clone, Debug)]
pub(super) enum Text<'a> {
    Borrowed(&'a str),
    Owned(Arc<str>),
}

impl Text<'_> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Text::Borrowed(text) => text,
            Text::Owned(text) => text,
        }
    }
}

/// The items of a list, borrowed or made by a filter.
#[derive(Clone, Debug)]
pub(super) enum Items<'a> {
    Borrowed(&'a [Json]),
    Owned(Arc<[Value<'a>]>),
}

impl<'a> Items<'a> {
    pub(super) fn len(&self) -> usize {
        match self {
            Items::Borrowed(items) => items.len(),
            Items::Owned(items) => items.len(),
        }
    }

    /// The item at `index`; borrowed items have the origin of their list.
    pub(super) fn get(&self, index: usize, origin: Origin) -> Option<Value<'a>> {
        match self {
            Items::Borrowed(items) => items.get(index).map(|item| Value::of_json(item, origin)),
            Items::Owned(items) => items.get(index).cloned(),
        }
    }
}

impl<'a> Value<'a> {
    /// A JSON value. Parts of it have the same source and trust.
    #[must_use]
    pub fn json(json: &'a Json, source: SourceId, trusted: bool) -> Self {
        Value::of_json(json, Origin { source, trusted })
    }

    /// A mapping that lives elsewhere.
    #[must_use]
    pub fn map(map: &'a Map<String, Json>, source: SourceId, trusted: bool) -> Self {
        Value::new(Data::Map(map), Origin { source, trusted })
    }

    /// A list that lives elsewhere.
    #[must_use]
    pub fn items(items: &'a [Json], source: SourceId, trusted: bool) -> Self {
        Value::new(Data::List(Items::Borrowed(items)), Origin { source, trusted })
    }

    /// A text that lives elsewhere.
    #[must_use]
    pub fn text(text: &'a str, source: SourceId, trusted: bool) -> Self {
        Value::new(Data::Text(Text::Borrowed(text)), Origin { source, trusted })
    }

    /// A text of its own.
    #[must_use]
    pub fn owned_text(text: &str, source: SourceId, trusted: bool) -> Self {
        Value::new(Data::Text(Text::Owned(text.into())), Origin { source, trusted })
    }

    /// A list of values, each with its own source and trust. `source` and `trusted` are those of the
    /// list as a whole, as where it is empty or its length is printed.
    #[must_use]
    pub fn list(items: Vec<Value<'a>>, source: SourceId, trusted: bool) -> Self {
        let origin =
            items.iter().fold(Origin { source, trusted }, |origin, item| origin.and(item.origin));
        Value::new(Data::List(Items::Owned(items.into())), origin)
    }

    /// The same value with a form for printing. It is used, run by run, only where the value is
    /// printed by its bare name (`{{ key }}`); filters, loops and attributes see the value itself.
    #[must_use]
    pub fn with_display(self, display: &'a Rendered) -> Self {
        Value { display: Some(display), ..self }
    }

    /// Where the value came from.
    #[must_use]
    pub fn source(&self) -> SourceId {
        self.origin.source
    }

    /// Whether every part of the value was written by the agent's author.
    #[must_use]
    pub fn trusted(&self) -> bool {
        self.origin.trusted
    }

    /// Whether this is the value of something that is not there.
    #[must_use]
    pub fn is_undefined(&self) -> bool {
        matches!(self.data, Data::Undefined(_))
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    /// Whether the value counts as true, as in Python: not for what is not there, none, `false`,
    /// zero, and what is empty.
    #[must_use]
    pub fn truthy(&self) -> bool {
        match &self.data {
            Data::Undefined(_) | Data::None => false,
            Data::Bool(value) => *value,
            Data::Int(value) => *value != 0,
            Data::Large(_) => true,
            Data::Float(value) => *value != 0.0,
            Data::Text(text) => !text.as_str().is_empty(),
            Data::List(items) => items.len() > 0,
            Data::Map(map) => !map.is_empty(),
        }
    }

    /// A copy as JSON, or nothing if the value, or an item of it, is not there.
    #[must_use]
    pub fn to_json(&self) -> Option<Json> {
        Some(match &self.data {
            Data::Undefined(_) => return None,
            Data::None => Json::Null,
            Data::Bool(value) => Json::from(*value),
            Data::Int(value) => Json::from(*value),
            Data::Large(value) => Json::from(*value),
            Data::Float(value) => Json::from(*value),
            Data::Text(text) => Json::from(text.as_str()),
            Data::List(Items::Borrowed(items)) => Json::from(items.to_vec()),
            Data::List(Items::Owned(items)) => {
                Json::Array(items.iter().map(Value::to_json).collect::<Option<_>>()?)
            }
            Data::Map(map) => Json::Object((*map).clone()),
        })
    }

    /// Whether [`Self::to_json`] would give this value; nothing is copied to find out.
    #[must_use]
    pub fn is(&self, json: &Json) -> bool {
        match (&self.data, json) {
            (Data::None, Json::Null) => true,
            (Data::Bool(value), Json::Bool(other)) => value == other,
            (Data::Int(value), Json::Number(other)) => other.as_i64() == Some(*value),
            (Data::Large(value), Json::Number(other)) => other.as_u64() == Some(*value),
            (Data::Float(value), Json::Number(other)) => {
                // Bits, so that zero and minus zero, which print differently, are two values.
                let other = other.as_f64().filter(|_| other.is_f64());
                other.is_some_and(|other| other.to_bits() == value.to_bits())
            }
            (Data::Text(text), Json::String(other)) => text.as_str() == other,
            (Data::List(Items::Borrowed(items)), Json::Array(other)) => {
                items.len() == other.len() && items.iter().zip(other).all(|(a, b)| a.exact(b))
            }
            (Data::List(Items::Owned(items)), Json::Array(other)) => {
                items.len() == other.len() && items.iter().zip(other).all(|(a, b)| a.is(b))
            }
            (Data::Map(map), Json::Object(other)) => map.exact(other),
            _ => false,
        }
    }

    pub(super) fn new(data: Data<'a>, origin: Origin) -> Self {
        Value { data, origin, display: None }
    }

    pub(super) fn of_json(json: &'a Json, origin: Origin) -> Self {
        let data = match json {
            Json::Null => Data::None,
            Json::Bool(value) => Data::Bool(*value),
            Json::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(value), _) => Data::Int(value),
                (None, Some(value)) => Data::Large(value),
                // Every JSON number that is no integer is a float.
                (None, None) => Data::Float(number.as_f64().unwrap_or(f64::INFINITY)),
            },
            Json::String(text) => Data::Text(Text::Borrowed(text)),
            Json::Array(items) => Data::List(Items::Borrowed(items)),
            Json::Object(map) => Data::Map(map),
        };
        Value::new(data, origin)
    }

    pub(super) fn owned(text: String, origin: Origin) -> Self {
        Value::new(Data::Text(Text::Owned(text.into())), origin)
    }

    /// What kind of value this is, in words.
    pub(super) fn kind(&self) -> &'static str {
        match &self.data {
            Data::Undefined(_) => "something that is not there",
            Data::None => "none",
            Data::Bool(_) => "a boolean",
            Data::Int(_) | Data::Large(_) | Data::Float(_) => "a number",
            Data::Text(_) => "a text",
            Data::List(_) => "a list",
            Data::Map(_) => "a mapping",
        }
    }

    /// The value as a whole number, where Python would take it for one.
    pub(super) fn as_index(&self) -> Option<i64> {
        match self.data {
            Data::Int(value) => Some(value),
            Data::Bool(value) => Some(i64::from(value)),
            Data::Large(_) => Some(i64::MAX),
            _ => None,
        }
    }
}

/// The keys of a mapping in the order in which everything here sees them.
pub(super) fn sorted_keys(map: &Map<String, Json>) -> Vec<&str> {
    let mut keys: Vec<&str> = map.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
