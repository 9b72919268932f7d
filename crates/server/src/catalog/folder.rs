//! Reads the files of an agent's or a role's folder.
//!
//! Owns the walk: which files belong to an agent, how large and how many they may be, and that none of
//! them lies outside of the folder. It must never follow a symbolic link out of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proem::agent::load;
use proem::agent::load::{AGENT_FILE, Folder};
use proem::agent::source::{MAX_FILE, RawFile};
use proem::agent::tokenizer::MAX_TOKENIZER;
use proem::diagnostic::{Diagnostic, arrange};
use proem::role::folder::ROLE_FILE;

use crate::machine::reason;

/// The most files that one agent may have.
const MAX_FILES: usize = 20_000;

/// The deepest folder inside of an agent's.
const MAX_DEPTH: usize = 8;

/// Folders that hold the parts of an agent.
const PARTS: [&str; 2] = ["prompts", "cases"];

/// Reads the files of an agent's folder, as they are.
///
/// # Errors
/// When the folder itself cannot be read; what is wrong inside of it is among the findings.
pub(crate) fn files(folder: &Path) -> io::Result<(Vec<RawFile>, Vec<Diagnostic>)> {
    let root = fs::canonicalize(folder)?;
    if !root.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::NotADirectory,
            "this is a file, not an agent's folder",
        ));
    }
    let mut walk = Walk { root: root.clone(), files: Vec::new(), findings: Vec::new() };
    for file in [AGENT_FILE, ROLE_FILE] {
        walk.file(&root.join(file), file, MAX_FILE);
    }
    let own = walk.files.iter().find(|file| file.path == AGENT_FILE);
    for name in own.map(load::tokenizers).unwrap_or_default() {
        walk.file(&root.join(&name), &name, MAX_TOKENIZER);
    }
    for part in PARTS {
        walk.folder(&root.join(part), part, 0);
    }
    Ok((walk.files, walk.findings))
}

/// Reads an agent's folder.
///
/// # Errors
/// When the folder itself cannot be read; what is wrong inside of it is among the findings.
pub(crate) fn read(folder: &Path) -> io::Result<Folder> {
    let (files, unread) = files(folder)?;
    let mut found = proem::role::folder::folder(files);
    if let Some(agent) = &mut found.agent {
        agent.tokenizers.retain(|file| !is_of(&unread, &file.name.value));
    }
    found.findings = all(found.findings, unread);
    Ok(found)
}

/// All findings of a folder: those of what was read, and of what could not be. What cannot be read is there all the
/// same: that it is missing or empty would be wrong.
pub(crate) fn all(read: Vec<Diagnostic>, unread: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_right = |finding: &Diagnostic| match finding.code {
        "agent.missing" => !is_of(&unread, AGENT_FILE) && !is_of(&unread, ROLE_FILE),
        "prompt.empty" => !finding.span.as_ref().is_some_and(|span| is_of(&unread, &span.file)),
        _ => true,
    };
    let mut all: Vec<_> = read.into_iter().filter(is_right).collect();
    all.extend(unread);
    arrange(&mut all);
    all
}

/// Whether a finding is about a file.
fn is_of(findings: &[Diagnostic], file: &str) -> bool {
    findings.iter().filter_map(|finding| finding.span.as_ref()).any(|span| &*span.file == file)
}

struct Walk {
    root: PathBuf,
    files: Vec<RawFile>,
    findings: Vec<Diagnostic>,
}

