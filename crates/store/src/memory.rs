//! Memories.
//!
//! Owns what is kept of users and projects from conversation to conversation, and finding it again. It
//! must never decide what is worth keeping, nor read one owner's memories for another.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::marks::Kind;
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::{Dialect, Tx};
use crate::value::{Param, Row};
use crate::words::{Question, Syntax, words};

/// Whose memories they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Owner {
    /// `user`, `core`, `project` or `shared`.
    pub scope: String,
    /// The user, the role, the role in a project, or the project.
    pub owner: String,
}

/// A memory.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Memory {
    /// Its id.
    pub id: String,
    /// `semantic`, `episodic` or `procedural`.
    pub kind: String,
    /// Whose it is.
    #[serde(flatten)]
    pub owner: Owner,
    /// The user whose data it is; erased with them.
    pub user: Option<String>,
    /// Its category; it may be empty.
    pub category: String,
    /// What is remembered.
    pub text: String,
    /// The session in which it was said.
    pub session: Option<String>,
    /// The turn in which it was said.
    pub turn: Option<u32>,
    /// `active`, or `dropped`: a rule that is kept only to say why it does not count.
    pub status: String,
    /// Why it was dropped.
    pub reason: Option<String>,
    /// What a model made of it, as bytes that the host understands.
    #[serde(skip)]
    pub embedding: Option<Vec<u8>>,
    /// Raised by every change, from 1.
    pub version: u32,
    /// When it was first kept.
    pub created_at: Time,
    /// When it was last changed.
    pub updated_at: Time,
}

/// What is changed in a memory. What is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// What is remembered. Its embedding goes, unless a new one comes with it.
    pub text: Option<String>,
    /// The category.
    pub category: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// What a model made of it.
    pub embedding: Option<Vec<u8>>,
}

/// What a list leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Memories of other owners.
    pub owner: Option<Owner>,
    /// Memories of other users.
    pub user: Option<String>,
    /// Other kinds.
    pub kind: Option<String>,
    /// Other categories.
    pub category: Option<String>,
    /// Other statuses.
    pub status: Option<String>,
}

const COLUMNS: &str = "id, kind, scope, owner, user_id, category, text, session, turn, status, reason, \
    embedding, version, created_at, updated_at";

/// How many memories a question looks at, at most: the newest of those that its words are in.
const CANDIDATES: u32 = 1000;

/// Keeps a memory. Its version is 1 and its times are `created_at`, whatever it says.
///
/// # Errors
///
/// [`Error::Exists`] where the id is taken.
pub async fn put(tx: &mut Tx, workspace: &str, new: &Memory) -> Result<()> {
    tx.changes(Kind::Memories, workspace, "");
    let row = tx
        .row(
            "INSERT INTO memories (workspace, id, kind, scope, owner, user_id, category, text, \
             session, turn, status, reason, embedding, version, created_at, updated_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $14) \
             RETURNING seq",
            &[
                workspace.into(),
                (&new.id).into(),
                (&new.kind).into(),
                (&new.owner.scope).into(),
                (&new.owner.owner).into(),
                new.user.as_deref().unwrap_or_default().into(),
                (&new.category).into(),
                (&new.text).into(),
                new.session.as_deref().unwrap_or_default().into(),
                new.turn.unwrap_or(0).into(),
                (&new.status).into(),
                new.reason.as_deref().unwrap_or_default().into(),
                new.embedding.as_deref().into(),
                new.created_at.into(),
            ],
        )
        .await?;
    let mut row = row.ok_or_else(|| Error::Failed("no row was written".to_owned()))?;
    index(tx, row.int()?, workspace, &new.owner, &new.text).await
}

/// One memory.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Memory> {
    let sql = format!("SELECT {COLUMNS} FROM memories WHERE workspace = $1 AND id = $2");
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    row.ok_or_else(|| Error::not_found("memory", id)).and_then(decode)
}

/// Memories, newest first.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    filter: &Filter,
    paging: &Paging,
) -> Result<Page<Memory>> {
    let sql = format!("SELECT {COLUMNS} FROM memories WHERE workspace = $?");
    let mut select = Select::new(&sql, &[workspace.into()]);
    if let Some(Owner { scope, owner }) = &filter.owner {
        select.and("scope = $? AND owner = $?", &[scope.into(), owner.into()]);
    }
    let others = [
        ("user_id = $?", &filter.user),
        ("kind = $?", &filter.kind),
        ("category = $?", &filter.category),
        ("status = $?", &filter.status),
    ];
    for (condition, value) in others {
        if let Some(value) = value {
            select.and(condition, &[value.into()]);
        }
    }
    let order = Order { columns: &[("created_at", true), ("id", false)], descending: true };
    let key = |memory: &Memory| vec![Key::Int(memory.created_at), Key::Text(memory.id.clone())];
    select.page(tx, paging, &order, decode, key).await
}

