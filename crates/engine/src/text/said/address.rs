//! Web addresses in a text.
//!
//! Owns what an address is: what begins with `http://`, `https://` or `www.`; and how it is taken out of
//! its sentence. Names such as `Node.js`, bare domains and e-mail addresses read as words and stay in
//! their sentence. It must never change an address.

use std::ops::Range;

use super::line::{is_end, is_picture, is_stop};
use crate::text::letters::is_unspaced;

const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// What may stand on both sides of an address and only shows where it begins and ends.
const PAIRS: [(char, char); 13] = [
    ('(', ')'),
    ('[', ']'),
    ('<', '>'),
    ('*', '*'),
    ('_', '_'),
    ('`', '`'),
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('„', '“'),
    ('«', '»'),
    ('（', '）'),
    ('「', '」'),
];

/// The places of all addresses, in order. Linear in the text.
#[must_use]
pub fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = next(text, from) {
        let length = length(text.get(at..).unwrap_or_default());
        if length > 0 {
            found.push(at..at + length);
        }
        // Every beginning has more than three bytes of ASCII.
        from = at + length.max(4);
    }
    found
}

/// Whether a text is an address and nothing else.
#[must_use]
pub fn is_one(text: &str) -> bool {
    let text = text.trim();
    addresses(text).first().is_some_and(|first| *first == (0..text.len()))
}

/// A text whose addresses stand by themselves: the parts, in order, each with whether it is an address.
/// Brackets and quotes right around an address, the marks of a Markdown link, and stops that joined it
/// to its sentence are left out; `?` and `!` go to the part in front of it.
#[must_use]
pub fn apart(text: &str) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut rest = 0;
    let found = addresses(text);
    for (at, range) in found.iter().enumerate() {
        let mut before = text.get(rest..range.start).unwrap_or_default().to_owned();
        let until = found.get(at + 1).map_or(text.len(), |next| next.start);
        let mut after = text.get(range.end..until).unwrap_or_default();
        bare(&mut before, &mut after);
        let end = after.find(|c: char| !is_end(c) && !matches!(c, ',' | ';' | ':'));
        let (marks, behind) = after.split_at(end.unwrap_or(after.len()));
        rest = until - behind.len();
        let before = before.trim();
        if !is_nothing(before) {
            let marks: String = marks.chars().filter(|c| is_end(*c) && !is_stop(*c)).collect();
            let lead = if marks.is_empty() {
                before
            } else {
                before.trim_end_matches(|c: char| {
                    matches!(c, ':' | ',' | ';' | '–' | '—' | '-') || c.is_whitespace()
                })
            };
            parts.push((format!("{lead}{marks}"), false));
        }
        parts.push((text.get(range.clone()).unwrap_or_default().to_owned(), true));
    }
    let last = text.get(rest..).unwrap_or_default().trim();
    if !is_nothing(last) {
        parts.push((last.to_owned(), false));
    }
    parts
}

/// Takes away what stands right around an address, on both sides.
fn bare(before: &mut String, after: &mut &str) {
    if before.ends_with("](") && after.starts_with(')') {
        before.truncate(before.len() - 2);
        if let Some(open) = before.rfind('[') {
            before.remove(open);
        }
        *after = after.get(1..).unwrap_or_default();
    }
    while let (Some(open), Some(close)) = (before.chars().next_back(), after.chars().next()) {
        if !PAIRS.contains(&(open, close)) {
            break;
        }
        before.pop();
        *after = after.get(close.len_utf8()..).unwrap_or_default();
    }
}

/// Whether a part says nothing: neither a word nor a picture.
fn is_nothing(part: &str) -> bool {
    !part.chars().any(|c| c.is_alphanumeric() || is_picture(c))
}

