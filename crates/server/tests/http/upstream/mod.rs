//! Providers that fail: every row of the corpus comes to one outcome, in time, stored once.

mod fake;
mod rows;

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use fake::Fake;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use serde_json::{Map, Value as Json, json};

use crate::support::{Client, Service};
use crate::turns::events;

/// How long an answer may take as a whole, in milliseconds.
const WHOLE: u64 = 4_000;

/// How long its first piece may take.
const FIRST: u64 = 600;

/// How much later than that the turn may be over.
const LATE: Duration = Duration::from_millis(250);

const SAID: &str = "I could not answer just now. Please write again in a minute.";

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/upstream").join(path)
}

fn models() -> Json {
    json!({
        "limits": {"connect": 400, "first": FIRST, "silence": 60_000, "whole": WHOLE, "bytes": 1 << 20},
        "retries": {"attempts": 2, "pause": 10, "longest": 3_000},
        "breaker": {"failures": 1_000},
    })
}

/// A service whose models are all asked at one address.
fn service(address: &str, models: &Json) -> Service {
    let sales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/sales");
    let variables = [("OPENAI_BASE_URL", address), ("ANTHROPIC_BASE_URL", address)];
    Service::asking(&[&here("faults"), &here("tools"), &sales], &variables, models)
}

/// A new conversation.
fn session(client: &Client, agent: &str) -> String {
    let made = client.post("sessions", &json!({ "agent": agent })).json(201);
    made["id"].as_str().unwrap().to_owned()
}

/// The rows of the corpus: id, fault, detail.
fn corpus() -> Vec<(String, String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/upstream_faults.jsonl");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().map(|line| {
        let row: Json = serde_json::from_str(line).unwrap();
        let text = |key: &str| row[key].as_str().unwrap().to_owned();
        (text("id"), text("fault"), text("detail"))
    });
    rows.collect()
}

/// What a turn came to, apart from what differs from run to run and from the state.
fn told(turn: &Json) -> String {
    let mut out = String::new();
    for call in turn["calls"].as_array().unwrap() {
        let word = |key: &str| call[key].as_str().unwrap();
        out.push_str(&format!("call {} {}", word("provider"), word("model")));
        if let Some(refused) = call["refused"].as_str() {
            out.push_str(&format!(": {refused}"));
        }
        out.push('\n');
    }
    let left_out = ["call", "state", "next", "history", "history_from", "memories"];
    let outcome = turn["outcome"].as_object().unwrap().iter();
    let outcome = outcome.filter(|(key, value)| {
        !left_out.contains(&key.as_str()) && value.as_array().is_none_or(|list| !list.is_empty())
    });
    let outcome: Map<String, Json> =
        outcome.map(|(key, value)| (key.clone(), value.clone())).collect();
    format!("{out}{}\n", serde_json::to_string_pretty(&outcome).unwrap())
}

/// Every row of the corpus that a plain address can play, through a whole turn. The outcomes are committed;
/// `PROEM_BLESS=1` writes them anew.
#[test]
fn every_fault_comes_to_one_outcome() {
    let fake = Fake::new();
    let service = service(&fake.address, &models());
    let client = service.client();
    let (mut written, mut played) = (String::new(), 0);
    for (id, fault, detail) in corpus() {
        let Some(play) = rows::play(&fault) else { continue };
        played += 1;
        fake.follow(play.scripts);
        let session = session(&client, play.agent);
        let turns = format!("sessions/{session}/turns");
        let mut said = json!({"message": "Hello?"});
        if let Some(model) = play.model {
            said["model"] = json!(model);
        }
        let mut turn = Json::Null;
        for _ in 0..play.turns {
            let began = Instant::now();
            turn = client.post(&turns, &said).json(200);
            let took = began.elapsed();
            let limit =
                if ["timeout_body", "slow_1Bps"].contains(&fault.as_str()) { FIRST } else { WHOLE };
            assert!(took < Duration::from_millis(limit) + LATE, "{id} {fault}: {took:?}");
        }
        let asked = fake.asked().len();
        written.push_str(&format!("== {id} {fault} {detail}\nasked {asked}\n{}", told(&turn)));
        // Stored once, and the conversation goes on.
        let stored = client.get(&format!("sessions/{session}")).json(200);
        assert_eq!(stored["turns"], json!(play.turns), "{id} {fault}");
        if play.agent == "faults" {
            fake.follow(vec![rows::fine()]);
            let next = client.post(&turns, &json!({"message": "And now?"})).json(200);
            assert_eq!(next["outcome"]["said"][0]["text"], json!("Hello."), "{id} {fault}");
            assert!(!fake.asked()[0].contains("Half an answer"), "{id} {fault}");
        }
    }
    assert_eq!(played, corpus().len() - 2, "a fault is not known");
    let path = here("outcomes.txt");
    if std::env::var_os("PROEM_BLESS").is_some() {
        fs::write(&path, &written).unwrap();
    }
    assert_eq!(written, fs::read_to_string(path).unwrap());
}

