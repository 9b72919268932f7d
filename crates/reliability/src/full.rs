//! The trial of a full disk, as users of the service meet it.
//!
//! Owns a small disk in memory, and what must hold while it is full: writes are refused with a problem document that
//! says so, reads and assemblies go on, and when there is room again so do writes. It must never fill a disk that is
//! somebody else's.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::client::{Client, Reply};
use crate::judge::is_whole;
use crate::service::{Ground, Service};
use crate::trouble::{Result, Trouble};

const PATIENCE: Duration = Duration::from_secs(20);

/// How many writes are tried on a full disk: the log may have some room that it has taken before.
const TRIES: usize = 400;

/// What was tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report {
    /// Writes that were acknowledged although the disk was full: there was room in the log.
    pub acknowledged: usize,
    /// Writes that were refused.
    pub refused: usize,
    /// From when there was room again until a write was acknowledged.
    pub recovery: Duration,
}

impl std::fmt::Display for Report {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "on a full disk {} writes found room in the log and {} were refused; the next one was acknowledged {} ms \
             after there was room",
            self.acknowledged,
            self.refused,
            self.recovery.as_millis()
        )
    }
}

/// A small disk.
struct Disk(tempfile::TempDir);

impl Disk {
    fn mount() -> Result<Self> {
        let folder = tempfile::tempdir().map_err(|error| Trouble::setup("a folder", error))?;
        let mut command = Command::new("mount");
        command.args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"]).arg(folder.path());
        let mounted = command.stderr(Stdio::null()).status();
        match mounted {
            Ok(status) if status.success() => Ok(Self(folder)),
            _ => Err(Trouble::Setup("a small disk cannot be mounted: that takes root".to_owned())),
        }
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.0.path()).status();
    }
}

/// Fills the disk of a service and makes room again.
///
/// # Errors
///
/// [`Trouble::Broken`] with everything that was; [`Trouble::Setup`] where no disk can be mounted.
pub fn run() -> Result<Report> {
    let disk = Disk::mount()?;
    let file = disk.path().join("proem.db");
    let mut ground = Ground::new(file.display().to_string())?;
    let service = Service::start(&mut ground)?;
    let mut trial = Trial {
        client: service.client(PATIENCE),
        kept: Vec::new(),
        report: Report::default(),
        broken: Vec::new(),
    };
    let session = trial.fine("POST", "sessions", &json!({"agent": "diary"}), "a session");
    let path = format!("sessions/{}/turns", session["id"].as_str().unwrap_or_default());
    // A turn that could not be stored may not have been able to give its session back either: as soon as there is
    // room, the next one does.
    let said = json!({"message": "It rained."});
    trial.fine("POST", &path, &said, "a turn");

    let filler = disk.path().join("filler");
    fill(&filler)?;
    for number in 0..TRIES {
        trial.remember(&format!("full {number}"));
        if trial.report.refused > 10 {
            break;
        }
    }
    trial.report.acknowledged = trial.kept.len();
    if trial.report.refused == 0 {
        trial.broken.push("a full disk refused nothing".to_owned());
    }
    let turned = trial.client.ask("POST", &path, Some("key"), Some(&said));
    trial.refused_or(200, turned, "a turn");
    let message = json!({"message": "It rained."});
    trial.fine("POST", "agents/diary/assemble", &message, "an assembly");
    for path in ["/healthz", "agents", "memories?user=u1"] {
        trial.fine("GET", path, &Json::Null, path);
    }

    std::fs::remove_file(&filler).map_err(|error| Trouble::setup("the filler", error))?;
    let begin = Instant::now();
    let before = trial.kept.len();
    while trial.kept.len() == before && begin.elapsed() < PATIENCE {
        trial.remember(&format!("room {}", trial.report.refused));
    }
    trial.report.recovery = begin.elapsed();
    // The turn comes again under its key: it is done now, or was.
    match trial.client.ask("POST", &path, Some("key"), Some(&said)) {
        Ok(reply) if reply.status == 200 => {}
        other => trial.broken.push(format!("with room again a turn was answered {other:?}")),
    }
    trial.held(2, &path);
    service.kill();
    let service = Service::start(&mut ground)?;
    trial.client = service.client(PATIENCE);
    trial.held(2, &path);
    service.kill();
    if let Err(Trouble::Broken(more)) = is_whole(&file) {
        trial.broken.extend(more);
    }
    Trouble::unless_fine(trial.broken).map(|()| trial.report)
}

struct Trial {
    client: Client,
    /// What was acknowledged.
    kept: Vec<String>,
    report: Report,
    broken: Vec<String>,
}

impl Trial {
    /// Asks for what must be answered.
    fn fine(&mut self, method: &str, path: &str, body: &Json, what: &str) -> Json {
        let body = Some(body).filter(|body| !body.is_null());
        match self.client.ask(method, path, None, body) {
            Ok(reply) if matches!(reply.status, 200 | 201) => reply.json(),
            other => {
                self.broken.push(format!("{what} was answered {other:?}"));
                Json::Null
            }
        }
    }

    fn remember(&mut self, name: &str) {
        let text = format!("{name} {}", "x".repeat(4_000));
        let body = json!({"owner": "u1", "text": text});
        let heard = self.client.ask("POST", "memories", None, Some(&body));
        if self.refused_or(201, heard, "a memory") {
            self.kept.push(text);
        } else {
            self.report.refused += 1;
        }
    }

    /// Whether a write was acknowledged. Else it must have been refused with what is the matter.
    fn refused_or(&mut self, status: u16, heard: std::io::Result<Reply>, what: &str) -> bool {
        match heard {
            Ok(reply) if reply.status == status => return true,
            Ok(reply) if reply.status == 503 && reply.json()["code"] == "store.unavailable" => {}
            other => self.broken.push(format!("on a full disk {what} was answered {other:?}")),
        }
        false
    }

    /// Whether everything that was acknowledged is there.
    fn held(&mut self, turns: u64, path: &str) {
        let found = self.client.all("memories?user=u1").unwrap_or_default();
        let texts: Vec<&str> = found.iter().filter_map(|found| found["text"].as_str()).collect();
        for kept in &self.kept {
            let times = texts.iter().filter(|text| **text == *kept).count();
            if times != 1 {
                let name = kept.trim_end_matches('x');
                self.broken.push(format!("`{name}` was acknowledged and is there {times} times"));
            }
        }
        let stored = self.client.all(&format!("{path}?")).unwrap_or_default();
        if u64::try_from(stored.len()) != Ok(turns) {
            self.broken.push(format!("there are {} turns, not {turns}", stored.len()));
        }
    }
}

/// Writes until there is no room.
fn fill(path: &Path) -> Result<()> {
    let mut file =
        std::fs::File::create(path).map_err(|error| Trouble::setup("a filler", error))?;
    let mut piece = vec![7; 1 << 16];
    while !piece.is_empty() {
        while file.write(&piece).is_ok_and(|written| written > 0) {}
        piece.truncate(piece.len() / 2);
    }
    Ok(())
}
