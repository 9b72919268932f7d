//! The house rules that a compiler does not check: which module may import which, how long a file
//! may be, how it opens, and what the engine never reaches for.
//!
//! Reads the sources as text. Every rule is proved by a violation that is seeded into it.
#![expect(clippy::disallowed_methods, reason = "the sources are files, and a test may read them")]

mod code;
mod rules;

use rules::{LONGEST, MEDIAN, Source, anywhere, in_engine, median_too_long};
use std::io;
use std::path::Path;

#[test]
fn engine_follows_the_house_rules() {
    let sources = read("src").unwrap();
    assert!(!sources.is_empty(), "no sources found");
    let mut findings = sources.iter().flat_map(in_engine).collect::<Vec<_>>();
    findings.extend(sources.iter().flat_map(anywhere));
    findings.extend(median_too_long(&sources));
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn other_crates_follow_the_rules_for_all() {
    let folders = [
        "../store/src",
        "../server/src",
        "../reliability/src",
        "../../xtask/src",
        "../../bench/src",
    ];
    for folder in folders {
        let sources = read(folder).unwrap();
        assert!(!sources.is_empty(), "no sources found in {folder}");
        let findings = sources.iter().flat_map(anywhere).collect::<Vec<_>>();
        assert!(findings.is_empty(), "\n{folder}\n{}\n", findings.join("\n"));
    }
}

#[test]
fn upward_imports_are_found() {
    let cases = [
        ("text/fence.rs", "use crate::check::rule;", "crate::check"),
        ("text/fence.rs", "use crate::{agent::Agent, turn::{self, Turn}};", "crate::turn"),
        ("agent/mod.rs", "fn f() -> crate::provider::Payload { g() }", "crate::provider"),
        ("agent/mod.rs", "use super::role::Role;", "super::role"),
        ("agent/load.rs", "use super::super::role::Role;", "super::role"),
        ("text/a/b.rs", "use super::super::super::turn::Turn;", "super::turn"),
        ("token/mod.rs", "use crate\n    ::role;", "crate::role"),
        ("turn/fit.rs", "use crate::Diagnostic;", "crate::Diagnostic"),
        ("turn/fit.rs", "use crate::*;", "crate::*"),
        ("helpers.rs", "use crate::diagnostic::Diagnostic;", "helpers"),
    ];
    for (path, code, expected) in cases {
        let found = in_engine(&source(path, code));
        assert!(found.iter().any(|finding| finding.contains(expected)), "{code}: {found:?}");
    }
}

#[test]
fn imports_of_earlier_modules_and_prose_are_not_found() {
    let cases = [
        ("turn/fit.rs", "use crate::{agent::{Agent, Layer}, token};\nuse super::gather;"),
        ("turn/fit.rs", "use crate::turn::gate::Row;"),
        ("turn/fit/grid.rs", "use super::super::select::Pick;"),
        ("text/a/b.rs", "use super::super::turn;"),
        ("lib.rs", "pub use crate::role::Role;\npub(crate) mod turn;"),
        ("diagnostic.rs", "mod tests { use super::*; use super::Diagnostic; }"),
        (
            "text/fence.rs",
            "// use crate::turn;\n/* /* std::fs */ todo!() */\nconst A: &str = \"dbg!\";",
        ),
        (
            "text/fence.rs",
            "const A: &str = r#\"unsafe \" std::env\"#; const B: char = '\"'; // async",
        ),
        ("text/fence.rs", "fn f<'a>(x: &'a str) -> &'a str { x.split('\\'').next().unwrap_or(x) }"),
        ("text/fence.rs", "use std::time::Duration; fn asynchronous() {} fn unsafely() {}"),
    ];
    for (path, code) in cases {
        assert_eq!(in_engine(&source(path, code)), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn reaching_outside_is_found() {
    let cases = [
        ("use std::fs;", "std::fs"),
        ("use std::{collections::{BTreeMap, HashMap}, env as surroundings};", "HashMap"),
        ("use std::{collections::{BTreeMap, HashMap}, env as surroundings};", "std::env"),
        ("fn now() { std::time::SystemTime::now(); }", "SystemTime"),
        ("use std::time::{Duration, Instant};", "Instant"),
        ("use ::std::thread;", "std::thread"),
        ("fn f() { todo!() }", "todo!"),
        ("fn f() { g().await; }", "await"),
        ("fn f() { unsafe { g() } }", "unsafe"),
        ("fn f() -> char { dbg!('\"') }", "dbg!"),
    ];
    for (code, expected) in cases {
        let found = in_engine(&source("text/fence.rs", code));
        assert!(found.iter().any(|finding| finding.contains(expected)), "{code}: {found:?}");
    }
}

#[test]
fn long_and_unopened_files_are_found() {
    let long = Source { path: "a.rs".to_owned(), text: "//! A.\n".repeat(LONGEST + 1) };
    assert_eq!(anywhere(&long).len(), 1, "{:?}", anywhere(&long));
    let closed = Source { path: "a.rs".to_owned(), text: "use std::fmt;\n//! A.\n".to_owned() };
    assert_eq!(anywhere(&closed).len(), 1, "{:?}", anywhere(&closed));
    let middling = Source { path: "b.rs".to_owned(), text: "//! B.\n".repeat(MEDIAN + 1) };
    assert!(median_too_long(&[long, middling, source("c.rs", "")]).is_some());
    assert!(median_too_long(&[source("a.rs", ""), source("b.rs", "")]).is_none());
}

#[test]
fn words_for_unfinished_work_are_found_in_comments_too() {
    for mark in ["TODO", "FIXME", "XXX"] {
        let found = anywhere(&source("a.rs", &format!("// {mark}: later")));
        assert!(found.iter().any(|finding| finding.contains(mark)), "{found:?}");
    }
}

fn source(path: &str, code: &str) -> Source {
    Source { path: path.to_owned(), text: format!("//! Seeded.\n\n{code}\n") }
}

/// Every `.rs` file below a folder of this crate, by path.
fn read(folder: &str) -> io::Result<Vec<Source>> {
    fn walk(folder: &Path, prefix: &str, found: &mut Vec<Source>) -> io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &format!("{path}/"), found)?;
            } else if name.ends_with(".rs") {
                found.push(Source { path, text: std::fs::read_to_string(entry.path())? });
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "", &mut found)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}
