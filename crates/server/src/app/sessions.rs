//! Sessions: conversations that last.
//!
//! Owns how one begins, is looked at, changed between its turns, and ends. It must never run a turn.

use std::collections::BTreeSet;

use proem::agent::state::State;
use proem_store::error::Error;
use proem_store::found::{self, Found};
use proem_store::page::{Page, Paging};
use proem_store::session::{self, NewSession, Patch, Session};
use proem_store::tx::Tx;
use proem_store::user::{self, User};
use proem_store::words::Question;
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;
use crate::app::said;
use crate::app::shared::{self, Changes};
use crate::app::turns::{kept, lease};
use crate::catalog::live::Serving;

/// What a new session is given.
#[derive(Clone, Debug, Default)]
pub(crate) struct New {
    /// The agent; may be left out where there is one.
    pub agent: Option<String>,
    /// The user.
    pub user: Option<String>,
    /// Values over the agent's defaults.
    pub state: Map<String, Json>,
    /// Whether nothing of it is remembered.
    pub incognito: bool,
    /// What the host keeps with it.
    pub meta: Map<String, Json>,
}

/// Begins a conversation.
///
/// # Errors
/// [`Fault::Missing`] for an agent that is not served, [`Fault::Invalid`] for a state that it does not have.
pub(crate) async fn create(app: &App, who: &Who, new: New) -> Result<Session, Fault> {
    who.may(Scope::Run)?;
    let agent = match &new.agent {
        Some(name) => app.live.get(&who.workspace, name).ok_or_else(|| missing(name))?,
        None => match app.live.all(&who.workspace).as_slice() {
            [only] => std::sync::Arc::clone(only),
            _ => {
                let detail = "there is more than one agent, or none: say which one";
                return Err(Fault::mistake("/agent", "agent.missing", detail));
            }
        },
    };
    let mut given = new.state;
    if new.incognito && agent.compiled.agent.state_key("incognito").is_some() {
        given.insert("incognito".to_owned(), Json::Bool(true));
    }
    let user = match &new.user {
        Some(user) => known(app, who, user).await?,
        None => None,
    };
    // What is shared and given here is new for all of the user's sessions.
    let shared = shared::of(&agent, &given);
    let mut state = shared::with_user(&agent, &whole(&agent, &given)?, user.as_ref());
    state.extend(shared.clone());
    let state = whole(&agent, &state)?;
    let new = NewSession {
        id: app.clock.id(),
        agent: agent.name.clone(),
        user: new.user,
        state,
        incognito: new.incognito,
        meta: new.meta,
    };
    let input = (who.workspace.clone(), new, shared, app.clock.now());
    let made = app.store.write(input, |tx, (of, new, shared, now)| {
        Box::pin(async move {
            let made = session::create(tx, of, new, *now).await?;
            share(tx, of, &made, shared, *now).await?;
            Ok(made)
        })
    });
    Ok(made.await?)
}

/// One conversation.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<Session, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    let read = app.store.read(input, |tx, (of, id)| {
        Box::pin(async move {
            let session = session::get(tx, of, id).await?;
            let users = users(tx, of, [&session]).await?;
            Ok((session, users))
        })
    });
    let (session, users) = read.await?;
    Ok(current(app, who, session, &users))
}

/// A page of conversations, newest first.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(
    app: &App,
    who: &Who,
    agent: Option<String>,
    user: Option<String>,
    paging: Paging,
) -> Result<Page<Session>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), agent, user, paging);
    let list = app.store.read(input, |tx, (of, agent, user, paging)| {
        Box::pin(async move {
            let page = session::list(tx, of, agent.as_deref(), user.as_deref(), paging).await?;
            let users = users(tx, of, &page.items).await?;
            Ok((page, users))
        })
    });
    let (page, users) = list.await?;
    let items = page.items.into_iter().map(|session| current(app, who, session, &users));
    Ok(Page { items: items.collect(), next: page.next })
}

/// A page of conversations in which somebody said what is asked for, newest first.
///
/// # Errors
/// A `next` that is none of this list's, [`Fault::Refused`] while too much is not indexed yet.
pub(crate) async fn search(
    app: &App,
    who: &Who,
    (agent, user): (Option<String>, Option<String>),
    question: Question,
    paging: Paging,
) -> Result<Page<Found>, Fault> {
    who.may(Scope::Read)?;
    said::index(app, &who.workspace).await?;
    let input = (who.workspace.clone(), (agent, user), question, paging);
    let search = app.store.read(input, |tx, (of, (agent, user), question, paging)| {
        Box::pin(async move {
            let of_whom = (agent.as_deref(), user.as_deref());
            let page = found::sessions(tx, of, of_whom, question, paging).await?;
            let users = users(tx, of, page.items.iter().map(|found| &found.session)).await?;
            Ok((page, users))
        })
    });
    let (page, users) = search.await?;
    let now = |found: Found| Found { session: current(app, who, found.session, &users), ..found };
    Ok(Page { items: page.items.into_iter().map(now).collect(), next: page.next })
}

