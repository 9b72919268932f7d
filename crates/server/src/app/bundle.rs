//! Whole folders of agents, handed in.
//!
//! Owns what becomes of them: they are checked as `proem check` does, and what changed becomes new versions.
//! It must never store a folder that has an error, and never leave active what a folder no longer has.

use std::collections::{BTreeMap, BTreeSet};

use proem::agent::name::PromptName;
use proem::agent::source::RawFile;
use proem::diagnostic::Diagnostic;
use proem_store::agent::{self, Agent, NewAgent};
use proem_store::audit::By;
use proem_store::error::{Error, Result as Outcome};
use proem_store::line::Line;
use proem_store::prompt::{self, NewPrompt, Prompt};
use proem_store::tx::Tx;
use proem_store::{epoch, version};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::agents::{Texts, there};
use crate::app::fault::{Fault, Mistake};
use crate::app::import::{Page, apart, stand_in};
use crate::app::load;
use crate::app::watched::is_stored;

/// The most files that one agent may have.
const MAX_FILES: usize = 20_000;

/// The longest path of a file, in bytes.
const MAX_PATH: usize = 256;

/// A folder that is to be stored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folder {
    /// Every file by its path, prompts among them.
    pub files: Texts,
    /// Whether it becomes what is served.
    pub is_active: bool,
    /// Why.
    pub note: String,
    /// The newest version of the agent that its author knows; 0 is: there is none.
    pub expected: Option<u32>,
    /// The newest versions of prompts that its author knows; 0 is: there is none.
    pub expected_prompts: BTreeMap<String, u32>,
}

/// What became of a folder.
#[derive(Debug)]
pub(crate) struct Taken {
    /// The version of the agent that has its files.
    pub agent: Agent,
    /// The prompts of which there is a new version.
    pub new: Vec<String>,
    /// The prompts that are no longer active, because the folder does not have them.
    pub removed: Vec<String>,
    /// What is worth knowing.
    pub warnings: Vec<Diagnostic>,
}

