//! Turns whose model takes its time: held, cancelled, broken off, resumed, followed, and calls behind them.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::model::Model;
use crate::support::{Client, Reply, Service};
use crate::turns::events;

/// What the service adds to a payload, so that the answer comes in pieces.
const ADDED: &str = "\"stream\":true,\"stream_options\":{\"include_usage\":true},";

fn clerk(model: &Model) -> Service {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/clerk");
    Service::with_model(&[&folder], &model.address)
}

fn session(client: &Client) -> String {
    client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned()
}

/// Asks for a turn and does not wait for it.
fn asks(client: &Client, id: &str, body: Json) -> thread::JoinHandle<Reply> {
    let (client, path) = (client.clone(), format!("sessions/{id}/turns"));
    let key = [("idempotency-key", "the key")];
    thread::spawn(move || {
        let headers: &[(&str, &str)] = if body["message"] == "once" { &key } else { &[] };
        client.send("POST", &path, headers, Some(&body))
    })
}

fn turns(client: &Client, id: &str) -> Json {
    client.get(&format!("sessions/{id}")).json(200)["turns"].clone()
}

fn says(text: &str) -> String {
    json!({"message": text, "look_up": null}).to_string()
}

#[track_caller]
fn eventually(what: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !what() {
        assert!(Instant::now() < deadline, "it did not come");
        sleep(Duration::from_millis(30));
    }
}

#[test]
fn what_was_sent_is_kept_byte_for_byte() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let mut sent = Vec::new();
    for n in 1..=12 {
        let asked = asks(&client, &id, json!({"message": format!("Question {n}, \"quoted\" ✓")}));
        let question = model.question();
        sent.push(question.payload.replacen(ADDED, "", 1));
        question.answer(&says(&format!("Answer {n}")));
        asked.join().unwrap().json(200);
    }
    for (n, sent) in (1..).zip(sent) {
        let looked = client.get(&format!("sessions/{id}/turns/{n}?include=payload"));
        looked.json(200);
        let payload = looked.body.rsplit_once("\"payload\":").unwrap().1;
        assert_eq!(payload.strip_suffix("}]}").unwrap(), sent);
    }
}

#[test]
fn a_waiting_turn_goes_on_with_the_versions_that_it_began_with() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let asked = asks(&client, &id, json!({"message": "Where is it?"}));
    model.question().answer(&json!({"message": "", "look_up": {"question": "where"}}).to_string());
    let waits = asked.join().unwrap().json(200);
    assert_eq!(waits["status"], "requires_action");
    assert_eq!(
        waits["required_actions"],
        json!([{"name": "look_up", "params": {"question": "where"}}])
    );
    let blocked = client.post(&format!("sessions/{id}/turns"), &json!({"message": "Well?"}));
    assert_eq!(blocked.json(409)["code"], "turn.waiting");

    // Meanwhile everything changes, and the service falls over.
    let new = |prompt_type: &str, phase: &str, body: &str| {
        let body = json!({"prompt_type": prompt_type, "phase": phase, "body": body,
            "allowed_actions": if phase == "manner" { vec!["look_up"] } else { vec![] }});
        client.post("prompts", &body).json(201);
    };
    new("desk", "manner", "Answer in rhyme.");
    new("core", "duty", "You are a poet.");
    let service = service.restart();
    let client = service.client();
    let (path, results) =
        (format!("sessions/{id}/turns/1/results"), json!({"results": [{"result": "In Ghent."}]}));
    let wrong = client.post(&path, &json!({"results": []})).json(422);
    assert_eq!(wrong["errors"][0]["code"], "turn.results");
    let (other, to, body) = (client.clone(), path.clone(), results.clone());
    let resumed = thread::spawn(move || other.post(&to, &body));
    let question = model.question();
    assert!(question.payload.contains("Answer in one sentence."), "{}", question.payload);
    assert!(question.payload.contains("You are a clerk."), "{}", question.payload);
    assert!(question.payload.contains("In Ghent."), "{}", question.payload);
    question.answer(&says("It is in Ghent."));
    let done = resumed.join().unwrap().json(200);
    assert_eq!((&done["n"], &done["status"]), (&json!(1), &json!("done")));
    assert_eq!(done["outcome"]["said"][0]["text"], "It is in Ghent.");
    let by: Vec<_> = done["calls"].as_array().unwrap().iter().map(|c| &c["answered_by"]).collect();
    assert_eq!(by, ["openai-chat", "openai-chat"]);
    assert_eq!(client.post(&path, &results).json(409)["code"], "turn.not-waiting");
    let looked = client.get(&format!("sessions/{id}/turns/1?include=payload")).json(200);
    let calls = looked["calls"].as_array().unwrap();
    assert_eq!(calls.len(), 2);
    assert!(calls[1]["payload"].to_string().contains("In Ghent."));

    let asked = asks(&client, &id, json!({"message": "Thanks"}));
    let question = model.question();
    assert!(question.payload.contains("Answer in rhyme."), "{}", question.payload);
    assert!(question.payload.contains("It is in Ghent."), "{}", question.payload);
    question.answer(&says("With pleasure."));
    asked.join().unwrap().json(200);
}

