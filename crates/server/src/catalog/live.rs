//! The agents that are served now.
//!
//! Owns the compiled agents of all workspaces, in memory: turns are served from here and never wait for a
//! database. A change of management replaces an agent whole; one that cannot be compiled leaves the one
//! before in its place. It must never serve a mixture of two epochs.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use proem::agent::case::Case;
use proem::check::compiled::Compiled;
use proem::diagnostic::Diagnostic;
use proem::rehearsal::repertoire::Repertoire;
use proem_store::experiment::Experiment;
use proem_store::line::Line;
use serde_json::{Map, Value as Json};

/// An agent that is served.
#[derive(Debug)]
pub(crate) struct Serving {
    /// Its name.
    pub name: String,
    /// The version of its bundle.
    pub version: u32,
    /// The hash of its bundle.
    pub hash: String,
    /// The epoch of the workspace from which it was read.
    pub epoch: u32,
    /// The agent with its prompts.
    pub compiled: Compiled,
    /// Its cases.
    pub cases: Vec<Case>,
    /// What replaces members of its `config` in this workspace.
    pub config: Map<String, Json>,
    /// What is worth knowing about it.
    pub warnings: Vec<Diagnostic>,
    /// The ids of the versions of its prompts, by line and number.
    pub ids: BTreeMap<(Line, u32), String>,
    /// The experiments that run on its prompts.
    pub experiments: Vec<Experiment>,
    repertoire: OnceLock<Repertoire>,
}

impl Serving {
    /// An agent as it was read.
    pub(crate) fn new(
        (name, version, hash): (String, u32, String),
        epoch: u32,
        (compiled, warnings): (Compiled, Vec<Diagnostic>),
        cases: Vec<Case>,
        config: Map<String, Json>,
        ids: BTreeMap<(Line, u32), String>,
    ) -> Self {
        let (experiments, repertoire) = (Vec::new(), OnceLock::new());
        Self {
            name,
            version,
            hash,
            epoch,
            compiled,
            cases,
            config,
            warnings,
            ids,
            experiments,
            repertoire,
        }
    }

    /// What the offline model answers from. It is made when it is first asked for.
    pub(crate) fn repertoire(&self) -> &Repertoire {
        let find = &proem::provider::find;
        self.repertoire.get_or_init(|| Repertoire::of(&self.compiled, &self.cases, find))
    }
}

/// A folder that is served as it is, without becoming a version.
#[derive(Clone, Debug)]
pub(crate) struct Watched {
    /// The folder.
    pub root: PathBuf,
    /// What its agent says of itself.
    pub description: String,
    /// Its files, as they are served.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The hash of those.
    pub hash: String,
    /// The hash of the files as they were seen last, also where they cannot be served.
    pub seen: String,
    /// Since when they are served.
    pub since: i64,
}

/// What is to be said of a reply that is made from what is served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The database has not answered lately, so that it may be old.
    pub stale: bool,
    /// It is made from a folder, and not from a version.
    pub development: bool,
}

/// Workspace and agent.
type Key = (String, String);

/// What is served, and what is known of agents that are not.
#[derive(Debug, Default)]
pub(crate) struct Live {
    serving: ArcSwap<HashMap<Key, Arc<Serving>>>,
    broken: ArcSwap<HashMap<Key, Arc<Vec<Diagnostic>>>>,
    stale: AtomicBool,
    /// Versions that are compiled because somebody has pinned them.
    pinned: ArcSwap<HashMap<Key, BTreeSet<(Line, u32)>>>,
    watched: ArcSwap<HashMap<Key, Arc<Watched>>>,
    development: AtomicBool,
}

impl Live {
    /// An agent.
    pub(crate) fn get(&self, workspace: &str, agent: &str) -> Option<Arc<Serving>> {
        self.serving.load().get(&(workspace.to_owned(), agent.to_owned())).map(Arc::clone)
    }

    /// All agents of a workspace, by name.
    pub(crate) fn all(&self, workspace: &str) -> Vec<Arc<Serving>> {
        let serving = self.serving.load();
        let own = serving.iter().filter(|((of, _), _)| of == workspace);
        let mut found: Vec<_> = own.map(|(_, serving)| Arc::clone(serving)).collect();
        found.sort_by(|one, other| one.name.cmp(&other.name));
        found
    }

    /// Why the newest form of an agent is not served.
    pub(crate) fn broken(&self, workspace: &str, agent: &str) -> Option<Arc<Vec<Diagnostic>>> {
        self.broken.load().get(&(workspace.to_owned(), agent.to_owned())).map(Arc::clone)
    }

