//! The files of a role: `role.json`, and `cases/` beside it.
//!
//! Owns which file is what. It must never open a file: the host hands all of them in.

use crate::agent::load::{self, AGENT_FILE, Folder};
use crate::agent::source::RawFile;
use crate::diagnostic::{Diagnostic, Span, arrange};
use crate::role::{agent, of_source};

/// The file that makes a folder a role.
pub const ROLE_FILE: &str = "role.json";

/// Reads the files of a folder, which holds an agent or a role. The order of `files` does not matter.
#[must_use]
pub fn folder(files: Vec<RawFile>) -> Folder {
    if files.iter().all(|file| file.path != ROLE_FILE) {
        return load::folder(files);
    }
    let mut found = load::parts(files);
    let text = found.sources.iter().find(|source| &*source.file == ROLE_FILE).cloned();
    for source in &found.sources {
        let help = match &*source.file {
            AGENT_FILE => "Keep one of them: a folder is an agent or a role.",
            file if file.starts_with("prompts/") => "Remove it: its texts stand in role.json.",
            _ => continue,
        };
        let message = "a role has no such file";
        let finding = Diagnostic::error("role.file", message).help(help);
        found.findings.push(finding.at(&Span::of_file(&source.file)));
    }
    found.prompts.clear();
    if let Some(source) = text {
        let (role, findings) = of_source(&source);
        found.findings.extend(findings);
        match role.as_ref().map(agent) {
            Some(Ok((agent, table))) => {
                found.agent = Some(agent);
                found.prompts = table.into_prompts();
            }
            Some(Err(findings)) => found.findings.extend(findings),
            None => {}
        }
    }
    arrange(&mut found.findings);
    found
}
