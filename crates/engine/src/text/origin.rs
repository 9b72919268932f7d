//! Where each byte of rendered text came from.
//!
//! Owns the run-length account that rendering produces and every later step carries on. It knows
//! nothing of layers or manifests: a source is a number whose meaning the caller keeps in a table.
//! It must never lose or invent a byte: the runs of a [`Rendered`] always cover its text exactly.

use std::ops::Range;

/// A source of bytes: an index into the table of sources of one assembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// A stretch of text with one source. Its beginning is the end of the run before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Byte offset just behind the run.
    pub end: usize,
    /// Where the bytes came from.
    pub source: SourceId,
    /// Whether the bytes were written by the agent's author (or the engine) rather than an outsider.
    pub trusted: bool,
}

/// Text together with the account of its bytes.
///
/// Runs are in order, without gap or overlap, and the last one ends at `text.len()`. Two values
/// printed next to each other stay two runs, even if they have the same source: whether a value
/// stands alone on its line is decided later, from the runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// The account of its bytes.
    pub runs: Vec<Run>,
}

impl Rendered {
    /// Appends `text` as a run of its own. Empty text adds no run.
    pub fn push(&mut self, text: &str, source: SourceId, trusted: bool) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        self.runs.push(Run { end: self.text.len(), source, trusted });
    }

    /// Appends all of `other`, run by run.
    pub fn append(&mut self, other: &Rendered) {
        let base = self.text.len();
        self.text.push_str(&other.text);
        self.runs.extend(other.runs.iter().map(|run| Run { end: base + run.end, ..*run }));
    }

    /// The runs with their byte ranges.
    pub fn spans(&self) -> impl Iterator<Item = (Range<usize>, Run)> + '_ {
        let mut start = 0;
        self.runs.iter().map(move |run| {
            let span = start..run.end;
            start = run.end;
            (span, *run)
        })
    }
}
