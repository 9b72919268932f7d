//! Prompts: their versions, and which of them is active.
//!
//! Owns what makes a version: its text is read and checked together with its agent, as `proem check` does,
//! before it is stored. A version that breaks its agent cannot become active, on no path.

use proem::agent::name::PromptName;
use proem::agent::prompt as file;
use proem::agent::source::Source;
use proem::diagnostic::Diagnostic;
use proem_store::error::Error;
use proem_store::line::Line;
use proem_store::page::{Page, Paging};
use proem_store::prompt::{self, Filter, NewPrompt, Prompt};
use proem_store::version;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::decision::decide;
use crate::app::fault::{Fault, Mistake, mistake};
use crate::app::import::stand_in;
use crate::app::load::{self, Stored};

/// The longest type and phase of a prompt, in characters.
const MAX_WORD: usize = 32;

/// What a new version is made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// The agent; may be left out where there is one.
    pub agent: Option<String>,
    /// The type.
    pub prompt_type: String,
    /// The phase, where the type has phases.
    pub phase: Option<String>,
    /// Its name for people.
    pub title: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The template.
    pub body: Option<String>,
    /// The context keys that it uses.
    pub required_context_keys: Vec<String>,
    /// The actions that it allows.
    pub allowed_actions: Vec<String>,
    /// A condition.
    pub when: Option<String>,
    /// The whole file, in place of all that stands in it.
    pub source: Option<String>,
    /// Whether it becomes the active version.
    pub is_active: bool,
    /// Why it is made.
    pub note: String,
    /// The newest version that its author knows.
    pub expected_version: Option<u32>,
}

/// Stores the next version of a prompt.
///
/// # Errors
/// Everything that is wrong with it; [`Fault::Conflict`] where its author does not know the newest version.
pub(crate) async fn create(app: &App, who: &Who, draft: Draft) -> Result<Prompt, Fault> {
    who.may(Scope::Edit)?;
    let new = read(app, who, &draft)?;
    let agent = new.line.agent.clone();
    let is_active = draft.is_active;
    decide(
        app,
        who,
        &agent,
        (who.by(app, &draft.note), new.clone()),
        |_, _| Box::pin(async { Ok(()) }),
        |stored, ()| {
            let missing = || Fault::Missing { kind: "agent", id: agent.clone() };
            let findings = broken(stored.ok_or_else(missing)?, &new);
            if is_active && !findings.is_empty() {
                return Err(Fault::findings(&findings));
            }
            let own = of_file(&findings, &new.line);
            if own.is_empty() { Ok(()) } else { Err(Fault::Invalid(own)) }
        },
        |tx, (by, new)| Box::pin(prompt::create(tx, by, new)),
    )
    .await
}

