//! One turn: from a state and a message to a payload.
//!
//! Owns the order of the verbs. Each stands in a file of its own: `gate`, `select`, `gather`,
//! `compose`, `fit`, `format`. It must never do a verb's work itself.

mod account;
pub mod arm;
pub mod arrange;
mod begin;
pub mod case;
pub mod choice;
pub mod compose;
pub mod contract;
mod cut;
mod display;
pub mod effect;
pub mod fit;
pub mod format;
pub mod gate;
pub mod gather;
pub mod json;
mod limit;
pub mod manifest;
pub mod measure;
pub mod origins;
pub mod request;
mod scope;
pub mod seating;
pub mod select;
pub mod shrink;
pub mod utterance;
pub mod value;
mod version;
pub mod words;

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::agent::input::TurnInput;
use crate::agent::layer::Channel;
use crate::agent::model::Model;
use crate::agent::name::PromptName;
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::text::template::Limits;
use crate::token::{Tokenizer, tokenizer_for};
use crate::turn::arrange::Places;
use crate::turn::choice::Selected;
use crate::turn::compose::{Composition, Material};
use crate::turn::contract::Contract;
use crate::turn::fit::Fitted;
use crate::turn::format::{CachePlan, Draft, Offer, Provider};
use crate::turn::gate::Gated;
use crate::turn::gather::Gathered;
use crate::turn::manifest::Manifest;
use crate::turn::origins::Origins;
use crate::turn::request::Request;
use crate::turn::scope::View;
use crate::turn::shrink::Frame;

/// What a caller may ask for beside the turn's input.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The call to assemble, instead of the turn's own.
    pub call: Option<String>,
    /// Another model than the agent's.
    pub model: Option<String>,
    /// Bodies that stand in for stored versions, by prompt. The core takes none.
    pub drafts: BTreeMap<PromptName, String>,
    /// What the host fetched, by context key.
    pub fetched: BTreeMap<String, Json>,
}

/// What a turn comes to before a model is asked.
#[derive(Debug)]
pub enum Outcome {
    /// A call to make.
    Call(Box<Assembly>),
    /// The gate ended the turn.
    Said {
        /// What is said.
        text: String,
        /// Actions that the gate asked for.
        actions: Vec<String>,
        /// The gate's account.
        gated: Box<Gated>,
    },
}

/// An assembled call.
#[derive(Clone, Debug)]
pub struct Assembly {
    /// The provider's payload, as JSON.
    pub payload: String,
    /// The account of it.
    pub manifest: Manifest,
    /// All text parts, joined in payload order: what the spans of the manifest count in.
    pub text: String,
    /// The state behind the gate.
    pub gated: Gated,
}

impl Assembly {
    /// The payload as a value, for those who want to look inside; null where a part that is passed
    /// through is nested deeper than a reader of JSON goes (128 levels).
    #[must_use]
    pub fn body(&self) -> Json {
        serde_json::from_str(&self.payload).unwrap_or_default()
    }
}

/// Everything that the verbs left behind, for the account.
pub(crate) struct Assembled<'a> {
    pub selected: Selected<'a>,
    pub gathered: Gathered,
    pub requests: Vec<Request>,
    pub composition: Composition,
    pub fitted: Fitted,
    pub contract: Contract,
    pub offer: Offer,
    pub cache: CachePlan,
    pub origins: Origins,
    pub gated: Gated,
    pub model: Model,
    pub provider: &'a dyn Provider,
    pub provider_reason: String,
    pub tokenizer: Tokenizer,
    pub overridden: Map<String, Json>,
    pub warnings: Vec<String>,
}

impl Assembled<'_> {
    pub(crate) fn draft(&self) -> Draft<'_> {
        Draft {
            model: &self.model,
            entries: &self.fitted.entries,
            contract: &self.contract,
            offer: &self.offer,
            cache: &self.cache,
        }
    }

    pub(crate) fn call_name(&self, agent: &Compiled) -> String {
        agent.agent.calls.get(self.selected.call).map(|call| call.name.clone()).unwrap_or_default()
    }
}

