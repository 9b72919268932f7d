//! Splits text into the words within which tokens are formed.
//!
//! Owns a quick way through ASCII for `o200k_base`: the published pattern, read off as a walk over
//! bytes. Splitting goes from left to right without looking back, so any single word may be found
//! either way; wherever a byte beyond ASCII takes part, the library's pattern decides. It must never
//! find another word than the pattern does.
//!
//! The pattern's alternatives, in their order: letters (capitals, then small ones) with one character
//! before them that is neither letter, digit nor line break, and a contraction behind; one to three
//! digits; marks with one space before and line breaks or `/` behind; white space that ends in a line
//! break; white space at the end; white space but for its last character; white space.

/// The end of the first word, or nothing where a byte beyond ASCII takes part. Linear in the word's
/// bytes.
pub(super) fn ascii_word(text: &[u8]) -> Option<usize> {
    let first = *text.first()?;
    match class(text, 0) {
        LETTER | CAPITAL => letters(text, 0),
        DIGIT => digits(text),
        MARK => match class(text, 1) {
            LETTER | CAPITAL => letters(text, 1),
            _ => marks(text, 0),
        },
        SPACE => match class(text, 1) {
            LETTER | CAPITAL if !is_break(first) => letters(text, 1),
            MARK if first == b' ' => marks(text, 1),
            _ => spaces(text),
        },
        _ => None,
    }
}

const LETTER: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;
const SPACE: u8 = 8;
const MARK: u8 = 16;
/// Beyond ASCII: not to be decided here.
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

/// The class of a byte; behind the end there is none.
fn class(text: &[u8], at: usize) -> u8 {
    text.get(at).map_or(0, |byte| CLASSES[usize::from(*byte)])
}

/// Where the bytes of the classes end, or nothing where they go on beyond ASCII.
fn run(text: &[u8], from: usize, classes: u8) -> Option<usize> {
    let mut at = from;
    while class(text, at) & classes != 0 {
        at += 1;
    }
    (class(text, at) != OTHER).then_some(at)
}

fn letters(text: &[u8], from: usize) -> Option<usize> {
    let capitals = run(text, from, CAPITAL)?;
    contraction(text, run(text, capitals, LETTER)?)
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
        _ if class(text, at + 1) == OTHER => return None,
        _ => at,
    })
}

fn digits(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    while at < 3 && class(text, at) == DIGIT {
        at += 1;
    }
    (at == 3 || class(text, at) != OTHER).then_some(at)
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
