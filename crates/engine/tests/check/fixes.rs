//! A fix does what it says: its finding is gone, and nothing new is wrong.

use std::collections::BTreeMap;

use proem::diagnostic::Diagnostic;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::lay::{Files, findings};
use crate::mutated::agents;

/// How often each error is told: applying a fix moves the places of others, and may mend several.
fn errors(found: &[Diagnostic]) -> BTreeMap<(&str, &str), usize> {
    let mut count = BTreeMap::new();
    for finding in found.iter().filter(|finding| finding.is_error()) {
        *count.entry((finding.code, finding.message.as_str())).or_default() += 1;
    }
    count
}

/// How often a finding is told.
fn times(finding: &Diagnostic, found: &[Diagnostic]) -> usize {
    let same = |other: &&Diagnostic| {
        other.code == finding.code
            && other.message == finding.message
            && other.span.as_ref().map(|span| &span.file)
                == finding.span.as_ref().map(|span| &span.file)
    };
    found.iter().filter(same).count()
}

/// What is wrong with each fix of an agent; how many there are.
fn tried(files: &Files, wrong: &mut Vec<String>) -> usize {
    let (found, sources) = findings(files);
    let before = errors(&found);
    let fixes = found.iter().filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
    let mut count = 0;
    for (finding, fix) in fixes {
        count += 1;
        let place = finding.span.as_ref().unwrap();
        let text = &sources.iter().find(|source| source.file == place.file).unwrap().text;
        let told = |what: &str| {
            format!("{}:{}: {}: {}: {what}", place.file, place.line, finding.message, fix.title)
        };
        let Some(mended) = fix.applied(text) else {
            wrong.push(told("it cannot be applied"));
            continue;
        };
        let mut files = files.clone();
        files.insert(place.file.to_string(), mended);
        let (after, _) = findings(&files);
        if times(finding, &after) >= times(finding, &found) {
            wrong.push(told("the finding is still there"));
        }
        for ((code, message), count) in errors(&after) {
            if before.get(&(code, message)).copied().unwrap_or(0) < count {
                wrong.push(told(&format!("a new error: {code}: {message}")));
            }
        }
    }
    count
}

#[test]
fn every_fix_of_the_cases_mends_its_finding_and_breaks_nothing() {
    let mut wrong = Vec::new();
    let count: usize = agents().iter().map(|files| tried(files, &mut wrong)).sum();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 45, "only {count} fixes were tried");
}

/// A slip of the finger: two letters of a word change places.
fn slip(text: &str, at: Index) -> Option<String> {
    let bytes = text.as_bytes();
    let both = |at: usize| {
        bytes[at].is_ascii_lowercase()
            && bytes[at + 1].is_ascii_lowercase()
            && bytes[at] != bytes[at + 1]
    };
    let places: Vec<usize> = (0..bytes.len().saturating_sub(1)).filter(|at| both(*at)).collect();
    let at = *places.get(at.index(places.len().max(1)))?;
    let mut slipped = bytes.to_vec();
    slipped.swap(at, at + 1);
    String::from_utf8(slipped).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_fix_of_a_slip_mends_it_and_breaks_nothing(file in any::<Index>(), at in any::<Index>()) {
        // The first of them is a whole agent without any finding.
        let mut files = agents()[0].clone();
        let names: Vec<String> = files.keys().cloned().collect();
        // Half of the slips are in agent.yaml, which stands first.
        let name = names.get(file.index(names.len() * 2)).unwrap_or(&names[0]);
        if let Some(slipped) = slip(&files[name], at) {
            files.insert(name.clone(), slipped);
            let mut wrong = Vec::new();
            tried(&files, &mut wrong);
            prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    }
}
