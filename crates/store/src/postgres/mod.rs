//! The store in PostgreSQL.
//!
//! Owns the pool, and trying again what the database says must be tried again. It must never wait for
//! the database without an end.

mod listen;

use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::error::{Error, Result};
use crate::marks::Marks;
use crate::migrate;
use crate::store::{Access, Boxed, Job, Store};
use crate::time::Time;
use crate::tx::Tx;
use crate::tx::postgres::fault;

/// How the store in PostgreSQL is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many connections there are, at most.
    pub connections: u32,
    /// How long a job waits for a connection.
    pub patience: Duration,
    /// How long a statement may take.
    pub statement: Duration,
    /// How often a job is tried, at most.
    pub tries: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connections: 16,
            patience: Duration::from_secs(3),
            statement: Duration::from_secs(30),
            tries: 8,
        }
    }
}

/// A store in PostgreSQL.
pub struct Postgres {
    pool: PgPool,
    options: Options,
    ticks: Arc<watch::Sender<u64>>,
    listener: Mutex<Option<JoinHandle<()>>>,
}

const WRITING: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
const READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

impl Postgres {
    /// Connects to a database and brings its schema up to date.
    ///
    /// # Errors
    ///
    /// [`Error::Newer`] where a later program wrote it, and what else keeps a database from being
    /// opened.
    pub async fn open(url: &str, options: Options, now: Time) -> Result<Self> {
        let connect = PgConnectOptions::from_str(url)
            .map_err(|_| Error::Invalid { what: "the address of the database", why: "unreadable" })?
            .application_name("proem")
            .statement_cache_capacity(256)
            // Logs are the service's, and it says what is in them.
            .disable_statement_logging()
            .options([
                ("statement_timeout", options.statement.as_millis().to_string()),
                ("lock_timeout", options.statement.as_millis().to_string()),
                ("idle_in_transaction_session_timeout", "60000".to_owned()),
            ]);
        let pool = |connections| {
            PgPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(options.patience)
                .connect_lazy_with(connect.clone())
        };
        let ticks = Arc::new(watch::channel(0).0);
        let store = Self {
            pool: pool(options.connections.max(1)),
            options: options.clone(),
            ticks: Arc::clone(&ticks),
            listener: Mutex::new(None),
        };
        let mut tx = store.begin(WRITING).await?;
        let migrated = migrate::migrate(&mut tx, now).await;
        store.end(tx, migrated).await?;
        let listener = tokio::spawn(listen::run(pool(1), ticks));
        *store.listener.lock().unwrap_or_else(PoisonError::into_inner) = Some(listener);
        Ok(store)
    }

    async fn begin(&self, begin: &'static str) -> Result<Tx> {
        self.pool.begin_with(begin).await.map(Tx::on_postgres).map_err(fault)
    }

    /// Commits what went well, and undoes what did not.
    async fn end<T>(&self, mut tx: Tx, result: Result<T>) -> Result<T> {
        let moved = tx.take_moved();
        let Some(transaction) = tx.into_transaction() else { return result };
        match result {
            Ok(value) => {
                transaction.commit().await.map_err(commit_fault)?;
                if moved {
                    self.ticks.send_modify(|count| *count = count.wrapping_add(1));
                }
                Ok(value)
            }
            Err(error) => {
                // It ends with its connection, if this does not reach the database.
                drop(transaction.rollback().await);
                Err(error)
            }
        }
    }

    async fn once(&self, begin: &'static str, job: &mut dyn Job) -> Result<()> {
        let mut tx = self.begin(begin).await?;
        let result = job.run(&mut tx).await;
        self.end(tx, result).await
    }
}

impl Store for Postgres {
    fn submit(&self, access: Access, mut job: Box<dyn Job>) -> Boxed<'_, Result<()>> {
        Box::pin(async move {
            let begin = match access {
                Access::Read => READING,
                // Other machines live on when this database loses its power, and must not be given the same lease.
                Access::Write | Access::Claim => WRITING,
            };
            for attempt in 1_u32.. {
                match self.once(begin, job.as_mut()).await {
                    Err(Error::Busy) if attempt < self.options.tries => pause(attempt).await,
                    result => return result,
                }
            }
            Err(Error::Busy)
        })
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.ticks.subscribe()
    }

    fn marks(&self) -> Option<&Marks> {
        None
    }

    fn check(&self) -> Boxed<'_, Result<Vec<String>>> {
        // What PostgreSQL stores it checks itself; here it is asked whether every table can be read.
        Box::pin(async move {
            let tables = "SELECT tablename::text FROM pg_catalog.pg_tables \
                          WHERE schemaname = current_schema() ORDER BY 1";
            let mut tx = self.begin(READING).await?;
            let read = read_all(&mut tx, tables).await;
            self.end(tx, read).await.map(|()| Vec::new())
        })
    }

    fn copy<'s>(&'s self, _: &'s Path) -> Option<Boxed<'s, Result<()>>> {
        None
    }

    fn close(&self) -> Boxed<'_, ()> {
        if let Some(listener) = self.take_listener() {
            listener.abort();
        }
        Box::pin(self.pool.close())
    }
}

impl Postgres {
    fn take_listener(&self) -> Option<JoinHandle<()>> {
        self.listener.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(listener) = self.take_listener() {
            listener.abort();
        }
    }
}

async fn read_all(tx: &mut Tx, tables: &'static str) -> Result<()> {
    for mut row in tx.rows(tables, &[]).await? {
        let count = format!("SELECT COUNT(t.*) FROM \"{}\" t", row.text()?);
        tx.rows(count, &[]).await?;
    }
    Ok(())
}

/// A commit that got no answer may have happened: it is never tried again.
fn commit_fault(error: sqlx::Error) -> Error {
    match fault(error) {
        Error::Unavailable(why) => Error::Unavailable(format!("during the commit: {why}")),
        other => other,
    }
}

/// Waits longer from try to try, and not as long as the others who were in the way.
async fn pause(attempt: u32) {
    let most = 5_u64 << attempt.min(7);
    let some = RandomState::new().hash_one(attempt) % most;
    tokio::time::sleep(Duration::from_millis(most / 2 + some)).await;
}
