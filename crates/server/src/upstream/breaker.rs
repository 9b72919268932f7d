//! Providers that are left alone for a while.
//!
//! Owns what is known of each place's health: after some failures within a window it is not asked any more,
//! and when it has had its rest a single question finds out whether it is well again. It must never read a
//! clock, and never hold a place back because a question was given up.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// When a provider that fails is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Breaking {
    /// After how many failures.
    pub failures: usize,
    /// Within how long, in milliseconds.
    pub window: u64,
    /// For how long, in milliseconds.
    pub rest: u64,
}

impl Default for Breaking {
    fn default() -> Self {
        Self { failures: 8, window: 30_000, rest: 15_000 }
    }
}

/// What is known of all places.
#[derive(Debug)]
pub(crate) struct Breakers {
    breaking: Breaking,
    places: Mutex<HashMap<String, Health>>,
}

#[derive(Debug, Default)]
struct Health {
    /// When it failed, oldest first; within the window.
    failures: VecDeque<Instant>,
    /// Since when it is left alone.
    since: Option<Instant>,
    /// Whether a question is under way that finds out whether it is well again.
    probed: bool,
}

/// The right to ask a place once. Dropped without a word it tells nothing of the place.
#[derive(Debug)]
pub(crate) struct Permit<'b> {
    breakers: &'b Breakers,
    place: String,
    probes: bool,
}

impl Breakers {
    pub(crate) fn new(breaking: Breaking) -> Self {
        Self { breaking, places: Mutex::default() }
    }

    /// Asks whether a place may be asked now; none where it is left alone.
    pub(crate) fn admit(&self, place: &str, now: Instant) -> Option<Permit<'_>> {
        let rest = Duration::from_millis(self.breaking.rest);
        let probes = self.with(place, |health| match health.since {
            None => Some(false),
            Some(since) if now.duration_since(since) >= rest && !health.probed => {
                health.probed = true;
                Some(true)
            }
            Some(_) => None,
        })?;
        Some(Permit { breakers: self, place: place.to_owned(), probes })
    }

    fn with<T>(&self, place: &str, with: impl FnOnce(&mut Health) -> T) -> T {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        with(places.entry(place.to_owned()).or_default())
    }
}

impl Permit<'_> {
    /// The place answered, be it with a refusal.
    pub(crate) fn worked(self) {
        self.breakers.with(&self.place, |health| {
            // An answer to a question from before says nothing of a place that has failed since.
            if self.probes || health.since.is_none() {
                *health = Health::default();
            }
        });
    }

    /// The place did not answer, or could not.
    pub(crate) fn failed(self, now: Instant) {
        let Breaking { failures, window, .. } = self.breakers.breaking;
        let window = Duration::from_millis(window);
        self.breakers.with(&self.place, |health| {
            if self.probes {
                health.since = Some(now);
                return;
            }
            health.failures.retain(|failed| now.duration_since(*failed) < window);
            health.failures.push_back(now);
            if health.since.is_none() && health.failures.len() >= failures {
                health.since = Some(now);
                health.failures.clear();
            }
        });
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if self.probes {
            self.breakers.with(&self.place, |health| health.probed = false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BREAKING: Breaking = Breaking { failures: 3, window: 10_000, rest: 5_000 };

    /// Moments, in milliseconds behind the first one.
    fn clock() -> impl Fn(u64) -> Instant {
        let began = Instant::now();
        move |ms| began + Duration::from_millis(ms)
    }

    #[test]
    fn a_place_that_fails_often_is_left_alone_and_asked_once_after_its_rest() {
        let (at, breakers) = (clock(), Breakers::new(BREAKING));
        for ms in [0, 100, 200] {
            breakers.admit("a", at(ms)).unwrap().failed(at(ms));
        }
        assert!(breakers.admit("a", at(300)).is_none());
        assert!(breakers.admit("b", at(300)).is_some(), "another place is not held back");
        assert!(breakers.admit("a", at(5_199)).is_none());
        let probe = breakers.admit("a", at(5_200)).unwrap();
        assert!(breakers.admit("a", at(5_200)).is_none(), "one question finds out");
        probe.failed(at(5_300));
        assert!(breakers.admit("a", at(10_299)).is_none());
        breakers.admit("a", at(10_300)).unwrap().worked();
        assert!(breakers.admit("a", at(10_300)).is_some());
        assert!(breakers.admit("a", at(10_300)).is_some());
    }

    #[test]
    fn failures_that_lie_apart_or_between_answers_are_forgiven() {
        let (at, breakers) = (clock(), Breakers::new(BREAKING));
        for ms in [0, 6_000, 12_000, 18_000] {
            breakers.admit("a", at(ms)).unwrap().failed(at(ms));
        }
        assert!(breakers.admit("a", at(18_000)).is_some());
        breakers.admit("a", at(18_100)).unwrap().worked();
        for ms in [18_200, 18_300] {
            breakers.admit("a", at(ms)).unwrap().failed(at(ms));
        }
        assert!(breakers.admit("a", at(18_400)).is_some());
    }

    #[test]
    fn a_question_that_is_given_up_holds_nothing_back() {
        let (at, breakers) = (clock(), Breakers::new(BREAKING));
        for _ in 0..3 {
            breakers.admit("a", at(0)).unwrap().failed(at(0));
        }
        drop(breakers.admit("a", at(5_000)).unwrap());
        assert!(breakers.admit("a", at(5_000)).is_some(), "the next one finds out");
        let late = Breakers::new(BREAKING);
        let early = late.admit("a", at(0)).unwrap();
        for _ in 0..3 {
            late.admit("a", at(0)).unwrap().failed(at(0));
        }
        early.worked();
        assert!(late.admit("a", at(100)).is_none(), "an answer from before does not close it");
    }
}
