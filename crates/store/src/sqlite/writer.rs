//! The one thread that writes.
//!
//! Owns the group commit: jobs that wait are run one behind the other, each inside a savepoint, and one
//! commit makes them durable. It must never say that a job is done before that commit.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use tokio::sync::{mpsc, oneshot, watch};

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

/// A job that was run, and what there is to say when its group is committed.
type Settled = (oneshot::Sender<Result<()>>, Result<()>);

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
        let mut group = VecDeque::new();
        let (mut before, mut took) = (0, Duration::ZERO);
        while let Some(first) = jobs.blocking_recv() {
            group.push_back(first);
            gather(&mut group, &mut jobs, before.min(self.options.group), took / SHARE);
            while group.len() < self.options.group
                && let Ok(next) = jobs.try_recv()
            {
                group.push_back(next);
            }
            before = group.len();
            let begin = Instant::now();
            self.settle(&mut group);
            took = begin.elapsed();
        }
    }

    /// Runs a group and answers all of it: first what need not be synced, so that it does not wait for what must.
    fn settle(&mut self, group: &mut VecDeque<Task>) {
        let gate = Arc::clone(&self.gate);
        let _passing = gate.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut claims, mut writes): (VecDeque<_>, VecDeque<_>) =
            group.drain(..).partition(|task| task.is_claim);
        self.settle_all(&mut claims, Sync::Later);
        self.settle_all(&mut writes, Sync::Now);
        // The other side is busy if it cannot take the signal; it looks again by itself.
        let _ = self.tell.signal.try_send(());
    }

    fn settle_all(&mut self, group: &mut VecDeque<Task>, sync: Sync) {
        if group.is_empty() {
            return;
        }
        let mut settled = Vec::new();
        let outcome = self.commit(group, &mut settled, sync);
        // Before anybody hears of it. Where a commit fails nobody knows what is written.
        self.tell.marks.note(outcome.as_ref().unwrap_or(&Changed::whatever()));
        let outcome = outcome.map(drop);
        // Whoever was refused was refused because of what others wrote before, in the same group: if
        // that was not committed, the refusal means nothing.
        for (reply, result) in settled {
            drop(reply.send(outcome.clone().and(result)));
        }
        for task in group.drain(..) {
            drop(task.reply.send(outcome.clone()));
        }
        if outcome.is_err() {
            self.recover();
        }
    }

    fn commit(
        &mut self,
        group: &mut VecDeque<Task>,
        settled: &mut Vec<Settled>,
        sync: Sync,
    ) -> Result<Changed> {
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
        let (mut moved, mut changed) = (false, Changed::default());
        while let Some(mut task) = group.pop_front() {
            let _of_the_job_before = (tx.take_moved(), tx.take_told());
            let (result, broken) = match in_savepoint(tx, task.job.as_mut()) {
                Ok(result) => (result, None),
                Err(error) => (Err(error.clone()), Some(error)),
            };
            if result.is_ok() {
                moved |= tx.take_moved();
                changed.add(tx.take_told());
            }
            settled.push((task.reply, result));
            if let Some(error) = broken {
                // The jobs before this one went with it.
                return Err(error);
            }
        }
        control(tx, "COMMIT")?;
        if moved {
            self.tell.ticks.send_modify(|count| *count = count.wrapping_add(1));
        }
        Ok(changed)
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
    group: &mut VecDeque<Task>,
    jobs: &mut mpsc::Receiver<Task>,
    expected: usize,
    patience: Duration,
) {
    let deadline = Instant::now() + patience;
    while group.len() < expected {
        match jobs.try_recv() {
            Ok(next) => group.push_back(next),
            Err(_) if Instant::now() < deadline => std::thread::sleep(GLANCE),
            Err(_) => return,
        }
    }
}

/// Runs a job and undoes it where it fails. The error outside is one that has ended, or spoilt, the
/// transaction around it.
fn in_savepoint(tx: &mut Tx, job: &mut dyn Job) -> Result<Result<()>> {
    control(tx, "SAVEPOINT job")?;
    let result = run(tx, job);
    if let Err(error) = &result {
        if has_ended(tx) {
            return Err(error.clone());
        }
        control(tx, "ROLLBACK TO job")?;
    }
    control(tx, "RELEASE job")?;
    Ok(result)
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
