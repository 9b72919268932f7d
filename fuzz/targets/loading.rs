//! Any text as an agent's folder: it is an agent, or the findings say why not. One that compiles is led through a
//! turn.
#![no_main]

use std::collections::BTreeMap;
use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use proem::agent::catalog::Table;
use proem::agent::input::{Content, TurnInput};
use proem::agent::source::RawFile;
use proem::check::compile;
use proem::check::compiled::Compiled;
use proem::role::folder::folder;
use proem::turn::Options;
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::course::{Next, Turn};
use proem::turn::format::reply::Reply;
use proem::turn::kept::Memo;
use serde_json::json;

/// More questions than any agent may put in a turn.
const MOST: usize = 200;

fuzz_target!(|data: &[u8]| {
    let found = folder(files(data));
    for finding in &found.findings {
        assert!(!finding.code.is_empty() && !finding.message.is_empty());
    }
    let Some(agent) = found.agent else { return };
    let Ok((agent, _)) = compile(agent, Arc::new(Table::of_files(found.prompts))) else { return };
    turn(&agent, TurnInput { message: Some(Content::Text("Hm?".into())), ..TurnInput::default() });
    for case in found.cases.into_iter().take(2) {
        for act in case.turns.into_iter().take(2) {
            turn(&agent, act.input);
        }
    }
});

/// The files of a text: what stands behind each line `== PATH`.
fn files(data: &[u8]) -> Vec<RawFile> {
    let mut files: Vec<RawFile> = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        let path = line.strip_prefix(b"== ").and_then(|path| std::str::from_utf8(path).ok());
        match (path, files.last_mut()) {
            (Some(path), _) => {
                files.push(RawFile { path: path.trim().to_owned(), bytes: Vec::new() });
            }
            (None, Some(file)) => file.bytes.extend(line),
            (None, None) => {}
        }
    }
    files.dedup_by(|one, other| one.path == other.path);
    files
}

fn turn(agent: &Compiled, input: TurnInput) {
    let mut turn = Turn::new(agent, input, Options::default(), &proem::provider::find);
    let mut memo = Memo::default();
    for _ in 0..MOST {
        let given = match turn.next(&mut memo) {
            Err(findings) => return assert!(!findings.is_empty()),
            Ok(Next::Done(_)) => return,
            Ok(Next::Gather(_)) => Given::Values(BTreeMap::new()),
            Ok(Next::Call(_)) => Given::Reply(Reply::of_text(
                r#"{"message": "Hm.", "messages": ["Hm."], "decision": "next"}"#,
            )),
            Ok(Next::Perform(requests)) => Given::Results(
                requests.iter().map(|_| ActionResult::Result(json!("done"))).collect(),
            ),
        };
        turn.resume(given).expect("what it waits for");
    }
    panic!("a turn that never ends");
}
