//! What is kept of a conversation between its turns, in memory.
//!
//! Owns the history, so that it is read once and not for every turn, beside what the engine has counted and
//! rendered. What is kept counts only for the very version of the session that it was kept with. It must
//! never be more than a copy: the store is what is true.

use std::sync::{Arc, Mutex, PoisonError};

use proem::agent::input::Message;
use proem::turn::kept::Memo;
use proem_store::page::{LONGEST, Page, Paging};
use proem_store::session::Session;
use proem_store::turn::{self, Status, Turn as Stored};

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::turns::record::{Record, read};

/// What is kept of a conversation.
#[derive(Default)]
pub(crate) struct Kept {
    /// What the engine has counted and rendered.
    pub(super) memo: Memo,
    past: Option<Arc<Past>>,
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

/// Where something of a conversation is kept.
pub(super) fn place(app: &App, of: &str, session: &str) -> Arc<Mutex<Kept>> {
    app.kept.get_with((of.to_owned(), session.to_owned()), Arc::default)
}

/// What was said in a session. Whoever asks holds its lease.
pub(super) async fn past(app: &App, of: &str, session: &Session) -> Result<Arc<Past>, Fault> {
    let place = place(app, of, &session.id);
    let known = place.lock().unwrap_or_else(PoisonError::into_inner).past.clone();
    if let Some(known) = known.filter(|known| known.version == session.version) {
        return Ok(known);
    }
    let records = all(app, of, &session.id).await?;
    let waits = records.iter().find(|(turn, _)| turn.status == Status::RequiresAction);
    let waits = waits.map(|(turn, _)| turn.n);
    let history = records.iter().flat_map(|(_, record)| added(record)).collect();
    let past = Arc::new(Past { version: session.version, history, waits });
    place.lock().unwrap_or_else(PoisonError::into_inner).past = Some(Arc::clone(&past));
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
    let place = place(app, of, &session.id);
    place.lock().unwrap_or_else(PoisonError::into_inner).past = Some(Arc::new(past));
}

/// Keeps what was said after something was stored that added nothing to it. `session` is what it was before.
pub(super) fn same(app: &App, of: &str, session: &Session) {
    let place = place(app, of, &session.id);
    let mut kept = place.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(past) = kept.past.as_ref().filter(|past| past.version == session.version) {
        let (history, waits) = (past.history.clone(), past.waits);
        kept.past = Some(Arc::new(Past { version: session.version + 1, history, waits }));
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
