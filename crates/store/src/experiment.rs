//! Experiments.
//!
//! Owns splits between versions of a prompt and their weights through time. It must never choose an arm: the
//! engine does.

use serde::{Deserialize, Serialize};

use crate::audit::{self, By, Entry};
use crate::epoch;
use crate::error::{Error, Result};
use crate::line::{Kind, Line};
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, from_json, to_json};
use crate::version;

/// What is split: whole users, or sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A user has one arm in all sessions.
    User,
    /// Each session has its own.
    Session,
}

impl Unit {
    fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Session => "session",
        }
    }
}

/// One side of an experiment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arm {
    /// Its name.
    pub name: String,
    /// The version that it serves.
    pub version: u32,
    /// Its share, against the sum of all weights; 0 serves nobody new.
    pub weight: u32,
}

/// An experiment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Experiment {
    /// Its id.
    pub id: String,
    /// Its name; part of the hash that spreads units over the arms.
    pub name: String,
    /// The prompt.
    #[serde(flatten)]
    pub line: Line,
    /// What is split.
    pub unit: Unit,
    /// The sides, in the order in which they were declared.
    pub arms: Vec<Arm>,
    /// Whether it runs. One that was stopped stays stopped.
    pub is_running: bool,
    /// The version of its weights, from 1.
    pub version: u32,
    /// When it was begun.
    pub created_at: Time,
    /// When it was last changed.
    pub updated_at: Time,
}

/// What a new experiment is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewExperiment {
    /// Its id.
    pub id: String,
    /// Its name, unique within the agent.
    pub name: String,
    /// The prompt.
    pub line: Line,
    /// What is split.
    pub unit: Unit,
    /// The sides.
    pub arms: Vec<Arm>,
}

/// The weights of an experiment at some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Weights {
    /// The version of the weights.
    pub version: u32,
    /// The arms as they were then.
    pub arms: Vec<Arm>,
    /// Since when.
    pub at: Time,
    /// Who set them.
    pub actor: String,
    /// Why.
    pub note: String,
}

const COLUMNS: &str = "id, name, agent, prompt_type, phase, unit, arms, status, version, created_at, \
    updated_at";

/// Begins an experiment.
///
/// # Errors
///
/// [`Error::Invalid`] for arms that make no split, [`Error::NotFound`] where an arm's version is not
/// there, [`Error::Exists`] where its name is taken or another one runs on the prompt.
pub async fn create(tx: &mut Tx, by: &By, new: &NewExperiment) -> Result<Experiment> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    fit(&new.arms)?;
    for arm in &new.arms {
        if version::id(tx, &by.workspace, &new.line, arm.version).await?.is_none() {
            return Err(new.line.missing(Some(arm.version)));
        }
    }
    let arms = to_json(&new.arms)?;
    let [workspace, _, agent, prompt_type, phase] = new.line.params(&by.workspace);
    tx.run(
        "INSERT INTO experiments (workspace, id, name, agent, prompt_type, phase, unit, arms, \
         status, version, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'running', 1, $9, $9)",
        &[
            workspace,
            (&new.id).into(),
            (&new.name).into(),
            agent,
            prompt_type,
            phase,
            new.unit.word().into(),
            (&arms).into(),
            by.at.into(),
        ],
    )
    .await?;
    weigh(tx, by, &new.id, 1, &arms).await?;
    record(tx, by, epoch, &new.line, "create", ("", &arms)).await?;
    get(tx, &by.workspace, &new.id).await
}

/// Changes the weights of a running experiment. Units that saw an arm keep it.
///
/// # Errors
///
/// [`Error::Invalid`] where anything but weights differs, [`Error::Refused`] where it is stopped,
/// [`Error::Conflict`] where `expected` is not the version of its weights.
pub async fn reweigh(
    tx: &mut Tx,
    by: &By,
    id: &str,
    arms: &[Arm],
    expected: Option<u32>,
) -> Result<Experiment> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let before = get(tx, &by.workspace, id).await?;
    running(&before)?;
    if expected.is_some_and(|expected| expected != before.version) {
        return Err(Error::Conflict { current: before.version });
    }
    fit(arms)?;
    let sides =
        |arms: &[Arm]| arms.iter().map(|arm| (arm.name.clone(), arm.version)).collect::<Vec<_>>();
    if sides(arms) != sides(&before.arms) {
        let why = "only weights can change while it runs: its arms are what is compared";
        return Err(Error::Invalid { what: "arms", why });
    }
    let (text, version) = (to_json(&arms)?, before.version + 1);
    tx.run(
        "UPDATE experiments SET arms = $3, version = $4, updated_at = $5 \
         WHERE workspace = $1 AND id = $2",
        &[(&by.workspace).into(), id.into(), (&text).into(), version.into(), by.at.into()],
    )
    .await?;
    weigh(tx, by, id, version, &text).await?;
    let old = to_json(&before.arms)?;
    record(tx, by, epoch, &before.line, "reweigh", (&old, &text)).await?;
    get(tx, &by.workspace, id).await
}

