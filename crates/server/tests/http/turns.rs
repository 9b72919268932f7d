//! Turns: once each, looked at later, followed as they run, cancelled, resumed.

use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::support::{Client, Service, settled};

/// A conversation with an agent.
fn session(client: &Client, body: &Json) -> String {
    client.post("sessions", body).json(201)["id"].as_str().unwrap().to_owned()
}

fn begin(service: &Service) -> (Client, String) {
    let client = service.client();
    let id = session(&client, &json!({}));
    (client, id)
}

/// A body without what a clock or chance decides.
fn calm(mut body: Json) -> Json {
    fn walk(value: &mut Json) {
        match value {
            Json::Object(members) => {
                for (name, value) in members {
                    match name.as_str() {
                        "latency_ms" => *value = json!("<latency_ms>"),
                        "now" => *value = json!("<now>"),
                        _ => walk(value),
                    }
                }
            }
            Json::Array(items) => items.iter_mut().for_each(walk),
            _ => {}
        }
    }
    walk(&mut body);
    settled(body)
}

#[test]
fn a_request_that_comes_again_has_one_effect() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    let key = [("idempotency-key", "one")];
    let hello = json!({"message": "Hello"});
    let first = client.send("POST", &path, &key, Some(&hello));
    first.json(200);
    let again = client.send("POST", &path, &key, Some(&hello));
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    // Another body under the same key, and the same key for another session.
    let other = client.send("POST", &path, &key, Some(&json!({"message": "Bye"})));
    assert_eq!(other.json(422)["code"], "idempotency.other-request");
    let elsewhere = session(&client, &json!({}));
    let other = client.send("POST", &format!("sessions/{elsewhere}/turns"), &key, Some(&hello));
    assert_eq!(other.json(422)["code"], "idempotency.other-request");
    assert_eq!(client.get(&format!("sessions/{id}")).json(200)["turns"], 1);
    // Also after a crash.
    let service = service.restart();
    let again = service.client().send("POST", &path, &key, Some(&hello));
    assert_eq!(first.body, again.body);
    assert_eq!(service.client().get(&format!("sessions/{id}")).json(200)["turns"], 1);
}

#[test]
fn a_request_that_was_refused_may_come_again() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    let key = [("idempotency-key", "one")];
    let wrong = json!({"message": "Hello", "pins": {"core/identity": 77}});
    let refused = client.send("POST", &path, &key, Some(&wrong)).json(422);
    assert_eq!(refused["errors"][0]["code"], "pin.unknown");
    client.send("POST", &path, &key, Some(&json!({"message": "Hello"}))).json(200);
    // The core is sealed; whoever wants another one is refused, and nothing of that is kept.
    let sealed = json!({"message": "Hello", "pins": {"policy/honesty": 1}});
    let refused = client.post(&path, &sealed).json(422);
    assert_eq!(refused["errors"][0]["code"], "sealed.override");
    assert_eq!(client.get(&format!("sessions/{id}")).json(200)["turns"], 1);
    let long = "k".repeat(256);
    let refused = client.send("POST", &path, &[("idempotency-key", &long)], Some(&wrong)).json(422);
    assert_eq!(refused["errors"][0]["code"], "header.idempotency-key");
}

#[test]
fn many_at_once_with_one_key_are_one_turn() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    let bodies: Vec<String> = std::thread::scope(|scope| {
        let ask = || {
            let body = json!({"message": "Hello", "wait": true});
            let reply = client.send("POST", &path, &[("idempotency-key", "k")], Some(&body));
            assert_eq!(reply.status, 200, "{}", reply.body);
            reply.body
        };
        let asked: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        asked.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(client.get(&format!("sessions/{id}")).json(200)["turns"], 1);
}

#[test]
fn a_turn_is_looked_at_as_it_was() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    let one = client.post(&path, &json!({"message": "Hello"})).json(200);
    let two = client.post(&path, &json!({"message": "And again"})).json(200);
    let list = client.get(&path).json(200);
    assert_eq!(list["items"].as_array().unwrap().len(), 2);
    assert_eq!(list["next"], Json::Null);
    assert_eq!(list["items"][0]["outcome"], one["outcome"]);
    let first = client.get(&format!("{path}?limit=1")).json(200);
    let after = first["next"].as_str().unwrap();
    let second = client.get(&format!("{path}?limit=1&after={after}")).json(200);
    assert_eq!(second["items"][0]["n"], 2);

    let looked = client.get(&format!("{path}/2?include=payload")).json(200);
    assert_eq!(looked["outcome"], two["outcome"]);
    assert_eq!(looked["input"]["message"], "And again");
    assert_eq!(looked["calls"][0]["call"], "reply");
    assert_eq!(looked["calls"][0]["manifest"]["tokens"]["total"], two["calls"][0]["tokens"]);
    // The payload is the one that would be assembled from all that is known of the turn.
    let mut input = looked["input"].clone();
    input["history"] = one["outcome"]["history"].clone();
    let made = client.post("agents/greeter/assemble", &input).json(200);
    let payload = looked["calls"][0]["payload"].to_string();
    assert_eq!(made["payload"].to_string(), payload);
    assert!(payload.contains("And again") && payload.contains("Hello"), "{payload}");
    let raw = client.get(&format!("{path}/2?include=payload")).body;
    assert!(raw.contains(&format!("\"payload\":{payload}")), "it is copied byte for byte");

    for path in [format!("{path}/3"), format!("{path}/3/events")] {
        assert_eq!(client.get(&path).json(404)["code"], "turn.missing");
    }
    assert_eq!(client.get("sessions/none/turns").json(404)["code"], "session.missing");
    assert_eq!(
        client.get(&format!("{path}/1?include=all")).json(422)["errors"][0]["code"],
        "include.unknown"
    );
}

