//! Sets of phrases, found in normal text at word boundaries.
//!
//! Owns the compiled search of a gate's phrases. It sees only text that has been through
//! [`normal`], and never reports a match that begins or ends inside a
//! word.

use std::ops::Range;

use aho_corasick::{AhoCorasick, BuildError};
use unicode_normalization::char::is_combining_mark;

use crate::text::letters::{is_unspaced, push_look_alike};
use crate::text::normal::normal;

/// A compiled set of phrases.
#[derive(Clone, Debug)]
pub struct Phrases {
    search: AhoCorasick,
    /// For every pattern of the search, the index of the phrase it was made of, and its normal form.
    index: Vec<(usize, String)>,
}

/// One place where a phrase was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhraseMatch {
    /// Byte range in the normal text.
    pub range: Range<usize>,
    /// Index of the phrase in the list the set was built from.
    pub phrase: usize,
}

impl Phrases {
    /// Compiles phrases as an author wrote them; they are normalised here. A phrase whose normal
    /// form is empty never matches.
    ///
    /// # Errors
    /// When the phrases together are too large for the search (some gigabytes).
    pub fn new(phrases: &[String]) -> Result<Self, BuildError> {
        let index: Vec<(usize, String)> = phrases
            .iter()
            .map(|phrase| normal(phrase))
            .enumerate()
            .filter(|(_, phrase)| !phrase.is_empty())
            .collect();
        let patterns = index.iter().map(|(_, phrase)| Seen::new(phrase).text);
        Ok(Self { search: AhoCorasick::new(patterns)?, index })
    }

    /// All matches in normal text, in the order of their ends; of phrases that overlap, every one.
    /// Letters count as the same when they look the same across scripts (UTS 39).
    ///
    /// Time is linear in the text and the number of matches.
    #[must_use]
    pub fn matches(&self, normal_text: &str) -> Vec<PhraseMatch> {
        if self.index.is_empty() {
            return Vec::new();
        }
        let seen = Seen::new(normal_text);
        self.search
            .find_overlapping_iter(&seen.text)
            .filter_map(|found| {
                let range = seen.back(found.start())?..seen.back(found.end())?;
                let (phrase, spelled) = self.index.get(found.pattern().as_usize())?;
                let whole = is_boundary(normal_text, range.start, Edge::Start)
                    && is_boundary(normal_text, range.end, Edge::End)
                    && is_meant(spelled, normal_text.get(range.clone())?);
                whole.then_some(PhraseMatch { range, phrase: *phrase })
            })
            .collect()
    }

    /// Whether any phrase occurs in normal text.
    #[must_use]
    pub fn is_match(&self, normal_text: &str) -> bool {
        !self.matches(normal_text).is_empty()
    }
}

/// The ranges where a single phrase, given as an author writes it, stands in normal text.
#[must_use]
pub fn phrase_match(phrase: &str, normal_text: &str) -> Vec<Range<usize>> {
    Phrases::new(&[phrase.to_owned()])
        .map(|set| set.matches(normal_text).into_iter().map(|found| found.range).collect())
        .unwrap_or_default()
}

/// Text as it looks, with the way back to the text it was made of.
struct Seen {
    text: String,
    /// Pairs of offsets, (here, there), at the beginning of each character; empty if they are equal.
    offsets: Vec<(usize, usize)>,
}

impl Seen {
    fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { text: text.to_owned(), offsets: Vec::new() };
        }
        let mut seen = String::with_capacity(text.len());
        let mut offsets = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            offsets.push((seen.len(), at));
            push_look_alike(c, &mut seen);
        }
        offsets.push((seen.len(), text.len()));
        Self { text: seen, offsets }
    }

    /// The offset in the original text, if a character begins (or the text ends) there.
    fn back(&self, at: usize) -> Option<usize> {
        if self.offsets.is_empty() {
            return Some(at);
        }
        let found = self.offsets.binary_search_by_key(&at, |pair| pair.0).ok()?;
        self.offsets.get(found).map(|pair| pair.1)
    }
}

/// Whether look-alikes may count as the phrase. A short word of another language can happen to look
/// like one (`не` and `he`); with a letter in common, or four letters, that is no accident.
fn is_meant(phrase: &str, found: &str) -> bool {
    phrase == found
        || phrase.chars().filter(|c| c.is_alphabetic()).count() >= 4
        || phrase.chars().zip(found.chars()).any(|(one, other)| one == other && one.is_alphabetic())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

fn is_boundary(text: &str, at: usize, edge: Edge) -> bool {
    let (Some(head), Some(tail)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else {
        return true;
    };
    // A mark belongs to the letter in front of it, in every script.
    if is_combining_mark(after) {
        return false;
    }
    let inner = match edge {
        Edge::Start => after,
        Edge::End => before,
    };
    if !is_word(inner) || is_unspaced(before) || is_unspaced(after) {
        return true;
    }
    // An apostrophe between two letters is part of the word: `can` is not a word of `can't`.
    match edge {
        Edge::Start if before == '\'' => !head.chars().rev().nth(1).is_some_and(is_word),
        Edge::End if after == '\'' => !tail.chars().nth(1).is_some_and(is_word),
        Edge::Start => !is_word(before),
        Edge::End => !is_word(after),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}
