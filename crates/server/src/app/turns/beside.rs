//! What is stored beside a session that a turn begins with.
//!
//! Owns reading memories and exposures, in one transaction and only where the agent looks at them. It must never
//! store anything.

use std::sync::Arc;

use proem::agent::layer::{Engine, Fill};
use proem_store::error::Result;
use proem_store::exposure::{self, Exposure};
use proem_store::memory::Memory;
use proem_store::session::Session;
use proem_store::tx::Tx;

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::turns::remembered;
use crate::catalog::live::Serving;

/// What an agent looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    memories: bool,
    exposures: bool,
}

impl Looks {
    /// What an agent looks at: at memory in an expression or in a layer of rules, at exposures where an experiment
    /// is under way.
    pub(super) fn of(serving: &Serving) -> Self {
        let calls = &serving.compiled.agent.calls;
        let mut layers = calls.iter().flat_map(|call| &call.layers);
        let memories = serving.compiled.sees.memory
            || layers.any(|layer| layer.fill == Fill::Engine(Engine::Rules));
        Self { memories, exposures: !serving.experiments.is_empty() }
    }
}

/// What is stored beside a session.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// What of it was read.
    looks: Looks,
    /// Its memories, newest first.
    pub memories: Vec<Memory>,
    /// What the session and its user have seen of experiments.
    pub seen: Vec<Exposure>,
}

impl Beside {
    /// Whether this is what was read, no more and no less.
    pub(super) fn has(&self, looks: Looks) -> bool {
        self.looks == looks
    }
}

/// What an agent looks at beside a session; `known` is what was read already, perhaps for an older agent.
///
/// # Errors
/// Those of the database.
pub(super) async fn of(
    app: &App,
    workspace: &str,
    session: &Session,
    serving: &Serving,
    known: Option<Arc<Beside>>,
) -> std::result::Result<Arc<Beside>, Fault> {
    let looks = Looks::of(serving);
    if let Some(known) = known.filter(|known| known.has(looks)) {
        return Ok(known);
    }
    if looks == Looks::default() {
        return Ok(Arc::default());
    }
    let input = (workspace.to_owned(), session.clone(), looks);
    let found = app.store.read(input, |tx, (of, session, looks)| {
        Box::pin(async move { read(tx, of, session, *looks).await })
    });
    Ok(Arc::new(found.await?))
}

/// The same in a transaction that reads more.
///
/// # Errors
/// Those of the database.
pub(super) async fn read(
    tx: &mut Tx,
    workspace: &str,
    session: &Session,
    looks: Looks,
) -> Result<Beside> {
    let mut beside = Beside { looks, ..Beside::default() };
    if looks.memories {
        beside.memories = remembered::newest(tx, workspace, session).await?;
    }
    if looks.exposures {
        let units = [Some(&session.id), session.user.as_ref()];
        for unit in units.into_iter().flatten() {
            beside.seen.extend(exposure::exposures(tx, workspace, unit).await?);
        }
    }
    Ok(beside)
}
