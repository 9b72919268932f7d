//! The examples of the explanations are true: the wrong ones have the mistake, the right ones do not.
//!
//! An example is laid over the smallest agent with a layer `note` of one prompt. A block `turn` is the
//! input of a turn of that agent, a block `answer` is what a model answers to it, a block `template` is read and rendered by itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use proem::agent::case::parse_turn;
use proem::agent::catalog::Table;
use proem::agent::load::{self, AGENT_FILE};
use proem::agent::source::{RawFile, Source};
use proem::check::compiled::Compiled;
use proem::check::explain::explanations;
use proem::diagnostic::Diagnostic;
use proem::role::folder::ROLE_FILE;
use proem::role::of_source;
use proem::text::origin::SourceId;
use proem::text::template::{Limits, Scope, Template, Value};
use proem::turn::enforce::output::instructions::Instructions;
use proem::turn::enforce::output::sayable::Sayable;
use proem::turn::enforce::output::{Against, Ending, Said, Script, form};
use proem::turn::kept::Memo;
use proem::turn::{Options, assemble};
use proem::{check, provider};
use serde_json::{Value as Json, json};

use crate::lay;

/// Codes whose mistake does not fit into a few lines of text, or not into a file at all, or that only a
/// walk through all states finds (`tests/survey`).
const TOLD_ONLY: [&str; 63] = [
    "action.closed",
    "action.params",
    "action.refused",
    "action.result",
    "action.rounds",
    "action.twice",
    "agent.missing",
    "answer.body",
    "answer.silent",
    "arm.unknown",
    "assembly.failed",
    "call.unknown",
    "case.none",
    "case.turn",
    "case.unknown",
    "context.too-long",
    "decision.action",
    "decision.condition",
    "decision.stay",
    "file.kind",
    "file.loop",
    "file.name",
    "file.not-text",
    "file.outside",
    "file.too-deep",
    "file.too-large",
    "file.too-many",
    "file.unreadable",
    "folder.unreadable",
    "gate.phrases",
    "gate.refused",
    "gate.untested",
    "json.too-deep",
    "model.failed",
    "prompt.title",
    "record.unwritable",
    "replay.line",
    "role.file",
    "said.blank",
    "said.withheld",
    "slot.absent",
    "slot.invalid",
    "slot.other-step",
    "slot.outside",
    "slot.read",
    "slot.tidied",
    "slot.unclear",
    "slot.unknown",
    "survey.axis",
    "survey.fails",
    "survey.missing",
    "survey.too-large",
    "survey.too-many",
    "template.invisible",
    "template.too-deep",
    "template.too-large",
    "template.too-long",
    "template.too-many-operators",
    "template.too-much-work",
    "turn.given",
    "turn.unreadable",
    "upstream.none",
    "yaml.too-deep",
];

/// What stands behind the words `Wrong:` and `Right:`: blocks, by their file.
type Blocks = Vec<(String, String)>;

