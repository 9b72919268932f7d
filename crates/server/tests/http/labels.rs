//! Labels of prompts: put, moved, logged, protected.

use serde_json::{Value as Json, json};

use crate::support::{Client, Service, settled};

fn versions(client: &Client) -> (String, String) {
    let body = json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet."});
    let second = client.post("prompts", &body).json(201)["id"].as_str().unwrap().to_owned();
    let all = client.get("prompts?prompt_type=greeting&phase=warm").json(200);
    (all["items"][0]["id"].as_str().unwrap().to_owned(), second)
}

#[test]
fn a_label_moves_and_the_log_says_where_it_was() {
    let service = Service::greeter();
    let client = service.client();
    let (first, second) = versions(&client);
    let put = |id: &str, expected: u32| {
        let body = json!({"note": "to try", "expected_version": expected});
        client.put(&format!("prompts/{id}/labels/staging"), &body)
    };
    assert_eq!(put(&first, 0).json(200)["labels"], json!(["staging"]));
    assert_eq!(put(&second, 0).json(409)["current"], 1);
    assert_eq!(put(&second, 1).json(200)["labels"], json!(["production", "latest", "staging"]));
    // It is another version's by now.
    let gone = client.delete(&format!("prompts/{first}/labels/staging")).json(404);
    assert_eq!(gone["code"], "label.missing");
    let bare = client.delete(&format!("prompts/{second}/labels/staging")).json(200);
    assert_eq!(bare["labels"], json!(["production", "latest"]));
    let log = settled(client.get("prompts/log?agent=greeter&name=greeting/warm&limit=3").json(200));
    let moved = |epoch: u32, how: &str, from: Json, to: Json, note: &str| {
        json!({"epoch": epoch, "agent": "greeter", "name": "greeting/warm", "label": "staging", "how": how,
            "from": from, "to": to, "at": "<at>", "actor": "first", "note": note})
    };
    let last = log["items"][0]["epoch"].as_u64().unwrap() as u32;
    assert_eq!(
        log["items"],
        json!([
            moved(last, "unlabel", json!(2), Json::Null, ""),
            moved(last - 1, "label", json!(1), json!(2), "to try"),
            moved(last - 2, "label", Json::Null, json!(1), "to try"),
        ])
    );
    assert!(log["next"].is_string());
    let wrong =
        client.put(&format!("prompts/{second}/labels/Not%20a%20label"), &json!({})).json(422);
    assert_eq!(wrong["errors"][0]["code"], "label.name");
    client.put(&format!("prompts/{second}/labels/production"), &json!({})).json(422);
    client.get("prompts/log?agent=greeter&name=greeting/cold").json(404);
}
