//! `proem db`: backups, and whether a database is whole.
//!
//! Owns the choice between the two forms of a backup: the file itself, or lines of JSON that every database
//! reads. It must never write over anything.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use proem_store::dump;
use serde_json::json;

use crate::cli::database::Database;
use crate::cli::{End, complain, json};
use crate::machine::reason;

/// What every file of SQLite begins with.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Copy the database to a new file, while it is in use
    Backup {
        /// The new file
        file: PathBuf,
        #[command(flatten)]
        database: Database,
        /// Write lines of JSON, which both kinds of database can restore; of PostgreSQL it is always that
        #[arg(long)]
        dump: bool,
    },
    /// Make a new database from a backup
    Restore {
        /// The backup
        file: PathBuf,
        #[command(flatten)]
        database: Database,
    },
    /// Look whether the database is whole
    Check {
        #[command(flatten)]
        database: Database,
    },
}

/// Runs one of them.
pub(super) fn run(command: &Command, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    match command {
        Command::Backup { file, database, dump } => {
            let ended = database.with(async |store| {
                match dump {
                    true => dump::write(&*store, file).await?,
                    false => dump::backup(&*store, file).await?,
                }
                Ok(End::Fine)
            })?;
            if ended == End::Fine {
                told(as_json, out, "backup", file)?;
            }
            Ok(ended)
        }
        Command::Restore { file, database } => {
            let ended = restore(file, database)?;
            if ended == End::Fine {
                told(as_json, out, "restored", file)?;
            }
            Ok(ended)
        }
        Command::Check { database } => {
            let mut found = Vec::new();
            let ended = database.with(async |store| {
                found = store.check().await?;
                Ok(if found.is_empty() { End::Fine } else { End::Findings })
            })?;
            if as_json && ended != End::Environment {
                json::print(&json!({"problems": found}), out)?;
            } else if ended == End::Fine {
                writeln!(out, "the database is whole")?;
            }
            if !as_json {
                found.iter().for_each(|problem| complain(problem));
            }
            Ok(ended)
        }
    }
}

fn restore(from: &Path, database: &Database) -> io::Result<End> {
    let is_file = match begins_as_sqlite(from) {
        Ok(is_file) => is_file,
        Err(error) => {
            complain(&format!("{}: {}", from.display(), reason(&error)));
            return Ok(End::Environment);
        }
    };
    let address = database.address();
    if !is_file {
        return database
            .with_new(async |store| dump::restore(&*store, from).await.map(|_| End::Fine));
    }
    let Some(to) = Database::file(&address) else {
        complain(
            "the backup is a file of SQLite: `proem db backup --dump` writes one for PostgreSQL",
        );
        return Ok(End::Usage);
    };
    if to.exists() {
        complain(&format!("{} is there already: restore to a new file", to.display()));
        return Ok(End::Environment);
    }
    // Whoever opens the database sees all of it or nothing.
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let copied = fs::copy(from, &part).and_then(|_| File::open(&part)?.sync_all());
    if let Err(error) = copied.and_then(|()| fs::rename(&part, to)) {
        complain(&format!("{}: {}", to.display(), reason(&error)));
        return Ok(End::Environment);
    }
    // Opening it brings an older one up to date, and says so where it cannot be read.
    database.with(async |_| Ok(End::Fine))
}

fn begins_as_sqlite(path: &Path) -> io::Result<bool> {
    let mut beginning = Vec::new();
    File::open(path)?.take(SQLITE.len() as u64).read_to_end(&mut beginning)?;
    Ok(beginning == SQLITE)
}

fn told(as_json: bool, out: &mut dyn Write, what: &str, file: &Path) -> io::Result<()> {
    match as_json {
        true => json::print(&json!({what: file.display().to_string()}), out),
        false => writeln!(out, "{what}: {}", file.display()),
    }
}
