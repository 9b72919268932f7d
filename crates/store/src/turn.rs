//! Turns.
//!
//! Owns what a conversation said: for each turn its record, and for each call of it what was sent, as
//! hashes of texts, and what that cost. A turn and the state that it leaves are written together, by
//! whoever has the session's newest lease. It must never read a record.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::blob::{self, Content};
use crate::error::{Error, Result};
use crate::flow;
use crate::marks::Kind;
use crate::page::{Key, Order, Page, Paging, Select};
use crate::release::{self, Release};
use crate::time::Time;
use crate::tx::Tx;
use crate::value::{Param, Row, to_json};

/// How far a turn has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is over.
    Done,
    /// It waits for the results of actions that the caller performs.
    RequiresAction,
    /// It failed, and what it had come to by then is kept.
    Failed,
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::RequiresAction => "requires_action",
            Self::Failed => "failed",
        }
    }

    fn read(word: &str) -> Result<Self> {
        let all = [Self::Done, Self::RequiresAction, Self::Failed];
        let found = all.into_iter().find(|status| status.word() == word);
        found.ok_or_else(|| Error::Corrupt(format!("`{word}` is no status of a turn")))
    }
}

/// Whose turn is written, and with which right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The workspace.
    pub workspace: String,
    /// The session.
    pub session: String,
    /// The fence of the lease that was taken for the turn.
    pub fence: i64,
}

/// A turn to be written, and what the session is after it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTurn {
    /// The turn that goes on with this, where it waited for results; else it becomes the next one.
    pub resumes: Option<u32>,
    /// How far it has come.
    pub status: Status,
    /// What went in, what the host gave, and what it came to: JSON text.
    pub record: String,
    /// The key with which the request came, where it had one.
    pub idempotency_key: Option<String>,
    /// The calls that were made.
    pub calls: Vec<NewCall>,
    /// What the releases of those calls are made of.
    pub releases: Vec<Release>,
    /// The session's state.
    pub state: Map<String, Json>,
    /// The message at which the history that is sent begins.
    pub history_from: u32,
    /// The epoch that it was served from.
    pub epoch: u32,
    /// What the host keeps with the session; none leaves it as it is.
    pub meta: Option<Map<String, Json>>,
    /// Whether the lease ends with this.
    pub ends_lease: bool,
}

/// A call to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct NewCall {
    /// The call's name: `reply`, `classify`, …
    pub call: String,
    /// The provider.
    pub provider: String,
    /// The model.
    pub model: String,
    /// The release that it was assembled from.
    pub release: String,
    /// The texts that make up the payload, in order.
    pub segments: Vec<Content>,
    /// The manifest: JSON text.
    pub manifest: String,
    /// What the provider counted.
    pub usage: Json,
    /// What it cost, in the unit of the host's price list.
    pub cost: f64,
    /// How long it took, in milliseconds.
    pub latency: i64,
    /// How it ended: `ok` or the kind of its failure.
    pub status: String,
}

/// A turn as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turn {
    /// Its number, from 1.
    pub n: u32,
    /// How far it has come.
    pub status: Status,
    /// What went in, what the host gave, and what it came to: JSON text.
    pub record: String,
    /// The key with which the request came, where it had one.
    pub idempotency_key: Option<String>,
    /// When it was first written.
    pub created_at: Time,
    /// When it was last written.
    pub updated_at: Time,
}

/// A call as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Call {
    /// The turn that it belongs to.
    pub turn: u32,
    /// Its number within the turn, from 1.
    pub n: u32,
    /// The call's name.
    pub call: String,
    /// The provider.
    pub provider: String,
    /// The model.
    pub model: String,
    /// The release that it was assembled from.
    pub release: String,
    /// The hashes of the texts that make up the payload, in order; [`text`] has them.
    pub segments: Vec<String>,
    /// The manifest: JSON text.
    pub manifest: String,
    /// What the provider counted.
    pub usage: Json,
    /// What it cost.
    pub cost: f64,
    /// How long it took, in milliseconds.
    pub latency: i64,
    /// How it ended.
    pub status: String,
}

