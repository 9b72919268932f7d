//! Finds fence tags and control tokens.
//!
//! Owns the grammar of what acts as structure inside a line: `<name …>`, `</name>`, `<|name|>`,
//! `<name|>`, `<<SYS>>`, `[INST]`, however they are written. It reports characters to break and
//! never alters text. Every search from an opening character ends at the next one, so that a scan is
//! linear in the text.

use memchr::memchr2_iter;

use super::names::{
    BRACKET_CAPITALS, BRACKET_TOKENS, CONTROL_TAGS, NUMBERED_TAGS, Names, PIPE_WORDS, PROMPT_TAGS,
    key,
};
use super::shape::{Glyph, Shape, glyphs, is_opener, shape};
use crate::text::letters::{is_break, push_key};

/// Most letters that the inside of a `<|…|>` token has.
const PIPE_LONGEST: usize = 96;
/// Room for a namespace in front of a name (`antml:invoke`).
const NAMESPACE_LONGEST: usize = 24;

/// What counts as structure.
#[derive(Clone, Debug)]
pub struct Lexicon {
    tags: Names,
    pipes: Names,
    brackets: Names,
    capitals: Names,
    numbered: Names,
    sys: String,
}

impl Lexicon {
    /// Control tokens and the given tags.
    fn with_tags<'a>(tags: impl Iterator<Item = &'a str>) -> Self {
        Self {
            tags: Names::new(tags.chain(CONTROL_TAGS.iter().copied())),
            pipes: Names::new(PIPE_WORDS.iter().copied()),
            brackets: Names::new(BRACKET_TOKENS.iter().copied()),
            capitals: Names::new(BRACKET_CAPITALS.iter().copied()),
            numbered: Names::new(NUMBERED_TAGS.iter().copied()),
            sys: key("sys"),
        }
    }

    /// Control tokens only: what a message may not contain.
    pub fn control() -> Self {
        Self::with_tags(std::iter::empty())
    }

    /// Control tokens, the tags that prompts commonly use, and an agent's own.
    pub fn fences(own: &[String]) -> Self {
        Self::with_tags(
            PROMPT_TAGS
                .iter()
                .copied()
                .chain(own.iter().map(String::as_str)),
        )
    }

    fn knows(&self, key: &str) -> bool {
        let head = key.trim_end_matches(|c: char| c.is_ascii_digit());
        self.tags.has(key) || (head.len() < key.len() && self.numbered.has(head))
    }
}

/// A character that has to be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Break {
    /// Byte offset.
    pub at: usize,
    /// The character there.
    pub char: char,
    /// The ASCII character it stands for, if it is a bracket.
    pub like: Option<char>,
}

/// Reports the characters to break in tags and tokens that begin in `text[from..to]` and in which at
/// least one character is untrusted. May report a place twice.
pub fn scan(
    text: &str,
    from: usize,
    to: usize,
    lexicon: &Lexicon,
    trusted: &dyn Fn(usize) -> bool,
    out: &mut Vec<Break>,
) {
    let Some(window) = text.get(from..to) else {
        return;
    };
    let mut scan = Scan {
        text,
        lexicon,
        trusted,
        parts: Vec::new(),
        key: String::new(),
        out,
    };
    if window.is_ascii() {
        memchr2_iter(b'<', b'[', window.as_bytes()).for_each(|at| scan.candidate(from + at));
    } else {
        window
            .char_indices()
            .filter(|(_, c)| is_opener(*c))
            .for_each(|(at, _)| scan.candidate(from + at));
    }
}

struct Scan<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    trusted: &'a dyn Fn(usize) -> bool,
    parts: Vec<Glyph>,
    key: String,
    out: &'a mut Vec<Break>,
}

/// What follows a name up to the end of its tag.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the text"
)]
struct Tail {
    closed: bool,
    only_space: bool,
    has_equals: bool,
    has_odd: bool,
}

