//! Whole numbers and numbers.
//!
//! Owns their normal form, a JSON number, and their bounds. It must never round.

use serde_json::{Number, Value as Json, json};

use super::numeral::{Numeral, numeral};
use super::{Change, Given, SlotProblem, invalid, outside, read, unclear};
use crate::agent::step::slot::Slot;

/// The largest whole number that every reader of JSON keeps exactly, 2⁵³ − 1.
const LARGEST: i64 = (1 << 53) - 1;

pub(super) fn integer(
    slot: &Slot,
    given: Given<'_>,
    changes: &mut Vec<Change>,
) -> Result<Json, SlotProblem> {
    let value = match given {
        Given::Text(text) => {
            read(changes, "read a text as a number");
            let figure = numeral(text)?;
            // People write no decimals in a count: the mark parts groups.
            let digits = match figure.either {
                Some(_) => figure.joined(),
                None if figure.fraction.is_empty() => figure.whole.clone(),
                None => return Err(not_whole()),
            };
            let size: i64 = digits.parse().map_err(|_| too_large())?;
            if figure.negative { -size } else { size }
        }
        Given::Other(Json::Number(number)) => whole(number, changes)?,
        Given::Other(_) => return Err(invalid("it is no whole number")),
    };
    if value.abs() > LARGEST {
        return Err(too_large());
    }
    bounds(slot, &json!(value), &json!(value).to_string())?;
    Ok(json!(value))
}

pub(super) fn number(
    slot: &Slot,
    given: Given<'_>,
    changes: &mut Vec<Change>,
) -> Result<Json, SlotProblem> {
    let text = match given {
        Given::Text(text) => {
            read(changes, "read a text as a number");
            let figure = numeral(text)?;
            if figure.either.is_some() {
                return Err(unclear(
                    "a point or comma with three digits behind it may part groups or decimals",
                ));
            }
            figure.decimal()
        }
        Given::Other(Json::Number(number)) => number.to_string(),
        Given::Other(_) => return Err(invalid("it is no number")),
    };
    let parsed: f64 = text.parse().map_err(|_| invalid("it is no number"))?;
    if !parsed.is_finite() {
        return Err(too_large());
    }
    let value = exact(parsed);
    if let Given::Other(Json::Number(number)) = given
        && !same(number, &value)
    {
        read(changes, "wrote a whole number without decimals");
    }
    bounds(slot, &value, &text)?;
    Ok(value)
}

/// Tells a value, written as a decimal, that is outside the declared bounds.
pub(super) fn bounds(slot: &Slot, value: &Json, written: &str) -> Result<(), SlotProblem> {
    let Some(value) = value.as_f64().or_else(|| written.parse().ok()) else {
        return Err(invalid("it is no number"));
    };
    let bound = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
    if let (Some(least), Some(bound)) = (&slot.minimum, bound(&slot.minimum))
        && value < bound
    {
        return Err(outside(format!("it is below {least}")));
    }
    if let (Some(most), Some(bound)) = (&slot.maximum, bound(&slot.maximum))
        && value > bound
    {
        return Err(outside(format!("it is above {most}")));
    }
    Ok(())
}

/// A whole number out of JSON, which may be written with decimals that are zero.
fn whole(number: &Number, changes: &mut Vec<Change>) -> Result<i64, SlotProblem> {
    if let Some(value) = number.as_i64() {
        return if value.unsigned_abs() > LARGEST.unsigned_abs() {
            Err(too_large())
        } else {
            Ok(value)
        };
    }
    let value = number.as_f64().ok_or_else(too_large)?;
    match exact(value).as_i64() {
        Some(value) => {
            read(changes, "wrote a whole number without decimals");
            Ok(value)
        }
        None if value.fract() == 0.0 || !value.is_finite() => Err(too_large()),
        None => Err(not_whole()),
    }
}

/// A number as JSON: whole ones without decimals, and no minus before a zero.
#[expect(clippy::cast_possible_truncation, reason = "what is cast is whole and small enough")]
#[expect(clippy::cast_precision_loss, reason = "the limit is exact")]
fn exact(value: f64) -> Json {
    if value.fract() == 0.0 && value.abs() <= LARGEST as f64 {
        json!(value as i64)
    } else {
        json!(value)
    }
}

fn same(number: &Number, value: &Json) -> bool {
    matches!(value, Json::Number(other) if other.to_string() == number.to_string())
}

fn not_whole() -> SlotProblem {
    invalid("it is no whole number")
}

fn too_large() -> SlotProblem {
    outside("it is too large to be kept exactly")
}

impl Numeral {
    /// A number of JSON, which has nothing ambiguous; none where it has an exponent.
    pub(super) fn of_json(number: &Number) -> Option<Self> {
        let text = number.to_string();
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (digits(whole) && digits(fraction)).then(|| Self {
            negative,
            whole: whole.to_owned(),
            fraction: fraction.to_owned(),
            either: None,
        })
    }
}