#[test]
fn one_turn_at_a_time() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let first = asks(&client, &id, json!({"message": "One"}));
    let question = model.question();
    let held = client.post(&format!("sessions/{id}/turns"), &json!({"message": "Two"}));
    assert_eq!(held.json(409)["code"], "session.held");
    let waits = asks(&client, &id, json!({"message": "Two", "wait": true}));
    sleep(Duration::from_millis(100));
    question.answer(&says("First."));
    assert_eq!(first.join().unwrap().json(200)["n"], 1);
    let question = model.question();
    assert!(question.payload.contains("First."), "it knows what was said before");
    question.answer(&says("Second."));
    assert_eq!(waits.join().unwrap().json(200)["n"], 2);
}

#[test]
fn a_turn_that_is_cancelled_leaves_nothing() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let turn = asks(&client, &id, json!({"message": "once"}));
    let question = model.question();
    client.delete(&format!("sessions/{id}/turns/current")).empty(204);
    let refused = turn.join().unwrap().json(409);
    assert_eq!(refused["code"], "turn.cancelled");
    question.answer(&says("Too late."));
    assert_eq!(turns(&client, &id), 0);
    assert_eq!(client.get(&format!("sessions/{id}/turns")).json(200)["items"], json!([]));
    // Its key is free again.
    let turn = asks(&client, &id, json!({"message": "once"}));
    model.question().answer(&says("In time."));
    assert_eq!(turn.join().unwrap().json(200)["outcome"]["said"][0]["text"], "In time.");
}

#[test]
fn a_turn_on_another_node_is_cancelled_too() {
    let model = Model::new();
    let service = clerk(&model);
    let other = service.beside();
    let (client, id) = (service.client(), session(&service.client()));
    let turn = asks(&client, &id, json!({"message": "One"}));
    let question = model.question();
    other.client().delete(&format!("sessions/{id}/turns/current")).empty(204);
    question.answer(&says("Too late."));
    assert_eq!(turn.join().unwrap().json(409)["code"], "session.fenced");
    assert_eq!(turns(&client, &id), 0);
}

#[test]
fn a_request_that_broke_off_in_the_middle_is_done_once() {
    let model = Model::new();
    let service = clerk(&model);
    let id = session(&service.client());
    let turn = asks(&service.client(), &id, json!({"message": "once", "wait": true}));
    let lost = model.question();
    let service = service.restart();
    // Whoever asked has lost the line.
    assert!(turn.join().is_err());
    let client = service.client();
    let again = asks(&client, &id, json!({"message": "once", "wait": true}));
    model.question().answer(&says("Here."));
    let first = again.join().unwrap();
    assert_eq!(first.json(200)["n"], 1);
    lost.answer(&says("Too late."));
    let same = asks(&client, &id, json!({"message": "once", "wait": true})).join().unwrap();
    assert_eq!(same.body, first.body);
    assert_eq!(turns(&client, &id), 1);
}

#[test]
fn a_lease_is_kept_as_long_as_the_turn_runs() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let first = asks(&client, &id, json!({"message": "One"}));
    let question = model.question();
    // Longer than a lease that nobody renews.
    sleep(Duration::from_millis(10_500));
    let held = client.post(&format!("sessions/{id}/turns"), &json!({"message": "Two"}));
    assert_eq!(held.json(409)["code"], "session.held");
    question.answer(&says("At last."));
    assert_eq!(first.join().unwrap().json(200)["outcome"]["said"][0]["text"], "At last.");
}

/// Reads server-sent events from a socket until one fits.
fn until(from: &mut impl BufRead, fits: impl Fn(&str) -> bool) -> String {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        assert_ne!(from.read_line(&mut line).unwrap(), 0, "{text}");
        text.push_str(&line);
        if fits(&text) {
            return text;
        }
    }
}

