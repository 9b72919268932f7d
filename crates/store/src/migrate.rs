//! The schema and its versions.
//!
//! Owns the numbered files and bringing a database up to the latest of them. It must never change a
//! file that was released, and never touch a database that a later version wrote.

use crate::error::{Error, Result};
use crate::time::Time;
use crate::tx::{Dialect, Tx};

/// A step of the schema: for both databases, and what only one of them has.
struct Step {
    both: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// The steps. The version of a schema is how many of them it has taken.
const STEPS: [Step; 4] = [
    Step {
        both: include_str!("migrations/0001.sql"),
        sqlite: include_str!("migrations/0001.sqlite.sql"),
        postgres: include_str!("migrations/0001.postgres.sql"),
    },
    Step {
        both: include_str!("migrations/0002.sql"),
        sqlite: include_str!("migrations/0002.sqlite.sql"),
        postgres: include_str!("migrations/0002.postgres.sql"),
    },
    Step {
        both: include_str!("migrations/0003.sql"),
        sqlite: include_str!("migrations/0003.sqlite.sql"),
        postgres: include_str!("migrations/0003.postgres.sql"),
    },
    Step {
        both: include_str!("migrations/0004.sql"),
        sqlite: include_str!("migrations/0004.sqlite.sql"),
        postgres: include_str!("migrations/0004.postgres.sql"),
    },
];

/// What PostgreSQL reads instead of what SQLite reads. Its texts are ordered byte by byte, as
/// SQLite's are, so that lists have one order.
const POSTGRES: [(&str, &str); 6] = [
    ("seq INTEGER PRIMARY KEY", "seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
    (" INTEGER", " BIGINT"),
    (" BLOB", " BYTEA"),
    (" REAL", " DOUBLE PRECISION"),
    (" TEXT", " TEXT COLLATE \"C\""),
    (") STRICT;", ");"),
];

/// The version of the schema that this program writes.
#[must_use]
pub(crate) fn known() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Brings a database up to date, in the transaction that is under way, and says from which version.
///
/// # Errors
///
/// [`Error::Newer`] where a later program wrote it.
pub(crate) async fn migrate(tx: &mut Tx, now: Time) -> Result<u32> {
    tx.lock("proem.schema").await?;
    let table = match tx.dialect() {
        Dialect::Sqlite => {
            "CREATE TABLE IF NOT EXISTS schema_versions \
             (version INTEGER NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT"
        }
        Dialect::Postgres => {
            "CREATE TABLE IF NOT EXISTS schema_versions \
             (version BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)"
        }
    };
    let found = match current(tx).await? {
        Some(found) => found,
        None => {
            tx.run(table, &[]).await?;
            0
        }
    };
    if found > known() {
        return Err(Error::Newer { found, known: known() });
    }
    for (version, step) in (1_u32..).zip(&STEPS).skip(found as usize) {
        let sql = match tx.dialect() {
            Dialect::Sqlite => format!("{}\n{}", step.both, step.sqlite),
            Dialect::Postgres => format!("{}\n{}", in_postgres(step.both), step.postgres),
        };
        tx.batch(sql).await?;
        tx.run(
            "INSERT INTO schema_versions (version, at) VALUES ($1, $2)",
            &[version.into(), now.into()],
        )
        .await?;
    }
    Ok(found)
}

/// The version of a database's schema; none where it has no table of them.
///
/// # Errors
///
/// Those of the database.
pub(crate) async fn current(tx: &mut Tx) -> Result<Option<u32>> {
    let exists = match tx.dialect() {
        Dialect::Sqlite => {
            "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_versions'"
        }
        Dialect::Postgres => {
            "SELECT COUNT(*) FROM pg_catalog.pg_tables \
             WHERE schemaname = current_schema() AND tablename = 'schema_versions'"
        }
    };
    let exists = tx.row(exists, &[]).await?.map(|mut row| row.int()).transpose()?;
    if exists != Some(1) {
        return Ok(None);
    }
    let found = tx.row("SELECT COALESCE(MAX(version), 0) FROM schema_versions", &[]).await?;
    found.map(|mut row| row.count()).transpose()
}

fn in_postgres(sql: &str) -> String {
    POSTGRES.iter().fold(sql.to_owned(), |sql, (from, to)| sql.replace(from, to))
}
