//! A turn is played.
//!
//! Owns the input of a turn, the questions of the engine, and who answers them. It must never store anything.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use proem::agent::input::{ActionRequest, Message, TurnInput};
use proem::agent::state::{Scope, State};
use proem::turn::Options;
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::gather::request::Request;
use proem::turn::kept::Memo;
use proem_store::job::Job;
use proem_store::session::{self, Session};
use proem_store::turn::{self, Status};
use proem_store::user::{self, User};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::app::App;
use crate::app::access::Who;
use crate::app::answer::{Asked, Sending, answer};
use crate::app::assemble::{serving, with_config};
use crate::app::fault::Fault;
use crate::app::shared;
use crate::app::turns::commit::{commit, commit_behind};
use crate::app::turns::course::{Course, Teller};
use crate::app::turns::kept::{self, Past, past, place};
use crate::app::turns::lease::{self, Held};
use crate::app::turns::{Sink, Wish, read, remembered};
use crate::catalog::live::Serving;

/// A turn under way.
pub(super) struct Under<'a> {
    pub app: &'a App,
    pub of: &'a str,
    pub session: &'a Session,
    /// The user, where something is known of them.
    pub user: Option<&'a User>,
    pub serving: Arc<Serving>,
    /// How many messages of the conversation it is given.
    pub history: usize,
    /// The turn that goes on with this.
    pub resumes: Option<u32>,
    /// How many of its calls are stored.
    pub stored: usize,
}

/// What a turn came to, before it is stored.
pub(super) struct Played<'t> {
    pub turn: Turn<'t>,
    pub asked: Vec<Asked>,
    /// The versions of prompts that were sent, where the turn may have to wait for results.
    pub sent: BTreeMap<String, u32>,
    pub came: Came,
}

/// What a turn is played from.
struct Begin {
    input: TurnInput,
    options: Options,
    /// What it was given before.
    given: Vec<Given>,
    /// How the answers among that came about.
    asked: Vec<Asked>,
}

/// How far a turn came.
pub(super) enum Came {
    /// To its end.
    Done(Box<Outcome>),
    /// To actions whose results it waits for.
    Requires(Vec<ActionRequest>),
}

/// Runs the next turn of a session.
pub(super) async fn begun(
    app: &App,
    who: &Who,
    held: &Held,
    wish: Wish,
    course: &Arc<Course>,
) -> Result<String, Fault> {
    let Held { session, user, .. } = held;
    let of = who.workspace.as_str();
    let past = past(app, of, session).await?;
    if past.waits {
        let why = "the turn before waits for the results of its actions".to_owned();
        return Err(Fault::Refused { code: "turn.waiting", why });
    }
    let mut input = TurnInput {
        history: past.history.clone(),
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
        memory: remembered::given(app, of, session, recalls(user.as_ref(), session)).await?,
        ..TurnInput::default()
    };
    let serving = serving(app, who, &session.agent, &input).await?;
    input.state = state_of(&serving, session, user.as_ref());
    let input = with_config(&serving, &input);
    let history = past.history.len();
    let user = user.as_ref();
    let under = Under { app, of, session, user, serving, history, resumes: None, stored: 0 };
    let options = Options { model: wish.model, ..Options::default() };
    let begin = Begin { input, options, given: Vec::new(), asked: Vec::new() };
    told(&under, held, &past, begin, course).await
}

/// Goes on with a turn that waits for the results of its actions.
pub(super) async fn resumed(
    app: &App,
    who: &Who,
    held: &Held,
    (n, results): (u32, Vec<ActionResult>),
    course: &Arc<Course>,
) -> Result<String, Fault> {
    let Held { session, user, .. } = held;
    let of = who.workspace.as_str();
    let input = (of.to_owned(), session.id.clone(), n);
    let stored =
        app.store.read(input, |tx, (of, id, n)| Box::pin(turn::get(tx, of, id, *n))).await?;
    let record = read(&stored)?;
    if stored.status != Status::RequiresAction {
        let why = format!("turn {n} waits for nothing");
        return Err(Fault::Refused { code: "turn.not-waiting", why });
    }
    if results.len() != record.required.len() {
        let detail = format!(
            "{} results for {} actions: one for each, in their order",
            results.len(),
            record.required.len()
        );
        return Err(Fault::mistake("/results", "turn.results", detail));
    }
    let past = past(app, of, session).await?;
    let mut input = record.turn.input;
    input.history = begins(&past, record.history);
    let serving = match &record.versions {
        Some(versions) => versions.serving(app, of, &session.agent, &input).await?,
        None => serving(app, who, &session.agent, &input).await?,
    };
    let (history, user) = (record.history, user.as_ref());
    let stored = record.calls.len();
    let under = Under { app, of, session, user, serving, history, resumes: Some(n), stored };
    let options = Options {
        call: record.turn.call.clone(),
        model: record.turn.model.clone(),
        ..Options::default()
    };
    let mut given = record.turn.given;
    given.push(Given::Results(results));
    let begin = Begin { input, options, given, asked: record.asked };
    told(&under, held, &past, begin, course).await
}

