//! What is kept of a conversation between its turns, in memory.
//!
//! Owns the history, so that it is read once and not for every turn, beside what the engine has counted and
//! rendered, which is larger and of fewer conversations. A history counts only for the very version of the session
//! that it was kept with. It must never be more than a copy: the store is what is true.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use moka::sync::Cache;
use proem::agent::input::Message;
use proem::turn::kept::Memo;
use proem_store::page::{LONGEST, Page, Paging};
use proem_store::session::Session;
use proem_store::turn::{self, Status, Turn as Stored};

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::turns::record::{Record, read};
use crate::app::turns::stands::Copied;

/// What is kept of a conversation.
#[derive(Default)]
pub(crate) struct Kept {
    /// What the engine has counted and rendered.
    memo: Option<Memo>,
    /// What the session stood at.
    pub(super) stands: Option<Copied>,
}

/// What was said in a conversation so far.
#[derive(Debug)]
pub(super) struct Past {
    /// The version of the session that it belongs to.
    version: u32,
    /// The messages.
    pub history: Vec<Message>,
    /// The turn that waits for results.
    pub waits: Option<u32>,
}

/// How long something is kept where nobody goes on.
pub(crate) const IDLE: Duration = Duration::from_secs(3_600);

/// What was said in conversations, by workspace and session.
pub(crate) struct Pasts(Cache<(String, String), Arc<Past>>);

/// How much of that is kept, in bytes.
const MOST: u64 = 32 << 20;

/// How many bytes a message takes beside its text.
const MESSAGE: usize = 64;

impl Default for Pasts {
    fn default() -> Self {
        let size = |_: &(String, String), past: &Arc<Past>| {
            let texts = past.history.iter().map(|said| said.content.text().len() + MESSAGE);
            u32::try_from(texts.sum::<usize>() + MESSAGE).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().max_capacity(MOST).weigher(size).time_to_idle(IDLE).build())
    }
}

/// Takes what the engine has kept of a conversation. Whoever comes while another one has it counts by itself.
pub(super) fn take(place: &Mutex<Kept>) -> Memo {
    place.lock().unwrap_or_else(PoisonError::into_inner).memo.take().unwrap_or_default()
}

/// Gives it back.
pub(super) fn give(place: &Mutex<Kept>, memo: Memo) {
    place.lock().unwrap_or_else(PoisonError::into_inner).memo = Some(memo);
}

/// Where something of a conversation is kept.
pub(super) fn place(app: &App, of: &str, session: &str) -> Arc<Mutex<Kept>> {
    app.kept.get_with((of.to_owned(), session.to_owned()), Arc::default)
}

/// Forgets all that is kept of a session.
pub(crate) fn forget(app: &App, of: &str, session: &str) {
    let place = (of.to_owned(), session.to_owned());
    app.kept.invalidate(&place);
    app.pasts.0.invalidate(&place);
}

/// What was said in a session. Whoever asks holds its lease.
pub(super) async fn past(app: &App, of: &str, session: &Session) -> Result<Arc<Past>, Fault> {
    let place = (of.to_owned(), session.id.clone());
    let known = app.pasts.0.get(&place);
    if let Some(known) = known.filter(|known| known.version == session.version) {
        return Ok(known);
    }
    let records = all(app, of, &session.id).await?;
    let waits = records.iter().find(|(turn, _)| turn.status == Status::RequiresAction);
    let waits = waits.map(|(turn, _)| turn.n);
    let history = records.iter().flat_map(|(_, record)| added(record)).collect();
    let past = Arc::new(Past { version: session.version, history, waits });
    app.pasts.0.insert(place, Arc::clone(&past));
    Ok(past)
}

/// Keeps what was said after a turn that was stored, in so many writes.
pub(super) fn add(
    app: &App,
    of: &str,
    (session, writes): (&Session, u32),
    past: &Past,
    (n, record): (u32, &Record),
) {
    let mut history = past.history.clone();
    history.extend(added(record));
    let waits = record.turn.outcome.is_null().then_some(n);
    let past = Past { version: session.version + writes, history, waits };
    app.pasts.0.insert((of.to_owned(), session.id.clone()), Arc::new(past));
}

/// Keeps what was said after something was stored that added nothing to it. `session` is what it was before.
pub(super) fn same(app: &App, of: &str, session: &Session) {
    let place = (of.to_owned(), session.id.clone());
    let known = app.pasts.0.get(&place);
    if let Some(past) = known.filter(|past| past.version == session.version) {
        let (history, waits) = (past.history.clone(), past.waits);
        let past = Past { version: session.version + 1, history, waits };
        app.pasts.0.insert(place, Arc::new(past));
    }
}

/// All turns of a session, as they were stored.
///
/// # Errors
/// Those of the database.
pub(super) async fn all(
    app: &App,
    of: &str,
    session: &str,
) -> Result<Vec<(Stored, Record)>, Fault> {
    let mut paging = Paging { limit: LONGEST, after: None };
    let mut found = Vec::new();
    loop {
        let input = (of.to_owned(), session.to_owned(), paging.clone());
        let page: Page<Stored> = app
            .store
            .read(input, |tx, (of, id, paging)| Box::pin(turn::list(tx, of, id, paging)))
            .await?;
        for stored in page.items {
            let record = read(&stored)?;
            found.push((stored, record));
        }
        match page.next {
            Some(next) => paging.after = Some(next),
            None => return Ok(found),
        }
    }
}

/// The messages that a turn added.
pub(super) fn added(record: &Record) -> Vec<Message> {
    let history = record.turn.outcome.get("history").cloned().unwrap_or_default();
    serde_json::from_value(history).unwrap_or_default()
}
