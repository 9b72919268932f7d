//! Findings that need turns to be run.

use proem::agent::load::folder;
use proem::agent::source::RawFile;
use proem::diagnostic::Diagnostic;
use proem::provider;
use proem::survey::rules::check;

use crate::host::{compile, files, small_files};

fn found(files: Vec<RawFile>) -> Vec<Diagnostic> {
    let cases = folder(files.clone()).cases;
    check(&compile(files), &cases, &[], &provider::find)
}

fn told(findings: &[Diagnostic]) -> Vec<(&str, usize, &str)> {
    let one = |finding: &'_ Diagnostic| finding.span.as_ref().map_or(0, |span| span.line);
    findings.iter().map(|finding| (finding.code, one(finding), finding.message.as_str())).collect()
}

#[test]
fn the_examples_are_tested_row_by_row() {
    for agent in ["support", "coach"] {
        assert_eq!(found(files(agent)), []);
    }
}

#[test]
fn a_row_whose_only_case_is_gone_is_told() {
    let mut fewer = files("support");
    fewer.retain(|file| file.path != "cases/memory-incognito-command.yaml");
    let findings = found(fewer);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].code, "gate.untested");
    assert_eq!(findings[0].message, "no case fires this row of the gate");
    let mut fewer = files("support");
    fewer.retain(|file| file.path != "cases/classifier-fails-after-crisis.yaml");
    let findings = found(fewer);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].message, "no case takes this row of the fallback");
}

const FILE: &str = "agent: small
model: {name: gpt-5.4}
prompt_types:
  sort: {phase: none}
state:
  style: {enum: [calm, brisk], default: calm}
  topic: {enum: [billing, setup]}
  level: {type: integer, minimum: 0, maximum: 2, default: 0}
compat:
  style:
    brisk: {topic: [setup]}
