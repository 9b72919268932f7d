//! `select`: the call, its layers, and the version of every prompt.
//!
//! Owns which layers a call has and what fills them, with the reason. Which version it is stands in
//! `version`. It must never render, and never read a value that a prompt declares.

pub mod arm;
pub mod choice;
mod version;

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::agent::call::Run;
use crate::agent::decode::Located;
use crate::agent::input::{Content, Part, TurnInput};
use crate::agent::layer::{Channel, Engine, Fill, Layer, PromptRef};
use crate::agent::name::PromptName;
use crate::agent::step;
use crate::check::compiled::{Compiled, LayerProgram};
use crate::check::reader;
use crate::diagnostic::{Diagnostic, suggestion};
use crate::text::template::Limits;
use crate::turn::gate::Gated;
use crate::turn::options::Options;
use crate::turn::scope::{NOWHERE, View};
use crate::turn::select::choice::{Chosen, Selected, SelectedLayer};
use crate::turn::select::version::{Selection, why, why_not};

/// Chooses the call of a turn.
///
/// # Errors
/// An unknown call, or a condition that could not be evaluated.
pub(crate) fn call(
    agent: &Compiled,
    view: &View<'_>,
    wanted: Option<&str>,
) -> Result<usize, Vec<Diagnostic>> {
    if let Some(name) = wanted {
        return agent.call_index(name).ok_or_else(|| {
            let known = agent.agent.calls.iter().map(|call| call.name.as_str());
            let finding = Diagnostic::error("call.unknown", format!("there is no call `{name}`"));
            vec![finding.help(suggestion(name, known).unwrap_or_default())]
        });
    }
    for (at, (call, program)) in agent.agent.calls.iter().zip(&agent.calls).enumerate() {
        if call.run == Run::Instead
            && let Some(when) = &program.when
        {
            let holds = when.holds(view, &Limits::DEFAULT);
            if holds.map_err(|problem| vec![reader::finding(&problem).at(&call.span)])? {
                return Ok(at);
            }
        }
    }
    Ok(0)
}

/// Fills the layers of a call with prompt versions.
///
/// # Errors
/// Everything that keeps the call from being assembled: prompts and versions that do not exist, demands
/// on the core, names and conditions that could not be evaluated.
pub(crate) fn select<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    gated: &Gated,
    view: &View<'_>,
    call: usize,
) -> Result<Selected<'a>, Vec<Diagnostic>> {
    let mut selection = Selection {
        agent,
        input,
        pins: BTreeMap::new(),
        drafts: options.drafts.iter().collect(),
        used: Vec::new(),
        exposures: Vec::new(),
        findings: Vec::new(),
    };
    selection.read_pins();
    selection.guard_core(call);
    let mut layers = Vec::new();
    let programs =
        agent.calls.get(call).map(|program| program.layers.as_slice()).unwrap_or_default();
    let declared =
        agent.agent.calls.get(call).map(|call| call.layers.as_slice()).unwrap_or_default();
    for (index, (layer, program)) in declared.iter().zip(programs).enumerate() {
        layers.push(selection.layer(layer, program, index, gated, view));
    }
    let unused = |name: &PromptName| !selection.used.contains(name);
    let pins = selection.pins.iter().filter(|(name, _)| unused(name));
    let pins = pins.map(|(name, version)| format!("the pin {name}@{version}"));
    let drafts = selection.drafts.keys().filter(|name| unused(name));
    let drafts = drafts.map(|name| format!("the draft of {name}"));
    let exposed = |name: &str| selection.exposures.iter().any(|(experiment, _)| experiment == name);
    let arms = input.arms.iter().filter(|(name, _)| !exposed(name));
    let arms = arms.map(|(name, arm)| format!("the arm {arm} of {name}"));
    let chosen = || layers.iter().flat_map(|layer: &SelectedLayer<'_>| &layer.prompts);
    let label = input.label.as_ref().filter(|label| {
        let carried = format!("label {label}");
        chosen().all(|chosen| chosen.reason != carried)
    });
    let label =
        label.map(|label| format!("the label {label} does not apply: no selected prompt has it"));
    let unselected =
        |demand: String| format!("{demand} does not apply: its prompt is not selected");
    let idle = pins.chain(drafts).chain(arms).map(unselected).chain(label);
    let idle = idle.chain(unseen(input, &layers)).collect();
    if selection.findings.is_empty() {
        Ok(Selected { call, layers, exposures: selection.exposures, idle })
    } else {
        Err(selection.findings)
    }
}

/// The version of a step that a turn uses, chosen like that of any other prompt.
///
/// # Errors
/// A step that is not there, and demands that cannot be met.
pub(crate) fn step<'a>(
    agent: &'a Compiled,
    input: &TurnInput,
    options: &Options,
    view: &View<'_>,
    name: &str,
) -> Result<Chosen<'a>, Vec<Diagnostic>> {
    let mut selection = Selection {
        agent,
        input,
        pins: BTreeMap::new(),
        drafts: options.drafts.iter().collect(),
        used: Vec::new(),
        exposures: Vec::new(),
        findings: Vec::new(),
    };
    selection.read_pins();
    let layers = || agent.agent.calls.iter().flat_map(|call| &call.layers);
    let of_steps = layers().find(|layer| layer.fill == Fill::Engine(Engine::Step));
    let Some(layer) = of_steps.or_else(|| layers().next()) else {
        return Err(Vec::new());
    };
    let value = format!("{}/{name}", step::TYPE);
    let prompt = PromptRef { name: Located { value, span: layer.span.clone() }, when: None };
    match selection.choose(&prompt.name.value, layer, &prompt, view) {
        Ok(chosen) if selection.findings.is_empty() => Ok(chosen),
        Ok(_) => Err(selection.findings),
        Err(reason) => {
            let told = reason.map(|reason| Diagnostic::error("prompt.missing", reason));
            Err(selection.findings.into_iter().chain(told).collect())
        }
    }
}

