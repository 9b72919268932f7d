//! The form in which phrases and regular expressions of a gate see a message.
//!
//! Owns one function from text to text. Two spellings that a reader cannot tell apart (composed and
//! decomposed, wide and narrow, upper and lower, with or without invisible characters) have the same
//! normal form. It must never drop a visible letter.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::text::letters::{is_invisible, is_overlay};

/// The normal form: NFKC, lower case, no invisible characters and no overlays, straight quotes, every
/// run of white space one space, no white space at either end. Idempotent; linear time.
#[must_use]
pub fn normal(text: &str) -> String {
    let mut out = Line { text: String::with_capacity(text.len()), gap: false };
    let mut rest = text;
    while !rest.is_empty() {
        let easy = |byte: &u8| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r');
        let count = rest.bytes().take_while(easy).count();
        // Something may hang on the last of them.
        let alone = if count == rest.len() { count } else { count.saturating_sub(1) };
        let (alone, behind) = rest.split_at(alone);
        out.words(alone);
        rest = out.one(behind);
    }
    out.text
}

/// A word without what only case and width tell apart: NFKC and small letters. Unlike [`normal`] it drops
/// nothing: a word that is struck through is another word.
pub(crate) fn folded(word: &str) -> String {
    let mut small = String::with_capacity(word.len());
    for c in word.nfkc() {
        match c {
            'ß' | 'ẞ' => small.push_str("ss"),
            'ς' => small.push('σ'),
            'İ' => small.push('i'),
            _ => small.extend(c.to_lowercase()),
        }
    }
    small.nfkc().collect()
}

/// Folds a text until nothing changes: lowering a letter can leave a sequence that composes again. Two
/// passes are enough for nearly all text; the bound is never reached.
fn fold(text: &str) -> String {
    let mut form = pass(text);
    for _ in 0..6 {
        let next = pass(&form);
        if next == form {
            break;
        }
        form = next;
    }
    form
}

fn pass(text: &str) -> String {
    let unified: String = text.chars().filter(|c| !is_invisible(*c)).map(unify).collect();
    let mut folded = String::with_capacity(unified.len());
    let mut last = ' ';
    for c in unified.nfkc() {
        let struck = is_overlay(c)
            && (last.is_alphanumeric() || last.is_whitespace() || is_combining_mark(last));
        if is_invisible(c) || struck {
            continue;
        }
        last = c;
        match c {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ς' => folded.push('σ'),
            'İ' => folded.push('i'),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded.nfkc().collect()
}

fn is_plain(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' '..='~' | '–' | '—')
}

/// Quotes of every shape as the straight ones, before NFKC takes some of them apart.
fn unify(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        '‘' | '’' | '‚' | '‛' | '′' | '´' | '‹' | '›' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | '＇' | '՚'
        | 'ꞌ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '〝' | '〞' | '＂' => '"',
        _ => c,
    }
}

/// Text whose runs of white space are one space each.
struct Line {
    text: String,
    gap: bool,
}

impl Line {
    /// Takes in printed ASCII and the white space that stands in it.
    fn words(&mut self, text: &str) {
        let (Some(first), Some(last)) = (text.bytes().next(), text.bytes().last()) else { return };
        self.gap |= first.is_ascii_whitespace();
        for word in text.split_ascii_whitespace() {
            self.end_gap();
            let begin = self.text.len();
            self.text.push_str(word);
            self.text[begin..].make_ascii_lowercase();
            self.gap = true;
        }
        self.gap = last.is_ascii_whitespace();
    }

    /// Takes in the first character, if there is one; gives what stands behind it. A plain character
    /// composes with nothing before it: with what hangs on it, it is folded by itself, and where nothing
    /// does, there is nothing to fold.
    fn one<'t>(&mut self, text: &'t str) -> &'t str {
        let mut chars = text.char_indices();
        let Some((_, first)) = chars.next() else { return text };
        let end = chars.find(|(_, c)| is_plain(unify(*c))).map_or(text.len(), |(at, _)| at);
        let (own, behind) = text.split_at(end);
        match unify(first) {
            c if is_plain(c) && own.len() == first.len_utf8() => self.push(c.to_ascii_lowercase()),
            _ => self.fold(own),
        }
        behind
    }

    fn fold(&mut self, text: &str) {
        fold(text).chars().for_each(|c| self.push(c));
    }

    fn push(&mut self, c: char) {
        if c == ' ' || c.is_whitespace() {
            self.gap = true;
            return;
        }
        self.end_gap();
        self.text.push(c);
    }

    fn end_gap(&mut self) {
        if std::mem::take(&mut self.gap) && !self.text.is_empty() {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Line, fold, normal};

    /// What is hard: marks, overlays, invisible characters, wide and composed letters, white space.
    const HARD: &str = "[aEIszkK1 \\t\\n\u{b}'’“–—.\u{7}\u{85}\u{a0}\u{b4}\u{300}\u{301}\u{307}\u{327}\u{338}\u{345}\u{ad}\u{200b}\u{200d}ßẞςΣσİıŉǅéÅΩΐﬁ①Ａ゛か\u{3099}가\u{1100}\u{1161}\u{11a8}क\u{93c}]{0,24}";

    proptest! {
        #[test]
        fn folding_in_pieces_is_folding_as_a_whole(text in prop_oneof![HARD, ".{0,24}"]) {
            let mut whole = Line { text: String::new(), gap: false };
            whole.fold(&text);
            prop_assert_eq!(normal(&text), whole.text);
        }

        #[test]
        fn folding_again_changes_nothing(text in prop_oneof![HARD, ".{0,24}"]) {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once.clone());
            prop_assert_eq!(fold(&once), once);
        }
    }
}
