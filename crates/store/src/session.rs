//! Sessions.
//!
//! Owns a conversation's state and its lease: one turn at a time, by whoever holds the newest fence. It
//! must never store what a turn said; that is `turn`.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::blob;
use crate::error::{Error, Result};
use crate::flow;
use crate::marks::Kind;
use crate::page::{Key, Order, Page, Paging, Select};
use crate::said;
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, to_json};

/// A conversation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// The agent.
    pub agent: String,
    /// The user, where there is one.
    pub user: Option<String>,
    /// Its state.
    pub state: Map<String, Json>,
    /// The message at which the history that is sent begins; those before it were cut.
    pub history_from: u32,
    /// How many turns it has.
    pub turns: u32,
    /// Raised by every write; what `If-Match` means.
    pub version: u32,
    /// The epoch that it was last served from: it is never served an older one.
    pub epoch: u32,
    /// Whether nothing of it is remembered.
    pub incognito: bool,
    /// The release that it was last served.
    pub release: Option<String>,
    /// What the host keeps with it: the grid of history, a kept summary, titles.
    pub meta: Map<String, Json>,
    /// When it began.
    pub created_at: Time,
    /// When it was last written.
    pub updated_at: Time,
}

/// What a new session is given.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSession {
    /// Its id, a UUID.
    pub id: String,
    /// The agent.
    pub agent: String,
    /// The user, where there is one.
    pub user: Option<String>,
    /// Its first state.
    pub state: Map<String, Json>,
    /// Whether nothing of it is remembered.
    pub incognito: bool,
    /// What the host keeps with it.
    pub meta: Map<String, Json>,
}

/// What is changed in a session between turns. What is left out stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    /// A new state, whole.
    pub state: Option<Map<String, Json>>,
    /// The message at which the history that is sent begins.
    pub history_from: Option<u32>,
    /// Whether nothing of it is remembered.
    pub incognito: Option<bool>,
    /// What the host keeps with it, whole.
    pub meta: Option<Map<String, Json>>,
}

/// The right to write a session's next turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Who has it.
    pub owner: String,
    /// Until when, unless it is renewed.
    pub until: Time,
    /// Its number: every new lease of a session has a higher one, and only the newest may write.
    pub fence: i64,
}

pub(crate) const COLUMNS: &str = "id, agent, user_id, state, history_from, turns, version, epoch, \
    incognito, release_hash, meta, created_at, updated_at";

/// Begins a conversation.
///
/// # Errors
///
/// [`Error::Exists`] where the id is taken, [`Error::NotFound`] where the workspace is not there.
pub async fn create(tx: &mut Tx, workspace: &str, new: &NewSession, now: Time) -> Result<Session> {
    tx.changes(Kind::Session, workspace, &new.id);
    tx.run(
        "INSERT INTO sessions (workspace, id, agent, user_id, state, history_from, turns, version, \
         epoch, incognito, release_hash, meta, lease_owner, lease_until, fence, created_at, \
         updated_at, step) VALUES ($1, $2, $3, $4, $5, 0, 0, 1, 0, $6, '', $7, '', 0, 0, $8, $8, $9)",
        &[
            workspace.into(),
            (&new.id).into(),
            (&new.agent).into(),
            new.user.as_deref().unwrap_or_default().into(),
            (&to_json(&new.state)?).into(),
            new.incognito.into(),
            (&to_json(&new.meta)?).into(),
            now.into(),
            flow::step(&new.state).into(),
        ],
    )
    .await?;
    flow::come(tx, workspace, &new.id, &new.state, now).await?;
    get(tx, workspace, &new.id).await
}

/// One conversation.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Session> {
    let sql = format!("SELECT {COLUMNS} FROM sessions WHERE workspace = $1 AND id = $2");
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    row.ok_or_else(|| Error::not_found("session", id)).and_then(decode)
}

/// Conversations, newest first; of all agents and users, or of one.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    agent: Option<&str>,
    user: Option<&str>,
    paging: &Paging,
) -> Result<Page<Session>> {
    page(select(workspace, agent, user), tx, paging).await
}

