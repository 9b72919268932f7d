//! Who changed what.
//!
//! Owns the record of management: one row for each epoch, each with a hash over itself and the hash of
//! the row before it, written in the transaction of the change. It must never be written to again, and
//! never hold what was said in a conversation.

use serde::Serialize;

use crate::epoch;
use crate::error::Result;
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::Row;

/// Who makes a change of management, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// In which workspace.
    pub workspace: String,
    /// Who: the name of an API key, of a user of the machine, of a node.
    pub actor: String,
    /// When.
    pub at: Time,
    /// Why, in the words of who does it; it may be empty.
    pub note: String,
    /// Whether protected labels may be moved.
    pub may_move_protected: bool,
}

/// What was changed.
pub(crate) struct Entry<'a> {
    pub(crate) action: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) subject: &'a str,
    /// A hash or a version of what was there; empty for nothing.
    pub(crate) before: &'a str,
    /// A hash or a version of what is there now; empty for nothing.
    pub(crate) after: &'a str,
}

/// One row of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// The epoch that the change made.
    pub epoch: u32,
    /// When.
    pub at: Time,
    /// Who.
    pub actor: String,
    /// What was done: `create`, `activate`, …
    pub action: String,
    /// To what: `prompt`, `agent`, `key`, …
    pub kind: String,
    /// To which one.
    pub subject: String,
    /// A hash or a version of what was there; empty for nothing.
    pub before: String,
    /// A hash or a version of what is there now; empty for nothing.
    pub after: String,
    /// Why, in the words of who did it.
    pub note: String,
    /// The hash over all of this and the hash of the row before.
    pub hash: String,
}

/// What walking a record found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum Verdict {
    /// No row was changed, taken away or put in between.
    Whole {
        /// How many rows there are.
        rows: u32,
        /// The hash of the last one. Kept elsewhere, it also shows later whether the end was cut off.
        last: String,
    },
    /// Something is wrong, first here.
    Broken {
        /// The epoch of the row.
        epoch: u32,
        /// What is wrong.
        why: &'static str,
    },
}

const COLUMNS: &str = "epoch, at, actor, action, kind, subject, before, after, note, hash";

/// How many rows are read at a time.
const CHUNK: i64 = 1000;

/// Writes the row of a change whose epoch was begun.
pub(crate) async fn record(tx: &mut Tx, by: &By, epoch: u32, entry: &Entry<'_>) -> Result<()> {
    let before = tx
        .row(
            "SELECT hash FROM audit WHERE workspace = $1 AND epoch = $2",
            &[by.workspace.as_str().into(), (i64::from(epoch) - 1).into()],
        )
        .await?;
    let previous = before.map(|mut row| row.text()).transpose()?.unwrap_or_default();
    let mut row = Record {
        epoch,
        at: by.at,
        actor: by.actor.clone(),
        action: entry.action.to_owned(),
        kind: entry.kind.to_owned(),
        subject: entry.subject.to_owned(),
        before: entry.before.to_owned(),
        after: entry.after.to_owned(),
        note: by.note.clone(),
        hash: String::new(),
    };
    row.hash = hash(&by.workspace, &previous, &row);
    tx.run(
        "INSERT INTO audit (workspace, epoch, at, actor, action, kind, subject, before, after, \
         note, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            by.workspace.as_str().into(),
            row.epoch.into(),
            row.at.into(),
            row.actor.as_str().into(),
            row.action.as_str().into(),
            row.kind.as_str().into(),
            row.subject.as_str().into(),
            row.before.as_str().into(),
            row.after.as_str().into(),
            row.note.as_str().into(),
            row.hash.as_str().into(),
        ],
    )
    .await
    .map(|_| ())
}

/// The record of a workspace, newest first.
///
/// # Errors
///
/// Those of the database.
pub async fn list(tx: &mut Tx, workspace: &str, paging: &Paging) -> Result<Page<Record>> {
    let sql = format!("SELECT {COLUMNS} FROM audit WHERE workspace = $?");
    let order = Order { columns: &[("epoch", true)], descending: true };
    let select = Select::new(&sql, &[workspace.into()]);
    select.page(tx, paging, &order, decode, |row| vec![Key::Int(row.epoch.into())]).await
}

/// Walks the whole record of a workspace.
///
/// # Errors
///
/// Those of the database, and [`Error::NotFound`](crate::error::Error::NotFound) where there is no such workspace.
pub async fn verify(tx: &mut Tx, workspace: &str) -> Result<Verdict> {
    let last_epoch = epoch::current(tx, workspace).await?;
    let (mut rows, mut last) = (0_u32, String::new());
    loop {
        let sql = format!(
            "SELECT {COLUMNS} FROM audit WHERE workspace = $1 AND epoch > $2 ORDER BY epoch LIMIT $3"
        );
        let found = tx.rows(sql, &[workspace.into(), rows.into(), CHUNK.into()]).await?;
        if found.is_empty() {
            break;
        }
        for row in found {
            let row = decode(row)?;
            if row.epoch != rows + 1 {
                return Ok(Verdict::Broken { epoch: rows + 1, why: "the row is missing" });
            }
            if row.hash != hash(workspace, &last, &row) {
                let why = "the row, or the one before it, is not what was written";
                return Ok(Verdict::Broken { epoch: row.epoch, why });
            }
            rows = row.epoch;
            last = row.hash;
        }
    }
    if rows != last_epoch {
        return Ok(Verdict::Broken { epoch: rows.min(last_epoch) + 1, why: "the end is missing" });
    }
    Ok(Verdict::Whole { rows, last })
}

/// The hash of a row: each field with its length before it, so that none can pass for another.
fn hash(workspace: &str, previous: &str, row: &Record) -> String {
    let mut hasher = blake3::Hasher::new();
    let (epoch, at) = (row.epoch.to_string(), row.at.to_string());
    let fields = [
        workspace,
        previous,
        &epoch,
        &at,
        &row.actor,
        &row.action,
        &row.kind,
        &row.subject,
        &row.before,
        &row.after,
        &row.note,
    ];
    for field in fields {
        hasher.update(&(field.len() as u64).to_le_bytes());
        hasher.update(field.as_bytes());
    }
    format!("b3:{}", hasher.finalize().to_hex())
}

fn decode(mut row: Row) -> Result<Record> {
    Ok(Record {
        epoch: row.count()?,
        at: row.int()?,
        actor: row.text()?,
        action: row.text()?,
        kind: row.text()?,
        subject: row.text()?,
        before: row.text()?,
        after: row.text()?,
        note: row.text()?,
        hash: row.text()?,
    })
}
