//! Whether a value fits its slot, and the form in which it is kept.
//!
//! Owns the verdict on each kind of slot, one file per family: `number`, `choice` (true or false, one
//! of several words), `text` (one line, free text, patterns), `name`, `email`, `phone`, `date`, `money`;
//! `tidy` is what happens to every text before, `numeral` how figures are read. A verdict is the same
//! for all spellings that Unicode calls equivalent, and judging a kept value again changes nothing. It
//! must never repeat a value in what it says: a value is private, and an outsider wrote it. It must
//! never read a clock: what is said of a day is said of the calendar alone.

mod choice;
mod date;
mod email;
mod money;
mod name;
mod number;
mod numeral;
mod phone;
mod text;
mod tidy;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::step::slot::{Kind, Slot};
use crate::turn::enforce::slots::tidy::Lines;

/// A value that fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The value in its normal form.
    pub value: Json,
    /// Everything in which the normal form differs from what was given.
    pub changes: Vec<Change>,
}

/// Something that was done to bring a value into its normal form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// Its kind: `slot.tidied` for characters that mean nothing, `slot.read` for another way to write
    /// the same value.
    pub code: &'static str,
    /// What was done, in a few words.
    pub note: String,
}

/// Why a value does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SlotProblem {
    /// Its kind, such as `slot.invalid`.
    pub code: &'static str,
    /// What is wrong, in one sentence, without the value.
    pub message: String,
    /// What it means for the step.
    pub reason: Reason,
}

/// What a value that does not fit means for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Something was given, but it is no value of the slot.
    Invalid,
    /// Nothing was given: null, a blank, or words that stand for nothing.
    Absent,
}

/// What was given: a text, tidied, or another value.
#[derive(Clone, Copy)]
enum Given<'a> {
    Text(&'a str),
    Other(&'a Json),
}

/// Judges a value that was given for a slot, whose rule set is resolved. Linear time.
///
/// # Errors
/// Why the value does not fit.
pub fn judge(slot: &Slot, given: &Json) -> Result<Judged, SlotProblem> {
    let mut changes = Vec::new();
    let tidied;
    let raw = given;
    let given = match raw {
        Json::Null => return Err(absent("nothing was given")),
        Json::String(text) => {
            let (lines, most) = room(slot);
            tidied = tidy::tidy(text, lines, most, &mut changes)?;
            Given::Text(&tidied)
        }
        other => Given::Other(other),
    };
    let value = match slot.kind() {
        Kind::Integer => number::integer(slot, given, &mut changes),
        Kind::Number => number::number(slot, given, &mut changes),
        Kind::Boolean => choice::boolean(given, &mut changes),
        Kind::Enum => choice::word(slot, given, &mut changes),
        Kind::String | Kind::Text => text::free(slot, given, &mut changes),
        Kind::Pattern => text::pattern(slot, given, &mut changes),
        Kind::Name => name::name(slot, given),
        Kind::Email => email::email(given, &mut changes),
        Kind::Phone => phone::phone(slot, given, &mut changes),
        Kind::Date => date::date(given, &mut changes),
        Kind::Money => money::money(slot, given, &mut changes),
    }?;
    if value == *raw {
        changes.clear();
    }
    Ok(Judged { value, changes })
}

/// How a text of the slot may be broken into lines, and how many characters it can have.
fn room(slot: &Slot) -> (Lines, usize) {
    let declared = |usual: usize| {
        slot.max_length.map_or(usual, |most| usize::try_from(most).unwrap_or(usize::MAX))
    };
    match slot.kind() {
        Kind::Integer | Kind::Number | Kind::Money => (Lines::Unbroken, 64),
        Kind::Boolean => (Lines::One, 64),
        Kind::Date => (Lines::Unbroken, 40),
        Kind::Phone => (Lines::Unbroken, 64),
        Kind::Email => (Lines::Unbroken, email::LONGEST),
        Kind::Enum => {
            let lengths = slot.choices.iter().map(|word| word.value.chars().count());
            // A compatibility form can be shorter or longer than the word that it stands for.
            (Lines::One, lengths.max().unwrap_or(0).saturating_mul(4).saturating_add(64))
        }
        Kind::Pattern => (Lines::One, text::LONGEST_PATTERN),
        Kind::Name => (Lines::One, declared(name::LONGEST)),
        Kind::String => (Lines::One, declared(text::LONGEST_LINE)),
        Kind::Text => (Lines::Many, declared(text::LONGEST_TEXT)),
    }
}

fn invalid(message: impl Into<String>) -> SlotProblem {
    SlotProblem { code: "slot.invalid", message: message.into(), reason: Reason::Invalid }
}

fn unclear(message: impl Into<String>) -> SlotProblem {
    SlotProblem { code: "slot.unclear", message: message.into(), reason: Reason::Invalid }
}

fn outside(message: impl Into<String>) -> SlotProblem {
    SlotProblem { code: "slot.outside", message: message.into(), reason: Reason::Invalid }
}

fn absent(message: impl Into<String>) -> SlotProblem {
    SlotProblem { code: "slot.absent", message: message.into(), reason: Reason::Absent }
}

/// Notes another way to write the same value.
fn read(changes: &mut Vec<Change>, note: &str) {
    changes.push(Change { code: "slot.read", note: note.to_owned() });
}
