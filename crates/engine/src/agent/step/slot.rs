//! Slots: the values that a step collects.
//!
//! Owns the declaration of a value: its kind, its bounds, and rule sets that several steps share. It
//! must never judge a value; that happens when an answer is read.

use regex::{Regex, RegexBuilder};
use serde_json::Number;
use unicode_normalization::UnicodeNormalization;

use crate::agent::decode::{Decoder, Text};
use crate::agent::name::{is_identifier, is_word};
use crate::agent::step::currency;
use crate::agent::step::region::Region;
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// The largest compiled pattern, in bytes.
const MAX_PATTERN: usize = 1 << 20;

/// What kind of value a slot takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// Text on one line.
    String,
    /// Yes or no.
    Boolean,
    /// One of a few words.
    Enum,
    /// Text that a regular expression matches as a whole.
    Pattern,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A day of the calendar.
    Date,
    /// An amount of money.
    Money,
    /// The name of a person or a company.
    Name,
    /// Free text.
    Text,
}

/// The kinds by the words that stand in a file.
pub const KINDS: [(&str, Kind); 12] = [
    ("integer", Kind::Integer),
    ("number", Kind::Number),
    ("string", Kind::String),
    ("boolean", Kind::Boolean),
    ("enum", Kind::Enum),
    ("pattern", Kind::Pattern),
    ("email", Kind::Email),
    ("phone", Kind::Phone),
    ("date", Kind::Date),
    ("money", Kind::Money),
    ("name", Kind::Name),
    ("text", Kind::Text),
];

/// A regular expression that a whole value must match.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// As it is written.
    pub text: Text,
    /// None where it cannot be read; then the agent was refused.
    whole: Option<Regex>,
}

impl Pattern {
    /// Reads a pattern; the text is matched in the normal form NFC, so the pattern is brought into it.
    pub(crate) fn new(text: Text) -> (Self, Option<regex::Error>) {
        let build = |text: &str| RegexBuilder::new(text).size_limit(MAX_PATTERN).build();
        let composed: String = text.value.nfc().collect();
        // By itself first: `a)|(b` must not become something else between parentheses.
        let built = build(&composed).and_then(|_| build(&format!(r"\A(?:{composed})\z")));
        match built {
            Ok(whole) => (Self { text, whole: Some(whole) }, None),
            Err(error) => (Self { text, whole: None }, Some(error)),
        }
    }

    /// Whether it matches a text as a whole. Linear time in the text.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.whole.as_ref().is_some_and(|whole| whole.is_match(text))
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// The declaration of a slot. What it leaves out it takes from the rule set that it uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Its name.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// The rule set that it uses.
    pub uses: Option<Text>,
    /// Its kind.
    pub kind: Option<Kind>,
    /// The least number.
    pub minimum: Option<Number>,
    /// The largest number.
    pub maximum: Option<Number>,
    /// The least number of characters.
    pub min_length: Option<u32>,
    /// The largest number of characters.
    pub max_length: Option<u32>,
    /// The words of an enumeration.
    pub choices: Vec<Text>,
    /// A regular expression.
    pub pattern: Option<Pattern>,
    /// The region whose numbers may be written without the country's prefix, such as `DE`.
    pub region: Option<Text>,
    /// The currency that is meant where none is named, such as `EUR`.
    pub currency: Option<Text>,
    /// Whether the step waits for it; left out, it does.
    pub required: Option<bool>,
    /// How to read it from what the user says.
    pub extract: Option<Text>,
}

