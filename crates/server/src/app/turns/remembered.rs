//! What a turn remembers.
//!
//! Owns whose memories a session reads and writes, what the engine is given of them, and what becomes of
//! what it keeps. A session that is incognito keeps nothing. It must never read the memories of another user.

use proem::agent::input::Memory;
use proem::turn::advance::memory::Memories;
use proem_store::error::Result;
use proem_store::memory::{self, Filter, Owner};
use proem_store::page::Paging;
use proem_store::session::Session;
use proem_store::tx::Tx;
use proem_store::words::Question;
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::clock::written;
use crate::app::fault::Fault;

/// The member of a user's state that says whether earlier sessions may be brought up. No state key can have
/// this name.
pub(crate) const RECALL: &str = "memory:recall";

/// The member of a user's state that says when everything was forgotten.
pub(crate) const FORGOTTEN: &str = "memory:forgotten";

/// The kind of memories that are rules.
const RULE: &str = "procedural";

/// The kinds of all others.
const ENTRIES: [&str; 2] = ["semantic", "episodic"];

/// How many memories a turn is given, and how many rules, at most.
const MOST: u32 = 50;

/// Whose memories a session has. Without a user they are the session's own.
pub(super) fn owners(session: &Session) -> Vec<Owner> {
    ["user", "core", "project", "shared"].iter().map(|scope| owner(session, scope)).collect()
}

/// Who owns what a session remembers in a scope. The project is the one that the session's `meta` names.
fn owner(session: &Session, scope: &str) -> Owner {
    let project = session.meta.get("project").and_then(Json::as_str).unwrap_or_default();
    let owner = match scope {
        "core" => session.agent.clone(),
        "project" => format!("{}/{project}", session.agent),
        "shared" => project.to_owned(),
        _ => session.user.clone().unwrap_or_else(|| session.id.clone()),
    };
    Owner { scope: scope.to_owned(), owner }
}

/// What a session's agent is given of its memories.
pub(super) fn given(memories: &[memory::Memory], recall: bool) -> Memory {
    let (rules, entries): (Vec<_>, Vec<_>) =
        memories.iter().partition(|memory| memory.kind == RULE);
    let most = MOST as usize;
    Memory {
        entries: entries.into_iter().take(most).cloned().map(entry).collect(),
        rules: rules.into_iter().take(most).map(|rule| rule.text.clone()).collect(),
        recall,
    }
}

/// The memories that answer a question, the best first, and behind them the newest.
///
/// # Errors
/// Those of the database.
pub(super) async fn search(
    app: &App,
    of: &str,
    session: &Session,
    query: &str,
    limit: Option<u32>,
) -> std::result::Result<Json, Fault> {
    let limit = limit.unwrap_or(MOST).min(MOST);
    let input = (of.to_owned(), owners(session), query.to_owned(), limit);
    let found = app
        .store
        .read(input, |tx, (of, owners, query, limit)| {
            Box::pin(async move {
                let question = Question::of_message(query);
                let best = memory::search(tx, of, owners, &question, *limit).await?;
                let mut found: Vec<_> = best.into_iter().map(|(memory, _)| memory).collect();
                found.retain(|memory| memory.kind != RULE);
                for memory in memory::newest(tx, of, owners, &ENTRIES, MOST).await? {
                    if !found.iter().any(|known| known.id == memory.id) {
                        found.push(memory);
                    }
                }
                found.truncate(usize::try_from(*limit).unwrap_or(usize::MAX));
                Ok(found)
            })
        })
        .await?;
    Ok(found.into_iter().map(|memory| Json::Object(entry(memory))).collect())
}

/// The newest memories of a session, rules among them, of each owner and kind as many as a turn is given.
///
/// # Errors
/// Those of the database.
pub(super) async fn newest(
    tx: &mut Tx,
    of: &str,
    session: &Session,
) -> Result<Vec<memory::Memory>> {
    let [one, other] = ENTRIES;
    memory::newest(tx, of, &owners(session), &[one, other, RULE], MOST).await
}

