//! A tokenizer read from a file: counts as Hugging Face's Python package has
//! them, joins, the cache, and files that are none.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::joins::pieces;
use super::texts::text;
use crate::token::{CountCache, Custom, Tokenizer, count_joined};

const FILE: &[u8] = include_bytes!("cases/tokenizer.json");

static OWN: LazyLock<Tokenizer> =
    LazyLock::new(|| Tokenizer::Custom(Arc::new(Custom::read("tokenizer.json", FILE).unwrap())));

fn refused(file: &str) -> String {
    Custom::read("tokenizer.json", file.as_bytes()).unwrap_err()
}

/// A tokenizer of whole words.
fn words(vocabulary: &str, unknown: &str) -> String {
    format!(
        r#"{{"version": "1.0", "added_tokens": [], "pre_tokenizer": {{"type": "Whitespace"}},
        "model": {{"type": "WordLevel", "vocab": {vocabulary}, "unk_token": "{unknown}"}}}}"#
    )
}

#[test]
fn it_counts_what_the_python_package_counts() {
    let expected = include_str!("cases/tokenizer_counts.json");
    let expected: Vec<(String, u32)> = serde_json::from_str(expected).unwrap();
    assert!(expected.len() > 500);
    for (text, count) in expected {
        assert_eq!(OWN.count(&text), count, "{text:?}");
    }
}

#[test]
fn it_is_exact_and_named_for_its_file() {
    assert_eq!(OWN.name(), "file:tokenizer.json");
    assert!(OWN.exact());
    assert_eq!((OWN.margin_permille(), OWN.margin(1_000_000)), (0, 0));
}

#[test]
fn control_tokens_written_out_are_ordinary_text() {
    assert!(OWN.count("<|end|>") > 1);
    assert_eq!(OWN.count("<tool>"), 1, "what is not called special is vocabulary");
}

#[test]
fn a_token_across_a_boundary_belongs_to_the_piece_it_begins_in() {
    assert_eq!(count_joined(&OWN, &[" th", "e"]), (1, vec![1, 0]));
    assert_eq!(count_joined(&OWN, &["", " th", "", "e", " the"]), (2, vec![0, 1, 0, 0, 1]));
    assert_eq!(count_joined(&OWN, &["", ""]), (0, vec![0, 0]));
    assert_eq!(count_joined(&OWN, &[]), (0, vec![]));
}

#[test]
fn files_are_told_apart_by_their_content() {
    let read =
        |file: &str| Tokenizer::Custom(Arc::new(Custom::read("a.json", file.as_bytes()).unwrap()));
    let (one, two) = (read(&words(r#"{"?": 0}"#, "?")), read(&words(r#"{"?": 0, "a": 1}"#, "?")));
    assert_eq!(one, one.clone());
    assert_ne!(one, two);
    let mut cache = CountCache::new(1 << 16);
    assert_eq!(cache.count(&one, "a quick, brown fox"), 5);
    assert_eq!(cache.count(&OWN, "a quick, brown fox"), OWN.count("a quick, brown fox"));
}

#[test]
fn what_cannot_count_is_refused_with_the_reason() {
    assert!(refused("").contains("EOF"), "{}", refused(""));
    assert!(refused("{}").contains("Model missing"), "{}", refused("{}"));
    assert!(refused("[1, 2]").contains("line 1 column"), "{}", refused("[1, 2]"));
    let unable = refused(&words(r#"{"a": 0}"#, "?"));
    assert!(unable.starts_with("it cannot count every text: "), "{unable}");
}

#[test]
fn a_file_that_makes_the_library_panic_is_refused() {
    let file = r#"{"version": "1.0", "added_tokens": [], "model": {"type": "BPE",
        "continuing_subword_prefix": "long", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": ["a b"]}}"#;
    assert_eq!(refused(file), "its parts do not belong together");
}

proptest! {
    #[test]
    fn shares_sum_to_the_count_of_the_whole(
        text in text(60), at in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let pieces = pieces(&text, &at);
        let (total, shares) = count_joined(&OWN, &pieces);
        prop_assert_eq!(total, OWN.count(&text));
        prop_assert_eq!(shares.len(), pieces.len());
        prop_assert_eq!(shares.iter().sum::<u32>(), total);
        prop_assert!(total as usize <= text.len(), "a token has a byte at least");
        let mut cache = CountCache::new(1 << 16);
        for _ in 0..2 {
            prop_assert_eq!(cache.count(&OWN, &text), total);
            prop_assert_eq!(cache.count_joined(&OWN, &pieces), (total, shares.clone()));
        }
    }
}
