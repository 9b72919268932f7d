//! True or false, and one of a few words.
//!
//! Owns how a word is recognised: in any case and width, never by a likeness. It must never give a word
//! that was not declared.

use super::tidy::{Lines, tidy};
use super::{Change, Given, SlotProblem, invalid, read};
use crate::agent::step::slot::Slot;
use crate::text::normal::folded;
use serde_json::{Value as Json, json};

pub(super) fn boolean(given: Given<'_>, changes: &mut Vec<Change>) -> Result<Json, SlotProblem> {
    let value = match given {
        Given::Other(Json::Bool(value)) => return Ok(json!(value)),
        Given::Text(text) if text.eq_ignore_ascii_case("true") => true,
        Given::Text(text) if text.eq_ignore_ascii_case("false") => false,
        _ => return Err(invalid("it is neither true nor false")),
    };
    read(changes, "read a text as true or false");
    Ok(json!(value))
}

pub(super) fn word(
    slot: &Slot,
    given: Given<'_>,
    changes: &mut Vec<Change>,
) -> Result<Json, SlotProblem> {
    let written;
    let text = match given {
        Given::Text(text) => text,
        // The words of a list may be figures or `true`, and a model may write them without quotes.
        Given::Other(value @ (Json::Number(_) | Json::Bool(_))) => {
            read(changes, "read a value as a text");
            written = value.to_string();
            &written
        }
        Given::Other(_) => return Err(unknown(slot)),
    };
    let choices = || slot.choices.iter().map(|choice| choice.value.as_str());
    if let Some(choice) = choices().find(|choice| tidied(choice) == text) {
        return Ok(json!(choice));
    }
    let wanted = folded(text);
    let mut alike = choices().filter(|choice| folded(&tidied(choice)) == wanted);
    match (alike.next(), alike.next()) {
        (Some(choice), None) => {
            read(changes, "wrote the word as it is declared");
            Ok(json!(choice))
        }
        _ => Err(unknown(slot)),
    }
}

/// A word as a value of it is tidied.
fn tidied(choice: &str) -> String {
    tidy(choice, Lines::One, usize::MAX, &mut Vec::new()).unwrap_or_default()
}

fn unknown(slot: &Slot) -> SlotProblem {
    let words: Vec<String> =
        slot.choices.iter().map(|choice| format!("`{}`", choice.value)).collect();
    invalid(format!("it is none of {}", words.join(", ")))
}
