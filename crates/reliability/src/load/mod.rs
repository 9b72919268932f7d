//! Writers, and what they remember.
//!
//! Owns who writes: eight of them, of four kinds, each with a connection of its own. A writer remembers
//! everything that it ever asked for and what came of it. It must never forget, and never guess: an answer
//! that did not come whole is none.

mod ledger;
mod writer;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

pub use ledger::{Ask, Fate, Kind};
pub use writer::{Line, Role, Writer, turn};

use crate::client::Client;

/// How long a writer rests where the database does not answer.
const REST: Duration = Duration::from_millis(20);

/// The eight writers of a database.
#[must_use]
pub fn eight(seed: u64) -> Vec<Writer> {
    let roles = [
        Role::Talks,
        Role::Talks,
        Role::Talks,
        Role::Talks,
        Role::Writes(Line::Tone),
        Role::Writes(Line::Opening),
        Role::Moves,
        Role::Remembers,
    ];
    let numbered = (0_u64..).zip(roles);
    numbered.map(|(number, role)| Writer::new(number, role, seed)).collect()
}

/// Ids of versions that were acknowledged: what may become active.
#[derive(Debug, Default)]
pub struct Known(Mutex<Vec<(Line, String)>>);

impl Known {
    fn add(&self, line: Line, id: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((line, id));
    }

    fn any(&self, place: impl FnOnce(usize) -> usize) -> Option<(Line, String)> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(place(known.len())).cloned()
    }
}

/// What a writer does whose answer did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It ends: the service is gone.
    Ends,
    /// It connects again and goes on: the service is there, or comes back.
    GoesOn,
}

/// What writers and those who watch them tell each other.
#[derive(Debug, Default)]
pub struct Signs {
    /// The writers are to stop.
    pub stop: AtomicBool,
    /// How many answers came.
    pub answers: AtomicUsize,
}

/// Repeats what was not answered, all writers at a time.
pub fn repeat(writers: &mut [Writer], client: &(dyn Fn() -> Client + Sync)) {
    std::thread::scope(|scope| {
        for writer in writers {
            scope.spawn(move || writer.repeat(&mut client()));
        }
    });
}

/// Writes until it is told to stop, all writers at a time. What was not answered before is repeated first.
pub fn write(
    writers: &mut [Writer],
    client: &(dyn Fn() -> Client + Sync),
    known: &Known,
    then: Then,
    signs: &Signs,
) {
    std::thread::scope(|scope| {
        for writer in writers {
            scope.spawn(move || {
                let mut asker = client();
                while !signs.stop.load(Ordering::Relaxed) {
                    let answered = writer.repeat(&mut asker) && writer.step(&mut asker, known);
                    if answered {
                        signs.answers.fetch_add(1, Ordering::Relaxed);
                    }
                    if !answered && then == Then::Ends {
                        return;
                    }
                    if !answered {
                        std::thread::sleep(REST);
                        asker = client();
                    }
                }
            });
        }
    });
}
