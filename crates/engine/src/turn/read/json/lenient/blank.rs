//! White space and comments.
//!
//! Owns what stands between values. It must never pass over anything that could be a value.

use super::Lenient;
use crate::turn::read::notes::{Path, excerpt};

impl Lenient<'_, '_> {
    /// Passes white space and comments.
    pub(super) fn blank(&mut self, path: &Path<'_>) {
        loop {
            let rest = self.rest();
            let behind = rest.trim_start_matches(is_blank);
            let (passed, second) = (rest.len() - behind.len(), behind.chars().nth(1));
            let first = behind.chars().next();
            self.at += passed;
            match (first, second) {
                (Some('/'), Some('*')) => self.block(path),
                (Some('/'), Some('/')) => self.line(2, path),
                (Some('#'), _) => self.line(1, path),
                _ => return,
            }
        }
    }

    fn block(&mut self, path: &Path<'_>) {
        let body = self.rest().get(2..).unwrap_or_default();
        let end = body.find("*/").map_or(body.len(), |end| end + 2);
        self.comment(end + 2, path);
    }

    /// A comment to the end of the line. `#` is no comment of JSON's relatives: on the last line it ends in
    /// front of what closes something, where it would swallow all that the text still holds.
    fn line(&mut self, sign: usize, path: &Path<'_>) {
        let body = self.rest().get(sign..).unwrap_or_default();
        let end = match (self.at < self.lines, sign) {
            (true, _) => body.find('\n'),
            (false, 1) => body.find(['}', ']']),
            (false, _) => None,
        };
        let end = end.unwrap_or(body.len());
        self.comment(sign + end, path);
    }

    fn comment(&mut self, length: usize, path: &Path<'_>) {
        let said = excerpt(self.rest().get(..length).unwrap_or_default());
        self.note("json.comment", path, format!("the comment `{said}` is left out"));
        self.at += length;
    }
}

/// White space, and what shows nothing.
pub(super) fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}
