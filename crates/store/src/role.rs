//! Roles: agents that are given as one object.
//!
//! Owns templates, which are shipped, and roles of a workspace, which are copies of templates or made
//! from nothing. Every change of a role is a version. It must never read a `prompt_config`: who stores
//! one has checked it.

use serde::Serialize;
use serde_json::Value as Json;

use crate::audit::By;
use crate::error::{Error, Result};
use crate::line::Line;
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, to_json};
use crate::version;

/// The workspace of what is shipped.
pub const SHIPPED: &str = "";

/// A role with its active version.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Role {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is a template: it is shipped, and a workspace changes only copies of it.
    pub is_template: bool,
    /// The role that it is a copy of.
    pub source_role_id: Option<String>,
    /// The number of the active version.
    pub version: u32,
    /// What it is.
    pub prompt_config: Json,
    /// The hash of that.
    pub hash: String,
    /// When the role was made.
    pub created_at: Time,
    /// When its active version was made active.
    pub updated_at: Time,
}

/// A new version of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The id of the version.
    pub version_id: String,
    /// What the role is now.
    pub prompt_config: Json,
    /// The number that the newest version must have, where the writer has seen it.
    pub expected: Option<u32>,
}

const SELECT: &str = "SELECT r.workspace, r.id, r.name, r.source_role_id, v.version, c.config, v.hash, \
    r.created_at, v.updated_at FROM roles r \
    JOIN versions v ON v.workspace = r.workspace AND v.kind = 'role' AND v.agent = r.id \
    AND v.prompt_type = '' AND v.phase = '' AND v.is_active = 1 \
    JOIN role_configs c ON c.workspace = v.workspace AND c.id = v.id WHERE ";

const OWN: &str = "r.workspace = $?";

const VISIBLE: &str = "(r.workspace = $? OR r.workspace = '')";

/// Ships a template: makes it, or gives it its next version. What it is already does nothing.
///
/// # Errors
///
/// [`Error::Invalid`] where a workspace tries to.
pub async fn ship(tx: &mut Tx, by: &By, id: &str, name: &str, change: &Change) -> Result<Role> {
    if by.workspace != SHIPPED {
        return Err(Error::Invalid { what: "workspace", why: "templates are of no workspace" });
    }
    match of(tx, SHIPPED, id).await? {
        Some(role) if role.hash == hash(&to_json(&change.prompt_config)?) => Ok(role),
        Some(_) => {
            add(tx, by, id, change).await?;
            get(tx, SHIPPED, id).await
        }
        None => make(tx, by, id, name, ("", ""), change).await,
    }
}

/// Makes a role from nothing.
///
/// # Errors
///
/// [`Error::Exists`] where the id is taken.
pub async fn create(tx: &mut Tx, by: &By, id: &str, name: &str, change: &Change) -> Result<Role> {
    make(tx, by, id, name, ("", ""), change).await
}

/// Makes a role as a copy of a template, or of another role of the workspace.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no source, [`Error::Exists`] where the id is taken.
pub async fn copy(
    tx: &mut Tx,
    by: &By,
    id: &str,
    name: Option<&str>,
    source: &str,
    version_id: &str,
) -> Result<Role> {
    let source = get(tx, &by.workspace, source).await?;
    let place = if source.is_template { SHIPPED } else { &by.workspace };
    let change = Change {
        version_id: version_id.to_owned(),
        prompt_config: source.prompt_config,
        expected: None,
    };
    make(tx, by, id, name.unwrap_or(&source.name), (place, &source.id), &change).await
}

/// A role of a workspace, or a template.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Role> {
    if let Some(role) = of(tx, workspace, id).await? {
        return Ok(role);
    }
    of(tx, SHIPPED, id).await?.ok_or_else(|| Error::not_found("role", id))
}

/// The roles of a workspace, or with [`SHIPPED`] the templates, by id.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(tx: &mut Tx, workspace: &str, paging: &Paging) -> Result<Page<Role>> {
    page(tx, OWN, workspace, paging).await
}

/// The roles of a workspace and the templates, by id.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn visible(tx: &mut Tx, workspace: &str, paging: &Paging) -> Result<Page<Role>> {
    page(tx, VISIBLE, workspace, paging).await
}

/// Replaces what a role is.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Conflict`], and [`Error::Refused`] for a template.
pub async fn change(tx: &mut Tx, by: &By, id: &str, change: &Change) -> Result<Role> {
    own(tx, by, id).await?;
    add(tx, by, id, change).await?;
    get(tx, &by.workspace, id).await
}

