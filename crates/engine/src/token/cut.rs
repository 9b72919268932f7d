//! Safe cuts: the places where the count of a text is the sum of the counts of its two sides.
//!
//! The rule, for `o200k_base` and `cl100k_base`: after a newline whose next character is neither
//! white space nor `/`. Both encodings split a text into words from left to right without looking
//! back, so a cut is safe when a word ends there whether or not the text goes on. A newline is only
//! ever consumed by a word's trailing line breaks (to which `o200k_base` adds slashes) or by a run of
//! white space, and each of these ends at such a place. Estimates are summed over the words of
//! `o200k_base`, so the rule is theirs too.
//!
//! It must never call a place safe on a measured likelihood.

/// Whether `text` may be cut at byte `at` without changing the sum of the counts. The two ends are
/// safe for this text alone; `at` past the end or inside a character is not.
#[must_use]
pub fn is_safe_cut(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    before.is_empty() || after.is_empty() || joins_safely(before, after)
}

/// Whether the two texts, both not empty, may be counted apart where one follows the other.
pub(crate) fn joins_safely(before: &str, after: &str) -> bool {
    before.ends_with('\n') && after.chars().next().is_some_and(|c| c != '/' && !c.is_whitespace())
}

/// The first safe cut behind byte `from`, inside the text.
pub(crate) fn first_safe_cut(text: &str, from: usize) -> Option<usize> {
    let mut start = text.ceil_char_boundary(from);
    loop {
        let cut = start + text.get(start..)?.find('\n')? + 1;
        if joins_safely(text.get(..cut)?, text.get(cut..)?) {
            return Some(cut);
        }
        start = cut;
    }
}

/// The last safe cut inside the text.
pub(crate) fn last_safe_cut(text: &str) -> Option<usize> {
    let mut end = text.len();
    loop {
        let newline = text.get(..end)?.rfind('\n')?;
        if joins_safely(text.get(..=newline)?, text.get(newline + 1..)?) {
            return Some(newline + 1);
        }
        end = newline;
    }
}
