//! How an answer that is an object begins.
//!
//! Owns the one rule by which reading a whole answer and reading it as it comes agree where the object
//! begins: behind white space, or behind the line that opens a fenced block. It must never look inside
//! the object.

use crate::turn::read::json::strict::is_blank;

/// Where a walk over the beginning stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Opening {
    /// In white space.
    #[default]
    Blank,
    /// Behind so many backticks.
    Ticks(usize),
    /// In the word behind them.
    Word,
    /// In the white space behind those.
    Gap,
    /// At the brace that opens the object.
    Object,
    /// The answer begins with something else.
    Other,
}

impl Opening {
    /// What one more byte makes of it.
    pub(super) fn step(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Object | Self::Other, _) => self,
            (Self::Ticks(0..3), b'`') | (Self::Blank, b'`') => match self {
                Self::Ticks(ticks) => Self::Ticks(ticks + 1),
                _ => Self::Ticks(1),
            },
            (Self::Ticks(3), b'`') => self,
            (Self::Ticks(0..3), _) => Self::Other,
            (_, b'{') => Self::Object,
            (Self::Blank, _) if is_blank(byte) => self,
            (Self::Ticks(_) | Self::Word | Self::Gap, _) if is_blank(byte) => Self::Gap,
            (Self::Ticks(_) | Self::Word, _) if byte.is_ascii_alphanumeric() => Self::Word,
            _ => Self::Other,
        }
    }
}

/// The byte at which an answer's object begins, and whether it stands in a fenced block; none where it
/// begins with something else.
pub(super) fn opening(text: &str) -> Option<(usize, bool)> {
    let mut state = Opening::default();
    let mut fenced = false;
    for (at, byte) in text.bytes().enumerate() {
        state = state.step(byte);
        match state {
            Opening::Object => return Some((at, fenced)),
            Opening::Other => return None,
            Opening::Ticks(_) => fenced = true,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_begins_behind_white_space_or_a_fence() {
        for (text, found) in [
            ("{", Some((0, false))),
            (" \n{", Some((2, false))),
            ("```json\n{", Some((8, true))),
            ("```{", Some((3, true))),
            ("`````json {", Some((10, true))),
            ("", None),
            ("``{", None),
            ("[{", None),
            ("Here: {", None),
            ("```json5!\n{", None),
            ("\u{feff}{", None),
        ] {
            assert_eq!(opening(text), found, "{text}");
        }
    }
}
