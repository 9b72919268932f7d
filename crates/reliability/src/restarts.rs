//! The trial of restarts: PostgreSQL ends at once under load and comes back, again and again.
//!
//! Owns the outages and who watches them: eight writers who go on, and a reader to whom known agents must be served
//! all the time. The service is never restarted. It must never judge while the database is away.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::chance::Chance;
use crate::client::Client;
use crate::cluster::Cluster;
use crate::judge::{Scope, judge};
use crate::load::{self, Fate, Known, Signs, Then};
use crate::service::{Ground, Service};
use crate::trouble::{Result, Trouble};

/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(40);

/// How long the service may take to write again when the database is back.
const RECOVERY: Duration = Duration::from_secs(20);

/// How often the reader reads.
const RHYTHM: Duration = Duration::from_millis(25);

/// What was tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report {
    /// How often the database was restarted.
    pub restarts: u32,
    /// How many requests were acknowledged.
    pub acknowledged: usize,
    /// How many were not answered and turned out to have had their effect, beside turns that were repeated.
    pub seen: usize,
    /// How many were not answered and turned out to have had none.
    pub absent: usize,
    /// How many assemblies were served all the while.
    pub assembled: usize,
    /// How many of those while the database was away, and said so.
    pub stale: usize,
    /// The longest that an assembly took.
    pub slowest_assembly: Duration,
    /// The longest time from the database's return to the next acknowledged write.
    pub slowest_recovery: Duration,
}

impl std::fmt::Display for Report {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} restarts; {} requests acknowledged; without an answer, beside turns that were repeated: {} \
             with their effect, {} without; {} assemblies, {} of them stale, the slowest {} ms; slowest \
             recovery {} ms",
            self.restarts,
            self.acknowledged,
            self.seen,
            self.absent,
            self.assembled,
            self.stale,
            self.slowest_assembly.as_millis(),
            self.slowest_recovery.as_millis()
        )
    }
}

/// What the reader saw.
#[derive(Default)]
struct Watched {
    assembled: usize,
    stale: usize,
    slowest: Duration,
    wrong: Vec<String>,
}

/// Restarts the database this often.
///
/// # Errors
///
/// [`Trouble::Broken`] with everything that was; [`Trouble::Setup`].
pub fn run(times: u32, seed: u64) -> Result<Report> {
    let missing = || Trouble::Setup("PostgreSQL is not installed".to_owned());
    let cluster = Cluster::start().ok_or_else(missing)?;
    let mut ground = Ground::new(cluster.url("postgres"))?;
    let service = Service::start(&mut ground)?;
    let (mut writers, known) = (load::eight(seed), Known::default());
    let (signs, mut dice) = (Signs::default(), Chance::new(seed, 0));
    let mut report = Report::default();
    let client = || service.client(PATIENCE);
    let (lasted, watched) = std::thread::scope(|scope| {
        let (writing, signs, known) = (&mut writers, &signs, &known);
        scope.spawn(move || load::write(writing, &client, known, Then::GoesOn, signs));
        let reader = scope.spawn(move || watch(&mut client(), signs));
        let lasted = outages(&cluster, times, signs, &mut dice, &mut report);
        signs.stop.store(true, Ordering::Relaxed);
        (lasted, reader.join().unwrap_or_default())
    });
    let mut broken = watched.wrong;
    if let Err(why) = lasted {
        broken.push(why);
    }
    load::repeat(&mut writers, &client);
    match judge(&mut client(), &mut writers, Scope::All, &mut dice) {
        Err(Trouble::Broken(more)) => broken.extend(more),
        judged => judged?,
    }
    if !broken.is_empty() {
        broken.insert(0, format!("`restarts --seed {seed}`, {report}:"));
        return Err(Trouble::Broken(broken));
    }
    let asks = || writers.iter().flat_map(|writer| &writer.asks);
    report.acknowledged = asks().filter(|ask| matches!(ask.fate, Fate::Done(_))).count();
    report.seen = asks().filter(|ask| ask.fate == Fate::Seen).count();
    report.absent = asks().filter(|ask| ask.fate == Fate::Absent).count();
    report.assembled = watched.assembled;
    report.stale = watched.stale;
    report.slowest_assembly = watched.slowest;
    Ok(report)
}

fn outages(
    cluster: &Cluster,
    times: u32,
    signs: &Signs,
    dice: &mut Chance,
    report: &mut Report,
) -> std::result::Result<(), String> {
    writes_again(signs)?;
    for _ in 0..times {
        std::thread::sleep(dice.millis(50, 600));
        cluster.stop();
        std::thread::sleep(dice.millis(0, 600));
        cluster.resume();
        report.restarts += 1;
        report.slowest_recovery = report.slowest_recovery.max(writes_again(signs)?);
    }
    Ok(())
}

/// Waits for the next answer that a writer gets; how long that took.
fn writes_again(signs: &Signs) -> std::result::Result<Duration, String> {
    let (begin, before) = (Instant::now(), signs.answers.load(Ordering::Relaxed));
    while signs.answers.load(Ordering::Relaxed) == before {
        if begin.elapsed() > RECOVERY {
            return Err(format!("nothing was written for {} s", RECOVERY.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(begin.elapsed())
}

/// Assembles all the time: known agents are served whatever becomes of the database.
fn watch(client: &mut Client, signs: &Signs) -> Watched {
    let mut watched = Watched::default();
    let body = json!({"message": "How was it?"});
    while !signs.stop.load(Ordering::Relaxed) {
        let begin = Instant::now();
        match client.ask("POST", "agents/diary/assemble", None, Some(&body)) {
            Ok(reply) if reply.status == 200 => {
                watched.assembled += 1;
                watched.stale += usize::from(reply.json()["stale"] == true);
            }
            Ok(reply) => {
                watched.wrong.push(format!("an assembly got {}: {}", reply.status, reply.body));
            }
            Err(error) => watched.wrong.push(format!("an assembly was not answered: {error}")),
        }
        watched.slowest = watched.slowest.max(begin.elapsed());
        std::thread::sleep(RHYTHM);
    }
    watched
}
