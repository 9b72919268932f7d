//! The instructions are not told.
//!
//! Owns three signs of a leak: so many words of the instructions in a row, a name in capitals that
//! stands in them (`CURRENT_STEP`), and a canary. Letter case, white space and punctuation play no part
//! in the first and the last. Words of scripts and of the configuration are there to be said: they do
//! not count, and do not part what stands around them either. It must never look at what a user wrote.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::output::Leaks;
use crate::text::normal::normal;
use crate::text::said::sentences::sentences;
use crate::turn::enforce::output::instructions::{Instructions, STRANGE, WORD, capitals, words};
use crate::turn::enforce::output::{Against, short};

/// How many words in a row make a quotation of what may be said.
const QUOTED: usize = 3;

/// The instructions, and what was said so far.
#[derive(Debug)]
pub(super) struct Watch {
    instructions: Arc<Instructions>,
    /// What may be quoted, by its first words.
    quotable: BTreeSet<Vec<String>>,
    /// Names in capitals that may be said all the same.
    named: BTreeSet<String>,
    /// Canaries, letters and digits alone.
    canaries: Vec<String>,
    /// The last words of what was said: number, and weight.
    recent: VecDeque<(u32, usize)>,
    /// The weight of the run so far, while what is said stands in the instructions.
    weight: Option<usize>,
    /// Whether the run was told.
    told: bool,
    /// The end of what was said, letters and digits alone.
    tail: String,
}

impl Watch {
    pub(super) fn new(
        leaks: &Leaks,
        instructions: &Arc<Instructions>,
        against: &Against<'_>,
    ) -> Self {
        let (mut quotable, mut named) = (BTreeSet::new(), BTreeSet::new());
        let mut said = Vec::new();
        against.quotable.iter().for_each(|text| said.push((*text).to_owned()));
        collect(against.config, &mut said);
        for text in &said {
            named.extend(capitals(text).map(str::to_owned));
            for sentence in sentences(text) {
                let words: Vec<String> =
                    words(&normal(sentence)).map(|(word, _)| word.to_owned()).collect();
                let length = words.len().min(QUOTED);
                quotable.extend(words.windows(length.max(1)).map(<[String]>::to_vec));
            }
        }
        let canaries = leaks.canaries.iter().map(|canary| bare(&normal(&canary.value))).collect();
        Self {
            instructions: Arc::clone(instructions),
            quotable,
            named,
            canaries,
            recent: VecDeque::new(),
            weight: None,
            told: false,
            tail: String::new(),
        }
    }

    /// Tells what of the instructions a message gives away.
    pub(super) fn look(&mut self, message: &str, normal: &str) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(name) = capitals(message).find(|name| self.forbids(name)) {
            found.push(format!("`{name}` is a name of the instructions, which are not told"));
        }
        if self.has_canary(normal) {
            found.push("this gives away a part of the instructions, which are not told".to_owned());
        }
        if let Some(words) = self.repeated(normal) {
            let words = short(&words);
            found.push(format!("{words} stands in the instructions, which are not told: say it in your own words, or not at all"));
        }
        found
    }

    fn forbids(&self, name: &str) -> bool {
        self.instructions.have(name) && !self.named.contains(name)
    }

    fn has_canary(&mut self, normal: &str) -> bool {
        if self.canaries.is_empty() {
            return false;
        }
        let longest = self.canaries.iter().map(String::len).max().unwrap_or_default();
        self.tail.push_str(&bare(normal));
        let found = self.canaries.iter().any(|canary| self.tail.contains(canary.as_str()));
        let mut from =
            if found { self.tail.len() } else { self.tail.len().saturating_sub(longest) };
        while !self.tail.is_char_boundary(from) {
            from -= 1;
        }
        self.tail.drain(..from);
        found
    }

    /// The first words in a row that are too many.
    fn repeated(&mut self, normal: &str) -> Option<String> {
        let length = self.instructions.length;
        if length == 0 {
            return None;
        }
        let words: Vec<(&str, usize)> = words(normal).collect();
        let free = self.free(&words);
        let mut found = None;
        for (at, ((word, weight), free)) in words.iter().zip(free).enumerate() {
            let number = self.instructions.number(word);
            let weight = if free { *weight } else { 0 };
            self.recent.push_back((number, weight));
            if self.recent.len() > length {
                self.recent.pop_front();
            }
            if !self.stands() {
                (self.weight, self.told) = (None, false);
                continue;
            }
            let sum = match self.weight {
                Some(sum) => sum + weight,
                None => self.recent.iter().map(|(_, weight)| weight).sum(),
            };
            self.weight = Some(sum);
            if sum >= length * WORD && !self.told {
                self.told = true;
                let from = (at + 1).saturating_sub(length);
                let run = words.get(from..=at).unwrap_or_default();
                let run: Vec<&str> = run.iter().map(|(word, _)| *word).collect();
                found.get_or_insert_with(|| run.join(" "));
            }
        }
        found
    }

    /// Whether the last words stand in the instructions in this order.
    fn stands(&self) -> bool {
        let known = self.recent.iter().all(|(number, _)| *number != STRANGE);
        known
            && self.recent.len() >= self.instructions.length
            && self.instructions.stands(self.recent.iter().map(|(number, _)| *number))
    }

    /// For each word whether it is no quotation of what may be said.
    fn free(&self, words: &[(&str, usize)]) -> Vec<bool> {
        let mut free = vec![true; words.len()];
        for length in 1..=QUOTED {
            for (at, window) in words.windows(length).enumerate() {
                let run: Vec<String> = window.iter().map(|(word, _)| (*word).to_owned()).collect();
                if self.quotable.contains(&run)
                    && let Some(covered) = free.get_mut(at..at + length)
                {
                    covered.fill(false);
                }
            }
        }
        free
    }
}

/// Letters and digits alone.
fn bare(normal: &str) -> String {
    normal.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The texts and numbers of a configuration.
fn collect(value: &Json, out: &mut Vec<String>) {
    match value {
        Json::String(text) => out.push(text.clone()),
        Json::Number(number) => out.push(number.to_string()),
        Json::Array(items) => items.iter().for_each(|item| collect(item, out)),
        Json::Object(fields) => fields.values().for_each(|field| collect(field, out)),
        _ => {}
    }
}
