//! The examples as tests play them, in their own process.
//!
//! Owns their list, and how one is read and compiled.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proem::agent::case::Case;
use proem::agent::catalog::Table;
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::role::folder::folder;

/// Every agent of `examples/`.
pub(crate) const AGENTS: [&str; 6] =
    ["coach", "sales", "support", "dev-role", "dev-role/architect", "dev-role/reviewer"];

/// An example.
pub(crate) struct Agent {
    pub(crate) name: &'static str,
    pub(crate) compiled: Compiled,
    pub(crate) cases: Vec<Case>,
}

/// Reads an example.
pub(crate) fn agent(name: &'static str) -> Agent {
    let root = examples().join(name);
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inner = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push(RawFile { path: inner, bytes: fs::read(path).unwrap() });
            }
        }
    }
    let found = folder(files);
    let table = Arc::new(Table::of_files(found.prompts));
    let (compiled, _) = proem::check::compile(found.agent.unwrap(), table).unwrap();
    Agent { name, compiled, cases: found.cases }
}

/// Where they are.
pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}
