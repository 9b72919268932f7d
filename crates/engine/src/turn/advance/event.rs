//! What the host is told.
//!
//! Owns the kinds of events and what each carries. An event never carries what was said, and nobody's
//! identity where the session is incognito. It must never do anything itself.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};

/// Something that the host is to know or to do.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// An action without a declared effect: the host performs it.
    Action {
        /// The action.
        name: String,
        /// Its parameters.
        params: Map<String, Json>,
        /// Who asked: `model`, `user`, `agent` for rows of the gate and the logic of
        /// steps, or the name of a call.
        by: String,
    },
    /// An isolated call stood in place of the reply.
    Crisis {
        /// The call.
        call: String,
        /// The state keys that its condition looked at.
        state: Map<String, Json>,
        /// Whose turn it was; left out where the session is incognito.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// The conversation went on to another step.
    Moved {
        /// The step that it left.
        from: String,
        /// The step that it is in, or `end`.
        to: String,
        /// Why.
        reason: String,
    },
    /// Slots were given up.
    Skipped {
        /// Their names.
        slots: Vec<String>,
    },
    /// Values that the user had given were corrected.
    Corrected {
        /// The slots.
        slots: Vec<String>,
    },
    /// The user ended the flow.
    Cancelled,
    /// The flow was ended because its step had asked in vain often enough.
    Stopped {
        /// Why.
        reason: String,
    },
    /// A person is to take over.
    Handoff {
        /// Why.
        reason: String,
    },
    /// The flow has come to its end.
    Ended,
}
