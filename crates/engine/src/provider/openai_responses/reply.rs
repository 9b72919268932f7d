//! Answers of Responses.
//!
//! Sources: OpenAI's API reference for `POST /v1/responses`, its guides to reasoning and to the state of
//! conversations, and the response types of its official Python package (3.52). Owns what a body says; it
//! must never put one together.

use serde_json::{Map, Value as Json};

use crate::provider::body::{
    CUT_OFF, Columns, add_call, arguments, kind, list, member, needed, note, object, only, settled,
    shape, text, usage,
};
use crate::provider::errors::error;
use crate::turn::format::bad_reply::{BadReply, ErrorKind};
use crate::turn::format::reply::{Opaque, Reply, Stop};

const COLUMNS: Columns = Columns {
    usage: "/usage",
    input: &["/input_tokens"],
    cached: &["/input_tokens_details/cached_tokens"],
    written: &["/input_tokens_details/cache_write_tokens"],
    output: &["/output_tokens"],
    thought: &["/output_tokens_details/reasoning_tokens"],
};

/// The members of an item of reasoning that go back.
const REASONING: &[&str] = &["type", "id", "summary", "content", "encrypted_content", "status"];

/// What a body says.
pub(super) fn reply(body: &Json) -> Result<Reply, BadReply> {
    if let Some(error) = error(body) {
        return Err(error);
    }
    let mut reply = Reply::default();
    let items = list(body, "output", "")?.ok_or_else(|| shape("/output", "there is none"))?;
    // What was thought must be followed by the very item that followed it, so that items are named then.
    let thinks = items.iter().any(|item| is_echoed(item, body));
    for (at, item) in items.iter().enumerate() {
        let place = format!("/output/{at}");
        match kind(item) {
            "message" => {
                if thinks || member(item, "phase").is_some() {
                    opaque(&mut reply, only(item, &["type", "id", "status", "phase"]));
                }
                message(item, &place, &mut reply)?;
            }
            "function_call" => {
                if thinks && member(item, "id").is_some() {
                    opaque(&mut reply, only(item, &["type", "id", "status"]));
                }
                let id = text(item, "call_id", &place)?;
                let name = needed(item, "name", &place)?;
                let call = (id, name, arguments(item, "arguments", &place)?);
                add_call(&mut reply, call, member(body, "id"), &place);
            }
            "reasoning" if is_echoed(item, body) => opaque(&mut reply, only(item, REASONING)),
            "reasoning" => {
                let why = "left out: reasoning that nobody kept cannot go back";
                reply.notes.push(note(place, why));
            }
            "" => return Err(shape(place, "an item says its type")),
            other => reply.notes.push(note(place, format!("left out: an item `{other}`"))),
        }
    }
    reply.usage = usage(body, &COLUMNS, &mut reply.notes);
    stop(body, reply)
}

/// Why the model stopped; where it has not, there is no answer yet.
fn stop(body: &Json, mut reply: Reply) -> Result<Reply, BadReply> {
    let status = text(body, "status", "")?.unwrap_or("completed");
    let details = object(body, "incomplete_details", "")?.unwrap_or(&Json::Null);
    let reason = text(details, "reason", "/incomplete_details")?;
    reply.stopped = match (status, reason) {
        ("incomplete", Some(reason)) => format!("incomplete: {reason}"),
        _ => status.to_owned(),
    };
    let stop = match (status, reason) {
        ("completed", _) if reply.refusal.is_some() => Stop::Refused,
        ("completed", _) => Stop::End,
        ("incomplete", Some("max_output_tokens")) => Stop::Length,
        ("incomplete", Some("content_filter")) => Stop::Refused,
        ("incomplete", _) => Stop::Other(reply.stopped.clone()),
        ("failed", _) => {
            let message = "the response failed, and says no more".to_owned();
            let word = status.to_owned();
            return Err(BadReply::Error { kind: ErrorKind::Other, word, message });
        }
        ("queued" | "in_progress" | "cancelled" | CUT_OFF, _) => {
            reply.stop = Stop::Other(status.to_owned());
            return Err(BadReply::Broken { came: Box::new(reply) });
        }
        (other, _) => Stop::Other(other.to_owned()),
    };
    reply.stop = settled(stop, &reply);
    Ok(reply)
}

/// The texts of all messages follow each other, as in the official package's `output_text`.
fn message(item: &Json, place: &str, reply: &mut Reply) -> Result<(), BadReply> {
    for (at, part) in list(item, "content", place)?.unwrap_or_default().iter().enumerate() {
        let place = format!("{place}/content/{at}");
        match kind(part) {
            "output_text" => reply.text.push_str(needed(part, "text", &place)?),
            "refusal" => {
                let refusal = needed(part, "refusal", &place)?;
                reply.refusal.get_or_insert_default().push_str(refusal);
            }
            "" => return Err(shape(place, "a part says its type")),
            other => reply.notes.push(note(place, format!("left out: a part `{other}`"))),
        }
    }
    Ok(())
}

/// Whether an item of reasoning can go back: by what it holds, or because the service kept it.
fn is_echoed(item: &Json, body: &Json) -> bool {
    let holds = item.get("encrypted_content").is_some_and(Json::is_string);
    let kept = body.get("store") != Some(&Json::Bool(false));
    kind(item) == "reasoning" && item.get("id").is_some_and(Json::is_string) && (holds || kept)
}

fn opaque(reply: &mut Reply, value: Map<String, Json>) {
    let (text, tools, value) = (reply.text.len(), reply.tools.len(), Json::Object(value));
    reply.opaque.push(Opaque { text, tools, value });
}
