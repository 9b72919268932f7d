//! What a provider answered, without its format.
//!
//! Owns the one shape in which the four providers' answers come back: text, tool calls, why the model
//! stopped, what it cost. It must never read what the text says: that is for `read`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
    /// What it cost, as far as the provider says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Usage>,
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

/// What an answer cost, in tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Usage {
    /// Of the prompt, what came from the cache included.
    pub input: u64,
    /// Of the prompt, what came from the provider's cache.
    pub cached: u64,
    /// Of the answer.
    pub output: u64,
}

impl Reply {
    /// An answer that is text alone.
    #[must_use]
    pub fn of_text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
