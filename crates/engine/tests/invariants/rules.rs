//! Invariant 6. Rules do not rule: what the user wishes is kept or dropped and told, kept words stand behind the
//! core as data, dropped ones nowhere, and none of them changes what a turn decides.

use std::collections::BTreeSet;

use proem::agent::input::{Memory, TurnInput};
use proem::text::rules::{Verdict, screen};
use proptest::prelude::*;
use proptest::sample::select;

use crate::host::{self, MODELS, hold, with_model};
use crate::make;
use crate::read;

/// Rules of all kinds: preferences, attempts of the corpus, and anything.
fn rules() -> impl Strategy<Value = Vec<String>> {
    let corpus: Vec<String> =
        make::corpus("rule_override").iter().map(|row| row.text("text").to_owned()).collect();
    let fine =
        vec!["Keep replies short.", "Use no emoji.", "Antworte auf Deutsch.", "Call me Ada."];
    let rule = prop_oneof![
        2 => select(corpus),
        2 => select(fine).prop_map(str::to_owned),
        1 => make::text(),
    ];
    prop::collection::vec(rule, 0..7)
}

#[test]
fn each_rule_is_kept_or_dropped_and_told_and_dropped_ones_stand_nowhere() {
    let strategy = (make::support(2), rules(), select(MODELS.to_vec()));
    hold(150, 30, strategy, |(mut input, rules, model)| {
        input.memory = Memory { rules: rules.clone(), ..Memory::default() };
        let Ok(Some(assembly)) = host::call(host::agent("support"), &input, &with_model(model))
        else {
            return Ok(false);
        };
        if read::status(&assembly, "rules") != "included" {
            return Ok(false);
        }
        let told = &assembly.manifest.rules;
        let text = read::layer_text(&assembly, "rules");
        let mut dropped = Vec::new();
        for rule in rules.iter().filter(|rule| !rule.trim().is_empty()) {
            match screen(rule) {
                Verdict::Keep { .. } => {
                    prop_assert!(told.kept.iter().any(|kept| kept == rule.trim()), "{rule:?}");
                }
                _ => dropped.push(rule.as_str()),
            }
        }
        let named: BTreeSet<&str> = told.dropped.iter().map(|one| one.rule.as_str()).collect();
        for rule in dropped {
            prop_assert!(named.contains(rule) || named.contains(rule.trim()), "{rule:?} {named:?}");
            let kept = told.kept.iter().any(|kept| kept.contains(rule.trim()));
            prop_assert!(kept || rule.trim().len() < 12 || !text.contains(rule.trim()), "{rule:?}");
        }
        prop_assert!(told.dropped.iter().all(|one| !one.reason.is_empty()));
        // Behind the core, which is the first layer.
        let core = read::layer(&assembly, "core").span.unwrap();
        prop_assert!(read::layer(&assembly, "rules").span.unwrap()[0] >= core[1]);
        Ok(true)
    });
}

#[test]
fn no_rule_changes_what_a_turn_decides() {
    let strategy = (make::any_agent(2), rules(), select(MODELS.to_vec()));
    hold(150, 50, strategy, |((name, mut input), rules, model)| {
        let agent = host::agent(name);
        input.memory.rules.clear();
        let mut wishing = TurnInput { memory: input.memory.clone(), ..input.clone() };
        wishing.memory.rules = rules;
        let options = with_model(model);
        let (plain, wished) =
            (host::call(agent, &input, &options), host::call(agent, &wishing, &options));
        let (Ok(Some(plain)), Ok(Some(wished))) = (plain, wished) else {
            return Ok(false);
        };
        prop_assert_eq!(&plain.state, &wished.state);
        let (one, other) = (&plain.manifest, &wished.manifest);
        prop_assert_eq!(&one.call, &other.call);
        prop_assert_eq!(&one.gate, &other.gate);
        for (one, other) in
            one.layers.iter().zip(&other.layers).filter(|(one, _)| one.id != "rules")
        {
            prop_assert_eq!(&one.id, &other.id);
            prop_assert_eq!(&one.prompts, &other.prompts);
            let cut = other.kept.is_some() || one.kept.is_some();
            prop_assert!(cut || one.hash == other.hash, "{}", &one.id);
        }
        Ok(true)
    });
}
