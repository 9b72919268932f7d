//! Webhooks and the jobs that deliver to them: what is told, when it is told again, and when it is given up.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::receiver::Receiver;
use crate::support::{Client, Service, settled};

fn folder(inner: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inner)
}

/// A service with an agent, whose webhooks may point to a receiver.
fn telling(receiver: &Receiver, agent: &str) -> Service {
    Service::set(&[&folder(agent)], &[("PROEM_WEBHOOKS", &receiver.host())])
}

const GREETER: &str = "tests/http/greeter";
const SUPPORT: &str = "../../examples/support";

/// Makes a webhook; its id and its secret.
fn hook(client: &Client, url: &str, events: &[&str]) -> (String, String) {
    let made = client.post("webhooks", &json!({"url": url, "events": events})).json(201);
    let text = |name: &str| made[name].as_str().unwrap().to_owned();
    (text("id"), text("secret"))
}

fn said(client: &Client, session: &Json, message: &str) -> String {
    let id = client.post("sessions", session).json(201)["id"].as_str().unwrap().to_owned();
    client.post(&format!("sessions/{id}/turns"), &json!({"message": message})).json(200);
    id
}

#[track_caller]
fn eventually<T>(what: impl Fn() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(found) = what() {
            return found;
        }
        assert!(Instant::now() < deadline, "it did not come");
        sleep(Duration::from_millis(30));
    }
}

fn dead(client: &Client, count: usize) -> Vec<Json> {
    eventually(|| {
        let items = client.get("jobs?status=dead").json(200)["items"].as_array().unwrap().clone();
        (items.len() == count).then_some(items)
    })
}

#[test]
fn a_secret_is_told_once_and_a_webhook_can_be_switched_off_and_removed() {
    let receiver = Receiver::new();
    let service = telling(&receiver, GREETER);
    let client = service.client();
    let asks = json!({"url": receiver.url("/hook"), "events": ["turn.done", "crisis"]});
    let made = client.post("webhooks", &asks).json(201);
    let secret = made["secret"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("whsec_") && secret.len() == 50, "{secret}");
    let expected = json!({
        "id": "<id>", "url": asks["url"], "events": ["turn.done", "crisis"], "is_active": true,
        "created_at": "<created_at>", "updated_at": "<updated_at>", "secret": "<secret>",
    });
    assert_eq!(settled(made.clone()), expected);
    let path = format!("webhooks/{}", made["id"].as_str().unwrap());
    let shown = client.get(&path).json(200);
    assert!(shown.get("secret").is_none());
    assert_eq!(client.get("webhooks").json(200)["items"], json!([shown]));
    assert!(!client.get("webhooks").body.contains(&secret));
    let off = client.patch(&path, &json!({"is_active": false, "note": "a rest"})).json(200);
    assert_eq!(off["is_active"], false);
    said(&client, &json!({}), "Hello");
    receiver.silence(Duration::from_millis(1_500));
    client.patch(&path, &json!({"is_active": true})).json(200);
    said(&client, &json!({}), "Hello again");
    assert_eq!(receiver.message().json()["type"], "turn.done");
    client.delete(&path).empty(204);
    assert_eq!(client.get(&path).json(404)["code"], "webhook.missing");
    let audit = client.get("audit").json(200).to_string();
    assert!(audit.contains("a rest") && !audit.contains(&secret));
}

