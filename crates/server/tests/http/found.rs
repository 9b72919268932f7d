//! Conversations found by what was said in them.

use serde_json::{Value as Json, json};

use crate::support::{Client, Service};

fn begin(client: &Client, user: &str, messages: &[&str]) -> String {
    let body = json!({"agent": "greeter", "user": user});
    let id = client.post("sessions", &body).json(201)["id"].as_str().unwrap().to_owned();
    for message in messages {
        let body = json!({"message": message, "wait": true});
        client.post(&format!("sessions/{id}/turns"), &body).json(200);
    }
    id
}

fn ids(list: &Json) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[test]
fn what_was_said_is_found_with_its_place_and_nobody_elses() {
    let service = Service::greeter();
    let client = service.client();
    let first = begin(&client, "u1", &["Hello there.", "My sister S\u{e1}rah likes <b>tea</b>."]);
    let second = begin(&client, "u2", &["My sister is called Sarah."]);
    let whole = client.get("sessions").json(200);
    assert!(whole["items"][0].get("found").is_none());

    let list = client.get("sessions?q=sarah").json(200);
    assert_eq!(ids(&list), [&*second, &*first]);
    assert_eq!(list["next"], Json::Null);
    let found = client.get("sessions?q=sarah%20tea").json(200);
    assert_eq!(ids(&found), [&*first]);
    let place = json!({"turn": 2, "by": "user", "excerpt": [
        {"text": "My sister ", "hit": false},
        {"text": "S\u{e1}rah", "hit": true},
        {"text": " likes <b>", "hit": false},
        {"text": "tea", "hit": true},
        {"text": "</b>.", "hit": false},
    ]});
    assert_eq!(found["items"][0]["found"], place);
    let of = |query: &str| {
        let list = client.get(&format!("sessions?{query}")).json(200);
        ids(&list).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(of("q=sarah&user=u1"), [&*first]);
    assert_eq!(of("q=sarah&agent=nobody"), Vec::<String>::new());
    assert_eq!(of("q=%22sister%20is%22"), [&*second]);
    assert_eq!(of("q=sarah%20-called"), [&*first]);
    assert_eq!(of("q=%20"), [&*second, &*first]);
    assert_eq!(of("q=%3F"), Vec::<String>::new());
    let page = client.get("sessions?q=sarah&limit=1").json(200);
    let next = page["next"].as_str().unwrap();
    assert_eq!(ids(&page), [&*second]);
    assert_eq!(of(&format!("q=sarah&limit=1&after={next}")), [&*first]);
    assert_eq!(client.get("sessions?q=sarah&after=zz").status, 422);

    // What the agent says is found too, and goes with the conversation.
    let answer = client.get(&format!("sessions/{first}/turns/1")).json(200);
    let said = answer["outcome"]["said"][0]["text"].as_str().unwrap().to_owned();
    let word = said.split(|c: char| !c.is_alphanumeric()).max_by_key(|word| word.len()).unwrap();
    let heard = client.get(&format!("sessions?q={word}&user=u1")).json(200);
    assert_eq!((ids(&heard), &heard["items"][0]["found"]["by"]), (vec![&*first], &json!("agent")));
    client.delete(&format!("sessions/{first}")).empty(204);
    assert_eq!(of("q=sarah"), [&*second]);
    client.delete("users/u2").json(200);
    assert_eq!(of("q=sarah"), Vec::<String>::new());

    begin(&client, "u3", &["a secret word"]);
    assert_eq!(of("q=secret").len(), 1);
    let made = client.post("workspaces", &json!({"id": "other", "name": "Other"})).json(201);
    let other = service.client_with(made["key"]["secret"].as_str());
    assert_eq!(other.get("sessions?q=secret").json(200), json!({"items": [], "next": null}));
}
