//! What is asked of a session.
//!
//! Owns the shape of a request for a turn. It must never fill anything in.

use std::collections::BTreeMap;

use proem::agent::input::{ActionRequest, Content};
use proem::turn::course::given::ActionResult;
use serde_json::{Map, Value as Json};

/// What a turn is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// The user's message; none where the agent opens or a button was pressed.
    pub message: Option<Content>,
    /// Actions that the user asked for, by a button.
    pub actions: Vec<ActionRequest>,
    /// What is handed in for context keys.
    pub input: Map<String, Json>,
    /// Versions that the caller demands.
    pub pins: BTreeMap<String, u32>,
    /// The label whose versions are used.
    pub label: Option<String>,
    /// Arms that the caller fixes.
    pub arms: BTreeMap<String, String>,
    /// Values over the agent's `config`.
    pub config: Map<String, Json>,
    /// Another model than the agent's.
    pub model: Option<String>,
    /// A call that the agent makes only where it is asked for, instead of the turn's own.
    pub call: Option<String>,
    /// Whether to wait for a turn that is under way, instead of being refused.
    pub wait: bool,
}

/// What is asked of a session.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    /// The next turn.
    Turn(Box<Wish>),
    /// To go on with a turn that waits for the results of its actions.
    Results {
        /// The turn.
        n: u32,
        /// The results, in the order of the actions.
        results: Vec<ActionResult>,
    },
}
