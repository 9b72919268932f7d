//! Reading answers of two kilobytes: a step of a flow, a message with actions, and the same broken.
//!
//! It must never measure how a contract comes about: that is a part of an assembly.
#![allow(missing_docs, reason = "what criterion's macros make has no documentation")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot be set up has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use proem::agent::action::Action;
use proem::agent::call::{Answer, AnswerKind};
use proem::diagnostic::Span;
use proem::turn::contract::Contract;
use proem::turn::format::reply::Reply;
use proem::turn::read::json::{Limits, lenient};
use proem::turn::read::read;
use proem::turn::read::stream::Stream;
use proem_bench::workload::answer_schema;
use serde_json::{Map, Value as Json, json};

/// Bytes of an answer.
const SIZE: usize = 2048;

fn action(name: &str) -> Action {
    Action {
        name: name.to_owned(),
        span: Span::of_file(&"agent.yaml".into()),
        description: String::new(),
        params: json!({
            "type": "object",
            "properties": {"name": {"type": "string"}, "note": {"type": "string"}, "rank": {"type": "integer"}},
            "required": ["name"],
            "additionalProperties": false,
        }),
        returns: None,
        by: Vec::new(),
        allow: None,
        effects: Vec::new(),
    }
}

fn contract(kind: AnswerKind) -> Contract {
    let actions: Vec<Action> = ["create", "rename", "remove"].map(action).into();
    let mut properties = Map::new();
    properties.insert("messages".to_owned(), json!({"type": "array", "items": {"type": "string"}}));
    for action in &actions {
        let schema = json!({"anyOf": [action.params, {"type": "null"}]});
        properties.insert(action.name.clone(), schema);
    }
    let schema = match kind {
        AnswerKind::Schema => answer_schema(),
        _ => json!({"type": "object", "properties": properties}),
    };
    let own = (kind == AnswerKind::Schema).then(|| schema.clone());
    Contract {
        answer: Answer { kind, schema: own, schema_at: None, tools: false, heads: None },
        actions,
        closed: Vec::new(),
        schema: Some(schema),
        slots: None,
        step: None,
    }
}

fn filled(make: impl Fn(&str) -> Json) -> String {
    let sentence = "That sounds like a lot to carry, and you came here all the same. ";
    let room = SIZE - make("").to_string().len();
    make(sentence.repeat(40).get(..room).unwrap()).to_string()
}

fn reading(criterion: &mut Criterion) {
    let params = json!({"name": "Maker", "note": "Likes \"wood\".", "rank": 3});
    let steps = filled(|text| {
        let (one, two) = text.split_at(text.len() / 2);
        json!({"messages": [one, two], "decision": "next", "slots": {"volume": 1200, "name": "Ann"},
            "script": null, "reason": "Both are given.", "create": params, "rename": null, "remove": null})
    });
    let actions =
        filled(|text| json!({"message": text, "create": params, "rename": null, "remove": params}));
    let value = filled(
        |text| json!({"message": text, "mood": "low", "follow_up": true, "topics": ["work", "sleep"]}),
    );
    assert_eq!([steps.len(), actions.len(), value.len()], [SIZE; 3]);

    let mut group = criterion.benchmark_group("read");
    for (name, kind, text) in [
        ("steps", AnswerKind::Steps, &steps),
        ("actions", AnswerKind::Actions, &actions),
        ("schema, and making its validator", AnswerKind::Schema, &value),
    ] {
        let (contract, reply) = (contract(kind), Reply::of_text(text.as_str()));
        assert!(read(&contract, &reply).is_ok_and(|answer| answer.problems.is_empty()));
        group.bench_function(name, |b| b.iter(|| read(black_box(&contract), black_box(&reply))));
    }
    let contract = contract(AnswerKind::Actions);
    let broken =
        actions.replace("\"message\"", "message").replace("all the same", "\"all\" the same")
            + "\nBye.";
    let reply = Reply::of_text(broken);
    assert!(read(&contract, &reply).is_ok());
    group.bench_function("actions, broken in many places", |b| {
        b.iter(|| read(black_box(&contract), black_box(&reply)));
    });
    group.bench_function("with liberties alone", |b| {
        b.iter(|| lenient(black_box(&reply.text), &Limits::DEFAULT));
    });
    group.bench_function("actions as they come, 16 bytes at a time", |b| {
        b.iter(|| {
            let mut stream = Stream::new(&contract, false);
            actions.as_bytes().chunks(16).map(|piece| stream.push_bytes(piece).len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
