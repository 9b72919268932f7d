//! Cuts text to a number of tokens.
//!
//! Owns where a cut falls and the mark that it leaves. It must
//! never cut without saying so.

use std::ops::Range;

use crate::agent::layer::Shrink;
use crate::text::fence::{Fence, Sealed, Span};
use crate::text::origin::SourceId;
use crate::token::Tokenizer;
use crate::turn::gather::head::MARK;
use crate::turn::origins::ENGINE;

/// Cuts sealed text to about `most` tokens at its end, its beginning or in its middle. A fence that the
/// cut runs through is closed, or opened, again: what is data stays marked as data.
pub(crate) fn sealed(text: &Sealed, most: u32, how: Shrink, tokenizer: &Tokenizer) -> Sealed {
    let whole = &text.text;
    let ends: Vec<usize> = whole.char_indices().map(|(at, _)| at).chain([whole.len()]).collect();
    let build = |kept: usize| {
        let last = ends.len() - 1;
        let (front, behind) = match how {
            Shrink::Head => (0, kept),
            Shrink::Middle => (kept.div_ceil(2), kept / 2),
            _ => (kept, 0),
        };
        // What is kept of the end begins with a line: a stretch out of the middle of one could look
        // like a header that it was not.
        let start = ends[last - behind];
        let start =
            whole[start..].find('\n').filter(|_| start > 0).map_or(start, |at| start + at + 1);
        let whole_ranges = [0..ends[front], start..whole.len()];
        let ranges: Vec<Range<usize>> =
            whole_ranges.into_iter().filter(|range| !range.is_empty()).collect();
        join(text, &ranges)
    };
    let (mut low, mut high) = (0, ends.len() - 1);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if tokenizer.count(&build(middle).text) <= most { low = middle } else { high = middle - 1 }
    }
    build(low)
}

fn join(text: &Sealed, ranges: &[Range<usize>]) -> Sealed {
    let mut out = Sealed { neutralised: text.neutralised.clone(), ..Sealed::default() };
    for (at, range) in ranges.iter().enumerate() {
        if range.start > 0 || at > 0 {
            push(&mut out, MARK, ENGINE);
            push(&mut out, "\n", ENGINE);
        }
        let start = text.fences.iter().find(|fence| inside(fence, range.start));
        if let Some(fence) = start {
            push(&mut out, &text.text[fence.outer.start..fence.inner.start], ENGINE);
        }
        let from = start.map_or(range.start, |fence| range.start.max(fence.inner.start));
        let end = text.fences.iter().find(|fence| inside(fence, range.end));
        let to = end.map_or(range.end, |fence| range.end.clamp(fence.inner.start, fence.inner.end));
        for (span, source) in text.ranges() {
            let (a, b) = (span.start.max(from), span.end.min(to));
            if a < b {
                push(&mut out, &text.text[a..b], source);
            }
        }
        if let Some(fence) = end {
            push(&mut out, "\n", ENGINE);
            push(
                &mut out,
                text.text[fence.inner.end..fence.outer.end].trim_start_matches('\n'),
                ENGINE,
            );
        }
        if range.end < text.text.len() && at + 1 == ranges.len() {
            push(&mut out, "\n", ENGINE);
            push(&mut out, MARK, ENGINE);
        }
    }
    out
}

fn inside(fence: &Fence, at: usize) -> bool {
    fence.outer.start < at && at < fence.outer.end
}

fn push(out: &mut Sealed, text: &str, source: SourceId) {
    if text.is_empty() {
        return;
    }
    out.text.push_str(text);
    let end = out.text.len();
    match out.spans.last_mut() {
        Some(last) if last.source == source => last.end = end,
        _ => out.spans.push(Span { end, source }),
    }
}

#[cfg(test)]
#[path = "cut_tests.rs"]
mod tests;
