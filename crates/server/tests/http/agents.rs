//! `/agents`: folders in and out, versions, checks, states, steps, constants.

use std::thread;

use serde_json::{Map, Value as Json, json};

use crate::support::{Client, Service, settled};

/// The layer of the greeter without which `closing/usual` is not needed.
const CLOSING: &str = "  - id: closing\n    channel: system\n    prompts: [closing/usual]\n";

/// The folder of an agent as it is served.
fn exported(client: &Client, agent: &str) -> Map<String, Json> {
    let found = client.get(&format!("agents/{agent}/export")).json(200);
    found["files"].as_object().unwrap().clone()
}

fn text<'f>(files: &'f Map<String, Json>, path: &str) -> &'f str {
    files[path].as_str().unwrap()
}

#[test]
fn a_folder_goes_out_and_comes_back_as_nothing_new() {
    let service = Service::example("sales");
    let client = service.client();
    let files = exported(&client, "sales");
    assert!(files.contains_key("prompts/step/volume.md") && files.contains_key("agent.yaml"));
    let mut before = settled(client.get("agents/sales").json(200));
    let own = before.as_object_mut().unwrap();
    assert_eq!(own.remove("serving"), Some(json!({"version": 1, "hash": "<hash>"})));
    assert_eq!(own.remove("findings"), Some(json!([])));
    let taken = client.put("agents/sales", &json!({"files": files, "expected_version": 1}));
    assert_eq!(
        settled(taken.json(200)),
        json!({"agent": before, "new": [], "removed": [], "warnings": []})
    );
    assert_eq!(exported(&client, "sales"), files);
}

#[test]
fn what_changed_in_a_folder_becomes_a_version_and_what_left_it_is_not_served() {
    let service = Service::greeter();
    let client = service.client();
    let mut files = exported(&client, "greeter");
    files.insert("prompts/greeting/warm.md".to_owned(), json!("Greet old friends.\n"));
    files.remove("prompts/closing/usual.md");
    // The agent still reaches for it: nothing is stored.
    let refused = client.put("agents/greeter", &json!({"files": files})).json(422);
    assert_eq!(refused["errors"][0]["code"], "prompt.missing", "{refused}");
    assert_eq!(
        client.get("agents/greeter/versions").json(200)["items"].as_array().unwrap().len(),
        1
    );

    let agent = text(&files, "agent.yaml").replace(CLOSING, "");
    files.insert("agent.yaml".to_owned(), json!(agent));
    let body = json!({"files": files, "note": "no closing", "expected_version": 1,
        "expected_prompts": {"greeting/warm": 1}});
    let taken = client.put("agents/greeter", &body);
    assert_eq!(taken.header("etag"), Some("\"2\""));
    let taken = taken.json(200);
    assert_eq!(taken["new"], json!(["greeting/warm"]));
    assert_eq!(taken["removed"], json!(["closing/usual"]));
    assert_eq!(
        (&taken["agent"]["version"], &taken["agent"]["note"]),
        (&json!(2), &json!("no closing"))
    );
    assert_eq!(exported(&client, "greeter"), files);
    // Whoever has not seen it is told.
    assert_eq!(client.put("agents/greeter", &body).json(409)["current"], 2);
    let body = json!({"files": files, "expected_prompts": {"greeting/warm": 1}});
    assert_eq!(client.put("agents/greeter", &body).json(409)["current"], 2);
    // Back and forth by number, each time checked with the prompts that are active.
    let back = client.post("agents/greeter/rollback", &json!({})).json(422);
    assert_eq!(back["errors"][0]["code"], "prompt.missing", "{back}");
    let old = client.post("agents/greeter/activate", &json!({"version": 1})).json(422);
    assert_eq!(old["errors"], back["errors"]);
    client.post("agents/greeter/activate", &json!({"version": 3})).json(404);
    let closing = client.get("prompts?prompt_type=closing").json(200)["items"][0]["id"].clone();
    client.post(&format!("prompts/{}/activate", closing.as_str().unwrap()), &json!({})).json(200);
    assert_eq!(client.post("agents/greeter/rollback", &json!({})).json(200)["version"], 1);
    let again = json!({"version": 2, "expected_version": 1, "note": "again"});
    assert_eq!(client.post("agents/greeter/activate", &again).json(200)["is_active"], true);
    assert_eq!(client.post("agents/greeter/activate", &again).json(409)["current"], 2);
}

