//! An answer that was read.
//!
//! Owns the shape of what a model said under each contract, and of everything that was not taken as it
//! stood: liberties, and problems with their places. It must never judge whether something is allowed.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::agent::step::logic::Decision;
use crate::agent::step::policy::Intent;
use crate::turn::contract::verdict::Verdict;

/// What a model said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What the user reads, one text for each message.
    pub messages: Vec<String>,
    /// The actions that are asked for, in the order of the answer, whether allowed or not.
    pub actions: Vec<Asked>,
    /// Whether to stay or to go on, for the kind `steps`.
    pub decision: Option<Decision>,
    /// The values of slots, as they were given.
    pub slots: Map<String, Json>,
    /// Values of slots of earlier steps that the user corrects, as they were given.
    pub corrections: Map<String, Json>,
    /// What the user's message does, as the model sees it.
    pub intent: Option<Intent>,
    /// The script that was used last.
    pub script: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The verdict, for the kind `verdict`.
    pub verdict: Option<Verdict>,
    /// The value, for the kind `schema`.
    pub value: Option<Json>,
    /// Everything that was taken otherwise than as it stood.
    pub liberties: Vec<Liberty>,
    /// Everything that does not fit the contract and was therefore not taken.
    pub problems: Vec<Problem>,
}

/// An action that an answer asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its name, as it stands in the answer.
    pub name: String,
    /// Its parameters, as they were given.
    pub params: Json,
    /// The id of the tool call that asks, where it is one.
    pub id: Option<String>,
}

/// A liberty that was taken with an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Liberty {
    /// Its kind, such as `json.quote` or `value.number`.
    pub code: &'static str,
    /// Where, as a JSON pointer into the answer; empty for the answer as a whole.
    pub pointer: String,
    /// What was done, in a few words.
    pub note: String,
}

/// Something in an answer that does not fit its contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// Its kind, such as `answer.type`.
    pub code: &'static str,
    /// Where, as a JSON pointer into the answer.
    pub pointer: String,
    /// What is wrong, in one sentence.
    pub message: String,
}
