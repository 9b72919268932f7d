//! What was said in conversations, in memory.
//!
//! Owns the history of each, so that it is read once and not for every turn. It counts only for the very version of the
//! session that it was kept with. It must never be more than a copy: the store is what is true.

use std::sync::Arc;

use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use proem::agent::input::Message;
use proem_store::page::{LONGEST, Page, Paging};
use proem_store::session::Session;
use proem_store::turn::{self, Status, Turn as Stored};

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::memos::IDLE;
use crate::app::turns::record::{Record, read};

/// What was said in a conversation so far.
#[derive(Clone, Debug)]
pub(super) struct Past {
    /// The version of the session that it belongs to.
    version: u32,
    /// The messages.
    pub history: Vec<Message>,
    /// The turn that waits for results.
    pub waits: Option<u32>,
    /// How many bytes that takes.
    size: usize,
}

/// What was said in conversations, by workspace and session.
pub(crate) struct Pasts {
    kept: Cache<(String, String), Arc<Past>>,
    /// How many bytes one of them may take: half of all, for without it a long one is read anew for every turn.
    most: usize,
}

/// How many bytes a message takes beside what it holds.
const MESSAGE: usize = 64;

impl Pasts {
    /// Room for so many bytes.
    pub(crate) fn new(most: u64) -> Self {
        let size =
            |_: &(String, String), past: &Arc<Past>| u32::try_from(past.size).unwrap_or(u32::MAX);
        let kept = Cache::builder().max_capacity(most).weigher(size).time_to_idle(IDLE);
        let most = usize::try_from(most / 2).unwrap_or(usize::MAX);
        Self { kept: kept.eviction_policy(EvictionPolicy::lru()).build(), most }
    }

    fn keep(&self, of: &str, session: &str, past: Arc<Past>) {
        let place = (of.to_owned(), session.to_owned());
        match past.size <= self.most {
            true => self.kept.insert(place, past),
            false => self.kept.invalidate(&place),
        }
    }
}

impl Past {
    /// Adds messages at the end.
    fn add(&mut self, said: Vec<Message>) {
        self.size += said.iter().map(|said| said.bytes() + MESSAGE).sum::<usize>();
        self.history.extend(said);
    }
}

/// Forgets all that is kept of a session.
pub(crate) fn forget(app: &App, of: &str, session: &str) {
    app.kept.forget(of, session);
    app.pasts.kept.invalidate(&(of.to_owned(), session.to_owned()));
}

/// What was said in a session. Whoever asks holds its lease.
pub(super) async fn past(app: &App, of: &str, session: &Session) -> Result<Arc<Past>, Fault> {
    let place = (of.to_owned(), session.id.clone());
    let known = app.pasts.kept.get(&place);
    if let Some(known) = known.filter(|known| known.version == session.version) {
        return Ok(known);
    }
    let records = all(app, of, &session.id).await?;
    let waits = records.iter().find(|(turn, _)| turn.status == Status::RequiresAction);
    let waits = waits.map(|(turn, _)| turn.n);
    let mut past = Past { version: session.version, history: Vec::new(), waits, size: MESSAGE };
    records.iter().for_each(|(_, record)| past.add(added(record)));
    let past = Arc::new(past);
    app.pasts.keep(of, &session.id, Arc::clone(&past));
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
    let waits = record.turn.outcome.is_null().then_some(n);
    let mut past = Past { version: session.version + writes, waits, ..past.clone() };
    past.add(added(record));
    app.pasts.keep(of, &session.id, Arc::new(past));
}

/// Keeps what was said after something was stored that added nothing to it. `session` is what it was before.
pub(super) fn same(app: &App, of: &str, session: &Session) {
    let place = (of.to_owned(), session.id.clone());
    let known = app.pasts.kept.get(&place);
    if let Some(past) = known.filter(|past| past.version == session.version) {
        let past = Past { version: session.version + 1, ..Past::clone(&past) };
        app.pasts.keep(of, &session.id, Arc::new(past));
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
