//! `select`: the call, its layers, and the version of every prompt.
//!
//! Owns the choice and its reason: pin, then arm, then label, then the active version; the sealed core
//! is always the active one. It must never render, and never read a value that a prompt declares.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::agent::call::Run;
use crate::agent::input::TurnInput;
use crate::agent::layer::{Fill, Layer, PromptRef};
use crate::agent::name::PromptName;
use crate::agent::prompt::Prompt;
use crate::check::compile::draft;
use crate::check::compiled::{Body, Compiled, LayerProgram};
use crate::check::reader;
use crate::diagnostic::{Diagnostic, suggestion};
use crate::text::template::{Expr, Limits};
use crate::turn::Options;
use crate::turn::arm::arm_of;
use crate::turn::gate::Gated;
use crate::turn::scope::{NOWHERE, View};

/// What was selected for one call.
#[derive(Debug)]
pub struct Selected<'a> {
    /// The call's place among the agent's calls.
    pub call: usize,
    /// Its layers, in payload order.
    pub layers: Vec<SelectedLayer<'a>>,
    /// Experiments whose arms were used: experiment, arm.
    pub exposures: Vec<(String, String)>,
    /// Pins that did not apply.
    pub idle_pins: Vec<String>,
}

/// A layer and what fills it.
#[derive(Debug)]
pub struct SelectedLayer<'a> {
    /// The layer as declared.
    pub layer: &'a Layer,
    /// Its place in the call.
    pub index: usize,
    /// Why it is there, or why it is not.
    pub reason: String,
    /// Whether it is there.
    pub included: bool,
    /// Its prompts.
    pub prompts: Vec<Chosen<'a>>,
}

/// A version of a prompt, chosen.
#[derive(Debug)]
pub struct Chosen<'a> {
    /// Its name.
    pub name: PromptName,
    /// Its number; none for a draft.
    pub version: Option<u32>,
    /// Its hash.
    pub hash: String,
    /// Why this one.
    pub reason: String,
    /// What it says about itself.
    pub prompt: PromptData<'a>,
}

/// A prompt of the catalog, or a draft with its freshly read body.
#[derive(Debug)]
pub enum PromptData<'a> {
    /// From the catalog.
    Stored(&'a Prompt, &'a Body),
    /// From the caller.
    Draft(Box<(Prompt, Body)>),
}

impl PromptData<'_> {
    /// The prompt.
    #[must_use]
    pub fn prompt(&self) -> &Prompt {
        match self {
            Self::Stored(prompt, _) => prompt,
            Self::Draft(draft) => &draft.0,
        }
    }

    /// Its body.
    #[must_use]
    pub fn body(&self) -> &Body {
        match self {
            Self::Stored(_, body) => body,
            Self::Draft(draft) => &draft.1,
        }
    }
}

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
    let programs = agent
        .calls
        .get(call)
        .map(|program| program.layers.as_slice())
        .unwrap_or_default();
    let declared = agent
        .agent
        .calls
        .get(call)
        .map(|call| call.layers.as_slice())
        .unwrap_or_default();
    for (index, (layer, program)) in declared.iter().zip(programs).enumerate() {
        layers.push(selection.layer(layer, program, index, gated, view));
    }
    let idle = |(name, version): (&PromptName, &u32)| {
        (!selection.used.contains(name)).then(|| format!("{name}@{version}"))
    };
    let idle_pins = selection.pins.iter().filter_map(idle).collect();
    if selection.findings.is_empty() {
        Ok(Selected {
            call,
            layers,
            exposures: selection.exposures,
            idle_pins,
        })
    } else {
        Err(selection.findings)
    }
}

struct Selection<'a, 'i> {
    agent: &'a Compiled,
    input: &'i TurnInput,
    pins: BTreeMap<PromptName, u32>,
    drafts: BTreeMap<&'i PromptName, &'i String>,
    used: Vec<PromptName>,
    exposures: Vec<(String, String)>,
    findings: Vec<Diagnostic>,
}