#[test]
fn a_rollback_is_checked_with_the_agent_as_it_is() {
    let service = Service::greeter();
    let client = service.client();
    let warm = |body: &str| {
        client.post("prompts", &json!({"prompt_type": "greeting", "phase": "warm", "body": body}))
    };
    warm("Greet them for {{ config.company }}.").json(201);
    warm("Greet them.").json(201);
    let mut files = exported(&client, "greeter");
    for path in ["agent.yaml", "prompts/policy/honesty.md"] {
        let other = text(&files, path).replace("company", "firm");
        files.insert(path.to_owned(), json!(other));
    }
    client.put("agents/greeter", &json!({"files": files})).json(200);
    let back = json!({"agent": "greeter", "name": "greeting/warm"});
    let refused = client.post("prompts/rollback", &back).json(422);
    assert_eq!(refused["errors"][0]["code"], "config.unknown", "{refused}");
    let active = client.get("prompts?prompt_type=greeting&phase=warm&is_active=true").json(200);
    assert_eq!(active["items"][0]["version"], 3);
}

#[test]
fn paths_and_names_that_lead_elsewhere_are_all_told() {
    let service = Service::greeter();
    let client = service.client();
    let files = json!({"../agent.yaml": "", "/etc/passwd": "", "a//b": "", "prompts\\x.md": "", "agent.yaml": "x"});
    let body = json!({"files": files, "expected_prompts": {"No": 1}});
    let refused = client.put("agents/greeter", &body).json(422);
    let found: Vec<_> = refused["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("/files/..~1agent.yaml", "file.path"),
            ("/files/~1etc~1passwd", "file.path"),
            ("/files/a~1~1b", "file.path"),
            ("/files/prompts\\x.md", "file.path"),
            ("/expected_prompts/No", "prompt.name"),
        ]
    );
    let files = exported(&client, "greeter");
    let other = client.put("agents/other", &json!({"files": files})).json(422);
    assert_eq!(other["errors"][0]["code"], "agent.other");
    client.get("agents/other").json(404);
}

#[test]
fn a_check_tells_everything_and_stores_nothing() {
    let service = Service::greeter();
    let client = service.client();
    let check = |body: &Json| client.post("agents/greeter/check", body).json(200);
    assert_eq!(check(&json!({})), json!({"fine": true, "findings": []}));
    let found = check(
        &json!({"drafts": {"greeting/warm": "Greet {{ x }}.", "greeting/short": "---\ntitel: S\n---\n{{ y }}"}}),
    );
    assert_eq!(found["fine"], false);
    let told: Vec<_> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["code"].as_str().unwrap(),
                one["span"]["file"].as_str().unwrap(),
                one["span"]["line"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("format.unknown-key", "prompts/greeting/short.md", 2),
            ("expression.unknown-name", "prompts/greeting/short.md", 4),
            // The body stands behind the front matter of the version that is active.
            ("expression.unknown-name", "prompts/greeting/warm.md", 5),
        ]
    );
    let found = check(&json!({"files": {"agent.yaml": "agent: greeter\n"}}));
    assert_eq!(found["fine"], false);
    let both =
        client.post("agents/greeter/check", &json!({"files": {}, "drafts": {"a": ""}})).json(422);
    assert_eq!(both["errors"][0]["code"], "check.both");
    client.post("agents/other/check", &json!({})).json(404);
    assert_eq!(
        client.get("prompts?prompt_type=greeting").json(200)["items"].as_array().unwrap().len(),
        2
    );
}

