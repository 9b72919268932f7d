//! The quick way finds the words that the published pattern finds.

use proptest::prelude::*;

use super::texts::text;
use crate::token::Encoding;
use crate::token::words::quick_word;

/// Every place of the text at which both ways are tried: the quick one may leave the word to the
/// other, but never find another.
fn assert_same(text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let word = Encoding::O200kBase.first_word(rest).expect("every text has a first word");
        if let Some(end) = quick_word(rest.as_bytes()) {
            assert_eq!(&rest[..end], word, "at the beginning of {rest:?}");
        }
        rest = &rest[word.len()..];
    }
}

#[test]
fn in_every_short_text_of_the_characters_that_matter() {
    in_every_text("aZs'9 \n\t/-é\u{a0}", 4);
    in_every_text("aZ' 9\nÀÖ×ÞßöÿøŒž‐’—…‧\u{2028}\u{301}ʼª²", 3);
}

fn in_every_text(letters: &str, longest: u32) {
    let letters: Vec<char> = letters.chars().collect();
    let count = letters.len();
    for length in 1..=longest {
        for number in 0..count.pow(length) {
            let mut left = number;
            let text: String = (0..length)
                .map(|_| {
                    let letter = letters[left % count];
                    left /= count;
                    letter
                })
                .collect();
            assert_same(&text);
        }
    }
}

#[test]
fn in_plain_text_nothing_is_left_to_the_pattern() {
    let text = "Plain words, 2026 numbers; (brackets) and it's DONE.\n\n  - an item:\ttabs\n\
                “Où est le café’s door?” – she asks… • Übermut\n";
    let mut rest = text;
    while !rest.is_empty() {
        let end = quick_word(rest.as_bytes()).expect("this is decided here");
        rest = &rest[end..];
    }
}

proptest! {
    #[test]
    fn in_any_text(text in text(12)) {
        assert_same(&text);
    }
}
