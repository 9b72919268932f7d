//! Reading what came back.
//!
//! Owns the way to a member of a body that may be anything: it is found, or its place is said. It must never
//! know a provider, and never read what an answer says.

use serde_json::{Map, Value as Json};

use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::reply::{Note, Reply, Stop, ToolUse, Usage};

/// The word that stands for the reason where a stream ended before it gave one.
pub(super) const CUT_OFF: &str = "cut off";

/// Where a provider says what an answer cost: pointers into its account. What has several is their sum.
pub(super) struct Columns {
    /// The account itself.
    pub(super) usage: &'static str,
    /// See [`Usage`].
    pub(super) input: &'static [&'static str],
    /// See [`Usage`].
    pub(super) cached: &'static [&'static str],
    /// See [`Usage`].
    pub(super) written: &'static [&'static str],
    /// See [`Usage`].
    pub(super) output: &'static [&'static str],
    /// See [`Usage`].
    pub(super) thought: &'static [&'static str],
}

/// The finding for a place.
pub(super) fn shape(pointer: impl Into<String>, message: impl Into<String>) -> BadReply {
    BadReply::Shape { pointer: pointer.into(), message: message.into() }
}

/// A member; none where it is absent or null.
pub(super) fn member<'b>(of: &'b Json, key: &str) -> Option<&'b Json> {
    of.get(key).filter(|value| !value.is_null())
}

/// A text; none where it is absent or null.
pub(super) fn text<'b>(of: &'b Json, key: &str, place: &str) -> Result<Option<&'b str>, BadReply> {
    match member(of, key) {
        None => Ok(None),
        Some(Json::String(text)) => Ok(Some(text)),
        Some(other) => Err(unlike(place, key, "a text", other)),
    }
}

/// A text that must be there.
pub(super) fn needed<'b>(of: &'b Json, key: &str, place: &str) -> Result<&'b str, BadReply> {
    text(of, key, place)?.ok_or_else(|| shape(format!("{place}/{key}"), "there is none"))
}

/// A list; none where it is absent or null.
pub(super) fn list<'b>(
    of: &'b Json,
    key: &str,
    place: &str,
) -> Result<Option<&'b [Json]>, BadReply> {
    match member(of, key) {
        None => Ok(None),
        Some(Json::Array(items)) => Ok(Some(items)),
        Some(other) => Err(unlike(place, key, "a list", other)),
    }
}

/// A mapping; none where it is absent or null.
pub(super) fn object<'b>(
    of: &'b Json,
    key: &str,
    place: &str,
) -> Result<Option<&'b Json>, BadReply> {
    match member(of, key) {
        None => Ok(None),
        Some(object @ Json::Object(_)) => Ok(Some(object)),
        Some(other) => Err(unlike(place, key, "an object", other)),
    }
}

/// A number that says a place; none where it is absent.
pub(super) fn index(of: &Json, key: &str) -> Result<Option<u64>, BadReply> {
    match member(of, key) {
        None => Ok(None),
        Some(value) => match value.as_u64() {
            Some(at) => Ok(Some(at)),
            None => Err(unlike("", key, "a place", value)),
        },
    }
}

/// Arguments of a call: an object is written as text, a text stays as the model wrote it.
pub(super) fn arguments(of: &Json, key: &str, place: &str) -> Result<String, BadReply> {
    match member(of, key) {
        None => Ok(String::new()),
        Some(Json::String(text)) => Ok(text.clone()),
        Some(object @ Json::Object(_)) => Ok(object.to_string()),
        Some(other) => Err(unlike(place, key, "a text or an object", other)),
    }
}

/// The id of a call that came without one: nothing but its place in this answer tells it apart.
pub(super) fn made_id(answer: Option<&Json>, at: usize) -> String {
    match answer.and_then(Json::as_str) {
        Some(answer) if !answer.is_empty() => format!("{answer}-{at}"),
        _ => format!("call-{at}"),
    }
}

/// Adds a call. One without an id is given one, and that is said.
pub(super) fn add_call(
    reply: &mut Reply,
    (id, name, arguments): (Option<&str>, &str, String),
    answer: Option<&Json>,
    place: &str,
) {
    let given = id.filter(|id| !id.is_empty()).map(str::to_owned);
    if given.is_none() {
        reply.notes.push(note(place, "the call had no id and was given one"));
    }
    let id = given.unwrap_or_else(|| made_id(answer, reply.tools.len()));
    reply.tools.push(ToolUse { id, name: name.to_owned(), arguments });
}

/// An entry for something that is not in the reply as it stood.
pub(super) fn note(pointer: impl Into<String>, note: impl Into<String>) -> Note {
    Note { pointer: pointer.into(), note: note.into() }
}

/// Entries for answers beside the first.
pub(super) fn further(answers: &[Json], place: &str, notes: &mut Vec<Note>) {
    let rest = (1..answers.len()).map(|at| format!("{place}/{at}"));
    notes.extend(rest.map(|place| note(place, "left out: the first answer is taken")));
}

/// Why an answer with calls stopped, whatever the provider's word: it waits for their results. Where it waits
/// without having called anything, there is nothing to wait for.
pub(super) fn settled(stop: Stop, reply: &Reply) -> Stop {
    match stop {
        Stop::End if !reply.tools.is_empty() => Stop::Tools,
        Stop::Tools if reply.tools.is_empty() => Stop::Other(reply.stopped.clone()),
        stop => stop,
    }
}

/// What an answer cost. A count that is none is taken for 0, and said: the answer itself is worth more.
pub(super) fn usage(body: &Json, columns: &Columns, notes: &mut Vec<Note>) -> Option<Usage> {
    let account = body.pointer(columns.usage).filter(|account| !account.is_null())?;
    let mut found = false;
    let mut sum = |pointers: &[&str]| {
        pointers.iter().fold(0_u64, |sum, pointer| {
            let Some(value) = account.pointer(pointer).filter(|value| !value.is_null()) else {
                return sum;
            };
            let count = value.as_u64();
            match count {
                Some(_) => found = true,
                None => {
                    let place = format!("{}{pointer}", columns.usage);
                    notes.push(note(place, "is no count of tokens and was taken for 0"));
                }
            }
            sum.saturating_add(count.unwrap_or_default())
        })
    };
    let usage = Usage {
        input: sum(columns.input),
        cached: sum(columns.cached),
        written: sum(columns.written),
        output: sum(columns.output),
        thought: sum(columns.thought),
    };
    found.then_some(usage)
}

/// The members of an object that are not null, of those that are named.
pub(super) fn only(of: &Json, keys: &[&str]) -> Map<String, Json> {
    let members = keys.iter().filter_map(|key| Some(((*key).to_owned(), member(of, key)?.clone())));
    members.collect()
}

/// The kind of a part, an item or a block.
pub(super) fn kind(of: &Json) -> &str {
    of.get("type").and_then(Json::as_str).unwrap_or_default()
}

fn unlike(place: &str, key: &str, wanted: &str, found: &Json) -> BadReply {
    let found = match found {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    };
    shape(format!("{place}/{key}"), format!("{wanted} belongs here, not {found}"))
}
