//! Keeps data from acting as structure.
//!
//! Owns what happens to untrusted text on its way into a prompt: values that stand alone are fenced,
//! tags, control tokens and header lines in values are broken, and characters that hide text are
//! taken out. Everything else stays byte for byte, in every script. It must never alter a byte of
//! the author's text, and never decode what is escaped.
//!
//! Reading order: `plain` (a first look), `shape` (characters), `names`, `lists` and `lexicon` (what
//! is known), `token`, `tag`, `code`, `pipe` and `bracket` (tags and tokens), `comments` and
//! `reversed` (what hides them), `direction` and `invisible`, `words`, `header_words`, `pairs`,
//! `header_kinds`, `header` and `section` (header lines), `lines` and `message` (where lines begin),
//! `place` (what is fenced), `draft` (edits and counts), `seal` (the steps in order); `control` finds
//! control tokens in what an author wrote.

mod bracket;
mod code;
mod comments;
mod control;
mod direction;
mod draft;
mod header;
mod header_kinds;
mod header_words;
mod invisible;
mod lexicon;
mod lines;
mod lists;
mod message;
mod names;
mod pairs;
mod pipe;
mod place;
mod plain;
mod reversed;
mod seal;
mod section;
mod shape;
mod tag;
mod token;
mod words;

use std::borrow::Cow;
use std::ops::Range;

pub use control::ControlTokens;
use draft::{Draft, Mode, Piece};
use header::Headers;
use lexicon::Lexicon;
pub use place::Block;

use crate::text::origin::{Rendered, SourceId};

/// A stretch of sealed text with one source. Its beginning is the end of the span before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Byte offset just behind the span.
    pub end: usize,
    /// Where the bytes came from. What stands in place of an altered character, and `> ` before a
    /// line, belong to the value; fences belong to the engine.
    pub source: SourceId,
}

/// A fence that was put up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// The value between the tags.
    pub source: SourceId,
    /// Bytes of the whole, tags included.
    pub outer: Range<usize>,
    /// Bytes of the value.
    pub inner: Range<usize>,
}

/// Sealed text with its account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sealed {
    /// The text.
    pub text: String,
    /// Covers the text exactly, in order.
    pub spans: Vec<Span>,
    /// How many alterations each source suffered, in order of sources; sources without any are absent.
    pub neutralised: Vec<(SourceId, u32)>,
    /// The fences, in order.
    pub fences: Vec<Fence>,
}

impl Sealed {
    /// The spans as ranges of bytes, with their sources.
    pub fn ranges(&self) -> impl Iterator<Item = (Range<usize>, SourceId)> + '_ {
        let mut start = 0;
        self.spans.iter().map(move |span| {
            let range = start..span.end;
            start = span.end;
            (range, span.source)
        })
    }
}

/// A text without the characters that can hide text, and how many of them it had. Those that a script
/// or an emoji needs stay. Linear time; a second pass finds nothing.
pub(crate) fn unhidden(text: &str) -> (Cow<'_, str>, usize) {
    let mut edits = Vec::new();
    invisible::clean(text, 0, &mut edits);
    if edits.is_empty() {
        return (Cow::Borrowed(text), 0);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for edit in &edits {
        out.push_str(text.get(from..edit.range.start).unwrap_or_default());
        from = edit.range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    (Cow::Owned(out), edits.len())
}

/// What an agent's untrusted text is checked against. Built once per agent.
#[derive(Clone, Debug)]
pub struct Guard {
    fences: Lexicon,
    control: Lexicon,
    headers: Headers,
}

impl Guard {
    /// A guard for the given fence names (context keys, layer ids, call names) and header lines of
    /// layers. Names that prompts commonly use, and the control tokens of providers, are built in.
    #[must_use]
    pub fn new(
        fence_names: impl IntoIterator<Item = String>,
        headers: impl IntoIterator<Item = String>,
    ) -> Self {
        let own: Vec<String> = fence_names.into_iter().collect();
        Self {
            fences: Lexicon::fences(&own),
            control: Lexicon::control(),
            headers: Headers::new(headers),
        }
    }

    /// Seals rendered text.
    ///
    /// A value alone on its line (only the author's white space between it and the line's ends) is
    /// fenced as `<key>`, newline, value, newline, `</key>`, where the key is `name_of` its source; so
    /// is a block of `blocks` as a whole. Values inside a line, and those inside a block, have their
    /// line breaks made spaces. Fence tags belong to the source `engine`. `name_of` should give names
    /// the guard was built with.
    ///
    /// Time is linear in the text; text already sealed is not altered again.
    #[must_use]
    pub fn seal<'n>(
        &self,
        rendered: &Rendered,
        blocks: &[Block],
        engine: SourceId,
        name_of: &dyn Fn(SourceId) -> &'n str,
    ) -> Sealed {
        let blocks = place::outline(rendered, blocks);
        let pieces = place::pieces(rendered);
        let mut draft = Draft { text: Cow::Borrowed(&rendered.text), pieces, ..Draft::default() };
        seal::clean_runs(&mut draft, &self.fences);
        let groups = place::place(&mut draft, &blocks, engine, name_of);
        seal::flatten_runs(&mut draft);
        seal::break_tokens(&mut draft, &self.fences);
        seal::quote_lines(&mut draft, &self.headers);
        seal::enclose(&draft, &groups, engine, name_of)
    }

    /// A message of the history or of the user, which is a provider message of its own: control
    /// tokens and invisible controls are neutralised, nothing else. Gives the number of alterations.
    #[must_use]
    pub fn message<'a>(&self, text: &'a str) -> (Cow<'a, str>, u32) {
        let look = plain::look(text);
        if !(look.odd || look.breaks || look.opens) {
            return (Cow::Borrowed(text), 0);
        }
        let mut draft = single(text, Mode::Fenced);
        seal::clean_runs(&mut draft, &self.control);
        seal::break_tokens(&mut draft, &self.control);
        let edits = message::quote_turns(&draft);
        draft.apply(&edits);
        seal::finish(draft)
    }

    /// A value that stands inside a line which the engine writes, such as the name of a tool. Gives
    /// the number of alterations.
    #[must_use]
    pub fn inline<'a>(&self, text: &'a str) -> (Cow<'a, str>, u32) {
        let look = plain::look(text);
        if !(look.odd || look.breaks || look.opens) {
            return (Cow::Borrowed(text), 0);
        }
        let mut draft = single(text, Mode::Inline);
        seal::clean_runs(&mut draft, &self.fences);
        seal::flatten_runs(&mut draft);
        seal::break_tokens(&mut draft, &self.fences);
        seal::finish(draft)
    }
}

fn single(text: &str, mode: Mode) -> Draft<'_> {
    let pieces = vec![Piece { end: text.len(), source: SourceId(0), mode }];
    Draft { text: Cow::Borrowed(text), pieces, ..Draft::default() }
}
