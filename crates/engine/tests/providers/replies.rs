//! What comes back of each provider: whole bodies and streams, to replies.
//!
//! Each file of `replies/PROVIDER/` is a case: a line that says what it is, `== body` with what comes whole,
//! `== events` with the same as a stream, and `== reply` with what it means. What is in `official/` is also
//! read by the provider's own package (`tests/clients/read.py`); `odd/` is what other servers send, or
//! nobody should. `PROEM_BLESS=1` writes the last part anew: read the difference before you keep it.
#![expect(clippy::disallowed_methods, reason = "cases are files, and a test reads them")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proem::provider::{PROVIDERS, by_name};
use proem::turn::format::Provider;
use proem::turn::format::bad_reply::BadReply;
use proem::turn::format::events::Delta;
use proem::turn::format::reply::{Reply, ToolUse};
use serde_json::{Value as Json, json};

/// A case, as it stands in its file.
pub(crate) struct Case {
    pub(crate) path: PathBuf,
    pub(crate) provider: &'static dyn Provider,
    pub(crate) body: Option<Json>,
    pub(crate) events: Option<Vec<(Option<String>, String)>>,
}

#[test]
fn every_case_means_what_it_meant() {
    let bless = std::env::var_os("PROEM_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let whole = case.body.as_ref().map(|body| case.provider.reply(body));
        let streamed = case.events.as_ref().map(|events| stream(case.provider, events).1);
        if let (Some(whole), Some(streamed)) = (&whole, &streamed) {
            assert_eq!(whole, streamed, "{}: body and events differ", case.path.display());
        }
        let found = written(&whole.or(streamed).unwrap());
        let text = fs::read_to_string(&case.path).unwrap();
        let (head, expected) = text.split_once("== reply\n").unwrap();
        if bless {
            fs::write(&case.path, format!("{head}== reply\n{found}")).unwrap();
        } else if found != expected {
            wrong.push(format!("{}\n{found}", case.path.display()));
        }
    }
    assert!(wrong.is_empty(), "(PROEM_BLESS=1 writes them anew)\n{}", wrong.join("\n\n"));
}

#[test]
fn the_pieces_of_a_stream_are_the_reply() {
    let mut checked = 0;
    for case in cases() {
        let Some(events) = &case.events else { continue };
        let (deltas, reply) = stream(case.provider, events);
        let Ok(reply) = reply else { continue };
        let pieces = joined(&deltas);
        let place = case.path.display();
        if contradicts_itself(&reply) {
            continue;
        }
        assert_eq!(pieces.text, reply.text, "{place}");
        if deltas.iter().any(|delta| matches!(delta, Delta::Refusal(_))) {
            assert_eq!(pieces.refusal, reply.refusal, "{place}");
        }
        assert_eq!(pieces.tools.len(), reply.tools.len(), "{place}");
        for (piece, tool) in pieces.tools.iter().zip(&reply.tools) {
            assert_eq!((&piece.id, &piece.name), (&tool.id, &tool.name), "{place}");
            assert_eq!(read(&piece.arguments), read(&tool.arguments), "{place}");
        }
        checked += 1;
    }
    assert!(checked > 40, "only {checked} streams");
}

/// A stream that breaks off anywhere is never taken for an answer, unless nothing but counts is missing.
#[test]
fn no_part_of_a_stream_is_an_answer() {
    let mut broken = 0;
    for case in cases() {
        let Some(events) = &case.events else { continue };
        let (_, Ok(whole)) = stream(case.provider, events) else { continue };
        if contradicts_itself(&whole) {
            continue;
        }
        for end in 0..events.len() {
            let part = events.get(..end).unwrap();
            match stream(case.provider, part).1 {
                Ok(reply) => {
                    let (text, refusal) = (&reply.text, &reply.refusal);
                    assert_eq!((text, refusal), (&whole.text, &whole.refusal), "{end}");
                    let rest = (&reply.tools, &reply.stop, &reply.opaque);
                    assert_eq!(rest, (&whole.tools, &whole.stop, &whole.opaque), "{end}");
                }
                Err(BadReply::Broken { came }) => {
                    let place = case.path.display();
                    assert!(whole.text.starts_with(&came.text), "{place} {end}: {}", came.text);
                    broken += 1;
                }
                Err(other) => panic!("{} {end}: {other}", case.path.display()),
            }
        }
    }
    assert!(broken > 200, "only {broken} streams broke");
}

