//! Looking ahead.
//!
//! Owns the questions that a quote or a comma asks of what follows. All of them together are bounded by
//! the reader's fuel: when it is used up, nothing is known, and the plainest answer is taken. It must never
//! move the reader.

use super::blank::is_blank;
use super::text::{closers, is_quote};
use super::{LOOK, Lenient};

/// Letters of a name that is looked for, at most.
const NAME: usize = 80;

impl<'t> Lenient<'t, '_> {
    /// The text from a byte on, as far as it may be looked at.
    pub(super) fn ahead(&self, from: usize) -> &'t str {
        let most = LOOK.min(self.fuel);
        let end = (from + most).min(self.text.len());
        let end = (end..=self.text.len()).find(|end| self.text.is_char_boundary(*end));
        self.text.get(from..end.unwrap_or(from)).unwrap_or_default()
    }

    /// Counts what a look took.
    pub(super) fn pay(&mut self, bytes: usize) {
        self.fuel = self.fuel.saturating_sub(bytes + 1);
    }

    /// The next byte from `from` on that is no white space, and its character.
    pub(super) fn seen(&mut self, from: usize) -> (usize, Option<char>) {
        let ahead = self.ahead(from);
        let behind = ahead.trim_start_matches(is_blank);
        let found = (from + ahead.len() - behind.len(), behind.chars().next());
        self.pay(found.0 - from);
        found
    }

    /// Whether a name with its colon stands at `from`, in quotes.
    pub(super) fn named(&mut self, from: usize) -> bool {
        let ahead = self.ahead(from);
        let mut letters = ahead.char_indices();
        let Some((_, quote)) = letters.next() else { return false };
        if !is_quote(quote) {
            return false;
        }
        let mut length = 0;
        let mut end = None;
        for (at, letter) in letters {
            if closers(quote).contains(&letter) {
                end = Some(at + letter.len_utf8());
                break;
            }
            length += 1;
            if length > NAME || matches!(letter, '\n' | '{' | '}' | '[' | ']' | ':') {
                break;
            }
        }
        self.pay(length);
        match end {
            Some(end) => self.seen(from + end).1 == Some(':'),
            None => false,
        }
    }

    /// Whether a name with its colon stands at `from`, without quotes.
    pub(super) fn named_bare(&mut self, from: usize) -> bool {
        let ahead = self.ahead(from);
        let length = ahead.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '$'));
        let length = length.unwrap_or(ahead.len());
        let word = ahead.get(..length).unwrap_or_default();
        let begins =
            word.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
        self.pay(length);
        if !begins || length > NAME {
            return false;
        }
        let (colon, letter) = self.seen(from + length);
        // `https://` is no name.
        letter == Some(':') && !self.ahead(colon + 1).starts_with("//")
    }

    /// Whether a field begins at `from`: a name in quotes or without, or one behind a word that is
    /// none.
    pub(super) fn field(&mut self, from: usize) -> bool {
        if self.named(from) || self.named_bare(from) {
            return true;
        }
        let ahead = self.ahead(from);
        let length = ahead.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(0);
        self.pay(length);
        if length == 0 {
            return false;
        }
        let (quote, letter) = self.seen(from + length);
        letter.is_some_and(is_quote) && self.named(quote)
    }

    /// Whether what follows a comma is what follows a comma in an object: a field, a closing sign, a
    /// comment, or the end.
    pub(super) fn goes_on(&mut self, from: usize) -> bool {
        match self.seen(from) {
            (_, None | Some('}' | ']' | '#')) => true,
            (at, Some('/')) => self.ahead(at).starts_with("//") || self.ahead(at).starts_with("/*"),
            (at, Some('.')) => self.ahead(at).starts_with("..."),
            (at, Some(_)) => self.field(at),
        }
    }

    /// Whether a closing sign at `from` is one: behind it, and others like it, comes a comma, the end,
    /// or a quote or brace that opens something new.
    pub(super) fn really_closes(&mut self, from: usize) -> bool {
        let ahead = self.ahead(from);
        let behind = ahead.trim_start_matches(|c: char| is_blank(c) || matches!(c, '}' | ']'));
        let paid = ahead.len() - behind.len();
        let next = behind.chars().next();
        let ends = next.is_none() || next == Some(',') || behind.starts_with("```");
        self.pay(paid);
        ends
    }
}
