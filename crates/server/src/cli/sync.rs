//! `proem push` and `pull`: an agent's folder on the disk and on a server.
//!
//! Owns what both had when they were last alike, in a file of the folder, and what became of each file since on
//! either side. What changed on both sides is a conflict: it is shown, and nothing is written over, unless
//! whoever pulls says which side stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use proem_store::blob::hash;
use reqwest::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::catalog::folder;
use crate::cli::remote::{Remote, Server};
use crate::cli::style::{Paint, paint};
use crate::cli::{End, complain, difference, json};
use crate::machine::reason;

/// Where a folder keeps what both sides had.
const BASE: &str = ".proem/server.json";

/// What is pushed.
#[derive(Debug, Args)]
pub(super) struct Push {
    /// The agent's folder
    dir: PathBuf,
    #[command(flatten)]
    server: Server,
    /// Store new versions without making them active
    #[arg(long)]
    inactive: bool,
    /// Why
    #[arg(long, default_value = "")]
    note: String,
}

/// What is pulled.
#[derive(Debug, Args)]
pub(super) struct Pull {
    /// The agent's folder; for a new one, with --agent
    dir: PathBuf,
    /// The agent, where the folder does not say it
    #[arg(long)]
    agent: Option<String>,
    #[command(flatten)]
    server: Server,
    /// Which side stands where both changed: `keep` the folder's, or `take` the server's
    #[arg(long, value_name = "SIDE")]
    conflicts: Option<Side>,
}

/// A side of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Side {
    /// The folder's.
    Keep,
    /// The server's.
    Take,
}

/// What both sides had when they were last alike.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Base {
    server: String,
    agent: String,
    /// The hash of each file.
    files: BTreeMap<String, String>,
}

type Files = BTreeMap<String, String>;

/// Everything that a command compares.
struct Sides {
    remote: Remote,
    agent: String,
    base: Base,
    local: Files,
    theirs: Files,
    /// The newest version of the agent and of each prompt, as they were before the files were read.
    version: u32,
    prompts: BTreeMap<String, u32>,
}

/// What became of a file since both sides were alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Same,
    Ours,
    Theirs,
    Both,
}

/// Sends what changed in a folder to a server.
pub(super) fn push(wish: &Push, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let sides = match sides(&wish.dir, None, &wish.server)? {
        Ok(sides) => sides,
        Err(end) => return Ok(end),
    };
    let fates = fates(&sides);
    let conflicts = of(&fates, Fate::Both);
    if !conflicts.is_empty() {
        return conflicting(&sides, &conflicts, as_json, out);
    }
    let behind = of(&fates, Fate::Theirs);
    if !behind.is_empty() {
        complain(&format!("the server has changed {}: pull first", behind.join(", ")));
        return Ok(End::Findings);
    }
    let changed = of(&fates, Fate::Ours);
    if !changed.is_empty() {
        let body = json!({
            "files": sides.local, "is_active": !wish.inactive, "note": wish.note,
            "expected_version": sides.version, "expected_prompts": sides.prompts,
        });
        let sent = sides.remote.ask(Method::PUT, &["agents", &sides.agent], &[], Some(&body));
        if let Err(end) = sent.and_then(|told| told.fine()) {
            return Ok(end);
        }
    }
    // What is not active is not what an export gives: both sides are alike only behind an activation.
    if !wish.inactive {
        keep(&wish.dir, &sides, &sides.local)?;
    }
    told("pushed", &changed, as_json, out)
}

/// Brings what changed on a server into a folder.
pub(super) fn pull(wish: &Pull, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let sides = match sides(&wish.dir, wish.agent.as_deref(), &wish.server)? {
        Ok(sides) => sides,
        Err(end) => return Ok(end),
    };
    let fates = fates(&sides);
    let conflicts = of(&fates, Fate::Both);
    if !conflicts.is_empty() && wish.conflicts.is_none() {
        return conflicting(&sides, &conflicts, as_json, out);
    }
    let mut coming = of(&fates, Fate::Theirs);
    if wish.conflicts == Some(Side::Take) {
        coming.extend(conflicts);
    }
    if let Some(path) = coming.iter().find(|path| !is_inside(path)) {
        complain(&format!("the server names a file outside of the folder: {path}"));
        return Ok(End::Findings);
    }
    for path in &coming {
        let place = wish.dir.join(path);
        match sides.theirs.get(path) {
            Some(text) => {
                fs::create_dir_all(place.parent().unwrap_or(&wish.dir))?;
                fs::write(&place, text)?;
            }
            None => fs::remove_file(&place)?,
        }
    }
    keep(&wish.dir, &sides, &sides.theirs)?;
    told("pulled", &coming, as_json, out)
}

/// Reads both sides.
fn sides(dir: &Path, named: Option<&str>, server: &Server) -> io::Result<Result<Sides, End>> {
    let remote = match server.remote()? {
        Ok(remote) => remote,
        Err(end) => return Ok(Err(end)),
    };
    let local = match local(dir) {
        Ok(local) => local,
        Err(error) => {
            complain(&format!("{}: {}", dir.display(), reason(&error)));
            return Ok(Err(End::Environment));
        }
    };
    let base = base(dir)?;
    let read = if local.is_empty() { None } else { folder::read(dir)?.agent };
    let own = read.map(|agent| agent.name);
    let Some(agent) = named.map(str::to_owned).or(own) else {
        complain(&format!("{} does not say which agent it is: --agent does", dir.display()));
        return Ok(Err(End::Usage));
    };
    // Of another server or agent nothing is known.
    let is_own = base.server == remote.address() && base.agent == agent;
    let base = if is_own { base } else { Base::default() };
    Ok(theirs(&remote, &agent).map(|(theirs, version, prompts)| Sides {
        remote,
        agent,
        base,
        local,
        theirs,
        version,
        prompts,
    }))
}

