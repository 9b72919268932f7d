//! The offline model: it knows the cases, names itself, judges nothing, and always says the same.
#![expect(clippy::disallowed_methods, reason = "the examples are files, and a test may read them")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use proem::agent::case::Case;
use proem::agent::catalog::Table;
use proem::agent::input::{Content, TurnInput};
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::provider;
use proem::rehearsal::repertoire::Repertoire;
use proem::rehearsal::{CANNOT_JUDGE, Earlier, Question, rehearse};
use proem::role::folder::folder;
use proem::turn::Options;
use proem::turn::case::play;
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::course::outcome::{Outcome, Voice};
use proem::turn::course::{Next, Turn};
use proem::turn::kept::Memo;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::{Value as Json, json};

const AGENTS: [&str; 4] = ["coach", "support", "sales", "dev-role"];

struct Example {
    agent: Compiled,
    cases: Vec<Case>,
    repertoire: Repertoire,
}

fn example(name: &str) -> Example {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inner = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push(RawFile { path: inner, bytes: std::fs::read(path).unwrap() });
            }
        }
    }
    let found = folder(files);
    let table = Arc::new(Table::of_files(found.prompts));
    let (agent, _) = proem::check::compile(found.agent.unwrap(), table).unwrap();
    let repertoire = Repertoire::of(&agent, &found.cases, &provider::find);
    Example { agent, cases: found.cases, repertoire }
}

fn message(text: &str) -> Option<Content> {
    Some(Content::Text(text.into()))
}

/// Runs a turn with the offline model; what its calls were given, and what it came to.
fn run(
    example: &Example,
    input: TurnInput,
    call: Option<String>,
) -> (Vec<(String, Given)>, Outcome) {
    let options = Options { call, ..Options::default() };
    let (mut memo, mut answers) = (Memo::default(), Vec::new());
    let mut turn = Turn::new(&example.agent, input.clone(), options, &provider::find);
    loop {
        turn.next(&mut memo).unwrap();
        let earlier = Earlier::of(turn.calls());
        let given = match turn.next(&mut memo).unwrap() {
            Next::Gather(_) => Given::Values(BTreeMap::new()),
            Next::Call(assembly) => {
                let question = Question { assembly, input: &input, earlier: &earlier };
                let given = rehearse(&example.repertoire, &question);
                assert_eq!(given, rehearse(&example.repertoire, &question));
                answers.push((assembly.call_name().to_owned(), given.clone()));
                given
            }
            Next::Perform(requests) => Given::Results(
                requests.iter().map(|_| ActionResult::Error("nobody does".into())).collect(),
            ),
            Next::Done(outcome) => return (answers, outcome.clone()),
        };
        turn.resume(given).unwrap();
    }
}

/// Whether what the user reads says who answers.
fn names_itself(outcome: &Outcome) -> bool {
    let said = outcome.said.iter().filter(|said| said.by == Voice::Model);
    let mut texts: Vec<&str> = said.map(|said| said.text.as_str()).collect();
    texts.extend(outcome.verdict.iter().map(|judged| judged.reason.as_str()));
    texts.iter().any(|text| text.contains("(rehearsal)"))
}

#[test]
fn every_message_of_a_case_has_an_answer_and_the_same_call() {
    let mut tried = 0;
    for name in AGENTS {
        let example = example(name);
        for case in &example.cases {
            let played =
                play(&example.agent, case, usize::MAX - 1, &Options::default(), &provider::find);
            for (at, (turn, played)) in case.turns.iter().zip(played).enumerate() {
                let input = TurnInput { answers: BTreeMap::new(), ..played.input };
                if turn.expect.error.is_some() || turn.call.is_some() {
                    continue;
                }
                let fails = turn.input.answers.is_empty() && !example.agent.agent.gate.is_empty();
                let (answers, outcome) = run(&example, input, None);
                let place = format!("{name}: {}:{}", case.name, at + 1);
                // Where the case leaves the gate's calls without an answer, so does the offline model.
                let judged = answers.iter().any(|(_, given)| matches!(given, Given::Failed(_)));
                assert!(
                    fails
                        || !judged
                        || turn.expect.call.is_none()
                        || outcome.call == turn.expect.call,
                    "{place}"
                );
                if let (Some(call), false) =
                    (turn.expect.call.as_ref().filter(|c| *c != "none"), judged)
                {
                    assert_eq!(outcome.call.as_ref().unwrap_or(call), call, "{place}");
                }
                assert!(outcome.failure.is_none(), "{place}: {:?}", outcome.failure);
                tried += 1;
            }
        }
    }
    assert!(tried > 60, "only {tried} turns were tried");
}

