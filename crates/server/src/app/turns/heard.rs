//! A turn whose model the caller asks: what the engine makes of an answer.
//!
//! Owns how what the caller hands in becomes an outcome; in a session a turn like any other, under a lease, stored
//! whole or not at all. While a turn needs more of its caller nothing is stored, and nobody is kept waiting. It
//! must never ask a model.

use std::collections::BTreeMap;
use std::sync::Arc;

use proem::turn::Options;
use proem::turn::course::Turn;
use proem::turn::course::given::Given;
use proem::turn::gather::request::Request;
use proem::turn::kept::Memo;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::assemble::{finder, serving, with_config};
use crate::app::fault::Fault;
use crate::app::turns::ahead::{Ahead, ahead, is_of};
use crate::app::turns::commit::commit;
use crate::app::turns::hand::{Came, Hand, Stop, Wish, calls, misplaced};
use crate::app::turns::kept::{self, Past, past};
use crate::app::turns::lease::{self, Held, Once, Opened};
use crate::app::turns::opened;
use crate::app::turns::play::gather;
use crate::app::turns::run::key;
use crate::app::turns::under::{self, Played, Under, deadline};
use crate::catalog::live::Serving;

/// Reads an answer to a call of a turn that no session has.
///
/// # Errors
/// [`Fault::Missing`]; everything that is wrong with what was handed in, also that nobody asked for it.
pub(crate) async fn read(app: &App, who: &Who, agent: &str, mut wish: Wish) -> Result<Came, Fault> {
    who.may(Scope::Run)?;
    let serving = serving(app, who, agent, &wish.input).await?;
    let mut input = std::mem::take(&mut wish.input);
    with_config(&serving, &mut input);
    let mut memo = Memo::default();
    let mut hand = Hand::of(&serving, &input, &wish, &mut memo)?;
    let (provider, values) = (wish.provider, wish.values);
    let find = finder(provider);
    let options = Options { call: wish.call, model: wish.model, ..Options::default() };
    let mut turn = Turn::new(&serving.compiled, input, options, &find);
    let stopped = loop {
        match hand.go_on(&serving, &mut turn, &mut memo)? {
            Stop::Values(requests) => {
                let own = |request: &Request| {
                    Some((request.key().to_owned(), values.get(request.key())?.clone()))
                };
                let given = Given::Values(requests.iter().filter_map(own).collect());
                turn.resume(given).map_err(misplaced)?;
            }
            stopped => break stopped,
        }
    };
    Ok(match stopped {
        Stop::Done(outcome) => Came::Done { calls: calls(&turn, wish.manifest), outcome },
        other => other.unfinished(&turn),
    })
}

/// Which turn is read.
#[derive(Clone, Debug)]
pub(crate) struct Of {
    /// The agent.
    pub agent: String,
    /// The session.
    pub session: String,
    /// The version of the session for which the call was assembled.
    pub expected: Option<u32>,
}

/// Reads an answer to a call of the next turn of a session, and stores the turn where it is over. It runs to its end whether or not anybody listens.
///
/// # Errors
/// [`Fault::Held`] while another turn is under way; [`Fault::Conflict`] where the session is not the one that
/// the caller knows; everything that is wrong with what was handed in.
pub(crate) async fn stored(
    app: &Arc<App>,
    who: &Who,
    of: Of,
    wish: Wish,
    once: Option<Once>,
) -> Result<Came, Fault> {
    who.may(Scope::Run)?;
    let (app, who) = (Arc::clone(app), who.clone());
    let reading = tokio::spawn(async move {
        let held = match opened(&app, &who, &of.session, once.as_ref(), false).await? {
            Opened::Ours(held) => held,
            Opened::Before(text) => return Ok(Came::Stored(text)),
        };
        let came = tokio::select! {
            biased;
            lost = lease::keep(&app, &who.workspace, &of.session, &held.lease) => Err(lost),
            came = within(&app, &who, &of, &held, wish) => came,
        };
        if !matches!(came, Ok(Came::Stored(_))) {
            lease::give_back(&app, &who.workspace, &held).await;
        }
        came
    });
    reading.await.map_err(|error| Fault::Broken(error.to_string()))?
}

async fn within(app: &App, who: &Who, of: &Of, held: &Held, mut wish: Wish) -> Result<Came, Fault> {
    let Held { session, user, .. } = held;
    is_of(session, &of.agent)?;
    if of.expected.is_some_and(|expected| expected != session.version) {
        return Err(Fault::Conflict { current: session.version });
    }
    let of = who.workspace.as_str();
    let past = past(app, of, session).await?;
    let asked = std::mem::take(&mut wish.input);
    let user = user.as_ref();
    let Ahead { input, serving } = ahead(app, who, (session, user), (&past, None), asked).await?;
    wish.input = input;
    let history = past.history.len();
    let deadline = deadline(app);
    let (resumes, stored) = (None, 0);
    let under = Under { app, of, session, user, serving, history, resumes, stored, deadline };
    let place = app.kept.place(of, session.id.clone());
    let mut memo = place.take();
    let came = played(&under, held, &past, wish, &mut memo).await;
    app.kept.give(&place, memo);
    came
}

async fn played(
    under: &Under<'_>,
    held: &Held,
    past: &Past,
    wish: Wish,
    memo: &mut Memo,
) -> Result<Came, Fault> {
    let Under { app, of, session, .. } = under;
    let serving: Arc<Serving> = Arc::clone(&under.serving);
    let mut hand = Hand::of(&serving, &wish.input, &wish, memo)?;
    let (provider, values) = (wish.provider, wish.values);
    let find = finder(provider);
    let options = Options { call: wish.call, model: wish.model, ..Options::default() };
    let mut turn = Turn::new(&serving.compiled, wish.input, options, &find);
    let outcome = loop {
        match hand.go_on(&serving, &mut turn, memo)? {
            Stop::Values(requests) => {
                let mut found = gather((app, of, session), &requests, under.deadline).await?;
                found.extend(values.clone());
                found.retain(|key, _| requests.iter().any(|request| request.key() == key));
                turn.resume(Given::Values(found)).map_err(misplaced)?;
            }
            Stop::Done(outcome) => break outcome,
            stopped => return Ok(stopped.unfinished(&turn)),
        }
    };
    let came = under::Came::Done(outcome);
    let played = Played { turn, asked: hand.asked, sent: BTreeMap::new(), came };
    let (record, text) = commit(under, &held.lease, &key(held), &played).await?;
    kept::add(app, of, (session, 1), past, (session.turns + 1, &record));
    Ok(Came::Stored(text))
}
