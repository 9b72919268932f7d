//! The packet: what the current step says, as local law.
//!
//! Owns the form of the layer `engine: step`. What stays while the step stays comes first; what changes
//! every turn (the time, what is known, the retries) is the status, which moves to the step layer of
//! the channel `turn` where the call has one. Values of slots are untrusted data. It must never decide
//! anything: it tells what the engine will hold the answer to.

mod law;
mod scripts;
mod status;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::agent::decode::Text;
use crate::agent::layer::{Channel, Engine, Fill};
use crate::check::reader;
use crate::check::stability::Stability;
use crate::diagnostic::Diagnostic;
use crate::text::origin::{Rendered, SourceId};
use crate::text::template::{Limits, Scope, Template};
use crate::turn::compose::material::{BodyScope, Material};
use crate::turn::contract::step_answer::StepNow;
use crate::turn::origins::{self, ENGINE, Form, Origin, Origins};
use crate::turn::select::choice::{Chosen, SelectedLayer};

/// What a packet is written with.
pub(super) struct Pen<'a> {
    material: &'a Material<'a>,
    chosen: &'a Chosen<'a>,
    now: StepNow<'a>,
    scope: BodyScope<'a>,
    /// The source of the step's own texts.
    literal: SourceId,
    /// The source of slots.
    slots: SourceId,
}

/// Writes the packet of a layer.
///
/// # Errors
/// A text of the step that could not be rendered.
pub(crate) fn write(
    material: &Material<'_>,
    layer: &SelectedLayer<'_>,
    chosen: &Chosen<'_>,
    origins: &mut Arc<Origins>,
    out: &mut Rendered,
) -> Result<Stability, Diagnostic> {
    let Some(now) = StepNow::of(chosen) else {
        return Ok(Stability::Static);
    };
    let origin = Origin::Prompt { name: chosen.name().to_string(), version: chosen.version };
    let literal = origins::add(origins, origin, Form::Plain);
    let slots = origins::slots(origins);
    let limited = BTreeMap::new();
    let scope = BodyScope { material, limited: &limited, slots: Some(slots) };
    let pen = Pen { material, chosen, now, scope, literal, slots };
    let (lasting, moving) = parts(material, layer);
    if lasting {
        pen.lasting(out)?;
    }
    if moving {
        status::write(&pen, out);
        return Ok(Stability::Turn);
    }
    Ok(pen.stability())
}

/// Which parts a layer writes: what stays while the step stays, and what changes every turn.
pub(super) fn parts(material: &Material<'_>, layer: &SelectedLayer<'_>) -> (bool, bool) {
    let in_turn = layer.layer.channel == Channel::Turn;
    let (mut lasting, mut moving) = (true, true);
    let others = material.selected.layers.iter().filter(|other| {
        other.included
            && other.index != layer.index
            && other.layer.fill == Fill::Engine(Engine::Step)
    });
    for other in others {
        let other = other.layer.channel == Channel::Turn;
        lasting &= !in_turn || other;
        moving &= in_turn || !other;
    }
    (lasting, moving)
}

impl Pen<'_> {
    fn lasting(&self, out: &mut Rendered) -> Result<(), Diagnostic> {
        let (step, program) = (self.now.step, self.now.program);
        let name = self.chosen.name().phase().unwrap_or_default();
        out.push(&format!("CURRENT_STEP: {name}"), ENGINE, true);
        if let Some(stage) = &self.material.position.stage {
            out.push(&format!("\nCURRENT_STAGE: {stage}"), ENGINE, true);
        }
        if let (Some(text), Some(template)) = (&step.scope, &program.scope) {
            heading("STEP_SCOPE", out);
            out.append(&trimmed(self.render(template, text)?));
        }
        let body =
            self.render(&self.chosen.prompt.body().template, &self.chosen.prompt.prompt().body)?;
        if !body.text.trim().is_empty() {
            heading("STEP_INSTRUCTIONS", out);
            out.append(&trimmed(body));
        }
        self.scripts(out)?;
        self.slots(out);
        self.logic(out);
        self.critical(out);
        self.tools(out);
        Ok(())
    }

    fn render(&self, template: &Template, text: &Text) -> Result<Rendered, Diagnostic> {
        let scope: &dyn Scope = &self.scope;
        template
            .render(scope, self.literal, &Limits::DEFAULT)
            .map_err(|problem| reader::finding(&problem).at(&reader::inside(text, &problem.range)))
    }

    /// How long the lasting part stays the same: as long as the step, unless its texts use more.
    fn stability(&self) -> Stability {
        let program = self.now.program;
        let texts = program.scripts.iter().flatten().chain(&program.scope);
        let mut names =
            texts.chain([&self.chosen.prompt.body().template]).flat_map(Template::names);
        let timed =
            if names.any(|name| name.name == "now") { Stability::Turn } else { Stability::Session };
        let keys = self.chosen.prompt.prompt().context.iter();
        let keys = keys.filter_map(|key| self.material.gathered.values.get(key.value.as_str()));
        keys.map(|got| got.stability).fold(timed, Stability::max)
    }
}

fn heading(name: &str, out: &mut Rendered) {
    let gap = if out.text.is_empty() { "" } else { "\n\n" };
    out.push(&format!("{gap}### {name}\n"), ENGINE, true);
}

/// Rendered text without white space at its ends.
fn trimmed(rendered: Rendered) -> Rendered {
    let start = rendered.text.len() - rendered.text.trim_start().len();
    let end = rendered.text.trim_end().len().max(start);
    let mut out = Rendered::default();
    for (span, run) in rendered.spans() {
        let (from, to) = (span.start.max(start), span.end.min(end));
        if from < to
            && let Some(text) = rendered.text.get(from..to)
        {
            out.push(text, run.source, run.trusted);
        }
    }
    out
}
