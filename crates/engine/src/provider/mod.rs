//! Providers: one file each, two pure functions, nothing sends.
//!
//! Owns the list of providers and the table that finds one from a model's name. To add a provider,
//! write its file and add a row to each table here.

mod anthropic;
mod body;
mod echo;
mod errors;
mod gemini;
mod kinds;
mod lower;
mod media;
mod offer;
mod openai;
mod openai_chat;
mod openai_responses;
mod params;
mod pieces;
mod reference;
mod subset;

use crate::agent::Agent;
use crate::agent::call::Call;
use crate::agent::model::Model;
use crate::diagnostic::{Diagnostic, suggestion};
use crate::token::{bare_name, begins_with};
use crate::turn::format::Provider;

/// All providers.
pub const PROVIDERS: [&dyn Provider; 4] = [
    &openai_chat::OpenAiChat,
    &openai_responses::OpenAiResponses,
    &anthropic::Anthropic,
    &gemini::Gemini,
];

/// What a model's name begins with, and whose it is then. A name is looked at without what clouds and
/// routers put in front of it: `openai/`, `models/`, `us.anthropic.`, `ft:`.
const NAMES: [(&str, &str); 8] = [
    ("gpt-", "openai-chat"),
    ("chatgpt-", "openai-chat"),
    ("codex-", "openai-chat"),
    ("o1", "openai-chat"),
    ("o3", "openai-chat"),
    ("o4", "openai-chat"),
    ("claude-", "anthropic"),
    ("gemini-", "gemini"),
];

/// The provider of a model, and why: the one that is given, else the one that the name tells.
///
/// # Errors
/// An unknown provider, or a name that tells none.
pub fn find(model: &Model) -> Result<(&'static dyn Provider, String), Diagnostic> {
    if let Some(wanted) = &model.provider {
        return match by_name(wanted) {
            Some(provider) => Ok((provider, "given".to_owned())),
            None => Err(unknown(wanted)),
        };
    }
    if model.name.is_empty() {
        let help = "Name one: \"model\": {\"name\": \"gpt-5.4\"} in role.json, or --model.";
        return Err(Diagnostic::error("provider.unknown", "no model is named").help(help));
    }
    let bare = bare_name(&model.name);
    let row = NAMES.iter().find(|(beginning, _)| begins_with(&bare, beginning));
    match row.and_then(|(beginning, name)| Some((beginning, by_name(name)?))) {
        Some((beginning, provider)) if model.name.starts_with(beginning) => {
            Ok((provider, format!("the model's name begins with `{beginning}`")))
        }
        Some((beginning, provider)) => {
            let reason = format!("the model's name is `{bare}` and begins with `{beginning}`");
            Ok((provider, reason))
        }
        None => {
            let message = format!("the model `{}` does not tell its provider", model.name);
            let names = names();
            let (last, others) = names.split_last().unwrap_or((&"", &[]));
            let help = format!("Say it: provider: {} or {last}.", others.join(", "));
            Err(Diagnostic::error("provider.unknown", message).help(help))
        }
    }
}

/// The provider that a caller asks for, else the one that [`find`] finds. A name that tells another
/// provider than the one asked for is said in the reason.
///
/// # Errors
/// As [`find`].
pub fn find_or(
    wanted: Option<&str>,
    model: &Model,
) -> Result<(&'static dyn Provider, String), Diagnostic> {
    let Some(wanted) = wanted else {
        return find(model);
    };
    let provider = by_name(wanted).ok_or_else(|| unknown(wanted))?;
    let reason = match find(model) {
        Ok((own, _)) if vendor(own.name()) != vendor(provider.name()) => {
            format!("asked for, though `{}` is a model of {}", model.name, own.name())
        }
        _ => "asked for".to_owned(),
    };
    Ok((provider, reason))
}

/// Whose models a provider serves: both of OpenAI's APIs serve the same.
fn vendor(provider: &str) -> &str {
    provider.split('-').next().unwrap_or_default()
}

/// What is wrong with the models of an agent's calls. A role that names no model is given one when it
/// is asked.
#[must_use]
pub fn check(agent: &Agent) -> Vec<Diagnostic> {
    let named = Some(&agent.model).filter(|model| !model.name.is_empty());
    let base = named.and_then(|model| find(model).err()).map(|finding| finding.at(&agent.span));
    let named = |call: &&Call| call.model.name.is_some() || call.model.provider.is_some();
    let calls = agent.calls.iter().filter(named);
    let own =
        calls.filter_map(|call| Some(find(&call.model.over(&agent.model)).err()?.at(&call.span)));
    base.into_iter().chain(own).collect()
}

/// A provider by name.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static dyn Provider> {
    PROVIDERS.into_iter().find(|provider| provider.name() == name)
}

/// The names of all providers.
#[must_use]
pub fn names() -> Vec<&'static str> {
    PROVIDERS.iter().map(|provider| provider.name()).collect()
}

/// The finding for a provider that does not exist.
#[must_use]
pub fn unknown(name: &str) -> Diagnostic {
    let finding = Diagnostic::error("provider.unknown", format!("there is no provider `{name}`"));
    finding.help(suggestion(name, names()).unwrap_or_default())
}
