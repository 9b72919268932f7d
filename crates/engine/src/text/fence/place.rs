//! Where each untrusted run stands: alone on its lines, or inside one.
//!
//! Owns the reading of the layout that decides what is fenced. It looks at the author's text around a
//! run only, never into the value: a value cannot choose how it is guarded.

use std::ops::Range;

use super::draft::{Draft, Mode, Piece};
use crate::text::letters::is_break;
use crate::text::origin::{Rendered, SourceId};

/// A stretch of rendered text that is one value's display, such as a list with the author's bullets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the rendered text.
    pub range: Range<usize>,
    /// The value that is displayed.
    pub source: SourceId,
}

/// Pieces that are fenced together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Indices of the pieces.
    pub(super) pieces: Range<usize>,
    /// Whose name the fence bears.
    pub(super) source: SourceId,
}

/// The runs of rendered text as pieces, untrusted ones inside a line until they are placed.
pub(super) fn pieces(rendered: &Rendered) -> Vec<Piece> {
    let mode = |trusted| if trusted { Mode::Trusted } else { Mode::Inline };
    rendered
        .runs
        .iter()
        .map(|run| Piece { end: run.end, source: run.source, mode: mode(run.trusted) })
        .collect()
}

/// Blocks as groups of pieces, in order and apart. A block reaches to the ends of the runs it touches;
/// blocks that are empty, out of bounds or overlap an earlier one are left out.
pub(super) fn outline(rendered: &Rendered, blocks: &[Block]) -> Vec<Group> {
    let mut sorted: Vec<&Block> = blocks.iter().collect();
    sorted.sort_by_key(|block| (block.range.start, block.range.end));
    let mut groups: Vec<Group> = Vec::with_capacity(sorted.len());
    for block in sorted {
        let range = &block.range;
        if range.is_empty() || range.end > rendered.text.len() {
            continue;
        }
        let first = rendered.runs.partition_point(|run| run.end <= range.start);
        let last = rendered.runs.partition_point(|run| run.end < range.end);
        if groups.last().is_none_or(|group| group.pieces.end <= first) {
            groups.push(Group { pieces: first..last + 1, source: block.source });
        }
    }
    groups
}

/// Decides how each untrusted piece is guarded, and gives the groups to fence, in order and apart.
/// Pieces of which nothing is left count as absent. What already stands between fences of `engine`,
/// because the text was sealed before, keeps its lines and gets no second fence. Linear time.
pub(super) fn place<'n>(
    draft: &mut Draft,
    blocks: &[Group],
    engine: SourceId,
    name_of: &dyn Fn(SourceId) -> &'n str,
) -> Vec<Group> {
    let mut start = 0;
    let runs: Vec<Run> = draft
        .pieces
        .iter()
        .map(|piece| {
            let span = start..piece.end;
            start = piece.end;
            Run { span, source: piece.source, trusted: piece.mode == Mode::Trusted }
        })
        .collect();
    let layout = Layout { text: &draft.text, runs: &runs, engine };
    let mut groups = Vec::new();
    // Values that keep their lines: those fenced for themselves, not those inside a block.
    let mut fenced: Vec<Range<usize>> = Vec::new();
    let mut blocks = blocks.iter().peekable();
    let mut index = 0;
    while let Some(run) = runs.get(index) {
        if let Some(block) = blocks.next_if(|block| block.pieces.start <= index) {
            let inside = runs.get(block.pieces.clone()).unwrap_or_default();
            if inside.iter().any(|run| !run.trusted && !run.span.is_empty())
                && layout.is_alone(&block.pieces)
                && !layout.is_enclosed(&block.pieces, name_of(block.source))
            {
                groups.push(block.clone());
            }
            index = block.pieces.end;
            continue;
        }
        let mut end = index + 1;
        if !run.trusted && !run.span.is_empty() {
            let limit = blocks.peek().map_or(runs.len(), |block| block.pieces.start);
            while let Some(next) = runs.get(end).filter(|_| end < limit) {
                if !(next.span.is_empty() || (!next.trusted && next.source == run.source)) {
                    break;
                }
                end += 1;
            }
            let group = index..end;
            if layout.is_enclosed(&group, name_of(run.source)) {
                fenced.push(group);
            } else if layout.is_alone(&group) {
                fenced.push(group.clone());
                groups.push(Group { pieces: group, source: run.source });
            }
        }
        index = end;
    }
    for group in fenced {
        for piece in draft.pieces.get_mut(group).unwrap_or_default() {
            piece.mode = Mode::Fenced;
        }
    }
    groups
}

struct Run {
    span: Range<usize>,
    source: SourceId,
    trusted: bool,
}

struct Layout<'a> {
    text: &'a str,
    runs: &'a [Run],
    engine: SourceId,
}

impl Layout<'_> {
    /// Whether only the author's white space stands between the group and the ends of its lines.
    fn is_alone(&self, group: &Range<usize>) -> bool {
        let before = self.runs.get(..group.start).unwrap_or_default();
        let after = self.runs.get(group.end..).unwrap_or_default();
        self.is_clear(before.iter().rev(), |text| text.chars().rev().find(|c| is_edge(*c)))
            && self.is_clear(after.iter(), |text| text.chars().find(|c| is_edge(*c)))
    }

    /// Whether the engine's fence of that name stands around the group.
    fn is_enclosed(&self, group: &Range<usize>, name: &str) -> bool {
        let text = |run: Option<&Run>| {
            run.filter(|run| run.trusted && run.source == self.engine)
                .and_then(|run| self.text.get(run.span.clone()))
        };
        let before = text(group.start.checked_sub(1).and_then(|index| self.runs.get(index)));
        let after = text(self.runs.get(group.end));
        let (Some(before), Some(after)) = (before, after) else {
            return false;
        };
        before.ends_with(&format!("<{name}>\n"))
            && after.trim_start().starts_with(&format!("</{name}>"))
    }

    fn is_clear<'s>(
        &self,
        runs: impl Iterator<Item = &'s Run>,
        edge: impl Fn(&str) -> Option<char>,
    ) -> bool {
        for run in runs.filter(|run| !run.span.is_empty()) {
            if !run.trusted {
                return false;
            }
            if let Some(found) = edge(self.text.get(run.span.clone()).unwrap_or_default()) {
                return is_break(found);
            }
        }
        true
    }
}

/// What ends the search for the end of a line: a break, or something that is not white space.
fn is_edge(c: char) -> bool {
    is_break(c) || !c.is_whitespace()
}
