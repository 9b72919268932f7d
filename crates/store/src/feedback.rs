//! Feedback: what people thought of a turn or a session.
//!
//! Owns numbers (a yes is 1, a no is 0) and comments. It must never be changed once given; who thinks
//! otherwise later says so again.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::Row;

/// What somebody thought.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Feedback {
    /// Its id.
    pub id: String,
    /// The session.
    pub session: String,
    /// The turn, or none for the session as a whole.
    pub turn: Option<u32>,
    /// What it is about: `helpful`, `tone`, …
    pub name: String,
    /// The number, if there is one.
    pub number: Option<f64>,
    /// The comment; it may be empty.
    pub comment: String,
    /// Who gave it.
    pub actor: String,
    /// When.
    pub created_at: Time,
}

const COLUMNS: &str = "id, session, turn, name, number, comment, actor, created_at";

/// Keeps feedback.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such session or turn, [`Error::Exists`] where its id is taken,
/// [`Error::Invalid`] where the number is none.
pub async fn give(tx: &mut Tx, workspace: &str, new: &Feedback) -> Result<()> {
    if new.number.is_some_and(|number| !number.is_finite()) {
        return Err(Error::Invalid { what: "number", why: "it is not a finite number" });
    }
    let session = "SELECT turns FROM sessions WHERE workspace = $1 AND id = $2";
    let row = tx.row(session, &[workspace.into(), (&new.session).into()]).await?;
    let turns = row.ok_or_else(|| Error::not_found("session", &new.session))?.count()?;
    if let Some(turn) = new.turn.filter(|turn| *turn == 0 || *turn > turns) {
        return Err(Error::not_found("turn", turn.to_string()));
    }
    tx.run(
        "INSERT INTO feedback (workspace, id, session, turn, name, number, comment, actor, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            workspace.into(),
            (&new.id).into(),
            (&new.session).into(),
            new.turn.unwrap_or(0).into(),
            (&new.name).into(),
            new.number.into(),
            (&new.comment).into(),
            (&new.actor).into(),
            new.created_at.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Feedback, newest first; of all sessions, or of one.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    session: Option<&str>,
    paging: &Paging,
) -> Result<Page<Feedback>> {
    let sql = format!("SELECT {COLUMNS} FROM feedback WHERE workspace = $?");
    let mut select = Select::new(&sql, &[workspace.into()]);
    if let Some(session) = session {
        select.and("session = $?", &[session.into()]);
    }
    let order = Order { columns: &[("created_at", true), ("id", false)], descending: true };
    let key = |given: &Feedback| vec![Key::Int(given.created_at), Key::Text(given.id.clone())];
    select.page(tx, paging, &order, decode, key).await
}

fn decode(mut row: Row) -> Result<Feedback> {
    Ok(Feedback {
        id: row.text()?,
        session: row.text()?,
        turn: Some(row.count()?).filter(|turn| *turn > 0),
        name: row.text()?,
        number: row.float_or_none()?,
        comment: row.text()?,
        actor: row.text()?,
        created_at: row.int()?,
    })
}
