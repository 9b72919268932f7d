//! Tokens in square brackets: `[INST]`, `[/TOOL_CALLS]`.
//!
//! Owns their grammar. Words that programs also put in brackets count in capitals only, and never as
//! an index.

use super::shape::{Glyph, Shape};
use super::token::Scan;
use crate::text::letters::push_key;

impl Scan<'_> {
    /// Looks at a square bracket and what follows it.
    pub(super) fn bracket(&mut self, first: Glyph, rest: impl Iterator<Item = Glyph>) {
        self.parts.push(first);
        let limit = self.lexicon.tokens.brackets.longest();
        let mut capitals = true;
        for glyph in rest {
            match glyph.shape {
                Shape::Letter => {
                    capitals &= !glyph.char.is_lowercase();
                    push_key(glyph.char, &mut self.key);
                    if self.key.len() > limit {
                        return;
                    }
                    self.parts.push(glyph);
                }
                Shape::Slash | Shape::Joint => self.parts.push(glyph),
                Shape::Space => {}
                Shape::BracketClose => {
                    self.parts.push(glyph);
                    let shouted = capitals && self.lexicon.tokens.capitals.has(&self.key);
                    if self.lexicon.tokens.brackets.has(&self.key)
                        || (shouted && !self.is_index(first.at))
                    {
                        self.hit();
                    }
                    return;
                }
                _ => return,
            }
        }
    }

    fn is_index(&self, at: usize) -> bool {
        let before = self.text.get(..at).and_then(|head| head.chars().next_back());
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ')' | ']'))
    }
}
