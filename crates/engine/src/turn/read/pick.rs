//! Which part of a text is the answer.
//!
//! Owns the choice among everything in a text that could be the answer. It must never choose silently:
//! what stands around the answer, and every other part that could have been it, is told. And it must never
//! choose another object than the one that the text begins with, where that one has something for the
//! user to read: a host may have shown it already.

use serde_json::{Map, Value as Json};

use crate::agent::call::AnswerKind;
use crate::turn::contract::Contract;
use crate::turn::format::restore::restore;
use crate::turn::read::coerce::fits;
use crate::turn::read::fields::{meant, own};
use crate::turn::read::json::find::{self, Found};
use crate::turn::read::json::{Broken, Limits, lenient, strict};
use crate::turn::read::notes::{Notes, Path, excerpt};
use crate::turn::read::opening::opening;

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
    /// One that is beyond the limits.
    Beyond(Broken),
    /// No JSON.
    Nothing,
}

/// How well a value is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// Not at all.
    None,
    /// It has a field of the answer, or an action.
    Some,
    /// It has the form of the contract.
    Whole,
}

/// Finds the answer in a text.
pub(super) fn pick(contract: &Contract, text: &str, cut: bool, notes: &mut Notes) -> Picked {
    let root = Path::At("");
    let mut own = Notes::default();
    if let Ok(value) = strict::whole(text, &Limits::DEFAULT, &root, &mut own) {
        notes.append(own);
        return picked(contract, value, notes);
    }
    if let Some((from, fenced)) = opening(text) {
        let found = match begins(text, from, fenced) {
            Ok(found) => found,
            Err(broken) => return Picked::Beyond(broken),
        };
        let like = likeness(contract, &found.value);
        // Nothing of a value is shown as it comes: a better one may stand behind it.
        let enough = match contract.answer.kind {
            AnswerKind::Schema => Likeness::Whole,
            _ => Likeness::Some,
        };
        if like >= enough {
            if ends_in_the_middle(&found.notes, cut) {
                return Picked::Cut;
            }
            let behind = text.get(found.end..).unwrap_or_default();
            let others = find::strictly(behind, &Limits::DEFAULT, &root);
            several(contract, &found.value, &others, notes);
            notes.append(found.notes);
            find::around(text, found.end, text.len(), &root, notes);
            return picked(contract, found.value, notes);
        }
    }
    among(contract, text, cut, notes)
}

/// Chooses among all values of a text that does not begin with the answer.
fn among(contract: &Contract, text: &str, cut: bool, notes: &mut Notes) -> Picked {
    let root = Path::At("");
    let strict = best(contract, find::strictly(text, &Limits::DEFAULT, &root));
    let documents = match find::documents(text, &Limits::DEFAULT, &root) {
        Ok(documents) => documents,
        Err(broken) if strict.is_none() => return Picked::Beyond(broken),
        Err(_) => Vec::new(),
    };
    let object = documents.iter().any(|found| found.value.is_object());
    let middle = documents
        .iter()
        .any(|found| found.value.is_object() && ends_in_the_middle(&found.notes, cut));
    let lenient = best(contract, documents);
    let like = |best: &Option<(Found, Vec<Found>)>| {
        best.as_ref().map(|(found, _)| likeness(contract, &found.value))
    };
    // With liberties a value may lie inside of another one, which is the better answer then.
    let best = if like(&strict) > like(&lenient) { strict } else { lenient };
    match best {
        Some((found, _)) if ends_in_the_middle(&found.notes, cut) => Picked::Cut,
        Some(best) => chosen(contract, text, best, notes),
        None if contract.answer.tools && contract.answer.kind != AnswerKind::Schema => {
            Picked::Plain
        }
        None if cut || middle => Picked::Cut,
        None if object => single(contract, text, notes),
        None => Picked::Nothing,
    }
}

/// The object that a text begins with: strictly, or with liberties.
fn begins(text: &str, from: usize, fenced: bool) -> Result<Found, Broken> {
    let root = Path::At("");
    let mut notes = Notes::default();
    if fenced {
        notes.liberty("json.fence", &root, "the value stands in a fenced block");
    }
    let mut own = Notes::default();
    let read = strict::prefix(text, from, &Limits::DEFAULT, &root, &mut own);
    let (value, end) = match read {
        Ok((value, end)) if !find::goes_on(&value, text, end) => {
            notes.append(own);
            (value, end)
        }
        _ => lenient::document(text, from, &Limits::DEFAULT, &root, &mut notes)?,
    };
    Ok(Found { value, notes, from, end, adjoins: false })
}

