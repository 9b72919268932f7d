//! What a caller may ask for beside the turn's input.
//!
//! Owns the shape. It must never decide what may be asked for: `select` refuses what reaches for the core.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::agent::name::PromptName;
use crate::turn::gate::Rows;

/// What a caller may ask for beside the turn's input.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The call to assemble, instead of the turn's own.
    pub call: Option<String>,
    /// Another model than the agent's.
    pub model: Option<String>,
    /// Bodies that stand in for stored versions, by prompt. The core takes none.
    pub drafts: BTreeMap<PromptName, String>,
    /// What the host fetched, by context key.
    pub fetched: BTreeMap<String, Json>,
    /// The rows of the gate that are looked at.
    pub rows: Rows,
}
