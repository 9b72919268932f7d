//! Requests that come again under a key: one effect and one reply, whoever repeats them how often.

use std::path::Path;
use std::thread;

use proem_store::open;
use serde_json::{Value as Json, json};

use crate::support::{Client, Reply, Service};

fn keyed(client: &Client, key: &str, path: &str, body: &Json) -> Reply {
    client.send("POST", path, &[("idempotency-key", key)], Some(body))
}

fn greeting(text: &str) -> Json {
    json!({"prompt_type": "greeting", "phase": "warm", "body": text})
}

fn versions(client: &Client) -> usize {
    let path = "prompts?agent=greeter&prompt_type=greeting&phase=warm";
    client.get(path).json(200)["items"].as_array().unwrap().len()
}

/// Changes what is kept under a key, as a crash would have left it.
fn left(service: &Service, key: &str, sql: &'static str) {
    let (db, key) = (service.database().display().to_string(), key.to_owned());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = open::open(&db, 0).await.unwrap();
        let changed = store.write(key, move |tx, key| {
            Box::pin(async move { tx.run(sql, &[key.as_str().into()]).await })
        });
        assert_eq!(changed.await, Ok(1));
        store.close().await;
    });
}

#[test]
fn many_at_once_have_one_effect_and_one_reply() {
    let service = Service::greeter();
    let client = service.client();
    let replies: Vec<_> = (0..16)
        .map(|_| {
            let client = client.clone();
            thread::spawn(move || keyed(&client, "sixteen", "prompts", &greeting("Greet warmly.")))
        })
        .collect();
    let replies: Vec<_> = replies.into_iter().map(|asked| asked.join().unwrap()).collect();
    assert_eq!(replies[0].json(201)["version"], 2);
    let kept = |reply: &Reply| {
        let headers = ["content-type", "etag", "location"];
        let headers = headers.map(|name| reply.header(name).map(str::to_owned));
        (reply.status, headers, reply.body.clone())
    };
    assert!(replies.iter().all(|reply| kept(reply) == kept(&replies[0])), "{replies:#?}");
    assert_eq!(versions(&client), 2);
    // Also long after, and after a crash.
    let service = service.restart();
    let client = service.client();
    let late = keyed(&client, "sixteen", "prompts", &greeting("Greet warmly."));
    assert_eq!(kept(&late), kept(&replies[0]));
    assert_eq!(versions(&client), 2);
    // Without a key each is a request of its own.
    client.post("prompts", &greeting("Greet warmly.")).json(201);
    assert_eq!(versions(&client), 3);
}

#[test]
fn another_request_under_the_key_is_refused() {
    let service = Service::greeter();
    let client = service.client();
    let made = keyed(&client, "k", "prompts", &greeting("One.")).json(201);
    let other = |client: &Client, path: &str, body: &Json| {
        keyed(client, "k", path, body).json(422)["code"].as_str().unwrap().to_owned()
    };
    let refused = "idempotency.other-request";
    assert_eq!(other(&client, "prompts", &greeting("Two.")), refused);
    let path = format!("prompts/{}/activate", made["id"].as_str().unwrap());
    assert_eq!(other(&client, &path, &json!({})), refused);
    assert_eq!(other(&client, "sessions", &json!({})), refused);
    // A turn has the same keys.
    let session = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let path = format!("sessions/{session}/turns");
    assert_eq!(other(&client, &path, &json!({"message": "Hello"})), refused);
    // What one key of the workspace was told is no business of another one.
    let reader = client.post("keys", &json!({"name": "r", "scopes": ["edit"]})).json(201);
    let reader = service.client_with(reader["secret"].as_str());
    assert_eq!(other(&reader, "prompts", &greeting("One.")), refused);
    let empty = keyed(&client, " ", "prompts", &greeting("One.")).json(422);
    assert_eq!(empty["errors"][0]["code"], "header.idempotency-key");
    assert_eq!(keyed(&service.client_with(None), "k", "prompts", &greeting("One.")).status, 401);
    assert_eq!(versions(&client), 2);
}

#[test]
fn what_changed_nothing_keeps_nothing() {
    let service = Service::greeter();
    let client = service.client();
    // It was refused; mended, it may come under the same key.
    let wrong = keyed(&client, "k", "prompts", &greeting("{{ nobody }}"));
    assert_eq!(wrong.status, 422);
    keyed(&client, "k", "prompts", &greeting("Mended.")).json(201);
    // Assembling changes nothing, and is done anew.
    let path = "agents/greeter/assemble";
    let one = keyed(&client, "a", path, &json!({"message": "Hello"}));
    assert!(one.json(200)["payload"].to_string().contains("Mended."));
    client.post("prompts", &greeting("Newer.")).json(201);
    let other = keyed(&client, "a", path, &json!({"message": "Hello"}));
    assert!(other.json(200)["payload"].to_string().contains("Newer."));
}

#[test]
fn a_secret_is_told_again_to_who_asked_and_is_not_in_the_database() {
    let service = Service::greeter();
    let client = service.client();
    let new = json!({"name": "another", "scopes": ["read"]});
    let made = keyed(&client, "k", "keys", &new);
    let secret = made.json(201)["secret"].as_str().unwrap().to_owned();
    assert_eq!(keyed(&client, "k", "keys", &new).body, made.body);
    assert_eq!(service.client_with(Some(&secret)).get("prompts").status, 200);
    // Everything that was written is in these.
    let db = service.database();
    for file in [db.clone(), Path::new(&format!("{}-wal", db.display())).to_owned()] {
        let bytes = std::fs::read(&file).unwrap_or_default();
        let holds = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
        assert!(!holds, "{}", file.display());
    }
}

#[test]
fn a_crash_between_an_effect_and_its_reply_has_no_second_effect() {
    let service = Service::greeter();
    let client = service.client();
    keyed(&client, "k", "prompts", &greeting("One.")).json(201);
    let expired =
        "UPDATE idempotency SET status = 'changed', response = '', lease_until = 1 WHERE key = $1";
    left(&service, "k", expired);
    let again = keyed(&client, "k", "prompts", &greeting("One.")).json(409);
    assert_eq!(again["code"], "idempotency.reply-lost");
    assert_eq!(
        keyed(&client, "k", "prompts", &greeting("Two.")).json(422)["code"],
        "idempotency.other-request"
    );
    assert_eq!(versions(&client), 2);
    // One that broke off before it had an effect is done by whoever comes again.
    let begun =
        "UPDATE idempotency SET status = 'running', response = '', lease_until = 1 WHERE key = $1";
    left(&service, "k", begun);
    keyed(&client, "k", "prompts", &greeting("One.")).json(201);
    assert_eq!(versions(&client), 3);
}
