//! Counts add up at safe cuts, and the rule is as narrow as it must be.

use proptest::prelude::*;

use super::texts::{ALL, EXACT, text};
use crate::token::cut::{first_safe_cut, last_safe_cut};
use crate::token::{Encoding, is_safe_cut};

fn inner_cuts(text: &str) -> Vec<usize> {
    (1..text.len()).filter(|&at| is_safe_cut(text, at)).collect()
}

#[test]
fn the_rule() {
    assert!(is_safe_cut("a\nb", 2));
    assert!(is_safe_cut("a\n\nb", 3));
    assert!(is_safe_cut("\n\u{301}", 1));
    assert!(!is_safe_cut("a\nb", 1), "before the newline");
    assert!(!is_safe_cut("a\n\nb", 2), "white space follows");
    assert!(!is_safe_cut("a\n\u{3000}b", 2), "white space of any kind follows");
    assert!(!is_safe_cut("a\n/b", 2), "a slash follows");
    assert!(!is_safe_cut("a b", 1), "no newline");
    assert!(!is_safe_cut("é\nb", 1), "inside a character");
    assert!(!is_safe_cut("a\nb", 4), "past the end");
    assert!(is_safe_cut("ab", 0) && is_safe_cut("ab", 2) && is_safe_cut("", 0), "the ends");
}

#[test]
fn places_that_the_rule_leaves_out_do_not_add_up() {
    let o200k = Encoding::O200kBase;
    for (before, after) in
        [("a\n", "\nb"), ("//\n", "//"), ("a\n", " \n b"), ("hel", "lo"), ("a\n", "  \nb")]
    {
        assert!(!is_safe_cut(&[before, after].concat(), before.len()));
        let whole = o200k.count(&[before, after].concat());
        assert_ne!(o200k.count(before) + o200k.count(after), whole, "{before:?} + {after:?}");
    }
}

proptest! {
    #[test]
    fn counts_add_up_at_every_safe_cut(text in text(40)) {
        for at in inner_cuts(&text) {
            let (before, after) = text.split_at(at);
            for encoding in EXACT {
                let sum = encoding.count(before) + encoding.count(after);
                prop_assert_eq!(sum, encoding.count(&text), "{} at {} of {:?}", encoding.name(), at, text);
            }
        }
    }

    #[test]
    fn estimates_add_up_before_rounding(text in text(40)) {
        for at in inner_cuts(&text) {
            let (before, after) = text.split_at(at);
            for tokenizer in ALL {
                let sum = tokenizer.millis(before) + tokenizer.millis(after);
                prop_assert_eq!(sum, tokenizer.millis(&text), "{}", tokenizer.name());
            }
        }
    }

    #[test]
    fn estimates_of_parts_stay_near_the_whole_anywhere(text in text(40), at in any::<prop::sample::Index>()) {
        let at = text.floor_char_boundary(at.index(text.len() + 1));
        let (before, after) = text.split_at(at);
        for tokenizer in ALL {
            let (whole, sum) = (tokenizer.count(&text), tokenizer.count(before) + tokenizer.count(after));
            // Only the words around the cut can change, and a word costs at most its bytes.
            let around = before.len().min(130) + after.len().min(130);
            prop_assert!((whole.abs_diff(sum) as usize) <= around);
        }
    }

    #[test]
    fn the_searches_find_what_the_rule_says(text in text(40), from in 0_usize..60) {
        let cuts = inner_cuts(&text);
        prop_assert_eq!(last_safe_cut(&text), cuts.last().copied());
        let from = from.min(text.len());
        prop_assert_eq!(first_safe_cut(&text, from), cuts.into_iter().find(|&cut| cut > from));
    }
}
