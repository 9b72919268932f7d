//! Invariant 4. Data is not code, the other half: ordinary text stays byte for byte, in every script and every
//! place; what looks like a template is text.

use crate::host::Assembly;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestCaseError;

use crate::host::{self, MODELS, hold};
use crate::make::{self, SCRIPTS, corpus, naughty};
use crate::read;
use crate::slots::{BENIGN, SLOTS, Values, turn};

/// Layers that print values as they are.
const PLAIN: [&str; 4] = ["core", "plain", "tickets", "lists"];

fn assembled(values: &Values, model: &str) -> Assembly {
    let (input, options) = turn(values, model);
    host::made(host::agent("fields"), &input, &options)
}

/// Line breaks as spaces, CR LF as one.
fn flat(text: &str) -> String {
    let breaks = ['\n', '\u{B}', '\u{C}', '\r', '\u{85}', '\u{2028}', '\u{2029}'];
    text.replace("\r\n", " ").replace(breaks, " ")
}

/// The text that comes when a field has `value` instead of the benign word: as it is where it stands
/// alone on its line, with spaces for its breaks where it stands inside one.
fn expected(benign: &str, value: &str) -> String {
    let lines: Vec<&str> = benign.split('\n').collect();
    let each = lines.iter().enumerate().map(|(at, line)| {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        // Two fields of one mapping that fill a line are fenced together.
        let alone = *line == BENIGN && next.starts_with("</") || next == "</ticket>";
        if alone { line.replace(BENIGN, value) } else { line.replace(BENIGN, &flat(value)) }
    });
    each.collect::<Vec<_>>().join("\n")
}

/// One field has a value, the others another word.
fn one(slot: &'static str, value: &str) -> Values {
    let mut values: Values = SLOTS.map(|slot| (slot, "other".to_owned())).into();
    values.insert(slot, value.to_owned());
    values
}

/// The property for one value in one field.
fn survives(slot: &'static str, value: &str, model: &str) -> Result<(), TestCaseError> {
    let benign = assembled(&one(slot, BENIGN), model);
    let found = assembled(&one(slot, value), model);
    for id in PLAIN {
        let wanted = expected(read::layer_text(&benign, id), value);
        prop_assert_eq!(read::layer_text(&found, id), wanted, "{} in {}", id, slot);
    }
    if let "said" | "message" | "result" = slot {
        let count = |assembly: &Assembly, text: &str| {
            let strings = read::strings(&assembly.body());
            strings.iter().filter(|(_, found)| found == text).count()
        };
        prop_assert!(count(&benign, BENIGN) > 0);
        prop_assert_eq!(count(&found, value), count(&benign, BENIGN));
    }
    Ok(())
}

#[test]
fn every_script_survives_in_every_field() {
    let slots = SLOTS.into_iter().filter(|slot| *slot != "rule");
    for (at, slot) in slots.enumerate() {
        for (index, text) in SCRIPTS.iter().enumerate() {
            let outcome = survives(slot, text, MODELS[(at + index) % MODELS.len()]);
            outcome.unwrap_or_else(|error| panic!("{slot}: {text}: {error}"));
        }
    }
}

#[test]
fn texts_of_several_lines_survive() {
    let slots: Vec<&'static str> = SLOTS.into_iter().filter(|slot| *slot != "rule").collect();
    let lines = prop::collection::vec(select(SCRIPTS.to_vec()), 1..4);
    let between = select(vec!["\n", "\n\n", "\r\n", " ", "\t", "\n    "]);
    let strategy = (select(slots), lines, between, select(MODELS.to_vec()));
    hold(120, 100, strategy, |(slot, lines, between, model)| {
        survives(slot, &lines.join(between), model)?;
        Ok(true)
    });
}

#[test]
fn what_looks_like_a_template_is_printed_as_it_is() {
    let slots: Vec<&'static str> = SLOTS.into_iter().filter(|slot| *slot != "rule").collect();
    for (at, row) in corpus("value_inert").iter().enumerate() {
        for slot in &slots {
            let outcome = survives(slot, row.text("value"), MODELS[at % MODELS.len()]);
            outcome.unwrap_or_else(|error| panic!("{} in {slot}: {error}", row.id));
        }
    }
}

#[test]
fn naughty_strings_are_printed_as_they_are_unless_the_manifest_says_otherwise() {
    let slots = ["user_name", "body", "memory", "line", "a", "document", "message"];
    let mut altered = 0;
    for (at, text) in naughty().iter().enumerate() {
        // `script` is one of the words that prompts fence with.
        if text.trim().is_empty() || text.to_lowercase().contains("script") {
            continue;
        }
        let slot = slots[at % slots.len()];
        let model = MODELS[at % MODELS.len()];
        let assembly = assembled(&one(slot, text), model);
        let manifest = &assembly.manifest;
        let told = manifest.context.iter().any(|entry| entry.neutralised > 0)
            || manifest.warnings.iter().any(|warning| warning.contains("neutralised"));
        if told {
            altered += 1;
            continue;
        }
        survives(slot, text, model)
            .unwrap_or_else(|error| panic!("{at} {text:?} in {slot}: {error}"));
    }
    assert!(altered < 25, "{altered} of the naughty strings are altered: they are not all attacks");
}

#[test]
fn values_stay_values_behind_every_provider() {
    hold(60, 100, (make::ordinary(), select(MODELS.to_vec())), |(text, model)| {
        survives("document", &text, model)?;
        survives("message", &text, model)?;
        Ok(true)
    });
}
