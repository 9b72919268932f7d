//! What the model reads in every case of the examples, for both providers, as files.
//!
//! `snapshots/AGENT/CASE.PROVIDER.txt` holds the layers of each turn and then its text. The files are
//! documentation, and a tripwire: whoever changes a prompt, a rule or the engine sees what it does to
//! the examples. `PROEM_BLESS=1` writes them anew; read the difference before you keep it.
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

/// The examples, and the providers for which they are shown.
const AGENTS: [&str; 6] =
    ["coach", "sales", "support", "dev-role", "dev-role/architect", "dev-role/reviewer"];
const PROVIDERS: [&str; 2] = ["openai-chat", "anthropic"];

/// How many cases are assembled at the same time.
const WORKERS: usize = 4;

/// One file: a case, for a provider.
struct Page {
    agent: &'static str,
    case: String,
    turns: usize,
    provider: &'static str,
}

#[test]
fn every_case_reads_as_it_read() {
    let pages = pages();
    assert!(pages.len() > 80, "only {} pages were found", pages.len());
    let (next, problems) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Some(problem) = compare(page) {
                        problems.lock().unwrap().push(problem);
                    }
                }
            });
        }
    });
    let mut problems = problems.into_inner().unwrap();
    problems.extend(stale(&pages));
    problems.sort();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for agent in AGENTS {
        let output = proem(&["test", &format!("examples/{agent}"), "--json"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        for case in report["cases"].as_array().unwrap() {
            for provider in PROVIDERS {
                pages.push(Page {
                    agent,
                    case: case["case"].as_str().unwrap().to_owned(),
                    turns: case["turns"].as_array().unwrap().len(),
                    provider,
                });
            }
        }
    }
    pages
}

fn compare(page: &Page) -> Option<String> {
    let file = file(page);
    let found = read(page);
    if std::env::var_os("PROEM_BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, found).unwrap();
        return None;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if expected == found {
        return None;
    }
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let at = (0..).find(|at| expected.get(*at) != found.get(*at))?;
    let line = |lines: &[&str]| lines.get(at).map_or("(the end)".to_owned(), ToString::to_string);
    Some(format!(
        "{}:{}\n  expected {}\n  found    {}",
        file.display(),
        at + 1,
        line(&expected),
        line(&found)
    ))
}

/// Files of cases that are gone.
fn stale(pages: &[Page]) -> Vec<String> {
    let known: BTreeSet<PathBuf> = pages.iter().map(file).collect();
    let folders = AGENTS.map(|agent| snapshots().join(agent));
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok());
    let files = entries.flatten().map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.is_file() && !known.contains(file))
        .map(|file| format!("{}: no case makes this file; remove it", file.display()))
        .collect()
}

/// The layers and the text of every turn. A turn that the gate ends has only what it says, and one
/// that cannot be assembled has its findings.
fn read(page: &Page) -> String {
    let dir = format!("examples/{}", page.agent);
    let mut all = String::new();
    for turn in 1..=page.turns {
        let case = format!("{}:{turn}", page.case);
        let show = |what: &str| {
            let arguments =
                ["assemble", &dir, "--case", &case, "--provider", page.provider, "--show", what];
            let output = proem(&arguments);
            assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {output:?}");
            String::from_utf8(output.stdout).unwrap()
        };
        all.push_str(&format!("════ {case} for {} ════\n\n", page.provider));
        let layers = show("layers");
        let text = show("text");
        all.push_str(layers.trim_end());
        all.push_str("\n\n");
        if text != layers {
            all.push_str(text.trim_end());
            all.push_str("\n\n");
        }
    }
    format!("{}\n", all.trim_end())
}

fn proem(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_proem"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .unwrap()
}

fn file(page: &Page) -> PathBuf {
    snapshots().join(page.agent).join(format!("{}.{}.txt", page.case, page.provider))
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}
