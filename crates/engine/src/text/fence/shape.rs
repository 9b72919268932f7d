//! What a character can stand for in a tag or a token.
//!
//! Owns the classes of characters: everything that may be taken for `<`, `/`, `|`, `[`, `:` and so
//! on, in any width, script or style. It knows nothing of names and of what is untrusted.

use memchr::memchr2_iter;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::letters::{boxed_letter, is_invisible};

/// What a character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Shows nothing of its own: invisible characters and marks on letters.
    Nothing,
    Space,
    /// `<` and its look-alikes.
    Open,
    /// `>` and its look-alikes.
    Close,
    /// `«`, which may stand for `<<`.
    DoubleOpen,
    /// `»`, which may stand for `>>`.
    DoubleClose,
    Slash,
    Pipe,
    BracketOpen,
    BracketClose,
    /// `_`, `-`, `.` and their look-alikes.
    Joint,
    Colon,
    Equals,
    Quote,
    /// A letter or a digit.
    Letter,
    Other,
}

impl Shape {
    /// Whether it is an angle that opens, or two.
    pub(super) fn opens(self) -> bool {
        matches!(self, Self::Open | Self::DoubleOpen)
    }

    /// Whether it is an angle that closes, or two.
    pub(super) fn closes(self) -> bool {
        matches!(self, Self::Close | Self::DoubleClose)
    }
}

/// The class of a character.
pub(super) fn shape(c: char) -> Shape {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Shape::Letter,
        ' ' | '\t'..='\r' | '\u{85}' => Shape::Space,
        '<' => Shape::Open,
        '>' => Shape::Close,
        '/' | '\\' => Shape::Slash,
        '|' => Shape::Pipe,
        '[' => Shape::BracketOpen,
        ']' => Shape::BracketClose,
        '_' | '-' | '.' => Shape::Joint,
        ':' => Shape::Colon,
        '=' => Shape::Equals,
        '"' | '\'' => Shape::Quote,
        '!'..='~' => Shape::Other,
        _ => wide_shape(c),
    }
}

/// Angles and square brackets beyond ASCII.
fn bracket_shape(c: char) -> Option<Shape> {
    Some(match c {
        '＜' | '﹤' | '〈' | '⟨' | '\u{2329}' | '‹' | '˂' | '❮' | '❬' | '❰' | '⧼' | 'ᐸ' | '⦑'
        | '︿' | '\u{1D236}' | '≺' | '𖼆' | '⪡' | '⸤' | '꜀' | '⋖' | '≮' => {
            Shape::Open
        }
        '＞' | '﹥' | '〉' | '⟩' | '\u{232A}' | '›' | '˃' | '❯' | '❭' | '❱' | '⧽' | 'ᐳ' | '⦒'
        | '﹀' | '\u{1D237}' | '≻' | '𖼿' | '⪢' | '⋗' | '≯' | '➤' => Shape::Close,
        '«' | '《' | '⟪' | '≪' | '︽' => Shape::DoubleOpen,
        '»' | '》' | '⟫' | '≫' | '︾' => Shape::DoubleClose,
        '［' | '【' | '〔' | '⟦' | '❲' | '﹇' | '⁅' | '〚' | '〖' | '﹝' => {
            Shape::BracketOpen
        }
        '］' | '】' | '〕' | '⟧' | '❳' | '﹈' | '⁆' | '〛' | '〗' | '﹞' => {
            Shape::BracketClose
        }
        _ => return None,
    })
}

