//! Connections to a file.
//!
//! Owns how they are set up, and what is done with a whole file. It must never keep a connection.

use std::path::Path;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::Options;
use crate::error::{Error, Result};
use crate::tx::sqlite::{batch, fault};

/// How many prepared statements a connection keeps.
const STATEMENTS: usize = 256;

/// How many pages a backup copies before it lets others in.
const PAGES: i32 = 1024;

/// A connection that writes. What it commits is on the disk: `synchronous` is `FULL`. What it deletes
/// is overwritten: erasing a user is meant. It does not move the log into the file: `checkpoint` does.
pub(super) fn writing(path: &Path, options: &Options) -> Result<Connection> {
    let connection = open(path, options)?;
    // SQLite tells the new mode before it has written it, and whether that failed only behind the row; where it
    // cannot change it at all it tells the one that stays, and calls that no error.
    let modes = texts(&connection, "PRAGMA journal_mode = WAL")?;
    if modes != ["wal"] {
        return Err(Error::Unavailable(format!("its log cannot be begun: {}", modes.join(", "))));
    }
    batch(
        &connection,
        "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;",
    )?;
    Ok(connection)
}

/// A connection that writes, on a file in which nothing but what is on the disk is taken for written. Whoever is
/// the first to open a file takes the log as the system shows it, and where a sync has failed the system shows what
/// the disk never got. So all of it is moved into the file, which is synced, and the log begins anew; where others
/// have the file open, they have taken the log as it was written.
pub(super) fn first(path: &Path, options: &Options) -> Result<Connection> {
    let connection = writing(path, options)?;
    // The row says whether somebody was in the way, which is fine, and how many pages there were.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(())).map_err(fault)?;
    Ok(connection)
}

/// A connection that only reads.
pub(super) fn reading(path: &Path, options: &Options) -> Result<Connection> {
    let connection = open(path, options)?;
    batch(&connection, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;")?;
    Ok(connection)
}

/// What is wrong with a file.
pub(super) fn check(connection: &Connection) -> Result<Vec<String>> {
    let mut findings = texts(connection, "PRAGMA integrity_check")?;
    findings.retain(|finding| finding != "ok");
    for table in texts(connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")? {
        findings.push(format!("rows of {table} belong to rows that are not there"));
    }
    Ok(findings)
}

/// Copies a database that is in use. The copy has its name only when it is whole.
pub(super) fn copy(connection: &Connection, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Error::Exists { what: to.display().to_string() });
    }
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let file = |error: std::io::Error| Error::File(error.to_string());
    if Path::new(&part).exists() {
        std::fs::remove_file(&part).map_err(file)?;
    }
    let mut copy = Connection::open(&part).map_err(fault)?;
    let backup = Backup::new(connection, &mut copy).map_err(fault)?;
    let pause = std::time::Duration::from_millis(1);
    backup.run_to_completion(PAGES, pause, None).map_err(fault)?;
    drop(backup);
    copy.close().map_err(|(_, error)| fault(error))?;
    std::fs::rename(&part, to).map_err(file)
}

fn open(path: &Path, options: &Options) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match &options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs.as_str()),
        None => Connection::open_with_flags(path, flags),
    }
    .map_err(fault)?;
    connection.busy_timeout(options.patience).map_err(fault)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

fn texts(connection: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare(sql).map_err(fault)?;
    let rows = statement.query_map((), |row| row.get(0)).map_err(fault)?;
    rows.collect::<rusqlite::Result<_>>().map_err(fault)
}
