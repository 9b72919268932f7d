//! The steps of an agent as they are served.
//!
//! Owns how a step is compiled, and the lookup of steps by name. A step is found through its active
//! version: which version a turn uses is for `select` to say. It must never follow a step to the next.

use std::collections::BTreeSet;

use crate::agent::catalog::Catalog;
use crate::agent::flow::Flow;
use crate::agent::name::PromptName;
use crate::agent::prompt::Prompt;
use crate::agent::step::slot::Slot;
use crate::agent::step::{Step, TYPE};
use crate::check::compiled::{Compiled, StepProgram};
use crate::check::reader::{self, Reader};
use crate::diagnostic::Diagnostic;

/// What begins the lines of a packet that say where the conversation stands. Untrusted text cannot
/// begin a line like this.
pub const HEADERS: [&str; 11] = [
    "CURRENT_STEP",
    "CURRENT_STAGE",
    "STEP_SCOPE",
    "STEP_INSTRUCTIONS",
    "STEP_SCRIPTS",
    "SLOTS",
    "EXTRACTION_RULES",
    "STEP_LOGIC",
    "CRITICAL_NEXT",
    "STEP_TOOLS",
    "STEP_STATUS",
];

/// Reads the texts and conditions of a step.
pub(super) fn compile(
    reader: &mut Reader<'_>,
    flow: Option<&Flow>,
    prompt: &Prompt,
    step: &Step,
) -> StepProgram {
    let mut text =
        |text: &crate::agent::decode::Text| reader.template(text, reader::STEP, Some(prompt));
    let scope = step.scope.as_ref().and_then(&mut text);
    let scripts = step.scripts.iter();
    let scripts = scripts.map(|script| script.texts.iter().filter_map(&mut text).collect());
    let scripts = scripts.collect();
    StepProgram {
        scope,
        scripts,
        slots: step.slots.iter().map(|slot| resolve(reader, flow, slot)).collect(),
        logic: step
            .logic
            .iter()
            .map(|rule| reader.condition(rule.when.as_ref(), reader::CONDITION))
            .collect(),
        critical: step
            .critical
            .conditions
            .iter()
            .filter_map(|text| reader.expr(text, reader::CONDITION))
            .collect(),
    }
}

/// A slot with the rule set that it uses.
fn resolve(reader: &mut Reader<'_>, flow: Option<&Flow>, slot: &Slot) -> Slot {
    let Some(uses) = &slot.uses else {
        return slot.clone();
    };
    let sets = flow.map(|flow| flow.slots.as_slice()).unwrap_or_default();
    let Some(set) = sets.iter().find(|set| set.name == uses.value) else {
        let known = sets.iter().map(|set| set.name.as_str());
        let message = format!("there is no rule set `{}`", uses.value);
        let finding = Diagnostic::error("slot.set", message).at(&uses.span);
        let finding = finding.slip(&uses.value, known);
        reader.findings.push(finding.or_help("Declare it under `flow: slots:` in agent.yaml."));
        return slot.clone();
    };
    let whole = slot.over(set);
    reader.findings.extend(whole.problems());
    whole
}

impl Compiled {
    /// The active version of a step, by its name without the type.
    #[must_use]
    pub fn step(&self, name: &str) -> Option<(&Prompt, &Step)> {
        let name = PromptName::parse(&format!("{TYPE}/{name}")).ok()?;
        let version = self.catalog.production(&name)?;
        let prompt = self.catalog.version(&name, version)?;
        Some((prompt, prompt.step.as_deref()?))
    }

    /// The active versions of all steps, by name.
    #[must_use]
    pub fn steps(&self) -> Vec<(&str, &Prompt, &Step)> {
        let all = self.catalog.all().into_iter();
        let active = all
            .filter(|prompt| self.catalog.production(&prompt.name) == Some(prompt.version))
            .filter_map(|prompt| Some((prompt.name.phase()?, prompt, prompt.step.as_deref()?)));
        active.collect()
    }

    /// What the engine-owned words `step` and `stage` can be; none for any other name.
    #[must_use]
    pub fn flow_words(&self, name: &str) -> Option<BTreeSet<&str>> {
        self.agent.flow.as_ref()?;
        let steps = self.steps().into_iter();
        match name {
            "step" => Some(steps.map(|(name, ..)| name).collect()),
            "stage" => Some(
                steps.filter_map(|(.., step)| Some(step.stage.as_ref()?.value.as_str())).collect(),
            ),
            _ => None,
        }
    }
}

/// The names of all slots that any version of a step declares.
pub(super) fn slot_names(catalog: &dyn Catalog) -> BTreeSet<String> {
    let steps = catalog.all().into_iter().filter_map(|prompt| prompt.step.as_deref());
    steps.flat_map(|step| &step.slots).map(|slot| slot.name.clone()).collect()
}
