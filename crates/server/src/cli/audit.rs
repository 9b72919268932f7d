//! `proem audit verify`: whether the record of changes is what was written.

use std::io::{self, Write};

use clap::Subcommand;
use proem_store::audit::{self, Verdict};
use serde_json::{Map, json};

use crate::cli::database::{Database, workspaces};
use crate::cli::{End, json};

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Walk the record of every workspace: no row may be changed, missing, or put in between
    Verify {
        #[command(flatten)]
        database: Database,
    },
}

/// Runs it.
pub(super) fn run(command: &Command, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let Command::Verify { database } = command;
    let mut verdicts = Vec::new();
    let ended = database.with(async |store| {
        for workspace in workspaces(&store).await? {
            let verdict =
                store.read(workspace.clone(), |tx, of| Box::pin(audit::verify(tx, of))).await?;
            verdicts.push((workspace, verdict));
        }
        let whole = verdicts.iter().all(|(_, verdict)| matches!(verdict, Verdict::Whole { .. }));
        Ok(if whole { End::Fine } else { End::Findings })
    })?;
    if as_json {
        let all = verdicts.into_iter().map(|(of, verdict)| (of, json!(verdict)));
        json::print(&all.collect::<Map<_, _>>(), out)?;
        return Ok(ended);
    }
    for (workspace, verdict) in verdicts {
        let name = if workspace.is_empty() { "(shipped)" } else { &workspace };
        match verdict {
            Verdict::Whole { rows, last } => {
                writeln!(out, "{name}: {rows} changes, whole; the last is {last}")?;
            }
            Verdict::Broken { epoch, why } => writeln!(out, "{name}: broken at {epoch}: {why}")?,
        }
    }
    Ok(ended)
}
