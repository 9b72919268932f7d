//! Answers that are shown as they come: what was shown is the beginning of what is said, at every cut.

use proem::turn::Options;
use proem::turn::course::given::Given;
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::format::reply::Reply;
use proem::turn::kept::Memo;
use proem::turn::read::stream::{Shown, messages};

use crate::stage;

/// Plays one answer in pieces; gives what was shown and the outcome.
fn streamed(base: &str, extra: &str, input: &str, pieces: &[&str]) -> (Vec<Shown>, Outcome) {
    let play = stage::play(&format!("== base {base}\n{extra}== turn\n{input}"));
    let mut memo = Memo::default();
    let input = stage::input(input);
    let mut turn = Turn::new(&play.agent, input, Options::default(), &proem::provider::find);
    assert!(matches!(turn.next(&mut memo), Ok(Next::Call(_))));
    let mut shown = Vec::new();
    for piece in pieces {
        shown.extend(turn.piece(piece, &memo));
    }
    turn.resume(Given::Reply(Reply::of_text(pieces.concat()))).unwrap();
    loop {
        match turn.next(&mut memo).unwrap() {
            Next::Done(outcome) => return (shown, outcome.clone()),
            Next::Call(_) => {}
            other => panic!("{other:?}"),
        }
        turn.resume(Given::Failed("there is no more".to_owned())).unwrap();
    }
}

/// The connection is lost in the middle: what was read stays said, and the agent's own words follow.
#[test]
fn an_answer_that_breaks_off_stays_said_as_far_as_it_came() {
    let play = stage::play("== base risk\n== turn\n");
    let mut memo = Memo::default();
    let input = stage::input("message: I want to end my life\n");
    let mut turn = Turn::new(&play.agent, input, Options::default(), &proem::provider::find);
    assert!(matches!(turn.next(&mut memo), Ok(Next::Call(_))));
    assert_eq!(messages(turn.piece("I am here wi", &memo)), ["I am here wi"]);
    turn.resume(Given::Failed("the connection was lost".to_owned())).unwrap();
    let Ok(Next::Done(outcome)) = turn.next(&mut memo) else { panic!("it waits") };
    let said: Vec<&str> = outcome.said.iter().map(|said| said.text.as_str()).collect();
    assert_eq!(said, ["I am here wi", "I cannot answer right now. Please call 112."]);
    assert_eq!(outcome.failure.as_ref().map(|failure| failure.code), Some("model.failed"));
    let outcome = outcome.clone();
    let recorded = turn.recorded();
    let mut again =
        Turn::new(&play.agent, recorded.input, Options::default(), &proem::provider::find);
    for given in recorded.given {
        assert!(again.next(&mut memo).is_ok());
        again.resume(given).unwrap();
    }
    let Ok(Next::Done(replayed)) = again.next(&mut memo) else { panic!("it waits") };
    assert_eq!(*replayed, outcome);
}

const INPUT: &str = "state: {step: volume, slots: {name: Ann}}\nmessage: Hm\n";

#[test]
fn at_every_cut_what_was_shown_is_what_is_said() {
    let answer = "{\"messages\": [\"Où \\u00e7a? \\\"Là\\\".\", \"🙂 how many?\"], \"decision\": \"stay\", \"reason\": \"r\"}";
    let cuts: Vec<usize> = answer.char_indices().map(|(at, _)| at).collect();
    for cut in cuts {
        let (start, end) = answer.split_at(cut);
        let (shown, outcome) = streamed("flow", "", INPUT, &[start, end]);
        let said: Vec<String> = outcome.said.iter().map(|said| said.text.clone()).collect();
        assert_eq!(said, ["Où ça? \"Là\".", "🙂 how many?"], "cut at {cut}");
        assert_eq!(messages(shown), said, "cut at {cut}");
    }
}

#[test]
fn what_was_shown_is_not_asked_for_again() {
    // The second message breaks a rule, the first one was read already.
    let rules = "== agent.yaml\n";
    let play = stage::play("== base flow\n");
    drop(play);
    let agent = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/course/agents/flow.txt"),
    )
    .unwrap();
    let yaml = agent.split("== agent.yaml\n").nth(1).unwrap().split("== ").next().unwrap();
    let extra = format!("{rules}{yaml}output: {{questions: {{max: 1}}, sentences: split}}\n");
    let answer = "{\"messages\": [\"One? Fine.\", \"Two? Three?\"], \"decision\": \"stay\", \"reason\": \"r\"}";
    let (shown, outcome) = streamed("flow", &extra, INPUT, &[answer]);
    let said: Vec<String> = outcome.said.iter().map(|said| said.text.clone()).collect();
    assert_eq!(said.get(..shown.len()), Some(messages(shown.clone()).as_slice()));
    assert_eq!(messages(shown), ["One?", "Fine."]);
    assert!(outcome.failure.is_none(), "{outcome:?}");
    assert!(
        outcome.problems.iter().any(|problem| problem.code == "output.question"),
        "{outcome:?}"
    );
}
