//! How Python prints values: what Jinja2's output looks like.
//!
//! Owns the `str` and `repr` of values, except that mappings print their keys in sorted order. The
//! text grows under the meter, so that a large value is refused while it is printed, not afterwards.

use std::fmt::Write as _;

use serde_json::{Map, Value as Json};

use crate::text::origin::SourceId;
use crate::text::template::ast::Span;
use crate::text::template::error::Fault;
use crate::text::template::limits::{Meter, VALUE_DEPTH};
use crate::text::template::value::{Data, Items, Missing, Origin, Value, sorted_keys};

/// Appends what `{{ value }}` prints.
pub(super) fn print(value: &Value<'_>, out: &mut String, meter: &mut Meter) -> Result<(), Fault> {
    match &value.data {
        Data::Text(text) => meter.push(out, text.as_str()),
        _ => repr(value, out, meter, 0),
    }
}

/// What `{{ value }}` prints, as a text of its own.
pub(super) fn printed(value: &Value<'_>, meter: &mut Meter) -> Result<String, Fault> {
    let mut out = String::new();
    print(value, &mut out, meter)?;
    Ok(out)
}

/// The fault of using what is not there. The evaluator knows its name.
pub(super) fn missing(what: Missing) -> Fault {
    match what {
        Missing::Value(Span::NOWHERE) => {
            Fault::new("template.undefined", "an item does not have this attribute")
                .help("give every item the attribute, or leave such items out")
        }
        Missing::Value(span) => {
            Fault::new("template.undefined", "this is not defined").within(span)
        }
        Missing::Else(span) => {
            Fault::new("template.undefined", "this `if` does not hold, and it has no `else`")
                .help("say what stands in its place: `else \"\"`")
                .within(span)
        }
    }
}

/// The fault of a value that is nested too deeply.
pub(super) fn too_deep() -> Fault {
    Fault::new("template.too-deep", "the value is nested too deeply")
        .help(format!("nest lists and mappings at most {VALUE_DEPTH} deep"))
}

fn repr(value: &Value<'_>, out: &mut String, meter: &mut Meter, depth: usize) -> Result<(), Fault> {
    if depth > VALUE_DEPTH {
        return Err(too_deep());
    }
    match &value.data {
        Data::Undefined(what) => Err(missing(*what)),
        Data::None => meter.push(out, "None"),
        Data::Bool(true) => meter.push(out, "True"),
        Data::Bool(false) => meter.push(out, "False"),
        Data::Int(value) => number(out, meter, *value),
        Data::Large(value) => number(out, meter, *value),
        Data::Float(value) => meter.push(out, &float(*value)),
        Data::Text(text) => quoted(text.as_str(), out, meter),
        Data::List(items) => {
            meter.push(out, "[")?;
            for index in 0..items.len() {
                if index > 0 {
                    meter.push(out, ", ")?;
                }
                match items {
                    // Walking JSON without making a value of every item is much faster.
                    Items::Borrowed(items) => {
                        if let Some(item) = items.get(index) {
                            json(item, out, meter, depth + 1)?;
                        }
                    }
                    Items::Owned(items) => {
                        if let Some(item) = items.get(index) {
                            repr(item, out, meter, depth + 1)?;
                        }
                    }
                }
            }
            meter.push(out, "]")
        }
        Data::Map(map) => mapping(map, out, meter, depth),
    }
}

fn number(out: &mut String, meter: &mut Meter, value: impl std::fmt::Display) -> Result<(), Fault> {
    meter.fits(out.len() + 20)?;
    meter.spend(1)?;
    let _ = write!(out, "{value}");
    Ok(())
}

fn json(value: &Json, out: &mut String, meter: &mut Meter, depth: usize) -> Result<(), Fault> {
    // The origin plays no part in printing.
    let origin = Origin { source: SourceId(0), trusted: true };
    repr(&Value::of_json(value, origin), out, meter, depth)
}

fn mapping(
    map: &Map<String, Json>,
    out: &mut String,
    meter: &mut Meter,
    depth: usize,
) -> Result<(), Fault> {
    meter.spend(map.len())?;
    meter.push(out, "{")?;
    for (index, key) in sorted_keys(map).into_iter().enumerate() {
        if index > 0 {
            meter.push(out, ", ")?;
        }
        quoted(key, out, meter)?;
        meter.push(out, ": ")?;
        if let Some(value) = map.get(key) {
            json(value, out, meter, depth + 1)?;
        }
    }
    meter.push(out, "}")
}

/// Appends Python's `repr` of a text.
fn quoted(text: &str, out: &mut String, meter: &mut Meter) -> Result<(), Fault> {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    meter.bytes(text.len())?;
    // An escape is at most ten times as long as what it stands for.
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c if is_printable(c) => out.push(c),
            c => {
                let code = u32::from(c);
                let _ = match code {
                    0..=0xff => write!(out, "\\x{code:02x}"),
                    0x100..=0xffff => write!(out, "\\u{code:04x}"),
                    _ => write!(out, "\\U{code:08x}"),
                };
            }
        }
        meter.fits(out.len())?;
    }
    out.push(quote);
    Ok(())
}

/// Python's `str.isprintable`. Rust's debug form escapes the same categories, and combining marks
/// only where they begin a text.
fn is_printable(c: char) -> bool {
    let mut buffer = [0; 5];
    if let Some(first) = buffer.first_mut() {
        *first = b'a';
    }
    let len = 1 + c.len_utf8();
    if let Some(rest) = buffer.get_mut(1..) {
        c.encode_utf8(rest);
    }
    let text = buffer.get(..len).and_then(|bytes| std::str::from_utf8(bytes).ok());
    text.is_some_and(|text| text.escape_debug().nth(1) == Some(c))
}

/// Python's `repr` of a float: the shortest digits that lead back to it, with an exponent where it
/// is below -4 or above 15.
pub(super) fn float(value: f64) -> String {
    if !value.is_finite() {
        return if value.is_nan() {
            "nan"
        } else if value < 0.0 {
            "-inf"
        } else {
            "inf"
        }
        .to_owned();
    }
    let shortest = format!("{value:e}");
    let Some((digits, exponent)) = shortest.split_once('e') else {
        return shortest;
    };
    match exponent.parse::<i32>() {
        Ok(exponent @ -4..16) => {
            let plain = format!("{value}");
            if exponent >= 0 && !plain.contains('.') { plain + ".0" } else { plain }
        }
        Ok(exponent) => {
            let sign = if exponent < 0 { '-' } else { '+' };
            format!("{digits}e{sign}{:02}", exponent.unsigned_abs())
        }
        Err(_) => shortest,
    }
}