/// Changes a conversation between its turns.
///
/// # Errors
/// [`Fault::Invalid`] for a state that the agent does not have, [`Fault::Held`] while a turn is under way,
/// [`Fault::Conflict`] where it has changed meanwhile.
pub(crate) async fn patch(
    app: &App,
    who: &Who,
    id: &str,
    mut patch: Patch,
    expected: Option<u32>,
) -> Result<Session, Fault> {
    who.may(Scope::Run)?;
    lease::settle(app, &who.workspace, id).await?;
    let mut shared = Changes::new();
    if let Some(state) = &mut patch.state {
        let session = get(app, who, id).await?;
        let agent = app.live.get(&who.workspace, &session.agent);
        let agent = agent.ok_or_else(|| missing(&session.agent))?;
        shared = shared::of(&agent, state);
        *state = whole(&agent, state)?;
    }
    let input = (who.workspace.clone(), id.to_owned(), patch, (expected, shared), app.clock.now());
    let done = app.store.write(input, |tx, (of, id, patch, (expected, shared), now)| {
        Box::pin(async move {
            let changed = session::patch(tx, of, id, patch, *expected, *now).await?;
            share(tx, of, &changed, shared, *now).await?;
            Ok(changed)
        })
    });
    let changed = done.await?;
    let user = match &changed.user {
        Some(user) => known(app, who, user).await?,
        None => None,
    };
    Ok(current(app, who, changed, user.as_slice()))
}

/// Erases a conversation with everything that was said in it.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn delete(app: &App, who: &Who, id: &str) -> Result<(), Fault> {
    who.may(Scope::Run)?;
    let input = (who.workspace.clone(), id.to_owned());
    app.store.write(input, |tx, (of, id)| Box::pin(session::delete(tx, of, id))).await?;
    kept::forget(app, &who.workspace, id);
    app.running.forget(&who.workspace, id);
    Ok(())
}

/// A session with what its user's sessions share now: its next turn begins with that.
fn current(app: &App, who: &Who, mut session: Session, users: &[User]) -> Session {
    let user = users.iter().find(|user| session.user.as_deref() == Some(&user.id));
    if let Some(serving) = app.live.get(&who.workspace, &session.agent) {
        session.state = shared::state_of(&serving, &session, user);
    }
    session
}

/// The users of sessions, as far as something is known of them.
async fn users<'a>(
    tx: &mut Tx,
    of: &str,
    sessions: impl IntoIterator<Item = &'a Session>,
) -> Result<Vec<User>, Error> {
    let sessions = sessions.into_iter();
    let ids: BTreeSet<_> = sessions.filter_map(|session| session.user.as_ref()).collect();
    let mut found = Vec::new();
    for id in ids {
        match user::get(tx, of, id).await {
            Ok(user) => found.push(user),
            Err(Error::NotFound { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// A user, where something is known of them.
async fn known(app: &App, who: &Who, id: &str) -> Result<Option<User>, Fault> {
    let input = (who.workspace.clone(), id.to_owned());
    match app.store.read(input, |tx, (of, id)| Box::pin(user::get(tx, of, id))).await {
        Ok(user) => Ok(Some(user)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Writes to the user of a session what its sessions share, unless nothing of it is to be remembered.
async fn share(
    tx: &mut Tx,
    of: &str,
    session: &Session,
    shared: &Changes,
    now: i64,
) -> Result<(), Error> {
    if let Some(user) = session.user.as_ref().filter(|_| !session.incognito && !shared.is_empty()) {
        shared::write(tx, of, user, shared, None, now).await?;
    }
    Ok(())
}

/// A state of the agent's, whole.
fn whole(agent: &Serving, given: &State) -> Result<State, Fault> {
    proem::turn::gate::state(&agent.compiled, given).map_err(|findings| Fault::findings(&findings))
}

fn missing(agent: &str) -> Fault {
    Fault::Missing { kind: "agent", id: agent.to_owned() }
}
