//! Work that is done later.
//!
//! Owns who does it: jobs are taken from the queue, done, tried again later where they fail, and put aside where
//! they have failed too often; and what has to be tidied up now and then. It must never do the work itself.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};
use proem_store::error::Error;
use proem_store::idempotency;
use proem_store::job::{self, Job, Room, Status};
use proem_store::webhook::{self, DELIVERY, Delivery};

use crate::app::App;
use crate::app::clock::Clock;
use crate::app::deliver::deliver;
use crate::app::events::{self, JOB_DEAD};
use crate::app::fault::Fault;
use crate::app::metrics;
use crate::app::said;
use crate::app::turns;
use crate::app::turns::under::BACKGROUND;
use crate::app::undone::Undone;

/// A kind of job. Each has hands of its own, so that one kind does not keep another one waiting.
#[derive(Clone, Copy, Debug)]
struct Queue {
    kind: &'static str,
    /// How many are done at a time.
    together: u32,
    /// How many of a lane are done at a time: a receiver that takes its time holds up itself.
    each: u32,
    /// How often a job is tried before a person has to look.
    tries: u32,
    /// How long is waited before a job is tried again for the first time, and at most, in milliseconds.
    backoff: (i64, i64),
}

/// Calls behind a turn are wanted soon or not at all; a receiver may be away for a night.
const QUEUES: [Queue; 2] = [
    Queue { kind: BACKGROUND, together: 8, each: 8, tries: 8, backoff: (1_000, 600_000) },
    Queue { kind: DELIVERY, together: 128, each: 8, tries: 16, backoff: (1_000, 21_600_000) },
];

/// How often the queue is looked at where nobody says that there is something in it.
const PAUSE: Duration = Duration::from_secs(1);

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// For how many days a request may come again under its key.
const KEYS: i64 = 7;

/// Does jobs until the task is dropped.
pub(crate) async fn work(app: Arc<App>) {
    let owner = app.clock.id();
    let queues = QUEUES.iter().map(|queue| empty(&app, queue, &owner));
    tokio::join!(futures_util::future::join_all(queues), tidy(&app), said::keep_up(&app));
}

/// Forgets the keys of requests that came so long ago that nobody sends those again.
async fn tidy(app: &App) {
    loop {
        let before = app.clock.now() - KEYS * DAY;
        let purged =
            app.store.write(before, |tx, before| Box::pin(idempotency::purge(tx, *before))).await;
        if let Err(error) = purged {
            tracing::warn!(%error, "old keys of requests were not forgotten");
        }
        tokio::time::sleep(Duration::from_secs(3_600)).await;
    }
}

async fn empty(app: &App, queue: &Queue, owner: &str) {
    let mut woken = app.wake.subscribe();
    let mut at_work = FuturesUnordered::new();
    let mut lanes = BTreeMap::new();
    loop {
        let free = queue.together.saturating_sub(lanes.values().sum());
        if free > 0 {
            woken.mark_unchanged();
            let room = Room { all: free, each: queue.each, at_work: lanes.clone() };
            match take(app, queue, owner, room).await {
                Ok(jobs) => {
                    for job in jobs {
                        *lanes.entry(job.lane.clone()).or_default() += 1;
                        let lane = job.lane.clone();
                        at_work.push(attend(app, queue, job).map(|()| lane));
                    }
                }
                Err(fault) => tracing::warn!(%fault, "the queue cannot be read"),
            }
        }
        let full = lanes.values().sum::<u32>() >= queue.together;
        tokio::select! {
            Some(lane) = at_work.next(), if !at_work.is_empty() => {
                if let Entry::Occupied(mut count) = lanes.entry(lane) {
                    *count.get_mut() -= 1;
                    if *count.get() == 0 {
                        count.remove();
                    }
                }
            }
            _ = woken.changed(), if !full => {}
            // Who is woken and who is late find the same queue.
            () = tokio::time::sleep(PAUSE), if !full => {}
        }
    }
}

async fn take(app: &App, queue: &Queue, owner: &str, room: Room) -> Result<Vec<Job>, Fault> {
    let now = app.clock.now();
    let input = (queue.kind, owner.to_owned(), now, now + lease(app), room);
    let taken = app.store.write(input, |tx, (kind, owner, now, until, room)| {
        Box::pin(job::take(tx, kind, owner, (*now, *until), room))
    });
    Ok(taken.await?)
}

