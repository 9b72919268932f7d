//! Answers as they come: at every split, what was shown is a beginning of what is read of the whole.

use proem::turn::format::reply::{Reply, Stop};
use proem::turn::read::stream::{Shown, Stream, messages};
use proem::turn::read::{Unreadable, read};
use proptest::prelude::*;

use crate::corpora::rows;
use crate::held::{hold, of, shown, whole};
use crate::make::contract;

/// Answers of every kind, with escapes, characters of several bytes, fences, and what breaks them.
const ANSWERS: &[&str] = &[
    "I'm here. 🙂 Tell me more.\n",
    "  \n\tGrüße, 你好\u{301}",
    r#"{"message": "Caf\u00e9 \ud83d\ude42 \"so\" \\ \n\/ é🙂", "ask": {"question": "Why?"}}"#,
    r#"{"messages": ["One, ", "Zw\u00f6lf 🙂", "\ud83d\ude42", ""], "decision": "next", "reason": "x"}"#,
    "```json\n{\"message\": \"In a fence\"}\n```",
    " {\"decision\": \"stay\", \"slots\": {\"messages\": [\"no\"]}, \"messages\": [\"yes\"], \"reason\": \"r\"} ",
    r#"{"messages": ["a", 5, "b"], "decision": "stay", "reason": ""}"#,
    r#"{"messages": ["a", {"text": "b"}, "c"]}"#,
    r#"{"messages": ["a", ["b"], "c"]}"#,
    r#"{"messages": "single"}"#,
    r#"{"message": ["a", "b"]}"#,
    r#"{"message": null, "message": "late"}"#,
    r#"{"message": "first", "message": "second"}"#,
    r#"{"message": "one"}{"message": "two"}"#,
    r#"Sure! {"message": "behind prose"}"#,
    r#"{"message": "He said "hi" to me, and left."}"#,
    r#"{"message": "Hello, "decision": "stay"}"#,
    "{\"message\": \"Hello\n\"ask\": {\"question\": \"x\"}}",
    r#"{"message": "Hello there. }"#,
    r#"{"message": "Hello there"#,
    r#"{"message": "half \ud83d of a pair", "x": 1}"#,
    r#"{"message": "half \ud83d\u0041", "x": 1}"#,
    r#"{"message": "bad \x escape", "x": 1}"#,
    r#"{"message": "a", b", "c": 1}"#,
    r#"{"messages": ["a", b", "c"]}"#,
    r#"{"messages": ["a" "b"], "decision": "next"}"#,
    r#"{"messages": ["a"], ["b"], "decision": "next"}"#,
    r#"{"messages": ["a", "b]}"#,
    r#"{"messages": ["a", "b"}, "decision": "stay"}"#,
    r#"{"answer": {"message": "wrapped"}}"#,
    r#"[{"message": "in a list"}]"#,
    r#"{'message': 'single quotes'}"#,
    r#"{message: "no quotes"}"#,
    r#"{"mess\u0061ge": "escaped name"}"#,
    r#"{"message": "a"}, "ask": {"question": "merged"}}"#,
    r#"{"a": {"message": "inside"}, "message": "outside"}"#,
    "PASS: fine",
];

#[test]
fn streamed_equals_unstreamed_at_every_split() {
    for text in ANSWERS {
        let cuts: Vec<usize> = (0..=text.len()).collect();
        hold(text, &cuts);
        // And every beginning of it, which is an answer that was cut off.
        for (at, _) in text.char_indices() {
            hold(&text[..at], &[at / 2]);
        }
    }
}

#[test]
fn streamed_equals_unstreamed_for_what_others_repair() {
    for row in rows("json_repair").iter().chain(&rows("partial_json_parser")) {
        let text = row["input"].as_str().expect("a text");
        if text.len() > 2_000 {
            continue;
        }
        hold(text, &[text.len() / 3, text.len() / 2]);
        for name in ["key", "a"] {
            let text = text.replace(&format!("\"{name}\""), "\"message\"");
            hold(&text, &[text.len() / 3]);
            let text = text.replace("\"message\"", "\"messages\"");
            hold(&text, &[text.len() / 2]);
        }
    }
}

#[test]
fn a_well_formed_answer_is_shown_whole() {
    let steps = ANSWERS[3];
    let all = ["One, ", "Zwölf 🙂", "🙂", ""].map(|text| Shown::Message(text.to_owned()));
    assert_eq!(shown("steps", false, &[steps.as_bytes()]), all);
    assert_eq!(whole("steps", steps, Stop::End).len(), 4);
    let actions = ANSWERS[2];
    let single: Vec<&[u8]> = actions.as_bytes().chunks(1).collect();
    let parts = shown("actions", false, &single);
    assert!(parts.len() > 10 && parts.iter().all(|part| matches!(part, Shown::Text(_))));
    assert_eq!(messages(parts), whole("actions", actions, Stop::End));
    let protocol = shown("actions", true, &single);
    assert_eq!(protocol.len(), 1);
    assert_eq!(messages(protocol), whole("actions", actions, Stop::End));
    assert_eq!(messages(shown("text", true, &[b"a", b"b"])), ["ab"]);
    assert_eq!(Stream::new(&contract("verdict"), false).push("PASS"), []);
    assert_eq!(
        messages(shown("text", false, &[b"\xc3", b"\xa9\xff", b"\xe2\x82"])),
        ["é\u{fffd}\u{fffd}"]
    );
}

#[test]
fn of_a_cut_answer_what_was_shown_is_kept() {
    let reply =
        Reply { stop: Stop::Length, ..Reply::of_text(r#"{"messages": ["One.", "Two.", "Thr"#) };
    match read(of("steps"), &reply) {
        Err(Unreadable::Cut { rest }) => assert_eq!(rest.messages, ["One.", "Two."]),
        other => panic!("{other:?}"),
    }
}

/// Pieces that answers are made of, well and badly.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    ":",
    ",",
    " ",
    "\n",
    "\\",
    "\\\"",
    "\\u00e9",
    "\\ud83d",
    "\\ude42",
    "message",
    "messages",
    "\"message\":",
    "\"messages\": [",
    "\"message\": \"",
    "\"decision\": \"next\"",
    "\"ask\": {\"question\": \"Why?\"}",
    "Hello",
    "🙂",
    "é",
    "1",
    "true",
    "null",
    "None",
    "```json\n",
    "```",
    "//",
    "# ",
    "/*",
    "*/",
    "...",
    "{\"message\": \"Hi",
    "\", \"",
    "\"], \"",
    "\"}",
    "{\"messages\": [\"Hi\", \"",
    "(",
    ")",
    "“",
    "”",
    "\t",
    "-",
    "=>",
    "+",
    "`",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn of_any_text_what_was_shown_is_a_beginning(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
        begins in prop::sample::select(vec!["", "{\"message\": \"", "{\"messages\": [\"", "```json\n{\"message\":"]),
        cut in 0_usize..80,
    ) {
        let text = format!("{begins}{}", pieces.concat());
        hold(&text, &[cut]);
    }

    #[test]
    fn of_a_broken_answer_what_was_shown_is_a_beginning(
        which in 0..ANSWERS.len(),
        at in 0_usize..120,
        length in 0_usize..6,
        put in prop::sample::select(PIECES),
    ) {
        let letters: Vec<char> = ANSWERS[which].chars().collect();
        let at = at.min(letters.len());
        let end = (at + length).min(letters.len());
        let text: String = letters[..at].iter().chain(&put.chars().collect::<Vec<_>>()).chain(&letters[end..]).collect();
        hold(&text, &[at]);
    }
}
