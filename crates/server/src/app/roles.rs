//! Roles: agents that are given as one object.
//!
//! Owns the templates that are shipped, and how a role is copied, changed, reset and assembled. What is stored
//! of a role is the whole object that `role.json` has, so that its modes and its model are versioned with its
//! `prompt_config`. It must never store a role with an error in it, on no path.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use moka::sync::Cache;
use proem::agent::input::Message;
use proem::agent::name::{MAX_PART, is_word};
use proem::role::folder::ROLE_FILE;
use proem::role::input::{STEPS, of_step};
use proem::turn::kept::Memo;
use proem_store::audit::By;
use proem_store::error::Error;
use proem_store::line::Line;
use proem_store::log::{self, Move};
use proem_store::page::{Page, Paging};
use proem_store::role::{self, Change, Role, SHIPPED};
use proem_store::version;
use serde_json::{Map, Value as Json, json};

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::assemble::{self, Made, Wish, with_config};
use crate::app::fault::{Fault, Mistake};
use crate::app::load;
use crate::catalog::live::Serving;

/// The templates that are shipped, as they stand in `examples/dev-role`.
const TEMPLATES: [&str; 3] = [
    include_str!("../../../../examples/dev-role/role.json"),
    include_str!("../../../../examples/dev-role/architect/role.json"),
    include_str!("../../../../examples/dev-role/reviewer/role.json"),
];

/// How often a change that expects no version is tried against others that are made meanwhile.
const TRIES: usize = 64;

/// What a new role is made from: another role, or an object of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct New {
    /// The role that is copied: a template, or one of the workspace.
    pub source_role_id: Option<String>,
    /// Its name; that of the source where it is left out.
    pub name: Option<String>,
    /// What it is, where nothing is copied.
    pub members: Members,
    /// Why it is made.
    pub note: String,
}

/// The members of a role that are replaced; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Members {
    /// What it is told, whole.
    pub prompt_config: Option<Json>,
    /// What it is, for people.
    pub description: Option<String>,
    /// Its model.
    pub model: Option<Json>,
    /// Its modes, whole.
    pub modes: Option<Json>,
}

/// A step that is to be assembled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Step {
    /// `ticket`, `chat`, `gate` or `cron`.
    pub step: String,
    /// The mode that is on.
    pub mode: Option<String>,
    /// The values of variables: `{ticket: {title: …}}`.
    pub input: Map<String, Json>,
    /// The conversation so far, for a chat.
    pub history: Vec<Message>,
    /// The time, RFC 3339; that of the server where it is left out.
    pub now: Option<String>,
    /// The provider, instead of the one of the model.
    pub provider: Option<String>,
    /// The model, instead of the role's.
    pub model: Option<String>,
    /// Members in place of the stored ones: what somebody is writing.
    pub draft: Option<Members>,
    /// Whether the account of the assembly is wanted.
    pub manifest: bool,
}

/// How many roles are kept compiled.
const KEPT: u64 = 1_024;

/// Roles that are compiled, by the workspace that asks and their id. They are served from here, also while the database
/// is away; a change of one, wherever it was made, takes it out.
pub(crate) struct Roles {
    kept: Cache<(String, String), Arc<Compiled>>,
    /// How many changes were heard of: what was read before one of them is not kept.
    changes: AtomicU64,
}

/// A role that is compiled, and what it is.
struct Compiled {
    document: Json,
    serving: Serving,
}

impl Default for Roles {
    fn default() -> Self {
        Self { kept: Cache::new(KEPT), changes: AtomicU64::new(0) }
    }
}

impl Roles {
    /// Takes out a role that was changed. Of a template every workspace has its own.
    pub(crate) fn forget(&self, id: &str) {
        self.changes.fetch_add(1, Ordering::SeqCst);
        for (key, _) in &self.kept {
            if key.1 == id {
                self.kept.invalidate(&*key);
            }
        }
    }

    fn keep(&self, key: (String, String), compiled: &Arc<Compiled>, changes: u64) {
        self.kept.insert(key.clone(), Arc::clone(compiled));
        if self.changes.load(Ordering::SeqCst) != changes {
            self.kept.invalidate(&key);
        }
    }
}

