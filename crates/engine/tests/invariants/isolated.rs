//! Invariant 5. Isolated: no memory, rule or recall reaches a crisis call, and a classifier that fails is never
//! taken for "no risk".

use proem::agent::input::{Content, Memory, TurnInput};
use proem::turn::Assembled;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use crate::host::{self, MODELS, hold, with_model};
use crate::make::{self, object};
use crate::read;

/// Messages that the gate decides by itself.
const CRISES: [&str; 4] = [
    "I want to kill myself",
    "I have taken all of the pills",
    "tonight I will end my life",
    "i just overdosed and I don't know what to do",
];

#[test]
fn no_memory_reaches_a_crisis_call() {
    let strategy =
        (make::support(3), make::memory(), select(CRISES.to_vec()), select(MODELS.to_vec()));
    hold(120, 100, strategy, |(mut input, mut memory, message, model)| {
        for (at, entry) in memory.entries.iter_mut().enumerate() {
            let text = format!("MARKERENTRY{at} {}", entry["text"].as_str().unwrap());
            entry.insert("text".into(), json!(text));
            entry.insert("kind".into(), json!("MARKERKIND"));
        }
        for rule in &mut memory.rules {
            *rule = format!("{rule} MARKERRULE");
        }
        memory.rules.push("Keep replies short. MARKERRULE".into());
        input.message = Some(Content::Text(message.into()));
        let remembering = TurnInput { memory, ..input.clone() };
        let forgetful = TurnInput { memory: Memory::default(), ..input };
        let agent = host::agent("support");
        let found = host::made(agent, &remembering, &with_model(model));
        let empty = host::made(agent, &forgetful, &with_model(model));
        prop_assert_eq!(&found.manifest.call, "crisis");
        prop_assert!(!found.payload.contains("MARKER"));
        prop_assert!(!serde_json::to_string(&found.manifest).unwrap().contains("MARKER"));
        for id in ["memory", "rules", "recall", "catch_up"] {
            prop_assert_eq!(read::status(&found, id), "skipped");
            prop_assert!(!read::layer(&found, id).reason.is_empty());
        }
        prop_assert_eq!(found.payload, empty.payload);
        prop_assert_eq!(found.manifest, empty.manifest);
        Ok(true)
    });
}

/// Answers of a classifier that cannot be used, and some that can.
fn answers() -> impl Strategy<Value = Option<Json>> {
    let level = prop_oneof![
        Just(json!(0)),
        Just(json!(-1)),
        Just(json!(4)),
        Just(json!("0")),
        Just(Json::Null),
        Just(json!(0.5)),
        Just(json!([0])),
        Just(json!(false)),
    ];
    let whole = (
        level,
        prop::option::of(Just(json!(0.9))),
        prop::option::of(Just(json!([]))),
        any::<bool>(),
    )
        .prop_map(|(level, confidence, flags, extra)| {
            let mut answer = object(json!({"level": level, "reason": "nothing"}));
            answer.extend(confidence.map(|value| ("confidence".to_owned(), value)));
            answer.extend(flags.map(|value| ("flags".to_owned(), value)));
            if extra {
                answer.insert("note".into(), json!("extra"));
            }
            Json::Object(answer)
        });
    prop_oneof![
        1 => Just(None),
        1 => select(vec![json!(null), json!(0), json!("none"), json!([]), json!({}), json!({"level": 0})])
            .prop_map(Some),
        4 => whole.prop_map(Some),
    ]
}

/// Whether the schema of the classifier's answer admits this one, said again by hand.
fn is_usable(answer: Option<&Json>) -> bool {
    let Some(Json::Object(answer)) = answer else {
        return false;
    };
    let names = ["level", "confidence", "reason", "flags"];
    names.iter().all(|name| answer.contains_key(*name))
        && answer.keys().all(|key| names.contains(&key.as_str()))
        && answer["level"].as_u64().is_some_and(|level| level <= 3)
}

#[test]
fn a_classifier_that_fails_is_never_no_risk() {
    let messages = prop_oneof![
        make::text(),
        select(vec![
            "I feel low",
            "what a day",
            "I can't go on",
            "self harm again",
            "traffic is killing me",
            "I am safe",
            "the idea of suicide",
            "",
        ])
        .prop_map(str::to_owned),
    ];
    let risk = 0..4_u32;
    hold(300, 60, (messages, answers(), risk, any::<bool>()), |(message, answer, risk, region)| {
        let mut input = TurnInput {
            message: Some(Content::Text(message.into())),
            state: object(json!({"last_risk": risk})),
            ..TurnInput::default()
        };
        if region {
            input.state.insert("user".into(), json!({"name": "Ada", "region": "GB"}));
        }
        input.answers.extend(answer.clone().map(|answer| ("classify".to_owned(), answer)));
        let outcome = host::run(host::agent("support"), &input, &with_model("gpt-5.4"));
        let gated = match outcome {
            Ok(Assembled::Call(assembly)) => assembly.gated.clone(),
            Ok(Assembled::Said { .. }) => return Ok(false),
            Err(findings) => return Err(TestCaseError::fail(host::told(&findings))),
        };
        let crisis = &gated.state["crisis"];
        let by_rows = ["idiom", "denial", "override"].contains(&crisis["source"].as_str().unwrap());
        if is_usable(answer.as_ref()) || by_rows {
            return Ok(false);
        }
        prop_assert!(crisis["level"].as_u64().unwrap() > 0, "{crisis}");
        prop_assert_eq!(crisis["source"].as_str(), Some("fallback"));
        Ok(true)
    });
}
