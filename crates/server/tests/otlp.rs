//! Traces arrive where the environment says, with the names of the conventions and without a text of anybody.
//!
//! `cargo nextest run -p proem-server --features otlp --test otlp`
#![cfg(feature = "otlp")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these are tests: what unwraps fails them with a message"
)]
#![allow(dead_code, reason = "the service and its client are those of the tests over HTTP")]

#[path = "http/support.rs"]
mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::json;
use support::Service;

/// A request that a collector was sent.
struct Sent {
    line: String,
    kind: String,
    body: Vec<u8>,
}

/// A collector: what it is sent, and its address.
fn collector() -> (Receiver<Sent>, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let mut line = String::new();
            stream.read_line(&mut line).unwrap();
            let (mut length, mut kind) = (0, String::new());
            loop {
                let mut header = String::new();
                stream.read_line(&mut header).unwrap();
                let Some((name, value)) = header.trim().split_once(':') else { break };
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.trim().parse().unwrap(),
                    "content-type" => value.trim().clone_into(&mut kind),
                    _ => {}
                }
            }
            let mut body = vec![0; length];
            stream.read_exact(&mut body).unwrap();
            let answer = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
            stream.get_mut().write_all(answer.as_bytes()).unwrap();
            if tell.send(Sent { line: line.trim().to_owned(), kind, body }).is_err() {
                return;
            }
        }
    });
    (told, address)
}

#[test]
fn a_turn_is_traced_by_its_names_and_not_by_its_texts() {
    let (told, address) = collector();
    let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
    let variables =
        [("OTEL_EXPORTER_OTLP_ENDPOINT", address.as_str()), ("OTEL_BSP_SCHEDULE_DELAY", "100")];
    let service = Service::asking(&[&greeter], &variables, &json!({}));
    let client = service.client();
    let session = client.post("sessions", &json!({"user": "nobody-knows"})).json(201);
    let id = session["id"].as_str().unwrap();
    let turn = json!({"message": "My xylophone is broken."});
    client.post(&format!("sessions/{id}/turns"), &turn).json(200);
    let mut all = String::new();
    let names = [
        "invoke_agent",
        "gen_ai.conversation.id",
        "gen_ai.agent.name",
        "chat gpt-5.4",
        "gen_ai.request.model",
        "gen_ai.provider.name",
        "rehearsal",
        "greeter",
        id,
    ];
    while !names.iter().all(|name| all.contains(name)) {
        let sent = told.recv_timeout(Duration::from_secs(20));
        let sent = sent.unwrap_or_else(|_| panic!("not everything was sent: {all}"));
        assert_eq!(sent.line, "POST /v1/traces HTTP/1.1");
        assert_eq!(sent.kind, "application/x-protobuf");
        all.push_str(&String::from_utf8_lossy(&sent.body));
    }
    for text in ["xylophone", "nobody-knows", service.key.as_str()] {
        assert!(!all.contains(text), "{text} was traced");
    }
}
