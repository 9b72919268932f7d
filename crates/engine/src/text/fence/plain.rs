//! A first look at text, which is all that most text needs.
//!
//! Owns the question whether text has anything in it that a step could alter. It reads bytes without
//! stopping, so that the compiler can take many at a time.

/// What is in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Controls other than white space, or characters beyond ASCII.
    pub(super) odd: bool,
    /// Line breaks of ASCII.
    pub(super) breaks: bool,
    /// `<` or `[`.
    pub(super) opens: bool,
}

/// Looks at text. Linear time.
pub(super) fn look(text: &str) -> Look {
    let mut found = [0u8; 3];
    for &byte in text.as_bytes() {
        let space = byte.wrapping_sub(b'\t') <= 4;
        let printed = byte.wrapping_sub(b' ') < 95;
        found[0] |= u8::from(!(space | printed));
        found[1] |= u8::from(byte.wrapping_sub(b'\n') <= 3);
        found[2] |= u8::from(byte == b'<') | u8::from(byte == b'[');
    }
    let [odd, breaks, opens] = found.map(|bits| bits != 0);
    Look { odd, breaks, opens }
}
