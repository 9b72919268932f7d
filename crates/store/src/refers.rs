//! What refers to a version.
//!
//! Owns the list of everything that keeps a version from being deleted: what is active, labelled,
//! weighed by an experiment, or what a stored turn was made from. It must never delete anything.

use serde::Deserialize;

use crate::error::Result;
use crate::line::{Kind, Line, OF_LINE};
use crate::tx::Tx;

/// How many releases are named, at most.
const NAMED: usize = 5;

/// Everything that refers to a version, in words.
pub(crate) async fn to(
    tx: &mut Tx,
    workspace: &str,
    line: &Line,
    version: u32,
) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut params = line.params(workspace).to_vec();
    params.push(version.into());

    let active =
        format!("SELECT 1 FROM versions WHERE {OF_LINE} AND version = $6 AND is_active = 1");
    if tx.row(active, &params).await?.is_some() {
        found.push("it is active".to_owned());
    }
    let labels =
        format!("SELECT label FROM labels WHERE {OF_LINE} AND version = $6 ORDER BY label");
    for mut row in tx.rows(labels, &params).await? {
        found.push(format!("label {}", row.text()?));
    }
    if line.kind == Kind::Prompt {
        found.extend(experiments(tx, workspace, line, version).await?);
    }
    found.extend(releases(tx, workspace, line, version).await?);
    Ok(found)
}

#[derive(Deserialize)]
struct Arm {
    version: u32,
}

async fn experiments(
    tx: &mut Tx,
    workspace: &str,
    line: &Line,
    version: u32,
) -> Result<Vec<String>> {
    let [workspace, _, agent, prompt_type, phase] = line.params(workspace);
    let sql = "SELECT name, arms FROM experiments WHERE workspace = $1 AND agent = $2 \
               AND prompt_type = $3 AND phase = $4 ORDER BY name";
    let mut found = Vec::new();
    for mut row in tx.rows(sql, &[workspace, agent, prompt_type, phase]).await? {
        let (name, arms) = (row.text()?, row.json::<Vec<Arm>>()?);
        if arms.iter().any(|arm| arm.version == version) {
            found.push(format!("experiment {name}"));
        }
    }
    Ok(found)
}

async fn releases(tx: &mut Tx, workspace: &str, line: &Line, version: u32) -> Result<Vec<String>> {
    let [workspace, _, agent, prompt_type, phase] = line.params(workspace);
    let used = "EXISTS (SELECT 1 FROM calls c WHERE c.workspace = r.workspace \
                AND c.release_hash = r.hash)";
    let rows = match line.kind {
        Kind::Prompt => {
            let sql = format!(
                "SELECT r.hash FROM release_prompts p JOIN releases r \
                 ON r.workspace = p.workspace AND r.hash = p.release_hash \
                 WHERE p.workspace = $1 AND p.agent = $2 AND p.version = $3 \
                 AND p.prompt_type = $4 AND p.phase = $5 AND {used} ORDER BY r.hash LIMIT {NAMED}"
            );
            tx.rows(sql, &[workspace, agent, version.into(), prompt_type, phase]).await?
        }
        Kind::Agent | Kind::Role => {
            let sql = format!(
                "SELECT r.hash FROM releases r WHERE r.workspace = $1 AND r.agent = $2 \
                 AND r.agent_version = $3 AND {used} ORDER BY r.hash LIMIT {NAMED}"
            );
            tx.rows(sql, &[workspace, agent, version.into()]).await?
        }
    };
    rows.into_iter().map(|mut row| Ok(format!("release {}", row.text()?))).collect()
}
