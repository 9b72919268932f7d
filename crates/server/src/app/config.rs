//! What the operator has set.
//!
//! Owns the settings of the service, their defaults, and what they are called in the file, in the
//! environment and as flags. It must never hold a key of a provider: these are read where they are used.

use std::time::Duration;

use serde::Serialize;

/// The settings of the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Config {
    /// Where it listens.
    pub listen: String,
    /// The database: a path, `sqlite:PATH` or `postgres://…`.
    pub db: String,
    /// The largest body of a request, in bytes.
    pub body: usize,
    /// How long a turn may take, in milliseconds.
    pub turn: u64,
    /// How long a lease of a session lasts without being renewed, in milliseconds.
    pub lease: u64,
    /// How many requests are answered at a time.
    pub concurrency: usize,
    /// How many requests a key may make in a second; 0 is as many as it likes.
    pub rate: u32,
    /// The hosts from which context keys may be fetched: `docs.example.com`, `*.example.com`,
    /// `private:wiki.local:8080`.
    pub fetch: Vec<String>,
    /// Whether folders are served from memory and followed: development.
    pub watch: bool,
    /// Whether new versions of folders become active by themselves.
    pub activate: bool,
    /// Whether logs may hold texts of users.
    pub log_texts: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8787".to_owned(),
            db: "proem.db".to_owned(),
            body: 4 << 20,
            turn: 120_000,
            lease: 10_000,
            concurrency: 1_024,
            rate: 0,
            fetch: Vec::new(),
            watch: false,
            activate: false,
            log_texts: false,
        }
    }
}

impl Config {
    /// How long a turn may take.
    pub(crate) fn turn(&self) -> Duration {
        Duration::from_millis(self.turn)
    }
}
