//! A turn from its input to the store.
//!
//! Owns what goes into a turn: the next one, one that has waited for results, a call behind one. It must never
//! answer a question of the engine.

use std::sync::Arc;

use proem::agent::call::Run;
use proem::agent::input::{Message, TurnInput};
use proem::agent::state::Scope;
use proem::turn::Options;
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::kept::Memo;
use proem_store::job::Job;
use proem_store::session::{Lease, Session};
use proem_store::turn::{self, Status, Turn as Stored};
use proem_store::{session, user};

use crate::app::App;
use crate::app::access::Who;
use crate::app::actions::Where;
use crate::app::assemble::serving;
use crate::app::fault::Fault;
use crate::app::load;
use crate::app::shared::{is_incognito, state_of};
use crate::app::turns::ahead::{Ahead, ahead};
use crate::app::turns::ask::Wish;
use crate::app::turns::beside;
use crate::app::turns::commit::{Key, commit, commit_behind};
use crate::app::turns::course::{Course, Teller};
use crate::app::turns::kept::{self, Past, past};
use crate::app::turns::lease::{self, Held};
use crate::app::turns::play::{drive, go_on};
use crate::app::turns::record::{Begun, read};
use crate::app::turns::remembered;
use crate::app::turns::under::{Begin, Behind, Came, Played, Under, deadline, recalls};
use crate::catalog::live::Serving;

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
    let asked = TurnInput {
        input: wish.input,
        message: wish.message,
        actions: wish.actions,
        pins: wish.pins,
        label: wish.label,
        arms: wish.arms,
        config: wish.config,
        ..TurnInput::default()
    };
    let user = user.as_ref();
    let Ahead { input, serving } = ahead(app, who, (session, user), (&past, None), asked).await?;
    is_asked(&serving, wish.call.as_deref())?;
    let history = past.history.len();
    let deadline = deadline(app);
    let (resumes, stored) = (None, 0);
    let under = Under { app, of, session, user, serving, history, resumes, stored, deadline };
    let options = Options { call: wish.call, model: wish.model, ..Options::default() };
    let begin = Begin { input, options, given: Vec::new(), asked: Vec::new() };
    told(under, (&held.lease, key(held)), &past, begin, course).await
}

/// The turn of a session that waits for actions of the service: whoever was to perform them has gone.
///
/// # Errors
/// Those of the database.
pub(super) async fn begun_before(app: &App, of: &str, held: &Held) -> Result<Option<u32>, Fault> {
    let Some(n) = past(app, of, &held.session).await?.waits else { return Ok(None) };
    let record = read(&turn_of(app, of, &held.session, n).await?)?;
    Ok(record.begun.iter().any(Begun::is_due).then_some(n))
}

/// Goes on with a turn that waits for actions of the service. Whoever asked for it then is answered.
///
/// # Errors
/// Why it does not go on.
pub(super) async fn ended(app: &App, who: &Who, held: &Held, n: u32) -> Result<(), Fault> {
    let stored = turn_of(app, &who.workspace, &held.session, n).await?;
    let key = stored.idempotency_key.clone().map_or(Key::None, Key::Tied);
    let course = Arc::new(Course::new(false));
    again(app, who, held, (stored, None), key, &course).await.map(|_| ())
}

/// Refuses a call that is not made because somebody asks for it: a turn makes those by itself.
fn is_asked(serving: &Serving, call: Option<&str>) -> Result<(), Fault> {
    let Some(name) = call else { return Ok(()) };
    match serving.compiled.agent.call(name).map(|call| call.run) {
        Some(Run::Asked) => Ok(()),
        Some(_) => {
            let detail = format!("`{name}` is no call with `run: asked`: turns make it themselves");
            Err(Fault::mistake("/call", "call.not-asked", detail))
        }
        None => {
            let detail = format!("there is no call `{name}`");
            Err(Fault::mistake("/call", "call.unknown", detail))
        }
    }
}

/// Goes on with a turn that waits for the results of its actions.
pub(super) async fn resumed(
    app: &App,
    who: &Who,
    held: &Held,
    (n, results): (u32, Vec<ActionResult>),
    course: &Arc<Course>,
) -> Result<String, Fault> {
    let stored = turn_of(app, &who.workspace, &held.session, n).await?;
    again(app, who, held, (stored, Some(results)), key(held), course).await
}

async fn turn_of(app: &App, of: &str, session: &Session, n: u32) -> Result<Stored, Fault> {
    let input = (of.to_owned(), session.id.clone(), n);
    Ok(app.store.read(input, |tx, (of, id, n)| Box::pin(turn::get(tx, of, id, *n))).await?)
}

