//! Texts by their hash.
//!
//! Owns content that is kept once however often it is used. A scope keeps apart what must be erased
//! together: `""` holds the files of versions, a session's id the texts of its turns. It must never
//! find a text across workspaces or scopes.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::value::Param;

/// How many go into one statement. Statements are prepared once for each number.
const TOGETHER: usize = 16;

/// The hash that names a content: `b3:` and 64 hexadecimal digits, as everywhere in Proem.
#[must_use]
pub fn hash(content: &[u8]) -> String {
    format!("b3:{}", blake3::hash(content).to_hex())
}

/// A content with its hash. It is hashed where it is made, and cheap to hand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    hash: Arc<str>,
    bytes: Arc<[u8]>,
}

impl Content {
    /// A content.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { hash: hash(&bytes).into(), bytes }
    }

    /// Its hash.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

/// Keeps contents. What is there already stays as it is.
///
/// # Errors
///
/// Those of the database.
pub async fn put(
    tx: &mut Tx,
    workspace: &str,
    scope: &str,
    contents: impl IntoIterator<Item = &Content>,
) -> Result<()> {
    // One statement must not name a row twice.
    let new: BTreeMap<&str, &[u8]> =
        contents.into_iter().map(|content| (&*content.hash, &*content.bytes)).collect();
    let new: Vec<_> = new.into_iter().collect();
    for some in new.chunks(TOGETHER) {
        let mut params: Vec<Param<'_>> = vec![workspace.into(), scope.into()];
        let mut sql = String::from("INSERT INTO blobs (workspace, scope, hash, body) VALUES ");
        for (at, (hash, content)) in some.iter().enumerate() {
            params.extend_from_slice(&[Param::Text(hash), Param::Bytes(content)]);
            let comma = if at == 0 { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(sql, "{comma}($1, $2, ${}, ${})", at * 2 + 3, at * 2 + 4);
        }
        sql.push_str(" ON CONFLICT (workspace, scope, hash) DO NOTHING");
        tx.run(sql, &params).await?;
    }
    Ok(())
}

/// One content.
///
/// # Errors
///
/// [`Error::NotFound`]; [`Error::Corrupt`] where it is not what its hash says.
pub async fn get(tx: &mut Tx, workspace: &str, scope: &str, name: &str) -> Result<Vec<u8>> {
    let sql = "SELECT body FROM blobs WHERE workspace = $1 AND scope = $2 AND hash = $3";
    let row = tx.row(sql, &[workspace.into(), scope.into(), name.into()]).await?;
    let content = row.ok_or_else(|| Error::not_found("text", name))?.bytes()?;
    match hash(&content) == name {
        true => Ok(content),
        false => Err(Error::Corrupt(format!("a text is not what its hash {name} says"))),
    }
}

/// All contents of a scope that have one of these hashes.
///
/// # Errors
///
/// As [`get`].
pub async fn all(
    tx: &mut Tx,
    workspace: &str,
    scope: &str,
    names: impl IntoIterator<Item = &str>,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for name in names {
        if !found.contains_key(name) {
            found.insert(name.to_owned(), get(tx, workspace, scope, name).await?);
        }
    }
    Ok(found)
}

/// Erases a scope.
///
/// # Errors
///
/// Those of the database; [`Error::Refused`] for the scope of versions.
pub(crate) async fn erase(tx: &mut Tx, workspace: &str, scope: &str) -> Result<u64> {
    if scope.is_empty() {
        return Err(Error::Refused { why: "files of versions are not erased", by: Vec::new() });
    }
    let sql = "DELETE FROM blobs WHERE workspace = $1 AND scope = $2";
    tx.run(sql, &[workspace.into(), scope.into()]).await
}
