//! What a conversation keeps from one turn to the next.
//!
//! Owns everything that saves work: rendered layers, counted messages, lowered schemas. The caller owns
//! it, one for each conversation, and hands it in. It must never change an assembly: with a full memo,
//! an empty one and that of another conversation the same input gives the same bytes.

pub(crate) mod heard;
pub(crate) mod roots;

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use serde_json::Value as Json;

use crate::agent::catalog::Catalog;
use crate::agent::exact::Exact;
use crate::agent::input::{Message, TurnInput};
use crate::agent::model::Model;
use crate::check::compiled::Compiled;
use crate::token::{CountCache, Tokenizer};
use crate::turn::account::assembly::Made;
use crate::turn::compose::again::Layers;
use crate::turn::compose::utterance::Said;
use crate::turn::compose::words::{Rules, screened};
use crate::turn::contract::Contract;
use crate::turn::enforce::output::instructions::Instructions;
use crate::turn::enforce::output::sayable::Sayable;
use crate::turn::fit::arrange::Seats;
use crate::turn::fit::shrink::Known;
use crate::turn::format::{Offer, Provider};
use crate::turn::gate::begin::Begun;
use crate::turn::gather::value::Got;
use crate::turn::kept::heard::Heard;
use crate::turn::kept::roots::Roots;
use crate::turn::measure::{Overhead, Scale};
use crate::turn::options::Options;
use crate::turn::origins::Origins;

/// Bytes of text whose counts are kept besides what layers and messages keep themselves.
const COUNTED: usize = 128 * 1024;

/// What a memo takes in any case, in bytes.
const BASE: usize = 8 * 1024;

/// Bytes that a message takes beside its text: where it was given, and where it is sent.
const MESSAGE: usize = 1_200;

/// How often what a turn was given is kept: as it was given, and as the gate found it and left it.
const GIVEN: usize = 3;

/// How often the bytes of a payload are kept, all in all: as layers, as what these are made of, and written.
const COPIES: usize = 6;

/// How many origins are kept. Only drafts and new versions add to those of the agent.
const MOST_ORIGINS: usize = 4_096;

/// What a conversation keeps from one turn to the next. It takes a few times the bytes of the payload
/// for each call that the conversation makes.
#[derive(Debug, Default)]
pub struct Memo {
    agent: Option<String>,
    /// Whose prompts were used. Held weakly: a memo keeps no agent that is served no longer, and no other
    /// catalog can come to lie at its place.
    catalog: Option<Weak<dyn Catalog + Send + Sync>>,
    heard: Heard,
    last: Option<Last>,
    pub(crate) config: Arc<Json>,
    pub(crate) begun: Begun,
    pub(crate) roots: Roots,
    pub(crate) calls: BTreeMap<usize, Kept>,
    /// What the configuration lets an answer say.
    pub(crate) sayable: Arc<Sayable>,
    /// What the last answer was not to give away.
    pub(crate) instructions: Option<Arc<Instructions>>,
}

/// The last assembly, for as long as nothing is new.
#[derive(Debug)]
struct Last {
    call: usize,
    made: Arc<Made>,
}

/// What is kept of one call.
#[derive(Debug)]
pub(crate) struct Kept {
    asked: Option<Asked>,
    pub(crate) origins: Arc<Origins>,
    pub(crate) values: BTreeMap<String, Arc<Got>>,
    pub(crate) contract: Option<Arc<Contract>>,
    pub(crate) layers: Layers,
    pub(crate) said: Said,
    pub(crate) seats: Seats,
    pub(crate) counts: CountCache,
    rules: (Vec<String>, Arc<Rules>),
    key: Option<(Option<String>, Option<String>)>,
    offer: Option<(Arc<Contract>, Arc<Offer>, Overhead)>,
    /// How many bytes its last payload had.
    payload: usize,
}

/// The model that a call asks, and its provider.
#[derive(Debug)]
struct Asked {
    model: Model,
    provider: &'static str,
    known: Known,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            asked: None,
            origins: Arc::default(),
            values: BTreeMap::new(),
            contract: None,
            layers: Layers::default(),
            said: Said::default(),
            seats: Seats::default(),
            counts: CountCache::new(COUNTED),
            rules: Default::default(),
            key: None,
            offer: None,
            payload: 0,
        }
    }
}

/// Cuts a list, and does not keep room for many items where few are left.
pub(crate) fn cut<T>(kept: &mut Vec<T>, len: usize) {
    kept.truncate(len);
    if kept.capacity() > kept.len() * 4 + 64 {
        kept.shrink_to(kept.len() * 2);
    }
}

impl Memo {
    /// The history of the turn before. A message of it that is handed in again is best a copy of what is here: then
    /// nobody has to read it to know that it is the same.
    #[must_use]
    pub fn history(&self) -> &[Message] {
        &self.heard.input.history
    }

