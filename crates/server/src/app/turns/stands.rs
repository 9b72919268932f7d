//! What a session stands at: itself, its user, and what is stored beside it.
//!
//! Owns reading that, in one transaction, and the copy of it that spares reading it again. A copy counts as long as
//! the store says that nothing of it was changed, and not for long. It must never be what a turn begins with: a turn
//! reads under its lease.

use std::sync::Arc;
use std::time::Duration;

use proem_store::marks::{Kind, Marks, Subject};
use proem_store::session::{self, Session};
use proem_store::user::{self, User};
use tokio::time::Instant;

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::memos::Place;
use crate::app::turns::beside::{self, Beside, Looks};
use crate::app::turns::lease::known;

/// How long a copy is taken for what it is a copy of: that late is seen what another process writes into the file.
const FRESH: Duration = Duration::from_millis(500);

/// How many times as much values take in memory as they do as text.
const VALUES: usize = 3;

/// What a session stands at.
#[derive(Debug)]
pub(super) struct Stands {
    pub session: Session,
    /// The user, where something is known of them.
    pub user: Option<User>,
    pub beside: Arc<Beside>,
}

/// A copy of what a session stood at.
#[derive(Clone)]
pub(crate) struct Copied {
    stands: Arc<Stands>,
    /// What the store said of it.
    mark: u64,
    /// When reading it began.
    at: Instant,
}

/// What a session stands at, and where something of it is kept.
///
/// # Errors
/// [`Fault::Missing`].
pub(super) async fn stands(
    app: &App,
    (of, id): (&str, &str),
    looks: Looks,
) -> Result<(Arc<Stands>, Place<Option<Copied>>), Fault> {
    // Nothing is kept of what there is not.
    let place = || app.kept.place(of, id.to_owned());
    let Some(marks) = app.store.marks() else {
        return Ok((read(app, of, id, looks).await?, place()));
    };
    let at = Instant::now();
    if let Some(found) = app.kept.find(of, id)
        && let Some(copied) = found.beside().filter(|copied| copied.counts(marks, of, looks, at))
    {
        return Ok((copied.stands, found));
    }
    let before = marks.of_all();
    let stands = read(app, of, id, looks).await?;
    let place = place();
    let mark = mark(marks, of, &stands.session);
    // Where anything was changed meanwhile, it may have been this.
    if marks.of_all() == before {
        let size = stands.size();
        let copied = Copied { stands: Arc::clone(&stands), mark, at };
        app.kept.put_beside(&place, Some(copied), size);
    }
    Ok((stands, place))
}

impl Stands {
    /// How many bytes it takes, roughly.
    fn size(&self) -> usize {
        let Self { session, user, beside } = self;
        let all = (session, user, &beside.memories, &beside.seen);
        serde_json::to_string(&all).map_or(0, |text| text.len() * VALUES)
    }
}

impl Copied {
    fn counts(&self, marks: &Marks, of: &str, looks: Looks, now: Instant) -> bool {
        now.saturating_duration_since(self.at) < FRESH
            && self.stands.beside.has(looks)
            && self.mark == mark(marks, of, &self.stands.session)
    }
}

/// What the store says of all that a session stands at.
fn mark(marks: &Marks, of: &str, session: &Session) -> u64 {
    let user = session.user.as_deref().unwrap_or_default();
    let subjects: [Subject<'_>; 5] = [
        (Kind::Session, of, &session.id),
        (Kind::User, of, user),
        (Kind::Exposures, of, &session.id),
        (Kind::Exposures, of, user),
        (Kind::Memories, of, ""),
    ];
    marks.of(&subjects)
}

async fn read(app: &App, of: &str, id: &str, looks: Looks) -> Result<Arc<Stands>, Fault> {
    let input = (of.to_owned(), id.to_owned(), looks);
    let read = app.store.read(input, |tx, (of, id, looks)| {
        Box::pin(async move {
            let session = session::get(tx, of, id).await?;
            let user = match &session.user {
                Some(user) => known(user::get(tx, of, user).await)?,
                None => None,
            };
            let beside = Arc::new(beside::read(tx, of, &session, *looks).await?);
            Ok(Arc::new(Stands { session, user, beside }))
        })
    });
    Ok(read.await?)
}
