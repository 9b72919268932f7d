//! A chat with a provider: text comes as it is written, and what goes wrong is told without the key.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "these are tests: what unwraps fails them with a message"
)]

#[path = "support/fake.rs"]
mod fake;
#[path = "support/offline.rs"]
mod offline;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fake::{Fake, Scripted};
use serde_json::{Value, json};

const KEY: &str = "sk-secret-of-the-test";

/// A chunk of Chat Completions.
fn chunk(text: &str) -> String {
    let choice = json!({"index": 0, "delta": {"content": text}, "finish_reason": null});
    format!("data: {}", json!({"id": "c1", "choices": [choice]}))
}

/// The chunk that ends an answer.
fn end(reason: &str) -> String {
    let choice = json!({"index": 0, "delta": {}, "finish_reason": reason});
    let usage = json!({"prompt_tokens": 900, "completion_tokens": 7});
    format!("data: {}\n\ndata: [DONE]", json!({"id": "c1", "choices": [choice], "usage": usage}))
}

fn events(pieces: &[String]) -> Scripted {
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    Scripted::events(&pieces)
}

/// An answer that comes whole, in one piece of text.
fn says(text: &str) -> Scripted {
    events(&[chunk(text), end("stop")])
}

/// What a chat prints.
fn chat(agent: &Path, fake: &Fake, lines: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    offline::offline(&mut command);
    command.args(["chat", agent.to_str().unwrap(), "--now", "2026-11-21T09:00:00Z"]);
    command.env("OPENAI_API_KEY", KEY).env("OPENAI_BASE_URL", format!("{}/v1/", fake.address));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(!text.contains(KEY), "the key is told: {text}");
    text
}

/// The part of a transcript behind a line that was typed.
fn behind<'t>(text: &'t str, typed: &str) -> &'t str {
    let part = text.split(&format!("> {typed}\n")).nth(1).unwrap_or_else(|| panic!("{text}"));
    part.split("\n\n> ").next().unwrap().trim_end()
}

/// An agent whose reply is plain text.
fn plain(name: &str, answer: &str, more: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chat").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("prompts/core")).unwrap();
    let agent = format!(
        "agent: plain\ndescription: Talks.\nmodel: {{name: gpt-5.4, window: 8000, reserve: 500}}\n\
         core: [core/identity]\nlayers:\n  - {{id: history, channel: history, shrink: oldest, keep: 2}}\n  \
         - {{id: message, channel: user}}\nanswer: {answer}\n{more}"
    );
    fs::write(root.join("agent.yaml"), agent).unwrap();
    fs::write(root.join("prompts/core/identity.md"), "You are plain.\n").unwrap();
    root
}

#[test]
fn text_is_sent_and_comes_in_pieces() {
    let agent = plain("pieces", "{kind: text}", "");
    let mut answer = events(&[chunk("Good"), chunk(" morn"), chunk("ing \u{1f305}"), end("stop")]);
    answer.pause = Duration::from_millis(20);
    let fake = Fake::of(vec![answer, says("Again.")]);
    let text = chat(&agent, &fake, "Hello\n/why\nOnce more\n");
    assert!(text.contains("openai-chat answers"), "{text}");
    assert!(!text.contains("rehearsal"), "{text}");
    assert!(behind(&text, "Hello").starts_with("Good morning \u{1f305}\nreply · "), "{text}");
    assert!(
        behind(&text, "/why").contains("read 900, 0 of them from the cache, wrote 7"),
        "{text}"
    );
    assert!(behind(&text, "Once more").starts_with("Again.\nreply · "), "{text}");
    let asked = fake.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].line, "POST /v1/chat/completions HTTP/1.1");
    let key = format!("authorization: Bearer {KEY}");
    assert!(asked[0].headers.contains(&key), "{:?}", asked[0].headers);
    let body: Value = serde_json::from_str(&asked[1].body).unwrap();
    assert_eq!(body["stream"], json!(true));
    let said: Vec<&str> = body["messages"]
        .as_array()
        .unwrap()
        .iter()
        .skip(1)
        .map(|message| message["content"].as_str().unwrap())
        .collect();
    assert_eq!(said, ["Hello", "Good morning \u{1f305}", "Once more"]);
}

#[test]
fn fields_of_an_answer_are_not_shown_and_its_message_is_as_it_comes() {
    let agent = plain("fields", "{kind: actions}", "");
    let answer = r#"{"message": "One \"moment\" please."}"#;
    let pieces: Vec<String> = answer.split_inclusive(' ').map(chunk).chain([end("stop")]).collect();
    let fake = Fake::of(vec![events(&pieces)]);
    let text = chat(&agent, &fake, "Hello\n");
    assert!(behind(&text, "Hello").starts_with("One \"moment\" please.\nreply · "), "{text}");
}

#[test]
fn an_answer_that_was_shown_is_not_asked_for_again() {
    let agent = plain("shown", "{kind: actions}", "");
    let broken = events(&[chunk("{\"message\": \"Half of"), end("length")]);
    let fake = Fake::of(vec![broken, says("{\"message\": \"The whole.\"}")]);
    let text = chat(&agent, &fake, "Hello\n/why\n");
    assert_eq!(fake.asked().len(), 1, "{text}");
    assert!(behind(&text, "Hello").contains("no answer: "), "{text}");
}

