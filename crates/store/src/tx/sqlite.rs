//! Statements on SQLite.
//!
//! Owns binding, reading, and what SQLite's errors mean. It must never wait: a statement is done when
//! its function returns.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ErrorCode, ToSql};

use crate::error::{Error, Result};
use crate::value::{Cell, Param, Row};

pub(super) fn rows(connection: &Connection, sql: &str, params: &[Param<'_>]) -> Result<Vec<Row>> {
    let mut statement = prepare(connection, sql, params)?;
    let width = statement.column_count();
    let mut rows = statement.raw_query();
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(fault)? {
        let cells = (0..width).map(|at| row.get_ref(at).map_err(fault).and_then(cell));
        found.push(Row::new(cells.collect::<Result<_>>()?));
    }
    Ok(found)
}

pub(super) fn run(connection: &Connection, sql: &str, params: &[Param<'_>]) -> Result<u64> {
    let written = prepare(connection, sql, params)?.raw_execute().map_err(fault)?;
    Ok(written as u64)
}

pub(crate) fn batch(connection: &Connection, sql: &str) -> Result<()> {
    connection.execute_batch(sql).map_err(fault)
}

/// What an error of SQLite means.
pub(crate) fn fault(error: rusqlite::Error) -> Error {
    let rusqlite::Error::SqliteFailure(code, message) = &error else {
        return Error::Failed(error.to_string());
    };
    let said = || message.clone().unwrap_or_else(|| code.to_string());
    match code.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Busy,
        ErrorCode::DiskFull => Error::Full,
        ErrorCode::ReadOnly => Error::ReadOnly,
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::OutOfMemory => {
            Error::Unavailable(said())
        }
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Error::Corrupt(said()),
        ErrorCode::TooBig => Error::Invalid { what: "a value", why: "it is too large" },
        ErrorCode::ConstraintViolation => match code.extended_code {
            rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
            | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            | rusqlite::ffi::SQLITE_CONSTRAINT_ROWID => Error::Exists { what: said() },
            rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
                Error::NotFound { kind: "row that this one belongs to", id: String::new() }
            }
            _ => Error::Failed(said()),
        },
        _ => Error::Failed(said()),
    }
}

/// A prepared statement with its parameters bound.
fn prepare<'c>(
    connection: &'c Connection,
    sql: &str,
    params: &[Param<'_>],
) -> Result<CachedStatement<'c>> {
    let mut statement = connection.prepare_cached(&numbered(sql)).map_err(fault)?;
    for at in 1..=statement.parameter_count() {
        let param = at.checked_sub(1).and_then(|at| params.get(at)).copied();
        let param = param.ok_or_else(|| Error::Failed("a parameter is missing".to_owned()))?;
        statement.raw_bind_parameter(at, Bound(param)).map_err(fault)?;
    }
    Ok(statement)
}

/// A statement whose parameters SQLite numbers as PostgreSQL does: it takes `$2` for a name, and `?2` for the second.
fn numbered(sql: &str) -> String {
    let mut parts = sql.split('$');
    let mut written = String::with_capacity(sql.len());
    written.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let is_number = part.starts_with(|c: char| c.is_ascii_digit());
        written.push(if is_number { '?' } else { '$' });
        written.push_str(part);
    }
    written
}

struct Bound<'a>(Param<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Param::Null => ValueRef::Null,
            Param::Int(number) => ValueRef::Integer(number),
            Param::Float(number) => ValueRef::Real(number),
            Param::Text(text) => ValueRef::Text(text.as_bytes()),
            Param::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn cell(value: ValueRef<'_>) -> Result<Cell> {
    Ok(match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Int(number),
        ValueRef::Real(number) => Cell::Float(number),
        ValueRef::Text(text) => Cell::Text(
            std::str::from_utf8(text)
                .map_err(|_| Error::Corrupt("a text is not UTF-8".to_owned()))?
                .to_owned(),
        ),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
    })
}
