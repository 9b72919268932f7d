//! Experiments: splits between versions of a prompt.
//!
//! Owns what makes a split, which arm a conversation has, what is noted of it with a turn, and what came of it.
//! The first exposure fixes the arm of a unit; new weights move new units only. It must never let an arm reach
//! the sealed core, and never count an arm that a caller has fixed.

use std::collections::{BTreeMap, BTreeSet};

use proem::agent::catalog::{Arm as Side, Experiment as Split};
use proem::agent::name::{MAX_PART, PromptName, is_word};
use proem::turn::course::Turn;
use proem::turn::select::arm::arm_of;
use proem_store::experiment::{self, Arm, Experiment, NewExperiment, Unit, Weights};
use proem_store::exposure::{self, Exposed, Exposure, Outcome};
use proem_store::line::Line;
use proem_store::page::{Page, Paging};
use proem_store::session::Session;
use proem_store::tx::Tx;
use proem_store::version;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::evidence::{self, Interval, LEVEL};
use crate::app::fault::{Fault, Mistake};
use crate::app::load;
use crate::app::watched::is_stored;
use crate::catalog::live::Serving;

/// The most arms of an experiment.
const MAX_ARMS: usize = 10;

/// The largest weight of an arm.
const MAX_WEIGHT: u32 = 1_000_000;

/// What a new experiment is made from.
#[derive(Clone, Debug)]
pub(crate) struct New {
    /// Its name, unique within the agent.
    pub name: String,
    /// The agent; may be left out where there is one.
    pub agent: Option<String>,
    /// The prompt, `type/phase` or `type`.
    pub prompt: String,
    /// What is split.
    pub unit: Unit,
    /// The sides.
    pub arms: Vec<Arm>,
    /// Why.
    pub note: String,
}

/// What came of an experiment so far.
#[derive(Clone, Debug)]
pub(crate) struct Results {
    /// The experiment.
    pub experiment: Experiment,
    /// Each arm, in the order in which they were declared: units that saw it, and how many the weights let
    /// expect.
    pub units: Vec<(String, u32, f64)>,
    /// How well the split agrees with the weights: a p-value.
    pub split: f64,
    /// What people said, by name.
    pub outcomes: Vec<Said>,
}

/// What people said under one name.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// What it is about.
    pub name: String,
    /// Each arm: units, the sum of their means, and where the mean of all lies.
    pub arms: Vec<(String, u32, f64, Interval)>,
    /// Every other arm against the first one.
    pub differences: Vec<(String, Interval)>,
}

/// Begins an experiment.
///
/// # Errors
/// Everything that is wrong with it; [`Fault::Exists`] where its name is taken or another one runs on the
/// prompt.
pub(crate) async fn create(app: &App, who: &Who, new: New) -> Result<Experiment, Fault> {
    who.may(Scope::Edit)?;
    let agent = match (&new.agent, app.live.all(&who.workspace).as_slice()) {
        (Some(agent), _) => agent.clone(),
        (None, [only]) => only.name.clone(),
        (None, _) => {
            let detail = "there is more than one agent, or none: say which one";
            return Err(Fault::mistake("/agent", "agent.missing", detail));
        }
    };
    is_stored(app, who, &agent)?;
    let mut mistakes = declared(&new);
    let line = Line::prompt(&agent, &new.prompt);
    let missing = absent(app, who, &line, &new.arms).await?;
    mistakes.extend(missing.into_iter().map(|(at, version)| {
        let detail = format!("`{}` has no version {version}", new.prompt);
        Mistake::at(format!("/arms/{at}/version"), "version.missing", detail)
    }));
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let made =
        NewExperiment { id: app.clock.id(), name: new.name, line, unit: new.unit, arms: new.arms };
    whole(app, who, &made).await?;
    let input = (who.by(app, &new.note), made);
    let made = app.store.write(input, |tx, (by, new)| Box::pin(experiment::create(tx, by, new)));
    let made = made.await?;
    load::refresh(app, &who.workspace, &made.line.agent).await?;
    Ok(made)
}

