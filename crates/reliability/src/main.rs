//! `proem-reliability`: trials in any length.
//!
//! Owns the commands and what they print. Each prints its seed first, so that it can be run again.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Parser, Subcommand, ValueEnum};
use proem_reliability::crowd::{self, Crowd};
use proem_reliability::errors::{self, Phase};
use proem_reliability::full;
use proem_reliability::histories;
use proem_reliability::kills::{self, Db, Plan};
use proem_reliability::power;
use proem_reliability::restarts;
use proem_reliability::shim::Sync;
use proem_reliability::trouble::{Result, Trouble};

/// Trials of what the service promises, while it is killed, cut off and starved.
#[derive(Parser)]
#[command(name = "proem-reliability")]
struct Arguments {
    #[command(subcommand)]
    trial: Trial,
}

#[derive(Subcommand)]
enum Trial {
    /// Kill the service at random moments under eight writers
    Kills {
        /// Where it keeps its data
        #[arg(long, value_enum, default_value = "sqlite")]
        db: Database,
        /// How many kills
        #[arg(long, default_value_t = 1_000)]
        times: u32,
        /// What chance begins with
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How many databases at a time
        #[arg(long, default_value_t = 1)]
        at_once: u32,
    },
    /// Restart PostgreSQL under eight writers
    Restarts {
        /// How many restarts
        #[arg(long, default_value_t = 50)]
        times: u32,
        /// What chance begins with
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Record what two nodes answer, and look for one order that explains it
    Histories {
        /// How often each client asks, and how many versions are made while they are served
        #[arg(long, default_value_t = 200)]
        times: u32,
        /// What chance begins with
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Let in thousands of connections that do nothing, stream, or are slow
    Connections {
        /// Connections that do nothing
        #[arg(long, default_value_t = 10_000)]
        idle: usize,
        /// Turns that are streamed
        #[arg(long, default_value_t = 2_000)]
        streams: usize,
        /// Slow clients
        #[arg(long, default_value_t = 1_000)]
        slow: usize,
        /// How long a connection may be idle, in seconds
        #[arg(long, default_value_t = 60)]
        head: u64,
    },
    /// Cut the power of the store: what was not synced is forgotten
    Power {
        /// How many cuts
        #[arg(long, default_value_t = 1_000)]
        times: u32,
        /// What chance begins with
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Ignore syncs: something must be lost
        #[arg(long)]
        without_sync: bool,
    },
    /// Let each write, cut and sync of a short story fail
    Errors {
        /// Which of the operations: each, each third, …
        #[arg(long, default_value_t = 1)]
        stride: u64,
        /// The first of them
        #[arg(long, default_value_t = 0)]
        first: u64,
        /// Leave out the phase in which the database is opened
        #[arg(long)]
        opened: bool,
    },
    /// Fill the disk of the service, and make room again
    Full,
    /// A writer whose power is cut
    #[command(hide = true)]
    Write {
        file: PathBuf,
        round: u32,
        early: u64,
        seed: u64,
        #[arg(long)]
        without_sync: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Database {
    Sqlite,
    Postgres,
}

fn main() -> ExitCode {
    let begin = Instant::now();
    let ran = run(&Arguments::parse().trial);
    let took = begin.elapsed().as_secs();
    match ran {
        Ok(said) => {
            println!("held, {took} s: {said}");
            ExitCode::SUCCESS
        }
        Err(trouble) => {
            eprintln!("after {took} s: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(trial: &Trial) -> Result<String> {
    match trial {
        &Trial::Kills { db, times, seed, at_once } => {
            let db = match db {
                Database::Sqlite => Db::Sqlite,
                Database::Postgres => Db::Postgres,
            };
            println!("seed {seed}");
            let plan = Plan { db, times, seed, at_once };
            kills::run(&plan, &|so_far| println!("{so_far}")).map(|report| report.to_string())
        }
        &Trial::Histories { times, seed } => {
            println!("seed {seed}");
            histories::run(times, seed).map(|report| report.to_string())
        }
        &Trial::Connections { idle, streams, slow, head } => {
            let head = Duration::from_secs(head);
            let crowd = Crowd { idle, streams, slow, head };
            crowd::run(crowd).map(|report| report.to_string())
        }
        &Trial::Restarts { times, seed } => {
            println!("seed {seed}");
            restarts::run(times, seed).map(|report| report.to_string())
        }
        &Trial::Power { times, seed, without_sync: false } => {
            println!("seed {seed}");
            power::run(times, seed, &|so_far| println!("{so_far}")).map(|report| report.to_string())
        }
        &Trial::Power { times, seed, without_sync: true } => {
            println!("seed {seed}");
            let report = power::control(times, seed)?;
            if report.lost == 0 && report.unreadable == 0 {
                let why = "the control lost nothing: the trial proves nothing".to_owned();
                return Err(Trouble::Setup(why));
            }
            Ok(report.to_string())
        }
        &Trial::Errors { stride, first, opened } => {
            let mut said = Vec::new();
            for phase in Phase::ALL.into_iter().filter(|phase| !opened || *phase != Phase::Opening)
            {
                for (what, lasting) in errors::ALL {
                    let report = errors::run(phase, (what, lasting), (first, stride))?;
                    let lasts = if lasting { ", lasting" } else { "" };
                    println!("{phase:?}, {what:?}{lasts}: {report}");
                    said.push(report.failures);
                }
            }
            Ok(format!("{} failures", said.iter().sum::<u64>()))
        }
        Trial::Full => full::run().map(|report| report.to_string()),
        Trial::Write { file, round, early, seed, without_sync } => {
            let sync = if *without_sync { Sync::Ignored } else { Sync::Kept };
            power::write(file, *round, (*early, *seed), sync).map(|()| String::new())
        }
    }
}
