//! A rule as sentences of tokens.
//!
//! Owns which characters a rule may be made of, and where its words and sentences end. It must
//! never leave a visible character out, except the punctuation named here, nor let an invisible one
//! pass.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use super::MAX_CHARS;
use crate::text::letters::{is_break, is_invisible, is_overlay, is_unspaced};
use crate::text::normal::normal;

/// The rule itself, if its length and its characters allow looking at it.
///
/// # Errors
/// The reason for dropping it.
pub(super) fn admissible(rule: &str) -> Result<&str, &'static str> {
    if rule.chars().nth(MAX_CHARS).is_some() {
        return Err("too long");
    }
    let mut before = ' ';
    for c in rule.chars() {
        if is_break(c) {
            return Err("more than one line");
        }
        if is_overlay(c) || (is_invisible(c) && !joins(before, c)) {
            return Err("hidden characters");
        }
        before = c;
    }
    Ok(rule)
}

/// Whether an invisible character belongs to the spelling: joiners between letters of Arabic and
/// Indic scripts, and the sign that asks for the coloured shape of a face or heart.
fn joins(before: char, c: char) -> bool {
    match c {
        '\u{200C}' | '\u{200D}' => matches!(before.script(), Script::Arabic | Script::Devanagari),
        '\u{FE0F}' => is_friendly(before),
        _ => false,
    }
}

/// The words and signs of each sentence, in the form that the grammars use. A sentence without
/// words is left out; a character that no preference needs becomes a token that no grammar knows.
pub(super) fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut sentences = Vec::new();
    let mut current = Vec::new();
    let mut word = String::new();
    let mut before = ' ';
    let text = normal(text);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        // A semicolon inside a word, as in tl;dr, ends nothing.
        let inside = c == ';'
            && before.is_alphanumeric()
            && rest.clone().next().is_some_and(char::is_alphanumeric);
        // A hyphen behind a space is a dash: what follows it is not part of what stands before.
        let dash = before == ' ' && matches!(c, '-' | '‐' | '‑');
        before = c;
        if is_unspaced(c) {
            end_word(&mut word, &mut current);
            current.push(c.to_string());
        } else if c.is_alphanumeric() || is_combining_mark(c) {
            word.push(c);
        } else {
            end_word(&mut word, &mut current);
            match c {
                _ if dash => push_once(&mut current, ","),
                _ if inside => {}
                '.' if current.last().is_some_and(|last| is_title(last)) => {}
                '.' | '!' | '?' | ';' | '।' | '؟' | '؛' | '。' | '｡' => {
                    end_sentence(&mut current, &mut sentences);
                }
                ' ' | '\'' | '-' | '‐' | '‑' | '°' | '~' | '¡' | '¿' => {}
                ',' | '、' | '،' | '(' | ')' | '–' | '—' | '・' => {
                    push_once(&mut current, ",");
                }
                '/' | ':' | '"' | '&' | '+' => push_once(&mut current, c.encode_utf8(&mut [0; 4])),
                '「' | '」' | '『' | '』' => push_once(&mut current, "\""),
                _ if is_friendly(c) => push_once(&mut current, ","),
                _ => current.push(c.to_string()),
            }
        }
    }
    end_word(&mut word, &mut current);
    end_sentence(&mut current, &mut sentences);
    sentences
}

/// The words of the rule that begin with a capital letter, in the form of tokens.
pub(super) fn capitals(rule: &str) -> Vec<String> {
    rule.split(|c: char| !(c.is_alphanumeric() || is_combining_mark(c)))
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .map(|word| fold(&normal(word)))
        .collect()
}

/// A word without the marks that people leave out when they type: accents, vowel points, and the
/// letters that stand for one another in Arabic, Turkish, Polish and French.
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_string();
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{655}' | '\u{670}' | '\u{93C}' => {}
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'œ' => folded.push_str("oe"),
            'ى' => folded.push('ي'),
            'ة' => folded.push('ه'),
            _ => folded.push(c),
        }
    }
    folded
}

fn end_word(word: &mut String, current: &mut Vec<String>) {
    if !word.is_empty() {
        current.push(fold(word));
        word.clear();
    }
}

fn end_sentence(current: &mut Vec<String>, sentences: &mut Vec<Vec<String>>) {
    while current.last().is_some_and(|last| last == ",") {
        current.pop();
    }
    if current.first().is_some_and(|first| first == ",") {
        current.remove(0);
    }
    if !current.is_empty() {
        sentences.push(std::mem::take(current));
    }
}

fn push_once(current: &mut Vec<String>, sign: &str) {
    if current.last().is_none_or(|last| last != sign) {
        current.push(sign.to_string());
    }
}

/// Abbreviations whose full stop ends no sentence.
fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "sr" | "sra" | "dott")
}

/// Faces and signs that people put behind a wish, and that say nothing of their own.
fn is_friendly(c: char) -> bool {
    matches!(
        c,
        '😊' | '🙂'
            | '😀'
            | '😃'
            | '😄'
            | '😁'
            | '😉'
            | '😅'
            | '❤'
            | '👍'
            | '🙏'
            | '✨'
            | '☺'
    )
}
