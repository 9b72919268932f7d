//! A process that serves.
//!
//! Owns starting the binary, what it says of itself, and ending it. It must never ask it for anything but whether
//! it is ready.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::Place;
use super::client::Client;

/// A service that runs.
pub(super) struct Node {
    child: Child,
    /// `host:port`.
    pub(super) address: String,
    /// A key with all rights.
    pub(super) key: String,
    /// When its process was started.
    pub(super) began: Instant,
}

impl Node {
    /// Starts a service over a database; with folders to import. `key` is that of a service that ran over the
    /// database before.
    pub(super) fn start(
        place: &Place,
        folders: &[&Path],
        db: &str,
        key: Option<&str>,
    ) -> Result<Self, String> {
        fs::create_dir_all(&place.folder).map_err(|error| error.to_string())?;
        let mut command = Command::new(&place.binary);
        command.arg("serve").args(folders).args(["--db", db, "--listen", "127.0.0.1:0"]);
        command.args(["--level", "error", "--concurrency", "10000"]);
        for (name, _) in std::env::vars().filter(|(name, _)| name.ends_with("_API_KEY")) {
            // Nothing is asked of a provider here.
            command.env_remove(name);
        }
        let began = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut child = child.map_err(|error| format!("{}: {error}", place.binary.display()))?;
        let out = child.stdout.take().ok_or("no output")?;
        let mut key = key.map(str::to_owned);
        let mut lines = BufReader::new(out).lines();
        for line in &mut lines {
            let line = line.map_err(|error| error.to_string())?;
            let word = line.split_whitespace().last().unwrap_or_default().to_owned();
            if word.starts_with("proem_") {
                key = Some(word);
            } else if let Some(address) = word.strip_prefix("http://") {
                // Whoever serves must not wait for somebody to read what it says.
                std::thread::spawn(move || lines.for_each(drop));
                let key = key.ok_or("the service has named no key")?;
                return Ok(Self { child, address: address.to_owned(), key, began });
            }
        }
        Err("the service has ended before it listened".to_owned())
    }

    /// A connection to it.
    pub(super) fn client(&self) -> Result<Client, String> {
        Client::connect(&self.address, &self.key)
    }

    /// Waits until an assembly succeeds, and says how long that took since the start.
    pub(super) fn first_answer(&self, agent: &str) -> Result<Duration, String> {
        let path = format!("/api/v1/agents/{agent}/assemble");
        loop {
            let mut client = self.client()?;
            if client.post(&path, br#"{"message": "Hello."}"#)?.status == 200 {
                return Ok(self.began.elapsed());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The memory that is its own at the moment, in MiB.
    pub(super) fn memory(&self) -> Result<f64, String> {
        let path = format!("/proc/{}/status", self.child.id());
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        let kib: f64 = number.and_then(|number| number.parse().ok()).ok_or("no VmRSS")?;
        Ok(kib / 1024.0)
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // What was measured is known; the process has nothing to save.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Writes an agent's files into a folder.
pub(super) fn write(
    folder: &Path,
    files: &[proem::agent::source::RawFile],
) -> Result<PathBuf, String> {
    for file in files {
        let path = folder.join(&file.path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| error.to_string())?;
        fs::write(&path, &file.bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(folder.to_owned())
}
