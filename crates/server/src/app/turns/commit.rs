//! A turn is stored.
//!
//! Owns what is written of a turn, all in one transaction: the turn, the state that it leaves in the session and
//! in the user, what it remembers and forgets, the calls behind it, and the answer to its request. It must never
//! write a part of that.

use proem::agent::state::State;
use proem::turn::account::manifest::Manifest;
use proem::turn::course::outcome::{Fate, Outcome};
use proem_store::blob::Content as Blob;
use proem_store::error::{Error, Result as Stored};
use proem_store::exposure::Exposure;
use proem_store::job::{self, Job, NewJob};
use proem_store::line::Line;
use proem_store::release::Release;
use proem_store::session::{self, Lease};
use proem_store::turn::{self, NewCall, NewTurn, Place, Status};
use proem_store::tx::Tx;
use proem_store::{idempotency, user, webhook};
use serde_json::{Value as Json, json};

use crate::app::answer::cost;
use crate::app::asked::Asked;
use crate::app::events::{Told, with};
use crate::app::experiments;
use crate::app::fault::Fault;
use crate::app::metrics;
use crate::app::segments::segments;
use crate::app::shared::{self, Changes, is_incognito};
use crate::app::turns::kept;
use crate::app::turns::record::{Begun, Done, Made, Record};
use crate::app::turns::remembered::{self, FORGOTTEN, RECALL};
use crate::app::turns::under::{BACKGROUND, Behind, Came, Played, Under};
use crate::app::turns::versions::Versions;

/// Everything that is written beside the turn itself.
#[derive(Clone, Debug, Default)]
struct Beside {
    user: Option<String>,
    shared: Changes,
    memory: remembered::Changes,
    /// The calls behind it, and since when they wait.
    behind: (Vec<String>, i64),
    told: Told,
    seen: Vec<Exposure>,
}

/// Who waits for the answer to a request under its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// It came under none.
    None,
    /// Whoever has the fence.
    Fresh(String, i64),
    /// The turn that it began, whoever ends that.
    Tied(String),
}

/// Stores a turn; its record, and the reply as JSON text. Where the service is about to perform actions, the turn
/// waits for their results, its lease goes on, and its key is tied to it.
///
/// # Errors
/// [`Fault::Fenced`] where the lease was lost; then nothing is stored.
pub(super) async fn commit(
    under: &Under<'_>,
    lease: &Lease,
    key: &Key,
    played: &Played<'_>,
) -> Result<(Record, String), Fault> {
    let session = under.session;
    let n = under.resumes.unwrap_or(session.turns + 1);
    let (record, mut new) = written(under, played)?;
    let goes_on = record.begun.iter().any(Begun::is_due);
    new.ends_lease = !goes_on;
    if let (true, Key::Fresh(key, _) | Key::Tied(key)) = (goes_on, key) {
        new.idempotency_key = Some(key.clone());
    }
    let done = Done {
        n,
        status: new.status,
        outcome: record.turn.outcome.clone(),
        required_actions: record.required.clone(),
        calls: record.calls.clone(),
    };
    let text = serde_json::to_string(&done).map_err(broken)?;
    let mut beside = Beside::default();
    if let Came::Done(outcome) = &played.came {
        let before = &played.turn.input().state;
        new.state = moved(&session.state, before, &outcome.next);
        new.history_from = u32::try_from(outcome.history_from).unwrap_or(u32::MAX);
        beside = besides(under, before, outcome, under.app.clock.now());
    }
    if !is_incognito(session, &played.turn.input().state) {
        let now = under.app.clock.now();
        beside.seen = experiments::seen(&under.serving, session, (&played.turn, n), now);
    }
    let place =
        Place { workspace: under.of.to_owned(), session: session.id.clone(), fence: lease.fence };
    let input = (place, new, beside, (key.clone(), goes_on, text.clone()), under.app.clock.now());
    let woken = under
        .app
        .store
        .write(input, |tx, (place, new, beside, (key, goes_on, text), now)| {
            Box::pin(async move {
                let n = turn::commit(tx, place, new, *now).await?;
                let woken = beside.write(tx, place, n, *now).await?;
                let of = place.workspace.as_str();
                match (key, goes_on) {
                    (Key::Fresh(key, fence), true) => idempotency::tie(tx, of, key, *fence).await?,
                    (Key::Fresh(key, fence), false) => {
                        idempotency::finish(tx, of, key, *fence, text).await?;
                    }
                    (Key::Tied(key), false) => idempotency::settle(tx, of, key, text).await?,
                    (Key::Tied(_), true) | (Key::None, _) => {}
                }
                Ok(woken)
            })
        })
        .await?;
    let outcome = match &played.came {
        Came::Done(outcome) => Some(&**outcome),
        Came::Requires(_) => None,
    };
    if !goes_on {
        metrics::turn(under.of, &under.serving.name, outcome);
    }
    if woken {
        under.app.wake.send_replace(());
    }
    Ok((record, text))
}

