//! Statements on PostgreSQL.
//!
//! Owns binding, reading, and what PostgreSQL's errors mean. It must never begin a transaction or take
//! a connection.

use std::borrow::Cow;

use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgRow, PgTypeInfo};
use sqlx::{Arguments, AssertSqlSafe, Column, Executor, Postgres, Row as _, SqlSafeStr, SqlStr};
use sqlx::{Transaction, TypeInfo, ValueRef};

use crate::error::{Error, Result};
use crate::value::{Cell, Param, Row};

pub(super) async fn rows(
    transaction: &mut Transaction<'static, Postgres>,
    sql: Cow<'static, str>,
    params: &[Param<'_>],
) -> Result<Vec<Row>> {
    let query = sqlx::query_with(text(sql), arguments(params)?);
    let rows = (&mut **transaction).fetch_all(query).await.map_err(fault)?;
    rows.iter().map(row).collect()
}

pub(super) async fn run(
    transaction: &mut Transaction<'static, Postgres>,
    sql: Cow<'static, str>,
    params: &[Param<'_>],
) -> Result<u64> {
    let query = sqlx::query_with(text(sql), arguments(params)?);
    let done = (&mut **transaction).execute(query).await.map_err(fault)?;
    Ok(done.rows_affected())
}

pub(super) async fn batch(
    transaction: &mut Transaction<'static, Postgres>,
    sql: String,
) -> Result<()> {
    let batch = sqlx::raw_sql(AssertSqlSafe(sql));
    (&mut **transaction).execute(batch).await.map_err(fault).map(|_| ())
}

/// What an error of PostgreSQL, or of the way there, means.
pub(crate) fn fault(error: sqlx::Error) -> Error {
    match &error {
        sqlx::Error::Database(from_database) => {
            let code = from_database.code().unwrap_or_default();
            code_fault(&code, from_database.as_ref())
        }
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed => Error::Unavailable(error.to_string()),
        _ => Error::Failed(error.to_string()),
    }
}

/// The codes are those of the appendix "PostgreSQL Error Codes" of its manual.
fn code_fault(code: &str, from_database: &dyn sqlx::error::DatabaseError) -> Error {
    let said = || from_database.message().to_owned();
    match code {
        // Serialization failure, deadlock, lock not available.
        "40001" | "40P01" | "55P03" => Error::Busy,
        "53100" => Error::Full,
        "25006" => Error::ReadOnly,
        "22021" => Error::Invalid { what: "a text", why: "it is not UTF-8" },
        "54000" => Error::Invalid { what: "a value", why: "it is too large" },
        "23505" => {
            Error::Exists { what: from_database.constraint().unwrap_or_default().to_owned() }
        }
        "23503" => Error::NotFound { kind: "row that this one belongs to", id: String::new() },
        "XX001" | "XX002" => Error::Corrupt(said()),
        // Connections, resources, an administrator, a statement that was cancelled.
        _ if ["08", "53", "57", "58"].iter().any(|class| code.starts_with(class)) => {
            Error::Unavailable(said())
        }
        _ => Error::Failed(format!("{} ({code})", said())),
    }
}

fn text(sql: Cow<'static, str>) -> SqlStr {
    match sql {
        Cow::Borrowed(sql) => sql.into_sql_str(),
        Cow::Owned(sql) => AssertSqlSafe(sql).into_sql_str(),
    }
}

fn arguments(params: &[Param<'_>]) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    for param in params {
        let added = match *param {
            Param::Null => arguments.add(Nothing),
            Param::Int(number) => arguments.add(number),
            Param::Float(number) => arguments.add(number),
            Param::Text(text) => arguments.add(text),
            Param::Bytes(bytes) => arguments.add(bytes),
        };
        added.map_err(|error| Error::Failed(error.to_string()))?;
    }
    Ok(arguments)
}

/// A null whose type PostgreSQL finds by itself, from where it stands.
struct Nothing;

impl sqlx::Type<Postgres> for Nothing {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(Oid(0))
    }
}

impl Encode<'_, Postgres> for Nothing {
    fn encode_by_ref(&self, _: &mut PgArgumentBuffer) -> std::result::Result<IsNull, BoxDynError> {
        Ok(IsNull::Yes)
    }
}

fn row(row: &PgRow) -> Result<Row> {
    let cells = row.columns().iter().map(|column| cell(row, column.ordinal()));
    cells.collect::<Result<_>>().map(Row::new)
}

fn cell(row: &PgRow, at: usize) -> Result<Cell> {
    let value = row.try_get_raw(at).map_err(fault)?;
    if value.is_null() {
        return Ok(Cell::Null);
    }
    let kind = value.type_info();
    match kind.name() {
        "INT8" => row.try_get(at).map(Cell::Int),
        "INT4" => row.try_get::<i32, _>(at).map(|number| Cell::Int(i64::from(number))),
        "BOOL" => row.try_get::<bool, _>(at).map(|truth| Cell::Int(i64::from(truth))),
        "FLOAT8" => row.try_get(at).map(Cell::Float),
        "BYTEA" => row.try_get(at).map(Cell::Bytes),
        "VOID" => Ok(Cell::Null),
        _ => row.try_get(at).map(Cell::Text),
    }
    .map_err(fault)
}
