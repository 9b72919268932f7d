//! The trial of errors: each write, cut and sync of a short story fails once.
//!
//! Owns the story and what must hold whichever operation fails: what was acknowledged is there after a power cut,
//! what failed says so with an error that a caller can act on, and when the disk is well again so is the store. It
//! must never run beside another trial of the same process: the shim is one.

use std::path::Path;
use std::sync::Arc;

use proem_store::error::Error;
use proem_store::sqlite::{Options, Sqlite};
use proem_store::store::Store;

use crate::deeds::{self, Deed};
use crate::shim::{self, Fail, Plan, What};
use crate::trouble::{Result, Trouble};

/// All kinds of failures, and whether they last.
pub const ALL: [(What, bool); 4] =
    [(What::Full, false), (What::Full, true), (What::Broken, false), (What::Broken, true)];

/// While what an operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// While the database is made and opened.
    Opening,
    /// While deeds are done.
    Deeds,
    /// While what was written is moved from the log into the file.
    Checkpoint,
}

impl Phase {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Opening, Self::Deeds, Self::Checkpoint];
}

/// How long after the first deeds the log has been moved into the file.
const MOVED: std::time::Duration = std::time::Duration::from_millis(750);

/// The story: each deed is done twice, by another name.
const STORY: [Deed; 4] = [Deed::Turn(0), Deed::Version, Deed::Memory, Deed::Turn(1)];

const SESSIONS: u64 = 2;

const NOW: i64 = 1_780_000_000_000;

/// What was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many operations failed, each in a story of its own.
    pub failures: u64,
    /// How many deeds were acknowledged.
    pub acknowledged: usize,
    /// How many deeds were refused with an error.
    pub refused: usize,
    /// How many of those were found after the power cut: their error did not say that nothing was written.
    pub done_all_the_same: usize,
}

impl std::fmt::Display for Report {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} failures; {} deeds acknowledged, {} refused, {} of those found later",
            self.failures, self.acknowledged, self.refused, self.done_all_the_same
        )
    }
}

/// Lets each operation of a phase fail, or each `stride`th from the `first` on. `lasting` failures go on until the phase is over.
///
/// # Errors
///
/// [`Trouble::Broken`] with the number of the operation; [`Trouble::Setup`].
pub fn run(
    phase: Phase,
    (what, lasting): (What, bool),
    (first, stride): (u64, u64),
) -> Result<Report> {
    shim::register()?;
    let made = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = made.map_err(|error| Trouble::setup("threads", error))?;
    let mut whole = Report::default();
    let mut from = first;
    loop {
        let fail = Fail { what, from, lasting };
        let mut told = Told::default();
        runtime.block_on(story(phase, fail, &mut told))?;
        if !told.wrong.is_empty() {
            told.wrong.insert(
                0,
                format!("operation {from} of {phase:?} fails, {what:?}, lasting {lasting}:"),
            );
            return Err(Trouble::Broken(told.wrong));
        }
        if !told.met {
            return Ok(whole);
        }
        whole.failures += 1;
        whole.acknowledged += told.done.len();
        whole.refused += told.refused.len();
        whole.done_all_the_same += told.done_all_the_same;
        from += stride.max(1);
    }
}

/// How many operations of a phase can fail so.
///
/// # Errors
///
/// As [`run`].
pub fn operations(phase: Phase, what: What) -> Result<u64> {
    shim::register()?;
    let made = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = made.map_err(|error| Trouble::setup("threads", error))?;
    let (fail, mut told) = (Fail { what, from: u64::MAX, lasting: false }, Told::default());
    runtime.block_on(story(phase, fail, &mut told))?;
    Trouble::unless_fine(told.wrong).map(|()| told.operations)
}

/// What is told of one story.
#[derive(Default)]
struct Told {
    /// Whether the failure was met.
    met: bool,
    /// How many operations there were that could have failed.
    operations: u64,
    done: Vec<String>,
    refused: Vec<(String, Deed, Error)>,
    done_all_the_same: usize,
    wrong: Vec<String>,
}

