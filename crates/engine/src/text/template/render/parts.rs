//! Renders a template: text and values, run by run.
//!
//! Owns what is pushed to the output and the bound on it. Text of the template is one run for each
//! stretch, a printed value is one run of its own.

use super::eval::{Machine, Round};
use super::python;
use crate::text::origin::Rendered;
use crate::text::template::ast::{Kind, Node, Part, Span};
use crate::text::template::error::{Fault, Problem};
use crate::text::template::limits::too_large;
use crate::text::template::value::{Data, Items, Missing, Text, Value, sorted_keys};

/// Renders `parts` behind what is in `out`.
pub(super) fn parts<'a>(
    machine: &mut Machine<'a>,
    parts: &'a [Part],
    out: &mut Rendered,
) -> Result<(), Problem> {
    for part in parts {
        match part {
            Part::Text { span, normal } => {
                machine.spend(1, *span)?;
                let text = normal.as_deref().unwrap_or(span.of(machine.source));
                room(machine, out, text.len(), *span)?;
                out.push(text, machine.literal.source, true);
            }
            Part::Print(node) => print(machine, node, out)?,
            Part::If { arms, otherwise } => branch(machine, arms, otherwise, out)?,
            Part::For { over, body, otherwise } => each(machine, over, body, otherwise, out)?,
        }
    }
    Ok(())
}

/// Refuses output beyond the limit.
fn room(machine: &Machine<'_>, out: &Rendered, more: usize, span: Span) -> Result<(), Problem> {
    if out.text.len().saturating_add(more) > machine.limits.output {
        return Err(machine.problem(too_large(machine.limits.output), span));
    }
    Ok(())
}

fn print<'a>(machine: &mut Machine<'a>, node: &'a Node, out: &mut Rendered) -> Result<(), Problem> {
    let value = machine.eval(node)?;
    if let (Some(display), Kind::Name(_)) = (value.display, &node.kind) {
        machine.spend(display.runs.len(), node.span)?;
        room(machine, out, display.text.len(), node.span)?;
        out.append(display);
        return Ok(());
    }
    let made;
    let text = match &value.data {
        Data::Text(text) => text.as_str(),
        Data::Undefined(Missing::Else(_)) => return Ok(()),
        _ => {
            made = python::printed(&value, &mut machine.meter)
                .map_err(|fault| machine.problem(fault, node.span))?;
            made.as_str()
        }
    };
    room(machine, out, text.len(), node.span)?;
    out.push(text, value.origin.source, value.origin.trusted);
    Ok(())
}

#[inline(never)]
fn branch<'a>(
    machine: &mut Machine<'a>,
    arms: &'a [(Node, Vec<Part>)],
    otherwise: &'a [Part],
    out: &mut Rendered,
) -> Result<(), Problem> {
    for (condition, body) in arms {
        if machine.truth(condition)? {
            return parts(machine, body, out);
        }
    }
    parts(machine, otherwise, out)
}

/// What a loop walks over.
enum Walk<'a> {
    Items(Items<'a>),
    Keys(Vec<&'a str>),
}

#[inline(never)]
fn each<'a>(
    machine: &mut Machine<'a>,
    over: &'a Node,
    body: &'a [Part],
    otherwise: &'a [Part],
    out: &mut Rendered,
) -> Result<(), Problem> {
    let list = machine.eval(over)?;
    let origin = list.origin;
    let walk = match list.data {
        Data::List(items) => Walk::Items(items),
        Data::Map(map) => {
            machine.spend(map.len(), over.span)?;
            Walk::Keys(sorted_keys(map))
        }
        Data::Undefined(what) => return Err(machine.problem(python::missing(what), over.span)),
        _ => {
            let message = format!("a loop cannot walk over {}", list.kind());
            let fault = Fault::new("template.type", message)
                .help("loop over a list, or over the keys of a mapping");
            return Err(machine.problem(fault, over.span));
        }
    };
    let len = match &walk {
        Walk::Items(items) => items.len(),
        Walk::Keys(keys) => keys.len(),
    };
    if len == 0 {
        return parts(machine, otherwise, out);
    }
    for index in 0..len {
        machine.spend(1, over.span)?;
        let item = match &walk {
            Walk::Items(items) => items.get(index, origin),
            Walk::Keys(keys) => {
                keys.get(index).map(|key| Value::new(Data::Text(Text::Borrowed(key)), origin))
            }
        };
        let Some(item) = item else { continue };
        machine.loops.push(Round { item, index, len, origin });
        let rendered = parts(machine, body, out);
        machine.loops.pop();
        rendered?;
    }
    Ok(())
}
