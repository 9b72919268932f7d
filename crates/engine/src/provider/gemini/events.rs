//! Gemini's answers in pieces.
//!
//! Sources: Google's API reference for `models.streamGenerateContent` with `alt=sse`, its guide to thought
//! signatures, and the types of its official Python package google-genai (3.4). Each event is a body that
//! holds the next parts. Owns putting them together; it must never say what they mean.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use crate::provider::body::{CUT_OFF, index, list, made_id, member, needed, object, only, text};
use crate::provider::gemini::reply::{called, reply};
use crate::provider::pieces::Pieces;
use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::events::Delta;
use crate::turn::format::reply::Reply;

/// What stands beside the candidates; the last event that says it holds.
const HEAD: &[&str] = &["responseId", "usageMetadata", "promptFeedback"];

/// What stands beside a candidate's content.
const END: &[&str] = &["finishReason", "finishMessage"];

/// An answer that is being put together.
#[derive(Debug, Default)]
pub(super) struct Content {
    head: Map<String, Json>,
    /// The first candidate, without its content.
    candidate: Option<Map<String, Json>>,
    parts: Vec<Json>,
    calls: usize,
    /// Candidates beside the first.
    others: BTreeSet<u64>,
}

impl Pieces for Content {
    fn add(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        self.head.extend(only(data, HEAD));
        for (at, candidate) in list(data, "candidates", "")?.unwrap_or_default().iter().enumerate()
        {
            let place = format!("/candidates/{at}");
            match index(candidate, "index")? {
                Some(other) if other > 0 => {
                    self.others.insert(other);
                }
                _ => self.go_on(candidate, &place, new)?,
            }
        }
        Ok(())
    }

    fn has_stopped(&self) -> bool {
        match &self.candidate {
            Some(candidate) => candidate.contains_key("finishReason"),
            None => {
                let reason = self.head.get("promptFeedback").and_then(|it| it.get("blockReason"));
                reason.is_some_and(|reason| !reason.is_null())
            }
        }
    }

    fn body(self: Box<Self>) -> Json {
        let has_stopped = self.has_stopped();
        let Self { mut head, candidate, parts, others, .. } = *self;
        let mut candidates = Vec::new();
        if let Some(mut candidate) = candidate.or((!has_stopped).then(Map::new)) {
            candidate.insert("content".into(), json!({"role": "model", "parts": parts}));
            if !has_stopped {
                candidate.insert("finishReason".into(), CUT_OFF.into());
            }
            candidates.push(Json::Object(candidate));
            candidates.extend(others.into_iter().map(|at| json!({"index": at})));
        }
        head.insert("candidates".into(), Json::Array(candidates));
        Json::Object(head)
    }

    fn read(&self) -> fn(&Json) -> Result<Reply, BadReply> {
        reply
    }
}

impl Content {
    fn go_on(&mut self, piece: &Json, place: &str, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        self.candidate.get_or_insert_default().extend(only(piece, END));
        let content = object(piece, "content", place)?.unwrap_or(&Json::Null);
        let place = format!("{place}/content");
        for (at, part) in list(content, "parts", &place)?.unwrap_or_default().iter().enumerate() {
            self.part(part, &format!("{place}/parts/{at}"), new)?;
        }
        Ok(())
    }

    fn part(&mut self, part: &Json, place: &str, new: &mut Vec<Delta>) -> Result<(), BadReply> {
        if let Some(call) = object(part, "functionCall", place)? {
            let place = format!("{place}/functionCall");
            let arguments = called(call, &place)?;
            let name = needed(call, "name", &place)?.to_owned();
            let given = text(call, "id", &place)?.filter(|id| !id.is_empty());
            let made = || made_id(self.head.get("responseId"), self.calls);
            let (at, id) = (self.calls, given.map_or_else(made, str::to_owned));
            new.push(Delta::Tool { at, id, name });
            new.push(Delta::Arguments { at, text: arguments });
            self.calls += 1;
        } else if let Some(said) = text(part, "text", place)? {
            if !is_thought(part) && !said.is_empty() {
                new.push(Delta::Text(said.to_owned()));
            }
            if self.joins(part, said) {
                return Ok(());
            }
        }
        self.parts.push(part.clone());
        Ok(())
    }

    /// Text goes on in the part before, unless one of the two is signed: signed parts must not be joined.
    fn joins(&mut self, part: &Json, said: &str) -> bool {
        let Some(last) = self.parts.last_mut() else { return false };
        let is_signed = |part: &Json| member(part, "thoughtSignature").is_some();
        if is_signed(part) || is_signed(last) || is_thought(part) != is_thought(last) {
            return false;
        }
        match last.get_mut("text") {
            Some(Json::String(so_far)) => {
                so_far.push_str(said);
                true
            }
            _ => false,
        }
    }
}

fn is_thought(part: &Json) -> bool {
    part.get("thought") == Some(&Json::Bool(true))
}
