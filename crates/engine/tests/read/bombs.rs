//! Hostile answers: bounded, linear, and never silent.

use std::time::{Duration, Instant};

use proem::turn::read::json::{Broken, Limits, lenient, strict};
use proem::turn::read::partial::{Allow, partial};
use proem::turn::read::read;
use proem::turn::read::stream::Stream;
use serde_json::{Value as Json, json};

use crate::corpora::rows;
use crate::make::{contract, contracts, reply};
use proem::turn::format::reply::Stop;

/// The text of a recipe, where it is one for an answer; the others are for the edge of a server.
fn bomb(name: &str) -> Option<String> {
    Some(match name {
        "deep_array" => format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)),
        "unclosed_deep" => "[".repeat(1_000_000),
        "colliding_keys" => {
            let keys: Vec<String> = (0..20_000).map(|key| format!("\"{key:x}\":{key}")).collect();
            format!("{{{}}}", keys.join(","))
        }
        "nul_key" => r#"{"user_id":"a","user_id\u0000":"b"}"#.to_owned(),
        "big_int" => "123456789012345678901234567890".to_owned(),
        "exp_neg" => "1e-99999".to_owned(),
        "nan" => r#"{"a":NaN}"#.to_owned(),
        "markdown_fences" => "```json".repeat(50_000),
        "quote_storm" => "\"".repeat(500_000),
        "alternating" => "{]".repeat(250_000),
        "comments" => "/*".repeat(250_000),
        "bad_utf8" | "gzip_bomb" | "content_length_lie" => return None,
        other => panic!("a new recipe: {other}"),
    })
}

#[test]
fn every_bomb_is_bounded() {
    let mut count = 0;
    for row in rows("json_bombs") {
        let name = row["name"].as_str().expect("a name");
        let Some(text) = bomb(name) else { continue };
        count += 1;
        let begun = Instant::now();
        let _ = strict(&text, &Limits::DEFAULT);
        let _ = lenient(&text, &Limits::DEFAULT);
        let _ = partial(&text, &Allow::ALL, &Limits::DEFAULT);
        for name in ["text", "actions", "steps tools", "schema"] {
            let contract = contract(name);
            let _ = read(&contract, &reply(&text, &[("ask", &text)], Stop::End));
            let mut stream = Stream::new(&contract, false);
            stream.push(&text);
            stream.finish();
        }
        // A dozen readings, unoptimised, on a machine that does other things too.
        assert!(begun.elapsed() < Duration::from_secs(20), "{name}: {:?}", begun.elapsed());
    }
    assert_eq!(count, 11);
}

#[test]
fn what_cannot_be_held_is_told() {
    let deep = bomb("deep_array").expect("a bomb");
    assert!(matches!(strict(&deep, &Limits::DEFAULT), Err(Broken::Deep { at: 128 })));
    assert!(matches!(lenient(&deep, &Limits::DEFAULT), Err(Broken::Deep { .. })));
    let shallow = format!("{}{}", "[".repeat(128), "]".repeat(128));
    assert!(strict(&shallow, &Limits::DEFAULT).is_ok());
    let small = Limits { size: 3, ..Limits::DEFAULT };
    assert_eq!(strict("[10]", &small), Err(Broken::Large));
    assert_eq!(lenient("[10]", &small), Err(Broken::Large));
    for name in ["big_int", "exp_neg"] {
        let text = bomb(name).expect("a bomb");
        let read = strict(&text, &Limits::DEFAULT).expect("JSON");
        assert_eq!(read.value, json!(text));
        assert_eq!(read.liberties[0].code, "json.number");
    }
    let read = strict(&bomb("nul_key").expect("a bomb"), &Limits::DEFAULT).expect("JSON");
    assert_eq!(read.value, json!({"user_id": "a", "user_id\0": "b"}));
    let nan = bomb("nan").expect("a bomb");
    assert!(strict(&nan, &Limits::DEFAULT).is_err());
    let read = lenient(&nan, &Limits::DEFAULT).expect("with liberties");
    assert_eq!((&read.value, read.liberties[0].code), (&json!({"a": null}), "json.word"));
    let keys = bomb("colliding_keys").expect("a bomb");
    let read = strict(&keys, &Limits::DEFAULT).expect("JSON");
    assert_eq!(read.value.as_object().map(serde_json::Map::len), Some(20_000));
}

/// What hostile answers are made of.
const UNITS: &[&str] = &[
    "{",
    "[",
    "(",
    "\"",
    "'",
    "`",
    "```",
    "```json\n",
    "/*",
    "//",
    "#",
    "#]",
    "\\",
    "\\u",
    "\\\"",
    "{\"a\":",
    "{\"a\":1}",
    "{\"a\" ",
    "\"a\":\"",
    "\"a\" \"b\" ",
    "\",\"",
    "\", ",
    "{\"a:\"",
    "{]",
    "[}",
    "[1,",
    "[1 ",
    "a ",
    "a:",
    "{a:b,",
    "{a b ",
    "..., ",
    "[...,",
    "\n",
    " ",
    "{\"a\":\"b\"c\"d",
    "“",
    "“a” ",
    "{“a”:",
    "[\"a\" + ",
    "f(1",
    "[f(\"",
    "- ",
    "[- ",
    "{}",
    "[]",
    "[]{}",
    "()",
    "``` (1)",
    "1_",
    "[1e",
    "{\"message\":\"a ",
    "\u{feff}",
    "é\"",
    "{\"messages\":[\"a\",",
    "[\"a\":",
    "{1,",
    "{{",
    "}}",
    "[[1],[",
];

/// Bytes of the smaller text, and how many times as long the larger one is.
const SMALL: usize = 400;
const TIMES: usize = 16;

/// The larger text against as many of the smaller ones as make it up: in linear time the two cost the
/// same, in quadratic time one costs sixteen times the other.
#[test]
fn time_is_linear_in_the_text() {
    let contracts = [contract("steps")];
    let spent = |text: &str, times: usize| {
        let once = || {
            let begun = Instant::now();
            for _ in 0..times {
                let _ = lenient(text, &Limits::DEFAULT);
                let _ = partial(text, &Allow::ALL, &Limits::DEFAULT);
                for contract in &contracts {
                    let _ = read(contract, &reply(text, &[], Stop::End));
                }
            }
            begun.elapsed()
        };
        once().min(once())
    };
    let mut wrong = Vec::new();
    for begins in ["", "{\"message\": \"a\", "] {
        for unit in UNITS {
            let of = |size: usize| format!("{begins}{}", unit.repeat(size / unit.len() + 1));
            let small = spent(&of(SMALL), TIMES);
            let large = spent(&of(SMALL * TIMES), 1);
            let bound = small * 5 + Duration::from_millis(60);
            if large >= bound {
                wrong.push(format!("{begins:?} {unit:?}: {large:?}, in parts {small:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_text_of_every_naughty_string_is_read() {
    let path = format!("{}/tests/corpora/blns.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the corpus is there");
    let strings: Vec<String> = serde_json::from_str(&text).expect("a list");
    for naughty in &strings {
        let answer = json!({"message": naughty, "ask": {"question": naughty}});
        let answered =
            read(&contract("actions"), &reply(&answer.to_string(), &[], Stop::End)).expect("read");
        assert_eq!(answered.messages, [naughty.as_str()]);
        assert_eq!(answered.actions[0].params["question"], Json::String(naughty.clone()));
        assert!(answered.liberties.is_empty() && answered.problems.is_empty());
        for (_, contract) in contracts() {
            let _ = read(&contract, &reply(naughty, &[("ask", naughty)], Stop::End));
        }
    }
}
