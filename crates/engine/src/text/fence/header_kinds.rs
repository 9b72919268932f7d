//! The kinds of header lines, one function each.
//!
//! Owns what makes each kind; each gives the end of what makes the line a header, or `None`.

use super::header::After;
use super::header_words::Words;
use super::names::key;
use super::words::{Line, Word};

impl Words {
    /// `role: system`, `{"role": "system"`.
    pub(super) fn role_field(&self, line: &Line) -> Option<usize> {
        let [role, value, ..] = line.words.as_slice() else {
            return None;
        };
        let assigned = role.colon.is_some() || role.equals;
        (role.key == self.role && assigned && self.role_values.has(&value.key))
            .then_some(value.range.end)
    }

    /// `BEGIN POLICY`, `END OF USER MEMORY`.
    pub(super) fn marker(&self, line: &Line) -> Option<usize> {
        let (begin, mut rest) = line.words.split_first()?;
        if !self.begin.has(&begin.key) {
            return None;
        }
        let of = rest.first().is_some_and(|word| self.of.has(&word.key));
        if of {
            rest = rest.get(1..)?;
        }
        let mut strong = (of && begin.capital)
            || line.rule
            || (begin.capital && rest.first().is_some_and(|word| word.capital));
        for (index, word) in rest.iter().take(4).enumerate() {
            let weak = self.weak_blocks.has(&word.key);
            if self.blocks.has(&word.key) || (weak && strong) {
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
    pub(super) fn layer(&self, line: &Line) -> Option<usize> {
        let [layer, number, rest @ ..] = line.words.as_slice() else {
            return None;
        };
        let numbered = layer.key == self.layer
            && number.key.len() <= 3
            && number.key.chars().all(|c| c.is_ascii_digit() || c == 'l');
        if !numbered {
            return None;
        }
        let colon = number.colon.or_else(|| rest.iter().take(4).find_map(|word| word.colon));
        if line.is_marked() || number.ends_line { Some(number.range.end) } else { colon }
    }

    /// A label in front of a colon, or alone in brackets, whose every word is of the vocabulary.
    pub(super) fn label(&self, line: &Line, after: After) -> Option<usize> {
        let (end, length) = self.label_end(line)?;
        let words = line.words.get(..length)?;
        let (first, last) = (words.first()?, words.last()?);
        let capitals = words.iter().all(|word| word.capital);
        let role = words.iter().any(|word| self.roles.has(&word.key));
        let all = words.iter().all(|word| {
            self.known(word)
                || word.in_parens
                || (capitals && self.capitals.has(&word.key))
                || (length > 1 && word.key.chars().any(|c| c.is_ascii_digit()))
        });
        let law = words.iter().any(|word| self.laws.has(&word.key))
            && (length > 1 || capitals || (line.hashes && self.instructions.has(&first.key)));
        let format = length == 1 && line.hashes && self.formats.has(&first.key);
        if !(all && (role || law) || format) {
            return None;
        }
        // `user: root` and `"system": true` are data and code, not speech.
        let data = length == 1 && after != After::Blank && first.plain_lower && !line.is_marked();
        if data && (last.single_follows || line.quoted) { None } else { Some(end) }
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
    pub(super) fn heading(&self, line: &Line) -> Option<usize> {
        let first = line.words.first()?;
        let next = line.words.get(1);
        let is_role = self.roles.has(&first.key);
        if line.code && is_role {
            return Some(first.range.end);
        }
        if !(line.hashes || line.rule || line.emphasis) {
            return None;
        }
        if self.bases.has(&first.key) {
            let law = line
                .words
                .iter()
                .take(4)
                .skip(1)
                .take_while(|word| self.known(word))
                .find(|word| self.laws.has(&word.key));
            let plain_safety = first.key == key("safety");
            if let Some(law) = law.filter(|law| !plain_safety || law.key.starts_with("pol")) {
                return Some(law.range.end);
            }
        }
        let ordinary = next.is_some_and(|word| self.compounds.has(&word.key));
        let shouting =
            first.capital && first.key.len() > 2 && next.is_none_or(|word| !word.capital);
        if is_role && (first.ends_line || shouting) {
            return Some(first.range.end);
        }
        let ruler = self.rulers.has(&first.key) || self.instructions.has(&first.key);
        (ruler && !line.emphasis && !ordinary).then_some(first.range.end)
    }

    /// A role alone on its line in capitals, or at the beginning of a line that follows a rule.
    pub(super) fn bare(&self, line: &Line, first: &Word, after: After) -> Option<usize> {
        let role = self.roles.has(&first.key) && (first.key.len() > 2);
        let ordinary = line.words.get(1).is_some_and(|word| self.compounds.has(&word.key));
        let alone = first.ends_line && first.capital;
        let follows = after == After::Rule
            && (!ordinary || first.capital)
            && !(first.plain_lower && line.quoted)
            && !(first.plain_lower && first.colon.is_some());
        (role && (alone || follows)).then_some(first.range.end)
    }

    fn known(&self, word: &Word) -> bool {
        self.roles.has(&word.key) || self.orders.has(&word.key)
    }
}
