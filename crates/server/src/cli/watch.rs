//! `proem serve --watch`: folders that are served as they are, and again after every save.
//!
//! Owns hearing of saves and what the terminal says of them. Saves that come together are one. It must never
//! decide what is served: `app::watched` does.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use proem::diagnostic::any_error;
use tokio::sync::mpsc::{Receiver, channel};

use crate::app::App;
use crate::app::access::HOME;
use crate::app::import::folders;
use crate::app::watched::{News, forget, look};
use crate::cli::draw;
use crate::cli::style::{Paint, paint};
use crate::machine::reason;

/// How long a save has to be over: editors write in several steps.
const CALM: Duration = Duration::from_millis(80);

/// Endings of files that a database writes all the time, where it lies in the folder.
const BUSY: [&str; 3] = [".db", ".db-wal", ".db-shm"];

/// Where saves are heard of.
pub(super) struct Saves {
    dirs: Vec<PathBuf>,
    heard: Receiver<()>,
    /// It tells as long as it is there.
    _watcher: RecommendedWatcher,
}

/// Serves the folders as they are now, and begins to listen.
///
/// # Errors
/// A folder that cannot be read or watched, and why.
pub(super) fn begin(app: &App, dirs: &[PathBuf], out: &mut dyn Write) -> Result<Saves, String> {
    app.live.set_development();
    // One that is waiting is enough: everything is looked at then.
    let (tell, heard) = channel(1);
    let told = move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| is_save(&event)) {
            let _ = tell.try_send(());
        }
    };
    let mut watcher = notify::recommended_watcher(told).map_err(|error| error.to_string())?;
    for dir in dirs {
        let wrong = |why: String| format!("{}: {why}", dir.display());
        let found = folders(dir).map_err(|error| wrong(reason(&error)))?;
        if found.is_empty() {
            return Err(format!("there is no agent in or below {}", dir.display()));
        }
        let watched = watcher.watch(dir, RecursiveMode::Recursive);
        watched.map_err(|error| wrong(error.to_string()))?;
    }
    let dirs = dirs.to_vec();
    scan(app, &dirs, out).map_err(|error| reason(&error))?;
    Ok(Saves { dirs, heard, _watcher: watcher })
}

/// Serves the folders again after every save. It has no end; where there is nothing to hear of, it waits.
pub(super) async fn follow(app: &App, saves: Option<Saves>, out: &mut dyn Write) {
    let Some(mut saves) = saves else { return std::future::pending().await };
    while saves.heard.recv().await.is_some() {
        while let Ok(Some(())) = tokio::time::timeout(CALM, saves.heard.recv()).await {}
        // A folder that cannot be read now is looked at again with the next save.
        if let Err(error) = tokio::task::block_in_place(|| scan(app, &saves.dirs, out)) {
            tracing::warn!(%error, "the folders were not read");
        }
    }
    std::future::pending().await
}

/// Whether something was written, and not only read.
fn is_save(event: &Event) -> bool {
    let is_busy = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        BUSY.iter().any(|ending| name.ends_with(ending))
    };
    !event.kind.is_access() && !event.paths.iter().all(is_busy)
}

/// Looks at all folders, and says what is new.
fn scan(app: &App, dirs: &[PathBuf], out: &mut dyn Write) -> io::Result<()> {
    let mut there = Vec::new();
    for dir in dirs {
        for folder in folders(dir)? {
            let agent = one(app, &folder, out)?;
            there.push((folder, agent));
        }
    }
    for name in forget(app, HOME, &there) {
        writeln!(out, "{name}: its folder is gone, and it is served no longer")?;
    }
    out.flush()
}

fn one(app: &App, folder: &Path, out: &mut dyn Write) -> io::Result<Option<String>> {
    let looked = look(app, HOME, folder)?;
    let root = looked.folder.display().to_string();
    let name = looked.agent.as_deref().unwrap_or(root.as_str());
    match looked.news {
        News::Nothing => {}
        News::Served => {
            draw::findings(&looked.findings, &looked.sources, &root, out)?;
            writeln!(out, "{name}: served from {root} {}", paint("(development)", Paint::Dim))?;
        }
        News::Broken => {
            draw::findings(&looked.findings, &looked.sources, &root, out)?;
            let before = app.live.get(HOME, name).is_some();
            let what = match before {
                true => "what was served before stays",
                false => "it is not served",
            };
            let text = format!("{name}: {root} is broken; {what}");
            let wrong = any_error(&looked.findings) || !before;
            writeln!(out, "{}", paint(&text, if wrong { Paint::Red } else { Paint::Yellow }))?;
        }
        News::Taken => {
            let text = format!("{name}: another folder is served under this name; {root} is not");
            writeln!(out, "{}", paint(&text, Paint::Yellow))?;
        }
    }
    Ok(looked.agent)
}
