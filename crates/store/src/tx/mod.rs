//! One transaction.
//!
//! Owns the three things that operations do with a database: ask for rows, run a statement, take a
//! lock. It must never begin or end a transaction (that is `sqlite` and `postgres`), and nothing above
//! it may hold a connection.

pub(crate) mod postgres;
pub(crate) mod sqlite;

use std::borrow::Cow;

use crate::error::{Error, Result};
use crate::marks::{Kind, Told};
use crate::value::{Param, Row};

/// A transaction under way, on either database.
pub struct Tx {
    inner: Inner,
    moved: bool,
    told: Told,
}

enum Inner {
    Sqlite(rusqlite::Connection),
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

/// Which database it is, for the few statements that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Tx {
    pub(crate) fn on_sqlite(connection: rusqlite::Connection) -> Self {
        Self { inner: Inner::Sqlite(connection), moved: false, told: Told::default() }
    }

    pub(crate) fn on_postgres(transaction: sqlx::Transaction<'static, sqlx::Postgres>) -> Self {
        let inner = Inner::Postgres(transaction);
        Self { inner, moved: false, told: Told::default() }
    }

    /// SQLite's connection, for what begins and ends its transactions.
    pub(crate) fn connection(&self) -> Option<&rusqlite::Connection> {
        match &self.inner {
            Inner::Sqlite(connection) => Some(connection),
            Inner::Postgres(_) => None,
        }
    }

    /// PostgreSQL's transaction, for what ends it.
    pub(crate) fn into_transaction(self) -> Option<sqlx::Transaction<'static, sqlx::Postgres>> {
        match self.inner {
            Inner::Postgres(transaction) => Some(transaction),
            Inner::Sqlite(_) => None,
        }
    }

    /// Notes that management changes with this transaction: whoever follows the feed is told.
    pub(crate) fn move_epoch(&mut self) {
        self.moved = true;
    }

    /// Whether management changed since this was last asked.
    pub(crate) fn take_moved(&mut self) -> bool {
        std::mem::take(&mut self.moved)
    }

    /// Says what this transaction changes, so that nobody takes a copy for it that was made before. Whoever writes
    /// into a table of that kind and does not say so takes all copies of everything from everybody.
    pub(crate) fn changes(&mut self, kind: Kind, workspace: &str, id: &str) {
        self.told.say(&(kind, workspace, id));
    }

    /// What was changed since this was last asked.
    pub(crate) fn take_told(&mut self) -> Told {
        std::mem::take(&mut self.told)
    }

    /// Which database it is.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.inner {
            Inner::Sqlite(_) => Dialect::Sqlite,
            Inner::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The rows of a statement. Parameters are `$1`, `$2`, …
    ///
    /// # Errors
    ///
    /// Whatever the database says, as an [`Error`].
    pub async fn rows(
        &mut self,
        sql: impl Into<Cow<'static, str>> + Send,
        params: &[Param<'_>],
    ) -> Result<Vec<Row>> {
        check(params)?;
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                let sql = sql.into();
                self.told.run(&sql);
                sqlite::rows(connection, &sql, params)
            }
            Inner::Postgres(transaction) => postgres::rows(transaction, sql.into(), params).await,
        }
    }

    /// The first row of a statement, if it has one.
    ///
    /// # Errors
    ///
    /// Whatever the database says, as an [`Error`].
    pub async fn row(
        &mut self,
        sql: impl Into<Cow<'static, str>> + Send,
        params: &[Param<'_>],
    ) -> Result<Option<Row>> {
        Ok(self.rows(sql, params).await?.into_iter().next())
    }

    /// Runs a statement and says how many rows it wrote.
    ///
    /// # Errors
    ///
    /// Whatever the database says, as an [`Error`].
    pub async fn run(
        &mut self,
        sql: impl Into<Cow<'static, str>> + Send,
        params: &[Param<'_>],
    ) -> Result<u64> {
        check(params)?;
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                let sql = sql.into();
                self.told.run(&sql);
                sqlite::run(connection, &sql, params)
            }
            Inner::Postgres(transaction) => postgres::run(transaction, sql.into(), params).await,
        }
    }

    /// Runs several statements without parameters, as a file of them has them.
    pub(crate) async fn batch(&mut self, sql: String) -> Result<()> {
        match &mut self.inner {
            Inner::Sqlite(connection) => {
                self.told.run(&sql);
                sqlite::batch(connection, &sql)
            }
            Inner::Postgres(transaction) => postgres::batch(transaction, sql).await,
        }
    }

    /// Keeps everybody else who asks for the same lock waiting until this transaction has ended.
    ///
    /// # Errors
    ///
    /// Whatever the database says, as an [`Error`].
    pub async fn lock(&mut self, key: &str) -> Result<()> {
        match self.dialect() {
            // Who writes is alone anyway.
            Dialect::Sqlite => Ok(()),
            Dialect::Postgres => self
                .rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", &[key.into()])
                .await
                .map(|_| ()),
        }
    }
}

/// PostgreSQL has no NUL in texts. What one database refuses, both refuse.
fn check(params: &[Param<'_>]) -> Result<()> {
    let nul = |param: &Param<'_>| matches!(param, Param::Text(text) if text.contains('\0'));
    match params.iter().any(nul) {
        true => Err(Error::Invalid { what: "a text", why: "it contains the character NUL" }),
        false => Ok(()),
    }
}
