//! The tokens of a draft.
//!
//! Owns the sum: text counted exactly where the encoding is known, everything else by table, and the
//! margin where the count is an estimate. Each text part is counted whole, and its layers share the
//! count. It must never guess silently: what is not exact is marked.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::agent::input::Part;
use crate::check::stability::Stability;
use crate::token::{
    Detail, Tokenizer, ToolText, count_joined, image_tokens, message_overhead, page_tokens,
    reply_priming, schema_tokens, tools_tokens,
};
use crate::turn::arrange::{Entry, EntryPart, TextPart};
use crate::turn::format::Offer;

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

/// The tokens of a draft, and how they are spread.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// The sum.
    pub tokens: Tokens,
    /// Text tokens by the layer's place.
    pub layers: BTreeMap<usize, u32>,
    /// Tokens of each entry with its overhead, in order.
    pub entries: Vec<u32>,
    /// Text tokens before the first byte that changes from turn to turn.
    pub stable: u32,
}

/// Measures a draft.
#[must_use]
pub fn measure(
    entries: &[Entry],
    offer: &Offer,
    provider: &str,
    model: &str,
    tokenizer: Tokenizer,
) -> Measure {
    let mut found = Measure::default();
    let mut stable = true;
    for entry in entries {
        let mut of_entry = message_overhead(provider);
        found.tokens.overhead.messages += of_entry;
        for part in &entry.parts {
            match part {
                EntryPart::Text(text) => {
                    let total = share(text, tokenizer, &mut found, &mut stable);
                    found.tokens.text += total;
                    of_entry += total;
                }
                EntryPart::Other(other) => {
                    let cost = part_tokens(other, provider, model, tokenizer);
                    found.tokens.overhead.parts += cost;
                    of_entry += cost;
                }
            }
        }
        found.entries.push(of_entry);
    }
    found.tokens.overhead.messages += reply_priming(provider);
    let tools: Vec<ToolText<'_>> = offer
        .tools
        .iter()
        .map(|tool| ToolText {
            name: &tool.name,
            description: &tool.description,
            schema: &tool.schema,
        })
        .collect();
    found.tokens.overhead.tools = tools_tokens(provider, model, tokenizer, false, &tools);
    found.tokens.overhead.schema =
        offer.schema.as_ref().map_or(0, |schema| schema_tokens(provider, tokenizer, schema));
    let overhead = found.tokens.overhead;
    let known = overhead.messages + overhead.tools + overhead.schema + overhead.parts;
    found.tokens.total = found.tokens.text + known;
    found.tokens.exact = tokenizer.exact();
    found.tokens.margin = tokenizer.margin(found.tokens.text);
    found
}

/// Counts a text part and spreads the count over its layers; the gaps between them belong to the layer
/// behind.
fn share(part: &TextPart, tokenizer: Tokenizer, found: &mut Measure, stable: &mut bool) -> u32 {
    let mut pieces = Vec::with_capacity(part.layers.len());
    let mut at = 0;
    for (_, range, _) in &part.layers {
        pieces.push(part.text.get(at..range.end).unwrap_or_default());
        at = range.end;
    }
    if pieces.is_empty() {
        *stable = false;
        return tokenizer.count(&part.text);
    }
    let (total, shares) = count_joined(tokenizer, &pieces);
    for ((place, _, stability), tokens) in part.layers.iter().zip(shares) {
        *found.layers.entry(*place).or_default() += tokens;
        *stable = *stable && *stability != Stability::Turn;
        if *stable {
            found.stable += tokens;
        }
    }
    total
}

fn part_tokens(part: &Part, provider: &str, model: &str, tokenizer: Tokenizer) -> u32 {
    match part {
        Part::Text { text } => tokenizer.count(text),
        Part::Image { tokens, .. } => {
            tokens.unwrap_or_else(|| image_tokens(provider, model, 0, 0, Detail::Auto))
        }
        Part::File { tokens, .. } => tokens.unwrap_or_else(|| page_tokens(provider, model) * 10),
        Part::ToolCall { name, arguments, .. } => {
            tokenizer.count(name) + tokenizer.count(&arguments.to_string()) + 8
        }
        Part::ToolResult { content, .. } => tokenizer.count(content) + 4,
    }
}
