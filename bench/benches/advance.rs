//! From a model's answer to the next state: a step that goes on, a step that stays, a reply with actions.
//!
//! Each number is that of a whole second half of a turn: reading the answer, enforcing, advancing, the
//! outcome. Reading alone is in `read`; the difference is what enforcing and advancing take. It must
//! never measure an assembly: the call is made before the clock runs.
#![allow(missing_docs, reason = "what criterion's macros make has no documentation")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a bench that cannot be set up has nothing to measure"
)]
#![allow(clippy::disallowed_methods, reason = "the examples are files, and a bench reads them")]

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use proem::agent::catalog::Table;
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::provider;
use proem::turn::Options;
use proem::turn::case::script;
use proem::turn::course::given::Given;
use proem::turn::course::{Next, Turn};
use proem::turn::kept::Memo;
// The allocator of the binary comes with it.
use proem_bench as _;
use serde_json::{Value as Json, json};

/// An example, compiled.
fn example(name: &str) -> Compiled {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(name);
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inner = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                files.push(RawFile { path: inner, bytes: std::fs::read(&path).unwrap() });
            }
        }
    }
    let folder = proem::role::folder::folder(files);
    let table = Table::of_files(folder.prompts);
    proem::check::compile(folder.agent.unwrap(), Arc::new(table)).unwrap().0
}

/// Measures the second half of a turn.
fn second_half(criterion: &mut Criterion, name: &str, agent: &Compiled, input: Json, answer: Json) {
    let input: proem::agent::input::TurnInput = serde_json::from_value(input).unwrap();
    // One memo for both halves, as a host has it.
    let memo = RefCell::new(Memo::default());
    criterion.bench_function(name, |bencher| {
        bencher.iter_batched(
            || {
                let memo = &mut *memo.borrow_mut();
                let options = Options::default();
                let mut turn = Turn::new(agent, input.clone(), options, &provider::find);
                let Ok(Next::Call(assembly)) = turn.next(memo) else { panic!("no call") };
                let reply = script::reply(assembly.contract(), &answer);
                (turn, Given::Reply(reply))
            },
            |(mut turn, given)| {
                turn.resume(given).unwrap();
                assert!(matches!(turn.next(&mut memo.borrow_mut()), Ok(Next::Done(_))));
                turn
            },
            BatchSize::SmallInput,
        );
    });
}

fn advance(criterion: &mut Criterion) {
    let sales = example("sales");
    let state = json!({"step": "volume", "slots": {"name": "Lena", "organisation": "Holzwerk",
        "need": "answer once", "channel": "email"}});
    let input = json!({"state": state, "message": "maybe 3000",
        "history": [{"role": "assistant", "content": "Roughly how many messages a month do you handle?"}]});
    let goes_on = json!({"messages": [], "decision": "next", "slots": {"volume": 3000}, "reason": "The number is there."});
    second_half(criterion, "advance/step_goes_on", &sales, input.clone(), goes_on);
    let stays = json!({"messages": ["A rough number is enough", "How many would you say?"], "decision": "stay",
        "script": "retry.invalid", "reason": "No number was given."});
    second_half(criterion, "advance/step_stays", &sales, input, stays);
    let coach = example("coach");
    let input = json!({"state": {"current_phase": "identity_creation"}, "message": "Yes, the mender. Note it.",
        "history": [{"role": "assistant", "content": "Shall I put the mender on your board?"}], "id": "t1"});
    let answer = json!({"message": "It is on your board.", "create_identity":
        {"name": "The Mender", "note": "Repairs what others throw away.", "category": "craft"}});
    second_half(criterion, "advance/actions", &coach, input, answer);
}

criterion_group!(benches, advance);
criterion_main!(benches);