impl Slot {
    /// Whether the step waits for it.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.required.unwrap_or(true)
    }

    /// The kind. A declaration without one was refused.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind.unwrap_or(Kind::Text)
    }

    /// The declaration, with what it leaves out taken from a rule set.
    #[must_use]
    pub fn over(&self, set: &Self) -> Self {
        Self {
            name: self.name.clone(),
            span: self.span.clone(),
            uses: None,
            kind: self.kind.or(set.kind),
            minimum: self.minimum.clone().or_else(|| set.minimum.clone()),
            maximum: self.maximum.clone().or_else(|| set.maximum.clone()),
            min_length: self.min_length.or(set.min_length),
            max_length: self.max_length.or(set.max_length),
            choices: if self.choices.is_empty() { &set.choices } else { &self.choices }.clone(),
            pattern: self.pattern.clone().or_else(|| set.pattern.clone()),
            region: self.region.clone().or_else(|| set.region.clone()),
            currency: self.currency.clone().or_else(|| set.currency.clone()),
            required: self.required.or(set.required),
            extract: self.extract.clone().or_else(|| set.extract.clone()),
        }
    }

    /// What is wrong with the declaration as a whole.
    #[must_use]
    pub fn problems(&self) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut tell = |code: &'static str, span: &Span, message: String, help: &str| {
            findings.push(Diagnostic::error(code, message).at(span).help(help));
        };
        let Some(kind) = self.kind else {
            let words: Vec<&str> = KINDS.iter().map(|(word, _)| *word).collect();
            let help = format!("Say `type:` one of {}.", words.join(", "));
            tell("slot.type", &self.span, format!("the slot `{}` has no type", self.name), &help);
            return findings;
        };
        let word = KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| *word);
        let counts = matches!(kind, Kind::Integer | Kind::Number | Kind::Money);
        let spells = matches!(kind, Kind::String | Kind::Name | Kind::Text);
        for (key, given, fits) in [
            ("minimum", self.minimum.is_some(), counts),
            ("maximum", self.maximum.is_some(), counts),
            ("minLength", self.min_length.is_some(), spells),
            ("maxLength", self.max_length.is_some(), spells),
            ("enum", !self.choices.is_empty(), kind == Kind::Enum),
            ("pattern", self.pattern.is_some(), kind == Kind::Pattern),
            ("region", self.region.is_some(), kind == Kind::Phone),
            ("currency", self.currency.is_some(), kind == Kind::Money),
        ] {
            if given && !fits {
                let message = format!("`{key}` has no meaning for the type `{word}`");
                let help = "Remove it, or choose the type that it belongs to.";
                tell("slot.rule", &self.span, message, help);
            }
        }
        if kind == Kind::Enum && self.choices.is_empty() {
            let message = format!("the slot `{}` has no words to choose from", self.name);
            tell("slot.rule", &self.span, message, "Add `enum: [small, large]`.");
        }
        if kind == Kind::Pattern && self.pattern.is_none() {
            let message = format!("the slot `{}` has no pattern", self.name);
            tell("slot.rule", &self.span, message, "Add `pattern: '[A-Z]{2}[0-9]{4}'`.");
        }
        let bounded = self.minimum.is_some() || self.maximum.is_some();
        if kind == Kind::Money && bounded && self.currency.is_none() {
            let message = format!("the bounds of the slot `{}` are of no currency", self.name);
            tell("slot.rule", &self.span, message, "Add `currency: EUR`.");
        }
        let least = self.minimum.as_ref().and_then(Number::as_f64);
        let most = self.maximum.as_ref().and_then(Number::as_f64);
        let crossed = least.zip(most).is_some_and(|(least, most)| least > most)
            || self.min_length.zip(self.max_length).is_some_and(|(least, most)| least > most);
        if crossed {
            let message = format!("no value is within the bounds of the slot `{}`", self.name);
            tell("slot.range", &self.span, message, "Let the least be below the largest.");
        }
        findings
    }
}

