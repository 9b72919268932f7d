//! Cuts a source into text and tags, and tags into tokens.
//!
//! Owns delimiters, white space control, comments, `raw` and what a token looks like. It knows
//! nothing of grammar. Each call moves forward, so that reading is linear in the source; after a bad
//! tag it goes on behind that tag's end.

use crate::text::template::ast::Span;
use crate::text::template::chars::{
    continues_name, hides_in_code, hides_in_text, is_space, reorders, starts_name,
};
use crate::text::template::error::Fault;
use crate::text::template::limits::PROBLEMS;

/// A token of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Span,
}

/// What a token is. Its text is in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Name,
    Integer,
    Float,
    /// A string with its quotes.
    Text,
    Symbol(&'static str),
}

/// A piece of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text to copy.
    Text(Span),
    /// `{{ … }}`; the tokens are in [`Lexer::tokens`].
    Print(Span),
    /// `{% … %}`; the tokens are in [`Lexer::tokens`].
    Block(Span),
}

/// Symbols, longer ones before their beginnings.
const SYMBOLS: &[&str] = &[
    "**", "//", "==", "!=", ">=", "<=", "&&", "||", "??", "=", "<", ">", "+", "-", "*", "/", "%",
    "~", ".", ",", "|", "(", ")", "[", "]", "{", "}", ":", ";", "!", "?", "&", "@", "#", "$", "^",
    "`", "\\",
];

/// Reads a source from its beginning to its end.
pub(super) struct Lexer<'s> {
    source: &'s str,
    at: usize,
    /// Whether the tag before asked to strip the text that follows.
    strips: bool,
    /// Whether `at` stands inside `{% raw %}`; the span of that tag.
    raw: Option<Span>,
    /// The tokens of the last tag.
    pub(super) tokens: Vec<Token>,
    /// Whether the last tag could not be cut into tokens to its end.
    pub(super) broken: bool,
    /// What was wrong so far.
    pub(super) faults: Vec<(Fault, Span)>,
}

impl<'s> Lexer<'s> {
    /// Reads a template. One line end at the end of the source is dropped, as Jinja2 does.
    pub(super) fn template(source: &'s str) -> Self {
        let body = source
            .strip_suffix("\r\n")
            .or_else(|| source.strip_suffix('\n'))
            .or_else(|| source.strip_suffix('\r'))
            .unwrap_or(source);
        Lexer {
            source: body,
            at: 0,
            strips: false,
            raw: None,
            tokens: Vec::new(),
            broken: false,
            faults: Vec::new(),
        }
    }

    /// Reads a whole source as the inside of one tag.
    pub(super) fn expression(source: &'s str) -> Self {
        let mut lexer = Lexer::template("");
        lexer.source = source;
        if lexer.tag(None).is_none() {
            lexer.broken = true;
        }
        lexer
    }

    /// The next piece, or nothing at the end.
    pub(super) fn next(&mut self) -> Option<Piece> {
        loop {
            if let Some(opened) = self.raw.take() {
                if let Some(piece) = self.raw_text(opened) {
                    return Some(piece);
                }
                continue;
            }
            // A source with so many faults is not what its author meant; reading on would cost more
            // with each of them.
            if self.at >= self.source.len() || self.faults.len() >= PROBLEMS {
                return None;
            }
            let start = self.at;
            let open = self.find_open(start);
            let end = open.unwrap_or(self.source.len());
            let strips_before = open.is_some_and(|open| self.is_at(open + 2, "-"));
            if let Some(text) = self.text(start, end, strips_before) {
                self.at = end;
                return Some(Piece::Text(text));
            }
            let open = open?;
            self.at = open + 2 + usize::from(strips_before);
            if self.is_at(open, "{#") {
                self.comment(open);
            } else if self.is_at(open, "{%") {
                if !self.opens_raw(open) {
                    return Some(Piece::Block(self.tag_piece(open, "%}")));
                }
            } else {
                return Some(Piece::Print(self.tag_piece(open, "}}")));
            }
        }
    }

    fn is_at(&self, at: usize, text: &str) -> bool {
        self.source.get(at..).is_some_and(|rest| rest.starts_with(text))
    }

    fn find(&self, text: &str, from: usize) -> Option<usize> {
        self.source.get(from..)?.find(text).map(|at| from + at)
    }

    /// Where the next `{{`, `{%` or `{#` begins.
    fn find_open(&self, from: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        let mut at = from;
        while let Some(brace) = self.find("{", at) {
            if matches!(bytes.get(brace + 1), Some(b'{' | b'%' | b'#')) {
                return Some(brace);
            }
            at = brace + 1;
        }
        None
    }

    /// The text between two tags after white space control; nothing if none is left.
    fn text(&mut self, start: usize, end: usize, strips_end: bool) -> Option<Span> {
        let mut text = self.source.get(start..end)?;
        let mut start = start;
        if std::mem::take(&mut self.strips) {
            let rest = text.trim_start_matches(is_space);
            start += text.len() - rest.len();
            text = rest;
        }
        if strips_end {
            text = text.trim_end_matches(is_space);
        }
        (!text.is_empty()).then(|| Span::new(start, start + text.len()))
    }

