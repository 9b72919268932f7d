//! Filters that work on lists: `join`, `length`, `first`, `last`, `sort`, `unique`.
//!
//! As in Python, a text is here the list of its characters, and a mapping the list of its keys.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Map;

use super::{text, wrong_kind};
use crate::text::template::ast::Span;
use crate::text::template::error::Fault;
use crate::text::template::filter::Filter;
use crate::text::template::limits::Meter;
use crate::text::template::render::access;
use crate::text::template::render::order;
use crate::text::template::render::python::print;
use crate::text::template::value::{Data, Items, Missing, Origin, Text, Value, sorted_keys};

/// The price of an item of a list that a filter makes: its time, and the room it takes.
const ITEM: usize = 2;

/// Calls `each` with every item of `subject`.
fn walk<'a>(
    filter: Filter,
    subject: &Value<'a>,
    meter: &mut Meter,
    mut each: impl FnMut(Value<'a>, &mut Meter) -> Result<(), Fault>,
) -> Result<(), Fault> {
    match &subject.data {
        Data::List(items) => {
            for index in 0..items.len() {
                meter.spend(ITEM)?;
                if let Some(item) = items.get(index, subject.origin) {
                    each(item, meter)?;
                }
            }
            Ok(())
        }
        Data::Map(map) => {
            meter.spend(map.len())?;
            for key in sorted_keys(map) {
                meter.spend(ITEM)?;
                each(Value::new(Data::Text(Text::Borrowed(key)), subject.origin), meter)?;
            }
            Ok(())
        }
        Data::Text(Text::Borrowed(text)) => {
            let mut rest = *text;
            while let Some(c) = rest.chars().next() {
                meter.spend(ITEM)?;
                let (item, after) = rest.split_at(c.len_utf8());
                rest = after;
                each(Value::new(Data::Text(Text::Borrowed(item)), subject.origin), meter)?;
            }
            Ok(())
        }
        Data::Text(Text::Owned(text)) => {
            for c in text.chars() {
                // A character of its own takes more room than an item that is borrowed.
                meter.spend(2 * ITEM)?;
                each(Value::owned(c.to_string(), subject.origin), meter)?;
            }
            Ok(())
        }
        _ => Err(wrong_kind(filter, subject, "a list")),
    }
}

/// Reads an `attribute` argument: keys and indexes with dots between them.
fn attribute<'v>(argument: Option<&'v Value<'_>>) -> Result<Option<Vec<Step<'v>>>, Fault> {
    let Some(argument) = argument else {
        return Ok(None);
    };
    match &argument.data {
        Data::None => Ok(None),
        Data::Text(text) => Ok(Some(path(text.as_str()))),
        _ => match argument.as_index() {
            Some(index) => Ok(Some(vec![Step::Index(index)])),
            None => Err(Fault::new("template.type", "an `attribute` must be a text or a number")
                .help("write `attribute=\"name\"`")),
        },
    }
}

/// A step of an attribute path.
enum Step<'v> {
    Key(&'v str),
    Index(i64),
}

fn path(text: &str) -> Vec<Step<'_>> {
    text.split('.')
        .map(|step| match step.parse() {
            Ok(index) if step.bytes().all(|byte| byte.is_ascii_digit()) => Step::Index(index),
            _ => Step::Key(step),
        })
        .collect()
}

/// The part of `item` at the end of `path`. The last step may find nothing: that is a fault once the
/// part is used.
fn lookup<'a>(item: Value<'a>, path: &[Step<'_>], meter: &mut Meter) -> Result<Value<'a>, Fault> {
    let mut item = item;
    for step in path {
        meter.spend(1)?;
        order::defined(&item)?;
        let found = match step {
            Step::Key(key) => access::key(&item, key),
            Step::Index(index) => access::index(&item, *index, meter)?,
        };
        item = found.unwrap_or_else(|| {
            Value::new(Data::Undefined(Missing::Value(Span::NOWHERE)), item.origin)
        });
    }
    Ok(item)
}

/// The items as they print, with a separator between them.
pub(super) fn join<'a>(
    subject: &Value<'a>,
    separator: Option<&Value<'a>>,
    by: Option<&Value<'a>>,
    origin: Origin,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let separator = separator.map(|separator| text::of(separator, meter)).transpose()?;
    let path = attribute(by)?;
    let mut origin = origin;
    let mut joined = String::new();
    let mut first = true;
    walk(Filter::Join, subject, meter, |item, meter| {
        let item = match &path {
            Some(path) => lookup(item, path, meter)?,
            None => item,
        };
        if !std::mem::take(&mut first)
            && let Some(separator) = &separator
        {
            meter.push(&mut joined, separator)?;
        }
        origin = origin.and(item.origin);
        print(&item, &mut joined, meter)
    })?;
    Ok(Value::owned(joined, origin))
}

/// The number of items, keys or characters.
pub(super) fn length<'a>(subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    let length = match &subject.data {
        Data::List(items) => items.len(),
        Data::Map(map) => map.len(),
        Data::Text(text) => {
            meter.bytes(text.as_str().len())?;
            text.as_str().chars().count()
        }
        _ => {
            return Err(wrong_kind(Filter::Length, subject, "a list, a mapping or a text"));
        }
    };
    Ok(Value::new(Data::Int(i64::try_from(length).unwrap_or(i64::MAX)), subject.origin))
}

