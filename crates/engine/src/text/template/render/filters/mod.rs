//! What filters do.
//!
//! Owns the way from a filter to the function that does it; those stand beside this file, grouped by
//! what they work on. A filter gets its subject and its arguments, all of them defined (except for
//! `default`), and the meter.

mod lists;
mod output;
mod text;

use super::order;
use crate::text::template::error::Fault;
use crate::text::template::filter::Filter;
use crate::text::template::limits::Meter;
use crate::text::template::value::{Origin, Value};

/// The most arguments that any filter takes.
pub(super) const MOST_ARGUMENTS: usize = 4;

/// The arguments of a filter, in the order of its parameters.
pub(super) type Arguments<'a> = [Option<Value<'a>>; MOST_ARGUMENTS];

/// Applies the filter. The result has the origin of the subject and the arguments together,
/// unless it is one of them or an item of them.
pub(super) fn apply<'a>(
    filter: Filter,
    subject: Value<'a>,
    arguments: Arguments<'a>,
    meter: &mut Meter,
) -> Result<Value<'a>, Fault> {
    let [first, second, third, fourth] = arguments;
    let given = [&first, &second, &third, &fourth];
    let origin = given
        .into_iter()
        .flatten()
        .fold(subject.origin, |origin, argument| origin.and(argument.origin));
    match filter {
        Filter::Default => default(subject, first, second.as_ref(), origin),
        Filter::Join => lists::join(&subject, first.as_ref(), second.as_ref(), origin, meter),
        Filter::Length => lists::length(&subject, meter),
        Filter::Lower => text::lower(&subject, meter),
        Filter::Upper => text::upper(&subject, meter),
        Filter::Title => text::title(&subject, meter),
        Filter::Trim => text::trim(&subject, first.as_ref(), origin, meter),
        Filter::First => lists::first(&subject, meter),
        Filter::Last => lists::last(&subject, meter),
        Filter::Sort => lists::sort(
            &subject,
            truthy(first.as_ref()),
            truthy(second.as_ref()),
            third.as_ref(),
            meter,
        ),
        Filter::Unique => lists::unique(&subject, truthy(first.as_ref()), second.as_ref(), meter),
        Filter::Truncate => {
            let cut = text::Cut::of(
                first.as_ref(),
                truthy(second.as_ref()),
                third.as_ref(),
                fourth.as_ref(),
                meter,
            )?;
            text::truncate(subject, &cut, origin, meter)
        }
        Filter::Replace => match (first, second) {
            (Some(old), Some(new)) => {
                text::replace(&subject, &old, &new, third.as_ref(), origin, meter)
            }
            _ => Ok(subject),
        },
        Filter::Json => output::json(&subject, first.as_ref(), origin, meter),
        Filter::Bullets => output::bullets(&subject, meter),
        Filter::Date => output::date(&subject, first.as_ref(), origin, meter),
    }
}

fn truthy(argument: Option<&Value<'_>>) -> bool {
    argument.is_some_and(Value::truthy)
}

/// The subject, or `other` where there is none (or, with `boolean`, where it counts as false).
fn default<'a>(
    subject: Value<'a>,
    other: Option<Value<'a>>,
    boolean: Option<&Value<'a>>,
    origin: Origin,
) -> Result<Value<'a>, Fault> {
    if !subject.is_undefined() {
        if let Some(boolean) = boolean {
            order::defined(boolean)?;
        }
        if !truthy(boolean) || subject.truthy() {
            return Ok(subject);
        }
    }
    Ok(other.unwrap_or_else(|| Value::owned(String::new(), origin)))
}

/// The fault of a filter that cannot work on such a value.
fn wrong_kind(filter: Filter, value: &Value<'_>, wanted: &str) -> Fault {
    let message = format!("`{}` needs {wanted}, and this is {}", filter.name(), value.kind());
    Fault::new("template.type", message).help("check the type of the value")
}
