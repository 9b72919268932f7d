//! A turn from its input to the store.
//!
//! Owns what goes into a turn: the next one, one that has waited for results, a call behind one. It must never
//! answer a question of the engine.

use std::sync::{Arc, PoisonError};

use proem::agent::input::{Message, TurnInput};
use proem::agent::state::Scope;
use proem::turn::Options;
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::kept::Memo;
use proem_store::job::Job;
use proem_store::turn::{self, Status};
use proem_store::{session, user};

use crate::app::App;
use crate::app::access::Who;
use crate::app::assemble::{serving, with_config};
use crate::app::experiments;
use crate::app::fault::Fault;
use crate::app::load;
use crate::app::turns::ask::Wish;
use crate::app::turns::commit::{commit, commit_behind};
use crate::app::turns::course::{Course, Teller};
use crate::app::turns::kept::{self, Past, past, place};
use crate::app::turns::lease::{self, Held};
use crate::app::turns::play::drive;
use crate::app::turns::record::read;
use crate::app::turns::remembered;
use crate::app::turns::under::{Begin, Behind, Came, Under, recalls, state_of};

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
        arms: experiments::arms(app, who, session, wish.arms).await?,
        unit: Some(session.user.clone().unwrap_or_else(|| session.id.clone())),
        id: Some(format!("{} {}", session.id, session.turns + 1)),
        now: Some(app.clock.told()),
        config: wish.config,
        ..TurnInput::default()
    };
    // Another node may have served it from a later epoch: no session goes back.
    load::since(app, of, &session.agent, session.epoch).await?;
    let serving = serving(app, who, &session.agent, &input).await?;
    input.state = state_of(&serving, session, user.as_ref());
    let recall = recalls(user.as_ref(), session);
    input.memory = remembered::given(app, of, session, &serving, recall).await?;
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
    let recall = recalls(user.as_ref(), &session);
    input.memory = remembered::given(app, of, &session, &serving, recall).await?;
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
