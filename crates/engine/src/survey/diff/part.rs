//! A part of an agent as plain JSON, without places in files.
//!
//! Owns what is left out: what the author left out, and words, lists and parts that say nothing. A
//! value that was written stays, also an empty one: an empty list of keys is not the same as none.

use serde_json::{Map, Value as Json};

use crate::agent::decode::{Located, Text};
use crate::agent::name::PromptName;

/// Fields, in the order in which they are shown.
#[derive(Default)]
pub(super) struct Part(Map<String, Json>);

impl Part {
    /// The fields.
    pub(super) fn fields(self) -> Map<String, Json> {
        self.0
    }

    /// The fields as one value.
    pub(super) fn json(self) -> Json {
        Json::Object(self.0)
    }

    /// A value that may have been left out.
    pub(super) fn some(mut self, name: &str, value: Option<impl Into<Json>>) -> Self {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
        self
    }

    /// A text with its place that may have been left out.
    pub(super) fn text(self, name: &str, text: &Option<Text>) -> Self {
        self.some(name, text.as_ref().map(|text| text.value.clone()))
    }

    /// A word for which empty is the same as left out.
    pub(super) fn word(self, name: &str, word: &str) -> Self {
        self.some(name, (!word.is_empty()).then_some(word))
    }

    /// A flag, which is off where it is left out.
    pub(super) fn flag(self, name: &str, flag: bool) -> Self {
        self.some(name, flag.then_some(true))
    }

    /// A list for which empty is the same as left out.
    pub(super) fn list(self, name: &str, list: Vec<Json>) -> Self {
        self.some(name, (!list.is_empty()).then_some(list))
    }

    /// A part for which empty is the same as left out.
    pub(super) fn part(self, name: &str, part: Part) -> Self {
        self.some(name, (!part.0.is_empty()).then_some(part.0))
    }

    /// Fields that have names of the author's own.
    pub(super) fn and(mut self, fields: impl IntoIterator<Item = (String, Json)>) -> Self {
        self.0.extend(fields);
        self
    }
}

/// Texts without their places.
pub(super) fn texts(texts: &[Text]) -> Vec<Json> {
    texts.iter().map(|text| Json::from(text.value.as_str())).collect()
}

/// Names of prompts without their places.
pub(super) fn names(names: &[Located<PromptName>]) -> Vec<Json> {
    names.iter().map(|name| Json::from(name.value.as_str())).collect()
}

/// The word of a variant, as it is written in files.
pub(super) fn word(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}
