//! The tokens of a draft.
//!
//! Owns the sum: text counted exactly where the encoding is known, everything else by table, and the
//! margin where the count is an estimate. Each text part is counted whole, and its layers share the
//! count. It must never guess silently: what is not exact is marked.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::stability::Stability;
use crate::token::{
    CountCache, Detail, Inside, Tokenizer, ToolText, image_tokens, joined_by, message_overhead,
    page_tokens, reply_priming, schema_tokens, tools_tokens,
};
use crate::turn::format::{Offer, Provider, Tool};
use crate::turn::message::entry::{Entry, EntryPart, Place};
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::Role;

/// What the parts of one message cost at most: more than any window has. A caller may say any number of a picture, and
/// no sum may overflow.
const MOST_OF_MESSAGE: u32 = 1 << 24;

/// What all messages in front of one cost at most, and all parts of a payload.
pub(crate) const MOST: u32 = 1 << 30;

/// The tokens of a payload.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Tokens {
    /// Text and overhead.
    pub total: u32,
    /// The text parts.
    pub text: u32,
    /// Whether the text is counted exactly.
    pub exact: bool,
    /// What providers add, by table.
    pub overhead: Overhead,
    /// How much more it may be, at most.
    pub margin: u32,
}

/// What providers add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Overhead {
    /// Around messages, and before the reply.
    pub messages: u32,
    /// Tools.
    pub tools: u32,
    /// The answer's schema.
    pub schema: u32,
    /// Images, files, tool calls and results.
    pub parts: u32,
}

/// What counts for one model of one provider, and what it has counted already.
#[derive(Debug)]
pub struct Scale<'a> {
    /// What counts text.
    pub tokenizer: &'a Tokenizer,
    /// The provider.
    pub provider: &'static dyn Provider,
    /// The model.
    pub model: &'a str,
    /// Counts of earlier turns.
    pub counts: &'a mut CountCache,
}

impl Scale<'_> {
    /// The tokens of a text, and of each of the pieces that it consists of. What a piece keeps of its own
    /// count is used.
    pub(crate) fn pieces(&mut self, pieces: &[&str], kept: &[Option<&Inside>]) -> (u32, Vec<u32>) {
        let Self { tokenizer, counts, .. } = self;
        joined_by(tokenizer, pieces, &mut |at, range| {
            let mut count = || counts.millis(tokenizer, &pieces[at][range.clone()]);
            match kept[at] {
                Some(kept) => kept.or(&range, count),
                None => count(),
            }
        })
    }

    /// The tokens of a text.
    pub fn text(&mut self, text: &str) -> u32 {
        self.counts.count(self.tokenizer, text)
    }

    /// The tokens of a part that is not text: by table, or as the caller says.
    #[must_use]
    pub fn part(&self, part: &Passed) -> u32 {
        let count = |text: &str| self.tokenizer.count(text);
        match part {
            Passed::Image { tokens, .. } => tokens.unwrap_or_else(|| {
                image_tokens(self.provider.name(), self.model, 0, 0, Detail::Auto)
            }),
            Passed::File { tokens, .. } => {
                tokens.unwrap_or_else(|| page_tokens(self.provider.name(), self.model) * 10)
            }
            Passed::ToolCall { name, arguments, .. } => {
                count(name) + count(&arguments.to_string()) + 8
            }
            Passed::ToolResult { content, .. } => count(content) + 4,
            // What a provider counts of it is not known; its JSON is longer.
            Passed::Opaque { value, .. } => count(&value.to_string()),
        }
    }

    /// A message of parts, with the tokens of those that are not text.
    pub(crate) fn message(&self, role: Role, parts: Vec<EntryPart>, place: Place) -> Entry {
        let other = parts.iter().filter_map(|part| match part {
            EntryPart::Other(part) => Some(self.part(part)),
            EntryPart::Text(_) => None,
        });
        let other = other.fold(0, u32::saturating_add).min(MOST_OF_MESSAGE);
        Entry { role, other, parts, place }
    }

    /// The tokens of a message with what the provider adds around it.
    #[must_use]
    pub fn entry(&self, entry: &Entry) -> u32 {
        let text = entry.texts().map(|text| text.tokens).sum::<u32>();
        message_overhead(self.provider.name()) + text + entry.other
    }

    /// What tools and the answer's schema cost.
    #[must_use]
    pub fn offer(&self, offer: &Offer) -> Overhead {
        let tools = offer.tools.iter().map(|Tool { name, description, schema, .. }| ToolText {
            name,
            description,
            schema,
        });
        let tools: Vec<ToolText<'_>> = tools.collect();
        let schema = offer.schema.as_ref();
        Overhead {
            tools: tools_tokens(self.provider.name(), self.model, self.tokenizer, false, &tools),
            schema: schema
                .map_or(0, |schema| schema_tokens(self.provider.name(), self.tokenizer, schema)),
            ..Overhead::default()
        }
    }
}

/// The tokens of a draft, and how they are spread.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// The sum.
    pub tokens: Tokens,
    /// Text tokens before the first byte that changes from turn to turn.
    pub stable: u32,
    /// How many entries lie before that byte, whole.
    pub stable_entries: usize,
}

/// Sums a draft up. `offered` is what tools and schema cost.
#[must_use]
pub fn measure(entries: &[Arc<Entry>], offered: Overhead, scale: &Scale<'_>) -> Measure {
    let mut found =
        Measure { tokens: Tokens { overhead: offered, ..Tokens::default() }, ..Measure::default() };
    let around = message_overhead(scale.provider.name());
    let mut stable = true;
    for (at, entry) in entries.iter().enumerate() {
        found.tokens.overhead.messages += around;
        let parts = found.tokens.overhead.parts.saturating_add(entry.other);
        found.tokens.overhead.parts = parts.min(MOST);
        for text in entry.texts() {
            found.tokens.text += text.tokens;
            if text.layers.is_empty() {
                let last = at + 1 == entries.len();
                let moves = matches!(entry.place, Place::Message | Place::Round(_));
                stable = stable && !moves && !(last && entry.is_opening());
                found.stable += if stable { text.tokens } else { 0 };
            }
            for layer in &text.layers {
                stable = stable && layer.stability != Stability::Turn;
                found.stable += if stable { layer.tokens } else { 0 };
            }
        }
        if stable {
            found.stable_entries = at + 1;
        }
    }
    found.tokens.overhead.messages += reply_priming(scale.provider.name());
    let overhead = found.tokens.overhead;
    let known = overhead.messages + overhead.tools + overhead.schema + overhead.parts;
    found.tokens.total = found.tokens.text + known;
    found.tokens.exact = scale.tokenizer.exact();
    found.tokens.margin = scale.tokenizer.margin(found.tokens.text);
    found
}

/// Text tokens by the layer's place among the selected ones. `history` and `message` are the places of
/// the conversation's layers.
#[must_use]
pub fn by_layer(
    entries: &[Arc<Entry>],
    history: Option<usize>,
    message: Option<usize>,
) -> BTreeMap<usize, u32> {
    let mut found = BTreeMap::new();
    for entry in entries {
        let own = entry.layer(history, message);
        for part in &entry.parts {
            let EntryPart::Text(text) = part else { continue };
            if let (true, Some(own)) = (text.layers.is_empty(), own) {
                *found.entry(own).or_default() += text.tokens;
            }
            for layer in &text.layers {
                *found.entry(layer.place).or_default() += layer.tokens;
            }
        }
    }
    found
}
