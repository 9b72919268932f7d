//! Reading the value of a slot out of a message, where it is easy.
//!
//! Owns one plain rule for each kind of slot. It reads the message alone, and what is not plain is no
//! value. It must never judge a value: the engine does that with what any model gives.

use jiff::ToSpan;
use jiff::civil::Date;
use regex::Regex;
use serde_json::{Number, Value as Json, json};

use crate::agent::step::slot::{Kind, Slot};
use crate::text::normal::normal;

/// The most words of a message that is a name.
const NAME_WORDS: usize = 5;

/// What people say in front of a name.
const INTRODUCTIONS: [&str; 16] = [
    "my name is",
    "the name is",
    "my name's",
    "my name’s",
    "you can call me",
    "call me",
    "i am",
    "i'm",
    "i’m",
    "this is",
    "it is",
    "it's",
    "it’s",
    "we are",
    "we're",
    "for",
];

const YES: [&str; 9] =
    ["yes", "yeah", "yep", "sure", "ok", "okay", "of course", "please do", "book it"];
const NO: [&str; 6] = ["no", "nope", "not", "never", "don't", "let me think"];

const NUMBERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// What a message gives for a slot. `today` is the day of the turn's time.
pub(super) fn read(slot: &Slot, message: &str, today: Option<&str>) -> Option<Json> {
    let message = message.trim();
    let text = |text: &str| (!text.is_empty()).then(|| json!(text));
    match slot.kind() {
        Kind::Integer | Kind::Number => number(message),
        Kind::Boolean => boolean(message),
        Kind::Enum => {
            let words: Vec<&str> = slot.choices.iter().map(|word| word.value.as_str()).collect();
            choice(&words, message)
        }
        Kind::Pattern => {
            let pattern =
                Regex::new(&format!("^(?:{})$", slot.pattern.as_ref()?.text.value)).ok()?;
            let mut parts = std::iter::once(message).chain(message.split_whitespace());
            parts.find(|part| pattern.is_match(part)).and_then(text)
        }
        Kind::Email => {
            let mut words = message.split_whitespace().map(bare);
            words.find(|word| is_address(word)).and_then(text)
        }
        Kind::Phone => phone(message).and_then(text),
        Kind::Date => date(message, today).map(|date| json!(date.to_string())),
        Kind::Money => {
            let counts = message.chars().any(|c| c.is_ascii_digit());
            text(message).filter(|_| counts && message.split_whitespace().count() <= NAME_WORDS)
        }
        Kind::Name => name(message).and_then(text),
        Kind::String | Kind::Text => text(message).filter(|_| !message.contains('?')),
    }
}

/// Whether a slot of this kind takes nearly any message: of several such only one is read at a time.
pub(super) fn takes_anything(slot: &Slot) -> bool {
    matches!(slot.kind(), Kind::Name | Kind::String | Kind::Text)
}

/// Whether a message begins by saying no.
pub(super) fn is_refusal(message: &str) -> bool {
    let message = normal(message);
    ["no", "nope", "i'd rather not", "rather not", "i don't want", "skip"]
        .iter()
        .any(|word| begins(&message, word))
}

/// The first number, with commas between its thousands or without.
fn number(message: &str) -> Option<Json> {
    let pattern = Regex::new(r"-?\d[\d,]*(?:\.\d+)?").ok()?;
    if let Some(found) = pattern.find(message) {
        let digits = found.as_str().replace(',', "");
        return match digits.parse::<i64>() {
            Ok(number) => Some(json!(number)),
            Err(_) => Number::from_f64(digits.parse().ok()?).map(Json::Number),
        };
    }
    let message = normal(message);
    let mut words = message.split(|c: char| !c.is_alphanumeric());
    words
        .find_map(|word| NUMBERS.iter().position(|known| *known == word))
        .map(|number| json!(number))
}

fn boolean(message: &str) -> Option<Json> {
    let message = normal(message);
    let says = |words: &[&str]| words.iter().any(|word| begins(&message, word));
    match (says(&YES), says(&NO)) {
        (true, false) => Some(json!(true)),
        (false, true) => Some(json!(false)),
        _ => None,
    }
}

/// The one word of an enumeration that the message holds.
fn choice(words: &[&str], message: &str) -> Option<Json> {
    let spaced = |text: &str| {
        let words = normal(text);
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    let message = spaced(message);
    let mut found = words.iter().filter(|word| message.contains(&spaced(word)));
    match (found.next(), found.next()) {
        (Some(word), None) => Some(json!(word)),
        _ => None,
    }
}

fn is_address(word: &str) -> bool {
    let Some((user, host)) = word.split_once('@') else { return false };
    !user.is_empty() && !host.contains('@') && host.trim_matches('.').contains('.')
}

fn phone(message: &str) -> Option<&str> {
    let pattern = Regex::new(r"\+?\d[\d ()/-]{4,}\d").ok()?;
    pattern.find(message).map(|found| found.as_str())
}

/// A day as the calendar writes it, today, or tomorrow.
fn date(message: &str, today: Option<&str>) -> Option<Date> {
    let written = message.split_whitespace().map(bare);
    if let Some(date) = written.filter_map(|word| word.parse::<Date>().ok()).next() {
        return Some(date);
    }
    let today: Date = today?.get(..10)?.parse().ok()?;
    let message = normal(message);
    let mut words = message.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| match word {
        "today" | "now" => Some(today),
        "tomorrow" => today.checked_add(1.day()).ok(),
        _ => None,
    })
}

