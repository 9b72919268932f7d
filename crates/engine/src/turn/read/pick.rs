//! Which part of a text is the answer.
//!
//! Owns the choice among everything in a text that could be the answer. It must never choose silently:
//! what stands around the answer, and every other part that could have been it, is told.

use serde_json::{Map, Value as Json};

use crate::agent::call::AnswerKind;
use crate::turn::contract::Contract;
use crate::turn::read::json::{Limits, strict};
use crate::turn::read::notes::{Notes, Path};

/// What was found.
#[derive(Debug)]
pub(super) enum Picked {
    /// An object.
    Object(Map<String, Json>),
    /// Another value.
    Other(Json),
    /// No object, where plain text may stand for one message.
    Plain,
    /// An object that ends in the middle.
    Cut,
    /// No JSON.
    Nothing,
}

/// Finds the answer in a text.
pub(super) fn pick(contract: &Contract, text: &str, cut: bool, notes: &mut Notes) -> Picked {
    let mut own = Notes::default();
    match strict::whole(text, &Limits::DEFAULT, &Path::At(""), &mut own) {
        Ok(Json::Object(object)) => {
            notes.append(own);
            Picked::Object(object)
        }
        Ok(value) => {
            notes.append(own);
            Picked::Other(value)
        }
        Err(_) if cut => Picked::Cut,
        Err(_) if contract.answer.tools && contract.answer.kind != AnswerKind::Schema => {
            Picked::Plain
        }
        Err(_) => Picked::Nothing,
    }
}
