//! `proem keys`: API keys, on the machine of the database.
//!
//! Owns the way back in for whoever has lost the last key. It must never show a key twice.

use std::io::{self, Write};

use clap::Subcommand;
use proem_store::key::{self, Key, NewKey, PREFIX};
use proem_store::page::{LONGEST, Paging};
use serde_json::json;

use crate::app::access::SCOPES;
use crate::app::clock::{Clock, written};
use crate::cli::database::{Database, by};
use crate::cli::style::{Paint, paint, printable};
use crate::cli::{End, complain, json};

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the keys of a workspace, without the keys themselves
    List {
        #[command(flatten)]
        database: Database,
        /// The workspace
        #[arg(long, default_value = "default")]
        workspace: String,
    },
    /// Make a key; it is shown once
    Create {
        /// What people call it
        name: String,
        /// What it may do: read, edit, run or admin; may be given again
        #[arg(long = "scope", required = true)]
        scopes: Vec<String>,
        #[command(flatten)]
        database: Database,
        /// The workspace
        #[arg(long, default_value = "default")]
        workspace: String,
    },
    /// Revoke a key for good
    Revoke {
        /// Its id, as `keys list` shows it
        id: String,
        #[command(flatten)]
        database: Database,
        /// The workspace
        #[arg(long, default_value = "default")]
        workspace: String,
    },
}

/// Runs one of them.
pub(super) fn run(command: &Command, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    match command {
        Command::List { database, workspace } => {
            let mut keys = Vec::new();
            let ended = database.with(async |store| {
                let mut paging = Paging { limit: LONGEST, after: None };
                loop {
                    let input = (workspace.clone(), paging.clone());
                    let list =
                        store.read(input, |tx, (of, paging)| Box::pin(key::list(tx, of, paging)));
                    let page = list.await?;
                    keys.extend(page.items);
                    match page.next {
                        Some(next) => paging.after = Some(next),
                        None => return Ok(End::Fine),
                    }
                }
            })?;
            match as_json {
                true => {
                    json::print(&json!({"keys": keys.iter().map(shape).collect::<Vec<_>>()}), out)?
                }
                false => keys.iter().try_for_each(|key| line(key, out))?,
            }
            Ok(ended)
        }
        Command::Create { name, scopes, database, workspace } => {
            if let Some(unknown) =
                scopes.iter().find(|scope| SCOPES.iter().all(|(_, word)| word != scope))
            {
                let known: Vec<_> = SCOPES.iter().map(|(_, word)| *word).collect();
                complain(&format!("`{unknown}` is no scope: {}", known.join(", ")));
                return Ok(End::Usage);
            }
            let secret = Clock.secret(PREFIX);
            let new = NewKey {
                id: Clock.id(),
                name: name.clone(),
                secret: secret.clone(),
                scopes: scopes.clone(),
                expires_at: None,
            };
            let mut made = None;
            let ended = database.with(async |store| {
                let input = (by(workspace, "on the command line"), new);
                let create = store.write(input, |tx, (by, new)| Box::pin(key::create(tx, by, new)));
                made = Some(create.await?);
                Ok(End::Fine)
            })?;
            let Some(key) = made else { return Ok(ended) };
            match as_json {
                true => {
                    let mut shape = shape(&key);
                    shape["secret"] = json!(secret);
                    json::print(&shape, out)?;
                }
                false => writeln!(out, "the key, shown only now: {}", paint(&secret, Paint::Bold))?,
            }
            Ok(ended)
        }
        Command::Revoke { id, database, workspace } => {
            let mut revoked = None;
            let ended = database.with(async |store| {
                let input = (by(workspace, "on the command line"), id.clone());
                let revoke = store.write(input, |tx, (by, id)| Box::pin(key::revoke(tx, by, id)));
                revoked = Some(revoke.await?);
                Ok(End::Fine)
            })?;
            let Some(key) = revoked else { return Ok(ended) };
            match as_json {
                true => json::print(&shape(&key), out)?,
                false => line(&key, out)?,
            }
            Ok(ended)
        }
    }
}

fn shape(key: &Key) -> serde_json::Value {
    json!({
        "id": key.id, "name": key.name, "hint": key.hint, "scopes": key.scopes,
        "created_by": key.created_by, "created_at": written(key.created_at),
        "used_at": key.used_at.map(written), "expires_at": key.expires_at.map(written),
        "revoked_at": key.revoked_at.map(written),
    })
}

fn line(key: &Key, out: &mut dyn Write) -> io::Result<()> {
    let Key { id, hint, .. } = key;
    let end = if key.revoked_at.is_some() { "  revoked" } else { "" };
    writeln!(out, "{id}  …{hint}  {}  {}{end}", key.scopes.join(" "), printable(&key.name))
}
