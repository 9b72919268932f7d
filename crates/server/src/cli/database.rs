//! Commands on a database.
//!
//! Owns how a command opens the database that it is about, and what is said where it cannot. It must never make
//! a database by mistake: only what restores one or serves may.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use clap::Args;
use proem_store::audit::By;
use proem_store::error::Error;
use proem_store::store::Store;
use proem_store::{epoch, open};
use tokio::runtime::Runtime;

use crate::app::clock::Clock;
use crate::app::config::{self, without_password};
use crate::cli::{End, complain};

/// Which database.
#[derive(Debug, Args)]
pub(super) struct Database {
    /// The database: a file, or postgres://…; PROEM_DB or proem.db where it is left out
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

impl Database {
    /// Its address.
    pub(super) fn address(&self) -> String {
        let flags = self.db.iter().map(|db| ("db", vec![db.clone()]));
        let flags: BTreeMap<_, _> = flags.collect();
        let variable =
            |name: &str| std::env::var(name).ok().filter(|_| name == config::variable("db"));
        config::read(None, variable, &flags).map(|set| set.config.db).unwrap_or_default()
    }

    /// Its file, where it is one.
    pub(super) fn file(address: &str) -> Option<&Path> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return None;
        }
        let path = address.strip_prefix("sqlite:").unwrap_or(address);
        Some(Path::new(path.strip_prefix("//").unwrap_or(path)))
    }

    /// Does something with the database, where it is there.
    pub(super) fn with(
        &self,
        work: impl AsyncFnOnce(Arc<dyn Store>) -> Result<End, Error>,
    ) -> io::Result<End> {
        let address = self.address();
        if Self::file(&address).is_some_and(|file| !file.exists()) {
            complain(&format!("there is no database {address}"));
            return Ok(End::Environment);
        }
        self.with_new(work)
    }

    /// Does something with the database, which is made where it is not there.
    pub(super) fn with_new(
        &self,
        work: impl AsyncFnOnce(Arc<dyn Store>) -> Result<End, Error>,
    ) -> io::Result<End> {
        let address = self.address();
        let done = runtime()?.block_on(async {
            let store = open::open(&address, Clock.now()).await?;
            let done = work(Arc::clone(&store)).await;
            store.close().await;
            done
        });
        Ok(done.unwrap_or_else(|error| {
            let shown = without_password(&address);
            complain(&format!("{shown}: {error}"));
            match error {
                Error::NotFound { .. } | Error::Invalid { .. } => End::Usage,
                _ => End::Environment,
            }
        }))
    }
}

/// Somebody at the machine of the database, in a workspace.
pub(super) fn by(workspace: &str, note: &str) -> By {
    By {
        workspace: workspace.to_owned(),
        actor: "proem".to_owned(),
        at: Clock.now(),
        note: note.to_owned(),
        may_move_protected: true,
    }
}

/// All workspaces, that of what is shipped too.
pub(super) async fn workspaces(store: &Arc<dyn Store>) -> Result<Vec<String>, Error> {
    let epochs = store.read((), |tx, ()| Box::pin(epoch::all(tx))).await?;
    Ok(epochs.into_keys().collect())
}

fn runtime() -> io::Result<Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
