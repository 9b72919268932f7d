//! The agents of `examples/`: each must pass `proem check`, `proem test` and `proem matrix`, as it
//! would for its author.
//!
//! Must never know what is in an agent: the program that was built says what is wrong with it.

use crate::process;
use std::fs;
use std::path::PathBuf;

/// Runs the commands over every agent; all failures, not only the first.
pub(crate) fn run() -> Result<(), String> {
    let program = process::built()?.join(format!("proem{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        return Err(format!("{} is not there: is the build fine?", program.display()));
    }
    let agents = agents()?;
    if agents.is_empty() {
        return Err("examples/ holds no agent, that is no folder with an agent.yaml".to_owned());
    }
    let mut failures = Vec::new();
    for agent in &agents {
        for command in ["check", "test", "matrix"] {
            if let Err(problem) = process::run(process::program(&program).arg(command).arg(agent)) {
                failures.push(problem);
            }
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("; ")) }
}

/// The folders below `examples/` with an `agent.yaml` or a `role.json`, by name, relative to the
/// root. An example may hold others inside.
fn agents() -> Result<Vec<PathBuf>, String> {
    let root = process::root();
    let mut found = Vec::new();
    let mut folders = vec![root.join("examples")];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            if path.is_dir() {
                folders.push(path);
            }
        }
        if folder.join("agent.yaml").is_file() || folder.join("role.json").is_file() {
            found.push(folder.strip_prefix(&root).unwrap_or(&folder).to_path_buf());
        }
    }
    found.sort();
    Ok(found)
}
