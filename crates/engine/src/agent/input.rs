//! What a turn is given.
//!
//! Owns the input of a turn as every host hands it in: over HTTP, from a file, from a library. It
//! must never fill anything in: what is absent is absent.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value as Json};

/// The input of one turn. Everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TurnInput {
    /// Values of the agent's state keys. A key that is left out has its default.
    pub state: Map<String, Json>,
    /// What is remembered of the user.
    pub memory: Memory,
    /// The conversation so far, oldest first.
    pub history: Vec<Message>,
    /// The message of the history at which the turn before began: the `dropped` of its history layer.
    /// What was cut stays cut, so that the prefix in the provider's cache survives.
    pub history_from: usize,
    /// What the host hands in for context keys `from: input.…`.
    pub input: Map<String, Json>,
    /// The user's message; absent when the agent opens or a button was pressed.
    pub message: Option<Content>,
    /// Actions that the user asked for, by a button.
    pub actions: Vec<ActionRequest>,
    /// Versions of prompts that the caller demands: `{coach/get_to_know_you: 3}`. A pin holds only
    /// where its prompt is selected.
    pub pins: BTreeMap<String, u32>,
    /// The label whose versions are used where no pin and no arm says otherwise.
    pub label: Option<String>,
    /// Arms of experiments that the caller fixes, by experiment.
    pub arms: BTreeMap<String, String>,
    /// Who or what sticks to an arm: a user's or a session's id.
    pub unit: Option<String>,
    /// The turn's id: new ids of this turn are made from it.
    pub id: Option<String>,
    /// The time, RFC 3339. Proem has no clock of its own.
    pub now: Option<String>,
    /// What the gate's calls answered, by call. A call without an answer takes its fallback.
    pub answers: BTreeMap<String, Json>,
    /// Values over the agent's `config`, for this turn only.
    pub config: Map<String, Json>,
}

/// What is remembered of the user.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, expecting = "an object with `entries`, `rules` and `recall`")]
pub struct Memory {
    /// Entries, most relevant first: `{kind, text, …}`.
    pub entries: Vec<Map<String, Json>>,
    /// The user's style rules.
    pub rules: Vec<String>,
    /// Whether the agent may bring up past conversations by itself.
    pub recall: bool,
}

/// A message of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a message, an object with `role` and `content`")]
pub struct Message {
    /// Who spoke.
    pub role: Speaker,
    /// What was said.
    pub content: Content,
}

/// Who spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// The user.
    User,
    /// The agent.
    Assistant,
    /// The results of tool calls.
    Tool,
}

impl Speaker {
    /// The name of the role.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Assistant => "assistant",
            Self::Tool => "tool",
        }
    }
}

/// Text, or parts.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Content {
    /// Text. Copies of a message share it, so that comparing a history with itself reads none of it.
    Text(Arc<str>),
    /// Parts in order.
    Parts(Vec<Part>),
}

impl Content {
    /// All text of the content, parts joined by line breaks.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Parts(parts) => {
                let texts = parts.iter().filter_map(|part| match part {
                    Part::Text { text } => Some(text.as_str()),
                    _ => None,
                });
                Cow::Owned(texts.collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

/// Reads either as it comes: a history is long, and what serde derives keeps a copy of each text first.
impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Content;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a text or a list of parts")
            }

            fn visit_str<E>(self, text: &str) -> Result<Content, E> {
                Ok(Content::Text(text.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, parts: A) -> Result<Content, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(parts)).map(Content::Parts)
            }
        }

        from.deserialize_any(Either)
    }
}

/// One part of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[serde(expecting = "a part, an object with a `type`")]
pub enum Part {
    /// Text.
    Text {
        /// The text.
        text: String,
    },
    /// A picture: by address, as base64 data, or by the id of an upload.
    Image {
        /// Address, `data:` URL in base64, or the id of an upload.
        url: String,
        /// Its cost in tokens, when the caller knows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tokens: Option<u32>,
    },
    /// A file: by address, as base64 data, or by the id of an upload.
    File {
        /// Address, `data:` URL in base64, or the id of an upload.
        url: String,
        /// Its name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Its cost in tokens, when the caller knows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tokens: Option<u32>,
    },
    /// A tool call that the model made.
    ToolCall {
        /// Its id.
        id: String,
        /// The tool.
        name: String,
        /// The arguments.
        arguments: Json,
    },
    /// What a tool call gave.
    ToolResult {
        /// The call's id.
        id: String,
        /// The result as text.
        content: String,
    },
    /// Something that only the model's provider can read, such as a signed thought. It goes back to the same
    /// model as it came, and to no other.
    Opaque {
        /// Who sent it.
        provider: String,
        /// The model that was asked.
        model: String,
        /// What it sent.
        value: Json,
    },
}

/// An action that somebody asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an action, an object with a `name`")]
pub struct ActionRequest {
    /// The action's name.
    pub name: String,
    /// Its parameters.
    #[serde(default)]
    pub params: Map<String, Json>,
}
