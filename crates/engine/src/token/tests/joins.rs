//! Joined counts: the total is the whole's, the shares sum to it.

use proptest::prelude::*;

use super::texts::{ALL, lines, text};
use crate::token::{CountCache, Encoding, Tokenizer, count_joined};

const O200K: Tokenizer = Tokenizer::Exact(Encoding::O200kBase);

/// Splits at arbitrary characters, so that words and tokens are torn.
pub(super) fn pieces<'a>(text: &'a str, at: &[prop::sample::Index]) -> Vec<&'a str> {
    let mut cuts: Vec<usize> =
        at.iter().map(|index| text.floor_char_boundary(index.index(text.len() + 1))).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

#[test]
fn no_pieces_and_empty_pieces_cost_nothing() {
    assert_eq!(count_joined(&O200K, &[]), (0, vec![]));
    assert_eq!(count_joined(&O200K, &["", ""]), (0, vec![0, 0]));
}

#[test]
fn a_token_across_a_boundary_belongs_to_the_piece_it_begins_in() {
    assert_eq!(count_joined(&O200K, &["hel", "lo"]), (1, vec![1, 0]));
    assert_eq!(count_joined(&O200K, &["hel", "", "lo", " world"]), (2, vec![1, 0, 0, 1]));
}

#[test]
fn pieces_that_end_at_safe_cuts_have_their_own_counts() {
    let pieces = ["## Rules\n", "- one\n- two\n", "Go.\n"];
    let (total, shares) = count_joined(&O200K, &pieces);
    assert_eq!(shares, pieces.map(|piece| O200K.count(piece)));
    assert_eq!(total, O200K.count(&pieces.concat()));
}

#[test]
fn a_boundary_in_a_line_leaves_the_lines_around_it_alone() {
    let pieces = ["Alpha beta\ngam", "ma delta\nepsilon\n", "zeta"];
    let (total, shares) = count_joined(&O200K, &pieces);
    assert_eq!(total, O200K.count(&pieces.concat()));
    assert_eq!(shares[2], O200K.count("zeta"));
    assert_eq!(shares[0] + shares[1], total - shares[2]);
}

proptest! {
    #[test]
    fn the_total_is_the_count_of_the_whole(
        text in text(60), at in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let pieces = pieces(&text, &at);
        for tokenizer in ALL {
            let (total, shares) = count_joined(&tokenizer, &pieces);
            prop_assert_eq!(total, tokenizer.count(&text), "{} of {:?}", tokenizer.name(), pieces);
            prop_assert_eq!(shares.len(), pieces.len());
            prop_assert_eq!(shares.iter().sum::<u32>(), total);
        }
    }

    #[test]
    fn a_cache_changes_neither_total_nor_shares(
        lines in lines(), at in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let text = lines.join("\n");
        let pieces = pieces(&text, &at);
        let mut cache = CountCache::new(1 << 16);
        for tokenizer in ALL {
            let plain = count_joined(&tokenizer, &pieces);
            prop_assert_eq!(&cache.count_joined(&tokenizer, &pieces), &plain);
            prop_assert_eq!(&cache.count_joined(&tokenizer, &pieces), &plain);
        }
    }
}