/// Finds the provider of a model: the provider, and why.
pub type Finder<'f> = &'f dyn Fn(&Model) -> Result<(&'static dyn Provider, String), Diagnostic>;

/// What the host must fetch before a call can be assembled.
///
/// # Errors
/// As [`assemble`].
pub fn requests(
    agent: &Compiled,
    input: &TurnInput,
    options: &Options,
) -> Result<Vec<Request>, Vec<Diagnostic>> {
    let config = config(agent, input);
    let gated = gate::gate(agent, input, &config)?;
    let view = View::new(input, &config, &gated.before, &gated.state);
    let call = select::call(agent, &view, options.call.as_deref())?;
    let view = narrowed(agent, call, view);
    let selected = select::select(agent, input, options, &gated, &view, call)?;
    request::requests(agent, &selected, &view)
}

/// Assembles the call of a turn.
///
/// # Errors
/// Everything that keeps the turn from being assembled, with the place of each mistake.
pub fn assemble(
    agent: &Compiled,
    input: &TurnInput,
    options: &Options,
    find: Finder<'_>,
) -> Result<Outcome, Vec<Diagnostic>> {
    let config = config(agent, input);
    let gated = gate::gate(agent, input, &config)?;
    if let (Some(text), None) = (&gated.say, &options.call) {
        let (text, actions) = (text.clone(), gated.actions.clone());
        return Ok(Outcome::Said { text, actions, gated: Box::new(gated) });
    }
    let view = View::new(input, &config, &gated.before, &gated.state);
    let call = select::call(agent, &view, options.call.as_deref())?;
    let view = narrowed(agent, call, view);
    let warnings = idle(agent, call, options, &view).into_iter().collect();
    let isolated = agent.agent.calls.get(call).is_some_and(|call| call.isolated);
    let selected = select::select(agent, input, options, &gated, &view, call)?;
    let model = model(agent, call, options);
    let (provider, provider_reason) = find(&model).map_err(|finding| vec![finding])?;
    let (tokenizer, _) = tokenizer_for(provider.name(), &model.name);
    let mut origins = Origins::default();
    let requests = request::requests(agent, &selected, &view)?;
    let gathered = gather::gather(
        agent,
        &selected,
        &view,
        &options.fetched,
        &config,
        tokenizer,
        &mut origins,
    )?;
    let contract = contract::contract(agent, &selected, &view)?;
    let now = input.now.clone().map(Json::String);
    let material = Material {
        agent,
        selected: &selected,
        gathered: &gathered,
        input,
        config: &config,
        now: now.as_ref(),
        contract: &contract,
        isolated,
    };
    let mut composition = compose::compose(&material, &mut origins)?;
    let offer = provider.offer(&contract, &model);
    let places = places(&selected);
    let frame = Frame { model: &model, provider, tokenizer, offer: &offer, places };
    let fitted = fit::fit(&mut composition, &material, &frame, &mut origins)?;
    let done = Assembled {
        gathered,
        requests,
        composition,
        fitted,
        contract,
        offer,
        cache: CachePlan::default(),
        origins,
        model,
        provider,
        provider_reason,
        tokenizer,
        overridden: input.config.clone(),
        warnings,
        selected,
        gated,
    };
    let manifest = account::manifest(agent, &done);
    let text =
        done.fitted.entries.iter().flat_map(|entry| &entry.parts).filter_map(|part| match part {
            arrange::EntryPart::Text(text) => Some(text.text.as_str()),
            arrange::EntryPart::Other(_) => None,
        });
    Ok(Outcome::Call(Box::new(Assembly {
        text: text.collect(),
        payload: format::payload(done.provider, &done.draft()),
        manifest,
        gated: done.gated,
    })))
}

/// The agent's configuration with the turn's over it.
fn config(agent: &Compiled, input: &TurnInput) -> Json {
    let mut config = agent.agent.config.clone();
    config.extend(input.config.clone());
    Json::Object(config)
}

/// A call that is asked for by name is assembled although the turn would not make it; that is said.
fn idle(agent: &Compiled, call: usize, options: &Options, view: &View<'_>) -> Option<String> {
    let name = options.call.as_ref()?;
    let when = agent.calls.get(call)?.when.as_ref()?;
    let holds = when.holds(view, &Limits::DEFAULT).unwrap_or(false);
    (!holds).then(|| {
        format!("the turn would not make the call {name}: `{}` does not hold", when.source().trim())
    })
}

/// An isolated call is given a view without memory.
fn narrowed<'a>(agent: &Compiled, call: usize, view: View<'a>) -> View<'a> {
    match agent.agent.calls.get(call) {
        Some(call) if call.isolated => view.isolated(),
        _ => view,
    }
}

fn model(agent: &Compiled, call: usize, options: &Options) -> Model {
    let base = &agent.agent.model;
    let own = agent.agent.calls.get(call).map(|call| call.model.over(base));
    let mut model = own.unwrap_or_else(|| base.clone());
    if let Some(name) = &options.model {
        model.name.clone_from(name);
        model.provider = None;
    }
    model
}

fn places(selected: &Selected<'_>) -> Places {
    let of = |channel: Channel| {
        selected.layers.iter().position(|layer| layer.included && layer.layer.channel == channel)
    };
    Places { history: of(Channel::History), message: of(Channel::User) }
}
