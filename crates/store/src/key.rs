//! API keys.
//!
//! Owns who may ask: the hash of each key, its scopes and its end. A key is long and random, so a fast
//! hash keeps it. It must never keep the key itself, and never make one: randomness is an input.

use serde::Serialize;

use crate::audit::{self, By, Entry};
use crate::epoch;
use crate::error::{Error, Result};
use crate::page::{Key as PageKey, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, to_json};

/// What every key begins with.
pub const PREFIX: &str = "proem_";

/// How many characters a key has at least, its beginning apart: 128 random bits in hexadecimal digits.
const SHORTEST: usize = 32;

/// How many of its last characters a list shows, so that people know which one it is.
const HINT: usize = 4;

/// An API key, without the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Key {
    /// Its id.
    pub id: String,
    /// The one workspace that it opens.
    pub workspace: String,
    /// What people call it.
    pub name: String,
    /// Its last characters.
    pub hint: String,
    /// What it may do: `read`, `edit`, `run`, `admin`.
    pub scopes: Vec<String>,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: Time,
    /// When it was last used, to the minute; none where it never was.
    pub used_at: Option<Time>,
    /// From when on it is refused; none is never.
    pub expires_at: Option<Time>,
    /// When it was revoked.
    pub revoked_at: Option<Time>,
}

/// What a new key is given.
#[derive(Clone, PartialEq, Eq)]
pub struct NewKey {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The key: [`PREFIX`] and at least 128 random bits.
    pub secret: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// From when on it is refused; none is never.
    pub expires_at: Option<Time>,
}

const COLUMNS: &str = "id, workspace, name, hint, scopes, created_by, created_at, used_at, \
    expires_at, revoked_at";

/// How exactly the last use is known: a row that is written with every request would be the busiest of
/// all.
pub const USED: Time = 60_000;

/// Stores a key.
///
/// # Errors
///
/// [`Error::Invalid`] for one that could be guessed, [`Error::Exists`] where its id is taken.
pub async fn create(tx: &mut Tx, by: &By, new: &NewKey) -> Result<Key> {
    let random = new.secret.strip_prefix(PREFIX).unwrap_or_default();
    if random.chars().count() < SHORTEST {
        return Err(Error::Invalid {
            what: "the key",
            why: "it must begin with `proem_` and go on with at least 32 random characters",
        });
    }
    let hint: String = random.chars().skip(random.chars().count() - HINT).collect();
    let epoch = epoch::advance(tx, &by.workspace).await?;
    tx.run(
        "INSERT INTO keys (workspace, id, name, hash, hint, scopes, created_by, created_at, used_at, \
         expires_at, revoked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, 0)",
        &[
            (&by.workspace).into(),
            (&new.id).into(),
            (&new.name).into(),
            (&hash(&new.secret)).into(),
            (&hint).into(),
            (&to_json(&new.scopes)?).into(),
            (&by.actor).into(),
            by.at.into(),
            new.expires_at.unwrap_or(0).into(),
        ],
    )
    .await?;
    let scopes = new.scopes.join(" ");
    let entry =
        Entry { action: "create", kind: "key", subject: &new.id, before: "", after: &scopes };
    audit::record(tx, by, epoch, &entry).await?;
    get(tx, &by.workspace, &new.id).await
}

/// The key that a request came with, in whatever workspace it is; none where it is unknown, revoked, or
/// has run out.
///
/// # Errors
///
/// Those of the database.
pub async fn find(tx: &mut Tx, secret: &str, now: Time) -> Result<Option<Key>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM keys WHERE hash = $1 AND revoked_at = 0 \
         AND (expires_at = 0 OR expires_at > $2)"
    );
    tx.row(sql, &[(&hash(secret)).into(), now.into()]).await?.map(decode).transpose()
}

/// Notes that a key was used; to the minute.
///
/// # Errors
///
/// Those of the database.
pub async fn touch(tx: &mut Tx, workspace: &str, id: &str, now: Time) -> Result<()> {
    let sql = "UPDATE keys SET used_at = $3 WHERE workspace = $1 AND id = $2 AND used_at < $4";
    let params = [workspace.into(), id.into(), now.into(), (now - USED).into()];
    tx.run(sql, &params).await.map(|_| ())
}

/// One key.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Key> {
    let sql = format!("SELECT {COLUMNS} FROM keys WHERE workspace = $1 AND id = $2");
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    row.ok_or_else(|| Error::not_found("key", id)).and_then(decode)
}

/// All keys of a workspace, revoked ones too, in the order in which they were made.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(tx: &mut Tx, workspace: &str, paging: &Paging) -> Result<Page<Key>> {
    let sql = format!("SELECT {COLUMNS} FROM keys WHERE workspace = $?");
    let order = Order { columns: &[("created_at", true), ("id", false)], descending: false };
    let select = Select::new(&sql, &[workspace.into()]);
    let at = |key: &Key| vec![PageKey::Int(key.created_at), PageKey::Text(key.id.clone())];
    select.page(tx, paging, &order, decode, at).await
}

/// Revokes a key for good. Its row stays.
///
/// # Errors
///
/// [`Error::NotFound`] where there is none, or it is revoked already.
pub async fn revoke(tx: &mut Tx, by: &By, id: &str) -> Result<Key> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let sql = "UPDATE keys SET revoked_at = $3 WHERE workspace = $1 AND id = $2 AND revoked_at = 0";
    if tx.run(sql, &[(&by.workspace).into(), id.into(), by.at.into()]).await? == 0 {
        return Err(Error::not_found("key", id));
    }
    let entry = Entry { action: "revoke", kind: "key", subject: id, before: "", after: "" };
    audit::record(tx, by, epoch, &entry).await?;
    get(tx, &by.workspace, id).await
}

/// How many keys can open anything: where there is none, a server makes the first.
///
/// # Errors
///
/// Those of the database.
pub async fn count(tx: &mut Tx) -> Result<u32> {
    let row = tx.row("SELECT COUNT(*) FROM keys WHERE revoked_at = 0", &[]).await?;
    row.map_or(Ok(0), |mut row| row.count())
}

fn hash(secret: &str) -> String {
    format!("b3:{}", blake3::hash(secret.as_bytes()).to_hex())
}

fn decode(mut row: Row) -> Result<Key> {
    let time = |at: Time| Some(at).filter(|at| *at > 0);
    Ok(Key {
        id: row.text()?,
        workspace: row.text()?,
        name: row.text()?,
        hint: row.text()?,
        scopes: row.json()?,
        created_by: row.text()?,
        created_at: row.int()?,
        used_at: time(row.int()?),
        expires_at: time(row.int()?),
        revoked_at: time(row.int()?),
    })
}