/// A message, and how the turn that it makes ended: what is said, and why there is no answer.
fn failed(client: &Client) -> String {
    let turns = format!("sessions/{}/turns", session(client, "faults"));
    let began = Instant::now();
    let turn = client.post(&turns, &json!({"message": "Hello?"})).json(200);
    assert!(began.elapsed() < Duration::from_millis(WHOLE) + LATE, "{:?}", began.elapsed());
    let outcome = &turn["outcome"];
    assert_eq!(outcome["said"], json!([{"by": "engine", "text": SAID}]));
    assert_eq!(outcome["failure"]["code"], json!("model.failed"));
    outcome["failure"]["reason"].as_str().unwrap().to_owned()
}

/// The row `timeout_connect`: what is sent to the address is dropped.
#[test]
fn an_address_that_swallows_everything_is_given_up() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let _inside = runtime.enter();
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    // Nobody accepts: when the queue is full, nobody is let in either.
    let wait = Duration::from_millis(300);
    let queue: Vec<_> =
        (0..8).map_while(|_| TcpStream::connect_timeout(&address, wait).ok()).collect();
    assert!(queue.len() < 8, "the queue has no end");
    let service = service(&format!("http://{address}"), &models());
    assert_eq!(failed(&service.client()), "the provider took too long");
}

/// The row `tls_expired`: the certificate is one of a known authority, and of 2020.
#[test]
fn a_certificate_that_has_expired_is_not_trusted() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let chain = CertificateDer::from_pem_file(here("tls/expired.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(here("tls/expired.key")).unwrap();
    let config = rustls::ServerConfig::builder().with_no_client_auth();
    let config = Arc::new(config.with_single_cert(vec![chain], key).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://{}", listener.local_addr().unwrap());
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            count.fetch_add(1, Ordering::SeqCst);
            let mut connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let _ = connection.complete_io(&mut stream);
        }
    });
    let authority = here("tls/authority.pem");
    let variables =
        [("OPENAI_BASE_URL", address.as_str()), ("SSL_CERT_FILE", authority.to_str().unwrap())];
    let service = Service::asking(&[&here("faults")], &variables, &models());
    let reason = failed(&service.client());
    assert!(
        reason.starts_with(
            "the provider cannot be trusted: invalid peer certificate: certificate expired"
        ),
        "{reason}"
    );
    assert_eq!(asked.load(Ordering::SeqCst), 1, "asking again does not mend it");
}

/// A model that begins well: one that says nothing more is given up after a pause, one that never ends when
/// the time for an answer is over.
#[test]
fn an_answer_that_does_not_end_is_given_up() {
    let fake = Fake::new();
    let mut models = models();
    models["limits"] = json!({"first": 3_000, "silence": 500, "whole": 1_500});
    let service = service(&fake.address, &models);
    let client = service.client();
    for (script, limit) in [(rows::stalls(), 500), (rows::goes_on(), 1_500)] {
        fake.follow(vec![script]);
        let began = Instant::now();
        assert_eq!(failed(&client), "the provider took too long");
        let (took, limit) = (began.elapsed(), Duration::from_millis(limit));
        assert!(took > limit && took < limit + LATE, "{took:?}, not {limit:?}");
    }
}

/// A model that fails, one that cannot be asked here, one that fails as well, and one that answers. What that
/// costs is told, and each layer has its share.
#[test]
fn the_first_model_that_answers_stands_in() {
    let (first, second) = (Fake::new(), Fake::new());
    let mut models = models();
    models["fallbacks"] = json!([
        {"provider": "gemini", "model": "gemini-2.5-pro"},
        {"provider": "openai-chat", "model": "house-model"},
        {"provider": "anthropic", "model": "claude-sonnet-4-5-20250929"},
    ]);
    models["prices"] = json!({"claude-sonnet-4-5": {"input": 3, "cached": 0.3, "output": 15}});
    let variables = [
        ("OPENAI_BASE_URL", first.address.as_str()),
        ("ANTHROPIC_BASE_URL", second.address.as_str()),
    ];
    let service = Service::asking(&[&here("faults")], &variables, &models);
    let client = service.client();
    first.follow(vec![rows::busy(503, "")]);
    second.follow(vec![rows::fine_of_anthropic()]);
    let session = session(&client, "faults");
    let turns = format!("sessions/{session}/turns");
    let mut turn = client.post(&turns, &json!({"message": "Hello?"})).json(200);
    assert_eq!(turn["outcome"]["said"], json!([{"by": "model", "text": "Hello from there."}]));
    assert_eq!(turn["outcome"].get("failure"), None);
    let models = |fake: &Fake| -> Vec<Json> {
        let bodies = fake.asked().into_iter();
        bodies.map(|body| serde_json::from_str::<Json>(&body).unwrap()["model"].clone()).collect()
    };
    assert_eq!(models(&first), ["gpt-5.4", "gpt-5.4", "house-model", "house-model"]);
    assert_eq!(models(&second), ["claude-sonnet-4-5-20250929"]);
    let cost = turn["calls"][2]["cost"].take();
    for call in turn["calls"].as_array_mut().unwrap() {
        assert!(call["latency_ms"].take().is_u64() && call["tokens"].take().is_u64());
    }
    let busy = "the provider answered with an error (overloaded, `server_error`): Try again later.";
    let call = |provider, model, usage: Json| {
        json!({"call": "reply", "answered_by": provider, "provider": provider, "model": model,
            "tokens": null, "latency_ms": null, "usage": usage})
    };
    let with = |mut call: Json, key: &str, value: Json| {
        call[key] = value;
        call
    };
    let usage = json!({"input": 1_000, "cached": 400, "written": 0, "output": 20, "thought": 0});
    let claude = call("anthropic", "claude-sonnet-4-5-20250929", usage);
    assert_eq!(
        turn["calls"],
        json!([
            with(call("openai-chat", "gpt-5.4", Json::Null), "refused", json!(busy)),
            with(call("openai-chat", "house-model", Json::Null), "refused", json!(busy)),
            with(claude, "cost", Json::Null),
        ])
    );
    // 600 new tokens, 400 cached ones, and 20 of the answer.
    let share = |pointer: &str| cost.pointer(pointer).and_then(Json::as_f64).unwrap();
    let near = |one: f64, two: f64| assert!((one - two).abs() < 1e-9, "{one} {two}: {cost}");
    near(share("/total"), 0.0018 + 0.000_12 + 0.0003);
    near(share("/answer"), 0.0003);
    let layers = share("/layers/core") + share("/layers/message");
    near(layers + share("/overhead"), 0.001_92);
    assert!(share("/layers/core") > share("/layers/message"), "{cost}");
}

