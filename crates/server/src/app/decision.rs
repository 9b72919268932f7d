//! Checking and writing as one decision.
//!
//! Owns that what was checked is what becomes active: an agent is read and checked at an epoch, and the write
//! takes place only while nothing of the agent has changed since; else it is checked again. It must never
//! know what is checked or written.

use std::collections::BTreeSet;
use std::sync::Arc;

use proem_store::epoch::{self, Change};
use proem_store::error::Result as Outcome;
use proem_store::store::Boxed;
use proem_store::tx::Tx;

use crate::app::App;
use crate::app::access::Who;
use crate::app::fault::Fault;
use crate::app::load::{self, Stored};
use crate::app::watched::is_stored;

/// How often something is checked again before the caller is told to come back. Writers of one process wait
/// for each other, so that only those of other processes can be in the way.
const TRIES: u32 = 32;

/// How many changes are looked at; where there are more, the agent counts as changed.
const LOOKED_AT: usize = 1_000;

/// Reads an agent and whatever `read` asks for at one moment, has `check` judge it, and writes if it still is
/// so. What was written is served when this is ready.
///
/// # Errors
/// Those of `read`, `check` and `write`; [`Fault::Refused`] for an agent that is served from a folder;
/// [`Fault::Unavailable`] where others were in the way all the time.
pub(crate) async fn decide<I, S, T, R, C, W>(
    app: &App,
    who: &Who,
    agent: &str,
    input: I,
    read: R,
    check: C,
    write: W,
) -> Result<T, Fault>
where
    I: Clone + Send + Sync + 'static,
    S: Send + 'static,
    T: Send + 'static,
    R: for<'t> Fn(&'t mut Tx, &'t I) -> Boxed<'t, Outcome<S>> + Copy + Send + Sync + 'static,
    C: Fn(Option<&Stored>, &S) -> Result<(), Fault>,
    W: for<'t> Fn(&'t mut Tx, &'t I) -> Boxed<'t, Outcome<T>> + Copy + Send + Sync + 'static,
{
    is_stored(app, who, agent)?;
    let key = (who.workspace.clone(), agent.to_owned());
    let turnstile = app.turnstiles.get_with(key.clone(), Arc::default);
    let _passing = turnstile.lock().await;
    for _ in 0..TRIES {
        let (epoch, stored, seen) = app
            .store
            .read((key.clone(), input.clone()), move |tx, ((of, name), input)| {
                Box::pin(async move {
                    let epoch = epoch::current(tx, of).await?;
                    let stored = load::within(tx, of, name, &BTreeSet::new()).await?;
                    Ok((epoch, stored, read(tx, input).await?))
                })
            })
            .await?;
        check(stored.as_ref(), &seen)?;
        let written = app
            .store
            .write((key.clone(), epoch, input.clone()), move |tx, ((of, name), epoch, input)| {
                Box::pin(async move {
                    if moved(tx, of, name, *epoch).await? {
                        return Ok(None);
                    }
                    write(tx, input).await.map(Some)
                })
            })
            .await?;
        if let Some(written) = written {
            load::refresh(app, &who.workspace, agent).await?;
            return Ok(written);
        }
    }
    Err(Fault::Unavailable("the agent was changed again and again meanwhile".to_owned()))
}

/// Whether something of an agent has changed since an epoch. From here on nothing changes until the
/// transaction has ended.
async fn moved(tx: &mut Tx, of: &str, agent: &str, seen: u32) -> Outcome<bool> {
    if epoch::hold(tx, of).await? == seen {
        return Ok(false);
    }
    let changes = epoch::since(tx, of, seen).await?;
    let whole = changes.len() < LOOKED_AT;
    Ok(!whole || changes.iter().any(|change| is_about(change, agent)))
}

fn is_about(change: &Change, agent: &str) -> bool {
    let is_its_own = change.subject.split('/').next() == Some(agent);
    match change.kind.as_str() {
        "prompt" | "agent" => is_its_own,
        "config" => is_its_own || change.subject.is_empty(),
        _ => false,
    }
}
