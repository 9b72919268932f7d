//! What is JSON and what is not, by a suite that others use.

use proem::turn::read::json::{Limits, lenient, strict};
use serde_json::Value as Json;

use crate::corpora::rows;

/// The text of a row; none where its bytes are none.
fn text(row: &Json) -> (String, bool) {
    if let Some(text) = row["text"].as_str() {
        return (text.to_owned(), true);
    }
    if let Some(unit) = row["repeat"][0].as_str() {
        let times = row["repeat"][1].as_u64().and_then(|times| usize::try_from(times).ok());
        return (unit.repeat(times.expect("a number")), true);
    }
    let hex = row["hex"].as_str().expect("bytes");
    let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal");
    let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(byte).collect();
    assert!(String::from_utf8(bytes.clone()).is_err());
    (String::from_utf8_lossy(&bytes).into_owned(), false)
}

#[test]
fn what_is_json_is_read_and_nothing_else() {
    let (mut yes, mut no, mut either) = (0, 0, 0);
    for row in rows("jsontestsuite") {
        let name = row["name"].as_str().expect("a name");
        let (text, decodes) = text(&row);
        let read = strict(&text, &Limits::DEFAULT);
        // With liberties nothing is refused that was strictly read, and nothing crashes.
        let mended = lenient(&text, &Limits::DEFAULT);
        match name.get(..2) {
            Some("y_") => {
                yes += 1;
                let read = read.unwrap_or_else(|broken| panic!("{name}: {broken:?}"));
                let other: Json = serde_json::from_str(&text).expect("serde_json reads it too");
                if !name.contains("duplicated_key") {
                    assert_eq!(read.value, other, "{name}");
                }
                assert_eq!(mended.expect("with liberties too").value, read.value, "{name}");
            }
            Some("n_") => {
                no += 1;
                assert!(read.is_err() || !decodes, "{name}: {read:?}");
            }
            _ => either += 1,
        }
    }
    assert_eq!((yes, no, either), (95, 188, 35));
}

#[test]
fn a_field_that_is_given_twice_is_told_and_the_first_counts() {
    let read =
        strict(r#"{"a": {"b": 1, "b": 2}, "c": 3, "c": 3}"#, &Limits::DEFAULT).expect("JSON");
    assert_eq!(read.value.to_string(), r#"{"a":{"b":1},"c":3}"#);
    assert_eq!(read.problems.len(), 1);
    assert_eq!((read.problems[0].code, &*read.problems[0].pointer), ("json.duplicate", "/a/b"));
    assert_eq!((read.liberties[0].code, &*read.liberties[0].pointer), ("json.duplicate", "/c"));
}
