//! What `check` and the reader find wrong with steps, each at its place and with advice.

use std::collections::BTreeSet;

use proem::diagnostic::Diagnostic;
use proptest::prelude::*;

use crate::flow::{Files, changed, codes, compile};

const AGENT: &str = "agent.yaml";
const NAME: &str = "prompts/step/name.md";
const VOLUME: &str = "prompts/step/volume.md";
const ENTRY: &str = "  entry: [How many messages do you handle a month?]\n";

/// All findings, of errors and warnings.
fn findings(files: &Files) -> Vec<Diagnostic> {
    match compile(files) {
        Ok((_, findings)) | Err(findings) => findings,
    }
}

/// One change of the small flow, the code that is found then, and the text that is marked.
type Flaw = ((&'static str, &'static str, &'static str), &'static str, &'static str);

const FLAWS: [Flaw; 36] = [
    ((AGENT, "{start: name}", "{start: nam}"), "step.nowhere", "nam"),
    ((AGENT, "{start: name}", "{}"), "format.missing-key", "{}"),
    (
        (AGENT, "flow: {start: name}\n", ""),
        "step.no-flow",
        "{id: packet, channel: system, header: \"## Step packet\", engine: step}",
    ),
    ((AGENT, "{start: name}", "{start: name, slots: {day: {}}}"), "slot.type", "day"),
    (
        (AGENT, "{start: name}", "{start: name, slots: {day: {type: date, use: week}}}"),
        "slot.set",
        "week",
    ),
    ((NAME, "next: volume", "next: volum"), "step.nowhere", "volum"),
    ((NAME, "next: volume\n", ""), "step.no-exit", ""),
    ((NAME, "next: volume", "next: name"), "step.cycle", ""),
    ((NAME, "next: volume", "next: end"), "step.unreachable", ""),
    ((NAME, "stage: hello\n", ""), "step.no-stage", ""),
    ((NAME, "stage: hello", "stage: Hello there"), "step.name", "Hello there"),
    (
        (NAME, "{name: update_contact_name,", "{name: update_contact,"),
        "step.unknown-tool",
        "update_contact",
    ),
    ((NAME, "require: [name]", "require: [nam]"), "step.unknown-argument", "nam"),
    ((NAME, "forbid: [current_step]", "forbid: [name]"), "step.tool", "name"),
    ((NAME, "tools:\n", "tools:\n  - update_contact_name\n"), "step.tool", "update_contact_name"),
    ((NAME, "{{ slots.name }}", "{{ slots.nam }}"), "step.unknown-slot", "slots.nam"),
    ((NAME, "name: {type: name,", "name: {type: nam,"), "format.choice", "nam"),
    ((NAME, "name: {type: name,", "name: {"), "slot.type", "name"),
    ((NAME, "name: {type: name,", "name: {type: name, minimum: 3,"), "slot.rule", "name"),
    ((NAME, "name: {type: name,", "name: {type: enum,"), "slot.rule", "name"),
    ((NAME, "name: {type: name,", "first-name: {type: name,"), "slot.name", "first-name"),
    (
        (NAME, "name: {type: name,", "name: {type: name, minLength: 9, maxLength: 3,"),
        "slot.range",
        "name",
    ),
    ((NAME, "name: {type: name,", "name: {pattern: '(a', "), "slot.pattern", "'(a'"),
    ((NAME, "name: {type: name,", "name: {type: phone, region: Germany,"), "slot.code", "Germany"),
    ((NAME, "name: {type: name,", "name: {use: person,"), "slot.set", "person"),
    (
        (VOLUME, "slots.volume >= config.enterprise_from", "slots.volumes >= 3"),
        "step.unknown-slot",
        "slots.volumes",
    ),
    ((VOLUME, "    decide: next\n", "    decide: stay\n"), "step.logic", "end"),
    (
        (VOLUME, "    decide: next\n    to: end\n", ""),
        "step.logic",
        "when: slots.volume >= config.enterprise_from",
    ),
    ((VOLUME, "logic:\n", "logic:\n  - decide: stay\n"), "step.logic", "when"),
    (
        (VOLUME, "    to: end\n", "    do: [update_contact_name]\n"),
        "step.unknown-tool",
        "update_contact_name",
    ),
    ((VOLUME, ENTRY, "  entry: [\"\"]\n"), "step.script", "\"\""),
    ((VOLUME, ENTRY, "  entry: {mode: free, texts: [Hi]}\n"), "step.script", "entry"),
    ((VOLUME, ENTRY, "  entry: [How many, roughly]\n"), "step.comma", "roughly"),
    ((VOLUME, ENTRY, "  first-words: [Hello]\n"), "step.name", "first-words"),
    ((VOLUME, "    invalid: [A", "    not-valid: [A"), "step.name", "not-valid"),
    (
        (VOLUME, "scripts:\n", "critical_next: [slots.people > 3]\nscripts:\n"),
        "step.unknown-slot",
        "slots.people",
    ),
];

#[test]
fn every_flaw_is_found_at_its_place_with_advice() {
    let mut wrong = Vec::new();
    for (change, code, marked) in FLAWS {
        let files = changed(&[change]);
        let found = findings(&files);
        let Some(told) = found.iter().find(|finding| finding.code == code) else {
            wrong.push(format!("{change:?}: no {code} in {found:#?}"));
            continue;
        };
        let span = told.span.as_ref().unwrap();
        let (_, text) = files.iter().find(|(path, _)| **path == *span.file).unwrap();
        let place = text.get(span.start..span.end).unwrap_or_default();
        if place != marked || told.help.as_ref().is_none_or(String::is_empty) {
            wrong.push(format!("{change:?}: `{place}` is marked: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_flaw_is_not_found_where_there_is_none() {
    let own = |finding: &&Diagnostic| {
        finding.code.starts_with("step.") || finding.code.starts_with("slot.")
    };
    assert_eq!(findings(&changed(&[])).iter().find(own), None);
    for (change, why) in [
        ((NAME, "forbid: [current_step]", "forbid: [nothing]"), "what is forbidden may be unknown"),
        ((NAME, "next: volume\n", "logic:\n  - to: volume\n"), "a row without condition leaves"),
        ((VOLUME, "next: end\n", ""), "a closing script ends the flow"),
        ((VOLUME, ENTRY, "  entry: [\"How many, roughly?\"]\n"), "a text in quotes is one"),
        ((VOLUME, ENTRY, "  entry: [How many?, Or so?]\n"), "these are two texts"),
        (
            (VOLUME, "logic:\n", "logic:\n  - {when: slots.name == \"Ann\", to: name}\n"),
            "a way back is fine",
        ),
    ] {
        assert_eq!(findings(&changed(&[change])).iter().find(own), None, "{why}");
    }
}

#[test]
fn a_step_that_is_left_on_a_condition_alone_has_no_way_out() {
    let change = [
        (VOLUME, "next: end\n", ""),
        (VOLUME, "  closing: [\"Thank you. {{ config.company }} will be in touch.\"]\n", ""),
        (VOLUME, "    to: end\n", "    to: name\n"),
    ];
    let found = findings(&changed(&change));
    let told = found.iter().find(|finding| finding.code == "step.no-exit").unwrap();
    assert_eq!(told.message, "the step `volume` can only be left where a row of its logic holds");
}

#[test]
fn steps_without_a_name_or_with_the_name_of_the_end_are_refused() {
    for path in ["prompts/step/end.md", "prompts/step.md"] {
        let mut files = changed(&[]);
        files.push((path.to_owned(), "---\nstage: hello\nnext: end\n---\nHello.\n".to_owned()));
        assert!(codes(&findings(&files)).contains(&"step.name"), "{path}");
    }
}

#[test]
fn an_answer_by_steps_needs_a_packet_and_its_own_field_names() {
    let without = changed(&[
        (
            AGENT,
            "  - {id: packet, channel: system, header: \"## Step packet\", engine: step}\n",
            "",
        ),
        (AGENT, "  - {id: status, channel: turn, engine: step}\n", ""),
    ]);
    assert!(codes(&findings(&without)).contains(&"step.no-layer"));
    let action = "  reason:\n    params: {}\ncore: [core/identity]";
    let clash = [(AGENT, "core: [core/identity]", action)];
    assert!(codes(&findings(&changed(&clash))).contains(&"step.field"));
    let tools = [clash[0], (AGENT, "{kind: steps}", "{kind: steps, actions: tools}")];
    assert!(!codes(&findings(&changed(&tools))).contains(&"step.field"));
}

#[test]
fn a_stage_chooses_like_an_enumeration() {
    let missing = [(AGENT, "\"constitution/{{ stage }}\"", "\"constitutions/{{ stage }}\"")];
    let found = findings(&changed(&missing));
    let told: Vec<&str> = found
        .iter()
        .filter(|finding| finding.code == "prompt.missing")
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "there is no prompt `constitutions/hello`, which `stage` can choose",
            "there is no prompt `constitutions/qualification`, which `stage` can choose",
        ]
    );
    let step = [(AGENT, "\"constitution/{{ stage }}\"", "\"constitution/{{ slots.name }}\"")];
    assert!(codes(&findings(&changed(&step))).contains(&"prompt.open-name"));
}

/// A step of a random flow: what follows it, and where a row leads.
type Exits = (Option<usize>, Option<usize>);

fn name(at: usize) -> String {
    if at == 0 { "end".to_owned() } else { format!("s{at}") }
}

fn random_flow(steps: &[Exits]) -> Files {
    let agent = "agent: a\nmodel: {name: gpt-5.4}\nflow: {start: s1}\ncore: [core/identity]\nlayers:\n  - {id: packet, channel: system, engine: step}\n  - {id: message, channel: user}\nanswer: {kind: steps}\n";
    let mut files = vec![
        (AGENT.to_owned(), agent.to_owned()),
        ("prompts/core/identity.md".to_owned(), "You are A.\n".to_owned()),
    ];
    for (at, (next, to)) in steps.iter().enumerate() {
        let mut text = "---\nslots: {x: {type: integer, required: false}}\n".to_owned();
        if let Some(next) = next {
            text += &format!("next: {}\n", name(*next));
        }
        if let Some(to) = to {
            text += &format!("logic:\n  - {{when: slots.x > 1, to: {}}}\n", name(*to));
        }
        text += "---\nText.\n";
        files.push((format!("prompts/step/s{}.md", at + 1), text));
    }
    files
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// The oracle takes the closure of all ways at once, where `check` walks back from the end.
    #[test]
    fn a_flow_that_passes_can_be_ended_from_every_step(
        steps in prop::collection::vec((prop::option::of(0_usize..6), prop::option::of(0_usize..6)), 1..6)
    ) {
        let found = codes(&findings(&random_flow(&steps)));
        let count = steps.len() + 1;
        let mut ways = vec![vec![false; count]; count];
        for (at, (next, to)) in steps.iter().enumerate() {
            for target in [next, to].into_iter().flatten().filter(|target| **target < count) {
                ways[at + 1][*target] = true;
            }
        }
        for middle in 0..count {
            for from in 0..count {
                for to in 0..count {
                    ways[from][to] |= ways[from][middle] && ways[middle][to];
                }
            }
        }
        let all = |test: &dyn Fn(usize) -> bool| (1..count).all(test);
        let exits = |at: usize| [steps[at - 1].0, steps[at - 1].1].into_iter().flatten();
        let known = all(&|at| exits(at).all(|target| target < count));
        prop_assert_eq!(!known, found.contains(&"step.nowhere"));
        let left = all(&|at| steps[at - 1].0.is_some() || steps[at - 1].1 == Some(0));
        prop_assert_eq!(!left, found.contains(&"step.no-exit"));
        if known && left {
            prop_assert_eq!(!all(&|at| ways[at][0]), found.contains(&"step.cycle"));
        }
        let reached: BTreeSet<usize> = (1..count).filter(|at| *at == 1 || ways[1][*at]).collect();
        prop_assert_eq!(reached.len() < steps.len(), found.contains(&"step.unreachable"));
    }
}