/// Active memories of some owners, of some kinds, newest first: of each owner and kind as many as `each`, found by
/// one statement.
///
/// # Errors
///
/// Those of the database.
pub async fn newest(
    tx: &mut Tx,
    workspace: &str,
    owners: &[Owner],
    kinds: &[&str],
    each: u32,
) -> Result<Vec<Memory>> {
    let pairs = owners.iter().flat_map(|owner| kinds.iter().map(move |kind| (owner, *kind)));
    let mut params: Vec<Param<'_>> = vec![workspace.into()];
    let mut parts = Vec::new();
    for (owner, kind) in pairs {
        let at = params.len();
        params.extend([&owner.scope, &owner.owner, kind].map(Param::from));
        parts.push(format!(
            "SELECT * FROM (SELECT {COLUMNS} FROM memories WHERE workspace = $1 AND scope = ${} \
             AND owner = ${} AND kind = ${} AND status = 'active' \
             ORDER BY created_at DESC, id DESC LIMIT {each}) AS part{at}",
            at + 1,
            at + 2,
            at + 3,
        ));
    }
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let rows = tx.rows(parts.join(" UNION ALL "), &params).await?;
    let mut found = rows.into_iter().map(decode).collect::<Result<Vec<_>>>()?;
    found.sort_by(|one, other| (other.created_at, &other.id).cmp(&(one.created_at, &one.id)));
    Ok(found)
}

/// Active memories of some owners that answer a question, the best first, each with its score. A
/// question without words has no answer.
///
/// # Errors
///
/// Those of the database.
pub async fn search(
    tx: &mut Tx,
    workspace: &str,
    owners: &[Owner],
    question: &Question,
    limit: u32,
) -> Result<Vec<(Memory, f64)>> {
    if question.is_empty() || owners.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<_> = owners.iter().map(|owner| mark(workspace, owner)).collect();
    let (found, syntax) = Syntax::of(tx.dialect(), "memory_index");
    let expression = question.expression(&marks, &syntax);
    let sql = format!(
        "SELECT {COLUMNS} FROM memories WHERE workspace = $? AND status = 'active' \
         AND seq IN (SELECT rowid FROM memory_index WHERE {found})"
    );
    let select = Select::new(&sql, &[workspace.into(), (&expression).into()]);
    let tail = format!(" ORDER BY created_at DESC, id DESC LIMIT {CANDIDATES}");
    let rows = select.rows(tx, &tail).await?;
    let mut memories = Vec::new();
    for row in rows {
        let memory = decode(row)?;
        // The mark of an owner is a hash; what it stands for decides.
        if owners.contains(&memory.owner) {
            memories.push(Some(memory));
        }
    }
    let texts: Vec<_> =
        memories.iter().flatten().map(|memory: &Memory| words(&memory.text)).collect();
    let ranked = question.ranked(&texts).into_iter().take(limit as usize);
    let taken = ranked.filter_map(|(at, score)| Some((memories.get_mut(at)?.take()?, score)));
    Ok(taken.collect())
}

/// Changes a memory.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Conflict`] where `expected` is not its version.
pub async fn patch(
    tx: &mut Tx,
    workspace: &str,
    id: &str,
    patch: &Patch,
    expected: Option<u32>,
    now: Time,
) -> Result<Memory> {
    tx.changes(Kind::Memories, workspace, "");
    // Writing the row is what locks it, on both databases.
    let sql = "UPDATE memories SET version = version + 1 WHERE workspace = $1 AND id = $2 \
               RETURNING seq, version";
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    let mut row = row.ok_or_else(|| Error::not_found("memory", id))?;
    let (seq, version) = (row.int()?, row.count()?);
    let current = version.saturating_sub(1);
    if expected.is_some_and(|expected| expected != current) {
        return Err(Error::Conflict { current });
    }
    let before = get(tx, workspace, id).await?;
    let kept = before.embedding.as_deref().filter(|_| patch.text.is_none());
    let text = patch.text.as_ref().unwrap_or(&before.text);
    tx.run(
        "UPDATE memories SET text = $3, category = $4, status = $5, embedding = $6, \
         updated_at = $7 WHERE workspace = $1 AND id = $2",
        &[
            workspace.into(),
            id.into(),
            text.into(),
            patch.category.as_ref().unwrap_or(&before.category).into(),
            patch.status.as_ref().unwrap_or(&before.status).into(),
            patch.embedding.as_deref().or(kept).into(),
            now.into(),
        ],
    )
    .await?;
    if patch.text.is_some() {
        unindex(tx, seq).await?;
        index(tx, seq, workspace, &before.owner, text).await?;
    }
    get(tx, workspace, id).await
}

