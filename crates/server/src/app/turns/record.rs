//! What is stored and told of a turn.
//!
//! Owns the record, in which everything is that a turn can be played again from, and the reply. It must never
//! hold a payload: those are kept with the calls.

use proem::agent::input::ActionRequest;
use proem::turn::course::given::{ActionResult, Recorded};
use proem_store::turn::{Status, Turn as Stored};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::app::asked::Asked;
use crate::app::fault::Fault;
use crate::app::turns::versions::Versions;
use crate::upstream::price::Cost;

/// What a turn came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Done {
    /// Its number.
    pub n: u32,
    /// How far it has come.
    pub status: Status,
    /// What it came to; absent while it waits for results.
    #[serde(skip_serializing_if = "Json::is_null")]
    pub outcome: Json,
    /// Actions whose results it waits for, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_actions: Vec<ActionRequest>,
    /// The calls that were made.
    pub calls: Vec<Made>,
}

/// A call that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Made {
    /// Its name.
    pub call: String,
    /// Who answered: a provider, or `rehearsal`.
    pub answered_by: String,
    /// The provider that it was written for.
    pub provider: String,
    /// The model.
    pub model: String,
    /// Its tokens.
    pub tokens: u32,
    /// How long it took, in milliseconds.
    pub latency_ms: i64,
    /// What the provider counted.
    pub usage: Json,
    /// What it cost, where the operator has said what the model costs.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cost: Option<Cost>,
    /// Why the answer was not taken, where it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refused: Option<String>,
}

/// An action whose result a turn waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Begun {
    /// The action.
    pub request: ActionRequest,
    /// Whether the service performs it.
    pub ours: bool,
    /// Its result, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ActionResult>,
}

impl Begun {
    /// Whether the service has to perform it still.
    pub(crate) fn is_due(&self) -> bool {
        self.ours && self.result.is_none()
    }
}

/// What is stored of a turn.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The turn as it can be played again; its history is left out.
    pub turn: Recorded,
    /// How many messages of the conversation it was given.
    pub history: usize,
    /// The actions whose results it waits for.
    #[serde(default)]
    pub required: Vec<ActionRequest>,
    /// All actions whose results its model waits for, where the service performs some of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub begun: Vec<Begun>,
    /// Its calls, as they were told.
    #[serde(default)]
    pub calls: Vec<Made>,
    /// The versions with which it goes on, while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versions: Option<Versions>,
    /// How its answers came about, while it waits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
}

impl Record {
    /// What a turn came to, as it was told.
    pub(crate) fn done(&self, stored: &Stored) -> Done {
        Done {
            n: stored.n,
            status: stored.status,
            outcome: self.turn.outcome.clone(),
            required_actions: self.required.clone(),
            calls: self.calls.clone(),
        }
    }
}

/// What was stored of a turn.
///
/// # Errors
/// [`Fault::Broken`] where it cannot be read.
pub(crate) fn read(stored: &Stored) -> Result<Record, Fault> {
    serde_json::from_str(&stored.record)
        .map_err(|error| Fault::Broken(format!("the record of turn {}: {error}", stored.n)))
}
