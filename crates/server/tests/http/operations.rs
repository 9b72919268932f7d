//! What an operator relies on: metrics, logs, limits, deadlines, and an orderly end.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::model::Model;
use crate::receiver::Receiver;
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

/// Waits until something holds.
#[track_caller]
fn eventually(holds: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < deadline, "it did not come");
        std::thread::sleep(Duration::from_millis(20));
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

/// Asks for the OpenAPI document again and again on one connection; what comes is left where it is.
fn asks_for_much(service: &Set, times: usize) -> TcpStream {
    let mut stream = TcpStream::connect(&service.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let request = "GET /openapi.json HTTP/1.1\r\nhost: x\r\n\r\n";
    stream.write_all(request.repeat(times).as_bytes()).unwrap();
    stream
}

#[test]
fn who_takes_nothing_is_cut_and_who_takes_little_at_a_time_is_not() {
    let service = Set::with(&[("PROEM_WRITE", "3000")]);
    let whole = service.client().get("/openapi.json").body.len();
    let times = (64 << 20) / whole;
    let idle = asks_for_much(&service, times);
    // Somebody else reads 16 KiB in a tenth of a second, for longer than nothing may be taken.
    let mut steady = asks_for_much(&service, times);
    let (mut some, mut read, began) = ([0; 16 << 10], 0, Instant::now());
    while began.elapsed() < Duration::from_secs(8) {
        read += steady.read(&mut some).expect("it is not cut");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(read > 100 << 10, "{read}");
    // What the system keeps of the other one can still be read, and no more than that.
    let kept = std::io::copy(&mut &idle, &mut std::io::sink());
    assert_eq!(kept.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(service.client().get("/healthz").status, 200);
}

#[test]
fn a_turn_goes_on_without_who_takes_nothing_of_its_stream() {
    let model = Model::new();
    let variables = [
        ("PROEM_WRITE", "500"),
        ("OPENAI_API_KEY", "sk-test"),
        ("OPENAI_BASE_URL", model.address.as_str()),
    ];
    let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
    let service = Service::set(&[&greeter], &variables);
    let client = service.client();
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let body = json!({"message": "Hello", "stream": true}).to_string();
    let mut socket = service.turn_of(&id, &body);
    let mut question = model.question();
    question.begin();
    let piece = "word ".repeat(20_000);
    for _ in 0..80 {
        question.piece(&piece);
    }
    question.end();
    let turns = || client.get(&format!("sessions/{id}")).json(200)["turns"].clone();
    eventually(|| turns() == 1);
    let kept = std::io::copy(&mut socket, &mut std::io::sink());
    assert_eq!(kept.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
}

/// A request of two bytes that is under way: the service has asked for its body and has the first half of it.
fn half_a_request(service: &Set) -> TcpStream {
    let mut slow = TcpStream::connect(&service.address).unwrap();
    let head = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer {}\r\n\
         expect: 100-continue\r\ncontent-length: 2\r\n\r\n",
        service.key
    );
    slow.write_all(head.as_bytes()).unwrap();
    let mut asked = [0; 25];
    slow.read_exact(&mut asked).unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");
    slow.write_all(b"{").unwrap();
    slow
}

#[test]
fn who_finds_no_room_is_told_so_and_health_still_answers() {
    let service = Set::with(&[("PROEM_CONCURRENCY", "1")]);
    let mut slow = half_a_request(&service);
    let client = service.client();
    let refused = client.get("prompts");
    assert_eq!(refused.json(503)["code"], "service.busy");
    assert_eq!(refused.header("retry-after"), Some("1"));
    assert_eq!(client.get("/healthz").status, 200);
    slow.write_all(b"}").unwrap();
    let mut came = String::new();
    slow.read_to_string(&mut came).unwrap();
    assert!(came.starts_with("HTTP/1.1 201"), "{came}");
    // Its place is free by then, or in a moment.
    eventually(|| client.get("prompts").status == 200);
}

#[test]
fn requests_under_way_are_finished_when_the_service_ends() {
    let mut service = Set::with(&[]);
    let mut slow = half_a_request(&service);
    let told = Command::new("kill").arg(service.process.id().to_string()).status().unwrap();
    assert!(told.success());
    // From then on it ends: nobody else is heard any more.
    eventually(|| TcpStream::connect(&service.address).is_err());
    // A service that does not wait is gone before this.
    std::thread::sleep(Duration::from_secs(2));
    slow.write_all(b"}").unwrap();
    let mut came = String::new();
    slow.read_to_string(&mut came).unwrap();
    assert!(came.starts_with("HTTP/1.1 201"), "{came}");
    assert!(service.process.wait().unwrap().success());
}

/// How long a turn takes, and what it comes to.
fn said(client: &Client) -> (Duration, Json) {
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let began = Instant::now();
    let turn = client.post(&format!("sessions/{id}/turns"), &json!({"message": "Hello"})).json(200);
    (began.elapsed(), turn)
}

#[test]
fn no_question_and_no_page_outlives_the_deadline_of_a_turn() {
    let receiver = Receiver::new();
    receiver.answer(&[(503, "")]);
    let address = receiver.url("/v1");
    let mut variables = vec![
        ("PROEM_TURN", "1500"),
        ("OPENAI_API_KEY", "sk-test"),
        ("OPENAI_BASE_URL", address.as_str()),
    ];
    let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
    let patient = json!({"retries": {"attempts": 50, "pause": 400, "longest": 400}, "breaker": {"failures": 99}});
    let service = Service::with_file(&[&greeter], &variables, ("PROEM_MODELS", &patient));
    let (took, turn) = said(&service.client());
    assert!((Duration::from_millis(900)..Duration::from_millis(2_500)).contains(&took), "{took:?}");
    assert_eq!(turn["outcome"]["failure"]["code"], "model.failed");
    let why = turn["outcome"]["failure"]["reason"].as_str().unwrap();
    assert!(why.contains("overloaded"), "nothing was waited for that comes too late: {why}");
    let mut asked = 0;
    while receiver.took() {
        asked += 1;
    }
    assert!((3..10).contains(&asked), "asked {asked} times");
    receiver.silence(Duration::from_secs(1));

    // A page that its agent would wait a minute for.
    receiver.answer(&[(1, "")]);
    let host = receiver.host();
    variables.truncate(1);
    variables.push(("PROEM_FETCH", &host));
    let service = Service::set(&[&greeter], &variables);
    let client = service.client();
    let mut files = client.get("agents/greeter/export").json(200)["files"].clone();
    let page = format!(
        "context:\n  news:\n    type: string\n    from: http\n    url: \"{}\"\n    timeout: 60s\n    default: none\n\ncore:",
        receiver.url("/news")
    );
    files["agent.yaml"] = json!(files["agent.yaml"].as_str().unwrap().replace("core:", &page));
    files["prompts/greeting/warm.md"] = json!("---\ncontext: [news]\n---\nGreet. News: {{ news }}");
    client.put("agents/greeter", &json!({"files": files})).json(200);
    let (took, turn) = said(&client);
    assert_eq!(receiver.message().path, "/news");
    assert!(took < Duration::from_millis(2_500), "{took:?}");
    assert_eq!(turn["status"], "done");
}

#[test]
fn a_stream_keeps_its_place_until_it_ends() {
    let model = Model::new();
    let variables = [
        ("PROEM_CONCURRENCY", "1"),
        ("OPENAI_API_KEY", "sk-test"),
        ("OPENAI_BASE_URL", model.address.as_str()),
    ];
    let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
    let service = Service::set(&[&greeter], &variables);
    let client = service.client();
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let body = json!({"message": "Hello", "stream": true}).to_string();
    let mut socket = TcpStream::connect(&service.address).unwrap();
    write!(
        socket,
        "POST /api/v1/sessions/{id}/turns HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
         authorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        service.key,
        body.len()
    )
    .unwrap();
    let mut from = BufReader::new(socket);
    let mut line = String::new();
    while !line.contains("assembly") {
        line.clear();
        assert_ne!(from.read_line(&mut line).unwrap(), 0);
    }
    assert_eq!(client.get("prompts").json(503)["code"], "service.busy");
    model.question().answer("Hello there.");
    let mut rest = String::new();
    from.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("event: done"), "{rest}");
    assert_eq!(client.get("prompts").status, 200);
}

#[test]
fn a_turn_that_is_refused_after_its_stream_began_is_counted() {
    let model = Model::new();
    let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
    let service = Service::with_model(&[&greeter], &model.address);
    let client = service.client();
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let (other, path) = (client.clone(), format!("sessions/{id}/turns"));
    let told =
        std::thread::spawn(move || other.post(&path, &json!({"message": "Hello", "stream": true})));
    let question = model.question();
    client.delete(&format!("sessions/{id}/turns/current")).empty(204);
    let told = told.join().unwrap();
    assert_eq!(told.status, 200);
    assert!(told.body.contains("event: error") && told.body.contains("turn.cancelled"));
    question.answer("Too late.");
    let shown = client.get("/metrics").body;
    let line = "proem_turns_refused_total{workspace=\"default\",code=\"turn.cancelled\"} 1";
    assert!(shown.lines().any(|known| known == line), "{line}\nis not in\n{shown}");
}

#[test]
fn turns_that_are_refused_are_counted() {
    let service = Set::with(&[("PROEM_RATE", "4")]);
    let client = service.client();
    let id = client.post("sessions", &json!({})).json(201)["id"].as_str().unwrap().to_owned();
    let turns = format!("sessions/{id}/turns");
    assert_eq!(client.post(&turns, &json!({"mesage": "Hello"})).status, 422);
    assert_eq!(client.post(&turns, &json!({"message": "Hello"})).status, 200);
    let results = client.post(&format!("{turns}/1/results"), &json!({"results": []}));
    assert_eq!(results.status, 409);
    let refused = (0..9).find(|_| client.post(&turns, &json!({"message": "Hello"})).status == 429);
    assert!(refused.is_some());
    std::thread::sleep(Duration::from_millis(1_100));
    let shown = client.get("/metrics").body;
    for (code, count) in [("request.invalid", 1), ("turn.not-waiting", 1), ("key.rate", 1)] {
        let line =
            format!("proem_turns_refused_total{{workspace=\"default\",code=\"{code}\"}} {count}");
        assert!(shown.lines().any(|known| known == line), "{line}\nis not in\n{shown}");
    }
}