/// A call behind a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Behind {
    /// The turn.
    pub n: u32,
    /// The call.
    pub call: String,
}

/// Makes a call behind a turn. The session goes on meanwhile; what the call does is written when no turn is under
/// way.
///
/// # Errors
/// Why it was not done; it may be tried again.
pub(crate) async fn background(app: &App, job: &Job) -> Result<(), Fault> {
    let of = job.workspace.as_str();
    let behind: Behind = serde_json::from_str(&job.payload)
        .map_err(|error| Fault::Broken(format!("job {}: {error}", job.id)))?;
    let id = job.session.clone().unwrap_or_default();
    let input = (of.to_owned(), id, behind.n);
    let (session, user, stored) = app
        .store
        .read(input, |tx, (of, id, n)| {
            Box::pin(async move {
                let session = session::get(tx, of, id).await?;
                let user = match &session.user {
                    Some(user) => lease::known(user::get(tx, of, user).await)?,
                    None => None,
                };
                Ok((session, user, turn::get(tx, of, id, *n).await?))
            })
        })
        .await?;
    let record = read(&stored)?;
    let past = past(app, of, &session).await?;
    let mut input = record.turn.input;
    let who = Who::operator(of, "background");
    let serving = serving(app, &who, &session.agent, &input).await?;
    input.state = state_of(&serving, &session, user.as_ref());
    // What holds for the turn alone is what it left.
    for key in serving.compiled.agent.state.iter().filter(|key| key.scope == Scope::Turn) {
        if let Some(value) = record.turn.outcome["state"].get(&key.name) {
            input.state.insert(key.name.clone(), value.clone());
        }
    }
    input.history = begins(&past, record.history);
    input.actions.clear();
    input.memory = remembered::given(app, of, &session, recalls(user.as_ref(), &session)).await?;
    input.id = Some(format!("{} {} {}", session.id, behind.n, behind.call));
    input.now = Some(app.clock.told());
    let (session, user, history) = (&session, user.as_ref(), record.history);
    let under = Under { app, of, session, user, serving, history, resumes: None, stored: 0 };
    let options = Options { call: Some(behind.call), ..Options::default() };
    let serving = Arc::clone(&under.serving);
    let mut teller = Teller::new(Arc::new(Course::new(false)));
    let mut memo = Memo::default();
    let begin = Begin { input, options, given: Vec::new(), asked: Vec::new() };
    let played = drive(&under, &serving, begin, &mut memo, &mut teller);
    commit_behind(&under, played.await?, job).await
}

/// The first messages of a conversation.
fn begins(past: &Past, count: usize) -> Vec<Message> {
    past.history.iter().take(count).cloned().collect()
}

/// The state that a turn begins with. What is shared with other sessions comes from the user; a session that is
/// incognito has it from there once and then keeps its own.
fn state_of(serving: &Serving, session: &Session, user: Option<&User>) -> State {
    let own = is_incognito(session, &session.state) && session.turns > 0;
    shared::with_user(serving, &session.state, user.filter(|_| !own))
}

/// Whether nothing of a session is to be remembered.
pub(super) fn is_incognito(session: &Session, state: &State) -> bool {
    session.incognito || state.get("incognito") == Some(&Json::Bool(true))
}

/// Whether earlier sessions may be brought up: where there is a user, unless they said no.
fn recalls(user: Option<&User>, session: &Session) -> bool {
    let said = user.and_then(|user| user.state.get(remembered::RECALL));
    session.user.is_some() && said != Some(&Json::Bool(false))
}

/// Plays a turn while its lease is kept, stores it, and tells what it came to.
async fn told(
    under: &Under<'_>,
    held: &Held,
    past: &Past,
    begin: Begin,
    course: &Arc<Course>,
) -> Result<String, Fault> {
    let Under { app, of, session, .. } = under;
    let place = place(app, of, &session.id);
    // Whoever has the lease is alone with it, apart from a turn that has lost its own.
    let mut memo = std::mem::take(&mut place.lock().unwrap_or_else(PoisonError::into_inner).memo);
    let serving = Arc::clone(&under.serving);
    let mut teller = Teller::new(Arc::clone(course));
    let played = tokio::select! {
        biased;
        () = course.cancelled() => Err(Fault::Refused {
            code: "turn.cancelled",
            why: "the turn was cancelled, and nothing of it was stored".to_owned(),
        }),
        lost = lease::keep(app, of, &session.id, &held.lease) => Err(lost),
        played = drive(under, &serving, begin, &mut memo, &mut teller) => played,
    };
    place.lock().unwrap_or_else(PoisonError::into_inner).memo = memo;
    let played = played?;
    let (record, text) = commit(under, held, &played).await?;
    kept::add(app, of, session, past, &record);
    if let Came::Done(outcome) = &played.came {
        teller.outcome(outcome);
        if !outcome.background.is_empty() {
            app.wake.notify_one();
        }
    }
    Ok(text)
}

