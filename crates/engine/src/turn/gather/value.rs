//! The value of a context key, with everything that is known of it.
//!
//! Owns the shape that gathering fills and composing prints. It must never decide how a value prints.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::check::stability::Stability;
use crate::text::origin::{Rendered, SourceId};
use crate::text::template::Value;
use crate::token::Tokenizer;

/// The value of a key.
#[derive(Clone, Debug)]
pub struct Got {
    /// The key's name.
    pub name: Arc<str>,
    /// What its source gave; none where its default stands in.
    pub given: Option<Json>,
    /// The value within its limits.
    pub value: Json,
    /// How it prints, when it does not print like any value of its kind.
    pub display: Option<Rendered>,
    /// The source of the value printed in part.
    pub source: SourceId,
    /// The source of its display, which is fenced as one.
    pub block: SourceId,
    /// Whether it was written by the agent's own people.
    pub trusted: bool,
    /// Where it came from, in words.
    pub from: Arc<str>,
    /// How long it stays the same.
    pub stability: Stability,
    /// What each item of a list is worth, where its key ranks.
    pub ranks: Option<Vec<f64>>,
    /// Items or tokens that were cut: what and how many.
    pub cut: Option<String>,
}

impl Got {
    /// Whether its default stands in for what its source did not give.
    pub(crate) fn is_default(&self) -> bool {
        self.given.is_none()
    }

    /// Whether this is what comes of a source that gives `found`.
    pub(crate) fn is_of(&self, found: Option<&Value<'_>>) -> bool {
        match (&self.given, found) {
            (None, None) => true,
            (Some(given), Some(found)) => found.is(given),
            _ => false,
        }
    }
}

/// The tokens of a value as it prints.
pub(crate) fn size(got: &Got, tokenizer: &Tokenizer) -> u32 {
    match (&got.display, &got.value) {
        (Some(display), _) => tokenizer.count(&display.text),
        (None, Json::String(text)) => tokenizer.count(text),
        (None, other) => tokenizer.count(&other.to_string()),
    }
}
