//! Cuts values and texts to a number of tokens.
//!
//! Owns where a cut falls (between items, else behind a word) and the mark that it leaves. It must
//! never cut without saying so.

use std::ops::Range;

use serde_json::Value as Json;

use crate::agent::context::ContextKey;
use crate::agent::layer::Shrink;
use crate::check::compiled::Key;
use crate::diagnostic::Diagnostic;
use crate::text::fence::{Fence, Sealed, Span};
use crate::text::origin::SourceId;
use crate::token::Tokenizer;
use crate::turn::gather::{Got, show};
use crate::turn::origins::ENGINE;

/// What stands where text was taken away.
pub(crate) const MARK: &str = "…";

/// Brings a value within its key's `max_tokens`, and renders how it prints.
///
/// # Errors
/// An item that cannot be rendered, or a mapping that cannot be made small enough.
pub(crate) fn to_tokens(
    got: &mut Got,
    key: &ContextKey,
    program: &Key,
    config: &Json,
    tokenizer: Tokenizer,
) -> Result<(), Diagnostic> {
    show(got, key, program, config)?;
    let Some(most) = key.max_tokens else {
        return Ok(());
    };
    let before = size(got, tokenizer);
    if before <= most {
        return Ok(());
    }
    while size(got, tokenizer) > most {
        match &mut got.value {
            Json::String(text) => *text = head(text, most, tokenizer),
            Json::Array(items) if !items.is_empty() => {
                // Halving would throw away too much: items differ in length.
                items.pop();
            }
            Json::Object(map) => {
                let longest = map
                    .values_mut()
                    .max_by_key(|value| value.as_str().map_or(0, str::len));
                let Some(Json::String(text)) =
                    longest.filter(|value| value.as_str().is_some_and(|text| text.len() > 40))
                else {
                    let message = format!(
                        "`{}` has more than {most} tokens and no long text to cut",
                        key.name
                    );
                    return Err(Diagnostic::error("context.too-long", message));
                };
                let half = tokenizer.count(text) / 2;
                *text = head(text, half, tokenizer);
            }
            _ => break,
        }
        show(got, key, program, config)?;
    }
    let now = size(got, tokenizer);
    got.cut = Some(format!(
        "{} of {before} tokens, by max_tokens",
        before.saturating_sub(now)
    ));
    Ok(())
}

/// The tokens of a value as it prints.
pub(crate) fn size(got: &Got, tokenizer: Tokenizer) -> u32 {
    match (&got.display, &got.value) {
        (Some(display), _) => tokenizer.count(&display.text),
        (None, Json::String(text)) => tokenizer.count(text),
        (None, other) => tokenizer.count(&other.to_string()),
    }
}

/// The beginning of a text, at most `most` tokens with the mark, cut behind a word where there is one.
pub(crate) fn head(text: &str, most: u32, tokenizer: Tokenizer) -> String {
    let fits = |end: usize| tokenizer.count(&format!("{}{MARK}", text[..end].trim_end())) <= most;
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let end = ends
        .partition_point(|end| fits(*end))
        .checked_sub(1)
        .map_or(0, |at| ends[at]);
    let word = text[..end]
        .rfind(char::is_whitespace)
        .filter(|at| *at * 2 > end)
        .unwrap_or(end);
    format!("{}{MARK}", text[..word].trim_end())
}

/// Cuts sealed text to about `most` tokens at its end, its beginning or in its middle. A fence that the
/// cut runs through is closed, or opened, again: what is data stays marked as data.
pub(crate) fn sealed(text: &Sealed, most: u32, how: Shrink, tokenizer: Tokenizer) -> Sealed {
    let whole = &text.text;
    let ends: Vec<usize> = whole
        .char_indices()
        .map(|(at, _)| at)
        .chain([whole.len()])
        .collect();
    let build = |kept: usize| {
        let last = ends.len() - 1;
        let ranges = match how {
            Shrink::Head => vec![ends[last - kept]..whole.len()],
            Shrink::Middle => vec![
                0..ends[kept.div_ceil(2)],
                ends[last - kept / 2]..whole.len(),
            ],
            _ => vec![0..ends[kept]],
        };
        join(text, &ranges)
    };
    let (mut low, mut high) = (0, ends.len() - 1);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if tokenizer.count(&build(middle).text) <= most {
            low = middle
        } else {
            high = middle - 1
        }
    }
    build(low)
}

fn join(text: &Sealed, ranges: &[Range<usize>]) -> Sealed {
    let mut out = Sealed {
        neutralised: text.neutralised.clone(),
        ..Sealed::default()
    };
    for (at, range) in ranges.iter().enumerate() {
        if range.start > 0 || at > 0 {
            push(&mut out, MARK, ENGINE);
            push(&mut out, "\n", ENGINE);
        }
        let start = text.fences.iter().find(|fence| inside(fence, range.start));
        if let Some(fence) = start {
            push(
                &mut out,
                &text.text[fence.outer.start..fence.inner.start],
                ENGINE,
            );
        }
        let from = start.map_or(range.start, |fence| range.start.max(fence.inner.start));
        let end = text.fences.iter().find(|fence| inside(fence, range.end));
        let to = end.map_or(range.end, |fence| {
            range.end.clamp(fence.inner.start, fence.inner.end)
        });
        for (span, source) in ranges_of(text) {
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

fn ranges_of(text: &Sealed) -> impl Iterator<Item = (Range<usize>, SourceId)> + '_ {
    crate::turn::compose::ranges(&text.spans)
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