/// A draft as a version, as far as that can be judged without its agent.
fn read(app: &App, who: &Who, draft: &Draft) -> Result<NewPrompt, Fault> {
    let mut mistakes = Vec::new();
    let agent = match &draft.agent {
        Some(agent) => agent.clone(),
        None => match app.live.all(&who.workspace).as_slice() {
            [only] => only.name.clone(),
            _ => {
                let detail = "there is more than one agent, or none: say which one";
                return Err(Fault::mistake("/agent", "agent.missing", detail));
            }
        },
    };
    let word = |pointer: &str, text: &str, mistakes: &mut Vec<Mistake>| {
        if text.chars().count() > MAX_WORD {
            let detail = format!("it has {} characters; at most {MAX_WORD}", text.chars().count());
            mistakes.push(Mistake::at(pointer, "prompt.too-long", detail));
        } else if !proem::agent::name::is_word(text) {
            let detail = format!("`{text}` is no name");
            let help = "Use small letters, digits, `_` and `-`.";
            mistakes.push(Mistake::at(pointer, "prompt.name", detail).help(help));
        }
    };
    word("/prompt_type", &draft.prompt_type, &mut mistakes);
    if let Some(phase) = &draft.phase {
        word("/phase", phase, &mut mistakes);
    }
    let title = draft.title.as_deref().map_or(0, |title| title.chars().count());
    if title > file::MAX_TITLE {
        let detail = format!("it has {title} characters; at most {}", file::MAX_TITLE);
        mistakes.push(Mistake::at("/title", "prompt.too-long", detail));
    }
    if draft.source.is_none() && draft.body.is_none() {
        mistakes.push(Mistake::at("/body", "prompt.empty", "there is neither `body` nor `source`"));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let mut line = Line::prompt(&agent, &draft.prompt_type);
    line.phase = draft.phase.clone();
    let name = line.name();
    let parsed = PromptName::parse(&name)
        .map_err(|why| Fault::mistake("/prompt_type", "prompt.name", why))?;
    let text = draft.source.clone().unwrap_or_else(|| written(draft));
    let source = Source::new(&load::path(&name), &text);
    let (read, findings) = file::parse(&source, &parsed, 0);
    if findings.iter().any(Diagnostic::is_error) {
        return Err(Fault::findings(&findings));
    }
    let words = |texts: &[proem::agent::decode::Text]| -> Vec<String> {
        texts.iter().map(|text| text.value.clone()).collect()
    };
    Ok(NewPrompt {
        id: app.clock.id(),
        line,
        title: read.title.clone(),
        description: read.description.clone(),
        body: read.body.value.clone(),
        source: text,
        required_context_keys: words(&read.context),
        allowed_actions: words(&read.actions),
        author: who.name.clone(),
        hash: read.hash.clone(),
        activate: draft.is_active,
        expected: draft.expected_version,
    })
}

/// The errors that an agent would have with this version.
fn broken(stored: &Stored, new: &NewPrompt) -> Vec<Diagnostic> {
    let others = stored.prompts.iter().filter(|prompt| prompt.line() != new.line);
    let prompts: Vec<_> = others.cloned().chain([stand_in(new)]).collect();
    match load::made(&stored.files, &prompts) {
        Ok(_) => Vec::new(),
        Err(findings) => findings.into_iter().filter(Diagnostic::is_error).collect(),
    }
}

/// Those that are in the version's own text.
fn of_file(findings: &[Diagnostic], line: &Line) -> Vec<Mistake> {
    let path = load::path(&line.name());
    let own = |finding: &&Diagnostic| {
        finding.span.as_ref().is_some_and(|span| *span.file == *path.as_str())
    };
    findings.iter().filter(own).map(mistake).collect()
}

/// A draft as a file: front matter where there is anything for it, and the body.
fn written(draft: &Draft) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut front = String::new();
    for (key, text) in
        [("title", &draft.title), ("description", &draft.description), ("when", &draft.when)]
    {
        if let Some(text) = text {
            front.push_str(&format!("{key}: {}\n", quoted(text)));
        }
    }
    for (key, words) in
        [("context", &draft.required_context_keys), ("actions", &draft.allowed_actions)]
    {
        if !words.is_empty() {
            let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
            front.push_str(&format!("{key}: [{}]\n", words.join(", ")));
        }
    }
    let body = draft.body.as_deref().unwrap_or_default();
    if front.is_empty() && !body.starts_with("---") {
        return body.to_owned();
    }
    format!("---\n{front}---\n{body}")
}

/// One version.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<Prompt, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.read(input, |tx, (of, id)| Box::pin(prompt::get(tx, of, id))).await?)
}

/// A page of versions.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(
    app: &App,
    who: &Who,
    filter: Filter,
    paging: Paging,
) -> Result<Page<Prompt>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), filter, paging);
    let list = app
        .store
        .read(input, |tx, (of, filter, paging)| Box::pin(prompt::list(tx, of, filter, paging)));
    Ok(list.await?)
}

