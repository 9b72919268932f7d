//! Where a provider seats the channels.
//!
//! Owns the words in which a provider says it: roles, and the place of what changes every turn. It must
//! never know a provider by name.

use schemars::JsonSchema;
use serde::Serialize;

/// The role of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Above all, in a field of its own beside the messages.
    Instructions,
    /// Above all.
    System,
    /// The application, below the system.
    Developer,
    /// The user.
    User,
    /// The model.
    Assistant,
    /// The results of tools.
    Tool,
}

/// Where the channel `turn` goes when there is a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnSeat {
    /// A system message of its own, in front of the user's.
    System,
    /// The first part of the user's message: the provider allows nothing else.
    WithMessage,
}

/// How a provider seats the channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seating {
    /// Whether the channel `instructions` has a field of its own; else it stands before the system's.
    pub instructions: bool,
    /// Whether there is a developer role; else that channel is appended to the system's.
    pub developer: bool,
    /// Where the channel `turn` goes.
    pub turn: TurnSeat,
    /// Whether the conversation must begin with a user's message: an agent that opened then did so
    /// upon the opening line.
    pub user_first: bool,
}
