//! What experiments have shown.
//!
//! Owns which unit saw which arm first, and what came of it in numbers. It must never judge a result.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::experiment::{Unit, get};
use crate::marks::Kind;
use crate::time::Time;
use crate::tx::Tx;
use crate::value::Row;

/// The arm that a unit saw first, and has from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exposure {
    /// The experiment.
    pub experiment: String,
    /// The user or the session.
    pub unit: String,
    /// The arm.
    pub arm: String,
    /// The version of the prompt that it served.
    pub version: u32,
    /// The version of the weights that were in force.
    pub weights: u32,
    /// The session in which it happened first.
    pub session: String,
    /// The turn in which it happened first.
    pub turn: u32,
    /// When.
    pub at: Time,
}

/// How many units saw an arm under some weights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exposed {
    /// The arm.
    pub arm: String,
    /// The version of the weights.
    pub weights: u32,
    /// How many units.
    pub units: u32,
}

/// What the units of an arm said, in numbers: each unit counts once, with the mean of what it said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// The arm.
    pub arm: String,
    /// What the feedback is about.
    pub name: String,
    /// How many units gave any.
    pub units: u32,
    /// The sum of their means.
    pub sum: f64,
    /// The sum of the squares of their means.
    pub squares: f64,
}

const EXPOSURE: &str = "experiment, unit, arm, version, weights, session, turn, at";

/// Notes what a unit saw, best in the transaction of the turn. The first exposure stands: what comes
/// back is that one, whatever this one says.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such experiment.
pub async fn expose(tx: &mut Tx, workspace: &str, new: &Exposure) -> Result<Exposure> {
    tx.changes(Kind::Exposures, workspace, &new.unit);
    tx.run(
        "INSERT INTO exposures (workspace, experiment, unit, arm, version, weights, session, turn, \
         at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (workspace, experiment, unit) DO NOTHING",
        &[
            workspace.into(),
            (&new.experiment).into(),
            (&new.unit).into(),
            (&new.arm).into(),
            new.version.into(),
            new.weights.into(),
            (&new.session).into(),
            new.turn.into(),
            new.at.into(),
        ],
    )
    .await
    .map_err(|error| match error {
        Error::NotFound { .. } => Error::not_found("experiment", &new.experiment),
        other => other,
    })?;
    let sql = format!(
        "SELECT {EXPOSURE} FROM exposures WHERE workspace = $1 AND experiment = $2 AND unit = $3"
    );
    let row =
        tx.row(sql, &[workspace.into(), (&new.experiment).into(), (&new.unit).into()]).await?;
    row.ok_or(Error::Busy).and_then(exposure)
}

/// Everything that a user or a session was exposed to.
///
/// # Errors
///
/// Those of the database.
pub async fn exposures(tx: &mut Tx, workspace: &str, unit: &str) -> Result<Vec<Exposure>> {
    let sql = format!(
        "SELECT {EXPOSURE} FROM exposures WHERE workspace = $1 AND unit = $2 ORDER BY experiment"
    );
    let rows = tx.rows(sql, &[workspace.into(), unit.into()]).await?;
    rows.into_iter().map(exposure).collect()
}

/// How many units saw which arm, under which weights.
///
/// # Errors
///
/// Those of the database.
pub async fn exposed(tx: &mut Tx, workspace: &str, id: &str) -> Result<Vec<Exposed>> {
    let sql = "SELECT arm, weights, COUNT(*) FROM exposures WHERE workspace = $1 \
               AND experiment = $2 GROUP BY arm, weights ORDER BY arm, weights";
    let rows = tx.rows(sql, &[workspace.into(), id.into()]).await?;
    let exposed =
        |mut row: Row| Ok(Exposed { arm: row.text()?, weights: row.count()?, units: row.count()? });
    rows.into_iter().map(exposed).collect()
}

/// What the units of each arm said since they saw it.
///
/// # Errors
///
/// [`Error::NotFound`].
pub async fn outcomes(tx: &mut Tx, workspace: &str, id: &str) -> Result<Vec<Outcome>> {
    let unit = match get(tx, workspace, id).await?.unit {
        Unit::User => "s.user_id",
        Unit::Session => "s.id",
    };
    let sql = format!(
        "SELECT arm, name, COUNT(*), SUM(mean), SUM(mean * mean) FROM (\
         SELECT e.arm AS arm, f.name AS name, AVG(f.number) AS mean FROM exposures e \
         JOIN sessions s ON s.workspace = e.workspace AND {unit} = e.unit \
         JOIN feedback f ON f.workspace = s.workspace AND f.session = s.id \
         WHERE e.workspace = $1 AND e.experiment = $2 AND f.number IS NOT NULL \
         AND f.created_at >= e.at GROUP BY e.arm, f.name, e.unit) AS units \
         GROUP BY arm, name ORDER BY arm, name"
    );
    let rows = tx.rows(sql, &[workspace.into(), id.into()]).await?;
    let outcome = |mut row: Row| {
        Ok(Outcome {
            arm: row.text()?,
            name: row.text()?,
            units: row.count()?,
            sum: row.float_or_none()?.unwrap_or(0.0),
            squares: row.float_or_none()?.unwrap_or(0.0),
        })
    };
    rows.into_iter().map(outcome).collect()
}

/// Takes a user and their sessions out of the exposures; what they saw still counts. How many there
/// were.
pub(crate) async fn anonymise(
    tx: &mut Tx,
    workspace: &str,
    user: &str,
    sessions: &[String],
    salt: &str,
) -> Result<u32> {
    let mut count = 0;
    for unit in std::iter::once(user).chain(sessions.iter().map(String::as_str)) {
        tx.changes(Kind::Exposures, workspace, unit);
        let mut hasher = blake3::Hasher::new();
        hasher.update(salt.as_bytes());
        hasher.update(&[0]);
        hasher.update(unit.as_bytes());
        let nobody = format!("erased:{}", hasher.finalize().to_hex());
        let sql = "UPDATE exposures SET unit = $3, session = '', turn = 0 \
                   WHERE workspace = $1 AND (unit = $2 OR session = $2)";
        let written = tx.run(sql, &[workspace.into(), unit.into(), (&nobody).into()]).await?;
        count += u32::try_from(written).unwrap_or(u32::MAX);
    }
    Ok(count)
}

fn exposure(mut row: Row) -> Result<Exposure> {
    Ok(Exposure {
        experiment: row.text()?,
        unit: row.text()?,
        arm: row.text()?,
        version: row.count()?,
        weights: row.count()?,
        session: row.text()?,
        turn: row.count()?,
        at: row.int()?,
    })
}
