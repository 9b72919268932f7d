//! Turns of the small flow that are run to their end: what is said, and what a case tells of it.

use proem::agent::case::parse;
use proem::agent::source::Source;
use proem::provider;
use proem::turn::Options;
use proem::turn::case::play;

use crate::flow::{Files, changed, compiled, intake};

/// The step `volume` as it ends without a closing script, and stops where it has asked in vain.
fn without_closing() -> Files {
    changed(&[
        (
            "prompts/step/volume.md",
            "  closing: [\"Thank you. {{ config.company }} will be in touch.\"]\n",
            "",
        ),
        ("prompts/step/volume.md", "next: end\n", "retries: {limit: 0, then: stop}\nnext: end\n"),
    ])
}

/// Plays turns in the step `volume`; everything that is not as expected.
fn failures(files: &Files, turns: &str) -> Vec<String> {
    let agent = compiled(files);
    let (case, findings) = parse(&Source::new("case.yaml", turns), "case");
    assert!(findings.is_empty(), "{findings:#?}");
    let case = case.unwrap();
    let played = play(&agent, &case, usize::MAX, &Options::default(), &provider::find);
    let failures = played.into_iter().flat_map(|played| played.failures);
    failures.map(|failure| format!("{}: {}", failure.what, failure.found)).collect()
}

fn turn(rest: &str) -> String {
    format!(
        "turns:\n  - state: {{step: volume, slots: {{name: Ann}}}}\n    history:\n      - {{role: \
         assistant, content: How many?}}\n    message: Lots!\n{rest}"
    )
}

#[test]
fn a_retry_is_said_where_the_flow_stops_without_a_word_of_its_own() {
    let answer = "    answer: {messages: [A rough number is enough.], decision: stay, script: \
                  retry.invalid, reason: no number}\n";
    let expect = |said: &str| format!("    expect: {{decision: next, said: [{said}]}}\n");
    let said = turn(&format!("{answer}{}", expect("A rough number is enough.")));
    assert_eq!(failures(&without_closing(), &said), Vec::<String>::new());
    let stops = changed(&[(
        "prompts/step/volume.md",
        "next: end\n",
        "retries: {limit: 0, then: stop}\nnext: end\n",
    )]);
    let closed = turn(&format!("{answer}{}", expect("Thank you. Acme will be in touch.")));
    assert_eq!(failures(&stops, &closed), Vec::<String>::new());
}

#[test]
fn who_leaves_is_not_left_without_a_word() {
    let silent = "{messages: [], decision: stay, intent: cancel, reason: leaves}";
    let spoken = "{messages: [Goodbye.], decision: stay, intent: cancel, reason: leaves}";
    let answers = turn(&format!("    answer:\n      - {silent}\n      - {spoken}\n"));
    let expect = "    expect: {decision: next, said: [Goodbye.], events: [cancelled]}\n";
    assert_eq!(failures(&without_closing(), &format!("{answers}{expect}")), Vec::<String>::new());
    let alone = turn(&format!("    answer: {silent}\n"));
    let expect = "    expect: {decision: next, said: [Thank you. Acme will be in touch.]}\n";
    assert_eq!(failures(&intake(), &format!("{alone}{expect}")), Vec::<String>::new());
}

#[test]
fn a_correction_is_no_answer_in_vain_as_often_as_a_digression() {
    let answer = |name: &str| {
        format!(
            "    answer: {{messages: [Noted.], decision: stay, intent: correction, corrections: \
             [{{slot: name, value: {name}}}], reason: corrected}}\n"
        )
    };
    let next = |name: &str, expect: &str| {
        format!("  - message: No, {name}\n{}    expect: {{{expect}}}\n", answer(name))
    };
    let borne = |count: u32| {
        format!("decision: stay, state: {{ladder: {{failed: 0, asides: {{correction: {count}}}}}}}")
    };
    let mut turns = turn(&format!("{}    expect: {{{}}}\n", answer("Anna"), borne(1)));
    turns.push_str(&next("Hanna", &borne(2)));
    turns.push_str(&next("Hannah", &borne(3)));
    turns.push_str(&next(
        "Anne",
        "decision: stay, state: {slots: {name: Anne}, ladder: {failed: 1}}",
    ));
    assert_eq!(failures(&intake(), &turns), Vec::<String>::new());
}

#[test]
fn a_value_that_would_be_lost_is_asked_for_again() {
    let refused = "{messages: [Noted.], decision: stay, corrections: [{slot: name, value: '???'}], \
                   reason: corrected}";
    let twice = turn(&format!("    answer: [{refused}, {refused}]\n"));
    let expect =
        "    expect: {decision: stay, problems: [slot.invalid], state: {slots: {name: Ann}}}\n";
    assert_eq!(failures(&intake(), &format!("{twice}{expect}")), Vec::<String>::new());
    // Where the step stays, it asks for its own slot by itself.
    let own =
        "{messages: [How many is that?], decision: stay, slots: {volume: heaps}, reason: none}";
    let once = turn(&format!("    answer: {own}\n"));
    let expect = "    expect: {decision: stay, problems: [slot.invalid]}\n";
    assert_eq!(failures(&intake(), &format!("{once}{expect}")), Vec::<String>::new());
}

#[test]
fn what_the_gate_ends_has_no_calls_behind_it() {
    let files = changed(&[(
        "agent.yaml",
        "answer: {kind: steps}\n",
        "answer: {kind: steps}\n\
         gate:\n  - phrases: [stop that]\n    say: It is off.\n\
         calls:\n  notes:\n    run: background\n    bare: true\n    when: message is defined\n    layers: \
         [{id: message, channel: user}]\n",
    )]);
    let said = "turns:\n  - message: Stop that!\n    expect: {call: none, background: []}\n";
    assert_eq!(failures(&files, said), Vec::<String>::new());
    let other = turn(
        "    answer: {messages: [How many is that?], decision: stay, reason: none}\n    expect: \
         {background: [notes]}\n",
    );
    assert_eq!(failures(&files, &other), Vec::<String>::new());
}

#[test]
fn a_script_has_an_answer_each_time_that_the_model_is_asked_and_no_other() {
    let next = "{messages: [], decision: next, reason: none}";
    let few = failures(&intake(), &turn(&format!("    answer: {next}\n")));
    let [told] = few.as_slice() else { panic!("{few:#?}") };
    assert!(told.starts_with("answer: Your answer cannot be taken as it is:"), "{told}");
    assert!(told.contains("the slot `volume` is missing"), "{told}");
    let stay = "{messages: [How many is that?], decision: stay, reason: none}";
    let many = failures(&intake(), &turn(&format!("    answer: [{stay}, {stay}]\n")));
    assert_eq!(many, ["answer: 1 more: the model was not asked again"]);
    let opened = "turns:\n  - answer: {messages: [Hello.], decision: stay, reason: none}\n";
    assert_eq!(failures(&intake(), opened), ["answer: 1 more: the model was not asked again"]);
}
