//! From folders to the store.
//!
//! Owns what becomes of an agent's folder when the service begins: a text that is known does nothing, a new
//! one becomes a new version, which is active only where nothing is active yet or where that was asked for.
//! It must never take anything out of the store.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proem::agent::load::AGENT_FILE;
use proem::agent::prompt;
use proem::agent::source::{RawFile, Source};
use proem::diagnostic::{Diagnostic, any_error};
use proem::role::folder::ROLE_FILE;
use proem_store::agent::{self, NewAgent};
use proem_store::audit::By;
use proem_store::error::Result as Stored;
use proem_store::line::Line;
use proem_store::prompt::{self as prompts, NewPrompt};
use proem_store::tx::Tx;
use proem_store::version;

use crate::app::App;
use crate::app::access::Who;
use crate::app::fault::Fault;
use crate::app::load;
use crate::catalog::folder;

/// The deepest folder that is searched for agents.
const MAX_DEPTH: usize = 6;

/// What became of a folder.
#[derive(Debug)]
pub(crate) struct Imported {
    /// The folder.
    pub folder: PathBuf,
    /// The agent, where its file could be read.
    pub agent: Option<String>,
    /// What is wrong with it; with an error it was not taken.
    pub findings: Vec<Diagnostic>,
    /// The files, for showing places.
    pub sources: Vec<Source>,
    /// The names of what is new, `agent` for the bundle.
    pub new: Vec<String>,
    /// The names of what is active in another form than on the disk.
    pub differs: Vec<String>,
}

/// The folders of agents in and below a folder, in order.
///
/// # Errors
/// The folder cannot be read.
pub(crate) fn folders(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    search(root, 0, &mut found)?;
    found.sort();
    Ok(found)
}

fn search(at: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if [AGENT_FILE, ROLE_FILE].iter().any(|file| at.join(file).is_file()) {
        found.push(at.to_owned());
    }
    for entry in fs::read_dir(at)? {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // A link could lead back; agents are folders.
        if entry.file_type()?.is_dir() && !hidden && depth < MAX_DEPTH {
            search(&entry.path(), depth + 1, found)?;
        }
    }
    Ok(())
}

/// One prompt of a folder.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// The version that it would become.
    pub new: NewPrompt,
}

/// Takes a folder over.
///
/// # Errors
/// The folder cannot be read, or the database does not take it.
pub(crate) async fn import(
    app: &App,
    who: &Who,
    dir: &Path,
    activate: bool,
) -> Result<Imported, Fault> {
    let unreadable = |error: io::Error| Fault::Refused {
        code: "folder.unreadable",
        why: format!("{}: {}", dir.display(), crate::machine::reason(&error)),
    };
    let (files, unread) = folder::files(dir).map_err(unreadable)?;
    let read = folder::read(dir).map_err(unreadable)?;
    let mut imported = Imported {
        folder: dir.to_owned(),
        agent: read.agent.as_ref().map(|agent| agent.name.clone()),
        findings: read.findings,
        sources: read.sources,
        new: Vec::new(),
        differs: Vec::new(),
    };
    let Some(name) = imported.agent.clone() else { return Ok(imported) };
    let (pages, bundle) = apart(app, &name, files);
    let whole: Vec<_> = pages.iter().map(|page| stand_in(&page.new)).collect();
    let found = match load::made(&bundle, &whole) {
        Ok(made) => made.warnings,
        Err(findings) => findings,
    };
    // A file that cannot be read is no part of what was compiled, and none of the folder's to leave out.
    imported.findings = folder::all(found, unread);
    if any_error(&imported.findings) {
        return Ok(imported);
    }
    let new = NewAgent {
        id: app.clock.id(),
        agent: name.clone(),
        description: read.agent.map(|agent| agent.description).unwrap_or_default(),
        files: bundle,
        author: who.name.clone(),
        activate,
        expected: None,
    };
    let input = (who.by(app, "imported from a folder"), new, pages, activate);
    let (new, differs) = app
        .store
        .write(input, |tx, (by, agent, pages, activate)| {
            Box::pin(write(tx, by, agent, pages, *activate))
        })
        .await?;
    imported.new = new;
    imported.differs = differs;
    load::refresh(app, &who.workspace, &name).await?;
    Ok(imported)
}