#[test]
fn the_states_and_the_steps_of_an_agent_are_told() {
    let service = Service::greeter();
    let client = service.client();
    let found = client.get("agents/greeter/matrix").json(200);
    let cell = |tone: &str, tokens: u32| {
        json!({"from": {"tone": tone}, "state": {"tone": tone}, "status": "allowed", "reason": "as it is",
            "call": "reply", "tokens": tokens})
    };
    assert_eq!(found["cells"], json!([cell("warm", 47), cell("short", 42)]), "{found}");
    assert_eq!(client.get("agents/greeter/matrix?only=tone").json(200)["cells"], found["cells"]);
    client.get("agents/greeter/matrix?only=nothing").json(422);
    assert_eq!(
        client.get("agents/greeter/flow").json(200),
        json!({"start": null, "nodes": [], "edges": [], "ended": 0, "gone": [], "quiet_days": 7})
    );

    let service = Service::example("sales");
    let flow = service.client().get("agents/sales/flow").json(200);
    assert_eq!(flow["start"], "welcome");
    let nodes = flow["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 13);
    let volume = nodes.iter().find(|node| node["name"] == "volume").unwrap();
    assert_eq!(
        volume,
        &json!({"name": "volume", "title": "Volume", "version": 1, "stage": "qualification",
            "scope": volume["scope"], "slots": [{"name": "volume", "kind": "integer", "required": true}],
            "tools": volume["tools"], "retries": {"limit": 1, "then": "skip"}, "ends": false,
            "sessions": {"reached": 0, "here": 0, "went_on": 0, "dropped_out": 0}})
    );
    let edges = flow["edges"].as_array().unwrap();
    let names: Vec<_> = nodes.iter().map(|node| &node["name"]).collect();
    assert!(edges.iter().all(|edge| names.contains(&&edge["from"])));
    assert!(edges.iter().all(|edge| edge["to"].is_null() || names.contains(&&edge["to"])));
}

#[test]
fn constants_are_set_for_a_workspace_and_reach_the_payload() {
    let service = Service::greeter();
    let client = service.client();
    assert_eq!(
        client.get("agents/greeter/config").json(200),
        json!({"config": {}, "version": 0, "declared": {"company": "Acme"}})
    );
    let wrong =
        client.put("agents/greeter/config", &json!({"config": {"compny": "X", "company": 3}}));
    assert_eq!(
        wrong.json(422)["errors"],
        json!([
            {"pointer": "/config/compny", "code": "config.unknown",
                "detail": "the agent declares no `compny` under `config`", "help": "Did you mean `company`?"},
            {"pointer": "/config/company", "code": "config.type",
                "detail": "`company` is a text and cannot become a number"},
        ])
    );
    let set = json!({"config": {"company": "Larkpost"}, "expected_version": 0});
    assert_eq!(
        client.put("agents/greeter/config", &set).json(200),
        json!({"config": {"company": "Larkpost"}, "version": 1, "declared": {"company": "Acme"}})
    );
    assert_eq!(client.put("agents/greeter/config", &set).json(409)["current"], 1);
    let made = client.post("agents/greeter/assemble", &json!({"message": "Hello"})).json(200);
    let system = made["payload"]["messages"][0]["content"].to_string();
    assert!(system.contains("You speak for Larkpost."), "{system}");
    client.get("agents/other/config").json(404);
}

#[test]
fn what_was_checked_is_what_becomes_active_in_one_service() {
    let service = Service::greeter();
    what_was_checked_is_what_becomes_active(&service, &service);
}

#[test]
fn what_was_checked_is_what_becomes_active_also_between_two() {
    let service = Service::greeter();
    let other = service.beside();
    what_was_checked_is_what_becomes_active(&service, &other);
}

/// Either change is fine by itself, both together break the agent: whichever comes second must be refused.
pub(crate) fn what_was_checked_is_what_becomes_active(service: &Service, other: &Service) {
    let client = service.client();
    let mut files = exported(&client, "greeter");
    let narrow = text(&files, "agent.yaml").replace(CLOSING, "");
    let wide = files["agent.yaml"].clone();
    files.insert("agent.yaml".to_owned(), json!(narrow));
    client.put("agents/greeter", &json!({"files": files})).json(200);
    files.insert("agent.yaml".to_owned(), wide);
    let closing = client.get("prompts?prompt_type=closing").json(200)["items"][0]["id"].clone();
    let closing = closing.as_str().unwrap();
    for round in 0..12 {
        client.post("agents/greeter/activate", &json!({"version": 2})).json(200);
        client.post(&format!("prompts/{closing}/activate"), &json!({})).json(200);
        let (one, other) = (client.clone(), other.client());
        let path = format!("prompts/{closing}/deactivate");
        let first = thread::spawn(move || {
            one.post("agents/greeter/activate", &json!({"version": 1})).status
        });
        let second = thread::spawn(move || other.post(&path, &json!({})).status);
        let mut statuses = [first.join().unwrap(), second.join().unwrap()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422], "in round {round}");
        assert_eq!(client.post("agents/greeter/check", &json!({})).json(200)["fine"], true);
        client.post(&format!("prompts/{closing}/activate"), &json!({})).json(200);
    }
}