/// Goes on with a turn that was stored: with the results that its caller gives, or to where it asks for them.
async fn again(
    app: &App,
    who: &Who,
    held: &Held,
    (stored, results): (Stored, Option<Vec<ActionResult>>),
    key: Key,
    course: &Arc<Course>,
) -> Result<String, Fault> {
    let Held { session, user, .. } = held;
    let (of, n) = (who.workspace.as_str(), stored.n);
    let record = read(&stored)?;
    if stored.status != Status::RequiresAction {
        let why = format!("turn {n} waits for nothing");
        return Err(Fault::Refused { code: "turn.not-waiting", why });
    }
    let count = results.as_ref().map_or(record.required.len(), Vec::len);
    if count != record.required.len() {
        let detail = format!(
            "{count} results for {} actions: one for each, in their order",
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
    let (resumes, stored, deadline) = (Some(n), record.calls.len(), deadline(app));
    let under = Under { app, of, session, user, serving, history, resumes, stored, deadline };
    let options = Options {
        call: record.turn.call.clone(),
        model: record.turn.model.clone(),
        ..Options::default()
    };
    let mut given = record.turn.given;
    if let Some(results) = results {
        given.push(Given::Results(together(record.begun, results)));
    }
    let begin = Begin { input, options, given, asked: record.asked };
    told(under, (&held.lease, key), &past, begin, course).await
}

/// The results of the caller, with those of the actions that the service has performed in between.
fn together(begun: Vec<Begun>, results: Vec<ActionResult>) -> Vec<ActionResult> {
    if begun.is_empty() {
        return results;
    }
    let mut results = results.into_iter();
    let all = begun.into_iter().map(|begun| if begun.ours { begun.result } else { results.next() });
    let none = || ActionResult::Error("no result was given".to_owned());
    all.map(|result| result.unwrap_or_else(none)).collect()
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
    load::since(app, of, &session.agent, session.epoch).await?;
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
    let beside = beside::of(app, of, &session, &serving, None).await?;
    input.memory = remembered::given(&beside.memories, recalls(user.as_ref(), &session));
    input.id = Some(format!("{} {} {}", session.id, behind.n, behind.call));
    input.now = Some(app.clock.told());
    let (session, user, history) = (&session, user.as_ref(), record.history);
    let deadline = deadline(app);
    let (resumes, stored) = (None, 0);
    let under = Under { app, of, session, user, serving, history, resumes, stored, deadline };
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

/// The key of the request that holds a session.
pub(super) fn key(held: &Held) -> Key {
    let once = held.once.clone();
    once.map_or(Key::None, |(key, fence)| Key::Fresh(key, fence))
}

/// Plays a turn while its lease is kept, stores it, and tells what it came to.
async fn told(
    mut under: Under<'_>,
    (lease, key): (&Lease, Key),
    past: &Past,
    begin: Begin,
    course: &Arc<Course>,
) -> Result<String, Fault> {
    let (app, of, session) = (under.app, under.of, under.session);
    let place = app.kept.place(of, session.id.clone());
    // Whoever has the lease is alone with it, apart from a turn that has lost its own.
    let mut memo = place.take();
    let serving = Arc::clone(&under.serving);
    let mut teller = Teller::new(Arc::clone(course));
    let resumed = under.resumes;
    let played = tokio::select! {
        biased;
        () = course.cancelled() => Err(Fault::Refused {
            code: "turn.cancelled",
            why: "the turn was cancelled, and nothing of it was stored".to_owned(),
        }),
        lost = lease::keep(app, of, &session.id, lease) => Err(lost),
        played = whole(&mut under, &serving, (lease, key), begin, &mut memo, &mut teller) => played,
    };
    app.kept.give(&place, memo);
    let (played, key, before) = match played {
        Err(Fault::Refused { code: "turn.cancelled", .. }) if under.resumes > resumed => {
            let why = "the turn was cancelled while the service performed an action: it goes on with the next \
                       request of the conversation"
                .to_owned();
            return Err(Fault::Refused { code: "turn.cancelled", why });
        }
        played => played?,
    };
    let committed = commit(&under, lease, &key, &played).await;
    if let Err(Fault::Missing { kind: "session", .. }) = &committed {
        // It was erased meanwhile, and nothing of it stays.
        kept::forget(app, of, &session.id);
    }
    let (record, text) = committed?;
    let n = under.resumes.unwrap_or(session.turns + 1);
    kept::add(app, of, (session, before + 1), past, (n, &record));
    if let Came::Done(outcome) = &played.came {
        teller.outcome(outcome);
    }
    Ok(text)
}

/// Plays a turn to its end, or to actions that its caller performs. Actions of the service it performs: before one is
/// asked for, the turn is stored, so that whoever goes on after a crash asks for the very same. Gives the turn, who
/// is answered, and how often it was stored on the way.
async fn whole<'t>(
    under: &mut Under<'_>,
    serving: &'t Serving,
    (lease, mut key): (&Lease, Key),
    begin: Begin,
    memo: &mut Memo,
    teller: &mut Teller,
) -> Result<(Played<'t>, Key, u32), Fault> {
    let mut played = drive(under, serving, begin, memo, teller).await?;
    let mut writes = 0;
    loop {
        let begun = match &played.came {
            Came::Requires(begun) if begun.iter().any(Begun::is_due) => begun.clone(),
            _ => return Ok((played, key, writes)),
        };
        commit(under, lease, &key, &played).await?;
        writes += 1;
        let n = under.resumes.unwrap_or(under.session.turns + 1);
        (under.resumes, under.stored) = (Some(n), played.turn.calls().len());
        if let Key::Fresh(its, _) = key {
            key = Key::Tied(its);
        }
        let begun = performed(under, &played, n, begun).await;
        if begun.iter().all(|begun| begun.ours) {
            let results = together(begun, Vec::new());
            go_on(under, serving, &mut played, results, memo, teller).await?;
        } else {
            played.came = Came::Requires(begun);
        }
    }
}

/// Performs those of some actions that are the service's, all at once.
async fn performed(
    under: &Under<'_>,
    played: &Played<'_>,
    n: u32,
    mut begun: Vec<Begun>,
) -> Vec<Begun> {
    let results = |given: &Given| match given {
        Given::Results(results) => results.len(),
        _ => 0,
    };
    let before: usize = played.turn.recorded().given.iter().map(results).sum();
    let state = &played.turn.input().state;
    let at = Where {
        of: under.of,
        session: under.session,
        incognito: is_incognito(under.session, state),
        n,
        deadline: under.deadline,
    };
    let due = begun.iter_mut().enumerate().filter(|(_, begun)| begun.is_due());
    let all = due.map(|(place, begun)| async move {
        let actions = &under.app.actions;
        begun.result = Some(actions.perform(at, before + place + 1, &begun.request).await);
    });
    futures_util::future::join_all(all).await;
    begun
}
