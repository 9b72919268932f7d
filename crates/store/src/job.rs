//! Work that is done later.
//!
//! Owns the queue: a job is leased, tried again after a failure, and put aside when it has failed too
//! often; jobs of one lane do not hold up those of another. It is done at least once; what it does must
//! bear that. It must never decide when to try again: that is its host's.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use crate::audit::{self, By, Entry};
use crate::epoch;
use crate::error::{Error, Result};
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::{Dialect, Tx};
use crate::value::{Param, Row};

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It waits for its time.
    Waiting,
    /// Somebody is at work on it.
    Running,
    /// It was given up: a person has to look.
    Dead,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Running, Self::Dead];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Dead => "dead",
        }
    }

    fn read(word: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|status| status.word() == word);
        found.ok_or_else(|| Error::Corrupt(format!("`{word}` is no status of a job")))
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Job {
    /// The workspace.
    pub workspace: String,
    /// Its id.
    pub id: String,
    /// What it is: `webhook`, `background`, …
    pub kind: String,
    /// Whom it must not hold up others for; empty where there is but one lane.
    pub lane: String,
    /// The session that it belongs to; it goes with it.
    pub session: Option<String>,
    /// What its host needs to do it: JSON text.
    pub payload: String,
    /// How far it is.
    pub status: Status,
    /// When it is to be done.
    pub run_at: Time,
    /// How often it was begun.
    pub attempts: u32,
    /// The right to finish it.
    pub fence: i64,
    /// Why it failed the last time.
    pub error: Option<String>,
    /// When it was added.
    pub created_at: Time,
}

/// What a new job is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Its id. A job with an id that is there is not added again.
    pub id: String,
    /// What it is.
    pub kind: String,
    /// Whom it must not hold up others for; empty where there is but one lane.
    pub lane: String,
    /// The session that it belongs to.
    pub session: Option<String>,
    /// What its host needs to do it: JSON text.
    pub payload: String,
    /// When it is to be done.
    pub run_at: Time,
}

const COLUMNS: &str = "workspace, id, kind, lane, session, payload, status, run_at, attempts, fence, error, \
    created_at";

/// Adds a job, best in the transaction of what it follows from; whether it is new.
///
/// # Errors
///
/// Those of the database.
pub async fn add(tx: &mut Tx, workspace: &str, new: &NewJob, now: Time) -> Result<bool> {
    let written = tx
        .run(
            "INSERT INTO jobs (workspace, id, kind, session, payload, status, run_at, attempts, \
             lease_owner, lease_until, fence, error, created_at, updated_at, lane) \
             VALUES ($1, $2, $3, $4, $5, 'waiting', $6, 0, '', 0, 0, '', $7, $7, $8) \
             ON CONFLICT (workspace, id) DO NOTHING",
            &[
                workspace.into(),
                (&new.id).into(),
                (&new.kind).into(),
                new.session.as_deref().unwrap_or_default().into(),
                (&new.payload).into(),
                new.run_at.into(),
                now.into(),
                (&new.lane).into(),
            ],
        )
        .await?;
    Ok(written == 1)
}

/// How many jobs somebody takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// How many in all.
    pub all: u32,
    /// How many of a lane, with those at work.
    pub each: u32,
    /// How many of each lane are at work with whoever takes.
    pub at_work: BTreeMap<String, u32>,
}

