//! Finds fence tags and control tokens.
//!
//! Owns the search: every character that can open something is looked at, and `tag` and `bracket` say
//! whether it does. It reports characters to break and never alters text. Every look from an opening
//! character ends at the next one, so that a scan is linear in the text.

use super::lexicon::Lexicon;
use super::shape::{Glyph, Shape, glyphs, openers, shape};

/// A character that has to be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Break {
    /// Byte offset.
    pub(super) at: usize,
    /// The character there.
    pub(super) char: char,
    /// The ASCII character it stands for, if it is a bracket.
    pub(super) like: Option<char>,
}

impl Break {
    /// The break of a character at a byte offset.
    pub(super) fn new(at: usize, char: char) -> Self {
        let like = match shape(char) {
            Shape::Open | Shape::DoubleOpen => Some('<'),
            Shape::Close | Shape::DoubleClose => Some('>'),
            Shape::BracketOpen => Some('['),
            _ => None,
        };
        Self { at, char, like }
    }
}

/// Reports the characters to break in tags and tokens that begin in `text[from..to]` and in which at
/// least one character is untrusted, which is to say has an `owner`. May report a place twice.
pub(super) fn scan(
    text: &str,
    from: usize,
    to: usize,
    lexicon: &Lexicon,
    owner: &dyn Fn(usize) -> Option<usize>,
    out: &mut Vec<Break>,
) {
    let mut scan = Scan { text, lexicon, owner, parts: Vec::new(), key: String::new(), out };
    openers(text, from, to, &mut |at| scan.candidate(at));
}

/// A search in progress, looking at one candidate.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    /// The untrusted run that holds a byte; `None` where the author wrote it.
    pub(super) owner: &'a dyn Fn(usize) -> Option<usize>,
    /// The signs and letters of the candidate so far.
    pub(super) parts: Vec<Glyph>,
    /// The key of its name so far.
    pub(super) key: String,
    out: &'a mut Vec<Break>,
}

impl Scan<'_> {
    fn candidate(&mut self, at: usize) {
        self.parts.clear();
        self.key.clear();
        let mut rest = glyphs(self.text, at);
        match rest.next() {
            Some(first) if first.shape == Shape::BracketOpen => self.bracket(first, rest),
            Some(first) => self.angle(first, rest),
            None => {}
        }
    }

    /// Whether the author wrote every part of the candidate.
    pub(super) fn is_authors(&self) -> bool {
        self.parts.iter().all(|part| (self.owner)(part.at).is_none())
    }

    /// Breaks the candidate at its first untrusted character.
    pub(super) fn hit(&mut self) {
        let first = self.parts.iter().find(|part| (self.owner)(part.at).is_some());
        if let Some(glyph) = first.copied() {
            self.report(glyph);
        }
    }

    /// Breaks one character.
    pub(super) fn report(&mut self, glyph: Glyph) {
        self.out.push(Break::new(glyph.at, glyph.char));
    }
}
