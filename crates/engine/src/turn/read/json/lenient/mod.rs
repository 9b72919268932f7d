//! JSON with liberties.
//!
//! Owns the reader of what was meant to be JSON: one pass, depth-counted, in linear time. What it takes
//! otherwise than as it stands is noted at its place. It must never fail on any text but one that is
//! nested too deep, and must agree with the strict reader up to the first byte that is not JSON: what
//! was shown of an answer as it came is never taken back.

mod bare;
mod blank;
mod look;
mod object;
mod text;

use serde_json::Value as Json;

use crate::turn::read::json::{Broken, Limits};
use crate::turn::read::notes::{Notes, Path, excerpt};

/// The code of a value that ends with the text.
pub(crate) const CUT: &str = "json.cut";

/// The code of a text whose closing quote is missing, where what closes the rest is there.
pub(crate) const UNCLOSED: &str = "json.unclosed";

/// Reads the value that begins at byte `from`: an object, a list or a tuple; and says where it ends.
pub(crate) fn document(
    text: &str,
    from: usize,
    limits: &Limits,
    at: &Path<'_>,
    notes: &mut Notes,
) -> Result<(Json, usize), Broken> {
    if text.len() > limits.size {
        return Err(Broken::Large);
    }
    let fuel = text.len().saturating_sub(from).saturating_mul(FUEL) + LOOK;
    let lines = text.rfind('\n').unwrap_or_default();
    let mut lenient =
        Lenient { text, at: from, depth: limits.depth, open: Vec::new(), fuel, lines, notes };
    let value = lenient.container(at)?;
    Ok((value, lenient.at))
}

/// Bytes that may be looked at ahead for each byte of the text.
const FUEL: usize = 32;

/// Bytes that one look ahead may take.
const LOOK: usize = 512;

/// A reader.
struct Lenient<'t, 'n> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// What closes the containers that are open, the innermost last.
    open: Vec<char>,
    /// What is left for looking ahead.
    fuel: usize,
    /// Where the last line begins.
    lines: usize,
    notes: &'n mut Notes,
}

impl Lenient<'_, '_> {
    /// A container that begins here.
    fn container(&mut self, path: &Path<'_>) -> Result<Json, Broken> {
        let Some(depth) = self.depth.checked_sub(1) else {
            return Err(Broken::Deep { at: self.at });
        };
        self.depth = depth;
        let closer = match self.peek() {
            Some('[') => ']',
            Some('(') => ')',
            _ => '}',
        };
        self.open.push(closer);
        self.next();
        let value = match closer {
            '}' => self.object(path),
            _ => self.array(closer, path),
        };
        self.open.pop();
        self.depth += 1;
        value
    }

    /// A value that begins here.
    fn value(&mut self, place: Place, path: &Path<'_>) -> Result<Json, Broken> {
        match self.peek() {
            Some('{' | '[' | '(') => self.container(path),
            Some(quote) if text::is_quote(quote) => Ok(Json::String(self.quoted(place, path))),
            Some('\\') if self.second().is_some_and(text::is_quote) => {
                Ok(Json::String(self.quoted(place, path)))
            }
            _ => self.bare(place, path),
        }
    }

    fn array(&mut self, closer: char, path: &Path<'_>) -> Result<Json, Broken> {
        let mut items = Vec::new();
        // Whether a comma stands in front of the next item, and whether one did at all.
        let (mut comma, mut commas) = (true, false);
        let mut end = usize::MAX;
        loop {
            let here = Path::Item(path, items.len());
            self.blank(&here);
            let Some(letter) = self.peek() else {
                self.note("json.bracket", path, "a closing bracket is missing");
                break;
            };
            match letter {
                _ if letter == closer => {
                    self.next();
                    if comma && commas {
                        self.trailing(closer, path);
                    }
                    break;
                }
                '}' | ']' | ')' => {
                    if self.closes_outside(letter, path) {
                        break;
                    }
                }
                ',' => {
                    self.next();
                    if comma {
                        self.note("json.comma", &here, "a comma without a value is left out");
                    }
                    (comma, commas) = (true, true);
                }
                ':' | ';' => self.stray(&here),
                '`' if self.fence() => {
                    self.note("json.bracket", path, "a closing bracket is missing");
                    break;
                }
                _ if self.ellipsis(&here) => {}
                // A dash that begins no number marks an item, as in prose.
                '-' if !self
                    .second()
                    .is_some_and(|c| c.is_ascii_digit() || c == '.' || c == 'I') =>
                {
                    self.stray(&here);
                }
                _ if self.at == end && letter.is_alphanumeric() => self.glued(&here),
                _ => {
                    if !comma {
                        self.note("json.comma", &here, "a comma is missing");
                    }
                    let from = self.at;
                    let item = self.value(Place::Item, &here)?;
                    end = self.at;
                    let item = self.keyed(item, &here)?;
                    if self.at == from {
                        self.stray(&here);
                    } else if self.hollow(&item) {
                        self.note(
                            "json.stray",
                            &here,
                            "a value without an end and without content is left out",
                        );
                    } else {
                        items.push(item);
                    }
                    comma = false;
                }
            }
        }
        // One value in parentheses is that value.
        if closer == ')' && items.len() == 1 && !commas {
            self.note("json.shape", path, "a value in parentheses is that value");
            return Ok(items.pop().unwrap_or_default());
        }
        if closer == ')' {
            self.note("json.shape", path, "a tuple is taken as a list");
        }
        Ok(Json::Array(items))
    }

