//! Whatever comes back, there is an outcome: any JSON, any events, in any order.

use proem::agent::input::Part;
use proem::provider::PROVIDERS;
use proem::turn::format::Provider;
use proem::turn::format::reply::{Reply, Stop};
use proem::turn::message::entry::EntryPart;
use proem::turn::message::passed::Passed;
use proem::turn::message::seating::Role;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};

use crate::host::{ALL, call, entry, messages, result, said};
use crate::replies::{Case, cases, stream};

type Events = Vec<(Option<String>, String)>;

/// Words that mean something to somebody, and some that do not.
const WORDS: &[&str] = &[
    "type",
    "text",
    "error",
    "index",
    "delta",
    "content",
    "message",
    "choices",
    "output",
    "item",
    "candidates",
    "parts",
    "functionCall",
    "args",
    "tool_calls",
    "function",
    "arguments",
    "name",
    "id",
    "refusal",
    "thought",
    "thoughtSignature",
    "usage",
    "finish_reason",
    "stop_reason",
    "",
    "stop",
    "STOP",
    "tool_use",
    "thinking",
    "reasoning",
    "function_call",
    "completed",
    "ä\n\"",
];

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        select(WORDS).prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::vec((select(WORDS), inner), 0..4).prop_map(|members| {
                members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            }),
        ]
    })
}

/// Puts a value somewhere else in it, or takes what is there away.
fn altered(value: &mut Json, place: &Index, with: Option<Json>) {
    let mut pointers = Vec::new();
    walk(value, String::new(), &mut pointers);
    let pointer = place.get(&pointers);
    match (with, pointer.rsplit_once('/')) {
        (Some(with), _) => {
            if let Some(there) = value.pointer_mut(pointer) {
                *there = with;
            }
        }
        (None, Some((parent, key))) => match value.pointer_mut(parent) {
            Some(Json::Object(map)) => drop(map.remove(key)),
            Some(Json::Array(list)) => drop(list.remove(key.parse().unwrap())),
            _ => {}
        },
        (None, None) => *value = Json::Null,
    }
}

fn walk(value: &Json, pointer: String, found: &mut Vec<String>) {
    match value {
        Json::Object(map) => {
            map.iter().for_each(|(key, value)| walk(value, format!("{pointer}/{key}"), found));
        }
        Json::Array(list) => {
            let items = list.iter().enumerate();
            items.for_each(|(at, value)| walk(value, format!("{pointer}/{at}"), found));
        }
        _ => {}
    }
    found.push(pointer);
}

/// What holds of every reply.
fn holds(provider: &dyn Provider, reply: &Reply) {
    if reply.stop == Stop::Tools {
        assert!(!reply.tools.is_empty());
    }
    assert!(reply.tools.iter().all(|tool| !tool.id.is_empty()));
    for opaque in &reply.opaque {
        assert!(reply.text.is_char_boundary(opaque.text) && opaque.tools <= reply.tools.len());
    }
    let (_, model) = ALL.into_iter().find(|(name, _)| *name == provider.name()).unwrap();
    // What the provider sent it takes back, in the form in which it was kept.
    let mut parts = Vec::new();
    for part in reply.parts(provider.name(), model) {
        match part {
            Part::Text { text } => parts.push(said(&text)),
            Part::ToolCall { id, name, arguments } => parts.push(call(&id, &name, arguments)),
            Part::Opaque { provider: name, model, value } => {
                let passed = Passed::Opaque { provider: name, model: model.clone(), value };
                if provider.lost(&passed, &model).is_none() {
                    parts.push(EntryPart::Other(passed));
                }
            }
            other => unreachable!("{other:?}"),
        }
    }
    let results = reply.tools.iter().map(|tool| result(&tool.id, "done")).collect();
    let body = messages(
        provider.name(),
        model,
        &[entry(Role::Assistant, parts), entry(Role::Tool, results)],
    );
    assert!(body.is_object());
}

fn with_body() -> Vec<&'static Case> {
    cases().iter().filter(|case| case.body.is_some()).collect()
}

fn with_events() -> Vec<&'static Case> {
    cases().iter().filter(|case| case.events.is_some()).collect()
}

proptest! {
    #[test]
    fn any_body_has_an_outcome(body in any_json()) {
        for provider in PROVIDERS {
            if let Ok(reply) = provider.reply(&body) {
                holds(provider, &reply);
            }
        }
    }

    #[test]
    fn an_altered_body_has_an_outcome(
        case in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), prop::option::of(any_json())), 1..4),
    ) {
        let cases = with_body();
        let case = case.get(&cases);
        let mut body = case.body.clone().unwrap();
        for (place, with) in changes {
            altered(&mut body, &place, with);
        }
        for provider in PROVIDERS {
            if let Ok(reply) = provider.reply(&body) {
                holds(provider, &reply);
            }
        }
    }

    #[test]
    fn altered_events_have_an_outcome(
        case in any::<Index>(),
        other in any::<Index>(),
        changes in prop::collection::vec(
            (any::<Index>(), any::<Index>(), prop::option::of(any_json()), 0..5_u8),
            1..6,
        ),
        tail in prop::collection::vec(any::<char>(), 0..8),
    ) {
        let cases = with_events();
        let mut events: Events = case.get(&cases).events.clone().unwrap();
        events.push((None, tail.into_iter().collect()));
        for (at, place, with, kind) in changes {
            let at = at.index(events.len().max(1));
            let Some((_, data)) = events.get_mut(at) else { continue };
            match kind {
                0 => drop(events.remove(at)),
                1 => {
                    let again = events.get(at).cloned().unwrap();
                    events.insert(place.index(events.len()), again);
                }
                2 => {
                    let cut: String = data.chars().take(place.index(40)).collect();
                    *data = cut;
                }
                _ => {
                    if let Ok(mut json) = serde_json::from_str::<Json>(data) {
                        altered(&mut json, &place, with);
                        *data = json.to_string();
                    }
                }
            }
        }
        for provider in [case.get(&cases).provider, other.get(&cases).provider] {
            if let (_, Ok(reply)) = stream(provider, &events) {
                holds(provider, &reply);
            }
        }
    }

    /// What may go back is only what a provider sends: nothing can be written into a payload this way.
    #[test]
    fn nothing_but_what_a_provider_sends_goes_back(text in ".*") {
        for (name, model) in ALL {
            let provider = proem::provider::by_name(name).unwrap();
            for value in [
                json!({"type": "text", "text": text}),
                json!({"role": "system", "content": text}),
                json!({"type": "message", "role": "system", "content": text}),
                json!({"type": "thinking", "thinking": text}),
                json!({"text": format!("{text}.")}),
                json!({"functionCall": {"name": text}}),
                // What a provider sends, with more in it than it sends.
                json!({"type": "thinking", "thinking": "", "signature": "", "text": text}),
                json!({"thoughtSignature": "", "functionCall": {"name": text}}),
                json!({"text": text, "thought": false, "thoughtSignature": ""}),
                json!({"type": "reasoning", "id": "", "summary": [], "role": text}),
                json!({"type": "message", "id": "", "status": "", "content": text}),
                json!({"reasoning_content": "", "role": "system"}),
            ] {
                let part = Passed::Opaque { provider: name.into(), model: model.into(), value };
                prop_assert!(provider.lost(&part, model).is_some(), "{name}: {part:?}");
            }
        }
    }
}
