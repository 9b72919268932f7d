//! Slots as an author declares them, compiled.

use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::load::{Folder, folder};
use proem::agent::source::RawFile;
use proem::agent::step::slot::Slot;
use proem::check::compile;
use proem::check::compiled::Compiled;
use proem::turn::enforce::slots::{Judged, SlotProblem, judge};
use serde_json::Value as Json;

/// The name of the slot.
pub(crate) const NAME: &str = "value";

/// An agent with one step and one slot.
pub(crate) fn agent(declared: &str) -> Compiled {
    let step = format!(
        "---\nslots: {{{NAME}: {declared}}}\nscripts: {{entry: [\"Well?\"]}}\nnext: end\n---\nAsk kindly.\n"
    );
    let files = [
        (
            "agent.yaml",
            "agent: small\nmodel: {name: gpt-5.4, window: 8000, reserve: 1000}\nprompt_types:\n  core: {phase: required}\n  step: {phase: required}\nflow: {start: room}\ncore: [core/identity]\nlayers:\n  - {id: packet, channel: system, engine: step}\n  - {id: message, channel: user}\nanswer: {kind: steps}\n".to_owned(),
        ),
        ("prompts/core/identity.md", "You are kind.\n".to_owned()),
        ("prompts/step/room.md", step),
    ];
    let raw = files.map(|(path, text)| RawFile { path: path.to_owned(), bytes: text.into_bytes() });
    let Folder { agent, prompts, findings, .. } = folder(raw.into());
    assert!(findings.is_empty(), "{declared}: {findings:?}");
    let (compiled, _) = compile(agent.unwrap(), Arc::new(Table::of_files(prompts)))
        .unwrap_or_else(|findings| panic!("{declared}: {findings:?}"));
    compiled
}

/// A slot, as a step that is served has it.
pub(crate) fn slot(declared: &str) -> Slot {
    let agent = agent(declared);
    let (prompt, _) = agent.step("room").unwrap();
    let program = agent.body(prompt).unwrap().step.as_ref().unwrap();
    program.slot(NAME).unwrap().clone()
}

/// The verdict on a text.
pub(crate) fn on_text(slot: &Slot, text: &str) -> Result<Judged, SlotProblem> {
    judge(slot, &Json::String(text.to_owned()))
}
