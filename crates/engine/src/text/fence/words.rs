//! Reads the beginning of a line: what decorates it, and its first words with what stands between them.
//!
//! Owns the taking apart; what it means is `header`'s to say.

use std::ops::Range;

use super::shape::{Glyph, Shape, glyphs};
use crate::text::letters::push_key;

/// How many words of a line are read.
const MOST_WORDS: usize = 8;
/// How many bytes of a word's key are read; longer words are no header words.
const LONGEST_KEY: usize = 32;

/// The beginning of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    /// Decorated as a heading with `#`.
    pub(super) hashes: bool,
    /// Decorated with three or more of `=`, `-`, `*`, `_`, `~`.
    pub(super) rule: bool,
    /// Decorated with three or more quotes or backticks, directly in front of the first word.
    pub(super) code: bool,
    /// A square bracket stands directly in front of the first word.
    pub(super) bracket: bool,
    /// `**` or `__` stands directly in front of the first word.
    pub(super) emphasis: bool,
    /// The first word stands in quotes.
    pub(super) quoted: bool,
}

impl Line {
    /// Whether something other than white space makes the line stand out.
    pub(super) fn is_marked(&self) -> bool {
        self.hashes || self.rule || self.code || self.bracket || self.emphasis
    }
}

/// A word of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub(super) key: String,
    pub(super) range: Range<usize>,
    /// No letter of it is a small one.
    pub(super) capital: bool,
    /// ASCII, small letters only.
    pub(super) plain_lower: bool,
    /// Offset just behind the colon that follows, if one does.
    pub(super) colon: Option<usize>,
    /// Offset just behind the square bracket that follows, if it is not the text of a link.
    pub(super) bracket_close: Option<usize>,
    pub(super) equals: bool,
    /// A dash, `>` or `|` follows.
    pub(super) dash: bool,
    /// Only decoration follows up to the end of the line.
    pub(super) ends_line: bool,
    /// Behind the colon stands one word without white space, and the line ends.
    pub(super) single_follows: bool,
    pub(super) in_parens: bool,
    /// Joined to what follows by an apostrophe or the like.
    pub(super) joined: bool,
}

/// Reads a line; `None` if it has no words. With `escapes`, what is left of terminal sequences
/// (`[2J`) counts as decoration.
pub(super) fn read(line: &str, escapes: bool) -> Option<Line> {
    let mut out = Line::default();
    let mut at = decoration(line, escapes, &mut out)?;
    let mut parens = false;
    while out.words.len() < MOST_WORDS {
        let (mut word, next) = word(line, at)?;
        word.in_parens = parens;
        let begin = follow(line, next, &mut word, &mut parens);
        let too_long = word.key.len() > LONGEST_KEY;
        out.words.push(word);
        match begin {
            Some(begin) if !too_long => at = begin,
            _ => break,
        }
    }
    if out.quoted {
        let first = out.words.first()?;
        out.quoted = line.get(first.range.end..).is_some_and(|rest| rest.starts_with(['"', '\'']));
    }
    Some(out)
}

/// Skips signs, list numbers and bullets; gives the offset of the first word.
fn decoration(line: &str, escapes: bool, out: &mut Line) -> Option<usize> {
    let mut rest = glyphs(line, 0).peekable();
    let mut signs = Signs::default();
    let mut numbers = 0;
    let mut sequence = false;
    loop {
        let glyph = *rest.peek()?;
        if glyph.shape != Shape::Letter {
            signs.add(glyph);
            out.hashes |= glyph.sign == '#';
            out.rule |= signs.count >= 3
                && matches!(
                    signs.sign,
                    '=' | '-' | '*' | '_' | '~' | '─' | '━' | '—' | '═' | '+' | '>' | '<'
                );
            rest.next();
            if escapes && glyph.sign == '[' {
                let ahead = rest.clone();
                let mut ahead = ahead.skip_while(|next| {
                    next.char.is_ascii_digit() || matches!(next.char, ';' | '?')
                });
                let Some(last) = ahead.next().filter(|next| next.char.is_ascii_alphabetic()) else {
                    continue;
                };
                while rest.next_if(|next| next.at <= last.at).is_some() {}
                sequence = true;
            }
            continue;
        }
        if numbers < 8
            && let Some(behind) = list_number(rest.clone())
        {
            numbers += 1;
            while rest.next_if(|next| next.at < behind).is_some() {}
            signs = Signs::default();
            continue;
        }
        if escapes && !sequence {
            return None;
        }
        out.bracket = signs.bracket;
        out.emphasis = signs.count >= 2 && !signs.spaced && matches!(signs.sign, '*' | '_');
        out.code = signs.count >= 3 && matches!(signs.sign, '`' | '~' | '"' | '\'');
        out.quoted = !signs.spaced && matches!(signs.sign, '"' | '\'');
        return Some(glyph.at);
    }
}

