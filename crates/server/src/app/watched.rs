//! Agents that are served from folders as they are, for those who write them.
//!
//! Owns how a folder becomes what is served without becoming a version, and what is told of it. A save that
//! breaks the agent leaves the last good one in its place. It must never write to the store: such an agent has
//! version 0 and is marked as development wherever it is told.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proem::agent::source::Source;
use proem::diagnostic::{Diagnostic, any_error};
use proem_store::agent::{Agent, hash};
use proem_store::blob;
use serde_json::Map;

use crate::app::App;
use crate::app::access::Who;
use crate::app::fault::Fault;
use crate::app::load;
use crate::catalog::folder;
use crate::catalog::live::{Serving, Watched};

/// What became of a folder that was looked at.
#[derive(Debug)]
pub(crate) struct Looked {
    /// The folder.
    pub folder: PathBuf,
    /// The agent, where its file could be read.
    pub agent: Option<String>,
    /// What is new.
    pub news: News,
    /// What is wrong with it, or worth knowing.
    pub findings: Vec<Diagnostic>,
    /// The files, for showing places.
    pub sources: Vec<Source>,
}

/// What is new of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// It is as it was.
    Nothing,
    /// It is served as it is now.
    Served,
    /// It cannot be served: what was served before stays.
    Broken,
    /// Another folder is served under this name already.
    Taken,
}

/// Looks at a folder, and serves it where it is right and other than before.
///
/// # Errors
/// The folder cannot be read.
pub(crate) fn look(app: &App, of: &str, dir: &Path) -> io::Result<Looked> {
    let (raw, unread) = folder::files(dir)?;
    let read = folder::read(dir)?;
    let files: BTreeMap<_, _> = raw.into_iter().map(|file| (file.path, file.bytes)).collect();
    let mut looked = Looked {
        folder: dir.to_owned(),
        agent: read.agent.as_ref().map(|agent| agent.name.clone()),
        news: News::Broken,
        findings: read.findings,
        sources: read.sources,
    };
    let hash = hash(&files);
    // Whose file cannot be read at all is known by its folder.
    let of_root = || app.live.all_watched(of).into_iter().find(|(_, known)| known.root == dir);
    let named = looked.agent.clone().or_else(|| of_root().map(|(name, _)| name));
    let Some(name) = named else { return Ok(looked) };
    looked.agent = Some(name.clone());
    let known = app.live.watched(of, &name);
    if known.as_ref().is_some_and(|known| known.root != dir) {
        looked.news = News::Taken;
        return Ok(looked);
    }
    if known.as_ref().is_some_and(|known| known.seen == hash) {
        looked.news = News::Nothing;
        return Ok(looked);
    }
    let made = load::made(&files, &[]);
    let (made, findings) = match made {
        Ok(made) if !any_error(&unread) => {
            let warnings = folder::all(made.warnings.clone(), unread);
            (Some(made), warnings)
        }
        Ok(made) => (None, folder::all(made.warnings, unread)),
        Err(findings) => (None, folder::all(findings, unread)),
    };
    looked.findings = findings;
    // Of a folder that is broken, the files of the last good one are what is told.
    let before = known.filter(|_| made.is_none());
    let watched = match before {
        Some(known) => Watched { seen: hash.clone(), ..Watched::clone(&known) },
        None => Watched {
            root: dir.to_owned(),
            description: read.agent.map(|agent| agent.description).unwrap_or_default(),
            files,
            hash: hash.clone(),
            seen: hash.clone(),
            since: app.clock.now(),
        },
    };
    app.live.watch(of, &name, watched);
    match made {
        Some(made) => {
            looked.news = News::Served;
            let (compiled, ids) = ((made.compiled, made.warnings), BTreeMap::new());
            let version = (name, 0, hash);
            app.live.put(of, Serving::new(version, 0, compiled, made.cases, Map::new(), ids));
        }
        None => app.live.spoil(of, &name, looked.findings.clone()),
    }
    Ok(looked)
}

/// Stops to serve the agents of folders that are no longer there; their names.
pub(crate) fn forget(app: &App, of: &str, there: &[(PathBuf, Option<String>)]) -> Vec<String> {
    let gone = app.live.all_watched(of).into_iter().filter(|(name, watched)| {
        let own = there.iter().find(|(root, _)| *root == watched.root);
        // A file that cannot be read for a moment takes nothing away.
        own.is_none_or(|(_, named)| named.as_ref().is_some_and(|named| named != name))
    });
    let names: Vec<_> = gone.map(|(name, _)| name).collect();
    for name in &names {
        app.live.unwatch(of, name);
    }
    names
}

/// A folder that is served, as an agent is told.
pub(crate) fn agent(name: &str, watched: &Arc<Watched>) -> Agent {
    let own = watched.files.iter().filter(|(path, _)| !path.starts_with("prompts/"));
    Agent {
        id: String::new(),
        agent: name.to_owned(),
        version: 0,
        description: watched.description.clone(),
        files: own.map(|(path, bytes)| (path.clone(), blob::hash(bytes))).collect(),
        is_active: true,
        labels: Vec::new(),
        created_at: watched.since,
        updated_at: watched.since,
        author: String::new(),
        note: "a folder that is served as it is".to_owned(),
        hash: watched.hash.clone(),
    }
}

/// Refuses to change what is served from a folder: its files are what counts.
///
/// # Errors
/// [`Fault::Refused`].
pub(crate) fn is_stored(app: &App, who: &Who, agent: &str) -> Result<(), Fault> {
    match app.live.watched(&who.workspace, agent) {
        None => Ok(()),
        Some(_) => Err(Fault::Refused {
            code: "agent.watched",
            why: format!("`{agent}` is served from a folder as it is: change its files"),
        }),
    }
}
