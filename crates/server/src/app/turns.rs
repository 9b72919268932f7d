//! Turns: a conversation goes on.
//!
//! Owns one turn from its request to what is stored: the lease, the input, the questions of the engine and who
//! answers them, and the commit. A turn is stored whole or not at all. It must never hold a lease that it
//! does not need, and never decide what the engine decides.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use proem::agent::input::{ActionRequest, Content, Message, TurnInput};
use proem::turn::Options;
use proem::turn::course::given::{ActionResult, Given, Recorded};
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::gather::request::Request;
use proem::turn::kept::Memo;
use proem::turn::read::stream::Shown;
use proem_store::blob::Content as Blob;
use proem_store::error::Error;
use proem_store::line::Line;
use proem_store::page::{LONGEST, Page, Paging};
use proem_store::release::Release;
use proem_store::session::{self, Lease, Session};
use proem_store::turn::{self, NewCall, NewTurn, Place, Status, Turn as Stored};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::answer::{Asked, Sending, answer, cost};
use crate::app::assemble::{serving, with_config};
use crate::app::fault::Fault;
use crate::app::segments::segments;
use crate::catalog::live::Serving;
use crate::upstream::price::Cost;

/// How often a lease that somebody else has is asked for.
const AGAIN: Duration = Duration::from_millis(20);

/// What a turn is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// The user's message; none where the agent opens or a button was pressed.
    pub message: Option<Content>,
    /// Actions that the user asked for, by a button.
    pub actions: Vec<ActionRequest>,
    /// What is handed in for context keys.
    pub input: Map<String, Json>,
    /// Versions that the caller demands.
    pub pins: BTreeMap<String, u32>,
    /// The label whose versions are used.
    pub label: Option<String>,
    /// Arms that the caller fixes.
    pub arms: BTreeMap<String, String>,
    /// Values over the agent's `config`.
    pub config: Map<String, Json>,
    /// Another model than the agent's.
    pub model: Option<String>,
    /// Whether to wait for a turn that is under way, instead of being refused.
    pub wait: bool,
}

/// Who hears of a turn while it runs.
pub(crate) trait Sink: Send {
    /// Whether anybody listens.
    fn wants(&self) -> bool;
    /// A call is made.
    fn assembled(&mut self, call: &str, provider: &str, model: &str, tokens: u32);
    /// Something that the user may read now.
    fn show(&mut self, call: &str, shown: &Shown);
}

/// Nobody listens.
pub(crate) struct Silence;

impl Sink for Silence {
    fn wants(&self) -> bool {
        false
    }

    fn assembled(&mut self, _: &str, _: &str, _: &str, _: u32) {}

    fn show(&mut self, _: &str, _: &Shown) {}
}

/// What a turn came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Done {
    /// Its number.
    pub n: u32,
    /// How far it has come.
    pub status: Status,
    /// What it came to; absent while it waits for results.
    #[serde(skip_serializing_if = "Json::is_null")]
    pub outcome: Json,
    /// Actions whose results it waits for, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_actions: Vec<ActionRequest>,
    /// The calls that were made.
    pub calls: Vec<Made>,
}

/// A call that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Made {
    /// Its name.
    pub call: String,
    /// Who answered: a provider, or `rehearsal`.
    pub answered_by: String,
    /// The provider that it was written for.
    pub provider: String,
    /// The model.
    pub model: String,
    /// Its tokens.
    pub tokens: u32,
    /// How long it took, in milliseconds.
    pub latency_ms: i64,
    /// What the provider counted.
    pub usage: Json,
    /// What it cost, where the operator has said what the model costs.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cost: Option<Cost>,
    /// Why the answer was not taken, where it was not.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refused: Option<String>,
}

/// What is stored of a turn.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The turn as it can be played again; its history is left out.
    pub turn: Recorded,
    /// How many messages of the conversation it was given.
    pub history: usize,
    /// The actions whose results it waits for.
    #[serde(default)]
    pub required: Vec<ActionRequest>,
    /// Its calls, as they were told.
    #[serde(default)]
    pub calls: Vec<Made>,
}

