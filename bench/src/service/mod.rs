//! The service, measured from outside: the binary `proem serve` and clients on the same machine.
//!
//! Owns the list of rows, each a figure of the service, and how they are printed. What a row does is in
//! [`assembling`], [`turns`] and [`starting`]; they share a process that is served by ([`node`]), connections
//! ([`client`]) and load ([`load`]). It must never link what it measures: the binary is what users run.

mod assembling;
mod client;
mod load;
mod node;
mod starting;
mod turns;

use std::path::{Path, PathBuf};

/// The rows, by name.
const ROWS: [(&str, Row); 6] = [
    ("stateless", assembling::stateless),
    ("session", assembling::session),
    ("turns", turns::durable),
    ("start", starting::start),
    ("memory", starting::memory),
    ("activation", starting::activation),
];

/// Measures a row, and gives the lines that say what came of it.
type Row = fn(&Place) -> Result<Vec<String>, String>;

/// What rows are given.
#[derive(Debug)]
pub(crate) struct Place {
    /// The binary.
    binary: PathBuf,
    /// A folder of its own on the disk that is meant.
    folder: PathBuf,
    /// A PostgreSQL for what takes two nodes.
    postgres: Option<String>,
    /// How long something is done to measure it, in seconds.
    seconds: u64,
}

/// Measures the rows that are named, or all. The database of PostgreSQL is that of `PROEM_BENCH_POSTGRES`, which
/// must be empty.
pub(crate) fn service(binary: &Path, folder: &Path, rows: &[&str]) -> Result<(), String> {
    if let Some(unknown) = rows.iter().find(|row| !ROWS.iter().any(|(name, _)| name == *row)) {
        let names: Vec<&str> = ROWS.iter().map(|(name, _)| *name).collect();
        return Err(format!("`{unknown}` is none of {}", names.join(", ")));
    }
    let place = Place {
        binary: binary.to_owned(),
        folder: folder.join(format!("proem-service-{}", std::process::id())),
        postgres: std::env::var("PROEM_BENCH_POSTGRES").ok(),
        seconds: 5,
    };
    for (name, row) in ROWS.iter().filter(|(name, _)| rows.is_empty() || rows.contains(name)) {
        for line in row(&place)? {
            println!("{name}: {line}");
        }
    }
    std::fs::remove_dir_all(&place.folder).map_err(|error| error.to_string())
}
