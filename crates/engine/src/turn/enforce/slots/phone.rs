//! Telephone numbers.
//!
//! Owns the way from what people write to the normal form of E.164, `+4930901820`, along the numbering
//! plan of a region. It must never dial, and never say whose number it is.

use regex_lite::Regex;
use serde_json::{Value as Json, json};

use super::numeral::western;
use super::{Change, Given, SlotProblem, invalid, read, unclear};
use crate::agent::step::region::Region;
use crate::agent::step::slot::Slot;

/// Digits of a number with its calling code (E.164).
const LONGEST: usize = 15;

pub(super) fn phone(
    slot: &Slot,
    given: Given<'_>,
    changes: &mut Vec<Change>,
) -> Result<Json, SlotProblem> {
    let Given::Text(text) = given else {
        return Err(invalid("a telephone number must be a text: a number loses zeros and the +"));
    };
    let own = slot.region.as_ref().and_then(|region| Region::of(&region.value));
    let written = written(text)?;
    let normal = if written.abroad {
        reached(&written.digits, &written.bracketed)
    } else if let Some(digits) = own.and_then(|own| from_abroad(&own, &written.digits)) {
        reached(digits, "")
    } else if let Some(own) = own {
        national(&own, &written.digits)
            .map(|digits| format!("+{}{digits}", own.code))
            // Many leave out the + before the calling code.
            .or_else(|| {
                reached(written.digits.strip_prefix(own.code).map(|_| &*written.digits)?, "")
            })
    } else if let Some(digits) = written.digits.strip_prefix("00") {
        reached(digits, "")
    } else {
        return Err(unclear("the number lacks its country: it must begin with + and a code"));
    };
    let normal = normal.filter(|normal| normal.len() <= LONGEST + 1);
    let normal = normal.ok_or_else(|| invalid("no such telephone number can exist"))?;
    if normal != text {
        read(changes, "wrote the number in the form of E.164");
    }
    Ok(json!(normal))
}

/// A number as somebody wrote it.
struct Written {
    /// Whether it begins with `+`.
    abroad: bool,
    /// Its digits, without `(0)` where it begins with `+`.
    digits: String,
    /// Digits with the zero of `(0)`, for regions in which it belongs to the number.
    bracketed: String,
}

fn written(text: &str) -> Result<Written, SlotProblem> {
    let text = western(text).ok_or_else(|| invalid("it mixes digits of different scripts"))?;
    let text = text.strip_prefix("tel:").unwrap_or(&text).trim_start();
    let mut abroad = false;
    let of = |part: &str, abroad: &mut bool| -> Result<String, SlotProblem> {
        let mut digits = String::new();
        for c in part.chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' | '＋' if digits.is_empty() && !*abroad => *abroad = true,
                ' ' | '-' | '.' | '/' | '(' | ')' | '‐' | '‑' | '–' | '—' | '−' | '·' | '（'
                | '）' | '－' => {}
                _ if c.is_alphabetic() || c == ',' || c == ';' || c == '#' => {
                    return Err(invalid(
                        "it has letters or an extension: only a number that can be dialled is kept",
                    ));
                }
                _ => return Err(invalid("it is no telephone number")),
            }
        }
        Ok(digits)
    };
    let bracketed = of(text, &mut abroad)?;
    let digits = if abroad && text.contains("(0)") {
        of(&text.replacen("(0)", "", 1), &mut false)?
    } else {
        bracketed.clone()
    };
    Ok(Written { abroad, digits, bracketed })
}

/// A number with its calling code.
fn reached(digits: &str, bracketed: &str) -> Option<String> {
    let plans = Region::dialled(digits);
    // The zero of `(0)` belongs to the number where nothing is dialled in front of one.
    let keeps = plans.first().is_some_and(|plan| plan.trunk.is_empty());
    let main = plans.first()?;
    let digits = if keeps && bracketed.starts_with(main.code) { bracketed } else { digits };
    let rest = digits.get(main.code.len()..)?;
    if plans.iter().any(|plan| fits(plan, rest)) {
        return Some(format!("+{digits}"));
    }
    // What is dialled in front inside the region does not belong behind its calling code, but stands
    // there often.
    national(main, rest).map(|rest| format!("+{}{rest}", main.code))
}

/// What follows the prefix for other regions, where a number begins with it.
fn from_abroad<'a>(own: &Region, digits: &'a str) -> Option<&'a str> {
    let prefix = at_start(own.abroad)?.find(digits)?;
    let rest = digits.get(prefix.end()..)?;
    (!Region::dialled(rest).is_empty()).then_some(rest)
}

/// A national number without what is dialled in front of it.
fn national(plan: &Region, digits: &str) -> Option<String> {
    let stripped = at_start(plan.trunk).and_then(|trunk| {
        let found = trunk.captures(digits)?;
        let rest = digits.get(found.get(0)?.end()..)?;
        // The prefix may hold a part of the number; the plan says what it becomes.
        let last = found.len() - 1;
        let holds = last > 0 && found.get(last).is_some();
        let number = if holds && !plan.becomes.is_empty() {
            let mut number = String::new();
            found.expand(plan.becomes, &mut number);
            number + rest
        } else {
            rest.to_owned()
        };
        fits(plan, &number).then_some(number)
    });
    stripped.or_else(|| fits(plan, digits).then(|| digits.to_owned()))
}

fn fits(plan: &Region, digits: &str) -> bool {
    plan.has_length(digits.len())
        && built(&format!(r"\A(?:{})\z", plan.form)).is_some_and(|form| form.is_match(digits))
}

fn at_start(form: &str) -> Option<Regex> {
    (!form.is_empty()).then(|| built(&format!(r"\A(?:{form})"))).flatten()
}

/// The forms of the table are small and looked at once: what counts is how fast they are read.
fn built(form: &str) -> Option<Regex> {
    Regex::new(form).ok()
}
