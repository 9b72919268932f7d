//! Labels of prompts: where they are, where they went, and which are protected.
//!
//! Owns putting them on versions and taking them away. It must never move `production`: that is activating.

use proem_store::error::Error;
use proem_store::label;
use proem_store::line::{Kind, Line};
use proem_store::log::{self, LATEST, Move};
use proem_store::page::{Page, Paging};
use proem_store::prompt::{self, Prompt};
use proem_store::version;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;
use crate::app::load;

/// The longest label, in characters.
const MAX_LABEL: usize = 64;

/// Puts a label on a version, or takes it away from that version.
///
/// # Errors
/// [`Fault::Missing`] where there is no such version, or where it does not have the label that is to be taken
/// away; [`Fault::Forbidden`] for a protected label, [`Fault::Conflict`] where another version has the label
/// than the caller expects.
pub(crate) async fn set(
    app: &App,
    who: &Who,
    id: &str,
    (name, put): (&str, bool),
    expected: Option<u32>,
    note: &str,
) -> Result<Prompt, Fault> {
    who.may(Scope::Edit)?;
    named(name)?;
    let input = (who.by(app, note), id.to_owned(), name.to_owned(), put, expected);
    let now = app
        .store
        .write(input, |tx, (by, id, name, put, expected)| {
            Box::pin(async move {
                let of = &by.workspace;
                let (line, number) = version::place(tx, of, Kind::Prompt, id).await?;
                if *put {
                    label::put(tx, by, &line, name, number, *expected).await?;
                } else {
                    if label::version(tx, of, &line, name).await? != Some(number) {
                        return Err(Error::not_found("label", name));
                    }
                    label::remove(tx, by, &line, name, *expected).await?;
                }
                prompt::get(tx, of, id).await
            })
        })
        .await?;
    load::refresh(app, &who.workspace, &now.agent).await?;
    Ok(now)
}

/// Where the labels of a prompt went, newest first.
///
/// # Errors
/// [`Fault::Missing`] where there is no such prompt; a `next` that is none of this list's.
pub(crate) async fn moves(
    app: &App,
    who: &Who,
    agent: &str,
    name: &str,
    paging: Paging,
) -> Result<Page<Move>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), Line::prompt(agent, name), paging);
    let list = app.store.read(input, |tx, (of, line, paging)| {
        Box::pin(async move {
            let page = log::list(tx, of, line, paging).await?;
            if page.items.is_empty() && version::latest(tx, of, line).await?.is_none() {
                return Err(Error::not_found("prompt", line.subject()));
            }
            Ok(page)
        })
    });
    Ok(list.await?)
}

/// The protected labels of the workspace.
///
/// # Errors
/// Those of the database.
pub(crate) async fn protected(app: &App, who: &Who) -> Result<Vec<String>, Fault> {
    who.may(Scope::Read)?;
    let of = who.workspace.clone();
    Ok(app.store.read(of, |tx, of| Box::pin(label::protected(tx, of))).await?)
}

/// Protects a label, or lets it go: from then on only keys for administrators move it. `production` can be
/// protected too.
///
/// # Errors
/// [`Fault::Invalid`] for what cannot be a label.
pub(crate) async fn protect(
    app: &App,
    who: &Who,
    name: &str,
    protected: bool,
    note: &str,
) -> Result<(), Fault> {
    who.may(Scope::Admin)?;
    named(name)?;
    if name == LATEST {
        let detail = "`latest` moves by itself and cannot be protected";
        return Err(Fault::mistake("", "label.name", detail));
    }
    let input = (who.by(app, note), name.to_owned(), protected);
    app.store
        .write(input, |tx, (by, name, protected)| {
            Box::pin(label::protect(tx, by, name, *protected))
        })
        .await?;
    Ok(())
}

fn named(name: &str) -> Result<(), Fault> {
    if proem::agent::name::is_word(name) && name.len() <= MAX_LABEL {
        return Ok(());
    }
    let detail = format!(
        "`{name}` cannot be a label: use small letters, digits, `_` and `-`, at most {MAX_LABEL}"
    );
    Err(Fault::mistake("", "label.name", detail))
}
