//! Webhooks of a workspace.
//!
//! Owns making, switching and removing them, and where they may point: to hosts that the operator has allowed, and
//! nowhere else, also where they were made under other settings. A secret is told once, when it is made.

use proem_store::epoch;
use proem_store::page::{LONGEST, Page, Paging};
use proem_store::webhook::{self, NewWebhook, Webhook};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::events::KINDS;
use crate::app::fault::{Fault, Mistake};
use crate::upstream::guard::{Closed, Hosts};
use crate::upstream::sign;

/// The longest address, in characters.
const MAX_URL: usize = 2_048;

/// What a new webhook is made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct New {
    /// Where it is told.
    pub url: String,
    /// What it wants to hear of.
    pub events: Vec<String>,
    /// Why it is made.
    pub note: String,
}

/// All webhooks of the workspace.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(app: &App, who: &Who, paging: Paging) -> Result<Page<Webhook>, Fault> {
    who.may(Scope::Admin)?;
    let input = (who.workspace.clone(), paging);
    let list = app.store.read(input, |tx, (of, paging)| Box::pin(webhook::list(tx, of, paging)));
    Ok(list.await?)
}

/// A webhook.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<Webhook, Fault> {
    who.may(Scope::Admin)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.read(input, |tx, (of, id)| Box::pin(webhook::get(tx, of, id))).await?)
}

/// The active webhooks of all workspaces that are told nothing because the operator does not allow where they point,
/// each with its workspace and the reason. They were made under other settings.
///
/// # Errors
/// Those of the database.
pub(crate) async fn shut_out(app: &App) -> Result<Vec<(String, Webhook, Closed)>, Fault> {
    let mut found = Vec::new();
    for of in app.store.read((), |tx, ()| Box::pin(epoch::all(tx))).await?.into_keys() {
        let mut paging = Paging { limit: LONGEST, after: None };
        loop {
            let input = (of.clone(), paging.clone());
            let page =
                app.store.read(input, |tx, (of, paging)| Box::pin(webhook::list(tx, of, paging)));
            let page = page.await?;
            let active = page.items.into_iter().filter(|hook| hook.is_active);
            found.extend(active.filter_map(|hook| {
                let closed = judged(app, &hook.url).err()?;
                Some((of.clone(), hook, closed))
            }));
            match page.next {
                Some(next) => paging.after = Some(next),
                None => break,
            }
        }
    }
    Ok(found)
}

/// Makes a webhook. Its secret is in what is given back, and is told only now.
///
/// # Errors
/// Everything that is wrong with what it is made from.
pub(crate) async fn create(app: &App, who: &Who, new: New) -> Result<Webhook, Fault> {
    who.may(Scope::Admin)?;
    let mut mistakes: Vec<Mistake> = address(app, &new.url).into_iter().collect();
    if new.events.is_empty() {
        let detail = "a webhook that wants to hear of nothing";
        mistakes.push(Mistake::at("/events", "webhook.events", detail).help(known()));
    }
    for (at, kind) in new.events.iter().enumerate() {
        if kind != "*" && !KINDS.contains(&kind.as_str()) {
            let detail = format!("there is no event `{kind}`");
            let pointer = format!("/events/{at}");
            mistakes.push(Mistake::at(pointer, "event.unknown", detail).help(known()));
        }
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let made = NewWebhook {
        id: app.clock.id(),
        url: new.url,
        secret: sign::written(&app.clock.bytes()),
        events: new.events,
    };
    let input = (who.by(app, &new.note), made);
    let made = app.store.write(input, |tx, (by, new)| Box::pin(webhook::create(tx, by, new)));
    Ok(made.await?)
}

/// Switches a webhook on or off. What happens while it is off is not told, and what waits for it is given up.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn switch(
    app: &App,
    who: &Who,
    id: &str,
    is_active: bool,
    note: &str,
) -> Result<Webhook, Fault> {
    who.may(Scope::Admin)?;
    let input = (who.by(app, note), id.to_owned(), is_active);
    let switched = app
        .store
        .write(input, |tx, (by, id, is_active)| Box::pin(webhook::switch(tx, by, id, *is_active)));
    Ok(switched.await?)
}

/// Removes a webhook, with what waits for it.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn delete(app: &App, who: &Who, id: &str) -> Result<(), Fault> {
    who.may(Scope::Admin)?;
    let input = (who.by(app, ""), id.to_owned());
    Ok(app.store.write(input, |tx, (by, id)| Box::pin(webhook::delete(tx, by, id))).await?)
}

/// What is wrong with where a webhook points.
fn address(app: &App, url: &str) -> Option<Mistake> {
    let at = |code: &str, detail: String| Some(Mistake::at("/url", code, detail));
    if url.chars().count() > MAX_URL {
        return at("webhook.url", format!("it has more than {MAX_URL} characters"));
    }
    let closed = judged(app, url).err()?;
    match &closed {
        Closed::Address => at("webhook.url", closed.to_string()),
        Closed::NotAllowed(_) | Closed::Private => {
            let help = "The operator names the hosts of webhooks in the setting `webhooks`.";
            at("webhook.host", closed.to_string()).map(|mistake| mistake.help(help))
        }
    }
}

fn judged(app: &App, url: &str) -> Result<(), Closed> {
    match &app.posts {
        Some(posts) => posts.judged(url),
        None => Hosts::default().judged(url).map(|_| ()),
    }
}

fn known() -> String {
    format!(
        "The events are `*` (all of them), {}.",
        KINDS.map(|kind| format!("`{kind}`")).join(", ")
    )
}
