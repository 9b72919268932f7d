//! Every expression and template that an agent's author wrote, with its place.
//!
//! Owns the one walk over them that rules share. It must never skip a place: what a rule does not see
//! is not checked.

use std::iter::zip;

use crate::agent::action::Effect;
use crate::agent::call::Call;
use crate::agent::context::KeySource;
use crate::agent::decode::Text;
use crate::agent::gate::GateRow;
use crate::agent::layer::Fill;
use crate::agent::prompt::Prompt;
use crate::check::compiled::{Body, CallProgram, EffectProgram, Row};
use crate::check::facts::Facts;
use crate::check::reader;
use crate::diagnostic::Span;
use crate::text::pattern::Pattern;
use crate::text::template::{Compared, Expr, Name, Template};

/// Something that was read.
#[derive(Clone, Copy)]
pub(in crate::check) enum Read<'a> {
    /// An expression.
    Expr(&'a Text, &'a Expr),
    /// A template.
    Template(&'a Text, &'a Template),
    /// A value with templates in it.
    Pattern(&'a Span, &'a Pattern),
}

impl<'a> Read<'a> {
    /// The free names, with their places.
    pub(in crate::check) fn names(self) -> Vec<(Name<'a>, Span)> {
        let (text, names) = match self {
            Self::Expr(text, expr) => (text, expr.names()),
            Self::Template(text, template) => (text, template.names()),
            Self::Pattern(span, pattern) => {
                return pattern.names().into_iter().map(|name| (name, span.clone())).collect();
            }
        };
        let placed = names.into_iter().map(|name| {
            let place = reader::inside(text, &name.range);
            (name, place)
        });
        placed.collect()
    }

    /// The comparisons with literals, with the places of the literals.
    pub(in crate::check) fn compared(self) -> Vec<(Compared<'a>, Span)> {
        let (text, found) = match self {
            Self::Expr(text, expr) => (text, expr.compared()),
            Self::Template(text, template) => (text, template.compared()),
            Self::Pattern(..) => return Vec::new(),
        };
        let placed = found.into_iter().map(|one| {
            let place = reader::inside(text, &one.range);
            (one, place)
        });
        placed.collect()
    }
}

/// Everything but the bodies of prompts.
pub(in crate::check) fn of_agent<'a>(facts: &Facts<'a>) -> Vec<Read<'a>> {
    let (agent, compiled) = (&facts.agent.agent, facts.agent);
    let mut out = Vec::new();
    for (row, program) in zip(&agent.gate, &compiled.rows) {
        of_row(row, program, &mut out);
    }
    for key in &agent.context {
        let Some(program) = compiled.keys.get(&key.name) else { continue };
        match &key.source {
            KeySource::Expression(text) => push_expr(Some(text), program.from.as_ref(), &mut out),
            KeySource::Http { url, .. } => push(Some(url), program.url.as_ref(), &mut out),
        }
        push(key.query.as_ref(), program.query.as_ref(), &mut out);
        push_expr(key.filter.as_ref(), program.filter.as_ref(), &mut out);
        push(key.each.as_ref(), program.each.as_ref(), &mut out);
    }
    for action in &agent.actions {
        let Some(program) = compiled.actions.get(&action.name) else { continue };
        push_expr(action.allow.as_ref(), program.allow.as_ref(), &mut out);
        for (effect, program) in zip(&action.effects, &program.effects) {
            of_effect(effect, program, &mut out);
        }
    }
    for (call, program) in zip(&agent.calls, &compiled.calls) {
        push_expr(call.when.as_ref(), program.when.as_ref(), &mut out);
        of_output(call, program, &mut out);
        for (layer, program) in zip(&call.layers, &program.layers) {
            push_expr(layer.when.as_ref(), program.when.as_ref(), &mut out);
            push(layer.header.as_ref(), program.header.as_ref(), &mut out);
            let Fill::Prompts(refs) = &layer.fill else { continue };
            if refs.len() != program.prompts.len() {
                continue;
            }
            for (written, (name, when)) in zip(refs, &program.prompts) {
                push(Some(&written.name), Some(name), &mut out);
                push_expr(written.when.as_ref(), when.as_ref(), &mut out);
            }
        }
    }
    for prompt in facts.versions.values().flatten() {
        let when = compiled.body(prompt).and_then(|body| body.when.as_ref());
        push_expr(prompt.when.as_ref(), when, &mut out);
    }
    out
}

/// The bodies of all prompts.
pub(in crate::check) fn of_prompts<'a>(facts: &Facts<'a>) -> Vec<Read<'a>> {
    let prompts = facts.versions.values().flatten();
    let bodies = prompts.filter_map(|prompt| {
        Some(Read::Template(&prompt.body, &facts.agent.body(prompt)?.template))
    });
    bodies.collect()
}

/// The texts of a prompt that see its context keys, with the names that they use.
pub(in crate::check) fn of_prompt<'a>(
    prompt: &'a Prompt,
    body: &'a Body,
) -> Vec<(&'a Text, Vec<Name<'a>>)> {
    let mut out = vec![(&prompt.body, body.template.names())];
    let (Some(step), Some(program)) = (&prompt.step, &body.step) else { return out };
    out.extend(step.scope.iter().zip(program.scope.iter().map(Template::names)));
    for (script, templates) in zip(&step.scripts, &program.scripts) {
        out.extend(zip(&script.texts, templates.iter().map(Template::names)));
    }
    out
}

/// The texts of a call's own rules; the agent's are those of `reply`.
fn of_output<'a>(call: &'a Call, program: &'a CallProgram, out: &mut Vec<Read<'a>>) {
    let Some(output) =
        program.output.as_ref().filter(|_| call.output.is_some() || call.name == "reply")
    else {
        return;
    };
    push(output.rules.say.as_ref(), output.say.as_ref(), out);
    for (topic, (_, say)) in zip(&output.rules.forbid, &output.topics) {
        push(topic.say.as_ref(), say.as_ref(), out);
    }
}

fn of_row<'a>(row: &'a GateRow, program: &'a Row, out: &mut Vec<Read<'a>>) {
    push_expr(row.when.as_ref(), program.when.as_ref(), out);
    push(row.say.as_ref(), program.say.as_ref(), out);
    for setting in &row.set {
        let key = &setting.key.value;
        if let Some((_, pattern)) = program.set.iter().find(|(name, _)| name == key) {
            out.push(Read::Pattern(&setting.value.span, pattern));
        }
    }
    for (row, program) in zip(&row.fallback, &program.fallback) {
        of_row(row, program, out);
    }
}

fn of_effect<'a>(effect: &'a Effect, program: &'a EffectProgram, out: &mut Vec<Read<'a>>) {
    push_expr(effect.each.as_ref(), program.each.as_ref(), out);
    push_expr(effect.filter.as_ref(), program.filter.as_ref(), out);
    if let (Some(value), Some(pattern)) = (&effect.value, &program.value) {
        out.push(Read::Pattern(&value.span, pattern));
    }
}

fn push_expr<'a>(text: Option<&'a Text>, expr: Option<&'a Expr>, out: &mut Vec<Read<'a>>) {
    out.extend(text.zip(expr).map(|(text, expr)| Read::Expr(text, expr)));
}

fn push<'a>(text: Option<&'a Text>, template: Option<&'a Template>, out: &mut Vec<Read<'a>>) {
    out.extend(text.zip(template).map(|(text, template)| Read::Template(text, template)));
}
