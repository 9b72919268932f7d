//! What is wrong with an answer.
//!
//! Owns one complaint: where, what, and whether it is noted elsewhere already. It must never hold more of an
//! answer than it takes to say what is wrong.

use crate::turn::read::answer::Problem;

/// Something that is wrong with an answer.
#[derive(Clone, Debug)]
pub(super) struct Complaint {
    code: &'static str,
    pub place: String,
    pub message: String,
    /// Whether it is noted elsewhere already, so that it is only told.
    noted: bool,
}

impl Complaint {
    pub(super) fn new(code: &'static str, place: &str, message: &str) -> Self {
        Self {
            code,
            place: place.to_owned(),
            message: message.to_owned(),
            noted: code.starts_with("action."),
        }
    }

    /// A problem of the answer, which is noted with the answer.
    pub(super) fn of(problem: &Problem) -> Self {
        Self {
            code: problem.code,
            place: problem.pointer.clone(),
            message: problem.message.clone(),
            noted: true,
        }
    }

    /// A rule about what is said that the answer breaks.
    pub(super) fn broken(problem: Problem) -> Self {
        Self { noted: false, ..Self::of(&problem) }
    }

    /// As a problem, unless it is noted already.
    pub(super) fn problem(self) -> Option<Problem> {
        let Self { code, place, message, noted } = self;
        (!noted).then_some(Problem { code, pointer: place, message })
    }
}
