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
    // Neither composition nor lower case has anything to do where all is ASCII but for quotes and
    // dashes.
    if text.chars().all(|c| is_plain(unify(c))) {
        let seen = text.chars().filter(|c| !is_invisible(*c));
        return collapse(seen.map(|c| unify(c).to_ascii_lowercase()));
    }
    // Lowering a letter can leave a sequence that composes again, so the pass is repeated until
    // nothing changes. Two passes are enough for nearly all text; the bound is never reached.
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
    collapse(folded.nfkc())
}

fn is_plain(c: char) -> bool {
    c.is_ascii() || matches!(c, '–' | '—')
}

/// Quotes of every shape as the straight ones, before NFKC takes some of them apart.
fn unify(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '´' | '‹' | '›' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | '＇' | '՚'
        | 'ꞌ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '〝' | '〞' | '＂' => '"',
        _ => c,
    }
}

fn collapse(chars: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut gap = false;
    for c in chars {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
    out
}
