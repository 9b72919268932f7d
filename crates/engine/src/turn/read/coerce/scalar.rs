//! Texts, numbers and truth values that mean one another.
//!
//! Owns the conversions between plain values. Each is exact: the text of the new value says the same
//! as the old one. It must never round, and never choose between two meanings.

use serde_json::{Map, Number, Value as Json};

use super::shape::folded;
use crate::turn::read::json::{Limits, number, strict};
use crate::turn::read::notes::{Notes, Path};

/// The largest whole number up to which every one has its own fraction type form.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A value of a fixed list: itself, or the only word of the list that is the same but for letter case,
/// spaces, `_` and `-`. Where the schema has no list, the value comes back.
pub(super) fn listed(
    schema: &Map<String, Json>,
    value: Json,
    at: &Path<'_>,
    notes: &mut Notes,
) -> Result<Json, Json> {
    let fixed = schema.get("const").map(std::slice::from_ref);
    let Some(words) = fixed.or_else(|| schema.get("enum")?.as_array().map(Vec::as_slice)) else {
        return Err(value);
    };
    if words.contains(&value) {
        return Ok(value);
    }
    let text = |value: &Json| match value {
        Json::String(text) => Some(folded(text)),
        Json::Number(_) | Json::Bool(_) => Some(folded(&value.to_string())),
        _ => None,
    };
    // Wrapped once too often.
    let inner = match &value {
        Json::Array(items) if items.len() == 1 => items.first().unwrap_or(&value),
        other => other,
    };
    let said = text(inner);
    let mut alike = words.iter().filter(|word| said.is_some() && text(word) == said);
    match (alike.next(), alike.next()) {
        (Some(word), None) => {
            notes.liberty("value.word", at, format!("taken as the word `{}`", plain(word)));
            Ok(word.clone())
        }
        _ => {
            let known: Vec<String> =
                words.iter().take(12).map(|word| format!("`{}`", plain(word))).collect();
            let message = format!("Expected one of {}.", known.join(", "));
            notes.problem("answer.value", at, message);
            Ok(value)
        }
    }
}

/// A fraction that is whole as a whole number, where one is asked for.
pub(super) fn whole(wanted: &[&str], value: Json, at: &Path<'_>, notes: &mut Notes) -> Json {
    let plain = |number: &Number| number.as_f64().filter(|_| number.is_f64());
    let asked = wanted.contains(&"integer") && !wanted.contains(&"number");
    match &value {
        Json::Number(number) if asked => match plain(number).and_then(integer) {
            Some(whole) => {
                notes.liberty("value.number", at, format!("{number} is taken as {whole}"));
                Json::Number(whole)
            }
            None => value,
        },
        _ => value,
    }
}

/// The value in the first of the wanted types that can hold it.
pub(super) fn converted(
    wanted: &[&str],
    value: &Json,
    at: &Path<'_>,
    notes: &mut Notes,
) -> Option<Json> {
    wanted.iter().find_map(|kind| {
        let (code, note, made) = to(kind, value)?;
        notes.liberty(code, at, note);
        Some(made)
    })
}

fn to(kind: &str, value: &Json) -> Option<(&'static str, String, Json)> {
    match (kind, value) {
        ("integer", Json::String(text)) => {
            let text = text.trim();
            let whole = match read(text)? {
                Json::Number(number) if number.is_f64() => Json::Number(integer(number.as_f64()?)?),
                whole => whole,
            };
            Some(("value.number", format!("the text `{text}` is taken as a number"), whole))
        }
        ("number", Json::String(text)) => {
            let text = text.trim();
            Some(("value.number", format!("the text `{text}` is taken as a number"), read(text)?))
        }
        ("boolean", Json::String(text)) => {
            let truth = match folded(text).as_str() {
                "true" => true,
                "false" => false,
                _ => return None,
            };
            Some(("value.boolean", format!("a text is taken as {truth}"), Json::Bool(truth)))
        }
        ("string", Json::Number(_) | Json::Bool(_)) => Some((
            "value.text",
            format!("{value} is taken as a text"),
            Json::String(value.to_string()),
        )),
        ("null", Json::String(text)) if matches!(folded(text).as_str(), "null" | "none") => {
            Some(("value.null", "a text is taken as null".to_owned(), Json::Null))
        }
        ("object" | "array", Json::String(text)) => {
            let sign = if kind == "object" { '{' } else { '[' };
            let text = unfenced(text.trim());
            if !text.starts_with(sign) {
                return None;
            }
            // What is a repair inside of a text is no exact meaning any more.
            let mut own = Notes::default();
            let made = strict::whole(text, &Limits::DEFAULT, &Path::At(""), &mut own).ok()?;
            let exact = own.taken() == 0 && own.wrong() == 0;
            exact.then(|| ("value.json", "a text that is JSON is read".to_owned(), made))
        }
        _ => None,
    }
}

/// A text without the fence around it.
fn unfenced(text: &str) -> &str {
    let inner = text.strip_prefix("```").and_then(|text| text.strip_suffix("```"));
    inner.map_or(text, |inner| inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).trim())
}

/// A text that is a number in the grammar of JSON and nothing else.
fn read(text: &str) -> Option<Json> {
    let text = text.strip_prefix('+').unwrap_or(text);
    (number::length(text.as_bytes()) == Some(text.len())).then(|| number::value(text))?
}

fn integer(number: f64) -> Option<Number> {
    (number.fract() == 0.0 && number.abs() < EXACT)
        .then(|| format!("{number:.0}").parse::<i64>().ok().map(Number::from))?
}

fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
