//! `format`: what a provider is given.
//!
//! Owns the face that every provider shows to the engine. The providers themselves stand in
//! `provider/`, one file each; nothing here knows one of them, and nothing there sends anything.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::model::Model;
use crate::turn::arrange::Entry;
use crate::turn::contract::Contract;
use crate::turn::seating::Seating;

/// What is to be formatted.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The model.
    pub model: &'a Model,
    /// The messages in order.
    pub entries: &'a [Entry],
    /// What the model may ask for and how it must answer.
    pub contract: &'a Contract,
}

/// A provider's payload.
#[derive(Clone, Debug, PartialEq)]
pub struct Payload {
    /// The body of the request.
    pub body: Json,
    /// Where each text part went: one JSON pointer per text part of the draft, in order.
    pub pointers: Vec<String>,
    /// The tools as they are sent.
    pub tools: Vec<Tool>,
    /// The schema of the answer as it is sent.
    pub schema: Option<Json>,
    /// What could not be said to the provider as the agent says it.
    pub lowering: Vec<Lowering>,
    /// Where texts of actions went in tools and schemas: pointer, and whose text it is.
    pub authored: Vec<Authored>,
}

/// A tool of the payload.
#[derive(Clone, Debug, PartialEq)]
pub struct Tool {
    /// Its name.
    pub name: String,
    /// What it does.
    pub description: String,
    /// Its parameters.
    pub schema: Json,
}

/// Something that the provider's format does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Lowering {
    /// Where it would have stood.
    pub pointer: String,
    /// What became of it.
    pub note: String,
}

/// Text of the agent's file inside a tool or schema.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Authored {
    /// Where it stands in the payload.
    pub pointer: String,
    /// What it belongs to, such as `actions/create_identity`.
    pub name: String,
}

/// A provider of models.
pub trait Provider: Sync {
    /// Its name: `openai-chat`, `anthropic`.
    fn name(&self) -> &'static str;

    /// How it seats the channels for a model.
    fn seating(&self, model: &str) -> Seating;

    /// The payload. Every text part of the draft is in it, unchanged, at the pointer given for it.
    fn payload(&self, draft: &Draft<'_>) -> Payload;
}
