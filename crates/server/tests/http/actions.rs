//! Actions that the service performs: in the same turn, once, and whatever happens in between.

use std::path::Path;
use std::thread;
use std::time::Duration;

use serde_json::{Value as Json, json};

use crate::model::Model;
use crate::receiver::Receiver;
use crate::support::{Client, Reply, Service};

/// A service that asks a model and performs `look_up`.
fn clerk(model: &Model, receiver: &Receiver) -> Service {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/clerk");
    let variables = [
        ("OPENAI_API_KEY", "sk-test"),
        ("OPENAI_BASE_URL", model.address.as_str()),
        ("CRM_SECRET", "whsec_c2VjcmV0IG9mIHRoZSBDUk0="),
    ];
    let bound = json!({"url": receiver.url("/crm"), "secret": "CRM_SECRET", "timeout": 60_000, "private": true});
    let actions = ("PROEM_ACTIONS", &json!({"clerk/look_up": bound}));
    Service::with_file(&[&folder], &variables, actions)
}

fn session(client: &Client, body: &Json) -> String {
    client.post("sessions", body).json(201)["id"].as_str().unwrap().to_owned()
}

/// Asks for a turn, under a key or none, and does not wait for it.
fn asks(client: &Client, id: &str, key: &str, message: &str) -> thread::JoinHandle<Reply> {
    let (client, path) = (client.clone(), format!("sessions/{id}/turns"));
    let (key, body) = (key.to_owned(), json!({"message": message, "wait": true}));
    thread::spawn(move || {
        let headers = [("idempotency-key", key.as_str())];
        let headers: &[(&str, &str)] = if key.is_empty() { &[] } else { &headers };
        client.send("POST", &path, headers, Some(&body))
    })
}

fn says(text: &str) -> String {
    json!({"message": text, "look_up": null}).to_string()
}

fn looks(question: &str) -> String {
    json!({"message": "", "look_up": {"question": question}}).to_string()
}

fn turns(client: &Client, id: &str) -> Json {
    client.get(&format!("sessions/{id}")).json(200)["turns"].clone()
}

#[test]
fn an_action_that_is_bound_is_performed_within_the_turn() {
    let (model, receiver) = (Model::new(), Receiver::new());
    let service = clerk(&model, &receiver);
    let client = service.client();
    receiver.answer(&[(200, "\"In Ghent.\"")]);
    let id = session(&client, &json!({"user": "ann"}));
    let asked = asks(&client, &id, "", "Where is it?");
    model.question().answer(&looks("where"));
    let message = receiver.message();
    assert!(message.is_signed_with("whsec_c2VjcmV0IG9mIHRoZSBDUk0="));
    assert_eq!(
        (message.path.as_str(), message.header("webhook-id")),
        ("/crm", format!("{id}.1.1").as_str())
    );
    let body = message.json();
    let data = json!({
        "agent": "clerk", "session": id, "turn": 1, "name": "look_up", "params": {"question": "where"},
        "user": "ann",
    });
    assert_eq!(
        (&body["type"], &body["workspace"], &body["data"]),
        (&json!("action.perform"), &json!("default"), &data)
    );
    let question = model.question();
    assert!(question.payload.contains("In Ghent."), "{}", question.payload);
    question.answer(&says("It is in Ghent."));
    let done = asked.join().unwrap().json(200);
    assert_eq!((&done["n"], &done["status"]), (&json!(1), &json!("done")));
    assert_eq!(done["outcome"]["said"][0]["text"], "It is in Ghent.");
    assert_eq!(done["outcome"]["actions"][0]["result"], "In Ghent.");
    assert!(done.get("required_actions").is_none());
    // It is stored as a turn like any other.
    let looked = client.get(&format!("sessions/{id}/turns/1?include=payload")).json(200);
    assert_eq!((&looked["status"], looked["calls"].as_array().unwrap().len()), (&json!("done"), 2));
    assert_eq!(turns(&client, &id), 1);
    let metrics = client.get("/metrics").body;
    let count = "proem_actions_performed_total{workspace=\"default\",agent=\"clerk\",action=\"look_up\",status=\"done\"} 1";
    assert!(metrics.contains(count), "{metrics}");

    // Two in one turn, one after the other, and nobody is told whose they are.
    let id = session(&client, &json!({"user": "secretive", "incognito": true}));
    let asked = asks(&client, &id, "", "Where are they?");
    model.question().answer(&looks("one"));
    let one = receiver.message();
    model.question().answer(&looks("other"));
    let other = receiver.message();
    assert!(!one.body.contains("secretive"), "{}", one.body);
    assert_eq!(one.header("webhook-id"), format!("{id}.1.1"));
    assert_eq!(other.header("webhook-id"), format!("{id}.1.2"));
    model.question().answer(&says("Both are in Ghent."));
    let done = asked.join().unwrap().json(200);
    assert_eq!(done["outcome"]["said"][0]["text"], "Both are in Ghent.");
    let asked = asks(&client, &id, "", "Thanks");
    let question = model.question();
    assert!(question.payload.contains("Both are in Ghent."), "{}", question.payload);
    question.answer(&says("Welcome."));
    assert_eq!(asked.join().unwrap().json(200)["n"], 2);
}