pub(super) fn first<'a>(subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    end(Filter::First, subject, meter)
}

pub(super) fn last<'a>(subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    end(Filter::Last, subject, meter)
}

/// The first or last item; nothing if there is none.
fn end<'a>(filter: Filter, subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    let is_first = filter == Filter::First;
    let found = match &subject.data {
        Data::List(items) => {
            let at = if is_first { 0 } else { items.len().wrapping_sub(1) };
            items.get(at, subject.origin)
        }
        Data::Map(map) => {
            meter.spend(map.len())?;
            end_key(map, is_first)
                .map(|key| Value::new(Data::Text(Text::Borrowed(key)), subject.origin))
        }
        Data::Text(text) => access::index(subject, if is_first { 0 } else { -1 }, meter)?
            .filter(|_| !text.as_str().is_empty()),
        _ => return Err(wrong_kind(filter, subject, "a list")),
    };
    let nothing = || Value::new(Data::Undefined(Missing::Value(Span::NOWHERE)), subject.origin);
    Ok(found.unwrap_or_else(nothing))
}

fn end_key(map: &Map<String, serde_json::Value>, is_first: bool) -> Option<&str> {
    let keys = map.keys().map(String::as_str);
    if is_first { keys.min() } else { keys.max() }
}

/// The items in order. Letters are compared without their case unless `case_sensitive`; with
/// several attributes, separated by commas, the first that differs decides.
pub(super) fn sort<'a>(
    subject: &Value<'a>,
    reverse: bool,
    case_sensitive: bool,
    by: Option<&Value<'a>>,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let paths = match by.map(|by| &by.data) {
        None | Some(Data::None) => vec![Vec::new()],
        Some(Data::Text(text)) => text.as_str().split(',').map(path).collect(),
        Some(_) => attribute(by)?.into_iter().collect(),
    };
    // An item and what it is compared by.
    let mut rows: Vec<(Value<'a>, Arc<[Value<'a>]>)> = Vec::new();
    walk(Filter::Sort, subject, meter, |item, meter| {
        let mut keys = Vec::with_capacity(paths.len());
        for path in &paths {
            meter.spend(ITEM)?;
            let key = lookup(item.clone(), path, meter)?;
            keys.push(if case_sensitive { key } else { without_case(key, meter)? });
        }
        rows.push((item, keys.into()));
        Ok(())
    })?;
    order::sort(&mut rows, |(_, left), (_, right)| {
        // Comparing one row with another is at least a step, whatever is in it.
        meter.spend(1)?;
        for (left, right) in left.iter().zip(right.iter()) {
            if !order::equal(left, right, meter, 0)? {
                let ordering = order::order(left, right, meter, 0)?;
                return Ok(if reverse { ordering.is_gt() } else { ordering.is_lt() });
            }
        }
        Ok(false)
    })?;
    let items: Vec<Value<'a>> = rows.into_iter().map(|(item, _)| item).collect();
    Ok(Value::new(Data::List(Items::Owned(items.into())), subject.origin))
}

fn without_case<'a>(key: Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    if matches!(key.data, Data::Text(_)) { text::lower(&key, meter) } else { Ok(key) }
}

/// What makes an item equal to another one, for a set.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    None,
    Whole(i128),
    Float(u64),
    Text(Box<str>),
}

/// The items without those that have been there before.
pub(super) fn unique<'a>(
    subject: &Value<'a>,
    case_sensitive: bool,
    by: Option<&Value<'a>>,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let path = attribute(by)?.unwrap_or_default();
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    walk(Filter::Unique, subject, meter, |item, meter| {
        let key = lookup(item.clone(), &path, meter)?;
        order::defined(&key)?;
        let key = if case_sensitive { key } else { without_case(key, meter)? };
        meter.spend(2 * ITEM)?;
        if seen.insert(identity(&key, meter)?) {
            kept.push(item);
        }
        Ok(())
    })?;
    Ok(Value::new(Data::List(Items::Owned(kept.into())), subject.origin))
}

fn identity(value: &Value<'_>, meter: &mut Meter) -> Result<Key, Fault> {
    Ok(match &value.data {
        Data::Bool(value) => Key::Whole(i128::from(*value)),
        Data::Int(value) => Key::Whole(i128::from(*value)),
        Data::Large(value) => Key::Whole(i128::from(*value)),
        Data::Float(value) => float_identity(*value),
        Data::Text(text) => {
            meter.bytes(text.as_str().len())?;
            Key::Text(text.as_str().into())
        }
        Data::List(_) | Data::Map(_) => {
            let message = format!("`unique` cannot compare {}", value.kind());
            return Err(Fault::new("template.type", message)
                .help("name what to compare: `| unique(attribute=\"name\")`"));
        }
        Data::None | Data::Undefined(_) => Key::None,
    })
}

/// A float that is a whole number equals that number.
fn float_identity(value: f64) -> Key {
    if value.fract() == 0.0 && value.abs() < 1e30 {
        return Key::Whole(value as i128);
    }
    Key::Float(value.to_bits())
}
