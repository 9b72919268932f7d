//! Looking at turns that were stored.
//!
//! Owns time travel: what went in, what was sent, and what it came to, as it was then. A payload is put together
//! again from the texts that it was made of, byte for byte. It must never assemble anything anew.

use std::sync::Arc;

use proem_store::page::{Page, Paging};
use proem_store::session::{self, Session};
use proem_store::turn::{self, Call, Turn as Stored};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;
use crate::app::turns::course::{Course, Told, retold};
use crate::app::turns::kept;
use crate::app::turns::record::{Record, read};

/// A turn as it was.
#[derive(Clone, Debug)]
pub(crate) struct Looked {
    /// When, and how far it has come.
    pub stored: Stored,
    /// What went in and what it came to.
    pub record: Record,
    /// Its calls; empty in a list.
    pub calls: Vec<Sent>,
}

/// A call as it was sent.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    /// What is known of it.
    pub call: Call,
    /// The payload, as JSON text; only where it was asked for.
    pub payload: Option<String>,
}

/// A page of the turns of a session, in order.
///
/// # Errors
/// [`Fault::Missing`], or a `next` that is none of this list's.
pub(crate) async fn list(
    app: &App,
    who: &Who,
    id: &str,
    paging: Paging,
) -> Result<Page<Looked>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned(), paging);
    let page = app
        .store
        .read(input, |tx, (of, id, paging)| {
            Box::pin(async move {
                session::get(tx, of, id).await?;
                turn::list(tx, of, id, paging).await
            })
        })
        .await?;
    let looked = |stored: Stored| {
        let record = read(&stored)?;
        Ok(Looked { stored, record, calls: Vec::new() })
    };
    let items = page.items.into_iter().map(looked).collect::<Result<Vec<_>, Fault>>()?;
    Ok(Page { items, next: page.next })
}

/// A turn with its calls.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(
    app: &App,
    who: &Who,
    id: &str,
    n: u32,
    with_payload: bool,
) -> Result<Looked, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned(), n, with_payload);
    let (stored, calls) = app
        .store
        .read(input, |tx, (of, id, n, with_payload)| {
            Box::pin(async move {
                session::get(tx, of, id).await?;
                let stored = turn::get(tx, of, id, *n).await?;
                let mut calls = Vec::new();
                for call in turn::calls(tx, of, id, *n).await? {
                    let mut payload = Vec::new();
                    if *with_payload {
                        for hash in &call.segments {
                            payload.extend(turn::text(tx, of, id, hash).await?);
                        }
                    }
                    calls.push((call, payload));
                }
                Ok((stored, calls))
            })
        })
        .await?;
    let record = read(&stored)?;
    let mut sent = Vec::new();
    for (call, payload) in calls {
        let payload = match with_payload {
            true => Some(String::from_utf8(payload).map_err(|_| {
                Fault::Broken(format!("the payload of call {} is no text", call.n))
            })?),
            false => None,
        };
        sent.push(Sent { call, payload });
    }
    Ok(Looked { stored, record, calls: sent })
}

/// What is told of a turn: as it runs, or as it was.
pub(crate) enum Heard {
    /// It runs, or did lately.
    Now(Arc<Course>),
    /// It was stored before.
    Before(Vec<Told>),
}

/// What is told of a turn.
///
/// # Errors
/// [`Fault::Missing`] where there is no such turn.
pub(crate) async fn events(app: &App, who: &Who, id: &str, n: u32) -> Result<Heard, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    app.store.read(input, |tx, (of, id)| Box::pin(session::get(tx, of, id))).await?;
    if let Some(course) = app.running.get(&who.workspace, id, n) {
        return Ok(Heard::Now(course));
    }
    let Looked { stored, record, .. } = get(app, who, id, n, false).await?;
    let done = record.done(&stored);
    let text = serde_json::to_string(&done).map_err(|error| Fault::Broken(error.to_string()))?;
    Ok(Heard::Before(retold(&done, text)))
}

/// A session with all its turns.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn export(
    app: &App,
    who: &Who,
    id: &str,
) -> Result<(Session, Vec<Looked>), Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    let session = app.store.read(input, |tx, (of, id)| Box::pin(session::get(tx, of, id))).await?;
    let turns = kept::all(app, &who.workspace, id).await?;
    let looked = |(stored, record)| Looked { stored, record, calls: Vec::new() };
    Ok((session, turns.into_iter().map(looked).collect()))
}
