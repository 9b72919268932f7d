//! `/keys`, `/workspaces`, `/audit`, and what scopes keep from whom.

use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::support::{Client, Service, settled};

/// A client whose key has these scopes.
fn with(service: &Service, scopes: &[&str]) -> Client {
    let made = service.client().post("keys", &json!({"name": "another", "scopes": scopes}));
    service.client_with(made.json(201)["secret"].as_str())
}

#[test]
fn a_key_is_told_once_opens_what_it_may_and_ends_when_it_is_revoked() {
    let service = Service::greeter();
    let client = service.client();
    let made = client.post(
        "keys",
        &json!({"name": "editor", "scopes": ["run", "edit"], "expires_at": "2099-01-31T12:00:00Z", "note": "for Ada"}),
    );
    let made = made.json(201);
    let (id, secret) = (made["id"].as_str().unwrap(), made["secret"].as_str().unwrap());
    let known = json!({"id": "<id>", "name": "editor", "hint": &secret[secret.len() - 4..], "scopes": ["edit", "run"],
        "created_by": "first", "created_at": "<created_at>", "used_at": null,
        "expires_at": "2099-01-31T12:00:00.000Z", "revoked_at": null});
    let mut told = settled(made.clone());
    assert_eq!(told.as_object_mut().unwrap().remove("secret"), Some(json!("<secret>")));
    assert_eq!(told, known);
    let listed = client.get("keys").json(200);
    assert_eq!(settled(listed.clone())["items"][1], known);
    assert!(!listed.to_string().contains(secret));

    let editor = service.client_with(Some(secret));
    editor.get("prompts").json(200);
    assert_eq!(
        editor.get("keys").json(403),
        json!({"status": 403, "code": "key.scope", "title": "The key may not do this",
            "detail": "it takes the scope `admin`"})
    );
    let revoked = client.delete(&format!("keys/{id}")).json(200);
    assert!(revoked["revoked_at"].is_string());
    let unknown = editor.get("prompts");
    assert_eq!(unknown.header("www-authenticate"), Some("Bearer"));
    assert_eq!(
        unknown.json(401),
        service.client_with(Some("proem_wrong")).get("prompts").json(401)
    );
    client.delete(&format!("keys/{id}")).json(404);
    let own = listed["items"][0]["id"].as_str().unwrap();
    assert_eq!(client.delete(&format!("keys/{own}")).json(409)["code"], "key.own");
}

#[test]
fn the_last_use_of_a_key_is_told() {
    let service = Service::greeter();
    let (client, unused) = (service.client(), json!({"name": "unused", "scopes": ["read"]}));
    client.post("keys", &unused).json(201);
    let used = |at: usize| client.get("keys").json(200)["items"][at]["used_at"].clone();
    // It is noted behind the request.
    let until = Instant::now() + Duration::from_secs(10);
    while used(0).is_null() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(10));
    }
    let first = used(0);
    assert!(first.is_string(), "{first}");
    assert_eq!((used(0), used(1)), (first, Json::Null));
}

#[test]
fn everything_that_is_wrong_with_a_new_key_is_told() {
    let service = Service::greeter();
    let wrong =
        json!({"name": " ", "scopes": ["read", "root"], "expires_at": "2001-01-01T00:00:00Z"});
    let wrong = service.client().post("keys", &wrong).json(422);
    assert_eq!(
        wrong["errors"],
        json!([
            {"pointer": "/name", "code": "name.empty", "detail": "it is empty"},
            {"pointer": "/scopes/1", "code": "scope.unknown", "detail": "there is no scope `root`",
                "help": "The scopes are `read`, `edit`, `run` and `admin`."},
            {"pointer": "/expires_at", "code": "key.expired", "detail": "the end of the key has passed already"},
        ])
    );
    let none = service.client().post("keys", &json!({"name": "x", "scopes": []})).json(422);
    assert_eq!(none["errors"][0]["code"], "key.scopes");
    let odd = json!({"name": "x", "scopes": ["read"], "expires_at": "soon"});
    assert_eq!(service.client().post("keys", &odd).json(422)["errors"][0]["code"], "time.shape");
}