#[test]
fn a_conversation_is_exported_as_lines() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    client.post(&path, &json!({"message": "Hello"})).json(200);
    client.post(&path, &json!({"message": "Bye"})).json(200);
    let reply = client.get(&format!("sessions/{id}/export"));
    assert_eq!(reply.header("content-type"), Some("application/x-ndjson"));
    let lines: Vec<Json> =
        reply.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["session"], client.get(&format!("sessions/{id}")).json(200));
    let turns = client.get(&path).json(200);
    assert_eq!(json!([lines[1]["turn"], lines[2]["turn"]]), turns["items"]);
}

/// Server-sent events: id, name, data.
pub(crate) fn events(body: &str) -> Vec<(String, String, Json)> {
    let event = |text: &str| {
        let field = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_else(|| panic!("no {name} in {text:?}")).trim_start().to_owned()
        };
        let data = serde_json::from_str(&field("data:")).unwrap();
        (field("id:"), field("event:"), data)
    };
    body.split("\n\n").filter(|text| !text.trim().is_empty()).map(event).collect()
}

#[test]
fn a_turn_is_told_as_it_comes_and_again_later() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    let reply = client.post(&path, &json!({"message": "Hello", "stream": true}));
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/event-stream")));
    let told = events(&reply.body);
    let names: Vec<&str> = told.iter().map(|(_, name, _)| name.as_str()).collect();
    assert_eq!(names, ["assembly", "delta", "done"]);
    let ids: Vec<&str> = told.iter().map(|(id, _, _)| id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "3"]);
    let done = &told[2].2;
    assert_eq!(told[1].2["text"], done["outcome"]["said"][0]["text"]);
    assert_eq!(client.get(&format!("{path}/1")).json(200)["outcome"], done["outcome"]);

    // Coming back: from the beginning, and behind what is known.
    let later = format!("{path}/1/events");
    assert_eq!(client.get(&later).body, reply.body);
    let rest = client.send("GET", &later, &[("last-event-id", "1")], None);
    assert_eq!(events(&rest.body), told[1..]);
    // What ran without anybody listening is told from the store, as is everything after a restart.
    client.post(&path, &json!({"message": "Bye"})).json(200);
    let stored = events(&client.get(&format!("{path}/2/events")).body);
    assert_eq!(stored.iter().map(|told| told.1.as_str()).collect::<Vec<_>>(), names);
    let service = service.restart();
    let client = service.client();
    assert_eq!(events(&client.get(&later).body), told);
    let end = client.send("GET", &later, &[("last-event-id", "1")], None);
    assert_eq!(events(&end.body), told[2..]);

    // What is wrong at once is a problem document.
    let wrong = json!({"message": "Hello", "stream": true, "pins": {"core/identity": 77}});
    assert_eq!(client.post(&path, &wrong).json(422)["code"], "request.invalid");
    let accepts = [("accept", "text/event-stream")];
    let reply = client.send("POST", &path, &accepts, Some(&json!({"message": "Hi"})));
    assert_eq!(events(&reply.body).last().unwrap().1, "done");
}

