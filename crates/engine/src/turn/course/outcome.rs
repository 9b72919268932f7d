//! What a turn came to.
//!
//! Owns the shape of the outcome: what is said, the next state, what was taken and refused and why, and
//! what the host has to do. It must never hold a payload or a provider's answer: those stay with the
//! turn's calls.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::agent::input::Message;
use crate::agent::state::State;
use crate::diagnostic::Diagnostic;
use crate::turn::advance::event::Event;
use crate::turn::advance::memory::Memories;
use crate::turn::gate::Fired;
use crate::turn::read::answer::{Liberty, Problem};

/// What a turn came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Outcome {
    /// The call whose answer it is; none where the gate or the engine spoke alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// What the user reads, in order.
    pub said: Vec<Said>,
    /// The state at the turn's end, with the values of the scope `turn`.
    pub state: State,
    /// The state that the next turn begins with: without the values of the scope `turn`.
    pub next: State,
    /// What the history has in addition for the next turn.
    pub history: Vec<Message>,
    /// The `history_from` of the next turn's input.
    pub history_from: usize,
    /// The decision about the step, where the turn was in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decided>,
    /// What became of every action that somebody asked for.
    pub actions: Vec<Taken>,
    /// What the host is told.
    pub events: Vec<Event>,
    /// What is to be remembered.
    pub memories: Memories,
    /// The verdict, for an answer of the kind `verdict`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Judged>,
    /// The value, for an answer of the kind `schema`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Json>,
    /// Everything that was taken otherwise than as it stood.
    pub liberties: Vec<Liberty>,
    /// Everything that was not taken, and what it breaks.
    pub problems: Vec<Problem>,
    /// Why there is no answer, where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// The rows of the gate that fired.
    pub gate: Vec<Fired>,
    /// The calls that are to be made in the background, by name.
    pub background: Vec<String>,
}

/// A message that the user reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Said {
    /// Who speaks.
    pub by: Voice,
    /// The text.
    pub text: String,
}

/// Who speaks for the agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// The model.
    Model,
    /// The engine, with a script.
    Engine,
    /// The gate, with a row's text.
    Gate,
}

/// The decision about a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decided {
    /// The step.
    pub step: String,
    /// `stay` or `next`.
    pub decision: String,
    /// What the model had decided, where it had decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// Why the decision is what it is.
    pub reason: String,
    /// What the model gave as its reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// The step that the conversation is in now, or `end`.
    pub to: String,
}

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Taken {
    /// The action.
    pub name: String,
    /// Its parameters.
    pub params: Map<String, Json>,
    /// Who asked: `model`, `user`, `agent` for rows of the gate and the logic of steps, or a call's name.
    pub by: String,
    /// What became of it.
    #[serde(flatten)]
    pub fate: Fate,
}

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum Fate {
    /// Its effects are in the state.
    Done,
    /// The host performed it, and the model read the result.
    Performed {
        /// The result.
        result: Json,
    },
    /// It is handed to the host, as an event.
    Handed,
    /// It was refused.
    Refused {
        /// The kind of reason.
        code: &'static str,
        /// The reason.
        reason: String,
    },
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Judged {
    /// Whether it passes. An answer that does not say so plainly is no verdict.
    pub pass: bool,
    /// Why.
    pub reason: String,
}

/// Why a turn has no answer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Failure {
    /// The kind: `model.failed`, `assembly.failed`, or that of an answer that could not be read.
    pub code: &'static str,
    /// What happened, in one sentence.
    pub reason: String,
    /// What is wrong with the assembly, where it failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Diagnostic>,
}