impl Walk {
    fn folder(&mut self, path: &Path, name: &str, depth: usize) {
        if fs::symlink_metadata(path).is_err() || !self.is_inside(path, name) {
            return;
        }
        if !path.is_dir() {
            let message = "this is a file, and its name is that of a folder";
            return self.tell("file.kind", name, message, "Remove it or rename it.");
        }
        if self.is_loop(path) {
            let message = "this link leads back to a folder that it lies in";
            return self.tell("file.loop", name, message, "Remove it.");
        }
        if [".md", ".yaml"].iter().any(|ending| name.ends_with(ending)) {
            let message = "this is a folder, and its name is that of a file";
            self.tell("file.kind", name, message, "Remove it or rename it.");
        }
        if depth > MAX_DEPTH {
            self.tell(
                "file.too-deep",
                name,
                "this folder lies too deep",
                "Prompts are prompts/TYPE/PHASE.md.",
            );
            return;
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(name, &error),
        };
        let mut children: Vec<(String, PathBuf)> = Vec::new();
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.unreadable(name, &error);
                    continue;
                }
            };
            match entry.file_name().into_string() {
                // Editors and file managers leave hidden files and backups behind.
                Ok(child) if child.starts_with('.') || child.ends_with('~') => {}
                Ok(child) => children.push((child, entry.path())),
                Err(child) => {
                    let shown = format!("{name}/{}", child.to_string_lossy());
                    self.tell("file.name", &shown, "the file's name is not UTF-8", "Rename it.");
                }
            }
        }
        children.sort();
        for (child, path) in children {
            let name = format!("{name}/{child}");
            if path.is_dir() {
                self.folder(&path, &name, depth + 1);
            } else {
                self.file(&path, &name, MAX_FILE);
            }
        }
    }

    /// Reads a file of at most `most` bytes.
    fn file(&mut self, path: &Path, name: &str, most: usize) {
        if fs::symlink_metadata(path).is_err() || !self.is_inside(path, name) {
            return;
        }
        if self.files.len() >= MAX_FILES {
            if self.files.len() == MAX_FILES {
                self.tell(
                    "file.too-many",
                    name,
                    "the agent has too many files",
                    "Split it in two.",
                );
            }
            return;
        }
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => {
                let message = "this is a folder, and its name is that of a file";
                self.tell("file.kind", name, message, "Remove it or rename it.");
            }
            Ok(found) if !found.is_file() => {
                self.tell("file.kind", name, "this is neither a file nor a folder", "Remove it.");
            }
            // A file that is too large is told by its length; reading all of it would be the harm.
            Ok(found) if found.len() > most as u64 => {
                let bytes = vec![b' '; most + 1];
                self.files.push(RawFile { path: name.to_owned(), bytes });
            }
            Ok(_) => match fs::read(path) {
                Ok(bytes) => self.files.push(RawFile { path: name.to_owned(), bytes }),
                Err(error) => self.unreadable(name, &error),
            },
            Err(error) => self.unreadable(name, &error),
        }
    }

    fn is_inside(&mut self, path: &Path, name: &str) -> bool {
        match fs::canonicalize(path) {
            Ok(real) if real.starts_with(&self.root) => true,
            Ok(_) => {
                let help = "Copy the file into the folder: an agent is all in one place.";
                self.tell("file.outside", name, "this link leads out of the agent's folder", help);
                self.stand_in(name);
                false
            }
            Err(error) => {
                self.unreadable(name, &error);
                false
            }
        }
    }

    /// Whether a folder is a link to one of the folders above it.
    fn is_loop(&self, path: &Path) -> bool {
        let above = path.parent().and_then(|above| fs::canonicalize(above).ok());
        let real = fs::canonicalize(path).ok();
        above.zip(real).is_some_and(|(above, real)| above.starts_with(real))
    }

    /// A prompt that cannot be read is there all the same: whoever names it is not wrong.
    fn stand_in(&mut self, name: &str) {
        if name.starts_with("prompts/") && name.ends_with(".md") {
            self.files.push(RawFile { path: name.to_owned(), bytes: Vec::new() });
        }
    }

    fn unreadable(&mut self, name: &str, error: &io::Error) {
        let is_link =
            fs::symlink_metadata(self.root.join(name)).is_ok_and(|found| found.is_symlink());
        let help = if is_link {
            "Remove the link, or let it lead to a file of this folder."
        } else {
            "Check its permissions."
        };
        let message = match error.kind() {
            io::ErrorKind::PermissionDenied => {
                "the file's permissions do not allow it to be read".into()
            }
            _ if is_link => "this link leads nowhere, or back to itself".to_owned(),
            _ => format!("the file cannot be read: {}", reason(error)),
        };
        self.tell("file.unreadable", name, &message, help);
        self.stand_in(name);
    }

    fn tell(&mut self, code: &'static str, name: &str, message: &str, help: &str) {
        let place = proem::diagnostic::Span::of_file(&name.into());
        self.findings.push(Diagnostic::error(code, message).at(&place).help(help));
    }
}
