//! Agents.
//!
//! Owns what a version of an agent contains: every file of its folder that is not a prompt, by path.
//! It must never read those files: who stores a version has checked it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::audit::By;
use crate::blob::{self, Content};
use crate::error::{Error, Result};
use crate::label::{self, Labels};
use crate::line::Line;
use crate::log::{LATEST, PRODUCTION};
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, to_json};
use crate::version;

/// A version of an agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agent {
    /// The id of the version.
    pub id: String,
    /// The name of the agent.
    pub agent: String,
    /// The number of the version, from 1.
    pub version: u32,
    /// What it is for.
    pub description: String,
    /// The hash of each file, by path.
    pub files: BTreeMap<String, String>,
    /// Whether it is the active version.
    pub is_active: bool,
    /// Its labels: `production` where it is active, `latest` where it is the newest, and its own.
    pub labels: Vec<String>,
    /// When it was stored.
    pub created_at: Time,
    /// When it was last made active or inactive.
    pub updated_at: Time,
    /// Who wrote it.
    pub author: String,
    /// Why, in the words of who stored it.
    pub note: String,
    /// The hash of all files: see [`hash`].
    pub hash: String,
}

/// What a new version is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgent {
    /// Its id, a UUID.
    pub id: String,
    /// The name of the agent.
    pub agent: String,
    /// What it is for.
    pub description: String,
    /// The contents of all files that are not prompts, by path: `agent.yaml` or `role.json`, cases, a
    /// tokenizer.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Who wrote it.
    pub author: String,
    /// Whether it becomes the active version.
    pub activate: bool,
    /// The number that the newest version must have, where the writer has seen it; 0 is: there is none.
    pub expected: Option<u32>,
}

const SELECT: &str = "SELECT v.id, v.agent, v.version, b.description, b.files, v.is_active, \
    v.created_at, v.updated_at, v.author, v.note, v.hash, NOT EXISTS (SELECT 1 FROM versions n \
    WHERE n.workspace = v.workspace AND n.kind = v.kind AND n.agent = v.agent \
    AND n.prompt_type = '' AND n.phase = '' AND n.version > v.version) \
    FROM versions v JOIN bundles b ON b.workspace = v.workspace AND b.id = v.id \
    WHERE v.workspace = $? AND v.kind = 'agent'";

const ORDER: Order =
    Order { columns: &[("v.agent", false), ("v.version", true)], descending: false };

/// The hash of files: over their paths and the hashes of what they contain.
#[must_use]
pub fn hash(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (path, content) in files {
        hasher.update(&(path.len() as u64).to_le_bytes());
        hasher.update(path.as_bytes());
        hasher.update(blake3::hash(content).as_bytes());
    }
    format!("b3:{}", hasher.finalize().to_hex())
}

/// Stores the next version of an agent.
///
/// # Errors
///
/// [`Error::Conflict`] where `expected` is not the newest version, [`Error::Exists`] where the id is
/// taken, [`Error::Refused`] where it is to become active and `production` is protected.
pub async fn create(tx: &mut Tx, by: &By, new: &NewAgent) -> Result<Agent> {
    let version = version::New {
        id: &new.id,
        hash: &hash(&new.files),
        author: &new.author,
        activate: new.activate,
        expected: new.expected,
    };
    version::add(tx, by, &Line::agent(&new.agent), &version).await?;
    let contents: Vec<_> =
        new.files.values().map(|content| Content::new(content.as_slice())).collect();
    blob::put(tx, &by.workspace, "", &contents).await?;
    let files: BTreeMap<_, _> = new.files.keys().zip(contents.iter().map(Content::hash)).collect();
    tx.run(
        "INSERT INTO bundles (workspace, id, description, files) VALUES ($1, $2, $3, $4)",
        &[
            by.workspace.as_str().into(),
            (&new.id).into(),
            (&new.description).into(),
            (&to_json(&files)?).into(),
        ],
    )
    .await?;
    get(tx, &by.workspace, &new.id).await
}

/// One version.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Agent> {
    let mut select = Select::new(SELECT, &[workspace.into()]);
    select.and("v.id = $?", &[id.into()]);
    one(tx, workspace, select).await?.ok_or_else(|| Error::not_found("agent", id))
}

/// A version by its number.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn find(tx: &mut Tx, workspace: &str, agent: &str, version: u32) -> Result<Agent> {
    let mut select = Select::new(SELECT, &[workspace.into()]);
    select.and(
        "v.agent = $? AND v.prompt_type = '' AND v.phase = '' AND v.version = $?",
        &[agent.into(), version.into()],
    );
    let missing = || Line::agent(agent).missing(Some(version));
    one(tx, workspace, select).await?.ok_or_else(missing)
}

