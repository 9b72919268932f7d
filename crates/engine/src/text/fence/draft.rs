//! Text in the making, and the edits that alter it.
//!
//! Owns the bookkeeping: every edit names the bytes it takes away and those it puts in, is counted
//! for the source it alters, and leaves each run the owner of what stands in its place. It must never
//! alter a trusted run.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::origin::SourceId;

/// How a run is guarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The author's or the engine's own words.
    Trusted,
    /// A value, or a part of one, that stands between fences and keeps its lines.
    Fenced,
    /// A value inside a line.
    Inline,
}

/// A run of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) end: usize,
    pub(super) source: SourceId,
    pub(super) mode: Mode,
}

/// One alteration: `range` gives way to `with`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) with: Cow<'static, str>,
}

/// Text with its runs, altered step by step.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) pieces: Vec<Piece>,
    /// Alterations by source.
    pub(super) counts: BTreeMap<SourceId, u32>,
}

impl Draft<'_> {
    /// The index of the piece that holds a byte.
    pub(super) fn piece_at(&self, at: usize) -> Option<usize> {
        let index = self.pieces.partition_point(|piece| piece.end <= at);
        (index < self.pieces.len()).then_some(index)
    }

    /// Whether the byte belongs to a trusted run.
    pub(super) fn is_trusted(&self, at: usize) -> bool {
        self.piece_at(at)
            .and_then(|index| self.pieces.get(index))
            .is_none_or(|piece| piece.mode == Mode::Trusted)
    }

    /// The untrusted run that holds the byte.
    pub(super) fn owner(&self, at: usize) -> Option<usize> {
        self.piece_at(at).filter(|_| !self.is_trusted(at))
    }

    /// Applies edits: in order, without overlap, each inside one untrusted run. Edits that break
    /// these terms are left out. Linear time.
    pub(super) fn apply(&mut self, edits: &[Edit]) {
        if edits.is_empty() {
            return;
        }
        let old = std::mem::take(&mut self.text);
        let mut text = String::with_capacity(old.len() + edits.len() * 4);
        let mut from = 0;
        let mut piece = 0;
        let mut ends: Vec<usize> = self.pieces.iter().map(|piece| piece.end).collect();
        for edit in edits {
            while self.pieces.get(piece).is_some_and(|run| run.end <= edit.range.start) {
                if let (Some(end), Some(run)) = (ends.get_mut(piece), self.pieces.get(piece)) {
                    *end = text.len() + run.end.saturating_sub(from);
                }
                piece += 1;
            }
            let Some(run) = self.pieces.get(piece) else {
                break;
            };
            if edit.range.start < from || edit.range.end > run.end || run.mode == Mode::Trusted {
                continue;
            }
            text.push_str(old.get(from..edit.range.start).unwrap_or_default());
            text.push_str(&edit.with);
            from = edit.range.end;
            *self.counts.entry(run.source).or_default() += 1;
        }
        for (end, run) in ends.iter_mut().zip(&self.pieces).skip(piece) {
            *end = text.len() + run.end.saturating_sub(from);
        }
        text.push_str(old.get(from..).unwrap_or_default());
        for (run, end) in self.pieces.iter_mut().zip(ends) {
            run.end = end;
        }
        self.text = Cow::Owned(text);
    }
}

/// What stands for a character that must not act: an HTML entity.
pub(super) fn entity(c: char, like: Option<char>) -> Cow<'static, str> {
    match like.unwrap_or(c) {
        '<' => Cow::Borrowed("&lt;"),
        '>' => Cow::Borrowed("&gt;"),
        '[' => Cow::Borrowed("&#91;"),
        other => Cow::Owned(format!("&#{};", u32::from(other))),
    }
}
