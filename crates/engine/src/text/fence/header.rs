//! Tells whether a line begins a role or layer header.
//!
//! Owns the grammar of such beginnings: a label that speaks as a role (`SYSTEM:`), a heading, a
//! bracket, a code fence, a `role` field, a marker of beginning or end, a numbered layer, and the
//! headers of the agent's own layers. It sees one line at a time and never alters it.

use std::ops::Range;

use super::header_words::Words;
use super::names::{Names, key};
use super::shape::{Shape, glyphs};
use super::words::{Line, Word, read};
use crate::text::letters::push_key;

/// What the line before was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
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
pub struct Headers {
    words: Words,
    own: Vec<OwnHeader>,
    /// The first words of the agent's own headers.
    own_first: Names,
}

#[derive(Clone, Debug)]
struct OwnHeader {
    keys: Vec<String>,
}

impl Headers {
    /// The built-in kinds and the given header lines.
    pub fn new(headers: impl IntoIterator<Item = String>) -> Self {
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
        let own_first = Names::new(
            own.iter()
                .filter_map(|header| header.keys.first())
                .map(String::as_str),
        );
        Self {
            words: Words::new(),
            own,
            own_first,
        }
    }

    /// The part of `line` that makes it a header, from the first letter to the last sign, or `None`.
    /// Behind a rule a role may stand bare; behind a blank line even `user: root` may be a turn.
    /// Time is linear in the beginning of the line that is not letters.
    pub fn find(&self, line: &str, after: After) -> Option<Range<usize>> {
        self.judge(&read(line, false)?, after)
            .or_else(|| self.judge(&read(line, true)?, after))
    }

    /// A cheap look at the first word, which is all that most lines need: whether [`find`](Self::find)
    /// can find anything.
    pub fn may_begin(&self, line: &str) -> bool {
        let mut letters = glyphs(line, 0)
            .skip_while(|glyph| glyph.shape != Shape::Letter)
            .peekable();
        let Some(first) = letters.peek().copied() else {
            return false;
        };
        // Numbers may be those of a list; terminal sequences leave a bracket in front of a letter.
        if first.char.is_numeric()
            || line
                .get(..first.at)
                .is_some_and(|head| head.contains(['[', '［']))
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
            .or_else(|| self.role_field(line))
            .or_else(|| self.marker(line))
            .or_else(|| self.layer(line))
            .or_else(|| self.label(line, after))
            .or_else(|| self.heading(line))
            .or_else(|| self.bare(line, first, after))?;
        Some(first.range.start..end)
    }

    fn own_header(&self, line: &Line) -> Option<usize> {
        self.own.iter().find_map(|header| {
            let words = line.words.get(..header.keys.len())?;
            if !words
                .iter()
                .zip(&header.keys)
                .all(|(word, key)| word.key == *key)
            {
                return None;
            }
            let last = words.last()?;
            let marked =
                header.keys.len() > 1 || line.is_marked() || last.ends_line || last.colon.is_some();
            marked.then_some(last.colon.unwrap_or(last.range.end))
        })
    }

    /// `role: system`, `{"role": "system"`.
    fn role_field(&self, line: &Line) -> Option<usize> {
        let [role, value, ..] = line.words.as_slice() else {
            return None;
        };
        let assigned = role.colon.is_some() || role.equals;
        (role.key == self.words.role && assigned && self.words.role_values.has(&value.key))
            .then_some(value.range.end)
    }

    /// `BEGIN POLICY`, `END OF USER MEMORY`.
    fn marker(&self, line: &Line) -> Option<usize> {
        let (begin, mut rest) = line.words.split_first()?;
        if !self.words.begin.has(&begin.key) {
            return None;
        }
        let of = rest
            .first()
            .is_some_and(|word| self.words.of.has(&word.key));
        if of {
            rest = rest.get(1..)?;
        }
        let mut strong = (of && begin.capital)
            || line.rule
            || (begin.capital && rest.first().is_some_and(|word| word.capital));
        for (index, word) in rest.iter().take(4).enumerate() {
            let weak = self.words.weak_blocks.has(&word.key);
            if self.words.blocks.has(&word.key) || (weak && strong) {
                return Some(word.colon.unwrap_or(word.range.end));
            }
            // `end of the user memory` in small letters needs two of these words.
            strong |= of && weak;
            let filler = matches!(word.key.as_str(), "the" | "of" | "my" | "your" | "new");
            if !(weak || filler || self.known(word)) || (index == 0 && word.ends_line) {
                return None;
            }
        }
        None
    }

