//! `anthropic`: Anthropic's Messages.
//!
//! Source: Anthropic's API reference for `POST /v1/messages` and the request types of its official
//! Python package (API version 2026-10-21). Owns the payload; it must never send it.

use std::sync::Arc;

use crate::agent::input::Part;
use crate::agent::model::Model;
use crate::provider::lower::Subset;
use crate::provider::offer::{Places, offer};
use crate::turn::arrange::{Entry, EntryPart};
use crate::turn::contract::Contract;
use crate::turn::format::{Caching, Draft, Lowering, Offer, Provider, Tool};
use crate::turn::json::Out;
use crate::turn::seating::{Role, Seating, TurnSeat};

/// The provider.
#[derive(Debug)]
pub(super) struct Anthropic;

/// What structured outputs take; optional properties stay optional.
const STRUCTURED: Subset = Subset { keywords: &["$defs", "allOf"], all_required: false };

const PLACES: Places =
    Places { tool: "", parameters: "input_schema", schema: "/output_config/format/schema" };

/// Sampling parameters that the API no longer takes.
const GONE: [&str; 3] = ["temperature", "top_p", "top_k"];

/// The fewest tokens that are cached, where it is not 1,024 (Anthropic's documentation of prompt
/// caching). A mark on a shorter prefix is ignored.
const LEAST: [(&str, u32); 6] = [
    ("opus-4-5", 4_096),
    ("opus-4-6", 4_096),
    ("opus-4-7", 4_096),
    ("haiku-4-5", 4_096),
    ("3-5-haiku", 2_048),
    ("3-haiku", 2_048),
];

/// Blocks that may be marked for the cache, at most.
const MARKS: usize = 4;

impl Provider for Anthropic {
    fn name(&self) -> &'static str {
        "anthropic"
    }

    fn seating(&self, _model: &str) -> Seating {
        Seating { developer: false, turn: TurnSeat::WithMessage, user_first: true }
    }

    fn caching(&self, model: &str) -> Caching {
        let row = LEAST.iter().find(|(part, _)| model.contains(part));
        Caching { least: row.map_or(1_024, |(_, least)| *least), marks: MARKS, key: false }
    }

    fn offer(&self, contract: &Contract, model: &Model) -> Offer {
        let mut offer = offer(contract, STRUCTURED, PLACES);
        let mut out = Out::default();
        if !offer.tools.is_empty() {
            out.key("tools").list(|out| offer.tools.iter().for_each(|one| tool(one, out)));
        }
        if let Some(schema) = &offer.schema {
            out.key("output_config").object(|out| {
                out.key("format").typed("json_schema", |out| out.key("schema").value(schema));
            });
        }
        for (name, value) in &model.params {
            if GONE.contains(&name.as_str()) {
                let note = "this provider no longer takes it: left out".to_owned();
                offer.lowering.push(Lowering { pointer: format!("/{name}"), note });
            } else {
                out.member(name, value);
            }
        }
        offer.members = out.finish();
        offer
    }

    fn write(&self, draft: &Draft<'_>, out: &mut Out) {
        let marks = draft.cache.marks.get(..MARKS).unwrap_or(&draft.cache.marks);
        let above = |entry: &Arc<Entry>| matches!(entry.role, Role::System | Role::Developer);
        out.object(|out| {
            out.key("model").str(&draft.model.name);
            out.key("max_tokens").number(draft.model.reserve);
            if draft.entries.iter().any(above) {
                out.key("system").list(|out| {
                    for (at, entry) in draft.entries.iter().enumerate() {
                        if above(entry) {
                            blocks(entry, marks.contains(&at), out);
                        }
                    }
                });
            }
            out.key("messages").list(|out| messages(draft.entries, marks, out));
            out.members(&draft.offer.members);
        });
    }
}

/// Messages of the same role that follow each other are one message: the API wants them to alternate.
fn messages(entries: &[Arc<Entry>], marks: &[usize], out: &mut Out) {
    let role = |entry: &Entry| match entry.role {
        Role::System | Role::Developer => None,
        Role::User | Role::Tool => Some("user"),
        Role::Assistant => Some("assistant"),
    };
    let mut rest = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| Some((role(entry)?, at, entry)))
        .peekable();
    while let Some((role, at, entry)) = rest.next() {
        out.object(|out| {
            out.key("role").str(role);
            out.key("content").list(|out| {
                blocks(entry, marks.contains(&at), out);
                while let Some((_, at, entry)) = rest.next_if(|(next, ..)| *next == role) {
                    blocks(entry, marks.contains(&at), out);
                }
            });
        });
    }
}

/// The blocks of an entry. A mark stands on the last one: up to there the prefix is kept.
fn blocks(entry: &Entry, marked: bool, out: &mut Out) {
    for (at, part) in entry.parts.iter().enumerate() {
        let marked = marked && at + 1 == entry.parts.len();
        block(part, out, |out| {
            if marked {
                out.key("cache_control").typed("ephemeral", |_| {});
            }
        });
    }
}

fn block(part: &EntryPart, out: &mut Out, end: impl FnOnce(&mut Out)) {
    match part {
        EntryPart::Text(text) => out.typed("text", |out| {
            out.key("text").text(text);
            end(out);
        }),
        EntryPart::Other(Part::Text { text }) => out.typed("text", |out| {
            out.key("text").str(text);
            end(out);
        }),
        EntryPart::Other(Part::Image { url, .. }) => out.typed("image", |out| {
            source(url, out);
            end(out);
        }),
        EntryPart::Other(Part::File { url, name, .. }) => out.typed("document", |out| {
            source(url, out);
            if let Some(name) = name {
                out.key("title").str(name);
            }
            end(out);
        }),
        EntryPart::Other(Part::ToolCall { id, name, arguments }) => out.typed("tool_use", |out| {
            out.key("id").str(id);
            out.key("name").str(name);
            out.key("input").value(arguments);
            end(out);
        }),
        EntryPart::Other(Part::ToolResult { id, content }) => out.typed("tool_result", |out| {
            out.key("tool_use_id").str(id);
            out.key("content").str(content);
            end(out);
        }),
    }
}

/// `data:` addresses become base64 sources, others are passed as they are.
fn source(url: &str, out: &mut Out) {
    match url.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,")) {
        Some((media, data)) => out.key("source").typed("base64", |out| {
            out.key("media_type").str(media);
            out.key("data").str(data);
        }),
        None => out.key("source").typed("url", |out| out.key("url").str(url)),
    }
}

fn tool(tool: &Tool, out: &mut Out) {
    out.object(|out| {
        out.key("name").str(&tool.name);
        out.key("description").str(&tool.description);
        out.key("input_schema").value(&tool.schema);
        out.key("strict").raw("true");
    });
}