/// What is wrong with a declaration by itself.
fn declared(new: &New) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let name = |pointer: String, name: &str, mistakes: &mut Vec<Mistake>| {
        if !is_word(name) || name.len() > MAX_PART {
            let detail = format!("`{name}` is no name");
            let help = format!("Use small letters, digits, `_` and `-`, at most {MAX_PART}.");
            mistakes.push(Mistake::at(pointer, "experiment.name", detail).help(help));
        }
    };
    name("/name".to_owned(), &new.name, &mut mistakes);
    if let Err(why) = PromptName::parse(&new.prompt) {
        mistakes.push(Mistake::at("/prompt", "prompt.name", why));
    }
    if !(2..=MAX_ARMS).contains(&new.arms.len()) {
        let detail = format!("there are {} arms; 2 to {MAX_ARMS}", new.arms.len());
        mistakes.push(Mistake::at("/arms", "experiment.arms", detail));
    }
    let mut names = BTreeSet::new();
    for (at, arm) in new.arms.iter().enumerate() {
        name(format!("/arms/{at}/name"), &arm.name, &mut mistakes);
        if !names.insert(&arm.name) {
            let detail = format!("two arms are called `{}`", arm.name);
            mistakes.push(Mistake::at(format!("/arms/{at}/name"), "experiment.arms", detail));
        }
        mistakes.extend(heavy(arm.weight, format!("/arms/{at}/weight")));
    }
    if !new.arms.is_empty() && new.arms.iter().all(|arm| arm.weight == 0) {
        mistakes.push(Mistake::at("/arms", "experiment.weights", "all arms weigh nothing"));
    }
    mistakes
}

fn heavy(weight: u32, pointer: String) -> Option<Mistake> {
    let detail = format!("a weight is at most {MAX_WEIGHT}");
    (weight > MAX_WEIGHT).then(|| Mistake::at(pointer, "experiment.weights", detail))
}

/// The arms whose versions are not there.
async fn absent(
    app: &App,
    who: &Who,
    line: &Line,
    arms: &[Arm],
) -> Result<Vec<(usize, u32)>, Fault> {
    let input = (who.workspace.clone(), line.clone(), arms.to_vec());
    let found = app.store.read(input, |tx, (of, line, arms)| {
        Box::pin(async move {
            let mut absent = Vec::new();
            for (at, arm) in arms.iter().enumerate() {
                if version::id(tx, of, line, arm.version).await?.is_none() {
                    absent.push((at, arm.version));
                }
            }
            Ok(absent)
        })
    });
    Ok(found.await?)
}

/// Whether the agent can be served with all versions of an experiment, and its core is left alone.
async fn whole(app: &App, who: &Who, new: &NewExperiment) -> Result<(), Fault> {
    let agent = &new.line.agent;
    let versions = new.arms.iter().map(|arm| (new.line.clone(), arm.version)).collect();
    let stored = load::stored(app, &who.workspace, agent, versions).await?;
    let missing = || Fault::Missing { kind: "agent", id: agent.clone() };
    let stored = stored.ok_or_else(missing)?;
    let made = load::made(&stored.files, &stored.prompts);
    let made = made.map_err(|findings| Fault::findings(&findings))?;
    let agent = &made.compiled.agent;
    let sealed = agent.core.iter().chain(agent.calls.iter().flat_map(|call| &call.core));
    let name = new.line.name();
    if sealed.into_iter().any(|core| core.value.as_str() == name) {
        let detail = format!("`{name}` belongs to the sealed core and cannot be split");
        return Err(Fault::mistake("/prompt", "sealed.override", detail));
    }
    Ok(())
}

/// A page of experiments, newest first.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(
    app: &App,
    who: &Who,
    agent: Option<String>,
    is_running: Option<bool>,
    paging: Paging,
) -> Result<Page<Experiment>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), agent, is_running, paging);
    let list = app.store.read(input, |tx, (of, agent, is_running, paging)| {
        Box::pin(experiment::list(tx, of, agent.as_deref(), *is_running, paging))
    });
    Ok(list.await?)
}

/// One experiment.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<Experiment, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.read(input, |tx, (of, id)| Box::pin(experiment::get(tx, of, id))).await?)
}

