//! Writes the workload into a folder: the agent, the plain material, conversations.
//!
//! It must never write outside of the folder that it is given.

use std::fs;
use std::path::Path;

use proem_bench::conversation::{HISTORY, TURNS, conversation};
use proem_bench::{folder, ours, plain, workload};

/// What is written.
pub(crate) struct Wanted {
    /// Messages in the history of the first measured turn.
    pub(crate) history: usize,
    /// Conversations of that length.
    pub(crate) conversations: usize,
    /// Measured turns of each.
    pub(crate) turns: usize,
    /// Prompts that one of the layers can choose from.
    pub(crate) prompts: usize,
}

impl Wanted {
    /// Reads numbers in the order of the fields; what is left out is as in the common workload.
    pub(crate) fn read(words: &[&str]) -> Result<Self, String> {
        let number = |at: usize, default: usize| match words.get(at) {
            None => Ok(default),
            Some(word) => word.parse().map_err(|_| format!("`{word}` is not a number")),
        };
        Ok(Self {
            history: number(0, HISTORY)?,
            conversations: number(1, 1)?,
            turns: number(2, TURNS)?,
            prompts: number(3, 1)?,
        })
    }
}

/// Writes `agent/`, `material.json` and conversations `HISTORY-NUMBER.json`.
pub(crate) fn workload(to: &Path, wanted: &Wanted) -> Result<(), String> {
    let workload = workload::workload(wanted.prompts);
    let files = folder::files(&workload);
    for file in &files {
        write(&to.join("agent").join(&file.path), &file.bytes)?;
    }
    let agent = ours::open(files)?;
    let material = plain::material(&workload, &agent)?;
    write(&to.join("material.json"), format!("{material:#}\n").as_bytes())?;
    for number in 1..=wanted.conversations {
        let made = conversation(number as u64, wanted.history, wanted.turns);
        let text = serde_json::to_vec(&made).map_err(|error| error.to_string())?;
        write(&to.join(format!("{}-{number}.json", wanted.history)), &text)?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let said = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(said)?;
    }
    fs::write(path, bytes).map_err(said)
}
