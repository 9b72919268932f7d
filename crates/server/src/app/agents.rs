//! Agents: which are served, and what is wrong with one.
//!
//! Owns looking at agents. It must never compile one for a request that is only looking.

use proem_store::agent::{self, Agent};
use proem_store::page::{Page, Paging};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;

/// One version of each agent: the active one, or the newest where none is.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(app: &App, who: &Who, paging: Paging) -> Result<Page<Agent>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), paging);
    let list = app.store.read(input, |tx, (of, paging)| Box::pin(agent::list(tx, of, paging)));
    Ok(list.await?)
}

/// The active version of an agent, or its newest.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, name: &str) -> Result<Agent, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), name.to_owned());
    let found = app.store.read(input, |tx, (of, name)| {
        Box::pin(async move {
            match agent::labelled(tx, of, name, proem_store::log::PRODUCTION).await {
                Err(proem_store::error::Error::NotFound { .. }) => {
                    agent::labelled(tx, of, name, proem_store::log::LATEST).await
                }
                found => found,
            }
        })
    });
    Ok(found.await?)
}
