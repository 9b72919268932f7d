//! Answers of Chat Completions.
//!
//! Sources: OpenAI's API reference for `POST /v1/chat/completions`, the response types of its official
//! Python package (3.52), and the documentation of servers that add to them (DeepSeek, vLLM, Google's
//! compatible endpoint). Owns what a body says; it must never put one together.

use serde_json::{Map, Value as Json};

use crate::provider::body::{
    Columns, add_call, arguments, further, kind, list, member, needed, note, object, only, settled,
    shape, text, usage,
};
use crate::provider::errors::error;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::reply::{Opaque, Reply, Stop};

const COLUMNS: Columns = Columns {
    usage: "/usage",
    input: &["/prompt_tokens"],
    cached: &["/prompt_tokens_details/cached_tokens"],
    written: &["/prompt_tokens_details/cache_write_tokens"],
    output: &["/completion_tokens"],
    thought: &["/completion_tokens_details/reasoning_tokens"],
};

/// Where servers other than OpenAI's put what was thought. Some refuse the results of tools without it.
pub(super) const THOUGHTS: &[&str] = &["reasoning_content", "reasoning"];

/// What servers other than OpenAI's put beside a call, and want back with it.
pub(super) const BESIDE: &str = "extra_content";

/// What a body says.
pub(super) fn reply(body: &Json) -> Result<Reply, BadReply> {
    if let Some(error) = error(body) {
        return Err(error);
    }
    let mut reply = Reply::default();
    let choices = list(body, "choices", "")?.unwrap_or_default();
    let first = choices.first().ok_or_else(|| shape("/choices", "there is no answer"))?;
    let message = object(first, "message", "/choices/0")?;
    let message = message.ok_or_else(|| shape("/choices/0/message", "there is none"))?;
    said(message, &mut reply)?;
    for (at, call) in list(message, "tool_calls", PLACE)?.unwrap_or_default().iter().enumerate() {
        tool(call, &format!("{PLACE}/tool_calls/{at}"), body, &mut reply)?;
    }
    if member(message, "function_call").is_some() {
        reply
            .notes
            .push(note(format!("{PLACE}/function_call"), "left out: only tools are offered"));
    }
    thoughts(message, &mut reply);
    further(choices, "/choices", &mut reply.notes);
    let word = needed(first, "finish_reason", "/choices/0")?;
    word.clone_into(&mut reply.stopped);
    let stop = match word {
        _ if reply.refusal.is_some() => Stop::Refused,
        "stop" => Stop::End,
        "tool_calls" => Stop::Tools,
        "length" => Stop::Length,
        "content_filter" => Stop::Refused,
        other => Stop::Other(other.to_owned()),
    };
    reply.stop = settled(stop, &reply);
    reply.usage = usage(body, &COLUMNS, &mut reply.notes);
    Ok(reply)
}

/// Where the answer stands.
const PLACE: &str = "/choices/0/message";

/// The text and the refusal. Some servers answer in parts.
fn said(message: &Json, reply: &mut Reply) -> Result<(), BadReply> {
    let mut refusal = text(message, "refusal", PLACE)?.unwrap_or_default().to_owned();
    if let Some(Json::Array(parts)) = message.get("content") {
        for (at, part) in parts.iter().enumerate() {
            let place = format!("{PLACE}/content/{at}");
            match kind(part) {
                "text" => reply.text.push_str(needed(part, "text", &place)?),
                "refusal" => refusal.push_str(needed(part, "refusal", &place)?),
                "" => return Err(shape(place, "a part says its type")),
                other => reply.notes.push(note(place, format!("left out: a part `{other}`"))),
            }
        }
    } else {
        reply.text.push_str(text(message, "content", PLACE)?.unwrap_or_default());
    }
    reply.refusal = Some(refusal).filter(|refusal| !refusal.is_empty());
    Ok(())
}

fn tool(call: &Json, place: &str, body: &Json, reply: &mut Reply) -> Result<(), BadReply> {
    if !matches!(kind(call), "" | "function") {
        let what = kind(call);
        reply.notes.push(note(place, format!("left out: a call of the kind `{what}`")));
        return Ok(());
    }
    let function = object(call, "function", place)?;
    let inner = format!("{place}/function");
    let function = function.ok_or_else(|| shape(inner.as_str(), "there is none"))?;
    let (text_at, tools) = (reply.text.len(), reply.tools.len());
    if let Some(beside) = object(call, BESIDE, place)? {
        let value = Json::Object(Map::from_iter([(BESIDE.to_owned(), beside.clone())]));
        reply.opaque.push(Opaque { text: text_at, tools, value });
    }
    let name = needed(function, "name", &inner)?;
    let call = (text(call, "id", place)?, name, arguments(function, "arguments", &inner)?);
    add_call(reply, call, member(body, "id"), place);
    Ok(())
}

/// What was thought goes back with calls only: in front of anything else it may be refused.
fn thoughts(message: &Json, reply: &mut Reply) {
    let mut thoughts = only(message, THOUGHTS);
    thoughts.retain(|_, thought| thought.as_str().is_some_and(|thought| !thought.is_empty()));
    if !thoughts.is_empty() && !reply.tools.is_empty() {
        reply.opaque.insert(0, Opaque { text: 0, tools: 0, value: Json::Object(thoughts) });
    }
}
