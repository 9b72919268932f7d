//! No more questions than one can answer.
//!
//! Owns the count over the messages of an answer. A question is a sentence that ends in a question mark;
//! one inside of another sentence, in quotes, is none.

use crate::agent::output::Output;
use crate::text::said::sentences::questions;

/// How many questions were asked so far.
#[derive(Debug, Default)]
pub(super) struct Watch(usize);

impl Watch {
    /// Tells the message with which the answer asks too much, once.
    pub(super) fn look(&mut self, rules: &Output, message: &str) -> Option<String> {
        let most = usize::try_from(rules.questions?).ok()?;
        let before = self.0;
        self.0 += questions(message);
        if before > most || self.0 <= most {
            return None;
        }
        Some(match most {
            0 => "a question is asked, and this answer may not ask any".to_owned(),
            1 => "more than one question is asked: keep the one that matters most".to_owned(),
            most => format!("more than {most} questions are asked: keep those that matter most"),
        })
    }
}
