//! Kinds of characters: white space as Python counts it, names, and what cannot be seen.
//!
//! Owns the character tables of the language. Nothing here knows about tags.

/// Whether Python's `str.isspace` (and `\s` in its regular expressions) holds: Unicode white space
/// and the four ASCII separators.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// Whether a name may begin with `c`.
pub(super) fn starts_name(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// Whether a name may go on with `c`.
pub(super) fn continues_name(c: char) -> bool {
    starts_name(c) || c.is_ascii_digit()
}

/// Whether `c` changes the order in which a line is shown, so that a reader is misled about what a
/// tag says.
pub(super) fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` is invisible in a text where words are written. Joiners, direction marks and
/// variation selectors are not counted: Persian, Hindi, Hebrew and emoji need them.
pub(super) fn hides_in_text(c: char) -> bool {
    reorders(c)
        || matches!(
            c,
            '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether `c` is invisible where only names and operators may stand.
pub(super) fn hides_in_code(c: char) -> bool {
    hides_in_text(c)
        || matches!(
            c,
            '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200f}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}'
        )
        || (c.is_control() && !is_space(c))
}
