//! What webhooks are told.
//!
//! Owns the kinds of events and what an event of a turn carries: never what was said, and of an incognito session
//! never whose it is. It must never send anything.

use proem::turn::advance::event::Event as Happened;
use proem::turn::course::outcome::Outcome;
use proem_store::session::Session;
use proem_store::webhook::Event;
use serde_json::{Map, Value as Json, json};

use crate::app::App;

/// Every kind of event that a webhook may want to hear of. Those between `action` and `ended` are the engine's, under
/// its own names.
pub(crate) const KINDS: [&str; 13] = [
    TURN_DONE,
    "action",
    "crisis",
    "handoff",
    "moved",
    "skipped",
    "corrected",
    "cancelled",
    "stopped",
    "ended",
    MEMORY,
    "prompt.activated",
    JOB_DEAD,
];

/// A turn was stored with what it came to.
const TURN_DONE: &str = "turn.done";

/// Something was remembered or forgotten.
const MEMORY: &str = "memory";

/// A job was given up.
pub(crate) const JOB_DEAD: &str = "job.dead";

/// What is told of a turn. Its number is known when it is stored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// Events of the session.
    pub of_session: Vec<Event>,
    /// Events that nobody can be found by.
    pub of_nobody: Vec<Event>,
    /// What is told where memory changes, apart from how.
    pub of_memory: Option<Event>,
}

impl Told {
    /// What is told of a turn that is over.
    pub(crate) fn of(app: &App, session: &Session, outcome: &Outcome, incognito: bool) -> Self {
        let mut told = Self::default();
        let at = app.clock.now();
        let event =
            |kind: &str, data: Json| Event { id: app.clock.id(), kind: kind.to_owned(), at, data };
        let mut whose = Map::new();
        whose.insert("agent".to_owned(), json!(session.agent));
        whose.insert("session".to_owned(), json!(session.id));
        if incognito {
            whose.insert("incognito".to_owned(), json!(true));
        } else if let Some(user) = &session.user {
            whose.insert("user".to_owned(), json!(user));
        }
        let with = |more: Map<String, Json>| {
            let mut data = whose.clone();
            data.extend(more);
            Json::Object(data)
        };
        let mut done = Map::new();
        let failure = outcome.failure.as_ref().map(|failure| failure.code);
        let status = if failure.is_some() { "failed" } else { "done" };
        done.insert("status".to_owned(), json!(status));
        done.insert("call".to_owned(), json!(outcome.call));
        done.insert("failure".to_owned(), json!(failure));
        told.of_session.push(event(TURN_DONE, with(done)));
        for happened in &outcome.events {
            let Json::Object(mut carries) = json!(happened) else { continue };
            let kind = carries.shift_remove("kind");
            let kind = kind.as_ref().and_then(Json::as_str).unwrap_or_default();
            if incognito && matches!(happened, Happened::Crisis { .. }) {
                carries.shift_remove("unit");
                carries.insert("agent".to_owned(), json!(session.agent));
                carries.insert("incognito".to_owned(), json!(true));
                told.of_nobody.push(event(kind, Json::Object(carries)));
            } else {
                told.of_session.push(event(kind, with(carries)));
            }
        }
        told.of_memory = Some(event(MEMORY, with(Map::new())));
        told
    }
}

/// An event with more members.
pub(crate) fn with(event: &Event, more: &[(&str, Json)]) -> Event {
    let mut event = event.clone();
    if let Json::Object(data) = &mut event.data {
        data.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    }
    event
}

/// What is told of a job that was given up.
pub(crate) fn job_dead(app: &App, job: &proem_store::job::Job, why: &str) -> Event {
    let data = json!({"job": job.id, "kind": job.kind, "attempts": job.attempts, "error": why});
    Event { id: app.clock.id(), kind: JOB_DEAD.to_owned(), at: app.clock.now(), data }
}