/// Ships the templates: new ones are made, changed ones get their next version.
///
/// # Errors
/// Those of the database.
pub(crate) async fn ship(app: &App) -> Result<(), Fault> {
    for text in TEMPLATES {
        let mut document: Map<String, Json> = serde_json::from_str(text)
            .map_err(|error| Fault::Broken(format!("a shipped role: {error}")))?;
        document.shift_remove("$schema");
        let name = document.get("name").and_then(Json::as_str).unwrap_or_default().to_owned();
        let by = By {
            workspace: SHIPPED.to_owned(),
            actor: "proem".to_owned(),
            at: app.clock.now(),
            note: "shipped".to_owned(),
            may_move_protected: true,
        };
        let change = Change {
            version_id: app.clock.id(),
            prompt_config: Json::Object(document),
            expected: None,
        };
        app.store
            .write((by, name, change), |tx, (by, name, change)| {
                Box::pin(role::ship(tx, by, name, name, change))
            })
            .await?;
    }
    Ok(())
}

/// A page of roles: those of the workspace, and the templates.
///
/// # Errors
/// A `next` that is none of this list's.
pub(crate) async fn list(app: &App, who: &Who, paging: Paging) -> Result<Page<Role>, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), paging);
    let list = app.store.read(input, |tx, (of, paging)| Box::pin(role::visible(tx, of, paging)));
    Ok(list.await?)
}

/// A role.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn get(app: &App, who: &Who, id: &str) -> Result<Role, Fault> {
    who.may(Scope::Read)?;
    let input = (who.workspace.clone(), id.to_owned());
    Ok(app.store.read(input, |tx, (of, id)| Box::pin(role::get(tx, of, id))).await?)
}

/// Makes a role: a copy of another one, or from an object.
///
/// # Errors
/// Everything that is wrong with it, [`Fault::Missing`] where there is no such source.
pub(crate) async fn create(app: &App, who: &Who, new: New) -> Result<Role, Fault> {
    who.may(Scope::Edit)?;
    if let Some(name) = &new.name
        && (!is_word(name) || name.len() > MAX_PART)
    {
        let detail = format!("`{name}` cannot be a role's name");
        let help = format!("Use small letters, digits, `_` and `-`, at most {MAX_PART}.");
        let mistake = Mistake::at("/name", "agent.name", detail).help(help);
        return Err(Fault::Invalid(vec![mistake]));
    }
    let by = who.by(app, &new.note);
    let Some(source) = new.source_role_id else {
        let name = new.name.clone().unwrap_or_default();
        let named = Map::from_iter(new.name.map(|name| ("name".to_owned(), Json::String(name))));
        let document = with(named, new.members);
        compiled(&document)?;
        let change = Change { version_id: app.clock.id(), prompt_config: document, expected: None };
        let input = (by, app.clock.id(), name, change);
        let made = app.store.write(input, |tx, (by, id, name, change)| {
            Box::pin(role::create(tx, by, id, name, change))
        });
        return Ok(made.await?);
    };
    if new.members.prompt_config.is_some() {
        let detail = "a role is a copy of another one, or has a `prompt_config` of its own";
        return Err(Fault::mistake("/prompt_config", "role.source", detail));
    }
    let input = (by, app.clock.id(), new.name, source, app.clock.id());
    let made = app.store.write(input, |tx, (by, id, name, source, version)| {
        Box::pin(role::copy(tx, by, id, name.as_deref(), source, version))
    });
    Ok(made.await?)
}

