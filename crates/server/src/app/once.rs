//! Requests that come again under a key.
//!
//! Owns that such a request has one effect and one reply. The key is taken first; whatever the request writes notes in
//! its own transaction that there is an effect, under the right to have one; the reply is kept behind it. So a crash
//! leaves one of three things: no effect, and the next one begins anew; an effect and its reply; or an effect whose
//! reply is lost, and then the next one is told so and changes nothing. Turns keep their replies by themselves, in
//! the transaction of the turn. It must never keep a reply that anybody but its caller can read.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use proem_store::error::Result as Stored;
use proem_store::idempotency::{self, Begun, Request};
use proem_store::marks::Marks;
use proem_store::store::{Access, Boxed, Job, Store};
use proem_store::tx::Tx;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use crate::app::App;
use crate::app::access::Who;
use crate::app::fault::Fault;
use crate::app::seal::Seal;

/// How often a request that is under way elsewhere is looked at.
const AGAIN: Duration = Duration::from_millis(20);

tokio::task_local! {
    /// The request that is under way in this task.
    static UNDER_WAY: Mark;
}

/// A request under way, and the right to have an effect.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    of: String,
    key: String,
    fence: i64,
}

/// What a key says when a request comes.
pub(crate) enum Taken {
    /// It is this one's to have an effect.
    Ours(Mark),
    /// It was answered before, with this.
    Before(String),
}

/// Takes a key for a request. Waits for the same request where it is under way.
///
/// # Errors
/// [`Fault::OtherRequest`] where the key was used for another one, [`Fault::Refused`] where it has had its effect and
/// its reply is lost, or is under way for longer than a turn may take.
pub(crate) async fn take(
    app: &App,
    who: &Who,
    key: &str,
    hash: &str,
    seal: &Seal,
) -> Result<Taken, Fault> {
    let request = Request {
        workspace: who.workspace.clone(),
        key: key.to_owned(),
        hash: hash.to_owned(),
        session: None,
    };
    let lost = || Fault::Refused {
        code: "idempotency.reply-lost",
        why: "the request has had its effect, and its reply was lost: look at what is there"
            .to_owned(),
    };
    let deadline = Instant::now() + app.config.turn();
    loop {
        let now = app.clock.now();
        let until = now + i64::try_from(app.config.lease).unwrap_or(i64::MAX / 2);
        let begun = app.store.write((request.clone(), now, until), |tx, (request, now, until)| {
            Box::pin(idempotency::begin(tx, request, *now, *until))
        });
        match begun.await? {
            Begun::Yours { fence } => {
                let (of, key) = (who.workspace.clone(), key.to_owned());
                return Ok(Taken::Ours(Mark { of, key, fence }));
            }
            Begun::Done { response } => {
                return seal.open(&response).map(Taken::Before).ok_or_else(lost);
            }
            Begun::Changed => return Err(lost()),
            Begun::Running { .. } if Instant::now() < deadline => sleep(AGAIN).await,
            Begun::Running { .. } => {
                let why = "the same request is under way".to_owned();
                return Err(Fault::Refused { code: "idempotency.running", why });
            }
        }
    }
}

/// Does what a request asks for; everything that it writes is its effect.
pub(crate) async fn under<T>(mark: Mark, work: impl Future<Output = T>) -> T {
    UNDER_WAY.scope(mark, work).await
}

/// Keeps the reply where there was an effect; else lets the key go.
pub(crate) async fn end(app: &App, mark: &Mark, reply: &str, seal: &Seal) {
    let Some(sealed) = seal.close(reply) else { return };
    let ended = app.store.write((mark.clone(), sealed), |tx, (mark, reply)| {
        Box::pin(idempotency::end(tx, &mark.of, &mark.key, mark.fence, reply))
    });
    if let Err(error) = ended.await {
        tracing::warn!(%error, "the reply to a request was not kept");
    }
}

/// A store that notes the effects of requests.
pub(crate) struct Noting(pub Arc<dyn Store>);

impl Store for Noting {
    fn submit(&self, access: Access, job: Box<dyn Job>) -> Boxed<'_, Stored<()>> {
        match (access, UNDER_WAY.try_with(Clone::clone)) {
            (Access::Write | Access::Claim, Ok(mark)) => {
                self.0.submit(Access::Write, Box::new(Noted { job, mark }))
            }
            _ => self.0.submit(access, job),
        }
    }

    fn ticks(&self) -> watch::Receiver<u64> {
        self.0.ticks()
    }

    fn marks(&self) -> Option<&Marks> {
        self.0.marks()
    }

    fn check(&self) -> Boxed<'_, Stored<Vec<String>>> {
        self.0.check()
    }

    fn copy<'s>(&'s self, to: &'s Path) -> Option<Boxed<'s, Stored<()>>> {
        self.0.copy(to)
    }

    fn close(&self) -> Boxed<'_, ()> {
        self.0.close()
    }
}

/// A job that is the effect of a request.
struct Noted {
    job: Box<dyn Job>,
    mark: Mark,
}

impl Job for Noted {
    fn run<'t>(&'t mut self, tx: &'t mut Tx) -> Boxed<'t, Stored<()>> {
        Box::pin(async move {
            self.job.run(tx).await?;
            idempotency::change(tx, &self.mark.of, &self.mark.key, self.mark.fence).await
        })
    }
}