#[test]
fn only_hosts_that_the_operator_allows_are_told() {
    let receiver = Receiver::new();
    let service = Service::set(
        &[],
        &[("PROEM_WEBHOOKS", &format!("{},hooks.example.com,localhost:9", receiver.host()))],
    );
    let client = service.client();
    let refused = |url: &str| {
        let reply = client.post("webhooks", &json!({"url": url, "events": ["*"]})).json(422);
        reply["errors"][0]["code"].as_str().unwrap().to_owned()
    };
    for url in ["https://evil.example.net/", "http://127.0.0.1:1/", "http://[::1]/"] {
        assert_eq!(refused(url), "webhook.host", "{url}");
    }
    for url in ["ftp://hooks.example.com/", "no address", "", "https://me@hooks.example.com/"] {
        assert_eq!(refused(url), "webhook.url", "{url}");
    }
    let all = client.post("webhooks", &json!({"url": "x", "events": ["turn.done", "sunrise"]}));
    let codes: Vec<_> = all.json(422)["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| format!("{} {}", error["pointer"], error["code"]))
        .collect();
    assert_eq!(codes, [r#""/url" "webhook.url""#, r#""/events/1" "event.unknown""#]);
    let none = client.post("webhooks", &json!({"url": receiver.url("/"), "events": []}));
    assert_eq!(none.json(422)["errors"][0]["code"], "webhook.events");
    // A name that is allowed and leads home is looked at when it is asked.
    hook(&client, "http://localhost:9/", &["prompt.activated"]);
    let greeter = json!({"files": files()});
    client.put("agents/greeter", &greeter).json(200);
    let jobs = dead(&client, 4);
    assert_eq!(jobs[0]["error"], "the host's address is private");
    // Without a setting nobody is told anything.
    let closed = Service::of(&[]);
    let asks = json!({"url": receiver.url("/"), "events": ["*"]});
    assert_eq!(
        closed.client().post("webhooks", &asks).json(422)["errors"][0]["code"],
        "webhook.host"
    );
}

#[test]
fn a_host_that_cannot_be_read_keeps_the_service_from_starting() {
    let folder = tempfile::TempDir::new().unwrap();
    let db = folder.path().join("proem.db");
    let settings = folder.path().join("proem.toml");
    std::fs::write(&settings, "fetch = [\"docs.example.com/all\"]\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--config"]).arg(&settings);
    command.arg("--db").arg(&db).env("PROEM_WEBHOOKS", "hooks.example.com, https://b.example");
    let ended = command.output().unwrap();
    let like = "docs.example.com, *.example.com or private:wiki.local:8080";
    let expected = format!(
        "proem: {}: `fetch` must be a list of hosts like {like}: `docs.example.com/all` is no host\n\
         proem: PROEM_WEBHOOKS: it must be a list of hosts like {like}: `https://b.example` is no host\n",
        settings.display()
    );
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), expected);
    assert_eq!((ended.status.code(), ended.stdout.as_slice()), (Some(2), &b""[..]));
    assert!(!db.exists());
}

#[test]
fn a_webhook_that_other_settings_allowed_is_named_when_the_service_starts() {
    let receiver = Receiver::new();
    let service = telling(&receiver, GREETER);
    let client = service.client();
    let (id, _) = hook(&client, &receiver.url("/a"), &["turn.done"]);
    let (off, _) = hook(&client, &receiver.url("/b"), &["turn.done"]);
    client.patch(&format!("webhooks/{off}"), &json!({"is_active": false})).json(200);
    let folder = tempfile::TempDir::new().unwrap();
    let complaints = folder.path().join("complaints");
    let started = |service: Service, hosts: &str| {
        let service = service.restart_with(&[("PROEM_WEBHOOKS", hosts)], &complaints);
        (service, std::fs::read_to_string(&complaints).unwrap())
    };
    let (service, told) = started(service, "hooks.example.com");
    let why = "the operator has not allowed the host 127.0.0.1";
    let expected =
        format!("proem: the webhook {id} of the workspace default is told nothing: {why}\n");
    assert_eq!(told, expected);
    let (service, told) = started(service, "");
    assert_eq!(told, expected);
    let (_service, told) = started(service, &receiver.host());
    assert_eq!(told, "");
}

/// The files of the smallest agent, as `PUT /agents/{agent}` takes them.
fn files() -> Json {
    let service = Service::greeter();
    service.client().get("agents/greeter/export").json(200)["files"].clone()
}

