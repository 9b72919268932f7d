//! `proem serve`: the service.
//!
//! Owns how it begins and ends: the store, the folders, the first key, the address, and an end that lets turns
//! finish. It must never hold a request.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use proem::diagnostic::any_error;
use proem_store::audit::By;
use proem_store::key::{self, NewKey, PREFIX};
use proem_store::{open, workspace};
use tokio::net::TcpListener;

use crate::app::access::{HOME, SCOPES, Who};
use crate::app::actions::Actions;
use crate::app::clock::Clock;
use crate::app::config::{self, Config, without_password};
use crate::app::fault::Fault;
use crate::app::import::{self, Imported};
use crate::app::{App, follow, metrics, roles, webhooks};
use crate::cli::style::{Paint, paint};
use crate::cli::{End, complain, draw, log, watch};
use crate::http::listen::{Limits, listen};
use crate::machine::reason;
use crate::upstream::Upstream;
use crate::upstream::place::Place;
use crate::upstream::settings::{Fallback, Settings};

/// The arguments of `serve`.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folders whose agents are taken over, with every folder below
    dirs: Vec<PathBuf>,
    /// A file with settings
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The database: a file, or postgres://…
    #[arg(long, value_name = "URL")]
    db: Option<String>,
    /// Where to listen
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// A host from which context keys may be fetched; may be given again
    #[arg(long, value_name = "HOST")]
    fetch: Vec<String>,
    /// A host that webhooks may point to; may be given again
    #[arg(long, value_name = "HOST")]
    webhooks: Vec<String>,
    /// A file with limits, fallbacks and prices of models
    #[arg(long, value_name = "FILE")]
    models: Option<String>,
    /// A file with the actions that the service performs, and where
    #[arg(long, value_name = "FILE")]
    actions: Option<String>,
    /// Serve the folders as they are, from memory, and again after every save: for writing agents
    #[arg(long, conflicts_with = "activate", requires = "dirs")]
    watch: bool,
    /// Make new versions of the folders active
    #[arg(long)]
    activate: bool,
    /// How many requests a key may make in a second
    #[arg(long, value_name = "N")]
    rate: Option<String>,
    /// How many requests are answered at a time
    #[arg(long, value_name = "N")]
    concurrency: Option<String>,
    /// The form of logs: text or json
    #[arg(long, value_name = "FORM")]
    log: Option<String>,
    /// From which level on something is logged: error, warn, info, debug or trace
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// Print the settings and where each one comes from, and end
    #[arg(long)]
    print_config: bool,
}

impl Arguments {
    /// The settings that were given as flags.
    fn flags(&self) -> BTreeMap<&str, Vec<String>> {
        let one = [
            ("db", &self.db),
            ("listen", &self.listen),
            ("rate", &self.rate),
            ("concurrency", &self.concurrency),
            ("models", &self.models),
            ("actions", &self.actions),
            ("log", &self.log),
            ("level", &self.level),
        ];
        let one = one.into_iter().filter_map(|(name, value)| Some((name, vec![value.clone()?])));
        let mut flags: BTreeMap<_, _> = one.collect();
        for (name, hosts) in [("fetch", &self.fetch), ("webhooks", &self.webhooks)] {
            if !hosts.is_empty() {
                flags.insert(name, hosts.clone());
            }
        }
        if self.activate {
            flags.insert("activate", vec!["true".to_owned()]);
        }
        flags
    }
}

