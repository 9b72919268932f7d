//! The one thread that writes.
//!
//! Owns the group commit: jobs that wait are run one behind the other, and one commit makes them durable. A job that
//! fails is undone and takes nobody with it. It must never say that a job is done before that commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use tokio::sync::{mpsc, watch};

use super::{Options, Task, connection, control, has_ended};
use crate::error::{Error, Result};
use crate::marks::{Changed, Marks};
use crate::store::{Boxed, Job};
use crate::tx::Tx;

pub(super) struct Writer {
    path: PathBuf,
    options: Options,
    /// None after a fault that makes the connection doubtful: the next group opens a new one.
    tx: Option<Tx>,
    /// How the connection is set.
    sync: Sync,
    gate: Arc<Mutex<()>>,
    tell: Tell,
}

/// Whom it tells what it wrote.
pub(super) struct Tell {
    /// Whoever follows management.
    pub ticks: Arc<watch::Sender<u64>>,
    /// Whoever keeps copies.
    pub marks: Arc<Marks>,
    /// The thread that moves the log.
    pub signal: SyncSender<()>,
}

/// The share of the last commit's time that is waited for more jobs, at most: an eighth.
const SHARE: u32 = 8;

/// How long it looks away while it waits for them.
const GLANCE: Duration = Duration::from_micros(50);

/// When what is committed is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sync {
    /// When its commit is done. All of the log that was written before is synced with it.
    Now,
    /// With the next commit that is.
    Later,
}

impl Sync {
    /// SQLite (pragma.html#pragma_synchronous): in WAL mode `NORMAL` syncs the log only before it is moved.
    fn pragma(self) -> &'static str {
        match self {
            Self::Now => "PRAGMA synchronous = FULL",
            Self::Later => "PRAGMA synchronous = NORMAL",
        }
    }
}

/// What a group came to, of which nothing is said before it is committed.
#[derive(Default)]
struct Done {
    /// What there is to say, job for job.
    results: Vec<Result<()>>,
    /// Whether management changed.
    moved: bool,
    changed: Changed,
}

/// Runs a job; none where it failed and what it wrote can only be undone with all of its group. An error is one that
/// has ended, or spoilt, the transaction.
type Attempt = fn(&mut Tx, &mut dyn Job) -> Result<Option<Result<()>>>;

impl Writer {
    pub(super) fn new(
        path: PathBuf,
        options: Options,
        tx: Tx,
        gate: Arc<Mutex<()>>,
        tell: Tell,
    ) -> Self {
        Self { path, options, tx: Some(tx), sync: Sync::Now, gate, tell }
    }

    /// Works until nobody can send jobs any more.
    pub(super) fn run(mut self, mut jobs: mpsc::Receiver<Task>) {
        let mut group = Vec::new();
        let (mut before, mut took) = (0, Duration::ZERO);
        while let Some(first) = jobs.blocking_recv() {
            group.push(first);
            gather(&mut group, &mut jobs, before.min(self.options.group), took / SHARE);
            while group.len() < self.options.group
                && let Ok(next) = jobs.try_recv()
            {
                group.push(next);
            }
            before = group.len();
            let begin = Instant::now();
            self.settle(&mut group);
            took = begin.elapsed();
        }
    }

    /// Runs a group and answers all of it: first what need not be synced, so that it does not wait for what must.
    fn settle(&mut self, group: &mut Vec<Task>) {
        let gate = Arc::clone(&self.gate);
        let _passing = gate.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut claims, mut writes): (Vec<_>, Vec<_>) =
            group.drain(..).partition(|task| task.is_claim);
        self.settle_all(&mut claims, Sync::Later);
        self.settle_all(&mut writes, Sync::Now);
        // The other side is busy if it cannot take the signal; it looks again by itself.
        let _ = self.tell.signal.try_send(());
    }

    fn settle_all(&mut self, group: &mut Vec<Task>, sync: Sync) {
        if group.is_empty() {
            return;
        }
        let outcome = self.commit(group, sync);
        // Before anybody hears of it. Where a commit fails nobody knows what is written.
        let whatever = Changed::whatever();
        self.tell.marks.note(outcome.as_ref().map_or(&whatever, |done| &done.changed));
        // Whoever was refused was refused because of what others wrote before, in the same group: if
        // that was not committed, the refusal means nothing.
        match outcome {
            Ok(done) => {
                for (task, result) in group.drain(..).zip(done.results) {
                    drop(task.reply.send(result));
                }
            }
            Err(error) => {
                for task in group.drain(..) {
                    drop(task.reply.send(Err(error.clone())));
                }
                self.recover();
            }
        }
    }

    fn commit(&mut self, group: &mut [Task], sync: Sync) -> Result<Done> {
        let tx = match &mut self.tx {
            Some(tx) => tx,
            none => {
                self.sync = Sync::Now;
                none.insert(Tx::on_sqlite(connection::first(&self.path, &self.options)?))
            }
        };
        if self.sync != sync {
            control(tx, sync.pragma())?;
            self.sync = sync;
        }
        control(tx, "BEGIN IMMEDIATE")?;
        let done = match all(tx, group, plainly)? {
            Some(done) => done,
            None => {
                control(tx, "ROLLBACK")?;
                control(tx, "BEGIN IMMEDIATE")?;
                let none = || Error::Failed("a group has no outcome".to_owned());
                all(tx, group, in_savepoint)?.ok_or_else(none)?
            }
        };
        control(tx, "COMMIT")?;
        if done.moved {
            self.tell.ticks.send_modify(|count| *count = count.wrapping_add(1));
        }
        Ok(done)
    }

    /// Leaves no transaction behind. After a fault of the disk a new connection reads anew what is
    /// there.
    fn recover(&mut self) {
        if let Some(tx) = &self.tx
            && !has_ended(tx)
        {
            drop(control(tx, "ROLLBACK"));
        }
        self.tx = None;
    }
}