    /// How many bytes it takes, roughly. For conversations of 10 to 1,000 messages it is between half and twice what
    /// was measured (`proem-bench memos`); whatever a turn was given is in it, also where no call came of it. It takes
    /// no longer to say for a long conversation.
    #[must_use]
    pub fn size(&self) -> usize {
        let said = self.heard.said();
        let of_call = |kept: &Kept| {
            kept.said.history.len() * MESSAGE + said + kept.counts.bytes() + kept.payload * COPIES
        };
        let calls: usize = self.calls.values().map(of_call).sum();
        let seen = self.roots.history().len() * MESSAGE;
        BASE + said + self.heard.beside() * GIVEN + seen + calls
    }

    /// Brings the memo up to a turn. Another agent, another version of it or of one of its prompts, or another
    /// configuration begin anew.
    pub(crate) fn follow(&mut self, agent: &Compiled, input: &TurnInput, drafts: bool) {
        // The hash of an agent says nothing of its prompts, which have versions of their own.
        let catalog = Arc::downgrade(&agent.catalog);
        let known = self.agent.as_ref() == Some(&agent.agent.hash)
            && self.catalog.as_ref().is_some_and(|known| known.ptr_eq(&catalog));
        if !known || !self.heard.input.config.exact(&input.config) {
            let mut config = agent.agent.config.clone();
            config.extend(input.config.clone());
            let config = Arc::new(Json::Object(config));
            *self = Self {
                agent: Some(agent.agent.hash.clone()),
                catalog: Some(catalog),
                sayable: Arc::new(Sayable::of(Arc::clone(&config))),
                config,
                ..Self::default()
            };
        }
        let mut sees = agent.sees;
        // Nobody knows beforehand what a draft looks at.
        sees.memory |= drafts;
        sees.history |= drafts;
        let news = self.heard.follow(input);
        self.roots.follow(sees, input, news);
        for kept in self.calls.values_mut() {
            cut(&mut kept.said.history, news.history);
        }
        if news.any {
            self.last = None;
        }
    }

    /// The last assembly and its call, where the caller asks for the very same; forgotten otherwise.
    pub(crate) fn again(&mut self, options: &Options) -> Option<(usize, Arc<Made>)> {
        if self.heard.asked(options) {
            self.last = None;
        }
        self.last.as_ref().map(|last| (last.call, Arc::clone(&last.made)))
    }

    /// Keeps an assembly until something is new.
    pub(crate) fn keep(&mut self, call: usize, made: &Arc<Made>) {
        if let Some(kept) = self.calls.get_mut(&call) {
            kept.payload = made.payload.len();
        }
        self.last = Some(Last { call, made: Arc::clone(made) });
    }
}

impl Kept {
    /// Begins anew where the model is another one. Gives what its name tells.
    pub(crate) fn follow(
        &mut self,
        agent: &Compiled,
        model: &Model,
        provider: &'static dyn Provider,
    ) -> Known {
        let full = self.origins.count() > MOST_ORIGINS;
        let same =
            |asked: &&Asked| asked.provider == provider.name() && asked.model == *model && !full;
        if let Some(asked) = self.asked.as_ref().filter(same) {
            return asked.known.clone();
        }
        let known = Known {
            tokenizer: agent.tokenizer(provider.name(), model),
            seating: provider.seating(&model.name),
            caching: provider.caching(&model.name),
        };
        let asked = Asked { model: model.clone(), provider: provider.name(), known: known.clone() };
        *self = Self { asked: Some(asked), ..Self::default() };
        known
    }

    /// The user's rules, screened; none for an isolated call.
    pub(crate) fn rules(&mut self, given: &[String], isolated: bool) -> Arc<Rules> {
        let given = if isolated { &[] } else { given };
        if self.rules.0 != given || self.rules.1.withheld != isolated {
            let rules = Rules { withheld: isolated, ..screened(given, &mut self.origins) };
            self.rules = (given.to_vec(), Arc::new(rules));
        }
        Arc::clone(&self.rules.1)
    }

    /// The key of its provider's cache; `make` makes it for another unit than that of the turn before.
    pub(crate) fn key(
        &mut self,
        unit: Option<&str>,
        make: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        if let Some((_, key)) = self.key.as_ref().filter(|(known, _)| known.as_deref() == unit) {
            return key.clone();
        }
        let key = make();
        self.key = Some((unit.map(str::to_owned), key.clone()));
        key
    }

    /// What the provider is offered, and what that costs.
    pub(crate) fn offer(
        &mut self,
        provider: &'static dyn Provider,
        contract: &Arc<Contract>,
        model: &Model,
        tokenizer: &Tokenizer,
    ) -> (Arc<Offer>, Overhead) {
        let same = |kept: &&(Arc<Contract>, _, _)| Arc::ptr_eq(&kept.0, contract);
        if let Some((_, offer, cost)) = self.offer.as_ref().filter(same) {
            return (Arc::clone(offer), *cost);
        }
        let offer = Arc::new(provider.offer(contract, model));
        let counts = &mut self.counts;
        let scale = Scale { tokenizer, provider, model: &model.name, counts };
        let cost = scale.offer(&offer);
        self.offer = Some((Arc::clone(contract), Arc::clone(&offer), cost));
        (offer, cost)
    }
}
