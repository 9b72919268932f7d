//! The version of a prompt.
//!
//! Owns the order of demands (pin, then arm, then label, then the active version), drafts, and the seal:
//! nothing that a caller asks for reaches the core. It must never look at what a version says.

use std::collections::BTreeMap;

use crate::agent::input::TurnInput;
use crate::agent::layer::{Layer, PromptRef};
use crate::agent::name::PromptName;
use crate::agent::prompt::Prompt;
use crate::check::compiled::Compiled;
use crate::check::program::draft;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Expr, Limits};
use crate::turn::scope::View;
use crate::turn::select::arm::arm_of;
use crate::turn::select::choice::{Chosen, PromptData};

/// A choice of versions that is under way.
pub(crate) struct Selection<'a, 'i> {
    pub(crate) agent: &'a Compiled,
    pub(crate) input: &'i TurnInput,
    pub(crate) pins: BTreeMap<PromptName, u32>,
    pub(crate) drafts: BTreeMap<&'i PromptName, &'i String>,
    pub(crate) used: Vec<PromptName>,
    pub(crate) exposures: Vec<(String, String)>,
    pub(crate) findings: Vec<Diagnostic>,
}

impl<'a> Selection<'a, '_> {
    /// Pins are named by prompt, or by phase alone where only one type has that phase.
    pub(crate) fn read_pins(&mut self) {
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
                        .help("Pin a version that there is, or leave the pin out.")
                        .pointing(pointer),
                ),
                [name] => {
                    self.pins.insert(name.clone(), *version);
                }
                [] => self.findings.push(
                    Diagnostic::error("pin.unknown", format!("there is no prompt `{key}` to pin"))
                        .help("Pin by a prompt's name, type/phase.")
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
    pub(crate) fn guard_core(&mut self, call: usize) {
        let own =
            self.agent.agent.calls.get(call).map(|call| call.core.as_slice()).unwrap_or_default();
        for name in self.agent.agent.core.iter().chain(own).map(|name| &name.value) {
            let catalog = &self.agent.catalog;
            let label = self.input.label.as_deref();
            let labelled = label.and_then(|label| catalog.labelled(name, label));
            let experiment = catalog.experiment(name);
            // A pin of a version that does not exist reaches for the core no less.
            let pinned =
                self.pins.contains_key(name) || self.input.pins.contains_key(name.as_str());
            let armed = experiment.is_some_and(|found| self.input.arms.contains_key(&found.name));
            for (demand, made) in [
                ("pinned", pinned),
                ("labelled", labelled.is_some() && labelled != catalog.production(name)),
                ("given an arm", armed),
                ("drafted", self.drafts.contains_key(name)),
            ] {
                if made {
                    let message =
                        format!("`{name}` belongs to the sealed core and cannot be {demand}");
                    let help = "Activate another version of it, or change the file.";
                    self.findings.push(Diagnostic::error("sealed.override", message).help(help));
                }
            }
        }
    }

    /// Chooses a version. The error is the reason why the prompt is left out, or nothing when it was
    /// told as a finding.
    pub(crate) fn choose(
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
                    return Err(Some(format!("{name}: {}", why_not(data.body().when.as_ref()))));
                }
                None => return Err(None),
            }
        }
        self.used.push(parsed);
        Ok(Chosen {
            version: (!is_draft).then_some(version),
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
                self.findings.push(Diagnostic::error("arm.unknown", message).pointing("/arms"));
            }
            if let Some(arm) = arm {
                let exposure = (experiment.name.clone(), arm.name.clone());
                if !self.exposures.contains(&exposure) {
                    self.exposures.push(exposure);
                }
                return Some((arm.version, format!("arm {} of {}", arm.name, experiment.name)));
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

    pub(crate) fn holds(
        &mut self,
        when: Option<&Expr>,
        view: &View<'_>,
        layer: &Layer,
    ) -> Option<bool> {
        let Some(when) = when else { return Some(true) };
        match when.holds(view, &Limits::DEFAULT) {
            Ok(holds) => Some(holds),
            Err(problem) => {
                self.findings.push(reader::finding(&problem).at(&layer.span));
                None
            }
        }
    }
}

/// A condition as a reason.
pub(crate) fn why(when: &Expr) -> String {
    format!("`{}`", when.source().trim())
}

/// Why a condition did not hold, in words where it is one of the common kinds.
pub(crate) fn why_not(when: Option<&Expr>) -> String {
    let source = when.map(|when| when.source().trim().to_owned()).unwrap_or_default();
    match source.strip_suffix(" is defined") {
        Some(name) if name.chars().all(|c| c.is_alphanumeric() || "._".contains(c)) => {
            format!("{name} is not set")
        }
        _ => format!("`{source}` does not hold"),
    }
}
