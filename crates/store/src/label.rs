//! Labels: movable names of versions.
//!
//! Owns putting them on versions, taking them away, and who may. It must never move `production` (that
//! is `version::activate`) or `latest`, which moves by itself.

use std::collections::BTreeMap;

use crate::audit::{self, By, Entry};
use crate::epoch;
use crate::error::{Error, Result};
use crate::line::{Line, OF_LINE};
use crate::log::{self, How, LATEST, PRODUCTION};
use crate::tx::Tx;
use crate::value::Param;

/// Why who may not move a protected label is refused.
pub const PROTECTED: &str = "the label is protected, and this key may not move it";

/// Labels by the place of a version: type, phase and number.
pub(crate) type Labels = BTreeMap<(String, String, String, u32), Vec<String>>;

/// Puts a label on a version; it leaves the one that had it.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such version, [`Error::Refused`] where the label is protected,
/// [`Error::Conflict`] where `expected` does not have the label (0 is: no version has it),
/// [`Error::Invalid`] for a label that moves otherwise.
pub async fn put(
    tx: &mut Tx,
    by: &By,
    line: &Line,
    label: &str,
    version: u32,
    expected: Option<u32>,
) -> Result<()> {
    movable(label)?;
    let epoch = epoch::advance(tx, &by.workspace).await?;
    guard(tx, by, label).await?;
    let from = current(tx, &by.workspace, line, label, expected).await?;
    let exists = format!("SELECT 1 FROM versions WHERE {OF_LINE} AND version = $6");
    let mut params = line.params(&by.workspace).to_vec();
    params.push(version.into());
    if tx.row(exists, &params).await?.is_none() {
        return Err(line.missing(Some(version)));
    }
    params.extend_from_slice(&[Param::from(label), by.at.into()]);
    tx.run(
        "INSERT INTO labels (workspace, kind, agent, prompt_type, phase, version, label, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (workspace, kind, agent, prompt_type, phase, label) \
         DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at",
        &params,
    )
    .await?;
    moved(tx, by, epoch, line, (label, How::Label), (from, Some(version))).await
}

/// Takes a label away.
///
/// # Errors
///
/// [`Error::NotFound`] where no version has it; else as [`put`].
pub async fn remove(
    tx: &mut Tx,
    by: &By,
    line: &Line,
    label: &str,
    expected: Option<u32>,
) -> Result<()> {
    movable(label)?;
    let epoch = epoch::advance(tx, &by.workspace).await?;
    guard(tx, by, label).await?;
    let from = current(tx, &by.workspace, line, label, expected).await?;
    if from.is_none() {
        return Err(Error::not_found("label", label));
    }
    let mut params = line.params(&by.workspace).to_vec();
    params.push(label.into());
    tx.run(format!("DELETE FROM labels WHERE {OF_LINE} AND label = $6"), &params).await?;
    moved(tx, by, epoch, line, (label, How::Unlabel), (from, None)).await
}

/// The version that has a label of its own.
///
/// # Errors
///
/// Those of the database.
pub async fn version(
    tx: &mut Tx,
    workspace: &str,
    line: &Line,
    label: &str,
) -> Result<Option<u32>> {
    let mut params = line.params(workspace).to_vec();
    params.push(label.into());
    let sql = format!("SELECT version FROM labels WHERE {OF_LINE} AND label = $6");
    tx.row(sql, &params).await?.map(|mut row| row.count()).transpose()
}

/// Protects a label, or lets it go: whoever moves a protected one must be allowed to. `production` can
/// be protected too.
///
/// # Errors
///
/// Those of the database.
pub async fn protect(tx: &mut Tx, by: &By, label: &str, protected: bool) -> Result<()> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let (action, sql) = match protected {
        true => (
            "protect",
            "INSERT INTO protected_labels (workspace, label) VALUES ($1, $2) \
             ON CONFLICT (workspace, label) DO NOTHING",
        ),
        false => ("unprotect", "DELETE FROM protected_labels WHERE workspace = $1 AND label = $2"),
    };
    tx.run(sql, &[by.workspace.as_str().into(), label.into()]).await?;
    let entry = Entry { action, kind: "label", subject: label, before: "", after: "" };
    audit::record(tx, by, epoch, &entry).await
}

