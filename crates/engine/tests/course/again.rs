//! A turn is a pure function: the same input and the same givens come to the same, byte for byte.

use proem::turn::Options;
use proem::turn::course::given::Recorded;
use proem::turn::course::{Next, Turn};
use proem::turn::kept::Memo;
use serde_json::Value as Json;

use crate::{cases, stage};

/// Every turn of every case, recorded and played again: through its JSON form, and with memos that belong
/// to other conversations and change on the way, as they do where one node begins a turn and another ends it.
#[test]
fn a_recorded_turn_comes_to_the_same_again() {
    let mut turns = 0;
    for path in cases() {
        let text = std::fs::read_to_string(&path).unwrap();
        let head = text.split("== course\n").next().unwrap();
        let play = stage::play(head);
        let mut strange = [Memo::default(), Memo::default(), Memo::default()];
        for act in &play.acts {
            let input = stage::input(&act.input);
            let options = || Options { call: act.call.clone(), ..Options::default() };
            let mut turn = Turn::new(&play.agent, input, options(), &proem::provider::find);
            let first = run(&mut turn, &act.given, &mut [Memo::default()]);
            let line = serde_json::to_string(&turn.recorded()).unwrap();
            let recorded: Recorded = serde_json::from_str(&line).unwrap();
            let (call, input) = (recorded.call.clone(), recorded.input.clone());
            let options = Options { call, ..Options::default() };
            let mut turn = Turn::new(&play.agent, input, options, &proem::provider::find);
            let again = run(&mut turn, &recorded.given, &mut strange);
            assert_eq!(first, again, "{}", path.display());
            assert_eq!(
                serde_json::to_string(&turn.recorded()).unwrap(),
                line,
                "{}",
                path.display()
            );
            turns += 1;
        }
    }
    assert!(turns > 40, "only {turns} turns were played");
}

/// Everything that a turn asks for and comes to, as bytes.
fn run(
    turn: &mut Turn<'_>,
    given: &[proem::turn::course::given::Given],
    memos: &mut [Memo],
) -> Vec<String> {
    let mut told = Vec::new();
    let mut given = given.iter();
    for at in 0.. {
        let memo = at % memos.len();
        match turn.next(&mut memos[memo]) {
            Err(findings) => told.push(format!("{findings:?}")),
            Ok(Next::Gather(requests)) => told.push(format!("{requests:?}")),
            Ok(Next::Call(assembly)) => told.push(assembly.payload.clone()),
            Ok(Next::Perform(requests)) => told.push(format!("{requests:?}")),
            Ok(Next::Done(outcome)) => {
                told.push(serde_json::to_string(outcome).unwrap());
                break;
            }
        }
        match given.next() {
            Some(next) if turn.resume(next.clone()).is_ok() => {}
            _ => break,
        }
    }
    told
}

/// Asked again without being given anything, a turn says the same.
#[test]
fn next_changes_nothing_by_itself() {
    let agent = stage::base("notes");
    let input = stage::input("message: hello\n");
    let mut turn = Turn::new(&agent, input, Options::default(), &proem::provider::find);
    let mut memo = Memo::default();
    let payload = |turn: &mut Turn<'_>, memo: &mut Memo| match turn.next(memo) {
        Ok(Next::Call(assembly)) => assembly.payload.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(payload(&mut turn, &mut memo), payload(&mut turn, &mut memo));
    assert_eq!(turn.recorded().outcome, Json::Null);
}
