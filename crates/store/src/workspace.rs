//! Workspaces: the tenants.
//!
//! Owns their rows and the overrides of agents' `config`. It must never let one workspace see another:
//! every operation of the store takes the workspace and asks for it in every statement.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::audit::{self, By, Entry};
use crate::epoch;
use crate::error::{Error, Result};
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, from_json, to_json};

/// A tenant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Workspace {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many changes of management it has seen.
    pub epoch: u32,
    /// Since when it is there.
    pub created_at: Time,
    /// When its own row was last changed.
    pub updated_at: Time,
}

/// Overrides of `config`, with their version.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Config {
    /// What replaces members of an agent's `config`.
    pub config: Map<String, Json>,
    /// Counted from 1; 0 where nothing was ever set.
    pub version: u32,
}

const COLUMNS: &str = "id, name, epoch, created_at, updated_at";

/// Makes a workspace. The change is recorded in the new one.
///
/// # Errors
///
/// [`Error::Exists`] where its id is taken, [`Error::Invalid`] where it is empty.
pub async fn create(tx: &mut Tx, by: &By, name: &str) -> Result<Workspace> {
    if by.workspace.is_empty() {
        return Err(Error::Invalid { what: "the id of the workspace", why: "it is empty" });
    }
    tx.run(
        "INSERT INTO workspaces (id, name, epoch, created_at, updated_at) \
         VALUES ($1, $2, 0, $3, $3)",
        &[by.workspace.as_str().into(), name.into(), by.at.into()],
    )
    .await?;
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let entry = Entry {
        action: "create",
        kind: "workspace",
        subject: &by.workspace,
        before: "",
        after: name,
    };
    audit::record(tx, by, epoch, &entry).await?;
    get(tx, &by.workspace).await
}

/// One workspace.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, id: &str) -> Result<Workspace> {
    let sql = format!("SELECT {COLUMNS} FROM workspaces WHERE id = $1 AND id <> ''");
    let row = tx.row(sql, &[id.into()]).await?;
    row.ok_or_else(|| Error::not_found("workspace", id)).and_then(decode)
}

/// All workspaces, by id.
///
/// # Errors
///
/// Those of the database.
pub async fn list(tx: &mut Tx, paging: &Paging) -> Result<Page<Workspace>> {
    let select = Select::new(&format!("SELECT {COLUMNS} FROM workspaces WHERE id <> ''"), &[]);
    let order = Order { columns: &[("id", false)], descending: false };
    select.page(tx, paging, &order, decode, |item| vec![Key::Text(item.id.clone())]).await
}

/// Overrides for an agent, or with `""` for all agents of the workspace.
///
/// # Errors
///
/// Those of the database.
pub async fn config(tx: &mut Tx, workspace: &str, agent: &str) -> Result<Config> {
    let sql = "SELECT config, version FROM configs WHERE workspace = $1 AND agent = $2";
    match tx.row(sql, &[workspace.into(), agent.into()]).await? {
        Some(mut row) => Ok(Config { config: row.json()?, version: row.count()? }),
        None => Ok(Config::default()),
    }
}

/// Replaces the overrides for an agent, or with `""` for all agents of the workspace.
///
/// # Errors
///
/// [`Error::Conflict`] where `expected` is not the current version.
pub async fn set_config(
    tx: &mut Tx,
    by: &By,
    agent: &str,
    config: &Map<String, Json>,
    expected: Option<u32>,
) -> Result<Config> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let before = self::config(tx, &by.workspace, agent).await?;
    if expected.is_some_and(|expected| expected != before.version) {
        return Err(Error::Conflict { current: before.version });
    }
    let (text, version) = (to_json(config)?, before.version + 1);
    tx.run(
        "INSERT INTO configs (workspace, agent, config, version, updated_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (workspace, agent) DO UPDATE \
         SET config = excluded.config, version = excluded.version, updated_at = excluded.updated_at",
        &[
            by.workspace.as_str().into(),
            agent.into(),
            text.as_str().into(),
            version.into(),
            by.at.into(),
        ],
    )
    .await?;
    let (old, new) = (before.version.to_string(), version.to_string());
    let entry = Entry { action: "set", kind: "config", subject: agent, before: &old, after: &new };
    audit::record(tx, by, epoch, &entry).await?;
    Ok(Config { config: from_json(&text)?, version })
}

fn decode(mut row: Row) -> Result<Workspace> {
    Ok(Workspace {
        id: row.text()?,
        name: row.text()?,
        epoch: row.count()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}
