//! What a character can stand for in a tag or a token.
//!
//! Owns the classes of characters: everything that may be taken for `<`, `/`, `|`, `[`, `:` and so
//! on, in any width, script or style. It knows nothing of names and of what is untrusted.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::letters::{boxed_letter, is_invisible};

/// What a character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
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

/// The class of a character.
pub fn shape(c: char) -> Shape {
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

fn wide_shape(c: char) -> Shape {
    match c {
        '＜' | '﹤' | '〈' | '⟨' | '\u{2329}' | '‹' | '˂' | '❮' | '❬' | '❰' | '⧼' | 'ᐸ' | '⦑'
        | '︿' | '\u{1D236}' | '≺' | '𖼆' | '⪡' | '⸤' | '꜀' | '⋖' | '≮' => {
            Shape::Open
        }
        '＞' | '﹥' | '〉' | '⟩' | '\u{232A}' | '›' | '˃' | '❯' | '❭' | '❱' | '⧽' | 'ᐳ' | '⦒'
        | '﹀' | '\u{1D237}' | '≻' | '𖼿' | '⪢' | '⋗' | '≯' | '➤' => Shape::Close,
        '«' | '《' | '⟪' | '≪' | '︽' => Shape::DoubleOpen,
        '»' | '》' | '⟫' | '≫' | '︾' => Shape::DoubleClose,
        '／' | '⁄' | '∕' | '⧸' | '╱' | '⟋' | '㇓' | '〳' | 'ノ' | '⼃' | '丿' | '＼' | '﹨'
        | '∖' | '⧵' | '⧹' | '⟍' | '╲' | '᜵' | '⁁' | 'Ⳇ' | '𝈺' | '⫽' | '⫻' => {
            Shape::Slash
        }
        '｜' | 'ǀ' | '∣' | '│' | '┃' | '¦' | '￤' | '❘' | '❙' | '❚' | '⏐' | '︱' | '￨' | '׀'
        | '⎮' | '‖' | '∥' | '⼁' | '┆' | '┇' | '┊' | '┋' | '║' | '⎥' | '⎢' | '।' | '｠' | '⏽' => {
            Shape::Pipe
        }
        '［' | '【' | '〔' | '⟦' | '❲' | '﹇' | '⁅' | '〚' | '〖' | '﹝' => {
            Shape::BracketOpen
        }
        '］' | '】' | '〕' | '⟧' | '❳' | '﹈' | '⁆' | '〛' | '〗' | '﹞' => {
            Shape::BracketClose
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
pub fn is_opener(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '<' | '[');
    }
    matches!(
        wide_shape(c),
        Shape::Open | Shape::DoubleOpen | Shape::BracketOpen
    )
}

/// A character of text with its place and class.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    pub at: usize,
    pub char: char,
    /// The character in its narrow form, if it is a wide or small form of an ASCII character.
    pub sign: char,
    pub shape: Shape,
}

/// The visible characters of `text` from byte `from` on.
pub fn glyphs(text: &str, from: usize) -> impl Iterator<Item = Glyph> + Clone + '_ {
    text.get(from..)
        .unwrap_or_default()
        .char_indices()
        .filter_map(move |(at, char)| {
            let shape = shape(char);
            (shape != Shape::Nothing).then(|| Glyph {
                at: from + at,
                char,
                sign: narrow(char),
                shape,
            })
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