/// Waits a moment for as many jobs as the last group had. Those who were just answered come back with
/// their next job a little later than the first of them; whoever misses the commit waits for two.
fn gather(
    group: &mut Vec<Task>,
    jobs: &mut mpsc::Receiver<Task>,
    expected: usize,
    patience: Duration,
) {
    let deadline = Instant::now() + patience;
    while group.len() < expected {
        match jobs.try_recv() {
            Ok(next) => group.push(next),
            Err(_) if Instant::now() < deadline => std::thread::sleep(GLANCE),
            Err(_) => return,
        }
    }
}

/// Runs a group; none where an attempt gave none.
fn all(tx: &mut Tx, group: &mut [Task], attempt: Attempt) -> Result<Option<Done>> {
    let mut done = Done::default();
    for task in group {
        let _of_the_job_before = (tx.take_moved(), tx.take_told());
        let Some(result) = attempt(tx, task.job.as_mut())? else { return Ok(None) };
        if result.is_ok() {
            done.moved |= tx.take_moved();
            done.changed.add(tx.take_told());
        }
        done.results.push(result);
    }
    Ok(Some(done))
}

/// Runs a job as it is: where each had a savepoint of its own, SQLite would copy every page before it is written to.
/// Most jobs that fail have written nothing; the group of one that has is run again.
fn plainly(tx: &mut Tx, job: &mut dyn Job) -> Result<Option<Result<()>>> {
    let before = changes(tx);
    let result = run(tx, job);
    match &result {
        Err(error) if has_ended(tx) => Err(error.clone()),
        Err(error) if changes(tx) != before || is_doubtful(error) => Ok(None),
        _ => Ok(Some(result)),
    }
}

/// Runs a job and undoes it alone where it fails.
fn in_savepoint(tx: &mut Tx, job: &mut dyn Job) -> Result<Option<Result<()>>> {
    control(tx, "SAVEPOINT job")?;
    let result = run(tx, job);
    if let Err(error) = &result {
        if has_ended(tx) {
            return Err(error.clone());
        }
        control(tx, "ROLLBACK TO job")?;
    }
    control(tx, "RELEASE job")?;
    Ok(Some(result))
}

/// Whether nobody knows how far the statement came: what it changed is not counted where it broke off.
fn is_doubtful(error: &Error) -> bool {
    matches!(
        error,
        Error::Corrupt(_)
            | Error::Failed(_)
            | Error::Unavailable(_)
            | Error::Full
            | Error::ReadOnly
    )
}

/// How many rows the connection has changed so far.
fn changes(tx: &Tx) -> u64 {
    tx.connection().map_or(0, rusqlite::Connection::total_changes)
}

/// Runs a job. Its future has nothing to wait for: a statement is done when it returns.
pub(super) fn run(tx: &mut Tx, job: &mut dyn Job) -> Result<()> {
    let outcome = catch_unwind(AssertUnwindSafe(|| job.run(tx).now_or_never()));
    match outcome {
        Ok(Some(result)) => result,
        Ok(None) => Err(Error::Failed("a job waited for something else".to_owned())),
        Err(_) => Err(Error::Failed("a job panicked".to_owned())),
    }
}

/// Runs one piece of work in a transaction of its own, on this thread.
pub(super) fn at_once<T>(
    tx: &mut Tx,
    work: impl for<'t> FnOnce(&'t mut Tx) -> Boxed<'t, Result<T>>,
) -> Result<T> {
    control(tx, "BEGIN IMMEDIATE")?;
    let waited = || Err(Error::Failed("a job waited for something else".to_owned()));
    let result = work(tx).now_or_never().unwrap_or_else(waited);
    match result {
        Ok(value) => control(tx, "COMMIT").map(|()| value),
        Err(error) => {
            drop(control(tx, "ROLLBACK"));
            Err(error)
        }
    }
}
