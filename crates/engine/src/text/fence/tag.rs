//! Tags: `<name …>`, `</name>`, `<name|>`, `<<SYS>>`, however they are written.
//!
//! Owns their grammar. A tag that the author opened can be ended by the author alone; every other tag
//! with a known name acts, unless `code` says that a program is written so.

use super::code::{is_argument, is_component};
use super::lexicon::Kind;
use super::shape::{Glyph, Shape};
use super::token::Scan;
use crate::text::letters::{is_break, push_key};

/// Room for a namespace in front of a name (`antml:invoke`).
const NAMESPACE_LONGEST: usize = 24;

/// How a tag began, in front of its name.
#[derive(Clone, Copy, Default)]
struct Opening {
    double: bool,
    slash: bool,
    space: bool,
}

/// What follows a name up to the end of its tag.
#[derive(Default)]
struct Tail {
    closed: bool,
    /// Something other than white space and slashes.
    filled: bool,
    equals: bool,
    /// Signs that no attribute has.
    odd: bool,
}

impl Scan<'_> {
    /// Looks at an angle and what follows it.
    pub(super) fn angle(&mut self, first: Glyph, mut rest: impl Iterator<Item = Glyph> + Clone) {
        self.parts.push(first);
        let mut opening =
            Opening { double: first.shape == Shape::DoubleOpen, ..Opening::default() };
        while let Some(glyph) = rest.next() {
            match glyph.shape {
                Shape::Space => {
                    opening.space = true;
                    continue;
                }
                Shape::Slash => opening.slash = true,
                Shape::Open if !opening.double && !opening.space && !opening.slash => {
                    opening.double = true;
                }
                Shape::Pipe if !opening.double && !opening.slash => {
                    self.parts.push(glyph);
                    return self.pipe(opening.space, rest);
                }
                Shape::Letter => return self.name(glyph, opening, rest),
                _ => return,
            }
            self.parts.push(glyph);
        }
    }

    fn name(&mut self, first: Glyph, opening: Opening, rest: impl Iterator<Item = Glyph> + Clone) {
        let limit = self.lexicon.longest() + NAMESPACE_LONGEST;
        let mut rest = std::iter::once(first).chain(rest).peekable();
        let mut local = 0;
        let mut spaced = false;
        // The tail begins with the glyph that ends the name.
        let boundary = loop {
            let Some(&glyph) = rest.peek() else {
                break None;
            };
            match glyph.shape {
                Shape::Letter => {
                    push_key(glyph.char, &mut self.key);
                    self.parts.push(glyph);
                    if self.key.len() > limit {
                        return;
                    }
                }
                Shape::Joint => self.parts.push(glyph),
                Shape::Colon => {
                    if self.kind(local).is_some() {
                        break Some(glyph.shape);
                    }
                    local = self.key.len();
                }
                Shape::Space if self.kind(local).is_none() => spaced = true,
                Shape::Pipe if !spaced && !opening.space && !opening.double => {
                    let next = rest.clone().nth(1);
                    // The end of a closing tag is judged as such, whatever stands in front of it.
                    let closes = opening.slash && self.kind(local).is_some();
                    if let Some(close) = next.filter(|next| next.shape == Shape::Close && !closes) {
                        self.parts.extend([glyph, close]);
                        return self.hit();
                    }
                    break Some(glyph.shape);
                }
                _ => break Some(glyph.shape),
            }
            rest.next();
        };
        // Joints behind the last letter are not the name's.
        let solid = self.parts.iter().rposition(|part| part.shape != Shape::Joint);
        self.parts.truncate(solid.map_or(0, |last| last + 1));
        if opening.double && self.key == self.lexicon.tokens.sys {
            self.sys(boundary, rest);
        } else if let Some(kind) = self.kind(local) {
            self.judge(kind, opening, boundary, rest);
        }
    }

    /// What the name is known as, with its namespace or without.
    fn kind(&self, local: usize) -> Option<Kind> {
        let bare = self.key.get(local..).and_then(|name| self.lexicon.kind(name));
        self.lexicon.kind(&self.key).max(bare)
    }

    fn sys(&mut self, boundary: Option<Shape>, rest: impl Iterator<Item = Glyph>) {
        if boundary.is_some_and(Shape::closes) {
            self.parts.extend(rest.take(2).take_while(|next| next.shape.closes()));
            self.hit();
        }
    }

    fn judge(
        &mut self,
        kind: Kind,
        opening: Opening,
        boundary: Option<Shape>,
        rest: impl Iterator<Item = Glyph> + Clone,
    ) {
        // The second `<` of two is looked at by itself, and `<<name` is an operator.
        let pair = self.parts.first().is_some_and(|part| part.shape == Shape::Open);
        if opening.double && (pair || !opening.slash) {
            return;
        }
        if self.is_authors() {
            if opening.slash || boundary.is_some_and(ends_name) {
                self.keep_open(rest);
            }
            return;
        }
        let closed = boundary.is_some_and(Shape::closes);
        // Whether a tag acts must not hang on what comes far behind it, which other values may change;
        // so a name right behind `<` needs no end. Only behind a space, where it may be a comparison,
        // does the end matter.
        let acts = if opening.slash {
            !opening.space || boundary != Some(Shape::Slash)
        } else if self.key.len() == 1 {
            closed && !opening.space
        } else if opening.space {
            let tail = tail(rest.clone());
            tail.closed && (!tail.filled || (tail.equals && !tail.odd))
        } else {
            boundary.is_none_or(ends_name)
        };
        let excused = || !opening.slash && !opening.space && self.is_excused(kind, rest.clone());
        if acts && !excused() {
            self.hit();
            // A closing tag of the author's is one also where a value goes on with its name.
            if opening.slash && self.is_named_by_author() {
                self.keep_open(rest);
            }
        }
    }

    /// Whether an opening tag is code rather than structure. As other values must not change that, only
    /// what the value itself has on this line counts.
    fn is_excused(&self, kind: Kind, rest: impl Iterator<Item = Glyph> + Clone) -> bool {
        let owner = self.parts.first().and_then(|first| (self.owner)(first.at));
        let own = rest.take_while(|next| (self.owner)(next.at) == owner && !is_break(next.char));
        (ends_type(own.clone()) && is_argument(self, kind))
            || (ends_empty(own) && is_component(self, kind))
    }

    /// Whether the author's part of a name is a name by itself.
    fn is_named_by_author(&self) -> bool {
        let mut name = String::new();
        let authors = self.parts.iter().take_while(|part| (self.owner)(part.at).is_none());
        authors
            .filter(|part| part.shape == Shape::Letter)
            .for_each(|part| push_key(part.char, &mut name));
        self.lexicon.kind(&name).is_some()
    }

    /// The author opened a tag and named it. Only the author may end it: every closing bracket of a
    /// value is broken, up to the author's own or the author's next tag.
    fn keep_open(&mut self, rest: impl Iterator<Item = Glyph>) {
        for glyph in rest.filter(|glyph| glyph.shape.closes() || glyph.shape.opens()) {
            if (self.owner)(glyph.at).is_none() {
                return;
            }
            if glyph.shape.closes() {
                self.report(glyph);
            }
        }
    }
}

