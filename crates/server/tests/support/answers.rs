//! Every answer that the engine's tests read is one that the providers' own clients read the same.
//!
//! The cases of `crates/engine/tests/providers/replies` that are marked as official are sent to the packages
//! by a server on this machine (`tests/clients/read.py`), whole and as a stream. What they understand is
//! what the engine does, and each body and event is what their types allow.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proem::agent::input::{Content, Message, Part, Speaker, TurnInput};
use proem::agent::model::Model;
use proem::provider::{by_name, find_or};
use proem::turn::format::bad_reply::BadReply;
use proem::turn::format::reply::{Reply, Stop, ToolUse};
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use serde_json::{Value, json};

use crate::examples::agent;
use crate::{Row, python, root, send};

/// An answer: its status, what comes whole, and the same as a stream.
struct Answer {
    name: String,
    provider: String,
    status: u16,
    body: Option<String>,
    events: Option<String>,
}

#[test]
fn official_packages_read_every_answer_as_the_engine_does() {
    let Some(python) = python() else { return };
    let mut answers = official();
    let count = answers.len();
    assert!(count > 60, "only {count} answers");
    answers.extend(seeded());
    let mut read = read(&python, "answers", &answers);
    // The types of the packages find what is not theirs.
    for (answer, theirs) in answers.iter().zip(&read).skip(count) {
        assert_ne!(theirs["problems"], json!([]), "{}", answer.name);
    }
    read.truncate(count);
    let mut problems = Vec::new();
    for (answer, theirs) in answers.iter().zip(read) {
        let found = theirs["problems"].as_array().unwrap();
        problems.extend(found.iter().map(|problem| format!("{}: {problem}", answer.name)));
        let ways = [(&answer.body, "whole", false), (&answer.events, "streamed", true)];
        for (text, way, is_stream) in ways {
            let Some(text) = text else { continue };
            let ours = engine(&answer.provider, text, is_stream);
            if let Some(difference) = difference(&ours, &theirs[way]) {
                problems.push(format!("{} {way}: {difference}", answer.name));
            }
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// What a model said, and what its calls gave, is taken by the packages in the next request.
#[test]
fn official_packages_send_what_goes_back() {
    let Some(python) = python() else { return };
    let agent = agent("support");
    let mut rows = Vec::new();
    for answer in official() {
        let provider = by_name(&answer.provider).unwrap();
        let Some(body) = answer.body else { continue };
        let Ok(reply) = provider.reply(&serde_json::from_str(&body).unwrap()) else { continue };
        // Arguments that are cut off are an answer that is, and never come to a round.
        if reply.stop != Stop::Tools && reply.opaque.is_empty() {
            continue;
        }
        let model = "loopback";
        let said = |role, parts| Message { role, content: Content::Parts(parts) };
        let mut input = TurnInput {
            message: Some(Content::Text("And now?".into())),
            history: vec![
                said(Speaker::User, vec![Part::Text { text: "Hi.".into() }]),
                said(Speaker::Assistant, reply.parts(provider.name(), model)),
            ],
            ..TurnInput::default()
        };
        if !reply.tools.is_empty() {
            let result = |tool: &ToolUse| Part::ToolResult {
                id: tool.id.clone(),
                content: "{\"done\": true}".into(),
            };
            input.history.push(said(Speaker::Tool, reply.tools.iter().map(result).collect()));
        }
        let options = Options { model: Some(model.into()), ..Options::default() };
        let find = |model: &Model| find_or(Some(provider.name()), model);
        let outcome = assemble(&agent.compiled, &input, &options, &find, &mut Memo::default());
        let Ok(Assembled::Call(assembly)) = outcome else { panic!("{}: {outcome:?}", answer.name) };
        assert!(!assembly.payload.contains("\"opaque\""), "{}", answer.name);
        for opaque in &reply.opaque {
            let signed = ["signature", "thoughtSignature", "encrypted_content", "data", "id"];
            let value = signed.iter().find_map(|key| opaque.value.get(*key)).unwrap();
            assert!(assembly.payload.contains(value.as_str().unwrap()), "{}", answer.name);
        }
        let payload = serde_json::from_str(&assembly.payload).unwrap();
        rows.push(Row { name: answer.name, provider: answer.provider, payload });
    }
    assert!(rows.len() >= 12, "only {} rounds", rows.len());
    let sent = send(&python, "back", &rows).unwrap();
    let problems: Vec<String> = sent
        .iter()
        .filter(|answer| answer["ok"] != true)
        .map(|answer| format!("{}: {}", answer["name"], answer["error"]))
        .collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The texts of all providers, each with a mistake that its package must find.
fn seeded() -> Vec<Answer> {
    let mistakes = [
        ("openai-chat", "\"finish_reason\": \"stop\"", "\"finish_reason\": \"done\""),
        ("openai-responses", "\"annotations\"", "\"remarks\""),
        ("anthropic", "\"stop_reason\": \"end_turn\"", "\"stop_reason\": \"finished\""),
        ("gemini", "\"parts\"", "\"pieces\""),
    ];
    let texts = official().into_iter().filter(|answer| answer.name.ends_with("official/text"));
    let altered = texts.map(|answer| {
        let (_, from, to) = mistakes.iter().find(|row| row.0 == answer.provider).unwrap();
        Answer { body: answer.body.map(|body| body.replace(from, to)), events: None, ..answer }
    });
    let found: Vec<Answer> = altered.collect();
    assert_eq!(found.len(), mistakes.len());
    found
}

/// What the engine makes of it.
fn engine(provider: &str, text: &str, is_stream: bool) -> Result<Reply, BadReply> {
    let provider = by_name(provider).unwrap();
    if !is_stream {
        return provider.reply(&serde_json::from_str(text).unwrap());
    }
    let mut events = provider.events();
    for event in text.split("\n\n").filter(|event| !event.trim().is_empty()) {
        let of = |key: &str| event.lines().find_map(|line| line.strip_prefix(key));
        events.push(of("event: "), of("data: ").unwrap())?;
    }
    events.finish()
}

/// Where the engine and a package understand different things, in words.
fn difference(ours: &Result<Reply, BadReply>, theirs: &Value) -> Option<String> {
    let ours = match ours {
        Ok(reply) => reply,
        Err(BadReply::Error { message, .. }) if theirs["error"] == json!(message) => return None,
        Err(bad) => return Some(format!("{bad}; the package: {theirs}")),
    };
    let value = |text: &str| serde_json::from_str(text).unwrap_or_else(|_| json!(text));
    let tools: Vec<Value> = ours
        .tools
        .iter()
        .zip(theirs["tools"].as_array().into_iter().flatten())
        // A call that came without an id has one only here.
        .map(|(tool, theirs)| {
            let id = if theirs["id"].is_null() { Value::Null } else { json!(tool.id) };
            json!({"id": id, "name": tool.name, "arguments": value(&tool.arguments)})
        })
        .collect();
    let word = theirs["stopped"].as_str().unwrap_or_default();
    let stopped = ours.stopped.as_str();
    let same_word = stopped == word
        || stopped.strip_prefix(word).is_some_and(|rest| rest.starts_with(": "))
        || stopped == format!("blocked: {word}");
    let refusal = if ours.stop == Stop::Refused { &ours.refusal } else { &None };
    // The package of Google does not hand on what its own service says of a reason.
    let unsaid = theirs["refusal"].is_null() && theirs["stopped"] == "SAFETY";
    let refused = unsaid || ours.stop != Stop::Refused || json!(refusal) == theirs["refusal"];
    let usage = ours.usage.map(|usage| json!({"input": usage.input, "output": usage.output}));
    let same = json!(ours.text) == theirs["text"]
        && ours.tools.len() == theirs["tools"].as_array().map_or(0, Vec::len)
        && json!(tools) == theirs["tools"]
        && same_word
        && refused
        && json!(usage) == theirs["usage"];
    (!same).then(|| format!("{ours:?}; the package: {theirs}"))
}

/// Hands all answers to `read.py`; what the packages understood of each, in order.
fn read(python: &Path, name: &str, answers: &[Answer]) -> Vec<Value> {
    let lines: String = answers
        .iter()
        .map(|answer| {
            let line = json!({
                "name": answer.name, "provider": answer.provider, "status": answer.status,
                "body": answer.body, "events": answer.events,
            });
            format!("{line}\n")
        })
        .collect();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("clients-{name}.jsonl"));
    fs::write(&file, lines).unwrap();
    let output =
        Command::new(python).arg(root().join("tests/clients/read.py")).arg(&file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let found: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), answers.len(), "{}", String::from_utf8_lossy(&output.stderr));
    found
}

/// The cases that are official.
fn official() -> Vec<Answer> {
    let folder = root().join("crates/engine/tests/providers/replies");
    let mut found: Vec<PathBuf> = Vec::new();
    for provider in fs::read_dir(folder).unwrap() {
        let files = fs::read_dir(provider.unwrap().path().join("official")).unwrap();
        found.extend(files.map(|file| file.unwrap().path()));
    }
    found.sort();
    found.iter().map(|path| answer(path)).collect()
}

fn answer(path: &Path) -> Answer {
    let text = fs::read_to_string(path).unwrap();
    let part = |name: &str| {
        let begin = text.split_once(&format!("\n== {name}\n"))?.1;
        begin.split("\n== ").next().map(str::to_owned)
    };
    let provider = path.iter().rev().nth(2).unwrap().to_string_lossy().into_owned();
    let name = format!("{provider}/official/{}", path.file_stem().unwrap().to_string_lossy());
    let status = part("status").map_or(200, |status| status.trim().parse().unwrap());
    // Each event ends with an empty line, the last one too.
    let events = part("events").map(|events| format!("{}\n\n", events.trim_end()));
    Answer { name, provider, status, body: part("body"), events }
}
