//! The right to a session's next turn.
//!
//! Owns how a turn gets it, keeps it while it runs, and gives it back; and that a request that comes again
//! under its key has one effect. Who holds the lease alone may answer a request of the session: the key of a
//! request needs no lease of its own. It must never outlive the turn.

use std::time::Duration;

use moka::sync::Cache;
use proem_store::error::Error;
use proem_store::idempotency::{self, Begun, Request};
use proem_store::session::{self, Lease, Session};
use proem_store::tx::Tx;
use proem_store::user::{self, User};
use tokio::time::{Instant, sleep};

use crate::app::App;
use crate::app::fault::Fault;

/// How often a lease that somebody else has is asked for.
const AGAIN: Duration = Duration::from_millis(20);

/// A request that may come again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Once {
    /// Its key.
    pub key: String,
    /// A hash of all that it asks for.
    pub hash: String,
}

/// What a turn begins with.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub lease: Lease,
    pub session: Session,
    /// The user, where something is known of them.
    pub user: Option<User>,
    /// The key of the request, and the right to answer it.
    pub once: Option<(String, i64)>,
}

/// What turns have held that could not be given back, because the database took no writes. Whoever opens the session
/// here next gives it back first, so that it waits for nobody; elsewhere a lease runs out by itself.
pub(crate) struct Left(Cache<(String, String), Due>);

/// What is to be given back: a lease, and the key of a request with the right to answer it.
type Due = (Lease, Option<(String, i64)>);

impl Left {
    /// Nothing yet. A lease that nobody renews lasts so long, and no longer has it to be given back.
    pub(crate) fn new(lease: Duration) -> Self {
        Self(Cache::builder().max_capacity(LEFT).time_to_live(lease).build())
    }
}

/// How many sessions are remembered that could not be given back.
const LEFT: u64 = 65_536;

/// What opening a session came to.
pub(super) enum Opened {
    /// Its next turn may be run.
    Ours(Box<Held>),
    /// The request was answered before, with this.
    Before(String),
}

/// Takes the lease of a session. Where somebody else has it, waits as long as a turn may take, if that is
/// wanted; a request waits for itself in any case.
pub(super) async fn open(
    app: &App,
    of: &str,
    id: &str,
    once: Option<&Once>,
    wait: bool,
) -> Result<Opened, Fault> {
    let owner = app.clock.id();
    let request = once.map(|once| Request {
        workspace: of.to_owned(),
        key: once.key.clone(),
        hash: once.hash.clone(),
        session: Some(id.to_owned()),
    });
    let deadline = Instant::now() + app.config.turn();
    let place = (of.to_owned(), id.to_owned());
    loop {
        settle(app, of, id).await?;
        let now = app.clock.now();
        let input = (place.clone(), owner.clone(), request.clone(), now, until(app));
        let opened = app
            .store
            .claim(input, |tx, ((of, id), owner, request, now, until)| {
                Box::pin(async move {
                    let mut once = None;
                    if let Some(request) = request {
                        match idempotency::begin(tx, request, *now, 0).await? {
                            Begun::Done { response } => return Ok(Opened::Before(response)),
                            Begun::Running { until } => return Err(Error::Held { until }),
                            // Only other requests than turns end like that.
                            Begun::Changed => return Err(Error::OtherRequest),
                            Begun::Yours { fence } => once = Some((request.key.clone(), fence)),
                        }
                    }
                    let lease = session::acquire(tx, of, id, owner, *now, *until).await?;
                    let session = session::get(tx, of, id).await?;
                    let user = match &session.user {
                        Some(user) => known(user::get(tx, of, user).await)?,
                        None => None,
                    };
                    Ok(Opened::Ours(Box::new(Held { lease, session, user, once })))
                })
            })
            .await;
        let itself = || once.is_some_and(|once| app.running.is_of(of, id, &once.key));
        match opened {
            Err(Error::Held { .. }) if (wait || itself()) && Instant::now() < deadline => {
                sleep(AGAIN).await;
            }
            opened => return Ok(opened?),
        }
    }
}

/// Makes the lease last as long as this is waited for. It ends where the lease is lost: then the turn can no
/// longer be stored.
pub(super) async fn keep(app: &App, of: &str, session: &str, lease: &Lease) -> Fault {
    loop {
        sleep(Duration::from_millis(app.config.lease / 3)).await;
        let input = (of.to_owned(), session.to_owned(), lease.clone(), until(app));
        let renewed = app
            .store
            .claim(input, |tx, (of, id, lease, until)| {
                Box::pin(session::renew(tx, of, id, lease, *until))
            })
            .await;
        match renewed {
            Ok(_) => {}
            Err(Error::Fenced) => return Fault::Fenced,
            Err(error) => tracing::warn!(%error, "a lease was not renewed and is tried again"),
        }
    }
}

/// Gives back what a turn that is not stored has held.
pub(super) async fn give_back(app: &App, of: &str, held: &Held) {
    let place = (of.to_owned(), held.session.id.clone());
    let due = (held.lease.clone(), held.once.clone());
    let input = (place.clone(), due.clone());
    let given = app.store.write(input, |tx, ((of, id), due)| Box::pin(back(tx, of, id, due))).await;
    if let Err(error) = given {
        tracing::debug!(%error, "a lease was not given back: the next turn here does it");
        app.left.0.insert(place, due);
    }
}

/// Gives back what a turn that was not stored still holds of a session, so that nobody waits for it.
///
/// # Errors
/// Those of the database.
pub(crate) async fn settle(app: &App, of: &str, id: &str) -> Result<(), Fault> {
    let place = (of.to_owned(), id.to_owned());
    let Some(due) = app.left.0.get(&place) else { return Ok(()) };
    let input = (place.clone(), due);
    app.store.write(input, |tx, ((of, id), due)| Box::pin(back(tx, of, id, due))).await?;
    app.left.0.invalidate(&place);
    Ok(())
}

/// Gives back a lease and a key, where they are still there to be given back.
async fn back(tx: &mut Tx, of: &str, id: &str, (lease, once): &Due) -> Result<(), Error> {
    lost(session::release(tx, of, id, lease).await)?;
    match once {
        Some((key, fence)) => lost(idempotency::forget(tx, of, key, *fence).await),
        None => Ok(()),
    }
}

/// Ends the turn that is under way in a session, wherever it runs. Nothing of it is stored.
///
/// # Errors
/// [`Fault::Missing`] where none is under way.
pub(super) async fn cancel(app: &App, of: &str, id: &str) -> Result<(), Fault> {
    let input = (of.to_owned(), id.to_owned(), app.clock.now());
    let revoked = app
        .store
        .write(input, |tx, (of, id, now)| Box::pin(session::revoke(tx, of, id, *now)))
        .await?;
    if !revoked {
        return Err(Fault::Missing { kind: "turn", id: "current".to_owned() });
    }
    app.running.cancel(of, id);
    Ok(())
}

/// Until when a lease lasts that is taken now.
fn until(app: &App) -> i64 {
    app.clock.now() + i64::try_from(app.config.lease).unwrap_or(i64::MAX / 2)
}

/// What is somebody else's by now is none of ours.
fn lost(given: Result<(), Error>) -> Result<(), Error> {
    match given {
        Err(Error::Fenced) => Ok(()),
        given => given,
    }
}

/// A user, where something is known of them.
pub(super) fn known(user: Result<User, Error>) -> Result<Option<User>, Error> {
    match user {
        Ok(user) => Ok(Some(user)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
