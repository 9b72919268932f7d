//! What OpenAI's two APIs have in common: models, schemas, tools, cache breakpoints.
//!
//! Sources: OpenAI's guides on structured outputs, function calling, prompt caching, images and file
//! inputs, and the request
//! types of its official Python package (3.52). Owns what depends on the model's name; it must never
//! write a whole payload.

use crate::agent::model::Model;
use crate::provider::echo::{Form, kept_back};
use crate::provider::media::{Address, Takes, address, nameless, refused};
use crate::provider::offer::Manner;
use crate::provider::subset::OPENAI;
use crate::token::{bare_name, begins_with, tokenizer_for};
use crate::turn::format::json::Out;
use crate::turn::format::{Caching, Draft, Lost, Tool};
use crate::turn::message::entry::EntryPart;
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::{Role, Seating, TurnSeat};

/// Models from before the developer role.
const WITHOUT_DEVELOPER: [&str; 6] =
    ["gpt-3.5", "gpt-35", "gpt-4-", "gpt-4o-2024-05", "o1-mini", "o1-preview"];

/// Models from before structured outputs, and one vendor whose servers speak the format without them.
const WITHOUT_SCHEMA: [&str; 7] =
    ["gpt-3.5", "gpt-35", "gpt-4-", "gpt-4o-2024-05", "o1-mini", "o1-preview", "deepseek"];

/// Types of images that are taken (OpenAI's guide to images and vision).
pub(super) const IMAGES: &[&str] = &["image/png", "image/jpeg", "image/webp", "image/gif"];

/// Breakpoints that a request may carry. The service looks for a kept prefix at the latest 80 and nowhere
/// between them, and keeps what ends at the latest three, beside the one that it sets by itself.
const MARKS: usize = 80;

/// Whose messages may carry a breakpoint: what the model itself said has no place for one.
const MARKED: &[Role] = &[Role::System, Role::Developer, Role::User];

/// Where the channels go. `instructions` says whether that channel has a field of its own.
pub(super) fn seating(model: &str, instructions: bool) -> Seating {
    let turn = TurnSeat::System;
    Seating { instructions, developer: has_developer(model), turn, user_first: false }
}

/// Whether a model knows the developer role.
fn has_developer(model: &str) -> bool {
    let bare = bare_name(model);
    bare != "gpt-4" && !WITHOUT_DEVELOPER.iter().any(|name| bare.starts_with(name))
}

/// Whether a model is one of OpenAI's own: one whose encoding is known, or a later one. Other servers
/// that speak the format have rules of their own.
fn is_own(provider: &str, model: &str) -> bool {
    let known = tokenizer_for(provider, model).0.exact() && !model.contains("gpt-oss");
    known || takes_marks(model)
}

/// How a model's prompts are cached. Other servers that speak the format may refuse members that they
/// do not know.
pub(super) fn caching(provider: &str, model: &str) -> Caching {
    let marks = if takes_marks(model) { MARKS } else { 0 };
    Caching { least: 1_024, marks, roles: MARKED, ends: 2, key: is_own(provider, model) }
}

/// What of a part a model cannot be given. A file that is given by its data must have a name.
pub(super) fn lost(
    part: &Passed,
    images: &Takes,
    files: &Takes,
    echoed: &[Form],
    (provider, model): (&str, &str),
) -> Option<Lost> {
    match part {
        Passed::Image { url, .. } => refused(images, url).filter(|_| is_own(provider, model)),
        Passed::File { url, name, .. } => {
            refused(files, url).filter(|_| is_own(provider, model)).or_else(|| {
                match (address(url), name) {
                    (Address::Data(media, _), None) => {
                        Some(format!("called `{}`: a file must have a name", nameless(media)))
                    }
                    (Address::Web | Address::Id, Some(_)) => Some(
                        "its name is left out: only a file given by its data has one".to_owned(),
                    ),
                    _ => None,
                }
                .map(|note| Lost { whole: false, note })
            })
        }
        Passed::ToolCall { .. } | Passed::ToolResult { .. } => None,
        Passed::Opaque { .. } => kept_back(part, (provider, model), echoed),
    }
}

