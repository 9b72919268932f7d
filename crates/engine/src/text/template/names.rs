//! Which names a template or an expression asks its scope for.
//!
//! Owns the walk that collects them, for checks before anything is rendered. Loop variables and
//! `loop` are not free and are not collected.

use std::ops::Range;

use super::ast::{Action, Kind, Link, Node, Part};
use super::filter::Filter;

/// A use of a free name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'t> {
    /// The name that the scope is asked for.
    pub name: &'t str,
    /// The attributes behind it, as far as they are written out: `a.b["c"][0]`.
    pub path: Vec<Step<'t>>,
    /// The bytes of the source: the name and that path.
    pub range: Range<usize>,
    /// Whether a missing value is provided for right there, with `default`, `is defined` or
    /// `is not defined`.
    pub guarded: bool,
}

/// A step from a value into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'t> {
    /// A key of a mapping.
    Key(&'t str),
    /// An index of a list.
    Index(i64),
}

pub(super) fn of_parts<'t>(parts: &'t [Part], names: &mut Vec<Name<'t>>) {
    for part in parts {
        match part {
            Part::Text { .. } => {}
            Part::Print(node) => of_node(node, names),
            Part::If { arms, otherwise } => {
                for (condition, body) in arms {
                    of_node(condition, names);
                    of_parts(body, names);
                }
                of_parts(otherwise, names);
            }
            Part::For { over, body, otherwise } => {
                of_node(over, names);
                of_parts(body, names);
                of_parts(otherwise, names);
            }
        }
    }
}

pub(super) fn of_node<'t>(node: &'t Node, names: &mut Vec<Name<'t>>) {
    match &node.kind {
        Kind::Name(name) => {
            let range = node.span.range();
            names.push(Name { name, path: Vec::new(), range, guarded: false });
        }
        Kind::Chain { head, links } => of_chain(head, links, names),
        Kind::Not { inner, .. } => of_node(inner, names),
        Kind::List(nodes) | Kind::And(nodes) | Kind::Or(nodes) => {
            for node in nodes {
                of_node(node, names);
            }
        }
        Kind::Compare { first, rest } => {
            of_node(first, names);
            for (_, node) in rest {
                of_node(node, names);
            }
        }
        Kind::Inline { arms, otherwise } => {
            for (value, condition) in arms {
                of_node(value, names);
                of_node(condition, names);
            }
            if let Some(node) = otherwise {
                of_node(node, names);
            }
        }
        Kind::None
        | Kind::Bool(_)
        | Kind::Int(_)
        | Kind::Float(_)
        | Kind::Text(_)
        | Kind::Local(_)
        | Kind::Loop(..) => {}
    }
}

fn of_chain<'t>(head: &'t Node, links: &'t [Link], names: &mut Vec<Name<'t>>) {
    if let Kind::Name(name) = &head.kind {
        let mut path = Vec::new();
        let mut span = head.span;
        for link in links {
            let Some(step) = constant(&link.action) else {
                break;
            };
            path.push(step);
            span = link.span;
        }
        let guarded = links.get(path.len()).is_some_and(|link| {
            matches!(link.action, Action::Defined { .. } | Action::Filter(Filter::Default, _))
        });
        names.push(Name { name, path, range: span.range(), guarded });
    } else {
        of_node(head, names);
    }
    for link in links {
        match &link.action {
            Action::Index(node) => of_node(node, names),
            Action::Filter(_, arguments) => {
                for node in arguments.iter().flatten() {
                    of_node(node, names);
                }
            }
            Action::Attribute(_) | Action::Defined { .. } | Action::IsNone { .. } => {}
        }
    }
}

fn constant(action: &Action) -> Option<Step<'_>> {
    match action {
        Action::Attribute(name) => Some(Step::Key(name)),
        Action::Index(Node { kind: Kind::Text(key), .. }) => Some(Step::Key(key)),
        Action::Index(Node { kind: Kind::Int(index), .. }) => Some(Step::Index(*index)),
        _ => None,
    }
}
