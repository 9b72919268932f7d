//! `openai-chat`: OpenAI's Chat Completions, and the many servers that speak it.
//!
//! Source: OpenAI's API reference for `POST /v1/chat/completions` and the request types of its official
//! Python package. Owns the payload; it must never send it.

use crate::agent::input::Part;
use crate::agent::model::Model;
use crate::provider::lower::Subset;
use crate::provider::offer::{Places, offer};
use crate::token::tokenizer_for;
use crate::turn::arrange::{Entry, EntryPart};
use crate::turn::contract::Contract;
use crate::turn::format::{Caching, Draft, Offer, Provider, Tool};
use crate::turn::json::Out;
use crate::turn::seating::{Role, Seating, TurnSeat};

/// The provider.
#[derive(Debug)]
pub(super) struct OpenAiChat;

/// Strict mode: every property required, these keywords taken, nothing else.
const STRICT: Subset = Subset {
    keywords: &[
        "pattern",
        "format",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
        "$defs",
    ],
    all_required: true,
};

const PLACES: Places = Places {
    tool: "/function",
    parameters: "parameters",
    schema: "/response_format/json_schema/schema",
};

/// Models from before the developer role.
const WITHOUT_DEVELOPER: [&str; 5] =
    ["gpt-3.5", "gpt-4-", "gpt-4o-2024-05", "o1-mini", "o1-preview"];

impl Provider for OpenAiChat {
    fn name(&self) -> &'static str {
        "openai-chat"
    }

    fn seating(&self, model: &str) -> Seating {
        let old = model == "gpt-4" || WITHOUT_DEVELOPER.iter().any(|name| model.starts_with(name));
        Seating { developer: !old, turn: TurnSeat::System, user_first: false }
    }

    fn caching(&self, model: &str) -> Caching {
        // Other servers that speak this format may refuse members that they do not know.
        let own = tokenizer_for(self.name(), model).0.exact() && !model.contains("gpt-oss");
        Caching { least: 1_024, marks: 0, key: own }
    }

    fn offer(&self, contract: &Contract, model: &Model) -> Offer {
        let mut offer = offer(contract, STRICT, PLACES);
        let mut out = Out::default();
        if !offer.tools.is_empty() {
            out.key("tools").list(|out| offer.tools.iter().for_each(|one| tool(one, out)));
        }
        if let Some(schema) = &offer.schema {
            out.key("response_format").typed("json_schema", |out| {
                out.key("json_schema").object(|out| {
                    out.key("name").str("answer");
                    out.key("schema").value(schema);
                    out.key("strict").raw("true");
                });
            });
        }
        out.key("max_completion_tokens").number(model.reserve);
        for (name, value) in &model.params {
            out.member(name, value);
        }
        offer.members = out.finish();
        offer
    }

    fn write(&self, draft: &Draft<'_>, out: &mut Out) {
        out.object(|out| {
            out.key("model").str(&draft.model.name);
            out.key("messages").list(|out| {
                draft.entries.iter().for_each(|entry| message(entry, out));
            });
            out.members(&draft.offer.members);
            if let Some(key) = &draft.cache.key {
                out.key("prompt_cache_key").str(key);
            }
        });
    }
}

fn message(entry: &Entry, out: &mut Out) {
    if entry.role == Role::Tool {
        return results(entry, out);
    }
    let role = match entry.role {
        Role::System => "system",
        Role::Developer => "developer",
        Role::Assistant => "assistant",
        Role::User | Role::Tool => "user",
    };
    let is_call = |part: &EntryPart| matches!(part, EntryPart::Other(Part::ToolCall { .. }));
    out.object(|out| {
        out.key("role").str(role);
        match entry.parts.as_slice() {
            [EntryPart::Text(text)] => out.key("content").text(text),
            parts if parts.iter().all(is_call) => {}
            parts => {
                out.key("content").list(|out| parts.iter().for_each(|part| content(part, out)))
            }
        }
        if entry.parts.iter().any(is_call) {
            out.key("tool_calls").list(|out| entry.parts.iter().for_each(|part| call(part, out)));
        }
    });
}

fn content(part: &EntryPart, out: &mut Out) {
    match part {
        EntryPart::Text(text) => out.typed("text", |out| out.key("text").text(text)),
        EntryPart::Other(Part::Text { text }) => {
            out.typed("text", |out| out.key("text").str(text));
        }
        EntryPart::Other(Part::Image { url, .. }) => out.typed("image_url", |out| {
            out.key("image_url").object(|out| out.key("url").str(url));
        }),
        EntryPart::Other(Part::File { url, name, .. }) => out.typed("file", |out| {
            out.key("file").object(|out| {
                out.key("file_data").str(url);
                if let Some(name) = name {
                    out.key("filename").str(name);
                }
            });
        }),
        // Calls and results stand beside the content, and results in messages of their own.
        EntryPart::Other(Part::ToolCall { .. } | Part::ToolResult { .. }) => {}
    }
}

fn call(part: &EntryPart, out: &mut Out) {
    if let EntryPart::Other(Part::ToolCall { id, name, arguments }) = part {
        out.object(|out| {
            out.key("id").str(id);
            out.key("type").str("function");
            out.key("function").object(|out| {
                out.key("name").str(name);
                out.key("arguments").quoted(arguments);
            });
        });
    }
}

/// Each result is a message of its own.
fn results(entry: &Entry, out: &mut Out) {
    for part in &entry.parts {
        if let EntryPart::Other(Part::ToolResult { id, content }) = part {
            out.object(|out| {
                out.key("role").str("tool");
                out.key("tool_call_id").str(id);
                out.key("content").str(content);
            });
        }
    }
}

fn tool(tool: &Tool, out: &mut Out) {
    out.typed("function", |out| {
        out.key("function").object(|out| {
            out.key("name").str(&tool.name);
            out.key("description").str(&tool.description);
            out.key("parameters").value(&tool.schema);
            out.key("strict").raw("true");
        });
    });
}