#[test]
fn a_turn_is_followed_from_where_one_was() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let body = json!({"message": "Where?", "stream": true}).to_string();
    let socket = service.turn_of(&id, &body);
    let mut from = BufReader::new(socket);
    let mut question = model.question();
    question.begin();
    question.piece("{\"message\": \"It is ");
    // It comes while the model writes.
    until(&mut from, |text| text.contains("\"text\":\"It is\"") || text.contains("It is"));
    drop(from);
    let (other, path) = (client.clone(), format!("sessions/{id}/turns/1/events"));
    let follows =
        thread::spawn(move || other.send("GET", &path, &[("last-event-id", "2")], None).body);
    sleep(Duration::from_millis(200));
    question.piece("in Ghent.\", \"look_up\": null}");
    question.end();
    let rest = follows.join().unwrap();
    let told = events(&rest);
    assert_eq!(told[0].0, "3");
    let text: String = told
        .iter()
        .filter(|(_, name, _)| name == "delta")
        .map(|(_, _, data)| data["text"].as_str().unwrap())
        .collect();
    assert_eq!(text.trim(), "in Ghent.");
    let (_, name, done) = told.last().unwrap();
    assert_eq!(name, "done");
    assert_eq!(done["outcome"]["said"][0]["text"], "It is in Ghent.");
    assert_eq!(turns(&client, &id), 1);
}

#[test]
fn a_call_behind_a_turn_keeps_nobody_waiting_and_is_tried_again() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let turn = asks(&client, &id, json!({"message": "note this"}));
    model.question().answer(&says("Noted."));
    assert_eq!(turn.join().unwrap().json(200)["outcome"]["background"], json!(["notes"]));
    let behind = model.question();
    assert!(behind.payload.contains("Note what this is about."), "{}", behind.payload);
    behind.refuse(400);
    let behind = model.question();
    // The conversation goes on, and its state, too.
    let turn = asks(&client, &id, json!({"message": "And now?"}));
    let question = model.question();
    question.answer(&says("Go on."));
    assert_eq!(turn.join().unwrap().json(200)["n"], 2);
    let state = json!({"state": {"asked": 7}});
    client.patch(&format!("sessions/{id}"), &state).json(200);
    behind.answer(&json!({"message": "", "note": {"about": "this"}}).to_string());
    eventually(|| turns(&client, &id) == 3);
    let state = client.get(&format!("sessions/{id}")).json(200)["state"].clone();
    assert_eq!((&state["asked"], &state["noted"]), (&json!(7), &json!("this")));
    // What it wrote is no part of what was said.
    let turn = asks(&client, &id, json!({"message": "Thanks"}));
    let question = model.question();
    assert!(question.payload.contains("Go on."));
    assert!(!question.payload.contains("\"about\""));
    question.answer(&says("Welcome."));
    assert_eq!(turn.join().unwrap().json(200)["n"], 4);
}

#[test]
fn what_a_call_behind_a_turn_remembers_has_the_number_that_it_got() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let mut files = client.get("agents/clerk/export").json(200)["files"].clone();
    let agent = files["agent.yaml"].as_str().unwrap().replace(
        "      - set: {in: noted, value: \"{{ params.about }}\"}\n",
        "      - set: {in: noted, value: \"{{ params.about }}\"}\n      \
         - remember: {kind: episodic, text: \"{{ params.about }}\"}\n",
    );
    files["agent.yaml"] = json!(agent);
    client.put("agents/clerk", &json!({"files": files})).json(200);
    let session = client.post("sessions", &json!({"user": "ann"})).json(201);
    let id = session["id"].as_str().unwrap();
    let turn = asks(&client, id, json!({"message": "note this"}));
    model.question().answer(&says("Noted."));
    turn.join().unwrap().json(200);
    let behind = model.question();
    let turn = asks(&client, id, json!({"message": "And now?"}));
    model.question().answer(&says("Go on."));
    assert_eq!(turn.join().unwrap().json(200)["n"], 2);
    behind.answer(&json!({"message": "", "note": {"about": "this"}}).to_string());
    eventually(|| turns(&client, id) == 3);
    let kept = client.get("memories?user=ann").json(200)["items"][0].clone();
    assert_eq!((&kept["text"], &kept["turn"]), (&json!("this"), &json!(3)));
}

#[test]
fn a_call_behind_a_turn_survives_a_crash() {
    let model = Model::new();
    let service = clerk(&model);
    let client = service.client();
    let id = session(&client);
    let turn = asks(&client, &id, json!({"message": "note this"}));
    model.question().answer(&says("Noted."));
    turn.join().unwrap().json(200);
    let lost = model.question();
    let service = service.restart();
    let client = service.client();
    // When nobody has renewed its lease for a while, the job is everybody's again.
    let again = model.question();
    let done = json!({"message": "", "note": {"about": "this"}}).to_string();
    again.answer(&done);
    lost.answer(&done);
    eventually(|| turns(&client, &id) == 2);
    assert_eq!(client.get(&format!("sessions/{id}")).json(200)["state"]["noted"], "this");
    // It is done once.
    sleep(Duration::from_millis(1_500));
    assert_eq!(turns(&client, &id), 2);
}
