//! From the store to what is served.
//!
//! Owns how versions become a compiled agent: which files, which prompts, which of them is active. It must
//! never decide whether an agent is right; the engine's `check` does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proem::agent::case::Case;
use proem::agent::catalog::{Arm, Experiment as Split, Table};
use proem::agent::load::Folder;
use proem::agent::name::PromptName;
use proem::agent::prompt;
use proem::agent::source::{RawFile, Source};
use proem::check::compiled::Compiled;
use proem::diagnostic::{Diagnostic, any_error, arrange};
use proem_store::error::{Error, Result};
use proem_store::experiment::{self, Experiment};
use proem_store::line::Line;
use proem_store::log::{LATEST, PRODUCTION};
use proem_store::page::{LONGEST, Paging};
use proem_store::prompt::Prompt;
use proem_store::tx::Tx;
use proem_store::{agent, epoch, prompt as prompts, workspace};
use serde_json::{Map, Value as Json};

use crate::app::App;
use crate::app::fault::Fault;
use crate::catalog::live::Serving;

/// Everything of an agent that is stored and can be served.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    /// The epoch at which it was read.
    pub epoch: u32,
    /// The active version of the agent.
    pub agent: agent::Agent,
    /// Its files, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The versions of its prompts that can be served.
    pub prompts: Vec<Prompt>,
    /// What replaces members of its `config`.
    pub config: Map<String, Json>,
    /// The experiments that run on its prompts.
    pub experiments: Vec<Experiment>,
}

/// An agent that was compiled.
pub(crate) struct Made {
    /// The agent.
    pub compiled: Compiled,
    /// Its cases.
    pub cases: Vec<Case>,
    /// What is worth knowing.
    pub warnings: Vec<Diagnostic>,
}

/// Reads what can be served of an agent, all at one moment; none where no version of it is active.
///
/// # Errors
/// Those of the database.
pub(crate) async fn stored(
    app: &App,
    of: &str,
    name: &str,
    pinned: BTreeSet<(Line, u32)>,
) -> Result<Option<Stored>> {
    let input = (of.to_owned(), name.to_owned(), pinned);
    app.store.read(input, |tx, (of, name, pinned)| Box::pin(within(tx, of, name, pinned))).await
}

/// The same in a transaction that has begun.
///
/// # Errors
/// Those of the database.
pub(crate) async fn within(
    tx: &mut Tx,
    of: &str,
    name: &str,
    pinned: &BTreeSet<(Line, u32)>,
) -> Result<Option<Stored>> {
    let epoch = epoch::current(tx, of).await?;
    let agent = match agent::labelled(tx, of, name, PRODUCTION).await {
        Err(Error::NotFound { .. }) => return Ok(None),
        found => found?,
    };
    let files = agent::files(tx, of, &agent).await?;
    let experiments = running(tx, of, name).await?;
    let mut found = prompts::serving(tx, of, name).await?;
    found.retain(|prompt| is_served(prompt, &experiments));
    for (line, version) in pinned {
        let known = |prompt: &Prompt| prompt.line() == *line && prompt.version == *version;
        if !found.iter().any(known) {
            found.push(prompts::find(tx, of, line, *version).await?);
        }
    }
    let mut config = workspace::config(tx, of, "").await?.config;
    config.extend(workspace::config(tx, of, name).await?.config);
    Ok(Some(Stored { epoch, agent, files, prompts: found, config, experiments }))
}

/// Whether a version can be served: the others of a prompt in an experiment may break the agent.
fn is_served(prompt: &Prompt, experiments: &[Experiment]) -> bool {
    let labelled = || prompt.labels.iter().any(|label| label != LATEST);
    let line = prompt.line();
    let in_arm = |experiment: &Experiment| {
        experiment.line == line && experiment.arms.iter().any(|arm| arm.version == prompt.version)
    };
    prompt.is_active || labelled() || experiments.iter().any(in_arm)
}

/// The experiments that run on prompts of an agent.
async fn running(tx: &mut Tx, of: &str, agent: &str) -> Result<Vec<Experiment>> {
    let (mut found, mut paging) = (Vec::new(), Paging { limit: LONGEST, after: None });
    loop {
        let page = experiment::list(tx, of, Some(agent), Some(true), &paging).await?;
        found.extend(page.items);
        match page.next {
            Some(next) => paging.after = Some(next),
            None => return Ok(found),
        }
    }
}

