//! A body says the same whatever is known of its history.

use proem::agent::input::Message;
use proem::agent::written::keep;
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::{Apart, Own, read};
use crate::app::histories::Histories;

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Few {
    call: Option<String>,
}

impl Own for Few {
    const NAMES: &'static [&'static str] = &["call"];
}

/// What a body says: its input and members, or what is wrong with it. How many messages were known is told beside it.
fn said(histories: &Histories, of: &str, body: &str) -> (Result<String, String>, usize) {
    let mut begun = histories.begun(of, body);
    let short = begun.shortened();
    let read = match read::<Few>(body, short.as_deref(), &mut begun) {
        Ok(read) => read,
        Err(problem) => return (Err(json!(problem).to_string()), 0),
    };
    let Apart { own, input, history, given, .. } = read;
    let known = begun.messages().len();
    let messages: Vec<Message> =
        begun.messages().iter().cloned().chain(keep(history, &[])).collect();
    let told = format!("{own:?} {input:?} {given:?} {messages:?}");
    histories.keep(begun, &messages);
    (Ok(told), known)
}

fn nothing_known() -> Histories {
    Histories::new(1 << 20)
}

/// Messages that are long enough to be kept.
fn conversation(count: usize) -> Vec<Json> {
    let message = |at: usize| {
        let (role, text) = (["user", "assistant"][at % 2], format!("Message {at}. ").repeat(20));
        json!({"role": role, "content": text})
    };
    (0..count).map(message).collect()
}

fn body(messages: &[Json]) -> String {
    json!({"state": {"at": "home"}, "history": messages, "message": "And now?", "call": "reply"})
        .to_string()
}

#[test]
fn only_what_is_new_is_read() {
    let histories = nothing_known();
    let all = conversation(16);
    let known = |messages: &[Json]| said(&histories, "a", &body(messages)).1;
    assert_eq!(known(&all[..12]), 0);
    assert_eq!(known(&all[..14]), 12);
    // The same once more, the beginning of it, and another one that begins like it.
    assert_eq!(known(&all[..14]), 14);
    assert_eq!(known(&all[..10]), 10);
    let mut other = all.clone();
    other[9] = json!({"role": "assistant", "content": [{"type": "text", "text": "Or so."}]});
    assert_eq!(known(&other), 9);
    assert_eq!(known(&other), 16);
    // A body that comes to nothing takes nothing away.
    let wrong = body(&other).replace("\"message\"", "\"mesage\"");
    assert!(said(&histories, "a", &wrong).0.is_err());
    drop(histories.begun("a", &body(&other)));
    assert_eq!(known(&other), 16);
    // Nothing of it is known to others.
    assert_eq!(said(&histories, "b", &body(&other)).1, 0);
}

#[test]
fn what_outgrows_its_share_drives_nobody_out() {
    let histories = Histories::new(128 << 10);
    let all = conversation(200);
    let known = |of: &str, count: usize| said(&histories, of, &body(&all[..count])).1;
    assert_eq!(known("small", 12), 0);
    assert_eq!(known("large", 12), 0);
    assert_eq!(known("large", 14), 12);
    // It takes more than an eighth of the room now.
    assert_eq!(known("large", 200), 14);
    assert_eq!(known("large", 200), 0);
    assert_eq!(known("small", 12), 12);
}

