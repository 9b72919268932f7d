//! The trial of power cuts: what was not synced is forgotten.
//!
//! Owns a writer that is a process of its own, with the store and the shim in it, and its end by `kill -9`. The
//! control ignores syncs and must lose something, or the trial proves nothing. It must never judge through the
//! shim: what is judged is what the files hold.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use proem_store::sqlite::{Options, Sqlite};
use proem_store::store::Store;

use crate::chance::Chance;
use crate::deeds::{self, Deed};
use crate::program;
use crate::service::end;
use crate::shim::{self, Plan, Sync};
use crate::trouble::{Result, Trouble};

/// How many power cuts a database goes through.
const CHAIN: u32 = 10;

/// How many sessions are talked in.
const SESSIONS: u64 = 4;

/// When stores are opened: it stands in the schema's own table only.
const NOW: i64 = 1_780_000_000_000;

/// What was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How often the power was cut.
    pub cuts: u32,
    /// How many deeds were acknowledged.
    pub acknowledged: usize,
    /// How many of those are gone. In all but the control that is a broken promise.
    pub lost: usize,
    /// How many deeds are there that were not acknowledged: their commit was under way.
    pub unasked: usize,
    /// How many databases could not be read any more. In all but the control that is a broken promise.
    pub unreadable: u32,
}

impl std::fmt::Display for Report {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} power cuts; {} deeds acknowledged, {} of them lost; {} found that were not; {} databases \
             unreadable",
            self.cuts, self.acknowledged, self.lost, self.unasked, self.unreadable
        )
    }
}

/// Cuts the power this often. `tell` hears what was done, after each database.
///
/// # Errors
///
/// [`Trouble::Broken`] with the seed of the chain in which it happened; [`Trouble::Setup`].
pub fn run(times: u32, seed: u64, tell: &dyn Fn(&Report)) -> Result<Report> {
    let mut whole = Report::default();
    let mut number = 0;
    while whole.cuts < times {
        let some = CHAIN.min(times - whole.cuts);
        let chain_seed = seed.wrapping_add(number);
        let (report, wrong) = chain(some, chain_seed, Sync::Kept)?;
        whole.add(&report);
        tell(&whole);
        if report.lost > 0 || report.unreadable > 0 || !wrong.is_empty() {
            let mut broken = vec![format!("`power --seed {chain_seed} --times {some}`: {report}")];
            broken.extend(wrong);
            return Err(Trouble::Broken(broken));
        }
        number += 1;
    }
    Ok(whole)
}

/// The control: the same with syncs that do nothing. Each cut has a database of its own.
///
/// # Errors
///
/// [`Trouble::Setup`].
pub fn control(times: u32, seed: u64) -> Result<Report> {
    let mut whole = Report::default();
    for number in 0..u64::from(times) {
        whole.add(&chain(1, seed.wrapping_add(number), Sync::Ignored)?.0);
    }
    Ok(whole)
}

impl Report {
    fn add(&mut self, other: &Self) {
        self.cuts += other.cuts;
        self.acknowledged += other.acknowledged;
        self.lost += other.lost;
        self.unasked += other.unasked;
        self.unreadable += other.unreadable;
    }
}

/// Cuts the power under one database; also what contradicts itself in it.
fn chain(times: u32, seed: u64, sync: Sync) -> Result<(Report, Vec<String>)> {
    let folder = tempfile::tempdir().map_err(|error| Trouble::setup("a folder", error))?;
    let file = folder.path().join("proem.db");
    let runtime = runtime()?;
    let mut dice = Chance::new(seed, 0);
    let mut done = BTreeSet::new();
    // Where syncs are ignored there would be nothing at all without a database that was made with them.
    let begun = runtime.block_on(async {
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(&file, Options::default(), NOW)?);
        let prepared = deeds::prepare(&store, SESSIONS).await;
        store.close().await;
        prepared
    });
    begun.map_err(|error| Trouble::setup("a database", error))?;
    let mut report = Report::default();
    for round in 0..times {
        done.extend(cut(&file, round, sync, &mut dice)?);
        report.cuts += 1;
        // Where nobody looks in between, the next writer meets what the cut left.
        if round + 1 < times && !dice.one_in(3) {
            continue;
        }
        let seen = runtime.block_on(async {
            let store: Arc<dyn Store> = Arc::new(Sqlite::open(&file, Options::default(), NOW)?);
            let seen = deeds::look(&store, SESSIONS).await;
            store.close().await;
            seen
        });
        report.acknowledged = done.len();
        let found = match seen {
            Ok(found) => found,
            Err(error) => {
                report.unreadable = 1;
                return Ok((report, vec![error.to_string()]));
            }
        };
        report.lost = done.iter().filter(|name| !found.names.contains_key(*name)).count();
        report.unasked = found.names.keys().filter(|name| !done.contains(*name)).count();
        let twice = found.names.iter().filter(|(_, times)| **times != 1);
        let mut wrong: Vec<String> =
            twice.map(|(name, times)| format!("{name} is there {times} times")).collect();
        wrong.extend(found.wrong);
        if report.lost > 0 || !wrong.is_empty() {
            return Ok((report, wrong));
        }
    }
    Ok((report, Vec::new()))
}

