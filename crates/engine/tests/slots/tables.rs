//! The tables of `kinds/`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proem::turn::enforce::slots::{Reason, judge};
use serde_json::Value as Json;

use crate::declare;

#[test]
fn every_table_says_what_becomes_of_its_values() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slots/kinds");
    let bless = std::env::var_os("PROEM_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut values = 0;
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 11, "only {} tables were read", paths.len());
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let written = outcomes(&text, &mut values);
        if bless {
            fs::write(&path, written).unwrap();
        } else if written != text {
            wrong.push(format!("{}\n{written}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "(PROEM_BLESS=1 writes them anew)\n{}", wrong.join("\n"));
    assert!(values > 300, "only {values} values were judged");
}

/// A table with its outcomes.
fn outcomes(text: &str, values: &mut usize) -> String {
    let mut out = String::new();
    let mut slot = None;
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        out.push_str(line);
        out.push('\n');
        if let Some(declared) = line.strip_prefix("== ") {
            slot = Some(declare::slot(declared));
        } else if !line.is_empty() && !line.starts_with('#') {
            *values += 1;
            let given: Json =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
            let slot = slot.as_ref().unwrap();
            match judge(slot, &given) {
                Ok(judged) => {
                    let value = escaped(&judged.value.to_string());
                    let notes: Vec<String> = judged
                        .changes
                        .iter()
                        .map(|change| format!("[{}] {}", change.code, change.note))
                        .collect();
                    let notes = if notes.is_empty() {
                        String::new()
                    } else {
                        format!("  {}", notes.join("; "))
                    };
                    writeln!(out, "  = {value}{notes}").unwrap();
                    assert_eq!(judge(slot, &judged.value).unwrap().value, judged.value, "{line}");
                }
                Err(problem) => {
                    let absent = if problem.reason == Reason::Absent { ", absent" } else { "" };
                    writeln!(out, "  ! [{}{absent}] {}", problem.code, problem.message).unwrap();
                    // What is said never repeats what was given.
                    if let Some(text) = given.as_str().filter(|text| text.chars().count() > 6) {
                        assert!(!problem.message.contains(text), "{line}");
                    }
                }
            }
        }
    }
    out
}

/// JSON with everything that cannot be told apart by looking written as an escape.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let shown = c.is_ascii_graphic() || c == ' ' || (c.is_alphabetic() && !c.is_ascii());
        if shown {
            out.push(c);
        } else {
            write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap();
        }
    }
    out
}
