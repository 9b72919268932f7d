//! A turn that was, against other versions.
//!
//! Owns the second run and what moved in it. No model is asked: the turn is given what it was given then. It must
//! never store anything, and never call the same what differs.

use std::collections::{BTreeMap, VecDeque};

use proem::agent::name::PromptName;
use proem::turn::Options;
use proem::turn::course::given::Given;
use proem::turn::course::{Called, Next, Turn};
use proem::turn::kept::Memo;
use proem_store::session;
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::assemble::{serving, with_config};
use crate::app::fault::{Fault, Mistake};
use crate::app::turns::kept::past;
use crate::app::turns::look::{self, Sent};
use crate::app::turns::play::mistaken;

/// With what a turn is run again. What is left out is as it was, with the versions that are active now.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// Versions that the caller demands, over those that were demanded then.
    pub pins: BTreeMap<String, u32>,
    /// The label whose versions are used.
    pub label: Option<String>,
    /// Bodies in place of stored versions, by prompt.
    pub drafts: BTreeMap<String, String>,
    /// Another model.
    pub model: Option<String>,
}

/// What moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Replayed {
    /// The turn.
    pub n: u32,
    /// Whether everything is as it was: what is sent, and what it comes to.
    pub same: bool,
    /// The calls, in order.
    pub calls: Vec<CallAgain>,
    /// What is otherwise in what the turn comes to.
    pub changes: Vec<Change>,
    /// What it comes to now; null where it would have to ask for more than it was given.
    pub outcome: Json,
}

/// A call that was made again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct CallAgain {
    /// Its name.
    pub call: String,
    /// `same`, `changed`, `new`, or `gone`.
    pub status: &'static str,
    /// The release that it was made from, and the one from which it is now.
    pub release: Sides<String>,
    /// Its tokens.
    pub tokens: Sides<u64>,
    /// The layers in which it differs.
    pub layers: Vec<LayerAgain>,
}

/// A layer that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct LayerAgain {
    /// Its id.
    pub id: String,
    /// Its status, tokens and versions; null where there is no such layer.
    #[serde(flatten)]
    pub sides: Sides<Json>,
}

/// What was, and what is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Sides<T> {
    /// What was.
    pub was: Option<T>,
    /// What is.
    pub now: Option<T>,
}

/// A place at which something is otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Change {
    /// Where in the outcome, as a JSON pointer.
    pub pointer: String,
    /// What was there, and what is.
    #[serde(flatten)]
    pub sides: Sides<Json>,
}

/// Runs a turn again.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Forbidden`] for drafts without the right to edit; everything that is wrong with
/// what is asked for.
pub(crate) async fn replay(
    app: &App,
    who: &Who,
    id: &str,
    n: u32,
    wish: Wish,
) -> Result<Replayed, Fault> {
    who.may(Scope::Run)?;
    if !wish.drafts.is_empty() {
        who.may(Scope::Edit)?;
    }
    let (drafts, drafted) = (drafts(&wish.drafts)?, !wish.drafts.is_empty());
    let input = (who.workspace.clone(), id.to_owned());
    let session = app.store.read(input, |tx, (of, id)| Box::pin(session::get(tx, of, id))).await?;
    let was = look::get(app, who, id, n, true).await?;
    let recorded = was.record.turn;
    let mut input = recorded.input;
    let past = past(app, &who.workspace, &session).await?;
    input.history = past.history.iter().take(was.record.history).cloned().collect();
    input.pins.extend(wish.pins);
    input.label = wish.label.or(input.label);
    let serving = serving(app, who, &session.agent, &input).await?;
    with_config(&serving, &mut input);
    let options = Options {
        call: recorded.call,
        model: wish.model.or(recorded.model),
        drafts,
        ..Options::default()
    };
    let mut turn = Turn::new(&serving.compiled, input, options, &proem::provider::find);
    let outcome = run(&mut turn, recorded.given, drafted)?;
    let calls = calls(&was.calls, turn.calls());
    let mut changes = Vec::new();
    walk("", &recorded.outcome, &outcome, &mut changes);
    let same = changes.is_empty() && calls.iter().all(|call| call.status == "same");
    Ok(Replayed { n, same, calls, changes, outcome })
}

/// Gives a turn what it was given then, as far as it asks for it.
fn run(turn: &mut Turn<'_>, given: Vec<Given>, drafted: bool) -> Result<Json, Fault> {
    let mut memo = Memo::default();
    let mut given = VecDeque::from(given);
    loop {
        let waits = match turn.next(&mut memo).map_err(|findings| Fault::findings(&findings))? {
            Next::Done(outcome) => match mistaken(outcome, drafted) {
                Some(mistake) => return Err(mistake),
                None => return Ok(json!(outcome)),
            },
            Next::Gather(_) => "values",
            Next::Call(_) => "a reply",
            Next::Perform(_) => "results",
        };
        let fits = |given: &Given| {
            given.kind() == waits || (waits == "a reply" && given.kind() == "a failure")
        };
        let next = match given.pop_front_if(|given| fits(given)) {
            Some(given) => given,
            // A key that was not asked for then has its default.
            None if waits == "values" => Given::Values(BTreeMap::new()),
            None if waits == "a reply" => {
                Given::Failed("nothing was answered to this call then".to_owned())
            }
            None => return Ok(Json::Null),
        };
        if turn.resume(next).is_err() {
            return Ok(Json::Null);
        }
    }
}

