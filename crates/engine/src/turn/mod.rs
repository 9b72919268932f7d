//! One turn: from a state and a message to a payload.
//!
//! Owns the order of the verbs. Each has a room of its own, in the order in which a turn goes through
//! them: `gate`, `select`, `gather`, `contract`, `compose`, `seat`, `fit`, `format`, `account`. What
//! expressions see is in `scope`, what bytes come from in `origins`, what a conversation keeps in `kept`.
//! It must never do a verb's work itself.

pub mod account;
pub mod advance;
pub mod case;
pub mod compose;
pub mod contract;
pub mod course;
pub mod enforce;
pub mod fit;
pub mod format;
pub mod gate;
pub mod gather;
pub mod kept;
pub mod measure;
pub mod message;
pub mod options;
pub mod origins;
pub mod read;
mod scope;
pub mod select;

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;

use crate::agent::input::TurnInput;
use crate::agent::layer::Channel;
use crate::agent::model::Model;
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::text::template::Limits;
pub use crate::turn::account::assembly::Assembly;
pub use crate::turn::account::assembly::Made;
use crate::turn::compose::material::Material;
use crate::turn::fit::shrink::{Frame, Places};
use crate::turn::format::Provider;
use crate::turn::gate::position::Position;
use crate::turn::gate::{Gated, Rows};
use crate::turn::gather::Sources;
use crate::turn::gather::request::Request;
use crate::turn::kept::{Kept, Memo};
use crate::turn::measure::Scale;
pub use crate::turn::options::Options;
use crate::turn::scope::View;
use crate::turn::select::choice::Selected;

/// What a turn comes to before a model is asked.
#[derive(Debug)]
pub enum Assembled<'a> {
    /// A call to make.
    Call(Box<Assembly<'a>>),
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

/// What comes of a host's wish to make a call.
#[derive(Debug)]
pub enum Ready<'a> {
    /// The host must fetch these first.
    Gather(Vec<Request>),
    /// Everything was there.
    Assembled(Assembled<'a>),
}

/// Finds the provider of a model: the provider, and why.
pub type Finder<'f> =
    &'f (dyn Fn(&Model) -> Result<(&'static dyn Provider, String), Diagnostic> + Send + Sync);

/// What the gate makes of a turn, without a call.
///
/// # Errors
/// Everything that is wrong with the input, or an expression that could not be evaluated.
pub fn gated(
    agent: &Compiled,
    input: &TurnInput,
    rows: Rows,
    memo: &mut Memo,
) -> Result<Gated, Vec<Diagnostic>> {
    memo.follow(agent, input, false);
    gate::gate(agent, input, &memo.config, &memo.roots, &mut memo.begun, rows)
}

/// What the host must fetch before a call can be assembled.
///
/// # Errors
/// As [`assemble`].
pub fn requests(
    agent: &Compiled,
    input: &TurnInput,
    options: &Options,
    memo: &mut Memo,
) -> Result<Vec<Request>, Vec<Diagnostic>> {
    memo.follow(agent, input, !options.drafts.is_empty());
    let Memo { config, begun, roots, .. } = memo;
    let gated = gate::gate(agent, input, config, roots, begun, options.rows)?;
    let view = View::new(input, config, roots, &gated.before, &gated.state);
    let call = select::call(agent, &view, options.call.as_deref())?;
    let view = narrowed(agent, call, view);
    let selected = select::select(agent, input, options, &gated, &view, call)?;
    gather::request::requests(agent, &selected, &view)
}

/// A verb of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// What is new, and the rows that look first.
    Gate,
    /// The call, its layers and versions.
    Select,
    /// The values of the context keys.
    Gather,
    /// What the model may ask for, and the text of every layer.
    Compose,
    /// Inside the window.
    Fit,
    /// The provider's payload.
    Format,
}

/// Assembles the call of a turn. `memo` saves work from turn to turn of one conversation and changes
/// nothing; a new one will do.
///
/// # Errors
/// Everything that keeps the turn from being assembled, with the place of each mistake.
pub fn assemble<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    find: Finder<'_>,
    memo: &mut Memo,
) -> Result<Assembled<'a>, Vec<Diagnostic>> {
    watched(agent, input, options, find, memo, &mut |_| {})
}

/// [`assemble`] for a host that fetches what a call asks for: as long as there are requests for keys that it has
/// neither fetched nor given up (`in_vain`), it gets these instead of a call that lacks their values.
///
/// # Errors
/// As [`assemble`].
pub fn ready<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    find: Finder<'_>,
    memo: &mut Memo,
    in_vain: &BTreeSet<String>,
) -> Result<Ready<'a>, Vec<Diagnostic>> {
    let is_open = |request: &&Request| {
        !in_vain.contains(request.key()) && !options.fetched.contains_key(request.key())
    };
    let waits = |requests: &[Request]| {
        let open: Vec<Request> = requests.iter().filter(is_open).cloned().collect();
        (!open.is_empty()).then_some(open)
    };
    let staged = staged(agent, input, options, find, memo, waits, &mut |_| {})?;
    Ok(staged.map_or_else(Ready::Gather, Ready::Assembled))
}

/// [`assemble`] for those who want to know how long each verb takes, since the engine has no clock: `begins`
/// is told of every verb when it begins.
///
/// # Errors
/// As [`assemble`].
pub fn watched<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    find: Finder<'_>,
    memo: &mut Memo,
    begins: &mut dyn FnMut(Verb),
) -> Result<Assembled<'a>, Vec<Diagnostic>> {
    // A host that waits for nothing always gets its call.
    let Ok(assembled) = staged(agent, input, options, find, memo, |_| None::<Infallible>, begins)?;
    Ok(assembled)
}

