//! Webhooks: who is told what happened.
//!
//! Owns their addresses, the secrets that sign what is sent to them, and that an event becomes a job for each
//! of them in the very transaction of what it tells of. It must never send anything, and lists must never
//! show a secret.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::audit::{self, By, Entry};
use crate::epoch;
use crate::error::{Error, Result};
use crate::job::{self, NewJob};
use crate::page::{Key, Order, Page, Paging, Select};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Row, to_json};

/// A webhook.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Webhook {
    /// Its id.
    pub id: String,
    /// Where it is told.
    pub url: String,
    /// What signs what is sent. It is given out only here.
    #[serde(skip)]
    pub secret: String,
    /// What it wants to hear of; `*` is everything.
    pub events: Vec<String>,
    /// Whether it is told anything.
    pub is_active: bool,
    /// When it was made.
    pub created_at: Time,
    /// When it was last changed.
    pub updated_at: Time,
}

impl Webhook {
    /// Whether it wants to hear of a kind of event.
    #[must_use]
    pub fn wants(&self, kind: &str) -> bool {
        self.events.iter().any(|wanted| wanted == "*" || wanted == kind)
    }
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Webhook")
            .field("id", &self.id)
            .field("url", &self.url)
            .field("events", &self.events)
            .field("is_active", &self.is_active)
            .finish_non_exhaustive()
    }
}

/// What a new webhook is given.
#[derive(Clone, PartialEq, Eq)]
pub struct NewWebhook {
    /// Its id.
    pub id: String,
    /// Where it is told.
    pub url: String,
    /// What signs what is sent.
    pub secret: String,
    /// What it wants to hear of; `*` is everything.
    pub events: Vec<String>,
}

/// Something that happened. Of an event with the same id nobody is told twice by itself; a delivery that is
/// tried again has it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// What it is: `turn.done`, `prompt.activated`, …
    pub kind: String,
    /// When it happened.
    pub at: Time,
    /// What there is to know of it.
    pub data: Json,
}

/// An event on its way to a webhook: the payload of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    /// The webhook.
    pub webhook: String,
    /// The event.
    pub event: Event,
}

/// The kind of jobs that are deliveries.
pub const DELIVERY: &str = "webhook";

const COLUMNS: &str = "id, url, secret, events, is_active, created_at, updated_at";

/// Makes a webhook.
///
/// # Errors
///
/// [`Error::Exists`] where the id is taken.
pub async fn create(tx: &mut Tx, by: &By, new: &NewWebhook) -> Result<Webhook> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    tx.run(
        "INSERT INTO webhooks (workspace, id, url, secret, events, is_active, created_at, \
         updated_at) VALUES ($1, $2, $3, $4, $5, 1, $6, $6)",
        &[
            (&by.workspace).into(),
            (&new.id).into(),
            (&new.url).into(),
            (&new.secret).into(),
            (&to_json(&new.events)?).into(),
            by.at.into(),
        ],
    )
    .await?;
    record(tx, by, epoch, &new.id, "create", &new.url).await?;
    get(tx, &by.workspace, &new.id).await
}

/// One webhook.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, id: &str) -> Result<Webhook> {
    let sql = format!("SELECT {COLUMNS} FROM webhooks WHERE workspace = $1 AND id = $2");
    let row = tx.row(sql, &[workspace.into(), id.into()]).await?;
    row.ok_or_else(|| Error::not_found("webhook", id)).and_then(decode)
}

/// The webhooks of a workspace, in the order in which they were made.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(tx: &mut Tx, workspace: &str, paging: &Paging) -> Result<Page<Webhook>> {
    let sql = format!("SELECT {COLUMNS} FROM webhooks WHERE workspace = $?");
    let order = Order { columns: &[("created_at", true), ("id", false)], descending: false };
    let select = Select::new(&sql, &[workspace.into()]);
    let key = |hook: &Webhook| vec![Key::Int(hook.created_at), Key::Text(hook.id.clone())];
    select.page(tx, paging, &order, decode, key).await
}

/// Tells every active webhook that wants to hear of it, by a job for each, in the transaction of what happened;
/// how many jobs there are. Those of a session go with it.
///
/// # Errors
///
/// Those of the database.
pub async fn tell(
    tx: &mut Tx,
    workspace: &str,
    session: Option<&str>,
    events: &[Event],
) -> Result<usize> {
    if events.is_empty() {
        return Ok(0);
    }
    let mut told = 0;
    for hook in active(tx, workspace).await? {
        for event in events.iter().filter(|event| hook.wants(&event.kind)) {
            let delivery = Delivery { webhook: hook.id.clone(), event: event.clone() };
            let new = NewJob {
                id: format!("{}.{}", event.id, hook.id),
                kind: DELIVERY.to_owned(),
                lane: hook.id.clone(),
                session: session.map(str::to_owned),
                payload: to_json(&delivery)?,
                run_at: event.at,
            };
            told += usize::from(job::add(tx, workspace, &new, event.at).await?);
        }
    }
    Ok(told)
}

/// The active webhooks of a workspace.
async fn active(tx: &mut Tx, workspace: &str) -> Result<Vec<Webhook>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM webhooks WHERE workspace = $1 AND is_active = 1 \
         ORDER BY created_at, id"
    );
    let rows = tx.rows(sql, &[workspace.into()]).await?;
    rows.into_iter().map(decode).collect()
}

/// Switches a webhook on or off.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn switch(tx: &mut Tx, by: &By, id: &str, is_active: bool) -> Result<Webhook> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let sql =
        "UPDATE webhooks SET is_active = $3, updated_at = $4 WHERE workspace = $1 AND id = $2";
    let params = [(&by.workspace).into(), id.into(), is_active.into(), by.at.into()];
    if tx.run(sql, &params).await? == 0 {
        return Err(Error::not_found("webhook", id));
    }
    let action = if is_active { "activate" } else { "deactivate" };
    record(tx, by, epoch, id, action, "").await?;
    get(tx, &by.workspace, id).await
}

/// Removes a webhook.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn delete(tx: &mut Tx, by: &By, id: &str) -> Result<()> {
    let epoch = epoch::advance(tx, &by.workspace).await?;
    let sql = "DELETE FROM webhooks WHERE workspace = $1 AND id = $2";
    if tx.run(sql, &[(&by.workspace).into(), id.into()]).await? == 0 {
        return Err(Error::not_found("webhook", id));
    }
    record(tx, by, epoch, id, "delete", "").await
}

async fn record(
    tx: &mut Tx,
    by: &By,
    epoch: u32,
    subject: &str,
    action: &str,
    after: &str,
) -> Result<()> {
    let entry = Entry { action, kind: "webhook", subject, before: "", after };
    audit::record(tx, by, epoch, &entry).await
}

fn decode(mut row: Row) -> Result<Webhook> {
    Ok(Webhook {
        id: row.text()?,
        url: row.text()?,
        secret: row.text()?,
        events: row.json()?,
        is_active: row.truth()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}
