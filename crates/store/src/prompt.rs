//! Prompts.
//!
//! Owns what a version of a prompt contains: the whole text of its file, and what of it lists show. It
//! must never read that text: who stores a version has checked it.

use serde::Serialize;

use crate::audit::By;
use crate::error::{Error, Result};
use crate::label::{self, Labels};
use crate::line::{Kind, Line};
use crate::log::{LATEST, PRODUCTION};
use crate::page::{Key, Order, Page, Paging, Select, containing};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, to_json};
use crate::version;

/// A version of a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prompt {
    /// The id of the version.
    pub id: String,
    /// The agent.
    pub agent: String,
    /// `type/phase` or `type`.
    pub name: String,
    /// What stands before the first `/` of the name.
    pub prompt_type: String,
    /// The rest of it.
    pub phase: Option<String>,
    /// The number of the version, from 1.
    pub version: u32,
    /// The title.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// The template.
    pub body: String,
    /// The whole text of the file: front matter and body.
    pub source: String,
    /// The context keys that it declares.
    pub required_context_keys: Vec<String>,
    /// The actions that it allows.
    pub allowed_actions: Vec<String>,
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
    /// The hash of what it contains.
    pub hash: String,
}

impl Prompt {
    /// The line that it is a version of.
    #[must_use]
    pub fn line(&self) -> Line {
        Line {
            kind: Kind::Prompt,
            agent: self.agent.clone(),
            prompt_type: self.prompt_type.clone(),
            phase: self.phase.clone(),
        }
    }
}

/// What a new version is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPrompt {
    /// Its id, a UUID.
    pub id: String,
    /// The line that it becomes the next version of.
    pub line: Line,
    /// The title.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// The template.
    pub body: String,
    /// The whole text of the file.
    pub source: String,
    /// The context keys that it declares.
    pub required_context_keys: Vec<String>,
    /// The actions that it allows.
    pub allowed_actions: Vec<String>,
    /// Who wrote it.
    pub author: String,
    /// The hash of what it contains.
    pub hash: String,
    /// Whether it becomes the active version.
    pub activate: bool,
    /// The number that the newest version must have, where the writer has seen it; 0 is: there is none.
    pub expected: Option<u32>,
}

/// What a list leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Prompts of other agents.
    pub agent: Option<String>,
    /// Prompts of other types.
    pub prompt_type: Option<String>,
    /// Prompts of other phases; `Some(None)` keeps those without one.
    pub phase: Option<Option<String>>,
    /// Versions that are, or are not, active.
    pub is_active: Option<bool>,
    /// Versions without this label.
    pub label: Option<String>,
    /// Versions in whose name, title, description and body this does not occur. ASCII letters are
    /// the same in both cases.
    pub q: Option<String>,
}

const SELECT: &str = "SELECT v.id, v.agent, v.prompt_type, v.phase, v.version, p.title, \
    p.description, p.body, p.source, p.context, p.actions, v.is_active, v.created_at, v.updated_at, \
    v.author, v.note, v.hash, NOT EXISTS (SELECT 1 FROM versions n WHERE n.workspace = v.workspace \
    AND n.kind = v.kind AND n.agent = v.agent AND n.prompt_type = v.prompt_type \
    AND n.phase = v.phase AND n.version > v.version) \
    FROM versions v JOIN prompts p ON p.workspace = v.workspace AND p.id = v.id \
    WHERE v.workspace = $? AND v.kind = 'prompt'";

const ORDER: Order = Order {
    columns: &[
        ("v.agent", false),
        ("v.prompt_type", false),
        ("v.phase", false),
        ("v.version", true),
    ],
    descending: false,
};