async fn story(phase: Phase, fail: Fail, told: &mut Told) -> Result<()> {
    let folder = tempfile::tempdir().map_err(|error| Trouble::setup("a folder", error))?;
    let file = folder.path().join("proem.db");
    let failing = Plan { fail: Some(fail), ..Plan::default() };
    let well = |told: &mut Told| {
        told.operations = shim::counted();
        told.met = told.operations > fail.from;
        shim::set(Plan::default());
    };
    shim::set(if phase == Phase::Opening { failing } else { Plan::default() });
    let store = match begin(&file).await {
        Ok(store) => store,
        Err(error) => {
            typed("opening", &error, told);
            // The disk is well again: what was begun must not be in the way.
            well(told);
            match begin(&file).await {
                Ok(store) => store,
                Err(error) => {
                    told.wrong.push(format!("it does not open when the disk is well: {error}"));
                    return Ok(());
                }
            }
        }
    };
    match phase {
        Phase::Opening => {
            if !told.met {
                well(told);
            }
            tell(&store, "first", told).await;
        }
        Phase::Deeds => {
            shim::set(failing);
            tell(&store, "first", told).await;
            read_while_it_fails(&store, told).await;
            well(told);
        }
        Phase::Checkpoint => {
            tell(&store, "first", told).await;
            shim::set(failing);
            tokio::time::sleep(MOVED).await;
            read_while_it_fails(&store, told).await;
            well(told);
        }
    }
    tell(&store, "later", told).await;
    let late: Vec<_> = told.refused.iter().filter(|(name, ..)| name.starts_with("later")).collect();
    // A sync that failed is told to each handle once: of one that failed behind everybody's back the writer hears
    // at its next commit, and must not take it for done.
    let heard = usize::from(phase == Phase::Checkpoint && fail.what == What::Broken);
    if let Some((name, _, error)) = late.get(heard) {
        let wrong = format!("{name} is refused although the disk is well again: {error}");
        told.wrong.push(wrong);
    }
    // A turn comes again under its key: it is done now, or was.
    for (name, deed, _) in told.refused.clone() {
        if matches!(deed, Deed::Turn(_)) {
            match deeds::perform(&store, deed, &name).await {
                Ok(()) => told.done.push(name.clone()),
                Err(error) => {
                    told.wrong.push(format!("{name} comes again and is refused: {error}"))
                }
            }
            told.refused.retain(|(other, ..)| *other != name);
        }
    }
    // The power is cut now: what the files hold at this moment is all that there is.
    let cut = tempfile::tempdir().map_err(|error| Trouble::setup("a folder", error))?;
    for name in ["proem.db", "proem.db-wal"] {
        let copied = std::fs::copy(folder.path().join(name), cut.path().join(name));
        copied.map_err(|error| Trouble::setup(name, error))?;
    }
    judge(&cut.path().join("proem.db"), "after the power cut", told).await;
    store.close().await;
    shim::forget();
    judge(&file, "after it was closed", told).await;
    Ok(())
}

async fn begin(file: &Path) -> proem_store::error::Result<Arc<dyn Store>> {
    let options = Options { vfs: Some(shim::NAME.to_owned()), ..Options::default() };
    let store: Arc<dyn Store> = Arc::new(Sqlite::open(file, options, NOW)?);
    match deeds::prepare(&store, SESSIONS).await {
        Ok(()) => Ok(store),
        Err(error) => {
            store.close().await;
            Err(error)
        }
    }
}

async fn tell(store: &Arc<dyn Store>, part: &str, told: &mut Told) {
    for (number, deed) in STORY.into_iter().enumerate() {
        let name = format!("{part}-{number}");
        match deeds::perform(store, deed, &name).await {
            Ok(()) => told.done.push(name),
            Err(error) => {
                typed(&name, &error, told);
                told.refused.push((name, deed, error));
            }
        }
    }
}

/// What is read is right, or an error.
async fn read_while_it_fails(store: &Arc<dyn Store>, told: &mut Told) {
    match deeds::look(store, SESSIONS).await {
        Ok(found) => {
            told.wrong.extend(found.wrong);
            for name in &told.done {
                if found.names.get(name) != Some(&1) {
                    told.wrong.push(format!("{name} was acknowledged and is not read"));
                }
            }
        }
        Err(error) => typed("reading", &error, told),
    }
}

async fn judge(file: &Path, when: &str, told: &mut Told) {
    let found = async {
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(file, Options::default(), NOW)?);
        let found = deeds::look(&store, SESSIONS).await;
        store.close().await;
        found
    };
    let found = match found.await {
        Ok(found) => found,
        Err(error) => {
            told.wrong.push(format!("{when} nothing can be read: {error}"));
            return;
        }
    };
    told.wrong.extend(found.wrong.into_iter().map(|wrong| format!("{when}: {wrong}")));
    for name in &told.done {
        let times = found.names.get(name).copied().unwrap_or(0);
        if times != 1 {
            told.wrong.push(format!("{when}: {name} was acknowledged and is there {times} times"));
        }
    }
    let (mut all_the_same, mut wrong) = (0, Vec::new());
    for (name, _, error) in &told.refused {
        let times = found.names.get(name).copied().unwrap_or(0);
        if times > 1 || times == 1 && *error == Error::Full {
            wrong.push(format!("{when}: {name} said `{error}` and is there {times} times"));
        }
        all_the_same += times;
    }
    told.done_all_the_same = told.done_all_the_same.max(all_the_same);
    told.wrong.append(&mut wrong);
}

/// An error must be one that a caller can act on.
fn typed(what: &str, error: &Error, told: &mut Told) {
    if !matches!(error, Error::Full | Error::Unavailable(_) | Error::Busy) {
        told.wrong.push(format!(
            "{what} is refused with an error that says nothing of the disk: {error}"
        ));
    }
}
