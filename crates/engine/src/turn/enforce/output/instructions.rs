//! The instructions, as they are looked for in what is said.
//!
//! Owns their index: the runs of their words, and the names in capitals that stand in them. It is made once for
//! the same texts, because it takes longer than all that is done with it. It must never look at what was said.

use std::collections::{BTreeMap, BTreeSet};

use crate::agent::output::Leaks;
use crate::check::step::HEADERS;
use crate::text::letters::is_unspaced;
use crate::text::normal::normal;

/// What counts for a word, and for a letter of a script that has no spaces between words.
pub(super) const WORD: usize = 2;
const LETTER: usize = 1;

/// No word of the instructions.
pub(super) const STRANGE: u32 = u32::MAX;

/// The texts that a model was given to obey, ready to be looked for.
#[derive(Debug)]
pub struct Instructions {
    prompts: Vec<String>,
    /// How many words in a row are a leak; 0 where none are.
    pub(super) length: usize,
    /// Their words by number, and how they follow each other; `STRANGE` parts texts.
    numbers: BTreeMap<String, u32>,
    text: Vec<u32>,
    /// Where each run of so many words begins, in the order of the runs.
    runs: Vec<usize>,
    /// Names in capitals, none of which may be said.
    names: BTreeSet<String>,
}

impl Instructions {
    /// The index of texts. Linear in their length but for sorting.
    #[must_use]
    pub fn of(leaks: &Leaks, prompts: Vec<String>) -> Self {
        let headers = HEADERS.iter().filter(|name| name.contains('_')).copied();
        let own = prompts.iter().flat_map(|text| capitals(text));
        let names = headers.chain(own).map(str::to_owned).collect();
        let (mut numbers, mut text) = (BTreeMap::new(), Vec::new());
        let length = length(leaks);
        if length > 0 {
            for prompt in &prompts {
                for (word, _) in words(&normal(prompt)) {
                    let next = u32::try_from(numbers.len()).unwrap_or(STRANGE);
                    text.push(*numbers.entry(word.to_owned()).or_insert(next));
                }
                text.push(STRANGE);
            }
        }
        let mut runs: Vec<usize> = (0..text.len().saturating_sub(length)).collect();
        runs.sort_by_key(|at| text.get(*at..at + length));
        Self { prompts, length, numbers, text, runs, names }
    }

    /// Whether this is the index of these texts.
    pub(crate) fn are(&self, leaks: &Leaks, prompts: &[String]) -> bool {
        self.length == length(leaks) && self.prompts == prompts
    }

    /// Whether a name in capitals stands in them.
    pub(super) fn have(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The number of a word.
    pub(super) fn number(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(STRANGE)
    }

    /// Whether a run of as many words as are a leak stands in them, in this order.
    pub(super) fn stands(&self, run: impl Iterator<Item = u32> + Clone) -> bool {
        let compare = |at: &usize| {
            let own = self.text.get(*at..at + self.length).unwrap_or_default();
            own.iter().copied().cmp(run.clone())
        };
        self.runs.binary_search_by(compare).is_ok()
    }
}

fn length(leaks: &Leaks) -> usize {
    leaks.words.and_then(|words| usize::try_from(words).ok()).unwrap_or_default()
}

/// The words of normal text with their weights. In a script without spaces each letter is one.
pub(super) fn words(normal: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut rest = normal;
    std::iter::from_fn(move || {
        let from = rest.find(char::is_alphanumeric)?;
        rest = rest.get(from..)?;
        let first = rest.chars().next()?;
        let is_whole = |c: char| !c.is_alphanumeric() || is_unspaced(c);
        let (end, weight) = if is_unspaced(first) {
            (first.len_utf8(), LETTER)
        } else {
            (rest.find(is_whole).unwrap_or(rest.len()), WORD)
        };
        let (word, behind) = rest.split_at(end);
        rest = behind;
        Some((word, weight))
    })
}

/// Names of two words and more in capitals, joined by `_`.
pub(super) fn capitals(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.split(move |c| !is_part(c)).map(|word| word.trim_matches('_')).filter(|word| {
        let capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        word.contains('_')
            && word.chars().all(capital)
            && word.starts_with(|c: char| c.is_ascii_uppercase())
    })
}
