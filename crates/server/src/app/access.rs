//! Who asks, and what they may do.
//!
//! Owns scopes, and the way from an API key to one of them. It must never tell a key that is wrong from one
//! that was revoked, and never let a key of one workspace into another.

use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use proem_store::audit::By;
use proem_store::blob::hash;
use proem_store::error::Error;
use proem_store::key;
use proem_store::time::Time;

use crate::app::App;
use crate::app::fault::Fault;

/// The workspace that every service has.
pub(crate) const HOME: &str = "default";

/// How long it may take to look up a key that is known.
const LOOKED_UP: Duration = Duration::from_millis(500);

/// What a key may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// Look at everything of its workspace.
    Read,
    /// Change prompts, agents, roles, memories and experiments.
    Edit,
    /// Assemble, and hold conversations.
    Run,
    /// Keys, protected labels, webhooks, the audit. It includes all others.
    Admin,
}

/// Every scope, with its word.
pub(crate) const SCOPES: [(Scope, &str); 4] =
    [(Scope::Read, "read"), (Scope::Edit, "edit"), (Scope::Run, "run"), (Scope::Admin, "admin")];

impl Scope {
    /// Its word.
    pub(crate) fn word(self) -> &'static str {
        SCOPES.iter().find(|(scope, _)| *scope == self).map_or("", |(_, word)| word)
    }
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// The workspace that the key opens.
    pub workspace: String,
    /// The key's id.
    pub key: String,
    /// The key's name.
    pub name: String,
    scopes: Vec<Scope>,
}

impl Who {
    /// Refuses where a scope is missing. A key for administrators may do everything; whoever may edit or
    /// run may also look.
    pub(crate) fn may(&self, scope: Scope) -> Result<(), Fault> {
        if self.has(scope) { Ok(()) } else { Err(Fault::Forbidden { scope: scope.word() }) }
    }

    /// Whether it has a scope.
    pub(crate) fn has(&self, scope: Scope) -> bool {
        let includes = |own: &Scope| {
            *own == scope || *own == Scope::Admin || (scope == Scope::Read && *own != Scope::Read)
        };
        self.scopes.iter().any(includes)
    }

    /// Whether the key is for administrators of the service's own workspace: they make other workspaces.
    pub(crate) fn is_operator(&self) -> bool {
        self.workspace == HOME && self.has(Scope::Admin)
    }

    /// As the one who makes a change of management now.
    pub(crate) fn by(&self, app: &App, note: &str) -> By {
        By {
            workspace: self.workspace.clone(),
            actor: self.name.clone(),
            at: app.clock.now(),
            note: note.to_owned(),
            may_move_protected: self.has(Scope::Admin),
        }
    }

    /// Somebody with all rights in a workspace: the command line on the machine of the database.
    pub(crate) fn operator(workspace: &str, name: &str) -> Self {
        let scopes = vec![Scope::Admin];
        Self { workspace: workspace.to_owned(), key: String::new(), name: name.to_owned(), scopes }
    }
}

/// Keys that the database has lately known, by their hashes: whoever asks again and again is not looked up each
/// time, and whoever could ask goes on while the database is away.
pub(crate) struct Known(Cache<String, Seen>);

/// A key as it was looked up.
#[derive(Clone)]
struct Seen {
    who: Who,
    expires_at: Option<i64>,
    /// When it was.
    at: i64,
}

/// How many keys are known, and for how long behind the last answer of the database.
const KEPT: (u64, Duration) = (4_096, Duration::from_secs(86_400));

/// For how long a key is taken for what it was, in milliseconds: that long another node may serve a key that was
/// revoked here.
const FRESH: i64 = 500;

impl Default for Known {
    fn default() -> Self {
        let (most, long) = KEPT;
        Self(Cache::builder().max_capacity(most).time_to_live(long).build())
    }
}

impl Known {
    /// Forgets all keys: one of them may have been revoked.
    pub(crate) fn forget(&self) {
        self.0.invalidate_all();
    }

    fn get(&self, hash: &str, now: i64) -> Option<Seen> {
        self.0.get(hash).filter(|seen| seen.expires_at.is_none_or(|end| now < end))
    }
}

/// Who has a key. While the database is away these are the keys that it knew: known agents are served on, and all
/// that needs the database fails by itself.
///
/// # Errors
/// [`Fault::Unknown`] where nobody has it, or it has run out; [`Fault::Unavailable`] where that cannot be said.
pub(crate) async fn who(app: &App, secret: &str) -> Result<Who, Fault> {
    if !secret.starts_with(key::PREFIX) {
        return Err(Fault::Unknown);
    }
    let (now, hash) = (app.clock.now(), hash(secret.as_bytes()));
    let seen = app.known.get(&hash, now);
    let fresh = |seen: &Seen| app.live.is_stale() || (seen.at..seen.at + FRESH).contains(&now);
    if let Some(seen) = seen.clone().filter(fresh) {
        return Ok(seen.who);
    }
    let asked = app
        .store
        .read((secret.to_owned(), now), |tx, (secret, now)| Box::pin(key::find(tx, secret, *now)));
    let found = match &seen {
        None => asked.await,
        // Who is known already need not wait as long as a database may take to say that it is away.
        Some(_) => tokio::time::timeout(LOOKED_UP, asked).await.unwrap_or_else(|_| {
            Err(Error::Unavailable("it takes too long to look up a key".to_owned()))
        }),
    };
    let found = match (found, seen) {
        (Err(Error::Busy | Error::Unavailable(_)), Some(seen)) => {
            // Others need not wait as long to learn it; whoever follows the store says when it is back.
            app.live.set_stale(true);
            return Ok(seen.who);
        }
        (found, _) => found?,
    };
    let Some(found) = found else {
        app.known.0.invalidate(&hash);
        return Err(Fault::Unknown);
    };
    used(app, &found, now);
    let known =
        |word: &String| SCOPES.iter().find(|(_, name)| name == word).map(|(scope, _)| *scope);
    let scopes = found.scopes.iter().filter_map(known).collect();
    let who = Who { workspace: found.workspace, key: found.id, name: found.name, scopes };
    let seen = Seen { who: who.clone(), expires_at: found.expires_at, at: now };
    app.known.0.insert(hash, seen);
    Ok(who)
}

/// Notes that a key is used, behind the request and at most once a minute. Where that cannot be written nobody is kept
/// waiting, and it is tried with a later request.
fn used(app: &App, key: &key::Key, now: Time) {
    if key.used_at.is_some_and(|at| now - at < key::USED) {
        return;
    }
    let (store, input) = (Arc::clone(&app.store), (key.workspace.clone(), key.id.clone(), now));
    tokio::spawn(async move {
        let noted = store.write(input, |tx, (of, id, now)| Box::pin(key::touch(tx, of, id, *now)));
        if let Err(error) = noted.await {
            tracing::debug!(%error, "it is not noted that a key was used");
        }
    });
}