/// Goes through the verbs. `waits` looks at what the host is to fetch for the call, and may end the way there.
fn staged<'a, W>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    find: Finder<'_>,
    memo: &mut Memo,
    waits: impl Fn(&[Request]) -> Option<W>,
    begins: &mut dyn FnMut(Verb),
) -> Result<Result<Assembled<'a>, W>, Vec<Diagnostic>> {
    begins(Verb::Gate);
    memo.follow(agent, input, !options.drafts.is_empty());
    if let Some(assembly) = again(agent, input, options, find, memo)? {
        return Ok(match waits(&assembly.made.requests) {
            Some(open) => Err(open),
            None => Ok(Assembled::Call(Box::new(assembly))),
        });
    }
    let Memo { config, begun, roots, calls, .. } = memo;
    let gated = gate::gate(agent, input, config, roots, begun, options.rows)?;
    if let (Some(text), None) = (&gated.say, &options.call) {
        let (text, actions) = (text.clone(), gated.actions.clone());
        return Ok(Ok(Assembled::Said { text, actions, gated: Box::new(gated) }));
    }
    begins(Verb::Select);
    let view = View::new(input, config, roots, &gated.before, &gated.state);
    let call = select::call(agent, &view, options.call.as_deref())?;
    let view = narrowed(agent, call, view);
    let warnings = idle(agent, call, options, &view).into_iter().collect();
    let isolated = agent.agent.calls.get(call).is_some_and(|call| call.isolated);
    let selected = select::select(agent, input, options, &gated, &view, call)?;
    let requests = gather::request::requests(agent, &selected, &view)?;
    if let Some(open) = waits(&requests) {
        return Ok(Err(open));
    }
    let model = model(agent, call, options);
    let (provider, provider_reason) = find(&model).map_err(|finding| vec![finding])?;
    let kept = calls.entry(call).or_default();
    let known = kept.follow(agent, &model, provider);
    let tokenizer = known.tokenizer.clone();
    let caching = known.caching;
    begins(Verb::Gather);
    let sources = Sources { view: &view, fetched: &options.fetched, config, tokenizer: &tokenizer };
    let gathered = gather::gather(agent, &selected, &sources, &mut kept.values, &mut kept.origins)?;
    begins(Verb::Compose);
    let contract = contract::contract(agent, &selected, &view, &mut kept.contract)?;
    let rules = kept.rules(&input.memory.rules, isolated);
    let (offer, offered) = kept.offer(provider, &contract, &model, &tokenizer);
    let position = Position::of(&gated.state);
    let material = Material {
        agent,
        selected: &selected,
        gathered: &gathered,
        input,
        config,
        position: &position,
        contract: &contract,
        rules: &rules,
        rounds: &options.rounds,
    };
    let unit = input.unit.as_deref();
    let key = caching.key.then(|| kept.key(unit, || fit::cache::key(agent, call, unit))).flatten();
    let Kept { origins, layers, said, seats, counts, .. } = kept;
    seats.tidy();
    let mut scale = Scale { tokenizer: &tokenizer, provider, model: &model.name, counts };
    let mut composition = compose::compose(&material, layers, said, &mut scale, origins)?;
    begins(Verb::Fit);
    let places = places(&selected);
    let words = offer.words.as_ref();
    let mut frame = Frame { model: &model, known, offered, words, places, seats, scale };
    let fitted = fit::fit(&mut composition, &material, &mut frame, origins)?;
    let cache = fit::cache::plan(key, &fitted, caching);
    let origins = Arc::clone(origins);
    let mut made = Made {
        payload: String::new(),
        gated,
        gathered,
        requests,
        composition,
        fitted,
        places,
        contract,
        offer,
        cache,
        origins,
        model,
        provider,
        provider_reason,
        tokenizer,
        overridden: input.config.clone(),
        warnings,
    };
    begins(Verb::Format);
    made.payload = format::payload(provider, &made.draft());
    let made = Arc::new(made);
    memo.keep(call, &made);
    Ok(Ok(Assembled::Call(Box::new(Assembly { agent, selected, made }))))
}

/// The assembly of the turn before, where this turn is given the very same and its model has the same
/// provider.
fn again<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    find: Finder<'_>,
    memo: &mut Memo,
) -> Result<Option<Assembly<'a>>, Vec<Diagnostic>> {
    let Some((call, made)) = memo.again(options) else { return Ok(None) };
    let (provider, reason) = find(&made.model).map_err(|finding| vec![finding])?;
    if provider.name() != made.provider.name() || reason != made.provider_reason {
        return Ok(None);
    }
    let gated = &made.gated;
    let view = View::new(input, &memo.config, &memo.roots, &gated.before, &gated.state);
    let view = narrowed(agent, call, view);
    let selected = select::select(agent, input, options, gated, &view, call)?;
    Ok(Some(Assembly { agent, selected, made }))
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
        model.provider.clone_from(&options.provider);
        model.tokenizer = None;
    }
    model
}

fn places(selected: &Selected<'_>) -> Places {
    let of = |channel: Channel| {
        selected.layers.iter().position(|layer| layer.included && layer.layer.channel == channel)
    };
    Places { history: of(Channel::History), message: of(Channel::User) }
}