/// Takes jobs of a kind whose time has come, in whatever workspace they are; those whose owner let its lease run out
/// among them. Lanes take turns, and within a lane the oldest comes first.
///
/// # Errors
///
/// Those of the database.
pub async fn take(
    tx: &mut Tx,
    kind: &str,
    owner: &str,
    (now, until): (Time, Time),
    room: &Room,
) -> Result<Vec<Job>> {
    let mut found = Vec::new();
    for lane in lanes(tx, kind).await? {
        let at_work = room.at_work.get(&lane).copied().unwrap_or(0);
        let room = room.each.saturating_sub(at_work).min(room.all);
        if room > 0 {
            let due = due(tx, kind, &lane, now, room).await?;
            found.extend((at_work..).zip(due).map(|(turn, (at, of, id))| (turn, at, of, id)));
        }
    }
    found.sort();
    found.truncate(usize::try_from(room.all).unwrap_or(usize::MAX));
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut params: Vec<Param<'_>> = vec![owner.into(), until.into(), now.into()];
    let mut places = String::new();
    for (_, _, of, id) in &found {
        params.push(of.into());
        params.push(id.into());
        let comma = if places.is_empty() { "" } else { ", " };
        // Writing to a string cannot fail.
        let _ = write!(places, "{comma}(${}, ${})", params.len() - 1, params.len());
    }
    let sql = format!(
        "UPDATE jobs SET status = 'running', attempts = attempts + 1, lease_owner = $1, \
         lease_until = $2, fence = fence + 1, updated_at = $3 \
         WHERE (workspace, id) IN (VALUES {places}) RETURNING {COLUMNS}"
    );
    let rows = tx.rows(sql, &params).await?;
    let mut jobs = rows.into_iter().map(decode).collect::<Result<Vec<_>>>()?;
    jobs.sort_by(|a, b| (a.run_at, &a.id).cmp(&(b.run_at, &b.id)));
    Ok(jobs)
}

/// The lanes of a kind in which there are jobs. However many wait in one of them, it is one step.
async fn lanes(tx: &mut Tx, kind: &str) -> Result<Vec<String>> {
    let sql = "WITH RECURSIVE lanes (lane) AS (\
               SELECT MIN(lane) FROM jobs WHERE kind = $1 AND status <> 'dead' \
               UNION ALL SELECT (SELECT MIN(jobs.lane) FROM jobs WHERE jobs.kind = $1 \
               AND jobs.status <> 'dead' AND jobs.lane > lanes.lane) \
               FROM lanes WHERE lanes.lane IS NOT NULL) \
               SELECT lane FROM lanes WHERE lane IS NOT NULL";
    let rows = tx.rows(sql, &[kind.into()]).await?;
    rows.into_iter().map(|mut row| row.text()).collect()
}

/// When they were to be done, the workspaces and the ids of the oldest jobs of a lane whose time has come.
async fn due(
    tx: &mut Tx,
    kind: &str,
    lane: &str,
    now: Time,
    most: u32,
) -> Result<Vec<(Time, String, String)>> {
    // Where several nodes take at once, each takes others.
    let locking = match tx.dialect() {
        Dialect::Sqlite => "",
        Dialect::Postgres => " FOR UPDATE SKIP LOCKED",
    };
    let sql = format!(
        "SELECT run_at, workspace, id FROM jobs WHERE kind = $1 AND lane = $2 AND status <> 'dead' \
         AND run_at <= $3 AND (status = 'waiting' OR lease_until <= $3) \
         ORDER BY run_at, id LIMIT {most}{locking}"
    );
    let rows = tx.rows(sql, &[kind.into(), lane.into(), now.into()]).await?;
    rows.into_iter().map(|mut row| Ok((row.int()?, row.text()?, row.text()?))).collect()
}

/// Makes the lease of a job last longer.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody else has it.
pub async fn renew(tx: &mut Tx, job: &Job, until: Time) -> Result<()> {
    let sql = "UPDATE jobs SET lease_until = $4 WHERE workspace = $1 AND id = $2 AND fence = $3 \
               AND status = 'running'";
    fenced(tx, sql, job, &[until.into()]).await
}

/// Takes a job off the queue, best in the transaction of what it did.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody else has it.
pub async fn finish(tx: &mut Tx, job: &Job) -> Result<()> {
    let sql =
        "DELETE FROM jobs WHERE workspace = $1 AND id = $2 AND fence = $3 AND status = 'running'";
    fenced(tx, sql, job, &[]).await
}

/// Notes that a job failed; it is tried again at a time, or given up.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody else has it.
pub async fn fail(
    tx: &mut Tx,
    job: &Job,
    error: &str,
    again: Option<Time>,
    now: Time,
) -> Result<()> {
    let sql = "UPDATE jobs SET status = $4, run_at = $5, error = $6, updated_at = $7, \
               lease_owner = '', lease_until = 0 \
               WHERE workspace = $1 AND id = $2 AND fence = $3 AND status = 'running'";
    let status = if again.is_some() { "waiting" } else { "dead" };
    let run_at = again.unwrap_or(job.run_at);
    fenced(tx, sql, job, &[status.into(), run_at.into(), error.into(), now.into()]).await
}