/// Compiles an agent from its files and the versions of its prompts.
///
/// # Errors
/// Everything that is wrong, where one of it is an error.
pub(crate) fn made(
    files: &BTreeMap<String, Vec<u8>>,
    prompts: &[Prompt],
) -> std::result::Result<Made, Vec<Diagnostic>> {
    whole(files, prompts, &Map::new(), &[])
}

/// Compiles an agent whose prompts are in experiments.
///
/// # Errors
/// As [`made`].
pub(crate) fn made_with(
    files: &BTreeMap<String, Vec<u8>>,
    prompts: &[Prompt],
    experiments: &[Experiment],
) -> std::result::Result<Made, Vec<Diagnostic>> {
    whole(files, prompts, &Map::new(), experiments)
}

/// Compiles an agent with other values for members of `config`.
///
/// # Errors
/// Everything that is wrong, where one of it is an error.
pub(crate) fn made_over(
    files: &BTreeMap<String, Vec<u8>>,
    prompts: &[Prompt],
    config: &Map<String, Json>,
) -> std::result::Result<Made, Vec<Diagnostic>> {
    whole(files, prompts, config, &[])
}

fn whole(
    files: &BTreeMap<String, Vec<u8>>,
    prompts: &[Prompt],
    config: &Map<String, Json>,
    experiments: &[Experiment],
) -> std::result::Result<Made, Vec<Diagnostic>> {
    let raw =
        files.iter().map(|(path, bytes)| RawFile { path: path.clone(), bytes: bytes.clone() });
    let Folder { agent, prompts: own, cases, mut findings, .. } =
        proem::role::folder::folder(raw.collect());
    // A role brings its own prompts; those of an agent are versions of their own.
    let mut table = Table::of_files(own);
    for stored in prompts {
        add(&mut table, stored, &mut findings);
    }
    for experiment in experiments {
        split(&mut table, experiment);
    }
    let Some(mut agent) = agent else { return Err(findings) };
    agent.config.extend(config.clone());
    findings.extend(proem::provider::check(&agent));
    match proem::check::compile(agent, Arc::new(table)) {
        Ok((compiled, more)) => {
            findings.extend(more);
            arrange(&mut findings);
            if any_error(&findings) {
                return Err(findings);
            }
            Ok(Made { compiled, cases, warnings: findings })
        }
        Err(more) => {
            findings.extend(more);
            arrange(&mut findings);
            Err(findings)
        }
    }
}

/// The file in which a prompt stands.
pub(crate) fn path(name: &str) -> String {
    format!("prompts/{name}.md")
}

fn add(table: &mut Table, stored: &Prompt, findings: &mut Vec<Diagnostic>) {
    let Ok(name) = PromptName::parse(&stored.name) else { return };
    let source = Source::new(&path(&stored.name), &stored.source);
    let (read, found) = prompt::parse(&source, &name, stored.version);
    // What is wrong with a version that nobody serves by itself is its caller's to hear.
    if stored.is_active {
        findings.extend(found);
        table.activate(&name, stored.version);
    }
    for label in &stored.labels {
        table.label(&name, label, stored.version);
    }
    table.add(read);
}

fn split(table: &mut Table, experiment: &Experiment) {
    let Ok(name) = PromptName::parse(&experiment.line.name()) else { return };
    let arm = |arm: &experiment::Arm| Arm {
        name: arm.name.clone(),
        version: arm.version,
        weight: arm.weight,
    };
    let arms = experiment.arms.iter().map(arm).collect();
    table.experiment_on(&name, Split { name: experiment.name.clone(), arms });
}

