//! Answers of Chat Completions in pieces.
//!
//! Sources: OpenAI's guide to streaming, and the type of a chunk in its official Python package (3.52). Owns
//! putting the message together; it must never say what it means. Servers that speak the format differ
//! in small things: calls without an index, several calls under one, names that come again.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use crate::provider::body::{CUT_OFF, arguments, index, list, made_id, object, only, shape, text};
use crate::provider::openai_chat::reply::{BESIDE, THOUGHTS, reply};
use crate::provider::pieces::Pieces;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::events::Delta;
use crate::turn::format::reply::Reply;

/// A message that is being put together.
#[derive(Debug, Default)]
pub(super) struct Message {
    /// The answer's id and what it cost.
    head: Map<String, Json>,
    content: String,
    refusal: String,
    thoughts: [String; THOUGHTS.len()],
    calls: Vec<Call>,
    reason: Option<String>,
    /// Choices beside the first.
    others: BTreeSet<u64>,
}

#[derive(Debug, Default)]
struct Call {
    index: Option<u64>,
    id: Option<String>,
    name: Option<String>,
    arguments: String,
    beside: Option<Json>,
}

impl Pieces for Message {
    fn add(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        self.head.extend(only(data, &["id", "usage"]));
        for (at, choice) in list(data, "choices", "")?.unwrap_or_default().iter().enumerate() {
            let place = format!("/choices/{at}");
            match index(choice, "index")? {
                Some(other) if other > 0 => {
                    self.others.insert(other);
                }
                _ => self.go_on(choice, &place, new)?,
            }
        }
        Ok(())
    }

    fn has_stopped(&self) -> bool {
        self.reason.is_some()
    }

    fn body(self: Box<Self>) -> Json {
        let Self { mut head, content, refusal, thoughts, calls, reason, others, .. } = *self;
        let mut message = json!({"role": "assistant", "content": content, "refusal": refusal});
        if let Json::Object(message) = &mut message {
            let thoughts = THOUGHTS.iter().zip(thoughts);
            message.extend(thoughts.map(|(key, thought)| ((*key).to_owned(), thought.into())));
            let calls = calls.into_iter().map(Call::whole).collect();
            message.insert("tool_calls".into(), Json::Array(calls));
        }
        let reason = reason.unwrap_or_else(|| CUT_OFF.to_owned());
        let mut choices = vec![json!({"index": 0, "message": message, "finish_reason": reason})];
        choices.extend(others.into_iter().map(|at| json!({"index": at})));
        head.insert("choices".into(), Json::Array(choices));
        Json::Object(head)
    }

    fn read(&self) -> fn(&Json) -> Result<Reply, BadReply> {
        reply
    }
}

impl Message {
    fn go_on(&mut self, choice: &Json, place: &str, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        if let Some(reason) = text(choice, "finish_reason", place)? {
            self.reason = Some(reason.to_owned());
        }
        let Some(delta) = object(choice, "delta", place)? else { return Ok(()) };
        let place = format!("{place}/delta");
        if let Some(piece) = text(delta, "content", &place)?.filter(|piece| !piece.is_empty()) {
            self.content.push_str(piece);
            new.push(Delta::Text(piece.to_owned()));
        }
        if let Some(piece) = text(delta, "refusal", &place)?.filter(|piece| !piece.is_empty()) {
            self.refusal.push_str(piece);
            new.push(Delta::Refusal(piece.to_owned()));
        }
        for (key, thought) in THOUGHTS.iter().zip(&mut self.thoughts) {
            thought.push_str(text(delta, key, &place)?.unwrap_or_default());
        }
        for (at, piece) in list(delta, "tool_calls", &place)?.unwrap_or_default().iter().enumerate()
        {
            self.call(piece, &format!("{place}/tool_calls/{at}"), new)?;
        }
        Ok(())
    }

    fn call(&mut self, piece: &Json, place: &str, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        let id = text(piece, "id", place)?.filter(|id| !id.is_empty());
        let at = self.place(index(piece, "index")?, id);
        let made = made_id(self.head.get("id"), at);
        let call = self.calls.get_mut(at).ok_or_else(|| shape(place, "belongs to no call"))?;
        if let Some(id) = id {
            call.id = Some(id.to_owned());
        }
        if let Some(beside) = object(piece, BESIDE, place)? {
            call.beside = Some(beside.clone());
        }
        let Some(function) = object(piece, "function", place)? else { return Ok(()) };
        let place = format!("{place}/function");
        if let Some(name) = text(function, "name", &place)?.filter(|name| !name.is_empty()) {
            match &mut call.name {
                Some(known) if known == name => {}
                Some(known) => known.push_str(name),
                None => {
                    call.name = Some(name.to_owned());
                    let id = call.id.clone().unwrap_or(made);
                    new.push(Delta::Tool { at, id, name: name.to_owned() });
                }
            }
        }
        let text = arguments(function, "arguments", &place)?;
        if !text.is_empty() {
            call.arguments.push_str(&text);
            new.push(Delta::Arguments { at, text });
        }
        Ok(())
    }

    /// Which call a piece belongs to: the one of its index, unless it brings another id; without an index the
    /// one of its id, else the last one. A new one otherwise.
    fn place(&mut self, index: Option<u64>, id: Option<&str>) -> usize {
        let is_it = |call: &Call| {
            let same_id = id.is_none() || call.id.is_none() || call.id.as_deref() == id;
            same_id && (index.is_none() || call.index == index)
        };
        if let Some(at) = self.calls.iter().rposition(is_it) {
            return at;
        }
        self.calls.push(Call { index, ..Call::default() });
        self.calls.len() - 1
    }
}

impl Call {
    fn whole(self) -> Json {
        let function = json!({"name": self.name, "arguments": self.arguments});
        json!({"id": self.id, "type": "function", "function": function, BESIDE: self.beside})
    }
}
