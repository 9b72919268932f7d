//! Requests that cannot be taken, and what survives a service that is killed.

use serde_json::{Value as Json, json};

use crate::support::{Client, Service};

/// The code of a problem with this status.
#[track_caller]
fn code(
    client: &Client,
    (method, path): (&str, &str),
    kind: &str,
    body: &[u8],
    status: u16,
) -> Json {
    let reply = client.raw(method, path, &[("content-type", kind)], body);
    assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{}", reply.body);
    reply.json(status)["code"].clone()
}

#[test]
fn whatever_cannot_be_taken_is_a_problem_document() {
    let service = Service::greeter();
    let client = service.client();
    let post = ("POST", "prompts");
    let media = "application/json";
    assert_eq!(code(&client, ("GET", "nothing"), media, b"", 404), "route.unknown");
    assert_eq!(code(&client, ("GET", "prompts/%FF"), media, b"", 404), "route.unknown");
    assert_eq!(code(&client, ("GET", "prompts/x"), media, b"", 404), "prompt.missing");
    let turn = ("POST", "sessions/x/turns/-1/results");
    assert_eq!(code(&client, turn, media, b"{\"results\": []}", 404), "route.unknown");
    assert_eq!(client.patch("prompts", &json!({})).json(405)["code"], "method.unknown");
    assert_eq!(code(&client, post, "text/plain", b"{}", 415), "body.type");
    assert_eq!(code(&client, post, media, b"{", 400), "body.syntax");
    assert_eq!(code(&client, post, media, b"\xff", 400), "body.syntax");
    assert_eq!(code(&client, post, media, b"[]", 422), "request.invalid");
    // An object that should say by its member which kind of thing it is.
    let turn = ("POST", "sessions/x/turns/1/results");
    assert_eq!(code(&client, turn, media, b"{\"results\": [{}]}", 422), "request.invalid");
    // Members by their places are none.
    let places = ("POST", "prompts/rollback");
    let list = br#"["greeter", "greeting/warm", "", null]"#;
    assert_eq!(code(&client, places, media, list, 422), "request.invalid");
    let twice = br#"{"files": {"agent.yaml": "a", "agent.yaml": "b"}}"#;
    let told = client.raw("PUT", "agents/greeter", &[], twice).json(422);
    assert_eq!(
        told["errors"],
        json!([{"pointer": "/files/agent.yaml", "code": "body.twice", "detail": "this member stands there twice"}])
    );
    // What the reader stopped at is told also where the second member of that name is right.
    let hidden = br#"{"files": 7, "files": {"a": 7}}"#;
    let told = client.raw("PUT", "agents/greeter", &[], hidden).json(422);
    let told = told["errors"].as_array().unwrap().iter();
    let told: Vec<_> = told.map(|one| [&one["pointer"], &one["code"]]).collect();
    assert_eq!(json!(told), json!([["/files", "body.twice"], ["/files/a", "body.shape"]]));
    let hidden = br#"{"state": 7, "state": {}, "mesage": "Hi"}"#;
    let told = client.raw("POST", "agents/greeter/assemble", &[], hidden).json(422);
    let told = told["errors"].as_array().unwrap().iter();
    let told: Vec<_> = told.map(|one| [&one["pointer"], &one["code"]]).collect();
    assert_eq!(
        json!(told),
        json!([["/state", "body.twice"], ["/state", "body.shape"], ["/mesage", "body.shape"]])
    );
    // All of it is told, of whatever kind.
    let much = br#"{"files": {"a": "\u0000", "b": 7}, "note": 1, "note": ["x"]}"#;
    let told = client.raw("PUT", "agents/greeter", &[], much).json(422);
    let told = told["errors"].as_array().unwrap().iter();
    let told: Vec<_> = told.map(|one| [&one["pointer"], &one["code"]]).collect();
    assert_eq!(
        json!(told),
        json!([
            ["/files/a", "body.shape"],
            ["/note", "body.twice"],
            ["/files/b", "body.shape"],
            ["/note", "body.shape"]
        ])
    );
    let nul = br#"{"prompt_type": "greeting", "phase": "warm", "body": "\\\u0000"}"#;
    assert_eq!(code(&client, post, media, nul, 422), "request.invalid");
    let escaped = br#"{"prompt_type": "greeting", "phase": "warm", "body": "\\u0000"}"#;
    assert_eq!(client.raw("POST", "prompts", &[], escaped).json(201)["body"], "\\u0000");
    for path in ["prompts/%00", "agents/%00/flow", "agents/%ff/flow"] {
        assert_eq!(code(&client, ("GET", path), media, b"", 404), "route.unknown");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(code(&client, post, media, deep.as_bytes(), 400), "body.syntax");
    let large = vec![b' '; 5 << 20];
    assert_eq!(code(&client, post, media, &large, 413), "body.too-large");
    for query in [
        "limit=0",
        "limit=501",
        "limit=x",
        "after=zz",
        "after=5b5d",
        "is_active=maybe",
        "nothing=1",
    ] {
        let path = format!("prompts?{query}");
        assert_eq!(code(&client, ("GET", &path), media, b"", 422), "request.invalid", "{query}");
    }
    let old = client.send(
        "POST",
        "prompts",
        &[("if-match", "\"7\"")],
        Some(&json!({"prompt_type": "greeting", "phase": "warm", "body": "x"})),
    );
    assert_eq!(old.json(409)["current"], 2);
}

#[test]
fn all_that_is_wrong_with_a_message_is_told_with_its_place() {
    let service = Service::greeter();
    let client = service.client();
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let wrong = json!([{"type": "picture", "url": "x"}, {"type": "text", "text": 5}]);
    let of_message = ["/message/0/type", "/message/1/text"];
    let of_history = ["/history/0/content", "/history/1/role"];
    let history = json!([{"role": "user", "content": 7}, {"role": "robot", "content": "x"}]);
    let all = [of_message, of_history].concat();
    let turns = format!("sessions/{id}/turns");
    for (path, body, expected) in [
        (turns.as_str(), json!({"message": wrong}), of_message.to_vec()),
        (turns.as_str(), json!({"message": 5, "wait": "long"}), vec!["/message", "/wait"]),
        (
            "agents/greeter/assemble",
            json!({"message": wrong, "history": history, "call": 5}),
            [all.clone(), vec!["/call"]].concat(),
        ),
        ("agents/greeter/read", json!({"message": wrong, "history": history}), all),
    ] {
        let told = client.post(path, &body).json(422);
        let errors = told["errors"].as_array().unwrap();
        assert!(errors.iter().all(|error| error["code"] == "body.shape"), "{told}");
        let mut places: Vec<_> =
            errors.iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        let mut expected = expected;
        places.sort_unstable();
        expected.sort_unstable();
        assert_eq!(places, expected, "{path}: {told:#}");
    }
}

#[test]
fn names_that_a_text_cannot_hold_do_no_harm() {
    odd_names_do_no_harm(&Service::greeter());
}

pub(crate) fn odd_names_do_no_harm(service: &Service) {
    let client = service.client();
    for odd in
        ["\u{0}", "a\u{0}b", "\u{202e}", "🌱", "'; DROP TABLE versions; --", "../..", "%", "_"]
    {
        let new = json!({"prompt_type": odd, "phase": "warm", "body": "x"});
        client.post("prompts", &new).json(422);
        let expected = if odd.contains('\0') { 422 } else { 201 };
        let new = json!({"prompt_type": "greeting", "phase": "warm", "title": odd, "note": odd, "body": odd});
        assert_eq!(client.post("prompts", &new).status, expected, "{odd:?}");
        let key = json!({"name": odd, "scopes": ["read"], "note": odd});
        assert_eq!(client.post("keys", &key).status, expected, "{odd:?}");
        client.put("agents/greeter", &json!({"files": {odd: odd}})).json(422);
        client.put("agents/greeter/config", &json!({"config": {odd: odd}})).json(422);
    }
    assert_eq!(client.get("audit/verify").json(200)["verdict"], "whole");
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let service = Service::greeter();
    let new = json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet."});
    let made = service.client().post("prompts", &new).json(201);
    let service = service.restart();
    let path = format!("prompts/{}", made["id"].as_str().unwrap());
    assert_eq!(service.client().get(&path).json(200), made);
    let text =
        service.client().post("agents/greeter/assemble", &json!({"message": "Hi"})).json(200);
    assert!(text["payload"].to_string().contains("Greet."), "{text}");
}
