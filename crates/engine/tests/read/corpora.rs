//! Broken JSON of other projects, and what is made of it.
//!
//! What differs from the value that the other project expects is listed in `rest.jsonl` with the reason:
//! a difference that is not in the list, or no longer one, fails.

use proem::turn::read::json::{Broken, Limits, lenient, strict};
use proem::turn::read::partial::{Allow, completed, partial};
use serde_json::{Value as Json, json};

/// The rows of a corpus.
pub(crate) fn rows(name: &str) -> Vec<Json> {
    let path = format!("{}/tests/corpora/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the corpus is there");
    text.lines().map(|line| serde_json::from_str(line).expect("a row is JSON")).collect()
}

fn value(read: Result<Json, Broken>) -> Json {
    read.map_or_else(|_| json!({"nothing": true}), |value| json!({ "value": value }))
}

/// What a row of `json_repair` expects: a value, or that there is none. Not every row is about a value:
/// some ask what the other project logs, or what it refuses when it is told to be strict.
fn repaired(row: &Json) -> Option<Json> {
    let expected = row.get("expected")?;
    let objects = row["args"].get("return_objects").is_some() || row["func"] == "loads";
    if row["args"].get("logging").is_some() && !expected.is_object() {
        return None;
    }
    Some(match expected {
        Json::String(text) if text.is_empty() => json!({"nothing": true}),
        Json::String(text) if !objects => {
            json!({"value": serde_json::from_str::<Json>(text).expect("JSON")})
        }
        other => json!({ "value": other }),
    })
}

#[test]
fn what_others_repair_is_repaired() {
    let mut rest = Vec::new();
    let mut count = 0;
    for row in rows("json_repair") {
        let Some(expected) = repaired(&row) else { continue };
        count += 1;
        let input = row["input"].as_str().expect("a text");
        // A prefix that is read again and again must not change its mind: that is `partial`.
        let stable = row["args"]["stream_stable"] == json!(true);
        let got = match stable {
            true => partial(input, &Allow::ALL, &Limits::DEFAULT),
            false => lenient(input, &Limits::DEFAULT).map(|read| read.value),
        };
        let got = value(got);
        if got != expected {
            rest.push(
                json!({"corpus": "json_repair", "input": input, "expected": expected, "got": got}),
            );
        }
    }
    assert_eq!(count, 226);
    compare("json_repair", &rest);
    assert!(rest.len() * 20 <= count, "{} of {count}", rest.len());
}

fn allowed(extra: &Json) -> Allow {
    let Some(word) = extra.get(0).and_then(Json::as_str) else { return Allow::ALL };
    let without = word.strip_prefix("~(").map(|word| word.trim_end_matches(')'));
    let named = |name: &str| match without {
        Some(word) => word != name,
        None => word.split('|').any(|word| word == name),
    };
    let word = without.is_some();
    Allow {
        text: named("STR"),
        number: named("NUM"),
        list: named("ARR"),
        object: named("OBJ"),
        word,
    }
}

#[test]
fn what_others_make_of_a_prefix_is_made_of_it() {
    let mut rest = Vec::new();
    let mut count = 0;
    for row in rows("partial_json_parser") {
        let expected = row.get("expected");
        if expected
            .is_some_and(|expected| expected.as_str().is_some_and(|text| text.starts_with("<rec.")))
        {
            // The address of an object of the other project's tests.
            continue;
        }
        count += 1;
        let (input, allow) = (row["input"].as_str().expect("a text"), allowed(&row["extra"]));
        let fixes = row["test"].as_str().is_some_and(|test| test.starts_with("test_fix"));
        let got = match fixes {
            true => completed(input, &allow, &Limits::DEFAULT)
                .map(|(kept, added)| json!([input[..kept], added])),
            false => partial(input, &allow, &Limits::DEFAULT),
        };
        let (got, expected) = (value(got), value(expected.cloned().ok_or(Broken::Nothing)));
        if got != expected {
            rest.push(json!({"corpus": "partial_json_parser", "input": input, "expected": expected, "got": got}));
        }
    }
    assert_eq!(count, 36);
    compare("partial_json_parser", &rest);
    assert!(rest.len() * 20 <= count, "{} of {count}", rest.len());
}

/// Compares differences with the list of those that have a reason.
fn compare(corpus: &str, rest: &[Json]) {
    let path = format!("{}/tests/read/rest.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the list is there");
    let listed: Vec<Json> =
        text.lines().map(|line| serde_json::from_str(line).expect("a row is JSON")).collect();
    let mut listed: Vec<Json> = listed.into_iter().filter(|row| row["corpus"] == corpus).collect();
    for row in &mut listed {
        let reason = row.as_object_mut().and_then(|row| row.shift_remove("reason"));
        assert!(reason.is_some_and(|reason| reason.as_str().is_some_and(|text| text.len() > 20)));
    }
    let line = |rows: &[Json]| rows.iter().map(|row| format!("{row}\n")).collect::<String>();
    assert_eq!(line(&listed), line(rest));
}
