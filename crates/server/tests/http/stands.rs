//! What an assembly of a conversation is made of is what is stored, however often it is asked for.

use std::path::Path;
use std::time::{Duration, Instant};

use proem_store::sqlite::{Options, Sqlite};
use proem_store::store::Store;
use proem_store::user;
use serde_json::{Value as Json, json};

use crate::support::{Client, Service};

fn keeper() -> Service {
    Service::of(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/keeper")])
}

/// The payload of the next turn of a conversation.
fn payload(client: &Client, session: &str) -> String {
    let ask = json!({"session": session, "message": "And now?"});
    let assembled = client.post("agents/keeper/assemble", &ask).json(200);
    assembled["payload"].to_string()
}

#[test]
fn every_change_is_in_the_next_assembly() {
    let service = keeper();
    let client = service.client();
    let begun = client.post("sessions", &json!({"user": "ann"})).json(201);
    let id = begun["id"].as_str().unwrap();
    let (session, user) = (format!("sessions/{id}"), "users/ann");
    let says = |what: &str, is_there: bool| {
        // The second time nothing has to be read.
        for _ in 0..2 {
            let payload = payload(&client, id);
            assert_eq!(payload.contains(what), is_there, "{what}: {payload}");
        }
    };
    says("mood is calm, and the user is called nobody", true);
    says("Nothing yet.", true);
    client.patch(&session, &json!({"state": {"mood": "eager"}})).json(200);
    says("mood is eager, and the user is called nobody", true);
    client.patch(user, &json!({"state": {"called": "Ann"}})).json(200);
    says("mood is eager, and the user is called Ann", true);
    let kept = client.post("memories", &json!({"owner": "ann", "text": "Likes tea."})).json(201);
    says("Likes tea.", true);
    let memory = format!("memories/{}", kept["id"].as_str().unwrap());
    client.patch(&memory, &json!({"text": "Likes coffee."})).json(200);
    says("Likes tea.", false);
    says("Likes coffee.", true);
    client.delete(&memory);
    says("Likes coffee.", false);
    client.post(&format!("{session}/turns"), &json!({"message": "It rains."})).json(200);
    says("It rains.", true);
    client.delete(&session);
    let gone = client.post("agents/keeper/assemble", &json!({"session": id, "message": "Hi"}));
    assert_eq!(gone.json(404)["code"], "session.missing");
}

#[test]
fn what_another_process_changes_is_seen_within_a_second() {
    let service = keeper();
    let client = service.client();
    let begun = client.post("sessions", &json!({"user": "ann"})).json(201);
    let id = begun["id"].as_str().unwrap();
    assert!(payload(&client, id).contains("called nobody"));
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let file = service.database();
        let store: Box<dyn Store> = Box::new(Sqlite::open(&file, Options::default(), 1).unwrap());
        let state = [("called".to_owned(), Json::from("Bea"))].into_iter().collect();
        store
            .write(state, |tx, state| {
                Box::pin(user::set_state(tx, "default", "ann", state, None, 1))
            })
            .await
            .unwrap();
        store.close().await;
    });
    let written = Instant::now();
    while !payload(&client, id).contains("called Bea") {
        assert!(written.elapsed() < Duration::from_secs(1), "it is still not seen");
    }
}
