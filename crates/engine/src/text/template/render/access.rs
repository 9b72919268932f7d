//! What a dot or a bracket finds in a value.
//!
//! Owns lookups. Only keys of mappings, items of lists and characters of texts can be found: there
//! are no methods and no attributes of objects, whatever a name looks like.

use crate::text::template::error::Fault;
use crate::text::template::limits::Meter;
use crate::text::template::value::{Data, Text, Value};

/// The value of a key of a mapping.
pub(super) fn key<'a>(value: &Value<'a>, key: &str) -> Option<Value<'a>> {
    match value.data {
        Data::Map(map) => map.get(key).map(|found| Value::of_json(found, value.origin)),
        _ => None,
    }
}

/// The item of a list, or the character of a text, at an index; a negative one counts from the end.
pub(super) fn index<'a>(
    value: &Value<'a>,
    index: i64,
    meter: &mut Meter,
) -> Result<Option<Value<'a>>, Fault> {
    match &value.data {
        Data::List(items) => {
            Ok(position(index, items.len()).and_then(|at| items.get(at, value.origin)))
        }
        Data::Text(text) => {
            // Characters have no fixed length: all of them are counted.
            meter.bytes(text.as_str().len())?;
            let found = if let Ok(at) = usize::try_from(index) {
                text.as_str().char_indices().nth(at)
            } else {
                let behind = usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX);
                text.as_str().char_indices().nth_back(behind.saturating_sub(1))
            };
            Ok(found.map(|(at, c)| match text {
                Text::Borrowed(text) => {
                    let found = text.get(at..at + c.len_utf8()).unwrap_or_default();
                    Value::new(Data::Text(Text::Borrowed(found)), value.origin)
                }
                Text::Owned(_) => Value::owned(c.to_string(), value.origin),
            }))
        }
        _ => Ok(None),
    }
}

/// What stands at `at`, whatever that is.
pub(super) fn item<'a>(
    value: &Value<'a>,
    at: &Value<'_>,
    meter: &mut Meter,
) -> Result<Option<Value<'a>>, Fault> {
    if let Data::Text(name) = &at.data {
        meter.bytes(name.as_str().len())?;
        return Ok(key(value, name.as_str()));
    }
    match (at.as_index(), &value.data, &at.data) {
        (Some(at), ..) => index(value, at, meter),
        (None, Data::Map(_), Data::List(_) | Data::Map(_)) => {
            let message = format!("{} cannot be a key", at.kind());
            Err(Fault::new("template.type", message).help("use a text"))
        }
        (None, ..) => Ok(None),
    }
}

fn position(index: i64, len: usize) -> Option<usize> {
    let back = usize::try_from(index.unsigned_abs()).ok()?;
    if index < 0 { len.checked_sub(back) } else { Some(back) }
}
