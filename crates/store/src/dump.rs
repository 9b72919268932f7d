//! The whole database as lines of JSON.
//!
//! Owns the form in which a database goes from one place to another: from SQLite to PostgreSQL, and
//! back. It must never lose a row without a word: a dump that was cut off, or that names what is not
//! known here, is not restored.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use serde_json::{Map, Value as Json, json};

use crate::error::{Error, Result};
use crate::flow;
use crate::memory;
use crate::migrate;
use crate::store::Store;
use crate::tx::{Dialect, Tx};
use crate::value::{Cell, Param};

/// Every table, with the columns of its key, in an order in which rows can be written.
const TABLES: [(&str, &[&str]); 28] = [
    ("workspaces", &["id"]),
    ("configs", &["workspace", "agent"]),
    ("audit", &["workspace", "epoch"]),
    ("heads", &["workspace", "kind", "agent", "prompt_type", "phase"]),
    ("versions", &["workspace", "id"]),
    ("prompts", &["workspace", "id"]),
    ("bundles", &["workspace", "id"]),
    ("roles", &["workspace", "id"]),
    ("role_configs", &["workspace", "id"]),
    ("labels", &["workspace", "kind", "agent", "prompt_type", "phase", "label"]),
    ("protected_labels", &["workspace", "label"]),
    ("log", &["workspace", "epoch"]),
    ("blobs", &["workspace", "scope", "hash"]),
    ("releases", &["workspace", "hash"]),
    ("release_prompts", &["workspace", "release_hash", "prompt_type", "phase"]),
    ("users", &["workspace", "id"]),
    ("sessions", &["workspace", "id"]),
    ("visits", &["workspace", "session", "step"]),
    ("turns", &["workspace", "session", "n"]),
    ("calls", &["workspace", "session", "turn", "n"]),
    ("memories", &["workspace", "id"]),
    ("experiments", &["workspace", "id"]),
    ("experiment_weights", &["workspace", "experiment", "version"]),
    ("exposures", &["workspace", "experiment", "unit"]),
    ("feedback", &["workspace", "id"]),
    ("keys", &["workspace", "id"]),
    ("webhooks", &["workspace", "id"]),
    ("jobs", &["workspace", "id"]),
];

/// What is not dumped: numbers of rows that each database gives by itself, and whether a turn is indexed,
/// for what was said is indexed anew at the new place. Idempotency keys are left out too; they are about
/// requests to the old place.
const OWN: [&str; 2] = ["seq", "indexed"];

/// How many rows are read at a time.
const CHUNK: usize = 500;

/// The tables that a dump has, in its order.
#[must_use]
pub fn tables() -> Vec<&'static str> {
    TABLES.iter().map(|(table, _)| *table).collect()
}

/// Writes a copy of a database to a new file, while it is in use: a SQLite file of SQLite, a dump of
/// PostgreSQL.
///
/// # Errors
///
/// [`Error::Exists`] where the file is there.
pub async fn backup(store: &dyn Store, to: &Path) -> Result<()> {
    match store.copy(to) {
        Some(copied) => copied.await,
        None => write(store, to).await,
    }
}

/// Writes everything to a new file, as it is at one moment.
///
/// # Errors
///
/// [`Error::Exists`] where the file is there.
pub async fn write(store: &dyn Store, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Error::Exists { what: to.display().to_string() });
    }
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    store.read(part.clone(), |tx, part| Box::pin(write_all(tx, Path::new(part)))).await?;
    std::fs::rename(&part, to).map_err(file)
}

/// Reads a dump into a database in which there is nothing yet; how many rows it had.
///
/// # Errors
///
/// [`Error::Refused`] where something is there, [`Error::Newer`] where a later program wrote the dump,
/// [`Error::Invalid`] where it is none or was cut off. Nothing is restored then.
pub async fn restore(store: &dyn Store, from: &Path) -> Result<u64> {
    store.write(from.to_owned(), |tx, from| Box::pin(read_all(tx, from))).await
}

async fn write_all(tx: &mut Tx, to: &Path) -> Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(to).map_err(file)?);
    line(&mut out, &json!({"proem": "dump", "schema": migrate::known()}))?;
    let mut count = 0_u64;
    for (table, key) in TABLES {
        let columns = columns(tx, table).await?;
        let mut last: Option<Vec<Cell>> = None;
        loop {
            let rows = chunk(tx, table, &columns, key, last.as_deref()).await?;
            let Some(final_row) = rows.last() else { break };
            let of_key = |name: &&str| {
                let at = columns.iter().position(|column| column == name)?;
                final_row.get(at).cloned()
            };
            last = Some(key.iter().filter_map(of_key).collect());
            count += rows.len() as u64;
            for row in &rows {
                let row: Map<String, Json> =
                    columns.iter().cloned().zip(row.iter().map(told)).collect();
                line(&mut out, &json!({"table": table, "row": row}))?;
            }
        }
    }
    line(&mut out, &json!({"end": count}))?;
    let written = out.into_inner().map_err(|error| file(error.into_error()))?;
    written.sync_all().map_err(file)
}

async fn chunk(
    tx: &mut Tx,
    table: &str,
    columns: &[String],
    key: &[&str],
    last: Option<&[Cell]>,
) -> Result<Vec<Vec<Cell>>> {
    let names = key.join(", ");
    let params: Vec<Param<'_>> = last.unwrap_or_default().iter().map(param).collect();
    let behind = match params.len() {
        0 => String::new(),
        count => {
            let places: Vec<_> = (1..=count).map(|at| format!("${at}")).collect();
            format!(" WHERE ({names}) > ({})", places.join(", "))
        }
    };
    let quoted: Vec<_> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let sql =
        format!("SELECT {} FROM {table}{behind} ORDER BY {names} LIMIT {CHUNK}", quoted.join(", "));
    let rows = tx.rows(sql, &params).await?;
    let cells = |mut row: crate::value::Row| columns.iter().map(|_| row.cell()).collect();
    rows.into_iter().map(cells).collect()
}

