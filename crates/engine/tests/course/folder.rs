//! Agents that are written in one text: what stands behind each line `== PATH` is a file.

use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::load::{Folder, folder};
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::diagnostic::Diagnostic;

/// Compiles an agent that is without errors.
pub(crate) fn compile(files: &[(String, String)]) -> Compiled {
    let raw = files
        .iter()
        .map(|(path, text)| RawFile { path: path.clone(), bytes: text.as_bytes().to_vec() });
    let Folder { agent, prompts, findings, .. } = folder(raw.collect());
    assert!(!findings.iter().any(Diagnostic::is_error), "{findings:#?}");
    let table = Table::of_files(prompts);
    let made = proem::check::compile(agent.unwrap(), Arc::new(table));
    made.unwrap_or_else(|findings| panic!("{findings:#?}")).0
}

/// The parts of a text: what stands behind each line `== NAME`.
pub(crate) fn parts(text: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("== ") {
            Some(name) => parts.push((name.trim().to_owned(), String::new())),
            None => {
                if let Some((_, text)) = parts.last_mut() {
                    text.push_str(line);
                }
            }
        }
    }
    parts
}