/// Plays a turn: first what it was given already, then what it asks for.
async fn drive<'t>(
    under: &Under<'_>,
    serving: &'t Serving,
    begin: Begin,
    memo: &mut Memo,
    sink: &mut dyn Sink,
) -> Result<Played<'t>, Fault> {
    let Begin { input, options, given, .. } = begin;
    let mut turn = Turn::new(&serving.compiled, input, options, &proem::provider::find);
    let (mut given, mut before) = (given.into_iter(), begin.asked.into_iter());
    let (mut asked, mut sent) = (Vec::new(), BTreeMap::new());
    let may_wait = serving.compiled.agent.actions.iter().any(|action| action.returns.is_some());
    let deadline = tokio::time::Instant::now() + under.app.config.turn();
    loop {
        let next = turn.next(memo).map_err(|findings| Fault::findings(&findings))?;
        let (sending, wants) = match next {
            Next::Done(outcome) => {
                if let Some(mistake) = mistaken(outcome, false) {
                    return Err(mistake);
                }
                let came = Came::Done(Box::new(outcome.clone()));
                return Ok(Played { turn, asked, sent, came });
            }
            Next::Gather(requests) => (None, Wants::Values(requests.to_vec())),
            Next::Perform(requests) => (None, Wants::Results(requests.to_vec())),
            Next::Call(assembly) => {
                let tokens = assembly.tokens().total;
                let sending = Sending::of(assembly, serving);
                let (call, provider) = (assembly.call_name(), assembly.provider().name());
                if may_wait {
                    let layers = assembly.manifest().layers.into_iter();
                    let prompts = layers.flat_map(|layer| layer.prompts);
                    sent.extend(prompts.filter_map(|one| Some((one.name, one.version?))));
                }
                sink.assembled(call, provider, &assembly.model().name, tokens);
                (Some(sending), Wants::Reply)
            }
        };
        let next = match (given.next(), wants) {
            (Some(known), wants) => {
                if matches!(wants, Wants::Reply) {
                    asked.push(before.next().unwrap_or_default());
                }
                known
            }
            (None, Wants::Values(requests)) => Given::Values(gather(under, &requests).await?),
            (None, Wants::Results(requests)) => {
                let came = Came::Requires(requests);
                return Ok(Played { turn, asked, sent, came });
            }
            (None, Wants::Reply) => {
                let Some(sending) = sending else { continue };
                let answered = answer(under.app, serving, &mut turn, memo, &sending, sink);
                match tokio::time::timeout_at(deadline, answered).await {
                    Ok((given, how)) => {
                        asked.push(how);
                        given
                    }
                    Err(_) => {
                        asked.push(Asked { status: "failed".to_owned(), ..Asked::default() });
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

/// What in an outcome is the caller's to mend: whoever wants another core than the sealed one is refused, and
/// nothing of that is a turn. Where there are drafts, all that keeps them from being assembled is.
pub(super) fn mistaken(outcome: &Outcome, drafts: bool) -> Option<Fault> {
    let findings = &outcome.failure.as_ref()?.findings;
    let sealed = findings.iter().any(|finding| finding.code == "sealed.override");
    (sealed || (drafts && !findings.is_empty())).then(|| Fault::findings(findings))
}

/// What a turn waits for, apart from the turn itself.
enum Wants {
    Values(Vec<Request>),
    Reply,
    Results(Vec<ActionRequest>),
}

/// The values of context keys that the engine asks for.
async fn gather(under: &Under<'_>, requests: &[Request]) -> Result<BTreeMap<String, Json>, Fault> {
    let mut values = BTreeMap::new();
    for request in requests {
        match request {
            Request::Memory { key, query, limit } => {
                let found =
                    remembered::search(under.app, under.of, under.session, query, *limit).await?;
                values.insert(key.clone(), json!(found));
            }
            Request::Http { key, url, timeout_ms } => {
                let Some(pages) = &under.app.pages else { continue };
                match pages.fetch(url, Duration::from_millis(u64::from(*timeout_ms))).await {
                    Ok(text) => {
                        values.insert(key.clone(), Json::from(&*text));
                    }
                    // The key has its default then, and the manifest says so.
                    Err(why) => tracing::warn!(key, %why, "a page was not fetched"),
                }
            }
        }
    }
    Ok(values)
}