#[test]
fn what_fails_is_a_failed_result() {
    let (model, receiver) = (Model::new(), Receiver::new());
    let service = clerk(&model, &receiver);
    let client = service.client();
    let why = |answers: &[(u16, &str)], sent: usize| {
        receiver.answer(answers);
        let id = session(&client, &json!({}));
        let asked = asks(&client, &id, "", "Where?");
        model.question().answer(&looks("where"));
        let ids: Vec<_> =
            (0..sent).map(|_| receiver.message().header("webhook-id").to_owned()).collect();
        assert!(ids.iter().all(|known| *known == ids[0]), "{ids:?}");
        let question = model.question();
        assert!(question.payload.contains("there is no result"), "{}", question.payload);
        question.answer(&says("I cannot find it."));
        receiver.silence(Duration::ZERO);
        let done = asked.join().unwrap().json(200);
        assert_eq!(done["outcome"]["actions"][0]["code"], "action.result");
        done["outcome"]["actions"][0]["reason"].as_str().unwrap().to_owned()
    };
    // Another try may help, a mistake is a mistake, and a result is held against what was declared.
    assert_eq!(why(&[(503, "")], 3), "the receiver answered with status 503");
    assert_eq!(why(&[(404, "")], 1), "the receiver answered with status 404");
    assert_eq!(why(&[(302, "http://127.0.0.1:1/")], 1), "the receiver answered with status 302");
    assert_eq!(why(&[(200, "Ghent")], 1), "the receiver's answer is no JSON");
    assert!(why(&[(200, "7")], 1).contains("is not of type"));
    let large = format!("\"{}\"", "x".repeat(300 << 10));
    assert_eq!(why(&[(200, &large)], 1), "the receiver's answer has more than 262144 bytes");
}

/// A turn whose service is killed while its action is performed.
fn broken_off(model: &Model, receiver: &Receiver, key: &str) -> (Service, String) {
    let service = clerk(model, receiver);
    receiver.answer(&[(1, "")]);
    let id = session(&service.client(), &json!({}));
    let asked = asks(&service.client(), &id, key, "Where is it?");
    model.question().answer(&looks("where"));
    assert_eq!(receiver.message().header("webhook-id"), format!("{id}.1.1"));
    let service = service.restart();
    assert!(asked.join().is_err(), "whoever asked has lost the line");
    receiver.answer(&[(200, "\"In Ghent.\"")]);
    (service, id)
}

#[test]
fn an_action_that_broke_off_is_asked_for_under_the_same_id() {
    let (model, receiver) = (Model::new(), Receiver::new());
    let (service, id) = broken_off(&model, &receiver, "the key");
    let client = service.client();
    let again = asks(&client, &id, "the key", "Where is it?");
    // The model is not asked again for what it has said.
    let message = receiver.message();
    assert_eq!(message.header("webhook-id"), format!("{id}.1.1"));
    assert_eq!(message.json()["data"]["params"], json!({"question": "where"}));
    let question = model.question();
    assert!(question.payload.contains("In Ghent."), "{}", question.payload);
    question.answer(&says("It is in Ghent."));
    let first = again.join().unwrap();
    assert_eq!((&first.json(200)["n"], &first.json(200)["status"]), (&json!(1), &json!("done")));
    assert_eq!(asks(&client, &id, "the key", "Where is it?").join().unwrap().body, first.body);
    assert_eq!(turns(&client, &id), 1);
    receiver.silence(Duration::ZERO);
}

