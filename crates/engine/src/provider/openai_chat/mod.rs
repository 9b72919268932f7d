//! `openai-chat`: OpenAI's Chat Completions, and the many servers that speak it.
//!
//! Source: OpenAI's API reference for `POST /v1/chat/completions` and the request types of its official
//! Python package. Owns the payload and, in its files, the reply; it must never send anything.

mod events;
mod reply;

use serde_json::{Value as Json, json};

use crate::agent::model::Model;
use crate::provider::echo::{Form, Is, opaque};
use crate::provider::media::{Address, Takes, address};
use crate::provider::offer::offer;
use crate::provider::openai::{
    IMAGES, caching, content, filename, lost, manner, rest, seating, tool,
};
use crate::provider::openai_chat::events::Message;
use crate::provider::openai_chat::reply::{BESIDE, THOUGHTS};
use crate::provider::params::{Column, params, written};
use crate::provider::pieces::Stream;
use crate::turn::contract::Contract;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::events::Events;
use crate::turn::format::json::Out;
use crate::turn::format::reply::Reply;
use crate::turn::format::{Caching, Draft, Lost, Offer, Provider};
use crate::turn::message::entry::{Entry, EntryPart};
use crate::turn::message::passed::Passed;
use crate::turn::message::seating::{Role, Seating};

/// The provider.
#[derive(Debug)]
pub(super) struct OpenAiChat;

/// Images (OpenAI's guide to images and vision; this API has no field for an id).
const IMAGE: Takes =
    Takes { what: "an image", data: true, web: true, storage: false, id: false, types: IMAGES };

/// Files (OpenAI's guide to file inputs: this API takes PDF, and no addresses).
const FILE: Takes = Takes {
    what: "a file",
    data: true,
    web: false,
    storage: false,
    id: true,
    types: &["application/pdf"],
};

/// What may go back as it came. OpenAI sends nothing of the kind, others do: what was thought, beside the
/// message, and what stands beside a call.
const ECHOED: &[Form] = &[
    Form { must: &[("reasoning_content", Is::Text)], may: &[("reasoning", Is::Text)] },
    Form { must: &[("reasoning", Is::Text)], may: &[] },
    Form { must: &[("extra_content", Is::Inside)], may: &[] },
];

impl Provider for OpenAiChat {
    fn name(&self) -> &'static str {
        "openai-chat"
    }

    fn seating(&self, model: &str) -> Seating {
        seating(model, false)
    }

    fn caching(&self, model: &str) -> Caching {
        caching(self.name(), model)
    }

    fn lost(&self, part: &Passed, model: &str) -> Option<Lost> {
        lost(part, &IMAGE, &FILE, ECHOED, (self.name(), model))
    }

    fn offer(&self, contract: &Contract, model: &Model) -> Offer {
        let manner = manner(model, "/function", "/response_format/json_schema/schema");
        let mut offer = offer(contract, manner);
        let mut out = Out::default();
        if !offer.tools.is_empty() {
            out.key("tools").list(|out| {
                for one in &offer.tools {
                    out.typed("function", |out| out.key("function").object(|out| tool(one, out)));
                }
            });
        }
        if let Some(schema) = &offer.schema {
            let format = json!({"name": "answer", "schema": schema, "strict": true});
            out.key("response_format").typed("json_schema", |out| {
                out.key("json_schema").value(&format);
            });
        }
        out.key("max_completion_tokens").number(model.reserve);
        out.members(&written(&params(model, Column::Chat, &mut offer.lowering)));
        offer.members = out.finish();
        offer
    }

    fn write(&self, draft: &Draft<'_>, out: &mut Out) {
        out.object(|out| {
            out.key("model").str(&draft.model.name);
            out.key("messages").list(|out| {
                for (at, entry) in draft.entries.iter().enumerate() {
                    message(entry, draft.cache.marks.contains(&at), out);
                }
            });
            rest(draft, out);
        });
    }

    fn reply(&self, body: &Json) -> Result<Reply, BadReply> {
        reply::reply(body)
    }

    fn events(&self) -> Box<dyn Events> {
        Stream::of(Message::default(), reply::reply)
    }
}

fn message(entry: &Entry, marked: bool, out: &mut Out) {
    let role = match entry.role {
        Role::Instructions | Role::System => "system",
        Role::Developer => "developer",
        Role::User => "user",
        Role::Assistant => "assistant",
        Role::Tool => return results(entry, out),
    };
    // What is opaque stands beside the content, or beside the call behind it.
    let plain: Vec<EntryPart>;
    let parts = if entry.parts.iter().any(|part| opaque(part).is_some()) {
        plain = entry.parts.iter().filter(|part| opaque(part).is_none()).cloned().collect();
        plain.as_slice()
    } else {
        entry.parts.as_slice()
    };
    out.object(|out| {
        out.key("role").word(role);
        if !parts.iter().all(is_call) {
            content(parts, marked, out, kind, members);
        }
        for key in THOUGHTS {
            let mut values = entry.parts.iter().filter_map(opaque);
            if let Some(thought) = values.find_map(|value| value.get(*key)) {
                out.key(key).value(thought);
            }
        }
        if parts.iter().any(is_call) {
            out.key("tool_calls").list(|out| {
                let mut before = None;
                for part in &entry.parts {
                    call(part, before, out);
                    before = opaque(part).and_then(|value| value.get(BESIDE));
                }
            });
        }
    });
}

/// The type of a part. Calls and results stand beside the content, and results in messages of their own.
fn kind(part: &EntryPart) -> Option<&'static str> {
    match part {
        EntryPart::Text(_) => Some("text"),
        EntryPart::Other(Passed::Image { .. }) => Some("image_url"),
        EntryPart::Other(Passed::File { .. }) => Some("file"),
        EntryPart::Other(
            Passed::ToolCall { .. } | Passed::ToolResult { .. } | Passed::Opaque { .. },
        ) => None,
    }
}

fn members(part: &EntryPart, out: &mut Out) {
    match part {
        EntryPart::Text(text) => out.key("text").text(text),
        EntryPart::Other(Passed::Image { url, .. }) => {
            out.key("image_url").object(|out| out.key("url").str(url));
        }
        EntryPart::Other(Passed::File { url, name, .. }) => out.key("file").object(|out| {
            let is_id = address(url) == Address::Id;
            out.key(if is_id { "file_id" } else { "file_data" }).str(url);
            filename(url, name.as_deref(), out);
        }),
        EntryPart::Other(
            Passed::ToolCall { .. } | Passed::ToolResult { .. } | Passed::Opaque { .. },
        ) => {}
    }
}

fn is_call(part: &EntryPart) -> bool {
    matches!(part, EntryPart::Other(Passed::ToolCall { .. }))
}

fn call(part: &EntryPart, beside: Option<&Json>, out: &mut Out) {
    if let EntryPart::Other(Passed::ToolCall { id, name, arguments }) = part {
        out.object(|out| {
            out.key("id").str(id);
            out.key("type").word("function");
            out.key("function").object(|out| {
                out.key("name").str(name);
                out.key("arguments").quoted(arguments);
            });
            if let Some(beside) = beside {
                out.key(BESIDE).value(beside);
            }
        });
    }
}

/// Each result is a message of its own.
fn results(entry: &Entry, out: &mut Out) {
    for part in &entry.parts {
        if let EntryPart::Other(Passed::ToolResult { id, content }) = part {
            out.object(|out| {
                out.key("role").word("tool");
                out.key("tool_call_id").str(id);
                out.key("content").str(content);
            });
        }
    }
}
