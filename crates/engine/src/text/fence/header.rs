//! Tells whether a line begins a role or layer header.
//!
//! Owns the question, asked of one line at a time: is it one of the agent's own headers, or one of the
//! kinds in `header_kinds`? It never alters a line.

use std::ops::Range;

use super::header_words::Words;
use super::names::{Names, key};
use super::pairs::{Pairs, first_pair, may_begin};
use super::section::is_section;
use super::shape::{Shape, glyphs};
use super::words::{Line, read};
use crate::text::letters::push_key;

/// What the line before was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// A line with text, or none.
    Text,
    Blank,
    /// A rule such as `---` or `"""`.
    Rule,
}

/// Bytes of the longest built-in first word of a header, with room to spare.
const FIRST_LONGEST: usize = 24;

/// Headers as a guard knows them.
#[derive(Clone, Debug)]
pub(super) struct Headers {
    words: &'static Words,
    own: Vec<OwnHeader>,
    /// The first words of the agent's own headers.
    own_first: Names,
    /// How the first words of headers begin.
    pairs: Pairs,
    /// How those begin that count in capitals only.
    shouted: Pairs,
}

#[derive(Clone, Debug)]
struct OwnHeader {
    keys: Vec<String>,
}

impl Headers {
    /// The built-in kinds and the given header lines.
    pub(super) fn new(headers: impl IntoIterator<Item = String>) -> Self {
        let own: Vec<OwnHeader> = headers
            .into_iter()
            .flat_map(|header| {
                header
                    .lines()
                    .map(|line| OwnHeader {
                        keys: line
                            .split_whitespace()
                            .map(key)
                            .filter(|key| !key.is_empty())
                            .collect(),
                    })
                    .collect::<Vec<_>>()
            })
            .filter(|header| !header.keys.is_empty())
            .collect();
        let own_first =
            Names::new(own.iter().filter_map(|header| header.keys.first()).map(String::as_str));
        let words = Words::builtin();
        Self {
            pairs: Pairs::new(words.firsts().chain(own_first.iter())),
            shouted: Pairs::new(words.capitals.iter()),
            words,
            own,
            own_first,
        }
    }

    /// The part of `line` that makes it a header, from the first letter to the last sign, or `None`.
    /// Behind a rule a role may stand bare; behind a blank line even `user: root` may be a turn. `rest`
    /// is what the same value has behind the line: a section of a settings file begins no header.
    /// Time is linear in the beginning of the line that is not letters, and in the section.
    pub(super) fn find(&self, line: &str, after: After, rest: &str) -> Option<Range<usize>> {
        let plain = read(line, false)?;
        if let Some(end) = self.own_header(&plain) {
            return Some(plain.words.first()?.range.start..end);
        }
        self.judge(&plain, after)
            .or_else(|| self.judge(&read(line, true)?, after))
            .filter(|_| !is_section(line, rest, &|key| self.words.roles.has(key)))
    }

    /// A cheap look at the first word, which is all that most lines need: whether [`find`](Self::find)
    /// can find anything.
    pub(super) fn may_begin(&self, line: &str) -> bool {
        if let Some(pair) = first_pair(line)
            && !may_begin(pair, &self.pairs, &self.shouted)
        {
            return false;
        }
        let mut letters =
            glyphs(line, 0).skip_while(|glyph| glyph.shape != Shape::Letter).peekable();
        let Some(first) = letters.peek().copied() else {
            return false;
        };
        // Numbers may be those of a list; terminal sequences leave a bracket in front of a letter.
        if first.char.is_numeric()
            || line.get(..first.at).is_some_and(|head| head.contains(['[', '［']))
        {
            return true;
        }
        let mut word = String::with_capacity(FIRST_LONGEST);
        let mut capital = true;
        for glyph in letters {
            match glyph.shape {
                Shape::Letter => {
                    capital &= !glyph.char.is_lowercase();
                    push_key(glyph.char, &mut word);
                    if word.len() > FIRST_LONGEST {
                        return self.own_first.longest() > FIRST_LONGEST;
                    }
                }
                Shape::Joint | Shape::Quote => {}
                _ => break,
            }
        }
        // Single letters and Roman numbers may be those of a list.
        let listed = word.len() <= 1
            || (word.len() <= 6 && word.bytes().all(|byte| b"lvxc".contains(&byte)));
        listed || self.words.may_begin(&word, capital) || self.own_first.has(&word)
    }

    fn judge(&self, line: &Line, after: After) -> Option<Range<usize>> {
        let first = line.words.first()?;
        let end = self
            .own_header(line)
            .or_else(|| self.words.role_field(line))
            .or_else(|| self.words.marker(line))
            .or_else(|| self.words.layer(line))
            .or_else(|| self.words.label(line, after))
            .or_else(|| self.words.heading(line))
            .or_else(|| self.words.bare(line, first, after))?;
        Some(first.range.start..end)
    }

    fn own_header(&self, line: &Line) -> Option<usize> {
        self.own.iter().find_map(|header| {
            let words = line.words.get(..header.keys.len())?;
            if !words.iter().zip(&header.keys).all(|(word, key)| word.key == *key) {
                return None;
            }
            let last = words.last()?;
            let marked =
                header.keys.len() > 1 || line.is_marked() || last.ends_line || last.colon.is_some();
            marked.then_some(last.colon.unwrap_or(last.range.end))
        })
    }
}

/// Whether a line is a rule: at least three signs, no letters, such as `---` or `"""`.
pub(super) fn is_rule(line: &str) -> bool {
    let mut signs = 0;
    line.chars().all(|c| match super::shape::shape(c) {
        Shape::Nothing | Shape::Space => true,
        Shape::Letter => matches!(c, '一' | 'ー' | '二'),
        _ => {
            signs += 1;
            true
        }
    }) && signs >= 3
}