/// Starts a writer and cuts its power; what it had acknowledged by then.
fn cut(file: &Path, round: u32, sync: Sync, dice: &mut Chance) -> Result<Vec<String>> {
    let mut command = Command::new(program::trials()?);
    command.arg("write").arg(file).arg(round.to_string());
    // The disk writes nothing by itself, or after each write, or now and then.
    let early = [0, 1, 4, 16].get(dice.place(4)).copied().unwrap_or(0);
    command.args([early, dice.roll()].map(|number: u64| number.to_string()));
    command.args(if sync == Sync::Ignored { &["--without-sync"][..] } else { &[] });
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut process = command.spawn().map_err(|error| Trouble::setup("a writer", error))?;
    let out = process.stdout.take().ok_or_else(|| Trouble::Setup("no output".to_owned()))?;
    let (ready, is_ready) = std::sync::mpsc::channel();
    let listener = std::thread::spawn(move || {
        let mut done = Vec::new();
        let mut out = BufReader::new(out);
        let mut line = String::new();
        // A line without its end was cut off: it acknowledges nothing.
        while out.read_line(&mut line).is_ok_and(|_| line.ends_with('\n')) {
            match line.trim_end().split_once(' ') {
                Some(("done", name)) => done.push(Ok(name.to_owned())),
                Some(("failed", why)) => done.push(Err(why.to_owned())),
                _ => drop(ready.send(())),
            }
            line.clear();
        }
        done
    });
    if dice.one_in(8) {
        std::thread::sleep(dice.millis(1, 100));
    } else {
        // Where it cannot begin it ends, and so does the waiting.
        let _ = is_ready.recv();
        std::thread::sleep(dice.millis(1, 1500));
    }
    end(&mut process);
    let done = listener.join().unwrap_or_default();
    let failed = |why: String| Trouble::Broken(vec![format!("a writer was refused: {why}")]);
    done.into_iter().collect::<std::result::Result<_, _>>().map_err(failed)
}

/// The writer: writes through the shim until it is killed, and says what was acknowledged.
///
/// # Errors
///
/// [`Trouble::Broken`] where the store does not open on what a cut left.
pub fn write(file: &Path, round: u32, (early, seed): (u64, u64), sync: Sync) -> Result<()> {
    shim::register()?;
    shim::set(Plan { sync, early, seed, fail: None });
    let broken = |error| Trouble::Broken(vec![format!("{}: {error}", file.display())]);
    runtime()?.block_on(async {
        let options = Options { vfs: Some(shim::NAME.to_owned()), ..Options::default() };
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(file, options, NOW).map_err(broken)?);
        deeds::prepare(&store, SESSIONS).await.map_err(broken)?;
        say("ready");
        let writers: Vec<_> =
            (0..8).map(|writer| tokio::spawn(writes(Arc::clone(&store), round, writer))).collect();
        for writer in writers {
            drop(writer.await);
        }
        Ok(())
    })
}

async fn writes(store: Arc<dyn Store>, round: u32, writer: u64) {
    let deed = match writer {
        0..SESSIONS => Deed::Turn(writer),
        SESSIONS..6 => Deed::Version,
        _ => Deed::Memory,
    };
    for number in 0_u64.. {
        let name = format!("{round}-{writer}-{number}");
        match deeds::perform(&store, deed, &name).await {
            Ok(()) => say(&format!("done {name}")),
            Err(error) => say(&format!("failed {name}: {error}")),
        }
    }
}

/// Says a line. Whoever listens is there as long as we are.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    let made = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    made.map_err(|error| Trouble::setup("threads", error))
}