/// The signs read last: which, how many of the same, and whether a space came behind them.
#[derive(Default)]
struct Signs {
    sign: char,
    count: usize,
    spaced: bool,
    bracket: bool,
}

impl Signs {
    fn add(&mut self, glyph: Glyph) {
        if glyph.shape == Shape::Space {
            self.spaced = true;
            return;
        }
        self.count = if glyph.sign == self.sign && !self.spaced { self.count + 1 } else { 1 };
        self.sign = glyph.sign;
        self.spaced = false;
        self.bracket = glyph.shape == Shape::BracketOpen;
    }
}

/// `1.`, `a)`, `IV.`, `12:30`: the offset behind a number of a list or a time, if one begins here.
fn list_number(mut rest: impl Iterator<Item = Glyph>) -> Option<usize> {
    let mut text = String::new();
    let sign = loop {
        let glyph = rest.next()?;
        if glyph.shape != Shape::Letter {
            break glyph;
        }
        push_key(glyph.char, &mut text);
        if text.len() > 6 {
            return None;
        }
    };
    let digits = text.chars().all(|c| c.is_ascii_digit());
    let number = text.len() == 1 || text.chars().all(|c| c.is_ascii_digit() || "lvxc".contains(c));
    let listed = matches!(sign.sign, '.' | ')' | ':' | ',' | '/' | '-' | ']');
    (number && (listed || (digits && sign.shape == Shape::Space))).then_some(sign.at)
}

/// Reads the word at `at`: letters, with the joints that stand between letters.
fn word(line: &str, at: usize) -> Option<(Word, usize)> {
    let mut word = Word { capital: true, plain_lower: true, ..Word::default() };
    let mut rest = glyphs(line, at).peekable();
    let mut end = at;
    while let Some(glyph) = rest.next() {
        let inner = |next: Option<&Glyph>| next.is_some_and(|next| next.shape == Shape::Letter);
        match glyph.shape {
            Shape::Letter => {
                if word.key.len() <= LONGEST_KEY {
                    push_key(glyph.char, &mut word.key);
                }
                word.capital &= !glyph.char.is_lowercase();
                word.plain_lower &= glyph.char.is_ascii_lowercase();
                end = glyph.at + glyph.char.len_utf8();
            }
            // An underscore or hyphen makes one word of two; so do `.`, `'`, `@` in names of code.
            Shape::Joint | Shape::Quote if glyph.sign != '"' && inner(rest.peek()) => {
                word.plain_lower &= glyph.char.is_ascii();
                word.joined = true;
            }
            Shape::Other if glyph.sign == '@' && inner(rest.peek()) => word.joined = true,
            _ => break,
        }
    }
    if word.joined {
        // A joined word never equals a plain one, unless the vocabulary has it as one.
        word.plain_lower = false;
    }
    word.range = at..end;
    (end > at).then_some((word, end))
}

/// Notes what follows a word; gives the offset of the next word.
fn follow(line: &str, at: usize, word: &mut Word, parens: &mut bool) -> Option<usize> {
    let mut spaced = false;
    let rest = glyphs(line, at);
    let mut broken = false;
    for glyph in rest {
        let end = glyph.at + glyph.char.len_utf8();
        match glyph.shape {
            Shape::Letter => return Some(glyph.at),
            Shape::Space => spaced = true,
            Shape::Colon if word.colon.is_none() && !broken => {
                word.colon = Some(end);
                let tail = line.get(end..).unwrap_or_default();
                let tail = tail.trim();
                word.single_follows = !tail.is_empty() && !tail.contains(char::is_whitespace);
                // `user::name` is a path of a programming language.
                if tail.starts_with(':') && word.plain_lower {
                    word.colon = None;
                    broken = true;
                }
            }
            Shape::Equals => word.equals = true,
            Shape::BracketClose if word.bracket_close.is_none() && !broken => {
                let is_link = line.get(end..).is_some_and(|tail| tail.starts_with(['(', '[']));
                word.bracket_close = (!is_link).then_some(end);
            }
            Shape::Joint | Shape::Pipe | Shape::Close if spaced || glyph.shape == Shape::Close => {
                word.dash |= !broken;
                broken = true;
            }
            Shape::Joint if matches!(glyph.sign, '.' | '。') => broken = true,
            Shape::Joint | Shape::Quote | Shape::BracketClose => {}
            _ => match glyph.sign {
                '(' => *parens = true,
                ')' => *parens = false,
                '*' | '`' | '#' => {}
                _ => broken = true,
            },
        }
    }
    word.ends_line = true;
    None
}