    /// Skips a comment whose beginning has been read.
    fn comment(&mut self, open: usize) {
        let Some(close) = self.find("#}", self.at) else {
            self.faults.push((
                Fault::new("template.syntax", "this comment is never closed")
                    .help("close it with `#}`"),
                Span::new(open, open + 2),
            ));
            self.at = self.source.len();
            return;
        };
        let inside = self.source.get(self.at..close).unwrap_or_default();
        if let Some((offset, c)) = inside.char_indices().find(|(_, c)| reorders(*c)) {
            self.faults.push(invisible(self.at + offset, c, "this comment"));
        }
        self.strips = inside.ends_with('-');
        self.at = close + 2;
    }

    /// If `{% raw %}` begins at `open`, moves behind it.
    fn opens_raw(&mut self, open: usize) -> bool {
        let Some((at, strips)) = self.word_tag(self.at, "raw") else {
            return false;
        };
        self.raw = Some(Span::new(open, at));
        self.strips = strips;
        self.at = at;
        true
    }

    /// If `word` and the end of a block tag stand at `at`, where the tag ends and whether it strips.
    fn word_tag(&self, at: usize, word: &str) -> Option<(usize, bool)> {
        let rest = self.source.get(at..)?;
        let rest = rest.trim_start_matches(is_space).strip_prefix(word)?;
        let rest = rest.trim_start_matches(is_space);
        let (rest, strips) = match rest.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let rest = rest.strip_prefix("%}")?;
        Some((self.source.len() - rest.len(), strips))
    }

    /// The text of a `raw` block; moves behind `{% endraw %}`.
    fn raw_text(&mut self, opened: Span) -> Option<Piece> {
        let start = self.at;
        let mut from = start;
        while let Some(open) = self.find("{%", from) {
            let strips_before = self.is_at(open + 2, "-");
            if let Some((at, strips)) =
                self.word_tag(open + 2 + usize::from(strips_before), "endraw")
            {
                let text = self.text(start, open, strips_before);
                self.at = at;
                self.strips = strips;
                return text.map(Piece::Text);
            }
            from = open + 2;
        }
        self.faults.push((
            Fault::new("template.syntax", "this `raw` is never closed")
                .help("close it with `{% endraw %}`"),
            opened,
        ));
        self.at = self.source.len();
        None
    }

    fn tag_piece(&mut self, open: usize, close: &'static str) -> Span {
        self.broken = false;
        self.tokens.clear();
        if self.is_at(self.at, "+") {
            self.faults.push((
                Fault::new("template.syntax", "`+` after the opening of a tag is not supported")
                    .help("leave it out: white space is kept unless a tag says `-`")
                    .write_at(Span::new(self.at, self.at + 1), ""),
                Span::new(open, self.at + 1),
            ));
            self.at += 1;
            self.broken = true;
        }
        let first = self.at;
        if self.tag(Some((open, close))).is_none() {
            self.broken = true;
            // Goes on behind the first end after the bad place; without one, nothing is left.
            let bad = self.at.max(first);
            let next = self.find_open(bad);
            match self.find(close, bad) {
                Some(end) if next.is_none_or(|next| end < next) => {
                    self.strips = self.source.get(..end).is_some_and(|text| text.ends_with('-'));
                    self.at = end + 2;
                }
                _ => self.at = next.unwrap_or(self.source.len()),
            }
        }
        Span::new(open, self.at)
    }

