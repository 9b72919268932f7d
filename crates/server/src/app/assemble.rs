//! Assembling a call without making it.
//!
//! Owns what a caller may hand in (a turn's input, or a session and a message) and what it gets. It must
//! never store anything, drafts least of all.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use proem::agent::input::{Message, TurnInput};
use proem::agent::model::Model;
use proem::agent::name::PromptName;
use proem::agent::written::{Written, keep};
use proem::diagnostic::Diagnostic;
use proem::turn::account::manifest::Manifest;
use proem::turn::format::Provider;
use proem::turn::gather::request::Request;
use proem::turn::kept::Memo;
use proem::turn::{self as engine, Assembled, Options, Ready};
use proem_store::line::Line;
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::{Fault, Mistake};
use crate::app::histories::Begun;
use crate::app::load;
use crate::catalog::live::Serving;

/// What is to be assembled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// The input of the turn.
    pub input: TurnInput,
    /// The call, instead of the turn's own.
    pub call: Option<String>,
    /// The provider, instead of the one of the model.
    pub provider: Option<String>,
    /// The model, instead of the agent's.
    pub model: Option<String>,
    /// Bodies in place of stored versions, by prompt.
    pub drafts: BTreeMap<String, String>,
    /// Values of context keys that the caller has fetched.
    pub fetched: BTreeMap<String, Json>,
    /// Whether the account is wanted: writing it takes as long as assembling.
    pub manifest: bool,
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Made {
    /// A call.
    Call(Box<Assembly>),
    /// The gate ended the turn.
    Said {
        /// What is said.
        text: String,
        /// What rows asked for.
        actions: Vec<String>,
        /// The state behind the gate.
        state: Map<String, Json>,
    },
}

/// A call that was assembled.
#[derive(Debug)]
pub(crate) struct Assembly {
    /// The call.
    pub call: String,
    /// What exactly made it.
    pub release: String,
    /// The provider.
    pub provider: &'static str,
    /// The model.
    pub model: String,
    /// Its tokens.
    pub tokens: u32,
    made: Arc<engine::Made>,
    /// Its account, where it was wanted.
    pub manifest: Option<Manifest>,
    /// What a host would still have to fetch.
    pub requests: Vec<Request>,
}

impl Assembly {
    /// A call as it is told.
    pub(crate) fn of(
        assembly: &proem::turn::Assembly<'_>,
        manifest: bool,
        requests: Vec<Request>,
    ) -> Self {
        Self {
            call: assembly.call_name().to_owned(),
            release: assembly.release(),
            provider: assembly.provider().name(),
            model: assembly.model().name.clone(),
            tokens: assembly.tokens().total,
            made: Arc::clone(assembly.made()),
            manifest: manifest.then(|| assembly.manifest()),
            requests,
        }
    }

    /// What was made: the provider's payload, as JSON text.
    pub(crate) fn made(&self) -> Arc<engine::Made> {
        Arc::clone(&self.made)
    }
}

/// The history of a caller who sends the whole of it.
pub(crate) struct History<'t> {
    /// What of it is known.
    pub begun: Begun<'t>,
    /// The messages behind that.
    pub new: Vec<Written<'t>>,
}

/// Assembles a call of an agent. The history is that of the caller, who sends the whole of it.
///
/// # Errors
/// Everything that is wrong with the input; [`Fault::Forbidden`] for drafts without the right to edit.
pub(crate) async fn assemble(
    app: &App,
    who: &Who,
    agent: &str,
    mut wish: Wish,
    History { begun, new }: History<'_>,
) -> Result<Made, Fault> {
    who.may(Scope::Run)?;
    if !wish.drafts.is_empty() {
        who.may(Scope::Edit)?;
    }
    let serving = serving(app, who, agent, &wish.input).await?;
    let conversation = conversation(agent, &wish.input, begun.messages(), &new);
    let place = app.memos.place(&who.workspace, conversation);
    with_config(&serving, &mut wish.input);
    let mut memo = place.take();
    let mut history = begun.messages().to_vec();
    history.extend(keep(new, memo.history().get(history.len()..).unwrap_or_default()));
    app.histories.keep(begun, &history);
    wish.input.history = history;
    let made = made(&serving, &wish, &mut memo);
    app.memos.give(&place, memo);
    made
}

