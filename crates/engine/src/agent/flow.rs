//! Flows: steps in a row.
//!
//! Owns what an agent says about its flow as a whole: where it begins, and the rule sets that slots of
//! several steps share. The steps themselves are prompts. It must never follow a step to the next.

use crate::agent::decode::{Decoder, Text};
use crate::agent::step::policy::{self, Policies};
use crate::agent::step::slot::{self, Slot};
use crate::agent::yaml::Node;
use crate::diagnostic::Span;

/// State keys that the engine keeps for a flow, and that expressions see by their bare names. `slots`
/// is a root beside them.
pub const KEYS: [&str; 4] = ["step", "stage", "ladder", "held"];

/// The flow of an agent.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Where it is declared.
    pub span: Span,
    /// The step in which a conversation begins.
    pub start: Option<Text>,
    /// Rule sets that slots can `use`, by name.
    pub slots: Vec<Slot>,
    /// What happens when the user does something else than what a step is for.
    pub policies: Policies,
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Flow> {
    let mut fields = decoder.fields(node, "a flow")?;
    let start = fields.need(decoder, "start").and_then(|node| decoder.text(node));
    let slots = fields.get("slots").map(|node| slot::decode(decoder, node)).unwrap_or_default();
    let policies = fields.get("policies").map(|node| policy::decode(decoder, node));
    let policies = policies.unwrap_or_default();
    let span = fields.span.clone();
    fields.finish(decoder);
    for set in &slots {
        if let Some(uses) = &set.uses {
            let message = "a rule set cannot use another one";
            decoder.error_with("slot.set", &uses.span, message, "Write its rules out.");
        }
    }
    Some(Flow { span, start, slots, policies })
}
