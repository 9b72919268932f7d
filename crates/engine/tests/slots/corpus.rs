//! Values of a corpus, and strings that break programs, given to every kind.

use std::fs;
use std::path::Path;

use proem::agent::step::slot::Slot;
use proem::turn::enforce::slots::judge;
use serde_json::{Value as Json, json};
use unicode_normalization::UnicodeNormalization;

use crate::declare::{on_text, slot};

/// A slot of each kind, with and without what it may declare.
pub(crate) const DECLARED: [&str; 23] = [
    "{type: integer}",
    "{type: integer, minimum: -5, maximum: 2000}",
    "{type: number}",
    "{type: number, minimum: 0.5, maximum: 99.25}",
    "{type: string}",
    "{type: string, minLength: 2, maxLength: 9}",
    "{type: boolean}",
    "{enum: [small, Große, 'yes', İzmir, '３', straße weg]}",
    "{pattern: '[A-Z]{2}[0-9]+|é|.{3}'}",
    "{type: email}",
    "{type: phone}",
    "{type: phone, region: DE}",
    "{type: phone, region: US}",
    "{type: phone, region: AR}",
    "{type: phone, region: IT}",
    "{type: date}",
    "{type: money}",
    "{type: money, currency: EUR, minimum: 1}",
    "{type: money, currency: JPY}",
    "{type: money, currency: KWD}",
    "{type: name}",
    "{type: text}",
    "{type: text, maxLength: 40}",
];

/// All of them.
pub(crate) fn slots() -> Vec<Slot> {
    DECLARED.iter().map(|declared| slot(declared)).collect()
}

/// What must hold of any text in a slot: a kept value is kept as it is, and both spellings have the
/// same verdict.
pub(crate) fn holds(slot: &Slot, text: &str) {
    let verdict = on_text(slot, text);
    let value = |text: &str| on_text(slot, text).map(|judged| judged.value);
    for spelled in [text.nfc().collect::<String>(), text.nfd().collect()] {
        let other = value(&spelled);
        assert_eq!(other, verdict.clone().map(|judged| judged.value), "{slot:?} {text:?}");
    }
    if let Ok(judged) = verdict {
        let again = judge(slot, &judged.value)
            .unwrap_or_else(|problem| panic!("{slot:?} {text:?}: {problem:?}"));
        assert_eq!((again.value, again.changes), (judged.value, Vec::new()), "{slot:?} {text:?}");
    }
}

#[test]
fn strings_that_break_programs_are_judged_like_others() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/blns.json");
    let texts: Vec<String> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(texts.len() > 400, "{}", texts.len());
    for slot in slots() {
        texts.iter().for_each(|text| holds(&slot, text));
    }
}

#[test]
fn values_of_the_corpus_are_judged_like_others() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/slot_values.jsonl");
    let rows = fs::read_to_string(path).unwrap();
    let rows: Vec<Json> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    assert!(rows.len() > 30, "{}", rows.len());
    for slot in slots() {
        for row in &rows {
            let times = row["times"].as_u64().unwrap_or(1);
            let text = row["value"].as_str().unwrap().repeat(usize::try_from(times).unwrap());
            holds(&slot, &text);
        }
    }
}

#[test]
fn any_json_has_a_verdict() {
    let values = [
        json!(null),
        json!(true),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(f64::MAX),
        json!(5e-324),
        json!(-0.0),
        json!([]),
        json!([[[1]]]),
        json!({}),
        json!({"amount": null, "currency": null}),
        json!({"amount": "1e9", "currency": ""}),
        json!({"amount": [], "currency": "EUR"}),
        json!({"amount": -1.5, "currency": "¥"}),
        json!({"currency": "EUR"}),
    ];
    for slot in slots() {
        for given in &values {
            if let Ok(judged) = judge(&slot, given) {
                assert_eq!(judge(&slot, &judged.value).unwrap().value, judged.value, "{given}");
            }
        }
    }
}
