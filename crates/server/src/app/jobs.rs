//! Work that is done later.
//!
//! Owns who does it: jobs are taken from the queue, done, tried again later where they fail, and put aside where
//! they have failed too often; and what has to be tidied up now and then. It must never do the work itself.

use std::sync::Arc;
use std::time::Duration;

use proem_store::error::Error;
use proem_store::idempotency;
use proem_store::job::{self, Job};

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::turns;
use crate::app::turns::under::BACKGROUND;

/// How many jobs are done at a time.
const TOGETHER: u32 = 8;

/// How often the queue is looked at where nobody says that there is something in it.
const PAUSE: Duration = Duration::from_secs(1);

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// For how many days a request may come again under its key.
const KEYS: i64 = 7;

/// How often a job is tried before a person has to look.
const TRIES: u32 = 8;

/// How long is waited before a job is tried again for the first time, and at most, in milliseconds.
const BACKOFF: (i64, i64) = (1_000, 600_000);

/// Does jobs until the task is dropped.
pub(crate) async fn work(app: Arc<App>) {
    let owner = app.clock.id();
    let mut tidied = 0;
    loop {
        if app.clock.now() - tidied > DAY / 24 {
            tidied = app.clock.now();
            tidy(&app, tidied - KEYS * DAY).await;
        }
        let done = match take(&app, &owner).await {
            Ok(jobs) => {
                let done = jobs.len();
                let all = jobs.into_iter().map(|job| attend(&app, job));
                futures_util::future::join_all(all).await;
                done
            }
            Err(fault) => {
                tracing::warn!(?fault, "the queue cannot be read");
                0
            }
        };
        if done == 0 {
            // Who is woken and who is late find the same queue.
            let _ = tokio::time::timeout(PAUSE, app.wake.notified()).await;
        }
    }
}

/// Forgets the keys of requests that came before a time: nobody sends those again.
async fn tidy(app: &App, before: i64) {
    let purged =
        app.store.write(before, |tx, before| Box::pin(idempotency::purge(tx, *before))).await;
    if let Err(error) = purged {
        tracing::warn!(%error, "old keys of requests were not forgotten");
    }
}

async fn take(app: &App, owner: &str) -> Result<Vec<Job>, Fault> {
    let now = app.clock.now();
    let input = (vec![BACKGROUND.to_owned()], owner.to_owned(), now, now + lease(app));
    let taken = app.store.write(input, |tx, (kinds, owner, now, until)| {
        Box::pin(job::take(tx, kinds, owner, (*now, *until), TOGETHER))
    });
    Ok(taken.await?)
}

/// Does a job; what fails is noted with it.
async fn attend(app: &App, job: Job) {
    let done = tokio::select! {
        done = turns::background(app, &job) => done,
        () = keep(app, &job) => return,
    };
    let Err(fault) = done else { return };
    let now = app.clock.now();
    let again = again(&fault, job.attempts).map(|wait| now + wait);
    if again.is_none() {
        tracing::error!(job = job.id, ?fault, "a job was given up: a person has to look");
    }
    let input = (job, format!("{fault:?}"), again, now);
    let noted = app
        .store
        .write(input, |tx, (job, why, again, now)| Box::pin(job::fail(tx, job, why, *again, *now)));
    if let Err(error) = noted.await {
        tracing::debug!(%error, "a job is somebody else's, or gone");
    }
}

/// Makes the lease of a job last as long as this is waited for. It ends where somebody else has the job.
async fn keep(app: &App, job: &Job) {
    loop {
        tokio::time::sleep(Duration::from_millis(app.config.lease / 3)).await;
        let input = (job.clone(), app.clock.now() + lease(app));
        let renewed =
            app.store.write(input, |tx, (job, until)| Box::pin(job::renew(tx, job, *until)));
        match renewed.await {
            Ok(()) => {}
            Err(Error::Fenced) => return,
            Err(error) => {
                tracing::warn!(%error, "a job's lease was not renewed; it is tried again")
            }
        }
    }
}

/// How long a lease lasts that nobody renews, in milliseconds.
fn lease(app: &App) -> i64 {
    i64::try_from(app.config.lease).unwrap_or(i64::MAX / 2)
}

/// How long to wait before a job is tried again, in milliseconds; none where that is of no use.
fn again(fault: &Fault, attempts: u32) -> Option<i64> {
    let of_use = !matches!(fault, Fault::Invalid(_) | Fault::Missing { .. } | Fault::Broken(_));
    let (first, most) = BACKOFF;
    let wait = first.saturating_mul(1 << attempts.saturating_sub(1).min(20)).min(most);
    (of_use && attempts < TRIES).then_some(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_tried_again_later_and_later_and_then_no_more() {
        let waits: Vec<_> = (1..=8).map(|attempts| again(&Fault::Held, attempts)).collect();
        let expected = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000].map(Some);
        assert_eq!(waits, [expected.as_slice(), &[None]].concat());
        assert_eq!(again(&Fault::Invalid(Vec::new()), 1), None);
    }
}