/// Stops an experiment for good: from now on everybody is served what is active.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Refused`] where it is stopped already.
pub async fn stop(tx: &mut Tx, by: &By, id: &str) -> Result<Experiment> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let before = get(tx, &by.workspace, id).await?;
    running(&before)?;
    let sql = "UPDATE experiments SET status = 'stopped', updated_at = $3 \
               WHERE workspace = $1 AND id = $2";
    tx.run(sql, &[(&by.workspace).into(), id.into(), by.at.into()]).await?;
    record(tx, by, epoch, &before.line, "stop", ("running", "stopped")).await?;
    get(tx, &by.workspace, id).await
}

/// One experiment.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Experiment> {
    let sql = format!("SELECT {COLUMNS} FROM experiments WHERE workspace = $1 AND id = $2");
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    row.ok_or_else(|| Error::not_found("experiment", id)).and_then(decode)
}

/// Experiments, newest first; of all agents or of one, and with `is_running` only those that run or do
/// not.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    agent: Option<&str>,
    is_running: Option<bool>,
    paging: &Paging,
) -> Result<Page<Experiment>> {
    let sql = format!("SELECT {COLUMNS} FROM experiments WHERE workspace = $?");
    let mut select = Select::new(&sql, &[workspace.into()]);
    if let Some(agent) = agent {
        select.and("agent = $?", &[agent.into()]);
    }
    match is_running {
        Some(true) => select.and("status = 'running'", &[]),
        Some(false) => select.and("status <> 'running'", &[]),
        None => {}
    }
    let order = Order { columns: &[("created_at", true), ("id", false)], descending: true };
    let key = |item: &Experiment| vec![Key::Int(item.created_at), Key::Text(item.id.clone())];
    select.page(tx, paging, &order, decode, key).await
}

/// The weights of an experiment through time, the first ones first.
///
/// # Errors
///
/// Those of the database.
pub async fn weights(tx: &mut Tx, workspace: &str, id: &str) -> Result<Vec<Weights>> {
    let sql = "SELECT version, arms, at, actor, note FROM experiment_weights \
               WHERE workspace = $1 AND experiment = $2 ORDER BY version";
    let rows = tx.rows(sql, &[workspace.into(), id.into()]).await?;
    let weights = |mut row: Row| {
        Ok(Weights {
            version: row.count()?,
            arms: row.json()?,
            at: row.int()?,
            actor: row.text()?,
            note: row.text()?,
        })
    };
    rows.into_iter().map(weights).collect()
}

fn running(experiment: &Experiment) -> Result<()> {
    match experiment.is_running {
        true => Ok(()),
        false => Err(Error::Refused { why: "the experiment is stopped", by: Vec::new() }),
    }
}

/// Arms make a split where there are some, each with a name of its own, and not all of them weigh
/// nothing.
fn fit(arms: &[Arm]) -> Result<()> {
    let mut names: Vec<_> = arms.iter().map(|arm| &arm.name).collect();
    names.sort();
    names.dedup();
    let why = if arms.is_empty() {
        "there are none"
    } else if names.len() != arms.len() {
        "two of them have the same name"
    } else if arms.iter().all(|arm| arm.weight == 0) {
        "all of them weigh nothing"
    } else {
        return Ok(());
    };
    Err(Error::Invalid { what: "arms", why })
}

async fn weigh(tx: &mut Tx, by: &By, id: &str, version: u32, arms: &str) -> Result<()> {
    tx.run(
        "INSERT INTO experiment_weights (workspace, experiment, version, arms, at, actor, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            (&by.workspace).into(),
            id.into(),
            version.into(),
            arms.into(),
            by.at.into(),
            (&by.actor).into(),
            (&by.note).into(),
        ],
    )
    .await
    .map(|_| ())
}

async fn record(
    tx: &mut Tx,
    by: &By,
    epoch: u32,
    line: &Line,
    action: &str,
    (before, after): (&str, &str),
) -> Result<()> {
    let subject = line.subject();
    let entry = Entry { action, kind: "experiment", subject: &subject, before, after };
    audit::record(tx, by, epoch, &entry).await
}

fn decode(mut row: Row) -> Result<Experiment> {
    Ok(Experiment {
        id: row.text()?,
        name: row.text()?,
        line: Line {
            kind: Kind::Prompt,
            agent: row.text()?,
            prompt_type: row.text()?,
            phase: row.text_or_none()?,
        },
        unit: match row.text()?.as_str() {
            "user" => Unit::User,
            "session" => Unit::Session,
            _ => return Err(Error::Corrupt("an experiment has no known unit".to_owned())),
        },
        arms: from_json(&row.text()?)?,
        is_running: row.text()? == "running",
        version: row.count()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}
