//! Releases: what exactly made an assembly.
//!
//! Owns which versions stand behind the hash of a release. A version that a stored turn was made from
//! cannot be deleted. It must never compute that hash; the engine does.

use crate::error::Result;
use crate::line::Line;
use crate::time::Time;
use crate::tx::Tx;

/// What a release is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its hash.
    pub hash: String,
    /// The agent.
    pub agent: String,
    /// The version of the agent; 0 for a folder on the disk.
    pub agent_version: u32,
    /// The prompts and their versions.
    pub prompts: Vec<(Line, u32)>,
}

/// Keeps what a release is made of. One that is known stays as it is.
///
/// # Errors
///
/// Those of the database.
pub async fn put(tx: &mut Tx, workspace: &str, release: &Release, now: Time) -> Result<()> {
    let written = tx
        .run(
            "INSERT INTO releases (workspace, hash, agent, agent_version, created_at) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (workspace, hash) DO NOTHING",
            &[
                workspace.into(),
                (&release.hash).into(),
                (&release.agent).into(),
                release.agent_version.into(),
                now.into(),
            ],
        )
        .await?;
    if written == 0 {
        return Ok(());
    }
    for (line, version) in &release.prompts {
        let [workspace, _, agent, prompt_type, phase] = line.params(workspace);
        tx.run(
            "INSERT INTO release_prompts \
             (workspace, release_hash, agent, prompt_type, phase, version) \
             VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (workspace, release_hash, prompt_type, phase) DO NOTHING",
            &[workspace, (&release.hash).into(), agent, prompt_type, phase, (*version).into()],
        )
        .await?;
    }
    Ok(())
}