#[test]
fn a_crisis_is_told_signed_and_without_what_was_said() {
    let receiver = Receiver::new();
    let service = telling(&receiver, SUPPORT);
    let client = service.client();
    let (_, secret) = hook(&client, &receiver.url("/crisis"), &["crisis"]);
    let told = "I want to kill myself";
    let session = said(&client, &json!({"user": "ann"}), told);
    let message = receiver.message();
    assert!(message.is_signed_with(&secret), "{message:?}");
    assert!(!message.is_signed_with("whsec_AAAA"));
    assert_eq!(
        (message.path.as_str(), message.header("content-type")),
        ("/crisis", "application/json")
    );
    assert!(!message.body.contains("kill") && !message.body.contains(&secret), "{}", message.body);
    let body = message.json();
    assert_eq!(body["id"], message.header("webhook-id"));
    assert_eq!((&body["type"], &body["workspace"]), (&json!("crisis"), &json!("default")));
    let data = &body["data"];
    assert_eq!(data["session"], session.as_str());
    assert_eq!(
        (&data["agent"], &data["user"], &data["turn"]),
        (&json!("support"), &json!("ann"), &json!(1))
    );
    assert_eq!((&data["call"], &data["unit"]), (&json!("crisis"), &json!("ann")));
    assert_eq!(data["state"]["crisis"]["level"], 3);

    // Of an incognito conversation nothing leads to anybody.
    let session = said(&client, &json!({"user": "secretive", "incognito": true}), told);
    let message = receiver.message();
    let jobs = client.get("jobs").body;
    for identity in ["secretive", session.as_str()] {
        assert!(!message.body.contains(identity), "{}", message.body);
        assert!(!jobs.contains(identity), "{jobs}");
    }
    let data = &message.json()["data"];
    assert_eq!((&data["incognito"], &data["agent"]), (&json!(true), &json!("support")));
    assert_eq!(data["state"]["crisis"]["level"], 3);
}

/// The smallest agent with a call that stands in for its reply, and without a state key that says that a conversation
/// is incognito: only the conversation itself knows.
fn alarmed() -> Json {
    let mut files = files();
    let agent = files["agent.yaml"].as_str().unwrap();
    let agent = agent.replace("state:\n", "state:\n  alarm: {type: boolean, default: false}\n")
        + "\ngate:\n  - phrases: [end my life]\n    set: {alarm: true}\n\ncalls:\n  crisis:\n    run: instead\n    \
           when: alarm\n    isolated: true\n    layers:\n      - id: words\n        channel: user\n    \
           answer: {kind: text}\n";
    files["agent.yaml"] = json!(agent);
    files
}

#[test]
fn of_an_incognito_crisis_nobody_is_told_whose_it_is() {
    let receiver = Receiver::new();
    let service = telling(&receiver, GREETER);
    let client = service.client();
    client.put("agents/greeter", &json!({"files": alarmed()})).json(200);
    hook(&client, &receiver.url("/"), &["crisis"]);
    said(&client, &json!({"user": "ann"}), "I want to end my life");
    assert_eq!(receiver.message().json()["data"]["unit"], "ann");
    let incognito = json!({"user": "secretive", "incognito": true});
    let session = said(&client, &incognito, "I want to end my life");
    let data = receiver.message().json()["data"].clone();
    let expected =
        json!({"call": "crisis", "state": {"alarm": true}, "agent": "greeter", "incognito": true});
    assert_eq!(data, expected, "{session}");
}

