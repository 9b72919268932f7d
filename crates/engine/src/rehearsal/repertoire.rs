//! What the offline model knows: the answers of an agent's cases.
//!
//! Owns the list of answers, each with the call, the state and the words that it belongs to, and the
//! comparison with a question. It must never make an answer.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::call::AnswerKind;
use crate::agent::case::Case;
use crate::agent::state::State;
use crate::check::compiled::{Compiled, Row};
use crate::rehearsal::heard::Heard;
use crate::text::template::Step as Key;
use crate::turn::case::play;
use crate::turn::contract::Contract;
use crate::turn::{Assembled, Assembly, Finder, Options};

/// The fields of an answer that are no actions.
const OWN: [&str; 8] =
    ["message", "messages", "decision", "slots", "script", "intent", "corrections", "reason"];

/// The answers of an agent's cases.
#[derive(Debug, Default)]
pub struct Repertoire {
    entries: Vec<Entry>,
    results: BTreeMap<String, Json>,
    /// The state keys that conditions of the gate look at.
    looked_at: BTreeSet<String>,
}

/// An answer, and what it answers.
#[derive(Debug)]
pub(super) struct Entry {
    pub case: String,
    /// The turn, counted from 1.
    pub turn: usize,
    pub call: String,
    heard: Heard,
    before: Arc<State>,
    state: Arc<State>,
    /// One for each time that the model is asked.
    pub answers: Vec<Json>,
}

impl Repertoire {
    /// Plays an agent's cases, to know which call each of their answers belongs to and in which state.
    #[must_use]
    pub fn of(agent: &Compiled, cases: &[Case], find: Finder<'_>) -> Self {
        let mut own = Self { looked_at: looked_at(agent), ..Self::default() };
        for case in cases {
            let last = case.turns.len().saturating_sub(1);
            let played = play(agent, case, last, &Options::default(), find);
            for (at, (turn, played)) in case.turns.iter().zip(&played).enumerate() {
                for (action, result) in &turn.results {
                    own.results.entry(action.clone()).or_insert_with(|| result.clone());
                }
                let (call, gated) = match &played.assembled {
                    Ok(Assembled::Call(assembly)) => (Some(assembly.call_name()), &assembly.gated),
                    Ok(Assembled::Said { gated, .. }) => (None, &**gated),
                    Err(_) => continue,
                };
                let mut add = |call: &str, answers: Vec<Json>| {
                    own.entries.push(Entry {
                        case: case.name.clone(),
                        turn: at + 1,
                        call: call.to_owned(),
                        heard: Heard::of(&played.input),
                        before: Arc::clone(&gated.before),
                        state: Arc::clone(&gated.state),
                        answers,
                    });
                };
                for (call, answer) in &turn.input.answers {
                    add(call, vec![answer.clone()]);
                }
                // What a case shows to be refused is nothing to repeat.
                let expect = &turn.expect;
                let sound = expect.denied.is_empty()
                    && expect.problems.is_empty()
                    && expect.failure.is_none();
                match (call.filter(|_| sound), &turn.answer) {
                    (Some(call), Some(Json::Array(answers))) => add(call, answers.clone()),
                    (Some(call), Some(answer)) => add(call, vec![answer.clone()]),
                    _ => {}
                }
            }
        }
        own
    }

    /// What a case says that an action gives.
    #[must_use]
    pub fn result(&self, action: &str) -> Option<&Json> {
        self.results.get(action)
    }

    /// The answers that a call can take: those of the same call, of the same step, that ask for no action
    /// which is not allowed.
    fn open<'r>(&'r self, assembly: &'r Assembly<'_>) -> impl Iterator<Item = &'r Entry> {
        let (call, state) = (assembly.call_name(), &assembly.gated.state);
        let steps = assembly.contract.answer.kind == AnswerKind::Steps;
        self.entries.iter().filter(move |entry| {
            let same_step = !steps || entry.state.get("step") == state.get("step");
            let allowed = entry.answers.iter().all(|answer| allows(&assembly.contract, answer));
            entry.call == call && same_step && allowed
        })
    }

    /// The answer to the very same words, in the state that is most alike.
    pub(super) fn exact<'r>(
        &'r self,
        assembly: &'r Assembly<'_>,
        heard: &Heard,
    ) -> Option<&'r Entry> {
        let same = self.open(assembly).filter(|entry| entry.heard.is(heard)).enumerate();
        let best = same.max_by_key(|(at, entry)| (alike(entry, assembly), Reverse(*at)));
        best.map(|(_, entry)| entry)
    }

    /// The answer to the words that are nearest, and how near they are; none where none is near.
    pub(super) fn nearest<'r>(
        &'r self,
        assembly: &'r Assembly<'_>,
        heard: &Heard,
    ) -> Option<(&'r Entry, String)> {
        let shared = self.open(assembly).map(|entry| (entry, entry.heard.shared(heard)));
        let near = shared.filter(|(_, shared)| shared.is_near()).enumerate();
        let best = near.max_by_key(|(at, (entry, shared))| {
            (shared.permille(), alike(entry, assembly), Reverse(*at))
        });
        let (_, (entry, shared)) = best?;
        Some((entry, format!("shares {} of {} words", shared.common, shared.all)))
    }

    /// Answers of the same step that ask for an action.
    pub(super) fn asking<'r>(
        &'r self,
        assembly: &'r Assembly<'_>,
        action: &'r str,
    ) -> impl Iterator<Item = &'r Json> {
        let answers = self.open(assembly).flat_map(|entry| &entry.answers);
        answers.filter(move |answer| answer.get(action).is_some_and(|given| !given.is_null()))
    }

    /// Whether a turn began in the same state as that of a case, as far as conditions of the gate look at
    /// it.
    pub(super) fn stands_alike(&self, entry: &Entry, assembly: &Assembly<'_>) -> bool {
        let now = &assembly.gated.before;
        self.looked_at.iter().all(|key| entry.before.get(key) == now.get(key))
    }
}

/// How many keys with few values are the same in both states.
fn alike(entry: &Entry, assembly: &Assembly<'_>) -> usize {
    let keys = assembly.agent.agent.state.iter().filter(|key| key.words().is_some());
    let state = &assembly.gated.state;
    keys.filter(|key| entry.state.get(&key.name) == state.get(&key.name)).count()
}

/// Whether an answer asks for nothing that its contract does not allow.
fn allows(contract: &Contract, answer: &Json) -> bool {
    if contract.answer.kind == AnswerKind::Schema {
        return true;
    }
    let fields = answer.as_object().into_iter().flatten();
    let mut asked =
        fields.filter(|(name, value)| !OWN.contains(&name.as_str()) && !value.is_null());
    asked.all(|(name, _)| contract.actions.iter().any(|action| action.name == *name))
}

/// The state keys that conditions of the gate look at.
fn looked_at(agent: &Compiled) -> BTreeSet<String> {
    fn add(rows: &[Row], keys: &mut BTreeSet<String>) {
        for row in rows {
            for name in row.when.iter().flat_map(|when| when.names()) {
                let root = matches!(name.name, "before" | "state");
                match name.path.first().filter(|_| root) {
                    Some(Key::Key(key)) => keys.insert((*key).to_owned()),
                    _ => keys.insert(name.name.to_owned()),
                };
            }
            add(&row.fallback, keys);
        }
    }
    let mut keys = BTreeSet::new();
    add(&agent.rows, &mut keys);
    keys
}