/// Conversations of all agents and users, or of one; more conditions may follow.
pub(crate) fn select<'a>(
    workspace: &'a str,
    agent: Option<&'a str>,
    user: Option<&'a str>,
) -> Select<'a> {
    let sql = format!("SELECT {COLUMNS} FROM sessions WHERE workspace = $?");
    let mut select = Select::new(&sql, &[workspace.into()]);
    if let Some(agent) = agent {
        select.and("agent = $?", &[agent.into()]);
    }
    if let Some(user) = user {
        select.and("user_id = $?", &[user.into()]);
    }
    select
}

/// A page of conversations, newest first.
pub(crate) async fn page(
    select: Select<'_>,
    tx: &mut Tx,
    paging: &Paging,
) -> Result<Page<Session>> {
    let order = Order { columns: &[("created_at", true), ("id", false)], descending: true };
    let key = |item: &Session| vec![Key::Int(item.created_at), Key::Text(item.id.clone())];
    select.page(tx, paging, &order, decode, key).await
}

/// Changes a session between its turns. A turn that is under way keeps it waiting.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Conflict`] where `expected` is not its version, [`Error::Held`] while
/// a turn is under way.
pub async fn patch(
    tx: &mut Tx,
    workspace: &str,
    id: &str,
    patch: &Patch,
    expected: Option<u32>,
    now: Time,
) -> Result<Session> {
    free(tx, workspace, id, now).await?;
    let session = get(tx, workspace, id).await?;
    if expected.is_some_and(|expected| expected != session.version) {
        return Err(Error::Conflict { current: session.version });
    }
    let state = patch.state.as_ref().unwrap_or(&session.state);
    let meta = patch.meta.as_ref().unwrap_or(&session.meta);
    tx.run(
        "UPDATE sessions SET state = $3, history_from = $4, incognito = $5, meta = $6, \
         version = version + 1, updated_at = $7, step = $8 WHERE workspace = $1 AND id = $2",
        &[
            workspace.into(),
            id.into(),
            (&to_json(state)?).into(),
            patch.history_from.unwrap_or(session.history_from).into(),
            patch.incognito.unwrap_or(session.incognito).into(),
            (&to_json(meta)?).into(),
            now.into(),
            flow::step(state).into(),
        ],
    )
    .await?;
    flow::come(tx, workspace, id, state, now).await?;
    get(tx, workspace, id).await
}

/// Erases a conversation with its turns, their texts, and what waits to be done for it.
///
/// # Errors
///
/// [`Error::NotFound`]. A turn that is under way does not keep it: it finds its session gone.
pub async fn delete(tx: &mut Tx, workspace: &str, id: &str) -> Result<()> {
    let of_it = [workspace.into(), id.into()];
    tx.changes(Kind::Session, workspace, id);
    // The session goes first: a turn that is under way waits here or finds nothing to write to.
    let sql = "DELETE FROM sessions WHERE workspace = $1 AND id = $2";
    if tx.run(sql, &of_it).await? == 0 {
        return Err(Error::not_found("session", id));
    }
    for table in ["feedback", "jobs", "idempotency"] {
        tx.run(format!("DELETE FROM {table} WHERE workspace = $1 AND session = $2"), &of_it)
            .await?;
    }
    said::erase(tx, workspace, id).await?;
    blob::erase(tx, workspace, id).await.map(|_| ())
}

/// Takes the lease of a session. A lease that has run out is taken over.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Held`] while somebody else has it.
pub async fn acquire(
    tx: &mut Tx,
    workspace: &str,
    id: &str,
    owner: &str,
    now: Time,
    until: Time,
) -> Result<Lease> {
    tx.changes(Kind::Session, workspace, id);
    let row = tx
        .row(
            "UPDATE sessions SET lease_owner = $3, lease_until = $4, fence = fence + 1 \
             WHERE workspace = $1 AND id = $2 AND (lease_owner = '' OR lease_until <= $5) \
             RETURNING fence",
            &[workspace.into(), id.into(), owner.into(), until.into(), now.into()],
        )
        .await?;
    match row {
        Some(mut row) => Ok(Lease { owner: owner.to_owned(), until, fence: row.int()? }),
        None => {
            let sql = "SELECT lease_until FROM sessions WHERE workspace = $1 AND id = $2";
            let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
            let until = row.ok_or_else(|| Error::not_found("session", id))?.int()?;
            Err(Error::Held { until })
        }
    }
}

