//! Why a job was not done.
//!
//! Owns whether another try may help. It must never say when: that is the queue's.

use crate::app::fault::Fault;

/// Why a job was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undone {
    /// Why, in a sentence.
    pub why: String,
    /// Whether another try may help.
    pub again: bool,
}

impl Undone {
    /// Another try is of no use.
    pub(crate) fn for_good(why: &str) -> Self {
        Self { why: why.to_owned(), again: false }
    }
}

impl From<Fault> for Undone {
    fn from(fault: Fault) -> Self {
        let hopeless =
            matches!(fault, Fault::Invalid(_) | Fault::Missing { .. } | Fault::Broken(_));
        Self { why: fault.to_string(), again: !hopeless }
    }
}
