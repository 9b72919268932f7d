//! `proem replay`: recorded turns, run again against the agent as it is now.
//!
//! Owns the second run and the comparison with the first. Models are not asked: each turn is given what it
//! was given then. It must never call a turn the same that differs.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use proem::agent::input::Content;
use proem::diagnostic::Diagnostic;
use proem::turn::Options;
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::course::{Next, Turn};
use proem::turn::kept::Memo;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use crate::cli::change::{changes, short};
use crate::cli::open::{Opened, or_tell, tell, unreadable};
use crate::cli::provider::finder;
use crate::cli::record::{CallLine, Line, Unread, calls, read};
use crate::cli::style::{Paint, clip, paint, printable};
use crate::cli::{End, json};

/// Something that is another than it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Differs {
    /// What was looked at: `reply.layers.memory`, `decision`.
    what: String,
    /// What it was.
    was: Json,
    /// What it is.
    now: Json,
}

/// A turn that was run again.
#[derive(Debug, Serialize)]
struct Again {
    line: usize,
    agent: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    changes: Vec<Differs>,
}

pub(super) fn run(
    file: &Path,
    dir: Option<&Path>,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<End> {
    let lines = match read(file) {
        Ok(lines) => lines,
        Err(Unread::Machine(message)) => {
            unreadable("turn.unreadable", &message, as_json, out)?;
            return Ok(End::Environment);
        }
        Err(Unread::Content(message)) => {
            let help = "`proem chat DIR --record FILE` writes one turn to each line.";
            let finding = Diagnostic::error("replay.line", message).help(help);
            tell(&[finding], &[], "", as_json, out)?;
            return Ok(End::Findings);
        }
    };
    let mut agents: BTreeMap<PathBuf, Box<Opened>> = BTreeMap::new();
    for (_, line) in &lines {
        let folder = folder(line, dir);
        if let Entry::Vacant(place) = agents.entry(folder) {
            match or_tell(place.key(), as_json, out)? {
                Ok(opened) => place.insert(opened),
                Err(end) => return Ok(end),
            };
        }
    }
    let mut all = Vec::new();
    for (number, line) in &lines {
        let Some(opened) = agents.get(&folder(line, dir)) else { continue };
        let changes = match again(opened, line) {
            Ok(changes) => changes,
            Err(finding) => {
                tell(&[finding], &[], "", as_json, out)?;
                return Ok(End::Findings);
            }
        };
        let message = line.turn.input.message.as_ref().map(Content::text);
        all.push(Again {
            line: *number,
            agent: opened.agent.agent.name.clone(),
            message: message.map(|text| text.into_owned()),
            changes,
        });
    }
    let changed = all.iter().filter(|again| !again.changes.is_empty()).count();
    let same = all.len() - changed;
    if as_json {
        json::print(&json!({"turns": all, "same": same, "changed": changed}), out)?;
    } else {
        all.iter().try_for_each(|again| show(again, out))?;
        writeln!(out, "{same} as they were, {changed} changed")?;
    }
    Ok(if changed == 0 { End::Fine } else { End::Findings })
}

fn folder(line: &Line, dir: Option<&Path>) -> PathBuf {
    dir.map_or_else(|| PathBuf::from(&line.folder), Path::to_path_buf)
}

fn show(again: &Again, out: &mut dyn Write) -> io::Result<()> {
    let message = again.message.as_ref().map(|text| format!("  {}", printable(text)));
    let message = message.unwrap_or_default().replace('\n', " ");
    let mark = match again.changes.is_empty() {
        true => paint("same   ", Paint::Green),
        false => paint("CHANGED", Paint::Red),
    };
    writeln!(
        out,
        "{}",
        clip(&format!("{mark} line {}{}", again.line, paint(&message, Paint::Dim)))
    )?;
    for Differs { what, was, now } in &again.changes {
        let side = |value: &Json| match value {
            Json::Null => "nothing".to_owned(),
            Json::String(text) => printable(text),
            other => printable(&short(other)),
        };
        let (was, now) = (side(was), side(now));
        if was.contains('\n') || now.contains('\n') {
            writeln!(out, "  {what}")?;
            crate::cli::difference::lines(&was, &now, "    ", out)?;
        } else {
            writeln!(out, "  {what}: {} → {}", paint(&was, Paint::Red), paint(&now, Paint::Green))?;
        }
    }
    Ok(())
}

/// Runs a turn again, and tells what is another than it was.
#[expect(
    clippy::result_large_err,
    reason = "findings are rare, and boxing them would spread to every caller"
)]
fn again(opened: &Opened, line: &Line) -> Result<Vec<Differs>, Diagnostic> {
    let find = finder(line.provider.as_deref())?;
    let recorded = &line.turn;
    let options = Options {
        call: recorded.call.clone(),
        model: recorded.model.clone(),
        ..Options::default()
    };
    let mut found = Vec::new();
    let mut differs = |what: String, was: Json, now: Json| {
        if was != now {
            found.push(Differs { what, was, now });
        }
    };
    let mut memo = Memo::default();
    let mut given: VecDeque<Given> = recorded.given.iter().cloned().collect();
    let mut turn = Turn::new(&opened.agent, recorded.input.clone(), options, &find);
    let outcome = loop {
        let (waits, spare) = match turn.next(&mut memo) {
            Err(findings) => {
                let told =
                    findings.iter().map(|found| format!("{}: {}", found.code, found.message));
                let told: Vec<String> = told.collect();
                break json!({"error": told.join("; ")});
            }
            Ok(Next::Done(outcome)) => break serde_json::to_value(outcome).unwrap_or_default(),
            Ok(Next::Gather(_)) => ("values", Given::Values(BTreeMap::new())),
            Ok(Next::Call(assembly)) => {
                let name = assembly.call_name();
                ("a reply", Given::Failed(format!("no answer of `{name}` was recorded")))
            }
            Ok(Next::Perform(requests)) => {
                let none = || ActionResult::Error("no result was recorded".to_owned());
                ("results", Given::Results(requests.iter().map(|_| none()).collect()))
            }
        };
        let fits = |given: &Given| {
            given.kind() == waits || (waits == "a reply" && given.kind() == "a failure")
        };
        let next = match given.front().is_some_and(fits) {
            true => given.pop_front().unwrap_or(spare),
            false => {
                let was = given.front().map_or(Json::Null, |given| json!(given.kind()));
                differs("asked for".to_owned(), was, json!(waits));
                spare
            }
        };
        if turn.resume(next).is_err() {
            break Json::Null;
        }
    };
    if !given.is_empty() {
        let kinds: Vec<&str> = given.iter().map(Given::kind).collect();
        differs("not asked for".to_owned(), json!(kinds.join(", ")), Json::Null);
    }
    drop(given);
    of_calls(&line.calls, &calls(turn.calls()), &mut differs);
    of_outcome(&recorded.outcome, &outcome, &mut differs);
    Ok(found)
}