/// What came back, said again to the provider: nothing is lost, and what is signed is where it was.
#[test]
fn a_reply_comes_back_as_the_parts_that_say_it() {
    use proem::agent::input::Part;
    for case in cases() {
        let Some(Ok(reply)) = case.body.as_ref().map(|body| case.provider.reply(body)) else {
            continue;
        };
        let parts = reply.parts("p", "m");
        let mut text = String::new();
        let mut calls = 0;
        let mut opaque = reply.opaque.iter();
        for part in &parts {
            match part {
                Part::Text { text: piece } => text.push_str(piece),
                Part::ToolCall { id, .. } => {
                    assert_eq!(*id, reply.tools.get(calls).unwrap().id);
                    calls += 1;
                }
                Part::Opaque { value, .. } => {
                    let next = opaque.next().unwrap();
                    assert_eq!((&next.value, next.text, next.tools), (value, text.len(), calls));
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((text, calls), (reply.text, reply.tools.len()), "{}", case.path.display());
        assert!(opaque.next().is_none(), "{}", case.path.display());
    }
}

#[test]
fn every_provider_has_cases() {
    let cases = cases();
    for provider in PROVIDERS {
        let own = cases.iter().filter(|case| case.provider.name() == provider.name());
        assert!(own.count() >= 20, "{}", provider.name());
    }
}

/// All cases, in the order of their names. They are read once.
pub(crate) fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(found);
    &CASES
}

fn found() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/providers/replies");
    let mut found = Vec::new();
    for provider in fs::read_dir(folder).unwrap() {
        for kind in fs::read_dir(provider.unwrap().path()).unwrap() {
            let files = fs::read_dir(kind.unwrap().path()).unwrap();
            found.extend(files.map(|file| file.unwrap().path()));
        }
    }
    found.sort();
    found.into_iter().map(case).collect()
}

fn case(path: PathBuf) -> Case {
    let text = fs::read_to_string(&path).unwrap();
    let name = path.iter().rev().nth(2).unwrap().to_string_lossy().into_owned();
    let part = |name: &str| {
        let begin = text.split_once(&format!("== {name}\n"))?.1;
        Some(begin.split("\n== ").next().unwrap_or_default())
    };
    let body = part("body").map(|body| serde_json::from_str(body).unwrap());
    let events = text.contains("== events\n").then(|| {
        let lines = text.split_once("== events\n").unwrap().1;
        events(lines.split_once("== reply\n").unwrap().0)
    });
    Case { provider: by_name(&name).unwrap(), path, body, events }
}

/// Cuts a stream into events, as the host's library does.
pub(crate) fn events(stream: &str) -> Vec<(Option<String>, String)> {
    let mut found = Vec::new();
    for event in stream.split("\n\n") {
        let of = |key: &str| -> Vec<&str> {
            event.lines().filter_map(|line| line.strip_prefix(key)).collect()
        };
        let data = of("data: ");
        if !data.is_empty() {
            found.push((of("event: ").first().map(|name| (*name).to_owned()), data.join("\n")));
        }
    }
    found
}

/// What a stream says: all its pieces, and the reply.
pub(crate) fn stream(
    provider: &dyn Provider,
    events: &[(Option<String>, String)],
) -> (Vec<Delta>, Result<Reply, BadReply>) {
    let mut deltas = Vec::new();
    let mut taken = provider.events();
    for (event, data) in events {
        match taken.push(event.as_deref(), data) {
            Ok(new) => deltas.extend(new),
            Err(fault) => {
                assert_eq!(taken.push(None, "{}"), Err(fault.clone()));
                assert_eq!(taken.finish(), Err(fault.clone()));
                return (deltas, Err(fault));
            }
        }
    }
    (deltas, taken.finish())
}

/// Whether the end of a stream said another text than its pieces: the reply says so, and is the end's.
fn contradicts_itself(reply: &Reply) -> bool {
    reply.notes.iter().any(|note| note.note.contains("than that of its pieces"))
}

/// The reply that pieces come to.
fn joined(deltas: &[Delta]) -> Reply {
    let mut reply = Reply::default();
    for delta in deltas {
        match delta {
            Delta::Text(text) => reply.text.push_str(text),
            Delta::Refusal(text) => reply.refusal.get_or_insert_default().push_str(text),
            Delta::Tool { at, id, name } => {
                assert_eq!(*at, reply.tools.len());
                let (id, name) = (id.clone(), name.clone());
                reply.tools.push(ToolUse { id, name, arguments: String::new() });
            }
            Delta::Arguments { at, text } => {
                reply.tools.get_mut(*at).unwrap().arguments.push_str(text);
            }
        }
    }
    reply
}

/// Arguments as a value where they are one: white space between them is nobody's concern.
fn read(arguments: &str) -> Json {
    match arguments {
        "" => json!({}),
        text => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
    }
}

/// A reply or why there is none, as it stands in a case.
fn written(outcome: &Result<Reply, BadReply>) -> String {
    let json = match outcome {
        Ok(reply) => serde_json::to_string_pretty(reply).unwrap(),
        Err(bad) => {
            let retry = if bad.is_worth_a_retry() { "worth a retry" } else { "not worth a retry" };
            let json = serde_json::to_string_pretty(bad).unwrap();
            format!("{bad}\n{retry}\n{json}")
        }
    };
    format!("{json}\n")
}
