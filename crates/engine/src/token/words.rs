//! Splits text into the words within which tokens are formed.
//!
//! Owns a quick way through ASCII, the letters of Western Europe and the punctuation of typesetting for
//! `o200k_base`: the published pattern, read off as a walk over bytes. Splitting goes from left to right
//! without looking back, so any single word may be found either way; wherever another character takes
//! part, the library's pattern decides. It must never find another word than the pattern does.
//!
//! The pattern's alternatives, in their order: letters (capitals, then small ones) with one character
//! before them that is neither letter, digit nor line break, and a contraction behind; one to three
//! digits; marks with one space before and line breaks or `/` behind; white space that ends in a line
//! break; white space at the end; white space but for its last character; white space.

/// The end of the first word, or nothing where a character takes part that is not decided here. Linear in
/// the word's bytes.
pub(super) fn quick_word(text: &[u8]) -> Option<usize> {
    let (first, length) = char_at(text, 0);
    let (second, _) = char_at(text, length);
    match (first, second) {
        (LETTER | CAPITAL, _) => letters(text, 0),
        (DIGIT, _) => digits(text),
        (MARK, LETTER | CAPITAL) => letters(text, length),
        (SPACE, LETTER | CAPITAL) if !is_break(*text.first()?) => letters(text, 1),
        (MARK, _) => marks(text, 0),
        (SPACE, MARK) if text.first() == Some(&b' ') => marks(text, 1),
        (SPACE, _) => spaces(text),
        _ => None,
    }
}

const LETTER: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;
const SPACE: u8 = 8;
const MARK: u8 = 16;
/// Not to be decided here.
const OTHER: u8 = 32;

/// The class of each byte.
const CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut at = 0;
    while at < 128 {
        classes[at] = match at as u8 {
            b'a'..=b'z' => LETTER,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b'\t'..=b'\r' | b' ' => SPACE,
            _ => MARK,
        };
        at += 1;
    }
    classes
};

/// The class of the character at a place, and its bytes; behind the end there is none.
fn char_at(text: &[u8], at: usize) -> (u8, usize) {
    let Some(byte) = text.get(at) else { return (0, 0) };
    match CLASSES[usize::from(*byte)] {
        OTHER => wide(text.get(at..).unwrap_or_default()),
        class => (class, 1),
    }
}

/// The same beyond ASCII: the letters of Latin-1, and dashes, quotation marks, bullets and dots.
#[cold]
fn wide(text: &[u8]) -> (u8, usize) {
    match text {
        // U+00C0 to U+00FF, but for the signs of multiplication and division.
        [0xC3, 0x80..=0x96 | 0x98..=0x9E, ..] => (CAPITAL, 2),
        [0xC3, 0x9F..=0xB6 | 0xB8..=0xBF, ..] => (LETTER, 2),
        // U+2010 to U+2027.
        [0xE2, 0x80, 0x90..=0xA7, ..] => (MARK, 3),
        _ => (OTHER, 1),
    }
}

/// Where the characters of the classes end, or nothing where they go on with one not decided here.
fn run(text: &[u8], from: usize, classes: u8) -> Option<usize> {
    let mut at = from;
    loop {
        match char_at(text, at) {
            (class, length) if class & classes != 0 => at += length,
            (OTHER, _) => return None,
            _ => return Some(at),
        }
    }
}

fn letters(text: &[u8], from: usize) -> Option<usize> {
    // Most words are small letters of ASCII, with something behind them that is plainly no part of it.
    let end = small(text, from);
    let open = |byte: &u8| *byte == b'\'' || CLASSES[usize::from(*byte)] & (LETTER | OTHER) != 0;
    if end == from || text.get(end).is_some_and(open) {
        return all_letters(text, from);
    }
    Some(end)
}

/// The same, whatever the letters are. A function of its own, so that the short way stays short.
#[inline(never)]
fn all_letters(text: &[u8], from: usize) -> Option<usize> {
    let capitals = run(text, from, CAPITAL)?;
    contraction(text, run(text, small(text, capitals), LETTER)?)
}

/// Where the small letters of ASCII end, or a place before that: eight bytes are looked at together.
fn small(text: &[u8], from: usize) -> usize {
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    // What carries a byte from `a` on, and one behind `z`, into its highest bit.
    const FROM: u64 = u64::from_ne_bytes([0x80 - b'a'; 8]);
    const BEHIND: u64 = u64::from_ne_bytes([0x7F - b'z'; 8]);
    let mut at = from;
    while let Some(block) = text.get(at..).and_then(|rest| rest.first_chunk()) {
        let bytes = u64::from_le_bytes(*block);
        let low = bytes & !HIGH;
        let others = (!(low + FROM) | (low + BEHIND) | bytes) & HIGH;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at
}

/// `'s`, `'t`, `'m`, `'d`, `'re`, `'ve`, `'ll` behind letters, in capitals or not. Beyond ASCII there is
/// a long s, which counts as one.
fn contraction(text: &[u8], at: usize) -> Option<usize> {
    if text.get(at) != Some(&b'\'') {
        return Some(at);
    }
    let small = |at: usize| text.get(at).map(u8::to_ascii_lowercase);
    Some(match (small(at + 1), small(at + 2)) {
        (Some(b's' | b't' | b'm' | b'd'), _) => at + 2,
        (Some(b'r' | b'v'), Some(b'e')) | (Some(b'l'), Some(b'l')) => at + 3,
        _ if char_at(text, at + 1).0 == OTHER => return None,
        _ => at,
    })
}

fn digits(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    while at < 3 && char_at(text, at).0 == DIGIT {
        at += 1;
    }
    (at == 3 || char_at(text, at).0 != OTHER).then_some(at)
}

fn marks(text: &[u8], from: usize) -> Option<usize> {
    let mut at = run(text, from, MARK)?;
    while matches!(text.get(at), Some(b'\r' | b'\n' | b'/')) {
        at += 1;
    }
    Some(at)
}

fn spaces(text: &[u8]) -> Option<usize> {
    let end = run(text, 0, SPACE)?;
    let last_break = text.get(..end)?.iter().rposition(|byte| is_break(*byte));
    Some(match last_break {
        Some(at) => at + 1,
        None if end == text.len() || end == 1 => end,
        None => end - 1,
    })
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}
