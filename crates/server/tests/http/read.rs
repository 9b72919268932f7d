//! Callers who ask the model themselves: assembled calls of a conversation, answers read, turns stored.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::support::{Client, Reply, Service};

fn clerk() -> Service {
    Service::of(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/clerk")])
}

fn tools() -> Service {
    Service::of(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/upstream/tools")])
}

fn session(client: &Client, body: &Json) -> String {
    client.post("sessions", body).json(201)["id"].as_str().unwrap().to_owned()
}

fn read(client: &Client, agent: &str, body: &Json) -> Reply {
    client.post(&format!("agents/{agent}/read"), body)
}

/// The payload that a reply carries, byte for byte.
fn payload(reply: &Reply) -> &str {
    let text = reply.body.rsplit_once("\"payload\":").unwrap().1;
    text.strip_suffix("}]}").or_else(|| text.strip_suffix('}')).unwrap()
}

fn errors(reply: &Reply) -> Vec<(String, String)> {
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let errors = reply.json(422)["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}

fn error(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

#[test]
fn an_answer_is_read_and_nothing_is_stored() {
    let service = Service::greeter();
    let client = service.client();
    let done = read(&client, "greeter", &json!({"message": "Hello", "answer": "Welcome."}));
    let done = done.json(200);
    assert_eq!(done["status"], "done");
    assert_eq!(done["outcome"]["said"], json!([{"by": "model", "text": "Welcome."}]));
    assert_eq!(done["outcome"]["next"], json!({"tone": "warm"}));
    assert_eq!(done["calls"][0]["call"], "reply");
    assert_eq!(done["calls"][0].get("manifest"), None);
    assert_eq!(client.get("sessions").json(200)["items"], json!([]));

    let body = json!({"id": "x", "object": "chat.completion", "created": 1, "model": "gpt-5.4", "choices": [
        {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Welcome."}}]});
    let of_body = json!({"message": "Hello", "body": body, "include": ["manifest"]});
    let of_body = read(&client, "greeter", &of_body).json(200);
    assert_eq!(of_body["outcome"], done["outcome"]);
    assert_eq!(of_body["calls"][0]["manifest"]["layers"][0]["id"], "core");
    // The same body is none of another provider's; that one reads its own.
    let other = json!({"message": "Hello", "body": body, "provider": "anthropic"});
    assert_eq!(errors(&read(&client, "greeter", &other)), error("/body", "answer.body"));
    let body = json!({"type": "message", "role": "assistant", "content": [{"type": "text", "text": "Welcome."}],
        "stop_reason": "end_turn", "usage": {"input_tokens": 1, "output_tokens": 1}});
    let own = json!({"message": "Hello", "body": body, "provider": "anthropic"});
    let own = read(&client, "greeter", &own).json(200);
    assert_eq!(own["outcome"]["said"], done["outcome"]["said"]);
    assert_eq!(own["calls"][0]["provider"], "anthropic");

    let failed = read(&client, "greeter", &json!({"message": "Hello", "failed": "no network"}));
    assert_eq!(failed.json(200)["outcome"]["failure"]["code"], "model.failed");
}

#[test]
fn a_turn_goes_on_with_results_and_further_answers() {
    let service = clerk();
    let client = service.client();
    let turn = json!({"message": "Where is the key?"});
    let with = |more: Json| {
        let mut turn = turn.clone();
        turn.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        turn
    };
    let assembled = client.post("agents/clerk/assemble", &turn);
    let first = read(&client, "clerk", &turn);
    assert_eq!(first.json(200)["status"], "call");
    assert_eq!(payload(&first), payload(&assembled));

    let asks = json!({"message": "", "look_up": {"question": "Where is the key?"}}).to_string();
    let waits = read(&client, "clerk", &with(json!({"answer": asks}))).json(200);
    assert_eq!(waits["status"], "requires_action");
    assert_eq!(
        waits["required_actions"],
        json!([{"name": "look_up", "params": {"question": "Where is the key?"}}])
    );
    let early = with(json!({"answer": "Here.", "given": waits["given"]}));
    assert_eq!(errors(&read(&client, "clerk", &early)), error("/answer", "answer.unasked"));
    let many = with(json!({"results": [], "given": waits["given"]}));
    assert_eq!(errors(&read(&client, "clerk", &many)), error("/results", "turn.results"));

    let results = with(json!({"results": [{"result": "On the hook."}], "given": waits["given"]}));
    let again = read(&client, "clerk", &results);
    let asked = again.json(200);
    assert_eq!(asked["status"], "call");
    assert!(payload(&again).contains("On the hook."), "{}", again.body);
    let says = json!({"message": "On the hook.", "look_up": null}).to_string();
    let last = with(json!({"answer": says, "given": asked["given"]}));
    let done = read(&client, "clerk", &last).json(200);
    assert_eq!(done["outcome"]["said"], json!([{"by": "model", "text": "On the hook."}]));
    assert_eq!(done["outcome"]["actions"][0]["status"], "performed");
    assert_eq!(done["calls"].as_array().unwrap().len(), 2);

    let wrong = with(json!({"answer": "x", "given": [{"results": []}]}));
    assert_eq!(errors(&read(&client, "clerk", &wrong)), error("/given", "given.misplaced"));
    let more = with(json!({"answer": says, "given": [{"reply": {"text": says}}]}));
    assert_eq!(errors(&read(&client, "clerk", &more)), error("/answer", "answer.unasked"));
    let both = with(json!({"answer": says, "failed": "why", "results": []}));
    let both = errors(&read(&client, "clerk", &both));
    assert_eq!(both, [error("/failed", "answer.many"), error("/results", "answer.many")].concat());
}

#[test]
fn an_answer_that_cannot_be_taken_is_asked_for_again_where_that_is_wanted() {
    let service = clerk();
    let client = service.client();
    let broken = json!({"message": "Hello", "answer": "{\"message\": 7"});
    let taken = read(&client, "clerk", &broken).json(200);
    assert_eq!(taken["status"], "done");
    let troubles = [&taken["outcome"]["problems"], &taken["outcome"]["liberties"]];
    let told = troubles.iter().any(|list| !list.as_array().unwrap().is_empty());
    assert!(told || taken["outcome"]["failure"].is_object(), "{taken}");

    let silent = json!({"message": "Hello", "answer": "{}", "reask": true});
    let again = read(&client, "clerk", &silent);
    let asked = again.json(200);
    assert_eq!(asked["status"], "call", "{asked}");
    let says = json!({"message": "Good day.", "look_up": null}).to_string();
    let second =
        json!({"message": "Hello", "answer": says, "reask": true, "given": asked["given"]});
    let done = read(&client, "clerk", &second).json(200);
    assert_eq!(done["outcome"]["said"], json!([{"by": "model", "text": "Good day."}]));
    assert!(done["calls"][0]["refused"].is_string(), "{done}");
}

#[test]
fn tools_of_the_provider_are_read_from_its_body() {
    let service = tools();
    let client = service.client();
    let call = json!({"id": "c1", "type": "function",
        "function": {"name": "add_note", "arguments": "{\"text\":\"tea\"}"}});
    let body = json!({"choices": [{"index": 0, "finish_reason": "tool_calls",
        "message": {"role": "assistant", "content": "Noted.", "tool_calls": [call]}}]});
    let done = read(&client, "tools", &json!({"message": "I like tea.", "body": body})).json(200);
    assert_eq!(done["status"], "done", "{done}");
    assert_eq!(done["outcome"]["next"]["notes"], json!(["tea"]));
    assert_eq!(done["outcome"]["said"], json!([{"by": "model", "text": "Noted."}]));
}

#[test]
fn a_conversation_is_assembled_as_its_next_turn_and_stays_as_it_is() {
    let service = clerk();
    let client = service.client();
    let id = session(&client, &json!({"user": "ann"}));
    let path = format!("sessions/{id}");
    client.post(&format!("{path}/turns"), &json!({"message": "Good day"})).json(200);
    let before = client.get(&path).body;
    let ask = json!({"session": id, "message": "And now?", "include": ["manifest"]});
    let assembled = client.post("agents/clerk/assemble", &ask);
    let told = assembled.json(200);
    assert_eq!((&told["session"], &told["session_version"]), (&json!(id), &json!(2)));
    assert_eq!(assembled.header("etag"), Some("\"2\""));
    // Instructions, both messages of the turn before, and the new one.
    assert_eq!(told["manifest"]["parts"].as_array().unwrap().len(), 4, "{told}");
    assert_eq!(client.get(&path).body, before);
    // The turn itself sends the very same.
    client.post(&format!("{path}/turns"), &json!({"message": "And now?"})).json(200);
    let sent = client.get(&format!("{path}/turns/2?include=payload"));
    assert_eq!(payload(&sent), payload(&assembled));

    let own = json!({"session": id, "state": {}, "now": "2026-01-01T00:00:00Z", "message": "Hi"});
    assert_eq!(
        errors(&client.post("agents/clerk/assemble", &own)),
        [error("/state", "session.given"), error("/now", "session.given")].concat()
    );
    let missing = json!({"session": "no-such-session", "message": "Hi"});
    assert_eq!(client.post("agents/clerk/assemble", &missing).json(404)["code"], "session.missing");
}

#[test]
fn a_turn_of_a_conversation_is_stored_like_any_other() {
    let service = clerk();
    let client = service.client();
    let id = session(&client, &json!({"user": "ann"}));
    let path = format!("sessions/{id}");
    let ask = json!({"session": id, "message": "Where is the key?"});
    let assembled = client.post("agents/clerk/assemble", &ask);
    let version = assembled.json(200)["session_version"].clone();
    let with = |more: Json| {
        let mut body = ask.clone();
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    // While the turn needs more of its caller, nothing is stored.
    let asks = json!({"message": "", "look_up": {"question": "Where?"}}).to_string();
    let waits = with(json!({"answer": asks, "expected_version": version}));
    let waits = read(&client, "clerk", &waits).json(200);
    assert_eq!(waits["status"], "requires_action");
    assert_eq!(client.get(&path).json(200)["version"], version);
    let results = with(json!({"results": [{"result": "On the hook."}], "given": waits["given"]}));
    let asked = read(&client, "clerk", &results).json(200);
    let says = json!({"message": "On the hook.", "look_up": null}).to_string();
    let last = with(json!({"answer": says, "given": asked["given"], "expected_version": version}));
    let key = [("idempotency-key", "one")];
    let done = client.send("POST", "agents/clerk/read", &key, Some(&last));
    let told = done.json(200);
    assert_eq!((&told["n"], &told["status"]), (&json!(1), &json!("done")));
    assert_eq!(told["calls"][0]["answered_by"], "caller");
    let again = client.send("POST", "agents/clerk/read", &key, Some(&last));
    assert_eq!(again.body, done.body);

    assert_eq!(client.get(&path).json(200)["turns"], 1);
    let looked = client.get(&format!("{path}/turns/1?include=payload"));
    assert_eq!(looked.json(200)["outcome"], told["outcome"]);
    assert!(looked.body.contains(payload(&assembled)), "{}", looked.body);
    assert_eq!(client.get(&format!("{path}/turns/1/events")).status, 200);
    // The next turn knows of it, and a caller who does not is told.
    let next = client.post("agents/clerk/assemble", &json!({"session": id, "message": "Thanks"}));
    assert!(payload(&next).contains("On the hook."), "{}", next.body);
    let stale = with(json!({"answer": says, "expected_version": version}));
    assert_eq!(read(&client, "clerk", &stale).json(409)["current"], 2);
    let held = client.post("agents/clerk/assemble", &json!({"session": id, "message": "x"}));
    assert_eq!(held.status, 200);
}

#[test]
fn a_conversation_of_another_agent_is_none_of_this_one() {
    let clerk = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/clerk");
    let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
    let service = Service::of(&[&clerk, &greeter]);
    let client = service.client();
    let id = session(&client, &json!({"agent": "greeter"}));
    let ask = json!({"session": id, "message": "Hi"});
    for route in ["assemble", "read"] {
        let other = client.post(&format!("agents/clerk/{route}"), &ask);
        assert_eq!(errors(&other), error("/session", "session.agent"), "{route}");
    }
    // The session is free again.
    client.post(&format!("sessions/{id}/turns"), &json!({"message": "Hi"})).json(200);
}

#[test]
fn calls_that_are_made_where_somebody_asks_are_asked_for() {
    let service = Service::example("coach");
    let client = service.client();
    let id = session(&client, &json!({"user": "ann"}));
    let path = format!("sessions/{id}/turns");
    let ask = json!({"call": "image", "session": id, "input": {"scene_context": "A kitchen."}});
    let assembled = client.post("agents/coach/assemble", &ask);
    assert_eq!(assembled.json(200)["call"], "image");
    let turn = json!({"call": "image", "input": {"scene_context": "A kitchen."}});
    let done = client.post(&path, &turn).json(200);
    assert_eq!(done["outcome"]["call"], "image", "{done}");
    assert_eq!(done["calls"].as_array().unwrap().len(), 1);
    let sent = client.get(&format!("{path}/1?include=payload"));
    assert_eq!(payload(&sent), payload(&assembled));
    let replayed = client.post(&format!("{path}/1/replay"), &json!({})).json(200);
    assert_eq!(replayed["same"], true, "{replayed}");

    let other = client.post(&path, &json!({"call": "summary", "message": "Hi"}));
    assert_eq!(errors(&other), error("/call", "call.not-asked"));
    let unknown = client.post(&path, &json!({"call": "nothing", "message": "Hi"}));
    assert_eq!(errors(&unknown), error("/call", "call.unknown"));
}

#[test]
fn what_sessions_share_is_told_as_it_is_now() {
    let service = clerk();
    let client = service.client();
    let (one, other) = (json!({"user": "ann"}), json!({"user": "ann", "state": {"name": "Ann"}}));
    let first = session(&client, &one);
    session(&client, &other);
    let of = |id: &str| client.get(&format!("sessions/{id}")).json(200)["state"]["name"].clone();
    assert_eq!(of(&first), "Ann");
    client.patch("users/ann", &json!({"state": {"name": "Anna"}})).json(200);
    assert_eq!(of(&first), "Anna");
    let listed = client.get("sessions").json(200);
    let names: Vec<_> =
        listed["items"].as_array().unwrap().iter().map(|item| &item["state"]["name"]).collect();
    assert_eq!(names, ["Anna", "Anna"]);
    let patched = client.patch(&format!("sessions/{first}"), &json!({"meta": {"a": 1}}));
    assert_eq!(patched.json(200)["state"]["name"], "Anna");
}

#[test]
fn a_flow_tells_how_many_conversations_are_where() {
    let service = Service::example("sales");
    let client = service.client();
    let ids: Vec<_> = (0..3).map(|_| session(&client, &json!({}))).collect();
    let go = |id: &str, step: &str| {
        client.patch(&format!("sessions/{id}"), &json!({"state": {"step": step}})).json(200);
    };
    go(&ids[0], "volume");
    go(&ids[0], "end");
    go(&ids[1], "volume");
    let flow = client.get("agents/sales/flow").json(200);
    let of = |name: &str| {
        let nodes = flow["nodes"].as_array().unwrap();
        nodes.iter().find(|node| node["name"] == name).unwrap()["sessions"].clone()
    };
    let count = |reached: u32, here: u32, went_on: u32| json!({"reached": reached, "here": here, "went_on": went_on, "dropped_out": 0});
    assert_eq!(of("welcome"), count(3, 1, 2));
    assert_eq!(of("volume"), count(2, 1, 1));
    assert_eq!(of("plan"), count(0, 0, 0));
    assert_eq!((&flow["ended"], &flow["gone"]), (&json!(1), &json!([])));
    assert_eq!(flow["quiet_days"], 7);
    for days in ["0", "4000"] {
        let wrong = client.get(&format!("agents/sales/flow?quiet_days={days}"));
        assert_eq!(errors(&wrong), error("?quiet_days", "flow.quiet"));
    }
}