/// Does a job; what fails is noted with it, and where it is given up, told to whoever wants to hear of that.
async fn attend(app: &App, queue: &Queue, job: Job) {
    let done = tokio::select! {
        done = done(app, &job) => done,
        () = keep(app, &job) => return,
    };
    let Err(Undone { why, again }) = done else {
        metrics::job(&job.workspace, queue.kind, "done");
        return;
    };
    let now = app.clock.now();
    let wait = wait(queue, job.attempts, Clock::chance()).filter(|_| again);
    // That somebody cannot be told of a job that died is told to nobody.
    let told = serde_json::from_str(&job.payload).ok();
    let is_of_the_dead = told.is_some_and(|told: Delivery| told.event.kind == JOB_DEAD);
    let dead = (wait.is_none() && !is_of_the_dead).then(|| events::job_dead(app, &job, &why));
    let (of, id, said) = (job.workspace.clone(), job.id.clone(), why.clone());
    let input = (job, why, wait.map(|wait| now + wait), dead, now);
    let noted = app.store.write(input, |tx, (job, why, again, dead, now)| {
        Box::pin(async move {
            job::fail(tx, job, why, *again, *now).await?;
            webhook::tell(tx, &job.workspace, job.session.as_deref(), dead.as_slice()).await
        })
    });
    match noted.await {
        Ok(told) => {
            if told > 0 {
                app.wake.send_replace(());
            }
            // What was erased meanwhile is nobody's to look at.
            if wait.is_none() {
                tracing::error!(job = id, why = said, "a job was given up: a person has to look");
            }
            let status = if wait.is_none() { "dead" } else { "failed" };
            metrics::job(&of, queue.kind, status);
        }
        Err(error) => tracing::debug!(%error, "a job is somebody else's, or gone"),
    }
}

async fn done(app: &App, job: &Job) -> Result<(), Undone> {
    match job.kind.as_str() {
        DELIVERY => deliver(app, job).await,
        _ => Ok(turns::background(app, job).await?),
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

/// How long to wait before a job is tried again, in milliseconds; none where it was tried often enough. `chance` is
/// a number from 0 up to 1, so that what failed together is not tried together.
fn wait(queue: &Queue, attempts: u32, chance: f64) -> Option<i64> {
    let (first, most) = queue.backoff;
    let full = first.saturating_mul(1 << attempts.saturating_sub(1).min(30)).min(most);
    let jitter = 0.5 + chance / 2.0;
    (attempts < queue.tries).then_some((full as f64 * jitter) as i64)
}

/// Counts the jobs of a workspace that are not done, as they are now. Where the database does not answer, what was
/// counted last stays.
pub(crate) async fn measure(app: &App, of: &str) {
    let read = app.store.read(of.to_owned(), |tx, of| Box::pin(job::counts(tx, of)));
    let Ok(counts) = read.await else { return };
    for queue in QUEUES {
        for status in Status::ALL {
            let count = counts.iter().find(|(kind, far, _)| kind == queue.kind && *far == status);
            let count = count.map_or(0, |(_, _, count)| *count);
            metrics::queued(of, queue.kind, status.word(), count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_tried_again_later_and_later_and_then_no_more() {
        let [behind, delivery] = QUEUES;
        let waits = |queue: &Queue, chance: f64| -> Vec<_> {
            (1..=queue.tries).map(|attempts| wait(queue, attempts, chance)).collect()
        };
        let expected = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000].map(Some);
        assert_eq!(waits(&behind, 0.0), [expected.as_slice(), &[None]].concat());
        assert_eq!(wait(&behind, 3, 0.5), Some(3_000));
        // A receiver that is away for a night is told in the morning.
        let night = waits(&delivery, 0.0).into_iter().flatten().sum::<i64>();
        assert!(night > 4 * 3_600_000, "{night}");
        assert_eq!(wait(&delivery, 99, 0.0), None);
    }

    #[test]
    fn what_no_other_try_can_mend_is_given_up_at_once() {
        let again = |fault: Fault| Undone::from(fault).again;
        assert!(again(Fault::Held) && again(Fault::Unavailable("locked".to_owned())));
        assert!(!again(Fault::Invalid(Vec::new())) && !again(Fault::Broken(String::new())));
        assert!(!again(Fault::Missing { kind: "session", id: String::new() }));
    }
}