/// A turn under way.
struct Under<'a> {
    app: &'a App,
    who: &'a Who,
    session: Session,
    lease: Lease,
    history: Vec<Message>,
    serving: Arc<Serving>,
}

/// Runs a turn of a session.
///
/// # Errors
/// [`Fault::Held`] while another turn is under way, everything that is wrong with the input, [`Fault::Fenced`]
/// where the turn took so long that another one has begun.
pub(crate) async fn run(
    app: &App,
    who: &Who,
    id: &str,
    wish: Wish,
    sink: &mut dyn Sink,
) -> Result<Done, Fault> {
    who.may(Scope::Run)?;
    let lease = lease(app, who, id, wish.wait).await?;
    let ran = begun(app, who, id, &lease, wish, sink).await;
    if ran.is_err() {
        give_back(app, who, id, &lease).await;
    }
    ran
}

async fn begun(
    app: &App,
    who: &Who,
    id: &str,
    lease: &Lease,
    wish: Wish,
    sink: &mut dyn Sink,
) -> Result<Done, Fault> {
    let (session, records) = past(app, who, id).await?;
    if records.last().is_some_and(|(turn, _)| turn.status == Status::RequiresAction) {
        let why = "the turn before waits for the results of its actions".to_owned();
        return Err(Fault::Refused { code: "turn.waiting", why });
    }
    let history = history(&records);
    let input = TurnInput {
        state: session.state.clone(),
        history: history.clone(),
        history_from: usize::try_from(session.history_from).unwrap_or(0),
        input: wish.input,
        message: wish.message,
        actions: wish.actions,
        pins: wish.pins,
        label: wish.label,
        arms: wish.arms,
        unit: Some(session.user.clone().unwrap_or_else(|| session.id.clone())),
        id: Some(format!("{} {}", session.id, session.turns + 1)),
        now: Some(app.clock.told()),
        config: wish.config,
        ..TurnInput::default()
    };
    let serving = serving(app, who, &session.agent, &input).await?;
    let input = with_config(&serving, &input);
    let lease = lease.clone();
    let under = Under { app, who, session, lease, history, serving };
    let options = Options { model: wish.model, ..Options::default() };
    under.play(input, options, Vec::new(), None, sink).await
}

/// Goes on with a turn that waits for the results of its actions.
///
/// # Errors
/// [`Fault::Refused`] where it waits for nothing, or for another number of results.
pub(crate) async fn resume(
    app: &App,
    who: &Who,
    id: &str,
    n: u32,
    results: Vec<ActionResult>,
    sink: &mut dyn Sink,
) -> Result<Done, Fault> {
    who.may(Scope::Run)?;
    let lease = lease(app, who, id, true).await?;
    let ran = resumed(app, who, id, &lease, (n, results), sink).await;
    if ran.is_err() {
        give_back(app, who, id, &lease).await;
    }
    ran
}

async fn resumed(
    app: &App,
    who: &Who,
    id: &str,
    lease: &Lease,
    (n, results): (u32, Vec<ActionResult>),
    sink: &mut dyn Sink,
) -> Result<Done, Fault> {
    let (session, mut records) = past(app, who, id).await?;
    let last = records.pop().filter(|(turn, _)| turn.n == n);
    let waiting = last.filter(|(turn, _)| turn.status == Status::RequiresAction);
    let Some((_, record)) = waiting else {
        let why = format!("turn {n} waits for nothing");
        return Err(Fault::Refused { code: "turn.not-waiting", why });
    };
    if results.len() != record.required.len() {
        let detail = format!(
            "{} results for {} actions: one for each, in their order",
            results.len(),
            record.required.len()
        );
        return Err(Fault::mistake("/results", "turn.results", detail));
    }
    let history = history(&records);
    let mut input = record.turn.input;
    input.history.clone_from(&history);
    let serving = serving(app, who, &session.agent, &input).await?;
    let lease = lease.clone();
    let under = Under { app, who, session, lease, history, serving };
    let options = Options {
        call: record.turn.call.clone(),
        model: record.turn.model.clone(),
        ..Options::default()
    };
    let mut given = record.turn.given;
    given.push(Given::Results(results));
    under.play(input, options, given, Some(n), sink).await
}

