//! Hearing of changes that other nodes made.
//!
//! Owns the connection that listens, and connecting again. It must never say what changed: it ticks,
//! and who hears it asks the database.

use std::sync::Arc;
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::watch;

use crate::epoch::CHANNEL;

/// How long it waits before it connects again.
const PAUSE: Duration = Duration::from_millis(250);

/// Listens until it is ended.
pub(super) async fn run(pool: PgPool, ticks: Arc<watch::Sender<u64>>) {
    loop {
        drop(listen(&pool, &ticks).await);
        tokio::time::sleep(PAUSE).await;
    }
}

async fn listen(pool: &PgPool, ticks: &watch::Sender<u64>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        // What was said before it listened, or while it was cut off, is caught up with by asking.
        ticks.send_modify(|count| *count = count.wrapping_add(1));
        listener.try_recv().await?;
    }
}
