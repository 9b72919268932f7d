//! Does one kind of work over and over for a while, so that a profiler has something to look at.
//!
//! It must never do anything else in between that would show in a profile.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use proem::check::compiled::Compiled;
use proem_bench::conversation::{Conversation, HISTORY, conversation};
use proem_bench::ours::{self, Running, arrival};
use proem_bench::statistics::{percentile, timed};

use crate::serve::{cold, read};

/// Turns of a conversation: so many that its first turn, which is cold, hardly shows.
const TURNS: usize = 200;

/// Works for a number of seconds, and prints how long one piece of work took. `what` is `running`,
/// `unchanged` or `cold`.
pub(crate) fn spin(folder: &Path, seconds: &str, what: &str) -> Result<(), String> {
    let seconds: u64 = seconds.parse().map_err(|_| format!("`{seconds}` is not a number"))?;
    let files = read(&folder.join("agent"), Path::new(""))?;
    let agent = ours::open(files.clone())?;
    let made = conversation(1, HISTORY, TURNS);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut times = Vec::new();
    while Instant::now() < end {
        match what {
            "running" => running(&agent, &made, &mut times)?,
            "unchanged" => unchanged(&agent, &made, &mut times)?,
            "cold" => times.push(cold(&files, &made)?),
            other => return Err(format!("`{other}` is none of running, unchanged, cold")),
        }
    }
    let (median, high) = (percentile(&times, 500), percentile(&times, 990));
    println!("{} times {what}: median {median} ns, p99 {high} ns", times.len());
    Ok(())
}

fn running(agent: &Compiled, made: &Conversation, times: &mut Vec<u64>) -> Result<(), String> {
    let mut running = Running::new(made);
    for turn in 0..made.turns() {
        running.arrive(arrival(made, turn));
        if turn < made.warm {
            warm_up(&mut running, agent)?;
            continue;
        }
        let (done, time) = timed(|| running.assemble(agent));
        black_box(done?);
        times.push(time);
    }
    Ok(())
}

fn unchanged(agent: &Compiled, made: &Conversation, times: &mut Vec<u64>) -> Result<(), String> {
    let mut running = Running::new(made);
    for turn in 0..=made.warm {
        running.arrive(arrival(made, turn));
        warm_up(&mut running, agent)?;
    }
    for _ in 0..TURNS {
        let (done, time) = timed(|| running.assemble(agent));
        black_box(done?);
        times.push(time);
    }
    Ok(())
}

/// The turns that are not timed: a function of its own, so that a profile can leave them out.
#[inline(never)]
fn warm_up(running: &mut Running, agent: &Compiled) -> Result<(), String> {
    black_box(running.assemble(agent)?);
    Ok(())
}