impl Under<'_> {
    /// Plays a turn: first what it was given already, then what it asks for.
    async fn play(
        self,
        input: TurnInput,
        options: Options,
        given: Vec<Given>,
        resumes: Option<u32>,
        sink: &mut dyn Sink,
    ) -> Result<Done, Fault> {
        let key = (self.who.workspace.clone(), self.session.id.clone());
        let kept = self.app.memos.get_with(key, Arc::default);
        // Whoever has the lease is alone with it, apart from a turn that has lost its own.
        let mut memo = std::mem::take(&mut *kept.lock().unwrap_or_else(|lost| lost.into_inner()));
        let serving = Arc::clone(&self.serving);
        let find = &proem::provider::find;
        let mut turn = Turn::new(&serving.compiled, input, options, find);
        let played = self.drive(&mut turn, &mut memo, given, sink).await;
        *kept.lock().unwrap_or_else(|lost| lost.into_inner()) = memo;
        let (asked, came) = played?;
        self.store(&turn, asked, came, resumes).await
    }

    async fn drive(
        &self,
        turn: &mut Turn<'_>,
        memo: &mut Memo,
        given: Vec<Given>,
        sink: &mut dyn Sink,
    ) -> Result<(Vec<Asked>, Came), Fault> {
        let mut given = given.into_iter();
        let mut asked = Vec::new();
        let deadline = tokio::time::Instant::now() + self.app.config.turn();
        loop {
            let next = turn.next(memo).map_err(|findings| Fault::findings(&findings))?;
            let (sending, wants) = match next {
                Next::Done(outcome) => return Ok((asked, Came::Done(Box::new(outcome.clone())))),
                Next::Gather(requests) => (None, Wants::Values(requests.to_vec())),
                Next::Perform(requests) => (None, Wants::Results(requests.to_vec())),
                Next::Call(assembly) => {
                    let tokens = assembly.tokens().total;
                    let sending = Sending::of(assembly, &self.serving);
                    let (call, provider) = (assembly.call_name(), assembly.provider().name());
                    sink.assembled(call, provider, &assembly.model().name, tokens);
                    (Some(sending), Wants::Reply)
                }
            };
            let next = match (given.next(), wants) {
                (Some(known), wants) => {
                    if matches!(wants, Wants::Reply) {
                        asked.push(Asked {
                            by: "record".to_owned(),
                            latency: 0,
                            usage: Json::Null,
                            status: "ok",
                        });
                    }
                    known
                }
                (None, Wants::Values(requests)) => Given::Values(self.gather(&requests).await),
                (None, Wants::Results(requests)) => {
                    return Ok((asked, Came::Requires(requests)));
                }
                (None, Wants::Reply) => {
                    let Some(sending) = sending else { continue };
                    let answered = answer(self.app, &self.serving, turn, memo, &sending, sink);
                    match tokio::time::timeout_at(deadline, answered).await {
                        Ok((given, how)) => {
                            asked.push(how);
                            given
                        }
                        Err(_) => {
                            asked.push(Asked {
                                by: String::new(),
                                latency: 0,
                                usage: Json::Null,
                                status: "failed",
                            });
                            Given::Failed("the turn has had all its time".to_owned())
                        }
                    }
                }
            };
            turn.resume(next).map_err(|misplaced| Fault::Refused {
                code: "turn.changed",
                why: format!("the agent has changed since the turn began: {misplaced}"),
            })?;
        }
    }

    /// The values of context keys that the engine asks for.
    async fn gather(&self, requests: &[Request]) -> BTreeMap<String, Json> {
        let mut values = BTreeMap::new();
        for request in requests {
            let Request::Http { key, url, timeout_ms } = request else { continue };
            let Some(pages) = &self.app.pages else { continue };
            match pages.fetch(url, Duration::from_millis(u64::from(*timeout_ms))).await {
                Ok(text) => {
                    values.insert(key.clone(), Json::from(&*text));
                }
                // The key has its default then, and the manifest says so.
                Err(why) => tracing::warn!(key, %why, "a page was not fetched"),
            }
        }
        values
    }

    /// Writes the turn and the state that it leaves.
    async fn store(
        &self,
        turn: &Turn<'_>,
        asked: Vec<Asked>,
        came: Came,
        resumes: Option<u32>,
    ) -> Result<Done, Fault> {
        let mut recorded = turn.recorded();
        recorded.input.history = Vec::new();
        let (status, required, outcome) = match &came {
            Came::Done(outcome) => (Status::Done, Vec::new(), Some(outcome)),
            Came::Requires(requests) => (Status::RequiresAction, requests.clone(), None),
        };
        let (calls, made, releases) = self.calls(turn, &asked);
        let record = Record {
            turn: recorded,
            history: self.history.len(),
            required: required.clone(),
            calls: made.clone(),
        };
        let from = outcome.map_or(self.session.history_from, |outcome| {
            u32::try_from(outcome.history_from).unwrap_or(u32::MAX)
        });
        let state = outcome.map_or(&self.session.state, |outcome| &outcome.next);
        let already = resumes.map_or(0, |_| turn.calls().len() - calls.len());
        let new = NewTurn {
            resumes,
            status,
            record: serde_json::to_string(&record)
                .map_err(|error| Fault::Broken(error.to_string()))?,
            idempotency_key: None,
            calls: calls.into_iter().skip(already).collect(),
            releases,
            state: state.clone(),
            history_from: from,
            epoch: self.serving.epoch,
            meta: None,
            ends_lease: true,
        };
        let place = Place {
            workspace: self.who.workspace.clone(),
            session: self.session.id.clone(),
            fence: self.lease.fence,
        };
        let input = (place, new, self.app.clock.now());
        let n = self
            .app
            .store
            .write(input, |tx, (place, new, now)| Box::pin(turn::commit(tx, place, new, *now)))
            .await?;
        let outcome = outcome.map(|outcome| json!(outcome)).unwrap_or_default();
        Ok(Done { n, status, outcome, required_actions: required, calls: made })
    }

    fn calls(&self, turn: &Turn<'_>, asked: &[Asked]) -> (Vec<NewCall>, Vec<Made>, Vec<Release>) {
        let (mut calls, mut made, mut releases) = (Vec::new(), Vec::new(), Vec::new());
        for (at, called) in turn.calls().iter().enumerate() {
            let manifest = called.assembly.manifest();
            let how = asked.get(at);
            let by = how.map(|how| how.by.clone()).unwrap_or_default();
            let cost = cost(self.app, &manifest, how);
            let total = cost.as_ref().map_or(0.0, |cost| cost.total);
            made.push(Made {
                call: manifest.call.clone(),
                answered_by: by,
                provider: manifest.provider.clone(),
                model: manifest.model.clone(),
                tokens: manifest.tokens.total,
                latency_ms: how.map_or(0, |how| how.latency),
                usage: how.map(|how| how.usage.clone()).unwrap_or_default(),
                cost,
                refused: called.refused.clone(),
            });
            // A call from the record was stored when it was made.
            if how.is_some_and(|how| how.by == "record") {
                continue;
            }
            releases.push(self.release(&manifest));
            calls.push(NewCall {
                call: manifest.call.clone(),
                provider: manifest.provider.clone(),
                model: manifest.model.clone(),
                release: manifest.release.clone(),
                segments: segments(&called.assembly.payload).map(Blob::new).collect(),
                manifest: serde_json::to_string(&manifest).unwrap_or_default(),
                usage: how.map(|how| how.usage.clone()).unwrap_or_default(),
                cost: total,
                latency: how.map_or(0, |how| how.latency),
                status: how.map_or("failed", |how| how.status).to_owned(),
            });
        }
        (calls, made, releases)
    }

    fn release(&self, manifest: &proem::turn::account::manifest::Manifest) -> Release {
        let agent = &self.session.agent;
        let prompts = manifest.layers.iter().flat_map(|layer| &layer.prompts);
        let prompts = prompts.filter_map(|prompt| {
            Some((
                Line::prompt(agent, &prompt.name),
                prompt.version.filter(|version| *version > 0)?,
            ))
        });
        Release {
            hash: manifest.release.clone(),
            agent: agent.clone(),
            agent_version: self.serving.version,
            prompts: prompts.collect(),
        }
    }
}

