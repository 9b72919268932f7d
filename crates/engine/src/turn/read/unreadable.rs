//! Answers that cannot be read.
//!
//! Owns the kinds of failure and the sentence with which a model can be asked again. It must never
//! decide whether it is asked.

use crate::turn::read::answer::{Answer, Problem};

/// Why an answer cannot be read. What could be read of it all the same is in `rest`: a host that showed
/// a part of the answer as it came finds that part there.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// The model, or the provider's filter, refused to answer.
    Refused {
        /// What it said.
        text: String,
        /// What could be read.
        rest: Box<Answer>,
    },
    /// The answer ends in the middle: the most tokens that may be written were written, or the model
    /// stopped there.
    Cut {
        /// What could be read.
        rest: Box<Answer>,
    },
    /// There is no answer.
    Empty,
    /// JSON was asked for, and there is none.
    NoJson {
        /// What there is instead.
        text: String,
    },
    /// It does not fit its contract.
    Breaks {
        /// Everything that is wrong with it.
        problems: Vec<Problem>,
        /// What could be read.
        rest: Box<Answer>,
    },
}

impl Unreadable {
    /// The kind, in one word.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "answer.refused",
            Self::Cut { .. } => "answer.cut",
            Self::Empty => "answer.empty",
            Self::NoJson { .. } => "answer.no-json",
            Self::Breaks { .. } => "answer.breaks",
        }
    }

    /// What is wrong, in words that the model can be shown.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Refused { .. } => "You refused to answer.".to_owned(),
            Self::Cut { .. } => {
                "Your answer ends in the middle: answer completely, and more briefly.".to_owned()
            }
            Self::Empty => "Your answer was empty.".to_owned(),
            Self::NoJson { .. } => {
                "Your answer was not JSON: answer with one JSON object and nothing around it."
                    .to_owned()
            }
            Self::Breaks { problems, .. } => {
                let mut text = "Your answer did not have the form that was asked for:".to_owned();
                for problem in problems.iter().take(TOLD) {
                    let place = match problem.pointer.as_str() {
                        "" => "the answer",
                        pointer => pointer,
                    };
                    text.push_str(&format!("\n- {place}: {}", problem.message));
                }
                if problems.len() > TOLD {
                    text.push_str(&format!("\n- and {} more.", problems.len() - TOLD));
                }
                text
            }
        }
    }

    /// What could be read all the same.
    #[must_use]
    pub fn rest(&self) -> Option<&Answer> {
        match self {
            Self::Refused { rest, .. } | Self::Cut { rest } | Self::Breaks { rest, .. } => {
                Some(rest)
            }
            Self::Empty | Self::NoJson { .. } => None,
        }
    }
}

/// Problems that a model is told of, at most.
const TOLD: usize = 12;
