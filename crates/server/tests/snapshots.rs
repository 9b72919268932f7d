//! What the model reads in every case of the examples, and how each provider is given it, as files.
//!
//! `snapshots/AGENT/CASE.txt` holds the layers of each turn and then its text, as openai-chat has it.
//! `CASE.payloads.txt` holds for each provider the outline of the request: which text has which seat,
//! where texts break, what is marked for the cache. A text is shown there in full only where it is another
//! one than openai-chat's. `requests.txt` holds the tools and schemas that the outlines of the agent name,
//! each once, as they were lowered. The files are documentation, and a tripwire: whoever changes a
//! prompt, a rule or the engine sees what it does to the examples. `PROEM_BLESS=1` writes them anew; read
//! the difference before you keep it.
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]
#![expect(clippy::result_large_err, reason = "findings are the engine's, and here they are rare")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use proem::agent::case::Case;
use proem::agent::model::Model;
use proem::provider::find_or;
use proem::turn::case::play;
use proem::turn::{Assembled, Options};
use serde_json::Value;

#[path = "support/examples.rs"]
mod examples;
#[path = "support/payload.rs"]
mod payload;

use examples::{AGENTS, Agent, agent, examples};
use payload::{Parts, compact, outline, texts};

/// The providers for which cases are shown. All are held against the first one.
const PROVIDERS: [&str; 4] = ["openai-chat", "openai-responses", "anthropic", "gemini"];

/// Where the conversation must begin with the user, this line stands in front of one that the agent opened.
const OPENING: &str = "(There is no message from the user. It is your turn to speak.)";

/// How many cases are assembled at the same time.
const WORKERS: usize = 4;

/// Tools or a schema, and the providers that are sent them like this.
struct Named {
    name: String,
    value: Value,
    providers: BTreeSet<&'static str>,
}

/// What a case comes to: its text, its outlines, and what these name, by provider.
#[derive(Default)]
struct Pages {
    text: String,
    payloads: String,
    parts: [Parts; PROVIDERS.len()],
}

#[test]
fn every_case_reads_as_it_read() {
    let agents = AGENTS.map(agent);
    let cases: Vec<_> =
        agents.iter().flat_map(|agent| agent.cases.iter().map(move |case| (agent, case))).collect();
    assert!(cases.len() > 80, "only {} cases were found", cases.len());
    let (next, read) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((agent, case)) = cases.get(at) else { break };
                    let pages = pages(agent, case);
                    read.lock().unwrap().insert(at, pages);
                }
            });
        }
    });
    let files = files(&cases, read.into_inner().unwrap());
    let mut problems: Vec<String> =
        files.iter().filter_map(|(file, found)| compare(file, found)).collect();
    problems.extend(stale(&files));
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The files of all cases, with what they must hold.
fn files(cases: &[(&Agent, &Case)], read: BTreeMap<usize, Pages>) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut named: BTreeMap<PathBuf, Vec<Named>> = BTreeMap::new();
    for ((agent, case), pages) in cases.iter().zip(read.into_values()) {
        let folder = snapshots().join(agent.name);
        files.insert(folder.join(format!("{}.txt", case.name)), pages.text);
        files.insert(folder.join(format!("{}.payloads.txt", case.name)), pages.payloads);
        let known = named.entry(folder.join("requests.txt")).or_default();
        for (provider, parts) in PROVIDERS.into_iter().zip(pages.parts) {
            for (name, value) in parts {
                match known.iter_mut().find(|known| known.name == name) {
                    Some(known) => {
                        known.providers.insert(provider);
                    }
                    None => {
                        known.push(Named { name, value, providers: BTreeSet::from([provider]) })
                    }
                }
            }
        }
    }
    for (file, parts) in named {
        let sections = parts.iter().map(|part| {
            let providers = part.providers.iter().copied().collect::<Vec<_>>().join(", ");
            format!("── {} ── {providers}\n{}\n", part.name, compact(&part.value))
        });
        let sections = sections.collect::<Vec<_>>();
        if !sections.is_empty() {
            files.insert(file, sections.join("\n"));
        }
    }
    files
}

fn compare(file: &Path, found: &str) -> Option<String> {
    if std::env::var_os("PROEM_BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, found).unwrap();
        return None;
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
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
fn stale(known: &BTreeMap<PathBuf, String>) -> Vec<String> {
    let folders = AGENTS.map(|agent| snapshots().join(agent));
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok());
    let files = entries.flatten().map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.is_file() && !known.contains_key(file))
        .map(|file| format!("{}: no case makes this file; remove it", file.display()))
        .collect()
}

/// The pages of a case. A turn that the gate ends has only what it says, and one that cannot be assembled
/// has its findings.
fn pages(agent: &Agent, case: &Case) -> Pages {
    let mut pages = Pages::default();
    let sent = PROVIDERS.map(|provider| {
        let find = |model: &Model| find_or(Some(provider), model);
        let last = case.turns.len() - 1;
        play(&agent.compiled, case, last, &Options::default(), &find)
    });
    for at in 0..case.turns.len() {
        let turn = format!("{}:{}", case.name, at + 1);
        let (layers, text) = (show(agent, &turn, "layers"), show(agent, &turn, "text"));
        pages.text.push_str(&format!("════ {turn} for {} ════\n\n", PROVIDERS[0]));
        pages.text.push_str(&format!("{}\n\n", layers.trim_end()));
        if text != layers {
            pages.text.push_str(&format!("{}\n\n", text.trim_end()));
        }
        pages.payloads.push_str(&format!("════ {turn} ════\n\n"));
        let mut first = None;
        for ((provider, sent), parts) in PROVIDERS.iter().zip(&sent).zip(&mut pages.parts) {
            let Ok(Assembled::Call(assembly)) = &sent[at].assembled else {
                pages.payloads.push_str(&format!("── {provider} ── is sent nothing\n\n"));
                continue;
            };
            let payload = serde_json::from_str(&assembly.payload).unwrap();
            let read = reading(&payload);
            let same = *first.get_or_insert_with(|| read.clone()) == read;
            let another = if same { "" } else { " reads another text" };
            let outline = outline(&payload, parts);
            pages.payloads.push_str(&format!("── {provider} ──{another}\n{outline}\n\n"));
            if !same {
                pages.payloads.push_str(&format!("{read}\n\n"));
            }
        }
    }
    pages.text.truncate(pages.text.trim_end().len());
    pages.payloads.truncate(pages.payloads.trim_end().len());
    pages.text.push('\n');
    pages.payloads.push('\n');
    pages
}

/// What the model reads as one text, however it is divided, without the opening line.
fn reading(payload: &Value) -> String {
    let texts = texts(payload).into_iter().map(|text| text.trim_matches('\n'));
    texts.filter(|text| *text != OPENING).collect::<Vec<_>>().join("\n\n")
}

/// What the command line shows of a turn, for the first provider.
fn show(agent: &Agent, turn: &str, what: &str) -> String {
    let dir = format!("examples/{}", agent.name);
    let arguments = ["assemble", &dir, "--case", turn, "--provider", PROVIDERS[0], "--show", what];
    let output = Command::new(env!("CARGO_BIN_EXE_proem"))
        .args(arguments)
        .current_dir(examples().join(".."))
        .output()
        .unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}