/// What conversations of callers who send the whole of it are told apart by: how they begin. A memo of
/// another conversation changes no byte; it only saves less.
fn conversation(agent: &str, input: &TurnInput, known: &[Message], new: &[Written<'_>]) -> String {
    let mut hasher = DefaultHasher::new();
    input.unit.hash(&mut hasher);
    let known = known.iter().map(|message| message.content.text());
    for text in known.chain(new.iter().map(Written::text)).take(2) {
        text.hash(&mut hasher);
    }
    format!("of {agent} {:016x}", hasher.finish())
}

/// The agent that serves a turn, with every version that its pins name.
///
/// # Errors
/// [`Fault::Missing`] for an agent that is not served, [`Fault::Invalid`] for a version that is not there.
pub(crate) async fn serving(
    app: &App,
    who: &Who,
    agent: &str,
    input: &TurnInput,
) -> Result<Arc<Serving>, Fault> {
    let missing = || match app.live.broken(&who.workspace, agent) {
        Some(findings) => Fault::findings(&findings),
        None => Fault::Missing { kind: "agent", id: agent.to_owned() },
    };
    let found = app.live.get(&who.workspace, agent).ok_or_else(missing)?;
    let pins = input.pins.iter().map(|(name, version)| (Line::prompt(agent, name), *version));
    let unknown: BTreeSet<_> = pins.filter(|pin| !found.ids.contains_key(pin)).collect();
    if unknown.is_empty() {
        return Ok(found);
    }
    match load::stored(app, &who.workspace, agent, unknown.clone()).await {
        Ok(_) => {
            app.live.pin(&who.workspace, agent, &unknown);
            load::refresh(app, &who.workspace, agent).await?;
            app.live.get(&who.workspace, agent).ok_or_else(missing)
        }
        Err(proem_store::error::Error::NotFound { id, .. }) => {
            let detail = format!("there is no version {id}");
            Err(Fault::mistake("/pins", "pin.unknown", detail))
        }
        Err(other) => Err(other.into()),
    }
}

/// Puts what replaces members of the agent's `config` in this workspace under what the turn itself replaces.
pub(crate) fn with_config(serving: &Serving, input: &mut TurnInput) {
    if !serving.config.is_empty() {
        let own = std::mem::replace(&mut input.config, serving.config.clone());
        input.config.extend(own);
    }
}

/// What there is to fetch before a call can be assembled whole, or the call.
///
/// # Errors
/// Everything that is wrong with the input.
pub(crate) fn ready<'s>(
    serving: &'s Serving,
    wish: &Wish,
    memo: &mut Memo,
) -> Result<Ready<'s>, Fault> {
    let (options, find) = (options(wish)?, finder(wish.provider.clone()));
    let made =
        engine::ready(&serving.compiled, &wish.input, &options, &find, memo, &BTreeSet::new());
    made.map_err(|findings| Fault::findings(&findings))
}

/// Assembles a call of an agent that is compiled, whether or not there is something to fetch for it.
///
/// # Errors
/// Everything that is wrong with the input.
pub(crate) fn made(serving: &Serving, wish: &Wish, memo: &mut Memo) -> Result<Made, Fault> {
    let (options, find) = (options(wish)?, finder(wish.provider.clone()));
    let made = engine::assemble(&serving.compiled, &wish.input, &options, &find, memo);
    Ok(told(made.map_err(|findings| Fault::findings(&findings))?, wish))
}

/// What was assembled, as it is told.
pub(crate) fn told(assembled: Assembled<'_>, wish: &Wish) -> Made {
    match assembled {
        Assembled::Call(assembly) => {
            let open = assembly.requests().iter();
            let open = open.filter(|request| !wish.fetched.contains_key(request.key()));
            Made::Call(Box::new(Assembly::of(&assembly, wish.manifest, open.cloned().collect())))
        }
        Assembled::Said { text, actions, gated } => {
            Made::Said { text, actions, state: Map::clone(&gated.state) }
        }
    }
}

/// Finds providers of models; the one that the caller wants instead of a model's own.
#[expect(
    clippy::result_large_err,
    reason = "findings are rare, and boxing them would spread to every caller"
)]
pub(crate) fn finder(
    wanted: Option<String>,
) -> impl Fn(&Model) -> Result<(&'static dyn Provider, String), Diagnostic> + Send + Sync {
    move |model| proem::provider::find_or(wanted.as_deref(), model)
}

fn options(wish: &Wish) -> Result<Options, Fault> {
    let mut drafts = BTreeMap::new();
    let mut mistakes = Vec::new();
    for (name, body) in &wish.drafts {
        match PromptName::parse(name) {
            Ok(name) => {
                drafts.insert(name, body.clone());
            }
            Err(why) => {
                mistakes.push(Mistake::at(format!("/drafts/{name}"), "prompt.name", why));
            }
        }
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    Ok(Options {
        call: wish.call.clone(),
        model: wish.model.clone(),
        drafts,
        fetched: wish.fetched.clone(),
        ..Options::default()
    })
}
