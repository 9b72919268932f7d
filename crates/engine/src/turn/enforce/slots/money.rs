//! Amounts of money.
//!
//! Owns the reading of an amount with its currency and the normal form, `1200.50 EUR`: all decimals of
//! the currency, a space, its code. It must never round or convert.

use serde_json::{Value as Json, json};

use super::number::bounds;
use super::numeral::{Numeral, digit, numeral};
use super::{Change, Given, SlotProblem, invalid, outside, read, unclear};
use crate::agent::step::currency::{self, Named};
use crate::agent::step::slot::Slot;

/// Digits before the decimal mark.
const LONGEST: usize = 15;

pub(super) fn money(
    slot: &Slot,
    given: Given<'_>,
    changes: &mut Vec<Change>,
) -> Result<Json, SlotProblem> {
    let own = slot.currency.as_ref().map(|text| text.value.as_str());
    let (mut figure, code) = match given {
        Given::Text(text) => of_text(text, own)?,
        Given::Other(Json::Number(number)) => {
            (Numeral::of_json(number).ok_or_else(no_amount)?, currency_of("", own)?)
        }
        Given::Other(Json::Object(fields)) if fields.len() == 2 => {
            let word = fields.get("currency").and_then(Json::as_str).ok_or_else(no_amount)?;
            let code = currency_of(word.trim(), own)?;
            match fields.get("amount") {
                Some(Json::Number(number)) => {
                    (Numeral::of_json(number).ok_or_else(no_amount)?, code)
                }
                Some(Json::String(text)) => (numeral(text.trim())?, code),
                _ => return Err(no_amount()),
            }
        }
        Given::Other(_) => return Err(no_amount()),
    };
    let decimals = usize::try_from(currency::decimals(code).ok_or_else(no_amount)?).unwrap_or(0);
    settle(&mut figure, decimals)?;
    let amount = amount(&figure, decimals)?;
    if own.is_some_and(|own| own != code) && (slot.minimum.is_some() || slot.maximum.is_some()) {
        let own = own.unwrap_or_default();
        return Err(outside(format!("its bounds are in {own}: the amount must be too")));
    }
    bounds(slot, &Json::Null, &amount)?;
    let normal = format!("{amount} {code}");
    if !matches!(given, Given::Text(text) if text == normal) {
        read(changes, "wrote the amount with its decimals and the code of its currency");
    }
    Ok(json!(normal))
}

/// An amount with a currency in front, behind, or none.
fn of_text(text: &str, own: Option<&str>) -> Result<(Numeral, &'static str), SlotProblem> {
    let is_digit = |c: char| digit(c).is_some();
    let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else {
        return Err(no_amount());
    };
    let end =
        text.get(last..).and_then(|rest| rest.chars().next()).map_or(last, |c| last + c.len_utf8());
    let head = text.get(..first).unwrap_or_default();
    let figure = text.get(first..end).unwrap_or_default();
    let tail = text.get(end..).unwrap_or_default().trim();
    // `.5` begins with its mark, and a sign may stand before or behind the currency.
    let (head, point) = match head.strip_suffix(['.', ',']) {
        Some(rest) if rest.is_empty() || rest.ends_with([' ', '-', '+', '−']) => (rest, "."),
        _ => (head, ""),
    };
    let signs = ['-', '−', '－', '+'];
    let count = head.chars().filter(|c| signs.contains(c)).count();
    let inner = head.trim().trim_start_matches(signs).trim_end_matches(signs).trim();
    if count > 1 || inner.contains(signs) {
        return Err(no_amount());
    }
    let mut figure = numeral(&format!("{point}{figure}"))?;
    figure.negative = count == 1 && !head.contains('+');
    let code = match (inner, tail) {
        (head, "") => currency_of(head, own)?,
        ("", tail) => currency_of(tail, own)?,
        (head, tail) => {
            // `US$ 12 USD` says it twice.
            let tail = currency_of(tail, own)?;
            if currency_of(head, Some(tail))? != tail {
                return Err(invalid("it names two currencies"));
            }
            tail
        }
    };
    Ok((figure, code))
}

/// The currency that a code, a sign or nothing stands for.
fn currency_of(word: &str, own: Option<&str>) -> Result<&'static str, SlotProblem> {
    let word = if word.is_empty() {
        own.ok_or_else(|| unclear("the amount lacks its currency"))?
    } else {
        word
    };
    match currency::named(word, own) {
        Named::One(code) => Ok(code),
        Named::Several => {
            Err(unclear("several currencies have that sign: a code such as USD is needed"))
        }
        Named::None => Err(invalid("what stands beside the amount is no currency")),
    }
}

/// Decides what a mark with three digits behind it parts: groups, where the currency has fewer decimals.
fn settle(figure: &mut Numeral, decimals: usize) -> Result<(), SlotProblem> {
    match figure.either.take() {
        None => Ok(()),
        Some(_) if decimals < 3 => {
            figure.whole = figure.joined();
            figure.fraction.clear();
            Ok(())
        }
        // Where an amount has three decimals it is written with a point.
        Some('.') if decimals == 3 => Ok(()),
        Some(_) => {
            Err(unclear("a point or comma with three digits behind it may part groups or decimals"))
        }
    }
}

/// The amount with all decimals of its currency.
fn amount(figure: &Numeral, decimals: usize) -> Result<String, SlotProblem> {
    let (kept, rest) = figure.fraction.split_at_checked(decimals).unwrap_or((&figure.fraction, ""));
    if rest.bytes().any(|byte| byte != b'0') {
        return Err(invalid("it has more decimals than the currency has"));
    }
    if figure.whole.len() > LONGEST {
        return Err(outside("it is too large"));
    }
    let is_zero = figure.whole == "0" && kept.bytes().all(|byte| byte == b'0');
    let sign = if figure.negative && !is_zero { "-" } else { "" };
    Ok(if decimals == 0 {
        format!("{sign}{}", figure.whole)
    } else {
        format!("{sign}{}.{kept:0<decimals$}", figure.whole)
    })
}

fn no_amount() -> SlotProblem {
    invalid("it is no amount of money, such as 12.50 EUR")
}