#[test]
fn a_turn_and_an_activation_are_told_once() {
    let receiver = Receiver::new();
    let service = telling(&receiver, GREETER);
    let client = service.client();
    hook(&client, &receiver.url("/all"), &["*"]);
    let session = said(&client, &json!({"user": "ann"}), "Hello");
    let done = receiver.message().json();
    let data = json!({
        "agent": "greeter", "session": session, "user": "ann", "status": "done", "call": "reply",
        "failure": null, "turn": 1,
    });
    assert_eq!((&done["type"], &done["data"]), (&json!("turn.done"), &data));
    let new = json!({"prompt_type": "greeting", "phase": "warm", "body": "Greet.", "note": "why"});
    client.post("prompts", &new).json(201);
    let activated = receiver.message().json();
    let data = json!({
        "agent": "greeter", "prompt": "greeting/warm", "version": 2, "from": 1, "by": "first", "note": "why",
    });
    assert_eq!((&activated["type"], &activated["data"]), (&json!("prompt.activated"), &data));
    receiver.silence(Duration::from_secs(2));
    // What is refused is told to nobody.
    let broken = json!({"prompt_type": "greeting", "phase": "warm", "body": "{{ nobody }}"});
    assert_eq!(client.post("prompts", &broken).status, 422);
    receiver.silence(Duration::from_millis(1_500));
    let metrics = client.get("/metrics").body;
    let done = "proem_jobs_total{workspace=\"default\",kind=\"webhook\",status=\"done\"} 2";
    assert!(metrics.contains(done), "{metrics}");
    let dead = "proem_jobs_queued{workspace=\"default\",kind=\"webhook\",status=\"dead\"} 0";
    assert!(metrics.contains(dead), "{metrics}");
}