async fn read_all(tx: &mut Tx, from: &Path) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM workspaces WHERE id <> '' OR epoch > 0";
    let there = tx.row(sql, &[]).await?.map(|mut row| row.int()).transpose()?;
    if there != Some(0) {
        return Err(Error::Refused { why: "something is in the database already", by: Vec::new() });
    }
    tx.run("DELETE FROM workspaces", &[]).await?;
    let mut lines = BufReader::new(std::fs::File::open(from).map_err(file)?).lines();
    let head = next(&mut lines)?.ok_or_else(none)?;
    let is_older = match head.get("schema").and_then(Json::as_u64) {
        Some(found) if found > u64::from(migrate::known()) => {
            let found = u32::try_from(found).unwrap_or(u32::MAX);
            return Err(Error::Newer { found, known: migrate::known() });
        }
        Some(found) if head.get("proem") == Some(&json!("dump")) => {
            found < u64::from(migrate::known())
        }
        _ => return Err(none()),
    };
    let mut count = 0_u64;
    let mut of_table: (String, Vec<String>) = (String::new(), Vec::new());
    while let Some(said) = next(&mut lines)? {
        if let Some(end) = said.get("end") {
            if end.as_u64() != Some(count) || next(&mut lines)?.is_some() {
                return Err(cut());
            }
            memory::reindex(tx).await?;
            if is_older {
                flow::fill(tx).await?;
            }
            return Ok(count);
        }
        let (Some(Json::String(table)), Some(Json::Object(row))) =
            (said.get("table"), said.get("row"))
        else {
            return Err(none());
        };
        if of_table.0 != *table {
            if !TABLES.iter().any(|(known, _)| known == table) {
                return Err(none());
            }
            of_table = (table.clone(), columns(tx, table).await?);
        }
        put(tx, table, &of_table.1, row, is_older).await?;
        count += 1;
    }
    Err(cut())
}

/// Writes a row. One of an older dump may lack columns that came later; they have their defaults.
async fn put(
    tx: &mut Tx,
    table: &str,
    columns: &[String],
    row: &Map<String, Json>,
    is_older: bool,
) -> Result<()> {
    let columns: Vec<_> =
        columns.iter().filter(|column| !is_older || row.contains_key(*column)).collect();
    if row.len() != columns.len() {
        return Err(none());
    }
    let cells = columns.iter().map(|column| row.get(*column).and_then(heard).ok_or_else(none));
    let cells = cells.collect::<Result<Vec<_>>>()?;
    let params: Vec<Param<'_>> = cells.iter().map(param).collect();
    let places: Vec<_> = (1..=params.len()).map(|at| format!("${at}")).collect();
    let quoted: Vec<_> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let sql = format!("INSERT INTO {table} ({}) VALUES ({})", quoted.join(", "), places.join(", "));
    tx.run(sql, &params).await.map(|_| ())
}

/// The columns of a table, in their order.
async fn columns(tx: &mut Tx, table: &str) -> Result<Vec<String>> {
    let sql = match tx.dialect() {
        Dialect::Sqlite => "SELECT name FROM pragma_table_info($1) ORDER BY cid",
        Dialect::Postgres => {
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
        }
    };
    let rows = tx.rows(sql, &[table.into()]).await?;
    let mut names = rows.into_iter().map(|mut row| row.text()).collect::<Result<Vec<_>>>()?;
    names.retain(|name| !OWN.contains(&name.as_str()));
    Ok(names)
}

/// A value as JSON. Bytes are hexadecimal digits in an object, so that nothing else looks so.
fn told(cell: &Cell) -> Json {
    match cell {
        Cell::Null => Json::Null,
        Cell::Int(number) => json!(number),
        Cell::Float(number) => json!({"float": number}),
        Cell::Text(text) => json!(text),
        Cell::Bytes(bytes) => {
            json!({"hex": bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()})
        }
    }
}

fn heard(said: &Json) -> Option<Cell> {
    Some(match said {
        Json::Null => Cell::Null,
        Json::Number(number) => Cell::Int(number.as_i64()?),
        Json::String(text) => Cell::Text(text.clone()),
        Json::Object(object) => match (object.get("float"), object.get("hex")) {
            (Some(number), None) => Cell::Float(number.as_f64()?),
            (None, Some(digits)) => {
                let pairs = digits.as_str()?.as_bytes().chunks(2);
                let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
                Cell::Bytes(pairs.map(byte).collect::<Option<_>>()?)
            }
            _ => return None,
        },
        _ => return None,
    })
}

fn param(cell: &Cell) -> Param<'_> {
    match cell {
        Cell::Null => Param::Null,
        Cell::Int(number) => Param::Int(*number),
        Cell::Float(number) => Param::Float(*number),
        Cell::Text(text) => Param::Text(text),
        Cell::Bytes(bytes) => Param::Bytes(bytes),
    }
}

fn line(out: &mut impl Write, value: &Json) -> Result<()> {
    writeln!(out, "{value}").map_err(file)
}

fn next(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> Result<Option<Json>> {
    let Some(line) = lines.next() else { return Ok(None) };
    let line = line.map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => none(),
        _ => file(error),
    })?;
    serde_json::from_str(&line).map(Some).map_err(|_| none())
}

fn none() -> Error {
    Error::Invalid { what: "the dump", why: "it is not one, or not of this version" }
}

fn cut() -> Error {
    Error::Invalid { what: "the dump", why: "it was cut off" }
}

fn file(error: std::io::Error) -> Error {
    Error::File(error.to_string())
}
