//! What asking a model came to, beside its answer.
//!
//! Owns what is kept of that with a turn. It must never have a text of the answer: that is the turn's.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// The name of the offline model, where a provider would stand.
pub(crate) const REHEARSAL: &str = "rehearsal";

/// What asking came to, beside the answer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// Who was asked: the provider, or `rehearsal`.
    pub by: String,
    /// How long it took, in milliseconds.
    pub latency: i64,
    /// What the provider counted; null where it says nothing.
    pub usage: Json,
    /// `ok`, or the kind of failure.
    pub status: String,
}
