//! JSON among other text.
//!
//! Owns where in a text values begin: in fenced blocks, and at braces and brackets of what stands
//! around them. It must never read a stretch of text more than a fixed number of times.

use std::iter::Peekable;
use std::vec::IntoIter;

use serde_json::Value as Json;

use crate::turn::read::json::{Broken, Limits, lenient, strict};
use crate::turn::read::notes::{Notes, Path, excerpt};

/// A value that was found.
#[derive(Debug)]
pub(crate) struct Found {
    /// The value.
    pub value: Json,
    /// What was noted on the way.
    pub notes: Notes,
    /// The byte at which it begins.
    pub from: usize,
    /// The byte behind it.
    pub end: usize,
    /// Whether it stands right behind the one before it.
    pub adjoins: bool,
}

/// Bytes that may be tried for each byte of the text, where many beginnings lead nowhere.
const FUEL: usize = 16;

/// Every value that stands in a text strictly, in order: objects and lists.
pub(crate) fn strictly(text: &str, limits: &Limits, at: &Path<'_>) -> Vec<Found> {
    let mut fuel = text.len().saturating_mul(FUEL);
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(begins) = next(text, from, &['{', '[']).filter(|_| fuel > 0) {
        let mut notes = Notes::default();
        from = match strict::fuelled(text, begins, limits, &mut fuel, at, &mut notes) {
            Ok((value, end)) => {
                found.push(Found { value, notes, from: begins, end, adjoins: false });
                end
            }
            Err(_) => begins + 1,
        };
    }
    found
}

/// Every value that stands in a text, with liberties, in order. A parenthesis begins one only at the
/// beginning of the text or of a fenced block: in prose it begins an aside.
pub(crate) fn documents(text: &str, limits: &Limits, at: &Path<'_>) -> Result<Vec<Found>, Broken> {
    if text.len() > limits.size {
        return Err(Broken::Large);
    }
    let (mut found, mut from) = (Vec::new(), 0);
    let mut tuples = tuples(text);
    while let Some(begins) = begin(text, from, &mut tuples) {
        let mut notes = Notes::default();
        around(text, from, begins, at, &mut notes);
        let mut own = Notes::default();
        let (value, end) = match strict::prefix(text, begins, limits, at, &mut own) {
            Ok((value, end)) if !goes_on(&value, text, end) => {
                notes.append(own);
                (value, end)
            }
            _ => lenient::document(text, begins, limits, at, &mut notes)?,
        };
        let between = text.get(from..begins).unwrap_or_default();
        let adjoins = !found.is_empty() && between.trim().is_empty();
        from = end.max(begins + 1);
        found.push(Found { value, notes, from: begins, end, adjoins });
    }
    if let Some(last) = found.last_mut() {
        around(text, from, text.len(), at, &mut last.notes);
    }
    Ok(found)
}

/// Whether an object goes on behind its closing brace: with a comma and a name.
pub(crate) fn goes_on(value: &Json, text: &str, end: usize) -> bool {
    let behind = text.get(end..).unwrap_or_default().trim_start().strip_prefix(',');
    value.is_object() && behind.is_some_and(|behind| behind.trim_start().starts_with('"'))
}

/// Notes what stands around a value.
pub(crate) fn around(text: &str, from: usize, to: usize, at: &Path<'_>, notes: &mut Notes) {
    let said = text.get(from..to).unwrap_or_default();
    if said.starts_with('\u{feff}') {
        notes.liberty("json.bom", at, "a byte order mark is left out");
    }
    let said = said.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == ',');
    let (fence, prose) = match said.find("```") {
        Some(fence) => (true, said.get(..fence).unwrap_or_default().trim()),
        None => (false, said),
    };
    let behind = said.rsplit("```").next().unwrap_or_default();
    let word = behind.trim();
    let is_word = word.chars().all(|c| c.is_ascii_alphanumeric());
    if fence {
        notes.liberty("json.fence", at, "the value stands in a fenced block");
    }
    let prose = if prose.is_empty() && fence && !is_word { word } else { prose };
    let prose = prose.trim_matches('`');
    if !prose.is_empty() {
        notes.liberty(
            "json.prose",
            at,
            format!("the text `{}` around it is left out", excerpt(prose)),
        );
    }
}

/// Where tuples may begin: at the beginning of the text and of fenced blocks. In prose a parenthesis
/// begins an aside.
fn tuples(text: &str) -> Peekable<IntoIter<usize>> {
    // All of the text is one, or there is nothing else that could be a value.
    let all = text.trim_end().ends_with(')') || !text.contains(['{', '[']);
    let first = all.then(|| text.len() - text.trim_start().len());
    let mut found: Vec<usize> = first.into_iter().collect();
    let mut from = 0;
    while let Some(fence) = text.get(from..).and_then(|rest| rest.find("```")) {
        let rest = text.get(from + fence..).unwrap_or_default();
        let word = rest.trim_start_matches('`');
        let body = word.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).trim_start();
        found.push(text.len() - body.len());
        from = text.len() - word.len();
    }
    found.retain(|at| text.get(*at..).is_some_and(|rest| rest.starts_with('(')));
    found.into_iter().peekable()
}

/// The next place at which a value begins.
fn begin(text: &str, from: usize, tuples: &mut Peekable<IntoIter<usize>>) -> Option<usize> {
    while tuples.next_if(|at| *at < from).is_some() {}
    let plain = next(text, from, &['{', '[']);
    match (plain, tuples.peek()) {
        (Some(plain), Some(tuple)) => Some(plain.min(*tuple)),
        (plain, tuple) => plain.or(tuple.copied()),
    }
}

fn next(text: &str, from: usize, signs: &[char]) -> Option<usize> {
    text.get(from..).and_then(|rest| rest.find(signs)).map(|at| from + at)
}
