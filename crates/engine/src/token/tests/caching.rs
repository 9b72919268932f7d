//! The cache changes no count, stays within its limit, and finds unchanged text again.

use proptest::prelude::*;

use super::texts::{ALL, document, lines, text};
use crate::token::cache::chunks;
use crate::token::{CountCache, Encoding, Tokenizer, is_safe_cut};

const O200K: Tokenizer = Tokenizer::Exact(Encoding::O200kBase);

#[test]
fn chunks_are_the_text_and_end_at_safe_cuts() {
    let text = document(40_000);
    let mut at = 0;
    let mut sizes = Vec::new();
    for chunk in chunks(&text) {
        at += chunk.len();
        assert!(is_safe_cut(&text, at));
        sizes.push(chunk.len());
    }
    assert_eq!(at, text.len());
    sizes.pop();
    assert!(sizes.iter().all(|size| (256..2_048 + 200).contains(size)), "{sizes:?}");
}

#[test]
fn an_edit_changes_few_chunks_wherever_it_is() {
    let text = document(40_000);
    let before: std::collections::BTreeSet<&str> = chunks(&text).collect();
    for at in (0..text.len()).step_by(997) {
        let at = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let edited = format!("{}A new line of text.\n{}", &text[..at], &text[at..]);
        let new: usize =
            chunks(&edited).filter(|chunk| !before.contains(chunk)).map(str::len).sum();
        assert!(new < 6_000, "an edit at {at} made {new} bytes new");
    }
}

#[test]
fn memory_stays_within_the_limit() {
    for limit in [0, 500, 5_000, 100_000] {
        let mut cache = CountCache::new(limit);
        for round in 0..20 {
            let text = document(10_000 + round * 3_000);
            assert_eq!(cache.count(&O200K, &text), O200K.count(&text));
            assert!(cache.bytes() <= limit, "{} of {limit}", cache.bytes());
        }
    }
}

/// Of a short text that is rendered again, only lines that changed are kept anew.
#[test]
fn long_lines_of_short_texts_are_found_again() {
    let line = |at: usize| format!("{at} ").repeat(100);
    let mut cache = CountCache::new(1 << 17);
    let text =
        |changed: usize| format!("{}\n{}\nshort {changed}\n{}", line(1), line(changed), line(3));
    let mut count = |changed: usize| {
        assert_eq!(cache.count(&O200K, &text(changed)), O200K.count(&text(changed)));
        cache.bytes()
    };
    let all = count(20);
    assert!(all > line(1).len() + line(20).len() + line(3).len());
    // The same text, and one of which a short line changed.
    assert_eq!(count(20), all);
    let more = count(21) - all;
    assert!((line(21).len()..line(21).len() + 200).contains(&more), "{more}");
}

#[test]
fn short_texts_stay_within_the_limit() {
    for limit in [0, 500, 5_000, 100_000] {
        let mut cache = CountCache::new(limit);
        for round in 0..500 {
            let text = format!("{round} {}\n", "and so on ".repeat(20)).repeat(3);
            assert_eq!(cache.count(&O200K, &text), O200K.count(&text));
            assert!(cache.bytes() <= limit, "{} of {limit}", cache.bytes());
        }
    }
}

#[test]
fn tokenizers_do_not_share_counts() {
    let text = document(3_000);
    let mut cache = CountCache::new(1 << 20);
    for _ in 0..2 {
        for tokenizer in ALL {
            assert_eq!(
                cache.count(&tokenizer, &text),
                tokenizer.count(&text),
                "{}",
                tokenizer.name()
            );
        }
    }
}

proptest! {
    #[test]
    fn a_text_counts_the_same_with_and_without(
        texts in prop::collection::vec(prop_oneof![
            text(200), lines().prop_map(|lines| lines.join("\n")),
        ], 1..8),
        limit in prop::sample::select(vec![0_usize, 700, 4_000, 1 << 20]),
    ) {
        let mut cache = CountCache::new(limit);
        for text in texts.iter().chain(&texts) {
            for tokenizer in ALL {
                prop_assert_eq!(cache.count(&tokenizer, text), tokenizer.count(text));
            }
        }
    }

    #[test]
    fn an_edited_text_counts_the_same(mut lines in lines(), edits in prop::collection::vec(
        (any::<prop::sample::Index>(), "[ -~]{0,40}"), 1..6,
    )) {
        let mut cache = CountCache::new(1 << 20);
        cache.count(&O200K, &lines.join("\n"));
        for (at, line) in edits {
            lines.insert(at.index(lines.len() + 1), line);
            let text = lines.join("\n");
            prop_assert_eq!(cache.count(&O200K, &text), O200K.count(&text));
        }
    }
}
