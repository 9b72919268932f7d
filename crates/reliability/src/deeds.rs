//! What is done to a store directly, and what is found there.
//!
//! Owns the smallest deeds that stand for all: a turn with its state and its answer in one transaction, a version
//! that becomes active, a memory. Each has a name, and is found by it. It must never go over HTTP.

use std::collections::BTreeMap;
use std::sync::Arc;

use proem_store::audit::{self, By, Verdict};
use proem_store::error::{Error, Result};
use proem_store::idempotency::{self, Begun, Request};
use proem_store::line::Line;
use proem_store::memory::{self, Memory, Owner};
use proem_store::page::{LONGEST, Page, Paging};
use proem_store::prompt::{self, NewPrompt};
use proem_store::session::{self, NewSession};
use proem_store::store::{Boxed, Store};
use proem_store::turn::{self, NewTurn, Place, Status};
use proem_store::tx::Tx;
use proem_store::workspace;
use serde_json::{Map, Value as Json, json};

/// When everything happens.
const NOW: i64 = 1_780_000_000_000;

/// Where.
const OF: &str = "acme";

/// A kind of deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The next turn of the session of this number.
    Turn(u64),
    /// The next version of the one prompt.
    Version,
    /// A memory.
    Memory,
}

/// What a database holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many times each name is there.
    pub names: BTreeMap<String, usize>,
    /// What contradicts itself, each in a sentence.
    pub wrong: Vec<String>,
}

/// Makes what deeds need: a workspace, and sessions. What is there already stays.
///
/// # Errors
///
/// Those of the store.
pub async fn prepare(store: &Arc<dyn Store>, sessions: u64) -> Result<()> {
    store
        .write(sessions, |tx, sessions| {
            Box::pin(async move {
                match workspace::get(tx, OF).await {
                    Err(Error::NotFound { .. }) => {
                        workspace::create(tx, &by(""), "Acme").await?;
                    }
                    found => drop(found?),
                }
                for number in 0..*sessions {
                    let new = new_session(number);
                    match session::get(tx, OF, &new.id).await {
                        Err(Error::NotFound { .. }) => {
                            session::create(tx, OF, &new, NOW).await?;
                        }
                        found => drop(found?),
                    }
                }
                Ok(())
            })
        })
        .await
}

/// Does something once: a turn that was done before under its name is not done again.
///
/// # Errors
///
/// Those of the store.
pub async fn perform(store: &Arc<dyn Store>, deed: Deed, name: &str) -> Result<()> {
    let name = name.to_owned();
    match deed {
        Deed::Turn(number) => {
            let input = (new_session(number).id, name);
            // As the service does it: what need not be synced comes first.
            let claimed =
                store.claim(input.clone(), |tx, (session, name)| claim(tx, session, name));
            let Some(fence) = claimed.await? else { return Ok(()) };
            let input = (input, fence);
            store
                .write(input, |tx, ((session, name), fence)| one_turn(tx, session, name, *fence))
                .await
        }
        Deed::Version => store.write(name, |tx, name| Box::pin(one_version(tx, name))).await,
        Deed::Memory => {
            {
                store.write(name, |tx, name| {
                    Box::pin(async move { memory::put(tx, OF, &remembered(name)).await })
                })
            }
            .await
        }
    }
}

/// Everything that is there.
///
/// # Errors
///
/// Those of the store.
pub async fn look(store: &Arc<dyn Store>, sessions: u64) -> Result<Found> {
    let mut found = store.read(sessions, |tx, sessions| Box::pin(all(tx, *sessions))).await?;
    found.wrong.extend(store.check().await?);
    Ok(found)
}

/// The right to answer for a turn; none where it was answered before.
fn claim<'t>(tx: &'t mut Tx, session: &'t str, name: &'t str) -> Boxed<'t, Result<Option<i64>>> {
    Box::pin(async move {
        let request = Request {
            workspace: OF.to_owned(),
            key: name.to_owned(),
            hash: name.to_owned(),
            session: Some(session.to_owned()),
        };
        match idempotency::begin(tx, &request, NOW, NOW).await? {
            Begun::Yours { fence } => Ok(Some(fence)),
            Begun::Done { .. } => Ok(None),
            Begun::Running { until } => Err(Error::Held { until }),
            // Here an answer and its effect are one transaction, so that no effect is without its answer.
            Begun::Changed => Err(Error::Corrupt(format!("{name} has no answer"))),
        }
    })
}

fn one_turn<'t>(
    tx: &'t mut Tx,
    session: &'t str,
    name: &'t str,
    fence: i64,
) -> Boxed<'t, Result<()>> {
    Box::pin(async move {
        let lease = session::acquire(tx, OF, session, "trial", NOW, NOW + 1).await?;
        let mut state = session::get(tx, OF, session).await?.state;
        let notes = state.entry("notes").or_insert_with(|| json!([]));
        if let Some(notes) = notes.as_array_mut() {
            notes.push(Json::String(name.to_owned()));
        }
        let place =
            Place { workspace: OF.to_owned(), session: session.to_owned(), fence: lease.fence };
        turn::commit(tx, &place, &new_turn(name, state), NOW).await?;
        idempotency::finish(tx, OF, name, fence, name).await
    })
}

