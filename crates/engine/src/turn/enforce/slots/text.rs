//! Text on one line, free text, and text of a fixed form.
//!
//! Owns their limits, which count characters of the normal form NFC. It must never judge what a text
//! says, except that it says nothing.

use serde_json::{Value as Json, json};

use super::tidy::too_long;
use super::{Change, Given, SlotProblem, absent, invalid, outside, read};
use crate::agent::step::slot::{Kind, Slot};

/// Characters of a text on one line, where the slot declares no limit.
pub(super) const LONGEST_LINE: usize = 500;

/// Characters of a free text, where the slot declares no limit.
pub(super) const LONGEST_TEXT: usize = 10_000;

/// Characters of a text of a fixed form.
pub(super) const LONGEST_PATTERN: usize = 250;

/// What programs write where they have no value. As a text it would print like a slot that was skipped.
const NOTHING: [&str; 3] = ["undefined", "null", "n/a"];

pub(super) fn free(
    slot: &Slot,
    given: Given<'_>,
    changes: &mut Vec<Change>,
) -> Result<Json, SlotProblem> {
    let text = written(given, changes)?;
    let usual = if slot.kind() == Kind::Text { LONGEST_TEXT } else { LONGEST_LINE };
    length(slot, &text, 1, usual)?;
    Ok(json!(text))
}

pub(super) fn pattern(
    slot: &Slot,
    given: Given<'_>,
    changes: &mut Vec<Change>,
) -> Result<Json, SlotProblem> {
    let text = written(given, changes)?;
    length(slot, &text, 1, LONGEST_PATTERN)?;
    match &slot.pattern {
        Some(pattern) if pattern.matches(&text) => Ok(json!(text)),
        Some(pattern) => Err(invalid(format!("it does not match `{}`", pattern.text.value))),
        None => Err(invalid("the slot has no pattern")),
    }
}

/// Whether a text has as many characters as it may.
pub(super) fn length(
    slot: &Slot,
    text: &str,
    least: usize,
    most: usize,
) -> Result<(), SlotProblem> {
    let of = |length: Option<u32>| length.and_then(|length| usize::try_from(length).ok());
    let (least, most) = (of(slot.min_length).unwrap_or(least), of(slot.max_length).unwrap_or(most));
    let count = text.chars().count();
    if count > most {
        return Err(too_long(most));
    }
    if count < least {
        return Err(outside(format!("it has fewer than {least} characters")));
    }
    Ok(())
}

fn written(given: Given<'_>, changes: &mut Vec<Change>) -> Result<String, SlotProblem> {
    match given {
        Given::Text(text) if NOTHING.contains(&text.to_ascii_lowercase().as_str()) => {
            Err(absent("it stands for nothing"))
        }
        Given::Text(text) => Ok(text.to_owned()),
        Given::Other(Json::Number(number)) => {
            read(changes, "read a number as a text");
            Ok(number.to_string())
        }
        Given::Other(_) => Err(invalid("it is no text")),
    }
}