    /// Replaces an agent. One that is newer already stays.
    pub(crate) fn put(&self, workspace: &str, serving: Serving) {
        let key = (workspace.to_owned(), serving.name.clone());
        let serving = Arc::new(serving);
        self.broken.rcu(|known| without(known, &key));
        self.serving.rcu(|known| {
            let mut next = HashMap::clone(known);
            let newer = next.get(&key).is_some_and(|known| known.epoch > serving.epoch);
            if !newer {
                next.insert(key.clone(), Arc::clone(&serving));
            }
            next
        });
    }

    /// Takes an agent out: none of its versions is active.
    pub(crate) fn remove(&self, workspace: &str, agent: &str) {
        let key = (workspace.to_owned(), agent.to_owned());
        self.broken.rcu(|known| without(known, &key));
        self.serving.rcu(|known| without(known, &key));
    }

    /// Notes why the newest form of an agent is not served.
    pub(crate) fn spoil(&self, workspace: &str, agent: &str, findings: Vec<Diagnostic>) {
        let key = (workspace.to_owned(), agent.to_owned());
        let findings = Arc::new(findings);
        self.broken.rcu(|known| {
            let mut next = HashMap::clone(known);
            next.insert(key.clone(), Arc::clone(&findings));
            next
        });
    }

    /// The versions of an agent that somebody has pinned.
    pub(crate) fn pinned(&self, workspace: &str, agent: &str) -> BTreeSet<(Line, u32)> {
        let key = (workspace.to_owned(), agent.to_owned());
        self.pinned.load().get(&key).cloned().unwrap_or_default()
    }

    /// Keeps a version compiled from now on.
    pub(crate) fn pin(&self, workspace: &str, agent: &str, versions: &BTreeSet<(Line, u32)>) {
        let key = (workspace.to_owned(), agent.to_owned());
        self.pinned.rcu(|known| {
            let mut next = HashMap::clone(known);
            next.entry(key.clone()).or_default().extend(versions.iter().cloned());
            next
        });
    }

    /// Lets go of all versions of an agent that were kept because somebody had pinned them.
    pub(crate) fn unpin(&self, workspace: &str, agent: &str) {
        let key = (workspace.to_owned(), agent.to_owned());
        self.pinned.rcu(|known| without(known, &key));
    }

    /// Serves an agent from a folder from now on, whatever is stored under its name.
    pub(crate) fn watch(&self, workspace: &str, agent: &str, folder: Watched) {
        let key = (workspace.to_owned(), agent.to_owned());
        let folder = Arc::new(folder);
        self.watched.rcu(|known| {
            let mut next = HashMap::clone(known);
            next.insert(key.clone(), Arc::clone(&folder));
            next
        });
    }

    /// Takes an agent out that was served from a folder.
    pub(crate) fn unwatch(&self, workspace: &str, agent: &str) {
        let key = (workspace.to_owned(), agent.to_owned());
        self.watched.rcu(|known| without(known, &key));
        self.remove(workspace, agent);
    }

    /// The folder from which an agent is served, where it is.
    pub(crate) fn watched(&self, workspace: &str, agent: &str) -> Option<Arc<Watched>> {
        self.watched.load().get(&(workspace.to_owned(), agent.to_owned())).map(Arc::clone)
    }

    /// All agents of a workspace that are served from folders, by name.
    pub(crate) fn all_watched(&self, workspace: &str) -> Vec<(String, Arc<Watched>)> {
        let watched = self.watched.load();
        let own = watched.iter().filter(|((of, _), _)| of == workspace);
        let mut found: Vec<_> =
            own.map(|((_, name), folder)| (name.clone(), Arc::clone(folder))).collect();
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        found
    }

    /// What is to be said of a reply that is made from an agent.
    pub(crate) fn mark(&self, workspace: &str, agent: &str) -> Mark {
        let development = self.is_development() && self.watched(workspace, agent).is_some();
        Mark { stale: self.is_stale(), development }
    }

    /// Whether folders are served as they are.
    pub(crate) fn is_development(&self) -> bool {
        self.development.load(Ordering::Relaxed)
    }

    /// Notes that folders are served as they are.
    pub(crate) fn set_development(&self) {
        self.development.store(true, Ordering::Relaxed);
    }

    /// Whether the database has not answered lately, so that what is served may be old.
    pub(crate) fn is_stale(&self) -> bool {
        self.stale.load(Ordering::Relaxed)
    }

    /// Notes whether the database answers.
    pub(crate) fn set_stale(&self, stale: bool) {
        self.stale.store(stale, Ordering::Relaxed);
    }
}

fn without<T: Clone>(known: &HashMap<Key, T>, key: &Key) -> HashMap<Key, T> {
    let mut next = known.clone();
    next.remove(key);
    next
}
