//! What a line says about the direction of its text.
//!
//! Owns the reading of directions; what stays for their sake is `invisible`'s to say.

use crate::text::letters::is_break;

/// What a line says about direction. Looked at once per line, and only if it has something invisible.
#[derive(Default)]
pub(super) struct Line {
    end: usize,
    /// Whether it has right-to-left text.
    pub(super) rtl: bool,
    /// Places of the isolates that stay: pairs that open and close in a line with right-to-left text.
    isolates: Vec<usize>,
}

impl Line {
    /// Moves on to the line that holds byte `at` of the run.
    pub(super) fn reach(&mut self, run: &str, at: usize) {
        if at < self.end {
            return;
        }
        // Between the known end and `at` nothing invisible stands, so lines in between need no look.
        let start = run
            .get(self.end..at)
            .map_or(at, |gap| self.end + gap.rfind(is_break).map_or(0, |index| index + 1));
        let start = run.ceil_char_boundary(start);
        let length = run.get(start..).and_then(|rest| rest.find(is_break));
        self.end = length.map_or(run.len(), |length| start + length);
        let text = run.get(start..self.end).unwrap_or_default();
        self.rtl = text.chars().any(is_rtl);
        self.isolates.clear();
        if !self.rtl {
            return;
        }
        let mut open = Vec::new();
        for (index, c) in text.char_indices() {
            match c {
                '\u{2066}'..='\u{2068}' => open.push(start + index),
                '\u{2069}' => {
                    if let Some(opened) = open.pop() {
                        self.isolates.extend([opened, start + index]);
                    }
                }
                _ => {}
            }
        }
        self.isolates.sort_unstable();
    }

    /// Whether the isolate at a byte of the run stays.
    pub(super) fn keeps_isolate(&self, at: usize) -> bool {
        self.isolates.binary_search(&at).is_ok()
    }
}

/// Whether a character is of a script that runs from right to left.
pub(super) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{60B}' | '\u{60D}'..='\u{61B}' | '\u{61D}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
