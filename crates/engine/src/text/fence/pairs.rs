//! The first two letters of words, by which most lines are told to be no headers.
//!
//! Owns a table of letter pairs. It answers for ASCII only, and only with "no" or "perhaps".

/// A set of pairs of ASCII letters, as keys have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs([u32; 26]);

impl Pairs {
    /// The first pairs of keys.
    pub(super) fn new<'a>(keys: impl Iterator<Item = &'a str>) -> Self {
        let mut pairs = Self::default();
        for key in keys {
            if let [first, second, ..] = key.as_bytes()
                && let Some(row) = pairs.0.get_mut(usize::from(first.wrapping_sub(b'a')))
                && second.is_ascii_lowercase()
            {
                *row |= 1 << (second - b'a');
            }
        }
        pairs
    }

    fn has(&self, first: u8, second: u8) -> bool {
        let row = self.0.get(usize::from(first.wrapping_sub(b'a')));
        row.is_some_and(|row| row & (1 << (second.wrapping_sub(b'a') & 31)) != 0)
    }
}

/// How a line's first word begins: its first two letters, if both are of ASCII, and nothing in front
/// of them needs a closer look.
pub(super) fn first_pair(line: &str) -> Option<(u8, u8)> {
    let bytes = line.as_bytes();
    let at = bytes
        .iter()
        .position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii() || *byte == b'[')?;
    match bytes.get(at..)? {
        [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
            Some((*first, *second))
        }
        _ => None,
    }
}

/// Whether a word that begins so may be one of `any`, or, in capitals, one of `shouted`.
pub(super) fn may_begin((first, second): (u8, u8), any: &Pairs, shouted: &Pairs) -> bool {
    let fold = |byte: u8| match byte.to_ascii_lowercase() {
        b'i' => b'l',
        other => other,
    };
    let capital = first.is_ascii_uppercase() && second.is_ascii_uppercase();
    let (first, second) = (fold(first), fold(second));
    // Roman numbers may be those of a list.
    let roman = |byte: u8| b"lvxc".contains(&byte);
    (roman(first) && roman(second))
        || any.has(first, second)
        || (capital && shouted.has(first, second))
}
