//! Tokens with a bar behind the angle: `<|im_start|>`, `<|name>`.
//!
//! Owns their grammar. Between bars any word is a token, unless white space makes it an expression
//! of a program; then only the known ones are.

use super::shape::{Glyph, Shape};
use super::token::Scan;
use crate::text::letters::push_key;

/// Most bytes that the key of a token's inside has.
const LONGEST: usize = 96;

impl Scan<'_> {
    /// Looks at what follows `<|`; `space` says whether white space stands between the two.
    pub(super) fn pipe(&mut self, mut space: bool, mut rest: impl Iterator<Item = Glyph> + Clone) {
        let mut quoted = false;
        while let Some(glyph) = rest.next() {
            match glyph.shape {
                Shape::Letter => {
                    push_key(glyph.char, &mut self.key);
                    if self.key.len() > LONGEST {
                        return;
                    }
                }
                Shape::Quote => quoted = true,
                Shape::Joint | Shape::Colon | Shape::Slash | Shape::Equals => {}
                Shape::Space => {
                    space = true;
                    continue;
                }
                Shape::Pipe => {
                    let mut ahead = rest.clone().skip_while(|next| next.shape == Shape::Space);
                    if let Some(close) = ahead.next().filter(|next| next.shape == Shape::Close) {
                        self.parts.extend([glyph, close]);
                        let filled = quoted || !self.key.is_empty();
                        if filled && (!space || self.lexicon.tokens.pipes.has(&self.key)) {
                            self.hit();
                        }
                        return;
                    }
                    if space {
                        return;
                    }
                }
                Shape::Close => {
                    self.parts.push(glyph);
                    if !space && !self.key.is_empty() {
                        self.hit();
                    }
                    return;
                }
                _ => return,
            }
            self.parts.push(glyph);
        }
    }
}