/// Runs the service until it is told to end.
pub(super) fn run(arguments: &Arguments, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let mut file = None;
    if let Some(path) = &arguments.config {
        match std::fs::read_to_string(path) {
            Ok(text) => file = Some((path.display().to_string(), text)),
            Err(error) => {
                complain(&format!("{}: {}", path.display(), reason(&error)));
                return Ok(End::Environment);
            }
        }
    }
    let file = file.as_ref().map(|(path, text)| (path.as_str(), text.as_str()));
    let set = match config::read(file, |name| std::env::var(name).ok(), &arguments.flags()) {
        Ok(set) => set,
        Err(wrong) => {
            wrong.iter().for_each(|wrong| complain(wrong));
            return Ok(End::Usage);
        }
    };
    if arguments.print_config {
        match as_json {
            true => writeln!(out, "{:#}", config::json(&set))?,
            false => write!(out, "{}", config::printed(&set))?,
        }
        return Ok(End::Fine);
    }
    let variable = |name: &str| std::env::var(name).ok();
    let models = said_in(&set.config.models, Settings::read);
    let actions = said_in(&set.config.actions, |text| Actions::read(text, variable));
    let (models, actions) = match (models, actions) {
        (Ok(models), Ok(actions)) => (models, actions),
        (models, actions) => {
            let wrong = models.err().into_iter().chain(actions.err()).flatten();
            wrong.for_each(|wrong| complain(&wrong));
            return Ok(End::Environment);
        }
    };
    let listening = match log::begin(&set.config) {
        Ok(listening) => listening,
        Err(why) => {
            complain(&why);
            return Ok(End::Environment);
        }
    };
    metrics::begin();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let ended = runtime.block_on(serve(
        set.config,
        (models, actions),
        (&arguments.dirs, arguments.watch),
        out,
    ));
    listening.end();
    ended
}

async fn serve(
    config: Config,
    (models, actions): (Settings, Actions),
    (dirs, watches): (&[PathBuf], bool),
    out: &mut dyn Write,
) -> io::Result<End> {
    let clock = Clock;
    let store = match open::open(&config.db, clock.now()).await {
        Ok(store) => store,
        Err(error) => {
            complain(&format!(
                "the database {} cannot be opened: {error}",
                without_password(&config.db)
            ));
            return Ok(End::Environment);
        }
    };
    let places = places();
    for Fallback { provider, model } in &models.fallbacks {
        if !places.contains_key(provider.as_str()) {
            complain(&format!("{model} is not asked in place of others: {provider} has no key"));
        }
    }
    let upstream = match Upstream::new(models, Clock::chance) {
        Ok(upstream) => Some(upstream),
        // The offline model must not answer those who have a key for another one.
        Err(fault) if !places.is_empty() => {
            complain(&format!("models cannot be asked: {fault}"));
            return Ok(End::Environment);
        }
        Err(_) => None,
    };
    let app = Arc::new(App::new(store, config, upstream, places, actions));
    let mut saves = None;
    if watches {
        saves = match watch::begin(&app, dirs, out) {
            Ok(saves) => Some(saves),
            Err(why) => {
                complain(&why);
                return Ok(End::Environment);
            }
        };
    }
    let imported = if watches { &[] } else { dirs };
    let began = match begin(&app, imported, out).await {
        Ok(Some(began)) => began,
        Ok(None) => return Ok(End::Findings),
        Err(fault) => {
            complain(&format!("the service cannot begin: {fault:?}"));
            return Ok(End::Environment);
        }
    };
    let listener = match TcpListener::bind(&app.config.listen).await {
        Ok(listener) => listener,
        Err(error) => {
            complain(&format!("{} cannot be listened at: {}", app.config.listen, reason(&error)));
            return Ok(End::Environment);
        }
    };
    writeln!(out, "listening at http://{}", listener.local_addr()?)?;
    out.flush()?;
    let following = tokio::spawn(follow::follow(Arc::clone(&app), began));
    let working = tokio::spawn(crate::app::jobs::work(Arc::clone(&app)));
    let router = crate::http::router(Arc::clone(&app));
    let limits = Limits {
        head: Duration::from_millis(app.config.head),
        write: Duration::from_millis(app.config.write),
        grace: Duration::from_millis(app.config.grace),
    };
    let ended = async {
        let whole = listen(listener, router, limits, stop()).await;
        // Those whose callers went away are finished, too.
        whole && tokio::time::timeout(limits.grace, app.running.idle()).await.is_ok()
    };
    let whole = tokio::select! {
        whole = ended => whole,
        () = watch::follow(&app, saves, out) => false,
    };
    if !whole {
        complain("some requests did not end in time and were cut off");
    }
    following.abort();
    working.abort();
    app.store.close().await;
    Ok(End::Fine)
}

