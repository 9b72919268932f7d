//! Reads the files of an agent's folder.
//!
//! Owns the walk: which files belong to an agent, how large and how many they may be, and that none of
//! them lies outside of the folder. It must never follow a symbolic link out of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proem::agent::load::{self, Folder};
use proem::agent::source::{MAX_FILE, RawFile};
use proem::diagnostic::Diagnostic;

/// The most files that one agent may have.
const MAX_FILES: usize = 20_000;

/// The deepest folder inside of an agent's.
const MAX_DEPTH: usize = 8;

/// Folders that hold the parts of an agent.
const PARTS: [&str; 2] = ["prompts", "cases"];

/// Reads an agent's folder.
///
/// # Errors
/// When the folder itself cannot be read; what is wrong inside of it is among the findings.
pub(crate) fn read(folder: &Path) -> io::Result<Folder> {
    let root = fs::canonicalize(folder)?;
    if !root.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::NotADirectory,
            "this is a file, not an agent's folder",
        ));
    }
    let mut walk = Walk {
        root: root.clone(),
        files: Vec::new(),
        findings: Vec::new(),
    };
    walk.file(&root.join(load::AGENT_FILE), load::AGENT_FILE);
    for part in PARTS {
        walk.folder(&root.join(part), part, 0);
    }
    let mut found = load::folder(walk.files);
    found.findings.extend(walk.findings);
    Ok(found)
}

struct Walk {
    root: PathBuf,
    files: Vec<RawFile>,
    findings: Vec<Diagnostic>,
}

impl Walk {
    fn folder(&mut self, path: &Path, name: &str, depth: usize) {
        if !path.exists() || !self.is_inside(path, name) {
            return;
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
        for entry in entries.flatten() {
            match entry.file_name().into_string() {
                // Editors and file managers leave hidden files and backups behind.
                Ok(child) if child.starts_with('.') || child.ends_with('~') => {}
                Ok(child) => children.push((child, entry.path())),
                Err(child) => {
                    let shown = format!("{name}/{}", child.to_string_lossy());
                    self.tell(
                        "file.name",
                        &shown,
                        "the file's name is not UTF-8",
                        "Rename it.",
                    );
                }
            }
        }
        children.sort();
        for (child, path) in children {
            let name = format!("{name}/{child}");
            if path.is_dir() {
                self.folder(&path, &name, depth + 1);
            } else {
                self.file(&path, &name);
            }
        }
    }

    fn file(&mut self, path: &Path, name: &str) {
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
            Ok(found) if !found.is_file() => {
                self.tell(
                    "file.kind",
                    name,
                    "this is neither a file nor a folder",
                    "Remove it.",
                );
            }
            // A file that is too large is told by its length; reading all of it would be the harm.
            Ok(found) if found.len() > MAX_FILE as u64 => {
                let bytes = vec![b' '; MAX_FILE + 1];
                self.files.push(RawFile {
                    path: name.to_owned(),
                    bytes,
                });
            }
            Ok(_) => match fs::read(path) {
                Ok(bytes) => self.files.push(RawFile {
                    path: name.to_owned(),
                    bytes,
                }),
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
                self.tell(
                    "file.outside",
                    name,
                    "this link leads out of the agent's folder",
                    help,
                );
                false
            }
            Err(error) => {
                self.unreadable(name, &error);
                false
            }
        }
    }

    fn unreadable(&mut self, name: &str, error: &io::Error) {
        let message = format!("the file cannot be read: {error}");
        self.tell(
            "file.unreadable",
            name,
            &message,
            "Check its permissions, and where it links to.",
        );
    }

    fn tell(&mut self, code: &'static str, name: &str, message: &str, help: &str) {
        let place = proem::diagnostic::Span::of_file(&name.into());
        self.findings
            .push(Diagnostic::error(code, message).at(&place).help(help));
    }
}
