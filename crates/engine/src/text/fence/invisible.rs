//! Takes out characters that can hide text, and keeps them where a script or an emoji needs them.
//!
//! Owns the decision for each invisible character of an untrusted run, from its neighbours and its
//! line alone; and the change of line breaks to spaces. Of each kind at most one stays between two visible
//! characters, so that sequences of them carry no message. It never touches a visible character.

use std::borrow::Cow;
use std::ops::Range;

use unicode_properties::UnicodeEmoji;

use super::direction::{Line, is_rtl};
use super::draft::Edit;
use super::plain::look;
use crate::text::letters::{is_break, is_invisible, is_unspaced};

/// Reports the removals for one untrusted run that begins at byte `base`. Linear time.
pub(super) fn clean(run: &str, base: usize, out: &mut Vec<Edit>) {
    if !look(run).odd {
        return;
    }
    let mut line = Line::default();
    let mut before = None;
    let mut chars = run.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_invisible(c) {
            let mut end = at + c.len_utf8();
            while let Some((next, _)) = chars.next_if(|(_, next)| is_invisible(*next)) {
                end = next
                    + run
                        .get(next..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(0, char::len_utf8);
            }
            let after = chars.peek().map(|(_, next)| *next);
            line.reach(run, at);
            sift(run, at..end, Around { before, after }, &line, &mut |range| {
                out.push(edit(base, range, ""));
            });
            continue;
        }
        before = Some(c);
    }
}

/// Reports the edits that make each line break of a run a space, CR LF one.
pub(super) fn flatten(run: &str, base: usize, out: &mut Vec<Edit>) {
    let seen = look(run);
    if !(seen.odd || seen.breaks) {
        return;
    }
    let mut chars = run.char_indices().filter(|(_, c)| is_break(*c)).peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        if c == '\r' && chars.next_if(|(next, c)| *c == '\n' && *next == at + 1).is_some() {
            end += 1;
        }
        out.push(edit(base, at..end, " "));
    }
}

fn edit(base: usize, range: Range<usize>, with: &'static str) -> Edit {
    Edit { range: base + range.start..base + range.end, with: Cow::Borrowed(with) }
}

#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

/// Goes through a stretch of invisible characters and reports those to remove.
fn sift(
    run: &str,
    range: Range<usize>,
    around: Around,
    line: &Line,
    remove: &mut dyn FnMut(Range<usize>),
) {
    let stretch = run.get(range.clone()).unwrap_or_default();
    let flag = flag_length(around.before, stretch);
    let mut kept = [false; 5];
    for (at, c) in stretch.char_indices() {
        if at < flag {
            continue;
        }
        let at = range.start + at;
        let (kind, stays) = match c {
            '\u{200C}' | '\u{200D}' => (0, joins(around, c)),
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => (1, selects(around, c)),
            '\u{180B}'..='\u{180F}' => (1, matches!(around.before, Some('\u{1800}'..='\u{18AF}'))),
            '\u{200E}' | '\u{200F}' | '\u{61C}' => (2, marks_direction(around, line)),
            '\u{AD}' => (3, is_letter(around.before) && is_letter(around.after)),
            '\u{200B}' => (4, is_southeast(around.before) && is_southeast(around.after)),
            '\u{2066}'..='\u{2069}' => {
                if !line.keeps_isolate(at) {
                    remove(at..at + c.len_utf8());
                }
                continue;
            }
            _ => (0, false),
        };
        match kept.get_mut(kind) {
            Some(used) if stays && !*used => *used = true,
            _ => remove(at..at + c.len_utf8()),
        }
    }
}

/// Bytes of the tag characters that spell a region behind a black flag, with the cancel tag: two
/// letters of a country and one to four letters or digits of a part of it (UTS 51, subdivision flags).
fn flag_length(before: Option<char>, stretch: &str) -> usize {
    if before != Some('\u{1F3F4}') {
        return 0;
    }
    let Some(end) = stretch.find('\u{E007F}') else {
        return 0;
    };
    let spelled = stretch.get(..end).unwrap_or_default();
    let well_formed = spelled.chars().enumerate().all(|(index, c)| match c {
        '\u{E0061}'..='\u{E007A}' => true,
        '\u{E0030}'..='\u{E0039}' => index >= 2,
        _ => false,
    });
    let length = spelled.chars().count();
    if well_formed && (3..=6).contains(&length) { end + '\u{E007F}'.len_utf8() } else { 0 }
}

fn joins(around: Around, c: char) -> bool {
    let emoji = c == '\u{200D}' && is_picture(around.before) && is_picture(around.after);
    emoji || is_shaped(around.before) || is_shaped(around.after)
}

fn selects(around: Around, c: char) -> bool {
    let Some(before) = around.before else {
        return false;
    };
    match c {
        '\u{FE0E}' | '\u{FE0F}' if before.is_ascii() => {
            before.is_emoji_char() && around.after == Some('\u{20E3}')
        }
        '\u{FE0E}' | '\u{FE0F}' => before.is_emoji_char(),
        '\u{E0100}'..='\u{E01EF}' => is_ideograph(before),
        '\u{FE00}' if before == '0' => true,
        _ => {
            is_unspaced(before)
                || matches!(before, '\u{2018}'..='\u{201D}' | '\u{2190}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}'
                    | '\u{3000}'..='\u{303F}' | '\u{A840}'..='\u{A87F}' | '\u{FF00}'..='\u{FF65}')
        }
    }
}

fn marks_direction(around: Around, line: &Line) -> bool {
    if around.before.is_some_and(is_rtl) || around.after.is_some_and(is_rtl) {
        return true;
    }
    line.rtl && !(is_letter(around.before) && is_letter(around.after))
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c))
}

/// An emoji that can take part in a sequence, or a skin tone.
fn is_picture(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_ascii() && c.is_emoji_char())
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3006}'..='\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Scripts of South-East Asia, where a zero-width space shows where a word may break.
fn is_southeast(c: Option<char>) -> bool {
    c.is_some_and(|c| is_unspaced(c) && ('\u{E00}'..='\u{1AAF}').contains(&c))
}

/// Letters and marks of scripts in which a joiner changes how letters connect.
fn is_shaped(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        matches!(c,
            '\u{600}'..='\u{77F}' | '\u{7C0}'..='\u{7FF}' | '\u{840}'..='\u{DFF}' | '\u{F00}'..='\u{109F}'
            | '\u{1780}'..='\u{18AF}' | '\u{1900}'..='\u{194F}' | '\u{1A20}'..='\u{1C4F}'
            | '\u{2D30}'..='\u{2D7F}' | '\u{A800}'..='\u{A8FF}' | '\u{A980}'..='\u{A9FF}'
            | '\u{AA60}'..='\u{AAFF}' | '\u{ABC0}'..='\u{ABFF}' | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}' | '\u{10A00}'..='\u{10FFF}' | '\u{11000}'..='\u{11FFF}'
            | '\u{1E900}'..='\u{1E95F}')
    })
}