/// Writes a turn and the state that it leaves; its number.
///
/// # Errors
///
/// [`Error::Fenced`] where the lease is not the newest one or was given back, [`Error::NotFound`] where
/// the session is gone, [`Error::Refused`] where the turn to go on with is over.
pub async fn commit(tx: &mut Tx, place: &Place, turn: &NewTurn, now: Time) -> Result<u32> {
    let turns = session(tx, place, turn, now).await?;
    let (n, first) = match turn.resumes {
        None => (insert(tx, place, turn, turns, now).await?, 1),
        Some(n) => (n, resume(tx, place, turn, n, now).await?),
    };
    let segments = turn.calls.iter().flat_map(|call| &call.segments);
    blob::put(tx, &place.workspace, &place.session, segments).await?;
    calls_in(tx, place, n, first, &turn.calls).await?;
    for release in &turn.releases {
        release::put(tx, &place.workspace, release, now).await?;
    }
    Ok(n)
}

/// One turn.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn get(tx: &mut Tx, workspace: &str, session: &str, n: u32) -> Result<Turn> {
    let sql =
        format!("SELECT {COLUMNS} FROM turns WHERE workspace = $1 AND session = $2 AND n = $3");
    let row = tx.row(sql, &[workspace.into(), session.into(), n.into()]).await?;
    row.ok_or_else(|| Error::not_found("turn", n.to_string())).and_then(decode)
}

/// Turns of a session, in order.
///
/// # Errors
///
/// [`Error::Invalid`] for a `next` of another list.
pub async fn list(
    tx: &mut Tx,
    workspace: &str,
    session: &str,
    paging: &Paging,
) -> Result<Page<Turn>> {
    let sql = format!("SELECT {COLUMNS} FROM turns WHERE workspace = $? AND session = $?");
    let order = Order { columns: &[("n", true)], descending: false };
    let select = Select::new(&sql, &[workspace.into(), session.into()]);
    select.page(tx, paging, &order, decode, |turn| vec![Key::Int(turn.n.into())]).await
}

/// The calls of a turn, in order.
///
/// # Errors
///
/// Those of the database.
pub async fn calls(tx: &mut Tx, workspace: &str, session: &str, n: u32) -> Result<Vec<Call>> {
    let sql = "SELECT turn, n, call, provider, model, release_hash, segments, manifest, usage, cost, \
               latency, status FROM calls WHERE workspace = $1 AND session = $2 AND turn = $3 \
               ORDER BY n";
    let rows = tx.rows(sql, &[workspace.into(), session.into(), n.into()]).await?;
    rows.into_iter().map(decode_call).collect()
}

/// A text of a payload.
///
/// # Errors
///
/// As [`blob::get`].
pub async fn text(tx: &mut Tx, workspace: &str, session: &str, hash: &str) -> Result<Vec<u8>> {
    if session.is_empty() {
        return Err(Error::not_found("text", hash));
    }
    blob::get(tx, workspace, session, hash).await
}

const COLUMNS: &str = "n, status, record, idempotency_key, created_at, updated_at";

/// Writes the session; how many turns it has then.
async fn session(tx: &mut Tx, place: &Place, turn: &NewTurn, now: Time) -> Result<u32> {
    let meta = turn.meta.as_ref().map(to_json).transpose()?;
    let release = turn.calls.last().map(|call| call.release.as_str()).unwrap_or_default();
    tx.changes(Kind::Session, &place.workspace, &place.session);
    let row = tx
        .row(
            "UPDATE sessions SET state = $4, history_from = $5, turns = turns + $6, \
             version = version + 1, epoch = CASE WHEN epoch < $7 THEN $7 ELSE epoch END, \
             release_hash = CASE WHEN $8 = '' THEN release_hash ELSE $8 END, \
             meta = COALESCE($9, meta), updated_at = $10, \
             lease_owner = CASE WHEN $11 = 1 THEN '' ELSE lease_owner END, \
             lease_until = CASE WHEN $11 = 1 THEN 0 ELSE lease_until END, step = $12 \
             WHERE workspace = $1 AND id = $2 AND fence = $3 AND lease_owner <> '' \
             RETURNING turns",
            &[
                (&place.workspace).into(),
                (&place.session).into(),
                place.fence.into(),
                (&to_json(&turn.state)?).into(),
                turn.history_from.into(),
                turn.resumes.is_none().into(),
                turn.epoch.into(),
                release.into(),
                meta.as_deref().into(),
                now.into(),
                turn.ends_lease.into(),
                flow::step(&turn.state).into(),
            ],
        )
        .await?;
    if let Some(mut row) = row {
        flow::come(tx, &place.workspace, &place.session, &turn.state, now).await?;
        return row.count();
    }
    let sql = "SELECT 1 FROM sessions WHERE workspace = $1 AND id = $2";
    match tx.row(sql, &[(&place.workspace).into(), (&place.session).into()]).await? {
        Some(_) => Err(Error::Fenced),
        None => Err(Error::not_found("session", &place.session)),
    }
}

