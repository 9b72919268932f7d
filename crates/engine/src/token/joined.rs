//! Counting a text that is a concatenation of pieces, with each piece's share.
//!
//! Owns the joined count: the total is that of the concatenated text, never the sum of separate
//! counts. Pieces are concatenated only around boundaries that are not safe cuts; everything else is
//! counted where it lies. It keeps nothing between calls.
//!
//! A token belongs to the piece in which it begins, so the shares are never negative, add up to the
//! total, and are found in one pass. (The difference of two prefix counts can be negative, since a
//! longer prefix may have fewer tokens: `hel` has more of them than `hello`.) Where words are
//! estimated, a word belongs to the piece in which it begins.

use std::mem;
use std::ops::Range;
use std::sync::OnceLock;

use crate::token::cut::{first_safe_cut, joins_safely, last_safe_cut};
use crate::token::tokenizer::{Tokenizer, tokens};

/// The tokens of the concatenation of `pieces`, and each piece's share; the shares sum to the total.
/// Linear in the bytes of the pieces.
#[must_use]
pub fn count_joined(tokenizer: &Tokenizer, pieces: &[&str]) -> (u32, Vec<u32>) {
    joined_by(tokenizer, pieces, &mut |at, range| tokenizer.millis(&pieces[at][range]))
}

/// [`count_joined`], with the stretches that lie inside one piece counted by `whole`, which is given the
/// piece's place and the stretch's bytes in it, and must give the thousandths of a token that the
/// tokenizer gives.
pub(crate) fn joined_by(
    tokenizer: &Tokenizer,
    pieces: &[&str],
    whole: &mut dyn FnMut(usize, Range<usize>) -> u64,
) -> (u32, Vec<u32>) {
    let mut shares = vec![0; pieces.len()];
    // What lies across boundaries and is not yet known to end at a safe cut.
    let mut open: Vec<Part<'_>> = Vec::new();
    let mut later =
        pieces.iter().copied().enumerate().filter(|(_, piece)| !piece.is_empty()).peekable();
    if let Tokenizer::Custom(_) = tokenizer {
        // No cut of it is known to be safe: all pieces are one stretch.
        open.extend(later.by_ref().map(|(owner, text)| Part { owner, text }));
    }
    while let Some((owner, piece)) = later.next() {
        let mut from = 0;
        if !open.is_empty() {
            let Some(cut) = first_safe_cut(piece, 0) else {
                open.push(Part { owner, text: piece });
                // Nothing in this piece closes it, but the boundary behind the piece may.
                if later.peek().is_some_and(|&(_, next)| joins_safely(piece, next)) {
                    share_out(tokenizer, &mut open, &mut shares);
                }
                continue;
            };
            open.push(Part { owner, text: &piece[..cut] });
            share_out(tokenizer, &mut open, &mut shares);
            from = cut;
        }
        let rest = &piece[from..];
        let crosses = later.peek().is_some_and(|&(_, next)| !joins_safely(rest, next));
        let inside = if crosses { last_safe_cut(rest).unwrap_or(0) } else { rest.len() };
        if inside > 0 {
            shares[owner] += whole(owner, from..from + inside);
        }
        if crosses {
            open.push(Part { owner, text: &rest[inside..] });
        }
    }
    share_out(tokenizer, &mut open, &mut shares);
    round(&shares)
}

/// The count of the stretch of a text that none of its neighbours touches, kept with the text. A copy
/// keeps nothing, since it is made to be changed.
#[derive(Debug, Default)]
pub(crate) struct Inside(OnceLock<(Range<usize>, u64)>);

impl Inside {
    /// What `count` counts of a stretch, unless it is known.
    pub(crate) fn or(&self, range: &Range<usize>, count: impl FnOnce() -> u64) -> u64 {
        if let Some((_, millis)) = self.0.get().filter(|kept| kept.0 == *range) {
            return *millis;
        }
        let millis = count();
        // Other neighbours reach another way into it: what was kept first stays.
        let _ = self.0.set((range.clone(), millis));
        millis
    }
}

impl Clone for Inside {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// A part of a stretch, and the index of the piece it comes from.
struct Part<'a> {
    owner: usize,
    text: &'a str,
}

/// Counts a stretch that lies across boundaries, adds to its owners' shares, and empties it.
fn share_out(tokenizer: &Tokenizer, open: &mut Vec<Part<'_>>, shares: &mut [u64]) {
    let joined: String = open.iter().map(|part| part.text).collect();
    let mut parts = open.drain(..);
    // The owner and the end of the part that the walk is in.
    let (mut owner, mut end) = (0, 0);
    let mut give = |at: usize, millis: u64| {
        while at >= end {
            let Some(part) = parts.next() else { break };
            owner = part.owner;
            end += part.text.len();
        }
        shares[owner] += millis;
    };
    let mut at = 0;
    for word in tokenizer.words(&joined) {
        match tokenizer {
            Tokenizer::Exact(encoding) => {
                let mut start = at;
                for length in encoding.token_lengths(word) {
                    give(start, 1_000);
                    start += length;
                }
            }
            Tokenizer::Estimated(estimate) => give(at, estimate.word_millis(word)),
            Tokenizer::Custom(custom) => {
                custom.starts(word).into_iter().for_each(|start| give(at + start, 1_000));
            }
        }
        at += word.len();
    }
}

/// Rounds shares to whole tokens so that they sum to the rounded total.
fn round(shares: &[u64]) -> (u32, Vec<u32>) {
    let mut millis = 0;
    let mut total = 0;
    let rounded = shares.iter().map(|share| {
        millis += share;
        let before = mem::replace(&mut total, tokens(millis));
        total - before
    });
    let rounded = rounded.collect();
    (total, rounded)
}