#[test]
fn what_broke_off_is_ended_before_anything_else_is_said() {
    let (model, receiver) = (Model::new(), Receiver::new());
    let (service, id) = broken_off(&model, &receiver, "the key");
    let client = service.client();
    let other = asks(&client, &id, "another key", "And how far is it?");
    assert_eq!(receiver.message().header("webhook-id"), format!("{id}.1.1"));
    let question = model.question();
    assert!(!question.payload.contains("how far"), "{}", question.payload);
    question.answer(&says("It is in Ghent."));
    let question = model.question();
    assert!(question.payload.contains("how far") && question.payload.contains("It is in Ghent."));
    question.answer(&says("An hour."));
    let done = other.join().unwrap().json(200);
    assert_eq!((&done["n"], &done["outcome"]["said"][0]["text"]), (&json!(2), &json!("An hour.")));
    // Whoever lost the line gets the answer to what they asked.
    let late = asks(&client, &id, "the key", "Where is it?").join().unwrap().json(200);
    assert_eq!(
        (&late["n"], &late["outcome"]["said"][0]["text"]),
        (&json!(1), &json!("It is in Ghent."))
    );
    assert_eq!(turns(&client, &id), 2);
}

#[test]
fn a_turn_that_is_cancelled_at_an_action_goes_on_with_the_next_request() {
    let (model, receiver) = (Model::new(), Receiver::new());
    let service = clerk(&model, &receiver);
    let client = service.client();
    receiver.answer(&[(1, ""), (200, "\"In Ghent.\"")]);
    let id = session(&client, &json!({}));
    let asked = asks(&client, &id, "the key", "Where is it?");
    model.question().answer(&looks("where"));
    receiver.message();
    client.delete(&format!("sessions/{id}/turns/current")).empty(204);
    let refused = asked.join().unwrap().json(409);
    assert_eq!(refused["code"], "turn.cancelled");
    assert!(refused["detail"].as_str().unwrap().contains("goes on with the next request"));
    let next = asks(&client, &id, "", "Thanks");
    assert_eq!(receiver.message().header("webhook-id"), format!("{id}.1.1"));
    model.question().answer(&says("It is in Ghent."));
    model.question().answer(&says("Welcome."));
    assert_eq!(next.join().unwrap().json(200)["n"], 2);
    // Its key is not free again: what it began has come to its end.
    let late = asks(&client, &id, "the key", "Where is it?").join().unwrap().json(200);
    assert_eq!(
        (&late["n"], &late["outcome"]["said"][0]["text"]),
        (&json!(1), &json!("It is in Ghent."))
    );
    assert_eq!(turns(&client, &id), 2);
}

#[test]
fn of_several_actions_the_caller_performs_only_its_own() {
    let (model, receiver) = (Model::new(), Receiver::new());
    let service = clerk(&model, &receiver);
    let client = service.client();
    let exported = client.get("agents/clerk/export").json(200);
    let mut files = exported["files"].clone();
    let agent = files["agent.yaml"].as_str().unwrap().replace(
        "  note:\n",
        "  ask_boss:\n    description: Asks.\n    params: {what: {type: string}}\n    returns: {type: string}\n  note:\n",
    );
    files["agent.yaml"] = json!(agent);
    let manner = files["prompts/desk/manner.md"]
        .as_str()
        .unwrap()
        .replace("[look_up]", "[ask_boss, look_up]");
    assert!(manner.contains("ask_boss"), "{manner}");
    files["prompts/desk/manner.md"] = json!(manner);
    client.put("agents/clerk", &json!({"files": files})).json(200);
    receiver.answer(&[(200, "\"In Ghent.\"")]);
    let id = session(&client, &json!({}));
    let asked = asks(&client, &id, "", "Where is it, and may I?");
    let both =
        json!({"message": "", "ask_boss": {"what": "may they"}, "look_up": {"question": "where"}});
    model.question().answer(&both.to_string());
    // Its number is its place among all that the turn asks for.
    assert_eq!(receiver.message().header("webhook-id"), format!("{id}.1.2"));
    let waits = asked.join().unwrap().json(200);
    assert_eq!(waits["status"], "requires_action");
    assert_eq!(
        waits["required_actions"],
        json!([{"name": "ask_boss", "params": {"what": "may they"}}])
    );
    let (other, path) = (client.clone(), format!("sessions/{id}/turns/1/results"));
    let resumed =
        thread::spawn(move || other.post(&path, &json!({"results": [{"result": "They may."}]})));
    let question = model.question();
    assert!(
        question.payload.contains("In Ghent.") && question.payload.contains("They may."),
        "{}",
        question.payload
    );
    question.answer(
        &json!({"message": "Yes, in Ghent.", "ask_boss": null, "look_up": null}).to_string(),
    );
    let done = resumed.join().unwrap().json(200);
    assert_eq!(
        (&done["n"], &done["outcome"]["said"][0]["text"]),
        (&json!(1), &json!("Yes, in Ghent."))
    );
    receiver.silence(Duration::ZERO);
}
