//! Answers that are one object.
//!
//! Owns which field of an object means what, under the kinds `actions` and `steps`. It must never pass
//! over a field: what is none of the answer's own is an action or a problem.

use std::cell::OnceCell;

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
    let names = Names::of(contract);
    // A name that only resembles one that is given too is a name of its own.
    let given: Vec<&str> =
        object.keys().filter_map(|name| names.meant(name).filter(|meant| meant == name)).collect();
    for (name, value) in object {
        let at = Path::Field(&root, &name);
        let meant = names.meant(&name).filter(|meant| *meant == name || !given.contains(meant));
        let meant = meant.unwrap_or(&name);
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

/// The names that a contract knows: the answer's own fields and the allowed actions.
pub(super) struct Names<'c> {
    known: Vec<&'c str>,
    /// The form of each without letter case, spaces, `_` and `-`, once a name is none of them.
    folded: OnceCell<Vec<String>>,
    /// What is taken for one of the answer's own: one message for many, and many for one.
    other: Option<(&'static str, &'static str)>,
}

impl<'c> Names<'c> {
    pub(super) fn of(contract: &'c Contract) -> Self {
        let own = own(contract.answer.kind).iter().copied();
        let actions = contract.actions.iter().map(|action| action.name.as_str());
        let known = own.chain(actions).collect();
        let other = match contract.answer.kind {
            AnswerKind::Actions => Some(("messages", "message")),
            AnswerKind::Steps => Some(("message", "messages")),
            AnswerKind::Text | AnswerKind::Verdict | AnswerKind::Schema => None,
        };
        Self { known, folded: OnceCell::new(), other }
    }

    /// The name that is meant by a field's name: itself, or the only one that the contract knows that
    /// differs from it in nothing that counts.
    pub(super) fn meant(&self, name: &str) -> Option<&'c str> {
        if let Some(own) = self.known.iter().find(|own| **own == name) {
            return Some(own);
        }
        let wanted = folded(name);
        if let Some((_, own)) = self.other.filter(|(other, _)| *other == wanted) {
            return Some(own);
        }
        let forms = self.folded.get_or_init(|| self.known.iter().map(|own| folded(own)).collect());
        let mut alike = forms.iter().zip(&self.known).filter(|(form, _)| **form == wanted);
        match (alike.next(), alike.next()) {
            (Some((_, own)), None) => Some(own),
            _ => None,
        }
    }
}

/// The schema of one of the answer's own fields, in the answer or in the tool that decides.
pub(super) fn property<'c>(contract: &'c Contract, name: &str) -> Option<&'c Json> {
    let of = |schema: &'c Json| schema.get("properties")?.get(name);
    let tool = || contract.actions.iter().find(|action| action.name == DECISION_TOOL);
    contract.schema.as_ref().and_then(of).or_else(|| of(&tool()?.params))
}