impl Scan<'_> {
    fn candidate(&mut self, at: usize) {
        self.parts.clear();
        self.key.clear();
        let text = self.text;
        let mut rest = glyphs(text, at);
        match rest.next() {
            Some(first) if first.shape == Shape::BracketOpen => self.bracket(first, rest),
            Some(first) => self.angle(first, rest),
            None => {}
        }
    }

    fn angle(&mut self, first: Glyph, mut rest: impl Iterator<Item = Glyph> + Clone) {
        self.parts.push(first);
        let mut double = first.shape == Shape::DoubleOpen;
        let mut slash = false;
        let mut space = false;
        while let Some(glyph) = rest.next() {
            match glyph.shape {
                Shape::Space => space = true,
                Shape::Slash => {
                    slash = true;
                    self.parts.push(glyph);
                }
                Shape::Open if !double && !space && !slash => {
                    double = true;
                    self.parts.push(glyph);
                }
                Shape::Pipe if !double && !slash => {
                    self.parts.push(glyph);
                    return self.pipe(space, rest);
                }
                Shape::Letter => {
                    return self.name(
                        glyph,
                        Opening {
                            double,
                            slash,
                            space,
                        },
                        rest,
                    );
                }
                _ => return,
            }
        }
    }

    /// The inside of `<|…|>`, or of `<|name>`.
    fn pipe(&mut self, mut space: bool, mut rest: impl Iterator<Item = Glyph> + Clone) {
        let mut quoted = false;
        while let Some(glyph) = rest.next() {
            match glyph.shape {
                Shape::Letter => {
                    push_key(glyph.char, &mut self.key);
                    if self.key.len() > PIPE_LONGEST {
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
                        if filled && (!space || self.lexicon.pipes.has(&self.key)) {
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

    fn name(&mut self, first: Glyph, opening: Opening, rest: impl Iterator<Item = Glyph> + Clone) {
        let limit = self.lexicon.tags.longest() + NAMESPACE_LONGEST;
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
                    if self.is_known(local) {
                        break Some(glyph);
                    }
                    local = self.key.len();
                }
                Shape::Space if !self.is_known(local) => spaced = true,
                Shape::Pipe if !spaced && !opening.space && !opening.double => {
                    let close = rest
                        .clone()
                        .nth(1)
                        .filter(|next| next.shape == Shape::Close);
                    // The end of a closing tag is judged as such, whatever stands in front of it.
                    if let Some(close) = close.filter(|_| !(opening.slash && self.is_known(local)))
                    {
                        self.parts.extend([glyph, close]);
                        return self.hit();
                    }
                    break Some(glyph);
                }
                _ => break Some(glyph),
            }
            rest.next();
        };
        // Joints behind the last letter are not the name's.
        let solid = self
            .parts
            .iter()
            .rposition(|part| part.shape != Shape::Joint);
        self.parts.truncate(solid.map_or(0, |last| last + 1));
        self.judge(opening, boundary, local, rest);
    }

    fn is_known(&self, local: usize) -> bool {
        self.lexicon.knows(&self.key)
            || self
                .key
                .get(local..)
                .is_some_and(|name| self.lexicon.knows(name))
    }

    fn judge(
        &mut self,
        opening: Opening,
        boundary: Option<Glyph>,
        local: usize,
        rest: impl Iterator<Item = Glyph> + Clone,
    ) {
        let ends = boundary.map(|glyph| glyph.shape);
        let closing = matches!(ends, Some(Shape::Close | Shape::DoubleClose));
        if opening.double && (self.key == self.lexicon.sys) {
            if closing {
                let ends = rest
                    .take(2)
                    .take_while(|next| matches!(next.shape, Shape::Close | Shape::DoubleClose));
                self.parts.extend(ends);
                self.hit();
            }
            return;
        }
        let by_pair = opening.double
            && self
                .parts
                .first()
                .is_some_and(|part| part.shape == Shape::Open);
        if by_pair || !self.is_known(local) || (opening.double && !opening.slash) {
            return;
        }
        if self.parts.iter().all(|part| (self.trusted)(part.at)) {
            return self.keep_open(ends, opening, rest);
        }
        let tail = tail(rest.clone());
        // Whether a tag acts must not hang on what comes far behind it, which other values may change;
        // so a name right behind `<` needs no end. Only behind a space, where it may be a comparison,
        // does the end matter.
        let acts = if opening.slash {
            !opening.space || ends != Some(Shape::Slash)
        } else if self.key.len() == 1 {
            closing && !opening.space
        } else if opening.space {
            tail.closed && (tail.only_space || (tail.has_equals && !tail.has_odd))
        } else {
            closing
                || matches!(
                    ends,
                    None | Some(
                        Shape::Slash | Shape::Space | Shape::Equals | Shape::Quote | Shape::Colon
                    )
                )
        };
        if acts {
            self.hit();
            // A closing tag of the author's is one also where a value goes on with its name.
            if opening.slash && self.is_named_by_author() {
                self.keep_open(ends, opening, rest);
            }
        }
    }

    /// Whether the author's part of a name is a name by itself.
    fn is_named_by_author(&self) -> bool {
        let mut name = String::new();
        let authors = self.parts.iter().take_while(|part| (self.trusted)(part.at));
        authors
            .filter(|part| part.shape == Shape::Letter)
            .for_each(|part| push_key(part.char, &mut name));
        self.lexicon.knows(&name)
    }

    /// The author opened a tag and named it. Only the author may end it: the closing brackets of
    /// values are broken up to the author's own, whatever the values have in front of them.
    fn keep_open(
        &mut self,
        ends: Option<Shape>,
        opening: Opening,
        rest: impl Iterator<Item = Glyph>,
    ) {
        let tag = matches!(
            ends,
            Some(
                Shape::Close
                    | Shape::DoubleClose
                    | Shape::Slash
                    | Shape::Space
                    | Shape::Equals
                    | Shape::Quote
                    | Shape::Colon
            )
        );
        if !tag && !opening.slash {
            return;
        }
        for glyph in rest {
            let authors = (self.trusted)(glyph.at);
            // A line that is quoted already: its mark ends nothing.
            let quoted = self
                .text
                .get(glyph.at..)
                .is_some_and(|rest| rest.starts_with("> "))
                && self
                    .text
                    .get(..glyph.at)
                    .is_some_and(|head| head.ends_with(is_break));
            match glyph.shape {
                Shape::Close | Shape::DoubleClose if !authors && !quoted => self.report(glyph),
                Shape::Close | Shape::DoubleClose | Shape::Open | Shape::DoubleOpen if authors => {
                    return;
                }
                _ => {}
            }
        }
    }

    fn bracket(&mut self, first: Glyph, rest: impl Iterator<Item = Glyph> + Clone) {
        self.parts.push(first);
        let limit = self.lexicon.brackets.longest();
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
                    let index = self
                        .text
                        .get(..first.at)
                        .and_then(|head| head.chars().next_back());
                    let index =
                        index.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ')' | ']'));
                    let named = self.lexicon.brackets.has(&self.key)
                        || (capitals && !index && self.lexicon.capitals.has(&self.key));
                    if named {
                        self.hit();
                    }
                    return;
                }
                _ => return,
            }
        }
    }

    /// Breaks a token at its first untrusted character.
    fn hit(&mut self) {
        let first = self
            .parts
            .iter()
            .find(|part| !(self.trusted)(part.at))
            .copied();
        if let Some(glyph) = first {
            self.report(glyph);
        }
    }

    fn report(&mut self, glyph: Glyph) {
        let like = match glyph.shape {
            Shape::Open | Shape::DoubleOpen => Some('<'),
            Shape::Close | Shape::DoubleClose => Some('>'),
            Shape::BracketOpen => Some('['),
            _ => None,
        };
        self.out.push(Break {
            at: glyph.at,
            char: glyph.char,
            like,
        });
    }
}