/// Changes the weights of a running experiment. Units that saw an arm keep it.
///
/// # Errors
/// [`Fault::Invalid`] for arms that it does not have, [`Fault::Conflict`], [`Fault::Refused`] where it is
/// stopped.
pub(crate) async fn reweigh(
    app: &App,
    who: &Who,
    id: &str,
    weights: &BTreeMap<String, u32>,
    expected: Option<u32>,
    note: &str,
) -> Result<Experiment, Fault> {
    who.may(Scope::Edit)?;
    let before = get(app, who, id).await?;
    let mut mistakes = Vec::new();
    for (name, weight) in weights {
        if before.arms.iter().all(|arm| arm.name != *name) {
            let detail = format!("the experiment has no arm `{name}`");
            mistakes.push(Mistake::at(format!("/weights/{name}"), "arm.unknown", detail));
        }
        mistakes.extend(heavy(*weight, format!("/weights/{name}")));
    }
    let mut arms = before.arms;
    for arm in &mut arms {
        arm.weight = weights.get(&arm.name).copied().unwrap_or(arm.weight);
    }
    if arms.iter().all(|arm| arm.weight == 0) {
        let help = "Stop the experiment to serve everybody the active version.";
        let mistake = Mistake::at("/weights", "experiment.weights", "all arms weigh nothing");
        mistakes.push(mistake.help(help));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let input = (who.by(app, note), id.to_owned(), arms, expected);
    let now = app.store.write(input, |tx, (by, id, arms, expected)| {
        Box::pin(experiment::reweigh(tx, by, id, arms, *expected))
    });
    let now = now.await?;
    load::refresh(app, &who.workspace, &now.line.agent).await?;
    Ok(now)
}

/// Stops an experiment for good: everybody is served what is active.
///
/// # Errors
/// [`Fault::Missing`], [`Fault::Refused`] where it is stopped already.
pub(crate) async fn stop(app: &App, who: &Who, id: &str, note: &str) -> Result<Experiment, Fault> {
    who.may(Scope::Edit)?;
    let input = (who.by(app, note), id.to_owned());
    let now = app.store.write(input, |tx, (by, id)| Box::pin(experiment::stop(tx, by, id))).await?;
    load::refresh(app, &who.workspace, &now.line.agent).await?;
    Ok(now)
}

/// What came of an experiment so far.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn results(app: &App, who: &Who, id: &str) -> Result<Results, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    let (experiment, weights, exposed, outcomes) = app
        .store
        .read(input, |tx, (of, id)| {
            Box::pin(async move {
                let experiment = experiment::get(tx, of, id).await?;
                let weights = experiment::weights(tx, of, id).await?;
                let exposed = exposure::exposed(tx, of, id).await?;
                Ok((experiment, weights, exposed, exposure::outcomes(tx, of, id).await?))
            })
        })
        .await?;
    let (units, split) = counted(&experiment, &weights, &exposed);
    let outcomes = said(&experiment, &outcomes);
    Ok(Results { experiment, units, split, outcomes })
}

/// The units of each arm with what was to be expected, and how well both agree.
fn counted(
    experiment: &Experiment,
    weights: &[Weights],
    exposed: &[Exposed],
) -> (Vec<(String, u32, f64)>, f64) {
    let mut units: Vec<_> =
        experiment.arms.iter().map(|arm| (arm.name.clone(), 0_u32, 0.0)).collect();
    let mut counts = Vec::new();
    for weights in weights {
        let count = |name: &str| {
            let own = exposed.iter().find(|own| own.arm == name && own.weights == weights.version);
            own.map_or(0, |own| own.units)
        };
        let pairs: Vec<_> = weights.arms.iter().map(|arm| (count(&arm.name), arm.weight)).collect();
        let all: f64 = pairs.iter().map(|(count, _)| f64::from(*count)).sum();
        let whole: f64 = pairs.iter().map(|(_, weight)| f64::from(*weight)).sum();
        for (unit, (count, weight)) in units.iter_mut().zip(&pairs) {
            unit.1 += count;
            unit.2 += all * f64::from(*weight) / whole.max(1.0);
        }
        counts.push(pairs);
    }
    (units, evidence::split(&counts))
}