#[test]
fn whoever_goes_away_stops_nothing() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    for stream in [false, true] {
        let body = json!({"message": "Hello", "stream": stream}).to_string();
        let socket = service.turn_of(&id, &body);
        if stream {
            // It is under way when its first line comes.
            let mut line = String::new();
            BufReader::new(socket.try_clone().unwrap()).read_line(&mut line).unwrap();
        } else {
            // So long that a busy machine has read it.
            std::thread::sleep(Duration::from_millis(500));
        }
        drop(socket);
    }
    let deadline = Instant::now() + Duration::from_secs(10);
    while client.get(&format!("sessions/{id}")).json(200)["turns"] != 2 {
        assert!(Instant::now() < deadline, "the turns were not stored");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn nothing_is_told_of_a_conversation_that_was_erased() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    client.post(&path, &json!({"message": "Hello", "stream": true}));
    client.delete(&format!("sessions/{id}")).empty(204);
    for path in [
        path.clone(),
        format!("{path}/1"),
        format!("{path}/1/events"),
        format!("sessions/{id}/export"),
    ] {
        assert_eq!(client.get(&path).json(404)["code"], "session.missing", "{path}");
    }
    for path in [path.clone(), format!("{path}/1/replay")] {
        assert_eq!(client.post(&path, &json!({})).json(404)["code"], "session.missing", "{path}");
    }
}

#[test]
fn there_is_nothing_to_cancel_between_turns() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let current = format!("sessions/{id}/turns/current");
    assert_eq!(client.delete(&current).json(404)["code"], "turn.missing");
    assert_eq!(client.delete("sessions/none/turns/current").json(404)["code"], "session.missing");
}

#[test]
fn the_reply_of_a_turn_is_whole() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let reply = client.post(&format!("sessions/{id}/turns"), &json!({"message": "Hello"}));
    let body = calm(reply.json(200));
    let looked = calm(client.get(&format!("sessions/{id}/turns/1")).json(200));
    assert_eq!(body["status"], "done");
    assert_eq!(
        looked.as_object().unwrap().keys().collect::<Vec<_>>(),
        [
            "n",
            "status",
            "input",
            "given",
            "outcome",
            "before",
            "after",
            "required_actions",
            "created_at",
            "updated_at",
            "calls"
        ]
    );
    assert_eq!(looked["after"], body["outcome"]["next"]);
}

#[test]
fn a_turn_is_run_again_with_other_versions() {
    let service = Service::greeter();
    let (client, id) = begin(&service);
    let path = format!("sessions/{id}/turns");
    client.post(&path, &json!({"message": "Hello!"})).json(200);
    client.post(&path, &json!({"message": "What is your name?"})).json(200);
    let replay = format!("{path}/2/replay");
    let same = client.post(&replay, &json!({})).json(200);
    assert_eq!((&same["same"], &same["changes"]), (&json!(true), &json!([])));
    let call = &same["calls"][0];
    assert_eq!((&call["status"], &call["layers"]), (&json!("same"), &json!([])));
    assert_eq!(call["release"]["was"], call["release"]["now"]);

    let draft = json!({"drafts": {"greeting/warm": "Greet people with a joke and a long story."}});
    let moved = client.post(&replay, &draft).json(200);
    assert_eq!((&moved["same"], &moved["changes"]), (&json!(false), &json!([])));
    let call = &moved["calls"][0];
    assert_eq!(call["status"], "changed");
    assert_eq!(call["layers"].as_array().unwrap().len(), 1);
    assert_eq!(call["layers"][0]["id"], "greeting");
    assert_ne!(call["tokens"]["was"], call["tokens"]["now"]);
    // It is not stored, and a version that is active by now counts.
    assert_eq!(client.post(&replay, &json!({})).json(200), same);
    let new = json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet people in verse."});
    client.post("prompts", &new).json(201);
    let moved = client.post(&replay, &json!({})).json(200);
    let layer = &moved["calls"][0]["layers"][0];
    let versions = [&layer["was"]["prompts"][0]["version"], &layer["now"]["prompts"][0]["version"]];
    assert_eq!(versions, [1, 2]);
    let pinned = client.post(&replay, &json!({"pins": {"greeting/warm": 1}})).json(200);
    assert_eq!(pinned["calls"][0]["status"], "same");
    assert_eq!(client.get(&format!("sessions/{id}")).json(200)["turns"], 2);

    assert_eq!(
        client.post(&format!("{path}/9/replay"), &json!({})).json(404)["code"],
        "turn.missing"
    );
    let sealed = client.post(&replay, &json!({"drafts": {"policy/honesty": "Lie."}})).json(422);
    assert_eq!(sealed["errors"][0]["code"], "sealed.override");
    let broken =
        client.post(&replay, &json!({"drafts": {"greeting/warm": "{{ nobody }}"}})).json(422);
    assert_eq!(broken["code"], "request.invalid");
    let wrong = client.post(&replay, &json!({"drafts": {"a/b/c": "x"}})).json(422);
    assert_eq!(wrong["errors"][0]["code"], "prompt.name");
}