/// Where the next address may begin.
fn next(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(rest) = text.get(at..) {
        let found = rest.bytes().position(|byte| matches!(byte | 0x20, b'h' | b'w'));
        let here = at + found?;
        let boundary = text
            .get(..here)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|c| !c.is_alphanumeric() || is_unspaced(c));
        let begins = |word: &str| {
            let head = text.get(here..here + word.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        if boundary && BEGINNINGS.iter().any(|word| begins(word)) {
            return Some(here);
        }
        at = here + 1;
    }
    None
}

/// The length of the address that a text begins with; 0 where nothing stands behind the beginning.
fn length(text: &str) -> usize {
    let is_part = |c: char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(
                c,
                '<' | '>'
                    | '"'
                    | '`'
                    | '“'
                    | '”'
                    | '„'
                    | '«'
                    | '»'
                    | '「'
                    | '」'
                    | '『'
                    | '』'
                    | '《'
                    | '》'
                    | '【'
                    | '】'
                    | '（'
                    | '）'
                    | '、'
                    | '，'
                    | '；'
                    | '：'
            )
            && !matches!(c, '。' | '｡' | '．' | '！' | '？' | '؟' | '۔' | '।')
    };
    let mut body = text.get(..text.find(|c| !is_part(c)).unwrap_or(text.len())).unwrap_or(text);
    let count = |c: char| i64::try_from(body.matches(c).count()).unwrap_or(i64::MAX);
    let mut round = count('(') - count(')');
    let mut square = count('[') - count(']');
    let mut curly = count('{') - count('}');
    while let Some(last) = body.chars().next_back() {
        let loose = |open: &mut i64| {
            let loose = *open < 0;
            *open += i64::from(loose);
            loose
        };
        let outside = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '…' => true,
            ')' => loose(&mut round),
            ']' => loose(&mut square),
            '}' => loose(&mut curly),
            _ => false,
        };
        if !outside {
            break;
        }
        body = body.get(..body.len() - last.len_utf8()).unwrap_or_default();
    }
    let begun = BEGINNINGS
        .iter()
        .find(|word| body.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
    let host = begun.and_then(|word| Some((word, body.get(word.len()..)?)));
    let whole = host.is_some_and(|(word, host)| {
        let begins = host.starts_with(char::is_alphanumeric) || host.starts_with('[');
        begins && (*word != "www." || host.contains('.'))
    });
    if whole { body.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_its_sentence_goes_on() {
        let cases: [(&str, &[&str]); 11] = [
            ("Look at https://a.example/b.", &["https://a.example/b"]),
            ("(https://a.example/b_(c)), then", &["https://a.example/b_(c)"]),
            ("HTTPS://A.example?x=1&y=2!", &["HTTPS://A.example?x=1&y=2"]),
            ("www.a.example, http://b.example:80/", &["www.a.example", "http://b.example:80/"]),
            ("<https://a.example>", &["https://a.example"]),
            ("看https://a.example/路。好", &["https://a.example/路"]),
            ("看 https://a.example/路。好", &["https://a.example/路"]),
            ("xhttps://a.example awww.b.c", &[]),
            ("https:// and www. and www.x", &[]),
            ("Node.js, a@b.example, booking.example", &[]),
            ("**https://a.example**", &["https://a.example"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = addresses(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn an_address_stands_by_itself() {
        let cases: [(&str, &[&str]); 10] = [
            ("Look: https://a.example", &["Look:", "https://a.example"]),
            ("See https://a.example for more", &["See", "https://a.example", "for more"]),
            (
                "Have you seen this: https://a.example?",
                &["Have you seen this?", "https://a.example"],
            ),
            ("It is [our site](https://a.example).", &["It is our site", "https://a.example"]),
            ("It is here (https://a.example).", &["It is here", "https://a.example"]),
            ("https://a.example, https://b.example", &["https://a.example", "https://b.example"]),
            ("👉 https://a.example", &["👉", "https://a.example"]),
            ("- **https://a.example**", &["https://a.example"]),
            ("https://a.example!", &["https://a.example"]),
            ("nothing", &["nothing"]),
        ];
        for (text, expected) in cases {
            let parts = apart(text);
            let texts: Vec<&str> = parts.iter().map(|(text, _)| text.as_str()).collect();
            assert_eq!(texts, expected, "{text}");
            assert!(parts.iter().all(|(text, own)| *own == is_one(text)), "{parts:?}");
        }
    }
}
