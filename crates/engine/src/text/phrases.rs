//! Sets of phrases, found in normal text at word boundaries.
//!
//! Owns the compiled search of a gate's phrases. It sees only text that has been through
//! [`normal`], and never reports a match that begins or ends inside a
//! word.

use std::borrow::Cow;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError};
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
        let looks: Vec<Seen<'_>> = index.iter().map(|(_, phrase)| Seen::of(phrase)).collect();
        // Messages are short: a table of all states would not save what it takes to make, and the bytes
        // that a prefilter would look for are common in them.
        let mut search = AhoCorasick::builder();
        search.prefilter(false).kind(Some(AhoCorasickKind::ContiguousNFA));
        let search = search.build(looks.iter().map(|seen| &*seen.text))?;
        drop(looks);
        Ok(Self { search, index })
    }

    /// All matches in a text, in the order of their ends; of phrases that overlap, every one. Letters
    /// count as the same when they look the same across scripts (UTS 39).
    ///
    /// Time is linear in the text and the number of matches.
    pub fn matches<'m>(&'m self, seen: &'m Seen<'_>) -> impl Iterator<Item = PhraseMatch> + 'm {
        let normal = seen.normal;
        self.search.find_overlapping_iter(&*seen.text).filter_map(move |found| {
            let range = seen.back(found.start())?..seen.back(found.end())?;
            let (phrase, spelled) = self.index.get(found.pattern().as_usize())?;
            let whole = is_boundary(normal, range.start, Edge::Start)
                && is_boundary(normal, range.end, Edge::End)
                && is_meant(spelled, normal.get(range.clone())?);
            whole.then_some(PhraseMatch { range, phrase: *phrase })
        })
    }

    /// Whether any phrase occurs in a text.
    #[must_use]
    pub fn is_match(&self, seen: &Seen<'_>) -> bool {
        self.matches(seen).next().is_some()
    }
}

/// The ranges where a single phrase, given as an author writes it, stands in normal text.
#[must_use]
pub fn phrase_match(phrase: &str, normal_text: &str) -> Vec<Range<usize>> {
    let seen = Seen::of(normal_text);
    Phrases::new(&[phrase.to_owned()])
        .map(|set| set.matches(&seen).map(|found| found.range).collect())
        .unwrap_or_default()
}

/// Normal text as it looks, made once for all sets of phrases.
#[derive(Clone, Debug)]
pub struct Seen<'t> {
    /// The text that it was made of.
    normal: &'t str,
    text: Cow<'t, str>,
    /// Pairs of offsets, (here, there), at the beginning of each character; empty if they are equal.
    offsets: Vec<(usize, usize)>,
}

impl<'t> Seen<'t> {
    /// How normal text looks.
    #[must_use]
    pub fn of(normal: &'t str) -> Self {
        if normal.is_ascii() {
            return Self { normal, text: Cow::Borrowed(normal), offsets: Vec::new() };
        }
        let mut seen = String::with_capacity(normal.len());
        let mut offsets = Vec::with_capacity(normal.len() + 1);
        for (at, c) in normal.char_indices() {
            offsets.push((seen.len(), at));
            push_look_alike(c, &mut seen);
        }
        offsets.push((seen.len(), normal.len()));
        Self { normal, text: Cow::Owned(seen), offsets }
    }

    /// The normal text.
    #[must_use]
    pub fn normal(&self) -> &'t str {
        self.normal
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