#[test]
fn nobody_is_called_safe_because_somebody_else_was() {
    let example = example("support");
    let mut tried = 0;
    for turn in example.cases.iter().flat_map(|case| &case.turns) {
        let Some(text) = turn.input.message.as_ref().map(|message| message.text().into_owned())
        else {
            continue;
        };
        for other in [
            format!("{text} still"),
            format!("But {text}"),
            text.split_once(' ').map_or("?", |(_, rest)| rest).to_owned(),
        ] {
            let input = TurnInput { message: message(&other), ..TurnInput::default() };
            let (answers, outcome) = run(&example, input, None);
            for (call, given) in
                answers.iter().filter(|(call, _)| call == "classify" || call == "route")
            {
                assert_eq!(*given, Given::Failed(CANNOT_JUDGE.into()), "{call}: {other}");
            }
            let source = &outcome.state["crisis"]["source"];
            assert_ne!(*source, json!("classifier"), "{other}");
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} messages were tried");
}

#[test]
fn the_same_words_in_another_state_are_another_question() {
    let example = example("support");
    let known = example.cases.iter().find(|case| case.name == "first-turn-orientation").unwrap();
    let asked = |last_risk: u64| {
        let mut input =
            TurnInput { message: known.turns[0].input.message.clone(), ..TurnInput::default() };
        input.state.insert("last_risk".into(), json!(last_risk));
        let (answers, _) = run(&example, input, None);
        answers.into_iter().find(|(call, _)| call == "classify").unwrap().1
    };
    assert!(matches!(asked(0), Given::Reply(_)));
    assert_eq!(asked(1), Given::Failed(CANNOT_JUDGE.into()));
}

#[test]
fn a_verdict_passes_for_its_own_ticket_alone() {
    let example = example("dev-role");
    let gates = example.cases.iter().filter(|case| case.name.starts_with("gate"));
    for turn in gates.flat_map(|case| &case.turns) {
        let mut input = turn.input.clone();
        input.input.insert("note".into(), json!("something else"));
        let (_, outcome) = run(&example, input, None);
        assert!(!outcome.verdict.unwrap().pass);
    }
}

#[test]
fn it_names_itself_and_carries_any_message() {
    let examples: Vec<Example> = AGENTS.iter().map(|name| example(name)).collect();
    let config = Config { cases: 48, rng_seed: RngSeed::Fixed(20_261_129), ..Config::default() };
    let texts = prop_oneof!["\\PC{0,60}", "[a-zA-Z0-9@., ?!'-]{0,60}", Just("no".to_owned())];
    TestRunner::new(config)
        .run(&(texts, 0..AGENTS.len()), |(text, at)| {
            let input = TurnInput { message: message(&text), ..TurnInput::default() };
            let (_, outcome) = run(&examples[at], input, None);
            prop_assert!(outcome.failure.is_none(), "{:?}", outcome.failure);
            // Where the engine withholds what the model says, nothing of it is read.
            let said = outcome.said.iter().any(|said| said.by == Voice::Model);
            let spoke_alone = !said && outcome.verdict.is_none();
            prop_assert!(
                spoke_alone || names_itself(&outcome),
                "{}: {:?}",
                AGENTS[at],
                outcome.said
            );
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_answer_says_where_it_comes_from() {
    let example = example("coach");
    let input = TurnInput {
        message: message(
            "I would finish the quilt. It has been lying on the sewing table since spring.",
        ),
        ..TurnInput::default()
    };
    let (answers, _) = run(&example, input, None);
    let note = |given: &Given| match given {
        Given::Reply(reply) => reply.notes.iter().map(|note| note.note.clone()).collect(),
        other => vec![format!("{other:?}")],
    };
    let notes: Vec<String> = answers.iter().flat_map(|(_, given)| note(given)).collect();
    assert_eq!(notes, ["rehearsal: from the case get-to-know-you:1, which shares 14 of 25 words"]);
    let nothing = TurnInput { message: message("qwertz"), ..TurnInput::default() };
    let (answers, outcome) = run(&example, nothing, None);
    let notes: Vec<String> = answers.iter().flat_map(|(_, given)| note(given)).collect();
    assert_eq!(notes, ["rehearsal: made from the contract: no case is near"]);
    assert!(outcome.actions.is_empty());
    assert_eq!(outcome.value, None::<Json>);
}
