//! What can go wrong in the store.
//!
//! Owns the one error of all operations, on both databases: what a caller can act on is a variant of
//! its own. It must never carry a text of a user: errors go into logs.

use crate::time::Time;

/// The result of everything here.
pub type Result<T> = std::result::Result<T, Error>;

/// Why an operation had no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is no such thing in this workspace.
    NotFound {
        /// What was looked for: `prompt`, `session`, …
        kind: &'static str,
        /// Its id or name.
        id: String,
    },
    /// The caller wrote against a version that is not the current one.
    Conflict {
        /// The current one; 0 is none.
        current: u32,
    },
    /// Its id or name is taken.
    Exists {
        /// What is taken, as the database names the rule: `keys.hash`, `versions_active`, …
        what: String,
    },
    /// Something else needs it as it is.
    Refused {
        /// Why, in a sentence.
        why: &'static str,
        /// Who needs it: `label staging`, `experiment tone`, `release b3:…`.
        by: Vec<String>,
    },
    /// Somebody else holds the lease.
    Held {
        /// Until when, unless it is renewed.
        until: Time,
    },
    /// The lease has gone to somebody else: nothing more may be written under it.
    Fenced,
    /// The same idempotency key came with another request.
    OtherRequest,
    /// A value that the store does not take.
    Invalid {
        /// Which one.
        what: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Others were in the way all the time that we waited and tried again.
    Busy,
    /// The database does not answer. Of a write whose commit was under way, nobody knows whether it
    /// took effect.
    Unavailable(String),
    /// The disk is full. Nothing was written.
    Full,
    /// The database takes no writes.
    ReadOnly,
    /// The database was written by a later version of Proem.
    Newer {
        /// The version of its schema.
        found: u32,
        /// The latest that this program knows.
        known: u32,
    },
    /// A file beside the database cannot be read or written.
    File(String),
    /// What is stored cannot be read, or contradicts itself.
    Corrupt(String),
    /// The database refused a statement: a mistake of this crate.
    Failed(String),
}

impl Error {
    /// There is no such thing.
    pub fn not_found(kind: &'static str, id: impl Into<String>) -> Self {
        Self::NotFound { kind, id: id.into() }
    }

    /// Whether the same request may succeed later, without a change of it.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy | Self::Unavailable(_) | Self::Full | Self::Held { .. })
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotFound { kind, id } => write!(out, "there is no {kind} `{id}`"),
            Self::Conflict { current: 0 } => write!(out, "there is no current version"),
            Self::Conflict { current } => write!(out, "the current version is {current}"),
            Self::Exists { what } => write!(out, "it exists already ({what})"),
            Self::Refused { why, by } if by.is_empty() => write!(out, "{why}"),
            Self::Refused { why, by } => write!(out, "{why}: {}", by.join(", ")),
            Self::Held { until } => write!(out, "it is leased until {until}"),
            Self::Fenced => write!(out, "the lease has gone to somebody else"),
            Self::OtherRequest => write!(out, "the idempotency key was used for another request"),
            Self::Invalid { what, why } => write!(out, "{what}: {why}"),
            Self::Busy => write!(out, "the database was busy for too long"),
            Self::Unavailable(why) => write!(out, "the database does not answer: {why}"),
            Self::Full => write!(out, "the disk of the database is full"),
            Self::ReadOnly => write!(out, "the database is read-only"),
            Self::Newer { found, known } => write!(
                out,
                "the database has version {found} of the schema, and this program knows {known}: \
                 a later version of Proem wrote it"
            ),
            Self::File(why) => write!(out, "the file cannot be read or written: {why}"),
            Self::Corrupt(why) => write!(out, "the database is damaged: {why}"),
            Self::Failed(why) => write!(out, "the database refused a statement: {why}"),
        }
    }
}

impl std::error::Error for Error {}
