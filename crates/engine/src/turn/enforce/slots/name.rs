//! Names of persons and companies.
//!
//! Owns which characters a name is made of, and the words that stand for no name. It must never judge
//! whether somebody can be called so.

use serde_json::{Value as Json, json};
use unicode_normalization::char::is_combining_mark;
use unicode_properties::UnicodeEmoji;

use super::text::length;
use super::{Given, SlotProblem, absent, invalid};
use crate::agent::step::slot::Slot;
use crate::text::normal::folded;

/// Characters of a name, where the slot declares no limit.
pub(super) const LONGEST: usize = 120;

/// Marks on one letter. Burmese stacks six in a syllable.
const MOST_MARKS: usize = 8;

/// What models and people write where they have no name, in small letters.
const NOBODY: [&str; 43] = [
    "unknown",
    "not known",
    "undefined",
    "not provided",
    "not given",
    "not specified",
    "not available",
    "not applicable",
    "unspecified",
    "unnamed",
    "no name",
    "name",
    "your name",
    "first name",
    "last name",
    "full name",
    "user",
    "the user",
    "username",
    "customer",
    "the customer",
    "client",
    "visitor",
    "guest",
    "person",
    "anonymous",
    "n/a",
    "n.a.",
    "tbd",
    "null",
    "none",
    "nil",
    "unbekannt",
    "keine angabe",
    "anonym",
    "inconnu",
    "anonyme",
    "desconocido",
    "anónimo",
    "sconosciuto",
    "desconhecido",
    "onbekend",
    "неизвестно",
];

pub(super) fn name(slot: &Slot, given: Given<'_>) -> Result<Json, SlotProblem> {
    let Given::Text(text) = given else {
        return Err(invalid("it is no name"));
    };
    length(slot, text, 1, LONGEST)?;
    let plain = text.trim_matches(|c: char| "()[]<>{}*-–—.\"'".contains(c) || c == ' ');
    let small = folded(plain);
    // Null is a family name; what a program writes is in small letters or capitals.
    if plain != "Null"
        && (NOBODY.contains(&small.as_str()) || NOBODY.contains(&folded(text).as_str()))
    {
        return Err(absent("it stands for no name"));
    }
    if text.contains('@') {
        return Err(invalid("it looks like an e-mail address or an account, not like a name"));
    }
    if text.contains("://") || small.starts_with("www.") {
        return Err(invalid("it is an address of the web, not a name"));
    }
    if !text.chars().all(is_of_a_name) {
        return Err(invalid("it has characters that no name has"));
    }
    if !text.chars().any(char::is_alphabetic) {
        return Err(invalid("a name has a letter"));
    }
    if !marks_fit(text) {
        return Err(invalid("it has marks that stand on no letter"));
    }
    Ok(json!(text))
}

fn is_of_a_name(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || " '`.,-&+/():!#\"".contains(c),
        '’' | '‘' | '´' | '′' | '“' | '”' | '„' | '«' | '»' | '‐' | '‑' | '–' | '—' | '·' | '•'
        | '・' | '°' | '\u{5F3}' | '\u{5F4}' | '\u{200C}' | '\u{200D}' => true,
        _ => (c.is_alphanumeric() && !c.is_emoji_char()) || is_combining_mark(c),
    }
}

/// Whether every mark stands on a letter, and not too many on one.
fn marks_fit(text: &str) -> bool {
    let mut room = 0;
    for c in text.chars() {
        if is_combining_mark(c) {
            if room == 0 {
                return false;
            }
            room -= 1;
        } else if c != '\u{200C}' && c != '\u{200D}' {
            room = if c.is_alphabetic() { MOST_MARKS } else { 0 };
        }
    }
    true
}
