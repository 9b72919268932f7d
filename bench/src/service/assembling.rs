//! Assemblies over HTTP: of callers who send the whole conversation, and of sessions that the server keeps.
//!
//! Owns both rows. It must never ask for a manifest: it is an account on demand, and has a row of its own.

use proem_bench::conversation::{HISTORY, TURNS, conversation};
use proem_bench::{folder, ours, workload};
use serde_json::{Value as Json, json};

use super::Place;
use super::load::{Came, closed, open};
use super::node::{Node, write};

/// How many clients ask at the same time.
const CLIENTS: usize = 8;

/// The rate at which times are looked at, in requests a second.
const RATE: usize = 2_000;

/// Where the agent of the workload is asked for a payload.
const PATH: &str = "/api/v1/agents/bench/assemble";

/// How many different questions a session is asked, one behind the other.
const QUESTIONS: usize = 1_000;

/// Callers who keep nothing on the server, each in a conversation of its own: the whole history is in the body.
pub(super) fn stateless(place: &Place) -> Result<Vec<String>, String> {
    let node = serve(place, "stateless")?;
    let made: Vec<Vec<Vec<u8>>> = (0..CLIENTS)
        .map(|client| {
            // From fewer messages to more, so that histories are on the average as long as that of the workload.
            let made = conversation(client as u64 + 1, HISTORY - TURNS, TURNS);
            (0..made.turns()).map(|turn| ours::body(&made, turn)).collect()
        })
        .collect();
    let sizes: Vec<usize> = made.iter().flatten().map(Vec::len).collect();
    let size = sizes.iter().sum::<usize>() / sizes.len().max(1);
    let ask = |client: usize, number: usize| (PATH, of(&made, client, number));
    closed(&node, CLIENTS, 1, &ask)?;
    let came = closed(&node, CLIENTS, place.seconds, &ask)?;
    Ok(vec![format!("{}; {CLIENTS} clients, bodies of {} KB", came.told(), size / 1000)])
}

/// Sessions on the server: a message comes in, the payload goes out, nothing is stored.
pub(super) fn session(place: &Place) -> Result<Vec<String>, String> {
    let node = serve(place, "session")?;
    let mut made = Vec::new();
    for client in 0..CLIENTS {
        let (session, values) = begin(&node, client)?;
        let question = |(number, values): (usize, &Json)| {
            let message = format!("Question {number}: what then?");
            json!({"session": session, "message": message, "input": values})
                .to_string()
                .into_bytes()
        };
        made.push((0..QUESTIONS).zip(values.iter().cycle()).map(question).collect::<Vec<_>>());
    }
    let ask = |client: usize, number: usize| (PATH, of(&made, client, number));
    closed(&node, CLIENTS, 1, &ask)?;
    let most = closed(&node, CLIENTS, place.seconds, &ask)?;
    let steady: Came = open(&node, CLIENTS, RATE, place.seconds, &ask)?;
    Ok(vec![
        format!("as many as there are answers for: {}; {CLIENTS} clients", most.told()),
        format!("at {RATE} a second: {}", steady.told()),
    ])
}

/// What a client sends, beginning anew where it has sent all.
fn of(made: &[Vec<Vec<u8>>], client: usize, number: usize) -> &[u8] {
    let bodies = made.get(client).map(Vec::as_slice).unwrap_or_default();
    bodies.get(number % bodies.len().max(1)).map(Vec::as_slice).unwrap_or_default()
}

fn serve(place: &Place, name: &str) -> Result<Node, String> {
    let agent = write(&place.folder.join(name), &folder::files(&workload::workload(1)))?;
    let db = place.folder.join(format!("{name}.db"));
    Node::start(place, &[&agent], &db.to_string_lossy(), None)
}

/// A session that has said as much as a conversation; its id, and the values that turns bring. The answers are
/// those of the offline model.
fn begin(node: &Node, client: usize) -> Result<(String, Vec<Json>), String> {
    let made = conversation(client as u64 + 1, HISTORY, TURNS);
    let begun = json!({"agent": "bench", "user": format!("u{client}")});
    let mut connection = node.client()?;
    let reply = connection.post("/api/v1/sessions", begun.to_string().as_bytes())?;
    let answer: Json = serde_json::from_slice(reply.body).map_err(|error| error.to_string())?;
    let id = answer["id"].as_str().ok_or_else(|| format!("no session: {answer}"))?;
    let values: Vec<Json> = made.values.iter().cloned().map(Json::Object).collect();
    let path = format!("/api/v1/sessions/{id}/turns");
    for (turn, said) in made.messages.iter().step_by(2).take(HISTORY / 2).enumerate() {
        let body = json!({"message": said.content, "input": values.get(turn % values.len())});
        let reply = connection.post(&path, body.to_string().as_bytes())?;
        if reply.status != 200 {
            return Err(String::from_utf8_lossy(reply.body).into_owned());
        }
    }
    Ok((id.to_owned(), values))
}
