//! The trial of kills: `kill -9` of the service at random moments.
//!
//! Owns when it is killed: while eight writers write, while they repeat what was not answered, and while it
//! starts. A chain of kills works on one database, so that each crash meets what the ones before it left.

use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::client::Client;
use crate::cluster::Cluster;
use crate::judge::{Scope, is_whole, judge};
use crate::load::{self, Fate, Known, Signs, Then, Writer};
use crate::service::{Ground, Service, end};
use crate::trouble::{Result, Trouble};

/// How many kills a database goes through.
const CHAIN: u32 = 20;

/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many answers are waited for before the moment of a kill is chosen: fewer than this.
const ANSWERS: usize = 32;

/// How long is looked away while the first answer is waited for.
const GLANCE: Duration = Duration::from_millis(1);

/// Where the service keeps its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Db {
    /// A file.
    Sqlite,
    /// A server that the trial starts itself.
    Postgres,
}

/// What is tried.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Where the data are.
    pub db: Db,
    /// How many kills.
    pub times: u32,
    /// With which seed.
    pub seed: u64,
    /// How many databases at a time.
    pub at_once: u32,
}

/// What was tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report {
    /// How often the service was killed.
    pub kills: u32,
    /// How often of those while it started.
    pub starting: u32,
    /// How often of those while writers repeated what was not answered.
    pub repeating: u32,
    /// How many requests were acknowledged.
    pub acknowledged: usize,
    /// How many got no answer and turned out to have had their effect.
    pub seen: usize,
    /// How many got no answer and turned out to have had none.
    pub absent: usize,
    /// The longest time from a start to listening.
    pub slowest_start: Duration,
}

impl std::fmt::Display for Report {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} kills ({} while starting, {} while repeating); {} requests acknowledged; without an \
             answer, beside turns that were repeated: {} with their effect, {} without; \
             slowest start {} ms",
            self.kills,
            self.starting,
            self.repeating,
            self.acknowledged,
            self.seen,
            self.absent,
            self.slowest_start.as_millis()
        )
    }
}

impl Report {
    fn add(&mut self, other: &Self) {
        self.kills += other.kills;
        self.starting += other.starting;
        self.repeating += other.repeating;
        self.acknowledged += other.acknowledged;
        self.seen += other.seen;
        self.absent += other.absent;
        self.slowest_start = self.slowest_start.max(other.slowest_start);
    }
}

/// Where a trial stands: which chain is next, and what the ones before it came to.
struct Course {
    next: u32,
    report: Report,
    result: Result<()>,
}

/// Runs the trial. `tell` hears what was done, after each database.
///
/// # Errors
///
/// [`Trouble::Broken`] with the seed of the chain in which it happened; [`Trouble::Setup`].
pub fn run(plan: &Plan, tell: &(dyn Fn(&Report) + Sync)) -> Result<Report> {
    let cluster = match plan.db {
        Db::Sqlite => None,
        Db::Postgres => Some(
            Cluster::start()
                .ok_or_else(|| Trouble::Setup("PostgreSQL is not installed".to_owned()))?,
        ),
    };
    let course = Mutex::new(Course { next: 0, report: Report::default(), result: Ok(()) });
    let hold = || course.lock().unwrap_or_else(PoisonError::into_inner);
    let work = || {
        loop {
            let number = {
                let mut course = hold();
                if course.next >= plan.times.div_ceil(CHAIN) || course.result.is_err() {
                    return;
                }
                course.next += 1;
                course.next - 1
            };
            let times = CHAIN.min(plan.times - number * CHAIN);
            let ran = chain(cluster.as_ref(), times, plan.seed.wrapping_add(u64::from(number)));
            let mut course = hold();
            match ran {
                Ok(report) => course.report.add(&report),
                Err(trouble) => course.result = Err(trouble),
            }
            tell(&course.report);
        }
    };
    std::thread::scope(|scope| {
        (0..plan.at_once.max(1)).for_each(|_| drop(scope.spawn(work)));
    });
    let course = course.into_inner().unwrap_or_else(PoisonError::into_inner);
    course.result.map(|()| course.report)
}