/// The version that has a label, `production` and `latest` among them.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn labelled(tx: &mut Tx, workspace: &str, agent: &str, label: &str) -> Result<Agent> {
    let line = Line::agent(agent);
    let version = match label {
        PRODUCTION => version::active(tx, workspace, &line).await?,
        LATEST => version::latest(tx, workspace, &line).await?,
        _ => label::version(tx, workspace, &line, label).await?,
    };
    let missing = || Error::not_found("agent", format!("{agent}@{label}"));
    find(tx, workspace, agent, version.ok_or_else(missing)?).await
}

/// The files of a version, by path.
///
/// # Errors
///
/// [`Error::Corrupt`] where one of them is not there.
pub async fn files(
    tx: &mut Tx,
    workspace: &str,
    agent: &Agent,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for (path, hash) in &agent.files {
        let content = match blob::get(tx, workspace, "", hash).await {
            Err(Error::NotFound { .. }) => {
                return Err(Error::Corrupt(format!("a file of {} is not there", agent.agent)));
            }
            other => other?,
        };
        found.insert(path.clone(), content);
    }
    Ok(found)
}

/// Versions by name and number; of all agents, or of one.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn versions(
    tx: &mut Tx,
    workspace: &str,
    agent: Option<&str>,
    paging: &Paging,
) -> Result<Page<Agent>> {
    let mut select = Select::new(SELECT, &[workspace.into()]);
    if let Some(agent) = agent {
        select.and("v.agent = $?", &[agent.into()]);
    }
    let key = |agent: &Agent| vec![Key::Text(agent.agent.clone()), Key::Int(agent.version.into())];
    let mut page = select.page(tx, paging, &ORDER, decode, key).await?;
    with_labels(tx, workspace, &mut page.items).await?;
    Ok(page)
}

/// One version of each agent, by name: the active one, or the newest where none is active.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(tx: &mut Tx, workspace: &str, paging: &Paging) -> Result<Page<Agent>> {
    let mut select = Select::new(SELECT, &[workspace.into()]);
    select.and(
        "(v.is_active = 1 OR NOT EXISTS (SELECT 1 FROM versions m WHERE m.workspace = v.workspace \
         AND m.kind = v.kind AND m.agent = v.agent AND m.prompt_type = '' AND m.phase = '' \
         AND (m.is_active = 1 OR m.version > v.version)))",
        &[],
    );
    let key = |agent: &Agent| vec![Key::Text(agent.agent.clone()), Key::Int(agent.version.into())];
    let mut page = select.page(tx, paging, &ORDER, decode, key).await?;
    with_labels(tx, workspace, &mut page.items).await?;
    Ok(page)
}

/// Makes a version the active one; see [`version::activate`].
///
/// # Errors
///
/// As [`version::activate`].
pub async fn activate(
    tx: &mut Tx,
    by: &By,
    agent: &str,
    number: u32,
    expected: Option<u32>,
) -> Result<Agent> {
    version::activate(tx, by, &Line::agent(agent), number, expected).await?;
    find(tx, &by.workspace, agent, number).await
}

/// Makes the version active that was active before; see [`version::rollback`].
///
/// # Errors
///
/// As [`version::rollback`].
pub async fn rollback(tx: &mut Tx, by: &By, agent: &str, expected: Option<u32>) -> Result<Agent> {
    let number = version::rollback(tx, by, &Line::agent(agent), expected).await?;
    find(tx, &by.workspace, agent, number).await
}

async fn one(tx: &mut Tx, workspace: &str, select: Select<'_>) -> Result<Option<Agent>> {
    let row = select.rows(tx, " LIMIT 1").await?.into_iter().next();
    let mut found = row.map(decode).transpose()?.into_iter().collect::<Vec<_>>();
    with_labels(tx, workspace, &mut found).await?;
    Ok(found.pop())
}

async fn with_labels(tx: &mut Tx, workspace: &str, agents: &mut [Agent]) -> Result<()> {
    let labels = match (agents.first(), agents.last()) {
        (Some(first), Some(last)) => {
            let (first, last) = (Line::agent(&first.agent), Line::agent(&last.agent));
            label::between(tx, workspace, &first, &last).await?
        }
        _ => Labels::new(),
    };
    for agent in agents {
        let is = (agent.is_active, agent.labels.iter().any(|label| label == LATEST));
        agent.labels = label::of(&labels, &Line::agent(&agent.agent), agent.version, is);
    }
    Ok(())
}

fn decode(mut row: Row) -> Result<Agent> {
    Ok(Agent {
        id: row.text()?,
        agent: row.text()?,
        version: row.count()?,
        description: row.text()?,
        files: row.json()?,
        is_active: row.truth()?,
        created_at: row.int()?,
        updated_at: row.int()?,
        author: row.text()?,
        note: row.text()?,
        hash: row.text()?,
        labels: if row.truth()? { vec![LATEST.to_owned()] } else { Vec::new() },
    })
}
