//! Turns that are durable when they are answered.
//!
//! Owns one row. It must never be run on a file system in memory: there is nothing to sync.

use serde_json::{Value as Json, json};

use super::Place;
use super::load::closed;
use super::node::{Node, write};

/// How many clients talk at the same time.
const CLIENTS: usize = 16;

/// How many sessions each of them leads in turn, so that histories stay those of conversations.
const SESSIONS: usize = 64;

/// An agent that costs next to nothing, so that what is measured is keeping turns.
const AGENT: &str = "agent: talker\nmodel: {name: gpt-5.4, window: 8000, reserve: 500}\ncore: [core/identity]\nlayers:\n  - {id: history, channel: history, shrink: oldest}\n  - {id: message, channel: user}\n";

/// Conversations with the offline model, over SQLite with `synchronous = FULL`.
pub(super) fn durable(place: &Place) -> Result<Vec<String>, String> {
    let raw = |path: &str, text: &str| proem::agent::source::RawFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = [
        raw("agent.yaml", AGENT),
        raw("prompts/core/identity.md", "You are a friendly talker.\n"),
        raw("cases/one.yaml", "title: One\nturns:\n  - {message: Hello., answer: Hello to you.}\n"),
    ];
    let agent = write(&place.folder.join("talker"), &files)?;
    let db = place.folder.join("turns.db");
    let node = Node::start(place, &[&agent], &db.to_string_lossy(), None)?;
    let mut paths = Vec::new();
    let mut connection = node.client()?;
    for number in 0..CLIENTS * SESSIONS {
        let body = json!({"agent": "talker", "user": format!("u{number}")}).to_string();
        let reply = connection.post("/api/v1/sessions", body.as_bytes())?;
        let answer: Json = serde_json::from_slice(reply.body).map_err(|error| error.to_string())?;
        let id = answer["id"].as_str().ok_or("no session")?;
        paths.push(format!("/api/v1/sessions/{id}/turns"));
    }
    let ask = |client: usize, number: usize| {
        let at = client * SESSIONS + number % SESSIONS;
        let path = paths.get(at).map(String::as_str).unwrap_or_default();
        (path, br#"{"message": "Hello."}"#.as_slice())
    };
    let came = closed(&node, CLIENTS, place.seconds, &ask)?;
    Ok(vec![format!("{}; {CLIENTS} clients", came.told())])
}
