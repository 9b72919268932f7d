//! Every payload that the examples make is one that the providers' own clients accept.
//!
//! Each turn of each case of each agent in `examples/` is assembled for each provider. A turn that the gate
//! ends has no payload, and is left out. The official Python packages then send it to a server on this
//! machine (`tests/clients/send.py`), and for OpenAI the request types of async-openai must read it and
//! write the same again. Nothing leaves the machine.
#![expect(clippy::unwrap_used, reason = "these are tests: what unwraps fails them with a message")]
#![expect(clippy::result_large_err, reason = "findings are the engine's, and here they are rare")]

use async_openai::types::chat::CreateChatCompletionRequest;
use proem::agent::model::Model;
use proem::provider::find_or;
use proem::turn::case::play;
use proem::turn::{Assembled, Options};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "support/answers.rs"]
mod answers;
#[path = "support/examples.rs"]
mod examples;

use examples::{AGENTS, agent};

/// The providers whose payloads are checked, by their names on the command line.
const PROVIDERS: [&str; 4] = ["openai-chat", "openai-responses", "anthropic", "gemini"];

/// What `send.py` is given: a payload, with a name for messages.
#[derive(Clone)]
struct Row {
    name: String,
    provider: String,
    payload: Value,
}

#[test]
fn official_packages_send_every_payload_unchanged() {
    let Some(python) = python() else { return };
    let rows = payloads(&PROVIDERS).unwrap();
    let answers = send(&python, "examples", &rows).unwrap();
    let problems: Vec<String> = answers
        .iter()
        .filter(|answer| answer["ok"] != true)
        .map(|answer| format!("{}\n{}", text(&answer["name"]), sentences(&answer["error"])))
        .collect();
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn types_of_async_openai_read_and_write_every_payload() {
    let mut problems = Vec::new();
    for row in payloads(&["openai-chat"]).unwrap() {
        if let Err(problem) = through_types(&row.payload) {
            problems.push(format!("{}\n    {problem}", row.name));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// Both checks are worth what they find: `samples.jsonl` holds good payloads and seeded mistakes,
/// each with the place that must be named.
#[test]
fn seeded_mistakes_are_found_by_the_official_packages() {
    let Some(python) = python() else { return };
    let samples = samples().unwrap();
    let rows: Vec<Row> = samples.iter().map(|(row, _)| row.clone()).collect();
    let answers = send(&python, "samples", &rows).unwrap();
    for ((row, finds), answer) in samples.iter().zip(&answers) {
        let said = sentences(&answer["error"]);
        match finds {
            None => assert_eq!(answer["ok"], true, "{}: {said}", row.name),
            Some(place) => {
                assert_eq!(answer["ok"], false, "{}: was accepted", row.name);
                assert!(said.contains(&format!("{place}: ")), "{}: {said}", row.name);
            }
        }
    }
}

#[test]
fn seeded_mistakes_are_found_by_the_types_of_async_openai() {
    let mut checked = 0;
    for (row, finds) in samples().unwrap() {
        if row.provider == "openai-chat" {
            let result = through_types(&row.payload);
            assert_eq!(result.is_err(), finds.is_some(), "{}: {result:?}", row.name);
            checked += 1;
        }
    }
    assert!(checked > 1, "no samples for openai-chat");
}

/// The interpreter that has the packages. Without one the test says so and does nothing.
fn python() -> Option<PathBuf> {
    let found = std::env::var_os("PROEM_PYTHON").map(PathBuf::from);
    if found.is_none() {
        eprintln!(
            "skipped: PROEM_PYTHON names no Python with the packages of tests/requirements.txt; \
             `cargo xtask setup` installs them, `cargo xtask test` sets it"
        );
    }
    found
}

/// The payloads of all turns of all cases of all examples.
fn payloads(providers: &[&'static str]) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for agent in AGENTS.map(agent) {
        for (case, provider) in
            agent.cases.iter().flat_map(|case| providers.iter().map(move |p| (case, p)))
        {
            let find = |model: &Model| find_or(Some(provider), model);
            let last = case.turns.len() - 1;
            let played = play(&agent.compiled, case, last, &Options::default(), &find);
            for (at, turn) in played.iter().enumerate() {
                let Ok(Assembled::Call(assembly)) = &turn.assembled else { continue };
                let payload = serde_json::from_str(&assembly.payload).map_err(|e| e.to_string())?;
                let name = format!("{} {}:{} for {provider}", agent.name, case.name, at + 1);
                rows.push(Row { name, provider: (*provider).to_owned(), payload });
            }
        }
    }
    if rows.len() < 80 * providers.len() {
        return Err(format!("only {} turns have a payload", rows.len()));
    }
    Ok(rows)
}

/// Hands all rows to `send.py`; its answers, one for each row, in order.
fn send(python: &Path, name: &str, rows: &[Row]) -> Result<Vec<Value>, String> {
    let lines: String = rows
        .iter()
        .map(|row| {
            let line = serde_json::json!({
                "name": row.name, "provider": row.provider, "payload": row.payload
            });
            format!("{line}\n")
        })
        .collect();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("clients-{name}.jsonl"));
    fs::write(&file, lines).map_err(|error| format!("{}: {error}", file.display()))?;
    let output = Command::new(python)
        .arg(root().join("tests/clients/send.py"))
        .arg(&file)
        .output()
        .map_err(|error| format!("{}: {error}", python.display()))?;
    let answers = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<Value>, _>>()
        .map_err(|error| format!("send.py printed no JSON: {error}"))?;
    if answers.len() == rows.len() {
        Ok(answers)
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("{} answers for {} payloads\n{said}", answers.len(), rows.len()))
    }
}

/// The samples, each with the place of its seeded mistake.
fn samples() -> Result<Vec<(Row, Option<String>)>, String> {
    let file = root().join("tests/clients/samples.jsonl");
    let read = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    read.lines()
        .map(|line| {
            let mut sample: Value =
                serde_json::from_str(line).map_err(|error| error.to_string())?;
            let row = Row {
                name: text(&sample["name"]).to_owned(),
                provider: text(&sample["provider"]).to_owned(),
                payload: sample["payload"].take(),
            };
            Ok((row, sample["finds"].as_str().map(str::to_owned)))
        })
        .collect()
}

/// Reads a payload by async-openai's types and writes it again; the first difference, if there is
/// one. Its numbers are of single precision and its options leave out null, so numbers are compared
/// with tolerance and nulls not at all.
fn through_types(payload: &Value) -> Result<(), String> {
    let request: CreateChatCompletionRequest = serde_json::from_value(payload.clone())
        .map_err(|error| format!("async-openai cannot read it: {error}"))?;
    // Through text: 0.6 in single precision prints as 0.6, but is another number in double
    // precision.
    let again = serde_json::to_string(&request)
        .and_then(|text| serde_json::from_str::<Value>(&text))
        .map_err(|error| format!("async-openai cannot write it: {error}"))?;
    match difference(payload, &again, "") {
        None => Ok(()),
        Some(problem) => Err(problem),
    }
}

/// Where two JSON values differ first, in words.
fn difference(ours: &Value, theirs: &Value, place: &str) -> Option<String> {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = a.keys().chain(b.keys().filter(|key| !a.contains_key(*key)));
            keys.into_iter().find_map(|key| {
                let (a, b) =
                    (a.get(key).unwrap_or(&Value::Null), b.get(key).unwrap_or(&Value::Null));
                difference(a, b, &format!("{place}/{key}"))
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(index, (a, b))| difference(a, b, &format!("{place}/{index}"))),
        (Value::Number(a), Value::Number(b))
            if a.as_f64().zip(b.as_f64()).is_some_and(|(a, b)| (a - b).abs() <= 1e-6 * a.abs()) =>
        {
            None
        }
        _ if ours == theirs => None,
        _ => Some(format!("{place}: ours is {ours}, async-openai writes {theirs}")),
    }
}

fn sentences(error: &Value) -> String {
    let lines = error.as_array().into_iter().flatten().map(|line| format!("    {}", text(line)));
    lines.collect::<Vec<_>>().join("\n")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The repository's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
