//! The change feed.
//!
//! Owns the epoch of a workspace: the number that every change of management raises by one, in its own
//! transaction, so that changes of a workspace come one behind the other. Whoever has seen an epoch can
//! ask for what came after it. It must never skip a change, whatever was lost on the way.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::error::{Error, Result};
use crate::store::Store;
use crate::tx::{Dialect, Tx};

/// The channel on which PostgreSQL tells other nodes that something changed.
pub(crate) const CHANNEL: &str = "proem";

/// How often a feed asks although nobody told it to: another process may have changed a file, and a
/// connection may have been cut without a sound.
const POLL: Duration = Duration::from_millis(500);

/// How many changes are read at a time.
const CHUNK: i64 = 1000;

/// One change of management.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The workspace.
    pub workspace: String,
    /// Its epoch after the change.
    pub epoch: u32,
    /// What changed: `prompt`, `agent`, `label`, `experiment`, `key`, …
    pub kind: String,
    /// Which one: for prompts and agents the name of the agent is its beginning, up to a `/`.
    pub subject: String,
    /// What was done: `create`, `activate`, …
    pub action: String,
}

/// Begins a change of management: raises the epoch and keeps other changes of the workspace waiting
/// until this transaction has ended.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such workspace.
pub(crate) async fn advance(tx: &mut Tx, workspace: &str) -> Result<u32> {
    let sql = "UPDATE workspaces SET epoch = epoch + 1 WHERE id = $1 RETURNING epoch";
    let row = tx.row(sql, &[workspace.into()]).await?;
    let epoch = row.ok_or_else(|| Error::not_found("workspace", workspace))?.count()?;
    tx.move_epoch();
    if tx.dialect() == Dialect::Postgres {
        tx.rows("SELECT pg_notify($1, $2)", &[CHANNEL.into(), workspace.into()]).await?;
    }
    Ok(epoch)
}

/// The epoch of a workspace.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such workspace.
pub async fn current(tx: &mut Tx, workspace: &str) -> Result<u32> {
    let row = tx.row("SELECT epoch FROM workspaces WHERE id = $1", &[workspace.into()]).await?;
    row.ok_or_else(|| Error::not_found("workspace", workspace))?.count()
}

/// The epoch of a workspace, which stays what it is until this transaction has ended: for who has checked
/// something against an epoch and writes only if it still is the current one.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such workspace.
pub async fn hold(tx: &mut Tx, workspace: &str) -> Result<u32> {
    // SQLite has one writer: nobody else can change it meanwhile.
    let lock = if tx.dialect() == Dialect::Postgres { " FOR UPDATE" } else { "" };
    let sql = format!("SELECT epoch FROM workspaces WHERE id = $1{lock}");
    let row = tx.row(sql, &[workspace.into()]).await?;
    row.ok_or_else(|| Error::not_found("workspace", workspace))?.count()
}

/// The epochs of all workspaces.
///
/// # Errors
///
/// Those of the database.
pub async fn all(tx: &mut Tx) -> Result<BTreeMap<String, u32>> {
    let rows = tx.rows("SELECT id, epoch FROM workspaces ORDER BY id", &[]).await?;
    rows.into_iter().map(|mut row| Ok((row.text()?, row.count()?))).collect()
}

/// The changes of a workspace after an epoch, in order; at most a thousand.
///
/// # Errors
///
/// Those of the database.
pub async fn since(tx: &mut Tx, workspace: &str, epoch: u32) -> Result<Vec<Change>> {
    let sql = "SELECT workspace, epoch, kind, subject, action FROM audit \
               WHERE workspace = $1 AND epoch > $2 ORDER BY epoch LIMIT $3";
    let rows = tx.rows(sql, &[workspace.into(), epoch.into(), CHUNK.into()]).await?;
    let change = |mut row: crate::value::Row| {
        Ok(Change {
            workspace: row.text()?,
            epoch: row.count()?,
            kind: row.text()?,
            subject: row.text()?,
            action: row.text()?,
        })
    };
    rows.into_iter().map(change).collect()
}

/// Follows the changes of all workspaces.
pub struct Feed {
    store: Arc<dyn Store>,
    ticks: watch::Receiver<u64>,
    seen: BTreeMap<String, u32>,
    behind: bool,
}

impl Feed {
    /// A feed of what came after the epochs that were seen; a workspace that is not among them is
    /// followed from its first epoch on.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, seen: BTreeMap<String, u32>) -> Self {
        let ticks = store.ticks();
        Self { store, ticks, seen, behind: true }
    }

    /// Waits for changes; each comes once, those of a workspace in their order. It comes back empty
    /// from time to time where nothing changed: the database was asked and is there.
    ///
    /// # Errors
    ///
    /// Those of the database. Nothing is lost: the next call begins where this one began.
    pub async fn next(&mut self) -> Result<Vec<Change>> {
        if !self.behind {
            // Told or not, it is time to ask. Where the store was closed, asking says so.
            drop(tokio::time::timeout(POLL, self.ticks.changed()).await);
        }
        self.ticks.mark_unchanged();
        self.behind = true;
        let seen = self.seen.clone();
        let changes = self.store.read(seen, |tx, seen| Box::pin(after(tx, seen))).await?;
        for change in &changes {
            self.seen.insert(change.workspace.clone(), change.epoch);
        }
        self.behind = !changes.is_empty();
        Ok(changes)
    }

    /// The epochs up to which changes were given out.
    #[must_use]
    pub fn seen(&self) -> &BTreeMap<String, u32> {
        &self.seen
    }
}

async fn after(tx: &mut Tx, seen: &BTreeMap<String, u32>) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    for (workspace, epoch) in all(tx).await? {
        let before = seen.get(&workspace).copied().unwrap_or(0);
        if epoch > before {
            changes.extend(since(tx, &workspace, before).await?);
        }
    }
    Ok(changes)
}
