//! Filters that give values a form: `json`, `bullets`, `date`. These are Proem's own.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::strtime::{self, BrokenDownTime};
use jiff::tz::TimeZone;

use super::wrong_kind;
use crate::text::template::error::Fault;
use crate::text::template::filter::Filter;
use crate::text::template::limits::{Meter, VALUE_DEPTH};
use crate::text::template::render::python::{float, missing, print, too_deep};
use crate::text::template::value::{Data, Origin, Value, sorted_keys};

/// The widest indent of `json`.
const WIDEST: i64 = 8;

/// The longest format of `date`, in bytes.
const LONGEST_FORMAT: usize = 256;

/// The value as JSON: keys in sorted order, nothing escaped that need not be, on one line without
/// spaces unless there is an indent.
pub(super) fn json<'a>(
    subject: &Value<'a>,
    indent: Option<&Value<'a>>,
    origin: Origin,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let indent = match indent.map(|indent| (&indent.data, indent.as_index())) {
        None | Some((Data::None, _)) => None,
        Some((_, Some(indent @ 0..=WIDEST))) => usize::try_from(indent).ok(),
        Some(_) => {
            let message = format!("the `indent` of `json` must be a number from 0 to {WIDEST}");
            return Err(Fault::new("template.type", message).help("write `| json(indent=2)`"));
        }
    };
    let mut out = String::new();
    write_json(subject, indent, 0, &mut out, meter)?;
    Ok(Value::owned(out, origin))
}

fn write_json(
    value: &Value<'_>,
    indent: Option<usize>,
    depth: usize,
    out: &mut String,
    meter: &mut Meter,
) -> Result<(), Fault> {
    if depth > VALUE_DEPTH {
        return Err(too_deep());
    }
    match &value.data {
        Data::Undefined(what) => Err(missing(*what)),
        Data::None => meter.push(out, "null"),
        Data::Bool(true) => meter.push(out, "true"),
        Data::Bool(false) => meter.push(out, "false"),
        Data::Int(_) | Data::Large(_) => print(value, out, meter),
        Data::Float(value) => meter.push(out, &float(*value)),
        Data::Text(text) => write_text(text.as_str(), out, meter),
        Data::List(items) => {
            meter.push(out, "[")?;
            for index in 0..items.len() {
                separate(index, indent, depth + 1, out, meter)?;
                if let Some(item) = items.get(index, value.origin) {
                    write_json(&item, indent, depth + 1, out, meter)?;
                }
            }
            close(items.len(), "]", indent, depth, out, meter)
        }
        Data::Map(map) => {
            meter.spend(map.len())?;
            meter.push(out, "{")?;
            for (index, key) in sorted_keys(map).into_iter().enumerate() {
                separate(index, indent, depth + 1, out, meter)?;
                write_text(key, out, meter)?;
                meter.push(out, if indent.is_some() { ": " } else { ":" })?;
                if let Some(found) = map.get(key) {
                    let found = Value::of_json(found, value.origin);
                    write_json(&found, indent, depth + 1, out, meter)?;
                }
            }
            close(map.len(), "}", indent, depth, out, meter)
        }
    }
}

/// What stands before the item at `index`.
fn separate(
    index: usize,
    indent: Option<usize>,
    depth: usize,
    out: &mut String,
    meter: &mut Meter,
) -> Result<(), Fault> {
    if index > 0 {
        meter.push(out, ",")?;
    }
    new_line(indent, depth, out, meter)
}

fn close(
    len: usize,
    bracket: &str,
    indent: Option<usize>,
    depth: usize,
    out: &mut String,
    meter: &mut Meter,
) -> Result<(), Fault> {
    if len > 0 {
        new_line(indent, depth, out, meter)?;
    }
    meter.push(out, bracket)
}

fn new_line(
    indent: Option<usize>,
    depth: usize,
    out: &mut String,
    meter: &mut Meter,
) -> Result<(), Fault> {
    let Some(indent) = indent else { return Ok(()) };
    meter.push(out, "\n")?;
    for _ in 0..depth {
        meter.push(out, "        ".get(..indent).unwrap_or_default())?;
    }
    Ok(())
}

fn write_text(text: &str, out: &mut String, meter: &mut Meter) -> Result<(), Fault> {
    meter.bytes(text.len())?;
    meter.fits(out.len().saturating_add(text.len()))?;
    let escaped = serde_json::Value::from(text).to_string();
    meter.push(out, &escaped)
}

