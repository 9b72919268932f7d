//! An assembled call.
//!
//! Owns what is handed to the caller: the payload at once, its account when it is asked for. It must
//! never compute anything that the verbs did not leave behind.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::agent::model::Model;
use crate::agent::prompt::hash;
use crate::check::compiled::Compiled;
use crate::token::Tokenizer;
use crate::turn::compose::Composition;
use crate::turn::contract::Contract;
use crate::turn::fit::Fitted;
use crate::turn::fit::shrink::Places;
use crate::turn::format::{CachePlan, Draft, Offer, Provider};
use crate::turn::gate::Gated;
use crate::turn::gather::Gathered;
use crate::turn::gather::request::Request;
use crate::turn::measure::Tokens;
use crate::turn::origins::{Origin, Origins};
use crate::turn::select::choice::Selected;

/// An assembled call: what was made, and what it was made for.
#[derive(Debug)]
pub struct Assembly<'a> {
    pub(crate) agent: &'a Compiled,
    pub(crate) selected: Selected<'a>,
    pub(crate) made: Arc<Made>,
}

/// The payload, and everything that its account is written from.
#[derive(Debug)]
pub struct Made {
    /// The provider's payload, as JSON.
    pub payload: String,
    /// The state behind the gate, and what the gate did.
    pub gated: Gated,
    pub(crate) gathered: Gathered,
    pub(crate) requests: Vec<Request>,
    pub(crate) composition: Composition,
    pub(crate) fitted: Fitted,
    pub(crate) places: Places,
    pub(crate) contract: Arc<Contract>,
    pub(crate) offer: Arc<Offer>,
    pub(crate) cache: CachePlan,
    pub(crate) origins: Arc<Origins>,
    pub(crate) model: Model,
    pub(crate) provider: &'static dyn Provider,
    pub(crate) provider_reason: String,
    pub(crate) tokenizer: Tokenizer,
    pub(crate) overridden: Map<String, Json>,
    pub(crate) warnings: Vec<String>,
}

impl Deref for Assembly<'_> {
    type Target = Made;

    fn deref(&self) -> &Made {
        &self.made
    }
}

impl Made {
    /// The provider that formatted it.
    #[must_use]
    pub fn provider(&self) -> &'static dyn Provider {
        self.provider
    }

    /// The model that is asked.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What the host was to fetch for it, whether or not it did.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// What the model may ask for and how it must answer.
    #[must_use]
    pub fn contract(&self) -> &Contract {
        &self.contract
    }

    /// What the provider was given to format.
    #[must_use]
    pub fn draft(&self) -> Draft<'_> {
        Draft {
            model: &self.model,
            entries: &self.fitted.entries,
            contract: &self.contract,
            offer: &self.offer,
            cache: &self.cache,
        }
    }
}

impl Assembly<'_> {
    /// What was made, for those who keep it longer than the agent.
    #[must_use]
    pub fn made(&self) -> &Arc<Made> {
        &self.made
    }

    /// What the model may ask for and how it must answer.
    #[must_use]
    pub fn contract(&self) -> &Contract {
        &self.contract
    }

    /// Hash of the agent and of every prompt version that was selected, in order: what exactly made this.
    #[must_use]
    pub fn release(&self) -> String {
        let mut text = self.agent.agent.hash.clone();
        for chosen in self.selected.layers.iter().flat_map(|layer| &layer.prompts) {
            text.push('\n');
            text.push_str(chosen.name().as_str());
            text.push('@');
            text.push_str(chosen.hash());
        }
        hash(&text)
    }

    /// The tokens of the payload.
    #[must_use]
    pub fn tokens(&self) -> &Tokens {
        &self.fitted.measure.tokens
    }

    /// How many messages were cut from the beginning of the history: the `history_from` of the next
    /// turn's input.
    #[must_use]
    pub fn history_from(&self) -> usize {
        self.composition.gone
    }

    /// All text parts, joined in payload order: what the spans of the manifest count in.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.fitted.entries.iter().flat_map(|entry| entry.texts());
        texts.map(|text| text.text.as_str()).collect()
    }

    /// The source of every byte of the text parts, in payload order and without gap: where each run
    /// ends, and what it comes from.
    pub fn origins(&self) -> impl Iterator<Item = (usize, Cow<'_, Origin>)> {
        let texts = self.fitted.entries.iter().flat_map(|entry| entry.texts());
        let runs = texts.scan(0, |base, text| {
            let start = *base;
            *base += text.text.len();
            Some(text.origins.iter().map(move |(range, source)| (start + range.end, *source)))
        });
        runs.flatten().map(|(end, source)| (end, self.origins.of(source)))
    }

    /// The payload as a value, for those who want to look inside; null where a part that is passed
    /// through is nested deeper than a reader of JSON goes (128 levels).
    #[must_use]
    pub fn body(&self) -> Json {
        serde_json::from_str(&self.payload).unwrap_or_default()
    }

    /// The call.
    #[must_use]
    pub fn call_name(&self) -> &str {
        let call = self.agent.agent.calls.get(self.selected.call);
        call.map(|call| call.name.as_str()).unwrap_or_default()
    }
}
