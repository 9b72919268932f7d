//! Tags and tokens as a reader sees them whose text runs from right to left.
//!
//! Owns the finding of such stretches, their mirrored view and the way back from it.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::shape::{Shape, shape};
use super::token::{Break, scan};
use crate::text::letters::is_break;

/// The stretches of a run that an override displays from right to left.
pub(super) fn overridden(run: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in
        run.char_indices().filter(|(_, c)| matches!(c, '\u{202C}'..='\u{202E}') || is_break(*c))
    {
        if let Some(start) = open.take() {
            found.push(start..at);
        }
        if c == '\u{202E}' {
            open = Some(at + c.len_utf8());
        }
    }
    if let Some(start) = open {
        found.push(start..run.len());
    }
    found
}

/// Tags and tokens that appear when the text is displayed from right to left, as an override of the
/// direction makes it. Both readings of the brackets are tried: as they are, and mirrored.
pub(super) fn scan_reversed(text: &str, lexicon: &Lexicon, found: &mut dyn FnMut(Break)) {
    let mut places: Vec<(usize, char)> = text.char_indices().collect();
    places.reverse();
    for mirrored in [false, true] {
        let mut view = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(places.len());
        for (at, c) in &places {
            starts.push((view.len(), *at, *c));
            view.push(if mirrored { mirror(*c) } else { *c });
        }
        let mut hits = Vec::new();
        scan(&view, 0, view.len(), lexicon, &|_| Some(0), &mut hits);
        for hit in hits {
            let index = starts.binary_search_by_key(&hit.at, |start| start.0);
            if let Some(&(_, at, char)) = index.ok().and_then(|index| starts.get(index)) {
                found(Break::new(at, char));
            }
        }
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