/// What calls were made, and what is another in them.
fn of_calls(was: &[CallLine], now: &[CallLine], differs: &mut dyn FnMut(String, Json, Json)) {
    let names = |calls: &[CallLine]| {
        let names: Vec<&str> = calls.iter().map(|call| call.call.as_str()).collect();
        json!(names.join(", "))
    };
    differs("calls".to_owned(), names(was), names(now));
    let pairs = was.iter().zip(now).filter(|(was, now)| was.call == now.call);
    for (was, now) in pairs {
        let call = &now.call;
        differs(format!("{call}.provider"), json!(was.provider), json!(now.provider));
        differs(format!("{call}.model"), json!(was.model), json!(now.model));
        differs(format!("{call}.tokens"), json!(was.tokens), json!(now.tokens));
        for layer in &now.layers {
            let before = was.layers.iter().find(|before| before.id == layer.id);
            let what = format!("{call}.layers.{}", layer.id);
            let line = |layer: &crate::cli::record::LayerLine| match layer.tokens {
                Some(tokens) => format!("{}, {tokens} tokens", layer.status),
                None => layer.status.clone(),
            };
            let (said, says) = (before.map(line), line(layer));
            let reworded = before.is_some_and(|before| before.hash != layer.hash);
            match said {
                Some(said) if said == says && reworded => {
                    differs(what, json!(said), json!(format!("{says}, another text")));
                }
                said => differs(what, json!(said), json!(says)),
            }
        }
        let gone = was.layers.iter().filter(|layer| !now.layers.iter().any(|n| n.id == layer.id));
        for layer in gone {
            differs(format!("{call}.layers.{}", layer.id), json!(layer.status), Json::Null);
        }
    }
}

/// What the turn came to.
fn of_outcome(was: &Json, now: &Json, differs: &mut dyn FnMut(String, Json, Json)) {
    let texts = |outcome: &Json| {
        let said = outcome["said"].as_array().into_iter().flatten();
        let texts: Vec<&str> = said.filter_map(|said| said["text"].as_str()).collect();
        json!(texts.join("\n"))
    };
    let actions = |outcome: &Json| {
        let actions = outcome["actions"].as_array().into_iter().flatten();
        let word = |action: &Json, key: &str| action[key].as_str().unwrap_or_default().to_owned();
        let each = actions.map(|one| format!("{} {}", word(one, "name"), word(one, "status")));
        json!(each.collect::<Vec<_>>().join(", "))
    };
    differs("error".to_owned(), was["error"].clone(), now["error"].clone());
    differs("failure".to_owned(), was["failure"]["code"].clone(), now["failure"]["code"].clone());
    for key in ["decision", "reason", "to"] {
        let (was, now) = (&was["decision"][key], &now["decision"][key]);
        let what = if key == "decision" { key.to_owned() } else { format!("decision.{key}") };
        differs(what, was.clone(), now.clone());
    }
    differs("verdict".to_owned(), was["verdict"]["pass"].clone(), now["verdict"]["pass"].clone());
    differs("actions".to_owned(), actions(was), actions(now));
    differs("said".to_owned(), texts(was), texts(now));
    let state = |outcome: &Json| outcome["state"].as_object().cloned().unwrap_or_else(Map::new);
    for change in changes(&state(was), &state(now)) {
        let (was, now) = (change.was.unwrap_or_default(), change.now.unwrap_or_default());
        differs(format!("state.{}", change.path), was, now);
    }
}