gate:
  - phrases: [now]
    set: {style: brisk, topic: billing}
  - when: level == 2
    set: {style: brisk}
  - call: sort
    set: {style: \"{{ answer.style }}\", topic: \"{{ answer.topic }}\"}
layers:
  - {id: message, channel: user}
calls:
  sort:
    run: gate
    bare: true
    layers:
      - {id: task, channel: system, prompts: [sort]}
      - {id: message, channel: user}
    answer:
      kind: schema
      schema:
        type: object
        properties: {style: {enum: [calm, brisk]}, topic: {enum: [setup, billing]}}
";

#[test]
fn writes_that_the_table_refuses_are_told_with_the_pair() {
    let findings = found(small_files(FILE, &[("sort", "Sort it.")]));
    let refused: Vec<_> =
        told(&findings).into_iter().filter(|(code, ..)| *code == "gate.refused").collect();
    assert_eq!(
        refused,
        [
            (
                "gate.refused",
                13,
                "what this row writes is always refused: style `brisk` does not go with topic `billing`"
            ),
            (
                "gate.refused",
                15,
                "in 1 of 5 states in which this row fires its write is refused: style `brisk` does not go with topic `billing`"
            ),
            (
                "gate.refused",
                17,
                "the answer of `sort` may bring what is refused: style `brisk` does not go with topic `billing`"
            ),
        ]
    );
    assert!(findings.iter().all(|finding| finding.help.is_some()));
}

#[test]
fn a_fallback_provides_for_answers_that_are_refused() {
    let file = FILE.replace(
        "layers:\n  - {id: message",
        "    fallback:\n      - set: {topic: setup}\nlayers:\n  - {id: message",
    );
    let findings = found(small_files(&file, &[("sort", "Sort it.")]));
    assert!(told(&findings).iter().all(|(_, _, message)| !message.contains("the answer of")));
}

#[test]
fn states_in_which_no_turn_can_be_assembled_are_told_once_for_each_reason() {
    let file = "agent: small
model: {name: gpt-5.4, window: 300, reserve: 100}
prompt_types:
  block: {phase: required}
state:
  style: {enum: [short, long, gone], default: short}
  loud: {type: boolean}
layers:
  - {id: style, channel: system, prompts: [\"block/{{ style }}\"]}
  - {id: loud, channel: system, prompts: [block/short], when: style == \"short\" and loud}
  - {id: message, channel: user}
";
    let long = "word ".repeat(400);
    let findings = found(small_files(file, &[("block/short", "S."), ("block/long", &long)]));
    let codes: Vec<_> = told(&findings)
        .into_iter()
        .map(|(code, _, message)| (code, message.split(": ").next().unwrap_or_default()))
        .collect();
    assert_eq!(
        codes,
        [
            ("survey.too-large", "with style long, loud false and 2 states more"),
            ("survey.missing", "with style gone, loud false and 2 states more"),
            ("survey.fails", "with style short, loud unset"),
        ]
    );
}

#[test]
fn what_check_said_already_is_not_said_again() {
    let all = small_files(
        "agent: small\nmodel: {name: gpt-5.4}\nprompt_types:\n  block: {phase: required}\nstate:\n  style: {enum: [short, gone], default: short}\nlayers:\n  - {id: style, channel: system, prompts: [\"block/{{ style }}\"]}\n  - {id: message, channel: user}\n",
        &[("block/short", "S.")],
    );
    let agent = compile(all.clone());
    assert_eq!(check(&agent, &[], &[], &provider::find).len(), 1);
    let known = Diagnostic::warning(
        "prompt.missing",
        "there is no prompt `block/gone`, which `style` can choose",
    );
    assert_eq!(check(&agent, &[], &[known], &provider::find), []);
}

/// The support of two styles, of which one goes with one topic, and a row that searches.
const SEARCHED: &str = "agent: small
model: {name: gpt-5.4}
state:
  style: {enum: [calm, brisk], default: calm}
  topic: {enum: [billing, setup]}
  level: {type: integer, minimum: 0, maximum: 2, default: 0}
compat:
  style:
    brisk: {topic: [setup]}
gate:
  - phrases: [hurry]
    when: level == 1
    set: {style: brisk}
  - regex: ['(?i)in.?voice']
    set: {topic: billing}
layers:
  - {id: message, channel: user}
";

fn case(turns: &str) -> RawFile {
    let text = format!("title: A case\nturns:\n{turns}");
    RawFile { path: "cases/one.yaml".into(), bytes: text.into_bytes() }
}

fn refused(agent: &str, turns: &str) -> Vec<String> {
    let mut files = small_files(agent, &[]);
    files.push(case(turns));
    let findings = found(files);
    let refused = findings.into_iter().filter(|finding| finding.code == "gate.refused");
    refused.map(|finding| finding.message).collect()
}

#[test]
fn a_row_that_searches_is_tried_where_its_write_is_refused() {
    let brisk = "with topic billing the write of this row is refused: style `brisk` does not go with topic `billing`";
    let billing = "with style brisk the write of this row is refused: style `brisk` does not go with topic `billing`";
    // A regular expression is tried with a message of a case; without one it says nothing.
    assert_eq!(refused(SEARCHED, "  - message: Hello.\n"), [brisk]);
    assert_eq!(refused(SEARCHED, "  - message: An invoice.\n"), [brisk, billing]);
}

#[test]
fn a_row_that_searches_and_cannot_meet_what_refuses_it_is_fine() {
    let narrow = SEARCHED.replace("when: level == 1", "when: level == 1 and topic is not defined");
    assert_eq!(refused(&narrow, "  - message: Hello.\n"), [""; 0]);
    let both = SEARCHED.replace("set: {style: brisk}", "set: {style: brisk, topic: setup}");
    assert_eq!(refused(&both, "  - message: Hello.\n"), [""; 0]);
    let anew = SEARCHED
        .replace("topic: {enum: [billing, setup]}", "topic: {enum: [billing, setup], scope: turn}");
    assert_eq!(refused(&anew, "  - message: Hello.\n"), [""; 0]);
}

#[test]
fn a_refusal_that_a_case_shows_is_meant() {
    let turns = "  - state: {topic: billing, level: 1}\n    message: Hurry!\n    expect: {refused: [style]}\n";
    assert_eq!(refused(SEARCHED, turns), [""; 0]);
}
