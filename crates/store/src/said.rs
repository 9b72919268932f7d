//! What was said in conversations, to be found by its words.
//!
//! Owns the texts of turns as people read them, and their index. A turn is stored first and indexed
//! later, by a host that reads its record, so that no turn waits for this. It must never read a record,
//! and never keep a text longer than its session.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::error::{Error, Result};
use crate::page::Select;
use crate::time::Time;
use crate::tx::{Dialect, Tx};
use crate::value::Row;
use crate::words::words;

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// The user.
    User,
    /// The agent: its model, or the engine in its place.
    Agent,
}

impl Speaker {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Agent => "agent",
        }
    }

    pub(crate) fn read(word: &str) -> Result<Self> {
        let found = [Self::User, Self::Agent].into_iter().find(|speaker| speaker.word() == word);
        found.ok_or_else(|| Error::Corrupt(format!("`{word}` is nobody who says something")))
    }
}

/// A turn that is stored and not indexed yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its workspace.
    pub workspace: String,
    /// Its session.
    pub session: String,
    /// Its number.
    pub n: u32,
    /// When it was last written.
    pub updated_at: Time,
    /// What is stored of it: JSON text.
    pub record: String,
}

/// How many bytes of different words of a text are indexed, at most: PostgreSQL takes a megabyte.
const MOST: usize = 512 * 1024;

/// Turns that are not indexed yet, of all workspaces or of one.
///
/// # Errors
///
/// Those of the database.
pub async fn waiting(tx: &mut Tx, workspace: Option<&str>, limit: u32) -> Result<Vec<Waiting>> {
    let sql = "SELECT workspace, session, n, updated_at, record FROM turns WHERE indexed = 0";
    let mut select = Select::new(sql, &[]);
    if let Some(workspace) = workspace {
        select.and("workspace = $?", &[workspace.into()]);
    }
    let rows = select.rows(tx, &format!(" ORDER BY workspace, session, n LIMIT {limit}")).await?;
    let read = |mut row: Row| {
        Ok(Waiting {
            workspace: row.text()?,
            session: row.text()?,
            n: row.count()?,
            updated_at: row.int()?,
            record: row.text()?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Indexes what was said in a turn, in place of what was known of it. A turn that is gone, or that went
/// on meanwhile, is left alone.
///
/// # Errors
///
/// Those of the database.
pub async fn put(tx: &mut Tx, turn: &Waiting, said: &[(Speaker, String)]) -> Result<()> {
    let of_turn = [(&turn.workspace).into(), (&turn.session).into(), turn.n.into()];
    let [workspace, session, n] = of_turn;
    let sql = "UPDATE turns SET indexed = 1 WHERE workspace = $1 AND session = $2 AND n = $3 \
               AND indexed = 0 AND updated_at = $4";
    if tx.run(sql, &[workspace, session, n, turn.updated_at.into()]).await? == 0 {
        return Ok(());
    }
    let sql = "DELETE FROM said WHERE workspace = $1 AND session = $2 AND n = $3 RETURNING seq";
    let before = tx.rows(sql, &of_turn).await?;
    unindex(tx, before).await?;
    for (speaker, text) in said.iter().filter(|(_, text)| !text.is_empty()) {
        let sql = "INSERT INTO said (workspace, session, n, speaker, text) \
                   VALUES ($1, $2, $3, $4, $5) RETURNING seq";
        let params = [workspace, session, n, speaker.word().into(), text.into()];
        let row = tx.row(sql, &params).await?;
        let seq = row.ok_or_else(|| Error::Failed("no row was written".to_owned()))?.int()?;
        let sql = match tx.dialect() {
            Dialect::Sqlite => "INSERT INTO said_index (rowid, words) VALUES ($1, $2)",
            Dialect::Postgres => {
                "INSERT INTO said_index (rowid, words) \
                 VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))"
            }
        };
        tx.run(sql, &[seq.into(), (&indexed(&turn.workspace, text)).into()]).await?;
    }
    Ok(())
}

/// Forgets what was said in a session.
pub(crate) async fn erase(tx: &mut Tx, workspace: &str, session: &str) -> Result<()> {
    let sql = "DELETE FROM said WHERE workspace = $1 AND session = $2 RETURNING seq";
    let rows = tx.rows(sql, &[workspace.into(), session.into()]).await?;
    unindex(tx, rows).await
}

/// Takes the words of what was deleted out of the file, not only out of reach.
pub(crate) async fn merge(tx: &mut Tx) -> Result<()> {
    if tx.dialect() == Dialect::Sqlite {
        tx.run("INSERT INTO said_index (said_index) VALUES ('optimize')", &[]).await?;
    }
    Ok(())
}

/// The word that stands for a workspace in the index, so that a question looks at no other's words.
pub(crate) fn mark(workspace: &str) -> String {
    let hash = blake3::hash(workspace.as_bytes()).to_hex();
    format!("workspace{}", hash.get(..24).unwrap_or_default())
}

/// The words that the index is given: each once, for where they stand is not kept.
fn indexed(workspace: &str, text: &str) -> String {
    let mut all: BTreeSet<String> = BTreeSet::new();
    let mut bytes = 0;
    for word in words(text) {
        bytes += word.len() + 1;
        if bytes > MOST {
            break;
        }
        all.insert(word);
    }
    all.insert(mark(workspace));
    all.into_iter().collect::<Vec<_>>().join(" ")
}

async fn unindex(tx: &mut Tx, rows: Vec<Row>) -> Result<()> {
    for mut row in rows {
        tx.run("DELETE FROM said_index WHERE rowid = $1", &[row.int()?.into()]).await?;
    }
    Ok(())
}
