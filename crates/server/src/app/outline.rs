//! What an agent is, for people who look at it: what its author declared, and its cases.
//!
//! Owns reading the agent that is served. It must never judge it (that is `check`'s) and never change it.

use std::collections::BTreeSet;
use std::sync::Arc;

use proem::agent::Agent;
use proem::agent::case::Case;
use proem::turn::Options;
use proem::turn::case::{Played, play};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;
use crate::app::survey::{serving, walk};
use crate::catalog::live::Serving;

/// An agent as it is served.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    /// It, with its cases.
    pub serving: Arc<Serving>,
    /// Its constants, with what the workspace sets.
    pub config: Map<String, Json>,
}

impl Outline {
    /// What its author declared.
    pub(crate) fn agent(&self) -> &Agent {
        &self.serving.compiled.agent
    }

    /// The types of its prompts, by name.
    pub(crate) fn prompt_types(&self) -> Vec<String> {
        let names = self.serving.compiled.catalog.all();
        let types = names.iter().map(|prompt| prompt.name.as_str());
        let types = types.map(|name| name.split_once('/').map_or(name, |(kind, _)| kind));
        types.map(str::to_owned).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What an agent is.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Invalid`] where what is stored is broken.
pub(crate) async fn outline(app: &App, who: &Who, agent: &str) -> Result<Outline, Fault> {
    who.may(Scope::Read)?;
    let serving = serving(app, who, agent)?;
    let mut config = serving.compiled.agent.config.clone();
    config.extend(serving.config.clone());
    Ok(Outline { serving, config })
}

/// A case whose turns were played with the answers that it has for them.
#[derive(Debug)]
pub(crate) struct PlayedCase {
    /// The case.
    pub case: Case,
    /// Its turns, in order.
    pub turns: Vec<PlayedTurn>,
}

/// A turn of a case.
#[derive(Debug)]
pub(crate) struct PlayedTurn {
    /// What went in, with everything that was carried over; what `assemble` takes.
    pub input: Map<String, Json>,
    /// The call to look at, when it is not the turn's own.
    pub call: Option<String>,
    /// What the case expects.
    pub expect: Json,
    /// What the user read, where the turn came to an outcome.
    pub said: Vec<String>,
    /// What was expected and did not hold: `layers.memory: expected skipped, found included`.
    pub failures: Vec<String>,
}

/// A case of an agent, played.
///
/// # Errors
/// [`Fault::Missing`] where there is no such agent or case.
pub(crate) async fn case(
    app: &App,
    who: &Who,
    agent: &str,
    name: &str,
) -> Result<PlayedCase, Fault> {
    who.may(Scope::Read)?;
    let serving = serving(app, who, agent)?;
    let found = serving.cases.iter().find(|case| case.name == name).cloned();
    let case = found.ok_or_else(|| Fault::Missing { kind: "case", id: name.to_owned() })?;
    let turns = walk(app, move || {
        let last = case.turns.len();
        let find = &proem::provider::find;
        let played = play(&serving.compiled, &case, last, &Options::default(), find);
        let turns = case.turns.iter().zip(played);
        let turns = turns.map(|(turn, played)| {
            let expect = Json::Object(written(&turn.expect)?);
            told(turn.call.clone(), expect, &played)
        });
        let turns = turns.collect::<Result<Vec<_>, _>>();
        turns.map(|turns| PlayedCase { turns, case: case.clone() })
    });
    turns.await?.map_err(|error| Fault::Broken(error.to_string()))
}

fn told(
    call: Option<String>,
    expect: Json,
    played: &Played<'_>,
) -> Result<PlayedTurn, serde_json::Error> {
    let said = played.outcome.iter().flat_map(|outcome| &outcome.said);
    let failure = |failure: &proem::turn::case::Failure| {
        format!("{}: expected {}, found {}", failure.what, failure.expected, failure.found)
    };
    Ok(PlayedTurn {
        input: written(&played.input)?,
        call,
        expect,
        said: said.map(|said| said.text.clone()).collect(),
        failures: played.failures.iter().map(failure).collect(),
    })
}

/// What was said: members that are as they would be if nothing had been are left out, as in a file.
fn written<T: Serialize + Default>(value: &T) -> Result<Map<String, Json>, serde_json::Error> {
    let (now, empty) = (serde_json::to_value(value)?, serde_json::to_value(T::default())?);
    let said = now.as_object().into_iter().flatten();
    let said = said.filter(|(key, value)| empty.get(*key) != Some(*value));
    Ok(said.map(|(key, value)| (key.clone(), value.clone())).collect())
}
