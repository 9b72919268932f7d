//! What a provider answered, without its format.
//!
//! Owns the one shape in which the four providers' answers come back: text, tool calls, why the model
//! stopped, what it cost, and the way back into the next request. It must never read what the text
//! says: that is for `read`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::agent::input::Part;

/// An answer of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reply {
    /// What it wrote, all text parts joined.
    pub text: String,
    /// The tools that it calls, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tools: Vec<ToolUse>,
    /// What it says instead of an answer, where it refuses to give one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
    /// Why it stopped.
    pub stop: Stop,
    /// The same in the provider's words, such as `end_turn`, `SAFETY` or `refusal: cyber`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub stopped: String,
    /// What it cost, as far as the provider says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Usage>,
    /// What nobody but the provider reads, and what it wants back before the results of tools: signed
    /// thoughts, items of reasoning.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opaque: Vec<Opaque>,
    /// What of the body is not in here, or is otherwise than it stood.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// A tool that a model calls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ToolUse {
    /// Its id, which the result must name.
    pub id: String,
    /// The tool.
    pub name: String,
    /// The arguments as JSON text, as the model wrote them.
    pub arguments: String,
}

/// Why a model stopped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// It had finished.
    #[default]
    End,
    /// It waits for results of tools.
    Tools,
    /// The most tokens that it may write were written: the answer is cut off.
    Length,
    /// It refused, or the provider's filter stopped it.
    Refused,
    /// Anything else, in the provider's word.
    Other(String),
}

/// Something that only its provider can read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Opaque {
    /// How many bytes of the text stand before it.
    pub text: usize,
    /// How many tool calls stand before it.
    pub tools: usize,
    /// What must go back as it came.
    pub value: Json,
}

/// Something that was not taken as it stood in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Note {
    /// Where, as a JSON pointer into the body; empty for the body as a whole.
    pub pointer: String,
    /// What became of it.
    pub note: String,
}

/// What an answer cost, in tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Usage {
    /// Of the prompt, what came from the cache included.
    pub input: u64,
    /// Of the prompt, what came from the provider's cache.
    pub cached: u64,
    /// Of the prompt, what was written to the provider's cache.
    pub written: u64,
    /// Of the answer, what was thought before it included.
    pub output: u64,
    /// Of the answer, what was thought.
    pub thought: u64,
}

impl Reply {
    /// An answer that is text alone.
    #[must_use]
    pub fn of_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The parts of the assistant's message that says this again: what the next request must hold before
    /// the results of the tools. `provider` and `model` are who answered; what is opaque goes back to
    /// them alone.
    #[must_use]
    pub fn parts(&self, provider: &str, model: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        let (mut text, mut tools) = (0, 0);
        for opaque in &self.opaque {
            self.up_to(&mut text, opaque.text, &mut tools, opaque.tools, &mut parts);
            let (provider, model) = (provider.to_owned(), model.to_owned());
            parts.push(Part::Opaque { provider, model, value: opaque.value.clone() });
        }
        self.up_to(&mut text, self.text.len(), &mut tools, self.tools.len(), &mut parts);
        parts
    }

    /// Adds the text and the calls between two places.
    fn up_to(
        &self,
        text: &mut usize,
        text_end: usize,
        tools: &mut usize,
        tools_end: usize,
        parts: &mut Vec<Part>,
    ) {
        // A place that was altered, so that it is none, is behind everything.
        let end = if self.text.is_char_boundary(text_end) { text_end } else { self.text.len() };
        if let Some(piece) = self.text.get(*text..end).filter(|piece| !piece.is_empty()) {
            parts.push(Part::Text { text: piece.to_owned() });
            *text = end;
        }
        for tool in self.tools.get(*tools..tools_end).into_iter().flatten() {
            *tools += 1;
            parts.push(tool.part());
        }
    }
}

impl ToolUse {
    /// The call as a part of a message. Arguments that are no JSON object cannot be sent as they stand:
    /// they become one that holds their text.
    #[must_use]
    pub fn part(&self) -> Part {
        let arguments = match serde_json::from_str(&self.arguments) {
            Ok(Json::Object(object)) => object,
            _ if self.arguments.trim().is_empty() => Map::new(),
            _ => Map::from_iter([("arguments".to_owned(), Json::from(self.arguments.as_str()))]),
        };
        let arguments = Json::Object(arguments);
        Part::ToolCall { id: self.id.clone(), name: self.name.clone(), arguments }
    }
}
