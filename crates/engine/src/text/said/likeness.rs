//! How alike two texts are.
//!
//! Owns one number: 2 · L / (a + b), where a and b are the lengths of the normal forms in characters
//! (NFKC, lower case, single spaces) and L is the length of their longest common subsequence. Equal
//! texts have 1, texts without a letter in common 0. Of longer texts the first 1,024 characters are
//! compared. It must never say what is too alike.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::text::normal::normal;

/// The most characters that are compared.
const MOST: usize = 1_024;

/// A text, prepared for comparing.
#[derive(Clone, Debug)]
pub struct Shape {
    normal: String,
    chars: Vec<char>,
    /// For every character, where it stands: one bit for each place. Made once somebody has to know: most
    /// texts are told apart by what is in them.
    places: OnceLock<BTreeMap<char, Vec<u64>>>,
    /// How often characters of each kind are in it; a kind is what the last bits of a character say.
    kinds: [u16; KINDS],
    /// Where the words are that it begins with.
    words: Vec<Range<usize>>,
}

/// How many words of a beginning are kept.
const WORDS: usize = 16;

/// How many kinds of characters are counted.
const KINDS: usize = 64;

impl Shape {
    /// Prepares a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let normal = normal(text);
        let chars: Vec<char> = normal.chars().take(MOST).collect();
        let mut kinds = [0; KINDS];
        for c in &chars {
            if let Some(kind) = kinds.get_mut(*c as usize % KINDS) {
                *kind += 1;
            }
        }
        let is_part = |c: char| c.is_alphanumeric() || c == '\'';
        let words = normal.split(|c| !is_part(c)).filter(|word| !word.is_empty()).take(WORDS);
        let place = |word: &str| {
            let from = word.as_ptr().addr() - normal.as_ptr().addr();
            from..from + word.len()
        };
        let words = words.map(place).collect();
        Self { chars, places: OnceLock::new(), kinds, words, normal }
    }

    /// The first words, at most as many as asked for.
    pub fn beginning(&self, words: usize) -> impl Iterator<Item = &str> {
        self.words.iter().take(words).filter_map(|word| self.normal.get(word.clone()))
    }

    /// How alike the two are, in thousandths. Two texts without anything in them are not alike.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> usize {
        let both = self.chars.len() + other.chars.len();
        if both == 0 {
            return 0;
        }
        2_000 * self.common(other) / both
    }

    /// Whether the likeness can be above a number of thousandths, by lengths and letters alone.
    #[must_use]
    pub fn may_exceed(&self, other: &Self, thousandths: usize) -> bool {
        let both = self.chars.len() + other.chars.len();
        let shorter = self.chars.len().min(other.chars.len());
        if 2_000 * shorter <= thousandths * both {
            return false;
        }
        let shared = self.kinds.iter().zip(&other.kinds);
        let shared: usize = shared.map(|(one, other)| usize::from(*one.min(other))).sum();
        2_000 * shared > thousandths * both
    }

    fn places(&self) -> BTreeMap<char, Vec<u64>> {
        let blocks = self.chars.len().div_ceil(64);
        let mut places: BTreeMap<char, Vec<u64>> = BTreeMap::new();
        for (at, c) in self.chars.iter().enumerate() {
            let row = places.entry(*c).or_insert_with(|| vec![0; blocks]);
            if let Some(block) = row.get_mut(at / 64) {
                *block |= 1 << (at % 64);
            }
        }
        places
    }

    /// The length of the longest common subsequence, 64 places at a time.
    fn common(&self, other: &Self) -> usize {
        let mut row = vec![u64::MAX; self.chars.len().div_ceil(64)];
        let places = self.places.get_or_init(|| self.places());
        for c in &other.chars {
            let Some(places) = places.get(c) else { continue };
            let mut carry = false;
            for (block, here) in row.iter_mut().zip(places) {
                let hit = *block & here;
                let (sum, over) = block.overflowing_add(hit);
                let (sum, more) = sum.overflowing_add(u64::from(carry));
                carry = over || more;
                *block = sum | (*block & !here);
            }
        }
        let length = self.chars.len();
        let found = row.iter().enumerate().map(|(at, block)| {
            let valid = length.saturating_sub(at * 64).min(64);
            let mask = if valid == 64 { u64::MAX } else { (1 << valid) - 1 };
            (!block & mask).count_ones() as usize
        });
        found.sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same by the book, in quadratic time.
    fn slow(one: &[char], other: &[char]) -> usize {
        let mut before = vec![0; other.len() + 1];
        for a in one {
            let mut row = vec![0];
            for (at, b) in other.iter().enumerate() {
                let next = if a == b { before[at] + 1 } else { before[at + 1].max(row[at]) };
                row.push(next);
            }
            before = row;
        }
        before.last().copied().unwrap_or_default()
    }

    #[test]
    fn the_number_is_what_the_formula_says() {
        let of = |one: &str, other: &str| Shape::of(one).likeness(&Shape::of(other));
        assert_eq!(of("", ""), 0);
        assert_eq!(of("abc", "xyz"), 0);
        assert_eq!(of("ＨＥＬＬＯ  there", "hello there"), 1_000);
        // 4 of 5 and 5: exactly 80 %, which is not more than 80 %.
        assert_eq!(of("abcde", "abcdx"), 800);
        assert_eq!(of("What is your name?", "And what is your name?"), 900);
    }

    proptest! {
        #[test]
        fn bits_and_book_agree(one in "[a-d ]{0,200}", other in "[a-d ]{0,200}") {
            let (one, other) = (Shape::of(&one), Shape::of(&other));
            prop_assert_eq!(one.common(&other), slow(&one.chars, &other.chars));
            prop_assert_eq!(one.common(&other), other.common(&one));
            let likeness = one.likeness(&other);
            prop_assert!(likeness == 0 || one.may_exceed(&other, likeness - 1));
        }
    }
}
