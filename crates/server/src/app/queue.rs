//! Jobs, for people.
//!
//! Owns looking at what waits to be done and what was given up, and putting it back into the queue or taking it off.
//! It must never do a job.

use proem_store::job::{self, Job, Status};
use proem_store::page::{Page, Paging};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;

/// Which jobs are wanted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// How far they are.
    pub status: Option<String>,
    /// What they are.
    pub kind: Option<String>,
}

/// The jobs of the workspace.
///
/// # Errors
/// A status that there is not, a `next` that is none of this list's.
pub(crate) async fn list(
    app: &App,
    who: &Who,
    wanted: Wanted,
    paging: Paging,
) -> Result<Page<Job>, Fault> {
    who.may(Scope::Admin)?;
    let status = wanted.status.map(|word| {
        let found = Status::ALL.into_iter().find(|status| status.word() == word);
        found.ok_or_else(|| {
            let words = Status::ALL.map(Status::word).join(", ");
            let detail = format!("`{word}` is no status of a job: these are {words}");
            Fault::mistake("?status", "job.status", detail)
        })
    });
    let input = (who.workspace.clone(), status.transpose()?, wanted.kind, paging);
    let list = app.store.read(input, |tx, (of, status, kind, paging)| {
        Box::pin(job::list(tx, of, *status, kind.as_deref(), paging))
    });
    Ok(list.await?)
}

/// A job.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<Job, Fault> {
    who.may(Scope::Admin)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.read(input, |tx, (of, id)| Box::pin(job::get(tx, of, id))).await?)
}

/// Puts a job that was given up back into the queue.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Refused`] for a job that was not given up.
pub(crate) async fn revive(app: &App, who: &Who, id: &str, note: &str) -> Result<Job, Fault> {
    who.may(Scope::Admin)?;
    let input = (who.by(app, note), id.to_owned());
    let job = app.store.write(input, |tx, (by, id)| Box::pin(job::revive(tx, by, id))).await?;
    app.wake.send_replace(());
    Ok(job)
}

/// Takes a job off the queue for good.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn delete(app: &App, who: &Who, id: &str) -> Result<(), Fault> {
    who.may(Scope::Admin)?;
    let input = (who.by(app, ""), id.to_owned());
    Ok(app.store.write(input, |tx, (by, id)| Box::pin(job::delete(tx, by, id))).await?)
}