/// A short message without figures and questions, without what people say in front of a name.
fn name(message: &str) -> Option<&str> {
    let mut rest = bare(message);
    for introduction in INTRODUCTIONS {
        let front = rest.get(..introduction.len());
        let fits = front.is_some_and(|front| front.eq_ignore_ascii_case(introduction));
        let behind = rest.get(introduction.len()..).filter(|behind| behind.starts_with(' '));
        if let Some(behind) = behind.filter(|_| fits) {
            rest = bare(behind);
            break;
        }
    }
    let rest = rest.split([',', '.', ';']).next().unwrap_or_default().trim();
    let plain = !rest.contains(|c: char| c.is_ascii_digit() || "@?".contains(c));
    let short = (1..=NAME_WORDS).contains(&rest.split_whitespace().count());
    (plain && short && !message.contains('?') && !is_refusal(rest)).then_some(rest)
}

/// Text without signs at its ends.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ",.;:!\"'()<>“”".contains(c))
}

/// Whether normal text begins with a word.
fn begins(text: &str, word: &str) -> bool {
    let behind = text.strip_prefix(word);
    behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric() || c == '\''))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::decode::Located;
    use crate::agent::step::slot::Pattern;
    use crate::diagnostic::Span;

    fn slot(kind: Kind) -> Slot {
        let span = Span::of_file(&"step.md".into());
        let text = |value: &str| Located { value: value.to_owned(), span: span.clone() };
        Slot {
            name: "value".to_owned(),
            uses: None,
            kind: Some(kind),
            minimum: None,
            maximum: None,
            min_length: None,
            max_length: None,
            choices: ["email", "website_chat", "several"].map(text).to_vec(),
            pattern: Some(Pattern::new(text("[A-Z]{2}[0-9]{3}")).0),
            region: None,
            currency: None,
            required: None,
            extract: None,
            span: span.clone(),
        }
    }

    #[test]
    fn plain_values_are_read_and_nothing_else() {
        let cases: [(Kind, &str, Json); 36] = [
            (Kind::Integer, "maybe 3000", json!(3000)),
            (Kind::Integer, "around 1,200 a month", json!(1200)),
            (Kind::Integer, "three of us", json!(3)),
            (Kind::Integer, "many", Json::Null),
            (Kind::Number, "it is 2.5 now", json!(2.5)),
            (Kind::Boolean, "Yes, book it", json!(true)),
            (Kind::Boolean, "no, let me think", json!(false)),
            (Kind::Boolean, "Let me think", json!(false)),
            (Kind::Boolean, "nothing yet", Json::Null),
            (Kind::Enum, "Email, mostly", json!("email")),
            (Kind::Enum, "the website chat", json!("website_chat")),
            (Kind::Enum, "email or several", Json::Null),
            (Kind::Enum, "emails", Json::Null),
            (Kind::Pattern, "it is AB123", json!("AB123")),
            (Kind::Pattern, "it is AB1234", Json::Null),
            (Kind::Email, "write to lena@holzwerk.example, please", json!("lena@holzwerk.example")),
            (Kind::Email, "lena@holzwerk", Json::Null),
            (Kind::Email, "@holzwerk.example", Json::Null),
            (Kind::Phone, "call +49 30 123456 on Monday", json!("+49 30 123456")),
            (Kind::Phone, "on the 23rd", Json::Null),
            (Kind::Date, "on 2026-12-24.", json!("2026-12-24")),
            (Kind::Date, "Tomorrow!", json!("2026-12-01")),
            (Kind::Date, "now", json!("2026-11-30")),
            (Kind::Date, "2026-02-30", Json::Null),
            (Kind::Date, "Monday", Json::Null),
            (Kind::Money, "99 EUR", json!("99 EUR")),
            (Kind::Money, "a lot", Json::Null),
            (Kind::Name, "Lena", json!("Lena")),
            (Kind::Name, "I’m Lena Maier, hello", json!("Lena Maier")),
            (Kind::Name, "for Holzwerk, we make furniture", json!("Holzwerk")),
            (Kind::Name, "what does this cost?", Json::Null),
            (Kind::Name, "no", Json::Null),
            (Kind::Name, "I do not think that I want to say", Json::Null),
            (Kind::Text, "We answer everything twice", json!("We answer everything twice")),
            (Kind::Text, "Why?", Json::Null),
            (Kind::Text, "  ", Json::Null),
        ];
        for (kind, message, value) in cases {
            let found = read(&slot(kind), message, Some("2026-11-30T09:00:00Z"));
            assert_eq!(found.unwrap_or_default(), value, "{kind:?}: {message}");
        }
    }
}