    /// An item that is the name of a field: `["a": 1]` holds an object without its braces.
    fn keyed(&mut self, item: Json, path: &Path<'_>) -> Result<Json, Broken> {
        let Json::String(name) = item else { return Ok(item) };
        self.blank(path);
        if self.peek() != Some(':') {
            return Ok(Json::String(name));
        }
        let Some(depth) = self.depth.checked_sub(1) else {
            return Err(Broken::Deep { at: self.at });
        };
        self.note("json.bracket", path, "the braces of an object are missing");
        self.depth = depth;
        self.open.push('}');
        let object = self.object_from(Some(name), path);
        self.open.pop();
        self.depth += 1;
        object
    }

    /// Whether what was just read is an object or a text that was opened and has nothing in it.
    fn hollow(&self, item: &Json) -> bool {
        let read = self.text.get(..self.at).unwrap_or_default();
        match item {
            Json::Object(fields) => fields.is_empty() && !read.trim_end().ends_with('}'),
            Json::String(text) => {
                text.is_empty()
                    && self.peek().is_none()
                    && self.notes.liberties.last().is_some_and(|last| last.code == CUT)
            }
            _ => false,
        }
    }

    /// Letters that stick to the end of a value.
    fn glued(&mut self, path: &Path<'_>) {
        let length = self.rest().find(|c: char| !c.is_alphanumeric()).unwrap_or(self.rest().len());
        let word = excerpt(self.rest().get(..length).unwrap_or_default());
        self.note("json.stray", path, format!("`{word}` is left out"));
        self.at += length;
    }

    fn trailing(&mut self, closer: char, path: &Path<'_>) {
        // A tuple of one is written with a comma.
        if closer != ')' {
            self.note("json.comma", path, "a comma at the end is left out");
        }
    }

    /// A closing sign that does not close what is open innermost. `true` where it closes something
    /// around it; it stays unread then. Otherwise it is left out.
    fn closes_outside(&mut self, letter: char, path: &Path<'_>) -> bool {
        let outside = self.open.split_last().map(|(_, outside)| outside).unwrap_or_default();
        if outside.contains(&letter) {
            self.note("json.bracket", path, "a closing bracket is missing");
            return true;
        }
        self.next();
        self.note("json.bracket", path, format!("`{letter}` closes nothing and is left out"));
        false
    }

    /// Dots that stand for what was left out.
    fn ellipsis(&mut self, path: &Path<'_>) -> bool {
        let dots = ["...", "…"].into_iter().find(|dots| self.rest().starts_with(dots));
        let Some(dots) = dots else { return false };
        let behind = self.rest().get(dots.len()..).unwrap_or_default().trim_start();
        let ends =
            behind.chars().next().is_none_or(|next| matches!(next, ',' | ']' | '}' | ')' | '"'));
        if ends {
            self.at += dots.len();
            self.note("json.ellipsis", path, "`...` is left out");
        }
        ends
    }

    /// Leaves a character out.
    fn stray(&mut self, path: &Path<'_>) {
        if let Some(letter) = self.next() {
            self.note("json.stray", path, format!("`{}` is left out", letter.escape_debug()));
        }
    }

    /// Whether a fence stands here.
    fn fence(&self) -> bool {
        self.rest().starts_with("```")
    }

    fn note(&mut self, code: &'static str, path: &Path<'_>, note: impl Into<String>) {
        self.notes.liberty(code, path, note);
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += letter.len_utf8();
        Some(letter)
    }
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It is a name.
    Name,
    /// Behind a name and its colon.
    Field,
    /// In a list.
    Item,
}
