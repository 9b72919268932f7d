//! The shapes that a role is made of, each with its JSON pointer.
//!
//! Owns the words in which a wrong shape is told, and where: by line and by pointer. It must never stop at the first finding, and never know what a key means.

use std::ops::Range;

use crate::agent::decode::{Located, Text};
use crate::agent::json::written;
use crate::agent::source::Source;
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Span, suggestion};

/// A value, and the way to it.
#[derive(Clone, Debug)]
pub(super) struct At<'n> {
    pub node: &'n Node,
    pub pointer: String,
}

impl<'n> At<'n> {
    /// The values of a mapping, each with its key. None for other values.
    pub(super) fn entries(&self) -> Vec<(&'n Node, At<'n>)> {
        match &self.node.value {
            Value::Map(entries) => entries
                .iter()
                .map(|(key, node)| (key, At { node, pointer: self.below(&key.key()) }))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The pointer of what has this key, whether it is there or not.
    pub(super) fn below(&self, key: &str) -> String {
        format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1"))
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<At<'n>> {
        self.entries().into_iter().find(|(name, _)| name.key() == key).map(|(_, at)| at)
    }
}

/// The findings so far.
pub(super) struct Reading<'s> {
    /// The text that is read.
    pub source: &'s Source,
    pub findings: Vec<Diagnostic>,
}

impl Reading<'_> {
    /// Adds a finding about a value.
    pub(super) fn tell(&mut self, finding: Diagnostic, at: &At<'_>, help: impl Into<String>) {
        self.tell_at(finding, &at.node.span, at.pointer.clone(), help);
    }

    /// Adds a finding at a place.
    pub(super) fn tell_at(
        &mut self,
        finding: Diagnostic,
        span: &Span,
        pointer: String,
        help: impl Into<String>,
    ) {
        self.findings.push(finding.at(span).pointing(pointer).help(help));
    }

    /// The place of some bytes of a text.
    pub(super) fn inside(&self, text: &Text, range: &Range<usize>) -> Span {
        let span = &text.span;
        let raw = self.source.text.get(span.start..span.end).unwrap_or_default();
        let from = span.start + 1;
        self.source.span(from + written(raw, range.start), from + written(raw, range.end))
    }

    /// A mapping.
    pub(super) fn is_object(&mut self, at: &At<'_>) -> bool {
        let is = matches!(at.node.value, Value::Map(_));
        if !is {
            self.wrong(at, "an object", "Write it in braces: {\"key\": …}.");
        }
        is
    }

    /// Tells every key of a mapping that is not known.
    pub(super) fn only(&mut self, at: &At<'_>, what: &str, known: &[&str]) {
        for (key, value) in at.entries() {
            let name = key.key();
            if !known.contains(&name.as_str()) {
                let message = format!("{what} has no key `{name}`");
                let finding = Diagnostic::error("format.unknown-key", message);
                let help = suggestion(&name, known.iter().copied()).unwrap_or_default();
                self.tell_at(finding, &key.span, value.pointer, help);
            }
        }
    }

    /// The value of a key that must be there.
    pub(super) fn need<'n>(&mut self, at: &At<'n>, key: &str, what: &str) -> Option<At<'n>> {
        let found = at.get(key);
        if found.is_none() {
            let finding = Diagnostic::error("format.missing-key", format!("{what} needs `{key}`"));
            let help = format!("Add \"{key}\": ….");
            let start = &at.node.span;
            let span = Span { end: start.start + 1, ..start.clone() };
            self.tell_at(finding, &span, at.below(key), help);
        }
        found
    }

    /// Text.
    pub(super) fn text(&mut self, at: &At<'_>) -> Option<Text> {
        if let Value::Text(text) = &at.node.value {
            return Some(Located { value: text.clone(), span: at.node.span.clone() });
        }
        let help = match at.node.value {
            Value::List(_) | Value::Map(_) => "Make one text of it; \\n is a line break.",
            Value::Null => "Give it a text, or leave the key out.",
            _ => "Put it in double quotes.",
        };
        self.wrong(at, "text", help);
        None
    }

    /// The text of a key that may be left out.
    pub(super) fn optional(&mut self, at: &At<'_>, key: &str) -> Option<Text> {
        at.get(key).and_then(|at| self.text(&at))
    }

    /// Text that says something.
    pub(super) fn spoken(&mut self, at: &At<'_>, what: &str) -> Option<Text> {
        let text = self.text(at)?;
        if text.value.trim().is_empty() {
            let finding = Diagnostic::error("role.blank", format!("{what} says nothing"));
            self.tell(finding, at, "Write its text.");
        }
        Some(text)
    }

    /// A list of texts of which none is blank.
    pub(super) fn texts<'n>(&mut self, at: &At<'n>) -> Vec<(At<'n>, Text)> {
        let Value::List(items) = &at.node.value else {
            self.wrong(at, "a list of texts", "Write it in brackets: [\"one\", \"two\"].");
            return Vec::new();
        };
        let items = items.iter().enumerate();
        let items = items.map(|(index, node)| At { node, pointer: at.below(&index.to_string()) });
        items.filter_map(|at| Some((at.clone(), self.spoken(&at, "this item")?))).collect()
    }

    fn wrong(&mut self, at: &At<'_>, expected: &str, help: &str) {
        let found = match at.node.value {
            Value::Map(_) => "an object",
            _ => at.node.kind(),
        };
        let message = format!("expected {expected}, found {found}");
        self.tell(Diagnostic::error("format.type", message), at, help);
    }
}
