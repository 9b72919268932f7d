//! The steps of sealing, in order.
//!
//! Owns the order: first what is invisible goes, then tags and tokens are broken (and with them what
//! had stayed invisible for their sake), then header lines are quoted, last the fences are put up.
//! Later steps see what earlier ones left, so that the result contains nothing that a second pass
//! would alter. It must never let a step alter trusted text.

use std::borrow::Cow;

use memchr::{memchr2, memmem};

use super::comments::{with_comments, without_comments};
use super::draft::{Draft, Edit, Mode, entity};
use super::header::Headers;
use super::invisible::{clean, flatten};
use super::lexicon::Lexicon;
use super::lines::quote_headers;
use super::place::Group;
use super::reversed::{overridden, scan_reversed};
use super::token::{Break, scan};
use super::{Fence, Sealed, Span};
use crate::text::origin::SourceId;

/// How far a tag that is put together from the author's text and a value may reach into the former.
const REACH: usize = 512;

/// Takes invisible characters out of every untrusted run.
pub(super) fn clean_runs(draft: &mut Draft, lexicon: &Lexicon) {
    let mut edits = Vec::new();
    let mut start = 0;
    for piece in &draft.pieces {
        let run = draft.text.get(start..piece.end).unwrap_or_default();
        if piece.mode != Mode::Trusted {
            clean_reversed(run, start, lexicon, &mut edits);
        }
        start = piece.end;
    }
    draft.apply(&edits);
}

/// Breaks tags in the stretches of a run that an override displays from right to left. Without its
/// override, the text no longer shows what it spells backwards; a reader who reverses it again must
/// not find a tag either.
fn clean_reversed(run: &str, base: usize, lexicon: &Lexicon, edits: &mut Vec<Edit>) {
    let first = edits.len();
    clean(run, base, edits);
    if edits.len() == first || memmem::find(run.as_bytes(), "\u{202E}".as_bytes()).is_none() {
        return;
    }
    let mut breaks = Vec::new();
    for range in overridden(run) {
        let stretch = run.get(range.clone()).unwrap_or_default();
        let begin = base + range.start;
        scan_reversed(stretch, lexicon, &mut |hit| {
            breaks.push(Break { at: begin + hit.at, ..hit });
        });
    }
    edits.extend(to_edits(breaks));
    if let Some(own) = edits.get_mut(first..) {
        own.sort_by_key(|edit| edit.range.start);
    }
}

/// Makes the line breaks of runs inside a line spaces.
pub(super) fn flatten_runs(draft: &mut Draft) {
    let mut edits = Vec::new();
    let mut start = 0;
    for piece in &draft.pieces {
        if piece.mode == Mode::Inline {
            flatten(draft.text.get(start..piece.end).unwrap_or_default(), start, &mut edits);
        }
        start = piece.end;
    }
    draft.apply(&edits);
}

/// Breaks every tag and token in which an untrusted character takes part.
pub(super) fn break_tokens(draft: &mut Draft, lexicon: &Lexicon) {
    let text: &str = &draft.text;
    let mut breaks = Vec::new();
    for (from, to) in windows(draft) {
        let window = text.get(from..to).unwrap_or_default();
        if window.is_ascii() && memchr2(b'<', b'[', window.as_bytes()).is_none() {
            continue;
        }
        scan(text, from, to, lexicon, &|at| draft.owner(at), &mut breaks);
        if let Some((bare, offsets)) = without_comments(window) {
            let back = |at| from + with_comments(at, &offsets);
            let mut found = Vec::new();
            scan(&bare, 0, bare.len(), lexicon, &|at| draft.owner(back(at)), &mut found);
            breaks.extend(found.into_iter().map(|hit| Break { at: back(hit.at), ..hit }));
        }
    }
    if breaks.is_empty() {
        return;
    }
    let edits = to_edits(breaks);
    draft.apply(&edits);
    // A letter that was broken no longer asks for the joiners and directions around it.
    clean_runs(draft, lexicon);
}

fn to_edits(mut breaks: Vec<Break>) -> Vec<Edit> {
    breaks.sort_unstable();
    breaks.dedup_by_key(|hit| hit.at);
    breaks
        .into_iter()
        .map(|hit| Edit {
            range: hit.at..hit.at + hit.char.len_utf8(),
            with: entity(hit.char, hit.like),
        })
        .collect()
}

/// The stretches of text around untrusted runs, apart from each other.
fn windows(draft: &Draft) -> Vec<(usize, usize)> {
    let text: &str = &draft.text;
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for piece in &draft.pieces {
        if piece.mode != Mode::Trusted && piece.end > start {
            let from = text.floor_char_boundary(start.saturating_sub(REACH));
            let to = text.ceil_char_boundary(piece.end.saturating_add(REACH).min(text.len()));
            match found.last_mut() {
                Some(last) if last.1 >= from => last.1 = last.1.max(to),
                _ => found.push((from, to)),
            }
        }
        start = piece.end;
    }
    found
}

/// Quotes lines that begin a header.
pub(super) fn quote_lines(draft: &mut Draft, headers: &Headers) {
    let edits = quote_headers(draft, headers);
    draft.apply(&edits);
}

/// Puts the fences up and closes the account.
pub(super) fn enclose<'n>(
    draft: &Draft,
    groups: &[Group],
    engine: SourceId,
    name_of: &dyn Fn(SourceId) -> &'n str,
) -> Sealed {
    let room: usize = groups.iter().map(|group| 2 * name_of(group.source).len() + 7).sum();
    let mut sealed = Sealed {
        text: String::with_capacity(draft.text.len() + room),
        spans: Vec::with_capacity(draft.pieces.len() + 2 * groups.len()),
        neutralised: draft.counts.iter().map(|(source, count)| (*source, *count)).collect(),
        fences: Vec::with_capacity(groups.len()),
    };
    let mut groups = groups.iter().peekable();
    let mut open: Option<(&Group, usize)> = None;
    let mut start = 0;
    for (index, piece) in draft.pieces.iter().enumerate() {
        if let Some(group) = groups.next_if(|group| group.pieces.start == index) {
            let begin = sealed.text.len();
            let name = name_of(group.source);
            sealed.push(&format!("<{name}>\n"), engine);
            open = Some((group, begin));
        }
        sealed.push(draft.text.get(start..piece.end).unwrap_or_default(), piece.source);
        start = piece.end;
        if let Some((group, begin)) = open.take_if(|(group, _)| group.pieces.end == index + 1) {
            let name = name_of(group.source);
            let gap = if sealed.text.ends_with('\n') { "" } else { "\n" };
            let inner = begin + name.len() + 3..sealed.text.len();
            sealed.push(&format!("{gap}</{name}>"), engine);
            sealed.fences.push(Fence {
                source: group.source,
                outer: begin..sealed.text.len(),
                inner,
            });
        }
    }
    sealed
}

impl Sealed {
    fn push(&mut self, text: &str, source: SourceId) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.spans.push(Span { end: self.text.len(), source });
        }
    }
}

/// The text of a draft with the number of its alterations.
pub(super) fn finish(draft: Draft<'_>) -> (Cow<'_, str>, u32) {
    (draft.text, draft.counts.values().sum())
}
