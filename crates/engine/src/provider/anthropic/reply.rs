//! Anthropic's answers.
//!
//! Sources: Anthropic's API reference for `POST /v1/messages`, its guides to stop reasons and to extended
//! thinking, and the response types of its official Python package (2.11). Owns what a body says; it must
//! never put one together.

use serde_json::{Value as Json, json};

use crate::provider::body::{
    Columns, add_call, arguments, kind, list, member, needed, note, object, only, settled, shape,
    text, usage,
};
use crate::provider::errors::error;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::reply::{Opaque, Reply, Stop};

/// What an answer cost. Here what came from the cache, or was written to it, is counted beside the input.
const COLUMNS: Columns = Columns {
    usage: "/usage",
    input: &["/input_tokens", "/cache_read_input_tokens", "/cache_creation_input_tokens"],
    cached: &["/cache_read_input_tokens"],
    written: &["/cache_creation_input_tokens"],
    output: &["/output_tokens"],
    thought: &["/output_tokens_details/thinking_tokens"],
};

/// What a body says.
pub(super) fn reply(body: &Json) -> Result<Reply, BadReply> {
    if let Some(error) = error(body) {
        return Err(error);
    }
    let mut reply = Reply::default();
    let blocks = list(body, "content", "")?.ok_or_else(|| shape("/content", "there is none"))?;
    for (at, block) in blocks.iter().enumerate() {
        let place = format!("/content/{at}");
        match kind(block) {
            "text" => reply.text.push_str(text(block, "text", &place)?.unwrap_or_default()),
            "tool_use" => {
                let call = (
                    text(block, "id", &place)?,
                    needed(block, "name", &place)?,
                    arguments(block, "input", &place)?,
                );
                add_call(&mut reply, call, member(body, "id"), &place);
            }
            "thinking" => {
                // Without a signature nobody can take it back.
                if text(block, "signature", &place)?.is_some_and(|signed| !signed.is_empty()) {
                    let thinking = text(block, "thinking", &place)?.unwrap_or_default();
                    let mut value = json!({"type": "thinking", "thinking": thinking});
                    value["signature"] = block["signature"].clone();
                    opaque(&mut reply, value);
                } else {
                    reply.notes.push(note(place, "left out: a thought that is not signed"));
                }
            }
            "redacted_thinking" => {
                needed(block, "data", &place)?;
                opaque(&mut reply, Json::Object(only(block, &["type", "data"])));
            }
            "" => return Err(shape(place, "a block says its type")),
            other => reply.notes.push(note(place, format!("left out: a block `{other}`"))),
        }
    }
    let word = needed(body, "stop_reason", "")?;
    word.clone_into(&mut reply.stopped);
    let stop = match word {
        "end_turn" | "stop_sequence" => Stop::End,
        "tool_use" => Stop::Tools,
        "max_tokens" | "model_context_window_exceeded" => Stop::Length,
        "refusal" => {
            refusal(body, &mut reply)?;
            Stop::Refused
        }
        // `pause_turn` among them: the service paused its own tools, and the answer is not finished.
        other => Stop::Other(other.to_owned()),
    };
    reply.stop = settled(stop, &reply);
    reply.usage = usage(body, &COLUMNS, &mut reply.notes);
    Ok(reply)
}

/// Why it refused, as far as it says.
fn refusal(body: &Json, reply: &mut Reply) -> Result<(), BadReply> {
    let Some(details) = object(body, "stop_details", "")? else { return Ok(()) };
    let place = "/stop_details";
    if let Some(category) = text(details, "category", place)? {
        reply.stopped = format!("refusal: {category}");
    }
    reply.refusal = text(details, "explanation", place)?.map(str::to_owned);
    Ok(())
}

fn opaque(reply: &mut Reply, value: Json) {
    let (text, tools) = (reply.text.len(), reply.tools.len());
    reply.opaque.push(Opaque { text, tools, value });
}
