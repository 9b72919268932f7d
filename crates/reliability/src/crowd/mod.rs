//! The trial of crowds: thousands of connections that do nothing, stream, or are slow.
//!
//! Owns who is in the crowd and what is measured while it is there: memory, and how fast others are answered. It must
//! never open more files than the machine gives; where that is too little, the crowd is smaller and the report says
//! so.

mod model;
mod wire;

use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::service::{Ground, Service};
use crate::trouble::{Result, Trouble};
use wire::Wire;

/// How many connections are opened at a time.
const AT_ONCE: usize = 64;

/// Files that are open beside those of the crowd.
const OTHERS: usize = 400;

/// How long a client may pause within a body: a setting of the service.
const PAUSE: Duration = Duration::from_secs(3);

/// How long a client may take nothing: a setting of the service.
const WRITE: Duration = Duration::from_secs(10);

/// How much later than promised a slow client may be cut, on a machine that is busy.
const SLACK: Duration = Duration::from_secs(15);

/// How long others may wait for an answer meanwhile.
const PATIENCE: Duration = Duration::from_secs(60);

/// How fast the service must say that it is there.
const ALIVE: Duration = Duration::from_secs(1);

/// How much memory a connection may take, streams with their turns included.
const EACH: usize = 64 << 10;

/// Who is in the crowd.
#[derive(Clone, Copy, Debug)]
pub struct Crowd {
    /// Connections on which one request was answered.
    pub idle: usize,
    /// Turns that are streamed while the model thinks.
    pub streams: usize,
    /// Clients that read a byte a second, send a head a byte a second, or stop within a body.
    pub slow: usize,
    /// How long a connection may be idle, and a head may take: a setting of the service.
    pub head: Duration,
}

/// What was measured.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report {
    /// Connections that were idle.
    pub idle: usize,
    /// Streams that came to their end.
    pub streams: usize,
    /// Slow clients that were cut in time: while they read, and while they sent.
    pub slow: (usize, usize),
    /// The memory of the service before, with the idle ones, and with all, in KiB.
    pub memory: (usize, usize, usize),
    /// Of a hundred answers that the service is there, with the whole crowd: the middle, the fifth slowest, and the
    /// slowest.
    pub alive: (Duration, Duration, Duration),
    /// The slowest of twenty turns meanwhile.
    pub turn: Duration,
    /// Idle connections that were cut in time.
    pub cut: usize,
}

impl std::fmt::Display for Report {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ((readers, senders), (before, idle, all)) = (self.slow, self.memory);
        let (middle, slow, slowest) = self.alive;
        write!(
            out,
            "{} idle connections ({} cut in time), {} streams to their end, {readers} slow readers and {senders} slow \
             senders cut; memory {} MiB, with the idle {} MiB, with all {} MiB; of 100 `healthz` the median {} ms, \
             the fifth slowest {} ms, the slowest {} ms; the slowest of 20 turns {} ms",
            self.idle,
            self.cut,
            self.streams,
            before >> 10,
            idle >> 10,
            all >> 10,
            middle.as_millis(),
            slow.as_millis(),
            slowest.as_millis(),
            self.turn.as_millis()
        )
    }
}

/// Lets the crowd in.
///
/// # Errors
///
/// [`Trouble::Broken`] where others were kept waiting, a stream did not end, or a slow client was not cut;
/// [`Trouble::Setup`].
pub fn run(crowd: Crowd) -> Result<Report> {
    let crowd = fitting(crowd)?;
    let made = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = made.map_err(|error| Trouble::setup("threads", error))?;
    runtime.block_on(gather(crowd))
}

