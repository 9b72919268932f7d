//! Another model in place of one that does not answer: the same call, written for that one.

use proem::turn::Options;
use proem::turn::course::given::Given;
use proem::turn::course::{Next, Turn};
use proem::turn::format::reply::Reply;
use proem::turn::kept::Memo;
use serde_json::{Value as Json, json};

use crate::stage;

fn instead(provider: &str, model: &str) -> Given {
    let (provider, model) = (provider.to_owned(), model.to_owned());
    Given::Elsewhere { reason: "overloaded".to_owned(), provider, model }
}

/// The first model does not answer, and what a custom name does not tell is said: its provider.
#[test]
fn a_call_is_written_for_the_model_that_is_asked_in_its_place() {
    let play = stage::play("== base notes\n== turn\n");
    let mut memo = Memo::default();
    let input = stage::input("message: hello\n");
    let mut turn = Turn::new(&play.agent, input, Options::default(), &proem::provider::find);
    assert!(matches!(turn.next(&mut memo), Ok(Next::Call(_))));
    turn.resume(instead("anthropic", "house-model")).unwrap();
    let Ok(Next::Call(assembly)) = turn.next(&mut memo) else { panic!("no call") };
    let payload: Json = serde_json::from_str(&assembly.payload).unwrap();
    assert_eq!(payload["model"], json!("house-model"));
    assert!(payload["system"].is_array(), "{payload}");
    // The model is asked once more for what it said itself, not the one that did not answer.
    turn.resume(Given::Reply(Reply::of_text(" "))).unwrap();
    let Ok(Next::Call(_)) = turn.next(&mut memo) else { panic!("no call") };
    turn.resume(Given::Reply(Reply::of_text("{\"message\": \"Hi.\"}"))).unwrap();
    let Ok(Next::Done(outcome)) = turn.next(&mut memo) else { panic!("it waits") };
    assert_eq!(outcome.said.len(), 1);
    let made: Vec<_> = turn
        .calls()
        .iter()
        .map(|call| {
            let manifest = call.assembly.manifest();
            (manifest.provider, manifest.model, call.refused.is_some())
        })
        .collect();
    let row = |provider: &str, model: &str, refused| (provider.into(), model.into(), refused);
    assert_eq!(
        made,
        [
            row("openai-chat", "gpt-5.4", true),
            row("anthropic", "house-model", true),
            row("anthropic", "house-model", false)
        ]
    );
}

/// The same name at two providers is two models, whatever a conversation has kept.
#[test]
fn a_model_of_the_same_name_elsewhere_has_a_payload_of_its_own() {
    let play = stage::play("== base notes\n== turn\n");
    let mut memo = Memo::default();
    let input = stage::input("message: hello\n");
    let mut turn = Turn::new(&play.agent, input, Options::default(), &proem::provider::find);
    let mut providers = Vec::new();
    for provider in ["anthropic", "gemini", "openai-responses"] {
        assert!(matches!(turn.next(&mut memo), Ok(Next::Call(_))));
        turn.resume(instead(provider, "house-model")).unwrap();
        let Ok(Next::Call(assembly)) = turn.next(&mut memo) else { panic!("no call") };
        providers.push(assembly.provider().name());
    }
    assert_eq!(providers, ["anthropic", "gemini", "openai-responses"]);
}

/// Whoever has read a part of one answer is not given the beginning of another one.
#[test]
fn no_other_model_begins_anew_behind_what_was_shown() {
    let play = stage::play("== base risk\n== turn\n");
    let mut memo = Memo::default();
    let input = stage::input("message: I want to end my life\n");
    let mut turn = Turn::new(&play.agent, input, Options::default(), &proem::provider::find);
    assert!(matches!(turn.next(&mut memo), Ok(Next::Call(_))));
    assert_eq!(turn.piece("I am here wi", &memo).len(), 1);
    turn.resume(instead("anthropic", "claude-sonnet-4-5")).unwrap();
    let Ok(Next::Done(outcome)) = turn.next(&mut memo) else { panic!("it waits") };
    let said: Vec<&str> = outcome.said.iter().map(|said| said.text.as_str()).collect();
    assert_eq!(said, ["I am here wi", "I cannot answer right now. Please call 112."]);
}
