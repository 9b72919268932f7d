//! API keys of a workspace.
//!
//! Owns making and revoking them. A key is told once, when it is made, and kept nowhere.

use proem_store::key::{self, Key, NewKey, PREFIX};
use proem_store::page::{Page, Paging};

use crate::app::App;
use crate::app::access::{SCOPES, Scope, Who};
use crate::app::fault::{Fault, Mistake};

/// The longest name of a key, in characters.
const MAX_NAME: usize = 255;

/// What a new key is made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct New {
    /// What people call it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// From when on it is refused, in milliseconds since 1970; none is never.
    pub expires_at: Option<i64>,
    /// Why it is made.
    pub note: String,
}

/// A key that was made, and the key itself.
#[derive(Debug)]
pub(crate) struct Made {
    /// What is known of it from now on.
    pub key: Key,
    /// The key, told only now.
    pub secret: String,
}

/// All keys of the workspace, revoked ones too.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(app: &App, who: &Who, paging: Paging) -> Result<Page<Key>, Fault> {
    who.may(Scope::Admin)?;
    let input = (who.workspace.clone(), paging);
    let list = app.store.read(input, |tx, (of, paging)| Box::pin(key::list(tx, of, paging)));
    Ok(list.await?)
}

/// What the one who asks may do, each scope with those that it includes.
pub(crate) fn scopes(who: &Who) -> Vec<&'static str> {
    SCOPES.iter().filter(|(scope, _)| who.has(*scope)).map(|(_, word)| *word).collect()
}

/// Makes a key of the workspace.
///
/// # Errors
/// Everything that is wrong with what it is made from.
pub(crate) async fn create(app: &App, who: &Who, new: New) -> Result<Made, Fault> {
    who.may(Scope::Admin)?;
    let mut mistakes = named(&new.name).into_iter().collect::<Vec<_>>();
    if new.scopes.is_empty() {
        mistakes.push(Mistake::at("/scopes", "key.scopes", "a key without scopes opens nothing"));
    }
    for (at, scope) in new.scopes.iter().enumerate() {
        if SCOPES.iter().all(|(_, word)| word != scope) {
            let detail = format!("there is no scope `{scope}`");
            let help = "The scopes are `read`, `edit`, `run` and `admin`.";
            mistakes.push(Mistake::at(format!("/scopes/{at}"), "scope.unknown", detail).help(help));
        }
    }
    if new.expires_at.is_some_and(|end| end <= app.clock.now()) {
        let detail = "the end of the key has passed already";
        mistakes.push(Mistake::at("/expires_at", "key.expired", detail));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let secret = app.clock.secret(PREFIX);
    // Each once, in the order of the table.
    let scopes = SCOPES.iter().map(|(_, word)| (*word).to_owned());
    let made = NewKey {
        id: app.clock.id(),
        name: new.name,
        secret: secret.clone(),
        scopes: scopes.filter(|scope| new.scopes.contains(scope)).collect(),
        expires_at: new.expires_at,
    };
    let input = (who.by(app, &new.note), made);
    let key = app.store.write(input, |tx, (by, new)| Box::pin(key::create(tx, by, new))).await?;
    Ok(Made { key, secret })
}

/// Revokes a key for good. No key revokes itself: whoever is left can always make another.
///
/// # Errors
/// [`Fault::Missing`] where there is none, or it is revoked already; [`Fault::Refused`] for the key that asks.
pub(crate) async fn revoke(app: &App, who: &Who, id: &str) -> Result<Key, Fault> {
    who.may(Scope::Admin)?;
    if who.key == id {
        let why = "a key cannot revoke itself: ask with another one".to_owned();
        return Err(Fault::Refused { code: "key.own", why });
    }
    let input = (who.by(app, ""), id.to_owned());
    let revoked = app.store.write(input, |tx, (by, id)| Box::pin(key::revoke(tx, by, id))).await?;
    app.known.forget();
    Ok(revoked)
}

/// What is wrong with a name for people.
pub(crate) fn named(name: &str) -> Option<Mistake> {
    let length = name.chars().count();
    if name.trim().is_empty() {
        return Some(Mistake::at("/name", "name.empty", "it is empty"));
    }
    (length > MAX_NAME).then(|| {
        let detail = format!("it has {length} characters; at most {MAX_NAME}");
        Mistake::at("/name", "name.too-long", detail)
    })
}
