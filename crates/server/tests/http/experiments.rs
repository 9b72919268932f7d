//! `/experiments` and `/feedback`.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::support::{Client, Service, settled};

/// A second version of `greeting/warm`, which is not active.
fn second(client: &Client) {
    let body = json!({"prompt_type": "greeting", "phase": "warm", "body": "Say hello twice.\n", "is_active": false});
    assert_eq!(client.post("prompts", &body).json(201)["version"], 2);
}

fn begin(client: &Client, unit: &str, weights: [u32; 2]) -> Json {
    let body = json!({"name": "hello", "prompt": "greeting/warm", "unit": unit, "note": "which one?", "arms": [
        {"name": "once", "version": 1, "weight": weights[0]}, {"name": "twice", "version": 2, "weight": weights[1]},
    ]});
    client.post("experiments", &body).json(201)
}

fn session(client: &Client, body: &Json) -> String {
    client.post("sessions", body).json(201)["id"].as_str().unwrap().to_owned()
}

/// Goes on with a conversation. Gives the release that it was served.
fn turn(client: &Client, session: &str, body: &Json) -> String {
    client.post(&format!("sessions/{session}/turns"), body).json(200);
    let now = client.get(&format!("sessions/{session}")).json(200);
    now["release"].as_str().unwrap().to_owned()
}

fn hello() -> Json {
    json!({"message": "Hello!"})
}

#[test]
fn an_experiment_is_begun_weighed_and_stopped() {
    let service = Service::greeter();
    let client = service.client();
    second(&client);
    let made = begin(&client, "user", [1, 1]);
    let told = |version: u32, weights: [u32; 2], is_running: bool| {
        json!({"id": "<id>", "name": "hello", "agent": "greeter", "prompt": "greeting/warm", "unit": "user", "arms": [
            {"name": "once", "version": 1, "weight": weights[0]}, {"name": "twice", "version": 2, "weight": weights[1]},
        ], "is_running": is_running, "version": version, "created_at": "<created_at>", "updated_at": "<updated_at>"})
    };
    assert_eq!(settled(made.clone()), told(1, [1, 1], true));
    let path = format!("experiments/{}", made["id"].as_str().unwrap());

    let weights = json!({"weights": {"twice": 3}, "expected_version": 1});
    let now = client.post(&format!("{path}/weights"), &weights);
    assert_eq!(now.header("etag"), Some("\"2\""));
    assert_eq!(settled(now.json(200)), told(2, [1, 3], true));
    assert_eq!(
        client.post(&format!("{path}/weights"), &weights).json(409)["code"],
        "version.conflict"
    );

    let stopped = client.post(&format!("{path}/stop"), &json!({})).json(200);
    assert_eq!(settled(stopped), told(2, [1, 3], false));
    assert_eq!(client.post(&format!("{path}/stop"), &json!({})).status, 409);
    assert_eq!(
        client.post(&format!("{path}/weights"), &json!({"weights": {"once": 2}})).status,
        409
    );
    assert_eq!(
        settled(client.get("experiments?is_running=false").json(200)),
        json!({"items": [told(2, [1, 3], false)], "next": null})
    );
    assert_eq!(client.get("experiments?is_running=true").json(200)["items"], json!([]));
    assert_eq!(client.get("experiments/nobody").json(404)["code"], "experiment.missing");
}

#[test]
fn everything_that_is_wrong_with_a_split_is_told_at_once() {
    let service = Service::greeter();
    let client = service.client();
    second(&client);
    let body = json!({"name": "Not a name", "prompt": "greeting/warm", "arms": [
        {"name": "same", "version": 1, "weight": 0}, {"name": "same", "version": 7, "weight": 0},
    ]});
    let problem = client.post("experiments", &body).json(422);
    let told: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| {
            format!("{} {}", error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            "/name experiment.name",
            "/arms/1/name experiment.arms",
            "/arms experiment.weights",
            "/arms/1/version version.missing",
        ]
    );
    let sealed = json!({"name": "core", "prompt": "policy/honesty", "arms": [
        {"name": "a", "version": 1, "weight": 1}, {"name": "b", "version": 1, "weight": 1},
    ]});
    assert_eq!(
        client.post("experiments", &sealed).json(422)["errors"],
        json!([{"pointer": "/prompt", "code": "sealed.override",
            "detail": "`policy/honesty` belongs to the sealed core and cannot be split"}])
    );
    begin(&client, "user", [1, 1]);
    let again = json!({"name": "again", "prompt": "greeting/warm", "arms": [
        {"name": "a", "version": 1, "weight": 1}, {"name": "b", "version": 2, "weight": 1},
    ]});
    assert_eq!(client.post("experiments", &again).json(409)["code"], "exists");
}

