//! JSON as models write it.
//!
//! Owns the step from text to a value, strictly or with liberties, each of which is recorded. Time is
//! linear in the text, depth and size are bounded, and no text makes it fail other than by its errors.
//! It must never know what an answer is: contracts are read in the rooms behind.

pub(crate) mod find;
pub(crate) mod lenient;
pub(crate) mod number;
pub(crate) mod strict;

use serde_json::Value as Json;

use crate::turn::read::answer::{Liberty, Problem};
use crate::turn::read::notes::{Notes, Path};

/// What reading is bounded by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Levels of nesting.
    pub depth: usize,
    /// Bytes of text.
    pub size: usize,
}

impl Limits {
    /// What answers are read with.
    pub const DEFAULT: Self = Self { depth: 128, size: 4 << 20 };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// A value that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The value.
    pub value: Json,
    /// What was taken otherwise than as it stood.
    pub liberties: Vec<Liberty>,
    /// What was not taken: fields that were given twice with different values.
    pub problems: Vec<Problem>,
}

/// Why a text was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is not JSON, as strictly read.
    Syntax {
        /// The byte at which that shows.
        at: usize,
        /// What is wrong there.
        what: &'static str,
    },
    /// There is nothing in it that could be JSON.
    Nothing,
    /// It is nested too deep.
    Deep {
        /// The byte at which that shows.
        at: usize,
    },
    /// It is too large.
    Large,
}

impl Broken {
    /// What is wrong, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Syntax { at, what } => format!("It is not JSON: {what} at byte {at}."),
            Self::Nothing => "There is no JSON in it.".to_owned(),
            Self::Deep { .. } => "It is nested too deep.".to_owned(),
            Self::Large => "It is too large.".to_owned(),
        }
    }
}

/// Reads a text that is JSON and nothing else (RFC 8259). Of a field that is given twice the first value
/// counts. A number that no machine number holds is kept as its text, half of a pair of escapes is
/// replaced; both are recorded.
///
/// # Errors
/// Where it is not JSON, or beyond the limits.
pub fn strict(text: &str, limits: &Limits) -> Result<Read, Broken> {
    let mut notes = Notes::default();
    let value = strict::whole(text, limits, &Path::At(""), &mut notes)?;
    Ok(Read::of(value, notes))
}

/// Reads a text that was meant to be JSON, with liberties: what stands around it, and everything that was
/// mended, is recorded. Several values, one behind the other, are a list of them. Time is linear in the
/// text.
///
/// # Errors
/// Where there is nothing like JSON in it, or it is beyond the limits.
pub fn lenient(text: &str, limits: &Limits) -> Result<Read, Broken> {
    let mut notes = Notes::default();
    let value = repaired(text, limits, &Path::At(""), &mut notes)?;
    Ok(Read::of(value, notes))
}

/// As [`lenient`], for a text that stands somewhere in an answer.
pub(crate) fn repaired(
    text: &str,
    limits: &Limits,
    at: &Path<'_>,
    notes: &mut Notes,
) -> Result<Json, Broken> {
    let mut own = Notes::default();
    if let Ok(value) = strict::whole(text, limits, at, &mut own) {
        notes.append(own);
        return Ok(value);
    }
    let mut values: Vec<Json> = Vec::new();
    for found in find::documents(text, limits, at)? {
        notes.append(found.notes);
        let empty = |value: &Json| match value {
            Json::Array(items) => items.is_empty(),
            Json::Object(fields) => fields.is_empty(),
            _ => false,
        };
        match values.last() {
            Some(_) if empty(&found.value) => {
                notes.liberty("json.several", at, "an empty value behind another one is left out");
            }
            Some(last) if empty(last) => {
                notes.liberty(
                    "json.several",
                    at,
                    "an empty value in front of another one is left out",
                );
                values.pop();
                values.push(found.value);
            }
            Some(last) if found.adjoins && same(last, &found.value) => {
                let note =
                    "of two values of the same form, one right behind the other, the last is taken";
                notes.liberty("json.several", at, note);
                values.pop();
                values.push(found.value);
            }
            Some(_) => {
                notes.liberty("json.several", at, "several values are taken as a list of them");
                values.push(found.value);
            }
            None => values.push(found.value),
        }
    }
    match values.len() {
        0 => Err(Broken::Nothing),
        1 => Ok(values.pop().unwrap_or_default()),
        _ => Ok(Json::Array(values)),
    }
}

/// Whether two values have the same fields, all the way down.
fn same(one: &Json, two: &Json) -> bool {
    match (one, two) {
        (Json::Object(one), Json::Object(two)) => {
            one.len() == two.len()
                && one.iter().all(|(name, value)| two.get(name).is_some_and(|two| same(value, two)))
        }
        (Json::Array(one), Json::Array(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| same(one, two))
        }
        (Json::Object(_) | Json::Array(_), _) | (_, Json::Object(_) | Json::Array(_)) => false,
        _ => true,
    }
}

/// Whether a text ends in the middle of a value.
pub(crate) fn is_cut(notes: &Notes) -> bool {
    notes.liberties.iter().any(|liberty| liberty.code == lenient::CUT)
}

impl Read {
    pub(crate) fn of(value: Json, notes: Notes) -> Self {
        let (liberties, problems) = notes.finish();
        Self { value, liberties, problems }
    }
}