/// One job.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Job> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE workspace = $1 AND id = $2");
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    row.ok_or_else(|| Error::not_found("job", id)).and_then(decode)
}

/// The jobs of a workspace in the order in which they were added; all of them, or those that are so far or
/// of a kind.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    status: Option<Status>,
    kind: Option<&str>,
    paging: &Paging,
) -> Result<Page<Job>> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE workspace = $?");
    let mut select = Select::new(&sql, &[workspace.into()]);
    if let Some(status) = status {
        select.and("status = $?", &[status.word().into()]);
    }
    if let Some(kind) = kind {
        select.and("kind = $?", &[kind.into()]);
    }
    let order = Order { columns: &[("created_at", true), ("id", false)], descending: false };
    let key = |job: &Job| vec![Key::Int(job.created_at), Key::Text(job.id.clone())];
    select.page(tx, paging, &order, decode, key).await
}

/// How many jobs of each kind are how far.
///
/// # Errors
///
/// Those of the database.
pub async fn counts(tx: &mut Tx, workspace: &str) -> Result<Vec<(String, Status, u32)>> {
    let sql = "SELECT kind, status, COUNT(*) FROM jobs WHERE workspace = $1 GROUP BY kind, status \
               ORDER BY kind, status";
    let rows = tx.rows(sql, &[workspace.into()]).await?;
    rows.into_iter()
        .map(|mut row| Ok((row.text()?, Status::read(&row.text()?)?, row.count()?)))
        .collect()
}

/// Puts a job that was given up back into the queue.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such job, [`Error::Refused`] where it was not given up.
pub async fn revive(tx: &mut Tx, by: &By, id: &str) -> Result<Job> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let sql = "UPDATE jobs SET status = 'waiting', attempts = 0, run_at = $3, updated_at = $3 \
               WHERE workspace = $1 AND id = $2 AND status = 'dead'";
    let written = tx.run(sql, &[(&by.workspace).into(), id.into(), by.at.into()]).await?;
    let job = get(tx, &by.workspace, id).await?;
    if written == 0 {
        return Err(Error::Refused { why: "the job was not given up", by: Vec::new() });
    }
    record(tx, by, epoch, id, "revive").await?;
    Ok(job)
}

/// Takes a job off the queue for good. Whoever is at work on it finds it gone.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn delete(tx: &mut Tx, by: &By, id: &str) -> Result<()> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let sql = "DELETE FROM jobs WHERE workspace = $1 AND id = $2";
    match tx.run(sql, &[(&by.workspace).into(), id.into()]).await? {
        0 => Err(Error::not_found("job", id)),
        _ => record(tx, by, epoch, id, "delete").await,
    }
}

async fn record(tx: &mut Tx, by: &By, epoch: u32, subject: &str, action: &str) -> Result<()> {
    let entry = Entry { action, kind: "job", subject, before: "", after: "" };
    audit::record(tx, by, epoch, &entry).await
}

async fn fenced(tx: &mut Tx, sql: &'static str, job: &Job, more: &[Param<'_>]) -> Result<()> {
    let mut params: Vec<Param<'_>> =
        vec![(&job.workspace).into(), (&job.id).into(), job.fence.into()];
    params.extend_from_slice(more);
    match tx.run(sql, &params).await? {
        0 => Err(Error::Fenced),
        _ => Ok(()),
    }
}

fn decode(mut row: Row) -> Result<Job> {
    Ok(Job {
        workspace: row.text()?,
        id: row.text()?,
        kind: row.text()?,
        lane: row.text()?,
        session: row.text_or_none()?,
        payload: row.text()?,
        status: Status::read(&row.text()?)?,
        run_at: row.int()?,
        attempts: row.count()?,
        fence: row.int()?,
        error: row.text_or_none()?,
        created_at: row.int()?,
    })
}
