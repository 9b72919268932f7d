//! Answers as they come.
//!
//! Owns what of an answer can be shown before it is complete. Whatever is given out is a beginning of what
//! [`read`](crate::turn::read::read) makes of the whole answer: only what is strictly in form from the answer's
//! first byte on is given out, and nothing more from where it no longer is. It must never judge
//! what it gives out: under an output protocol that is for whoever knows its rules.

mod scan;
mod text;

use crate::agent::call::AnswerKind;
use crate::turn::contract::Contract;
use crate::turn::read::stream::scan::Scan;
use crate::turn::read::stream::text::{Bytes, Plain};

/// Something that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// More text of the message that is being written.
    Text(String),
    /// A complete message.
    Message(String),
}

/// An answer that is being written.
#[derive(Clone, Debug)]
pub struct Stream {
    bytes: Bytes,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Plain(Plain),
    Object(Box<Scan>),
    /// Nothing of a verdict or a value is shown.
    Silent,
}

impl Stream {
    /// The beginning of an answer. Under an output `protocol` only complete messages are given out.
    #[must_use]
    pub fn new(contract: &Contract, protocol: bool) -> Self {
        let kind = match contract.answer.kind {
            AnswerKind::Text => Kind::Plain(Plain::new(protocol)),
            AnswerKind::Actions => Kind::Object(Box::new(Scan::message(protocol))),
            AnswerKind::Steps => Kind::Object(Box::new(Scan::messages())),
            AnswerKind::Verdict | AnswerKind::Schema => Kind::Silent,
        };
        Self { bytes: Bytes::default(), kind }
    }

    /// Takes the next piece of text, and says what can be shown now.
    pub fn push(&mut self, piece: &str) -> Vec<Shown> {
        self.push_bytes(piece.as_bytes())
    }

    /// Takes the next bytes, which may end in the middle of a character. What is no UTF-8 is replaced.
    pub fn push_bytes(&mut self, piece: &[u8]) -> Vec<Shown> {
        let text = self.bytes.take(piece);
        self.kind.push(&text)
    }

    /// Says that there is no more, and what can be shown now.
    pub fn finish(&mut self) -> Vec<Shown> {
        let rest = self.bytes.rest();
        let mut shown = self.kind.push(&rest);
        if let Kind::Plain(plain) = &mut self.kind {
            shown.extend(plain.finish());
        }
        shown
    }
}

impl Kind {
    fn push(&mut self, text: &str) -> Vec<Shown> {
        match self {
            Self::Plain(plain) => plain.push(text).into_iter().collect(),
            Self::Object(scan) => scan.push(text),
            Self::Silent => Vec::new(),
        }
    }
}

/// The messages that what was shown makes: each complete one, and the one that is being written.
#[must_use]
pub fn messages(shown: impl IntoIterator<Item = Shown>) -> Vec<String> {
    let mut messages: Vec<String> = Vec::new();
    let mut open = false;
    for part in shown {
        match (part, messages.last_mut()) {
            (Shown::Text(text), Some(last)) if open => last.push_str(&text),
            (Shown::Text(text), _) => {
                messages.push(text);
                open = true;
            }
            (Shown::Message(text), _) => {
                messages.push(text);
                open = false;
            }
        }
    }
    messages
}