/// The protected labels of a workspace.
///
/// # Errors
///
/// Those of the database.
pub async fn protected(tx: &mut Tx, workspace: &str) -> Result<Vec<String>> {
    let sql = "SELECT label FROM protected_labels WHERE workspace = $1 ORDER BY label";
    let rows = tx.rows(sql, &[workspace.into()]).await?;
    rows.into_iter().map(|mut row| row.text()).collect()
}

/// Refuses who may not move a label.
pub(crate) async fn guard(tx: &mut Tx, by: &By, label: &str) -> Result<()> {
    if by.may_move_protected {
        return Ok(());
    }
    let sql = "SELECT 1 FROM protected_labels WHERE workspace = $1 AND label = $2";
    match tx.row(sql, &[by.workspace.as_str().into(), label.into()]).await? {
        None => Ok(()),
        Some(_) => Err(Error::Refused { why: PROTECTED, by: vec![format!("label {label}")] }),
    }
}

/// The labels of all versions between two lines of a kind, inclusive.
pub(crate) async fn between(
    tx: &mut Tx,
    workspace: &str,
    first: &Line,
    last: &Line,
) -> Result<Labels> {
    let [_, kind, first_agent, first_type, first_phase] = first.params(workspace);
    let [_, _, last_agent, last_type, last_phase] = last.params(workspace);
    let rows = tx
        .rows(
            "SELECT agent, prompt_type, phase, version, label FROM labels \
             WHERE workspace = $1 AND kind = $2 \
             AND (agent, prompt_type, phase) >= ($3, $4, $5) \
             AND (agent, prompt_type, phase) <= ($6, $7, $8) ORDER BY label",
            &[
                workspace.into(),
                kind,
                first_agent,
                first_type,
                first_phase,
                last_agent,
                last_type,
                last_phase,
            ],
        )
        .await?;
    let mut labels = Labels::new();
    for mut row in rows {
        let place = (row.text()?, row.text()?, row.text()?, row.count()?);
        labels.entry(place).or_default().push(row.text()?);
    }
    Ok(labels)
}

/// All labels of a version: those of its own, and the two that follow from what it is.
pub(crate) fn of(labels: &Labels, line: &Line, version: u32, is: (bool, bool)) -> Vec<String> {
    let phase = line.phase.clone().unwrap_or_default();
    let place = (line.agent.clone(), line.prompt_type.clone(), phase, version);
    let (is_active, is_latest) = is;
    let own = labels.get(&place).into_iter().flatten().cloned();
    let active = is_active.then(|| PRODUCTION.to_owned());
    active.into_iter().chain(is_latest.then(|| LATEST.to_owned())).chain(own).collect()
}

/// The version that has a label, which must be the expected one.
async fn current(
    tx: &mut Tx,
    workspace: &str,
    line: &Line,
    label: &str,
    expected: Option<u32>,
) -> Result<Option<u32>> {
    let from = version(tx, workspace, line, label).await?;
    match expected {
        Some(expected) if expected != from.unwrap_or(0) => {
            Err(Error::Conflict { current: from.unwrap_or(0) })
        }
        _ => Ok(from),
    }
}

fn movable(label: &str) -> Result<()> {
    let why = match label {
        PRODUCTION => "`production` is the active version: activate it",
        LATEST => "`latest` moves by itself",
        "" => "it is empty",
        _ => return Ok(()),
    };
    Err(Error::Invalid { what: "label", why })
}

async fn moved(
    tx: &mut Tx,
    by: &By,
    epoch: u32,
    line: &Line,
    (label, how): (&str, How),
    (from, to): (Option<u32>, Option<u32>),
) -> Result<()> {
    log::note(tx, by, epoch, line, (label, how), (from, to)).await?;
    let place = |version: Option<u32>| version.map(|v| format!("{label}@{v}")).unwrap_or_default();
    let (subject, before, after) = (line.subject(), place(from), place(to));
    let entry = Entry {
        action: how.word(),
        kind: line.kind.word(),
        subject: &subject,
        before: &before,
        after: &after,
    };
    audit::record(tx, by, epoch, &entry).await
}
