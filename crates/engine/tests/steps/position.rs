//! The state keys of a flow: defaults, and what a caller may hand back.

use proem::diagnostic::Diagnostic;
use serde_json::{Value as Json, json};

use crate::flow::{changed, codes, compile, compiled, input, intake, made, run};

fn state(given: Json) -> Json {
    let turn = input(json!({"state": given, "message": "Hello"}));
    json!(made(&compiled(&intake()), &turn).manifest.state)
}

fn refused(given: Json) -> Vec<Diagnostic> {
    let turn = input(json!({"state": given, "message": "Hello"}));
    run(&compiled(&intake()), &turn).unwrap_err()
}

#[test]
fn a_conversation_begins_at_the_start() {
    let begun =
        json!({"step": "name", "stage": "hello", "slots": {}, "ladder": {"failed": 0}, "held": {}});
    assert_eq!(state(json!({})), begun);
    assert_eq!(
        state(json!({"step": null, "stage": null, "slots": null, "ladder": null, "held": null})),
        begun
    );
}

#[test]
fn what_was_given_comes_back_and_the_stage_follows_the_step() {
    let given = json!({
        "step": "volume",
        "slots": {"name": "Ann", "volume": null},
        "ladder": {"failed": 2, "script": "retry.invalid", "said": {"retry.invalid": 1}},
        "held": {"tone": "calm"},
    });
    let mut wanted = given.clone();
    wanted["stage"] = json!("qualification");
    assert_eq!(state(given), wanted);
}

#[test]
fn a_position_that_cannot_be_is_refused_with_everything_that_is_wrong() {
    let findings =
        refused(json!({"step": "volum", "slots": {"nam": 1}, "ladder": {"fails": 1}, "held": 3}));
    assert_eq!(
        codes(&findings),
        ["step.unknown", "step.unknown-slot", "state.schema", "state.schema"]
    );
    let places: Vec<_> = findings.iter().map(|finding| finding.pointer.clone().unwrap()).collect();
    assert_eq!(places, ["/state/step", "/state/slots/nam", "/state/ladder", "/state/held"]);
    assert!(
        findings.iter().all(|finding| finding.help.as_ref().is_some_and(|help| !help.is_empty()))
    );
    assert_eq!(findings[0].help.as_deref(), Some("Did you mean `volume`?"));
    assert_eq!(codes(&refused(json!({"step": "volume", "stage": "hello"}))), ["step.stage"]);
    assert_eq!(codes(&refused(json!({"step": 3}))), ["step.unknown"]);
    assert_eq!(codes(&refused(json!({"slots": []}))), ["state.schema"]);
}

#[test]
fn an_agent_without_a_flow_has_no_position() {
    let files = vec![
        ("agent.yaml".to_owned(), "agent: a\nmodel: {name: gpt-5.4}\ncore: [core/identity]\nlayers:\n  - {id: message, channel: user}\n".to_owned()),
        ("prompts/core/identity.md".to_owned(), "You are A.\n".to_owned()),
    ];
    let agent = compiled(&files);
    let findings = run(&agent, &input(json!({"state": {"step": "x", "slots": null}}))).unwrap_err();
    assert_eq!(codes(&findings), ["state.unknown-key"]);
    assert!(made(&agent, &input(json!({}))).manifest.state.is_empty());
}

#[test]
fn conditions_see_the_position_and_no_row_may_write_it() {
    let change = [(
        "agent.yaml",
        "{id: status, channel: turn, engine: step}",
        "{id: status, channel: turn, engine: step, when: step == \"volume\" and stage != \"hello\" and ladder.failed == 0 and held is defined}",
    )];
    let agent = compiled(&changed(&change));
    let status = |turn: Json| {
        let made = made(&agent, &input(turn));
        let layer = made.manifest.layers.iter().find(|layer| layer.id == "status").unwrap();
        layer.span.is_some()
    };
    assert!(status(json!({"state": {"step": "volume"}})));
    assert!(!status(json!({})));
    let change = [(
        "agent.yaml",
        "flow: {start: name}",
        "flow: {start: name}\ngate:\n  - phrases: [skip it]\n    set: {step: volume}",
    )];
    assert_eq!(codes(&compile(&changed(&change)).unwrap_err()), ["gate.unknown-key"]);
}