/// Makes a copy what its source is now.
///
/// # Errors
///
/// [`Error::NotFound`], and [`Error::Refused`] for what is no copy.
pub async fn reset(tx: &mut Tx, by: &By, id: &str, version_id: &str) -> Result<Role> {
    own(tx, by, id).await?;
    let sql = "SELECT source_workspace, source_role_id FROM roles WHERE workspace = $1 AND id = $2";
    let row = tx.row(sql, &[(&by.workspace).into(), id.into()]).await?;
    let mut row = row.ok_or_else(|| Error::not_found("role", id))?;
    let (place, source) = (row.text()?, row.text()?);
    if source.is_empty() {
        return Err(Error::Refused { why: "the role is not a copy", by: Vec::new() });
    }
    let source = of(tx, &place, &source).await?.ok_or_else(|| Error::not_found("role", source))?;
    let change = Change {
        version_id: version_id.to_owned(),
        prompt_config: source.prompt_config,
        expected: None,
    };
    add(tx, by, id, &change).await?;
    get(tx, &by.workspace, id).await
}

/// Makes a role what it was before; see [`version::rollback`].
///
/// # Errors
///
/// As [`version::rollback`], and [`Error::Refused`] for a template.
pub async fn rollback(tx: &mut Tx, by: &By, id: &str, expected: Option<u32>) -> Result<Role> {
    own(tx, by, id).await?;
    version::rollback(tx, by, &Line::role(id), expected).await?;
    get(tx, &by.workspace, id).await
}

/// What a role was in one of its versions.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn config(tx: &mut Tx, workspace: &str, id: &str, number: u32) -> Result<Json> {
    let line = Line::role(id);
    let version = version::id(tx, workspace, &line, number).await?;
    let version = version.ok_or_else(|| line.missing(Some(number)))?;
    let sql = "SELECT config FROM role_configs WHERE workspace = $1 AND id = $2";
    let row = tx.row(sql, &[workspace.into(), (&version).into()]).await?;
    row.ok_or_else(|| line.missing(Some(number)))?.json()
}

async fn page(tx: &mut Tx, whose: &str, workspace: &str, paging: &Paging) -> Result<Page<Role>> {
    let sql = format!("{SELECT}{whose}");
    let select = Select::new(&sql, &[workspace.into()]);
    let order = Order { columns: &[("r.id", false)], descending: false };
    select.page(tx, paging, &order, decode, |role| vec![Key::Text(role.id.clone())]).await
}

async fn of(tx: &mut Tx, workspace: &str, id: &str) -> Result<Option<Role>> {
    let mut select = Select::new(&format!("{SELECT}{OWN}"), &[workspace.into()]);
    select.and("r.id = $?", &[id.into()]);
    select.rows(tx, "").await?.into_iter().next().map(decode).transpose()
}

/// Refuses what is not the workspace's own.
async fn own(tx: &mut Tx, by: &By, id: &str) -> Result<()> {
    match get(tx, &by.workspace, id).await?.is_template && by.workspace != SHIPPED {
        true => Err(Error::Refused { why: "templates are not changed: copy it", by: Vec::new() }),
        false => Ok(()),
    }
}

async fn make(
    tx: &mut Tx,
    by: &By,
    id: &str,
    name: &str,
    (source_workspace, source): (&str, &str),
    change: &Change,
) -> Result<Role> {
    if id.is_empty() {
        return Err(Error::Invalid { what: "the id of the role", why: "it is empty" });
    }
    tx.run(
        "INSERT INTO roles (workspace, id, name, source_workspace, source_role_id, created_at, \
         updated_at) VALUES ($1, $2, $3, $4, $5, $6, $6)",
        &[
            (&by.workspace).into(),
            id.into(),
            name.into(),
            source_workspace.into(),
            source.into(),
            by.at.into(),
        ],
    )
    .await?;
    add(tx, by, id, change).await?;
    get(tx, &by.workspace, id).await
}

async fn add(tx: &mut Tx, by: &By, id: &str, change: &Change) -> Result<()> {
    let config = to_json(&change.prompt_config)?;
    let new = version::New {
        id: &change.version_id,
        hash: &hash(&config),
        author: &by.actor,
        activate: true,
        expected: change.expected,
    };
    version::add(tx, by, &Line::role(id), &new).await?;
    let sql = "INSERT INTO role_configs (workspace, id, config) VALUES ($1, $2, $3)";
    let params = [(&by.workspace).into(), (&change.version_id).into(), (&config).into()];
    tx.run(sql, &params).await.map(|_| ())
}

fn hash(config: &str) -> String {
    crate::blob::hash(config.as_bytes())
}

fn decode(mut row: Row) -> Result<Role> {
    Ok(Role {
        is_template: row.text()? == SHIPPED,
        id: row.text()?,
        name: row.text()?,
        source_role_id: row.text_or_none()?,
        version: row.count()?,
        prompt_config: row.json()?,
        hash: row.text()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}