/// Makes a version the active one. It is checked together with its agent as it is now.
///
/// # Errors
/// [`Fault::Invalid`] where the agent would be broken, [`Fault::Conflict`] where another version is active
/// than the caller expects.
pub(crate) async fn activate(
    app: &App,
    who: &Who,
    id: &str,
    expected: Option<u32>,
    note: &str,
) -> Result<Prompt, Fault> {
    who.may(Scope::Edit)?;
    let agent = get(app, who, id).await?.agent;
    decide(
        app,
        who,
        &agent,
        (who.by(app, note), id.to_owned(), expected),
        |tx, (by, id, _)| Box::pin(prompt::get(tx, &by.workspace, id)),
        |stored, version| stored.map_or(Ok(()), |stored| fits(stored, version)),
        |tx, (by, id, expected)| Box::pin(prompt::activate(tx, by, id, *expected)),
    )
    .await
}

/// Whether an agent is whole with this version.
pub(crate) fn fits(stored: &Stored, version: &Prompt) -> Result<(), Fault> {
    load::made(&stored.files, &with(stored, version))
        .map(drop)
        .map_err(|findings| Fault::findings(&findings))
}

/// The prompts of an agent as they would be with this version active.
pub(crate) fn with(stored: &Stored, version: &Prompt) -> Vec<Prompt> {
    let others = stored.prompts.iter().filter(|prompt| prompt.line() != version.line());
    others.cloned().chain([Prompt { is_active: true, ..version.clone() }]).collect()
}

/// Makes a version inactive. An agent that cannot do without it keeps it.
///
/// # Errors
/// [`Fault::Invalid`] where the agent would be broken.
pub(crate) async fn deactivate(
    app: &App,
    who: &Who,
    id: &str,
    note: &str,
) -> Result<Prompt, Fault> {
    who.may(Scope::Edit)?;
    let agent = get(app, who, id).await?.agent;
    decide(
        app,
        who,
        &agent,
        (who.by(app, note), id.to_owned()),
        |_, _| Box::pin(async { Ok(()) }),
        |stored, ()| {
            let Some(stored) = stored else { return Ok(()) };
            let others = stored.prompts.iter().filter(|prompt| prompt.id != id);
            let others: Vec<_> = others.cloned().collect();
            load::made(&stored.files, &others)
                .map(drop)
                .map_err(|findings| Fault::findings(&findings))
        },
        |tx, (by, id)| Box::pin(prompt::deactivate(tx, by, id)),
    )
    .await
}

/// Makes the version active that was active before. It is checked together with its agent as it is now.
///
/// # Errors
/// As [`activate`]; [`Fault::Missing`] where there is no such prompt, [`Fault::Refused`] where nothing was
/// active before.
pub(crate) async fn rollback(
    app: &App,
    who: &Who,
    agent: &str,
    name: &str,
    expected: Option<u32>,
    note: &str,
) -> Result<Prompt, Fault> {
    who.may(Scope::Edit)?;
    decide(
        app,
        who,
        agent,
        (who.by(app, note), Line::prompt(agent, name), expected),
        |tx, (by, line, _)| {
            Box::pin(async move {
                let of = &by.workspace;
                if version::latest(tx, of, line).await?.is_none() {
                    return Err(Error::not_found("prompt", line.subject()));
                }
                match version::previous(tx, of, line).await? {
                    Some(number) => Ok(Some(prompt::find(tx, of, line, number).await?)),
                    None => Ok(None),
                }
            })
        },
        |stored, version| match (stored, version) {
            (Some(stored), Some(version)) => fits(stored, version),
            _ => Ok(()),
        },
        |tx, (by, line, expected)| Box::pin(prompt::rollback(tx, by, line, *expected)),
    )
    .await
}

/// Deletes a version that nothing refers to.
///
/// # Errors
/// [`Fault::Refused`] with who needs it.
pub(crate) async fn delete(app: &App, who: &Who, id: &str, note: &str) -> Result<(), Fault> {
    who.may(Scope::Edit)?;
    let input = (who.by(app, note), id.to_owned());
    Ok(app.store.write(input, |tx, (by, id)| Box::pin(prompt::delete(tx, by, id))).await?)
}
