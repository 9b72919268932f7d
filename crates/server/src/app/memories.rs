//! Memories: what is kept of users and projects.
//!
//! Owns looking at them, changing them by hand, and finding them. A rule is screened when it is written, as it is
//! in a turn: one that is no matter of style is kept only to say why it does not count. It must never let a caller
//! write as if it had been said in a conversation.

use proem::text::rules::{Verdict, screen};
use proem_store::memory::{self, Filter, Memory, Owner, Patch};
use proem_store::page::{Page, Paging};
use proem_store::words::Question;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::{Fault, Mistake};

/// The kinds of memories.
const KINDS: [&str; 3] = ["semantic", "episodic", "procedural"];

/// Whose they can be.
const SCOPES: [&str; 4] = ["user", "core", "project", "shared"];

/// The statuses that they can have.
const STATUSES: [&str; 2] = ["active", "dropped"];

/// The longest text of one, in bytes.
const LONGEST: usize = 8_192;

/// A new memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct New {
    /// `semantic`, `episodic` or `procedural`.
    pub kind: String,
    /// Whose it is.
    pub scope: String,
    /// The user, the agent, the agent and its project, or the project.
    pub owner: String,
    /// The user whose data it is.
    pub user: Option<String>,
    /// What it is about.
    pub category: String,
    /// What is remembered.
    pub text: String,
}

/// A page of memories, newest first.
///
/// # Errors
/// A `next` that is none of this list's, or an owner without a scope.
pub(crate) async fn list(
    app: &App,
    who: &Who,
    filter: Filter,
    paging: Paging,
) -> Result<Page<Memory>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), filter, paging);
    let list = app
        .store
        .read(input, |tx, (of, filter, paging)| Box::pin(memory::list(tx, of, filter, paging)));
    Ok(list.await?)
}

/// The memories of some owners that answer a question, the best first, each with its score.
///
/// # Errors
/// Those of the database.
pub(crate) async fn search(
    app: &App,
    who: &Who,
    owners: Vec<Owner>,
    query: &str,
    limit: u32,
) -> Result<Vec<(Memory, f64)>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), owners, Question::read(query), limit);
    let found = app.store.read(input, |tx, (of, owners, question, limit)| {
        Box::pin(memory::search(tx, of, owners, question, *limit))
    });
    Ok(found.await?)
}

/// Keeps a memory.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) async fn create(app: &App, who: &Who, new: New) -> Result<Memory, Fault> {
    who.may(Scope::Edit)?;
    let mut mistakes = Vec::new();
    one_of(&mut mistakes, "/kind", &new.kind, &KINDS);
    one_of(&mut mistakes, "/scope", &new.scope, &SCOPES);
    text(&mut mistakes, &new.text);
    if new.scope == "user" && new.owner.is_empty() {
        mistakes.push(Mistake::at("/owner", "memory.owner", "say whose memory it is"));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let (status, reason) = screened(&new.kind, &new.text);
    let user = new.user.or_else(|| (new.scope == "user").then(|| new.owner.clone()));
    let memory = Memory {
        id: app.clock.id(),
        kind: new.kind,
        owner: Owner { scope: new.scope, owner: new.owner },
        user,
        category: new.category,
        text: new.text,
        session: None,
        turn: None,
        status,
        reason,
        embedding: None,
        version: 1,
        created_at: app.clock.now(),
        updated_at: app.clock.now(),
    };
    let input = (who.workspace.clone(), memory);
    let kept = app.store.write(input, |tx, (of, memory)| {
        Box::pin(async move {
            memory::put(tx, of, memory).await?;
            memory::get(tx, of, &memory.id).await
        })
    });
    Ok(kept.await?)
}

/// One memory.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<Memory, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.read(input, |tx, (of, id)| Box::pin(memory::get(tx, of, id))).await?)
}

/// Changes a memory.
///
/// # Errors
/// [`Fault::Missing`], [`Fault::Conflict`] where it has changed meanwhile, everything that is wrong with it.
pub(crate) async fn patch(
    app: &App,
    who: &Who,
    id: &str,
    patch: Patch,
    expected: Option<u32>,
) -> Result<Memory, Fault> {
    who.may(Scope::Edit)?;
    let mut mistakes = Vec::new();
    if let Some(new) = &patch.text {
        text(&mut mistakes, new);
    }
    if let Some(status) = &patch.status {
        one_of(&mut mistakes, "/status", status, &STATUSES);
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let known = get(app, who, id).await?;
    let says = patch.text.as_ref().unwrap_or(&known.text);
    let active = patch.status.as_deref().unwrap_or("active") == "active";
    if let (_, Some(reason)) = screened(&known.kind, says)
        && active
    {
        let detail = format!("it cannot be a rule: {reason}");
        return Err(Fault::mistake("/text", "memory.rule", detail));
    }
    let input = (who.workspace.clone(), id.to_owned(), patch, expected, app.clock.now());
    let changed = app.store.write(input, |tx, (of, id, patch, expected, now)| {
        Box::pin(memory::patch(tx, of, id, patch, *expected, *now))
    });
    Ok(changed.await?)
}

/// Erases a memory.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn delete(app: &App, who: &Who, id: &str) -> Result<(), Fault> {
    who.may(Scope::Edit)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.write(input, |tx, (of, id)| Box::pin(memory::delete(tx, of, id))).await?)
}

/// The status of a text, and why a rule does not count.
fn screened(kind: &str, text: &str) -> (String, Option<String>) {
    match screen(text) {
        Verdict::Drop { reason } if kind == "procedural" => {
            ("dropped".to_owned(), Some(reason.to_string()))
        }
        _ => ("active".to_owned(), None),
    }
}

fn one_of(mistakes: &mut Vec<Mistake>, pointer: &str, word: &str, known: &[&str]) {
    if !known.contains(&word) {
        let detail = format!("`{word}` is none of {}", known.join(", "));
        mistakes.push(Mistake::at(pointer, "memory.unknown", detail));
    }
}

fn text(mistakes: &mut Vec<Mistake>, text: &str) {
    if text.trim().is_empty() {
        mistakes.push(Mistake::at("/text", "memory.empty", "there is nothing to remember"));
    } else if text.len() > LONGEST {
        let detail = format!("it has {} bytes, and may have {LONGEST}", text.len());
        mistakes.push(Mistake::at("/text", "memory.too-long", detail));
    }
}
