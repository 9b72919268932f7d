//! Workspaces, and the record of what was done in them.
//!
//! Owns that the operator of the service makes workspaces and sees all of them, and that everybody else sees
//! the own one only: whether an id is taken is none of a tenant's business.

use proem_store::audit::{self, By, Record, Verdict};
use proem_store::key::{self, NewKey, PREFIX};
use proem_store::page::{Page, Paging};
use proem_store::workspace::{self, Workspace};

use crate::app::App;
use crate::app::access::{SCOPES, Scope, Who};
use crate::app::fault::{Fault, Mistake};
use crate::app::keys::{Made, named};

/// The longest id of a workspace, in characters.
const MAX_ID: usize = 64;

/// The workspaces that a key for administrators sees: all of them for the operator, else its own.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(app: &App, who: &Who, paging: Paging) -> Result<Page<Workspace>, Fault> {
    who.may(Scope::Admin)?;
    if who.is_operator() {
        return Ok(app.store.read(paging, |tx, page| Box::pin(workspace::list(tx, page))).await?);
    }
    let of = who.workspace.clone();
    let own = app.store.read(of, |tx, of| Box::pin(workspace::get(tx, of))).await?;
    Ok(Page { items: vec![own], next: None })
}

/// Makes a workspace and its first key, which has all rights in it.
///
/// # Errors
/// Everything that is wrong with id and name; [`Fault::Exists`]; [`Fault::NotOperator`] for all others.
pub(crate) async fn create(
    app: &App,
    who: &Who,
    id: &str,
    name: &str,
    note: &str,
) -> Result<(Workspace, Made), Fault> {
    who.may(Scope::Admin)?;
    if !who.is_operator() {
        return Err(Fault::NotOperator);
    }
    let mut mistakes = named(name).into_iter().collect::<Vec<_>>();
    if !proem::agent::name::is_word(id) || id.len() > MAX_ID {
        let detail = format!(
            "`{id}` cannot be a workspace: use small letters, digits, `_` and `-`, at most {MAX_ID}"
        );
        mistakes.push(Mistake::at("/id", "workspace.id", detail));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let by = By { workspace: id.to_owned(), ..who.by(app, note) };
    let secret = app.clock.secret(PREFIX);
    let first = NewKey {
        id: app.clock.id(),
        name: "first".to_owned(),
        secret: secret.clone(),
        scopes: SCOPES.iter().map(|(_, word)| (*word).to_owned()).collect(),
        expires_at: None,
    };
    let (made, key) = app
        .store
        .write((by, name.to_owned(), first), |tx, (by, name, first)| {
            Box::pin(async move {
                let made = workspace::create(tx, by, name).await?;
                Ok((made, key::create(tx, by, first).await?))
            })
        })
        .await?;
    Ok((made, Made { key, secret }))
}

/// Who changed what in the workspace, newest first.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn record(app: &App, who: &Who, paging: Paging) -> Result<Page<Record>, Fault> {
    who.may(Scope::Admin)?;
    let input = (who.workspace.clone(), paging);
    let list = app.store.read(input, |tx, (of, paging)| Box::pin(audit::list(tx, of, paging)));
    Ok(list.await?)
}

/// Walks the whole record of the workspace: whether a row was changed, taken away or put in between.
///
/// # Errors
/// Those of the database.
pub(crate) async fn verify(app: &App, who: &Who) -> Result<Verdict, Fault> {
    who.may(Scope::Admin)?;
    let of = who.workspace.clone();
    Ok(app.store.read(of, |tx, of| Box::pin(audit::verify(tx, of))).await?)
}