async fn insert(tx: &mut Tx, place: &Place, turn: &NewTurn, n: u32, now: Time) -> Result<u32> {
    tx.run(
        "INSERT INTO turns (workspace, session, n, status, record, idempotency_key, created_at, \
         updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
        &[
            (&place.workspace).into(),
            (&place.session).into(),
            n.into(),
            turn.status.word().into(),
            (&turn.record).into(),
            turn.idempotency_key.as_deref().unwrap_or_default().into(),
            now.into(),
        ],
    )
    .await?;
    Ok(n)
}

/// Goes on with a turn; the number of its next call.
async fn resume(tx: &mut Tx, place: &Place, turn: &NewTurn, n: u32, now: Time) -> Result<u32> {
    let of_turn = [(&place.workspace).into(), (&place.session).into(), n.into()];
    let [workspace, session, number] = of_turn;
    let written = tx
        .run(
            "UPDATE turns SET status = $4, record = $5, updated_at = $6, idempotency_key = $7, \
             indexed = 0 \
             WHERE workspace = $1 AND session = $2 AND n = $3 AND status = 'requires_action'",
            &[
                workspace,
                session,
                number,
                turn.status.word().into(),
                (&turn.record).into(),
                now.into(),
                turn.idempotency_key.as_deref().unwrap_or_default().into(),
            ],
        )
        .await?;
    if written == 0 {
        get(tx, &place.workspace, &place.session, n).await?;
        return Err(Error::Refused { why: "the turn waits for nothing", by: Vec::new() });
    }
    let sql = "SELECT COUNT(*) FROM calls WHERE workspace = $1 AND session = $2 AND turn = $3";
    let row = tx.row(sql, &of_turn).await?;
    Ok(row.map(|mut row| row.count()).transpose()?.unwrap_or(0) + 1)
}

/// How many calls go into one statement.
const TOGETHER: usize = 4;

async fn calls_in(
    tx: &mut Tx,
    place: &Place,
    turn: u32,
    first: u32,
    calls: &[NewCall],
) -> Result<()> {
    let mut numbers = first..;
    for some in calls.chunks(TOGETHER) {
        let mut texts = Vec::new();
        for call in some {
            let hashes: Vec<_> = call.segments.iter().map(Content::hash).collect();
            texts.push((to_json(&hashes)?, to_json(&call.usage)?));
        }
        let mut params: Vec<Param<'_>> =
            vec![(&place.workspace).into(), (&place.session).into(), turn.into()];
        let mut sql = String::from(
            "INSERT INTO calls (workspace, session, turn, n, call, provider, model, release_hash, \
             segments, manifest, usage, cost, latency, status) VALUES ",
        );
        for (at, (call, (segments, usage))) in some.iter().zip(&texts).enumerate() {
            let from = params.len() + 1;
            params.extend_from_slice(&[
                numbers.next().unwrap_or(first).into(),
                (&call.call).into(),
                (&call.provider).into(),
                (&call.model).into(),
                (&call.release).into(),
                segments.into(),
                (&call.manifest).into(),
                usage.into(),
                call.cost.into(),
                call.latency.into(),
                (&call.status).into(),
            ]);
            let places: Vec<_> = (from..=params.len()).map(|place| format!("${place}")).collect();
            let comma = if at == 0 { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(sql, "{comma}($1, $2, $3, {})", places.join(", "));
        }
        tx.run(sql, &params).await?;
    }
    Ok(())
}

fn decode(mut row: Row) -> Result<Turn> {
    Ok(Turn {
        n: row.count()?,
        status: Status::read(&row.text()?)?,
        record: row.text()?,
        idempotency_key: row.text_or_none()?,
        created_at: row.int()?,
        updated_at: row.int()?,
    })
}

fn decode_call(mut row: Row) -> Result<Call> {
    Ok(Call {
        turn: row.count()?,
        n: row.count()?,
        call: row.text()?,
        provider: row.text()?,
        model: row.text()?,
        release: row.text()?,
        segments: row.json()?,
        manifest: row.text()?,
        usage: row.json()?,
        cost: row.float_or_none()?.unwrap_or(0.0),
        latency: row.int()?,
        status: row.text()?,
    })
}
