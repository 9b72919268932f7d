//! The state that a user's sessions share.
//!
//! Owns how keys of the scope `user` come from the user and go back there: only those that changed are
//! written, so that two sessions of a user do not undo each other. It must never let what another agent wrote
//! keep a conversation from going on.

use proem::agent::state::{Scope, State};
use proem_store::error::{Error, Result};
use proem_store::session::Session;
use proem_store::tx::Tx;
use proem_store::user::{self, User};
use serde_json::{Map, Value as Json};

use crate::catalog::live::Serving;

/// What is written to a user's state: each key with its value; null takes it out.
pub(crate) type Changes = Map<String, Json>;

/// A state of a session with what its user has.
pub(crate) fn with_user(serving: &Serving, state: &State, user: Option<&User>) -> State {
    let Some(user) = user else { return state.clone() };
    let mut whole = state.clone();
    for key in keys(serving) {
        if let Some(value) = user.state.get(key) {
            whole.insert(key.to_owned(), value.clone());
        }
    }
    if proem::turn::gate::state(&serving.compiled, &whole).is_ok() {
        return whole;
    }
    // Another agent has a key of the same name and keeps other values there.
    let mut fitting = state.clone();
    for key in keys(serving) {
        let Some(value) = user.state.get(key) else { continue };
        let before = fitting.insert(key.to_owned(), value.clone());
        if proem::turn::gate::state(&serving.compiled, &fitting).is_err() {
            match before {
                Some(before) => fitting.insert(key.to_owned(), before),
                None => fitting.remove(key),
            };
        }
    }
    fitting
}

/// The state that a turn begins with. What is shared with other sessions comes from the user; a session that is
/// incognito has it from there once and then keeps its own.
pub(crate) fn state_of(serving: &Serving, session: &Session, user: Option<&User>) -> State {
    let own = is_incognito(session, &session.state) && session.turns > 0;
    with_user(serving, &session.state, user.filter(|_| !own))
}

/// Whether nothing of a session is to be remembered.
pub(crate) fn is_incognito(session: &Session, state: &State) -> bool {
    session.incognito || state.get("incognito") == Some(&Json::Bool(true))
}

/// What a turn changed of what is shared. `before` is the state that it began with.
pub(crate) fn changes(
    serving: &Serving,
    user: Option<&User>,
    before: &State,
    after: &State,
) -> Changes {
    let mut changes = Changes::new();
    for key in &serving.compiled.agent.state {
        if key.scope != Scope::User {
            continue;
        }
        let now = after.get(&key.name);
        let was = before.get(&key.name).or(key.default.as_ref());
        let known = user.is_some_and(|user| user.state.contains_key(&key.name));
        let fresh = !known && now != key.default.as_ref();
        if now != was || fresh {
            changes.insert(key.name.clone(), now.cloned().unwrap_or_default());
        }
    }
    changes
}

/// The members of a state that are shared.
pub(crate) fn of(serving: &Serving, state: &State) -> Changes {
    let shared = keys(serving).filter_map(|key| Some((key.to_owned(), state.get(key)?.clone())));
    shared.collect()
}

/// Writes what changed to a user, and makes the user where there is none.
///
/// # Errors
/// [`Error::Conflict`] where `expected` is not the version of the user's state.
pub(crate) async fn write(
    tx: &mut Tx,
    workspace: &str,
    id: &str,
    changes: &Changes,
    expected: Option<u32>,
    now: i64,
) -> Result<User> {
    let mut state = match user::get(tx, workspace, id).await {
        Ok(user) => user.state,
        Err(Error::NotFound { .. }) => Map::new(),
        Err(error) => return Err(error),
    };
    for (key, value) in changes {
        if value.is_null() {
            state.remove(key);
        } else {
            state.insert(key.clone(), value.clone());
        }
    }
    user::set_state(tx, workspace, id, &state, expected, now).await
}

fn keys(serving: &Serving) -> impl Iterator<Item = &str> {
    let keys = serving.compiled.agent.state.iter().filter(|key| key.scope == Scope::User);
    keys.map(|key| key.name.as_str())
}