#[test]
fn an_answer_of_which_nothing_was_shown_is_asked_for_again() {
    let agent = plain("again", "{kind: actions}", "");
    let fake = Fake::of(vec![says("{}"), says("{\"message\": \"Now.\"}")]);
    let text = chat(&agent, &fake, "Hello\n/why\n");
    assert_eq!(fake.asked().len(), 2, "{text}");
    assert!(behind(&text, "Hello").starts_with("Now.\nreply · "), "{text}");
    assert!(behind(&text, "/why").contains("not taken: "), "{text}");
}

#[test]
fn what_goes_wrong_is_told_without_the_key() {
    let agent = plain("wrong", "{kind: text}", "");
    let echo = json!({"error": {"message": format!("Incorrect API key provided: {KEY}"),
        "type": "invalid_request_error", "code": "invalid_api_key"}});
    let mut broken = events(&[chunk("Half an an")]);
    broken.ends = false;
    let fake = Fake::of(vec![
        Scripted::body(401, &echo.to_string()),
        Scripted::body(503, "<html>busy</html>"),
        broken,
        events(&[
            chunk("Fine until"),
            format!(
                "data: {}",
                json!({"error": {"message": "overloaded", "type": "server_error"}})
            ),
        ]),
        says("Better."),
    ]);
    let text = chat(&agent, &fake, "one\ntwo\nthree\nfour\nfive\nsix\n");
    let first = behind(&text, "one");
    assert!(
        first.contains("(auth") && first.contains("Incorrect API key provided: (key)"),
        "{text}"
    );
    assert!(behind(&text, "two").contains("(overloaded, `503`): <html>busy</html>"), "{text}");
    assert!(behind(&text, "three").starts_with("Half an an\nno answer: "), "{text}");
    assert!(behind(&text, "four").starts_with("Fine until\nno answer: "), "{text}");
    assert!(behind(&text, "five").starts_with("Better.\nreply · "), "{text}");
    let last = behind(&text, "six");
    assert!(last.contains("no answer: the provider cannot be reached"), "{text}");
    assert!(!last.contains("127.0.0.1"), "the address is told: {text}");
}

#[test]
fn a_server_that_cannot_answer_in_pieces_is_read_whole() {
    let agent = plain("whole", "{kind: text}", "");
    let body = json!({"id": "c1", "choices": [{"index": 0, "finish_reason": "stop",
        "message": {"role": "assistant", "content": "All at once."}}]});
    let fake = Fake::of(vec![Scripted::body(200, &body.to_string())]);
    let text = chat(&agent, &fake, "Hello\n");
    assert!(behind(&text, "Hello").starts_with("All at once.\nreply · "), "{text}");
}

#[test]
fn calls_in_the_background_come_behind_the_reply_in_one_line() {
    let more = "calls:\n  note:\n    run: background\n    bare: true\n    layers:\n      - {id: message, channel: user}\n    answer: {kind: actions}\n";
    let agent = plain("background", "{kind: text}", more);
    let fake = Fake::of(vec![says("Hi."), says("{\"message\": \"\"}")]);
    let text = chat(&agent, &fake, "Hello\n");
    let lines: Vec<&str> = behind(&text, "Hello").lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert_eq!((lines[0], lines[2]), ("Hi.", "note: nothing to do"), "{text}");
}

#[test]
fn keys_of_other_providers_are_not_used() {
    let agent = plain("others", "{kind: text}", "");
    let fake = Fake::of(Vec::new());
    let mut command = Command::new(env!("CARGO_BIN_EXE_proem"));
    offline::offline(&mut command);
    command.args(["chat", agent.to_str().unwrap()]).env("ANTHROPIC_API_KEY", KEY);
    command.env("ANTHROPIC_BASE_URL", &fake.address).stdin(Stdio::null());
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("rehearsal: no model is asked, because OPENAI_API_KEY is not set"),
        "{text}"
    );
    assert_eq!(fake.asked().len(), 0);
}

#[test]
fn the_turn_before_is_explained_where_the_last_one_was_taken_back() {
    let agent = plain("undone", "{kind: text}", "");
    let fake = Fake::of(vec![says("First."), says("Second.")]);
    let lines = "One\n/why\nTwo\n/undo\n/why\n/text\n/undo\n/why\n/undo\n";
    let text = chat(&agent, &fake, lines);
    let parts: Vec<&str> = text.split("> /why\n").skip(1).collect();
    let told = |part: &str| part.split("\n\n> ").next().unwrap().trim_end().to_owned();
    assert_eq!(told(parts[0]), told(parts[1]), "{text}");
    assert_eq!(told(parts[2]), "every turn was taken back", "{text}");
    assert!(behind(&text, "/text").contains("One"), "{text}");
    assert!(text.contains("there is no turn to take back"), "{text}");
}
