//! An answer that comes in pieces.
//!
//! Owns the face of what puts them together. The host cuts the stream into events, which is a library's
//! work; it hands each one in as it comes. It must never wait for anything.

use std::fmt::Debug;

use schemars::JsonSchema;
use serde::Serialize;

use crate::turn::format::bad_reply::BadReply;
use crate::turn::format::reply::Reply;

/// What puts an answer together from the events of a stream.
pub trait Events: Debug + Send {
    /// Takes the next event: its name, where it has one, and its data. What is new in it comes back, often
    /// nothing.
    ///
    /// # Errors
    /// An error that the provider tells in its stream, or data that is not in its shape. After that
    /// every call gives the same again.
    fn push(&mut self, event: Option<&str>, data: &str) -> Result<Vec<Delta>, BadReply>;

    /// The answer, when the stream has ended.
    ///
    /// # Errors
    /// As [`push`](Events::push), and [`BadReply::Broken`] where the stream ended before it had said why the
    /// model stopped.
    fn finish(self: Box<Self>) -> Result<Reply, BadReply>;
}

/// A piece of an answer. Nothing of it is final before the stream is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Delta {
    /// More text.
    Text(String),
    /// More of what is said instead of an answer.
    Refusal(String),
    /// A call of a tool begins.
    Tool {
        /// Its place among the calls.
        at: usize,
        /// Its id.
        id: String,
        /// The tool.
        name: String,
    },
    /// More of the arguments of a call.
    Arguments {
        /// The call's place among the calls.
        at: usize,
        /// The next piece of their JSON text.
        text: String,
    },
}
