//! A service of its own for every test, and a small client.
//!
//! Owns the process, its database in a temporary folder, and plain HTTP/1.1 over a socket: what a test
//! sees is what was sent, byte for byte. It must never share a service between tests.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value as Json;
use tempfile::TempDir;

#[path = "../support/offline.rs"]
mod offline;

/// How long a reply may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A service that ends with the test.
pub(crate) struct Service {
    process: Child,
    out: BufReader<ChildStdout>,
    ground: Ground,
    /// What it printed before it listened.
    pub before: String,
    /// Where it listens: `127.0.0.1:…`.
    pub address: String,
    /// The key that it printed, with all rights.
    pub key: String,
}

/// What a service stands on: it is the same for one that is started again.
#[derive(Clone)]
struct Ground {
    folder: Arc<TempDir>,
    db: String,
    variables: Vec<(String, String)>,
    models: Option<PathBuf>,
    complaints: Option<PathBuf>,
}

impl Ground {
    /// A folder and a database of its own.
    fn new() -> Self {
        let folder = Arc::new(TempDir::new().unwrap());
        let db = folder.path().join("proem.db").display().to_string();
        Self { folder, db, variables: Vec::new(), models: None, complaints: None }
    }

    fn with(mut self, variables: &[(&str, &str)]) -> Self {
        let owned = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.variables.extend(owned);
        self
    }
}

impl Service {
    /// A service with the agent of `greeter/`, the smallest there is.
    pub(crate) fn greeter() -> Self {
        Self::of(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter")])
    }

    /// A service with an agent of `examples/`.
    pub(crate) fn example(name: &str) -> Self {
        Self::of(&[&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)])
    }

    /// A service with the agents of folders, on a new database.
    pub(crate) fn of(folders: &[&Path]) -> Self {
        Self::start(Ground::new(), folders, None)
    }

    /// A service with the smallest agent, on another database.
    pub(crate) fn greeter_on(db: String) -> Self {
        let greeter = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/http/greeter");
        Self::start(Ground { db, ..Ground::new() }, &[&greeter], None)
    }

    /// A service with the agents of folders that asks a model at this address.
    pub(crate) fn with_model(folders: &[&Path], address: &str) -> Self {
        let variables = [("OPENAI_API_KEY", "sk-test"), ("OPENAI_BASE_URL", address)];
        Self::start(Ground::new().with(&variables), folders, None)
    }

    /// The same on another database.
    pub(crate) fn with_model_on(folders: &[&Path], address: &str, db: String) -> Self {
        let variables = [("OPENAI_API_KEY", "sk-test"), ("OPENAI_BASE_URL", address)];
        Self::start(Ground { db, ..Ground::new() }.with(&variables), folders, None)
    }

    /// A service with the agents of folders and with variables of the environment.
    pub(crate) fn set(folders: &[&Path], variables: &[(&str, &str)]) -> Self {
        Self::start(Ground::new().with(variables), folders, None)
    }

    /// The same, with variables of the environment and with what the operator says of models.
    pub(crate) fn asking(folders: &[&Path], variables: &[(&str, &str)], models: &Json) -> Self {
        let ground = Ground::new().with(variables);
        let file = ground.folder.path().join("models.json");
        std::fs::write(&file, models.to_string()).unwrap();
        Self::start(Ground { models: Some(file), ..ground }, folders, None)
    }

    /// A service that serves a folder as it is, and again after every save.
    pub(crate) fn watching(folder: &Path) -> Self {
        Self::start(Ground::new(), &[Path::new("--watch"), folder], None)
    }

    /// Waits until the service prints a line with this in it.
    pub(crate) fn prints(&mut self, what: &str) -> String {
        let mut heard = String::new();
        loop {
            let begins = heard.len();
            assert_ne!(self.out.read_line(&mut heard).unwrap(), 0, "the service ended: {heard}");
            if heard[begins..].contains(what) {
                return heard;
            }
        }
    }

    /// Another service on the same database.
    pub(crate) fn beside(&self) -> Self {
        Self::start(self.ground.clone(), &[], Some(self.key.clone()))
    }

    /// Ends the service by `kill -9` and starts it again on the same database.
    pub(crate) fn restart(mut self) -> Self {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        Self::start(self.ground.clone(), &[], Some(self.key.clone()))
    }

    /// Ends the service and starts it again with other variables of the environment and another stream for what it
    /// complains of.
    pub(crate) fn restart_with(mut self, variables: &[(&str, &str)], complaints: &Path) -> Self {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        let ground = Ground { variables: Vec::new(), ..self.ground.clone() };
        let ground = Ground { complaints: Some(complaints.to_owned()), ..ground };
        Self::start(ground.with(variables), &[], Some(self.key.clone()))
    }

    /// The file of the database.
    pub(crate) fn database(&self) -> PathBuf {
        PathBuf::from(&self.ground.db)
    }

    fn start(ground: Ground, folders: &[&Path], key: Option<String>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
        offline::offline(&mut command);
        command.arg("serve").args(folders).arg("--db").arg(&ground.db);
        command.args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        command.envs(ground.variables.iter().map(|(name, value)| (name, value)));
        if let Some(models) = &ground.models {
            command.arg("--models").arg(models);
        }
        if let Some(complaints) = &ground.complaints {
            command.stderr(std::fs::File::create(complaints).unwrap());
        }
        let mut process = command.spawn().unwrap();
        let mut out = BufReader::new(process.stdout.take().unwrap());
        let (mut address, mut key, mut before) = (None, key, String::new());
        while address.is_none() {
            let mut line = String::new();
            assert_ne!(out.read_line(&mut line).unwrap(), 0, "the service ended early");
            before.push_str(&line);
            let line = line.trim();
            if let Some(found) = line.strip_prefix("the first key, shown only now: ") {
                key = Some(found.to_owned());
            }
            address = line.strip_prefix("listening at http://").map(str::to_owned);
        }
        let (address, key) = (address.unwrap(), key.expect("a key was printed"));
        Self { process, out, ground, before, address, key }
    }