/// What a turn waits for, apart from the turn itself.
enum Wants {
    Values(Vec<Request>),
    Reply,
    Results(Vec<ActionRequest>),
}

/// How far a turn came.
enum Came {
    Done(Box<Outcome>),
    Requires(Vec<ActionRequest>),
}

/// Takes the lease of a session; where somebody else has it, waits as long as a turn may take.
async fn lease(app: &App, who: &Who, id: &str, wait: bool) -> Result<Lease, Fault> {
    let owner = app.clock.id();
    let deadline = tokio::time::Instant::now() + app.config.turn();
    loop {
        let now = app.clock.now();
        let until = now + i64::try_from(app.config.lease).unwrap_or(i64::MAX / 2);
        let input = (who.workspace.clone(), id.to_owned(), owner.clone(), now, until);
        let taken = app
            .store
            .write(input, |tx, (of, id, owner, now, until)| {
                Box::pin(session::acquire(tx, of, id, owner, *now, *until))
            })
            .await;
        match taken {
            Err(Error::Held { .. }) if wait && tokio::time::Instant::now() < deadline => {
                tokio::time::sleep(AGAIN).await;
            }
            taken => return Ok(taken?),
        }
    }
}

async fn give_back(app: &App, who: &Who, id: &str, lease: &Lease) {
    let input = (who.workspace.clone(), id.to_owned(), lease.clone());
    let given = app
        .store
        .write(input, |tx, (of, id, lease)| Box::pin(session::release(tx, of, id, lease)))
        .await;
    if let Err(error) = given {
        tracing::debug!(%error, "a lease was not given back and runs out by itself");
    }
}

