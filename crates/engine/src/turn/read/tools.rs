//! Answers that call tools.
//!
//! Owns the step from the tools of a reply to actions and to the decision of a step. It must never pass
//! over a call: one whose arguments cannot be read is asked for with its text, and told.

use serde_json::{Map, Value as Json};

use crate::agent::call::AnswerKind;
use crate::turn::contract::Contract;
use crate::turn::contract::step_answer::DECISION_TOOL;
use crate::turn::format::reply::ToolUse;
use crate::turn::format::restore::restore;
use crate::turn::read::fields::property;
use crate::turn::read::json::{self, Limits, strict};
use crate::turn::read::notes::{Notes, Path, excerpt};
use crate::turn::read::taken::Taken;

/// Takes the calls, in order. `false` where one of them ends in the middle: with half of its
/// parameters an action could do harm, and is not asked for.
pub(super) fn tools(contract: &Contract, calls: &[ToolUse], ends: bool, taken: &mut Taken) -> bool {
    let mut whole = true;
    for (index, call) in calls.iter().enumerate() {
        let pointer = format!("/tools/{index}");
        let at = Path::At(&pointer);
        match arguments(&call.arguments, ends, &at, &mut taken.notes) {
            // What is no JSON is taken for no parameter: an action would be done with what nobody meant.
            Some(Arguments::Unread(text)) => {
                taken.ask(&call.name, Json::String(text), None, Some(&call.id), &at);
            }
            Some(Arguments::Read(params)) if decides(contract, &call.name) => {
                decision(contract, call, params, &at, taken);
            }
            Some(Arguments::Read(params)) => one(contract, call, params, &at, taken),
            None => {
                let message =
                    format!("The arguments of `{}` end in the middle.", excerpt(&call.name));
                taken.notes.problem("answer.cut", &at, message);
                whole = false;
            }
        }
    }
    whole
}

fn one(contract: &Contract, call: &ToolUse, params: Json, at: &Path<'_>, taken: &mut Taken) {
    let action = contract.actions.iter().find(|action| action.name == call.name);
    taken.ask(&call.name, params, action, Some(&call.id), at);
}

/// Whether a call is the one that decides.
fn decides(contract: &Contract, name: &str) -> bool {
    contract.answer.kind == AnswerKind::Steps && name == DECISION_TOOL
}

/// Takes the call that decides: the decision and what goes with it. What its author declared beside
/// that is an action like any other.
fn decision(contract: &Contract, call: &ToolUse, params: Json, at: &Path<'_>, taken: &mut Taken) {
    const OWN: [&str; 6] = ["decision", "slots", "script", "intent", "corrections", "reason"];
    let tool = contract.actions.iter().find(|action| action.name == DECISION_TOOL);
    let whole = params.clone();
    let Json::Object(fields) = params else {
        return one(contract, call, whole, at, taken);
    };
    let known = |name: &str| {
        let properties = tool.and_then(|tool| tool.params.get("properties"));
        properties.is_some_and(|properties| properties.get(name).is_some())
    };
    for (name, value) in fields {
        let place = Path::Field(at, &name);
        match name.as_str() {
            "decision" => taken.decision(value, &place),
            "slots" => taken.slots(value, &place),
            "script" => taken.script(value, property(contract, "script"), &place),
            "intent" => taken.intent(value, &place),
            "corrections" => taken.corrections(value, &place),
            "reason" => taken.reason(value, &place),
            other if known(other) => {}
            _ => taken.notes.problem("answer.unknown", &place, "There is no such parameter."),
        }
    }
    let declared = tool.is_some_and(|tool| {
        let properties = tool.params.get("properties").and_then(Json::as_object);
        !tool.effects.is_empty()
            || properties.is_some_and(|own| own.keys().any(|name| !OWN.contains(&name.as_str())))
    });
    if declared {
        let whole = tool.map_or(whole.clone(), |tool| restore(&tool.params, whole));
        taken.ask(&call.name, whole, None, Some(&call.id), at);
    }
}

/// The arguments of a call.
enum Arguments {
    /// As a value.
    Read(Json),
    /// What is no JSON, as it stands.
    Unread(String),
}

/// The arguments of a call; none where they are cut.
fn arguments(text: &str, ends: bool, at: &Path<'_>, notes: &mut Notes) -> Option<Arguments> {
    if text.trim().is_empty() {
        // Providers leave the arguments of a tool without parameters out.
        return Some(Arguments::Read(Json::Object(Map::new())));
    }
    let mut own = Notes::default();
    if let Ok(value) = strict::whole(text, &Limits::DEFAULT, at, &mut own) {
        notes.append(own);
        return Some(Arguments::Read(value));
    }
    if !ends {
        return None;
    }
    let mut own = Notes::default();
    match json::repaired(text, &Limits::DEFAULT, at, &mut own) {
        Ok(value) if json::is_cut(&own) => {
            drop(value);
            None
        }
        Ok(value) => {
            notes.append(own);
            Some(Arguments::Read(value))
        }
        Err(broken) => {
            notes.problem("answer.arguments", at, broken.sentence());
            Some(Arguments::Unread(text.to_owned()))
        }
    }
}