/// Stores the next version of a prompt.
///
/// # Errors
///
/// [`Error::Conflict`] where `expected` is not the newest version, [`Error::Exists`] where the id is
/// taken, [`Error::Refused`] where it is to become active and `production` is protected.
pub async fn create(tx: &mut Tx, by: &By, new: &NewPrompt) -> Result<Prompt> {
    let version = version::New {
        id: &new.id,
        hash: &new.hash,
        author: &new.author,
        activate: new.activate,
        expected: new.expected,
    };
    version::add(tx, by, &new.line, &version).await?;
    let (context, actions) = (to_json(&new.required_context_keys)?, to_json(&new.allowed_actions)?);
    tx.run(
        "INSERT INTO prompts (workspace, id, title, description, body, source, context, actions) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            by.workspace.as_str().into(),
            (&new.id).into(),
            (&new.title).into(),
            (&new.description).into(),
            (&new.body).into(),
            (&new.source).into(),
            (&context).into(),
            (&actions).into(),
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
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Prompt> {
    let mut select = Select::new(SELECT, &[workspace.into()]);
    select.and("v.id = $?", &[id.into()]);
    one(tx, workspace, select).await?.ok_or_else(|| Error::not_found("prompt", id))
}

/// A version of a line by its number.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn find(tx: &mut Tx, workspace: &str, line: &Line, version: u32) -> Result<Prompt> {
    let mut select = Select::new(SELECT, &[workspace.into()]);
    let [_, _, agent, prompt_type, phase] = line.params(workspace);
    select.and(
        "v.agent = $? AND v.prompt_type = $? AND v.phase = $? AND v.version = $?",
        &[agent, prompt_type, phase, version.into()],
    );
    one(tx, workspace, select).await?.ok_or_else(|| line.missing(Some(version)))
}

/// The version of a line that has a label, `production` and `latest` among them.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn labelled(tx: &mut Tx, workspace: &str, line: &Line, label: &str) -> Result<Prompt> {
    let version = match label {
        PRODUCTION => version::active(tx, workspace, line).await?,
        LATEST => version::latest(tx, workspace, line).await?,
        _ => label::version(tx, workspace, line, label).await?,
    };
    let missing = || Error::not_found("prompt", format!("{}@{label}", line.subject()));
    find(tx, workspace, line, version.ok_or_else(missing)?).await
}

/// A list of versions, by agent, type, phase and number.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    filter: &Filter,
    paging: &Paging,
) -> Result<Page<Prompt>> {
    let pattern = filter.q.as_deref().map(containing);
    let mut select = Select::new(SELECT, &[workspace.into()]);
    if let Some(agent) = &filter.agent {
        select.and("v.agent = $?", &[agent.into()]);
    }
    if let Some(prompt_type) = &filter.prompt_type {
        select.and("v.prompt_type = $?", &[prompt_type.into()]);
    }
    if let Some(phase) = &filter.phase {
        select.and("v.phase = $?", &[phase.as_deref().unwrap_or_default().into()]);
    }
    if let Some(is_active) = filter.is_active {
        select.and("v.is_active = $?", &[is_active.into()]);
    }
    match filter.label.as_deref() {
        Some(PRODUCTION) => select.and("v.is_active = 1", &[]),
        Some(LATEST) => select.and(NEWEST, &[]),
        Some(label) => select.and(LABELLED, &[label.into()]),
        None => {}
    }
    if let Some(pattern) = &pattern {
        select.and(CONTAINING, &[pattern.into()]);
    }
    let key = |prompt: &Prompt| {
        vec![
            Key::Text(prompt.agent.clone()),
            Key::Text(prompt.prompt_type.clone()),
            Key::Text(prompt.phase.clone().unwrap_or_default()),
            Key::Int(prompt.version.into()),
        ]
    };
    let mut page = select.page(tx, paging, &ORDER, decode, key).await?;
    with_labels(tx, workspace, &mut page.items).await?;
    Ok(page)
}

/// Everything that can be served of an agent: versions that are active, labelled, or in a running
/// experiment.
///
/// # Errors
///
/// Those of the database.
pub async fn serving(tx: &mut Tx, workspace: &str, agent: &str) -> Result<Vec<Prompt>> {
    let mut select = Select::new(SELECT, &[workspace.into()]);
    select.and("v.agent = $?", &[agent.into()]);
    select.and(
        "(v.is_active = 1 \
         OR EXISTS (SELECT 1 FROM labels l WHERE l.workspace = v.workspace AND l.kind = v.kind \
         AND l.agent = v.agent AND l.prompt_type = v.prompt_type AND l.phase = v.phase \
         AND l.version = v.version) \
         OR EXISTS (SELECT 1 FROM experiments e WHERE e.workspace = v.workspace \
         AND e.agent = v.agent AND e.prompt_type = v.prompt_type AND e.phase = v.phase \
         AND e.status = 'running'))",
        &[],
    );
    let tail = " ORDER BY v.agent, v.prompt_type, v.phase, v.version";
    let rows = select.rows(tx, tail).await?;
    let mut prompts = rows.into_iter().map(decode).collect::<Result<Vec<_>>>()?;
    with_labels(tx, workspace, &mut prompts).await?;
    Ok(prompts)
}

