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

/// How often it looks, at most, while the writer writes.
const PAUSE: Duration = Duration::from_millis(500);

/// From how many pages on the log is emptied with the writer at the gate: 64 MiB. A log can only be
/// used anew from its beginning at a moment when all of it has been moved, and a writer that never
/// rests leaves no such moment.
const LONG: i64 = 16_384;

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
        std::thread::sleep(PAUSE.saturating_sub(last.elapsed()));
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
