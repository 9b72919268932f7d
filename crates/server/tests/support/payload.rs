//! A payload as a reviewer reads it.
//!
//! Owns the outline of a payload: every key at its place, long texts by their two ends, tools and schemas
//! by a name. It must never judge a payload.

use serde_json::{Map, Value as Json};

/// The members that hold what the model reads, whatever the provider.
const READ: [&str; 6] =
    ["instructions", "system", "systemInstruction", "messages", "input", "contents"];

/// Texts longer than this are shown by their ends, of this many characters each.
const LONG: usize = 110;
const END: usize = 45;

/// How wide a line of an outline may be.
const WIDTH: usize = 110;

/// What an outline leaves to another page: a name, and the value that has it.
pub(crate) type Parts = Vec<(String, Json)>;

/// The payload with long texts cut in the middle. Tools and schemas are taken out, each under the name that
/// stands in its place. Keys of caches tell nothing and differ with every word, so they are left out.
pub(crate) fn outline(payload: &Json, parts: &mut Parts) -> String {
    let mut text = String::new();
    write(&shortened(payload, "", parts), 0, &mut text);
    text
}

/// What the model reads, text for text.
pub(crate) fn texts(payload: &Json) -> Vec<&str> {
    let mut found = Vec::new();
    for (key, value) in payload.as_object().into_iter().flatten() {
        if READ.contains(&key.as_str()) {
            gather(value, key, &mut found);
        }
    }
    found
}

/// JSON in which what fits on a line stands on one.
pub(crate) fn compact(value: &Json) -> String {
    let mut text = String::new();
    write(value, 0, &mut text);
    text
}

fn gather<'j>(value: &'j Json, key: &str, found: &mut Vec<&'j str>) {
    match value {
        Json::String(text) if ["text", "content"].contains(&key) || READ.contains(&key) => {
            found.push(text);
        }
        Json::Array(items) => items.iter().for_each(|item| gather(item, "", found)),
        Json::Object(members) => {
            members.iter().for_each(|(key, value)| gather(value, key, found));
        }
        _ => {}
    }
}

fn shortened(value: &Json, key: &str, parts: &mut Parts) -> Json {
    match (key, value) {
        ("prompt_cache_key", _) => "‹key›".into(),
        ("tools", Json::Array(_)) | ("schema" | "responseJsonSchema", Json::Object(_)) => {
            let kind = if key == "tools" { "tools" } else { "schema" };
            let name = format!("{kind} {:08x}", sum(&value.to_string()));
            let place = format!("‹{name}›");
            if !parts.iter().any(|(known, _)| *known == name) {
                parts.push((name, value.clone()));
            }
            place.into()
        }
        (_, Json::String(text)) => ends(text).into(),
        (_, Json::Array(items)) => items.iter().map(|item| shortened(item, "", parts)).collect(),
        (_, Json::Object(members)) => {
            let members = members.iter();
            Json::Object(
                members
                    .map(|(key, value)| (key.clone(), shortened(value, key, parts)))
                    .collect::<Map<_, _>>(),
            )
        }
        _ => value.clone(),
    }
}

fn ends(text: &str) -> String {
    let count = text.chars().count();
    if count <= LONG {
        return text.to_owned();
    }
    let first: String = text.chars().take(END).collect();
    let last: String = text.chars().skip(count - END).collect();
    format!("{first} … {last}")
}

/// FNV-1a: the same on every machine and in every version of the compiler.
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn write(value: &Json, depth: usize, out: &mut String) {
    let line = value.to_string();
    let (open, close, items): (_, _, Vec<(Option<&String>, &Json)>) = match value {
        Json::Object(members) => ('{', '}', members.iter().map(|(k, v)| (Some(k), v)).collect()),
        Json::Array(items) => ('[', ']', items.iter().map(|item| (None, item)).collect()),
        _ => return out.push_str(&line),
    };
    if items.is_empty() || line.chars().count() + 2 * depth <= WIDTH {
        return out.push_str(&line);
    }
    out.push(open);
    for (at, (key, item)) in items.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        if let Some(key) = key {
            out.push_str(&format!("\"{key}\": "));
        }
        write(item, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(close);
}
