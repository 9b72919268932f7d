//! What was changed since somebody looked, so that whoever keeps a copy knows whether it is still one.
//!
//! Owns counters that only grow. What was changed is found by a hash: something else may pass for changed, and nothing
//! that was changed may pass for the same. It must never say what something was changed to.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

/// What is changed as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A conversation, by its id.
    Session,
    /// A user, by their id.
    User,
    /// What a user or a session was exposed to, by the id of either.
    Exposures,
    /// All memories of a workspace.
    Memories,
}

/// The kinds, and the tables in which they stand.
const TABLES: [(Kind, &str); 4] = [
    (Kind::Session, "sessions"),
    (Kind::User, "users"),
    (Kind::Exposures, "exposures"),
    (Kind::Memories, "memories"),
];

/// One thing that is changed: its kind, its workspace and its id.
pub type Subject<'a> = (Kind, &'a str, &'a str);

/// How many things are told apart, at most: a counter each.
const PLACES: usize = 4_096;

/// How often what was changed.
#[derive(Debug)]
pub struct Marks {
    /// How often anything was.
    any: AtomicU64,
    /// How often something was of which nobody said what.
    unknown: AtomicU64,
    places: Box<[AtomicU64]>,
}

impl Default for Marks {
    fn default() -> Self {
        let places = (0..PLACES).map(|_| AtomicU64::new(0)).collect();
        Self { any: AtomicU64::new(0), unknown: AtomicU64::new(0), places }
    }
}

impl Marks {
    /// A number that is another one as soon as a change to any of these is acknowledged.
    #[must_use]
    pub fn of(&self, subjects: &[Subject<'_>]) -> u64 {
        let places = subjects.iter().filter_map(|subject| self.places.get(place(subject)));
        let known: u64 = places.map(|count| count.load(Ordering::SeqCst)).sum();
        known + self.unknown.load(Ordering::SeqCst)
    }

    /// A number that is another one as soon as any change is acknowledged.
    #[must_use]
    pub fn of_all(&self) -> u64 {
        self.any.load(Ordering::SeqCst)
    }

    /// Notes what was changed. Whoever changed it is told behind this.
    pub(crate) fn note(&self, changed: &Changed) {
        for place in &changed.places {
            if let Some(count) = self.places.get(*place) {
                count.fetch_add(1, Ordering::SeqCst);
            }
        }
        if changed.is_unknown {
            self.unknown.fetch_add(1, Ordering::SeqCst);
        }
        self.any.fetch_add(1, Ordering::SeqCst);
    }
}

/// What a group of transactions has changed.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    places: Vec<usize>,
    is_unknown: bool,
}

impl Changed {
    /// Whatever it was.
    pub(crate) fn whatever() -> Self {
        Self { places: Vec::new(), is_unknown: true }
    }

    /// Takes in what one transaction has changed.
    pub(crate) fn add(&mut self, told: Told) {
        self.is_unknown |= told.written.iter().any(|kind| !told.kinds.contains(kind));
        self.places.extend(told.places);
    }
}

/// What a transaction says of its changes, and into which tables it wrote: a kind that was written and that it does
/// not name is unknown.
#[derive(Debug, Default)]
pub(crate) struct Told {
    places: Vec<usize>,
    kinds: Vec<Kind>,
    written: Vec<Kind>,
}

impl Told {
    /// This is changed.
    pub(crate) fn say(&mut self, subject: &Subject<'_>) {
        self.places.push(place(subject));
        self.kinds.push(subject.0);
    }

    /// This statement is run.
    pub(crate) fn run(&mut self, sql: &str) {
        let mut words = sql.split_ascii_whitespace();
        let table = match (words.next(), words.next()) {
            (Some("SELECT"), _) => return,
            (Some("UPDATE"), table) => table,
            (Some("INSERT"), Some("INTO")) | (Some("DELETE"), Some("FROM")) => words.next(),
            _ => None,
        };
        for (kind, name) in &TABLES {
            // Of a statement that reads otherwise it may be any. A kind is kept once: who only reads never hands this in.
            if table.is_none_or(|table| table == *name) && !self.written.contains(kind) {
                self.written.push(*kind);
            }
        }
    }
}

fn place(subject: &Subject<'_>) -> usize {
    let mut hasher = DefaultHasher::new();
    subject.hash(&mut hasher);
    usize::try_from(hasher.finish() % PLACES as u64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: [Subject<'static>; 2] = [(Kind::Session, "acme", "one"), (Kind::User, "acme", "u")];

    fn changed(said: &[Subject<'_>], sql: &str) -> Changed {
        let mut told = Told::default();
        said.iter().for_each(|subject| told.say(subject));
        told.run(sql);
        let mut changed = Changed::default();
        changed.add(told);
        changed
    }

    #[test]
    fn a_change_moves_what_it_names_and_nothing_else() {
        let marks = Marks::default();
        let (before, all) = (marks.of(&OF), marks.of_all());
        marks
            .note(&changed(&[(Kind::Session, "acme", "other")], "UPDATE sessions SET version = 2"));
        assert_eq!(marks.of(&OF), before);
        assert_ne!(marks.of_all(), all);
        marks.note(&changed(&[(Kind::User, "acme", "u")], "UPDATE users SET version = 2"));
        assert_ne!(marks.of(&OF), before);
    }

    #[test]
    fn however_much_is_run_a_kind_is_kept_once() {
        let mut told = Told::default();
        for _ in 0..3 {
            told.run("WITH all_of_it AS (SELECT 1) SELECT * FROM all_of_it");
            told.run("UPDATE sessions SET version = 2");
        }
        assert_eq!(told.written.len(), TABLES.len());
    }

    #[test]
    fn what_was_written_and_is_not_named_moves_everything() {
        let marks = Marks::default();
        let before = marks.of(&OF);
        marks.note(&changed(&[], "SELECT version FROM sessions"));
        marks.note(&changed(&[], "UPDATE turns SET status = 'done'"));
        assert_eq!(marks.of(&OF), before);
        marks.note(&changed(&[(Kind::Session, "acme", "other")], "DELETE FROM users"));
        let unknown = marks.of(&OF);
        assert_ne!(unknown, before);
        marks.note(&Changed::whatever());
        assert_ne!(marks.of(&OF), unknown);
    }
}