/// Erases a memory.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn delete(tx: &mut Tx, workspace: &str, id: &str) -> Result<()> {
    tx.changes(Kind::Memories, workspace, "");
    let sql = "DELETE FROM memories WHERE workspace = $1 AND id = $2 RETURNING seq";
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    let seq = row.ok_or_else(|| Error::not_found("memory", id))?.int()?;
    unindex(tx, seq).await
}

/// Erases all memories of an owner; how many there were.
///
/// # Errors
///
/// Those of the database.
pub async fn forget(tx: &mut Tx, workspace: &str, owner: &Owner) -> Result<u32> {
    tx.changes(Kind::Memories, workspace, "");
    let sql =
        "DELETE FROM memories WHERE workspace = $1 AND scope = $2 AND owner = $3 RETURNING seq";
    let params = [workspace.into(), (&owner.scope).into(), (&owner.owner).into()];
    let rows = tx.rows(sql, &params).await?;
    drop_all(tx, rows).await
}

/// Erases all memories that are data of a user, whoever owns them; how many there were.
///
/// # Errors
///
/// Those of the database.
pub async fn erase(tx: &mut Tx, workspace: &str, user: &str) -> Result<u32> {
    tx.changes(Kind::Memories, workspace, "");
    let sql = "DELETE FROM memories WHERE workspace = $1 AND user_id = $2 RETURNING seq";
    let rows = tx.rows(sql, &[workspace.into(), user.into()]).await?;
    let count = drop_all(tx, rows).await?;
    if count > 0 && tx.dialect() == Dialect::Sqlite {
        // Until its parts are merged, the index keeps the words of what was deleted.
        tx.run("INSERT INTO memory_index (memory_index) VALUES ('optimize')", &[]).await?;
    }
    Ok(count)
}

/// Builds the index anew from the memories.
pub(crate) async fn reindex(tx: &mut Tx) -> Result<()> {
    let mut last = 0;
    loop {
        let sql = "SELECT seq, workspace, scope, owner, text FROM memories WHERE seq > $1 \
                   ORDER BY seq LIMIT 1000";
        let rows = tx.rows(sql, &[last.into()]).await?;
        if rows.is_empty() {
            return Ok(());
        }
        for mut row in rows {
            last = row.int()?;
            let workspace = row.text()?;
            let owner = Owner { scope: row.text()?, owner: row.text()? };
            let text = row.text()?;
            index(tx, last, &workspace, &owner, &text).await?;
        }
    }
}

async fn index(tx: &mut Tx, seq: i64, workspace: &str, owner: &Owner, text: &str) -> Result<()> {
    let mut all = words(text);
    all.push(mark(workspace, owner));
    let sql = match tx.dialect() {
        Dialect::Sqlite => "INSERT INTO memory_index (rowid, words) VALUES ($1, $2)",
        Dialect::Postgres => {
            "INSERT INTO memory_index (rowid, words) \
             VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))"
        }
    };
    tx.run(sql, &[seq.into(), (&all.join(" ")).into()]).await.map(|_| ())
}

async fn unindex(tx: &mut Tx, seq: i64) -> Result<()> {
    tx.run("DELETE FROM memory_index WHERE rowid = $1", &[seq.into()]).await.map(|_| ())
}

async fn drop_all(tx: &mut Tx, rows: Vec<Row>) -> Result<u32> {
    let mut count = 0;
    for mut row in rows {
        unindex(tx, row.int()?).await?;
        count += 1;
    }
    Ok(count)
}

/// The word that stands for an owner in the index, so that a question looks at nobody else's words.
fn mark(workspace: &str, owner: &Owner) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [workspace, &owner.scope, &owner.owner] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let hash = hasher.finalize().to_hex();
    format!("owner{}", hash.get(..24).unwrap_or_default())
}

fn decode(mut row: Row) -> Result<Memory> {
    Ok(Memory {
        id: row.text()?,
        kind: row.text()?,
        owner: Owner { scope: row.text()?, owner: row.text()? },
        user: row.text_or_none()?,
        category: row.text()?,
        text: row.text()?,
        session: row.text_or_none()?,
        turn: Some(row.count()?).filter(|turn| *turn > 0),
        status: row.text()?,
        reason: row.text_or_none()?,
        embedding: row.bytes_or_none()?,
        version: row.count()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}
