//! The gate: one small agent per kind of row, with what the manifest must say.

use proem::agent::input::{Content, TurnInput};
use proem::turn::Assembled;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value as Json, json};

use crate::host::{self, hold, small, with_model};
use crate::make::object;

const HEAD: &str = "
agent: gated
model: {name: gpt-5.4, window: 4000, reserve: 100}
prompt_types: {core: {phase: required}, ask: {phase: none}}
state:
  mood: {enum: [calm, tense, grim], default: calm}
  topic: {enum: [work, home], default: work}
  note: {type: string}
  count: {type: integer, default: 0}
compat:
  mood:
    grim: {topic: [home]}
core: [core/identity]
layers:
  - {id: message, channel: user}
calls:
  judge:
    run: gate
    bare: true
    layers:
      - {id: task, channel: system, prompts: [ask]}
      - {id: message, channel: user}
    answer:
      kind: schema
      schema:
        type: object
        required: [mood]
        additionalProperties: false
        properties: {mood: {type: string}, note: {type: string}}
gate:
";

const PROMPTS: [(&str, &str); 2] = [
    ("core/identity", "---\ntitle: Identity\n---\nBe kind.\n"),
    ("ask", "---\ntitle: Ask\n---\nHow is the mood?\n"),
];

/// Runs rows on a message, with a state and an answer of `judge`; gives what the manifest says, the
/// state, and what was said.
fn gate(
    rows: &str,
    message: Option<&str>,
    state: Json,
    answer: Option<Json>,
) -> (Json, Json, Option<String>) {
    let agent = small(&format!("{HEAD}{rows}"), &PROMPTS);
    let input = TurnInput {
        message: message.map(|text| Content::Text(text.into())),
        state: object(state),
        answers: answer.into_iter().map(|answer| ("judge".to_owned(), answer)).collect(),
        ..TurnInput::default()
    };
    match host::run(&agent, &input, &with_model("gpt-5.4")) {
        Ok(Assembled::Call(assembly)) => {
            let manifest = serde_json::to_value(assembly.manifest()).unwrap();
            (manifest["gate"].clone(), manifest["state"].clone(), None)
        }
        Ok(Assembled::Said { text, gated, .. }) => (
            serde_json::to_value(&gated.fired).unwrap(),
            Json::Object(Map::clone(&gated.state)),
            Some(text),
        ),
        Err(findings) => panic!("{}", host::told(&findings)),
    }
}

/// The manifest's gate for a message alone.
fn fired(rows: &str, message: &str) -> Json {
    gate(rows, Some(message), json!({}), None).0
}

#[test]
fn phrases_match_whole_words_of_the_normal_form() {
    let rows = "  - phrases: [end it]\n    set: {mood: tense}\n";
    let yes = json!([{"row": 0, "set": {"mood": "tense"}}]);
    for message in [
        "I will end it.",
        "END IT",
        "ｅｎｄ ｉｔ",
        "e\u{200B}nd it",
        "end\u{A0}it",
        "end\nit",
        "so: \"end it\"!",
    ] {
        assert_eq!(fired(rows, message), yes, "{message:?}");
    }
    for message in ["I will bend it", "end items", "the end. It is", "enditall", ""] {
        assert_eq!(fired(rows, message), json!([]), "{message:?}");
    }
    assert_eq!(gate(rows, None, json!({}), None).0, json!([]));
}

#[test]
fn an_exception_takes_back_only_what_lies_inside_it() {
    let rows = "  - phrases: [end it]\n    unless: [never end it well]\n    set: {mood: tense}\n";
    assert_eq!(fired(rows, "I never end it well"), json!([]));
    let yes = json!([{"row": 0, "set": {"mood": "tense"}}]);
    assert_eq!(fired(rows, "I never end it well, I will end it"), yes);
    assert_eq!(fired(rows, "I never end it"), yes);
}

#[test]
fn regular_expressions_see_the_normal_form() {
    let rows =
        "  - regex: ['^\\s*/forget\\s*$', '\\bgone (by|at) dawn\\b']\n    set: {mood: tense}\n";
    let yes = json!([{"row": 0, "set": {"mood": "tense"}}]);
    for message in ["/forget", "  /FORGET ", "I am GONE at\u{200B} dawn"] {
        assert_eq!(fired(rows, message), yes, "{message:?}");
    }
    for message in ["please /forget", "gone for dawn"] {
        assert_eq!(fired(rows, message), json!([]), "{message:?}");
    }
}

#[test]
fn rows_run_in_order_and_see_what_earlier_rows_wrote() {
    let rows = "  - set: {mood: tense}\n  - when: mood == \"tense\" and before.mood == \"calm\"\n    \
                set: {count: 1}\n  - when: mood == \"calm\"\n    set: {count: 2}\n";
    let wanted = json!([{"row": 0, "set": {"mood": "tense"}}, {"row": 1, "set": {"count": 1}}]);
    assert_eq!(fired(rows, "hello"), wanted);
}

