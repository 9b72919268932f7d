//! Slots in words.
//!
//! Owns how a declared value is described to a model. It must never describe a value that was given.

use crate::agent::step::currency;
use crate::agent::step::slot::{Kind, Slot};

/// What a slot takes, as a short noun.
pub(crate) fn kind_words(slot: &Slot) -> String {
    let noun = match slot.kind() {
        Kind::Integer => "a whole number",
        Kind::Number => "a number",
        Kind::String => "a text on one line",
        Kind::Boolean => "true or false",
        Kind::Enum => "one word of the list",
        Kind::Pattern => "a text of a fixed form",
        Kind::Email => "an e-mail address",
        Kind::Phone => "a telephone number with its calling code, written `+` and digits",
        Kind::Date => "a date, written year-month-day",
        Kind::Money => return money_words(slot),
        Kind::Name => "a name",
        Kind::Text => "free text",
    };
    noun.to_owned()
}

/// Money is written with the decimals of its currency, as it is kept.
fn money_words(slot: &Slot) -> String {
    let code = slot.currency.as_ref().map_or("EUR", |text| text.value.as_str());
    let amount = match currency::decimals(code) {
        Some(0) => "1250",
        Some(3) => "12.500",
        Some(4) => "12.5000",
        _ => "12.50",
    };
    format!("an amount of money with its currency, such as {amount} {code}")
}

/// What a slot takes, with its bounds.
pub(crate) fn describe(slot: &Slot) -> String {
    let mut text = kind_words(slot);
    if slot.kind() == Kind::Enum {
        let words = slot.choices.iter().map(|word| format!("`{}`", word.value));
        return format!("one of {}", words.collect::<Vec<_>>().join(", "));
    }
    if let Some(pattern) = &slot.pattern {
        text.push_str(&format!(" that matches `{}`", pattern.text.value));
    }
    match (&slot.minimum, &slot.maximum) {
        (Some(least), Some(most)) => text.push_str(&format!(" from {least} to {most}")),
        (Some(least), None) => text.push_str(&format!(", at least {least}")),
        (None, Some(most)) => text.push_str(&format!(", at most {most}")),
        (None, None) => {}
    }
    match (slot.min_length, slot.max_length) {
        (Some(least), Some(most)) => text.push_str(&format!(" of {least} to {most} characters")),
        (Some(least), None) => text.push_str(&format!(" of at least {least} characters")),
        (None, Some(most)) => text.push_str(&format!(" of at most {most} characters")),
        (None, None) => {}
    }
    if let Some(region) = &slot.region {
        text.push_str(&format!("; without a prefix it is taken as one of {}", region.value));
    }
    if let Some(currency) = &slot.currency {
        text.push_str(&format!("; {} where none is named", currency.value));
    }
    text
}