/// Takes the folders over and reads what is served. Gives the epochs from which it is known, or nothing where
/// a folder cannot be taken.
async fn begin(
    app: &App,
    dirs: &[PathBuf],
    out: &mut dyn Write,
) -> Result<Option<BTreeMap<String, u32>>, Fault> {
    first(app, out).await?;
    roles::ship(app).await?;
    let who = Who::operator(HOME, "proem serve");
    let mut whole = true;
    for dir in dirs {
        let folders = import::folders(dir).map_err(|error| Fault::Refused {
            code: "folder.unreadable",
            why: format!("{}: {}", dir.display(), reason(&error)),
        })?;
        if folders.is_empty() {
            complain(&format!("there is no agent in or below {}", dir.display()));
            whole = false;
        }
        for folder in folders {
            let imported = import::import(app, &who, &folder, app.config.activate).await?;
            whole &= told(&imported, out).is_ok_and(|fine| fine);
        }
    }
    if !whole {
        return Ok(None);
    }
    for (of, hook, why) in webhooks::shut_out(app).await? {
        complain(&format!("the webhook {} of the workspace {of} is told nothing: {why}", hook.id));
    }
    Ok(Some(follow::all(app).await?))
}

/// Makes the workspace and the first key of a new database. The key is printed once and kept nowhere.
async fn first(app: &App, out: &mut dyn Write) -> Result<(), Fault> {
    let by = By {
        workspace: HOME.to_owned(),
        actor: "proem serve".to_owned(),
        at: app.clock.now(),
        note: "the first start".to_owned(),
        may_move_protected: true,
    };
    let secret = app.clock.secret(PREFIX);
    let new = NewKey {
        id: app.clock.id(),
        name: "first".to_owned(),
        secret: secret.clone(),
        scopes: SCOPES.iter().map(|(_, word)| (*word).to_owned()).collect(),
        expires_at: None,
    };
    let made = app
        .store
        .write((by, new), |tx, (by, new)| {
            Box::pin(async move {
                if key::count(tx).await? > 0 {
                    return Ok(false);
                }
                match workspace::get(tx, &by.workspace).await {
                    Err(proem_store::error::Error::NotFound { .. }) => {
                        workspace::create(tx, by, "Default").await?;
                    }
                    found => {
                        found?;
                    }
                }
                key::create(tx, by, new).await?;
                Ok(true)
            })
        })
        .await?;
    if made {
        let told = writeln!(out, "the first key, shown only now: {}", paint(&secret, Paint::Bold));
        told.and_then(|()| out.flush()).map_err(|error| Fault::Broken(error.to_string()))?;
    }
    Ok(())
}

/// Says what became of a folder; whether it could be taken.
fn told(imported: &Imported, out: &mut dyn Write) -> io::Result<bool> {
    let root = imported.folder.display().to_string();
    draw::findings(&imported.findings, &imported.sources, &root, out)?;
    if any_error(&imported.findings) || imported.agent.is_none() {
        complain(&format!("{root} was not taken"));
        return Ok(false);
    }
    let name = imported.agent.as_deref().unwrap_or_default();
    let new = match imported.new.len() {
        0 => "nothing new".to_owned(),
        1 => "1 new version".to_owned(),
        some => format!("{some} new versions"),
    };
    writeln!(out, "{name}: {new} from {root}")?;
    if !imported.differs.is_empty() {
        let names = imported.differs.join(", ");
        writeln!(
            out,
            "{name}: on the disk otherwise than active: {names} (--activate makes it active)"
        )?;
    }
    Ok(true)
}

/// What a file of the operator says; the defaults where none is named.
fn said_in<T: Default>(
    file: &str,
    read: impl FnOnce(&str) -> Result<T, Vec<String>>,
) -> Result<T, Vec<String>> {
    if file.is_empty() {
        return Ok(T::default());
    }
    let text = std::fs::read_to_string(file)
        .map_err(|error| vec![format!("{file} cannot be read: {}", reason(&error))])?;
    read(&text).map_err(|wrong| wrong.into_iter().map(|wrong| format!("{file}: {wrong}")).collect())
}

fn places() -> HashMap<&'static str, Place> {
    let names = proem::provider::names().into_iter();
    let variable = |name: &str| std::env::var(name).ok();
    names.filter_map(|name| Some((name, Place::of(name, variable)?))).collect()
}

/// Waits until somebody wants the service to end.
async fn stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let kind = tokio::signal::unix::SignalKind::terminate();
        if let Ok(mut terminated) = tokio::signal::unix::signal(kind) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}
