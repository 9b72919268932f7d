//! `read`: what a model said.
//!
//! Owns the way from a provider's reply to an answer under the call's contract. Every liberty is
//! recorded, nothing is dropped without an entry, and what cannot be read is a failure that says why. It
//! must never decide what is allowed: that is for `enforce`.

pub mod answer;
mod coerce;
mod fields;
pub mod json;
mod notes;
mod opening;
pub mod partial;
mod pick;
pub mod stream;
mod taken;
mod tools;
pub mod unreadable;

use jsonschema::Validator;
use serde_json::Value as Json;

use crate::agent::call::{AnswerKind, Heads};
use crate::turn::contract::Contract;
use crate::turn::contract::step_answer::DECISION_TOOL;
use crate::turn::contract::verdict::{self, Verdict};
use crate::turn::format::reply::{Reply, Stop};
use crate::turn::format::restore::restore;
use crate::turn::read::answer::{Answer, Problem};
use crate::turn::read::notes::Path;
use crate::turn::read::pick::Picked;
use crate::turn::read::stream::Stream;
use crate::turn::read::taken::Taken;
pub use crate::turn::read::unreadable::Unreadable;

/// Reads an answer under its contract.
///
/// # Errors
/// Where it refuses, is cut off, is empty, is not JSON where JSON was asked for, or breaks its
/// contract so that what the user reads, the verdict or the value is not whole.
pub fn read(contract: &Contract, reply: &Reply) -> Result<Answer, Unreadable> {
    read_with(contract, reply, None)
}

/// As [`read`], with what validates answers of the kind `schema`: whoever reads many makes it once.
///
/// # Errors
/// As [`read`].
pub fn read_with(
    contract: &Contract,
    reply: &Reply,
    validator: Option<&Validator>,
) -> Result<Answer, Unreadable> {
    if reply.refusal.is_some() || reply.stop == Stop::Refused {
        let text = reply.refusal.clone().unwrap_or_else(|| reply.text.clone());
        return Err(Unreadable::Refused { text, rest: Box::new(begun(contract, &reply.text)) });
    }
    let blank = reply.text.trim().is_empty();
    if blank && reply.tools.is_empty() {
        return Err(match reply.stop {
            Stop::Length => Unreadable::Cut { rest: Box::default() },
            _ => Unreadable::Empty,
        });
    }
    let mut taken = Taken::default();
    let cut = reply.stop == Stop::Length;
    match contract.answer.kind {
        AnswerKind::Text => {
            if !blank {
                taken.answer.messages.push(reply.text.clone());
            }
            // Half of a text can say the opposite of the whole.
            if cut {
                return Err(Unreadable::Cut { rest: Box::new(taken.finish()) });
            }
        }
        AnswerKind::Verdict => return judged(contract, reply, taken),
        AnswerKind::Actions | AnswerKind::Steps | AnswerKind::Schema if !blank => {
            match pick::pick(contract, &reply.text, cut, &mut taken.notes) {
                Picked::Object(object) if contract.answer.kind == AnswerKind::Schema => {
                    valued(contract, Json::Object(object), &mut taken);
                }
                Picked::Object(object) => fields::fields(contract, object, &mut taken),
                Picked::Other(value) if contract.answer.kind == AnswerKind::Schema => {
                    valued(contract, value, &mut taken);
                }
                Picked::Other(value) => {
                    let message = format!("Expected an object, found {}.", coerce::noun(&value));
                    taken.notes.problem("answer.type", &Path::At(""), message);
                    taken.torn = true;
                }
                Picked::Plain => {
                    let note = "the text is taken as one message: JSON was asked for";
                    taken.notes.liberty("answer.plain", &Path::At(""), note);
                    taken.answer.messages.push(reply.text.clone());
                    if cut {
                        return Err(Unreadable::Cut { rest: Box::new(taken.finish()) });
                    }
                }
                Picked::Beyond(broken) => {
                    let mut rest = begun(contract, &reply.text);
                    let message = broken.sentence();
                    let problem =
                        Problem { code: "answer.no-json", pointer: String::new(), message };
                    rest.problems.push(problem);
                    return Err(breaks(rest));
                }
                Picked::Cut => {
                    return Err(Unreadable::Cut { rest: Box::new(begun(contract, &reply.text)) });
                }
                Picked::Nothing => return Err(Unreadable::NoJson { text: reply.text.clone() }),
            }
        }
        _ => {}
    }
    if !tools::tools(contract, &reply.tools, !cut, &mut taken) {
        return Err(Unreadable::Cut { rest: Box::new(taken.finish()) });
    }
    lacking(contract, reply, &mut taken);
    match contract.answer.kind {
        AnswerKind::Schema => checked(contract, validator, taken),
        _ if taken.torn => Err(breaks(taken.finish())),
        _ => Ok(taken.finish()),
    }
}

