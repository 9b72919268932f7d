//! Which values are equal, which is smaller, and what contains what: as in Python.
//!
//! Owns comparison. Values of different kinds are unequal, and asking which is smaller is a fault.
//! Every item that is looked at is paid for.

use std::cmp::Ordering;

use super::python::{missing, too_deep};
use crate::text::template::ast::Comparison;
use crate::text::template::error::Fault;
use crate::text::template::limits::{Meter, VALUE_DEPTH};
use crate::text::template::value::{Data, Value, sorted_keys};

/// Applies a comparison operator.
pub(super) fn compare(
    comparison: Comparison,
    left: &Value<'_>,
    right: &Value<'_>,
    meter: &mut Meter,
) -> Result<bool, Fault> {
    defined(right)?;
    Ok(match comparison {
        Comparison::Equal => equal(left, right, meter, 0)?,
        Comparison::NotEqual => !equal(left, right, meter, 0)?,
        Comparison::Less => order(left, right, meter, 0)?.is_lt(),
        Comparison::LessOrEqual => order(left, right, meter, 0)?.is_le(),
        Comparison::Greater => order(left, right, meter, 0)?.is_gt(),
        Comparison::GreaterOrEqual => order(left, right, meter, 0)?.is_ge(),
        Comparison::In => contains(right, left, meter)?,
        Comparison::NotIn => !contains(right, left, meter)?,
    })
}

/// A fault if the value is not there.
pub(super) fn defined(value: &Value<'_>) -> Result<(), Fault> {
    match value.data {
        Data::Undefined(what) => Err(missing(what)),
        _ => Ok(()),
    }
}