/// Makes a version the active one; see [`version::activate`].
///
/// # Errors
///
/// As [`version::activate`].
pub async fn activate(tx: &mut Tx, by: &By, id: &str, expected: Option<u32>) -> Result<Prompt> {
    let (line, version) = version::place(tx, &by.workspace, Kind::Prompt, id).await?;
    version::activate(tx, by, &line, version, expected).await?;
    get(tx, &by.workspace, id).await
}

/// Makes a version inactive. Where it is inactive already, nothing changes.
///
/// # Errors
///
/// As [`version::activate`].
pub async fn deactivate(tx: &mut Tx, by: &By, id: &str) -> Result<Prompt> {
    let (line, version) = version::place(tx, &by.workspace, Kind::Prompt, id).await?;
    if version::active(tx, &by.workspace, &line).await? != Some(version) {
        return get(tx, &by.workspace, id).await;
    }
    version::deactivate(tx, by, &line, Some(version)).await?;
    get(tx, &by.workspace, id).await
}

/// Makes the version active that was active before; see [`version::rollback`].
///
/// # Errors
///
/// As [`version::rollback`].
pub async fn rollback(tx: &mut Tx, by: &By, line: &Line, expected: Option<u32>) -> Result<Prompt> {
    let version = version::rollback(tx, by, line, expected).await?;
    find(tx, &by.workspace, line, version).await
}

/// Deletes a version that nothing refers to; see [`version::delete`].
///
/// # Errors
///
/// As [`version::delete`].
pub async fn delete(tx: &mut Tx, by: &By, id: &str) -> Result<()> {
    let (line, version) = version::place(tx, &by.workspace, Kind::Prompt, id).await?;
    version::delete(tx, by, &line, version).await
}

const NEWEST: &str = "NOT EXISTS (SELECT 1 FROM versions m WHERE m.workspace = v.workspace \
    AND m.kind = v.kind AND m.agent = v.agent AND m.prompt_type = v.prompt_type \
    AND m.phase = v.phase AND m.version > v.version)";

const LABELLED: &str = "EXISTS (SELECT 1 FROM labels l WHERE l.workspace = v.workspace \
    AND l.kind = v.kind AND l.agent = v.agent AND l.prompt_type = v.prompt_type \
    AND l.phase = v.phase AND l.version = v.version AND l.label = $?)";

const CONTAINING: &str = "lower(v.prompt_type || '/' || v.phase || ' ' || p.title || ' ' \
    || p.description || ' ' || p.body) LIKE lower($?) ESCAPE '\\'";

async fn one(tx: &mut Tx, workspace: &str, select: Select<'_>) -> Result<Option<Prompt>> {
    let row = select.rows(tx, " LIMIT 1").await?.into_iter().next();
    let mut found = row.map(decode).transpose()?.into_iter().collect::<Vec<_>>();
    with_labels(tx, workspace, &mut found).await?;
    Ok(found.pop())
}

/// Adds the labels to prompts that are in the order of lists.
async fn with_labels(tx: &mut Tx, workspace: &str, prompts: &mut [Prompt]) -> Result<()> {
    let labels = match (prompts.first(), prompts.last()) {
        (Some(first), Some(last)) => {
            label::between(tx, workspace, &first.line(), &last.line()).await?
        }
        _ => Labels::new(),
    };
    for prompt in prompts {
        let is = (prompt.is_active, prompt.labels.iter().any(|label| label == LATEST));
        prompt.labels = label::of(&labels, &prompt.line(), prompt.version, is);
    }
    Ok(())
}

fn decode(mut row: Row) -> Result<Prompt> {
    let (id, agent, prompt_type) = (row.text()?, row.text()?, row.text()?);
    let phase = row.text_or_none()?;
    let line = Line { kind: Kind::Prompt, agent, prompt_type, phase };
    Ok(Prompt {
        id,
        name: line.name(),
        agent: line.agent,
        prompt_type: line.prompt_type,
        phase: line.phase,
        version: row.count()?,
        title: row.text()?,
        description: row.text()?,
        body: row.text()?,
        source: row.text()?,
        required_context_keys: row.json()?,
        allowed_actions: row.json()?,
        is_active: row.truth()?,
        created_at: row.int()?,
        updated_at: row.int()?,
        author: row.text()?,
        note: row.text()?,
        hash: row.text()?,
        labels: if row.truth()? { vec![LATEST.to_owned()] } else { Vec::new() },
    })
}
