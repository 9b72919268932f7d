//! Measures on request.
//!
//! Owns the protocol, which every peer speaks: a line
//! `{"mode": "running", "conversation": PATH, "payload": PATH}` comes in; a line
//! `{"times": [nanoseconds, …]}` goes out, one time for each measured turn, and the last payload is
//! written to the second path. It must never measure reading or writing of files.

use std::fs;
use std::hint::black_box;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::{Path, PathBuf};

use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem_bench::conversation::Conversation;
use proem_bench::ours::{self, Running, arrival, body, stateless};
use proem_bench::statistics::timed;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Request {
    mode: Mode,
    conversation: PathBuf,
    payload: PathBuf,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    /// A turn of a running conversation.
    Running,
    /// The same turn once more, with nothing changed.
    Unchanged,
    /// The manifest of a turn, as JSON.
    Manifest,
    /// From the agent's files to the first payload.
    Cold,
    /// A call with the whole history in its body.
    Stateless,
}

/// Answers requests until there are no more.
pub(crate) fn serve(folder: &Path) -> Result<(), String> {
    let files = read(&folder.join("agent"), Path::new(""))?;
    let agent = ours::open(files.clone())?;
    for line in stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let request: Request = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let (times, last) = answer(&agent, &files, &request)?;
        fs::write(&request.payload, last).map_err(|error| error.to_string())?;
        let mut out = stdout().lock();
        let written = writeln!(out, "{}", json!({"times": times})).and_then(|()| out.flush());
        written.map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn answer(
    agent: &Compiled,
    files: &[RawFile],
    request: &Request,
) -> Result<(Vec<u64>, String), String> {
    let conversation = opened(&request.conversation)?;
    let mut running = Running::new(&conversation);
    let mut times = Vec::new();
    let mut last = None;
    for turn in 0..conversation.turns() {
        let news = arrival(&conversation, turn);
        let (done, running_time) = timed(|| {
            running.arrive(news);
            running.assemble(agent)
        });
        let done = done?;
        let time = match request.mode {
            Mode::Running => running_time,
            Mode::Unchanged => {
                let (again, time) = timed(|| running.assemble(agent));
                again?;
                time
            }
            Mode::Manifest => {
                let (manifest, time) = timed(|| done.manifest());
                black_box(manifest);
                time
            }
            Mode::Cold => cold(files, &conversation)?,
            Mode::Stateless => {
                let body = body(&conversation, turn);
                let (done, time) = timed(|| stateless(agent, &body));
                done?;
                time
            }
        };
        if turn >= conversation.warm {
            times.push(time);
        }
        last = Some(done.payload().to_owned());
    }
    Ok((times, last.ok_or("a conversation without turns")?))
}

/// The time from an agent's files to the first payload of a conversation.
pub(crate) fn cold(files: &[RawFile], conversation: &Conversation) -> Result<u64, String> {
    let (files, news) = (files.to_vec(), arrival(conversation, 0));
    let mut running = Running::new(conversation);
    let (agent, opening) = timed(|| ours::open(files));
    let agent = agent?;
    let (done, assembling) = timed(|| {
        running.arrive(news);
        running.assemble(&agent)
    });
    done?;
    Ok(opening + assembling)
}

/// Reads a conversation.
pub(crate) fn opened(path: &Path) -> Result<Conversation, String> {
    let said = |problem: &dyn std::fmt::Display| format!("{}: {problem}", path.display());
    let bytes = fs::read(path).map_err(|error| said(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| said(&error))
}

/// Reads the files of a folder and of those below it.
pub(crate) fn read(root: &Path, below: &Path) -> Result<Vec<RawFile>, String> {
    let here = root.join(below);
    let said = |error: std::io::Error| format!("{}: {error}", here.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&here).map_err(said)? {
        let entry = entry.map_err(said)?;
        let inner = below.join(entry.file_name());
        if entry.file_type().map_err(said)?.is_dir() {
            files.extend(read(root, &inner)?);
        } else {
            let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
            let bytes = fs::read(entry.path()).map_err(said)?;
            files.push(RawFile { path: parts.join("/"), bytes });
        }
    }
    Ok(files)
}
