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
                let told = told(problems).join("\n- ");
                format!("Your answer did not have the form that was asked for:\n- {told}")
            }
        }
    }

    /// What is wrong, in words for whoever looks at the turn.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Refused { text, .. } if text.trim().is_empty() => {
                "the model refused to answer".to_owned()
            }
            Self::Refused { text, .. } => {
                format!("the model refused to answer: {}", text.trim())
            }
            Self::Cut { .. } => "the answer ends in the middle".to_owned(),
            Self::Empty => "the answer is empty".to_owned(),
            Self::NoJson { .. } => "the answer is not JSON".to_owned(),
            Self::Breaks { problems, .. } => {
                let told = told(problems).join("; ");
                format!("the answer does not have the form that was asked for: {told}")
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

/// Problems that are told of, at most.
const TOLD: usize = 12;

/// Problems with their places, a text for each.
fn told(problems: &[Problem]) -> Vec<String> {
    let lines = problems.iter().take(TOLD).map(|problem| {
        let place = match problem.pointer.as_str() {
            "" => "the answer",
            pointer => pointer,
        };
        format!("{place}: {}", problem.message)
    });
    let more = problems.len().checked_sub(TOLD).filter(|more| *more > 0);
    lines.chain(more.map(|more| format!("and {more} more."))).collect()
}