/// A memory as an agent sees it.
fn entry(memory: memory::Memory) -> Map<String, Json> {
    let at = written(memory.created_at);
    let category = Some(memory.category).filter(|category| !category.is_empty());
    let members = [
        ("id", Some(memory.id)),
        ("kind", Some(memory.kind)),
        ("scope", Some(memory.owner.scope)),
        ("category", category),
        ("text", Some(memory.text)),
        ("at", Some(at)),
    ];
    let there = members.into_iter().filter_map(|(name, value)| Some((name, value?)));
    there.map(|(name, value)| (name.to_owned(), Json::String(value))).collect()
}

/// What a turn changes in memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    /// Everything of these is forgotten first.
    forget: Option<(Owner, Option<String>)>,
    /// Then this is kept. The turn that it comes from has no number yet.
    keep: Vec<memory::Memory>,
    /// When the turn happened that it comes from.
    since: i64,
}

/// What was changed in memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Made {
    /// The ids of what is kept.
    pub kept: Vec<String>,
    /// Whether everything was forgotten.
    pub forgot: bool,
}

impl Made {
    /// Whether anything was changed.
    pub(super) fn any(&self) -> bool {
        self.forgot || !self.kept.is_empty()
    }
}

impl Changes {
    /// What a turn changes: what the engine kept of it, unless its session is incognito; and everything is
    /// forgotten where the agent promised that.
    pub(super) fn of(
        app: &App,
        session: &Session,
        memories: &Memories,
        forgets: bool,
        since: i64,
    ) -> Self {
        let forget = forgets.then(|| (owner(session, "user"), session.user.clone()));
        let mut keep = Vec::new();
        if !session.incognito {
            let active = memories.keep.iter().map(|kept| (kept.clone(), None));
            let dropped = memories.dropped.iter().map(|dropped| {
                let kept = proem::turn::gate::effect::Remembered {
                    kind: RULE.to_owned(),
                    scope: "user".to_owned(),
                    category: None,
                    text: dropped.rule.clone(),
                };
                (kept, Some(dropped.reason.clone()))
            });
            keep.extend(active.chain(dropped).map(|(kept, reason)| memory::Memory {
                id: app.clock.id(),
                owner: owner(session, &kept.scope),
                kind: kept.kind,
                user: session.user.clone(),
                category: kept.category.unwrap_or_default(),
                text: kept.text,
                session: Some(session.id.clone()),
                turn: None,
                status: if reason.is_some() { "dropped" } else { "active" }.to_owned(),
                reason,
                embedding: None,
                version: 1,
                created_at: app.clock.now(),
                updated_at: app.clock.now(),
            }));
        }
        Self { forget, keep, since }
    }

    /// Whether anything is to be kept.
    pub(super) fn keeps(&self) -> bool {
        !self.keep.is_empty()
    }

    /// Makes the changes, in the transaction of the turn and with the number that it got there. `forgotten` is
    /// when everything was forgotten: what was said before that is not kept.
    pub(super) async fn make(&self, tx: &mut Tx, of: &str, n: u32, forgotten: i64) -> Result<Made> {
        let mut made = Made { forgot: self.forget.is_some(), ..Made::default() };
        if let Some((owner, user)) = &self.forget {
            memory::forget(tx, of, owner).await?;
            if let Some(user) = user {
                memory::erase(tx, of, user).await?;
            }
        }
        if self.since <= forgotten {
            return Ok(made);
        }
        for memory in &self.keep {
            let known = Filter {
                owner: Some(memory.owner.clone()),
                kind: Some(memory.kind.clone()),
                ..Filter::default()
            };
            let paging = Paging { limit: MOST, after: None };
            let known = memory::list(tx, of, &known, &paging).await?.items;
            // What is known already is not remembered twice.
            if !known.iter().any(|known| known.text == memory.text) {
                let memory = memory::Memory { turn: Some(n), ..memory.clone() };
                memory::put(tx, of, &memory).await?;
                made.kept.push(memory.id.clone());
            }
        }
        Ok(made)
    }
}
