//! The way back of what only a provider can read.
//!
//! Owns who may be given it: the provider and the model that it comes from, and only in the shapes that
//! they send. So nothing can be written into a payload by this way that a message could not hold. It must
//! never alter what it lets through.

use serde_json::Value as Json;

use crate::turn::format::Lost;
use crate::turn::message::entry::EntryPart;
use crate::turn::message::passed::Passed;

/// What a member of something opaque is.
pub(super) enum Is {
    /// A text.
    Text,
    /// This word.
    Word(&'static str),
    /// True.
    True,
    /// A list or an object: what is inside is the provider's.
    Inside,
}

/// A shape of something opaque: the members that it must have, and those that it may have.
pub(super) struct Form {
    /// Those that it must have.
    pub(super) must: &'static [(&'static str, Is)],
    /// Those that it may have.
    pub(super) may: &'static [(&'static str, Is)],
}

/// Why something opaque is not sent, if it is not. `own` are the provider and the model that are asked.
pub(super) fn kept_back(part: &Passed, own: (&str, &str), forms: &[Form]) -> Option<Lost> {
    let Passed::Opaque { provider, model, value } = part else { return None };
    let note = if (provider.as_str(), model.as_str()) != own {
        format!("only {model} of {provider} can read it")
    } else if !forms.iter().any(|form| fits(value, form)) {
        "it is nothing that the provider sends".to_owned()
    } else {
        return None;
    };
    Some(Lost { whole: true, note })
}

/// The value of a part that is opaque.
pub(super) fn opaque(part: &EntryPart) -> Option<&Json> {
    match part {
        EntryPart::Other(Passed::Opaque { value, .. }) => Some(value),
        _ => None,
    }
}

fn fits(value: &Json, form: &Form) -> bool {
    let Some(object) = value.as_object() else { return false };
    let members = || form.must.iter().chain(form.may);
    let all_known = object
        .iter()
        .all(|(key, value)| members().any(|(name, what)| name == key && is(value, what)));
    all_known && form.must.iter().all(|(name, _)| object.contains_key(*name))
}

fn is(value: &Json, what: &Is) -> bool {
    match what {
        Is::Text => value.is_string(),
        Is::Word(word) => value.as_str() == Some(*word),
        Is::True => *value == Json::Bool(true),
        Is::Inside => value.is_array() || value.is_object(),
    }
}
