//! Plays the turns of a case, and writes down what happens.

use std::fs;
use std::path::Path;

use proem::agent::input::TurnInput;
use proem::agent::source::Source;
use proem::check::compiled::Compiled;
use proem::provider;
use proem::turn::Options;
use proem::turn::course::given::Given;
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::kept::Memo;
use serde_json::Value as Json;

use crate::folder::{compile, parts};
use crate::script;

/// A turn of a case.
pub(crate) struct Act {
    /// Its input as it is written.
    pub input: String,
    /// What the host gives.
    pub given: Vec<Given>,
    /// The call that is asked for by name.
    pub call: Option<String>,
}

/// A case: an agent and its turns.
pub(crate) struct Play {
    pub agent: Compiled,
    pub acts: Vec<Act>,
}

/// Reads a case.
pub(crate) fn play(text: &str) -> Play {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut acts: Vec<Act> = Vec::new();
    for (name, body) in parts(text) {
        if let Some(base) = name.strip_prefix("base ") {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/course/agents");
            let text = fs::read_to_string(folder.join(format!("{base}.txt"))).unwrap();
            files.extend(parts(&text));
        } else if let Some(call) = name.strip_prefix("turn") {
            let call = call.trim();
            let call = (!call.is_empty()).then(|| call.to_owned());
            acts.push(Act { input: body, given: Vec::new(), call });
        } else if name == "given" {
            acts.last_mut().unwrap().given = script::read(&body);
        } else if let Some(file) = files.iter_mut().find(|(path, _)| *path == name) {
            file.1 = body;
        } else {
            files.push((name, body));
        }
    }
    Play { agent: compile(&files), acts }
}

/// The agent of a base.
pub(crate) fn base(name: &str) -> Compiled {
    play(&format!("== base {name}\n")).agent
}

/// Everything that happens in a case.
pub(crate) fn told(text: &str) -> String {
    let play = play(text);
    let mut memo = Memo::default();
    let mut before: Option<Outcome> = None;
    let mut history = Vec::new();
    let mut out = String::new();
    for (at, act) in play.acts.iter().enumerate() {
        out.push_str(&format!("# turn {}\n", at + 1));
        let mut input = input(&act.input);
        if let Some(before) = &before {
            if !act.input.contains("state:") {
                input.state = before.next.clone();
            }
            history.extend(before.history.iter().cloned());
            if !act.input.contains("history:") {
                input.history.clone_from(&history);
            }
        } else {
            history.clone_from(&input.history);
        }
        let options = Options { call: act.call.clone(), ..Options::default() };
        let mut turn = Turn::new(&play.agent, input, options, &provider::find);
        before = course(&mut turn, &act.given, &mut memo, &mut out);
    }
    out
}

/// Runs a turn to its end, or to where its script ends.
fn course(
    turn: &mut Turn<'_>,
    given: &[Given],
    memo: &mut Memo,
    out: &mut String,
) -> Option<Outcome> {
    let mut given = given.iter();
    loop {
        match turn.next(memo) {
            Err(findings) => {
                for finding in findings {
                    out.push_str(&format!("error {}: {}\n", finding.code, finding.message));
                }
                return None;
            }
            Ok(Next::Gather(requests)) => {
                out.push_str(&format!("gather {}\n", serde_json::to_string(requests).unwrap()));
            }
            Ok(Next::Call(assembly)) => {
                out.push_str(&format!("call {}\n", assembly.manifest().call));
                for round in rounds(&assembly.manifest(), &assembly.text()) {
                    out.push_str(&format!("  {}\n", round.replace('\n', "\n  ")));
                }
            }
            Ok(Next::Perform(requests)) => {
                out.push_str(&format!("perform {}\n", serde_json::to_string(requests).unwrap()));
            }
            Ok(Next::Done(outcome)) => {
                let json = serde_json::to_value(outcome).unwrap();
                out.push_str(&serde_json::to_string_pretty(&bare(json)).unwrap());
                out.push('\n');
                let left: Vec<&str> = given.map(Given::kind).collect();
                if !left.is_empty() {
                    out.push_str(&format!("left over: {}\n", left.join(", ")));
                }
                return Some(outcome.clone());
            }
        }
        let Some(next) = given.next() else {
            out.push_str("(the script ends here)\n");
            return None;
        };
        if let Err(misplaced) = turn.resume(next.clone()) {
            out.push_str(&format!("misplaced: {misplaced}\n"));
            return None;
        }
    }
}

/// What was said in the turn behind the user's message, as the payload has it.
fn rounds(manifest: &proem::turn::account::manifest::Manifest, text: &str) -> Vec<String> {
    let origins = serde_json::to_value(&manifest.origins).unwrap();
    let spans = origins.as_array().unwrap().iter();
    let first =
        spans.filter(|entry| entry["from"] == "round").find_map(|entry| entry["span"][0].as_u64());
    let parts = serde_json::to_value(&manifest.parts).unwrap();
    let mut rounds = Vec::new();
    let Some(first) = first else { return rounds };
    for part in parts.as_array().unwrap() {
        let (from, to) = (part["span"][0].as_u64().unwrap(), part["span"][1].as_u64().unwrap());
        if from >= first {
            let (from, to) = (usize::try_from(from).unwrap(), usize::try_from(to).unwrap());
            rounds.push(format!("{}: {}", part["role"].as_str().unwrap(), &text[from..to]));
        }
    }
    rounds
}

/// Without what is empty, and without the history, which a case shows by going on.
fn bare(json: Json) -> Json {
    let empty = |value: &Json| match value {
        Json::Array(items) => items.is_empty(),
        Json::Object(map) => map.is_empty(),
        Json::Null => true,
        _ => false,
    };
    let Json::Object(mut map) = json else { return json };
    map.remove("history");
    map.remove("history_from");
    if map.get("next") == map.get("state") {
        map.remove("next");
    }
    if let Some(Json::Object(memories)) = map.get_mut("memories") {
        memories.retain(|_, value| !empty(value) && value.as_u64() != Some(0));
    }
    map.retain(|_, value| !empty(value));
    Json::Object(map)
}

/// The input of a turn, as it is written in a case.
pub(crate) fn input(text: &str) -> TurnInput {
    let source = Source::new("turn.yaml", text);
    let (input, findings) = proem::agent::case::parse_turn(&source);
    assert!(findings.is_empty(), "{findings:#?}");
    input.unwrap()
}
