//! The store in a SQLite file.
//!
//! Owns its threads: one that writes, a few that read, one that moves what was written from the log
//! into the file. It must never run a statement on the caller's thread, except while it opens.

mod checkpoint;
mod connection;
mod reader;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot, watch};

use crate::error::{Error, Result};
use crate::marks::Marks;
use crate::migrate;
use crate::store::{Access, Boxed, Job, Store};
use crate::time::Time;
use crate::tx::Tx;
use crate::tx::sqlite::fault;

/// How the store in a file is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many threads read.
    pub readers: usize,
    /// How many jobs are committed together, at most.
    pub group: usize,
    /// How long a statement waits for another process that writes.
    pub patience: Duration,
    /// The name of SQLite's layer below, where it is not the usual one.
    pub vfs: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { readers: 2, group: 256, patience: Duration::from_secs(5), vfs: None }
    }
}

/// A store in a SQLite file.
pub struct Sqlite {
    path: PathBuf,
    options: Options,
    queues: Mutex<Option<Queues>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    ticks: Arc<watch::Sender<u64>>,
    marks: Arc<Marks>,
}

#[derive(Clone)]
struct Queues {
    writer: mpsc::Sender<Task>,
    reader: mpsc::Sender<Task>,
}

/// A job, and where to say that it is done.
struct Task {
    job: Box<dyn Job>,
    reply: oneshot::Sender<Result<()>>,
    /// Whether a power cut may take it back.
    is_claim: bool,
}

/// How many jobs may wait before who brings more has to wait too.
const QUEUE: usize = 1024;

impl Sqlite {
    /// Opens a file, makes it where there is none, and brings its schema up to date. It blocks while
    /// it does.
    ///
    /// # Errors
    ///
    /// [`Error::Newer`] where a later program wrote it, [`Error::Corrupt`] where it is no database, and
    /// what else keeps a file from being opened.
    pub fn open(path: &Path, options: Options, now: Time) -> Result<Self> {
        let mut tx = Tx::on_sqlite(connection::first(path, &options)?);
        writer::at_once(&mut tx, |tx| Box::pin(async move { migrate::migrate(tx, now).await }))?;

        let gate = Arc::new(Mutex::new(()));
        let ticks = Arc::new(watch::channel(0).0);
        let marks = Arc::new(Marks::default());
        let (writer, jobs) = mpsc::channel(QUEUE);
        let (reader, questions) = mpsc::channel(QUEUE);
        let questions = Arc::new(Mutex::new(questions));
        let (signal, signals) = std::sync::mpsc::sync_channel(1);

        let mut threads = Vec::new();
        let place = || (path.to_owned(), options.clone());
        let (at, how) = place();
        let tell = writer::Tell { ticks: Arc::clone(&ticks), marks: Arc::clone(&marks), signal };
        let write = writer::Writer::new(at, how, tx, Arc::clone(&gate), tell);
        threads.push(spawn("proem-writer", move || write.run(jobs))?);
        for _ in 0..options.readers.max(1) {
            let ((at, how), questions) = (place(), Arc::clone(&questions));
            threads.push(spawn("proem-reader", move || reader::run(&at, &how, &questions))?);
        }
        let (at, how) = place();
        threads.push(spawn("proem-checkpoint", move || {
            checkpoint::run(&at, &how, &signals, &gate);
        })?);
        Ok(Self {
            path: path.to_owned(),
            options,
            queues: Mutex::new(Some(Queues { writer, reader })),
            threads: Mutex::new(threads),
            ticks,
            marks,
        })
    }

    fn queues(&self) -> Option<Queues> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Store for Sqlite {
    fn submit(&self, access: Access, job: Box<dyn Job>) -> Boxed<'_, Result<()>> {
        let queues = self.queues();
        Box::pin(async move {
            let gone = || Error::Unavailable("the store is closed".to_owned());
            let queues = queues.ok_or_else(gone)?;
            let queue = match access {
                Access::Read => queues.reader,
                Access::Write | Access::Claim => queues.writer,
            };
            let (reply, answer) = oneshot::channel();
            queue
                .send(Task { job, reply, is_claim: access == Access::Claim })
                .await
                .map_err(|_| gone())?;
            drop(queue);
            answer.await.map_err(|_| gone())?
        })
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }

    fn marks(&self) -> Option<&Marks> {
        Some(&self.marks)
    }

    fn check(&self) -> Boxed<'_, Result<Vec<String>>> {
        let (path, options) = (self.path.clone(), self.options.clone());
        Box::pin(aside(move || connection::check(&connection::reading(&path, &options)?)))
    }

    fn copy<'s>(&'s self, to: &'s Path) -> Option<Boxed<'s, Result<()>>> {
        let (path, options, to) = (self.path.clone(), self.options.clone(), to.to_owned());
        Some(Box::pin(aside(move || connection::copy(&connection::reading(&path, &options)?, &to))))
    }

    fn close(&self) -> Boxed<'_, ()> {
        // Threads end when nobody can send them anything.
        *self.queues.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let threads =
            std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        Box::pin(async move {
            let joined = aside(move || {
                threads.into_iter().for_each(|thread| drop(thread.join()));
                Ok(())
            });
            drop(joined.await);
        })
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map_err(|error| Error::Unavailable(format!("a thread cannot be started: {error}")))
}

/// Runs what takes its time where it keeps nobody waiting.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Error::Failed(error.to_string())))
}

/// Runs a statement that begins, ends or marks a transaction.
fn control(tx: &Tx, sql: &str) -> Result<()> {
    let connection = tx.connection().ok_or_else(|| Error::Failed("no connection".to_owned()))?;
    let mut statement = connection.prepare_cached(sql).map_err(fault)?;
    statement.raw_execute().map(|_| ()).map_err(fault)
}

/// Whether SQLite has ended the transaction by itself, as it does on a full disk or a failed write.
fn has_ended(tx: &Tx) -> bool {
    tx.connection().is_none_or(rusqlite::Connection::is_autocommit)
}
