//! Steps: nodes of a flow, each a prompt of the type `step`.
//!
//! Owns what the front matter of a step declares, one file per part: `slot` (with the codes
//! of `region` and `currency`), `script`, `logic`, `tool`. It must never look at another step or at the
//! agent: whether a name leads anywhere is for `check`.

pub mod currency;
pub mod logic;
pub mod policy;
pub mod region;
pub mod script;
pub mod slot;
pub mod tool;

use crate::agent::decode::{Decoder, Fields, Text};
use crate::agent::step::logic::{Critical, Rule};
use crate::agent::step::script::Script;
use crate::agent::step::slot::Slot;
use crate::agent::step::tool::StepTool;

/// The type of prompts that are steps.
pub const TYPE: &str = "step";

/// What stands in place of a step's name where the flow ends.
pub const END: &str = "end";

/// What happens when a slot has been asked for often enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The slot is skipped, and the flow goes on.
    Skip,
    /// The flow ends, with the closing script.
    Stop,
    /// A person takes over.
    Handoff,
}

/// How often a step asks again, and what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retries {
    /// How often, after the first question.
    pub limit: u32,
    /// What follows.
    pub then: Then,
}

impl Default for Retries {
    fn default() -> Self {
        Self { limit: 1, then: Then::Skip }
    }
}

/// What a step declares beyond a prompt.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// The stage of the flow that it belongs to.
    pub stage: Option<Text>,
    /// What it is to find out or do, a template.
    pub scope: Option<Text>,
    /// The values that it collects, in the order of the file.
    pub slots: Vec<Slot>,
    /// The texts that it says, in the order of the file.
    pub scripts: Vec<Script>,
    /// How often it asks again.
    pub retries: Retries,
    /// Rules of which the first that matches wins.
    pub logic: Vec<Rule>,
    /// The actions that it allows.
    pub tools: Vec<StepTool>,
    /// When it is done.
    pub critical: Critical,
    /// The step that follows, or [`END`].
    pub next: Option<Text>,
}

impl Step {
    /// A script by name.
    #[must_use]
    pub fn script(&self, name: &str) -> Option<&Script> {
        self.scripts.iter().find(|script| script.name == name)
    }

    /// Every way out, in the order in which it is looked for: the rows that name a step, then `next`.
    pub fn exits(&self) -> impl Iterator<Item = &Text> {
        self.logic.iter().filter_map(|rule| rule.to.as_ref()).chain(&self.next)
    }

    /// Whether the flow may end here: it says so, or it has a closing script and nothing that follows.
    #[must_use]
    pub fn ends(&self) -> bool {
        let named = self.exits().any(|exit| exit.value == END);
        named || (self.next.is_none() && self.script("closing").is_some())
    }
}

/// Reads the keys that only steps have.
pub(crate) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Step {
    Step {
        stage: fields.text(decoder, "stage").filter(|stage| slot::word(decoder, stage, "a stage")),
        scope: fields.text(decoder, "scope"),
        slots: fields.get("slots").map(|node| slot::decode(decoder, node)).unwrap_or_default(),
        scripts: fields
            .get("scripts")
            .map(|node| script::decode(decoder, node))
            .unwrap_or_default(),
        retries: fields
            .get("retries")
            .map(|node| decode_retries(decoder, node))
            .unwrap_or_default(),
        logic: fields.get("logic").map(|node| logic::decode(decoder, node)).unwrap_or_default(),
        tools: fields.get("tools").map(|node| tool::decode(decoder, node)).unwrap_or_default(),
        critical: fields
            .get("critical_next")
            .map(|node| logic::decode_critical(decoder, node))
            .unwrap_or_default(),
        next: fields.text(decoder, "next"),
    }
}

fn decode_retries(decoder: &mut Decoder, node: &crate::agent::yaml::Node) -> Retries {
    let mut retries = Retries::default();
    let Some(mut fields) = decoder.fields(node, "`retries`") else {
        return retries;
    };
    if let Some(limit) = fields.integer(decoder, "limit", 0) {
        retries.limit = limit;
    }
    let words = [("skip", Then::Skip), ("stop", Then::Stop), ("handoff", Then::Handoff)];
    if let Some(then) = fields.get("then").and_then(|node| decoder.choice(node, &words)) {
        retries.then = then;
    }
    fields.finish(decoder);
    retries
}