/// How a tag began, in front of its name.
#[derive(Clone, Copy)]
struct Opening {
    double: bool,
    slash: bool,
    space: bool,
}

fn tail(rest: impl Iterator<Item = Glyph>) -> Tail {
    let mut tail = Tail {
        only_space: true,
        ..Tail::default()
    };
    for glyph in rest {
        match glyph.shape {
            Shape::Close | Shape::DoubleClose => {
                tail.closed = true;
                return tail;
            }
            Shape::Open | Shape::DoubleOpen => return tail,
            Shape::Space | Shape::Slash => {}
            Shape::Equals => {
                tail.has_equals = true;
                tail.only_space = false;
            }
            Shape::Letter | Shape::Quote | Shape::Joint | Shape::Colon => tail.only_space = false,
            _ => {
                tail.has_odd = true;
                tail.only_space = false;
            }
        }
    }
    tail
}

/// The text without its comments (`<!-- … -->`), for tags that a comment cuts in two, with the
/// offsets (there, here) from which it can be told where each part came from. `None` if there are none.
pub fn without_comments(text: &str) -> Option<(String, Vec<(usize, usize)>)> {
    let mut out = String::new();
    let mut offsets = vec![(0, 0)];
    let mut from = 0;
    while let Some(begin) = text.get(from..).and_then(|rest| rest.find("<!--")) {
        let begin = from + begin;
        let Some(length) = text.get(begin + 4..).and_then(|rest| rest.find("-->")) else {
            break;
        };
        out.push_str(text.get(from..begin).unwrap_or_default());
        from = begin + 4 + length + 3;
        offsets.push((out.len(), from));
    }
    if from == 0 {
        return None;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Some((out, offsets))
}

/// Where a byte of the text without comments came from.
pub fn with_comments(at: usize, offsets: &[(usize, usize)]) -> usize {
    let index = offsets
        .partition_point(|pair| pair.0 <= at)
        .saturating_sub(1);
    offsets.get(index).map_or(at, |pair| pair.1 + (at - pair.0))
}

/// Tags and tokens that appear when the text is displayed from right to left, as an override of the
/// direction makes it. Both readings of the brackets are tried: as they are, and mirrored.
pub fn scan_reversed(text: &str, lexicon: &Lexicon, out: &mut Vec<Break>) {
    let mut places: Vec<(usize, char)> = text.char_indices().collect();
    places.reverse();
    for mirrored in [false, true] {
        let mut view = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(places.len());
        for (at, c) in &places {
            starts.push((view.len(), *at, *c));
            view.push(if mirrored { mirror(*c) } else { *c });
        }
        let mut found = Vec::new();
        scan(&view, 0, view.len(), lexicon, &|_| false, &mut found);
        out.extend(found.iter().filter_map(|hit| {
            let index = starts.binary_search_by_key(&hit.at, |start| start.0).ok()?;
            let &(_, at, char) = starts.get(index)?;
            let like = match shape(char) {
                Shape::Open | Shape::DoubleOpen => Some('<'),
                Shape::Close | Shape::DoubleClose => Some('>'),
                Shape::BracketOpen => Some('['),
                _ => None,
            };
            Some(Break { at, char, like })
        }));
    }
}

fn mirror(c: char) -> char {
    match shape(c) {
        Shape::Open => '>',
        Shape::Close => '<',
        Shape::DoubleOpen => '»',
        Shape::DoubleClose => '«',
        Shape::BracketOpen => ']',
        Shape::BracketClose => '[',
        _ => c,
    }
}
