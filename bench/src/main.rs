//! `proem-bench`: writes the workload down, and runs the engine on it.
//!
//! Owns the command line. `workload` writes what the peers read; `serve` answers requests for
//! measurements as the peers do, one JSON line for each; `service` measures the binary `proem serve`;
//! `memos` holds what conversations are said to take against what they do; `spin` assembles for a while, for a profiler to look at. It must never decide what is measured: that is in the library.

mod memos;
mod serve;
mod service;
mod spin;
mod write;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
proem-bench workload FOLDER [NUMBERS]   write the workload for runs side by side
proem-bench serve FOLDER                measure: requests in, one JSON line each out
proem-bench spin FOLDER SECONDS WHAT    work on and on, for a profiler
proem-bench memos                       how much memory conversations take between turns
proem-bench service BINARY FOLDER [ROW...]
                                        measure `BINARY serve` with databases in FOLDER

ROW       stateless, session, turns, start, memory or activation
WHAT      running, unchanged or cold
NUMBERS   messages of history, conversations, turns of each, prompts: 200 1 25 1
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["workload", folder, numbers @ ..] if numbers.len() <= 4 => write::Wanted::read(numbers)
            .and_then(|wanted| write::workload(Path::new(folder), &wanted)),
        ["serve", folder] => serve::serve(Path::new(folder)),
        ["service", binary, folder, rows @ ..] => {
            service::service(Path::new(binary), Path::new(folder), rows)
        }
        ["memos"] => memos::memos(),
        ["spin", folder, seconds, what] => spin::spin(Path::new(folder), seconds, what),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
