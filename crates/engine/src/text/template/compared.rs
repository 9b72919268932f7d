//! Which names are compared with which literals.
//!
//! Owns the walk that collects `name == "word"` and `name in ["word", …]`, for checks of words that a
//! name never has. It must never evaluate anything.

use std::ops::Range;

use serde_json::Value as Json;

use super::ast::{Action, Comparison, Kind, Node, Part};
use super::names::{self, Name};
use super::{Expr, Template};

/// A name beside a literal that it is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<'t> {
    /// The name, with the path behind it.
    pub name: Name<'t>,
    /// The literal: a text, a number or a boolean.
    pub literal: Json,
    /// The bytes of the literal in the source.
    pub range: Range<usize>,
}

impl Expr {
    /// Every comparison of a free name with a literal, by `==`, `!=`, `in` and `not in`.
    #[must_use]
    pub fn compared(&self) -> Vec<Compared<'_>> {
        let mut out = Vec::new();
        of_node(&self.root, &mut out);
        out
    }
}

impl Template {
    /// As [`Expr::compared`], in all tags of the template.
    #[must_use]
    pub fn compared(&self) -> Vec<Compared<'_>> {
        let mut out = Vec::new();
        of_parts(&self.parts, &mut out);
        out
    }
}

fn of_parts<'t>(parts: &'t [Part], out: &mut Vec<Compared<'t>>) {
    for part in parts {
        match part {
            Part::Text { .. } => {}
            Part::Print(node) => of_node(node, out),
            Part::If { arms, otherwise } => {
                for (condition, body) in arms {
                    of_node(condition, out);
                    of_parts(body, out);
                }
                of_parts(otherwise, out);
            }
            Part::For { over, body, otherwise } => {
                of_node(over, out);
                of_parts(body, out);
                of_parts(otherwise, out);
            }
        }
    }
}

fn of_node<'t>(node: &'t Node, out: &mut Vec<Compared<'t>>) {
    match &node.kind {
        Kind::Compare { first, rest } => {
            let mut left = &**first;
            for (comparison, right) in rest {
                pair(*comparison, left, right, out);
                left = right;
            }
            of_node(first, out);
            rest.iter().for_each(|(_, node)| of_node(node, out));
        }
        Kind::Not { inner, .. } => of_node(inner, out),
        Kind::List(nodes) | Kind::And(nodes) | Kind::Or(nodes) => {
            nodes.iter().for_each(|node| of_node(node, out));
        }
        Kind::Inline { arms, otherwise } => {
            for (value, condition) in arms {
                of_node(value, out);
                of_node(condition, out);
            }
            otherwise.iter().for_each(|node| of_node(node, out));
        }
        Kind::Chain { head, links } => {
            of_node(head, out);
            for link in links {
                match &link.action {
                    Action::Index(node) => of_node(node, out),
                    Action::Filter(_, arguments) => {
                        arguments.iter().flatten().for_each(|node| of_node(node, out));
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn pair<'t>(comparison: Comparison, left: &'t Node, right: &'t Node, out: &mut Vec<Compared<'t>>) {
    match comparison {
        Comparison::Equal | Comparison::NotEqual => {
            tell(left, right, out);
            tell(right, left, out);
        }
        Comparison::In | Comparison::NotIn => {
            if let Kind::List(items) = &right.kind {
                items.iter().for_each(|item| tell(left, item, out));
            }
        }
        _ => {}
    }
}

fn tell<'t>(name: &'t Node, literal: &'t Node, out: &mut Vec<Compared<'t>>) {
    let value = match &literal.kind {
        Kind::Text(text) => Json::from(&**text),
        Kind::Int(number) => Json::from(*number),
        Kind::Bool(value) => Json::from(*value),
        _ => return,
    };
    let mut found = Vec::new();
    names::of_node(name, &mut found);
    // The node is the name itself, not something that is made of it.
    if let [name_found] = found.as_slice()
        && name_found.range == name.span.range()
    {
        let range = literal.span.range();
        out.push(Compared { name: name_found.clone(), literal: value, range });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_literals_are_collected() {
        let source = "a == 'x' and b.c in ['y', 2] or 'z' != d and e | length == 3 and f < 4";
        let expr = Expr::parse(source).unwrap();
        let compared = expr.compared();
        let found: Vec<_> =
            compared.iter().map(|one| (one.name.name, one.literal.to_string())).collect();
        let expected = [("a", "\"x\""), ("b", "\"y\""), ("b", "2"), ("d", "\"z\"")];
        assert_eq!(found, expected.map(|(name, literal)| (name, literal.to_owned())));
        assert_eq!(&source[compared[0].range.clone()], "'x'");
        let template = Template::parse("{% if a == 1 %}{{ b if c == true else d }}{% endif %}");
        assert_eq!(template.unwrap().compared().len(), 2);
    }
}