#[test]
fn every_example_is_true() {
    let mut wrong = Vec::new();
    for one in explanations() {
        let (bad, good) = (blocks(one.text, "Wrong:"), blocks(one.text, "Right:"));
        if bad.is_empty() {
            if !TOLD_ONLY.contains(&one.code) {
                wrong.push(format!("{}: has no example", one.code));
            }
            continue;
        }
        let found = codes(&bad);
        if !found.iter().any(|code| code == one.code) {
            wrong.push(format!("{}: the wrong example has {found:?}", one.code));
        }
        // An example of how a key is declared need not show who uses it.
        let idle = |code: &String| code == "context.unused" && code != one.code;
        let found: Vec<String> = codes(&good).into_iter().filter(|code| !idle(code)).collect();
        if !found.is_empty() {
            wrong.push(format!("{}: the right example has {found:?}", one.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The blocks behind a word, up to the next.
fn blocks(text: &str, word: &str) -> Blocks {
    let rest = text.split(word).nth(1).unwrap_or_default();
    let part = rest.split("\nRight:").next().unwrap_or_default();
    let fenced = part.split("\n```").skip(1).step_by(2);
    fenced
        .filter_map(|block| {
            let (head, body) = block.split_once('\n')?;
            Some((head.split_once(' ')?.1.to_owned(), format!("{body}\n")))
        })
        .collect()
}

/// The codes of everything that is found in an example.
fn codes(blocks: &Blocks) -> Vec<String> {
    let found = match blocks.as_slice() {
        [(name, body)] if name == "template" => template(body.trim_end()),
        [(name, body)] if name == ROLE_FILE => role(body),
        _ => agent(blocks),
    };
    found.iter().map(|code| (*code).to_owned()).collect()
}

fn agent(blocks: &Blocks) -> Vec<&'static str> {
    let is_turn = |(name, _): &&(String, String)| name == "turn";
    let is_answer = |(name, _): &&(String, String)| name == "answer";
    let parts = blocks.iter().filter(|block| !is_turn(block) && !is_answer(block));
    let parts: Blocks = parts.cloned().collect();
    let files = lay::over_smallest(&with_note(&parts));
    let (found, _) = lay::findings(&files);
    let mut codes: Vec<&'static str> = found.iter().map(|finding| finding.code).collect();
    if let Some((_, turn)) = blocks.iter().find(is_turn) {
        codes.extend(of_turn(&files, turn).iter().map(|finding| finding.code));
    }
    if let Some((_, answer)) = blocks.iter().find(is_answer) {
        codes.extend(of_answer(&files, answer));
    }
    codes
}

/// What is taken from an answer, and what is wrong with it.
fn of_answer(files: &lay::Files, answer: &str) -> Vec<&'static str> {
    let agent = compiled(files);
    let answer: Json = serde_json::from_str(answer).unwrap();
    let texts = |value: &Json| -> Vec<String> {
        let items = value.as_array().into_iter().flatten().filter_map(Json::as_str);
        items.map(str::to_owned).collect()
    };
    let (last, prompts) = (texts(&answer["last"]), texts(&answer["prompts"]));
    let script = texts(&answer["script"]["texts"]);
    let name = answer["script"]["name"].as_str();
    let rules = agent.calls[0].output.as_ref().unwrap();
    let leaks = rules.rules.leaks.as_ref();
    let instructions = leaks.map(|leaks| Arc::new(Instructions::of(leaks, prompts)));
    let said = Said {
        messages: &texts(&answer["messages"]),
        against: Against {
            last: &last.iter().map(String::as_str).collect::<Vec<_>>(),
            sayable: &Arc::new(Sayable::of(Arc::new(agent.agent.config.clone().into()))),
            instructions: instructions.as_ref(),
            scripts: &script.clone().into(),
        },
        ending: Ending {
            script: name.map(|name| Script { name, free: false, texts: &script }),
            engine_speaks: false,
        },
    };
    let (formed, _) = form(rules, said);
    let problems = formed.violations.iter().map(|problem| problem.code);
    formed.repairs.iter().map(|liberty| liberty.code).chain(problems).collect()
}

fn compiled(files: &lay::Files) -> Compiled {
    let raw = files
        .iter()
        .map(|(path, text)| RawFile { path: path.clone(), bytes: text.clone().into_bytes() });
    let folder = load::folder(raw.collect());
    let prompts = Arc::new(Table::of_files(folder.prompts));
    check::compile(folder.agent.unwrap(), prompts).unwrap().0
}

/// A part of a role is laid over the smallest one; what has a name is the whole file.
fn role(text: &str) -> Vec<&'static str> {
    let mut whole = json!({
        "name": "guide",
        "prompt_config": {
            "system_prompt": "You show rooms.",
            "templates": {"ticket_task": "Do it.", "chat_task": "Answer.", "gate_eval": "Judge it."},
            "output_templates": {"agent_done": "Done.", "gate_pass": "PASS", "gate_fail": "FAIL"},
        },
    });
    let text = match serde_json::from_str(text) {
        Ok(part) if !text.contains("\"name\"") => {
            lay_over(&mut whole, part);
            whole.to_string()
        }
        _ => text.to_owned(),
    };
    let (_, findings) = of_source(&Source::new(ROLE_FILE, &text));
    findings.iter().map(|finding| finding.code).collect()
}

fn lay_over(base: &mut Json, part: Json) {
    match (base, part) {
        (Json::Object(base), Json::Object(part)) => {
            for (key, value) in part {
                lay_over(base.entry(key).or_insert(Json::Null), value);
            }
        }
        (base, part) => *base = part,
    }
}

/// The example over a layer `note` with the prompt `note/main`, unless it has layers of its own.
fn with_note(parts: &Blocks) -> Blocks {
    let has_layers = |text: &str| text.lines().any(|line| line.starts_with("layers:"));
    let own = parts.iter().any(|(path, text)| path == AGENT_FILE && has_layers(text));
    let names = parts.iter().any(|(_, text)| text.contains("note/main"));
    let mut out = Blocks::new();
    if !own {
        let layers = "layers:\n  - {id: history, channel: history, shrink: oldest}\n  - {id: note, channel: turn, prompts: [note/main]}\n  - {id: message, channel: user}\n";
        out.push((AGENT_FILE.to_owned(), layers.to_owned()));
    }
    if !own || names {
        out.push((
            "prompts/note/main.md".to_owned(),
            "Show one room after the other.\n".to_owned(),
        ));
    }
    out.extend(parts.iter().cloned());
    out
}

fn of_turn(files: &lay::Files, turn: &str) -> Vec<Diagnostic> {
    let (input, mut found) = parse_turn(&Source::new("turn.yaml", turn));
    let compiled = compiled(files);
    if let Some(input) = input {
        let mut memo = Memo::default();
        let outcome = assemble(&compiled, &input, &Options::default(), &provider::find, &mut memo);
        found.extend(outcome.err().unwrap_or_default());
    }
    found
}

/// What the examples of templates see.
struct Names(BTreeMap<&'static str, Json>);

impl Scope for Names {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.0.get(name).map(|value| Value::json(value, SourceId(0), true))
    }
}

fn template(source: &str) -> Vec<&'static str> {
    let names = Names(BTreeMap::from([
        ("name", json!("Ada")),
        ("number", json!(3)),
        ("list", json!(["a", "b"])),
    ]));
    match Template::parse(source) {
        Err(problems) => problems.iter().map(|problem| problem.code).collect(),
        Ok(template) => {
            let rendered = template.render(&names, SourceId(0), &Limits::DEFAULT);
            rendered.err().map(|problem| problem.code).into_iter().collect()
        }
    }
}
