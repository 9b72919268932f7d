//! `anthropic`: Anthropic's Messages.
//!
//! Source: Anthropic's API reference for `POST /v1/messages` and the request types of its official
//! Python package (API version 2026-10-21). Owns the payload and, in its files, the reply; it must never
//! send anything.

mod events;
mod reply;

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::agent::model::Model;
use crate::provider::anthropic::events::Message;
use crate::provider::echo::{Form, Is, kept_back};
use crate::provider::media::{Address, Takes, address, refused};
use crate::provider::offer::{Manner, offer};
use crate::provider::params::{Column, insert, params, written};
use crate::provider::pieces::Stream;
use crate::provider::subset::ANTHROPIC;
use crate::token::{bare_name, begins_with};
use crate::turn::contract::Contract;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::events::Events;
use crate::turn::format::json::Out;
use crate::turn::format::reply::Reply;
use crate::turn::format::{Caching, Draft, Lost, Offer, Provider, Tool};
use crate::turn::message::entry::{Entry, EntryPart};
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::{Role, Seating, TurnSeat};

/// The provider.
#[derive(Debug)]
pub(super) struct Anthropic;

/// Models from before structured outputs and strict tools.
const WITHOUT_SCHEMA: [&str; 7] = [
    "claude-instant",
    "claude-2",
    "claude-3",
    "claude-opus-4-0",
    "claude-opus-4-20250514",
    "claude-sonnet-4-0",
    "claude-sonnet-4-20250514",
];

/// The fewest tokens that are cached, where it is not 1,024 (Anthropic's documentation of prompt
/// caching, "Cache limitations", October 2026). A mark on a shorter prefix is ignored.
const LEAST: [(&str, u32); 12] = [
    ("claude-opus-4-5", 4_096),
    ("claude-opus-4-6", 4_096),
    ("claude-haiku-4-5", 4_096),
    ("claude-opus-4-7", 2_048),
    ("claude-mythos-preview", 2_048),
    ("claude-3-5-haiku", 2_048),
    ("claude-3-haiku", 2_048),
    ("claude-opus-5", 512),
    ("claude-sonnet-5-5", 512),
    ("claude-haiku-5", 512),
    ("claude-fable", 512),
    ("claude-mythos", 512),
];

/// Blocks that may be marked for the cache, at most.
const MARKS: usize = 4;

/// Whose messages may carry a mark. For each mark the service also looks some twenty blocks back.
const MARKED: &[Role] =
    &[Role::Instructions, Role::System, Role::Developer, Role::User, Role::Assistant, Role::Tool];

/// Images (Anthropic's guide to vision).
const IMAGE: Takes = Takes {
    what: "an image",
    data: true,
    web: true,
    storage: false,
    id: true,
    types: &["image/png", "image/jpeg", "image/webp", "image/gif"],
};

/// Documents (Anthropic's guides to PDF support and to files). Plain text has a source of its own, which
/// holds text and not base64: it is said as a text part.
const FILE: Takes = Takes {
    what: "a file",
    data: true,
    web: true,
    storage: false,
    id: true,
    types: &["application/pdf"],
};

/// What may go back as it came: thoughts, which are refused with one byte altered.
const ECHOED: &[Form] = &[
    Form {
        must: &[("type", Is::Word("thinking")), ("thinking", Is::Text), ("signature", Is::Text)],
        may: &[],
    },
    Form { must: &[("type", Is::Word("redacted_thinking")), ("data", Is::Text)], may: &[] },
];