/// Whether a value that was read ends with the text. Of the text that a user reads even a forgotten
/// quote at the very end counts: what was shown as it came had what stands behind it too.
fn ends_in_the_middle(notes: &Notes, cut: bool) -> bool {
    notes.liberties.iter().any(|liberty| match liberty.code {
        lenient::CUT => true,
        lenient::UNCLOSED => cut || liberty.pointer == "/message",
        "json.bracket" => cut,
        _ => false,
    })
}

/// The value that is most like an answer; of several the last, because a model that thinks aloud ends
/// with what it means.
fn best(contract: &Contract, found: Vec<Found>) -> Option<(Found, Vec<Found>)> {
    let like: Vec<Likeness> = found.iter().map(|found| likeness(contract, &found.value)).collect();
    let most = like.iter().copied().max().filter(|most| *most > Likeness::None)?;
    let place = like.iter().rposition(|like| *like == most)?;
    let mut others = found;
    let chosen = others.remove(place);
    Some((chosen, others))
}

fn chosen(
    contract: &Contract,
    text: &str,
    (found, others): (Found, Vec<Found>),
    notes: &mut Notes,
) -> Picked {
    let root = Path::At("");
    several(contract, &found.value, &others, notes);
    find::around(text, 0, found.from, &root, notes);
    notes.append(found.notes);
    find::around(text, found.end, text.len(), &root, notes);
    picked(contract, found.value, notes)
}

/// Tells of other values that could have been the answer.
fn several(contract: &Contract, value: &Json, others: &[Found], notes: &mut Notes) {
    let root = Path::At("");
    for other in others.iter().filter(|other| likeness(contract, &other.value) > Likeness::None) {
        if other.value == *value {
            notes.liberty("answer.several", &root, "the same answer is given again");
        } else {
            let said = excerpt(&other.value.to_string());
            let message = format!("There is more than one answer: `{said}` is not taken.");
            notes.problem("answer.several", &root, message);
        }
    }
}

/// What there is where nothing is like an answer.
fn single(contract: &Contract, text: &str, notes: &mut Notes) -> Picked {
    let root = Path::At("");
    let documents = find::documents(text, &Limits::DEFAULT, &root).unwrap_or_default();
    let Some(found) = documents.into_iter().rev().find(|found| found.value.is_object()) else {
        return Picked::Nothing;
    };
    notes.append(found.notes);
    picked(contract, found.value, notes)
}

/// A value as the contract takes it: out of a list of one, or of an object around it.
fn picked(contract: &Contract, value: Json, notes: &mut Notes) -> Picked {
    if contract.answer.kind == AnswerKind::Schema {
        return match value {
            Json::Object(object) => Picked::Object(object),
            other => Picked::Other(other),
        };
    }
    match unwrapped(contract, value) {
        (Json::Object(object), wrapped) => {
            if wrapped {
                let note = "the answer stands inside of another value";
                notes.liberty("value.unwrapped", &Path::At(""), note);
            }
            Picked::Object(object)
        }
        (other, _) => Picked::Other(other),
    }
}

/// The object inside of a list of one or of an object with one field that the contract does not know;
/// and whether there was one.
fn unwrapped(contract: &Contract, value: Json) -> (Json, bool) {
    let inner = match &value {
        Json::Array(items) if items.len() == 1 => items.first(),
        Json::Object(fields) if fields.len() == 1 && !knows(contract, fields) => {
            fields.values().next()
        }
        _ => None,
    };
    match inner {
        Some(Json::Object(fields)) if knows(contract, fields) => {
            (Json::Object(fields.clone()), true)
        }
        _ => (value, false),
    }
}

/// Whether an object has a field of the answer, or an allowed action.
fn knows(contract: &Contract, fields: &Map<String, Json>) -> bool {
    let own = own(contract.answer.kind);
    fields.keys().any(|name| {
        let meant = meant(contract, name, &[]);
        own.contains(&meant) || contract.actions.iter().any(|action| action.name == meant)
    })
}

fn likeness(contract: &Contract, value: &Json) -> Likeness {
    if contract.answer.kind == AnswerKind::Schema {
        return match &contract.answer.schema {
            Some(schema) if fits(schema, &restore(schema, value.clone())) => Likeness::Whole,
            _ if value.is_object() => Likeness::Some,
            _ => Likeness::None,
        };
    }
    let (value, _) = unwrapped(contract, value.clone());
    match &value {
        Json::Object(fields) if knows(contract, fields) => match &contract.schema {
            Some(schema) if fits(schema, &restore(schema, value.clone())) => Likeness::Whole,
            _ => Likeness::Some,
        },
        _ => Likeness::None,
    }
}