impl Slot {
    /// Tells regions and currencies that do not exist.
    fn check_codes(&self, decoder: &mut Decoder) {
        let mut tell = |code: &Option<Text>, what: &str, example: &str, known: fn(&str) -> bool| {
            let Some(text) = code.as_ref().filter(|text| !known(&text.value)) else { return };
            let capitals = text.value.to_uppercase();
            let help = if known(&capitals) {
                format!("Write it in capital letters: `{capitals}`.")
            } else {
                format!("Write it as in `{example}`.")
            };
            let message = format!("`{}` is no code of a {what}", text.value);
            decoder.error_with("slot.code", &text.span, message, help);
        };
        tell(&self.region, "region with telephone numbers", "DE", |code| {
            Region::of(code).is_some()
        });
        tell(&self.currency, "currency", "EUR", |code| currency::decimals(code).is_some());
    }
}

/// Reads slots by name.
pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<Slot> {
    let entries = decoder.entries(node);
    entries.iter().filter_map(|(name, body)| decode_slot(decoder, name, body)).collect()
}

fn decode_slot(decoder: &mut Decoder, name: &Node, body: &Node) -> Option<Slot> {
    let key = name.key();
    if !is_identifier(&key) {
        let help = "Use letters, digits and `_`, beginning with a letter.";
        let message = format!("`{key}` cannot be a slot's name");
        decoder.error_with("slot.name", &name.span, message, help);
    }
    let mut fields = decoder.fields(body, "a slot")?;
    let pattern = fields.text(decoder, "pattern").map(|text| read_pattern(decoder, text));
    let written = fields.get("type");
    let mut slot = Slot {
        name: key,
        span: name.span.clone(),
        uses: fields.text(decoder, "use"),
        kind: written.and_then(|node| decoder.choice(node, &KINDS)),
        minimum: fields.get("minimum").and_then(|node| number(decoder, node)),
        maximum: fields.get("maximum").and_then(|node| number(decoder, node)),
        min_length: fields.integer(decoder, "minLength", 0),
        max_length: fields.integer(decoder, "maxLength", 1),
        choices: fields.texts(decoder, "enum"),
        pattern,
        region: fields.text(decoder, "region"),
        currency: fields.text(decoder, "currency"),
        required: fields.get("required").and_then(|node| decoder.flag(node)),
        extract: fields.text(decoder, "extract"),
    };
    fields.finish(decoder);
    // What an enumeration or a pattern is, it shows: `type` need not repeat it.
    let is_text = matches!(slot.kind, None | Some(Kind::String)) && slot.uses.is_none();
    if is_text && !slot.choices.is_empty() {
        slot.kind = Some(Kind::Enum);
    } else if is_text && slot.pattern.is_some() {
        slot.kind = Some(Kind::Pattern);
    }
    slot.check_codes(decoder);
    // With a rule set the whole is judged when the two are put together; a type that could not be read
    // is already told.
    if slot.uses.is_none() && (slot.kind.is_some() || written.is_none()) {
        decoder.findings.extend(slot.problems());
    }
    Some(slot)
}

fn read_pattern(decoder: &mut Decoder, text: Text) -> Pattern {
    let (pattern, error) = Pattern::new(text);
    if let Some(error) = error {
        let text = error.to_string();
        let line = text.lines().last().unwrap_or_default().trim_start_matches("error: ");
        let message = format!("this is not a regular expression: {line}");
        let help = "Look-around and back-references are not supported: matching takes linear time.";
        decoder.error_with("slot.pattern", &pattern.text.span, message, help);
    }
    pattern
}

fn number(decoder: &mut Decoder, node: &Node) -> Option<Number> {
    match &node.value {
        Value::Number(number, _) => Some(number.clone()),
        _ => {
            decoder.wrong(node, "a number");
            None
        }
    }
}

/// Whether text can be the name of a stage or a step; tells it where not.
pub(crate) fn word(decoder: &mut Decoder, text: &Text, what: &str) -> bool {
    let fits = is_word(&text.value);
    if !fits {
        let message = format!("`{}` cannot be the name of {what}", text.value);
        let help = "Use small letters, digits, `_` and `-`.";
        decoder.error_with("step.name", &text.span, message, help);
    }
    fits
}