/// What the server has: files, and the newest versions, which are read first, so that what changes in between
/// is noticed when something is sent.
fn theirs(remote: &Remote, agent: &str) -> Result<(Files, u32, BTreeMap<String, u32>), End> {
    let number =
        |item: &Json| item["version"].as_u64().and_then(|number| u32::try_from(number).ok());
    let mut prompts = BTreeMap::new();
    for prompt in remote.all(&["prompts"], &[("agent", agent)])? {
        if let (Some(name), Some(version)) = (prompt["name"].as_str(), number(&prompt)) {
            let known = prompts.entry(name.to_owned()).or_default();
            *known = version.max(*known);
        }
    }
    let versions = remote.ask(Method::GET, &["agents", agent, "versions"], &[], None)?;
    if versions.status == 404 {
        return Ok((Files::new(), 0, prompts));
    }
    let versions = versions.fine()?;
    let versions = versions["items"].as_array().into_iter().flatten().filter_map(number);
    let version = versions.max().unwrap_or(0);
    let export = remote.ask(Method::GET, &["agents", agent, "export"], &[], None)?;
    if export.status == 404 {
        return Ok((Files::new(), version, prompts));
    }
    let files = serde_json::from_value(export.fine()?["files"].take()).unwrap_or_default();
    Ok((files, version, prompts))
}

/// The files of a folder; none where it is not there.
fn local(dir: &Path) -> io::Result<Files> {
    if !dir.exists() {
        return Ok(Files::new());
    }
    let (files, unread) = folder::files(dir)?;
    if !unread.is_empty() {
        // A file that cannot be read would be taken for one that was removed.
        let told = unread.iter().map(|finding| {
            let file = finding.span.as_ref().map(|span| span.file.to_string()).unwrap_or_default();
            format!("{file}: {}", finding.message)
        });
        let why = told.collect::<Vec<_>>().join("; ");
        return Err(io::Error::new(io::ErrorKind::InvalidData, why));
    }
    let (mut texts, mut others) = (Files::new(), Vec::new());
    for file in files {
        match String::from_utf8(file.bytes) {
            Ok(text) => drop(texts.insert(file.path, text)),
            Err(_) => others.push(file.path),
        }
    }
    if others.is_empty() {
        return Ok(texts);
    }
    let what = others.join(", ");
    let why = format!("these files are no text, and only texts are pushed and pulled: {what}");
    Err(io::Error::new(io::ErrorKind::InvalidData, why))
}

fn fates(sides: &Sides) -> Vec<(String, Fate)> {
    let paths: BTreeSet<_> =
        sides.local.keys().chain(sides.theirs.keys()).chain(sides.base.files.keys()).collect();
    let fate = |path: &String| {
        let (ours, theirs) = (sides.local.get(path), sides.theirs.get(path));
        let was = sides.base.files.get(path);
        let changed = |now: Option<&String>| now.map(|text| hash(text.as_bytes())).as_ref() != was;
        match (changed(ours), changed(theirs)) {
            _ if ours == theirs => Fate::Same,
            (true, false) => Fate::Ours,
            (false, true) => Fate::Theirs,
            (true, true) | (false, false) => Fate::Both,
        }
    };
    paths.into_iter().map(|path| (path.clone(), fate(path))).collect()
}

fn of(fates: &[(String, Fate)], wanted: Fate) -> Vec<String> {
    let own = fates.iter().filter(|(_, fate)| *fate == wanted);
    own.map(|(path, _)| path.clone()).collect()
}

/// Shows what changed on both sides.
fn conflicting(
    sides: &Sides,
    conflicts: &[String],
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<End> {
    if as_json {
        json::print(&json!({"conflicts": conflicts}), out)?;
        return Ok(End::Findings);
    }
    for path in conflicts {
        writeln!(out, "{}", paint(path, Paint::Bold))?;
        let text = |files: &Files| files.get(path).cloned().unwrap_or_default();
        difference::lines(&text(&sides.theirs), &text(&sides.local), "  ", out)?;
    }
    complain("these files changed here (+) and on the server (-); nothing was written");
    complain("`proem pull --conflicts keep` or `--conflicts take` says which side stands");
    Ok(End::Findings)
}

fn base(dir: &Path) -> io::Result<Base> {
    match fs::read_to_string(dir.join(BASE)) {
        // A file that cannot be read says nothing: everything that differs is then a conflict.
        Ok(text) => Ok(serde_json::from_str(&text).unwrap_or_default()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Base::default()),
        Err(error) => Err(error),
    }
}

/// Notes that both sides had these files.
fn keep(dir: &Path, sides: &Sides, files: &Files) -> io::Result<()> {
    let hashes = files.iter().map(|(path, text)| (path.clone(), hash(text.as_bytes())));
    let base = Base {
        server: sides.remote.address().to_owned(),
        agent: sides.agent.clone(),
        files: hashes.collect(),
    };
    let place = dir.join(BASE);
    fs::create_dir_all(place.parent().unwrap_or(dir))?;
    let part = place.with_extension("part");
    fs::write(&part, serde_json::to_string_pretty(&base)?)?;
    fs::rename(part, place)
}

/// Whether a path of the server stays within the folder.
fn is_inside(path: &str) -> bool {
    use std::path::Component;
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
        && !path.starts_with('.')
        && !path.contains('\\')
}

fn told(what: &str, changed: &[String], as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    if as_json {
        json::print(&json!({what: changed}), out)?;
    } else if changed.is_empty() {
        writeln!(out, "nothing is new")?;
    } else {
        changed.iter().try_for_each(|path| writeln!(out, "{what}: {path}"))?;
    }
    Ok(End::Fine)
}