/// Replaces members of a role, whole.
///
/// # Errors
/// Everything that is wrong with the role as it would be, [`Fault::Conflict`] where its newest version is not
/// the one that the caller knows, [`Fault::Refused`] for a template.
pub(crate) async fn change(
    app: &App,
    who: &Who,
    id: &str,
    members: Members,
    expected: Option<u32>,
    note: &str,
) -> Result<Role, Fault> {
    who.may(Scope::Edit)?;
    if members == Members::default() {
        let detail = "there is nothing to replace";
        return Err(Fault::mistake("/prompt_config", "role.nothing", detail));
    }
    let mut tries = TRIES;
    loop {
        let input = (who.workspace.clone(), id.to_owned());
        let (now, latest) = app
            .store
            .read(input, |tx, (of, id)| {
                Box::pin(async move {
                    let now = role::get(tx, of, id).await?;
                    Ok((now, version::latest(tx, of, &Line::role(id)).await?))
                })
            })
            .await?;
        if now.is_template {
            return Err(template());
        }
        let document = with(document(&now), members.clone());
        compiled(&document)?;
        let change = Change {
            version_id: app.clock.id(),
            prompt_config: document,
            expected: expected.or(latest),
        };
        let input = (who.by(app, note), id.to_owned(), change);
        let changed = app
            .store
            .write(input, |tx, (by, id, change)| Box::pin(role::change(tx, by, id, change)))
            .await;
        match changed {
            // Who expects no version wants the change whatever others do meanwhile.
            Err(Error::Conflict { .. }) if expected.is_none() && tries > 0 => tries -= 1,
            changed => {
                app.roles.forget(id);
                return Ok(changed?);
            }
        }
    }
}

/// Makes a copy what its source is now.
///
/// # Errors
/// [`Fault::Refused`] for what is no copy.
pub(crate) async fn reset(app: &App, who: &Who, id: &str, note: &str) -> Result<Role, Fault> {
    who.may(Scope::Edit)?;
    let now = get(app, who, id).await?;
    if now.is_template {
        return Err(template());
    }
    if now.source_role_id.is_none() {
        let why = "the role is not a copy: there is nothing to reset it to".to_owned();
        return Err(Fault::Refused { code: "role.no-copy", why });
    }
    let input = (who.by(app, note), id.to_owned(), app.clock.id());
    let done =
        app.store.write(input, |tx, (by, id, version)| Box::pin(role::reset(tx, by, id, version)));
    let done = done.await;
    app.roles.forget(id);
    Ok(done?)
}

/// Makes a role what it was before.
///
/// # Errors
/// [`Fault::Refused`] for a template, and where there is nothing to go back to; [`Fault::Conflict`].
pub(crate) async fn rollback(
    app: &App,
    who: &Who,
    id: &str,
    expected: Option<u32>,
    note: &str,
) -> Result<Role, Fault> {
    who.may(Scope::Edit)?;
    if get(app, who, id).await?.is_template {
        return Err(template());
    }
    let input = (who.by(app, note), id.to_owned(), expected);
    let done = app
        .store
        .write(input, |tx, (by, id, expected)| Box::pin(role::rollback(tx, by, id, *expected)));
    let done = done.await;
    app.roles.forget(id);
    Ok(done?)
}

/// What a role was told in one of its versions.
///
/// # Errors
/// [`Fault::Missing`].
pub(crate) async fn version(app: &App, who: &Who, id: &str, number: u32) -> Result<Json, Fault> {
    let place = place(&get(app, who, id).await?, who).to_owned();
    let input = (place, id.to_owned(), number);
    let found = app
        .store
        .read(input, |tx, (of, id, number)| Box::pin(role::config(tx, of, id, *number)))
        .await?;
    Ok(found.get("prompt_config").cloned().unwrap_or_default())
}

/// Which version of a role was made active when, by whom and why; newest first.
///
/// # Errors
/// [`Fault::Missing`], a `next` that is none of this list's.
pub(crate) async fn moves(
    app: &App,
    who: &Who,
    id: &str,
    paging: Paging,
) -> Result<Page<Move>, Fault> {
    let place = place(&get(app, who, id).await?, who).to_owned();
    let input = (place, Line::role(id), paging);
    let list =
        app.store.read(input, |tx, (of, line, paging)| Box::pin(log::list(tx, of, line, paging)));
    Ok(list.await?)
}