/// Whether a name of a tag can end in front of this.
fn ends_name(shape: Shape) -> bool {
    shape.closes()
        || matches!(
            shape,
            Shape::Slash | Shape::Space | Shape::Equals | Shape::Quote | Shape::Colon
        )
}

fn tail(rest: impl Iterator<Item = Glyph>) -> Tail {
    let mut tail = Tail::default();
    for glyph in rest {
        match glyph.shape {
            Shape::Space | Shape::Slash => continue,
            Shape::Equals => tail.equals = true,
            Shape::Letter | Shape::Quote | Shape::Joint | Shape::Colon => {}
            shape if shape.closes() || shape.opens() => {
                tail.closed = shape.closes();
                return tail;
            }
            _ => tail.odd = true,
        }
        tail.filled = true;
    }
    tail
}

/// Whether the argument of a type ends so: `>`, or ` | null`, which no attribute looks like.
fn ends_type(mut rest: impl Iterator<Item = Glyph>) -> bool {
    match rest.next() {
        Some(next) if next.shape == Shape::Space => {
            rest.next().is_some_and(|next| matches!(next.char, '|' | '&'))
        }
        next => next.is_some_and(|next| next.shape.closes()),
    }
}

/// Whether a tag ends with `/>`.
fn ends_empty(rest: impl Iterator<Item = Glyph>) -> bool {
    let mut empty = false;
    for glyph in rest {
        match glyph.shape {
            shape if shape.closes() => return empty,
            shape if shape.opens() => return false,
            Shape::Space => {}
            shape => empty = shape == Shape::Slash,
        }
    }
    false
}
