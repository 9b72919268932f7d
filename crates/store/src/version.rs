//! Versions: which one is active, and which may go.
//!
//! Owns the rows that prompts, agents and roles have in common. At most one version of a line is
//! active; the database sees to that. It must never change what a version contains.

use serde_json::json;

use crate::audit::{self, By, Entry};
use crate::blob;
use crate::epoch;
use crate::error::{Error, Result};
use crate::label;
use crate::line::{self, Kind, Line, OF_LINE};
use crate::log::{self, How, PRODUCTION};
use crate::refers;
use crate::tx::Tx;
use crate::webhook::{self, Event};

/// What a new version is given.
pub(crate) struct New<'a> {
    pub(crate) id: &'a str,
    pub(crate) hash: &'a str,
    pub(crate) author: &'a str,
    pub(crate) activate: bool,
    pub(crate) expected: Option<u32>,
}

/// Adds the next version of a line, in an epoch of its own, and activates it where that is asked. The
/// caller adds what it contains.
pub(crate) async fn add(tx: &mut Tx, by: &By, line: &Line, new: &New<'_>) -> Result<u32> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let version = line::next(tx, &by.workspace, line, new.expected).await?;
    let mut params = line.params(&by.workspace).to_vec();
    params.extend_from_slice(&[
        version.into(),
        new.id.into(),
        new.hash.into(),
        new.author.into(),
        by.note.as_str().into(),
        by.at.into(),
    ]);
    tx.run(
        "INSERT INTO versions (workspace, kind, agent, prompt_type, phase, version, id, hash, \
         is_active, author, note, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11, $11)",
        &params,
    )
    .await?;
    if new.activate {
        switch(tx, by, epoch, line, How::Activate, Some(version), None).await?;
    }
    let (subject, number) = (line.subject(), version.to_string());
    let before = version.checked_sub(1).filter(|before| *before > 0);
    let before = before.map(|before| before.to_string()).unwrap_or_default();
    let after = format!("{number} {}", new.hash);
    let entry = Entry {
        action: "create",
        kind: line.kind.word(),
        subject: &subject,
        before: &before,
        after: &after,
    };
    audit::record(tx, by, epoch, &entry).await?;
    Ok(version)
}

/// Makes a version the active one.
///
/// # Errors
///
/// [`Error::NotFound`] where there is none, [`Error::Conflict`] where `expected` is not the active one
/// (0 is: none is), [`Error::Refused`] where `production` is protected.
pub async fn activate(
    tx: &mut Tx,
    by: &By,
    line: &Line,
    version: u32,
    expected: Option<u32>,
) -> Result<()> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let from = switch(tx, by, epoch, line, How::Activate, Some(version), expected).await?;
    record(tx, by, epoch, line, "activate", (from, Some(version))).await
}

/// Makes the active version inactive. Where none is active, nothing changes.
///
/// # Errors
///
/// As [`activate`].
pub async fn deactivate(tx: &mut Tx, by: &By, line: &Line, expected: Option<u32>) -> Result<()> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let from = switch(tx, by, epoch, line, How::Deactivate, None, expected).await?;
    record(tx, by, epoch, line, "deactivate", (from, None)).await
}

/// Makes the version active that was active before, and says which one that is. Another rollback goes
/// back further; versions that were deleted meanwhile are passed over.
///
/// # Errors
///
/// [`Error::Refused`] where there is nothing to go back to; else as [`activate`].
pub async fn rollback(tx: &mut Tx, by: &By, line: &Line, expected: Option<u32>) -> Result<u32> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let nothing = || Error::Refused { why: "no other version was active before", by: Vec::new() };
    let target = previous(tx, &by.workspace, line).await?.ok_or_else(nothing)?;
    let from = switch(tx, by, epoch, line, How::Rollback, Some(target), expected).await?;
    record(tx, by, epoch, line, "rollback", (from, Some(target))).await?;
    Ok(target)
}

/// The version to which [`rollback`] would go back; none where no other version was active before.
///
/// # Errors
///
/// Those of the database.
pub async fn previous(tx: &mut Tx, workspace: &str, line: &Line) -> Result<Option<u32>> {
    let now = active(tx, workspace, line).await?;
    let mut past = log::past(tx, workspace, line).await?;
    if past.last().copied() == now {
        past.pop();
    }
    while let Some(version) = past.pop() {
        if Some(version) != now && id(tx, workspace, line, version).await?.is_some() {
            return Ok(Some(version));
        }
    }
    Ok(None)
}

/// Deletes a version that nothing refers to. Its number is not given again.
///
/// # Errors
///
/// [`Error::NotFound`], and [`Error::Refused`] with everything that refers to it.
pub async fn delete(tx: &mut Tx, by: &By, line: &Line, version: u32) -> Result<()> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    if id(tx, &by.workspace, line, version).await?.is_none() {
        return Err(line.missing(Some(version)));
    }
    let by_whom = refers::to(tx, &by.workspace, line, version).await?;
    if !by_whom.is_empty() {
        return Err(Error::Refused { why: "the version is in use", by: by_whom });
    }
    let mut params = line.params(&by.workspace).to_vec();
    params.push(version.into());
    tx.run(format!("DELETE FROM versions WHERE {OF_LINE} AND version = $6"), &params).await?;
    record(tx, by, epoch, line, "delete", (Some(version), None)).await
}

