//! Rendering: from a tree and a scope to text or a value.
//!
//! Owns what a template means. In reading order: `parts` makes the text, `eval` the values in it;
//! `access` finds what a dot or a bracket asks for, `order` compares, `filters` change values, and
//! `python` knows how they print. Nothing here sees the grammar.

mod access;
mod eval;
mod filters;
mod order;
mod parts;
mod python;

pub use eval::Scope;

use super::ast::{Node, Part};
use super::error::Problem;
use super::limits::Limits;
use super::value::Value;
use crate::text::origin::{Rendered, SourceId};
use eval::Machine;

/// The text of a template whose own text has the source `literal`.
pub(super) fn text(
    source: &str,
    parts: &[Part],
    scope: &dyn Scope,
    literal: SourceId,
    limits: &Limits,
) -> Result<Rendered, Problem> {
    let mut out = Rendered {
        // Values are short next to the text around them; a few reallocations do not matter.
        text: String::with_capacity((source.len() * 5 / 4).min(limits.output)),
        runs: Vec::with_capacity(parts.len() * 2),
    };
    let mut machine = Machine::new(source, scope, literal, limits);
    parts::parts(&mut machine, parts, &mut out)?;
    Ok(out)
}

/// The value of an expression.
pub(super) fn value<'a>(
    source: &'a str,
    root: &'a Node,
    scope: &'a dyn Scope,
    literal: SourceId,
    limits: &'a Limits,
) -> Result<Value<'a>, Problem> {
    Machine::new(source, scope, literal, limits).eval(root)
}

/// The truth of an expression.
pub(super) fn truth(
    source: &str,
    root: &Node,
    scope: &dyn Scope,
    limits: &Limits,
) -> Result<bool, Problem> {
    // Nothing is printed: the source does not matter.
    Machine::new(source, scope, SourceId(0), limits).truth(root)
}
