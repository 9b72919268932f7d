//! Two texts, line by line.
//!
//! Owns how a difference looks: what both have, what only the first has behind `-`, what only the second
//! has behind `+`. The comparison is a library's.

use std::io::{self, Write};

use similar::{ChangeTag, TextDiff};

use crate::cli::style::{Paint, paint, printable};

/// Writes the difference of two texts, each line behind a margin.
pub(crate) fn lines(was: &str, now: &str, margin: &str, out: &mut dyn Write) -> io::Result<()> {
    for change in TextDiff::from_lines(was, now).iter_all_changes() {
        let text = printable(change.value().trim_end_matches(['\n', '\r']));
        let line = match change.tag() {
            ChangeTag::Equal => format!("  {text}"),
            ChangeTag::Delete => paint(&format!("- {text}"), Paint::Red),
            ChangeTag::Insert => paint(&format!("+ {text}"), Paint::Green),
        };
        writeln!(out, "{margin}{line}")?;
    }
    Ok(())
}