    /// Cuts a tag into tokens, to its end. `None` if that is not possible: the fault is noted, and
    /// `at` is where it is.
    fn tag(&mut self, ends: Option<(usize, &'static str)>) -> Option<()> {
        loop {
            self.skip_space();
            let at = self.at;
            let Some(c) = self.source.get(at..)?.chars().next() else {
                let Some((open, close)) = ends else {
                    return Some(());
                };
                let fault = Fault::new("template.syntax", "this tag is never closed")
                    .help(format!("close it with `{close}`"));
                let fault = self.closed(fault, open, close);
                return self.fail(fault, open, open + 2);
            };
            if let Some((open, close)) = ends {
                if self.is_at(at, close) {
                    self.at += 2;
                    return Some(());
                }
                if self.is_at(at, "-") && self.is_at(at + 1, close) {
                    self.at += 3;
                    self.strips = true;
                    return Some(());
                }
                if self.is_at(at, "{{") || self.is_at(at, "{%") || self.is_at(at, "{#") {
                    let fault =
                        Fault::new("template.syntax", "a tag begins before this one is closed")
                            .help(format!("close it with `{close}`"));
                    let fault = self.closed(fault, open, close);
                    return self.fail(fault, open, open + 2);
                }
                if self.is_at(at, "}}") || self.is_at(at, "%}") || self.is_at(at, "+%}") {
                    let fault =
                        Fault::new("template.syntax", "this end does not belong to this tag")
                            .help(format!("close it with `{close}`"));
                    let length = if self.is_at(at, "+%}") { 3 } else { 2 };
                    let fault = fault.write_at(Span::new(at, at + length), close);
                    self.fail(fault, at, at + 2);
                    self.at = at;
                    return None;
                }
            }
            self.token(c)?;
        }
    }

    /// The fault of a tag that has no end, with the end where it is clear where it belongs: at a brace
    /// that stands alone, or behind a value that its line ends with.
    fn closed(&self, fault: Fault, open: usize, close: &'static str) -> Fault {
        let lone = self.tokens.iter().find(|token| token.kind == TokenKind::Symbol("}"));
        if let Some(brace) = lone {
            return fault.write_at(brace.span, close);
        }
        let line = self.find("\n", open).unwrap_or(self.source.len());
        let on_line = self.tokens.iter().take_while(|token| token.span.end as usize <= line);
        let mut last: Option<Token> = None;
        for token in on_line {
            let between = matches!(token.kind, TokenKind::Symbol("." | "|"));
            let after_name = last.is_some_and(|last| last.kind == TokenKind::Name);
            if between != after_name || !(between || token.kind == TokenKind::Name) {
                return fault;
            }
            last = Some(*token);
        }
        match last.filter(|last| close == "}}" && last.kind == TokenKind::Name) {
            Some(last) => {
                let space = if self.is_at(open + 2, " ") { " " } else { "" };
                let end = last.span.end as usize;
                fault.write_at(Span::new(end, end), format!("{space}{close}"))
            }
            None => fault,
        }
    }

    fn skip_space(&mut self) {
        let rest = self.source.get(self.at..).unwrap_or_default();
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    /// Reads one token that begins with `c`.
    fn token(&mut self, c: char) -> Option<()> {
        let start = self.at;
        let rest = self.source.get(start..)?;
        let (kind, len) = if hides_in_code(c) {
            self.faults.push(invisible(start, c, "this tag"));
            return None;
        } else if starts_name(c) {
            (TokenKind::Name, rest.find(|c| !continues_name(c)).unwrap_or(rest.len()))
        } else if c.is_ascii_digit() {
            let after_dot = self.tokens.last().is_some_and(|last| {
                last.kind == TokenKind::Symbol(".") && last.span.end as usize == start
            });
            number(rest.as_bytes(), after_dot)
        } else if c == '"' || c == '\'' {
            (TokenKind::Text, self.string(rest, c)?)
        } else if let Some(symbol) = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol)) {
            (TokenKind::Symbol(symbol), symbol.len())
        } else {
            let fault = Fault::new(
                "template.syntax",
                format!("the character {} means nothing here", code_point(c)),
            );
            return self.fail(fault, start, start + c.len_utf8());
        };
        let span = Span::new(start, start + len);
        // A name may contain letters that cannot be seen.
        if kind == TokenKind::Name
            && let Some((offset, c)) =
                span.of(self.source).char_indices().find(|(_, c)| hides_in_code(*c))
        {
            self.faults.push(invisible(start + offset, c, "this tag"));
            return None;
        }
        self.tokens.push(Token { kind, span });
        self.at = start + len;
        Some(())
    }

    /// The length of the string at the beginning of `rest`, with its quotes.
    fn string(&mut self, rest: &str, quote: char) -> Option<usize> {
        let mut escaped = false;
        for (offset, c) in rest.char_indices().skip(1) {
            if hides_in_text(c) {
                self.faults.push(invisible(self.at + offset, c, "this string"));
                self.at += offset;
                return None;
            }
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if c == quote {
                return Some(offset + 1);
            }
        }
        let fault = Fault::new("template.syntax", "this string is never closed")
            .help(format!("close it with `{quote}`"));
        self.fail(fault, self.at, self.at + 1);
        None
    }

    fn fail(&mut self, fault: Fault, start: usize, end: usize) -> Option<()> {
        self.faults.push((fault, Span::new(start, end)));
        None
    }
}

/// The kind and length of the number at the beginning of `bytes`.
fn number(bytes: &[u8], after_dot: bool) -> (TokenKind, usize) {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let whole = digits(0);
    // In `list.0.1` the dots lead to items.
    if after_dot {
        return (TokenKind::Integer, whole);
    }
    let mut len = whole;
    let mut kind = TokenKind::Integer;
    if bytes.get(len) == Some(&b'.') && digits(len + 1) > 0 {
        len += 1 + digits(len + 1);
        kind = TokenKind::Float;
    }
    if matches!(bytes.get(len), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(len + 1), Some(b'+' | b'-')));
        let exponent = digits(len + 1 + sign);
        if exponent > 0 {
            len += 1 + sign + exponent;
            kind = TokenKind::Float;
        }
    }
    (kind, len)
}

/// `U+202E`, as people look it up.
fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn invisible(at: usize, c: char, place: &str) -> (Fault, Span) {
    let fault =
        Fault::new("template.invisible", format!("{} in {place} cannot be seen", code_point(c)))
            .help("delete it; in a string it can be written as an escape such as `\\u200b`")
            .write("");
    (fault, Span::new(at, at + c.len_utf8()))
}