async fn one_version(tx: &mut Tx, name: &str) -> Result<()> {
    let body = format!("Say it like {name}.\n");
    let new = NewPrompt {
        id: name.to_owned(),
        line: line(),
        title: name.to_owned(),
        description: String::new(),
        source: body.clone(),
        hash: proem_store::blob::hash(body.as_bytes()),
        body,
        required_context_keys: Vec::new(),
        allowed_actions: Vec::new(),
        author: "trial".to_owned(),
        activate: true,
        expected: None,
    };
    prompt::create(tx, &by(name), &new).await.map(drop)
}

async fn all(tx: &mut Tx, sessions: u64) -> Result<Found> {
    let mut found = Found::default();
    for number in 0..sessions {
        talked(tx, &new_session(number).id, &mut found).await?;
    }
    let filter = prompt::Filter { agent: Some("diary".to_owned()), ..prompt::Filter::default() };
    let (mut numbers, mut active) = (Vec::new(), Vec::new());
    let mut paging = Paging { limit: LONGEST, after: None };
    loop {
        let Page { items, next } = prompt::list(tx, OF, &filter, &paging).await?;
        for version in items {
            if version.is_active {
                active.push(version.version);
            }
            numbers.push(version.version);
            *found.names.entry(version.title).or_insert(0) += 1;
        }
        paging.after = next;
        if paging.after.is_none() {
            break;
        }
    }
    if numbers != (1..).take(numbers.len()).collect::<Vec<u32>>() {
        found.wrong.push(format!("the versions are numbered {numbers:?}"));
    }
    // Every version became active when it was made: the last one is.
    if active != numbers.last().copied().into_iter().collect::<Vec<_>>() {
        found.wrong.push(format!("of the versions {numbers:?} these are active: {active:?}"));
    }
    let mut paging = Paging { limit: LONGEST, after: None };
    loop {
        let page = memory::list(tx, OF, &memory::Filter::default(), &paging).await?;
        for memory in page.items {
            *found.names.entry(memory.text).or_insert(0) += 1;
        }
        paging.after = page.next;
        if paging.after.is_none() {
            break;
        }
    }
    if let Verdict::Broken { epoch, why } = audit::verify(tx, OF).await? {
        found.wrong.push(format!("the record does not verify at epoch {epoch}: {why}"));
    }
    Ok(found)
}

async fn talked(tx: &mut Tx, id: &str, found: &mut Found) -> Result<()> {
    let session = session::get(tx, OF, id).await?;
    let (mut said, mut numbers) = (Vec::new(), Vec::new());
    let mut paging = Paging { limit: LONGEST, after: None };
    loop {
        let page = turn::list(tx, OF, id, &paging).await?;
        for turn in page.items {
            numbers.push(turn.n);
            *found.names.entry(turn.record.clone()).or_insert(0) += 1;
            said.push(Json::String(turn.record));
        }
        paging.after = page.next;
        if paging.after.is_none() {
            break;
        }
    }
    if numbers != (1..).take(numbers.len()).collect::<Vec<u32>>() {
        found.wrong.push(format!("the turns of {id} are numbered {numbers:?}"));
    }
    let notes = session.state.get("notes").and_then(Json::as_array).cloned().unwrap_or_default();
    if usize::try_from(session.turns) != Ok(said.len()) || notes != said {
        let counted = session.turns;
        found.wrong.push(format!("{id} counts {counted} turns, noted {notes:?} and said {said:?}"));
    }
    Ok(())
}

fn new_session(number: u64) -> NewSession {
    NewSession {
        id: format!("00000000-0000-4000-8000-{number:012x}"),
        agent: "diary".to_owned(),
        user: None,
        state: Map::new(),
        incognito: false,
        meta: Map::new(),
    }
}

fn new_turn(name: &str, state: Map<String, Json>) -> NewTurn {
    NewTurn {
        resumes: None,
        status: Status::Done,
        record: name.to_owned(),
        idempotency_key: Some(name.to_owned()),
        calls: Vec::new(),
        releases: Vec::new(),
        state,
        history_from: 0,
        epoch: 0,
        meta: None,
        ends_lease: true,
    }
}

fn line() -> Line {
    Line::prompt("diary", "tone/plain")
}

fn by(note: &str) -> By {
    By {
        workspace: OF.to_owned(),
        actor: "trial".to_owned(),
        at: NOW,
        note: note.to_owned(),
        may_move_protected: false,
    }
}

fn remembered(name: &str) -> Memory {
    let owner = Owner { scope: "user".to_owned(), owner: "u1".to_owned() };
    Memory {
        id: name.to_owned(),
        kind: "semantic".to_owned(),
        owner,
        user: Some("u1".to_owned()),
        category: String::new(),
        text: name.to_owned(),
        session: None,
        turn: None,
        status: "active".to_owned(),
        reason: None,
        embedding: None,
        version: 1,
        created_at: NOW,
        updated_at: NOW,
    }
}