/// Makes a lease last longer. It may have run out, as long as nobody took it.
///
/// # Errors
///
/// [`Error::Fenced`] where it has gone to somebody else or was given back.
pub async fn renew(
    tx: &mut Tx,
    workspace: &str,
    id: &str,
    lease: &Lease,
    until: Time,
) -> Result<Lease> {
    tx.changes(Kind::Session, workspace, id);
    let sql = "UPDATE sessions SET lease_until = $3 WHERE workspace = $1 AND id = $2 \
               AND fence = $4 AND lease_owner <> ''";
    let params = [workspace.into(), id.into(), until.into(), lease.fence.into()];
    match tx.run(sql, &params).await? {
        0 => Err(Error::Fenced),
        _ => Ok(Lease { until, ..lease.clone() }),
    }
}

/// Gives a lease back.
///
/// # Errors
///
/// [`Error::Fenced`] where it has gone to somebody else or was given back.
pub async fn release(tx: &mut Tx, workspace: &str, id: &str, lease: &Lease) -> Result<()> {
    tx.changes(Kind::Session, workspace, id);
    let sql = "UPDATE sessions SET lease_owner = '', lease_until = 0 WHERE workspace = $1 \
               AND id = $2 AND fence = $3 AND lease_owner <> ''";
    match tx.run(sql, &[workspace.into(), id.into(), lease.fence.into()]).await? {
        0 => Err(Error::Fenced),
        _ => Ok(()),
    }
}

/// Takes the lease of a session away from whoever has it, so that nothing of the turn that is under way is
/// stored; whether somebody had it.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn revoke(tx: &mut Tx, workspace: &str, id: &str, now: Time) -> Result<bool> {
    tx.changes(Kind::Session, workspace, id);
    let sql = "UPDATE sessions SET lease_owner = '', lease_until = 0, fence = fence + 1 \
               WHERE workspace = $1 AND id = $2 AND lease_owner <> '' AND lease_until > $3";
    if tx.run(sql, &[workspace.into(), id.into(), now.into()]).await? > 0 {
        return Ok(true);
    }
    get(tx, workspace, id).await.map(|_| false)
}

/// Keeps turns away until this transaction has ended; refuses while one is under way.
async fn free(tx: &mut Tx, workspace: &str, id: &str, now: Time) -> Result<()> {
    tx.changes(Kind::Session, workspace, id);
    // Writing the row is what locks it, on both databases. Whoever let a lease run out and is still at
    // work must not write over what is written now.
    let sql = "UPDATE sessions SET fence = fence + CASE WHEN lease_until <= $3 THEN 1 ELSE 0 END \
               WHERE workspace = $1 AND id = $2 RETURNING lease_owner, lease_until";
    let row = tx.row(sql, &[workspace.into(), id.into(), now.into()]).await?;
    let mut row = row.ok_or_else(|| Error::not_found("session", id))?;
    let (owner, until) = (row.text()?, row.int()?);
    if owner.is_empty() || until <= now { Ok(()) } else { Err(Error::Held { until }) }
}

pub(crate) fn decode(mut row: Row) -> Result<Session> {
    Ok(Session {
        id: row.text()?,
        agent: row.text()?,
        user: row.text_or_none()?,
        state: row.json()?,
        history_from: row.count()?,
        turns: row.count()?,
        version: row.count()?,
        epoch: row.count()?,
        incognito: row.truth()?,
        release: row.text_or_none()?,
        meta: row.json()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}
