//! `proem log`, `activate` and `rollback`: the versions of a prompt on a server.

use std::io::{self, Write};

use clap::Args;
use serde_json::{Value as Json, json};

use crate::cli::remote::{Remote, Server, agent, noted};
use crate::cli::style::printable;
use crate::cli::{End, complain, json};

/// Which prompt of which server.
#[derive(Debug, Args)]
pub(super) struct Prompt {
    /// The prompt: `type/phase`, or `type`
    prompt: String,
    /// The agent; may be left out where the server has one
    #[arg(long)]
    agent: Option<String>,
    #[command(flatten)]
    server: Server,
}

/// What becomes active.
#[derive(Debug, Args)]
pub(super) struct Activate {
    #[command(flatten)]
    prompt: Prompt,
    /// The number of the version
    version: u32,
    /// Why
    #[arg(long, default_value = "")]
    note: String,
}

/// What goes back.
#[derive(Debug, Args)]
pub(super) struct Rollback {
    #[command(flatten)]
    prompt: Prompt,
    /// Why
    #[arg(long, default_value = "")]
    note: String,
}

/// Lists where the labels of a prompt went, newest first.
pub(super) fn log(prompt: &Prompt, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    with(prompt, |remote, agent| {
        remote
            .all(&["prompts", "log"], &[("agent", agent), ("name", &prompt.prompt)])
            .map(Json::Array)
    })?
    .map_or_else(Ok, |moves| {
        if as_json {
            json::print(&json!({"items": moves}), out)?;
            return Ok(End::Fine);
        }
        for moved in moves.as_array().into_iter().flatten() {
            let text = |key: &str| printable(moved[key].as_str().unwrap_or_default());
            let number =
                |key: &str| moved[key].as_u64().map_or("-".to_owned(), |to| to.to_string());
            writeln!(
                out,
                "{}  {} {}  {} → {}  {}  {}",
                text("at"),
                text("how"),
                text("label"),
                number("from"),
                number("to"),
                text("actor"),
                text("note")
            )?;
        }
        Ok(End::Fine)
    })
}

/// Makes a version the active one.
pub(super) fn activate(wish: &Activate, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let name = &wish.prompt.prompt;
    with(&wish.prompt, |remote, agent| {
        let (prompt_type, phase) = name.split_once('/').unwrap_or((name, ""));
        let query = [("agent", agent), ("prompt_type", prompt_type), ("phase", phase)];
        let known = remote.all(&["prompts"], &query)?;
        let own = known.iter().find(|prompt| prompt["version"] == wish.version);
        let Some(id) = own.and_then(|prompt| prompt["id"].as_str()) else {
            complain(&format!("{name} of {agent} has no version {}", wish.version));
            return Err(End::Findings);
        };
        remote.post(&["prompts", id, "activate"], &noted(&wish.note))
    })?
    .map_or_else(Ok, |now| told(&now, as_json, out))
}

/// Makes the version active that was active before.
pub(super) fn rollback(wish: &Rollback, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    with(&wish.prompt, |remote, agent| {
        let body = json!({"agent": agent, "name": wish.prompt.prompt, "note": wish.note});
        remote.post(&["prompts", "rollback"], &body)
    })?
    .map_or_else(Ok, |now| told(&now, as_json, out))
}

fn with(
    prompt: &Prompt,
    work: impl FnOnce(&Remote, &str) -> Result<Json, End>,
) -> io::Result<Result<Json, End>> {
    let remote = match prompt.server.remote()? {
        Ok(remote) => remote,
        Err(end) => return Ok(Err(end)),
    };
    Ok(agent(&remote, prompt.agent.as_deref()).and_then(|agent| work(&remote, &agent)))
}

fn told(now: &Json, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    if as_json {
        json::print(now, out)?;
    } else {
        let name = printable(now["name"].as_str().unwrap_or_default());
        writeln!(out, "{name}: version {} is active", now["version"])?;
    }
    Ok(End::Fine)
}