/// Writes the name of a file that is given by its data.
pub(super) fn filename(url: &str, name: Option<&str>, out: &mut Out) {
    if let Address::Data(media, _) = address(url) {
        match name {
            Some(name) => out.key("filename").str(name),
            None => out.key("filename").str(&nameless(media)),
        }
    }
}

/// How a model takes schemas.
pub(super) fn manner(model: &Model, tool: &'static str, schema: &'static str) -> Manner {
    let bare = bare_name(&model.name);
    let answers = bare != "gpt-4" && !WITHOUT_SCHEMA.iter().any(|name| bare.starts_with(name));
    Manner {
        subset: OPENAI,
        tools: "/tools",
        tool,
        parameters: "parameters",
        schema,
        answers,
        strict: true,
    }
}

/// Writes the members of a tool.
pub(super) fn tool(tool: &Tool, out: &mut Out) {
    out.key("name").str(&tool.name);
    out.key("description").str(&tool.description);
    out.key("parameters").value(&tool.schema);
    out.key("strict").raw(if tool.strict { "true" } else { "false" });
}

/// Writes the content of a message: one text as it is, else a list of its parts. A breakpoint stands on
/// the last one. `kind` is a part's type, none for what stands elsewhere; `members` writes the rest.
pub(super) fn content(
    parts: &[EntryPart],
    marked: bool,
    out: &mut Out,
    kind: impl Fn(&EntryPart) -> Option<&'static str>,
    members: impl Fn(&EntryPart, &mut Out),
) {
    if let ([EntryPart::Text(text)], false) = (parts, marked) {
        out.key("content").text(text);
        return;
    }
    out.key("content").list(|out| {
        for (at, part) in parts.iter().enumerate() {
            let Some(kind) = kind(part) else { continue };
            out.typed(kind, |out| {
                members(part, out);
                if marked && at + 1 == parts.len() {
                    let explicit = |out: &mut Out| out.key("mode").word("explicit");
                    out.key("prompt_cache_breakpoint").object(explicit);
                }
            });
        }
    });
}

/// Writes what stands behind the messages: what is the same in every turn, and the key of the cache.
pub(super) fn rest(draft: &Draft<'_>, out: &mut Out) {
    out.members(&draft.offer.members);
    if let Some(key) = &draft.cache.key {
        out.key("prompt_cache_key").str(key);
    }
}

/// `gpt-5.6` and whatever comes later: versions are compared as numbers.
fn takes_marks(model: &str) -> bool {
    let bare = bare_name(model);
    let version = bare.strip_prefix("gpt-").unwrap_or_default();
    let mut numbers = version.split(|c: char| !c.is_ascii_digit()).map(str::parse::<u32>);
    let whole = numbers.next().and_then(Result::ok).unwrap_or_default();
    let part = match version.split_once('.') {
        Some(_) => numbers.next().and_then(Result::ok).unwrap_or_default(),
        None => 0,
    };
    begins_with(&bare, "gpt-") && (whole, part) >= (5, 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breakpoints_begin_with_gpt_5_6() {
        for (model, expected) in [
            ("gpt-5.6", true),
            ("gpt-5.6-mini", true),
            ("openai/gpt-5.10", true),
            ("ft:gpt-6:org::id", true),
            ("gpt-6-mini", true),
            ("gpt-5.4", false),
            ("gpt-5", false),
            ("gpt-5-2025-08-07", false),
            ("gpt-4.1", false),
            ("gpt-4o", false),
            ("gpt-oss-120b", false),
            ("o3", false),
        ] {
            assert_eq!(takes_marks(model), expected, "{model}");
        }
    }

    #[test]
    fn old_models_know_no_developer() {
        for (model, expected) in [
            ("gpt-5.4", true),
            ("gpt-4.1-mini", true),
            ("gpt-4o", true),
            ("o3", true),
            ("gpt-4", false),
            ("gpt-4-turbo", false),
            ("openai/gpt-4-turbo", false),
            ("ft:gpt-3.5-turbo:org::id", false),
            ("o1-mini", false),
        ] {
            assert_eq!(has_developer(model), expected, "{model}");
        }
    }
}
