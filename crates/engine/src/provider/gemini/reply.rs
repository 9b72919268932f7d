//! Gemini's answers.
//!
//! Sources: Google's API reference for `GenerateContentResponse`, its guides to thought signatures and to
//! safety settings, and the types of its official Python package google-genai (3.4). Owns what a body says;
//! it must never put one together.

use serde_json::{Value as Json, json};

use crate::provider::body::{
    Columns, add_call, arguments, further, list, member, needed, note, object, settled, shape,
    text, usage,
};
use crate::provider::errors::error;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::reply::{Opaque, Reply, Stop};

/// What an answer cost. Here what was thought is counted beside what was said, and what came back of the
/// service's own tools beside the prompt.
const COLUMNS: Columns = Columns {
    usage: "/usageMetadata",
    input: &["/promptTokenCount", "/toolUsePromptTokenCount"],
    cached: &["/cachedContentTokenCount"],
    written: &[],
    output: &["/candidatesTokenCount", "/thoughtsTokenCount"],
    thought: &["/thoughtsTokenCount"],
};

/// Reasons to stop that are a filter's. A recitation is one: the text was cut off because it is somebody's.
const FILTERED: &[&str] = &[
    "SAFETY",
    "RECITATION",
    "BLOCKLIST",
    "PROHIBITED_CONTENT",
    "SPII",
    "IMAGE_SAFETY",
    "IMAGE_PROHIBITED_CONTENT",
    "IMAGE_RECITATION",
    "ESCALATION",
    "MODEL_ARMOR",
];

/// What a body says.
pub(super) fn reply(body: &Json) -> Result<Reply, BadReply> {
    if let Some(error) = error(body) {
        return Err(error);
    }
    let mut reply = Reply::default();
    let candidates = list(body, "candidates", "")?.unwrap_or_default();
    if let Some(first) = candidates.first() {
        candidate(first, body, &mut reply)?;
        further(candidates, "/candidates", &mut reply.notes);
    } else {
        blocked(body, &mut reply)?;
    }
    reply.usage = usage(body, &COLUMNS, &mut reply.notes);
    Ok(reply)
}

/// A prompt that was refused has no candidates.
fn blocked(body: &Json, reply: &mut Reply) -> Result<(), BadReply> {
    let place = "/promptFeedback";
    let none = || shape("/candidates", "there is no answer, and no reason why");
    let feedback = object(body, "promptFeedback", "")?.ok_or_else(none)?;
    let reason = text(feedback, "blockReason", place)?.ok_or_else(none)?;
    reply.stop = Stop::Refused;
    reply.stopped = format!("blocked: {reason}");
    reply.refusal = text(feedback, "blockReasonMessage", place)?.map(str::to_owned);
    Ok(())
}

fn candidate(first: &Json, body: &Json, reply: &mut Reply) -> Result<(), BadReply> {
    let content = object(first, "content", "/candidates/0")?.unwrap_or(&Json::Null);
    let parts = list(content, "parts", "/candidates/0/content")?.unwrap_or_default();
    for (at, one) in parts.iter().enumerate() {
        part(one, &format!("/candidates/0/content/parts/{at}"), body, reply)?;
    }
    let word = needed(first, "finishReason", "/candidates/0")?;
    word.clone_into(&mut reply.stopped);
    let said = text(first, "finishMessage", "/candidates/0")?;
    let stop = match word {
        "STOP" => Stop::End,
        // The second is the limit of one request; the rest would have to be asked for.
        "MAX_TOKENS" | "CONTINUATION" => Stop::Length,
        filtered if FILTERED.contains(&filtered) => {
            reply.refusal = said.map(str::to_owned);
            Stop::Refused
        }
        other => {
            reply.notes.extend(said.map(|said| note("/candidates/0/finishMessage", said)));
            Stop::Other(other.to_owned())
        }
    };
    reply.stop = settled(stop, reply);
    Ok(())
}

fn part(part: &Json, place: &str, body: &Json, reply: &mut Reply) -> Result<(), BadReply> {
    if !part.is_object() {
        return Err(shape(place, "a part is an object"));
    }
    let signature = text(part, "thoughtSignature", place)?;
    let said = text(part, "text", place)?;
    if part.get("thought") == Some(&Json::Bool(true)) {
        if let Some(signature) = signature {
            let said = said.unwrap_or_default();
            let value = json!({"text": said, "thought": true, "thoughtSignature": signature});
            opaque(reply, value);
        }
    } else if let Some(call) = object(part, "functionCall", place)? {
        let place = format!("{place}/functionCall");
        signed(reply, signature);
        let arguments = called(call, &place)?;
        let call = (text(call, "id", &place)?, needed(call, "name", &place)?, arguments);
        add_call(reply, call, member(body, "responseId"), &place);
    } else if let Some(said) = said.filter(|said| !said.is_empty()) {
        signed(reply, signature);
        reply.text.push_str(said);
    } else if let Some(signature) = signature {
        opaque(reply, json!({"text": "", "thoughtSignature": signature}));
    } else if said.is_none() {
        let kind = part.as_object().and_then(|part| part.keys().next());
        let kind = kind.map_or("an empty part".to_owned(), |kind| format!("a part `{kind}`"));
        reply.notes.push(note(place, format!("left out: {kind}")));
    }
    Ok(())
}

/// The arguments of a call, which must have come whole.
pub(super) fn called(call: &Json, place: &str) -> Result<String, BadReply> {
    for key in ["partialArgs", "willContinue"] {
        if member(call, key).is_some_and(|value| *value != Json::Bool(false)) {
            let why = "arguments in pieces are not read: leave `streamFunctionCallArguments` out";
            return Err(shape(format!("{place}/{key}"), why));
        }
    }
    let arguments = arguments(call, "args", place)?;
    Ok(if arguments.is_empty() { "{}".to_owned() } else { arguments })
}

/// A signature goes back beside the part that it came with.
fn signed(reply: &mut Reply, signature: Option<&str>) {
    if let Some(signature) = signature {
        opaque(reply, json!({"thoughtSignature": signature}));
    }
}

fn opaque(reply: &mut Reply, value: Json) {
    let (text, tools) = (reply.text.len(), reply.tools.len());
    reply.opaque.push(Opaque { text, tools, value });
}
