//! What a host gives a turn.
//!
//! Owns the shapes in which a turn goes on: values, a model's answer, results, a failure. They are all
//! that a turn depends on beside its input, so that a turn whose givens were recorded can be played
//! again, byte for byte. It must never hold what the engine makes of them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::agent::input::TurnInput;
use crate::turn::format::reply::Reply;

/// What a host gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Given {
    /// The values of context keys, by key. A key that was asked for and is not in it has its default.
    Values(BTreeMap<String, Json>),
    /// A model's answer.
    Reply(Reply),
    /// A model's answer of which the user may have read a part as it came: it is not asked for again. A
    /// turn notes it by itself where it was given pieces.
    Shown {
        /// The answer.
        reply: Reply,
        /// What the user has read, one text for each message.
        messages: Vec<String>,
    },
    /// Why there is no answer: the model could not be asked, or did not come to its end.
    Failed(String),
    /// Why there is no answer, and which model is asked in its place: the same call is assembled for that one.
    Elsewhere {
        /// Why there is no answer.
        reason: String,
        /// The provider of the other model.
        provider: String,
        /// The other model.
        model: String,
    },
    /// A failure behind an answer of which the user has read a part as it came. A turn notes it by itself
    /// where it was given pieces.
    Broken {
        /// Why there is no more.
        reason: String,
        /// What the user has read, one text for each message.
        messages: Vec<String>,
    },
    /// The results of actions, in the order in which they were asked for.
    Results(Vec<ActionResult>),
}

/// What performing an action gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ActionResult {
    /// Its result.
    Result(Json),
    /// Why there is none.
    Error(String),
}

impl Given {
    /// What it is, in a word.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Values(_) => "values",
            Self::Reply(_) | Self::Shown { .. } => "a reply",
            Self::Failed(_) | Self::Elsewhere { .. } | Self::Broken { .. } => "a failure",
            Self::Results(_) => "results",
        }
    }
}

/// A turn as it can be played again: what went in, and everything that the host gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Recorded {
    /// The agent.
    pub agent: String,
    /// What went in.
    pub input: TurnInput,
    /// The call that was asked for by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// The model that was asked for by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// What the host gave, in order.
    pub given: Vec<Given>,
    /// What the turn came to, as it was then.
    #[serde(skip_serializing_if = "Json::is_null")]
    pub outcome: Json,
}

/// What was given where it was not asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// What the turn waits for.
    pub waits: &'static str,
    /// What it was given.
    pub given: &'static str,
}

impl std::fmt::Display for Misplaced {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "the turn waits for {}, and was given {}", self.waits, self.given)
    }
}

impl std::error::Error for Misplaced {}
