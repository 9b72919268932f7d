//! Who asks, and what they may do.
//!
//! Owns scopes, and the way from an API key to one of them. It must never tell a key that is wrong from one
//! that was revoked, and never let a key of one workspace into another.

use std::time::Duration;

use proem_store::audit::By;
use proem_store::blob;
use proem_store::error::Error;
use proem_store::key::{self, Key};

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

/// Who has a key. Where the database is away, a key that it has known lately is taken for what it was then: known
/// agents are served on, and all that needs the database fails by itself.
///
/// # Errors
/// [`Fault::Unknown`] where nobody has it, or it has run out; [`Fault::Unavailable`] where that cannot be said.
pub(crate) async fn who(app: &App, secret: &str) -> Result<Who, Fault> {
    if !secret.starts_with(key::PREFIX) {
        return Err(Fault::Unknown);
    }
    let now = app.clock.now();
    let place = blob::hash(secret.as_bytes());
    let valid = |key: &Key| key.expires_at.is_none_or(|end| end > now);
    let lately = || app.keys.get(&place).filter(valid);
    if app.live.is_stale()
        && let Some(key) = lately()
    {
        return Ok(holder(key));
    }
    let asked = app
        .store
        .read((secret.to_owned(), now), |tx, (secret, now)| Box::pin(key::find(tx, secret, *now)));
    let found = match lately() {
        None => asked.await,
        // Who is known already need not wait as long as a database may take to say that it is away.
        Some(_) => match tokio::time::timeout(LOOKED_UP, asked).await {
            Ok(found) => found,
            Err(_) => Err(Error::Unavailable("it takes too long to look up a key".to_owned())),
        },
    };
    match found {
        Ok(Some(key)) => {
            app.keys.insert(place, key.clone());
            Ok(holder(key))
        }
        Ok(None) => {
            app.keys.invalidate(&place);
            Err(Fault::Unknown)
        }
        Err(error @ (Error::Unavailable(_) | Error::Busy)) => {
            let key = lately().ok_or(Fault::from(error))?;
            // Others need not wait as long to learn it; whoever follows the store says when it is back.
            app.live.set_stale(true);
            Ok(holder(key))
        }
        Err(error) => Err(error.into()),
    }
}

fn holder(key: Key) -> Who {
    let known =
        |word: &String| SCOPES.iter().find(|(_, name)| name == word).map(|(scope, _)| *scope);
    let scopes = key.scopes.iter().filter_map(known).collect();
    Who { workspace: key.workspace, key: key.id, name: key.name, scopes }
}
