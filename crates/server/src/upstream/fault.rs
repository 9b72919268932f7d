//! What goes wrong on the way to a model.
//!
//! Owns the kinds and their sentences. It must never hold a key or an address.

use std::fmt;
use std::io;

use proem::turn::format::Provider;
use proem::turn::format::bad_reply::{BadReply, ErrorKind};

use crate::upstream::key::Key;

/// The longest message of a provider that is told.
const LONGEST: usize = 600;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The key holds what no header can hold.
    BadKey,
    /// Nobody answers at the address, and why.
    Unreachable(String),
    /// It took too long.
    TimedOut,
    /// The answer is larger than so many bytes.
    TooLarge(usize),
    /// The provider answered with an error, or with what is no answer.
    Answer(BadReply),
    /// It was given up by whoever asked.
    GivenUp,
}

impl Fault {
    /// What the transport says.
    pub(crate) fn of_transport(error: reqwest::Error) -> Self {
        if error.is_timeout() {
            return Self::TimedOut;
        }
        // The outermost says only that something failed, and where: an address is not told.
        let mut error: &dyn std::error::Error = &error.without_url();
        let mut deepest = error.to_string();
        while let Some(source) = error.source() {
            if let Some(io) = source.downcast_ref::<io::Error>()
                && io.kind() == io::ErrorKind::ConnectionRefused
            {
                return Self::Unreachable("nobody answers at its address".to_owned());
            }
            deepest = source.to_string();
            error = source;
        }
        Self::Unreachable(deepest)
    }

    /// What an answer says whose status is that of an error.
    pub(crate) fn of_status(status: u16, body: &[u8], provider: &dyn Provider) -> Self {
        let read = serde_json::from_slice(body).ok().map(|body| provider.reply(&body));
        match read {
            Some(Err(BadReply::Error { kind: ErrorKind::Other, word, message })) => {
                let kind = ErrorKind::of_status(status);
                Self::Answer(BadReply::Error { kind, word, message: short(&message) })
            }
            Some(Err(BadReply::Error { kind, word, message })) => {
                Self::Answer(BadReply::Error { kind, word, message: short(&message) })
            }
            _ => Self::Answer(BadReply::Error {
                kind: ErrorKind::of_status(status),
                word: status.to_string(),
                message: short(String::from_utf8_lossy(body).trim()),
            }),
        }
    }

    /// The same without a key in what the provider says.
    pub(crate) fn without(self, key: Option<&Key>) -> Self {
        match (self, key) {
            (Self::Answer(BadReply::Error { kind, word, message }), Some(key)) => {
                let (word, message) = (key.out_of(&word), key.out_of(&message));
                Self::Answer(BadReply::Error { kind, word, message })
            }
            (Self::Answer(BadReply::Shape { pointer, message }), Some(key)) => {
                Self::Answer(BadReply::Shape { pointer, message: key.out_of(&message) })
            }
            (fault, _) => fault,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadKey => write!(out, "the key holds signs that no key has"),
            Self::Unreachable(why) => write!(out, "the provider cannot be reached: {why}"),
            Self::TimedOut => write!(out, "the provider took too long"),
            Self::TooLarge(most) => write!(out, "the answer is larger than {most} bytes"),
            Self::Answer(bad) => bad.fmt(out),
            Self::GivenUp => write!(out, "the reply was cancelled"),
        }
    }
}

impl std::error::Error for Fault {}

fn short(message: &str) -> String {
    match message.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", message.get(..end).unwrap_or_default()),
        None => message.to_owned(),
    }
}