/// Stores a call behind a turn as a turn of its own, as soon as no other one is under way. What others have
/// written to the state meanwhile stays.
///
/// # Errors
/// [`Fault::Held`] while another turn is under way; [`Fault::Refused`] where the model gave no answer.
pub(super) async fn commit_behind(
    under: &Under<'_>,
    played: Played<'_>,
    job: &Job,
) -> Result<(), Fault> {
    let Came::Done(outcome) = &played.came else {
        let why = "a call behind a turn cannot wait for results of actions".to_owned();
        return Err(Fault::Refused { code: "turn.waiting", why });
    };
    if let Some(failure) = &outcome.failure {
        return Err(Fault::Refused { code: failure.code, why: failure.reason.clone() });
    }
    let (_, new) = written(under, &played)?;
    let before = played.turn.input().state.clone();
    let beside = besides(under, &before, outcome, job.created_at);
    let place =
        Place { workspace: under.of.to_owned(), session: under.session.id.clone(), fence: 0 };
    let owner = under.app.clock.id();
    let input = (place, new, beside, (before, outcome.next.clone()), (job.clone(), owner));
    let deadline = tokio::time::Instant::now() + under.app.config.turn();
    loop {
        let input = (input.clone(), under.app.clock.now());
        let stored = under.app.store.write(input, |tx, (input, now)| {
            Box::pin(async move {
                let (place, new, beside, (before, next), (job, owner)) = input;
                let (of, id) = (&place.workspace, &place.session);
                let lease = session::acquire(tx, of, id, owner, *now, now + 1).await?;
                let session = session::get(tx, of, id).await?;
                let place = Place { fence: lease.fence, ..place.clone() };
                let new = NewTurn {
                    state: moved(&session.state, before, next),
                    history_from: session.history_from,
                    ..new.clone()
                };
                let n = turn::commit(tx, &place, &new, *now).await?;
                beside.write(tx, &place, n, *now).await?;
                job::finish(tx, job).await?;
                Ok(session)
            })
        });
        match stored.await {
            Ok(session) => {
                kept::same(under.app, under.of, &session);
                return Ok(());
            }
            Err(Error::Held { .. }) if tokio::time::Instant::now() < deadline => {
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// A state with what a turn changed of the one that it began with.
fn moved(now: &State, before: &State, after: &State) -> State {
    let mut state = now.clone();
    for (key, value) in after {
        if before.get(key) != Some(value) {
            state.insert(key.clone(), value.clone());
        }
    }
    for key in before.keys().filter(|key| !after.contains_key(*key)) {
        state.remove(key);
    }
    state
}

/// The record of a turn, and the turn as it is stored, with the session's state as it was.
fn written(under: &Under<'_>, played: &Played<'_>) -> Result<(Record, NewTurn), Fault> {
    let Played { turn, asked, came, sent } = played;
    let mut recorded = turn.recorded();
    recorded.input.history = Vec::new();
    let (calls, made, releases) = calls(under, played, asked);
    let mut record =
        Record { turn: recorded, history: under.history, calls: made, ..Record::default() };
    let mut status = Status::Done;
    if let Came::Requires(begun) = came {
        status = Status::RequiresAction;
        let theirs = begun.iter().filter(|begun| !begun.ours);
        record.required = theirs.map(|begun| begun.request.clone()).collect();
        if begun.iter().any(|begun| begun.ours) {
            record.begun.clone_from(begun);
        }
        record.versions = Some(Versions::of(&under.serving, turn.input(), sent));
        record.asked.clone_from(asked);
    }
    let new = NewTurn {
        resumes: under.resumes,
        status,
        record: serde_json::to_string(&record).map_err(broken)?,
        idempotency_key: None,
        calls,
        releases,
        state: under.session.state.clone(),
        history_from: under.session.history_from,
        epoch: under.serving.epoch,
        meta: None,
        ends_lease: true,
    };
    Ok((record, new))
}

fn besides(under: &Under<'_>, before: &State, outcome: &Outcome, since: i64) -> Beside {
    let session = under.session;
    let handed = |name: &str| {
        outcome.actions.iter().any(|taken| taken.name == name && taken.fate == Fate::Handed)
    };
    let forgets = handed("forget_memories");
    let mut shared = Changes::new();
    if !is_incognito(session, &outcome.next) {
        shared = shared::changes(&under.serving, under.user, before, &outcome.next);
    }
    if forgets {
        shared.insert(FORGOTTEN.to_owned(), json!(since));
    }
    for (name, recalls) in [("recall_on", true), ("recall_off", false)] {
        if handed(name) {
            shared.insert(RECALL.to_owned(), json!(recalls));
        }
    }
    let memories = &outcome.memories;
    Beside {
        user: session.user.clone(),
        shared,
        memory: remembered::Changes::of(under.app, session, memories, forgets, since),
        behind: (outcome.background.clone(), since),
        told: Told::of(under.app, session, outcome, is_incognito(session, &outcome.next)),
        seen: Vec::new(),
    }
}

impl Beside {
    /// Writes it with a turn, under the number that this was stored with; whether there is something to do now.
    async fn write(&self, tx: &mut Tx, place: &Place, n: u32, now: i64) -> Stored<bool> {
        let of = place.workspace.as_str();
        let mut forgotten = 0;
        if let Some(id) = &self.user {
            if self.memory.keeps() {
                forgotten = match user::get(tx, of, id).await {
                    Ok(user) => user.state.get(FORGOTTEN).and_then(Json::as_i64).unwrap_or(0),
                    Err(Error::NotFound { .. }) => 0,
                    Err(error) => return Err(error),
                };
            }
            if !self.shared.is_empty() {
                shared::write(tx, of, id, &self.shared, None, now).await?;
            }
        }
        let made = self.memory.make(tx, of, n, forgotten).await?;
        let (calls, since) = &self.behind;
        for call in calls {
            let new = NewJob {
                id: format!("{}.{n}.{call}", place.session),
                kind: BACKGROUND.to_owned(),
                lane: String::new(),
                session: Some(place.session.clone()),
                payload: json!(Behind { n, call: call.clone() }).to_string(),
                run_at: *since,
            };
            job::add(tx, of, &new, now).await?;
        }
        experiments::expose(tx, of, &self.seen).await?;
        let number = [("turn", json!(n))];
        let mut events: Vec<_> =
            self.told.of_session.iter().map(|event| with(event, &number)).collect();
        if let Some(event) = self.told.of_memory.as_ref().filter(|_| made.any()) {
            let how = [("kept", json!(made.kept)), ("forgot", json!(made.forgot))];
            events.push(with(&with(event, &number), &how));
        }
        let told = webhook::tell(tx, of, Some(&place.session), &events).await?
            + webhook::tell(tx, of, None, &self.told.of_nobody).await?;
        Ok(told > 0 || !calls.is_empty())
    }
}

fn calls(
    under: &Under<'_>,
    played: &Played<'_>,
    asked: &[Asked],
) -> (Vec<NewCall>, Vec<Made>, Vec<Release>) {
    let (mut calls, mut made, mut releases) = (Vec::new(), Vec::new(), Vec::new());
    for (at, called) in played.turn.calls().iter().enumerate() {
        let manifest = called.assembly.manifest();
        let how = asked.get(at);
        let by = how.map(|how| how.by.clone()).unwrap_or_default();
        let cost = cost(under.app, &manifest, how);
        let total = cost.as_ref().map_or(0.0, |cost| cost.total);
        made.push(Made {
            call: manifest.call.clone(),
            answered_by: by,
            provider: manifest.provider.clone(),
            model: manifest.model.clone(),
            tokens: manifest.tokens.total,
            latency_ms: how.map_or(0, |how| how.latency),
            usage: how.map(|how| how.usage.clone()).unwrap_or_default(),
            cost,
            refused: called.refused.clone(),
        });
        // What was made before the turn had to wait was stored then.
        if at < under.stored {
            continue;
        }
        if let Some(how) = how {
            let is_refused = called.refused.is_some();
            metrics::call(under.of, &under.serving.name, &manifest, how, is_refused);
        }
        releases.push(release(under, &manifest));
        calls.push(NewCall {
            call: manifest.call.clone(),
            provider: manifest.provider.clone(),
            model: manifest.model.clone(),
            release: manifest.release.clone(),
            segments: segments(&called.assembly.payload).map(Blob::new).collect(),
            manifest: serde_json::to_string(&manifest).unwrap_or_default(),
            usage: how.map(|how| how.usage.clone()).unwrap_or_default(),
            cost: total,
            latency: how.map_or(0, |how| how.latency),
            status: how.map_or_else(|| "failed".to_owned(), |how| how.status.clone()),
        });
    }
    (calls, made, releases)
}

fn release(under: &Under<'_>, manifest: &Manifest) -> Release {
    let agent = &under.session.agent;
    let prompts = manifest.layers.iter().flat_map(|layer| &layer.prompts);
    let prompts = prompts.filter_map(|prompt| {
        let version = prompt.version.filter(|version| *version > 0)?;
        Some((Line::prompt(agent, &prompt.name), version))
    });
    Release {
        hash: manifest.release.clone(),
        agent: agent.clone(),
        agent_version: under.serving.version,
        prompts: prompts.collect(),
    }
}

fn broken(error: serde_json::Error) -> Fault {
    Fault::Broken(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_turn_did_not_touch_stays() {
        let map = |value: Json| value.as_object().cloned().unwrap_or_default();
        let before = map(json!({"a": 1, "b": 1, "gone": 1}));
        let after = map(json!({"a": 2, "b": 1, "new": 1}));
        let now = map(json!({"a": 1, "b": 5, "gone": 1, "other": 1}));
        let expected = map(json!({"a": 2, "b": 5, "other": 1, "new": 1}));
        assert_eq!(moved(&now, &before, &after), expected);
        assert_eq!(moved(&before, &before, &after), after);
    }
}
