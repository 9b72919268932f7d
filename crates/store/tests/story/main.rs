//! The story that both databases must tell.
//!
//! One file for each entity; each story is a function over an empty database. A runner makes the
//! database and tells which stories failed; it must never know a story.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here ends a story with a message"
)]

mod agent;
mod audit;
mod cluster;
mod database;
mod dump;
mod epoch;
mod experiment;
mod flow;
mod idempotency;
mod job;
mod key;
mod label;
mod marks;
mod memory;
mod outage;
mod prompt;
mod property;
mod role;
mod said;
mod session;
mod support;
mod turn;
mod user;
mod webhook;
mod workspace;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use cluster::Cluster;
use database::Database;

/// A story: its name, and what runs it.
type Story = (&'static str, fn(Database) -> Pin<Box<dyn Future<Output = ()>>>);

/// The stories of a file, by their names.
macro_rules! stories {
    ($($name:ident),* $(,)?) => {
        pub(crate) fn all() -> Vec<crate::Story> {
            vec![$((
                concat!(module_path!(), "::", stringify!($name)),
                |database| Box::pin($name(database)),
            )),*]
        }
    };
}
pub(crate) use stories;

fn all() -> Vec<Story> {
    let files = [
        workspace::all(),
        prompt::all(),
        agent::all(),
        label::all(),
        audit::all(),
        epoch::all(),
        session::all(),
        flow::all(),
        turn::all(),
        said::all(),
        key::all(),
        idempotency::all(),
        job::all(),
        webhook::all(),
        role::all(),
        memory::all(),
        experiment::all(),
        user::all(),
        dump::all(),
        marks::all(),
        property::all(),
    ];
    files.into_iter().flatten().collect()
}

#[test]
fn on_sqlite() {
    tell(&|_| Database::sqlite());
}

#[test]
fn on_postgres() {
    let Some(cluster) = Cluster::start() else { return };
    let cluster = Arc::new(cluster);
    tell(&|name| Database::postgres(&cluster, name));
}

/// Tells all stories, a few at a time, and then which ones failed. `PROEM_STORY` picks those whose name
/// contains it.
fn tell(database: &(dyn Fn(&str) -> Database + Sync)) {
    let only = std::env::var("PROEM_STORY").unwrap_or_default();
    let stories: Vec<_> = all().into_iter().filter(|(name, _)| name.contains(&only)).collect();
    assert!(!stories.is_empty(), "no story has a name with `{only}`");
    let (left, failed) = (Mutex::new(stories), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some((name, story)) = left.lock().unwrap().pop() else { return };
                    let runtime = tokio::runtime::Builder::new_multi_thread()
                        .worker_threads(2)
                        .enable_all()
                        .build()
                        .unwrap();
                    let told = catch_unwind(AssertUnwindSafe(|| {
                        let database = database(name);
                        runtime.block_on(story(database));
                    }));
                    if told.is_err() {
                        failed.lock().unwrap().push(name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "these stories failed:\n{}", failed.join("\n"));
}
