//! Values in which texts may be templates.
//!
//! Owns what stands behind `set`, `value` and the like: JSON of the author's, read once, filled often.
//! It must never treat what it is filled with as a template.

use serde_json::{Map, Value as Json};

use crate::text::origin::SourceId;
use crate::text::template::{Limits, Name, Problem, Scope, Template};

/// A value with places to fill.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// Nothing to fill.
    Constant(Json),
    /// A text with expressions. A lone `{{ x }}` keeps the type of `x`.
    Text(Box<Template>),
    /// A list.
    List(Vec<Pattern>),
    /// A mapping, in the order of the author.
    Map(Vec<(String, Pattern)>),
}

impl Pattern {
    /// Reads a value.
    ///
    /// # Errors
    /// All problems of all templates in it. Their ranges count within the text that has the problem.
    pub fn parse(value: &Json) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let pattern = read(value, &mut problems);
        if problems.is_empty() { Ok(pattern) } else { Err(problems) }
    }

    /// Fills the value.
    ///
    /// # Errors
    /// The first problem of a template.
    pub fn fill(&self, scope: &dyn Scope, limits: &Limits) -> Result<Json, Problem> {
        match self {
            Self::Constant(value) => Ok(value.clone()),
            Self::Text(template) => fill_text(template, scope, limits),
            Self::List(items) => items.iter().map(|item| item.fill(scope, limits)).collect(),
            Self::Map(entries) => {
                let fill =
                    |(key, value): &(String, Self)| Ok((key.clone(), value.fill(scope, limits)?));
                entries.iter().map(fill).collect::<Result<Map<_, _>, _>>().map(Json::Object)
            }
        }
    }

    /// Every use of a free name.
    #[must_use]
    pub fn names(&self) -> Vec<Name<'_>> {
        match self {
            Self::Constant(_) => Vec::new(),
            Self::Text(template) => template.names(),
            Self::List(items) => items.iter().flat_map(Self::names).collect(),
            Self::Map(entries) => entries.iter().flat_map(|(_, value)| value.names()).collect(),
        }
    }
}

fn read(value: &Json, problems: &mut Vec<Problem>) -> Pattern {
    match value {
        Json::String(text) if text.contains('{') => match Template::parse(text) {
            Ok(template) => Pattern::Text(Box::new(template)),
            Err(found) => {
                problems.extend(found);
                Pattern::Constant(Json::Null)
            }
        },
        Json::Array(items) => {
            Pattern::List(items.iter().map(|item| read(item, problems)).collect())
        }
        Json::Object(map) => {
            let entries = map.iter().map(|(key, value)| (key.clone(), read(value, problems)));
            Pattern::Map(entries.collect())
        }
        other => Pattern::Constant(other.clone()),
    }
}

fn fill_text(template: &Template, scope: &dyn Scope, limits: &Limits) -> Result<Json, Problem> {
    // The source of bytes plays no part in a value: it gets one again when it is printed.
    let nowhere = SourceId(0);
    if let Some(expression) = template.expression() {
        let value = expression.eval(scope, nowhere, limits)?;
        if let Some(json) = value.to_json() {
            return Ok(json);
        }
    }
    template.render(scope, nowhere, limits).map(|rendered| Json::String(rendered.text))
}