    /// The same with a file beside its database, whose path stands in a variable of the environment.
    pub(crate) fn with_file(
        folders: &[&Path],
        variables: &[(&str, &str)],
        (variable, content): (&str, &Json),
    ) -> Self {
        let ground = Ground::new();
        let file = ground.folder.path().join(variable);
        std::fs::write(&file, content.to_string()).unwrap();
        let ground = ground.with(variables).with(&[(variable, &file.display().to_string())]);
        Self::start(ground, folders, None)
    }

    /// A connection on which the next turn of a session was asked for, and nothing was read yet.
    pub(crate) fn turn_of(&self, session: &str, body: &str) -> TcpStream {
        let mut socket = TcpStream::connect(&self.address).unwrap();
        write!(
            socket,
            "POST /api/v1/sessions/{session}/turns HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.key,
            body.len()
        )
        .unwrap();
        socket
    }

    /// A client with the first key.
    pub(crate) fn client(&self) -> Client {
        self.client_with(Some(&self.key))
    }

    /// A client with another key, or with none.
    pub(crate) fn client_with(&self, key: Option<&str>) -> Client {
        Client { address: self.address.clone(), key: key.map(str::to_owned) }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Somebody who asks.
#[derive(Clone)]
pub(crate) struct Client {
    address: String,
    key: Option<String>,
}

impl Client {
    pub(crate) fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[], None)
    }

    pub(crate) fn post(&self, path: &str, body: &Json) -> Reply {
        self.send("POST", path, &[], Some(body))
    }

    pub(crate) fn put(&self, path: &str, body: &Json) -> Reply {
        self.send("PUT", path, &[], Some(body))
    }

    pub(crate) fn patch(&self, path: &str, body: &Json) -> Reply {
        self.send("PATCH", path, &[], Some(body))
    }

    pub(crate) fn delete(&self, path: &str) -> Reply {
        self.send("DELETE", path, &[], None)
    }

    /// Any request. Paths that do not begin with `/` stand below `/api/v1/`.
    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Json>,
    ) -> Reply {
        let body = body.map(Json::to_string).unwrap_or_default();
        let mut headers = headers.to_vec();
        if !body.is_empty() && headers.iter().all(|(name, _)| *name != "content-type") {
            headers.push(("content-type", "application/json"));
        }
        self.raw(method, path, &headers, body.as_bytes())
    }

    /// A request whose body is bytes.
    pub(crate) fn raw(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Reply {
        let root = if path.starts_with('/') { "" } else { "/api/v1/" };
        let mut head = format!("{method} {root}{path} HTTP/1.1\r\nhost: {}\r\n", self.address);
        head.push_str("connection: close\r\n");
        if let Some(key) = &self.key {
            head.push_str(&format!("authorization: Bearer {key}\r\n"));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        // A service that has refused already may close before it has read all.
        let _ = stream.write_all(body);
        Reply::read(BufReader::new(stream))
    }
}

/// A client of a service that the test started by itself.
pub(crate) fn client_at(address: &str, key: &str) -> Client {
    Client { address: address.to_owned(), key: Some(key.to_owned()) }
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub status: u16,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Reply {
    fn read(mut from: impl BufRead) -> Self {
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.unwrap_or_else(|| panic!("no status in {line:?}"));
        let mut headers = Vec::new();
        loop {
            let mut line = String::new();
            from.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let chunked = headers.iter().any(|(name, value)| {
            name == "transfer-encoding" && value.eq_ignore_ascii_case("chunked")
        });
        let mut bytes = Vec::new();
        if chunked {
            pieces(&mut from, &mut bytes);
        } else {
            from.read_to_end(&mut bytes).unwrap();
        }
        Self { status, headers, body: String::from_utf8(bytes).unwrap() }
    }

    /// The body as JSON, where the status is this one.
    #[track_caller]
    pub(crate) fn json(&self, status: u16) -> Json {
        assert_eq!(self.status, status, "{}", self.body);
        serde_json::from_str(&self.body).unwrap()
    }

    /// Nothing but a status.
    #[track_caller]
    pub(crate) fn empty(&self, status: u16) {
        assert_eq!((self.status, self.body.as_str()), (status, ""));
    }

    /// A header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a body that comes in pieces.
fn pieces(from: &mut impl BufRead, bytes: &mut Vec<u8>) {
    loop {
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        let size = usize::from_str_radix(line.trim(), 16).unwrap_or(0);
        let mut piece = vec![0; size + 2];
        from.read_exact(&mut piece).unwrap();
        if size == 0 {
            return;
        }
        bytes.extend_from_slice(&piece[..size]);
    }
}

/// A body without what differs from run to run: ids, times, hashes and secrets become their names.
pub(crate) fn settled(mut body: Json) -> Json {
    settle(&mut body);
    body
}

fn settle(body: &mut Json) {
    match body {
        Json::Object(members) => {
            for (name, value) in members {
                match name.as_str() {
                    "id" | "created_at" | "updated_at" | "at" | "used_at" | "hash" | "secret"
                        if value.is_string() =>
                    {
                        *value = Json::String(format!("<{name}>"));
                    }
                    _ => settle(value),
                }
            }
        }
        Json::Array(items) => items.iter_mut().for_each(settle),
        _ => {}
    }
}