/// What people said, by name, with every arm of the experiment.
fn said(experiment: &Experiment, outcomes: &[Outcome]) -> Vec<Said> {
    let names: BTreeSet<_> = outcomes.iter().map(|outcome| &outcome.name).collect();
    let of = |name: &String| {
        let arms: Vec<_> = experiment
            .arms
            .iter()
            .map(|arm| {
                let own = outcomes.iter().find(|own| own.arm == arm.name && own.name == *name);
                let (units, sum) = own.map_or((0, 0.0), |own| (own.units, own.sum));
                (arm.name.clone(), units, sum, evidence::mean(units, sum, LEVEL))
            })
            .collect();
        let differences = match arms.as_slice() {
            [first, others @ ..] => others
                .iter()
                .map(|arm| {
                    let interval = evidence::difference((arm.1, arm.2), (first.1, first.2));
                    (arm.0.clone(), interval)
                })
                .collect(),
            [] => Vec::new(),
        };
        Said { name: name.clone(), arms, differences }
    };
    names.into_iter().map(of).collect()
}

/// The arms of a conversation in all experiments that run: the one that its unit saw first, else that of the
/// weights now; over them those that the caller fixes.
pub(crate) fn arms(
    serving: &Serving,
    session: &Session,
    seen: &[Exposure],
    fixed: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut arms = BTreeMap::new();
    for experiment in &serving.experiments {
        let unit = unit(experiment, session);
        let own = |seen: &&Exposure| seen.experiment == experiment.id && seen.unit == unit;
        let first = seen.iter().find(own).map(|seen| seen.arm.clone());
        if let Some(arm) = first.or_else(|| weighed(experiment, unit)) {
            arms.insert(experiment.name.clone(), arm);
        }
    }
    arms.extend(fixed);
    arms
}

/// What a turn has shown of experiments. An arm that is not the one of the weights was fixed by the caller, or
/// was seen before: neither is an exposure. Nothing is noted of whom an experiment over users does not know.
pub(crate) fn seen(
    serving: &Serving,
    session: &Session,
    (turn, n): (&Turn<'_>, u32),
    now: i64,
) -> Vec<Exposure> {
    if serving.experiments.is_empty() {
        return Vec::new();
    }
    let mut seen = Vec::new();
    for shown in turn.calls().iter().flat_map(|call| call.assembly.manifest().experiments) {
        let own = |experiment: &&Experiment| experiment.name == shown.experiment;
        let Some(experiment) = serving.experiments.iter().find(own) else { continue };
        let unit = unit(experiment, session);
        let counts = experiment.unit == Unit::Session || session.user.is_some();
        if !counts || weighed(experiment, unit).as_ref() != Some(&shown.arm) {
            continue;
        }
        let arm = experiment.arms.iter().find(|arm| arm.name == shown.arm);
        seen.extend(arm.map(|arm| Exposure {
            experiment: experiment.id.clone(),
            unit: unit.to_owned(),
            arm: arm.name.clone(),
            version: arm.version,
            weights: experiment.version,
            session: session.id.clone(),
            turn: n,
            at: now,
        }));
    }
    seen
}

/// Notes what a turn has shown, in the transaction of the turn.
///
/// # Errors
/// Those of the database.
pub(crate) async fn expose(
    tx: &mut Tx,
    workspace: &str,
    seen: &[Exposure],
) -> proem_store::error::Result<()> {
    for exposure in seen {
        exposure::expose(tx, workspace, exposure).await?;
    }
    Ok(())
}

/// Who or what an experiment splits, of a conversation.
fn unit<'a>(experiment: &Experiment, session: &'a Session) -> &'a str {
    match (experiment.unit, &session.user) {
        (Unit::User, Some(user)) => user,
        _ => &session.id,
    }
}

/// The arm that the weights give a unit.
fn weighed(experiment: &Experiment, unit: &str) -> Option<String> {
    let side =
        |arm: &Arm| Side { name: arm.name.clone(), version: arm.version, weight: arm.weight };
    let arms = experiment.arms.iter().map(side).collect();
    arm_of(&Split { name: experiment.name.clone(), arms }, unit).map(|arm| arm.name.clone())
}
