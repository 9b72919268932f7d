//! Users.
//!
//! Owns the state that a user's sessions share, and erasing a user with everything that is theirs. It
//! must never keep anything that says who was erased.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::audit::{self, By, Entry};
use crate::epoch;
use crate::error::{Error, Result};
use crate::exposure;
use crate::marks::Kind;
use crate::memory;
use crate::page::{Key, Order, Page, Paging, Select};
use crate::said;
use crate::session;
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, to_json};

/// A user, with the state of scope `user`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct User {
    /// The id, as the application knows them.
    pub id: String,
    /// The state.
    pub state: Map<String, Json>,
    /// Raised by every change, from 1.
    pub version: u32,
    /// When the state was first written.
    pub created_at: Time,
    /// When it was last written.
    pub updated_at: Time,
}

/// What was erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Erased {
    /// Conversations, with their turns, texts and feedback.
    pub sessions: u32,
    /// Memories.
    pub memories: u32,
    /// Exposures that are nobody's now.
    pub exposures: u32,
}

const COLUMNS: &str = "id, state, version, created_at, updated_at";

/// One user.
///
/// # Errors
///
/// [`Error::NotFound`] where no state was ever written.
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<User> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE workspace = $1 AND id = $2");
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    row.ok_or_else(|| Error::not_found("user", id)).and_then(decode)
}

/// The users of a workspace, by id.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(tx: &mut Tx, workspace: &str, paging: &Paging) -> Result<Page<User>> {
    let sql = format!("SELECT {COLUMNS} FROM users WHERE workspace = $?");
    let order = Order { columns: &[("id", false)], descending: false };
    let select = Select::new(&sql, &[workspace.into()]);
    select.page(tx, paging, &order, decode, |user| vec![Key::Text(user.id.clone())]).await
}

/// Replaces a user's state, and makes the user where there is none.
///
/// # Errors
///
/// [`Error::Conflict`] where `expected` is not the version of the state (0 is: there is none).
pub async fn set_state(
    tx: &mut Tx,
    workspace: &str,
    id: &str,
    state: &Map<String, Json>,
    expected: Option<u32>,
    now: Time,
) -> Result<User> {
    tx.changes(Kind::User, workspace, id);
    let row = tx
        .row(
            "INSERT INTO users (workspace, id, state, version, created_at, updated_at) \
             VALUES ($1, $2, $3, 1, $4, $4) ON CONFLICT (workspace, id) DO UPDATE \
             SET state = excluded.state, version = users.version + 1, \
             updated_at = excluded.updated_at RETURNING version",
            &[workspace.into(), id.into(), (&to_json(state)?).into(), now.into()],
        )
        .await?;
    let mut row = row.ok_or_else(|| Error::Failed("no row was written".to_owned()))?;
    let current = row.count()?.saturating_sub(1);
    if expected.is_some_and(|expected| expected != current) {
        return Err(Error::Conflict { current });
    }
    get(tx, workspace, id).await
}

/// Erases a user: state, sessions with turns, texts and feedback, and memories. What they saw of
/// experiments stays, as somebody's: `salt`, which is random and kept nowhere, keeps it from being
/// found out whose. The record keeps that somebody was erased, and by whom.
///
/// # Errors
///
/// [`Error::NotFound`] where nothing of them is there.
pub async fn erase(tx: &mut Tx, by: &By, id: &str, salt: &str) -> Result<Erased> {
    if id.is_empty() {
        return Err(Error::not_found("user", id));
    }
    tx.changes(Kind::User, &by.workspace, id);
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let of_user = [(&by.workspace).into(), id.into()];
    let sql = "SELECT id FROM sessions WHERE workspace = $1 AND user_id = $2 ORDER BY id";
    let rows = tx.rows(sql, &of_user).await?;
    let sessions = rows.into_iter().map(|mut row| row.text()).collect::<Result<Vec<_>>>()?;
    let exposures = exposure::anonymise(tx, &by.workspace, id, &sessions, salt).await?;
    for session in &sessions {
        session::delete(tx, &by.workspace, session).await?;
    }
    if !sessions.is_empty() {
        said::merge(tx).await?;
    }
    let memories = memory::erase(tx, &by.workspace, id).await?;
    let sql = "DELETE FROM users WHERE workspace = $1 AND id = $2";
    let user = tx.run(sql, &of_user).await?;
    let sessions = u32::try_from(sessions.len()).unwrap_or(u32::MAX);
    let erased = Erased { sessions, memories, exposures };
    if user == 0 && erased == Erased::default() {
        return Err(Error::not_found("user", id));
    }
    let before = format!("{sessions} sessions, {memories} memories, {exposures} exposures");
    let entry = Entry { action: "erase", kind: "user", subject: "", before: &before, after: "" };
    audit::record(tx, by, epoch, &entry).await?;
    Ok(erased)
}

fn decode(mut row: Row) -> Result<User> {
    Ok(User {
        id: row.text()?,
        state: row.json()?,
        version: row.count()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}