/// Kills the service on one database, again and again.
fn chain(cluster: Option<&Cluster>, times: u32, seed: u64) -> Result<Report> {
    let folder = tempfile::tempdir().map_err(|error| Trouble::setup("a folder", error))?;
    let file = folder.path().join("proem.db");
    let db = match cluster {
        None => file.display().to_string(),
        Some(cluster) => {
            let name = format!("trial_{seed}");
            cluster.psql("postgres", &format!("CREATE DATABASE {name}"));
            cluster.url(&name)
        }
    };
    let mut chain = Chain {
        ground: Ground::new(db)?,
        writers: load::eight(seed),
        known: Known::default(),
        dice: Chance::new(seed, 0),
        report: Report::default(),
    };
    let ran = (0..times).try_for_each(|number| chain.round(number)).and_then(|()| chain.end());
    let whole = ran.and_then(|()| match cluster {
        None => is_whole(&file),
        Some(_) => Ok(()),
    });
    match whole {
        Ok(()) => Ok(chain.report),
        Err(Trouble::Broken(mut broken)) => {
            let kills = chain.report.kills;
            broken.insert(0, format!("`--seed {seed} --times {CHAIN}`, after {kills} kills:"));
            Err(Trouble::Broken(broken))
        }
        Err(setup) => Err(setup),
    }
}

/// One database and who writes to it.
struct Chain {
    ground: Ground,
    writers: Vec<Writer>,
    known: Known,
    dice: Chance,
    report: Report,
}

impl Chain {
    /// From a start to a kill.
    fn round(&mut self, number: u32) -> Result<()> {
        if number > 0 && self.dice.one_in(10) {
            let mut process = Service::spawn(&self.ground)?;
            std::thread::sleep(self.dice.millis(1, 250));
            end(&mut process);
            self.report.starting += 1;
            self.report.kills += 1;
            return Ok(());
        }
        let service = self.start()?;
        if self.dice.one_in(4) {
            self.report.repeating += 1;
        } else {
            self.judge(&service, Scope::Recent)?;
        }
        self.hunt(service);
        Ok(())
    }

    /// The last start: everything is looked at.
    fn end(&mut self) -> Result<()> {
        let service = self.start()?;
        self.judge(&service, Scope::All)?;
        let asks = || self.writers.iter().flat_map(|writer| &writer.asks);
        self.report.acknowledged = asks().filter(|ask| matches!(ask.fate, Fate::Done(_))).count();
        self.report.seen = asks().filter(|ask| ask.fate == Fate::Seen).count();
        self.report.absent = asks().filter(|ask| ask.fate == Fate::Absent).count();
        Ok(())
    }

    fn start(&mut self) -> Result<Service> {
        let begin = Instant::now();
        let service = Service::start(&mut self.ground)?;
        self.report.slowest_start = self.report.slowest_start.max(begin.elapsed());
        Ok(service)
    }

    fn judge(&mut self, service: &Service, scope: Scope) -> Result<()> {
        load::repeat(&mut self.writers, &|| service.client(PATIENCE));
        judge(&mut service.client(PATIENCE), &mut self.writers, scope, &mut self.dice)
    }

    /// Lets all writers write, and kills the service meanwhile.
    fn hunt(&mut self, service: Service) {
        let (address, key) = (service.address.clone(), service.key.clone());
        let wait = self.dice.millis(1, 200);
        // Some answers are waited for first, so that the moment lies within the load also where the machine
        // is slow; where it is none, the moment may lie before the first one.
        let answers = self.dice.place(ANSWERS);
        let (writers, known) = (&mut self.writers, &self.known);
        let signs = Signs::default();
        std::thread::scope(|scope| {
            let client = move || Client::new(&address, &key, PATIENCE);
            let signs = &signs;
            scope.spawn(move || load::write(writers, &client, known, Then::Ends, signs));
            let begin = Instant::now();
            while signs.answers.load(Ordering::Relaxed) < answers && begin.elapsed() < PATIENCE {
                std::thread::sleep(GLANCE);
            }
            std::thread::sleep(wait);
            service.kill();
            signs.stop.store(true, Ordering::Relaxed);
        });
        self.report.kills += 1;
    }
}
