//! What a store is: something that runs jobs in transactions.
//!
//! Owns the trait that both databases implement, and the one way in which callers hand in what they
//! want done. It must never know an entity.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use crate::error::{Error, Result};
use crate::marks::Marks;
use crate::tx::Tx;

/// A future in a box.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Something to be done in one transaction.
///
/// It may be run more than once: where the database says that it must be tried again, or where another job that shares
/// its transaction has to be undone. It must wait for nothing but its transaction.
pub trait Job: Send + 'static {
    /// Does it. What fails is rolled back.
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> Boxed<'t, Result<()>>;
}

/// Whether a job writes, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It only reads, and sees one state of the database all through.
    Read,
    /// It writes. When its future is ready, what it wrote survives a power cut.
    Write,
    /// It writes what is of use only while whoever asked for it lives, such as a lease. Everybody sees it when its
    /// future is ready, and it survives the end of the process. A power cut that ends whoever asked for it may take
    /// it back, where it ends everybody else who could have seen it, too.
    Claim,
}

/// A database.
pub trait Store: Send + Sync {
    /// Runs a job in a transaction of its own. Where the future is dropped before it is ready, nobody
    /// knows whether the job took effect.
    fn submit(&self, access: Access, job: Box<dyn Job>) -> Boxed<'_, Result<()>>;

    /// Ticks when something of management may have changed. It may tick for nothing, and it may miss
    /// what another process changed: [`crate::epoch::Feed`] makes up for both.
    fn ticks(&self) -> watch::Receiver<u64>;

    /// What was changed since somebody looked; none where another node may change it, too. What another process
    /// changes in a file is not in it.
    fn marks(&self) -> Option<&Marks>;

    /// Looks whether the database is whole; what is wrong with it, in sentences.
    fn check(&self) -> Boxed<'_, Result<Vec<String>>>;

    /// Writes a copy of the database to a new file, while it is in use; none where the database is
    /// no file.
    fn copy<'s>(&'s self, to: &'s std::path::Path) -> Option<Boxed<'s, Result<()>>>;

    /// Ends what was begun and lets the database go. Jobs that come later fail.
    fn close(&self) -> Boxed<'_, ()>;
}

impl dyn Store + '_ {
    /// Runs an operation that writes, or several of them, in one transaction. What it needs is handed
    /// in apart, because it may be run again.
    ///
    /// ```
    /// use proem_store::{error::Result, session, session::NewSession, store::Store};
    ///
    /// async fn begin(store: &dyn Store, new: NewSession, now: i64) -> Result<session::Session> {
    ///     store
    ///         .write((new, now), |tx, (new, now)| {
    ///             Box::pin(session::create(tx, "acme", new, *now))
    ///         })
    ///         .await
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The error of the operation, or that of the commit.
    pub async fn write<I, T, F>(&self, input: I, work: F) -> Result<T>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> Boxed<'t, Result<T>> + Send + Sync + 'static,
    {
        self.run(Access::Write, input, work).await
    }

    /// Runs an operation that writes what a power cut may take back: see [`Access::Claim`].
    ///
    /// # Errors
    ///
    /// Those of `write`.
    pub async fn claim<I, T, F>(&self, input: I, work: F) -> Result<T>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> Boxed<'t, Result<T>> + Send + Sync + 'static,
    {
        self.run(Access::Claim, input, work).await
    }

    /// Runs an operation that only reads, or several of them that see the same state.
    ///
    /// # Errors
    ///
    /// The error of the operation.
    pub async fn read<I, T, F>(&self, input: I, work: F) -> Result<T>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> Boxed<'t, Result<T>> + Send + Sync + 'static,
    {
        self.run(Access::Read, input, work).await
    }

    async fn run<I, T, F>(&self, access: Access, input: I, work: F) -> Result<T>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t mut Tx, &'t I) -> Boxed<'t, Result<T>> + Send + Sync + 'static,
    {
        let slot = Slot(Arc::new(Mutex::new(None)));
        let job = Typed { input, work, slot: Slot(Arc::clone(&slot.0)) };
        self.submit(access, Box::new(job)).await?;
        slot.take().ok_or_else(|| Error::Failed("a job left no result".to_owned()))
    }
}

/// A job with its input, and where its result goes.
struct Typed<I, T, F> {
    input: I,
    work: F,
    slot: Slot<T>,
}

impl<I, T, F> Job for Typed<I, T, F>
where
    I: Send + Sync + 'static,
    T: Send + 'static,
    F: for<'t> Fn(&'t mut Tx, &'t I) -> Boxed<'t, Result<T>> + Send + Sync + 'static,
{
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> Boxed<'t, Result<()>> {
        Box::pin(async move {
            let result = (self.work)(tx, &self.input).await?;
            self.slot.put(result);
            Ok(())
        })
    }
}

struct Slot<T>(Arc<Mutex<Option<T>>>);

impl<T> Slot<T> {
    fn put(&self, value: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
    }

    fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
