//! What may be said: what the configuration of a turn, and the scripts of a step, let an answer say.
//!
//! Owns the amounts, the words and the runs of words that stand in them. Each part is made when a rule first
//! asks for it, and once for the same configuration, because it takes longer than all that is done with
//! it. It must never look at what was said.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use serde_json::Value as Json;

use crate::text::normal::normal;
use crate::text::said::money;
use crate::text::said::promises::Granted;
use crate::text::said::sentences::sentences;
use crate::turn::enforce::output::instructions::{capitals, words};

/// How many words in a row make a quotation of what may be said.
pub(super) const QUOTED: usize = 3;

/// What the configuration of a turn lets an answer say.
#[derive(Debug, Default)]
pub struct Sayable {
    config: Arc<Json>,
    amounts: OnceLock<money::Known>,
    granted: OnceLock<Granted>,
    quotable: OnceLock<Quotable>,
}

impl Sayable {
    /// Of a configuration. Nothing is read of it yet.
    #[must_use]
    pub fn of(config: Arc<Json>) -> Self {
        Self { config, ..Self::default() }
    }

    /// Its amounts.
    pub(super) fn amounts(&self) -> &money::Known {
        self.amounts.get_or_init(|| money::Known::of(&self.config))
    }

    /// Its texts: the promises in them may be made.
    pub(super) fn granted(&self) -> &Granted {
        self.granted.get_or_init(|| Granted::of(&self.config))
    }

    /// What of its texts and numbers may be quoted.
    pub(super) fn quotable(&self) -> &Quotable {
        self.quotable.get_or_init(|| {
            let mut texts = Vec::new();
            collect(&self.config, &mut texts);
            Quotable::of(&texts)
        })
    }
}

/// What may be quoted of texts.
#[derive(Debug, Default)]
pub(super) struct Quotable {
    /// The runs of their words; a shorter sentence is one run.
    runs: BTreeSet<Vec<String>>,
    /// The names in capitals that stand in them.
    names: BTreeSet<String>,
}

impl Quotable {
    /// Of texts. Linear in their length but for sorting.
    pub(super) fn of(texts: &[String]) -> Self {
        let mut quotable = Self::default();
        for text in texts {
            quotable.names.extend(capitals(text).map(str::to_owned));
            for sentence in sentences(text) {
                let words: Vec<String> =
                    words(&normal(sentence)).map(|(word, _)| word.to_owned()).collect();
                let length = words.len().clamp(1, QUOTED);
                quotable.runs.extend(words.windows(length).map(<[String]>::to_vec));
            }
        }
        quotable
    }

    pub(super) fn has_run(&self, run: &[String]) -> bool {
        self.runs.contains(run)
    }

    pub(super) fn has_name(&self, name: &str) -> bool {
        self.names.contains(name)
    }
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