#[test]
fn an_activation_is_told_at_once() {
    let receiver = Receiver::new();
    let service = telling(&receiver, GREETER);
    let client = service.client();
    hook(&client, &receiver.url("/all"), &["prompt.activated"]);
    let began = Instant::now();
    for n in 0..8 {
        let new =
            json!({"prompt_type": "greeting", "phase": "warm", "body": format!("Greet {n}.")});
        client.post("prompts", &new).json(201);
        assert_eq!(receiver.message().json()["data"]["version"], n + 2);
    }
    // Who is not woken looks into the queue once in a second.
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

#[test]
fn memory_is_told_by_its_ids() {
    let receiver = Receiver::new();
    let service = telling(&receiver, SUPPORT);
    let client = service.client();
    hook(&client, &receiver.url("/"), &["memory"]);
    client.post("memories", &json!({"owner": "ann", "text": "Has a sister."})).json(201);
    said(&client, &json!({"user": "ann"}), "/forget");
    let told = receiver.message().json();
    assert_eq!((&told["data"]["forgot"], &told["data"]["kept"]), (&json!(true), &json!([])));
    assert_eq!(told["data"]["user"], "ann");
}

#[test]
fn what_does_not_arrive_is_sent_again_under_the_same_id() {
    let receiver = Receiver::new();
    let elsewhere = Receiver::new();
    let service = telling(&receiver, GREETER);
    let client = service.client();
    let (_, secret) = hook(&client, &receiver.url("/hook"), &["turn.done"]);
    // Gone, an error, and a way to somewhere that nobody has allowed.
    receiver.answer(&[(0, ""), (503, ""), (302, &elsewhere.url("/")), (204, "")]);
    said(&client, &json!({}), "Hello");
    let messages: Vec<_> = (0..4).map(|_| receiver.message()).collect();
    let ids: BTreeSet<_> = messages.iter().map(|message| message.header("webhook-id")).collect();
    assert_eq!(ids.len(), 1, "{ids:?}");
    assert!(messages.iter().all(|message| message.is_signed_with(&secret)));
    assert!(messages.iter().all(|message| message.body == messages[0].body));
    receiver.silence(Duration::from_secs(2));
    elsewhere.silence(Duration::ZERO);
    assert_eq!(client.get("jobs").json(200)["items"], json!([]));
}

#[test]
fn a_receiver_that_takes_its_time_holds_up_itself_alone() {
    let (slow, quick) = (Receiver::new(), Receiver::new());
    let hosts = format!("{},{}", slow.host(), quick.host());
    let service = Service::set(&[&folder(GREETER)], &[("PROEM_WEBHOOKS", &hosts)]);
    let client = service.client();
    // It says nothing for five seconds.
    slow.answer(&[(1, "")]);
    hook(&client, &slow.url("/"), &["turn.done"]);
    for _ in 0..20 {
        said(&client, &json!({}), "Hello");
    }
    let mut under_way = 0;
    while slow.took() {
        under_way += 1;
    }
    assert!((1..=8).contains(&under_way), "{under_way} at a time");
    hook(&client, &quick.url("/"), &["turn.done"]);
    let began = Instant::now();
    let session = said(&client, &json!({}), "Hello");
    assert_eq!(quick.message().json()["data"]["session"], session.as_str());
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[test]
fn what_is_given_up_is_told_shown_revived_and_removed() {
    let (receiver, watcher) = (Receiver::new(), Receiver::new());
    let hosts = format!("{},{}", receiver.host(), watcher.host());
    let service = Service::set(&[&folder(GREETER)], &[("PROEM_WEBHOOKS", &hosts)]);
    let client = service.client();
    hook(&client, &receiver.url("/gone"), &["turn.done", "job.dead"]);
    hook(&client, &watcher.url("/dead"), &["job.dead"]);
    receiver.answer(&[(410, "")]);
    said(&client, &json!({}), "Hello");
    let told = watcher.message().json();
    assert_eq!(told["type"], "job.dead");
    let why = "the receiver answered with status 410";
    assert_eq!((&told["data"]["error"], &told["data"]["attempts"]), (&json!(why), &json!(1)));
    // That the news of a dead job died is news to nobody.
    let jobs = dead(&client, 2);
    watcher.silence(Duration::from_secs(2));
    let job = jobs.iter().find(|job| job["payload"]["event"]["kind"] == "turn.done").unwrap();
    assert_eq!(told["data"]["job"], job["id"]);
    assert_eq!(
        (&job["kind"], &job["status"], &job["error"]),
        (&json!("webhook"), &json!("dead"), &json!(why))
    );
    let path = format!("jobs/{}", job["id"].as_str().unwrap());
    assert_eq!(&client.get(&path).json(200), job);
    receiver.answer(&[(200, "")]);
    let ids = |job: &Json| job["payload"]["event"]["id"].clone();
    let revived = client.post(&format!("{path}/revive"), &json!({"note": "it is back"})).json(200);
    assert_eq!((&revived["status"], ids(&revived)), (&json!("waiting"), ids(job)));
    let again = loop {
        let message = receiver.message();
        if message.json()["type"] == "turn.done" && message.header("webhook-id") == ids(job) {
            break message;
        }
    };
    assert_eq!(json!(again.header("webhook-id")), ids(job));
    eventually(|| (client.get(&path).status == 404).then_some(()));
    let rest = format!("jobs/{}", dead(&client, 1)[0]["id"].as_str().unwrap());
    assert_eq!(
        client.post(&format!("{rest}x/revive"), &json!({})).json(404)["code"],
        "job.missing"
    );
    client.delete(&rest).empty(204);
    assert_eq!(client.delete(&rest).json(404)["code"], "job.missing");
    assert_eq!(client.get("jobs?status=dying").json(422)["errors"][0]["code"], "job.status");
}

#[test]
fn what_was_acknowledged_is_told_also_after_a_crash() {
    let receiver = Receiver::new();
    let service = telling(&receiver, GREETER);
    let client = service.client();
    hook(&client, &receiver.url("/hook"), &["turn.done"]);
    receiver.answer(&[(503, "")]);
    let sessions: BTreeSet<_> = (0..5).map(|_| said(&client, &json!({}), "Hello")).collect();
    receiver.message();
    let service = service.restart();
    receiver.answer(&[(200, "")]);
    let mut told = BTreeSet::new();
    while told.len() < sessions.len() {
        told.insert(receiver.of_kind("turn.done")["data"]["session"].as_str().unwrap().to_owned());
    }
    assert_eq!(told, sessions);
    let client = service.client();
    eventually(|| (client.get("jobs").json(200)["items"] == json!([])).then_some(()));
}