async fn gather(crowd: Crowd) -> Result<Report> {
    let folder = tempfile::tempdir().map_err(|error| Trouble::setup("a folder", error))?;
    let model = model::begin().await.map_err(|error| Trouble::setup("a model", error))?;
    let mut ground = Ground::new(folder.path().join("proem.db").display().to_string())?
        .with("PROEM_HEAD", &crowd.head.as_millis().to_string())
        .with("PROEM_PAUSE", &PAUSE.as_millis().to_string())
        .with("PROEM_WRITE", &WRITE.as_millis().to_string())
        // A stream keeps its place until it ends.
        .with("PROEM_CONCURRENCY", "100000")
        .with("PROEM_LEASE", "30000")
        .with("PROEM_TURN", "900000")
        .with("OPENAI_API_KEY", "sk-none")
        .with("OPENAI_BASE_URL", &format!("http://{}/v1", model.0));
    let service = Service::start(&mut ground)?;
    let mut trial = Trial {
        address: service.address.parse().map_err(|error| Trouble::setup("an address", error))?,
        service: Arc::new(service),
        report: Report::default(),
        broken: Vec::new(),
    };
    // What is made once is made before anything is measured.
    trial.turns(2).await;
    trial.report.memory.0 = trial.memory();
    let idle = trial.idle(crowd).await;
    trial.report.memory.1 = trial.memory();
    let streams = trial.streams(crowd.streams).await;
    let (readers, senders) = trial.slow(crowd).await;
    trial.report.memory.2 = trial.memory();
    trial.alive().await;
    trial.report.turn = trial.turns(20).await;
    model.1.send_replace(true);
    trial.report.streams = trial.joined(streams, "a stream").await;
    let readers = trial.joined(readers, "a slow reader").await;
    trial.report.slow = (readers, trial.joined(senders, "a slow sender").await);
    trial.report.cut = trial.joined(idle, "an idle connection").await;
    let (before, _, all) = trial.report.memory;
    let most = (crowd.idle + crowd.streams + crowd.slow) * EACH / 1024;
    if all.saturating_sub(before) > most {
        trial.broken.push(format!("the crowd takes {} KiB, at most {most}", all - before));
    }
    let Trial { report, broken, .. } = trial;
    if broken.is_empty() {
        return Ok(report);
    }
    let many = broken.len();
    let some = broken.into_iter().take(10);
    Err(Trouble::Broken([format!("{many} things, {report}:")].into_iter().chain(some).collect()))
}

type Outcome = std::result::Result<(), String>;

/// A trial that runs.
struct Trial {
    address: SocketAddr,
    service: Arc<Service>,
    report: Report,
    broken: Vec<String>,
}

impl Trial {
    /// Opens idle connections; each ends well when it is cut in time.
    async fn idle(&mut self, crowd: Crowd) -> JoinSet<Outcome> {
        let (mut all, room) = (JoinSet::new(), Arc::new(Semaphore::new(AT_ONCE)));
        let (address, open) = (self.address, Arc::new(AtomicUsize::new(0)));
        for _ in 0..crowd.idle {
            let (room, open) = (Arc::clone(&room), Arc::clone(&open));
            all.spawn(async move {
                let wire = {
                    let _one = room.acquire().await;
                    asked(address, "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n", "fine").await?
                };
                open.fetch_add(1, Ordering::Relaxed);
                within(crowd.head + SLACK, wire.ended()).await
            });
        }
        self.until(&all, &open, crowd.idle).await;
        self.report.idle = open.load(Ordering::Relaxed);
        all
    }

    /// Begins turns that are streamed; each ends well with its last event.
    async fn streams(&mut self, number: usize) -> JoinSet<Outcome> {
        let (mut all, room) = (JoinSet::new(), Arc::new(Semaphore::new(AT_ONCE)));
        let (address, open) = (self.address, Arc::new(AtomicUsize::new(0)));
        for _ in 0..number {
            let (room, open) = (Arc::clone(&room), Arc::clone(&open));
            let key = self.service.key.clone();
            all.spawn(async move {
                let wire = {
                    let _one = room.acquire().await;
                    let begin = post("sessions", &key, &json!({"agent": "diary"}).to_string());
                    let mut said = String::new();
                    let wire = Wire::connect(address).await.map_err(|error| error.to_string())?;
                    wire.send(begin.as_bytes()).await.map_err(|error| error.to_string())?;
                    wire.until("\"meta\"", &mut said).await.map_err(|error| error.to_string())?;
                    let id = said.split("\"id\":\"").nth(1).and_then(|rest| rest.split('"').next());
                    let id = id.ok_or("a session without an id")?.to_owned();
                    let body = json!({"message": "Tell it slowly.", "stream": true}).to_string();
                    let turn = post(&format!("sessions/{id}/turns"), &key, &body);
                    asked(address, &turn, "event: delta").await?
                };
                open.fetch_add(1, Ordering::Relaxed);
                let mut said = String::new();
                wire.until("event: done", &mut said).await.map_err(|error| error.to_string())
            });
        }
        self.until(&all, &open, number).await;
        all
    }