/// Whether two values are equal.
pub(super) fn equal(
    left: &Value<'_>,
    right: &Value<'_>,
    meter: &mut Meter,
    depth: usize,
) -> Result<bool, Fault> {
    if depth > VALUE_DEPTH {
        return Err(too_deep());
    }
    meter.spend(1)?;
    defined(left)?;
    defined(right)?;
    if let (Some(left), Some(right)) = (Number::of(left), Number::of(right)) {
        return Ok(left.order(right).is_eq());
    }
    match (&left.data, &right.data) {
        (Data::None, Data::None) => Ok(true),
        (Data::Text(left), Data::Text(right)) => {
            let (left, right) = (left.as_str(), right.as_str());
            meter.bytes(left.len().min(right.len()))?;
            Ok(left == right)
        }
        (Data::List(left_items), Data::List(right_items)) => {
            if left_items.len() != right_items.len() {
                return Ok(false);
            }
            for index in 0..left_items.len() {
                let pair =
                    (left_items.get(index, left.origin), right_items.get(index, right.origin));
                if let (Some(left), Some(right)) = pair
                    && !equal(&left, &right, meter, depth + 1)?
                {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        (Data::Map(left_map), Data::Map(right_map)) => {
            if left_map.len() != right_map.len() {
                return Ok(false);
            }
            meter.spend(left_map.len())?;
            for key in sorted_keys(left_map) {
                let (Some(a), Some(b)) = (left_map.get(key), right_map.get(key)) else {
                    return Ok(false);
                };
                let (a, b) = (Value::of_json(a, left.origin), Value::of_json(b, right.origin));
                if !equal(&a, &b, meter, depth + 1)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// Which of two values is smaller. Numbers, texts and lists can be compared with their own kind.
pub(super) fn order(
    left: &Value<'_>,
    right: &Value<'_>,
    meter: &mut Meter,
    depth: usize,
) -> Result<Ordering, Fault> {
    if depth > VALUE_DEPTH {
        return Err(too_deep());
    }
    meter.spend(1)?;
    defined(left)?;
    defined(right)?;
    if let (Some(left), Some(right)) = (Number::of(left), Number::of(right)) {
        return Ok(left.order(right));
    }
    match (&left.data, &right.data) {
        (Data::Text(left), Data::Text(right)) => {
            let (left, right) = (left.as_str(), right.as_str());
            meter.bytes(left.len().min(right.len()))?;
            // The order of UTF-8 bytes is the order of code points.
            Ok(left.cmp(right))
        }
        (Data::List(left_items), Data::List(right_items)) => {
            for index in 0..left_items.len().min(right_items.len()) {
                let pair =
                    (left_items.get(index, left.origin), right_items.get(index, right.origin));
                if let (Some(left), Some(right)) = pair
                    && !equal(&left, &right, meter, depth + 1)?
                {
                    return order(&left, &right, meter, depth + 1);
                }
            }
            Ok(left_items.len().cmp(&right_items.len()))
        }
        _ => {
            let message = format!("{} and {} have no order", left.kind(), right.kind());
            Err(Fault::new("template.type", message).help("compare values of one kind"))
        }
    }
}

/// Whether `whole` contains `part`: an item of a list, a key of a mapping, a piece of a text.
fn contains(whole: &Value<'_>, part: &Value<'_>, meter: &mut Meter) -> Result<bool, Fault> {
    match (&whole.data, &part.data) {
        // Only a list without items has no use for what is looked for.
        (Data::Text(_) | Data::Map(_), Data::Undefined(what)) => Err(missing(*what)),
        (Data::Text(text), Data::Text(piece)) => {
            meter.bytes(text.as_str().len() + piece.as_str().len())?;
            Ok(text.as_str().contains(piece.as_str()))
        }
        (Data::List(items), _) => {
            for index in 0..items.len() {
                if let Some(item) = items.get(index, whole.origin)
                    && equal(&item, part, meter, 0)?
                {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        (Data::Map(map), Data::Text(key)) => {
            meter.bytes(key.as_str().len())?;
            Ok(map.contains_key(key.as_str()))
        }
        (Data::Map(_), Data::List(_) | Data::Map(_)) | (Data::Text(_), _) => {
            let message = format!("{} cannot be in {}", part.kind(), whole.kind());
            Err(Fault::new("template.type", message).help("look for a text"))
        }
        (Data::Map(_), _) => Ok(false),
        _ => {
            let message = format!("nothing is in {}", whole.kind());
            Err(Fault::new("template.type", message).help("look in a list, a mapping or a text"))
        }
    }
}

/// A number as it is compared: booleans are 0 and 1.
#[derive(Clone, Copy)]
enum Number {
    Whole(i128),
    Float(f64),
}

impl Number {
    fn of(value: &Value<'_>) -> Option<Number> {
        match value.data {
            Data::Bool(value) => Some(Number::Whole(i128::from(value))),
            Data::Int(value) => Some(Number::Whole(i128::from(value))),
            Data::Large(value) => Some(Number::Whole(i128::from(value))),
            Data::Float(value) => Some(Number::Float(value)),
            _ => None,
        }
    }

    fn order(self, other: Number) -> Ordering {
        match (self, other) {
            (Number::Whole(left), Number::Whole(right)) => left.cmp(&right),
            (Number::Float(left), Number::Float(right)) => {
                left.partial_cmp(&right).unwrap_or(Ordering::Equal)
            }
            (Number::Whole(left), Number::Float(right)) => exact(left, right),
            (Number::Float(left), Number::Whole(right)) => exact(right, left).reverse(),
        }
    }
}

/// Compares without rounding: whole numbers here have at most 64 bits, floats beyond that are
/// larger or smaller than all of them.
fn exact(whole: i128, float: f64) -> Ordering {
    const BEYOND: f64 = 1e30;
    if float >= BEYOND {
        return Ordering::Less;
    }
    if float <= -BEYOND {
        return Ordering::Greater;
    }
    let floor = float.floor();
    match whole.cmp(&(floor as i128)) {
        Ordering::Equal if float > floor => Ordering::Less,
        ordering => ordering,
    }
}

/// Sorts in place by a fallible order, keeping equal items as they stand: a merge sort, because the
/// standard one must not be given an order that can fail.
pub(super) fn sort<T: Clone>(
    items: &mut Vec<T>,
    mut before: impl FnMut(&T, &T) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    let mut width = 1;
    while width < items.len() {
        let mut merged = Vec::with_capacity(items.len());
        for pair in items.chunks(width * 2) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
                // The right one comes first only if it must.
                let next = if before(b, a)? { right.next() } else { left.next() };
                merged.extend(next.cloned());
            }
            merged.extend(left.chain(right).cloned());
        }
        *items = merged;
        width *= 2;
    }
    Ok(())
}