fn wide_shape(c: char) -> Shape {
    if let Some(shape) = bracket_shape(c) {
        return shape;
    }
    match c {
        '／' | '⁄' | '∕' | '⧸' | '╱' | '⟋' | '㇓' | '〳' | 'ノ' | '⼃' | '丿' | '＼' | '﹨'
        | '∖' | '⧵' | '⧹' | '⟍' | '╲' | '᜵' | '⁁' | 'Ⳇ' | '𝈺' | '⫽' | '⫻' => {
            Shape::Slash
        }
        '｜' | 'ǀ' | '∣' | '│' | '┃' | '¦' | '￤' | '❘' | '❙' | '❚' | '⏐' | '︱' | '￨' | '׀'
        | '⎮' | '‖' | '∥' | '⼁' | '┆' | '┇' | '┊' | '┋' | '║' | '⎥' | '⎢' | '।' | '｠' | '⏽' => {
            Shape::Pipe
        }
        '＿'
        | '▁'
        | '‿'
        | '⁀'
        | '﹍'..='﹏'
        | '︳'
        | '︴'
        | '‐'..='―'
        | '−'
        | '－'
        | '﹣'
        | '﹘'
        | '⁃'
        | '˗'
        | '·'
        | '・'
        | '．'
        | '﹒'
        | '․'
        | '‧'
        | '∙'
        | '⋅'
        | '•'
        | '֊'
        | '־'
        | '⸺'
        | '⸻'
        | '─'
        | '━'
        | 'ー'
        | 'ˍ'
        | '。'
        | '｡'
        | '᠆'
        | '➖'
        | '\u{1400}' => Shape::Joint,
        '：' | '﹕' | '︓' | 'ː' | '˸' | '∶' | '꞉' | '։' | '׃' | 'ꓽ' | '⁚' | '܃' | '܄' | '᠃'
        | 'ः' | '᛬' | '︰' => Shape::Colon,
        '＝' | '﹦' | '═' | '꓿' | '゠' => Shape::Equals,
        '＂' | '“' | '”' | '„' | '‟' | '″' | '＇' | '‘' | '’' | '‛' | '′' => {
            Shape::Quote
        }
        _ if is_invisible(c) || is_combining_mark(c) => Shape::Nothing,
        _ if c.is_whitespace() => Shape::Space,
        _ if c.is_alphanumeric() || boxed_letter(c).is_some() => Shape::Letter,
        _ => Shape::Other,
    }
}

/// Whether a tag or a token can begin with this character.
fn is_opener(c: char) -> bool {
    matches!(c, '<' | '[')
        || (!c.is_ascii()
            && matches!(bracket_shape(c), Some(shape) if shape.opens() || shape == Shape::BracketOpen))
}

/// Whether a character with which a tag or a token can begin has this as its first byte.
fn may_open(byte: u8) -> bool {
    matches!(byte, b'<' | b'[' | 0xC2 | 0xCB | 0xE1..=0xE3 | 0xEA | 0xEF | 0xF0)
}

/// Calls `found` with the place of every character in `text[from..to]` with which a tag or a token can
/// begin. Both ends are boundaries of characters.
pub(super) fn openers(text: &str, from: usize, to: usize, found: &mut dyn FnMut(usize)) {
    let Some(window) = text.get(from..to) else {
        return;
    };
    if window.is_ascii() {
        memchr2_iter(b'<', b'[', window.as_bytes()).for_each(|at| found(from + at));
        return;
    }
    let bytes = window.as_bytes();
    let mut at = 0;
    loop {
        // Blocks without an early exit inside are turned into vector instructions.
        let plain = |byte: u8| byte.is_ascii() && byte != b'<' && byte != b'[';
        while bytes
            .get(at..at + 16)
            .is_some_and(|block| block.iter().fold(true, |all, byte| all & plain(*byte)))
        {
            at += 16;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(next) = rest.iter().position(|byte| may_open(*byte)) else {
            return;
        };
        at += next;
        let Some(c) = window.get(at..).and_then(|rest| rest.chars().next()) else {
            return;
        };
        if is_opener(c) {
            found(from + at);
        }
        at += c.len_utf8();
    }
}

/// A character of text with its place and class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) at: usize,
    pub(super) char: char,
    /// The character in its narrow form, if it is a wide or small form of an ASCII character.
    pub(super) sign: char,
    pub(super) shape: Shape,
}

/// The visible characters of `text` from byte `from` on.
pub(super) fn glyphs(text: &str, from: usize) -> impl Iterator<Item = Glyph> + Clone + '_ {
    text.get(from..).unwrap_or_default().char_indices().filter_map(move |(at, char)| {
        let shape = shape(char);
        (shape != Shape::Nothing).then(|| Glyph { at: from + at, char, sign: narrow(char), shape })
    })
}

fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFF01 + 0x21).unwrap_or(c),
        '\u{FE50}'..='\u{FE6B}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        '、' => ',',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_opener, may_open};

    #[test]
    fn every_opener_is_found_by_its_first_byte() {
        for c in '\0'..=char::MAX {
            let mut buffer = [0; 4];
            let first = c.encode_utf8(&mut buffer).as_bytes()[0];
            assert!(may_open(first) || !is_opener(c), "{c:?}");
        }
    }
}
