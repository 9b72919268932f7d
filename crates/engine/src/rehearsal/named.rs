//! Naming the offline model in what a user reads.
//!
//! Owns the word and where it stands in an answer of each kind. It must never change anything else of an
//! answer.

use serde_json::{Value as Json, json};

use crate::agent::call::AnswerKind;
use crate::turn::contract::Contract;

/// What stands in every reply.
pub(super) const NAME: &str = "(rehearsal)";

/// A case's answer, with the name in what the user reads. In front of messages that are scripts it is a
/// message of its own, because scripts are said as they stand; a verdict keeps its beginning.
pub(super) fn named(contract: &Contract, answer: Json, place: &str) -> Json {
    let front = |text: &str| Json::String(format!("{NAME} {text}"));
    match (contract.answer.kind, answer) {
        (AnswerKind::Verdict, Json::String(text)) => Json::String(format!("{text} {NAME}")),
        (AnswerKind::Text | AnswerKind::Actions, Json::String(text)) => front(&text),
        (AnswerKind::Text | AnswerKind::Actions, Json::Object(mut fields)) => {
            if let Some(Json::String(text)) = fields.get("message") {
                let text = front(text);
                fields.insert("message".to_owned(), text);
            }
            Json::Object(fields)
        }
        (AnswerKind::Steps, Json::Object(mut fields)) => {
            let own = json!(format!("{NAME} from the case {place}"));
            if let Some(Json::Array(messages)) = fields.get_mut("messages") {
                messages.insert(0, own);
            }
            Json::Object(fields)
        }
        (_, answer) => answer,
    }
}
