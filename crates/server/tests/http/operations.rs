//! What an operator relies on: metrics, logs, limits, deadlines, and an orderly end.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::support::{Client, Service, client_at};

/// A service with settings in its environment.
struct Set {
    process: Child,
    address: String,
    key: String,
    folder: TempDir,
}

impl Set {
    fn with(settings: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let log = std::fs::File::create(folder.path().join("log")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
        command.arg("serve").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter"));
        command.arg("--db").arg(folder.path().join("proem.db")).args(["--listen", "127.0.0.1:0"]);
        command.envs(settings.iter().copied()).env_remove("OPENAI_API_KEY");
        let mut process = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let (mut key, mut address) = (String::new(), String::new());
        for line in lines.map(Result::unwrap) {
            if let Some(found) = line.strip_prefix("the first key, shown only now: ") {
                key = found.to_owned();
            }
            if let Some(found) = line.strip_prefix("listening at http://") {
                address = found.to_owned();
                break;
            }
        }
        Self { process, address, key, folder }
    }

    fn client(&self) -> Client {
        client_at(&self.address, &self.key)
    }

    /// Sends the beginning of a request, and gives what comes back until the connection is closed.
    fn half(&self, sent: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(sent.as_bytes()).unwrap();
        let mut came = String::new();
        stream.read_to_string(&mut came).expect("the service closes the connection");
        came
    }

    fn log(&self) -> Vec<Json> {
        let text = std::fs::read_to_string(self.folder.path().join("log")).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn turns_are_counted() {
    let service = Service::greeter();
    let client = service.client();
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    client.post(&format!("sessions/{id}/turns"), &json!({"message": "Hello!"})).json(200);
    client.get("sessions/nobody").json(404);
    let shown = client.get("/metrics");
    assert_eq!(shown.header("content-type"), Some("text/plain; version=0.0.4"));
    let labels = "workspace=\"default\",agent=\"greeter\"";
    for line in [
        format!("proem_turns_total{{{labels},status=\"done\"}} 1"),
        format!(
            "proem_calls_total{{{labels},call=\"reply\",provider=\"openai-chat\",status=\"ok\"}} 1"
        ),
        "proem_requests_total{method=\"GET\",route=\"/api/v1/sessions/{id}\",status=\"404\"} 1"
            .to_owned(),
        "proem_call_seconds_count{workspace=\"default\",provider=\"openai-chat\"} 1".to_owned(),
    ] {
        assert!(shown.body.lines().any(|known| known == line), "{line}\nis not in\n{}", shown.body);
    }
    let tokens = format!("proem_layer_tokens_total{{{labels},call=\"reply\",layer=\"core\"}} ");
    let core = shown.body.lines().find_map(|line| line.strip_prefix(&tokens)).unwrap();
    assert!(core.parse::<u32>().unwrap() > 5);
    assert_eq!(service.client_with(None).get("/metrics").status, 401);
}

#[test]
fn a_request_has_an_id_and_a_line_without_texts() {
    let service = Set::with(&[("PROEM_LOG", "json"), ("PROEM_LEVEL", "info")]);
    let client = service.client();
    let path = "agents/greeter/assemble?secret=hidden";
    let given = client.send(
        "POST",
        path,
        &[("x-request-id", "from-proxy-1")],
        Some(&json!({"message": "My secret"})),
    );
    assert_eq!((given.status, given.header("x-request-id")), (200, Some("from-proxy-1")));
    let own = client.send("GET", "prompts", &[("x-request-id", "no spaces")], None);
    assert_eq!(own.header("x-request-id").map(str::len), Some(36));
    let log = service.log();
    let line = log.iter().find(|line| line["span"]["id"] == "from-proxy-1").unwrap();
    assert_eq!((&line["level"], &line["fields"]["message"]), (&json!("INFO"), &json!("answered")));
    assert_eq!(line["fields"]["route"], "/api/v1/agents/{agent}/assemble");
    assert_eq!(
        (&line["fields"]["status"], &line["fields"]["method"]),
        (&json!(200), &json!("POST"))
    );
    let all = json!(log).to_string();
    assert!(
        !all.contains("secret") && !all.contains("hidden") && !all.contains(&service.key),
        "{all}"
    );
}

#[test]
fn a_key_that_asks_too_often_is_told_so() {
    let service = Set::with(&[("PROEM_RATE", "2")]);
    let client = service.client();
    let replies: Vec<_> = (0..5).map(|_| client.get("prompts")).collect();
    assert_eq!(replies[0].status, 200);
    let refused = replies.iter().find(|reply| reply.status == 429).expect("one of five is refused");
    assert_eq!(refused.header("retry-after"), Some("1"));
    assert_eq!(
        refused.json(429),
        json!({"status": 429, "code": "key.rate", "title": "The key asks too often", "detail": "try again in a second"})
    );
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(client.get("prompts").status, 200);
}

#[test]
fn silent_clients_are_not_waited_for() {
    let service = Set::with(&[("PROEM_HEAD", "300"), ("PROEM_PAUSE", "300")]);
    let began = Instant::now();
    // Nothing at all, half a head, an idle connection, half a body.
    assert_eq!(service.half(""), "");
    service.half("GET /healthz HTTP/1.1\r\nhost: x\r\n");
    let idle = service.half("GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n");
    assert!(idle.starts_with("HTTP/1.1 200 OK") && idle.ends_with("fine\n"), "{idle}");
    let half = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\ncontent-length: 100\r\n\r\n{{",
        service.key
    );
    assert!(service.half(&half).starts_with("HTTP/1.1 4"));
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
}

#[test]
fn who_finds_no_room_is_told_so_and_health_still_answers() {
    let service = Set::with(&[("PROEM_CONCURRENCY", "1")]);
    let mut slow = TcpStream::connect(&service.address).unwrap();
    let head = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer {}\r\ncontent-length: 2\r\n\r\n{{",
        service.key
    );
    slow.write_all(head.as_bytes()).unwrap();
    let client = service.client();
    // Until its head is read it has no place.
    std::thread::sleep(Duration::from_millis(500));
    let refused = client.get("prompts");
    assert_eq!(refused.json(503)["code"], "service.busy");
    assert_eq!(refused.header("retry-after"), Some("1"));
    assert_eq!(client.get("/healthz").status, 200);
    slow.write_all(b"}").unwrap();
    let mut came = String::new();
    slow.read_to_string(&mut came).unwrap();
    assert!(came.starts_with("HTTP/1.1 201"), "{came}");
    assert_eq!(client.get("prompts").status, 200);
}

#[test]
fn requests_under_way_are_finished_when_the_service_ends() {
    let mut service = Set::with(&[]);
    let mut slow = TcpStream::connect(&service.address).unwrap();
    let head = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\ncontent-length: 2\r\n\r\n{{",
        service.key
    );
    slow.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let told = Command::new("kill").arg(service.process.id().to_string()).status().unwrap();
    assert!(told.success());
    std::thread::sleep(Duration::from_millis(300));
    slow.write_all(b"}").unwrap();
    let mut came = String::new();
    slow.read_to_string(&mut came).unwrap();
    assert!(came.starts_with("HTTP/1.1 201"), "{came}");
    assert!(service.process.wait().unwrap().success());
}
