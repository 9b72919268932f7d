//! The account of an assembly.
//!
//! Owns the published form of the manifest: layers, versions, tokens, origins, cuts, reasons. It must
//! never compute anything that the assembly did not already know: it only tells.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::layer::Channel;
use crate::check::stability::Stability;
use crate::turn::compose::words::Rules;
use crate::turn::format::{Authored, Lowering};
use crate::turn::gate::Fired;
use crate::turn::gate::effect::Button;
use crate::turn::gather::request::Request;
use crate::turn::measure::Tokens;
use crate::turn::message::seating::Role;
use crate::turn::origins::Origin;

/// A half-open range of bytes in the text parts, taken together in payload order.
pub type Range = [usize; 2];

/// The account of an assembly.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Manifest {
    /// The agent.
    pub agent: String,
    /// The call.
    pub call: String,
    /// Hash of the agent and the prompt versions that made this.
    pub release: String,
    /// The provider.
    pub provider: String,
    /// Why this provider.
    pub provider_reason: String,
    /// The model.
    pub model: String,
    /// What counted the tokens.
    pub tokenizer: String,
    /// The window in tokens.
    pub window: u32,
    /// Tokens kept for the answer.
    pub reserve: u32,
    /// The tokens.
    pub tokens: Tokens,
    /// Text tokens before the first byte that changes from turn to turn: what can be cached.
    pub cached_prefix: u32,
    /// The text parts of the payload.
    pub parts: Vec<PartEntry>,
    /// All layers of the call in payload order, then layers of `reply` that the call leaves out.
    pub layers: Vec<LayerEntry>,
    /// The context keys that were used.
    pub context: Vec<ContextEntry>,
    /// What the host was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Request>,
    /// The user's rules.
    pub rules: Rules,
    /// The source of every byte of the text parts.
    pub origins: Vec<OriginEntry>,
    /// Whose texts stand in tools and schemas.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authored: Vec<Authored>,
    /// What became of the actions that the user asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button>,
    /// The gate's rows that fired.
    pub gate: Vec<Fired>,
    /// Actions that the model may ask for.
    pub actions: Vec<String>,
    /// The state behind the gate.
    pub state: BTreeMap<String, Json>,
    /// Configuration that the turn overrode.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub config: BTreeMap<String, Json>,
    /// What is predicted of the provider's cache.
    pub cache: Cache,
    /// What the provider's format does not have.
    pub lowering: Vec<Lowering>,
    /// Arms that this assembly used.
    pub experiments: Vec<Exposure>,
    /// Everything else that is worth knowing.
    pub warnings: Vec<String>,
}

/// A text part of the payload.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PartEntry {
    /// Where it stands.
    pub pointer: String,
    /// The role of its message.
    pub role: Role,
    /// Its bytes.
    pub span: Range,
}

/// What became of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is there, whole.
    Included,
    /// It is there in part.
    Shrunk,
    /// It went for want of room.
    Dropped,
    /// It was not asked for, or had nothing to say.
    Skipped,
}

/// A layer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct LayerEntry {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What became of it.
    pub status: Status,
    /// Whether it is the sealed core.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// Where it goes.
    pub channel: Channel,
    /// How long it stays the same.
    pub stability: Stability,
    /// Its text tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<u32>,
    /// Its bytes, from the first to the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Range>,
    /// Hash of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// Messages, items or tokens that stayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<u32>,
    /// Messages, items or tokens that went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dropped: Option<u32>,
    /// Why.
    pub reason: String,
    /// What fills it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<PromptEntry>,
}

/// A prompt version.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PromptEntry {
    /// Its name.
    pub name: String,
    /// Its number; none for a draft.
    pub version: Option<u32>,
    /// Its hash.
    pub hash: String,
    /// Why this one.
    pub reason: String,
}

/// A context key.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ContextEntry {
    /// Its name.
    pub key: String,
    /// Where its value came from.
    pub source: String,
    /// Tokens of the value as it prints.
    pub tokens: u32,
    /// Whether an outsider may have written it.
    pub untrusted: bool,
    /// How many places in it were altered so that it stays data.
    pub neutralised: u32,
    /// What was cut from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
}

/// The source of some bytes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct OriginEntry {
    /// The bytes.
    pub span: Range,
    /// Where they came from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// What is predicted of the provider's cache.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Cache {
    /// Tokens in front of each breakpoint, with tools and schema, which come first.
    pub breakpoints: Vec<u32>,
    /// The key that steers requests with the same prefix to the same cache, where the provider takes
    /// one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The fewest tokens that the provider caches; 0 where it does not cache by itself.
    pub least: u32,
}

/// An arm that was used.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Exposure {
    /// The experiment.
    pub experiment: String,
    /// The arm.
    pub arm: String,
}
