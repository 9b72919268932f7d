//! Filters that work on text: `lower`, `upper`, `title`, `trim`, `truncate`, `replace`.
//!
//! All but `truncate` take any value as it prints. Lengths are counted in code points.

use std::borrow::Cow;

use super::wrong_kind;
use crate::text::template::chars::is_space;
use crate::text::template::error::Fault;
use crate::text::template::filter::Filter;
use crate::text::template::limits::Meter;
use crate::text::template::render::python::printed;
use crate::text::template::value::{Data, Origin, Text, Value};

/// The text of a value: itself if it is one, else what it prints.
pub(super) fn of<'v>(value: &'v Value<'_>, meter: &mut Meter) -> Result<Cow<'v, str>, Fault> {
    match &value.data {
        Data::Text(text) => {
            meter.bytes(text.as_str().len())?;
            Ok(Cow::Borrowed(text.as_str()))
        }
        _ => printed(value, meter).map(Cow::Owned),
    }
}

/// A value made by a filter, if it is not too long.
fn made<'a>(text: String, origin: Origin, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    meter.fits(text.len())?;
    meter.bytes(text.len())?;
    Ok(Value::owned(text, origin))
}

pub(super) fn lower<'a>(subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    let text = of(subject, meter)?.to_lowercase();
    made(text, subject.origin, meter)
}

pub(super) fn upper<'a>(subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    let text = of(subject, meter)?.to_uppercase();
    made(text, subject.origin, meter)
}

/// Words begin behind white space, hyphens and opening brackets; the rest of a word is lower case.
pub(super) fn title<'a>(subject: &Value<'a>, meter: &mut Meter) -> Result<Value<'a>, Fault> {
    let divides = |c: char| is_space(c) || matches!(c, '-' | '(' | '{' | '[' | '<');
    let text = of(subject, meter)?;
    let mut titled = String::with_capacity(text.len());
    for piece in text.split_inclusive(divides) {
        let mut chars = piece.chars();
        titled.extend(chars.next().into_iter().flat_map(char::to_uppercase));
        // What divides is not part of the word: it would hide from a sigma that the word ends.
        let rest = chars.as_str();
        let word = rest.trim_end_matches(divides);
        titled.push_str(&word.to_lowercase());
        titled.push_str(rest.get(word.len()..).unwrap_or_default());
    }
    made(titled, subject.origin, meter)
}

/// Removes white space, or the characters of `chars`, from both ends.
pub(super) fn trim<'a>(
    subject: &Value<'a>,
    chars: Option<&Value<'a>>,
    origin: Origin,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let chars = match chars.map(|chars| &chars.data) {
        None | Some(Data::None) => None,
        Some(Data::Text(text)) => Some(text.as_str()),
        Some(_) => {
            let fault = Fault::new("template.type", "`trim` needs a text of characters to remove");
            return Err(fault.help("write `| trim(\"-*\")`"));
        }
    };
    // Every character of the text may be looked for in `chars`.
    let removes = |c: char| chars.map_or(is_space(c), |chars| chars.contains(c));
    let text = of(subject, meter)?;
    let price = text.len().saturating_mul(chars.map_or(0, str::len) / 16);
    meter.bytes(price)?;
    match (&subject.data, &text) {
        // A part of a borrowed text can be borrowed too.
        (Data::Text(Text::Borrowed(text)), _) => {
            Ok(Value::new(Data::Text(Text::Borrowed(text.trim_matches(removes))), origin))
        }
        (_, text) => made(text.trim_matches(removes).to_owned(), origin, meter),
    }
}

/// How `truncate` cuts.
pub(super) struct Cut {
    length: usize,
    in_words: bool,
    end: String,
    leeway: usize,
}

impl Cut {
    pub(super) fn of(
        length: Option<&Value<'_>>,
        in_words: bool,
        end: Option<&Value<'_>>,
        leeway: Option<&Value<'_>>,
        meter: &mut Meter,
    ) -> Result<Cut, Fault> {
        let number = |name: &str, value: Option<&Value<'_>>, otherwise: usize| match value {
            None => Ok(otherwise),
            Some(Value { data: Data::None, .. }) if name == "leeway" => Ok(otherwise),
            Some(value) => {
                value.as_index().and_then(|number| usize::try_from(number).ok()).ok_or_else(|| {
                    let message = format!("the `{name}` of `truncate` must be a number from 0");
                    Fault::new("template.type", message).help("write `| truncate(100)`")
                })
            }
        };
        let end = match end.map(|end| &end.data) {
            None => "...".to_owned(),
            Some(Data::Text(text)) => {
                meter.bytes(text.as_str().len())?;
                text.as_str().to_owned()
            }
            Some(_) => {
                let fault = Fault::new("template.type", "the `end` of `truncate` must be a text");
                return Err(fault.help("write `| truncate(100, end=\"…\")`"));
            }
        };
        let cut = Cut {
            length: number("length", length, 255)?,
            in_words,
            leeway: number("leeway", leeway, 5)?,
            end,
        };
        let least = cut.end.chars().count();
        if cut.length < least {
            let message = format!("`truncate` cannot cut to less than its end, {least} characters");
            return Err(Fault::new("template.type", message).help("give a larger `length`"));
        }
        Ok(cut)
    }
}

/// Cuts a text that is longer than the length and the leeway, at a space unless `in_words`.
pub(super) fn truncate<'a>(
    subject: Value<'a>,
    cut: &Cut,
    origin: Origin,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let most = cut.length.saturating_add(cut.leeway);
    let text = match &subject.data {
        Data::Text(text) => text.as_str(),
        // As in Jinja2, whatever is short enough stays as it is; only a text can be cut.
        Data::List(items) if items.len() <= most => return Ok(subject),
        Data::Map(map) if map.len() <= most => return Ok(subject),
        _ => return Err(wrong_kind(Filter::Truncate, &subject, "a text")),
    };
    meter.bytes(text.len())?;
    if text.chars().nth(most).is_none() {
        return Ok(subject);
    }
    let kept = cut.length - cut.end.chars().count();
    let at = text.char_indices().nth(kept).map_or(text.len(), |(at, _)| at);
    let mut head = text.get(..at).unwrap_or_default();
    if !cut.in_words
        && let Some((words, _)) = head.rsplit_once(' ')
    {
        head = words;
    }
    made(format!("{head}{}", cut.end), origin, meter)
}

/// Replaces `old` by `new`, at most `count` times. An empty `old` is found around every character.
pub(super) fn replace<'a>(
    subject: &Value<'a>,
    old: &Value<'a>,
    new: &Value<'a>,
    count: Option<&Value<'a>>,
    origin: Origin,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let count = match count {
        None | Some(Value { data: Data::None, .. }) => usize::MAX,
        Some(count) => {
            let Some(count) = count.as_index() else {
                let fault =
                    Fault::new("template.type", "the `count` of `replace` must be a number");
                return Err(fault.help("write `| replace(\"old\", \"new\", 1)`"));
            };
            // A negative count means all.
            usize::try_from(count).unwrap_or(usize::MAX)
        }
    };
    let (text, old, new) = (of(subject, meter)?, of(old, meter)?, of(new, meter)?);
    let mut replaced = String::new();
    let mut from = 0;
    for (at, found) in text.match_indices(&*old).take(count) {
        let kept = text.get(from..at).unwrap_or_default();
        meter.push(&mut replaced, kept)?;
        meter.push(&mut replaced, &new)?;
        from = at + found.len();
    }
    meter.push(&mut replaced, text.get(from..).unwrap_or_default())?;
    Ok(Value::owned(replaced, origin))
}
