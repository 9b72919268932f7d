//! State: what the scopes do from turn to turn, and which values may not meet.

use proem::agent::case;
use proem::agent::input::{Content, TurnInput};
use proem::agent::source::Source;
use proem::check::compiled::Compiled;
use proem::provider;
use proem::turn::case::{Played, play};
use proem::turn::{Assembled, Options};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value as Json, json};

use crate::host::{self, codes, hold, small, with_model};
use crate::make::{APPROACHES, STYLES, object};

const SCOPES: &str = "
agent: scopes
model: {name: gpt-5.4, window: 4000, reserve: 100}
prompt_types: {core: {phase: required}}
state:
  of_turn: {enum: [calm, loud], default: calm, scope: turn}
  of_turn_bare: {type: string, scope: turn}
  of_session: {type: integer, default: 0}
  of_user: {type: string, default: none, scope: user}
gate:
  - phrases: [shout]
    set: {of_turn: loud, of_turn_bare: \"yes\", of_session: 7, of_user: known}
  - phrases: [forget it]
    say: Forgotten.
    set: {of_session: 9}
core: [core/identity]
layers:
  - {id: history, channel: history, shrink: oldest, keep: 2}
  - {id: message, channel: user}
";

const CORE: (&str, &str) = ("core/identity", "---\ntitle: Identity\n---\nBe kind.\n");

fn played<'a>(agent: &'a Compiled, text: &str) -> Vec<Played<'a>> {
    let (case, findings) = case::parse(&Source::new("cases/case.yaml", text), "case");
    assert!(findings.is_empty(), "{findings:?}");
    play(agent, &case.unwrap(), 9, &Options::default(), &provider::find)
}

fn state(played: &Played<'_>) -> Json {
    let state = match played.assembled.as_ref().unwrap() {
        Assembled::Call(assembly) => &assembly.gated.state,
        Assembled::Said { gated, .. } => &gated.state,
    };
    Json::Object(Map::clone(state))
}

#[test]
fn values_of_a_turn_end_with_it_and_the_others_stay() {
    let agent = small(SCOPES, &[CORE]);
    let turns = played(
        &agent,
        "title: T\nturns:\n  - message: hello\n    answer: Hi.\n  - message: I shout\n    answer: \
         Loud.\n  - message: quiet now\n    answer: Fine.\n  - message: forget it\n  - message: and now\n",
    );
    let wanted = [
        json!({"of_turn": "calm", "of_session": 0, "of_user": "none"}),
        json!({"of_turn": "loud", "of_turn_bare": "yes", "of_session": 7, "of_user": "known"}),
        json!({"of_turn": "calm", "of_session": 7, "of_user": "known"}),
        json!({"of_turn": "calm", "of_session": 9, "of_user": "known"}),
        json!({"of_turn": "calm", "of_session": 9, "of_user": "known"}),
    ];
    assert_eq!(turns.iter().map(state).collect::<Vec<_>>(), wanted);
    assert!(matches!(turns[3].assembled, Ok(Assembled::Said { .. })));
    // What was said is the history of the next turn, also what the gate said by itself.
    let last: Vec<_> =
        turns[4].input.history.iter().map(|message| message.content.text()).collect();
    assert_eq!(
        last,
        ["hello", "Hi.", "I shout", "Loud.", "quiet now", "Fine.", "forget it", "Forgotten."]
    );
}

#[test]
fn the_values_of_an_earlier_turn_are_not_taken_for_this_one() {
    let agent = small(SCOPES, &[CORE]);
    hold(60, 100, prop::collection::vec(any::<bool>(), 1..6), |shouts| {
        let lines = shouts.iter().map(|loud| {
            format!("  - message: {}\n    answer: Yes.\n", if *loud { "shout" } else { "whisper" })
        });
        let turns = played(&agent, &format!("title: T\nturns:\n{}", lines.collect::<String>()));
        let mut ever = false;
        for (turn, loud) in turns.iter().zip(shouts) {
            ever |= loud;
            let found = state(turn);
            prop_assert_eq!(found["of_turn"].as_str(), Some(if loud { "loud" } else { "calm" }));
            prop_assert_eq!(found.get("of_turn_bare").is_some(), loud);
            prop_assert_eq!(found["of_session"].as_u64(), Some(if ever { 7 } else { 0 }));
        }
        Ok(true)
    });
}

