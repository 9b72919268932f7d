//! What can go wrong in the service.
//!
//! Owns the one error of all that the service does: what a caller can act on is a variant of its own, and
//! mistakes of users are complete lists. It must never know HTTP, and never carry a secret.

use std::borrow::Cow;
use std::fmt;

use proem::diagnostic::Diagnostic;
use proem_store::error::Error;
use proem_store::label;

/// Why something was not done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    /// There is no such thing, or not in this workspace.
    Missing {
        /// What was looked for: `prompt`, `session`, …
        kind: &'static str,
        /// Its id or name.
        id: String,
    },
    /// Nobody knows who asks.
    Unknown,
    /// Who asks may not do that.
    Forbidden {
        /// The scope that it takes.
        scope: &'static str,
    },
    /// Only administrators of the service's own workspace may do that.
    NotOperator,
    /// Everything that is wrong with what was handed in.
    Invalid(Vec<Mistake>),
    /// Somebody else was faster.
    Conflict {
        /// The current version; 0 is none.
        current: u32,
    },
    /// It is there already.
    Exists(String),
    /// It may not be done as things stand.
    Refused {
        /// The kind of reason.
        code: &'static str,
        /// Why, in a sentence.
        why: String,
    },
    /// Another turn of the session is under way.
    Held,
    /// The lease was lost on the way; nothing was stored.
    Fenced,
    /// The idempotency key came with another request before.
    OtherRequest,
    /// The key asks too often.
    TooMany,
    /// The database does not answer now.
    Unavailable(String),
    /// A mistake of ours.
    Broken(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { kind, id } => write!(out, "there is no {kind} `{id}`"),
            Self::Unknown => write!(out, "nobody knows who asks"),
            Self::Forbidden { scope } => write!(out, "it takes the scope `{scope}`"),
            Self::NotOperator => write!(out, "it takes an administrator of the service"),
            Self::Invalid(mistakes) => {
                for (at, mistake) in mistakes.iter().enumerate() {
                    let comma = if at == 0 { "" } else { "; " };
                    write!(out, "{comma}{}: {}", mistake.code, mistake.detail)?;
                }
                Ok(())
            }
            Self::Conflict { current } => write!(out, "the current version is {current}"),
            Self::Exists(what) => write!(out, "{what} is there already"),
            Self::Refused { code, why } => write!(out, "{code}: {why}"),
            Self::Held => write!(out, "another turn of the session is under way"),
            Self::Fenced => write!(out, "somebody else has taken over"),
            Self::OtherRequest => write!(out, "the key came with another request before"),
            Self::TooMany => write!(out, "the key asks too often"),
            Self::Unavailable(why) => write!(out, "{why}"),
            Self::Broken(why) => write!(out, "a mistake of ours: {why}"),
        }
    }
}

/// One thing that is wrong with what was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// Where, as a JSON pointer into the request or as `FILE:LINE:COLUMN`.
    pub pointer: String,
    /// The kind, a stable word.
    pub code: String,
    /// What is wrong, in a sentence.
    pub detail: String,
    /// What to do; it may be empty.
    pub help: String,
}

impl Mistake {
    /// A mistake at a place of the request.
    pub(crate) fn at(
        pointer: impl Into<String>,
        code: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
            detail: detail.into(),
            help: String::new(),
        }
    }

    /// The same with advice.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

impl Fault {
    /// A single mistake.
    pub(crate) fn mistake(
        pointer: impl Into<String>,
        code: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self::Invalid(vec![Mistake::at(pointer, code, detail)])
    }

    /// The kind, a stable word.
    pub(crate) fn code(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Missing { kind, .. } => return Cow::Owned(format!("{kind}.missing")),
            Self::Unknown => "key.unknown",
            Self::Forbidden { .. } => "key.scope",
            Self::NotOperator => "key.operator",
            Self::Invalid(_) => "request.invalid",
            Self::Conflict { .. } => "version.conflict",
            Self::Exists(_) => "exists",
            Self::Refused { code, .. } => code,
            Self::Held => "session.held",
            Self::Fenced => "session.fenced",
            Self::OtherRequest => "idempotency.other-request",
            Self::TooMany => "key.rate",
            Self::Unavailable(_) => "store.unavailable",
            Self::Broken(_) => "internal",
        })
    }

    /// The findings of the engine that are errors.
    pub(crate) fn findings(findings: &[Diagnostic]) -> Self {
        Self::Invalid(findings.iter().filter(|found| found.is_error()).map(mistake).collect())
    }
}

/// A finding of the engine as a mistake: its place is that in the agent's files.
pub(crate) fn mistake(finding: &Diagnostic) -> Mistake {
    let place = finding.span.as_ref();
    let place = place.map(|span| format!("{}:{}:{}", span.file, span.line, span.column));
    let pointer = finding.pointer.clone().or(place);
    let help = finding.help.clone().unwrap_or_default();
    Mistake::at(pointer.unwrap_or_default(), finding.code, &finding.message).help(help)
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound { kind, id } => Self::Missing { kind, id },
            Error::Conflict { current } => Self::Conflict { current },
            Error::Exists { what } => Self::Exists(what),
            Error::Refused { why: label::PROTECTED, .. } => Self::Forbidden { scope: "admin" },
            Error::Refused { .. } => {
                Self::Refused { code: "store.refused", why: error.to_string() }
            }
            Error::Held { .. } => Self::Held,
            Error::Fenced => Self::Fenced,
            Error::OtherRequest => Self::OtherRequest,
            Error::Invalid { what, why } => {
                Self::mistake("", "request.invalid", format!("{what}: {why}"))
            }
            Error::File(_) => Self::Broken(error.to_string()),
            Error::Busy | Error::Unavailable(_) | Error::Full | Error::ReadOnly => {
                Self::Unavailable(error.to_string())
            }
            Error::Newer { .. } | Error::Corrupt(_) | Error::Failed(_) => {
                Self::Broken(error.to_string())
            }
        }
    }
}