/// A selection of one prompt and nothing else, for what the engine itself says.
pub(crate) fn alone<'a>(agent: &'a Compiled, chosen: Chosen<'a>) -> Selected<'a> {
    let calls = agent.agent.calls.iter();
    let layers = calls.flat_map(|call| &call.layers);
    let writes = |layer: &&Layer| layer.fill == Fill::Engine(Engine::Step);
    let layer = layers.clone().find(writes).or_else(|| layers.clone().next());
    let layers = layer.into_iter().map(|layer| SelectedLayer {
        layer,
        index: 0,
        reason: String::new(),
        included: true,
        prompts: Vec::new(),
    });
    let mut layers: Vec<SelectedLayer<'a>> = layers.collect();
    if let Some(layer) = layers.first_mut() {
        layer.prompts.push(chosen);
    }
    Selected { call: 0, layers, exposures: Vec::new(), idle: Vec::new() }
}

/// A prompt can print the text of a message, and only a layer of the channel `user` the rest of it.
fn unseen(input: &TurnInput, layers: &[SelectedLayer<'_>]) -> Option<String> {
    let Some(Content::Parts(parts)) = &input.message else { return None };
    let is_other = |part: &Part| !matches!(part, Part::Text { .. });
    let shown = |layer: &SelectedLayer<'_>| layer.included && layer.layer.channel == Channel::User;
    let lost = parts.iter().any(is_other) && !layers.iter().any(shown);
    lost.then(|| "the message's parts that are not text are left out: no layer holds it".into())
}

impl<'a> Selection<'a, '_> {
    fn layer(
        &mut self,
        layer: &'a Layer,
        program: &'a LayerProgram,
        index: usize,
        gated: &Gated,
        view: &View<'_>,
    ) -> SelectedLayer<'a> {
        let mut found = SelectedLayer {
            layer,
            index,
            reason: String::new(),
            included: false,
            prompts: Vec::new(),
        };
        match self.holds(program.when.as_ref(), view, layer) {
            Some(true) => {}
            Some(false) => {
                found.reason = why_not(program.when.as_ref());
                return found;
            }
            None => return found,
        }
        if layer.fill == Fill::Engine(Engine::Step) {
            self.current_step(layer, gated, view, &mut found);
            return found;
        }
        let Fill::Prompts(refs) = &layer.fill else {
            found.included = true;
            found.reason = program.when.as_ref().map_or_else(|| "always".into(), why);
            return found;
        };
        let (mut reasons, mut held) = (Vec::new(), Vec::new());
        for (prompt, (name, when)) in refs.iter().zip(&program.prompts) {
            match self.holds(when.as_ref(), view, layer) {
                Some(true) => {}
                Some(false) => {
                    reasons.push(format!("{}: {}", prompt.name.value, why_not(when.as_ref())));
                    continue;
                }
                None => continue,
            }
            let name = match name.render(view, NOWHERE, &Limits::DEFAULT) {
                Ok(name) => name.text,
                Err(problem) => {
                    self.findings.push(reader::finding(&problem).at(&prompt.name.span));
                    continue;
                }
            };
            match self.choose(&name, layer, prompt, view) {
                Ok(chosen) => {
                    found.prompts.push(chosen);
                    held.extend(when.as_ref().map(why));
                }
                Err(Some(reason)) => reasons.push(reason),
                Err(None) => {}
            }
        }
        found.included = !found.prompts.is_empty();
        found.reason = if !found.included {
            reasons.join("; ")
        } else if layer.id == "core" {
            "always".to_owned()
        } else {
            chosen_because(layer, program, gated, held)
        };
        found
    }

    /// The packet's step: its version is chosen like that of any other prompt.
    fn current_step(
        &mut self,
        layer: &'a Layer,
        gated: &Gated,
        view: &View<'_>,
        found: &mut SelectedLayer<'a>,
    ) {
        let Some(current) = gated.state.get("step").and_then(Json::as_str) else {
            found.reason = "the agent has no flow".to_owned();
            return;
        };
        if current == step::END {
            found.reason = "the flow has ended".to_owned();
            return;
        }
        let value = format!("{}/{current}", step::TYPE);
        let name = Located { value, span: layer.span.clone() };
        let prompt = PromptRef { name, when: None };
        match self.choose(&prompt.name.value, layer, &prompt, view) {
            Ok(chosen) => {
                found.prompts.push(chosen);
                found.included = true;
                found.reason = format!("step is {current}");
            }
            Err(reason) => found.reason = reason.unwrap_or_default(),
        }
    }
}

/// The values that chose the prompts of a layer, or the conditions that let them in.
fn chosen_because(
    layer: &Layer,
    program: &LayerProgram,
    gated: &Gated,
    held: Vec<String>,
) -> String {
    let mut parts: Vec<String> = Vec::new();
    for name in program.prompts.iter().flat_map(|(name, _)| name.names()) {
        let value = gated.state.get(name.name).and_then(Json::as_str);
        let part = match value {
            Some(value) => format!("{} is {value}", name.name),
            None => continue,
        };
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        parts.extend(program.when.as_ref().map(why));
        parts.extend(held);
    }
    if parts.is_empty() && layer.when.is_none() { "always".to_owned() } else { parts.join("; ") }
}
