//! The judge: reads what is there, and holds it against what the writers remember.
//!
//! Owns what "nothing acknowledged is lost, torn or doubled" means, read as a user reads: over HTTP. It must
//! never write, except that it repeats requests that were answered, which must change nothing.

mod management;
mod talks;

use std::io;

use crate::client::Client;
use crate::load::{Kind, Writer};
use crate::trouble::{Result, Trouble};

/// How much is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Versions, moves and memories; of conversations those that went on since the last time.
    Recent,
    /// Everything.
    All,
}

/// Judges; `dice` says which requests are repeated.
///
/// # Errors
///
/// [`Trouble::Broken`] with everything that is not as it was acknowledged.
pub fn judge(
    client: &mut Client,
    writers: &mut [Writer],
    scope: Scope,
    dice: &mut crate::chance::Chance,
) -> Result<()> {
    let mut broken: Vec<String> =
        writers.iter_mut().flat_map(|writer| std::mem::take(&mut writer.wrong)).collect();
    let read = management::judge(client, writers, &mut broken)
        .and_then(|()| talks::judge(client, writers, scope, dice, &mut broken))
        .and_then(|()| memories(client, writers, &mut broken));
    if let Err(error) = read {
        broken.push(format!("what is there cannot be read: {error}"));
    }
    Trouble::unless_fine(broken)
}

/// Whether a file of SQLite is whole in itself.
///
/// # Errors
///
/// [`Trouble::Broken`] with what SQLite finds.
pub fn is_whole(path: &std::path::Path) -> Result<()> {
    let texts = |sql: &str| -> rusqlite::Result<Vec<String>> {
        let connection = rusqlite::Connection::open(path)?;
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map((), |row| row.get(0))?;
        rows.collect()
    };
    let checks =
        ["PRAGMA integrity_check", "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check"];
    let mut broken = Vec::new();
    for sql in checks {
        match texts(sql) {
            Ok(said) => broken.extend(said.into_iter().filter(|said| said != "ok")),
            Err(error) => broken.push(format!("{sql}: {error}")),
        }
    }
    Trouble::unless_fine(broken)
}

/// Memories: those that were asked for, and those that turns left. A turn and what it remembers are one.
fn memories(
    client: &mut Client,
    writers: &mut [Writer],
    broken: &mut Vec<String>,
) -> io::Result<()> {
    for writer in writers {
        let mut texts = std::collections::BTreeMap::new();
        for memory in client.all(&format!("memories?user={}", writer.name))? {
            let text = memory["text"].as_str().unwrap_or_default().to_owned();
            *texts.entry(text).or_insert(0_usize) += 1;
        }
        for ask in &mut writer.asks {
            let effect = match ask.kind {
                Kind::Memory => "the memory",
                Kind::Turn => "the memory of the turn",
                _ => continue,
            };
            let found = texts.remove(&ask.name).unwrap_or(0);
            let wrong = match ask.kind {
                Kind::Memory => ask.weigh(found, effect),
                // What a turn came to is told by its conversation.
                _ => ask.clone().weigh(found, effect),
            };
            broken.extend(wrong);
        }
        broken.extend(texts.keys().map(|text| format!("a memory that nobody wrote: {text}")));
    }
    Ok(())
}
