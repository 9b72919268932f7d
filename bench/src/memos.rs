//! What conversations take in memory between their turns.
//!
//! Owns the table of what is said of it beside what the process takes. It must never free what it measures: what is
//! freed is taken again without the process becoming larger.

use proem::check::compiled::Compiled;
use proem_bench::conversation::conversation;
use proem_bench::ours::{self, Running};
use proem_bench::{folder, workload};

/// How many messages conversations have.
const LENGTHS: [usize; 6] = [10, 50, 100, 200, 400, 1_000];

/// How many conversations of each length are measured.
const MANY: usize = 100;

/// How many are led before, so that the process has what it needs.
const BEFORE: usize = 20;

/// How many turns each has had.
const TURNS: usize = 3;

/// Prints the table.
pub(crate) fn memos() -> Result<(), String> {
    let agent = ours::open(folder::files(&workload::workload(1)))?;
    println!("{:>8} {:>12} {:>12}", "messages", "said (KB)", "takes (KB)");
    for length in LENGTHS {
        let mut said = 0;
        for number in 0..BEFORE {
            said = keep(&agent, number, length)?;
        }
        let before = resident()?;
        for number in BEFORE..BEFORE + MANY {
            keep(&agent, number, length)?;
        }
        let takes = resident()?.saturating_sub(before) / MANY;
        println!("{length:>8} {:>12} {:>12}", said / 1_000, takes / 1_000);
    }
    Ok(())
}

/// Leads a conversation and keeps it for ever; what it says that it takes.
fn keep(agent: &Compiled, number: usize, length: usize) -> Result<usize, String> {
    let made = conversation(number as u64, length, TURNS);
    let mut running = Running::new(&made);
    for turn in 0..made.turns() {
        running.arrive(ours::arrival(&made, turn));
        running.assemble(agent)?;
    }
    let size = running.size();
    std::mem::forget(running);
    Ok(size)
}

/// The memory of this process, in bytes.
fn resident() -> Result<usize, String> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|error| error.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kib.map(|kib| kib * 1_024).ok_or_else(|| "the system does not say how much it is".to_owned())
}