    /// Lets slow clients in: those who read and those who send, who end well when they are cut in time.
    async fn slow(&mut self, crowd: Crowd) -> (JoinSet<Outcome>, JoinSet<Outcome>) {
        let (mut readers, mut senders) = (JoinSet::new(), JoinSet::new());
        let (address, key) = (self.address, self.service.key.clone());
        for number in 0..crowd.slow {
            let body = post("sessions", &key, "{\"user\": \"nobody\"");
            let body = body.replace("content-length: 17", "content-length: 900");
            match number % 3 {
                0 => drop(readers.spawn(within(WRITE + SLACK, read_slowly(address)))),
                1 => drop(senders.spawn(within(crowd.head + SLACK, send_slowly(address)))),
                _ => drop(senders.spawn(within(PAUSE + SLACK, stop_within(address, body)))),
            }
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
        (readers, senders)
    }

    /// Asks a hundred times whether the service is there.
    async fn alive(&mut self) {
        let mut times = Vec::new();
        for _ in 0..100 {
            let begin = Instant::now();
            let request = "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
            if let Err(why) = asked(self.address, request, "fine").await {
                self.broken.push(format!("healthz: {why}"));
            }
            times.push(begin.elapsed());
        }
        times.sort_unstable();
        let at = |place: usize| times.get(place).copied().unwrap_or_default();
        self.report.alive = (at(50), at(95), at(99));
        // The machine is the client's as well: of a hundred some may have waited for it.
        if at(95) > ALIVE {
            self.broken.push(format!("healthz took {} ms", at(95).as_millis()));
        }
    }

    /// Runs turns of a new session; the slowest.
    async fn turns(&mut self, number: usize) -> Duration {
        let service = Arc::clone(&self.service);
        let ran = tokio::task::spawn_blocking(move || {
            let (mut client, mut slowest) = (service.client(PATIENCE), Duration::ZERO);
            let session = client.ask("POST", "sessions", None, Some(&json!({"agent": "diary"})));
            let session = session.map_err(|error| error.to_string())?.json();
            let path = format!("sessions/{}/turns", session["id"].as_str().unwrap_or_default());
            for _ in 0..number {
                let begin = Instant::now();
                let turn = client.ask("POST", &path, None, Some(&json!({"message": "Now."})));
                let turn = turn.map_err(|error| error.to_string())?;
                if turn.status != 200 {
                    return Err(format!("a turn was answered {}: {}", turn.status, turn.body));
                }
                slowest = slowest.max(begin.elapsed());
            }
            Ok(slowest)
        });
        match ran.await {
            Ok(Ok(slowest)) => slowest,
            Ok(Err(why)) => {
                self.broken.push(why);
                Duration::ZERO
            }
            Err(error) => {
                self.broken.push(error.to_string());
                Duration::ZERO
            }
        }
    }

    /// Waits until as many are open, or have given up.
    async fn until(&mut self, all: &JoinSet<Outcome>, open: &AtomicUsize, number: usize) {
        let begin = Instant::now();
        while open.load(Ordering::Relaxed) < number {
            if begin.elapsed() > Duration::from_secs(300) || all.is_empty() {
                let got = open.load(Ordering::Relaxed);
                self.broken.push(format!("only {got} of {number} connections could be opened"));
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// How many ended well.
    async fn joined(&mut self, mut all: JoinSet<Outcome>, what: &str) -> usize {
        let mut well = 0;
        while let Some(ended) = all.join_next().await {
            match ended {
                Ok(Ok(())) => well += 1,
                Ok(Err(why)) => self.broken.push(format!("{what}: {why}")),
                Err(error) => self.broken.push(format!("{what}: {error}")),
            }
        }
        well
    }

    /// The memory of the service, in KiB.
    fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.service.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }
}

/// Asks, and waits for a text in the answer.
async fn asked(
    address: SocketAddr,
    request: &str,
    mark: &str,
) -> std::result::Result<Wire, String> {
    let wire = Wire::connect(address).await.map_err(|error| error.to_string())?;
    let mut said = String::new();
    wire.send(request.as_bytes()).await.map_err(|error| error.to_string())?;
    wire.until(mark, &mut said).await.map_err(|error| error.to_string())?;
    Ok(wire)
}

async fn within(time: Duration, ends: impl Future<Output = ()>) -> Outcome {
    let ended = tokio::time::timeout(time, ends).await;
    ended.map_err(|_| format!("it was not cut within {} s", time.as_secs()))
}

/// Asks for something long and reads a byte a second: the system says that it takes something only
/// when it has taken much.
async fn read_slowly(address: SocketAddr) {
    let Ok(wire) = Wire::narrow(address).await else { return };
    let request = "GET /openapi.json HTTP/1.1\r\nhost: x\r\n\r\n";
    let begun = wire.send(request.as_bytes()).await;
    let mut byte = [0];
    while begun.is_ok() && wire.read(&mut byte).await.is_ok_and(|read| read > 0) && !wire.is_cut() {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Sends a head that never ends, a byte a second.
async fn send_slowly(address: SocketAddr) {
    let Ok(wire) = Wire::connect(address).await else { return };
    let begun = wire.send(b"GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ").await;
    let sends = async {
        while wire.send(b"x").await.is_ok() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    if begun.is_ok() {
        tokio::select! {
            () = sends => {}
            () = wire.ended() => {}
        }
    }
}

/// Sends the beginning of a body, and no more. It is cut with an answer, or without.
async fn stop_within(address: SocketAddr, request: String) {
    if let Ok(wire) = Wire::connect(address).await
        && wire.send(request.as_bytes()).await.is_ok()
    {
        let _ = wire.read(&mut [0; 512]).await;
    }
}

fn post(path: &str, key: &str, body: &str) -> String {
    format!(
        "POST /api/v1/{path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {key}\r\ncontent-type: \
         application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Takes all files that the machine gives this process and those that it starts; a crowd that fits.
fn fitting(crowd: Crowd) -> Result<Crowd> {
    let limits = std::fs::read_to_string("/proc/self/limits")
        .map_err(|error| Trouble::setup("the limits of this process", error))?;
    let line = limits.lines().find(|line| line.starts_with("Max open files"));
    let hard = line.and_then(|line| line.split_whitespace().nth(4)?.parse::<usize>().ok());
    let hard = hard.unwrap_or(1_024).min(1 << 20);
    let mut command = Command::new("prlimit");
    command.args(["--pid", &std::process::id().to_string(), &format!("--nofile={hard}:{hard}")]);
    let raised = command.status().map_err(|error| Trouble::setup("`prlimit`", error))?;
    if !raised.success() {
        return Err(Trouble::Setup(format!("`prlimit` cannot raise the limit to {hard} files")));
    }
    // Here and in the service a stream has two connections: that of its client, and that to the model.
    let needed = crowd.idle + 2 * crowd.streams + crowd.slow;
    let room = hard.saturating_sub(OTHERS);
    if needed <= room {
        return Ok(crowd);
    }
    let part = |number: usize| number * room / needed;
    let Crowd { idle, streams, slow, head } = crowd;
    Ok(Crowd { idle: part(idle), streams: part(streams), slow: part(slow), head })
}
