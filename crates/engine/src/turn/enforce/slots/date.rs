//! Days of the calendar.
//!
//! Owns the reading of a date and its normal form, `2026-02-28`. It must never guess the order of day
//! and month, and never know what day it is.

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::numeral::western;
use super::{Change, Given, SlotProblem, invalid, read, unclear};

pub(super) fn date(given: Given<'_>, changes: &mut Vec<Change>) -> Result<Json, SlotProblem> {
    let Given::Text(text) = given else {
        return Err(invalid("it is no date, written year-month-day"));
    };
    let digits = western(text).ok_or_else(|| invalid("it mixes digits of different scripts"))?;
    let (day, time) = match digits.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (digits.as_str(), None),
    };
    let fields: Vec<&str> = day.split(['-', '/', '.', '‐', '‑', '–', '−']).collect();
    let [year, month, day] = fields.as_slice() else {
        return Err(invalid("it is no date, written year-month-day"));
    };
    let figure = |text: &str, most: usize| {
        let fits = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| text.parse::<i16>().ok()).flatten()
    };
    if year.len() < 4 && figure(year, 2).is_some() && figure(month, 2).is_some() {
        return Err(unclear("the year must come first, with four digits"));
    }
    let of = |text: &str| figure(text, 2).and_then(|value| i8::try_from(value).ok());
    let (Some(year), Some(month), Some(day)) = (figure(year, 4), of(month), of(day)) else {
        return Err(invalid("it is no date, written year-month-day"));
    };
    // Years before 1000 are slips, and are written in too many ways.
    let Some(date) = (year >= 1000).then(|| Date::new(year, month, day).ok()).flatten() else {
        return Err(invalid("there is no such day"));
    };
    if time.is_some_and(|time| !is_midnight(time)) {
        return Err(invalid("it has a time, and only a date is asked for"));
    }
    let normal = date.to_string();
    if normal != text {
        read(changes, "wrote the date as year-month-day");
    }
    Ok(json!(normal))
}

/// A time that a program adds to a date because it must.
fn is_midnight(time: &str) -> bool {
    let time = time.trim_end_matches(['Z', 'z']);
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    matches!(clock, "00:00" | "00:00:00")
        && !fraction.is_empty()
        && fraction.len() <= 9
        && fraction.bytes().all(|byte| byte == b'0')
}
