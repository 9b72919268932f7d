//! Answers that are as they should be: nothing is told of them.

use proem::agent::step::logic::Decision;
use proem::turn::format::reply::{Reply, Stop};
use proem::turn::read::answer::Answer;
use proem::turn::read::{Unreadable, read};
use serde_json::json;

use crate::make::{contract, reply};

fn answer(name: &str, text: &str, tools: &[(&str, &str)]) -> Answer {
    let answer = read(&contract(name), &reply(text, tools, Stop::End)).expect("readable");
    assert_eq!((&answer.liberties, &answer.problems), (&vec![], &vec![]));
    answer
}

#[test]
fn plain_text_is_one_message() {
    assert_eq!(answer("text", " I'm here.\n", &[]).messages, [" I'm here.\n"]);
}

#[test]
fn an_object_is_a_message_and_actions() {
    let text = r#"{"message": "Made.", "create_identity": {"name": "Maker", "note": null}, "ask": null, "leave": {}}"#;
    let answer = answer("actions", text, &[]);
    assert_eq!(answer.messages, ["Made."]);
    let asked: Vec<_> =
        answer.actions.iter().map(|asked| (asked.name.as_str(), &asked.params)).collect();
    assert_eq!(asked, [("create_identity", &json!({"name": "Maker"})), ("leave", &json!({}))]);
}

#[test]
fn an_object_is_a_step_of_a_flow() {
    let text = r#"{"messages": ["Fine.", "And how many?"], "decision": "next", "slots": {"volume": 3, "name": null}, "script": "entry", "reason": "Given.", "ask": {"question": "Why?"}}"#;
    let answer = answer("steps", text, &[]);
    assert_eq!(answer.messages, ["Fine.", "And how many?"]);
    assert_eq!(answer.decision, Some(Decision::Next));
    assert_eq!(json!(answer.slots), json!({"volume": 3}));
    assert_eq!(
        (answer.script.as_deref(), answer.reason.as_deref()),
        (Some("entry"), Some("Given."))
    );
    assert_eq!(answer.actions.len(), 1);
}

#[test]
fn tools_are_actions_with_their_ids_and_the_decision() {
    let tools = [
        ("ask", r#"{"question": "Why?"}"#),
        (
            "update_step_conversation",
            r#"{"decision": "stay", "slots": null, "reason": "Unclear."}"#,
        ),
        ("ask", r#"{"question": "How?"}"#),
    ];
    let answer = answer("steps tools", r#"{"messages": ["Hm."]}"#, &tools);
    let ids: Vec<_> = answer.actions.iter().map(|asked| asked.id.as_deref()).collect();
    assert_eq!(ids, [Some("call_0"), Some("call_2")]);
    assert_eq!(answer.decision, Some(Decision::Stay));
    assert_eq!(answer.reason.as_deref(), Some("Unclear."));
}

#[test]
fn nothing_is_read_of_what_is_no_answer() {
    for name in ["text", "verdict", "schema", "actions", "actions tools", "steps", "steps tools"] {
        let contract = contract(name);
        assert_eq!(read(&contract, &Reply::default()), Err(Unreadable::Empty), "{name}");
        assert_eq!(read(&contract, &Reply::of_text(" \n")), Err(Unreadable::Empty), "{name}");
        let refused = Reply { refusal: Some("No.".to_owned()), ..Reply::default() };
        let refused = read(&contract, &refused);
        assert!(
            matches!(refused, Err(Unreadable::Refused { text, .. }) if text == "No."),
            "{name}"
        );
    }
}

#[test]
fn an_answer_that_ends_in_the_middle_is_cut_however_broken_it_is() {
    let commas = ",".repeat(1_000);
    let text = format!("{{{commas} message: 'm', ask: {{question: 'Wh");
    let read = read(&contract("actions"), &reply(&text, &[], Stop::End));
    assert!(matches!(read, Err(Unreadable::Cut { .. })), "{read:?}");
}
