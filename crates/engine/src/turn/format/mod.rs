//! `format`: what a provider is given.
//!
//! Owns the face that every provider shows to the engine: payloads out, replies in. The providers
//! themselves stand in `provider/`; nothing here knows one of them, and nothing there sends anything.

pub mod bad_reply;
pub mod events;
pub mod json;
pub mod reply;
pub mod restore;

use std::fmt::Debug;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::model::Model;
use crate::turn::contract::Contract;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::events::Events;
use crate::turn::format::json::Out;
use crate::turn::format::reply::Reply;
use crate::turn::message::entry::{Entry, EntryPart};
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::{Role, Seating};

/// What is to be formatted.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The model.
    pub model: &'a Model,
    /// The messages in order.
    pub entries: &'a [Arc<Entry>],
    /// What the model may ask for and how it must answer.
    pub contract: &'a Contract,
    /// The same, as the provider says it.
    pub offer: &'a Offer,
    /// What is done for the provider's cache.
    pub cache: &'a CachePlan,
}

/// What a model is offered, as a provider can say it. It depends on the contract and the model alone,
/// so that whoever assembles many turns can keep it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offer {
    /// The tools as they are sent, in the order of the agent.
    pub tools: Vec<Tool>,
    /// The schema of the answer as it is sent.
    pub schema: Option<Json>,
    /// The schema of the answer, where it is not sent as one: the model reads it in words instead.
    pub words: Option<Json>,
    /// What could not be said to the provider as the agent says it.
    pub lowering: Vec<Lowering>,
    /// Where texts of actions went in tools and schemas: pointer, and whose text it is.
    pub authored: Vec<Authored>,
    /// The members of the payload that stay the same from turn to turn, as JSON without the braces:
    /// tools, schema, limits, parameters.
    pub members: String,
}

/// How a provider caches the beginning of a prompt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caching {
    /// The fewest tokens that it caches.
    pub least: u32,
    /// How many marks a payload may have that end a cached prefix; 0 where prefixes are found by
    /// themselves.
    pub marks: usize,
    /// Whose messages may carry a mark.
    pub roles: &'static [Role],
    /// How many ends of the conversation are marked. One is enough where the provider looks behind a
    /// mark for a prefix that was kept earlier; two where it looks at marks alone, because the end of
    /// the turn before must then be marked again to be found.
    pub ends: usize,
    /// Whether a key steers requests to the same cache.
    pub key: bool,
}

/// What is done for a provider's cache.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CachePlan {
    /// What steers requests with the same prefix to the same cache.
    pub key: Option<String>,
    /// Entries whose last part ends a prefix that is worth keeping, in ascending order: no more than the
    /// provider takes, and only where it takes them. Every one of them is in the payload.
    pub marks: Vec<usize>,
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
    /// Whether the provider holds the model to them.
    pub strict: bool,
}

/// Something that the provider's format does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Lowering {
    /// Where it would have stood; of a part of a message, where it stands in the turn's input.
    pub pointer: String,
    /// What became of it.
    pub note: String,
}

/// What of a part of a message is not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Whether nothing of it is.
    pub whole: bool,
    /// Why.
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
pub trait Provider: Sync + Debug {
    /// Its name: `openai-chat`, `openai-responses`, `anthropic`, `gemini`.
    fn name(&self) -> &'static str;

    /// How it seats the channels for a model.
    fn seating(&self, model: &str) -> Seating;

    /// How it caches prompts of a model: not at all, unless it says so.
    fn caching(&self, _model: &str) -> Caching {
        Caching::default()
    }

    /// What of a part a model cannot be given; none where it is sent whole.
    fn lost(&self, part: &Passed, model: &str) -> Option<Lost>;

    /// What it offers a model.
    fn offer(&self, contract: &Contract, model: &Model) -> Offer;

    /// Writes the payload. Every text part of the draft is in it, in order and unchanged; no other part is
    /// one that is [`lost`](Provider::lost).
    fn write(&self, draft: &Draft<'_>, out: &mut Out);

    /// What a body says that came back.
    ///
    /// # Errors
    /// An error of the provider, or a body that is not in its shape.
    fn reply(&self, body: &Json) -> Result<Reply, BadReply>;

    /// Puts an answer together that comes in pieces. It is the same reply as that of the whole body.
    fn events(&self) -> Box<dyn Events>;
}

/// The payload of a draft, as JSON without white space.
#[must_use]
pub fn payload(provider: &dyn Provider, draft: &Draft<'_>) -> String {
    let text = |part: &EntryPart| match part {
        EntryPart::Text(text) => text.json().len() + FRAME,
        EntryPart::Other(_) => FRAME,
    };
    let parts = draft.entries.iter().flat_map(|entry| &entry.parts);
    let size = parts.map(text).sum::<usize>() + draft.offer.members.len() + FRAME;
    let mut out = Out::with_capacity(size);
    provider.write(draft, &mut out);
    out.finish()
}

/// Where each text part went: one JSON pointer per text part of the draft, in order.
#[must_use]
pub fn pointers(provider: &dyn Provider, draft: &Draft<'_>) -> Vec<String> {
    let mut out = Out::recording();
    provider.write(draft, &mut out);
    out.pointers()
}

/// Bytes around a text in a payload, about.
const FRAME: usize = 64;
