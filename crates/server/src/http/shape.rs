//! What replies are made of, and what many requests have in common.
//!
//! Owns the JSON of resources: names, times as RFC 3339, nothing of the store that is none of a caller's
//! business. It must never compute anything.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use proem_store::page::Page;
use proem_store::prompt::Prompt;
use proem_store::session::Session;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

use crate::app::clock::written;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct List<T> {
    /// Its items.
    items: Vec<T>,
    /// What `after` is for the next page; null on the last one.
    next: Option<String>,
}

impl<T> List<T> {
    /// A page of the store as it is told.
    pub(super) fn of<S>(page: Page<S>, shape: impl Fn(S) -> T) -> Self {
        Self { items: page.items.into_iter().map(shape).collect(), next: page.next }
    }
}

/// Why something is done, and what the caller takes for granted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Change {
    /// Why.
    pub(super) note: String,
    /// The number of the active version that the caller knows; 0 where none is.
    pub(super) expected_version: Option<u32>,
}

/// A version of a prompt.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Prompt)]
pub(super) struct PromptShape {
    /// A UUID.
    id: String,
    agent: String,
    /// `type/phase`, or `type`.
    name: String,
    prompt_type: String,
    phase: Option<String>,
    version: u32,
    title: String,
    description: String,
    /// The template; left out of brief lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    /// The whole file, front matter and body; left out of brief lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    required_context_keys: Vec<String>,
    allowed_actions: Vec<String>,
    is_active: bool,
    labels: Vec<String>,
    created_at: String,
    updated_at: String,
    author: String,
    note: String,
    hash: String,
}

impl From<Prompt> for PromptShape {
    fn from(prompt: Prompt) -> Self {
        Self {
            id: prompt.id,
            agent: prompt.agent,
            name: prompt.name,
            prompt_type: prompt.prompt_type,
            phase: prompt.phase,
            version: prompt.version,
            title: prompt.title,
            description: prompt.description,
            body: Some(prompt.body),
            source: Some(prompt.source),
            required_context_keys: prompt.required_context_keys,
            allowed_actions: prompt.allowed_actions,
            is_active: prompt.is_active,
            labels: prompt.labels,
            created_at: written(prompt.created_at),
            updated_at: written(prompt.updated_at),
            author: prompt.author,
            note: prompt.note,
            hash: prompt.hash,
        }
    }
}

impl PromptShape {
    /// A version without its texts.
    pub(super) fn brief(prompt: Prompt) -> Self {
        Self { body: None, source: None, ..Self::from(prompt) }
    }
}

/// A conversation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub(super) struct SessionShape {
    /// A UUID.
    id: String,
    agent: String,
    user: Option<String>,
    /// Its state.
    state: Map<String, Json>,
    /// How many turns it has.
    turns: u32,
    /// Raised by every write; what `If-Match` takes.
    version: u32,
    incognito: bool,
    /// The release that it was last served.
    release: Option<String>,
    meta: Map<String, Json>,
    created_at: String,
    updated_at: String,
}

impl From<Session> for SessionShape {
    fn from(session: Session) -> Self {
        Self {
            id: session.id,
            agent: session.agent,
            user: session.user,
            state: session.state,
            turns: session.turns,
            version: session.version,
            incognito: session.incognito,
            release: session.release,
            meta: session.meta,
            created_at: written(session.created_at),
            updated_at: written(session.updated_at),
        }
    }
}

/// A reply with the version that `If-Match` takes.
pub(super) fn tagged(version: u32, reply: impl IntoResponse) -> Response {
    let mut response = reply.into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
