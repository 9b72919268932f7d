//! The thread that moves what was written from the log into the file.
//!
//! Owns when that happens. It must never make the writer wait for more than the last few pages.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::{Options, connection};
use crate::error::Result;
use crate::tx::sqlite::fault;

/// How often it moves anything while the log is short: each time it syncs the same disk as the writer.
const PAUSE: Duration = Duration::from_millis(500);

/// How long it looks away in between.
const GLANCE: Duration = Duration::from_millis(20);

/// From how many pages on the log is emptied with the writer at the gate: 64 MiB. A log can only be
/// used anew from its beginning at a moment when all of it has been moved, and a writer that never
/// rests leaves no such moment.
const LONG: i64 = 16_384;

/// The same in bytes, which is what a log is cut to when it is begun anew.
const LONGEST: u64 = 64 << 20;

/// Works until the writer has gone.
pub(super) fn run(path: &Path, options: &Options, signals: &Receiver<()>, gate: &Mutex<()>) {
    let mut kept: Option<Connection> = None;
    let mut last = Instant::now();
    loop {
        match signals.recv_timeout(Duration::from_secs(60)) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => continue,
            Err(RecvTimeoutError::Disconnected) => return,
        }
        while last.elapsed() < PAUSE && length(path) <= LONGEST {
            std::thread::sleep(GLANCE);
        }
        last = Instant::now();
        let connected = match kept.take() {
            Some(connected) => Ok(connected),
            None => connection::writing(path, options),
        };
        // A fault here loses nothing: the log keeps what was not moved, and the next signal comes.
        if let Ok(connected) = connected
            && empty(&connected, gate).is_ok()
        {
            kept = Some(connected);
        }
    }
}

/// How long the file of the log is.
fn length(path: &Path) -> u64 {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).map_or(0, |file| file.len())
}

fn empty(connected: &Connection, gate: &Mutex<()>) -> Result<()> {
    if passive(connected)? >= LONG {
        let _closed = gate.lock().unwrap_or_else(PoisonError::into_inner);
        passive(connected)?;
    }
    Ok(())
}

/// Moves what can be moved without waiting for anybody; how many pages the log has.
fn passive(connected: &Connection) -> Result<i64> {
    let sql = "PRAGMA wal_checkpoint(PASSIVE)";
    connected.query_row(sql, (), |row| row.get(1)).map_err(fault)
}