fn drafts(given: &BTreeMap<String, String>) -> Result<BTreeMap<PromptName, String>, Fault> {
    let mut drafts = BTreeMap::new();
    let mut mistakes = Vec::new();
    for (name, body) in given {
        match PromptName::parse(name) {
            Ok(name) => {
                drafts.insert(name, body.clone());
            }
            Err(why) => mistakes.push(Mistake::at(format!("/drafts/{name}"), "prompt.name", why)),
        }
    }
    if mistakes.is_empty() { Ok(drafts) } else { Err(Fault::Invalid(mistakes)) }
}

/// The calls of both runs, side by side.
fn calls(was: &[Sent], now: &[Called<'_>]) -> Vec<CallAgain> {
    let mut found = Vec::new();
    for at in 0..was.len().max(now.len()) {
        let before = was.get(at);
        let after = now.get(at).map(|called| (called.assembly.manifest(), called));
        let old = before.map(|sent| {
            let manifest: Json = serde_json::from_str(&sent.call.manifest).unwrap_or_default();
            manifest
        });
        let new = after.as_ref().map(|(manifest, _)| json!(manifest));
        let name = |sent: &Sent| sent.call.call.clone();
        let call = after.as_ref().map(|(manifest, _)| manifest.call.clone());
        let same = before.zip(after.as_ref()).is_some_and(|(sent, (manifest, called))| {
            sent.call.call == manifest.call
                && sent.payload.as_deref() == Some(called.assembly.payload.as_str())
        });
        let status = match (before, &after) {
            (Some(_), Some(_)) if same => "same",
            (Some(_), Some(_)) => "changed",
            (None, _) => "new",
            (_, None) => "gone",
        };
        let total = |manifest: &Json| manifest["tokens"]["total"].as_u64();
        found.push(CallAgain {
            call: call.or_else(|| before.map(name)).unwrap_or_default(),
            status,
            release: Sides {
                was: before.map(|sent| sent.call.release.clone()),
                now: after.as_ref().map(|(manifest, _)| manifest.release.clone()),
            },
            tokens: Sides { was: old.as_ref().and_then(total), now: new.as_ref().and_then(total) },
            layers: layers(old.as_ref(), new.as_ref()),
        });
    }
    found
}

/// The layers in which two manifests differ.
fn layers(was: Option<&Json>, now: Option<&Json>) -> Vec<LayerAgain> {
    let of = |manifest: Option<&Json>| -> Vec<(String, Json)> {
        let layers = manifest.and_then(|manifest| manifest["layers"].as_array());
        let seen = |layer: &Json| {
            let prompts = layer["prompts"].as_array().into_iter().flatten();
            let prompts: Vec<_> = prompts
                .map(|one| json!({"name": one["name"], "version": one["version"], "hash": one["hash"]}))
                .collect();
            let shown =
                json!({"status": layer["status"], "tokens": layer["tokens"], "prompts": prompts});
            (layer["id"].as_str().unwrap_or_default().to_owned(), shown)
        };
        layers.into_iter().flatten().map(seen).collect()
    };
    let (was, now) = (of(was), of(now));
    let find = |layers: &[(String, Json)], id: &str| {
        layers.iter().find(|(known, _)| known == id).map(|(_, shown)| shown.clone())
    };
    let gone = was.iter().filter(|(id, _)| find(&now, id).is_none());
    let ids = now.iter().chain(gone).map(|(id, _)| id);
    let sides = ids.map(|id| LayerAgain {
        id: id.clone(),
        sides: Sides { was: find(&was, id), now: find(&now, id) },
    });
    sides.filter(|layer| layer.sides.was != layer.sides.now).collect()
}

/// Every place at which two values differ.
fn walk(at: &str, was: &Json, now: &Json, found: &mut Vec<Change>) {
    if let (Json::Object(was), Json::Object(now)) = (was, now) {
        let gone = was.keys().filter(|key| !now.contains_key(*key));
        for key in now.keys().chain(gone) {
            let pointer = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
            match (was.get(key), now.get(key)) {
                (Some(was), Some(now)) => walk(&pointer, was, now, found),
                (was, now) => {
                    let sides = Sides { was: was.cloned(), now: now.cloned() };
                    found.push(Change { pointer, sides });
                }
            }
        }
    } else if was != now {
        let sides = Sides { was: Some(was.clone()), now: Some(now.clone()) };
        found.push(Change { pointer: at.to_owned(), sides });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_that_differs_is_told() {
        let (was, now) = (
            json!({"a": {"b/c": 1, "d": [1]}, "e": 1}),
            json!({"a": {"b/c": 2, "d": [1]}, "f": 1}),
        );
        let mut found = Vec::new();
        walk("", &was, &now, &mut found);
        assert_eq!(
            json!(found),
            json!([
                {"pointer": "/a/b~1c", "was": 1, "now": 2},
                {"pointer": "/f", "was": null, "now": 1},
                {"pointer": "/e", "was": 1, "now": null},
            ])
        );
        found.clear();
        walk("", &was, &was, &mut found);
        assert_eq!(found, []);
    }
}