/// The table of `support`, said again: the approaches that a style may meet.
fn may_meet(style: &str, approach: &str) -> bool {
    let list: &[&str] = match style {
        "reflective" => {
            &["motivational_interviewing", "cbt", "act", "grief_support", "interpersonal_therapy"]
        }
        "technique" => {
            &["cbt", "act", "dbt_skills", "grief_support", "interpersonal_therapy", "pfa"]
        }
        "guided_exercise" => &["cbt", "act", "dbt_skills", "pfa"],
        "safety_check" | "crisis_response" => &["pfa"],
        _ => return true,
    };
    list.contains(&approach)
}

#[test]
fn values_that_may_not_meet_are_refused_by_name() {
    let agent = host::agent("support");
    for style in STYLES {
        for approach in APPROACHES {
            let input = TurnInput {
                state: object(json!({"response_style": style, "approach": approach})),
                ..TurnInput::default()
            };
            match host::run(agent, &input, &with_model("gpt-5.4")) {
                Ok(_) => assert!(may_meet(style, approach), "{style} met {approach}"),
                Err(findings) => {
                    assert!(!may_meet(style, approach), "{}", host::told(&findings));
                    assert_eq!(codes(&findings), ["state.compat"]);
                    let message = &findings[0].message;
                    assert!(message.contains(style) && message.contains(approach), "{message}");
                    assert!(findings[0].pointer.is_some());
                }
            }
        }
    }
}

#[test]
fn a_row_of_the_gate_that_breaks_the_table_is_skipped_and_told() {
    let routes = (select(STYLES[..7].to_vec()), select(APPROACHES.to_vec()));
    hold(80, 100, routes, |(style, approach)| {
        let input = TurnInput {
            message: Some(Content::Text("I keep thinking about it".into())),
            answers: [
                (
                    "classify".to_owned(),
                    json!({"level": 0, "confidence": 1, "reason": "-", "flags": []}),
                ),
                ("route".to_owned(), json!({"style": style, "approach": approach})),
            ]
            .into(),
            ..TurnInput::default()
        };
        let assembly = host::made(host::agent("support"), &input, &with_model("gpt-5.4"));
        let found = assembly.state;
        let row =
            assembly.manifest.gate.iter().find(|fired| fired.call.as_deref() == Some("route"));
        let row = row.unwrap();
        if may_meet(style, approach) {
            prop_assert_eq!(
                (&found["response_style"], &found["approach"]),
                (&json!(style), &json!(approach))
            );
            prop_assert!(!row.refused && row.fallback.is_none());
        } else {
            // The fallback's last row: the pair that is always allowed.
            prop_assert_eq!(&found["response_style"], &json!("supportive"));
            prop_assert_eq!(&found["approach"], &json!("motivational_interviewing"));
            prop_assert_eq!(row.fallback, Some(1));
            let reason = row.reason.clone().unwrap_or_default();
            prop_assert!(
                row.refused && reason.contains(style) && reason.contains(approach),
                "{reason}"
            );
        }
        Ok(true)
    });
}

#[test]
fn a_state_that_breaks_its_schema_is_told_key_by_key() {
    let agent = small(SCOPES, &[CORE]);
    let input = TurnInput {
        state: object(json!({"of_turn": "furious", "of_session": "seven", "of_sesion": 1})),
        ..TurnInput::default()
    };
    let findings = host::run(&agent, &input, &with_model("gpt-5.4")).unwrap_err();
    let mut told = codes(&findings);
    told.sort_unstable();
    assert_eq!(told, ["state.schema", "state.schema", "state.unknown-key"]);
    assert!(findings.iter().all(|finding| finding.pointer.is_some()));
    assert!(findings.iter().any(|finding| {
        finding.help.as_deref().is_some_and(|help| help.contains("of_session"))
    }));
}