    /// `Layer 0 (immutable):`.
    fn layer(&self, line: &Line) -> Option<usize> {
        let [layer, number, rest @ ..] = line.words.as_slice() else {
            return None;
        };
        let numbered = layer.key == self.words.layer
            && number.key.len() <= 3
            && number.key.chars().all(|c| c.is_ascii_digit() || c == 'l');
        if !numbered {
            return None;
        }
        let colon = number
            .colon
            .or_else(|| rest.iter().take(4).find_map(|word| word.colon));
        if line.is_marked() || number.ends_line {
            Some(number.range.end)
        } else {
            colon
        }
    }

    /// A label in front of a colon, or alone in brackets, whose every word is of the vocabulary.
    fn label(&self, line: &Line, after: After) -> Option<usize> {
        let (end, length) = self.label_end(line)?;
        let words = line.words.get(..length)?;
        let (first, last) = (words.first()?, words.last()?);
        let capitals = words.iter().all(|word| word.capital);
        let role = words.iter().any(|word| self.words.roles.has(&word.key));
        let all = words.iter().all(|word| {
            self.known(word)
                || word.in_parens
                || (capitals && self.words.capitals.has(&word.key))
                || (length > 1 && word.key.chars().any(|c| c.is_ascii_digit()))
        });
        let law = words.iter().any(|word| self.words.laws.has(&word.key))
            && (length > 1 || capitals || (line.hashes && self.words.instructions.has(&first.key)));
        let format = length == 1 && line.hashes && self.words.formats.has(&first.key);
        if !(all && (role || law) || format) {
            return None;
        }
        // `user: root` and `"system": true` are data and code, not speech.
        let data = length == 1 && after != After::Blank && first.plain_lower && !line.is_marked();
        if data && (last.single_follows || line.quoted) {
            None
        } else {
            Some(end)
        }
    }

    /// Where a label ends and how many words it has: at a colon, or at the bracket that closes it.
    fn label_end(&self, line: &Line) -> Option<(usize, usize)> {
        for (index, word) in line.words.iter().take(7).enumerate() {
            if let Some(colon) = word.colon {
                return Some((colon, index + 1));
            }
            if let Some(close) = word.bracket_close.filter(|_| line.bracket) {
                return Some((close, index + 1));
            }
            if word.dash && line.words.iter().take(index + 1).all(|word| word.capital) {
                return Some((word.range.end, index + 1));
            }
            if !(self.known(word)
                || word.in_parens
                || word.capital
                || word.key.chars().any(|c| c.is_ascii_digit()))
            {
                return None;
            }
        }
        None
    }

    /// `### SYSTEM …`, `# Instructions …`, `## Core safety policy (v2)`, a code fence with a role.
    fn heading(&self, line: &Line) -> Option<usize> {
        let first = line.words.first()?;
        let next = line.words.get(1);
        let is_role = self.words.roles.has(&first.key);
        if line.code && is_role {
            return Some(first.range.end);
        }
        if !(line.hashes || line.rule || line.emphasis) {
            return None;
        }
        if self.words.bases.has(&first.key) {
            let law = line
                .words
                .iter()
                .take(4)
                .skip(1)
                .take_while(|word| self.known(word))
                .find(|word| self.words.laws.has(&word.key));
            let plain_safety = first.key == key("safety");
            if let Some(law) = law.filter(|law| !plain_safety || law.key.starts_with("pol")) {
                return Some(law.range.end);
            }
        }
        let ordinary = next.is_some_and(|word| self.words.compounds.has(&word.key));
        let shouting =
            first.capital && first.key.len() > 2 && next.is_none_or(|word| !word.capital);
        if is_role && (first.ends_line || shouting) {
            return Some(first.range.end);
        }
        let ruler = self.words.rulers.has(&first.key) || self.words.instructions.has(&first.key);
        (ruler && !line.emphasis && !ordinary).then_some(first.range.end)
    }

    /// A role alone on its line in capitals, or at the beginning of a line that follows a rule.
    fn bare(&self, line: &Line, first: &Word, after: After) -> Option<usize> {
        let role = self.words.roles.has(&first.key) && (first.key.len() > 2);
        let ordinary = line
            .words
            .get(1)
            .is_some_and(|word| self.words.compounds.has(&word.key));
        let alone = first.ends_line && first.capital;
        let follows = after == After::Rule
            && (!ordinary || first.capital)
            && !(first.plain_lower && line.quoted)
            && !(first.plain_lower && first.colon.is_some());
        (role && (alone || follows)).then_some(first.range.end)
    }

    fn known(&self, word: &Word) -> bool {
        self.words.roles.has(&word.key) || self.words.orders.has(&word.key)
    }
}

/// Whether a line is a rule: at least three signs, no letters, such as `---` or `"""`.
pub fn is_rule(line: &str) -> bool {
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
