//! Agents: which are there, which version is active, and their files.
//!
//! Owns looking at agents, and moving between versions of them. What makes a new version is `bundle`'s.

use std::collections::BTreeMap;

use proem::diagnostic::Diagnostic;
use proem_store::agent::{self, Agent};
use proem_store::error::{Error, Result as Outcome};
use proem_store::line::Line;
use proem_store::log::{LATEST, PRODUCTION};
use proem_store::page::{Page, Paging};
use proem_store::tx::Tx;
use proem_store::{prompt, version};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::decision::decide;
use crate::app::fault::Fault;
use crate::app::load::{self, Stored};
use crate::app::watched;

/// One version of each agent: the active one, or the newest where none is.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(app: &App, who: &Who, paging: Paging) -> Result<Page<Agent>, Fault> {
    who.may(Scope::Read)?;
    let first = paging.after.is_none();
    let input = (who.workspace.clone(), paging);
    let list = app.store.read(input, |tx, (of, paging)| Box::pin(agent::list(tx, of, paging)));
    let mut page = list.await?;
    let folders = app.live.all_watched(&who.workspace);
    page.items.retain(|agent| folders.iter().all(|(name, _)| *name != agent.agent));
    // Those of folders have no place among those that are stored: they come first.
    let own = folders.iter().filter(|_| first).map(|(name, folder)| watched::agent(name, folder));
    page.items.splice(0..0, own);
    Ok(page)
}

/// An agent, and how it is served.
#[derive(Debug)]
pub(crate) struct Found {
    /// The active version, or the newest where none is.
    pub agent: Agent,
    /// The number and the hash of the version that is served; none where none is.
    pub serving: Option<(u32, String)>,
    /// What is wrong with what is stored, where it is not served for that; else what is worth knowing.
    pub findings: Vec<Diagnostic>,
}

/// The active version of an agent, or its newest, and how it is served.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, name: &str) -> Result<Found, Fault> {
    who.may(Scope::Read)?;
    let folder = app.live.watched(&who.workspace, name);
    let agent = match &folder {
        Some(folder) => watched::agent(name, folder),
        None => {
            let input = (who.workspace.clone(), name.to_owned());
            app.store.read(input, |tx, (of, name)| Box::pin(found(tx, of, name))).await?
        }
    };
    let serving = app.live.get(&who.workspace, name);
    let findings = match (app.live.broken(&who.workspace, name), &serving) {
        (Some(broken), _) => broken.to_vec(),
        (None, Some(serving)) => serving.warnings.clone(),
        (None, None) => Vec::new(),
    };
    let serving = serving.map(|serving| (serving.version, serving.hash.clone()));
    Ok(Found { agent, serving, findings })
}

/// All versions of an agent, by number.
///
/// # Errors
/// [`Fault::Missing`]; a `next` that is none of this list's.
pub(crate) async fn versions(
    app: &App,
    who: &Who,
    name: &str,
    paging: Paging,
) -> Result<Page<Agent>, Fault> {
    who.may(Scope::Read)?;
    let watched = app.live.watched(&who.workspace, name).is_some();
    let input = (who.workspace.clone(), name.to_owned(), paging, watched);
    let list = app.store.read(input, |tx, (of, name, paging, watched)| {
        Box::pin(async move {
            let page = agent::versions(tx, of, Some(name), paging).await?;
            if page.items.is_empty() && !*watched {
                there(tx, of, name).await?;
            }
            Ok(page)
        })
    });
    Ok(list.await?)
}

/// Makes a version the active one. It is checked together with the prompts that are active now.
///
/// # Errors
/// [`Fault::Missing`], [`Fault::Invalid`] where it would be broken, [`Fault::Conflict`] where another version
/// is active than the caller expects.
pub(crate) async fn activate(
    app: &App,
    who: &Who,
    name: &str,
    number: u32,
    expected: Option<u32>,
    note: &str,
) -> Result<Agent, Fault> {
    who.may(Scope::Edit)?;
    decide(
        app,
        who,
        name,
        (who.by(app, note), name.to_owned(), number, expected),
        |tx, (by, name, number, _)| {
            Box::pin(async move {
                there(tx, &by.workspace, name).await?;
                Ok(Some(target(tx, &by.workspace, name, *number).await?))
            })
        },
        fits,
        |tx, (by, name, number, expected)| {
            Box::pin(agent::activate(tx, by, name, *number, *expected))
        },
    )
    .await
}

