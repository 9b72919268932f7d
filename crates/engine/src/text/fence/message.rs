//! Line-bound control tokens of messages.
//!
//! Owns the one token that is a line: a blank line, then `Human:`, `Assistant:` or `System:`, with
//! which older models mark turns. Everything else about headers is left alone in a message.

use std::borrow::Cow;

use super::draft::{Draft, Edit};
use super::lines::line_end;
use super::names::key;
use super::shape::{Shape, glyphs};
use crate::text::letters::{is_break, is_invisible, push_key};

/// Letters of the longest speaker.
const LONGEST: usize = 12;

/// Reports the edits that put `> ` before each such line. Linear time.
pub(super) fn quote_turns(draft: &Draft) -> Vec<Edit> {
    let text: &str = &draft.text;
    let mut edits = Vec::new();
    let mut from = 0;
    loop {
        from = line_end(text, from);
        let Some(gap) = text.get(from..).filter(|gap| !gap.is_empty()) else {
            return edits;
        };
        // How many line breaks have been seen with nothing between them.
        let mut breaks = 0;
        let mut chars = gap.char_indices().peekable();
        while let Some((at, c)) = chars.next_if(|(_, c)| c.is_whitespace() || is_invisible(*c)) {
            if is_break(c) {
                let pair = c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some();
                breaks += 1;
                let next = from + at + c.len_utf8() + usize::from(pair);
                if breaks >= 2 && speaks(text, next) {
                    edits.push(Edit { range: next..next, with: Cow::Borrowed("> ") });
                }
            }
        }
        from += chars.peek().map_or(gap.len(), |(at, _)| *at);
    }
}

fn speaks(text: &str, at: usize) -> bool {
    let mut name = String::new();
    let mut capital = false;
    for glyph in glyphs(text, at) {
        match glyph.shape {
            Shape::Letter if name.len() <= LONGEST => {
                if name.is_empty() {
                    capital = !glyph.char.is_lowercase() || !glyph.char.is_ascii();
                }
                push_key(glyph.char, &mut name);
            }
            Shape::Space if !is_break(glyph.char) => {}
            Shape::Colon => {
                let speakers = ["human", "assistant", "system"];
                return capital && speakers.iter().any(|speaker| key(speaker) == name);
            }
            _ => return false,
        }
    }
    false
}
