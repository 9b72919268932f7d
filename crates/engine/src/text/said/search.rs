//! Whether something is found in a text: phrases and regular expressions, with exceptions.
//!
//! Owns the search as rules use it. It sees normal text only. A match that lies inside an exception is
//! none.

use std::ops::Range;

use regex::Regex;

use crate::text::phrases::{Phrases, Seen};

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Phrases, found as whole words.
    pub phrases: Option<Phrases>,
    /// Regular expressions.
    pub regex: Vec<Regex>,
    /// Phrases that take a match back where it lies inside of them.
    pub unless: Option<Phrases>,
}

impl Search {
    /// The first match in a text, by its place in the normal form.
    #[must_use]
    pub fn first(&self, seen: &Seen<'_>) -> Option<Range<usize>> {
        self.matches(seen).into_iter().min_by_key(|range| (range.start, range.end))
    }

    /// All matches in a text.
    #[must_use]
    pub fn matches(&self, seen: &Seen<'_>) -> Vec<Range<usize>> {
        let phrases = |set: &Option<Phrases>| -> Vec<Range<usize>> {
            let found = set.iter().flat_map(|set| set.matches(seen));
            found.map(|found| found.range).collect()
        };
        let mut found = phrases(&self.phrases);
        for regex in &self.regex {
            found.extend(regex.find_iter(seen.normal()).map(|found| found.range()));
        }
        if found.is_empty() {
            return found;
        }
        let mut excused = phrases(&self.unless);
        // Only the longest exception so far decides: a match ends behind it or lies inside of it.
        excused.sort_by_key(|range| (range.start, range.end));
        found.sort_by_key(|range| (range.start, range.end));
        let (mut at, mut reach) = (0, 0);
        found.retain(|range| {
            while let Some(next) = excused.get(at).filter(|next| next.start <= range.start) {
                reach = reach.max(next.end);
                at += 1;
            }
            range.end > reach
        });
        found
    }
}
