//! `openai-responses`: OpenAI's Responses.
//!
//! Source: OpenAI's API reference for `POST /v1/responses` and the request types of its official Python
//! package. The whole conversation is sent each time, instructions included: nothing is looked up by
//! the id of an earlier response, so that an assembly is all that the model reads. Owns the payload and, in
//! its files, the reply; it must never send anything.

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
use crate::provider::openai_responses::events::Response;
use crate::provider::params::{Column, insert, params, written};
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
pub(super) struct OpenAiResponses;

/// Images (OpenAI's guide to images and vision).
const IMAGE: Takes =
    Takes { what: "an image", data: true, web: true, storage: false, id: true, types: IMAGES };

/// Files of many types (OpenAI's guide to file inputs).
const FILE: Takes =
    Takes { what: "a file", data: true, web: true, storage: false, id: true, types: &[] };

/// What may go back as it came: items of reasoning, whole, and what names the item behind it.
const ECHOED: &[Form] = &[
    Form {
        must: &[("type", Is::Word("reasoning")), ("id", Is::Text), ("summary", Is::Inside)],
        may: &[("content", Is::Inside), ("encrypted_content", Is::Text), ("status", Is::Text)],
    },
    Form {
        must: &[("type", Is::Word("message")), ("id", Is::Text), ("status", Is::Text)],
        may: &[("phase", Is::Text)],
    },
    Form {
        must: &[("type", Is::Word("function_call")), ("id", Is::Text)],
        may: &[("status", Is::Text)],
    },
];

impl Provider for OpenAiResponses {
    fn name(&self) -> &'static str {
        "openai-responses"
    }

    fn seating(&self, model: &str) -> Seating {
        seating(model, true)
    }

    fn caching(&self, model: &str) -> Caching {
        caching(self.name(), model)
    }

    fn lost(&self, part: &Passed, model: &str) -> Option<Lost> {
        lost(part, &IMAGE, &FILE, ECHOED, (self.name(), model))
    }

    fn offer(&self, contract: &Contract, model: &Model) -> Offer {
        let mut offer = offer(contract, manner(model, "", "/text/format/schema"));
        let mut members = params(model, Column::Responses, &mut offer.lowering);
        if let Some(schema) = &offer.schema {
            let (kind, name) = ("json_schema", "answer");
            let format = json!({"type": kind, "name": name, "schema": schema, "strict": true});
            insert(&mut members, "text/format", format);
        }
        insert(&mut members, "max_output_tokens", Json::from(model.reserve));
        let mut out = Out::default();
        if !offer.tools.is_empty() {
            out.key("tools").list(|out| {
                offer.tools.iter().for_each(|one| out.typed("function", |out| tool(one, out)));
            });
        }
        out.members(&written(&members));
        offer.members = out.finish();
        offer
    }

    fn write(&self, draft: &Draft<'_>, out: &mut Out) {
        out.object(|out| {
            out.key("model").str(&draft.model.name);
            for entry in draft.entries.iter().filter(|entry| entry.role == Role::Instructions) {
                if let [EntryPart::Text(text)] = entry.parts.as_slice() {
                    out.key("instructions").text(text);
                }
            }
            out.key("input").list(|out| {
                for (at, entry) in draft.entries.iter().enumerate() {
                    items(entry, draft.cache.marks.contains(&at), out);
                }
            });
            rest(draft, out);
        });
    }

    fn reply(&self, body: &Json) -> Result<Reply, BadReply> {
        reply::reply(body)
    }

    fn events(&self) -> Box<dyn Events> {
        Stream::of(Response::default(), reply::reply)
    }
}

fn items(entry: &Entry, marked: bool, out: &mut Out) {
    let role = match entry.role {
        // It has a field of its own.
        Role::Instructions => return,
        Role::System => "system",
        Role::Developer => "developer",
        Role::User => "user",
        // What the model said goes back as plain messages, its calls and their results as items.
        Role::Assistant | Role::Tool => {
            let mut name = None;
            for part in &entry.parts {
                item(part, name, out);
                name = opaque(part).filter(|value| value["type"] != "reasoning");
            }
            return;
        }
    };
    out.object(|out| {
        out.key("role").word(role);
        content(&entry.parts, marked, out, kind, members);
    });
}

/// An item of its own. `name` is what names it, where the service gave it a name that must stay.
fn item(part: &EntryPart, name: Option<&Json>, out: &mut Out) {
    let named = |kind: &str| name.filter(|name| name["type"] == kind);
    match part {
        EntryPart::Text(text) => match named("message") {
            Some(name) => out.typed("message", |out| {
                names(name, out);
                out.key("role").word("assistant");
                out.key("content").list(|out| {
                    out.typed("output_text", |out| {
                        out.key("text").text(text);
                        out.key("annotations").list(|_| {});
                    });
                });
            }),
            None => out.object(|out| {
                out.key("role").word("assistant");
                out.key("content").text(text);
            }),
        },
        EntryPart::Other(Passed::ToolCall { id, name: tool, arguments }) => {
            out.typed("function_call", |out| {
                if let Some(name) = named("function_call") {
                    names(name, out);
                }
                out.key("call_id").str(id);
                out.key("name").str(tool);
                out.key("arguments").quoted(arguments);
            });
        }
        EntryPart::Other(Passed::ToolResult { id, content }) => {
            out.typed("function_call_output", |out| {
                out.key("call_id").str(id);
                out.key("output").str(content);
            });
        }
        EntryPart::Other(Passed::Opaque { value, .. }) => {
            if value["type"] == "reasoning" {
                out.value(value);
            }
        }
        // Users send these; see `kind`.
        EntryPart::Other(Passed::Image { .. } | Passed::File { .. }) => {}
    }
}

/// Writes the members that name an item.
fn names(name: &Json, out: &mut Out) {
    for key in ["id", "status", "phase"] {
        if let Some(value) = name.get(key) {
            out.key(key).value(value);
        }
    }
}

/// The type of a part. The model's calls and their results are items of their own; see [`item`].
fn kind(part: &EntryPart) -> Option<&'static str> {
    match part {
        EntryPart::Text(_) => Some("input_text"),
        EntryPart::Other(Passed::Image { .. }) => Some("input_image"),
        EntryPart::Other(Passed::File { .. }) => Some("input_file"),
        EntryPart::Other(
            Passed::ToolCall { .. } | Passed::ToolResult { .. } | Passed::Opaque { .. },
        ) => None,
    }
}

fn members(part: &EntryPart, out: &mut Out) {
    match part {
        EntryPart::Text(text) => out.key("text").text(text),
        EntryPart::Other(Passed::Image { url, .. }) => {
            let is_id = address(url) == Address::Id;
            out.key("detail").word("auto");
            out.key(if is_id { "file_id" } else { "image_url" }).str(url);
        }
        EntryPart::Other(Passed::File { url, name, .. }) => {
            let key = match address(url) {
                Address::Data(..) => "file_data",
                Address::Id => "file_id",
                _ => "file_url",
            };
            out.key(key).str(url);
            filename(url, name.as_deref(), out);
        }
        EntryPart::Other(
            Passed::ToolCall { .. } | Passed::ToolResult { .. } | Passed::Opaque { .. },
        ) => {}
    }
}