/// A session with its turns, as they were stored.
async fn past(app: &App, who: &Who, id: &str) -> Result<(Session, Vec<(Stored, Record)>), Fault> {
    let mut paging = Paging { limit: LONGEST, after: None };
    let mut found = Vec::new();
    loop {
        let input = (who.workspace.clone(), id.to_owned(), paging.clone());
        let (session, page): (Session, Page<Stored>) = app
            .store
            .read(input, |tx, (of, id, paging)| {
                Box::pin(async move {
                    let session = session::get(tx, of, id).await?;
                    Ok((session, turn::list(tx, of, id, paging).await?))
                })
            })
            .await?;
        for stored in page.items {
            let record = read(&stored)?;
            found.push((stored, record));
        }
        match page.next {
            Some(next) => paging.after = Some(next),
            None => return Ok((session, found)),
        }
    }
}

/// What was stored of a turn.
///
/// # Errors
/// [`Fault::Broken`] where it cannot be read.
pub(crate) fn read(stored: &Stored) -> Result<Record, Fault> {
    serde_json::from_str(&stored.record)
        .map_err(|error| Fault::Broken(format!("the record of turn {}: {error}", stored.n)))
}

/// The messages of the turns, in order.
fn history(records: &[(Stored, Record)]) -> Vec<Message> {
    let added = records.iter().filter_map(|(_, record)| {
        let history = record.turn.outcome.get("history")?.clone();
        serde_json::from_value::<Vec<Message>>(history).ok()
    });
    added.flatten().collect()
}
