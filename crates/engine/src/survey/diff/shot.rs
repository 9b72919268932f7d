//! What is kept of a turn to compare it with another.
//!
//! Owns the picture: the call, the layers with their texts, the actions, what the gate did. It must
//! never keep the whole assembly: there may be thousands.

use serde_json::{Value as Json, json};

use crate::diagnostic::Diagnostic;
use crate::survey::walk::Cell;
use crate::turn::account::manifest::Status;
use crate::turn::gate::{Fired, Gated};
use crate::turn::{Assembled, Assembly};

/// A turn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shot {
    /// What the turn came to: `the call reply`, `said: …`, `refused: …`.
    pub outcome: String,
    /// Its tokens; none where no call is made.
    pub tokens: Option<u32>,
    /// Its layers, in payload order.
    pub layers: Vec<Layer>,
    /// The actions that the model may ask for.
    pub actions: Vec<String>,
    /// What the gate wrote, row by row.
    pub gate: Vec<String>,
    /// The payload without its texts, as text.
    pub frame: String,
}

/// A layer of a turn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layer {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub status: Status,
    /// Why, where it is not there.
    pub reason: String,
    /// The prompts that fill it.
    pub prompts: Vec<String>,
    /// Its text tokens.
    pub tokens: u32,
    /// Its text.
    pub text: String,
}

impl Shot {
    /// Whether the turn could not be assembled at all.
    pub(super) fn is_refused(&self) -> bool {
        self.outcome.starts_with(REFUSED)
    }
}

/// How the outcome of a refused turn begins.
const REFUSED: &str = "refused: ";

/// A turn as it was played.
pub(super) fn of(outcome: &Result<Assembled<'_>, Vec<Diagnostic>>) -> Shot {
    match outcome {
        Ok(Assembled::Call(assembly)) => of_assembly(assembly),
        Ok(Assembled::Said { text, gated, .. }) => said(text, Some(gated)),
        Err(findings) => {
            let told = findings.iter().map(|found| format!("{}: {}", found.code, found.message));
            let told: Vec<String> = told.collect();
            Shot { outcome: format!("{REFUSED}{}", told.join("; ")), ..Shot::default() }
        }
    }
}

/// An assembled turn.
pub(super) fn of_assembly(assembly: &Assembly<'_>) -> Shot {
    let manifest = assembly.manifest();
    let whole = assembly.text();
    let layers = manifest.layers.iter().map(|layer| Layer {
        id: layer.id.clone(),
        status: layer.status,
        reason: layer.reason.clone(),
        prompts: layer.prompts.iter().map(|prompt| prompt.name.clone()).collect(),
        tokens: layer.tokens.unwrap_or_default(),
        text: layer
            .span
            .and_then(|[start, end]| whole.get(start..end))
            .unwrap_or_default()
            .to_owned(),
    });
    let mut frame = assembly.body();
    for part in &manifest.parts {
        if let Some(text) = frame.pointer_mut(&part.pointer) {
            *text = json!("…");
        }
    }
    // The key of the provider's cache names the release: it differs wherever anything does.
    for value in frame.as_object_mut().into_iter().flat_map(|members| members.values_mut()) {
        if value.is_string() && value.as_str() == manifest.cache.key.as_deref() {
            *value = json!("…");
        }
    }
    Shot {
        outcome: format!("the call {}", manifest.call),
        tokens: Some(manifest.tokens.total),
        layers: layers.collect(),
        actions: manifest.actions.clone(),
        gate: gate(&assembly.gated),
        frame: pretty(&frame),
    }
}

/// A cell without an assembly.
pub(super) fn of_cell(cell: &Cell, gated: Option<&Gated>) -> Shot {
    match cell.code {
        Some(code) => {
            Shot { outcome: format!("{REFUSED}{code}: {}", cell.reason), ..Shot::default() }
        }
        None => said(gated.and_then(|gated| gated.say.as_deref()).unwrap_or_default(), gated),
    }
}

fn said(text: &str, gated: Option<&Gated>) -> Shot {
    let gate = gated.map(gate).unwrap_or_default();
    Shot { outcome: format!("said: {text}"), gate, ..Shot::default() }
}

/// What the rows wrote. Their places in the list are left out: a row in front moves them all.
fn gate(gated: &Gated) -> Vec<String> {
    let words = |fired: &Fired| {
        let set = Json::Object(fired.set.clone());
        match (&fired.call, fired.refused) {
            (_, true) => format!("refused {}", fired.reason.as_deref().unwrap_or_default()),
            (Some(call), false) => format!("asks {call}, sets {set}"),
            (None, false) => format!("sets {set}"),
        }
    };
    gated.fired.iter().map(words).collect()
}

fn pretty(value: &Json) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