/// Prompts, and everything else of a folder.
pub(crate) fn apart(
    app: &App,
    name: &str,
    files: Vec<RawFile>,
) -> (Vec<Page>, BTreeMap<String, Vec<u8>>) {
    let (mut pages, mut bundle) = (Vec::new(), BTreeMap::new());
    for file in files {
        let inner = file.path.strip_prefix("prompts/").and_then(|path| path.strip_suffix(".md"));
        let read = inner.and_then(|inner| {
            let name = proem::agent::name::PromptName::parse(inner).ok()?;
            Some((inner.to_owned(), name, Source::read(&file).ok()?))
        });
        match read {
            Some((inner, prompt_name, source)) => {
                let (prompt, _) = prompt::parse(&source, &prompt_name, 0);
                let words = |texts: &[proem::agent::decode::Text]| {
                    texts.iter().map(|text| text.value.clone()).collect()
                };
                pages.push(Page {
                    new: NewPrompt {
                        id: app.clock.id(),
                        line: Line::prompt(name, &inner),
                        title: prompt.title.clone(),
                        description: prompt.description.clone(),
                        body: prompt.body.value.clone(),
                        source: source.text.to_string(),
                        required_context_keys: words(&prompt.context),
                        allowed_actions: words(&prompt.actions),
                        author: String::new(),
                        hash: prompt.hash.clone(),
                        activate: false,
                        expected: None,
                    },
                });
            }
            None => {
                bundle.insert(file.path, file.bytes);
            }
        }
    }
    (pages, bundle)
}

/// A prompt of the disk as if it were stored and active: what is checked is the folder as it is.
pub(crate) fn stand_in(new: &NewPrompt) -> prompts::Prompt {
    prompts::Prompt {
        id: new.id.clone(),
        agent: new.line.agent.clone(),
        name: new.line.name(),
        prompt_type: new.line.prompt_type.clone(),
        phase: new.line.phase.clone(),
        version: 0,
        title: new.title.clone(),
        description: new.description.clone(),
        body: new.body.clone(),
        source: new.source.clone(),
        required_context_keys: new.required_context_keys.clone(),
        allowed_actions: new.allowed_actions.clone(),
        is_active: true,
        labels: Vec::new(),
        created_at: 0,
        updated_at: 0,
        author: String::new(),
        note: String::new(),
        hash: new.hash.clone(),
    }
}

/// Writes what is new. Gives the names of that, and of what is active in another form.
async fn write(
    tx: &mut Tx,
    by: &By,
    bundle: &NewAgent,
    pages: &[Page],
    activate: bool,
) -> Stored<(Vec<String>, Vec<String>)> {
    let (mut new, mut differs) = (Vec::new(), Vec::new());
    for Page { new: page } in pages {
        let active = version::active(tx, &by.workspace, &page.line).await?;
        let known = version::with_hash(tx, &by.workspace, &page.line, &page.hash).await?;
        let goes = activate || active.is_none();
        let number = match known {
            Some(number) => {
                if goes && active != Some(number) {
                    version::activate(tx, by, &page.line, number, None).await?;
                }
                number
            }
            None => {
                let page = NewPrompt { author: by.actor.clone(), activate: goes, ..page.clone() };
                new.push(page.line.name());
                prompts::create(tx, by, &page).await?.version
            }
        };
        if !goes && active != Some(number) {
            differs.push(page.line.name());
        }
    }
    let line = Line::agent(&bundle.agent);
    let active = version::active(tx, &by.workspace, &line).await?;
    let known = version::with_hash(tx, &by.workspace, &line, &agent::hash(&bundle.files)).await?;
    let goes = activate || active.is_none();
    let number = match known {
        Some(number) => {
            if goes && active != Some(number) {
                version::activate(tx, by, &line, number, None).await?;
            }
            number
        }
        None => {
            new.push("agent".to_owned());
            let bundle = NewAgent { activate: goes, ..bundle.clone() };
            agent::create(tx, by, &bundle).await?.version
        }
    };
    if !goes && active != Some(number) {
        differs.push("agent".to_owned());
    }
    Ok((new, differs))
}
