//! Promises in a text.
//!
//! Owns the search for the standard promises, and when one is denied: a word of denial stands among the
//! four words in front of it or behind it, in the same clause. It sees normal text only. It must never
//! say which promises may be made.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Regex, RegexSet};
use serde_json::Value as Json;

use super::pledges::{DENIALS, PLEDGES};
use crate::text::normal::normal;

/// How many words around a promise may deny it.
const NEAR: usize = 4;

/// The bytes in which those words are looked for.
const WINDOW: usize = 64;

/// The expressions, built once: each with what it promises, and all of them as a set, which tells in one look
/// which of them are worth a search.
static STANDARD: LazyLock<(RegexSet, Vec<(&str, Regex)>)> = LazyLock::new(|| {
    let texts = PLEDGES.iter().flat_map(|(kind, texts)| texts.iter().map(|text| (*kind, *text)));
    let built = texts.filter_map(|(kind, text)| Some((kind, Regex::new(text).ok()?)));
    let built: Vec<(&str, Regex)> = built.collect();
    let set = RegexSet::new(built.iter().map(|(_, expression)| expression.as_str()));
    (set.unwrap_or_default(), built)
});

/// The standard promises in normal text, with what is promised, in order.
#[must_use]
pub fn standard(normal: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut found = Vec::new();
    let (set, expressions) = &*STANDARD;
    for (kind, expression) in
        set.matches(normal).iter().filter_map(|number| expressions.get(number))
    {
        for one in expression.find_iter(normal) {
            if !is_denied(normal, &one.range()) {
                found.push((*kind, one.range()));
            }
        }
    }
    found.sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
    found
}

/// The texts of a configuration: the promises in them may be made.
#[derive(Clone, Debug, Default)]
pub struct Granted(String);

impl Granted {
    /// Of a configuration.
    #[must_use]
    pub fn of(config: &Json) -> Self {
        let mut granted = Self::default();
        granted.collect(config);
        granted
    }

    fn collect(&mut self, value: &Json) {
        match value {
            Json::String(text) => {
                self.0.push_str(&normal(text));
                self.0.push('\n');
            }
            Json::Array(items) => items.iter().for_each(|item| self.collect(item)),
            Json::Object(fields) => fields.values().for_each(|field| self.collect(field)),
            _ => {}
        }
    }

    /// Whether a text has these words, in normal form.
    #[must_use]
    pub fn has(&self, words: &str) -> bool {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        self.0.match_indices(words).any(|(at, _)| {
            let before = self.0.get(..at).and_then(|text| text.chars().next_back());
            let after = self.0.get(at + words.len()..).and_then(|text| text.chars().next());
            !is_word(before) && !is_word(after)
        })
    }
}

/// Whether a word of denial stands close to a match, in the same clause.
fn is_denied(text: &str, range: &Range<usize>) -> bool {
    let ends = |c: char| matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '…' | '(' | ')');
    let from = floor(text, range.start.saturating_sub(WINDOW));
    let before = text.get(from..range.start).unwrap_or_default();
    let before = before.rsplit(ends).next().unwrap_or_default();
    let to = floor(text, (range.end + WINDOW).min(text.len()));
    let after = text.get(range.end..to).unwrap_or_default();
    let after = after.split(ends).next().unwrap_or_default();
    let inside = text.get(range.clone()).unwrap_or_default();
    let denies = |word: &str| DENIALS.contains(&word.trim_matches('"'));
    before.split_whitespace().rev().take(NEAR).any(denies)
        || after.split_whitespace().take(NEAR).any(denies)
        // `at no cost` is a promise, although a word of denial stands in it.
        && !inside.contains(" no ")
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    fn kinds(text: &str) -> Vec<&'static str> {
        let mut kinds: Vec<_> = standard(&normal(text)).into_iter().map(|(kind, _)| kind).collect();
        kinds.dedup();
        kinds
    }

    #[test]
    fn every_expression_can_be_built() {
        for (kind, texts) in PLEDGES {
            for text in *texts {
                assert!(Regex::new(text).is_ok(), "{kind}: {text}");
            }
        }
        assert_eq!(STANDARD.0.len(), STANDARD.1.len(), "the set has them all");
    }

    #[test]
    fn promises_are_found_in_seven_languages() {
        let cases = [
            ("You get 20% off.", "a discount"),
            ("Sie bekommen 10 Prozent Rabatt", "a discount"),
            ("Je vous fais une remise", "a discount"),
            ("Tiene un descuento", "a discount"),
            ("The first month is free of charge.", "something free of charge"),
            ("Das ist kostenlos!", "something free of charge"),
            ("C'est gratuit", "something free of charge"),
            ("It is guaranteed to work", "a guarantee"),
            ("Das garantieren wir Ihnen", "a guarantee"),
            ("Lo garantizamos", "a guarantee"),
            ("You will get a full refund", "a refund"),
            ("Wir erstatten alles", "a refund"),
            ("È possibile il rimborso", "a refund"),
            ("We reply within 24 hours", "a deadline"),
            ("It is done by tomorrow", "a deadline"),
            ("Wir liefern bis Freitag", "a deadline"),
            ("Binnen twee dagen klaar", "a deadline"),
            ("It comes at no cost", "something free of charge"),
        ];
        for (text, kind) in cases {
            assert_eq!(kinds(text), [kind], "{text}");
        }
    }

    #[test]
    fn what_is_denied_or_harmless_is_no_promise() {
        for text in [
            "I can't guarantee that.",
            "There is no refund.",
            "Das können wir nicht garantieren",
            "Das garantieren wir leider nicht",
            "Nous ne pouvons pas garantir cela",
            "Feel free to ask!",
            "What is the best day for you?",
            "I will note it",
        ] {
            assert_eq!(kinds(text), Vec::<&str>::new(), "{text}");
        }
        // A denial in another clause denies nothing.
        assert_eq!(kinds("No problem, it is guaranteed"), ["a guarantee"]);
    }
}