/// Stores what of a folder is new.
///
/// # Errors
/// Everything that is wrong with it; [`Fault::Conflict`] where its author does not know the newest versions.
pub(crate) async fn put(app: &App, who: &Who, name: &str, folder: Folder) -> Result<Taken, Fault> {
    who.may(Scope::Edit)?;
    is_stored(app, who, name)?;
    let Folder { files, is_active, note, expected, expected_prompts } = folder;
    let mut mistakes = paths(&files);
    for prompt in expected_prompts.keys() {
        if let Err(why) = PromptName::parse(prompt) {
            let pointer = format!("/expected_prompts/{}", escaped(prompt));
            mistakes.push(Mistake::at(pointer, "prompt.name", why));
        }
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let (pages, files) = apart(app, name, raw(files));
    let whole: Vec<_> = pages.iter().map(|page| stand_in(&page.new)).collect();
    let made = load::made(&files, &whole).map_err(|findings| Fault::findings(&findings))?;
    let own = &made.compiled.agent;
    if own.name != name {
        let detail = format!("the folder is of the agent `{}`, not of `{name}`", own.name);
        return Err(Fault::mistake("/files", "agent.other", detail));
    }
    let new = NewAgent {
        id: app.clock.id(),
        agent: name.to_owned(),
        description: own.description.clone(),
        files,
        author: who.name.clone(),
        activate: is_active,
        expected,
    };
    let input = (who.by(app, &note), new, pages, expected_prompts);
    let (agent, new, removed) = app
        .store
        .write(input, |tx, (by, new, pages, expected)| {
            Box::pin(write(tx, by, new, pages, expected))
        })
        .await?;
    load::refresh(app, &who.workspace, name).await?;
    Ok(Taken { agent, new, removed, warnings: made.warnings })
}

/// What is to be checked.
#[derive(Clone, Debug)]
pub(crate) enum Checked {
    /// A folder.
    Files(Texts),
    /// The agent as it is active, with other texts in place of its active prompts: bodies, or whole files
    /// where they begin with `---`.
    Drafts(Texts),
}

/// Everything that is wrong with an agent, or worth knowing; nothing is stored.
///
/// # Errors
/// [`Fault::Missing`] for drafts of an agent that is not there; what is no path or no name.
pub(crate) async fn check(
    app: &App,
    who: &Who,
    name: &str,
    what: Checked,
) -> Result<Vec<Diagnostic>, Fault> {
    who.may(Scope::Edit)?;
    let (files, prompts) = match what {
        Checked::Files(files) => {
            let mistakes = paths(&files);
            if !mistakes.is_empty() {
                return Err(Fault::Invalid(mistakes));
            }
            let (pages, files) = apart(app, name, raw(files));
            (files, pages.iter().map(|page| stand_in(&page.new)).collect())
        }
        Checked::Drafts(drafts) => drafted(app, who, name, drafts).await?,
    };
    Ok(match load::made(&files, &prompts) {
        Ok(made) => made.warnings,
        Err(findings) => findings,
    })
}

/// The files of an agent, and its prompts.
pub(crate) type Parts = (BTreeMap<String, Vec<u8>>, Vec<Prompt>);

/// The agent as it is active, with drafts in it.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Refused`] where no version is active; [`Fault::Invalid`] for what is no name.
pub(crate) async fn drafted(
    app: &App,
    who: &Who,
    name: &str,
    drafts: Texts,
) -> Result<Parts, Fault> {
    let (files, mut prompts) = active(app, who, name).await?;
    let (mut texts, mut mistakes) = (Vec::new(), Vec::new());
    for (prompt, text) in drafts {
        if let Err(why) = PromptName::parse(&prompt) {
            mistakes.push(Mistake::at(format!("/drafts/{}", escaped(&prompt)), "prompt.name", why));
            continue;
        }
        let known = |stored: &&Prompt| stored.is_active && stored.name == prompt;
        let text = match prompts.iter().find(known) {
            Some(stored) if !text.starts_with("---") => {
                let front = stored.source.strip_suffix(stored.body.as_str()).unwrap_or_default();
                format!("{front}{text}")
            }
            _ => text,
        };
        prompts.retain(|stored| stored.name != prompt);
        texts.push((load::path(&prompt), text));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let (pages, _) = apart(app, name, raw(texts.into_iter().collect()));
    prompts.extend(pages.iter().map(|page| stand_in(&page.new)));
    Ok((files, prompts))
}

/// The agent as it is active, or as it stands in the folder that is served.
async fn active(app: &App, who: &Who, name: &str) -> Result<Parts, Fault> {
    if let Some(folder) = app.live.watched(&who.workspace, name) {
        let files = folder.files.clone().into_iter();
        let raw = files.map(|(path, bytes)| RawFile { path, bytes });
        let (pages, files) = apart(app, name, raw.collect());
        return Ok((files, pages.iter().map(|page| stand_in(&page.new)).collect()));
    }
    let input = (who.workspace.clone(), name.to_owned());
    let stored = app.store.read(input, |tx, (of, name)| {
        Box::pin(async move {
            there(tx, of, name).await?;
            load::within(tx, of, name, &BTreeSet::new()).await
        })
    });
    let Some(stored) = stored.await? else {
        let why = "no version of the agent is active".to_owned();
        return Err(Fault::Refused { code: "agent.inactive", why });
    };
    Ok((stored.files, stored.prompts))
}

/// What is wrong with the paths of files.
fn paths(files: &Texts) -> Vec<Mistake> {
    if files.len() > MAX_FILES {
        let detail = format!("there are {} files; at most {MAX_FILES}", files.len());
        return vec![Mistake::at("/files", "file.too-many", detail)];
    }
    let wrong = |path: &&String| {
        let part = |part: &str| part.is_empty() || part == "." || part == "..";
        path.len() > MAX_PATH
            || path.split('/').any(part)
            || path.contains(|c: char| c == '\\' || c.is_control())
    };
    let mistake = |path: &String| {
        let detail = "a path goes down from the agent's folder: `prompts/policy/crisis.md`";
        Mistake::at(format!("/files/{}", escaped(path)), "file.path", detail)
    };
    files.keys().filter(wrong).map(mistake).collect()
}

/// A name as a part of a JSON pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn raw(files: Texts) -> Vec<RawFile> {
    let raw = |(path, text): (String, String)| RawFile { path, bytes: text.into_bytes() };
    files.into_iter().map(raw).collect()
}

/// Writes what is new. Gives the agent, the prompts of which there is a new version, and those that are no
/// longer active.
async fn write(
    tx: &mut Tx,
    by: &By,
    bundle: &NewAgent,
    pages: &[Page],
    expected: &BTreeMap<String, u32>,
) -> Outcome<(Agent, Vec<String>, Vec<String>)> {
    let of = &by.workspace;
    epoch::hold(tx, of).await?;
    let line = Line::agent(bundle.agent.as_str());
    newest(tx, of, &line, bundle.expected).await?;
    for (name, number) in expected {
        newest(tx, of, &Line::prompt(bundle.agent.as_str(), name), Some(*number)).await?;
    }
    let mut new = Vec::new();
    for Page { new: page } in pages {
        if !known(tx, by, &page.line, &page.hash, bundle.activate).await? {
            let author = by.actor.clone();
            let page = NewPrompt { author, activate: bundle.activate, ..page.clone() };
            prompt::create(tx, by, &page).await?;
            new.push(page.line.name());
        }
    }
    let mut removed = Vec::new();
    if bundle.activate {
        let active = prompt::serving(tx, of, &bundle.agent).await?.into_iter();
        for prompt in active.filter(|prompt| prompt.is_active) {
            if pages.iter().all(|page| page.new.line != prompt.line()) {
                version::deactivate(tx, by, &prompt.line(), Some(prompt.version)).await?;
                removed.push(prompt.name);
            }
        }
    }
    let hash = agent::hash(&bundle.files);
    let agent = if known(tx, by, &line, &hash, bundle.activate).await? {
        let number = version::with_hash(tx, of, &line, &hash).await?;
        agent::find(tx, of, &bundle.agent, number.unwrap_or_default()).await?
    } else {
        agent::create(tx, by, bundle).await?
    };
    Ok((agent, new, removed))
}

/// Whether a text is a version already; where that was asked for, it is the active one from now on.
async fn known(tx: &mut Tx, by: &By, line: &Line, hash: &str, activate: bool) -> Outcome<bool> {
    let of = &by.workspace;
    let Some(number) = version::with_hash(tx, of, line, hash).await? else { return Ok(false) };
    if activate && version::active(tx, of, line).await? != Some(number) {
        version::activate(tx, by, line, number, None).await?;
    }
    Ok(true)
}

/// Refuses who does not know the newest version of a line.
async fn newest(tx: &mut Tx, of: &str, line: &Line, expected: Option<u32>) -> Outcome<()> {
    let current = version::latest(tx, of, line).await?.unwrap_or(0);
    match expected {
        Some(expected) if expected != current => Err(Error::Conflict { current }),
        _ => Ok(()),
    }
}
