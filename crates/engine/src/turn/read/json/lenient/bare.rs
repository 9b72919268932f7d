//! Values and names without quotes.
//!
//! Owns where a bare word ends and what it stands for. It must never make a number of what is none.

use serde_json::Value as Json;

use super::text::is_quote;
use super::{CUT, Lenient, Place};
use crate::turn::read::json::strict::unheld;
use crate::turn::read::json::{Broken, number};
use crate::turn::read::notes::{Path, excerpt};

impl Lenient<'_, '_> {
    /// A name without quotes: up to a colon, or what ends a field.
    pub(super) fn bare_name(&mut self, path: &Path<'_>) -> String {
        let from = self.at;
        while let Some(letter) = self.peek() {
            let ends = matches!(letter, ':' | '：' | '=' | ',' | '{' | '}' | '[' | ']' | '\n')
                || is_quote(letter);
            if ends {
                break;
            }
            self.next();
        }
        let name = self.text.get(from..self.at).unwrap_or_default().trim().to_owned();
        if matches!(self.peek(), Some(':' | '：' | '=')) {
            let note = format!("the name `{}` stands without quotes", excerpt(&name));
            self.note("json.bare", &Path::Field(path, &name), note);
        }
        name
    }

    /// A value without quotes.
    pub(super) fn bare(&mut self, place: Place, path: &Path<'_>) -> Result<Json, Broken> {
        if let Some(length) = self.call() {
            self.at += length;
            self.note("json.call", path, "a value stands inside of a call");
            let value = self.value(place, path)?;
            self.blank(path);
            if self.peek() == Some(')') {
                self.next();
            }
            return Ok(value);
        }
        let (from, mut braces, mut parentheses) = (self.at, 0_usize, 0_usize);
        while let Some(letter) = self.peek() {
            match letter {
                '{' => braces += 1,
                '}' if braces > 0 => braces -= 1,
                '}' => break,
                '(' => parentheses += 1,
                ')' if parentheses > 0 => parentheses -= 1,
                ')' if place == Place::Item => break,
                ']' | ')' if self.open.contains(&letter) => break,
                '\n' => break,
                ',' if place == Place::Item => break,
                ',' => {
                    let behind = self.at + 1;
                    if self.goes_on(behind) {
                        break;
                    }
                }
                ':' if place == Place::Item => break,
                '`' if self.fence() => break,
                '#' | '/' if self.comments() => break,
                quote if is_quote(quote) && self.ends_bare(quote) => break,
                _ => {}
            }
            self.next();
        }
        let token = self.text.get(from..self.at).unwrap_or_default().trim().to_owned();
        if self.peek().is_none() {
            self.note(CUT, path, "the value ends with the text");
        }
        // The quote that should have stood in front of the value too.
        if let Some(quote) = self.peek().filter(|quote| is_quote(*quote))
            && !token.is_empty()
            && matches!(self.seen(self.at + quote.len_utf8()).1, None | Some(',' | '}' | ']' | ')'))
        {
            self.next();
            self.note("json.quote", path, "a quote is missing");
        }
        Ok(self.scalar(&token, path))
    }

    /// The length of a name and a parenthesis in front of a value, as in `ISODate("…")`.
    fn call(&self) -> Option<usize> {
        let rest = self.rest();
        let length = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .filter(|length| *length > 0)?;
        let begins = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let inner = rest.get(length..)?.strip_prefix('(')?;
        let value = inner.starts_with(|c: char| is_quote(c) || c.is_ascii_digit());
        (begins && value).then_some(length + 1)
    }

    /// Whether a comment begins here: not the slashes of an address.
    fn comments(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default().chars().next_back();
        let apart = before.is_some_and(char::is_whitespace);
        let rest = self.rest();
        apart && (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("# "))
    }

    /// Whether a quote ends a bare value: it opens the next name, or nothing but what ends a value
    /// follows.
    fn ends_bare(&mut self, quote: char) -> bool {
        let behind = self.at + quote.len_utf8();
        matches!(self.seen(behind).1, None | Some(',' | '}' | ']' | ')')) || self.named(self.at)
    }

    /// What a word without quotes stands for.
    pub(super) fn scalar(&mut self, token: &str, path: &Path<'_>) -> Json {
        let exact = match token {
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            "null" => Some(Json::Null),
            _ => None,
        };
        if let Some(exact) = exact {
            return exact;
        }
        if number::length(token.as_bytes()) == Some(token.len()) {
            return number::value(token).unwrap_or_else(|| unheld(token, path, self.notes));
        }
        let meant = match token.to_ascii_lowercase().as_str() {
            "true" => Some(Json::Bool(true)),
            "false" => Some(Json::Bool(false)),
            "null" | "none" | "undefined" | "nan" | "infinity" | "-infinity" | "+infinity" => {
                Some(Json::Null)
            }
            _ => None,
        };
        if let Some(meant) = meant {
            self.note("json.word", path, format!("`{token}` is taken as {meant}"));
            return meant;
        }
        if let Some(meant) = mended(token) {
            self.note("json.number", path, format!("`{}` is taken as {meant}", excerpt(token)));
            return meant;
        }
        self.note("json.bare", path, "a text stands without quotes");
        Json::String(token.to_owned())
    }
}

/// A number that is written in a way that JSON does not have, but means nothing else.
fn mended(token: &str) -> Option<Json> {
    let plain = token.strip_prefix('+').unwrap_or(token);
    let begins =
        plain.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let known = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E' | '_');
    if !begins || !plain.chars().all(known) || plain.ends_with('_') || plain.contains("__") {
        return None;
    }
    let mut text = plain.replace('_', "");
    if let Some(rest) = text.strip_prefix('.') {
        text = format!("0.{rest}");
    } else if let Some(rest) = text.strip_prefix("-.") {
        text = format!("-0.{rest}");
    }
    let exponent = text.trim_end_matches(['+', '-']).to_owned();
    if let Some(mantissa) = exponent.strip_suffix(['e', 'E']) {
        text = mantissa.to_owned();
    }
    if text.ends_with('.') {
        text.push('0');
    }
    (number::length(text.as_bytes()) == Some(text.len())).then(|| number::value(&text))?
}