#[test]
fn names_that_only_look_like_that_of_a_history_are_left_alone() {
    let histories = nothing_known();
    let list = json!(conversation(12)).to_string();
    let other = list.replace("Message", "Another");
    for body in [
        format!(r#"{{"state": {{"history": {list}}}, "history": [], "message": "Hi"}}"#),
        format!(r#"{{"state": {{"history": {list}}}, "history": {other}, "message": "Hi"}}"#),
        format!(r#"{{"state": {{"a\"history": {list}}}, "message": "Hi"}}"#),
        format!(r#"{{"message": {}, "history": {list}}}"#, json!(format!("\"history\": {list}"))),
        format!(r#"{{"hist\u006fry": {list}, "message": "Hi"}}"#),
    ] {
        let expected = said(&nothing_known(), "a", &body).0;
        assert!(expected.is_ok(), "{expected:?}");
        for _ in 0..2 {
            assert_eq!(said(&histories, "a", &body).0, expected);
        }
    }
    // It stands where it stood, in front of the one that counts.
    let both = format!(r#"{{"history": {list}, "history": {list}}}"#);
    assert_eq!(said(&histories, "a", &both).0, said(&nothing_known(), "a", &both).0);
}

/// How many messages are never cut: what histories are told apart by.
const LEAST: usize = 10;

/// How a conversation goes on.
#[derive(Clone, Debug)]
enum Step {
    Grow(Vec<Json>),
    Cut(Index),
    Alter(Index, Json),
}

/// How a body is written.
#[derive(Clone, Debug)]
struct Form {
    is_spread: bool,
    /// What is put in place of something, where that stands last.
    spoilt: Option<(&'static str, &'static str)>,
}

fn message() -> impl Strategy<Value = Json> {
    let text = prop_oneof![
        "[ -~]{0,80}",
        "\\PC{0,60}",
        Just("\"history\": [{\\".to_owned()),
        Just("a \"quoted\" \\ b\nline\u{1}".to_owned()),
    ];
    let parts = json!([{"type": "text", "text": "]}"}, {"type": "text", "text": "[\""}]);
    prop_oneof![
        4 => text.prop_map(|text| json!({"role": "user", "content": text})),
        1 => Just(json!({"content": parts, "role": "assistant"})),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => prop::collection::vec(message(), 0..4).prop_map(Step::Grow),
        1 => any::<Index>().prop_map(Step::Cut),
        2 => (any::<Index>(), message()).prop_map(|(at, message)| Step::Alter(at, message)),
    ]
}

fn form() -> impl Strategy<Value = Form> {
    let spoilt = prop::sample::select(vec![
        ("},{", "},,{"),
        ("},{", "}\u{c},{"),
        ("},{", "} {"),
        ("}]", "},]"),
        ("}]", "}}]"),
        ("}]", "}, 7]"),
        ("}]", "}, [\"user\", \"Hi\"]]"),
        ("}]", "}, []]"),
        ("}]", "}, {\"role\": \"user\", \"role\": \"user\"}]"),
        ("}]", "}, {\"role\": \"user\", \"content\": \"\\u0000\"}]"),
        ("}]", "}, {\"role\": \"system\", \"content\": \"\"}]"),
        ("}]", "} \n]"),
        ("\"history\"", "\"histories\""),
        ("\"history\"", "\"history\": 7, \"history\""),
        ("\"history\"", "\"config\": {\"history\": [1, 2]}, \"history\""),
        ("\"message\"", "\"mesage\""),
        ("}", ""),
    ]);
    (prop::bool::weighted(0.1), prop::option::weighted(0.4, spoilt))
        .prop_map(|(is_spread, spoilt)| Form { is_spread, spoilt })
}

proptest! {
    #[test]
    fn what_is_known_changes_nothing(steps in prop::collection::vec((step(), form()), 1..10)) {
        let histories = nothing_known();
        let mut messages = conversation(LEAST + 1);
        for (step, form) in steps {
            match step {
                Step::Grow(more) => messages.extend(more),
                Step::Cut(at) => messages.truncate(at.index(messages.len() - LEAST + 1) + LEAST),
                Step::Alter(at, other) => {
                    let at = at.index(messages.len());
                    messages[at] = other;
                }
            }
            let mut text = body(&messages);
            if form.is_spread {
                text = format!("{:#}", serde_json::from_str::<Json>(&text).unwrap());
            }
            if let Some((what, with)) = form.spoilt
                && let Some((before, behind)) = text.rsplit_once(what)
            {
                text = [before, with, behind].concat();
            }
            let expected = said(&nothing_known(), "a", &text).0;
            prop_assert_eq!(said(&histories, "a", &text).0, expected, "{}", text);
        }
    }
}