/// The number of the active version of a line.
///
/// # Errors
///
/// Those of the database.
pub async fn active(tx: &mut Tx, workspace: &str, line: &Line) -> Result<Option<u32>> {
    let sql = format!("SELECT version FROM versions WHERE {OF_LINE} AND is_active = 1");
    tx.row(sql, &line.params(workspace)).await?.map(|mut row| row.count()).transpose()
}

/// The number of the newest version of a line.
///
/// # Errors
///
/// Those of the database.
pub async fn latest(tx: &mut Tx, workspace: &str, line: &Line) -> Result<Option<u32>> {
    let sql = format!("SELECT version FROM versions WHERE {OF_LINE} ORDER BY version DESC LIMIT 1");
    tx.row(sql, &line.params(workspace)).await?.map(|mut row| row.count()).transpose()
}

/// The id of a version.
///
/// # Errors
///
/// Those of the database.
pub async fn id(tx: &mut Tx, workspace: &str, line: &Line, version: u32) -> Result<Option<String>> {
    let mut params = line.params(workspace).to_vec();
    params.push(version.into());
    let sql = format!("SELECT id FROM versions WHERE {OF_LINE} AND version = $6");
    tx.row(sql, &params).await?.map(|mut row| row.text()).transpose()
}

/// The number of the version of a line that has a hash; the newest, where several have it.
///
/// # Errors
///
/// Those of the database.
pub async fn with_hash(
    tx: &mut Tx,
    workspace: &str,
    line: &Line,
    hash: &str,
) -> Result<Option<u32>> {
    let mut params = line.params(workspace).to_vec();
    params.push(hash.into());
    let sql = format!(
        "SELECT version FROM versions WHERE {OF_LINE} AND hash = $6 ORDER BY version DESC LIMIT 1"
    );
    tx.row(sql, &params).await?.map(|mut row| row.count()).transpose()
}

/// The line and the number of a version.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn place(tx: &mut Tx, workspace: &str, kind: Kind, id: &str) -> Result<(Line, u32)> {
    let sql = "SELECT agent, prompt_type, phase, version FROM versions \
               WHERE workspace = $1 AND id = $2 AND kind = $3";
    let row = tx.row(sql, &[workspace.into(), id.into(), kind.word().into()]).await?;
    let mut row = row.ok_or_else(|| Error::not_found(kind.word(), id))?;
    let line =
        Line { kind, agent: row.text()?, prompt_type: row.text()?, phase: row.text_or_none()? };
    Ok((line, row.count()?))
}

/// Moves `production`, and says where it was.
async fn switch(
    tx: &mut Tx,
    by: &By,
    epoch: u32,
    line: &Line,
    how: How,
    to: Option<u32>,
    expected: Option<u32>,
) -> Result<Option<u32>> {
    // A role has no labels: its active version is what it is.
    if line.kind != Kind::Role {
        label::guard(tx, by, PRODUCTION).await?;
    }
    let from = active(tx, &by.workspace, line).await?;
    if expected.is_some_and(|expected| expected != from.unwrap_or(0)) {
        return Err(Error::Conflict { current: from.unwrap_or(0) });
    }
    if from == to {
        return Ok(from);
    }
    let mut params = line.params(&by.workspace).to_vec();
    params.push(by.at.into());
    let off = format!(
        "UPDATE versions SET is_active = 0, updated_at = $6 WHERE {OF_LINE} AND is_active = 1"
    );
    tx.run(off, &params).await?;
    if let Some(version) = to {
        params.push(version.into());
        let on = format!(
            "UPDATE versions SET is_active = 1, updated_at = $6 WHERE {OF_LINE} AND version = $7"
        );
        if tx.run(on, &params).await? == 0 {
            return Err(line.missing(Some(version)));
        }
    }
    log::note(tx, by, epoch, line, (PRODUCTION, how), (from, to)).await?;
    if let (Kind::Prompt, Some(version)) = (line.kind, to) {
        tell(tx, by, epoch, line, (from, version)).await?;
    }
    Ok(from)
}

/// Tells webhooks that another version of a prompt is active.
async fn tell(
    tx: &mut Tx,
    by: &By,
    epoch: u32,
    line: &Line,
    (from, version): (Option<u32>, u32),
) -> Result<()> {
    // Each change has an epoch of its own; an id is nobody else's, in whichever database.
    let subject = format!("{} {epoch} {} {}", by.workspace, by.at, line.subject());
    let event = Event {
        id: blob::hash(subject.as_bytes()).replace("b3:", "evt_"),
        kind: "prompt.activated".to_owned(),
        at: by.at,
        data: json!({
            "agent": line.agent, "prompt": line.name(), "version": version, "from": from,
            "by": by.actor, "note": by.note,
        }),
    };
    webhook::tell(tx, &by.workspace, None, &[event]).await.map(|_| ())
}

async fn record(
    tx: &mut Tx,
    by: &By,
    epoch: u32,
    line: &Line,
    action: &str,
    (before, after): (Option<u32>, Option<u32>),
) -> Result<()> {
    let number = |version: Option<u32>| version.map(|v| v.to_string()).unwrap_or_default();
    let (subject, before, after) = (line.subject(), number(before), number(after));
    let kind = line.kind.word();
    let entry = Entry { action, kind, subject: &subject, before: &before, after: &after };
    audit::record(tx, by, epoch, &entry).await
}
