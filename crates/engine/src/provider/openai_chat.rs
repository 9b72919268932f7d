//! `openai-chat`: OpenAI's Chat Completions, and the many servers that speak it.
//!
//! Source: OpenAI's API reference for `POST /v1/chat/completions` and the request types of its official
//! Python package. Owns the payload; it must never send it.

use serde_json::{Map, Value as Json, json};

use crate::agent::input::Part;
use crate::provider::lower::Subset;
use crate::provider::offer::{Places, offer};
use crate::turn::arrange::{Entry, EntryPart};
use crate::turn::format::{Draft, Payload, Provider, Tool};
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

    fn payload(&self, draft: &Draft<'_>) -> Payload {
        let mut pointers = Vec::new();
        let mut messages = Vec::new();
        for entry in draft.entries {
            message(entry, &mut messages, &mut pointers);
        }
        let mut body = Map::new();
        body.insert("model".into(), json!(draft.model.name));
        body.insert("messages".into(), Json::Array(messages));
        let offer = offer(draft.contract, STRICT, PLACES);
        if !offer.tools.is_empty() {
            body.insert("tools".into(), offer.tools.iter().map(tool).collect());
        }
        if let Some(schema) = &offer.schema {
            let format = json!({"name": "answer", "schema": schema, "strict": true});
            let format = json!({"type": "json_schema", "json_schema": format});
            body.insert("response_format".into(), format);
        }
        body.insert("max_completion_tokens".into(), json!(draft.model.reserve));
        for (key, value) in &draft.model.params {
            body.insert(key.clone(), value.clone());
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

fn message(entry: &Entry, messages: &mut Vec<Json>, pointers: &mut Vec<String>) {
    let role = match entry.role {
        Role::System => "system",
        Role::Developer => "developer",
        Role::User => "user",
        Role::Assistant => "assistant",
        Role::Tool => "tool",
    };
    let at = messages.len();
    if let [EntryPart::Text(text)] = entry.parts.as_slice() {
        pointers.push(format!("/messages/{at}/content"));
        messages.push(json!({"role": role, "content": text.text}));
        return;
    }
    if entry.role == Role::Tool {
        results(entry, messages);
        return;
    }
    let mut content = Vec::new();
    let mut calls = Vec::new();
    for part in &entry.parts {
        let place = format!("/messages/{at}/content/{}/text", content.len());
        match part {
            EntryPart::Text(text) => {
                pointers.push(place);
                content.push(json!({"type": "text", "text": text.text}));
            }
            EntryPart::Other(Part::ToolCall { id, name, arguments }) => calls.push(json!({
                "id": id,
                "type": "function",
                "function": {"name": name, "arguments": arguments.to_string()},
            })),
            EntryPart::Other(Part::Image { url, .. }) => {
                content.push(json!({"type": "image_url", "image_url": {"url": url}}));
            }
            EntryPart::Other(Part::File { url, name, .. }) => {
                let mut file = json!({"file_data": url});
                if let (Json::Object(map), Some(name)) = (&mut file, name) {
                    map.insert("filename".into(), json!(name));
                }
                content.push(json!({"type": "file", "file": file}));
            }
            EntryPart::Other(Part::ToolResult { .. } | Part::Text { .. }) => {}
        }
    }
    let mut message = json!({"role": role});
    if let Json::Object(map) = &mut message {
        if !content.is_empty() {
            map.insert("content".into(), Json::Array(content));
        }
        if !calls.is_empty() {
            map.insert("tool_calls".into(), Json::Array(calls));
        }
    }
    messages.push(message);
}

/// Each result is a message of its own.
fn results(entry: &Entry, messages: &mut Vec<Json>) {
    for part in &entry.parts {
        if let EntryPart::Other(Part::ToolResult { id, content }) = part {
            messages.push(json!({"role": "tool", "tool_call_id": id, "content": content}));
        }
    }
}

fn tool(tool: &Tool) -> Json {
    json!({"type": "function", "function": {
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.schema,
        "strict": true,
    }})
}