/// Tells what an answer must have and has not.
fn lacking(contract: &Contract, reply: &Reply, taken: &mut Taken) {
    let root = Path::At("");
    let said = !taken.answer.messages.is_empty() || taken.torn;
    match contract.answer.kind {
        AnswerKind::Actions if !said && reply.tools.is_empty() => {
            let message = "This field is missing.";
            taken.notes.problem("answer.missing", &Path::Field(&root, "message"), message);
            taken.torn = taken.answer.actions.is_empty();
        }
        AnswerKind::Steps => {
            if !said && !taken.listed && reply.tools.is_empty() {
                let message = "This field is missing.";
                taken.notes.problem("answer.missing", &Path::Field(&root, "messages"), message);
                taken.torn = true;
            }
            let decides = contract.actions.iter().any(|action| action.name == DECISION_TOOL);
            let asked = !contract.answer.tools || decides;
            let told = |taken: &Taken, name: &str| {
                let own = format!("/{name}");
                taken.notes.problems.iter().any(|problem| problem.pointer.ends_with(&own))
            };
            if asked && taken.answer.decision.is_none() && !told(taken, "decision") {
                let message = "The decision is missing: it counts as `stay`.";
                taken.notes.problem("answer.missing", &Path::Field(&root, "decision"), message);
            }
            if asked && taken.answer.reason.is_none() && !told(taken, "reason") {
                let message = "The reason is missing.";
                taken.notes.problem("answer.missing", &Path::Field(&root, "reason"), message);
            }
        }
        _ => {}
    }
}

/// Takes a value under the author's schema.
fn valued(contract: &Contract, value: Json, taken: &mut Taken) {
    let Some(schema) = &contract.answer.schema else {
        taken.answer.value = Some(value);
        return;
    };
    let value = restore(schema, value);
    // What does not fit is told by whoever validates, once.
    let mut notes = notes::Notes::default();
    let value = coerce::coerce(schema, value, &Path::At(""), &mut notes);
    notes.problems.clear();
    taken.notes.append(notes);
    taken.answer.value = Some(value);
}

/// Validates a value against the author's schema.
fn checked(
    contract: &Contract,
    validator: Option<&Validator>,
    mut taken: Taken,
) -> Result<Answer, Unreadable> {
    let own;
    let validator = match (validator, &contract.answer.schema) {
        (Some(validator), _) => Some(validator),
        (None, Some(schema)) => {
            own = jsonschema::validator_for(schema).ok();
            own.as_ref()
        }
        (None, None) => None,
    };
    let Some(value) = &taken.answer.value else {
        let message = "The answer has no value.";
        taken.notes.problem("answer.missing", &Path::At(""), message);
        return Err(breaks(taken.finish()));
    };
    let errors = validator.into_iter().flat_map(|validator| validator.iter_errors(value));
    let found: Vec<(String, String)> =
        errors.map(|error| (error.instance_path().to_string(), error.to_string())).collect();
    for (pointer, message) in &found {
        taken.notes.problem("answer.schema", &Path::At(pointer), message.clone());
    }
    if found.is_empty() { Ok(taken.finish()) } else { Err(breaks(taken.finish())) }
}

/// Reads a verdict. Half of one is none: the other half could say the opposite.
fn judged(contract: &Contract, reply: &Reply, mut taken: Taken) -> Result<Answer, Unreadable> {
    let usual = Heads { pass: PASS.to_owned(), fail: FAIL.to_owned() };
    let heads = contract.answer.heads.as_ref().unwrap_or(&usual);
    let whole = tools::tools(contract, &reply.tools, reply.stop != Stop::Length, &mut taken);
    if reply.stop == Stop::Length || !whole {
        return Err(Unreadable::Cut { rest: Box::new(taken.finish()) });
    }
    let verdict = verdict::read(heads, &reply.text);
    let unreadable = match &verdict {
        Verdict::Unreadable(why) => Some(why.clone()),
        Verdict::Pass(_) | Verdict::Fail(_) => None,
    };
    taken.answer.verdict = Some(verdict);
    match unreadable {
        Some(why) => {
            taken.notes.problem(
                "answer.verdict",
                &Path::At(""),
                format!("There is no verdict: {why}."),
            );
            Err(breaks(taken.finish()))
        }
        None => Ok(taken.finish()),
    }
}

/// What a host may have shown of a text that turned out not to be readable.
fn begun(contract: &Contract, text: &str) -> Answer {
    let messages = |protocol: bool| {
        let mut stream = Stream::new(contract, protocol);
        let mut shown = stream.push(text);
        shown.extend(stream.finish());
        stream::messages(shown)
    };
    // A complete message may be empty, which is nothing where text is shown as it comes.
    let messages =
        Some(messages(false)).filter(|some| !some.is_empty()).unwrap_or_else(|| messages(true));
    Answer { messages, ..Answer::default() }
}

fn breaks(answer: Answer) -> Unreadable {
    let problems: Vec<Problem> = answer.problems.clone();
    Unreadable::Breaks { problems, rest: Box::new(answer) }
}

/// What verdicts begin with where nobody has said it.
pub const PASS: &str = "PASS";
/// The other one.
pub const FAIL: &str = "FAIL";