#[test]
fn a_final_row_ends_all_but_the_rows_that_always_run() {
    let rows = "  - phrases: [stop]\n    set: {mood: tense}\n    final: true\n  - set: {count: 1}\n  \
                - always: true\n    when: mood == \"tense\"\n    set: {note: always}\n";
    let stopped =
        json!([{"row": 0, "set": {"mood": "tense"}}, {"row": 2, "set": {"note": "always"}}]);
    assert_eq!(fired(rows, "stop"), stopped);
    assert_eq!(fired(rows, "go"), json!([{"row": 1, "set": {"count": 1}}]));
}

#[test]
fn a_row_that_speaks_ends_the_turn() {
    let rows = "  - phrases: [/forget]\n    say: Forgotten, {{ mood }}.\n  - set: {count: 1}\n";
    let (gate, _, said) = gate(rows, Some("/forget"), json!({}), None);
    assert_eq!(said.as_deref(), Some("Forgotten, calm."));
    assert_eq!(gate, json!([{"row": 0}]));
}

const ASK: &str = "  - call: judge\n    set: {mood: \"{{ answer.mood }}\"}\n    fallback:\n      \
                   - phrases: [alarm]\n        set: {mood: tense}\n      - set: {note: fallback}\n";

#[test]
fn an_answer_is_written_and_a_bad_one_takes_the_fallback() {
    let ask = |message: &str, answer: Option<Json>| gate(ASK, Some(message), json!({}), answer).0;
    let good = ask("hello", Some(json!({"mood": "tense"})));
    assert_eq!(good, json!([{"row": 0, "set": {"mood": "tense"}, "call": "judge"}]));
    let missing = ask("hello", None);
    assert_eq!(missing[0]["fallback"], 1);
    assert_eq!(missing[0]["set"], json!({"note": "fallback"}));
    assert_eq!(missing[0]["reason"], "`judge` has not answered");
    for bad in
        [json!({}), json!("tense"), json!({"mood": 3}), json!({"mood": "calm", "x": 1}), Json::Null]
    {
        let found = ask("an alarm", Some(bad.clone()));
        assert_eq!(found[0]["fallback"], 0, "{bad}");
        assert_eq!(found[0]["set"], json!({"mood": "tense"}));
        assert!(found[0]["reason"].as_str().unwrap().contains("cannot be used"));
    }
    // An answer of the right shape whose value the state does not take.
    let found = ask("hello", Some(json!({"mood": "furious"})));
    assert_eq!(found[0]["fallback"], 1);
    assert_eq!(found[0]["refused"], true);
    assert_eq!(found[0]["keys"], json!(["mood"]));
}

#[test]
fn a_write_that_may_not_meet_is_refused_whole() {
    let rows = "  - set: {note: written, mood: grim}\n  - set: {count: 5}\n";
    let (gate, state, _) = gate(rows, Some("hello"), json!({}), None);
    assert_eq!(gate[0]["refused"], true);
    assert_eq!(gate[0]["keys"], json!(["note", "mood"]));
    assert!(gate[0]["reason"].as_str().unwrap().contains("grim"));
    assert_eq!(gate[1], json!({"row": 1, "set": {"count": 5}}));
    assert_eq!(state, json!({"count": 5, "mood": "calm", "topic": "work"}));
}

#[test]
fn a_value_alone_keeps_its_type() {
    let rows = "  - set: {note: \"{{ state.count }} of {{ count }}\", count: \"{{ message | length }}\"}\n";
    let wanted = json!([{"row": 0, "set": {"note": "0 of 0", "count": 5}}]);
    assert_eq!(fired(rows, "hello"), wanted);
}

#[test]
fn rows_that_did_not_fire_wrote_nothing() {
    let words = select(vec!["stop", "alarm", "hello", "grim", "home", "loud stop", "stopped"]);
    let moods = select(vec!["calm", "tense"]);
    hold(80, 100, (words, moods), |(message, mood)| {
        let rows = "  - phrases: [stop]\n    set: {mood: tense}\n  - phrases: [grim]\n    \
                    when: mood == \"tense\"\n    set: {topic: home, mood: grim}\n";
        let (gate, state, _) = gate(rows, Some(message), json!({"mood": mood}), None);
        let stop = message.split(' ').any(|word| word == "stop");
        let grim = message == "grim" && mood == "tense";
        let rows: Vec<u64> =
            gate.as_array().unwrap().iter().map(|row| row["row"].as_u64().unwrap()).collect();
        let wanted: Vec<u64> =
            [(0, stop), (1, grim)].iter().filter(|row| row.1).map(|row| row.0).collect();
        prop_assert_eq!(rows, wanted);
        let mood = if grim {
            "grim"
        } else if stop {
            "tense"
        } else {
            mood
        };
        prop_assert_eq!(state["mood"].as_str(), Some(mood));
        prop_assert_eq!(state["topic"].as_str(), Some(if grim { "home" } else { "work" }));
        Ok(true)
    });
}
