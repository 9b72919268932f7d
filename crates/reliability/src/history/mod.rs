//! Histories of management, and whether one order explains them.
//!
//! Owns what is recorded of an operation and the search for an order. It must never ask a service.

mod order;

pub use order::{Unexplained, explain};

/// What an operation asked for, and what it was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The next version: its number, and whether it became active.
    Create {
        /// Its number.
        version: u32,
        /// Whether it became active.
        active: bool,
    },
    /// The next version of who knows the newest one, which became active.
    Follow {
        /// The newest version that the writer knew.
        known: u32,
        /// Its number; or the newest version, where that was another one.
        answer: Result<u32, u32>,
    },
    /// A version that became active.
    Activate {
        /// Its number.
        version: u32,
    },
    /// The active version, as it was read.
    Read {
        /// Its number.
        active: u32,
    },
}

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Op {
    /// When it was asked for, by one clock for all clients.
    pub asked: u64,
    /// When its answer was there. What was never answered may have had its effect at any time, or never.
    pub answered: u64,
    /// What it was.
    pub what: What,
}

/// The versions of one prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// The newest.
    pub newest: u32,
    /// The active one.
    pub active: u32,
}

impl State {
    /// The state after an operation; none where it cannot have been answered so in this one.
    #[must_use]
    pub fn after(self, what: What) -> Option<Self> {
        let next = self.newest + 1;
        match what {
            What::Create { version, active } if version == next => {
                Some(Self { newest: next, active: if active { next } else { self.active } })
            }
            What::Follow { known, answer: Ok(version) }
                if known == self.newest && version == next =>
            {
                Some(Self { newest: next, active: next })
            }
            What::Follow { known, answer: Err(newest) }
                if known != newest && newest == self.newest =>
            {
                Some(self)
            }
            What::Activate { version } if version <= self.newest => {
                Some(Self { active: version, ..self })
            }
            What::Read { active } if active == self.active => Some(self),
            _ => None,
        }
    }
}
