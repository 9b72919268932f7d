//! `/prompts`.

use std::thread;

use serde_json::{Value as Json, json};

use crate::support::{Client, Reply, Service, settled};

/// The next version of `greeting/warm`.
fn warm(client: &Client, body: &str) -> Reply {
    client.post("prompts", &json!({"prompt_type": "greeting", "phase": "warm", "body": body}))
}

fn id(reply: &Reply) -> String {
    serde_json::from_str::<Json>(&reply.body).unwrap()["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_new_version_becomes_active_and_the_old_one_comes_back() {
    let service = Service::greeter();
    let client = service.client();
    let made = client.post(
        "prompts",
        &json!({"prompt_type": "greeting", "phase": "warm", "title": "Warmer", "body": "Greet people very warmly.\n",
            "note": "they asked for it", "expected_version": 1}),
    );
    assert_eq!(made.header("etag"), Some("\"2\""));
    assert_eq!(
        settled(made.json(201)),
        json!({
            "id": "<id>", "agent": "greeter", "name": "greeting/warm", "prompt_type": "greeting", "phase": "warm",
            "version": 2, "title": "Warmer", "description": "", "body": "Greet people very warmly.\n",
            "source": "---\ntitle: \"Warmer\"\n---\nGreet people very warmly.\n",
            "required_context_keys": [], "allowed_actions": [], "is_active": true, "labels": ["production", "latest"],
            "created_at": "<created_at>", "updated_at": "<updated_at>", "author": "first", "note": "they asked for it",
            "hash": "<hash>",
        })
    );
    let back =
        client.post("prompts/rollback", &json!({"agent": "greeter", "name": "greeting/warm"}));
    assert_eq!(back.json(200)["version"], 1);
    let active = client.get("prompts?agent=greeter&prompt_type=greeting&phase=warm&is_active=true");
    assert_eq!(active.json(200)["items"][0]["version"], 1);
}

#[test]
fn a_rollback_without_a_past_is_refused_and_so_is_one_of_nothing() {
    let service = Service::greeter();
    let client = service.client();
    let back =
        |name: &str| client.post("prompts/rollback", &json!({"agent": "greeter", "name": name}));
    assert_eq!(
        back("greeting/warm").json(409),
        json!({"status": 409, "code": "store.refused", "title": "It may not be done as things stand",
            "detail": "no other version was active before"})
    );
    assert_eq!(
        back("greeting/cold").json(404),
        json!({"status": 404, "code": "prompt.missing", "title": "There is no such thing",
            "detail": "there is no prompt `greeter/greeting/cold`"})
    );
}

#[test]
fn a_version_that_breaks_its_agent_never_becomes_active() {
    let service = Service::greeter();
    let client = service.client();
    let body = "Greet {{ nobody }} of {{ config.firm }}.";
    let wrong = warm(&client, body).json(422);
    assert_eq!(
        wrong["errors"],
        json!([
            {"pointer": "prompts/greeting/warm.md:1:10", "code": "expression.unknown-name",
                "detail": "a prompt cannot see `nobody`", "help": "Declare it under `context`."},
            {"pointer": "prompts/greeting/warm.md:1:26", "code": "config.unknown",
                "detail": "`config` has no `firm`",
                "help": "Declare `firm` under `config`, or write `| default(…)`."},
        ])
    );
    let needed = client.get("prompts?agent=greeter&prompt_type=closing").json(200);
    let needed = needed["items"][0]["id"].as_str().unwrap().to_owned();
    let refused = client.post(&format!("prompts/{needed}/deactivate"), &json!({})).json(422);
    assert_eq!(refused["errors"][0]["code"], "prompt.missing", "{refused}");
    assert_eq!(
        client.get("prompts?agent=greeter&prompt_type=greeting").json(200)["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn writers_that_expect_nothing_all_succeed_without_a_gap() {
    let service = Service::greeter();
    let writers: Vec<_> = (0..16)
        .map(|number| {
            let client = service.client();
            thread::spawn(move || warm(&client, &format!("Greet {number} times.")).json(201))
        })
        .collect();
    let mut versions: Vec<_> = writers
        .into_iter()
        .map(|writer| writer.join().unwrap()["version"].as_u64().unwrap())
        .collect();
    versions.sort_unstable();
    assert_eq!(versions, (2..18).collect::<Vec<_>>());
    let stale =
        json!({"prompt_type": "greeting", "phase": "warm", "body": "Late.", "expected_version": 3});
    assert_eq!(
        service.client().post("prompts", &stale).json(409),
        json!({"status": 409, "code": "version.conflict", "title": "Somebody else was faster",
            "detail": "the current version is 17", "current": 17})
    );
}

#[test]
fn the_difference_of_two_versions_is_told_of_text_and_of_rendered_cases() {
    let service = Service::greeter();
    let client = service.client();
    let first = client.get("prompts?prompt_type=greeting&phase=warm").json(200)["items"][0].clone();
    let second = warm(&client, "Greet people like old friends.\n");
    let path = format!("prompts/diff?from={}&to={}", first["id"].as_str().unwrap(), id(&second));
    let found = client.get(&path).json(200);
    assert_eq!(settled(found["from"].clone())["version"], 1);
    assert_eq!(found["to"]["version"], 2);
    assert_eq!(
        found["text"],
        "--- greeting/warm@1\n+++ greeting/warm@2\n@@ -1,5 +1 @@\n----\n-title: Warm\n\
         -description: Takes its time\n----\n-Greet people warmly, by name where you know it.\n\
         +Greet people like old friends.\n"
    );
    assert_eq!(found["broken"], json!({"from": [], "to": []}));
    let cases = &found["rendered"]["cases"];
    assert_eq!(cases["compared"], 2);
    assert_eq!(
        cases["groups"],
        json!([{"kind": "text", "layer": "greeting", "tokens": [-5, -5], "places": ["hello:1", "hello:2"],
            "text": "@@ -1 +1 @@\n-Greet people warmly, by name where you know it.\n+Greet people like old friends.\n"}])
    );
    let other = client.get("prompts?prompt_type=policy").json(200)["items"][0]["id"].clone();
    let path = format!("prompts/diff?from={}&to={}", id(&second), other.as_str().unwrap());
    assert_eq!(client.get(&path).json(422)["errors"][0]["code"], "diff.prompts");
}

#[test]
fn a_version_that_somebody_has_pinned_can_be_deleted() {
    let service = Service::greeter();
    let client = service.client();
    let first = client.get("prompts?prompt_type=greeting&phase=warm").json(200);
    let first = first["items"][0]["id"].as_str().unwrap().to_owned();
    warm(&client, "Greet them.").json(201);
    let pinned = json!({"message": "Hello", "pins": {"greeting/warm": 1}});
    let text = client.post("agents/greeter/assemble", &pinned).json(200);
    assert!(text["payload"].to_string().contains("by name where you know it"), "{text}");
    client.delete(&format!("prompts/{first}")).empty(204);
    warm(&client, "Greet them again.").json(201);
    let text = client.post("agents/greeter/assemble", &json!({"message": "Hello"})).json(200);
    assert!(text["payload"].to_string().contains("Greet them again."), "{text}");
    let gone = client.post("agents/greeter/assemble", &pinned).json(422);
    assert_eq!(gone["errors"][0]["code"], "pin.unknown");
    client.delete(&format!("prompts/{first}")).json(404);
}
