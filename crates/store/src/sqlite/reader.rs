//! The threads that read.
//!
//! Owns a connection for each, on which nothing can be written. It must never hold a transaction longer
//! than its job: what is read keeps the log from being reused.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tokio::sync::mpsc;

use super::{Options, Task, connection, control, has_ended, writer};
use crate::error::Result;
use crate::tx::Tx;

/// Works until nobody can send jobs any more.
pub(super) fn run(path: &Path, options: &Options, jobs: &Mutex<mpsc::Receiver<Task>>) {
    let mut kept: Option<Tx> = None;
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).blocking_recv();
        let Some(task) = next else { return };
        let Task { mut job, reply, .. } = task;
        let tx = match kept.take() {
            Some(tx) => Ok(tx),
            None => connection::reading(path, options).map(Tx::on_sqlite),
        };
        let result = tx.and_then(|mut tx| {
            let result = read(&mut tx, |tx| writer::run(tx, job.as_mut()));
            // A connection that cannot get out of its transaction is given up.
            kept = Some(tx).filter(has_ended);
            result
        });
        drop(reply.send(result));
    }
}

fn read(tx: &mut Tx, work: impl FnOnce(&mut Tx) -> Result<()>) -> Result<()> {
    control(tx, "BEGIN")?;
    let result = work(tx);
    if !has_ended(tx) {
        control(tx, "ROLLBACK")?;
    }
    result
}
