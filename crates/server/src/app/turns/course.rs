//! A turn under way, as others see it.
//!
//! Owns what is told of a turn while it runs and for a while after it, who listens, and the wish that it
//! ends. Whoever goes away stops nothing. It must never keep a turn from being stored.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use moka::sync::Cache;
use proem::turn::course::outcome::Outcome;
use proem::turn::read::stream::Shown;
use serde_json::{Value as Json, json};
use tokio::sync::watch;

use crate::app::answer::{Sink, piece};
use crate::app::fault::Fault;
use crate::app::turns::record::Done;

/// Something that is told of a turn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Told {
    /// A call is made.
    Assembly {
        /// The call.
        call: String,
        /// The provider that it is written for.
        provider: String,
        /// The model.
        model: String,
        /// Its tokens.
        tokens: u32,
    },
    /// Something that the user may read.
    Delta {
        /// The call that it answers; empty where the engine or the gate speaks.
        call: String,
        /// The text.
        text: String,
        /// Whether a message begins with it; else it goes on.
        begins: bool,
    },
    /// What became of an action.
    Action(Json),
    /// The decision about the step.
    Decision(Json),
    /// It is stored: the reply, as JSON text.
    Done(String),
    /// Nothing was stored.
    Failed(Fault),
}

impl Told {
    fn ends(&self) -> bool {
        matches!(self, Self::Done(_) | Self::Failed(_))
    }
}

/// A turn under way.
#[derive(Debug)]
pub(crate) struct Course {
    streams: bool,
    told: Mutex<Vec<Told>>,
    count: watch::Sender<usize>,
    cancelled: watch::Sender<bool>,
}

impl Course {
    /// A turn that begins; whether its answers are shown as they come.
    pub(crate) fn new(streams: bool) -> Self {
        let (count, cancelled) = (watch::Sender::new(0), watch::Sender::new(false));
        Self { streams, told: Mutex::default(), count, cancelled }
    }

    /// What was told as number `seen`, counted from 0; waits for it. None behind the end.
    pub(crate) async fn after(&self, seen: usize) -> Option<Told> {
        let mut count = self.count.subscribe();
        loop {
            {
                let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(found) = told.get(seen) {
                    return Some(found.clone());
                }
                if told.last().is_some_and(Told::ends) {
                    return None;
                }
            }
            count.changed().await.ok()?;
        }
    }

    /// What the turn came to, as JSON text.
    ///
    /// # Errors
    /// Why nothing was stored.
    pub(crate) async fn end(&self) -> Result<String, Fault> {
        let mut seen = 0;
        while let Some(told) = self.after(seen).await {
            match told {
                Told::Done(text) => return Ok(text),
                Told::Failed(fault) => return Err(fault),
                _ => seen += 1,
            }
        }
        Err(Fault::Broken("a turn has no end".to_owned()))
    }

    pub(super) fn tell(&self, new: Told) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if !told.last().is_some_and(Told::ends) {
            told.push(new);
            self.count.send_replace(told.len());
        }
    }

    /// Whether a stream was told something and not its end, so that no status can say any longer that the turn was
    /// refused.
    pub(super) fn has_begun(&self) -> bool {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        self.streams && told.last().is_some_and(|last| !last.ends())
    }

    /// Waits until somebody wants the turn to end.
    pub(super) async fn cancelled(&self) {
        let mut cancelled = self.cancelled.subscribe();
        if cancelled.wait_for(|cancelled| *cancelled).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// Tells a course of what is heard of its turn.
pub(super) struct Teller {
    course: Arc<Course>,
    /// The messages that were shown; the last one may be a beginning.
    shown: Vec<String>,
}

impl Teller {
    pub(super) fn new(course: Arc<Course>) -> Self {
        Self { course, shown: Vec::new() }
    }

    /// Tells what a turn came to, apart from its end: all that is said and was not shown as it came.
    pub(super) fn outcome(&self, outcome: &Outcome) {
        let said = outcome.said.iter().map(|said| said.text.as_str());
        let call = outcome.call.clone().unwrap_or_default();
        for told in rest(&call, said, &self.shown) {
            self.course.tell(told);
        }
        for action in &outcome.actions {
            self.course.tell(Told::Action(json!(action)));
        }
        if let Some(decision) = &outcome.decision {
            self.course.tell(Told::Decision(json!(decision)));
        }
    }
}

impl Sink for Teller {
    fn wants(&self) -> bool {
        self.course.streams
    }

    fn assembled(&mut self, call: &str, provider: &str, model: &str, tokens: u32) {
        let (call, provider, model) = (call.to_owned(), provider.to_owned(), model.to_owned());
        self.course.tell(Told::Assembly { call, provider, model, tokens });
    }

    fn show(&mut self, call: &str, shown: &Shown) {
        let (text, whole) = piece(shown);
        let begins = whole || self.shown.is_empty();
        match self.shown.last_mut() {
            Some(last) if !begins => last.push_str(text),
            _ => self.shown.push(text.to_owned()),
        }
        let (call, text) = (call.to_owned(), text.to_owned());
        self.course.tell(Told::Delta { call, text, begins });
    }
}

/// What is still to be shown of what is said.
fn rest<'s>(call: &str, said: impl Iterator<Item = &'s str>, shown: &[String]) -> Vec<Told> {
    let mut told = Vec::new();
    for (at, text) in said.enumerate() {
        let (text, begins) = match shown.get(at) {
            None => (text, true),
            Some(shown) => match text.trim_start().strip_prefix(shown.trim_start()) {
                Some(rest) if !rest.is_empty() => (rest, false),
                // What was read differs from what is said in its form alone; the end tells it.
                _ => continue,
            },
        };
        told.push(Told::Delta { call: call.to_owned(), text: text.to_owned(), begins });
    }
    told
}

