//! What a turn says, as it is compared with what cases say.
//!
//! Owns the words of a turn: those of its message, or, where nobody wrote one, of what the host hands in
//! and of the buttons. It must never weigh them.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::agent::input::TurnInput;
use crate::text::normal::normal;

/// What a turn says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heard {
    /// All of it in its normal form, without the signs around its words.
    text: String,
    words: BTreeSet<String>,
    /// Whether somebody wrote a message.
    written: bool,
}

/// How much two turns have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    /// The words that both have.
    pub common: usize,
    /// The words that either has.
    pub all: usize,
}

impl Heard {
    pub(super) fn of(input: &TurnInput) -> Self {
        let mut text = String::new();
        match &input.message {
            Some(message) => text.push_str(&message.text()),
            None => {
                input.input.values().for_each(|value| strings(value, &mut text));
                for action in &input.actions {
                    text.push_str(&format!(" {}", action.name));
                    action.params.values().for_each(|value| strings(value, &mut text));
                }
            }
        }
        let text = normal(&text);
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        // A message of signs alone is what it is.
        let plain = if words.is_empty() { text.clone() } else { words.join(" ") };
        let words = words.into_iter().map(str::to_owned).collect();
        Self { text: plain, words, written: input.message.is_some() }
    }

    /// Whether both say the same, apart from signs, letter case and white space.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.text == other.text && self.written == other.written
    }

    pub(super) fn shared(&self, other: &Self) -> Shared {
        let common = self.words.intersection(&other.words).count();
        Shared { common, all: self.words.union(&other.words).count() }
    }
}

impl Shared {
    /// Whether a third of all words are common to both.
    pub(super) fn is_near(self) -> bool {
        self.common > 0 && self.common * 3 >= self.all
    }

    /// In thousandths.
    pub(super) fn permille(self) -> usize {
        (self.common * 1_000).checked_div(self.all).unwrap_or_default()
    }
}

/// Adds all texts inside a value.
fn strings(value: &Json, out: &mut String) {
    match value {
        Json::String(text) => {
            out.push(' ');
            out.push_str(text);
        }
        Json::Array(items) => items.iter().for_each(|item| strings(item, out)),
        Json::Object(fields) => fields.values().for_each(|field| strings(field, out)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::input::Content;

    fn heard(text: &str) -> Heard {
        let message = Some(Content::Text(text.into()));
        Heard::of(&TurnInput { message, ..TurnInput::default() })
    }

    #[test]
    fn signs_and_letter_case_play_no_part() {
        assert!(heard("Yes, book it!").is(&heard("yes  book it")));
        assert!(!heard("don't").is(&heard("dont")));
        assert!(!heard("???").is(&heard("!")));
        assert!(!heard("").is(&Heard::of(&TurnInput::default())));
        assert!(heard("Café").is(&heard("CAFE\u{301}")));
    }

    #[test]
    fn a_third_of_all_words_is_near() {
        let shared = heard("my back hurts").shared(&heard("my back is fine now"));
        assert_eq!((shared.common, shared.all, shared.permille()), (2, 6, 333));
        assert!(shared.is_near());
        assert!(!heard("hello there").shared(&heard("goodbye")).is_near());
        assert!(!heard("").shared(&heard("")).is_near());
    }
}
