//! Puts `> ` before lines of untrusted text that begin a header.
//!
//! Owns the finding of line beginnings: inside values that keep their lines, and where a line of the
//! author's begins with a value. It must run when nothing else will be altered any more.

use std::borrow::Cow;

use super::draft::{Draft, Edit, Mode};
use super::header::{After, Headers, is_rule};
use crate::text::letters::is_break;

/// What marks a line as quoted.
const QUOTE: &str = "> ";
/// How far back the line before a value is looked at.
const RULE_LONGEST: usize = 256;

/// Reports the edits for all lines that begin with, or within, an untrusted run. Linear time.
pub(super) fn quote_headers(draft: &Draft, headers: &Headers) -> Vec<Edit> {
    let text: &str = &draft.text;
    let mut edits = Vec::new();
    let mut start = 0;
    // Everything in front of this offset belongs to lines that have been looked at.
    let mut seen = 0;
    for piece in &draft.pieces {
        let run = start..piece.end;
        start = piece.end;
        if piece.mode == Mode::Trusted || run.is_empty() || run.end <= seen {
            continue;
        }
        let mut line =
            if run.start >= seen { line_start(text, seen, run.start) } else { Some(seen) };
        let mut before: Option<After> = None;
        while let Some(begin) = line {
            let end = line_end(text, begin);
            let body = text.get(begin..end).unwrap_or_default();
            let covered = begin >= run.start && end <= run.end;
            let after = || before.unwrap_or_else(|| line_before(text, begin));
            let rest = text.get(end..run.end).filter(|_| covered).unwrap_or_default();
            let found =
                headers.may_begin(body).then(|| headers.find(body, after(), rest)).flatten();
            if let Some(found) = found {
                let found = begin + found.start..begin + found.end;
                let at =
                    if covered { Some(begin) } else { first_untrusted(draft, begin, found.end) };
                // A header that begins with the author's own word is the author's.
                let touched = covered || !draft.is_trusted(found.start);
                if let Some(at) = at.filter(|at| {
                    touched && !text.get(*at..).is_some_and(|rest| rest.starts_with(QUOTE))
                }) {
                    edits.push(Edit { range: at..at, with: Cow::Borrowed(QUOTE) });
                }
            }
            before = Some(match () {
                () if is_rule(body) => After::Rule,
                () if !is_blank(body) => After::Text,
                () if after() == After::Rule => After::Rule,
                () => After::Blank,
            });
            let next = next_line(text, end);
            seen = next.unwrap_or(text.len() + 1);
            line = next.filter(|next| *next < run.end);
        }
    }
    edits
}

/// The beginning of the line that holds `at`, or `None` if it lies before `seen`, in a line that has
/// been looked at already.
fn line_start(text: &str, seen: usize, at: usize) -> Option<usize> {
    let gap = text.get(seen..at)?;
    let found = if gap.is_ascii() {
        gap.bytes().rposition(|byte| (0x0A..=0x0D).contains(&byte)).map(|index| index + 1)
    } else {
        gap.char_indices().rev().find(|(_, c)| is_break(*c)).map(|(index, c)| index + c.len_utf8())
    };
    Some(seen + found.unwrap_or(0))
}

fn line_before(text: &str, line: usize) -> After {
    let head = text.get(..line).unwrap_or_default();
    let head = head.strip_suffix(is_break).unwrap_or(head);
    let from = head.ceil_char_boundary(head.len().saturating_sub(RULE_LONGEST));
    let last = head.get(from..).unwrap_or_default();
    let last = last.rfind(is_break).and_then(|index| last.get(index..)).unwrap_or(last);
    match last {
        _ if is_rule(last) => After::Rule,
        _ if is_blank(last) && line > 0 => After::Blank,
        _ => After::Text,
    }
}

fn is_blank(line: &str) -> bool {
    line.chars().all(char::is_whitespace)
}

/// The end of the line that holds `from`: the place of its break, or the end of the text.
pub(super) fn line_end(text: &str, from: usize) -> usize {
    // The breaks beyond ASCII begin with one of two bytes, which begin other characters as well.
    let may_break = |byte: u8| matches!(byte, 0x0A..=0x0D | 0xC2 | 0xE2);
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        // Blocks without an early exit inside are turned into vector instructions.
        while bytes
            .get(at..at + 32)
            .is_some_and(|block| !block.iter().fold(false, |any, byte| any | may_break(*byte)))
        {
            at += 32;
        }
        let found = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| may_break(*byte)));
        let Some(found) = found else {
            return text.len();
        };
        at += found;
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if !is_break(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

fn next_line(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let mut chars = rest.chars();
    let first = chars.next()?;
    let pair = first == '\r' && chars.next() == Some('\n');
    Some(end + first.len_utf8() + usize::from(pair))
}

fn first_untrusted(draft: &Draft, from: usize, to: usize) -> Option<usize> {
    let index = draft.piece_at(from)?;
    let pieces = draft.pieces.get(index..)?;
    let mut start = from;
    for piece in pieces {
        if start >= to {
            return None;
        }
        if piece.mode != Mode::Trusted && piece.end > start {
            return Some(start);
        }
        start = start.max(piece.end);
    }
    None
}
