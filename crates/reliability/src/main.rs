//! `proem-reliability`: trials in any length.
//!
//! Owns the commands and what they print. Each prints its seed first, so that it can be run again.

use std::process::ExitCode;
use std::time::Instant;

use clap::{Parser, Subcommand, ValueEnum};
use proem_reliability::kills::{self, Db, Plan};
use proem_reliability::trouble::Result;

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
    match *trial {
        Trial::Kills { db, times, seed, at_once } => {
            let db = match db {
                Database::Sqlite => Db::Sqlite,
                Database::Postgres => Db::Postgres,
            };
            println!("seed {seed}");
            let plan = Plan { db, times, seed, at_once };
            kills::run(&plan, &|so_far| println!("{so_far}")).map(|report| report.to_string())
        }
    }
}
