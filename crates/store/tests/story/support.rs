//! What stories have in common.
//!
//! Owns the smallest examples of things. It must never assert anything.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use proem_store::audit::By;
use proem_store::error::Result;
use proem_store::line::Line;
use proem_store::prompt::{self, NewPrompt, Prompt};
use proem_store::session::{self, NewSession, Session};
use proem_store::store::Store;
use proem_store::workspace;
use serde_json::{Map, Value as Json};

use crate::database::Database;

/// When stories happen.
pub(crate) const NOW: i64 = 1_780_000_000_000;

/// The workspace in which they happen.
pub(crate) const ACME: &str = "acme";

/// An id that no other is equal to.
pub(crate) fn id() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("00000000-0000-4000-8000-{:012x}", NEXT.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn by() -> By {
    by_in(ACME)
}

pub(crate) fn by_in(workspace: &str) -> By {
    By {
        workspace: workspace.to_owned(),
        actor: "ada".to_owned(),
        at: NOW,
        note: String::new(),
        may_move_protected: false,
    }
}

/// A node of a database with the workspace in it.
pub(crate) async fn start(database: &Database) -> Arc<dyn Store> {
    let store = database.open().await;
    store.write(by(), |tx, by| Box::pin(workspace::create(tx, by, "Acme"))).await.unwrap();
    store
}

pub(crate) fn json(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(map) => map,
        other => panic!("{other} is no object"),
    }
}

pub(crate) fn new_prompt(name: &str, body: &str) -> NewPrompt {
    NewPrompt {
        id: id(),
        line: Line::prompt("support", name),
        title: name.to_owned(),
        description: String::new(),
        body: body.to_owned(),
        source: format!("---\ntitle: {name}\n---\n{body}"),
        required_context_keys: vec!["user_name".to_owned()],
        allowed_actions: Vec::new(),
        author: "ada".to_owned(),
        hash: proem_store::blob::hash(body.as_bytes()),
        activate: true,
        expected: None,
    }
}

pub(crate) async fn store_prompt(store: &Arc<dyn Store>, new: NewPrompt) -> Result<Prompt> {
    store.write((by(), new), |tx, (by, new)| Box::pin(prompt::create(tx, by, new))).await
}

pub(crate) fn new_session() -> NewSession {
    NewSession {
        id: id(),
        agent: "support".to_owned(),
        user: Some("u1".to_owned()),
        state: Map::new(),
        incognito: false,
        meta: Map::new(),
    }
}

pub(crate) async fn begin_session(store: &Arc<dyn Store>, new: NewSession) -> Session {
    store.write(new, |tx, new| Box::pin(session::create(tx, ACME, new, NOW))).await.unwrap()
}

/// Takes the second step of the schema back.
pub(crate) const WITHOUT_2: &str = "DROP TABLE visits; DROP INDEX sessions_step; ALTER TABLE sessions DROP COLUMN step; \
     DELETE FROM schema_versions WHERE version = 2; ";

/// Takes the third step of the schema back, where it is the last.
pub(crate) const WITHOUT_3: &str = "DROP INDEX jobs_due; ALTER TABLE jobs DROP COLUMN lane; \
     CREATE INDEX jobs_due ON jobs (kind, run_at) WHERE status <> 'dead'; \
     DELETE FROM schema_versions WHERE version = 3; ";

/// Takes the fourth step of the schema back, where it is the last.
pub(crate) const WITHOUT_4: &str = "DROP TABLE said; DROP TABLE said_index; DROP INDEX turns_waiting; \
     ALTER TABLE turns DROP COLUMN indexed; DROP INDEX memories_newest; \
     DELETE FROM schema_versions WHERE version = 4; ";
