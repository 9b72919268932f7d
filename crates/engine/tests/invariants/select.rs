//! Selection: pin, then arm, then label, then the active version; a pin holds only in its phase, an arm
//! sticks to its unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::host::Assembly;
use proem::agent::catalog::{Arm, Experiment, Table};
use proem::agent::input::TurnInput;
use proem::agent::load::folder;
use proem::agent::name::PromptName;
use proem::agent::prompt::parse;
use proem::agent::source::Source;
use proem::check::compiled::Compiled;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::host::{self, codes, hold, small_files, with_model};
use crate::make::object;
use crate::read;

const AGENT: &str = "
agent: versions
model: {name: gpt-5.4, window: 4000, reserve: 100}
prompt_types: {core: {phase: required}, talk: {phase: required}, block: {phase: required}}
state:
  phase: {enum: [open, close], default: open}
core: [core/identity]
layers:
  - {id: talk, channel: system, prompts: [\"talk/{{ phase }}\"]}
  - {id: block, channel: system, prompts: [block/note]}
  - {id: message, channel: user}
";

const NAMES: [&str; 4] = ["core/identity", "talk/open", "talk/close", "block/note"];

fn body(name: &str, version: u32) -> String {
    format!("---\ntitle: T\n---\n{name} version {version}")
}

/// Versions 1 to 5 of every prompt: 2 is active, 3 is `canary`, and an experiment runs on `talk/open`.
fn agent(weights: [u32; 3]) -> Compiled {
    let prompts = NAMES.map(|name| (name, body(name, 0)));
    let prompts: Vec<(&str, &str)> =
        prompts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let found = folder(small_files(AGENT, &prompts));
    let mut table = Table::default();
    for text in NAMES {
        let name = PromptName::parse(text).unwrap();
        for version in 1..=5 {
            let source = Source::new("stored.md", &body(text, version));
            table.add(parse(&source, &name, version).0);
        }
        table.activate(&name, 2);
        if !text.starts_with("core/") {
            table.label(&name, "canary", 3);
        }
    }
    let arms = ["a", "b", "c"].iter().zip(weights).enumerate();
    let arms = arms.map(|(at, (name, weight))| Arm {
        name: (*name).to_owned(),
        version: [1, 4, 5][at],
        weight,
    });
    let open = PromptName::parse("talk/open").unwrap();
    table.experiment_on(&open, Experiment { name: "tone".into(), arms: arms.collect() });
    proem::check::compile(found.agent.unwrap(), Arc::new(table)).unwrap().0
}

fn version(assembly: &Assembly, layer: &str) -> (String, u32, String) {
    let prompt = &read::layer(assembly, layer).prompts[0];
    let version = prompt.version.unwrap();
    // What the manifest says is what the model reads.
    let text = read::layer_text(assembly, layer);
    assert_eq!(text, format!("{} version {version}", prompt.name));
    (prompt.name.clone(), version, prompt.reason.clone())
}

#[test]
fn a_pin_beats_an_arm_beats_a_label_beats_the_active_version() {
    let agent = agent([1, 1, 1]);
    let pin = prop::option::of(select(vec!["talk/open", "open", "talk/close", "block/note"]));
    let arm = prop::option::of(select(vec!["a", "b", "c"]));
    let label = prop::option::of(select(vec!["canary", "nowhere", "production"]));
    let strategy = (pin, 1..=5_u32, arm, label, select(vec!["open", "close"]));
    hold(300, 100, strategy, |(pin, number, arm, label, phase)| {
        let input = TurnInput {
            state: object(json!({ "phase": phase })),
            pins: pin.iter().map(|name| ((*name).to_owned(), number)).collect(),
            arms: arm.iter().map(|arm| ("tone".to_owned(), (*arm).to_owned())).collect(),
            label: label.map(str::to_owned),
            ..TurnInput::default()
        };
        let assembly = host::made(&agent, &input, &with_model("gpt-5.4"));
        let (name, found, reason) = version(&assembly, "talk");
        prop_assert_eq!(&name, &format!("talk/{phase}"));
        let pinned = pin.is_some_and(|pin| pin.ends_with(phase));
        let arms = BTreeMap::from([("a", 1), ("b", 4), ("c", 5)]);
        let (wanted, why) = match (pinned, arm.filter(|_| phase == "open"), label) {
            (true, ..) => (number, "pinned".to_owned()),
            (_, Some(arm), _) => (arms[arm], format!("arm {arm} of tone")),
            (.., Some("canary")) => (3, "label canary".to_owned()),
            (.., Some("production")) => (2, "label production".to_owned()),
            _ => (2, "active".to_owned()),
        };
        prop_assert_eq!((found, reason), (wanted, why));
        let (_, block, _) = version(&assembly, "block");
        let wanted = if pin == Some("block/note") {
            number
        } else if label == Some("canary") {
            3
        } else {
            2
        };
        prop_assert_eq!(block, wanted);
        // A pin of another phase holds nothing, and the manifest says so.
        let idle = pin.is_some_and(|pin| pin != "block/note" && !pinned);
        let told = assembly.manifest.warnings.iter().any(|warning| warning.contains("pin"));
        prop_assert_eq!(idle, told);
        Ok(true)
    });
}

#[test]
fn a_demand_for_what_does_not_exist_is_refused() {
    let agent = agent([1, 1, 1]);
    let pins = |name: &str, version| TurnInput {
        pins: [(name.to_owned(), version)].into(),
        ..TurnInput::default()
    };
    let arm =
        TurnInput { arms: [("tone".to_owned(), "z".to_owned())].into(), ..TurnInput::default() };
    let cases = [
        (pins("talk/open", 9), "pin.version"),
        (pins("talk/away", 1), "pin.unknown"),
        (arm, "arm.unknown"),
    ];
    for (input, code) in cases {
        let findings = host::run(&agent, &input, &with_model("gpt-5.4")).unwrap_err();
        assert_eq!(codes(&findings), [code]);
        assert!(findings[0].pointer.is_some());
    }
}

fn arm_of(agent: &Compiled, unit: &str) -> String {
    let input = TurnInput { unit: Some(unit.to_owned()), ..TurnInput::default() };
    let assembly = host::made(agent, &input, &with_model("gpt-5.4"));
    let [exposure] = assembly.manifest.experiments.as_slice() else { panic!("one exposure") };
    assert_eq!(exposure.experiment, "tone");
    let (_, version, reason) = version(&assembly, "talk");
    assert_eq!(reason, format!("arm {} of tone", exposure.arm));
    assert_eq!(BTreeMap::from([("a", 1), ("b", 4), ("c", 5)])[exposure.arm.as_str()], version);
    exposure.arm.clone()
}

#[test]
fn arms_stick_to_their_unit_and_move_only_to_an_arm_that_grew() {
    let weights =
        || prop::array::uniform3(0..6_u32).prop_filter("no arm", |w| w.iter().sum::<u32>() > 0);
    hold(40, 100, (weights(), 0..3_usize, 1..9_u32, "[a-z0-9-]{1,8}"), |(old, grown, by, unit)| {
        let mut new = old;
        new[grown] += by;
        let (before, after) = (agent(old), agent(new));
        for number in 0..15 {
            let unit = format!("{unit}-{number}");
            let first = arm_of(&before, &unit);
            prop_assert_eq!(&arm_of(&before, &unit), &first);
            let second = arm_of(&after, &unit);
            let moved_up = second == ["a", "b", "c"][grown];
            prop_assert!(second == first || moved_up, "{first} to {second}");
        }
        Ok(true)
    });
}

#[test]
fn weights_are_shares() {
    let agent = agent([1, 3, 0]);
    let mut counts = BTreeMap::new();
    for unit in 0..400 {
        *counts.entry(arm_of(&agent, &format!("unit-{unit}"))).or_insert(0_u32) += 1;
    }
    assert!(!counts.contains_key("c"));
    assert!((60..140).contains(&counts["a"]), "{counts:?}");
}

#[test]
fn without_a_unit_there_is_no_arm() {
    let assembly = host::made(&agent([1, 1, 1]), &TurnInput::default(), &with_model("gpt-5.4"));
    assert!(assembly.manifest.experiments.is_empty());
    assert_eq!(version(&assembly, "talk").1, 2);
}
