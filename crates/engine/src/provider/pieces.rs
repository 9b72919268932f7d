//! Putting a streamed answer together.
//!
//! Owns what all streams have in common: data that is no JSON, errors in the middle, what comes behind the
//! end, an end that does not come. The pieces are put together to the body that would have come whole, and
//! that is read: so a stream and a body cannot mean different things. It must never know a provider.

use std::fmt::Debug;

use serde_json::Value as Json;

use crate::provider::body::{note, shape};
use crate::provider::errors::error;
use crate::turn::format::bad_reply::{BadReply, ErrorKind};
use crate::turn::format::events::{Delta, Events};
use crate::turn::format::reply::Reply;

/// The last event of OpenAI's Chat Completions. It is no JSON.
const DONE: &str = "[DONE]";

/// The pieces of one provider's body.
pub(super) trait Pieces: Debug + Send {
    /// Adds the data of an event, and what is new in it.
    fn add(&mut self, data: &Json, new: &mut Vec<Delta>) -> Result<(), BadReply>;

    /// Whether the provider has said why the model stopped.
    fn has_stopped(&self) -> bool;

    /// Whether nothing belongs behind what came last.
    fn is_closed(&self) -> bool {
        false
    }

    /// The body as it would have come whole. Where the model has not stopped, [`CUT_OFF`] is why it did.
    ///
    /// [`CUT_OFF`]: crate::provider::body::CUT_OFF
    fn body(self: Box<Self>) -> Json;

    /// What the whole body says.
    fn read(&self) -> fn(&Json) -> Result<Reply, BadReply>;
}

/// A stream that is being put together.
#[derive(Debug)]
pub(super) struct Stream {
    pieces: Box<dyn Pieces>,
    /// What went wrong: nothing is taken after it.
    fault: Option<BadReply>,
    /// The text that was handed on.
    handed_on: String,
    done: bool,
    /// Events behind the end.
    behind: usize,
}

impl Stream {
    /// A stream of which nothing has come yet.
    pub(super) fn of(pieces: impl Pieces + 'static) -> Box<dyn Events> {
        let pieces = Box::new(pieces);
        let handed_on = String::new();
        Box::new(Self { pieces, fault: None, handed_on, done: false, behind: 0 })
    }

    fn take(&mut self, event: Option<&str>, data: &str) -> Result<Vec<Delta>, BadReply> {
        let mut new = Vec::new();
        let trimmed = data.trim();
        if trimmed.is_empty() {
            return Ok(new);
        }
        if self.done || self.pieces.is_closed() {
            self.behind += usize::from(trimmed != DONE);
            return Ok(new);
        }
        if trimmed == DONE {
            self.done = true;
            return Ok(new);
        }
        let data: Json = match serde_json::from_str(trimmed) {
            Ok(data) => data,
            Err(_) if event == Some("error") => {
                let message = trimmed.to_owned();
                return Err(BadReply::Error {
                    kind: ErrorKind::Other,
                    word: String::new(),
                    message,
                });
            }
            Err(problem) => return Err(shape("", format!("the data is no JSON: {problem}"))),
        };
        if let Some(error) = error(&data) {
            return Err(error);
        }
        if !data.is_object() {
            return Err(shape("", "the data of an event is an object"));
        }
        self.pieces.add(&data, &mut new)?;
        for delta in &new {
            if let Delta::Text(text) = delta {
                self.handed_on.push_str(text);
            }
        }
        Ok(new)
    }
}

impl Events for Stream {
    fn push(&mut self, event: Option<&str>, data: &str) -> Result<Vec<Delta>, BadReply> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        let taken = self.take(event, data);
        if let Err(fault) = &taken {
            self.fault = Some(fault.clone());
        }
        taken
    }

    fn finish(self: Box<Self>) -> Result<Reply, BadReply> {
        let Self { pieces, fault, handed_on, behind, .. } = *self;
        if let Some(fault) = fault {
            return Err(fault);
        }
        let (has_stopped, read) = (pieces.has_stopped(), pieces.read());
        let reply = read(&pieces.body());
        if !has_stopped {
            // What cannot even be read as far as it came is as good as nothing.
            return match reply {
                Err(error @ BadReply::Error { .. }) => Err(error),
                Err(broken @ BadReply::Broken { .. }) => Err(broken),
                other => Err(BadReply::Broken { came: Box::new(other.unwrap_or_default()) }),
            };
        }
        let mut reply = reply?;
        if behind > 0 {
            reply.notes.push(note("", format!("events behind the end are left out: {behind}")));
        }
        if handed_on != reply.text {
            reply.notes.push(note("", "the whole text is another than that of its pieces"));
        }
        Ok(reply)
    }
}