/// Reads an agent from the store and puts it in front of everybody. Where it cannot be compiled, what was
/// served before stays, and why is known. Whoever delivers events is woken: what changed was told of.
///
/// # Errors
/// Those of the database.
pub(crate) async fn refresh(app: &App, of: &str, name: &str) -> std::result::Result<(), Fault> {
    app.wake.send_replace(());
    // A folder that is served as it is stands before what is stored under its name.
    if app.live.watched(of, name).is_some() {
        return Ok(());
    }
    // Of two who read at a time the one with the older epoch could otherwise have the last word.
    let key = (of.to_owned(), name.to_owned());
    let turnstile = app.refreshing.get_with(key, Arc::default);
    let _passing = turnstile.lock().await;
    let found = match stored(app, of, name, app.live.pinned(of, name)).await {
        // A version that somebody has pinned was deleted: whoever pins it again is told.
        Err(Error::NotFound { .. }) => {
            app.live.unpin(of, name);
            stored(app, of, name, BTreeSet::new()).await?
        }
        found => found?,
    };
    let Some(stored) = found else {
        app.live.remove(of, name);
        return Ok(());
    };
    match made_with(&stored.files, &stored.prompts, &stored.experiments) {
        Ok(made) => app.live.put(of, serving(stored, made)),
        Err(findings) => {
            tracing::warn!(
                workspace = of,
                agent = name,
                "the agent cannot be served as it is stored"
            );
            app.live.spoil(of, name, findings);
        }
    }
    Ok(())
}

/// Sees to it that an agent is not served from before an epoch: whoever was served elsewhere comes from there.
///
/// # Errors
/// Those of the database.
pub(crate) async fn since(
    app: &App,
    of: &str,
    name: &str,
    epoch: u32,
) -> std::result::Result<(), Fault> {
    match app.live.get(of, name) {
        Some(serving) if serving.epoch >= epoch => Ok(()),
        _ => refresh(app, of, name).await,
    }
}

/// What is served of an agent that was read and compiled.
pub(crate) fn serving(stored: Stored, made: Made) -> Serving {
    let Stored { epoch, agent, prompts, config, experiments, .. } = stored;
    let ids = prompts.into_iter().map(|prompt| ((prompt.line(), prompt.version), prompt.id));
    let mut serving = Serving::new(
        (agent.agent, agent.version, agent.hash),
        epoch,
        (made.compiled, made.warnings),
        made.cases,
        config,
        ids.collect(),
    );
    serving.experiments = experiments;
    serving
}

/// The versions that an agent is to be served with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// The version of the agent.
    pub agent: u32,
    /// The versions of its prompts that are to be active.
    pub active: BTreeSet<(Line, u32)>,
    /// A label.
    pub label: Option<String>,
    /// The versions that are to carry it.
    pub labelled: BTreeSet<(Line, u32)>,
    /// Versions that are there beside them.
    pub pinned: BTreeSet<(Line, u32)>,
}

/// Reads and compiles an agent with these very versions, whichever are active now.
///
/// # Errors
/// [`Fault::Refused`] where one of them is gone, or they make no agent any longer.
pub(crate) async fn at(
    app: &App,
    of: &str,
    name: &str,
    wanted: Wanted,
) -> std::result::Result<Serving, Fault> {
    let gone = |why: String| Fault::Refused { code: "turn.changed", why };
    let input = (of.to_owned(), name.to_owned(), wanted);
    let read = app
        .store
        .read(input, |tx, (of, name, wanted)| {
            Box::pin(async move {
                let epoch = epoch::current(tx, of).await?;
                let agent = agent::find(tx, of, name, wanted.agent).await?;
                let files = agent::files(tx, of, &agent).await?;
                let all = wanted.active.iter().chain(&wanted.labelled).chain(&wanted.pinned);
                let mut prompts = Vec::new();
                for (line, version) in all.collect::<BTreeSet<_>>() {
                    let mut found = prompts::find(tx, of, line, *version).await?;
                    let key = (line.clone(), *version);
                    found.is_active = wanted.active.contains(&key);
                    let label = wanted.label.iter().filter(|_| wanted.labelled.contains(&key));
                    found.labels = label.cloned().collect();
                    prompts.push(found);
                }
                Ok(Stored {
                    epoch,
                    agent,
                    files,
                    prompts,
                    config: Map::new(),
                    experiments: Vec::new(),
                })
            })
        })
        .await;
    let stored = match read {
        Err(Error::NotFound { kind, id }) => return Err(gone(format!("the {kind} {id} is gone"))),
        read => read?,
    };
    match made(&stored.files, &stored.prompts) {
        Ok(made) => Ok(serving(stored, made)),
        Err(_) => Err(gone("the versions that it began with make no agent any longer".to_owned())),
    }
}
