//! Nothing is said twice in a row.
//!
//! Owns the comparison of each message with those that the assistant said last, and with those before it
//! in the same answer. An address may be given again. Of very many messages only the nearest are
//! compared, so that time stays linear.

use std::collections::VecDeque;

use crate::agent::output::{Output, Repeat};
use crate::text::said::address::is_one;
use crate::text::said::likeness::Shape;
use crate::text::said::sentences::sentences;
use crate::turn::enforce::output::short;

/// How many messages of the last turn a message is compared with.
const LAST: usize = 32;

/// How many messages before it in the answer a message is compared with.
const NEAR: usize = 16;

/// What was said.
#[derive(Debug, Default)]
pub(super) struct Watch {
    last: Vec<Shape>,
    near: VecDeque<Shape>,
}

impl Watch {
    pub(super) fn new(rules: &Output, last: &[&str]) -> Self {
        if rules.repeat.is_none() {
            return Self::default();
        }
        let parts = last.iter().flat_map(|message| match rules.sentences {
            true => sentences(message),
            false => vec![*message],
        });
        let mut parts: Vec<&str> = parts.filter(|part| is_compared(part)).collect();
        let far = parts.len().saturating_sub(LAST);
        parts.drain(..far);
        Self { last: parts.into_iter().map(Shape::of).collect(), near: VecDeque::new() }
    }

    /// Tells for each message that is too much like another one what it is like.
    pub(super) fn look(&mut self, rules: &Output, messages: &[String]) -> Vec<String> {
        let Some(repeat) = &rules.repeat else { return Vec::new() };
        let mut found = Vec::new();
        for message in messages.iter().filter(|message| is_compared(message)) {
            let shape = Shape::of(message);
            found.extend(self.judge(repeat, message, &shape));
            self.near.push_back(shape);
            if self.near.len() > NEAR {
                self.near.pop_front();
            }
        }
        found
    }

    fn judge(&self, repeat: &Repeat, message: &str, shape: &Shape) -> Option<String> {
        if let Some(count) = repeat.words.and_then(|words| usize::try_from(words).ok()) {
            let begin: Vec<&str> = shape.beginning(count).collect();
            let same = |other: &Shape| other.beginning(count).eq(begin.iter().copied());
            if begin.len() == count && self.last.iter().any(same) {
                return Some(format!(
                    "{} begins with the same words as one of your last messages, “{}”: begin \
                     otherwise",
                    short(message),
                    begin.join(" ")
                ));
            }
        }
        let most = usize::try_from(repeat.similarity?).ok()? * 10;
        let alike = |other: &Shape| shape.may_exceed(other, most) && shape.likeness(other) > most;
        if self.last.iter().any(alike) {
            let text = short(message);
            return Some(format!("{text} is nearly what you said last: say something else"));
        }
        if self.near.iter().any(alike) {
            let text = short(message);
            return Some(format!("{text} is nearly what this answer says already: say it once"));
        }
        None
    }
}

fn is_compared(message: &str) -> bool {
    message.chars().any(char::is_alphanumeric) && !is_one(message)
}
