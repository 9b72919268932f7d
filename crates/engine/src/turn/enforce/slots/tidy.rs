//! What happens to every text before it is judged.
//!
//! Owns the normal form NFC, the removal of characters that hide text, and white space. It must never
//! take away or change a character that can be seen.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{Change, SlotProblem, absent, invalid, outside};
use crate::text::fence::unhidden;

/// Room for white space and hidden characters beside what a value can have, in bytes.
const MARGIN: usize = 1024;

/// How a value may be broken into lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// A line break or a control inside it is a mistake that must not be mended.
    Unbroken,
    /// One line: every run of white space is a space.
    One,
    /// Several lines.
    Many,
}

/// The text in its tidy form, for a value of at most so many characters.
pub(super) fn tidy(
    given: &str,
    lines: Lines,
    most: usize,
    changes: &mut Vec<Change>,
) -> Result<String, SlotProblem> {
    // Equivalent spellings differ in length by a factor of three at most. What is beyond that is too
    // long in every spelling, and need not be read.
    let room = most.saturating_mul(4).saturating_add(MARGIN);
    if given.len() > room.saturating_mul(3) {
        return Err(too_long(most));
    }
    let composed = composed(given);
    if composed.len() > room {
        return Err(too_long(most));
    }
    if lines == Lines::Unbroken && composed.trim().chars().any(is_breaking) {
        return Err(invalid("it has a line break or a control character inside"));
    }
    let (mut text, mut hidden, mut spaced) = pass(&composed, lines);
    // What is taken out can let marks meet the letters that they compose with.
    for _ in 0..8 {
        let (next, more, wider) = pass(&text, lines);
        if next == text {
            break;
        }
        (text, hidden, spaced) = (next, hidden || more, spaced || wider);
    }
    if text.chars().all(|c| c.is_whitespace() || c == '\u{2800}') {
        return Err(absent("nothing was given"));
    }
    let mut note = |done: bool, note: &str| {
        if done {
            changes.push(Change { code: "slot.tidied", note: note.to_owned() });
        }
    };
    note(composed != given, "composed its characters (NFC)");
    note(hidden, "removed characters that cannot be seen");
    note(spaced, "tidied white space");
    Ok(text)
}

pub(super) fn too_long(most: usize) -> SlotProblem {
    outside(format!("it has more than {most} characters"))
}

fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

fn is_breaking(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// One pass: the text, whether something hidden was removed, whether white space changed.
fn pass(text: &str, lines: Lines) -> (String, bool, bool) {
    let composed = composed(text);
    let (seen, count) = unhidden(&composed);
    let mut hidden = count > 0;
    let many = lines == Lines::Many;
    let mut kept = String::with_capacity(seen.len());
    for c in seen.chars() {
        // Marks of direction and of where a word may break are for texts of several lines.
        if !many
            && matches!(
                c,
                '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2066}'
                    ..='\u{2069}'
            )
        {
            hidden = true;
        } else {
            kept.push(c);
        }
    }
    let spaced = if many { lined(&kept) } else { single(&kept) };
    let changed = spaced != kept;
    (spaced, hidden, changed)
}

/// Every run of white space as one space, none at the ends.
fn single(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Line breaks as LF, no white space at the ends of lines or of the text.
fn lined(text: &str) -> String {
    let breaks = ['\n', '\u{B}', '\u{C}', '\r', '\u{85}', '\u{2028}', '\u{2029}'];
    let unified = text.replace("\r\n", "\n");
    let mut out = String::with_capacity(unified.len());
    for line in unified.trim().split(breaks) {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(line.trim_end());
    }
    out
}