/// Assembles a step of a role.
///
/// # Errors
/// [`Fault::Missing`], everything that is wrong with the step or with the draft; [`Fault::Forbidden`] for a
/// draft without the right to edit.
pub(crate) async fn assemble(app: &App, who: &Who, id: &str, step: Step) -> Result<Made, Fault> {
    who.may(Scope::Run)?;
    let compiled = match step.draft {
        None => compiled_of(app, who, id).await?,
        Some(draft) => {
            who.may(Scope::Edit)?;
            drafted(app, who, id, draft).await?
        }
    };
    let Compiled { document, serving } = &*compiled;
    let mut mistakes = Vec::new();
    if !STEPS.contains(&step.step.as_str()) {
        let help = format!("The steps are {}.", STEPS.join(", "));
        let detail = format!("`{}` is no step", step.step);
        mistakes.push(Mistake::at("/step", "role.step", detail).help(help));
    }
    if let Some(mode) = &step.mode
        && document.pointer("/modes").and_then(|modes| modes.get(mode)).is_none()
    {
        let known = document.get("modes").and_then(Json::as_object);
        let known: Vec<_> = known.into_iter().flat_map(Map::keys).map(String::as_str).collect();
        let help = match known.as_slice() {
            [] => "The role has no modes.".to_owned(),
            known => format!("The role has {}.", known.join(", ")),
        };
        let detail = format!("the role has no mode `{mode}`");
        mistakes.push(Mistake::at("/mode", "role.mode-unknown", detail).help(help));
    }
    if !mistakes.is_empty() {
        return Err(Fault::Invalid(mistakes));
    }
    let mut input = of_step(&step.step, step.mode.as_deref(), step.input);
    input.history = step.history;
    input.now = Some(step.now.unwrap_or_else(|| app.clock.told()));
    with_config(serving, &mut input);
    let Step { provider, model, manifest, .. } = step;
    let wish = Wish { input, provider, model, manifest, ..Wish::default() };
    let mut memo = Memo::default();
    assemble::made(serving, &wish, &mut memo)
}

/// A role, compiled.
async fn compiled_of(app: &App, who: &Who, id: &str) -> Result<Arc<Compiled>, Fault> {
    let key = (who.workspace.clone(), id.to_owned());
    if let Some(kept) = app.roles.kept.get(&key) {
        return Ok(kept);
    }
    let changes = app.roles.changes.load(Ordering::SeqCst);
    let role = get(app, who, id).await?;
    let document = Json::Object(document(&role));
    let serving = serving(&role, compiled(&document)?);
    let compiled = Arc::new(Compiled { document, serving });
    app.roles.keep(key, &compiled, changes);
    Ok(compiled)
}

/// A role with members that are not stored. It is forgotten: the next draft is another one.
async fn drafted(app: &App, who: &Who, id: &str, draft: Members) -> Result<Arc<Compiled>, Fault> {
    let role = get(app, who, id).await?;
    let document = with(document(&role), draft);
    let serving = serving(&role, compiled(&document)?);
    Ok(Arc::new(Compiled { document, serving }))
}

/// The object that a role is, under its own name: a copy may be called otherwise than its source.
pub(crate) fn document(role: &Role) -> Map<String, Json> {
    let mut document = role.prompt_config.as_object().cloned().unwrap_or_default();
    document.insert("name".to_owned(), json!(role.name));
    document
}

fn with(mut document: Map<String, Json>, members: Members) -> Json {
    let given = [
        ("description", members.description.map(Json::String)),
        ("model", members.model),
        ("prompt_config", members.prompt_config),
        ("modes", members.modes),
    ];
    for (key, value) in given {
        if let Some(value) = value {
            document.insert(key.to_owned(), value);
        }
    }
    Json::Object(document)
}

/// The agent that a role stands for.
fn compiled(document: &Json) -> Result<load::Made, Fault> {
    let files = BTreeMap::from([(ROLE_FILE.to_owned(), document.to_string().into_bytes())]);
    load::made(&files, &[]).map_err(|findings| Fault::findings(&findings))
}

fn serving(role: &Role, made: load::Made) -> Serving {
    Serving::new(
        (role.name.clone(), role.version, role.hash.clone()),
        0,
        (made.compiled, made.warnings),
        made.cases,
        Map::new(),
        BTreeMap::new(),
    )
}

/// Where the versions of a role are.
fn place<'a>(role: &Role, who: &'a Who) -> &'a str {
    if role.is_template { SHIPPED } else { &who.workspace }
}

fn template() -> Fault {
    let why = "templates are not changed: copy it".to_owned();
    Fault::Refused { code: "role.shipped", why }
}
