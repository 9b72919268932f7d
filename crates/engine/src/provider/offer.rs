//! What a model is offered: the tools and the schema of the answer, as a provider can say them.
//!
//! Owns the walk that every provider shares: lower each schema, note whose text stands where, and fall
//! back to words where a model takes no schema or cannot be held to this one. How a tool is written
//! down is the provider's own. It must never leave out an action of the contract.

use serde_json::Value as Json;

use crate::provider::lower::lower;
use crate::provider::subset::Subset;
use crate::turn::contract::Contract;
use crate::turn::contract::step_answer::DECISION_TOOL;
use crate::turn::format::{Authored, Lowering, Offer, Tool};

/// How a provider takes schemas.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// What it can say.
    pub subset: Subset,
    /// Where tools stand, as a JSON pointer.
    pub tools: &'static str,
    /// What stands behind `/N` in front of a tool's own fields.
    pub tool: &'static str,
    /// The field of a tool's parameters.
    pub parameters: &'static str,
    /// Where the schema of the answer stands, as a JSON pointer.
    pub schema: &'static str,
    /// Whether the model takes a schema for its answer.
    pub answers: bool,
    /// Whether the model can be held to the parameters of tools.
    pub strict: bool,
}

/// Lowers what a contract offers. The members of the payload are left to the provider.
pub(super) fn offer(contract: &Contract, manner: Manner) -> Offer {
    let mut offer = Offer::default();
    if let Some(schema) = &contract.schema {
        answer(schema, manner, &mut offer);
    }
    for action in &contract.actions {
        let name = format!("actions/{}", action.name);
        if contract.answer.tools {
            let pointer = format!("{}/{}{}", manner.tools, offer.tools.len(), manner.tool);
            let inner = format!("{pointer}/{}", manner.parameters);
            let (schema, strict) = parameters(&action.params, manner, &inner, &mut offer.lowering);
            let (tool, description) = (action.name.clone(), action.description.clone());
            offer.tools.push(Tool { name: tool, description, schema, strict });
            offer.authored.push(Authored { pointer, name });
        } else if offer.schema.is_some() {
            let pointer = format!("{}/properties/{}", manner.schema, action.name);
            offer.authored.push(Authored { pointer, name });
        }
    }
    offer.authored.extend(slots(contract, &offer, manner));
    offer
}

fn answer(schema: &Json, manner: Manner, offer: &mut Offer) {
    let lowered = lower(schema, manner.subset, manner.schema);
    let why = match &lowered.loose {
        _ if !manner.answers => "this model takes no schema for its answer".to_owned(),
        Some(reason) => format!("this provider cannot enforce it ({reason})"),
        None => {
            offer.lowering.extend(lowered.report);
            offer.schema = Some(lowered.schema);
            return;
        }
    };
    let note = format!("{why}: it is said in words, and the answer is checked afterwards");
    offer.lowering.push(Lowering { pointer: manner.schema.to_owned(), note });
    offer.words = Some(without_own_words(schema));
}

/// The parameters of a tool, and whether the model is held to them.
fn parameters(
    schema: &Json,
    manner: Manner,
    pointer: &str,
    report: &mut Vec<Lowering>,
) -> (Json, bool) {
    let lowered = lower(schema, manner.subset, pointer);
    let why = match &lowered.loose {
        _ if !manner.strict => "this model cannot be held to the parameters of tools".to_owned(),
        Some(reason) => format!("this provider cannot enforce them ({reason})"),
        None => {
            report.extend(lowered.report);
            return (lowered.schema, true);
        }
    };
    let note = format!("{why}: what it asks for is checked afterwards");
    report.push(Lowering { pointer: pointer.to_owned(), note });
    (without_own_words(schema), false)
}

/// A schema without the words that only Proem knows.
fn without_own_words(schema: &Json) -> Json {
    match schema {
        Json::Object(map) => {
            let kept =
                map.iter().filter(|(word, _)| !["titles", "extract"].contains(&word.as_str()));
            kept.map(|(word, value)| (word.clone(), inside(word, value))).collect()
        }
        plain => plain.clone(),
    }
}

/// Names of properties are no words of the schema language.
fn inside(word: &str, value: &Json) -> Json {
    match (word, value) {
        ("properties" | "$defs" | "definitions", Json::Object(map)) => {
            map.iter().map(|(name, own)| (name.clone(), without_own_words(own))).collect()
        }
        ("enum" | "const" | "default" | "examples", value) => value.clone(),
        (_, Json::Array(items)) => items.iter().map(without_own_words).collect(),
        (_, value) => without_own_words(value),
    }
}

/// Where the slots of a step stand, which its author describes: in the answer, or in the tool that
/// decides.
fn slots(contract: &Contract, offer: &Offer, manner: Manner) -> Option<Authored> {
    let name = contract.slots.clone()?;
    let has = |schema: &Json| schema["properties"].get("slots").is_some();
    let tools = &offer.tools;
    let decides = tools.iter().position(|tool| tool.name == DECISION_TOOL && has(&tool.schema));
    let inside = match decides {
        Some(at) => format!("{}/{at}{}/{}", manner.tools, manner.tool, manner.parameters),
        None if offer.schema.as_ref().is_some_and(has) => manner.schema.to_owned(),
        None => return None,
    };
    Some(Authored { pointer: format!("{inside}/properties/slots"), name })
}