/// What is told of a turn that was stored before.
pub(crate) fn retold(done: &Done, text: String) -> Vec<Told> {
    let mut told = Vec::new();
    for made in &done.calls {
        told.push(Told::Assembly {
            call: made.call.clone(),
            provider: made.provider.clone(),
            model: made.model.clone(),
            tokens: made.tokens,
        });
    }
    let call = done.outcome["call"].as_str().unwrap_or_default();
    let said = done.outcome["said"].as_array().into_iter().flatten();
    told.extend(rest(call, said.filter_map(|said| said["text"].as_str()), &[]));
    let actions = done.outcome["actions"].as_array().into_iter().flatten();
    told.extend(actions.cloned().map(Told::Action));
    if let Some(decision) = done.outcome.get("decision") {
        told.push(Told::Decision(decision.clone()));
    }
    told.push(Told::Done(text));
    told
}

/// Workspace and session.
type Key = (String, String);

/// A turn that runs.
struct Entry {
    course: Arc<Course>,
    n: u32,
    /// The key of its request, where it has one.
    once: Option<String>,
}

/// The turns that run here, and what was told of those that did lately.
pub(crate) struct Running {
    now: Mutex<HashMap<Key, Entry>>,
    lately: Cache<(String, String, u32), Arc<Course>>,
}

/// How long and of how many turns it is kept what was told as they ran.
const LATELY: (Duration, u64) = (Duration::from_secs(300), 2_048);

impl Default for Running {
    fn default() -> Self {
        let (kept, most) = LATELY;
        let lately = Cache::builder().max_capacity(most).time_to_live(kept).build();
        Self { now: Mutex::default(), lately }
    }
}

impl Running {
    pub(super) fn begin(
        &self,
        (of, session): (&str, &str),
        n: u32,
        course: &Arc<Course>,
        once: Option<String>,
    ) {
        let key = (of.to_owned(), session.to_owned());
        if course.streams {
            self.lately.insert((key.0.clone(), key.1.clone(), n), Arc::clone(course));
        }
        let entry = Entry { course: Arc::clone(course), n, once };
        self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(key, entry);
    }

    pub(super) fn end(&self, of: &str, session: &str, course: &Arc<Course>) {
        let key = (of.to_owned(), session.to_owned());
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if now.get(&key).is_some_and(|entry| Arc::ptr_eq(&entry.course, course)) {
            now.remove(&key);
        }
    }

    /// Whether the turn that runs in a session is that of a request with this key.
    pub(super) fn is_of(&self, of: &str, session: &str, once: &str) -> bool {
        let key = (of.to_owned(), session.to_owned());
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.get(&key).is_some_and(|entry| entry.once.as_deref() == Some(once))
    }

    /// Wants the turn of a session to end, where it runs here.
    pub(super) fn cancel(&self, of: &str, session: &str) {
        let key = (of.to_owned(), session.to_owned());
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = now.get(&key) {
            entry.course.cancelled.send_replace(true);
        }
    }

    /// Waits until no turn runs here.
    pub(crate) async fn idle(&self) {
        loop {
            if self.now.lock().unwrap_or_else(PoisonError::into_inner).is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Forgets what was told of the turns of a session.
    pub(crate) fn forget(&self, of: &str, session: &str) {
        for (key, _) in &self.lately {
            if key.0 == of && key.1 == session {
                self.lately.invalidate(&*key);
            }
        }
    }

    /// A turn that runs here, or did lately and was to be shown as it ran.
    pub(super) fn get(&self, of: &str, session: &str, n: u32) -> Option<Arc<Course>> {
        let key = (of.to_owned(), session.to_owned());
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let runs = now.get(&key).filter(|entry| entry.n == n);
        runs.map(|entry| Arc::clone(&entry.course)).or_else(|| self.lately.get(&(key.0, key.1, n)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_shown_is_not_told_again() {
        let shown = ["Hello th".to_owned(), "Another.".to_owned()];
        let said = ["Hello there", "Another.", "And more"];
        let delta = |text: &str, begins| Told::Delta {
            call: "reply".to_owned(),
            text: text.to_owned(),
            begins,
        };
        assert_eq!(
            rest("reply", said.into_iter(), &shown),
            [delta("ere", false), delta("And more", true)]
        );
    }
}
