//! Answers that are one object.
//!
//! Owns which field of an object means what, under the kinds `actions` and `steps`. It must never pass
//! over a field: what is none of the answer's own is an action or a problem.

use serde_json::{Map, Value as Json};

use crate::agent::call::AnswerKind;
use crate::turn::contract::Contract;
use crate::turn::contract::step_answer::DECISION_TOOL;
use crate::turn::read::coerce::folded;
use crate::turn::read::notes::Path;
use crate::turn::read::taken::Taken;

/// The fields that an answer of a kind has of its own.
pub(super) fn own(kind: AnswerKind) -> &'static [&'static str] {
    match kind {
        AnswerKind::Actions => &["message"],
        AnswerKind::Steps => {
            &["messages", "decision", "slots", "script", "intent", "corrections", "reason"]
        }
        AnswerKind::Text | AnswerKind::Verdict | AnswerKind::Schema => &[],
    }
}

/// Takes an object apart.
pub(super) fn fields(contract: &Contract, object: Map<String, Json>, taken: &mut Taken) {
    let root = Path::At("");
    let names: Vec<String> = object.keys().cloned().collect();
    for (name, value) in object {
        let at = Path::Field(&root, &name);
        let meant = meant(contract, &name, &names);
        if meant != name {
            taken.notes.liberty("answer.field", &at, format!("taken for `{meant}`"));
        }
        match (contract.answer.kind, meant) {
            (AnswerKind::Actions, "message") => match value {
                // Whether a message is needed is known when all is read.
                Json::Null => {}
                Json::Array(_) => taken.messages(value, &at),
                value => taken.message(value, &at),
            },
            (AnswerKind::Steps, "messages") => taken.messages(value, &at),
            (AnswerKind::Steps, "decision") => taken.decision(value, &at),
            (AnswerKind::Steps, "slots") => taken.slots(value, &at),
            (AnswerKind::Steps, "script") => {
                taken.script(value, property(contract, "script"), &at);
            }
            (AnswerKind::Steps, "intent") => taken.intent(value, &at),
            (AnswerKind::Steps, "corrections") => taken.corrections(value, &at),
            (AnswerKind::Steps, "reason") => taken.reason(value, &at),
            _ => taken.field(contract, meant, value, &at),
        }
    }
}

/// The name that is meant by a field's name: itself, or the answer's own field or allowed action that
/// differs from it by letter case, spaces, `_` and `-` alone, or by one and many, and is not given
/// itself.
pub(super) fn meant<'n>(contract: &'n Contract, name: &'n str, given: &[String]) -> &'n str {
    let own = own(contract.answer.kind);
    let actions = || contract.actions.iter().map(|action| action.name.as_str());
    if own.contains(&name) || actions().any(|action| action == name) {
        return name;
    }
    let wanted = folded(name);
    let other = match contract.answer.kind {
        AnswerKind::Actions if wanted == "messages" => Some("message"),
        AnswerKind::Steps if wanted == "message" => Some("messages"),
        _ => None,
    };
    let mut alike =
        own.iter().copied().chain(actions()).filter(|known| folded(known) == wanted).chain(other);
    match (alike.next(), alike.next()) {
        (Some(known), None) if !given.iter().any(|given| given == known) => known,
        _ => name,
    }
}

/// The schema of one of the answer's own fields, in the answer or in the tool that decides.
pub(super) fn property<'c>(contract: &'c Contract, name: &str) -> Option<&'c Json> {
    let of = |schema: &'c Json| schema.get("properties")?.get(name);
    let tool = || contract.actions.iter().find(|action| action.name == DECISION_TOOL);
    contract.schema.as_ref().and_then(of).or_else(|| of(&tool()?.params))
}
