//! What the tests of templates share: a scope, and rendering in one step.

use proem::text::origin::{Rendered, SourceId};
use proem::text::template::{Limits, Problem, Scope, Template, Value};
use serde_json::{Map, Value as Json};

/// The source of the template's own text.
pub(crate) const LITERAL: SourceId = SourceId(0);
/// The source of every value of a [`Names`].
pub(crate) const VALUE: SourceId = SourceId(1);

/// A scope of untrusted values.
pub(crate) struct Names(Map<String, Json>);

impl Names {
    /// The names of a JSON object.
    pub(crate) fn of(json: Json) -> Self {
        match json {
            Json::Object(map) => Names(map),
            other => panic!("a context is an object, not {other}"),
        }
    }
}

impl Scope for Names {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.0.get(name).map(|json| Value::json(json, VALUE, false))
    }
}

/// Reads and renders; the problems of reading come first.
pub(crate) fn render(source: &str, context: Json) -> Result<Rendered, Vec<Problem>> {
    let template = Template::parse(source)?;
    template.render(&Names::of(context), LITERAL, &Limits::DEFAULT).map_err(|problem| vec![problem])
}
