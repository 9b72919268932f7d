//! `/agent-roles`.

use serde_json::{Value as Json, json};

use crate::support::{Client, Service, settled};

/// A `prompt_config` with nothing in it that could be left out.
fn smallest(system: &str) -> Json {
    json!({
        "system_prompt": system,
        "templates": {
            "ticket_task": "Review the code for: {{ ticket.title }}",
            "chat_task": "{{ chat.message }}",
            "gate_eval": "Evaluate: {{ gate.criteria }}",
        },
        "output_templates": {"agent_done": "Review complete.", "gate_pass": "PASS", "gate_fail": "FAIL"},
    })
}

fn copied(client: &Client, body: &Json) -> String {
    let made = client.post("agent-roles", body).json(201);
    made["id"].as_str().unwrap().to_owned()
}

#[test]
fn templates_are_shipped_and_cannot_be_changed() {
    let service = Service::greeter();
    let client = service.client();
    let list = client.get("agent-roles").json(200);
    let told: Vec<_> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|role| json!([role["id"], role["name"], role["is_template"], role["version"]]))
        .collect();
    assert_eq!(
        json!(told),
        json!([
            ["architect", "architect", true, 1],
            ["developer", "developer", true, 1],
            ["reviewer", "reviewer", true, 1],
        ])
    );
    let problem = json!({
        "status": 409, "code": "role.shipped", "title": "It may not be done as things stand",
        "detail": "templates are not changed: copy it",
    });
    let patch = json!({"prompt_config": smallest("You review.")});
    assert_eq!(client.patch("agent-roles/developer/prompt", &patch).json(409), problem);
    assert_eq!(client.post("agent-roles/developer/reset", &json!({})).json(409), problem);
    assert_eq!(client.post("agent-roles/developer/rollback", &json!({})).json(409), problem);
}

#[test]
fn a_copy_is_changed_reset_and_rolled_back() {
    let service = Service::greeter();
    let client = service.client();
    let shipped = client.get("agent-roles/reviewer/prompt").json(200);
    let made = client.post("agent-roles", &json!({"source_role_id": "reviewer", "name": "mine"}));
    assert_eq!(made.header("etag"), Some("\"1\""));
    let made = made.json(201);
    assert_eq!(made["source_role_id"], "reviewer");
    assert_eq!((&made["name"], &made["is_template"]), (&json!("mine"), &json!(false)));
    let path = format!("agent-roles/{}", made["id"].as_str().unwrap());
    assert_eq!(client.get(&format!("{path}/prompt")).json(200), shipped);

    // A change replaces the object whole, and comes back as it was given.
    let given = json!({"prompt_config": smallest("You are a code reviewer.")});
    let changed = client.patch(&format!("{path}/prompt"), &given);
    assert_eq!(changed.header("etag"), Some("\"2\""));
    assert_eq!(changed.json(200), given);
    assert_eq!(client.get(&format!("{path}/prompt")).json(200), given);
    assert_eq!(
        client.get(&path).json(200)["modes"],
        made["modes"],
        "modes stay where none are given"
    );

    let reset = client.post(&format!("{path}/reset"), &json!({"note": "as it was"}));
    assert_eq!(reset.header("etag"), Some("\"3\""));
    assert_eq!(reset.json(200), shipped);

    let back = client.post(&format!("{path}/rollback"), &json!({"expected_version": 3}));
    assert_eq!(back.header("etag"), Some("\"2\""));
    assert_eq!(back.json(200), given);
    let first = client.get(&format!("{path}/versions/1"));
    assert_eq!(first.json(200), shipped);
    assert_eq!(
        settled(client.get(&format!("{path}/log")).json(200)),
        json!({"items": [
            {"from": 3, "to": 2, "at": "<at>", "author": "first", "note": ""},
            {"from": 2, "to": 3, "at": "<at>", "author": "first", "note": "as it was"},
            {"from": 1, "to": 2, "at": "<at>", "author": "first", "note": ""},
            {"from": null, "to": 1, "at": "<at>", "author": "first", "note": ""},
        ], "next": null})
    );
}

#[test]
fn a_writer_who_knows_an_old_version_is_told() {
    let service = Service::greeter();
    let client = service.client();
    let id = copied(&client, &json!({"source_role_id": "reviewer"}));
    let path = format!("agent-roles/{id}/prompt");
    let body = json!({"prompt_config": smallest("One."), "expected_version": 1});
    client.patch(&path, &body).json(200);
    assert_eq!(
        client.patch(&path, &body).json(409),
        json!({"status": 409, "code": "version.conflict", "title": "Somebody else was faster",
            "detail": "the current version is 2", "current": 2})
    );
    let stale = client.send(
        "PATCH",
        &path,
        &[("if-match", "\"1\"")],
        Some(&json!({"prompt_config": smallest("Two.")})),
    );
    assert_eq!(stale.status, 409);
}

