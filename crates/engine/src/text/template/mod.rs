//! Templates and expressions: a safe profile of Jinja.
//!
//! Owns the language. A [`Template`] is text with tags, an [`Expr`] what stands inside a tag. Both
//! are read once, with all problems reported, and used many times; using them reads nothing but the
//! scope. Values are data: whatever a value looks like, it is never read as a template.
//!
//! What is in the profile means what it means in Jinja2 with `StrictUndefined` and otherwise default
//! settings, except:
//!
//! 1. Mappings are walked and printed in the sorted order of their keys; the order in which they
//!    were written plays no part.
//! 2. `x.y is defined` is false, and `x.y | default("…")` the default, also where `x` is missing.
//! 3. `json`, `bullets` and `date` are filters of their own.
//! 4. A dot finds keys of mappings and items of lists, never methods or attributes of objects.
//! 5. What is missing is never printed, also not inside a list. An inline `if` without `else` that
//!    does not hold prints nothing, as in Jinja2, and is an error wherever else it is used.
//! 6. `unique` gives a list, and a loop does not walk over the characters of a text.
//!
//! Rendering is bounded by [`Limits`]; reading is linear in the source, and depth is counted before
//! anything is read more deeply, so that no source reaches the end of the stack.
//!
//! In reading order: `ast` is the tree that `read` makes of a source and that `render` makes text and
//! values of; `value` is what stands in the scope and passes through the tree. `names` tells
//! beforehand what a tree asks its scope for; `judge`, `compared` and `extent` tell what else can be
//! known of it before a turn. Both sides share `filter` (the filters by name),
//! `limits`, `error` and `chars`.

mod ast;
mod chars;
mod compared;
mod error;
mod extent;
mod filter;
mod judge;
mod limits;
mod names;
mod read;
mod render;
mod value;

use std::ops::Range;
use std::sync::Arc;

pub use compared::Compared;
pub use error::Problem;
pub use extent::Extent;
pub use judge::Verdict;
pub use limits::Limits;
pub use names::{Name, Step};
pub use render::Scope;
pub use value::Value;

use crate::text::origin::{Rendered, SourceId};
use ast::{Node, Part};

/// A template that has been read.
#[derive(Clone, Debug)]
pub struct Template {
    source: Arc<str>,
    parts: Vec<Part>,
    expression: Option<Box<Expr>>,
}

/// An expression that has been read.
#[derive(Clone, Debug)]
pub struct Expr {
    source: Arc<str>,
    root: Node,
}

impl Template {
    /// Reads a template within [`Limits::DEFAULT`].
    ///
    /// # Errors
    ///
    /// All problems of the source, in its order (the first 50 where there are more).
    pub fn parse(source: &str) -> Result<Template, Vec<Problem>> {
        Template::parse_within(source, &Limits::DEFAULT)
    }

    /// Reads a template within other limits. A larger depth needs a larger stack.
    ///
    /// # Errors
    ///
    /// As [`Template::parse`].
    pub fn parse_within(source: &str, limits: &Limits) -> Result<Template, Vec<Problem>> {
        let parts = read::template(source, limits)?;
        let source: Arc<str> = source.into();
        let expression = lone_expression(&source, &parts)
            .map(|root| Box::new(Expr { source: Arc::clone(&source), root: root.clone() }));
        Ok(Template { source, parts, expression })
    }

    /// The text that was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The expression, if the template is one `{{ … }}` with nothing but white space around it: its
    /// value can be used as it is, without becoming text.
    #[must_use]
    pub fn expression(&self) -> Option<&Expr> {
        self.expression.as_deref()
    }

    /// Every use of a free name, in the order of the source.
    #[must_use]
    pub fn names(&self) -> Vec<Name<'_>> {
        let mut names = Vec::new();
        names::of_parts(&self.parts, &mut names);
        names.sort_by_key(|name| name.range.start);
        names
    }

    /// The stretches of the source that are copied to the output, in order, without those of tags
    /// and of white space that tags remove.
    #[must_use]
    pub fn literals(&self) -> Vec<Range<usize>> {
        let mut literals = Vec::new();
        literals_of(&self.parts, &mut literals);
        literals
    }

    /// Whether the template renders to the same text in every scope.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.names().is_empty()
    }

    /// Renders the template. Its own text has the source `literal` and is trusted.
    ///
    /// # Errors
    ///
    /// The first problem met, at the expression that has it: `template.undefined` for what is
    /// missing, `template.type` for a value of the wrong kind, `template.date`, or a limit.
    pub fn render(
        &self,
        scope: &dyn Scope,
        literal: SourceId,
        limits: &Limits,
    ) -> Result<Rendered, Problem> {
        render::text(&self.source, &self.parts, scope, literal, limits)
    }
}

impl Expr {
    /// Reads an expression within [`Limits::DEFAULT`].
    ///
    /// # Errors
    ///
    /// The problems of the source.
    pub fn parse(source: &str) -> Result<Expr, Vec<Problem>> {
        Expr::parse_within(source, &Limits::DEFAULT)
    }

    /// Reads an expression within other limits. A larger depth needs a larger stack.
    ///
    /// # Errors
    ///
    /// As [`Expr::parse`].
    pub fn parse_within(source: &str, limits: &Limits) -> Result<Expr, Vec<Problem>> {
        let root = read::expression(source, limits)?;
        Ok(Expr { source: source.into(), root })
    }

    /// The text that the ranges of names and problems point into: for [`Template::expression`] that
    /// of the template.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Every use of a free name, in the order of the source.
    #[must_use]
    pub fn names(&self) -> Vec<Name<'_>> {
        let mut names = Vec::new();
        names::of_node(&self.root, &mut names);
        names.sort_by_key(|name| name.range.start);
        names
    }

    /// The value of the expression; what is written in it has the source `literal` and is trusted.
    /// Where it names something that is not there, or is an inline `if` without `else` that does not
    /// hold, the value is undefined ([`Value::is_undefined`]); anything done with such a value is a
    /// problem.
    ///
    /// # Errors
    ///
    /// As [`Template::render`].
    pub fn eval<'a>(
        &'a self,
        scope: &'a dyn Scope,
        literal: SourceId,
        limits: &'a Limits,
    ) -> Result<Value<'a>, Problem> {
        render::value(&self.source, &self.root, scope, literal, limits)
    }

    /// Whether the expression holds: the truth of its value.
    ///
    /// # Errors
    ///
    /// As [`Template::render`]; also where the value is undefined.
    pub fn holds(&self, scope: &dyn Scope, limits: &Limits) -> Result<bool, Problem> {
        render::truth(&self.source, &self.root, scope, limits)
    }
}

/// The expression of a template that is nothing else.
fn lone_expression<'p>(source: &str, parts: &'p [Part]) -> Option<&'p Node> {
    let mut found = None;
    for part in parts {
        match part {
            Part::Text { span, .. } if span.of(source).chars().all(chars::is_space) => {}
            Part::Print(node) if found.is_none() => found = Some(node),
            _ => return None,
        }
    }
    found
}

fn literals_of(parts: &[Part], literals: &mut Vec<Range<usize>>) {
    for part in parts {
        match part {
            Part::Text { span, .. } => literals.push(span.range()),
            Part::Print(_) => {}
            Part::If { arms, otherwise } => {
                for (_, body) in arms {
                    literals_of(body, literals);
                }
                literals_of(otherwise, literals);
            }
            Part::For { body, otherwise, .. } => {
                literals_of(body, literals);
                literals_of(otherwise, literals);
            }
        }
    }
}