#[test]
fn a_protected_label_is_moved_by_administrators_only_on_every_path() {
    let service = Service::greeter();
    let (client, editor) = (service.client(), with(&service, &["edit"]));
    let warm = json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet."});
    let second = client.post("prompts", &warm).json(201)["id"].as_str().unwrap().to_owned();
    for label in ["production", "staging"] {
        editor.put(&format!("labels/{label}/protected"), &json!({})).json(403);
        client.put(&format!("labels/{label}/protected"), &json!({})).empty(204);
    }
    assert_eq!(editor.get("labels").json(200), json!({"protected": ["production", "staging"]}));
    let files = editor.get("agents/greeter/export").json(200)["files"].clone();
    let mut other = files.clone();
    other["agent.yaml"] = json!(files["agent.yaml"].as_str().unwrap().replace("Acme", "Larkpost"));
    let before = editor.get("prompts?is_active=true").json(200);
    let tries: [(&str, String, Json); 8] = [
        ("PUT", format!("prompts/{second}/labels/staging"), json!({})),
        ("POST", format!("prompts/{second}/deactivate"), json!({})),
        ("POST", "prompts".to_owned(), warm.clone()),
        (
            "POST",
            "prompts/rollback".to_owned(),
            json!({"agent": "greeter", "name": "greeting/warm"}),
        ),
        ("POST", format!("prompts/{second}/activate"), json!({})),
        ("PUT", "agents/greeter".to_owned(), json!({"files": other})),
        ("POST", "agents/greeter/activate".to_owned(), json!({"version": 1})),
        ("DELETE", "labels/staging/protected".to_owned(), json!({})),
    ];
    for (method, path, body) in tries {
        let status = editor.send(method, &path, &[], Some(&body)).status;
        assert_eq!(status, 403, "{method} {path}");
    }
    assert_eq!(editor.get("prompts?is_active=true").json(200), before);
    client.put(&format!("prompts/{second}/labels/staging"), &json!({})).json(200);
    client.delete("labels/production/protected").empty(204);
    client.delete("labels/latest/protected").json(422);
    editor.post("prompts", &warm).json(201);
}

#[test]
fn a_workspace_has_a_key_of_its_own_and_only_the_operator_makes_one() {
    let service = Service::greeter();
    let client = service.client();
    let made = client.post("workspaces", &json!({"id": "larkpost", "name": "Larkpost"}));
    let made = made.json(201);
    let (key, told) = (made["key"]["secret"].as_str().unwrap().to_owned(), settled(made.clone()));
    assert_eq!(
        told,
        json!({
            "workspace": {"id": "<id>", "name": "Larkpost", "epoch": 1, "created_at": "<created_at>",
                "updated_at": "<updated_at>"},
            "key": {"id": "<id>", "name": "first", "hint": &key[key.len() - 4..],
                "scopes": ["read", "edit", "run", "admin"], "created_by": "first", "created_at": "<created_at>",
                "used_at": null, "expires_at": null, "revoked_at": null, "secret": "<secret>"},
        })
    );
    client.post("workspaces", &json!({"id": "larkpost", "name": "Again"})).json(409);
    let wrong = client.post("workspaces", &json!({"id": "Lark post", "name": ""})).json(422);
    assert_eq!(wrong["errors"][0]["code"], "name.empty");
    assert_eq!(wrong["errors"][1]["code"], "workspace.id");
    let ids = |client: &Client| -> Vec<Json> {
        let found = client.get("workspaces").json(200);
        found["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect()
    };
    let other = service.client_with(Some(&key));
    assert_eq!(ids(&other), ["larkpost"]);
    assert!(ids(&client).contains(&json!("default")) && ids(&client).contains(&json!("larkpost")));
    // Whether an id is taken is not told to tenants.
    let taken = other.post("workspaces", &json!({"id": "default", "name": "x"})).json(403);
    assert_eq!(taken, other.post("workspaces", &json!({"id": "free", "name": "x"})).json(403));
    // A new workspace takes agents at once.
    let files = client.get("agents/greeter/export").json(200)["files"].clone();
    other.put("agents/greeter", &json!({"files": files})).json(200);
    let made = other.post("agents/greeter/assemble", &json!({"message": "Hello"})).json(200);
    assert_eq!(made["agent"], "greeter");
}

#[test]
fn every_change_is_on_record_and_the_record_is_whole() {
    let service = Service::greeter();
    let client = service.client();
    let warm =
        json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet.", "note": "shorter"});
    client.post("prompts", &warm).json(201);
    let found = client.get("audit?limit=1").json(200);
    let last = &found["items"][0];
    let after = last["after"].as_str().unwrap();
    assert!(after.starts_with("2 b3:"), "{after}");
    assert_eq!(
        settled(last.clone()),
        json!({"epoch": last["epoch"], "at": "<at>", "actor": "first", "action": "create", "kind": "prompt",
            "subject": "greeter/greeting/warm", "before": "1", "after": after, "note": "shorter", "hash": "<hash>"})
    );
    let verdict = client.get("audit/verify").json(200);
    assert_eq!(verdict, json!({"verdict": "whole", "rows": last["epoch"], "last": last["hash"]}));
    with(&service, &["edit", "run"]).get("audit").json(403);
}