impl<'a> Selection<'a, '_> {
    /// Pins are named by prompt, or by phase alone where only one type has that phase.
    fn read_pins(&mut self) {
        for (key, version) in &self.input.pins {
            let catalog = &self.agent.catalog;
            let matches =
                |prompt: &&Prompt| prompt.name.as_str() == key || prompt.name.phase() == Some(key);
            let mut names: Vec<PromptName> = catalog
                .all()
                .into_iter()
                .filter(matches)
                .map(|prompt| prompt.name.clone())
                .collect();
            names.dedup();
            if let Some(exact) = names.iter().find(|name| name.as_str() == key).cloned() {
                names = vec![exact];
            }
            let pointer = format!("/pins/{}", key.replace('~', "~0").replace('/', "~1"));
            match names.as_slice() {
                [name] if catalog.version(name, *version).is_none() => self.findings.push(
                    Diagnostic::error("pin.version", format!("`{name}` has no version {version}"))
                        .pointing(pointer),
                ),
                [name] => {
                    self.pins.insert(name.clone(), *version);
                }
                [] => self.findings.push(
                    Diagnostic::error("pin.unknown", format!("there is no prompt `{key}` to pin"))
                        .pointing(pointer),
                ),
                many => {
                    let all: Vec<&str> = many.iter().map(PromptName::as_str).collect();
                    self.findings.push(
                        Diagnostic::error(
                            "pin.ambiguous",
                            format!("`{key}` may mean {}", all.join(" or ")),
                        )
                        .pointing(pointer)
                        .help("Pin by the whole name, type/phase."),
                    );
                }
            }
        }
    }

    /// Nothing that a caller asks for reaches the core.
    fn guard_core(&mut self, call: usize) {
        let own = self
            .agent
            .agent
            .calls
            .get(call)
            .map(|call| call.core.as_slice())
            .unwrap_or_default();
        for name in self
            .agent
            .agent
            .core
            .iter()
            .chain(own)
            .map(|name| &name.value)
        {
            for (demand, made) in [
                ("pinned", self.pins.contains_key(name)),
                ("drafted", self.drafts.contains_key(name)),
            ] {
                if made {
                    let message =
                        format!("`{name}` belongs to the sealed core and cannot be {demand}");
                    let help = "Activate another version of it, or change the file.";
                    self.findings
                        .push(Diagnostic::error("sealed.override", message).help(help));
                }
            }
        }
    }

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
        let Fill::Prompts(refs) = &layer.fill else {
            found.included = true;
            found.reason = program.when.as_ref().map_or_else(|| "always".into(), why);
            return found;
        };
        let mut reasons = Vec::new();
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
                    self.findings
                        .push(reader::finding(&problem).at(&prompt.name.span));
                    continue;
                }
            };
            match self.choose(&name, layer, prompt, view) {
                Ok(chosen) => found.prompts.push(chosen),
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
            chosen_because(layer, program, gated)
        };
        found
    }

    /// Chooses a version. The error is the reason why the prompt is left out, or nothing when it was
    /// told as a finding.
    fn choose(
        &mut self,
        name: &str,
        layer: &Layer,
        prompt: &PromptRef,
        view: &View<'_>,
    ) -> Result<Chosen<'a>, Option<String>> {
        let missing = |this: &mut Self, why: String| {
            if layer.optional {
                return Some(why);
            }
            let known: Vec<&Prompt> = this.agent.catalog.all();
            let finding = Diagnostic::error("prompt.missing", why).at(&prompt.name.span);
            let near =
                crate::diagnostic::nearest(name, known.iter().map(|prompt| prompt.name.as_str()));
            let help = match near {
                Some(near) => format!("Did you mean `{near}`? Else write prompts/{name}.md."),
                None => format!("Write prompts/{name}.md, or mark the layer `optional: true`."),
            };
            this.findings.push(finding.help(help));
            None
        };
        let parsed = match PromptName::parse(name) {
            Ok(parsed) => parsed,
            Err(message) => return Err(missing(self, message)),
        };
        let sealed = layer.id == "core";
        let (version, reason) = match self.version_of(&parsed, sealed) {
            Some(found) => found,
            None => return Err(missing(self, format!("there is no active prompt `{name}`"))),
        };
        let Some(stored) = self.agent.catalog.version(&parsed, version) else {
            return Err(missing(self, format!("`{name}` has no version {version}")));
        };
        let data = match self.drafts.get(&parsed) {
            Some(text) if !sealed => self.draft(stored, text).ok_or(None)?,
            _ => match self.agent.body(stored) {
                Some(body) => PromptData::Stored(stored, body),
                None => return Err(missing(self, format!("`{name}` was not compiled"))),
            },
        };
        let is_draft = matches!(data, PromptData::Draft(_));
        if !sealed {
            match self.holds(data.body().when.as_ref(), view, layer) {
                Some(true) => {}
                Some(false) => {
                    return Err(Some(format!(
                        "{name}: {}",
                        why_not(data.body().when.as_ref())
                    )));
                }
                None => return Err(None),
            }
        }
        self.used.push(parsed.clone());
        Ok(Chosen {
            name: parsed,
            version: (!is_draft).then_some(version),
            hash: data.prompt().hash.clone(),
            reason: if is_draft { "draft".to_owned() } else { reason },
            prompt: data,
        })
    }

    /// Pin, then arm, then label, then the active version.
    fn version_of(&mut self, name: &PromptName, sealed: bool) -> Option<(u32, String)> {
        let catalog = &self.agent.catalog;
        let active = || Some((catalog.production(name)?, "active".to_owned()));
        if sealed {
            return active();
        }
        if let Some(version) = self.pins.get(name) {
            return Some((*version, "pinned".to_owned()));
        }
        if let Some(experiment) = catalog.experiment(name) {
            let fixed = self.input.arms.get(&experiment.name);
            let arm = match (fixed, self.input.unit.as_deref()) {
                (Some(wanted), _) => experiment.arms.iter().find(|arm| arm.name == *wanted),
                (None, Some(unit)) => arm_of(experiment, unit),
                (None, None) => None,
            };
            if let Some(wanted) = fixed
                && arm.is_none()
            {
                let message = format!("the experiment `{}` has no arm `{wanted}`", experiment.name);
                self.findings
                    .push(Diagnostic::error("arm.unknown", message).pointing("/arms"));
            }
            if let Some(arm) = arm {
                self.exposures
                    .push((experiment.name.clone(), arm.name.clone()));
                return Some((
                    arm.version,
                    format!("arm {} of {}", arm.name, experiment.name),
                ));
            }
        }
        if let Some(label) = self.input.label.as_deref()
            && let Some(version) = catalog.labelled(name, label)
        {
            return Some((version, format!("label {label}")));
        }
        active()
    }

    fn draft(&mut self, stored: &Prompt, text: &str) -> Option<PromptData<'a>> {
        let source = crate::agent::source::Source::new(&format!("draft:{}", stored.name), text);
        let (mut prompt, mut findings) =
            crate::agent::prompt::parse(&source, &stored.name, stored.version);
        if !text.starts_with("---") {
            // A draft may be the body alone; what it declares is then what the stored version declares.
            prompt.context.clone_from(&stored.context);
            prompt.actions.clone_from(&stored.actions);
            prompt.when.clone_from(&stored.when);
            prompt.step.clone_from(&stored.step);
        }
        findings.retain(Diagnostic::is_error);
        match draft(&self.agent.agent, &prompt) {
            Ok(body) if findings.is_empty() => Some(PromptData::Draft(Box::new((prompt, body)))),
            Ok(_) => {
                self.findings.extend(findings);
                None
            }
            Err(more) => {
                self.findings.extend(findings);
                self.findings.extend(more);
                None
            }
        }
    }

    fn holds(&mut self, when: Option<&Expr>, view: &View<'_>, layer: &Layer) -> Option<bool> {
        let Some(when) = when else { return Some(true) };
        match when.holds(view, &Limits::DEFAULT) {
            Ok(holds) => Some(holds),
            Err(problem) => {
                self.findings
                    .push(reader::finding(&problem).at(&layer.span));
                None
            }
        }
    }
}

fn why(when: &Expr) -> String {
    format!("`{}`", when.source().trim())
}

/// Why a condition did not hold, in words where it is one of the common kinds.
fn why_not(when: Option<&Expr>) -> String {
    let source = when
        .map(|when| when.source().trim().to_owned())
        .unwrap_or_default();
    match source.strip_suffix(" is defined") {
        Some(name)
            if name
                .chars()
                .all(|c| c.is_alphanumeric() || "._".contains(c)) =>
        {
            format!("{name} is not set")
        }
        _ => format!("`{source}` does not hold"),
    }
}

/// The values that chose the prompts of a layer.
fn chosen_because(layer: &Layer, program: &LayerProgram, gated: &Gated) -> String {
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
    if let (true, Some(when)) = (parts.is_empty(), &program.when) {
        parts.push(why(when));
    }
    if parts.is_empty() && layer.when.is_none() {
        "always".to_owned()
    } else {
        parts.join("; ")
    }
}