#[test]
fn the_first_exposure_fixes_the_arm_of_a_conversation() {
    let service = Service::greeter();
    let client = service.client();
    second(&client);
    let plain = turn(&client, &session(&client, &json!({})), &hello());
    let experiment = begin(&client, "session", [1, 0]);
    let path = format!("experiments/{}", experiment["id"].as_str().unwrap());
    let old = session(&client, &json!({"user": "ann"}));
    let once = turn(&client, &old, &hello());
    assert_eq!(once, plain, "version 1 is what was active before");

    client.post(&format!("{path}/weights"), &json!({"weights": {"once": 0, "twice": 1}})).json(200);
    assert_eq!(turn(&client, &old, &hello()), once, "who has seen an arm keeps it");
    let new = session(&client, &json!({"user": "ann"}));
    let twice = turn(&client, &new, &hello());
    assert_ne!(twice, once, "the unit is the conversation, not its user");

    // What a caller fixes is served, and no exposure.
    let fixed = session(&client, &json!({}));
    assert_eq!(
        turn(&client, &fixed, &json!({"message": "Hello!", "arms": {"hello": "once"}})),
        once
    );
    let results = client.get(&format!("{path}/results")).json(200);
    assert_eq!(
        results["units"],
        json!([{"arm": "once", "units": 1, "expected": 1.0}, {"arm": "twice", "units": 1, "expected": 1.0}])
    );

    client.post(&format!("{path}/stop"), &json!({})).json(200);
    assert_eq!(turn(&client, &new, &hello()), plain, "a stopped experiment serves what is active");
}

#[test]
fn a_user_has_one_arm_and_results_count_each_user_once() {
    let service = Service::greeter();
    let client = service.client();
    second(&client);
    let experiment = begin(&client, "user", [1, 1]);
    let path = format!("experiments/{}/results", experiment["id"].as_str().unwrap());
    let mut seen = BTreeSet::new();
    for at in 0..12 {
        let user = json!({"user": format!("user-{at}")});
        let (one, two) = (session(&client, &user), session(&client, &user));
        let release = turn(&client, &one, &hello());
        assert_eq!(turn(&client, &two, &hello()), release, "the same user, the same arm");
        client
            .post("feedback", &json!({"session": one, "turn": 1, "name": "helpful", "value": true}))
            .json(201);
        client
            .post("feedback", &json!({"session": two, "name": "helpful", "value": true}))
            .json(201);
        seen.insert(release);
    }
    assert_eq!(seen.len(), 2, "both arms are served");
    let results = client.get(&path).json(200);
    let count = |at: usize| results["units"][at]["units"].as_u64().unwrap();
    assert_eq!(count(0) + count(1), 12);
    assert_eq!(results["units"][0]["expected"], 6.0);
    assert_eq!(results["split"]["is_as_declared"], true);
    assert_eq!(results["level"], 0.95);
    let said = &results["outcomes"][0];
    assert_eq!(said["name"], "helpful");
    assert_eq!(
        (&said["arms"][0]["units"], &said["arms"][0]["mean"]),
        (&json!(count(0)), &json!(1.0))
    );
    assert_eq!(
        (&said["arms"][0]["high"], &said["differences"][0]["is_clear"]),
        (&json!(1.0), &json!(false))
    );
    assert!(said["arms"][0]["low"].as_f64().unwrap() < 1.0);
}

#[test]
fn feedback_is_a_share_of_its_scale() {
    let service = Service::greeter();
    let client = service.client();
    let id = session(&client, &json!({}));
    turn(&client, &id, &hello());
    let given = client.post(
        "feedback",
        &json!({"session": id, "turn": 1, "name": "tone", "value": 4, "scale": [1, 5], "comment": "Nice."}),
    );
    let told = json!({"id": "<id>", "session": id, "turn": 1, "name": "tone", "number": 0.75, "comment": "Nice.",
        "author": "first", "created_at": "<created_at>"});
    assert_eq!(settled(given.json(201)), told);
    let no = client.post("feedback", &json!({"session": id, "value": false})).json(201);
    assert_eq!(
        (&no["name"], &no["number"], &no["turn"]),
        (&json!("rating"), &json!(0.0), &Json::Null)
    );
    let list = client.get(&format!("feedback?session={id}")).json(200);
    assert_eq!(settled(list["items"][1].clone()), told);
    assert_eq!(list["items"].as_array().unwrap().len(), 2);

    let wrong = json!({"session": id, "name": "Tone!", "value": 4});
    assert_eq!(
        client.post("feedback", &wrong).json(422)["errors"],
        json!([
            {"pointer": "/name", "code": "feedback.name", "detail": "`Tone!` is no name",
                "help": "Use small letters, digits, `_` and `-`, at most 32."},
            {"pointer": "/value", "code": "feedback.scale", "detail": "4 is not on the scale from 0 to 1",
                "help": "Say the scale: {\"value\": 4, \"scale\": [1, 5]}."},
        ])
    );
    let empty = client.post("feedback", &json!({"session": id})).json(422);
    assert_eq!(empty["errors"][0]["code"], "feedback.empty");
    assert_eq!(
        client.post("feedback", &json!({"session": "x", "value": 1})).json(404)["code"],
        "session.missing"
    );
    let turn = json!({"session": id, "turn": 9, "value": 1});
    assert_eq!(client.post("feedback", &turn).json(404)["code"], "turn.missing");
}
