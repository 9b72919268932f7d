//! Where labels went.
//!
//! Owns the log of every line: who moved which label from which version to which, and which versions
//! were active before the active one. It must never move a label itself.

use serde::Serialize;

use crate::audit::By;
use crate::error::{Error, Result};
use crate::line::{Line, OF_LINE};
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::Row;

/// The label of the active version.
pub const PRODUCTION: &str = "production";

/// The label that the newest version has by itself.
pub const LATEST: &str = "latest";

/// How a label came to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// A version was made active.
    Activate,
    /// The active version was made inactive.
    Deactivate,
    /// The version that was active before was made active again.
    Rollback,
    /// A label was put on a version.
    Label,
    /// A label was taken away.
    Unlabel,
}

impl How {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Activate => "activate",
            Self::Deactivate => "deactivate",
            Self::Rollback => "rollback",
            Self::Label => "label",
            Self::Unlabel => "unlabel",
        }
    }

    fn read(word: &str) -> Result<Self> {
        let all = [Self::Activate, Self::Deactivate, Self::Rollback, Self::Label, Self::Unlabel];
        let found = all.into_iter().find(|how| how.word() == word);
        found.ok_or_else(|| Error::Corrupt(format!("`{word}` is no way for a label to move")))
    }
}

/// One move of a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The epoch that the move made.
    pub epoch: u32,
    /// The line.
    #[serde(flatten)]
    pub line: Line,
    /// The label; [`PRODUCTION`] for activations.
    pub label: String,
    /// How it came to move.
    pub how: How,
    /// The version that had it.
    pub from: Option<u32>,
    /// The version that has it now.
    pub to: Option<u32>,
    /// When.
    pub at: Time,
    /// Who moved it.
    pub actor: String,
    /// Why, in the words of who did it.
    pub note: String,
}

/// The log of a line, newest first.
///
/// # Errors
///
/// Those of the database.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    line: &Line,
    paging: &Paging,
) -> Result<Page<Move>> {
    let sql = "SELECT epoch, label, how, from_version, to_version, at, actor, note FROM log \
               WHERE workspace = $? AND kind = $? AND agent = $? AND prompt_type = $? AND phase = $?";
    let select = Select::new(sql, &line.params(workspace));
    let order = Order { columns: &[("epoch", true)], descending: true };
    let decode = |row| decode(row, line);
    select.page(tx, paging, &order, decode, |moved| vec![Key::Int(moved.epoch.into())]).await
}

/// Notes a move.
pub(crate) async fn note(
    tx: &mut Tx,
    by: &By,
    epoch: u32,
    line: &Line,
    (label, how): (&str, How),
    (from, to): (Option<u32>, Option<u32>),
) -> Result<()> {
    let mut params = line.params(&by.workspace).to_vec();
    params.extend_from_slice(&[
        epoch.into(),
        label.into(),
        how.word().into(),
        from.unwrap_or(0).into(),
        to.unwrap_or(0).into(),
        by.at.into(),
        by.actor.as_str().into(),
        by.note.as_str().into(),
    ]);
    tx.run(
        "INSERT INTO log (workspace, kind, agent, prompt_type, phase, epoch, label, how, \
         from_version, to_version, at, actor, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        &params,
    )
    .await
    .map(|_| ())
}

/// The versions that were active, the last one at the end. A rollback takes the last one away, so that
/// another rollback goes back further.
pub(crate) async fn past(tx: &mut Tx, workspace: &str, line: &Line) -> Result<Vec<u32>> {
    let sql = format!(
        "SELECT how, to_version FROM log WHERE {OF_LINE} AND label = '{PRODUCTION}' ORDER BY epoch"
    );
    let mut past = Vec::new();
    for mut row in tx.rows(sql, &line.params(workspace)).await? {
        let (how, to) = (How::read(&row.text()?)?, row.count()?);
        match how {
            How::Rollback => {
                while past.last().is_some_and(|last| *last != to) {
                    past.pop();
                }
            }
            How::Activate if past.last() != Some(&to) => past.push(to),
            _ => {}
        }
    }
    Ok(past)
}

fn decode(mut row: Row, line: &Line) -> Result<Move> {
    let version = |number: u32| Some(number).filter(|number| *number > 0);
    Ok(Move {
        epoch: row.count()?,
        line: line.clone(),
        label: row.text()?,
        how: How::read(&row.text()?)?,
        from: version(row.count()?),
        to: version(row.count()?),
        at: row.int()?,
        actor: row.text()?,
        note: row.text()?,
    })
}
