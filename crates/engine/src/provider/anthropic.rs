//! `anthropic`: Anthropic's Messages.
//!
//! Source: Anthropic's API reference for `POST /v1/messages` and the request types of its official
//! Python package (API version 2026-10-21). Owns the payload; it must never send it.

use serde_json::{Map, Value as Json, json};

use crate::agent::input::Part;
use crate::provider::lower::Subset;
use crate::provider::offer::{Places, offer};
use crate::turn::arrange::{Entry, EntryPart};
use crate::turn::format::{Draft, Lowering, Payload, Provider, Tool};
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

impl Provider for Anthropic {
    fn name(&self) -> &'static str {
        "anthropic"
    }

    fn seating(&self, _model: &str) -> Seating {
        Seating { developer: false, turn: TurnSeat::WithMessage, user_first: true }
    }

    fn payload(&self, draft: &Draft<'_>) -> Payload {
        let mut pointers = Vec::new();
        let mut system = Vec::new();
        let mut messages: Vec<(&str, Vec<Json>)> = Vec::new();
        for entry in draft.entries {
            match entry.role {
                Role::System | Role::Developer => {
                    for part in &entry.parts {
                        if let EntryPart::Text(text) = part {
                            pointers.push(format!("/system/{}/text", system.len()));
                            system.push(json!({"type": "text", "text": text.text}));
                        }
                    }
                }
                Role::User | Role::Tool => message(entry, "user", &mut messages, &mut pointers),
                Role::Assistant => message(entry, "assistant", &mut messages, &mut pointers),
            }
        }
        let mut body = Map::new();
        body.insert("model".into(), json!(draft.model.name));
        body.insert("max_tokens".into(), json!(draft.model.reserve));
        if !system.is_empty() {
            body.insert("system".into(), Json::Array(system));
        }
        let messages =
            messages.into_iter().map(|(role, content)| json!({"role": role, "content": content}));
        body.insert("messages".into(), messages.collect());
        let mut offer = offer(draft.contract, STRUCTURED, PLACES);
        if !offer.tools.is_empty() {
            body.insert("tools".into(), offer.tools.iter().map(tool).collect());
        }
        if let Some(schema) = &offer.schema {
            let format = json!({"format": {"type": "json_schema", "schema": schema}});
            body.insert("output_config".into(), format);
        }
        for (key, value) in &draft.model.params {
            if GONE.contains(&key.as_str()) {
                let note = "this provider no longer takes it: left out".to_owned();
                offer.lowering.push(Lowering { pointer: format!("/{key}"), note });
            } else {
                body.insert(key.clone(), value.clone());
            }
        }
        Payload {
            body: Json::Object(body),
            pointers,
            tools: offer.tools,
            schema: offer.schema,
            lowering: offer.lowering,
            authored: offer.authored,
        }
    }
}

/// Messages of the same role that follow each other are one message: the API wants them to alternate.
fn message<'r>(
    entry: &Entry,
    role: &'r str,
    messages: &mut Vec<(&'r str, Vec<Json>)>,
    pointers: &mut Vec<String>,
) {
    if messages.last().is_none_or(|(last, _)| *last != role) {
        messages.push((role, Vec::new()));
    }
    let at = messages.len() - 1;
    let Some((_, content)) = messages.last_mut() else {
        return;
    };
    for part in &entry.parts {
        match part {
            EntryPart::Text(text) => {
                pointers.push(format!("/messages/{at}/content/{}/text", content.len()));
                content.push(json!({"type": "text", "text": text.text}));
            }
            EntryPart::Other(other) => content.push(block(other)),
        }
    }
}

fn block(part: &Part) -> Json {
    match part {
        Part::Text { text } => json!({"type": "text", "text": text}),
        Part::Image { url, .. } => json!({"type": "image", "source": source(url)}),
        Part::File { url, name, .. } => {
            let mut block = json!({"type": "document", "source": source(url)});
            if let (Json::Object(map), Some(name)) = (&mut block, name) {
                map.insert("title".into(), json!(name));
            }
            block
        }
        Part::ToolCall { id, name, arguments } => {
            json!({"type": "tool_use", "id": id, "name": name, "input": arguments})
        }
        Part::ToolResult { id, content } => {
            json!({"type": "tool_result", "tool_use_id": id, "content": content})
        }
    }
}

/// `data:` addresses become base64 sources, others are passed as they are.
fn source(url: &str) -> Json {
    let data = url.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"));
    match data {
        Some((media, data)) => json!({"type": "base64", "media_type": media, "data": data}),
        None => json!({"type": "url", "url": url}),
    }
}

fn tool(tool: &Tool) -> Json {
    json!({
        "name": tool.name,
        "description": tool.description,
        "input_schema": tool.schema,
        "strict": true,
    })
}