/// One line for each item, `- ` before it. Lists and mappings among the items are written as JSON;
/// further lines of an item are indented, so that they stay part of it.
pub(super) fn bullets<'a>(subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    let Data::List(items) = &subject.data else {
        return Err(wrong_kind(Filter::Bullets, subject, "a list"));
    };
    let mut out = String::new();
    let mut line = String::new();
    let mut origin = subject.origin;
    for index in 0..items.len() {
        meter.spend(1)?;
        let Some(item) = items.get(index, subject.origin) else {
            continue;
        };
        origin = origin.and(item.origin);
        line.clear();
        match item.data {
            Data::List(_) | Data::Map(_) => write_json(&item, None, 0, &mut line, meter)?,
            _ => print(&item, &mut line, meter)?,
        }
        meter.push(&mut out, if index > 0 { "\n- " } else { "- " })?;
        for (number, line) in line.split('\n').enumerate() {
            if number > 0 {
                meter.push(&mut out, "\n  ")?;
            }
            meter.push(&mut out, line)?;
        }
    }
    Ok(Value::owned(out, origin))
}

/// A date or time of RFC 3339 in the form that `format` gives, in its own offset.
pub(super) fn date<'a>(
    subject: &Value<'a>,
    format: Option<&Value<'a>>,
    origin: Origin,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let Data::Text(text) = &subject.data else {
        return Err(wrong_kind(Filter::Date, subject, "a text such as 2026-11-30T09:00:00Z"));
    };
    let format = match format.map(|format| &format.data) {
        Some(Data::Text(format)) if format.as_str().len() <= LONGEST_FORMAT => format.as_str(),
        _ => {
            let message =
                format!("the format of `date` must be a text of {LONGEST_FORMAT} bytes at most");
            return Err(Fault::new("template.type", message).help("write `| date(\"%Y-%m-%d\")`"));
        }
    };
    let Some(time) = read_date(text.as_str()) else {
        return Err(Fault::new("template.date", "this is not a date of RFC 3339")
            .help("dates look like 2026-11-30, times like 2026-11-30T09:00:00+01:00"));
    };
    // Fields may be given a width, which is bounded by the format's length.
    meter.spend(format.len())?;
    let Ok(formatted) = strtime::format(format, time) else {
        return Err(Fault::new("template.date", "this format does not fit this date")
            .help("a date without a time has no hours; `%%` is a percent sign"));
    };
    meter.push(&mut String::new(), &formatted)?;
    Ok(Value::owned(formatted, origin))
}

/// `2026-11-30`, or with a time and an offset, and nothing else.
fn read_date(text: &str) -> Option<BrokenDownTime> {
    let bytes = text.as_bytes();
    let fits = |pattern: &[u8], from: usize| {
        bytes.get(from..from + pattern.len()).is_some_and(|part| {
            part.iter().zip(pattern).all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                b'T' => matches!(byte, b'T' | b't' | b' '),
                b'+' => matches!(byte, b'+' | b'-'),
                _ => byte == wanted,
            })
        })
    };
    if text.len() == 10 && fits(b"0000-00-00", 0) {
        return text.parse::<Date>().ok().map(BrokenDownTime::from);
    }
    if !text.is_ascii() || !fits(b"0000-00-00T00:00:00", 0) {
        return None;
    }
    let mut at = 19;
    if bytes.get(at) == Some(&b'.') {
        let digits = bytes.iter().skip(20).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        at += 1 + digits;
    }
    let zulu = matches!(bytes.get(at..), Some(b"Z" | b"z"));
    let numbered = fits(b"+00:00", at) && text.len() == at + 6;
    if !zulu && !numbered {
        return None;
    }
    let timestamp: Timestamp = text.parse().ok()?;
    let offset = if zulu { 0 } else { offset_seconds(text.get(at..)?)? };
    let offset = jiff::tz::Offset::from_seconds(offset).ok()?;
    Some(BrokenDownTime::from(&timestamp.to_zoned(TimeZone::fixed(offset))))
}

/// The seconds of `+01:30`.
fn offset_seconds(text: &str) -> Option<i32> {
    let hours: i32 = text.get(1..3)?.parse().ok()?;
    let minutes: i32 = text.get(4..6)?.parse().ok()?;
    let seconds = hours * 3600 + minutes * 60;
    Some(if text.starts_with('-') { -seconds } else { seconds })
}