/// What is told of a streamed turn: the models that were asked, the text as it came, and what was said in the end.
fn streamed(client: &Client) -> (Vec<Json>, String, Vec<String>) {
    let turns = format!("sessions/{}/turns", session(client, "faults"));
    let reply = client.post(&turns, &json!({"message": "Hello?", "stream": true}));
    assert_eq!(reply.status, 200, "{}", reply.body);
    let (mut asked, mut text, mut said) = (Vec::new(), String::new(), Vec::new());
    for (_, name, data) in events(&reply.body) {
        match name.as_str() {
            "assembly" => asked.push(data["model"].clone()),
            "delta" => text.push_str(data["text"].as_str().unwrap()),
            "done" => {
                let all = data["outcome"]["said"].as_array().unwrap().iter();
                said.extend(all.map(|said| said["text"].as_str().unwrap().to_owned()));
            }
            other => panic!("{other}: {data}"),
        }
    }
    (asked, text, said)
}

/// Whoever reads along is never given the beginning of another answer: what was shown stays said, and the
/// agent's own words follow. Before anything was shown, others are asked as ever.
#[test]
fn nothing_begins_anew_behind_what_was_shown() {
    let (first, second) = (Fake::new(), Fake::new());
    let mut models = models();
    models["fallbacks"] = json!([{"provider": "anthropic", "model": "claude-sonnet-4-5"}]);
    let variables = [
        ("OPENAI_BASE_URL", first.address.as_str()),
        ("ANTHROPIC_BASE_URL", second.address.as_str()),
    ];
    let service = Service::asking(&[&here("faults")], &variables, &models);
    let client = service.client();
    second.follow(vec![rows::fine_of_anthropic()]);
    first.follow(rows::play("reset_mid_stream").unwrap().scripts);
    let half = "Half an answer";
    let (asked, text, said) = streamed(&client);
    assert_eq!((asked, said), (vec![json!("gpt-5.4")], vec![half.to_owned(), SAID.to_owned()]));
    assert!(text.starts_with(half), "{text}");
    assert_eq!((first.asked().len(), second.asked().len()), (1, 0));
    first.follow(vec![rows::busy(503, "")]);
    let (asked, text, said) = streamed(&client);
    assert_eq!(asked, ["gpt-5.4", "claude-sonnet-4-5"]);
    assert_eq!((text.as_str(), said), ("Hello from there.", vec!["Hello from there.".to_owned()]));
    assert_eq!((first.asked().len(), second.asked().len()), (2, 1));
}

/// A provider that keeps failing is left alone: turns end at once, with what the agent says then.
#[test]
fn a_provider_that_keeps_failing_is_left_alone() {
    let fake = Fake::new();
    let mut models = models();
    models["retries"]["attempts"] = json!(1);
    models["breaker"] = json!({"failures": 2, "window": 60_000, "rest": 60_000});
    let service = service(&fake.address, &models);
    let client = service.client();
    fake.follow(vec![rows::busy(500, "")]);
    let busy = "the provider answered with an error (overloaded, `server_error`): Try again later.";
    let resting = "the provider has failed so often that it is not asked for a while";
    let reasons: Vec<String> = (0..4).map(|_| failed(&client)).collect();
    assert_eq!(reasons, [busy, busy, resting, resting]);
    assert_eq!(fake.asked().len(), 2);
}
