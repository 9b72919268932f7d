//! Recorded turns on disk: JSON lines.
//!
//! Owns the form of a line and reading a file of them. A line holds the turn as the engine can play it
//! again, and what its calls were like, so that a later run can be compared. It must never hold a key.

use std::path::Path;

use proem::turn::account::manifest::Status;
use proem::turn::course::Called;
use proem::turn::course::given::Recorded;
use proem::turn::{Assembly, course};
use serde::{Deserialize, Serialize};

use crate::machine::reason;

/// A recorded turn.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    /// The agent's folder, as it was named.
    pub folder: String,
    /// The provider that was asked for by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The calls that were made, in order.
    pub calls: Vec<CallLine>,
    /// The turn.
    pub turn: Recorded,
}

/// A call, as far as it is compared.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CallLine {
    /// Its name.
    pub call: String,
    /// The agent and the versions that made it.
    pub release: String,
    /// The provider.
    pub provider: String,
    /// The model.
    pub model: String,
    /// All its tokens.
    pub tokens: u32,
    /// Its layers.
    pub layers: Vec<LayerLine>,
}

/// A layer, as far as it is compared.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LayerLine {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub status: String,
    /// Its text tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<u32>,
    /// Hash of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

impl Line {
    /// A turn that was run.
    pub(crate) fn of(folder: &str, provider: Option<&str>, turn: &course::Turn<'_>) -> Self {
        Self {
            folder: folder.to_owned(),
            provider: provider.map(str::to_owned),
            calls: calls(turn.calls()),
            turn: turn.recorded(),
        }
    }
}

/// The calls of a turn, as far as they are compared.
pub(crate) fn calls(calls: &[Called<'_>]) -> Vec<CallLine> {
    calls.iter().map(|called| call(&called.assembly)).collect()
}

fn call(assembly: &Assembly<'_>) -> CallLine {
    let manifest = assembly.manifest();
    let layers = manifest.layers.into_iter().map(|layer| LayerLine {
        id: layer.id,
        status: status(layer.status).to_owned(),
        tokens: layer.tokens,
        hash: layer.hash,
    });
    CallLine {
        call: manifest.call,
        release: manifest.release,
        provider: manifest.provider,
        model: manifest.model,
        tokens: manifest.tokens.total,
        layers: layers.collect(),
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Included => "included",
        Status::Shrunk => "shrunk",
        Status::Dropped => "dropped",
        Status::Skipped => "skipped",
    }
}

/// Why there are no recorded turns.
#[derive(Debug)]
pub(crate) enum Unread {
    /// The file cannot be read.
    Machine(String),
    /// A line is no recorded turn, or there is none.
    Content(String),
}

/// Reads a file of recorded turns; blank lines are none.
pub(crate) fn read(path: &Path) -> Result<Vec<(usize, Line)>, Unread> {
    let name = path.display();
    let text = match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes)
            .map_err(|_| Unread::Content(format!("{name} is no UTF-8 text")))?,
        Err(error) => {
            return Err(Unread::Machine(format!("{name} cannot be read: {}", reason(&error))));
        }
    };
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(line) => lines.push((at + 1, line)),
            Err(error) => {
                let message = format!("line {} of {name} is no recorded turn: {error}", at + 1);
                return Err(Unread::Content(message));
            }
        }
    }
    match lines.is_empty() {
        true => Err(Unread::Content(format!("{name} has no recorded turns"))),
        false => Ok(lines),
    }
}
