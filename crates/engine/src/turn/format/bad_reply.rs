//! An answer that is none.
//!
//! Owns the ways in which a provider fails to answer: it says so, it sends something else than its
//! format, or it breaks off. It must never decide what is done about it: that is for the host.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::turn::format::reply::Reply;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BadReply {
    /// The provider says that it could not answer.
    Error {
        /// What kind of error it is.
        kind: ErrorKind,
        /// The provider's own word for it, such as `rate_limit_error`; empty where it has none.
        word: String,
        /// What it says.
        message: String,
    },
    /// It is not in the provider's shape.
    Shape {
        /// Where, as a JSON pointer into the body or into the data of the event.
        pointer: String,
        /// What is wrong, in one sentence.
        message: String,
    },
    /// It breaks off. What came must not be taken for an answer.
    Broken {
        /// What came.
        came: Box<Reply>,
    },
}

/// A kind of error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// Too many requests or tokens for now.
    RateLimit,
    /// No money or quota is left: waiting a moment does not help.
    Quota,
    /// It cannot answer now: it is overloaded, or something failed on its side.
    Overloaded,
    /// It does not take the request as it is.
    BadRequest,
    /// It does not know the key, or the key may not do this.
    Auth,
    /// The prompt, with what is kept for the answer, is longer than the model's window.
    TooLong,
    /// A filter refused the prompt.
    Filtered,
    /// Anything else.
    Other,
}

impl BadReply {
    /// Whether the same request may be answered when it is sent again.
    #[must_use]
    pub fn is_worth_a_retry(&self) -> bool {
        match self {
            Self::Error { kind, .. } => kind.is_worth_a_retry(),
            Self::Shape { .. } => false,
            Self::Broken { .. } => true,
        }
    }
}

impl ErrorKind {
    /// Whether the same request may be answered when it is sent again.
    #[must_use]
    pub fn is_worth_a_retry(self) -> bool {
        matches!(self, Self::RateLimit | Self::Overloaded)
    }

    /// The kind that the status of an HTTP answer tells, for answers whose body tells none.
    #[must_use]
    pub fn of_status(status: u16) -> Self {
        match status {
            401 | 403 => Self::Auth,
            402 => Self::Quota,
            408 | 409 | 425 | 500..=599 => Self::Overloaded,
            413 => Self::TooLong,
            429 => Self::RateLimit,
            400..=499 => Self::BadRequest,
            _ => Self::Other,
        }
    }

    /// Its name, as it is written in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RateLimit => "rate_limit",
            Self::Quota => "quota",
            Self::Overloaded => "overloaded",
            Self::BadRequest => "bad_request",
            Self::Auth => "auth",
            Self::TooLong => "too_long",
            Self::Filtered => "filtered",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for BadReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Error { kind, word, message } => {
                write!(f, "the provider answered with an error ({}", kind.as_str())?;
                if !word.is_empty() {
                    write!(f, ", `{word}`")?;
                }
                write!(f, "): {message}")
            }
            Self::Shape { pointer, message } if pointer.is_empty() => {
                write!(f, "the answer is not in the provider's shape: {message}")
            }
            Self::Shape { pointer, message } => {
                write!(f, "the answer is not in the provider's shape at {pointer}: {message}")
            }
            Self::Broken { came } => {
                write!(f, "the answer breaks off after {} bytes of text", came.text.len())
            }
        }
    }
}

impl std::error::Error for BadReply {}
