//! What `check` finds.
//!
//! Each file of `cases/` is a small agent with its findings: `== PATH` begins a file of the agent, laid
//! over the smallest one (see `lay`), and `== findings` is everything that is found. `PROEM_BLESS=1`
//! writes that part anew: read the difference before you keep it.
#![expect(
    clippy::disallowed_methods,
    reason = "cases and sources are files, and a test reads them"
)]
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]

mod enforced;
mod examples;
mod fixes;
mod lay;
mod many;
mod mutated;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands between the files of a case.
const MARK: &str = "== ";

#[test]
fn every_case_finds_what_it_found() {
    let bless = std::env::var_os("PROEM_BLESS").is_some();
    let mut wrong = Vec::new();
    for path in cases() {
        let text = fs::read_to_string(&path).unwrap();
        let (head, expected) = text.split_once("== findings\n").unwrap_or((&text, ""));
        let (found, sources) = lay::findings(&lay::over_smallest(&parts(head)));
        let written: Vec<String> =
            found.iter().map(|finding| lay::written(finding, &sources)).collect();
        let written = written.join("\n");
        if bless {
            fs::write(&path, format!("{head}== findings\n{written}")).unwrap();
        } else if written != expected {
            wrong.push(format!("{}\n{written}", path.display()));
        }
        for finding in &found {
            if finding.help.as_ref().is_none_or(String::is_empty) {
                wrong.push(format!("{}: no help: {}", path.display(), finding.message));
            }
        }
    }
    assert!(wrong.is_empty(), "(PROEM_BLESS=1 writes them anew)\n{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_has_a_case_that_finds_each_of_its_codes() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
    let code = regex::Regex::new(r#"Diagnostic::(?:error|warning)\(\s*"([a-z.-]+)""#).unwrap();
    let cases: Vec<(String, String)> = cases()
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            (name, text.split("== findings\n").nth(1).unwrap_or_default().to_owned())
        })
        .collect();
    let mut missing = BTreeSet::new();
    let mut rules_seen = 0;
    for entry in fs::read_dir(rules).unwrap() {
        let path = entry.unwrap().path();
        let rule = path.file_stem().unwrap().to_string_lossy().into_owned();
        if rule == "mod" {
            continue;
        }
        rules_seen += 1;
        for found in code.captures_iter(&fs::read_to_string(&path).unwrap()) {
            let wanted = format!("[{}]", &found[1]);
            let own = cases.iter().filter(|(name, _)| name.starts_with(&rule));
            if !own.into_iter().any(|(_, findings)| findings.contains(&wanted)) {
                missing.insert(format!("cases/{rule}*.txt finds no {wanted}"));
            }
        }
    }
    assert!(rules_seen > 25, "only {rules_seen} rules were read");
    assert!(missing.is_empty(), "{missing:#?}");
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/cases");
    let entries = fs::read_dir(folder).unwrap();
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// The files of a case, with what stands before the first of them left out.
fn parts(text: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(MARK) {
            Some(path) => parts.push((path.trim().to_owned(), String::new())),
            None => {
                if let Some((_, text)) = parts.last_mut() {
                    text.push_str(line);
                }
            }
        }
    }
    parts
}
