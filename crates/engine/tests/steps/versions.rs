//! The step of a turn is a prompt version like any other: pinned, drafted, told in the manifest.

use std::sync::Arc;

use proem::agent::catalog::{Arm, Experiment, Table};
use proem::agent::load::folder;
use proem::agent::name::PromptName;
use proem::agent::prompt;
use proem::agent::source::{RawFile, Source};
use proem::check::compiled::Compiled;
use proem::turn::Options;
use proem::turn::kept::Memo;
use serde_json::json;

use crate::flow::{Assembly, in_volume, input, intake, layer, made, run_on, run_with};

const SECOND: &str = "---\nstage: qualification\nscope: Learn the volume.\nslots:\n  volume: {type: integer, maximum: 99}\nscripts: {entry: [How much?]}\nnext: end\n---\nSecond words.\n";

fn name() -> PromptName {
    PromptName::parse("step/volume").unwrap()
}

/// The small flow with a second version of a step, on which an experiment runs.
fn two_versions() -> Compiled {
    let files = intake();
    let raw = files
        .iter()
        .map(|(path, text)| RawFile { path: path.clone(), bytes: text.clone().into_bytes() });
    let found = folder(raw.collect());
    let mut table = Table::of_files(found.prompts);
    let source = Source::new("prompts/step/volume.md", SECOND);
    table.add(prompt::parse(&source, &name(), 2).0);
    table.label(&name(), "staging", 2);
    let arm = |name: &str, version| Arm { name: name.into(), version, weight: 1 };
    let arms = vec![arm("old", 0), arm("new", 2)];
    table.experiment_on(&name(), Experiment { name: "words".into(), arms });
    proem::check::compile(found.agent.unwrap(), Arc::new(table)).unwrap().0
}

fn version(assembly: &Assembly) -> (Option<u32>, String) {
    let packet = assembly.manifest.layers.iter().find(|layer| layer.id == "packet").unwrap();
    (packet.prompts[0].version, packet.prompts[0].reason.clone())
}

#[test]
fn pins_labels_and_arms_choose_the_version_and_all_that_it_declares() {
    let agent = two_versions();
    assert_eq!(version(&made(&agent, &in_volume())), (Some(0), "active".to_owned()));
    let mut pinned = in_volume();
    pinned.pins.insert("step/volume".into(), 2);
    let mut labelled = in_volume();
    labelled.label = Some("staging".into());
    let mut armed = in_volume();
    armed.arms.insert("words".into(), "new".into());
    for (turn, reason) in
        [(pinned, "pinned"), (labelled, "label staging"), (armed, "arm new of words")]
    {
        let assembly = made(&agent, &turn);
        assert_eq!(version(&assembly), (Some(2), reason.to_owned()));
        let packet = layer(&assembly, "packet");
        assert!(packet.contains("Second words.") && packet.contains("- How much?"), "{packet}");
        let schema = &assembly.body()["response_format"]["json_schema"]["schema"];
        let volume = &schema["properties"]["slots"]["anyOf"][0]["properties"]["volume"];
        assert_eq!(volume["maximum"], 99);
        // Two layers show the step, and it is one exposure.
        assert!(assembly.manifest.experiments.len() <= 1);
    }
}

#[test]
fn a_draft_may_be_the_whole_file_or_the_body_alone() {
    let agent = two_versions();
    let with = |text: &str| {
        let mut options = Options::default();
        options.drafts.insert(name(), text.to_owned());
        run_with(&agent, &in_volume(), &options).unwrap()
    };
    let whole = with(SECOND);
    assert_eq!(version(&whole), (None, "draft".to_owned()));
    assert!(layer(&whole, "packet").contains("- How much?"));
    let body = with("Drafted words.\n");
    assert!(layer(&body, "packet").contains("Drafted words."));
    assert!(layer(&body, "packet").contains("- How many messages do you handle a month?"));
}

/// What a conversation keeps changes nothing: whatever moves between two turns, the second one is what
/// it is by itself.
#[test]
fn a_step_is_written_anew_where_anything_of_it_has_moved() {
    let agent = two_versions();
    let with = |text: &str| {
        let mut options = Options::default();
        options.drafts.insert(name(), text.to_owned());
        options
    };
    let mut turns = vec![
        (in_volume(), Options::default()),
        (in_volume(), with("Drafted words.\n")),
        (in_volume(), with(SECOND)),
        (input(json!({})), Options::default()),
        (input(json!({"message": "Hi"})), Options::default()),
        (input(json!({"now": "2026-11-21T10:00:00Z"})), Options::default()),
    ];
    for state in [
        json!({"step": "volume", "slots": {"name": "Ben"}}),
        json!({"step": "volume", "slots": {"name": null, "volume": 3}}),
        json!({"step": "volume", "slots": {"name": "Ben"}, "ladder": {"failed": 1}}),
        json!({"step": "name", "slots": {"name": "Ben"}}),
        json!({"step": "end", "stage": "hello"}),
    ] {
        turns.push((input(json!({"state": state, "message": "Lots!"})), Options::default()));
    }
    let mut pinned = in_volume();
    pinned.pins.insert("step/volume".into(), 2);
    turns.push((pinned.clone(), Options::default()));
    turns.push((pinned, with("Drafted words.\n")));
    for first in &turns {
        for second in &turns {
            let mut memo = Memo::default();
            run_on(&agent, &first.0, &first.1, &mut memo).unwrap();
            let after = run_on(&agent, &second.0, &second.1, &mut memo).unwrap();
            let alone = run_with(&agent, &second.0, &second.1).unwrap();
            assert_eq!(after, alone, "{first:?}\n{second:?}");
        }
    }
}