/// Makes the version active that was active before. It is checked as in [`activate`].
///
/// # Errors
/// As [`activate`]; [`Fault::Refused`] where no other version was active before.
pub(crate) async fn rollback(
    app: &App,
    who: &Who,
    name: &str,
    expected: Option<u32>,
    note: &str,
) -> Result<Agent, Fault> {
    who.may(Scope::Edit)?;
    decide(
        app,
        who,
        name,
        (who.by(app, note), name.to_owned(), expected),
        |tx, (by, name, _)| {
            Box::pin(async move {
                there(tx, &by.workspace, name).await?;
                match version::previous(tx, &by.workspace, &Line::agent(name.as_str())).await? {
                    Some(number) => Ok(Some(target(tx, &by.workspace, name, number).await?)),
                    None => Ok(None),
                }
            })
        },
        fits,
        |tx, (by, name, expected)| Box::pin(agent::rollback(tx, by, name, *expected)),
    )
    .await
}

/// The whole folder of an agent as it is active: every file by its path, prompts among them.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Refused`] where no version is active, or a file is no text.
pub(crate) async fn export(app: &App, who: &Who, name: &str) -> Result<(Agent, Texts), Fault> {
    who.may(Scope::Read)?;
    if let Some(folder) = app.live.watched(&who.workspace, name) {
        return Ok((watched::agent(name, &folder), texts(folder.files.clone())?));
    }
    let input = (who.workspace.clone(), name.to_owned());
    let stored = app.store.read(input, |tx, (of, name)| {
        Box::pin(async move {
            there(tx, of, name).await?;
            load::within(tx, of, name, &std::collections::BTreeSet::new()).await
        })
    });
    let Some(stored) = stored.await? else {
        let why = "no version of the agent is active".to_owned();
        return Err(Fault::Refused { code: "agent.inactive", why });
    };
    let mut files = texts(stored.files)?;
    let active = stored.prompts.into_iter().filter(|prompt| prompt.is_active);
    files.extend(active.map(|prompt| (load::path(&prompt.name), prompt.source)));
    Ok((stored.agent, files))
}

/// Files as texts.
fn texts(files: BTreeMap<String, Vec<u8>>) -> Result<Texts, Fault> {
    let text = |(path, bytes)| match String::from_utf8(bytes) {
        Ok(text) => Ok((path, text)),
        Err(_) => Err(Fault::Refused {
            code: "file.binary",
            why: format!("{path} is no text and cannot be told in JSON"),
        }),
    };
    files.into_iter().map(text).collect()
}

/// Texts by the paths of their files.
pub(crate) type Texts = BTreeMap<String, String>;

/// The version of an agent that stands for it: the active one, or the newest.
async fn found(tx: &mut Tx, of: &str, name: &str) -> Outcome<Agent> {
    let wanted = match agent::labelled(tx, of, name, PRODUCTION).await {
        Err(Error::NotFound { .. }) => agent::labelled(tx, of, name, LATEST).await,
        found => found,
    };
    // By its name, whatever of it is not there.
    wanted.map_err(|error| match error {
        Error::NotFound { kind, .. } => Error::not_found(kind, name),
        other => other,
    })
}

/// Refuses where there is no version of an agent.
pub(crate) async fn there(tx: &mut Tx, of: &str, name: &str) -> Outcome<()> {
    match version::latest(tx, of, &Line::agent(name)).await? {
        Some(_) => Ok(()),
        None => Err(Error::not_found("agent", name)),
    }
}

/// A version with what it takes to check it.
type Target = (BTreeMap<String, Vec<u8>>, Vec<prompt::Prompt>);

/// The files of a version, and the prompts that are active now: where no version of the agent is active, nobody
/// else has read them.
async fn target(tx: &mut Tx, of: &str, name: &str, number: u32) -> Outcome<Target> {
    let version = agent::find(tx, of, name, number).await?;
    Ok((agent::files(tx, of, &version).await?, prompt::serving(tx, of, name).await?))
}

fn fits(_: Option<&Stored>, target: &Option<Target>) -> Result<(), Fault> {
    let Some((files, prompts)) = target else { return Ok(()) };
    load::made(files, prompts).map(drop).map_err(|findings| Fault::findings(&findings))
}