#[test]
fn everything_that_is_wrong_with_a_role_is_told_at_once() {
    let service = Service::greeter();
    let client = service.client();
    let id = copied(&client, &json!({"source_role_id": "reviewer"}));
    let broken = json!({"prompt_config": {
        "system_prompt": "  ",
        "templates": {"ticket_task": "{{ ticket.titel }}", "chat_task": ""},
        "output_templates": {"agent_done": "Done.", "gate_pass": "PASS"},
    }});
    let problem = client.patch(&format!("agent-roles/{id}/prompt"), &broken).json(422);
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
            "/prompt_config/system_prompt role.blank",
            "/prompt_config/templates/gate_eval format.missing-key",
            "/prompt_config/templates/ticket_task role.variable",
            "/prompt_config/output_templates/gate_fail format.missing-key",
        ]
    );
    // Nothing of it was stored.
    assert_eq!(client.get(&format!("agent-roles/{id}")).json(200)["version"], 1);
    assert_eq!(client.post("agent-roles", &json!({"name": "no config"})).status, 422);
    assert_eq!(
        client.patch(&format!("agent-roles/{id}/prompt"), &json!({})).json(422)["errors"],
        json!([{"pointer": "/prompt_config", "code": "role.nothing", "detail": "there is nothing to replace"}])
    );
}

#[test]
fn a_role_of_its_own_has_nothing_to_be_reset_to() {
    let service = Service::greeter();
    let client = service.client();
    let id = copied(&client, &json!({"name": "own", "prompt_config": smallest("You are mine.")}));
    assert_eq!(
        client.post(&format!("agent-roles/{id}/reset"), &json!({})).json(409),
        json!({"status": 409, "code": "role.no-copy", "title": "It may not be done as things stand",
            "detail": "the role is not a copy: there is nothing to reset it to"})
    );
}

#[test]
fn steps_and_modes_are_assembled() {
    let service = Service::greeter();
    let client = service.client();
    let path = "agent-roles/developer/assemble";
    let body = json!({"step": "ticket", "mode": "hotfix", "input": {"ticket": {"title": "Mend the login"}},
        "now": "2026-03-01T08:00:00Z", "include": ["manifest"]});
    let made = client.post(path, &body).json(200);
    let included: Vec<_> = made["manifest"]["layers"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|layer| layer["status"] == "included")
        .map(|layer| layer["id"].as_str().unwrap())
        .collect();
    assert_eq!(included, ["core", "developer", "memory-profile", "mode", "task", "output"]);
    assert!(made["payload"].to_string().contains("Mend the login"));
    let chat =
        json!({"step": "chat", "input": {"chat": {"message": "Why?"}}, "provider": "anthropic"});
    let chat = client.post(path, &chat).json(200);
    assert_eq!(chat["provider"], "anthropic");
    assert!(chat["payload"]["messages"].to_string().contains("Why?"));
    assert_eq!(
        client.post(path, &json!({"step": "lunch", "mode": "siesta"})).json(422)["errors"],
        json!([
            {"pointer": "/step", "code": "role.step", "detail": "`lunch` is no step",
                "help": "The steps are ticket, chat, gate, cron."},
            {"pointer": "/mode", "code": "role.mode-unknown", "detail": "the role has no mode `siesta`",
                "help": "The role has pair, hotfix."},
        ])
    );
    assert_eq!(client.post("agent-roles/nobody/assemble", &json!({"step": "ticket"})).status, 404);
}

#[test]
fn what_is_not_stored_yet_is_assembled_for_whoever_may_edit() {
    let service = Service::greeter();
    let client = service.client();
    let path = "agent-roles/developer/assemble";
    let stored = client.get("agent-roles/developer/prompt").json(200)["prompt_config"].clone();
    let mut draft = stored.clone();
    draft["templates"]["ticket_task"] = json!("Mend {{ ticket.title }} before lunch.");
    let step = json!({"step": "ticket", "input": {"ticket": {"title": "the login"}}, "prompt_config": draft});
    let made = client.post(path, &step).json(200);
    assert!(made["payload"].to_string().contains("Mend the login before lunch."));
    // Neither is it kept, nor does it stay in the way of what is stored.
    assert_eq!(client.get("agent-roles/developer/prompt").json(200)["prompt_config"], stored);
    let again = json!({"step": "ticket", "input": {"ticket": {"title": "the login"}}});
    assert!(!client.post(path, &again).json(200)["payload"].to_string().contains("before lunch"));

    let modes = json!({"calm": {"system_addon": "Take your time."}});
    let calm = json!({"step": "ticket", "mode": "calm", "modes": modes});
    let made = client.post(path, &calm).json(200);
    assert!(made["payload"].to_string().contains("Take your time."));
    let kept = json!({"step": "ticket", "mode": "calm"});
    assert_eq!(client.post(path, &kept).json(422)["errors"][0]["code"], "role.mode-unknown");

    draft["templates"]["ticket_task"] = json!("Mend {{ tickt.title }}.");
    draft["system_prompt"] = json!(" ");
    let wrong = client.post(path, &json!({"step": "ticket", "prompt_config": draft})).json(422);
    let places: Vec<_> = wrong["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        places,
        [
            ("/prompt_config/system_prompt", "role.blank"),
            ("/prompt_config/templates/ticket_task", "role.variable"),
        ]
    );

    let made = client.post("keys", &json!({"name": "runner", "scopes": ["read", "run"]})).json(201);
    let runner = service.client_with(made["secret"].as_str());
    assert_eq!(runner.post(path, &step).status, 403);
    assert_eq!(runner.post(path, &again).status, 200);
}