impl Provider for Anthropic {
    fn name(&self) -> &'static str {
        "anthropic"
    }

    fn seating(&self, _model: &str) -> Seating {
        Seating {
            instructions: false,
            developer: false,
            turn: TurnSeat::WithMessage,
            user_first: true,
        }
    }

    fn caching(&self, model: &str) -> Caching {
        let bare = bare_name(model);
        let row = LEAST.iter().find(|(row, _)| begins_with(&bare, row));
        Caching {
            least: row.map_or(1_024, |(_, least)| *least),
            marks: MARKS,
            roles: MARKED,
            ends: 1,
            key: false,
        }
    }

    fn lost(&self, part: &Passed, model: &str) -> Option<Lost> {
        match part {
            Passed::Image { url, .. } => refused(&IMAGE, url),
            Passed::File { url, .. } => refused(&FILE, url),
            Passed::ToolCall { .. } | Passed::ToolResult { .. } => None,
            Passed::Opaque { .. } => kept_back(part, (self.name(), model), ECHOED),
        }
    }

    fn offer(&self, contract: &Contract, model: &Model) -> Offer {
        let bare = bare_name(&model.name);
        let new = !WITHOUT_SCHEMA.iter().any(|row| begins_with(&bare, row));
        let manner = Manner {
            subset: ANTHROPIC,
            tools: "/tools",
            tool: "",
            parameters: "input_schema",
            schema: "/output_config/format/schema",
            answers: new,
            strict: new,
        };
        let mut offer = offer(contract, manner);
        let mut members = params(model, Column::Anthropic, &mut offer.lowering);
        if let Some(schema) = &offer.schema {
            let format = json!({"type": "json_schema", "schema": schema});
            insert(&mut members, "output_config/format", format);
        }
        let mut out = Out::default();
        if !offer.tools.is_empty() {
            out.key("tools").list(|out| offer.tools.iter().for_each(|one| tool(one, out)));
        }
        out.members(&written(&members));
        offer.members = out.finish();
        offer
    }

    fn write(&self, draft: &Draft<'_>, out: &mut Out) {
        let marks = &draft.cache.marks;
        let above = |entry: &Arc<Entry>| {
            matches!(entry.role, Role::Instructions | Role::System | Role::Developer)
        };
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

    fn reply(&self, body: &Json) -> Result<Reply, BadReply> {
        reply::reply(body)
    }

    fn events(&self) -> Box<dyn Events> {
        Stream::of(Message::default(), reply::reply)
    }
}

/// Messages of the same role that follow each other are one message: the API wants them to alternate.
fn messages(entries: &[Arc<Entry>], marks: &[usize], out: &mut Out) {
    let role = |entry: &Entry| match entry.role {
        Role::Instructions | Role::System | Role::Developer => None,
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
            out.key("role").word(role);
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
        EntryPart::Other(Passed::Image { url, .. }) => out.typed("image", |out| {
            source(url, out);
            end(out);
        }),
        EntryPart::Other(Passed::File { url, name, .. }) => out.typed("document", |out| {
            source(url, out);
            if let Some(name) = name {
                out.key("title").str(name);
            }
            end(out);
        }),
        EntryPart::Other(Passed::ToolCall { id, name, arguments }) => {
            out.typed("tool_use", |out| {
                out.key("id").str(id);
                out.key("name").str(name);
                out.key("input").value(arguments);
                end(out);
            })
        }
        EntryPart::Other(Passed::ToolResult { id, content }) => out.typed("tool_result", |out| {
            out.key("tool_use_id").str(id);
            out.key("content").str(content);
            end(out);
        }),
        // A thought is a block of its own, which no mark may stand on.
        EntryPart::Other(Passed::Opaque { value, .. }) => out.value(value),
    }
}

/// `data:` addresses become base64 sources, ids those of uploaded files.
fn source(url: &str, out: &mut Out) {
    match address(url) {
        Address::Data(media, data) => out.key("source").typed("base64", |out| {
            out.key("media_type").str(media);
            out.key("data").str(data);
        }),
        Address::Id => out.key("source").typed("file", |out| out.key("file_id").str(url)),
        _ => out.key("source").typed("url", |out| out.key("url").str(url)),
    }
}

fn tool(tool: &Tool, out: &mut Out) {
    out.object(|out| {
        out.key("name").str(&tool.name);
        out.key("description").str(&tool.description);
        out.key("input_schema").value(&tool.schema);
        if tool.strict {
            out.key("strict").raw("true");
        }
    });
}
