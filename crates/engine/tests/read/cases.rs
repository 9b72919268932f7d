//! Answers and what is read of them, as whole outputs.
//!
//! A case in `cases/*.jsonl` is a contract and a reply; the file beside it with the ending `out` has what is
//! read. `PROEM_BLESS=1` writes it anew: read the difference before you keep it.

use std::fmt::Write as _;

use proem::turn::contract::verdict::Verdict;
use proem::turn::format::reply::{Reply, Stop, ToolUse};
use proem::turn::read::answer::Answer;
use proem::turn::read::{Unreadable, read};
use serde_json::Value as Json;

use crate::make::contract;

fn reply(row: &Json) -> Reply {
    let text = |row: &Json, name: &str| row[name].as_str().map(str::to_owned);
    let stop = match row["stop"].as_str() {
        Some("length") => Stop::Length,
        Some("refused") => Stop::Refused,
        Some("tools") => Stop::Tools,
        Some(other) => Stop::Other(other.to_owned()),
        None => Stop::End,
    };
    let tools = row["tools"].as_array().cloned().unwrap_or_default();
    let tools = tools.iter().enumerate().map(|(index, tool)| ToolUse {
        id: format!("call_{index}"),
        name: text(tool, "name").unwrap_or_default(),
        arguments: match &tool["arguments"] {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        },
    });
    Reply {
        text: text(row, "text").unwrap_or_default(),
        tools: tools.collect(),
        refusal: text(row, "refusal"),
        stop,
        usage: None,
        ..Reply::default()
    }
}

fn written(read: &Result<Answer, Unreadable>) -> String {
    match read {
        Ok(answer) => answered(answer),
        Err(unreadable) => {
            let mut out = format!("unreadable: {}\n", unreadable.code());
            for line in unreadable.sentence().lines() {
                let _ = writeln!(out, "  > {line}");
            }
            if let Some(rest) = unreadable.rest() {
                for line in answered(rest).lines() {
                    let _ = writeln!(out, "  rest {line}");
                }
            }
            out
        }
    }
}

fn answered(answer: &Answer) -> String {
    let mut out = String::new();
    let mut line = |text: String| out.push_str(&format!("{text}\n"));
    for message in &answer.messages {
        line(format!("message {message:?}"));
    }
    for asked in &answer.actions {
        let id = asked.id.as_ref().map_or_else(String::new, |id| format!(" ({id})"));
        line(format!("action {} {}{id}", asked.name, asked.params));
    }
    if let Some(decision) = answer.decision {
        line(format!("decision {}", decision.as_str()));
    }
    for (name, value) in &answer.slots {
        line(format!("slot {name} {value}"));
    }
    for (name, text) in [("script", &answer.script), ("reason", &answer.reason)] {
        if let Some(text) = text {
            line(format!("{name} {text:?}"));
        }
    }
    match &answer.verdict {
        Some(Verdict::Pass(why)) => line(format!("pass {why:?}")),
        Some(Verdict::Fail(why)) => line(format!("fail {why:?}")),
        Some(Verdict::Unreadable(why)) => line(format!("no verdict {why:?}")),
        None => {}
    }
    if let Some(value) = &answer.value {
        line(format!("value {value}"));
    }
    for liberty in &answer.liberties {
        line(format!("liberty {} {} {}", liberty.code, liberty.pointer, liberty.note));
    }
    for problem in &answer.problems {
        line(format!("problem {} {} {}", problem.code, problem.pointer, problem.message));
    }
    out
}

#[test]
fn cases_are_read_as_they_are_written_down() {
    let bless = std::env::var_os("PROEM_BLESS").is_some();
    let folder = format!("{}/tests/read/cases", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    files.sort();
    assert!(files.len() >= 5);
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a file");
        let mut out = String::new();
        for row in text.lines() {
            let row: Json =
                serde_json::from_str(row).unwrap_or_else(|error| panic!("{error}: {row}"));
            let (title, name) = (row["title"].as_str(), row["contract"].as_str());
            let contract = contract(name.expect("a contract"));
            let read = read(&contract, &reply(&row));
            let _ = writeln!(out, "== {}\n{}", title.expect("a title"), written(&read));
        }
        let beside = path.with_extension("out");
        if bless {
            std::fs::write(&beside, &out).expect("writable");
        }
        let kept = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(out, kept, "(PROEM_BLESS=1 writes it anew) {}", beside.display());
    }
}
