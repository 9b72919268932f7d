//! Where conversations stand in their flows.
//!
//! Owns the step of a session, the steps that it has come to, and how many sessions that makes. It must never
//! know which steps there are: an agent's flow changes, and what was is still counted.

use serde_json::{Map, Value as Json};

use crate::error::Result;
use crate::time::Time;
use crate::tx::{Dialect, Tx};
use crate::value::Row;

/// How many sessions of an agent have to do with a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The step.
    pub step: String,
    /// How many have ever come to it.
    pub reached: u32,
    /// How many are in it now.
    pub here: u32,
    /// How many of those have not been written to since the given time.
    pub quiet: u32,
}

/// How many sessions of an agent have come to each step and are in it now, by step.
///
/// # Errors
///
/// Those of the database.
pub async fn counts(
    tx: &mut Tx,
    workspace: &str,
    agent: &str,
    quiet_since: Time,
) -> Result<Vec<Counted>> {
    let sql = "SELECT v.step, v.reached, COALESCE(s.here, 0), COALESCE(s.quiet, 0) FROM \
               (SELECT step, COUNT(*) AS reached FROM visits \
                WHERE workspace = $1 AND agent = $2 GROUP BY step) AS v LEFT JOIN \
               (SELECT step, COUNT(*) AS here, \
                COUNT(CASE WHEN updated_at < $3 THEN 1 END) AS quiet FROM sessions \
                WHERE workspace = $1 AND agent = $2 AND step <> '' GROUP BY step) AS s \
               ON s.step = v.step ORDER BY v.step";
    let rows = tx.rows(sql, &[workspace.into(), agent.into(), quiet_since.into()]).await?;
    let counted = |mut row: Row| {
        Ok(Counted {
            step: row.text()?,
            reached: row.count()?,
            here: row.count()?,
            quiet: row.count()?,
        })
    };
    rows.into_iter().map(counted).collect()
}

/// The step that a state says; nothing for an agent without a flow.
pub(crate) fn step(state: &Map<String, Json>) -> &str {
    state.get("step").and_then(Json::as_str).unwrap_or_default()
}

/// Notes that a session has come to the step that its state says.
pub(crate) async fn come(
    tx: &mut Tx,
    workspace: &str,
    session: &str,
    state: &Map<String, Json>,
    now: Time,
) -> Result<()> {
    let step = step(state);
    if step.is_empty() {
        return Ok(());
    }
    let sql = "INSERT INTO visits (workspace, session, step, agent, at) \
               SELECT workspace, id, $3, agent, $4 FROM sessions \
               WHERE workspace = $1 AND id = $2 \
               ON CONFLICT (workspace, session, step) DO NOTHING";
    tx.run(sql, &[workspace.into(), session.into(), step.into(), now.into()]).await.map(drop)
}

/// Notes the steps of sessions that were written when nobody noted them.
pub(crate) async fn fill(tx: &mut Tx) -> Result<()> {
    let sql = match tx.dialect() {
        Dialect::Sqlite => include_str!("migrations/0002.sqlite.sql"),
        Dialect::Postgres => include_str!("migrations/0002.postgres.sql"),
    };
    tx.batch(sql.to_owned()).await
}
