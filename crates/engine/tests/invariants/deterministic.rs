//! Invariant 2. Deterministic: the same release and input give the same bytes. The order of files, of keys and
//! what nobody asked for play no part.

use proem::agent::input::TurnInput;
use proem::turn::Options;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value as Json, json};

use crate::host::{self, MODELS, files, hold, with_model};
use crate::make;

/// The same value with the keys of every mapping in another order.
fn shuffled(value: &Json, seed: u64) -> Json {
    match value {
        Json::Array(items) => items.iter().map(|item| shuffled(item, seed)).collect(),
        Json::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            let mut state = seed | 1;
            for at in (1..keys.len()).rev() {
                // A small generator is enough to reach every order.
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                keys.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
            }
            let each = keys.into_iter().map(|key| (key.clone(), shuffled(&map[key], seed)));
            Json::Object(each.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn reordered(input: &TurnInput, seed: u64) -> TurnInput {
    serde_json::from_value(shuffled(&serde_json::to_value(input).unwrap(), seed)).unwrap()
}

/// What a turn comes to, as bytes: payload and manifest, or what is wrong.
fn bytes(
    agent: &proem::check::compiled::Compiled,
    input: &TurnInput,
    model: &str,
) -> (String, String) {
    match host::call(agent, input, &with_model(model)) {
        Ok(Some(assembly)) => {
            let manifest = serde_json::to_string(&assembly.manifest).unwrap();
            (assembly.payload.clone(), manifest)
        }
        Ok(None) => ("said".into(), String::new()),
        Err(findings) => (host::told(&findings), String::new()),
    }
}

#[test]
fn compiling_and_assembling_again_changes_nothing() {
    let again: std::collections::BTreeMap<&str, _> = ["support", "coach", "sales", "fields"]
        .map(|name| {
            let mut files = files(name);
            files.reverse();
            let middle = files.len() / 3;
            files.rotate_left(middle);
            (name, host::compile(files))
        })
        .into();
    let strategy = (make::any_agent(4), select(MODELS.to_vec()));
    hold(60, 100, strategy, |((name, input), model)| {
        let first = bytes(host::agent(name), &input, model);
        prop_assert_eq!(&bytes(host::agent(name), &input, model), &first);
        prop_assert_eq!(&bytes(&again[name], &input, model), &first);
        Ok(true)
    });
}

#[test]
fn the_order_of_keys_plays_no_part() {
    let strategy = (make::any_agent(3), select(MODELS.to_vec()), any::<u64>());
    hold(120, 100, strategy, |((name, input), model, seed)| {
        let agent = host::agent(name);
        let (payload, _) = bytes(agent, &input, model);
        let (other, _) = bytes(agent, &reordered(&input, seed), model);
        prop_assert_eq!(payload, other);
        Ok(true)
    });
}

#[test]
fn what_no_prompt_asks_for_plays_no_part() {
    let strategy = (make::fields(3), select(MODELS.to_vec()), make::text(), make::text());
    hold(60, 100, strategy, |(input, model, one, other)| {
        let agent = host::agent("fields");
        let mut noisy = input.clone();
        noisy.input.insert("unused".into(), json!(one));
        noisy.input.insert("unknown".into(), json!({"deep": [other]}));
        let options =
            Options { fetched: [("unused".to_owned(), json!(other))].into(), ..with_model(model) };
        let plain = host::made(agent, &input, &with_model(model));
        let noisy = host::made(agent, &noisy, &options);
        prop_assert_eq!(plain.payload, noisy.payload);
        prop_assert_eq!(plain.manifest.context, noisy.manifest.context);
        Ok(true)
    });
}
