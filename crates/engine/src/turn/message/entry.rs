//! The messages of a payload, before a provider writes them.
//!
//! Owns their shape, and the account of joined text: which bytes belong to which layer and which source. It
//! must never decide where a layer goes.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::check::stability::Stability;
use crate::text::escape::escape;
use crate::text::origin::SourceId;
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::Role;

/// A message of the payload.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its role.
    pub role: Role,
    /// Its parts.
    pub parts: Vec<EntryPart>,
    /// What it comes from.
    pub place: Place,
    /// Tokens of the parts that are not text.
    pub other: u32,
}

/// What a message of the payload comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Layers; a text part without any is the engine's: the opening line, or a schema in words.
    Layers,
    /// The history: the place in it as it was given, counted from 0.
    History(usize),
    /// The user's message. What stands in front of it in the same message is layers.
    Message,
    /// What was said in this turn behind the user's message: the place in it, counted from 0.
    Round(usize),
}

/// A part of a message.
#[derive(Clone, Debug)]
pub enum EntryPart {
    /// Text, with its account.
    Text(Arc<TextPart>),
    /// Anything else, passed through.
    Other(Passed),
}

/// A text part: what the model reads as one piece.
#[derive(Clone, Debug, Default)]
pub struct TextPart {
    /// The text.
    pub text: String,
    /// The sources of its bytes, in order, without gap or overlap.
    pub origins: Vec<(Range<usize>, SourceId)>,
    /// Which bytes belong to which layer; gaps count with the layer behind, one at the end with the last.
    /// None for text of the conversation.
    pub layers: Vec<LayerSpan>,
    /// Its tokens.
    pub tokens: u32,
    pub(crate) escaped: OnceLock<String>,
}

/// The bytes of a layer in a text part.
#[derive(Clone, Debug)]
pub struct LayerSpan {
    /// The layer's place among the selected ones.
    pub place: usize,
    /// Its bytes.
    pub range: Range<usize>,
    /// How long it stays the same where it stands.
    pub stability: Stability,
    /// Its share of the tokens.
    pub tokens: u32,
}

impl Entry {
    /// Its text parts, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Arc<TextPart>> {
        self.parts.iter().filter_map(|part| match part {
            EntryPart::Text(text) => Some(text),
            EntryPart::Other(_) => None,
        })
    }

    /// Whether it is the line that stands for a user who has not spoken.
    #[must_use]
    pub fn is_opening(&self) -> bool {
        self.place == Place::Layers && self.texts().any(|text| text.layers.is_empty())
    }

    /// The layer that text without layers of its own belongs to, of the two that the conversation has.
    #[must_use]
    pub fn layer(&self, history: Option<usize>, message: Option<usize>) -> Option<usize> {
        match self.place {
            Place::Layers => None,
            Place::History(_) => history,
            Place::Message => message,
            // No layer holds what the turn itself has added.
            Place::Round(_) => None,
        }
    }
}

impl TextPart {
    /// The text as it stands between the quotes of a JSON string; made when it is first asked for.
    #[must_use]
    pub fn json(&self) -> &str {
        self.escaped.get_or_init(|| {
            let mut escaped = String::with_capacity(self.text.len() + self.text.len() / 32);
            escape(&self.text, &mut escaped);
            escaped
        })
    }

    /// A text with one source and no layer of its own.
    pub(crate) fn whole(text: String, source: SourceId, tokens: u32) -> Self {
        let origins = vec![(0..text.len(), source)];
        Self { text, origins, tokens, ..Self::default() }
    }

    /// The same text with another source.
    pub(crate) fn from(&self, source: SourceId) -> Self {
        Self { origins: vec![(0..self.text.len(), source)], ..self.clone() }
    }
}
