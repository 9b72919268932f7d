//! Following the store.
//!
//! Owns that a change of management, whoever made it, is served within a second: the feed is read, and the
//! agents that it names are read anew; roles and keys that it names are forgotten. While the database is away what is known is served, marked stale.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use proem_store::epoch::{Change, Feed};
use proem_store::page::Paging;
use proem_store::{agent, epoch};

use crate::app::App;
use crate::app::fault::Fault;
use crate::app::load::refresh;

/// How long is waited before a database that is away is asked again.
const AGAIN: Duration = Duration::from_millis(250);

/// Reads all agents of all workspaces. Gives the epochs from which they are known.
///
/// # Errors
/// Those of the database.
pub(crate) async fn all(app: &App) -> Result<BTreeMap<String, u32>, Fault> {
    let seen = app.store.read((), |tx, ()| Box::pin(epoch::all(tx))).await?;
    for of in seen.keys() {
        for name in names(app, of).await? {
            refresh(app, of, &name).await?;
        }
    }
    Ok(seen)
}

/// Follows the feed until the task is dropped.
pub(crate) async fn follow(app: Arc<App>, seen: BTreeMap<String, u32>) {
    let mut feed = Feed::new(Arc::clone(&app.store), seen);
    loop {
        let heard = match feed.next().await {
            Ok(changes) => heed(&app, &changes).await,
            Err(error) => Err(error.into()),
        };
        app.live.set_stale(heard.is_err());
        if let Err(fault) = heard {
            tracing::warn!(?fault, "the database does not answer: known agents are served on");
            tokio::time::sleep(AGAIN).await;
        }
    }
}

async fn heed(app: &App, changes: &[Change]) -> Result<(), Fault> {
    let mut touched = BTreeSet::new();
    for change in changes {
        match change.kind.as_str() {
            "prompt" | "agent" | "label" | "experiment" => {
                let name = change.subject.split('/').next().unwrap_or_default();
                touched.insert((change.workspace.clone(), name.to_owned()));
            }
            "config" if !change.subject.is_empty() => {
                touched.insert((change.workspace.clone(), change.subject.clone()));
            }
            "config" => {
                let names = names(app, &change.workspace).await?;
                touched.extend(names.into_iter().map(|name| (change.workspace.clone(), name)));
            }
            "role" => app.roles.forget(&change.subject),
            "key" => app.known.forget(),
            _ => {}
        }
    }
    for (of, name) in touched {
        refresh(app, &of, &name).await?;
    }
    Ok(())
}

/// The names of all agents of a workspace.
async fn names(app: &App, of: &str) -> Result<Vec<String>, Fault> {
    let mut names = Vec::new();
    let mut paging = Paging { limit: proem_store::page::LONGEST, after: None };
    loop {
        let input = (of.to_owned(), paging.clone());
        let page =
            app.store.read(input, |tx, (of, paging)| Box::pin(agent::list(tx, of, paging))).await?;
        names.extend(page.items.into_iter().map(|agent| agent.agent));
        match page.next {
            Some(next) => paging.after = Some(next),
            None => return Ok(names),
        }
    }
}
