//! What a model is offered: the tools and the schema of the answer, as a provider can say them.
//!
//! Owns the walk that every provider shares: lower each schema, note whose text stands where. How a
//! tool is written down is the provider's own. It must never leave out an action of the contract.

use serde_json::Value as Json;

use crate::provider::lower::{Subset, lower};
use crate::turn::contract::Contract;
use crate::turn::format::{Authored, Offer, Tool};
use crate::turn::step_answer::DECISION_TOOL;

/// Where a provider puts tools and schemas, as JSON pointers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    /// What stands behind `/tools/N` in front of a tool's own fields.
    pub tool: &'static str,
    /// The field of a tool's parameters.
    pub parameters: &'static str,
    /// The schema of the answer.
    pub schema: &'static str,
}

/// Lowers what a contract offers. The members of the payload are left to the provider.
pub(super) fn offer(contract: &Contract, subset: Subset, places: Places) -> Offer {
    let mut offer = Offer::default();
    for action in &contract.actions {
        let name = format!("actions/{}", action.name);
        if !contract.answer.tools {
            let pointer = format!("{}/properties/{}", places.schema, action.name);
            offer.authored.push(Authored { pointer, name });
            continue;
        }
        let pointer = format!("/tools/{}{}", offer.tools.len(), places.tool);
        let inner = format!("{pointer}/{}", places.parameters);
        offer.tools.push(Tool {
            name: action.name.clone(),
            description: action.description.clone(),
            schema: lower(&action.params, subset, &inner, &mut offer.lowering),
        });
        offer.authored.push(Authored { pointer, name });
    }
    offer.authored.extend(slots(contract, &offer.tools, places));
    let schema = contract.schema.as_ref();
    offer.schema = schema.map(|schema| lower(schema, subset, places.schema, &mut offer.lowering));
    offer
}

/// Where the slots of a step stand, which its author describes: in the answer, or in the tool that
/// decides.
fn slots(contract: &Contract, tools: &[Tool], places: Places) -> Option<Authored> {
    let name = contract.slots.clone()?;
    let has = |schema: &Json| schema["properties"].get("slots").is_some();
    let decides = tools.iter().position(|tool| tool.name == DECISION_TOOL && has(&tool.schema));
    let inside = match decides {
        Some(at) => format!("/tools/{at}{}/{}", places.tool, places.parameters),
        None if contract.schema.as_ref().is_some_and(has) => places.schema.to_owned(),
        None => return None,
    };
    Some(Authored { pointer: format!("{inside}/properties/slots"), name })
}
