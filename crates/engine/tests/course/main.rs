//! The course of turns, from their input to their outcome.
//!
//! Each file of `cases/` is a conversation with an agent: `== base NAME` takes an agent of `agents/`,
//! `== PATH` lays a file over it, `== turn` begins a turn (its input, as in a case), `== given` is what the
//! host gives in order (see `script`), and `== course` is everything that came of it. `PROEM_BLESS=1`
//! writes that part anew: read the difference before you keep it.
#![expect(
    clippy::disallowed_methods,
    reason = "cases and sources are files, and a test reads them"
)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "these are tests: what cannot go on fails them with a message"
)]

mod again;
mod elsewhere;
mod folder;
mod misplaced;
mod pieces;
mod script;
mod stage;
mod walk;
mod walked;

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_case_comes_to_what_it_came_to() {
    let bless = std::env::var_os("PROEM_BLESS").is_some();
    let mut wrong = Vec::new();
    for path in cases() {
        let text = fs::read_to_string(&path).unwrap();
        let (head, expected) = text.split_once("== course\n").unwrap_or((&text, ""));
        let written = stage::told(head);
        if bless {
            fs::write(&path, format!("{head}== course\n{written}")).unwrap();
        } else if written != expected {
            wrong.push(format!("{}\n{written}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "(PROEM_BLESS=1 writes them anew)\n{}", wrong.join("\n\n"));
}

/// The files of `cases/`.
fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/course/cases");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 20, "only {} cases were found", cases.len());
    cases
}
