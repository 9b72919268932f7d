//! Users.
//!
//! Owns the state that a user's sessions share, looked at and changed from outside, and erasing a user with
//! everything that is theirs. It must never keep anything of one who was erased.

use proem::agent::state::Scope as Reach;
use proem_store::page::{LONGEST, Paging};
use proem_store::session;
use proem_store::user::{self, Erased, User};
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::{Fault, Mistake};
use crate::app::shared;
use crate::app::turns::kept;
use crate::app::turns::remembered::RECALL;

/// One user.
///
/// # Errors
/// [`Fault::Missing`] where nothing was ever written of them.
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<User, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.read(input, |tx, (of, id)| Box::pin(user::get(tx, of, id))).await?)
}

/// Changes members of a user's state; null takes one out. A user of whom nothing is known is made.
///
/// # Errors
/// [`Fault::Conflict`] where it has changed meanwhile, everything that no agent declares or that breaks what one
/// declares.
pub(crate) async fn patch(
    app: &App,
    who: &Who,
    id: &str,
    changes: Map<String, Json>,
    expected: Option<u32>,
) -> Result<User, Fault> {
    who.may(Scope::Run)?;
    let mut mistakes = Vec::new();
    for (key, value) in &changes {
        mistakes.extend(wrong(app, who, key, value));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let input = (who.workspace.clone(), id.to_owned(), changes, expected, app.clock.now());
    let written = app.store.write(input, |tx, (of, id, changes, expected, now)| {
        Box::pin(shared::write(tx, of, id, changes, *expected, *now))
    });
    Ok(written.await?)
}

/// Erases a user: state, conversations with everything that was said in them, and memories.
///
/// # Errors
/// [`Fault::Missing`] where nothing of them is there.
pub(crate) async fn erase(app: &App, who: &Who, id: &str) -> Result<Erased, Fault> {
    who.may(Scope::Edit)?;
    let sessions = sessions(app, who, id).await?;
    let input = (who.by(app, ""), id.to_owned(), app.clock.secret(""));
    let erased = app
        .store
        .write(input, |tx, (by, id, salt)| Box::pin(user::erase(tx, by, id, salt)))
        .await?;
    for session in sessions {
        app.running.forget(&who.workspace, &session);
        kept::forget(app, &who.workspace, &session);
    }
    Ok(erased)
}

/// The ids of the sessions of a user.
async fn sessions(app: &App, who: &Who, id: &str) -> Result<Vec<String>, Fault> {
    let mut paging = Paging { limit: LONGEST, after: None };
    let mut found = Vec::new();
    loop {
        let input = (who.workspace.clone(), id.to_owned(), paging.clone());
        let list = app.store.read(input, |tx, (of, id, paging)| {
            Box::pin(session::list(tx, of, None, Some(id), paging))
        });
        let page = list.await?;
        found.extend(page.items.into_iter().map(|session| session.id));
        match page.next {
            Some(next) => paging.after = Some(next),
            None => return Ok(found),
        }
    }
}

/// What is wrong with a member of a user's state.
fn wrong(app: &App, who: &Who, key: &str, value: &Json) -> Vec<Mistake> {
    let pointer = format!("/state/{}", key.replace('~', "~0").replace('/', "~1"));
    if key == RECALL {
        let fits = value.is_boolean() || value.is_null();
        let told = || Mistake::at(&pointer, "state.type", "it is true or false");
        return (!fits).then(told).into_iter().collect();
    }
    let agents = app.live.all(&who.workspace);
    let declares = |agent: &&std::sync::Arc<crate::catalog::live::Serving>| {
        let known = agent.compiled.agent.state_key(key);
        known.is_some_and(|known| known.scope == Reach::User)
    };
    let declaring: Vec<_> = agents.iter().filter(declares).collect();
    if declaring.is_empty() {
        let detail = format!("no agent has a state key `{key}` of the scope `user`");
        return vec![Mistake::at(pointer, "state.unknown-key", detail)];
    }
    if value.is_null() {
        return Vec::new();
    }
    let given = Map::from_iter([(key.to_owned(), value.clone())]);
    // One agent that can use it is enough: another one keeps its own.
    let mut told = Vec::new();
    for agent in declaring {
        match proem::turn::gate::state(&agent.compiled, &given) {
            Ok(_) => return Vec::new(),
            Err(findings) => told.extend(findings),
        }
    }
    let mistake = |finding: &proem::diagnostic::Diagnostic| {
        Mistake::at(&pointer, finding.code, &finding.message)
    };
    told.iter().map(mistake).collect()
}
