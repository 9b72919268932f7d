//! From a tree of YAML to plain data.
//!
//! Owns the few shapes that every format is made of (text, number, list, mapping with known keys)
//! and the words in which a wrong shape is told. It must never stop at the first finding: whatever is
//! wrong is added to the list and reading goes on with what is left.

use serde_json::{Map, Value as Json};

use crate::agent::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Edit, Fix, Span, nearest};

/// Something that an author wrote, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// What was written; its place plays no part.
/// Text with its place: an expression, a template, a name.
pub type Text = Located<String>;

/// What to do about a schema that is none.
pub(crate) const SCHEMA_HELP: &str = "A schema is made of words such as `type: string`, `enum: [a, b]`, `items`, `properties`, `minimum`.";

/// The findings so far, and the ways to add to them.
#[derive(Debug, Default)]
pub struct Decoder {
    /// What was found, in the order of reading.
    pub findings: Vec<Diagnostic>,
}

impl Decoder {
    /// Adds an error at a place.
    pub fn error(&mut self, code: &'static str, span: &Span, message: impl Into<String>) {
        self.findings.push(Diagnostic::error(code, message).at(span));
    }

    /// Adds an error at a place, with advice.
    pub fn error_with(
        &mut self,
        code: &'static str,
        span: &Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.push(Diagnostic::error(code, message).at(span).help(help));
    }

    /// Says that `node` has the wrong shape.
    pub fn wrong(&mut self, node: &Node, expected: &str) {
        // A trap of the language at this very place is already told, with better advice.
        let told = |finding: &Diagnostic| {
            finding.code.starts_with("yaml.") && finding.span.as_ref() == Some(&node.span)
        };
        if self.findings.iter().any(told) {
            return;
        }
        let message = format!("expected {expected}, found {}", node.kind());
        let finding = Diagnostic::error("format.type", message).at(&node.span);
        let finding = match advice(node, expected) {
            Some(help) => finding.help(help),
            None => finding,
        };
        self.findings.push(finding.fix(quoted(node, expected)));
    }

    /// Any text, kept as it is.
    pub fn text(&mut self, node: &Node) -> Option<Text> {
        match &node.value {
            Value::Text(text) => Some(Located { value: text.clone(), span: node.span.clone() }),
            _ => {
                self.wrong(node, "text");
                None
            }
        }
    }

    /// Text that is one of a few words.
    pub fn choice<T: Copy>(&mut self, node: &Node, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let found = choices.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let message = format!("`{}` is not a word that can stand here", text.value);
            let near = nearest(&text.value, words.iter().copied());
            let near = near.map(|near| format!("Did you mean `{near}`? ")).unwrap_or_default();
            let help = format!("{near}It is one of: {}.", words.join(", "));
            let finding = Diagnostic::error("format.choice", message).at(&node.span);
            self.findings.push(finding.slip(&text.value, words).help(help));
        }
        found.map(|(_, value)| *value)
    }

    /// A whole number from `least` up.
    pub fn integer(&mut self, node: &Node, least: u32) -> Option<u32> {
        let value = match &node.value {
            Value::Number(number, _) => number.as_u64().and_then(|wide| u32::try_from(wide).ok()),
            _ => {
                self.wrong(node, "a whole number");
                return None;
            }
        };
        match value {
            Some(value) if value >= least => Some(value),
            _ => {
                let message = format!("expected a whole number from {least} to {}", u32::MAX);
                let help = format!("Write a whole number that is at least {least}.");
                self.error_with("format.range", &node.span, message, help);
                None
            }
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, node: &Node) -> Option<bool> {
        match node.value {
            Value::Bool(flag) => Some(flag),
            _ => {
                self.wrong(node, "true or false");
                None
            }
        }
    }

    /// A list of anything.
    pub fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            _ => {
                self.wrong(node, "a list");
                None
            }
        }
    }

    /// A list of texts; what is not text is told and left out.
    pub fn texts(&mut self, node: &Node) -> Vec<Text> {
        let items = self.list(node).unwrap_or_default();
        items.iter().filter_map(|item| self.text(item)).collect()
    }

    /// A mapping whose keys are names that the author chose.
    pub fn entries<'n>(&mut self, node: &'n Node) -> &'n [(Node, Node)] {
        match &node.value {
            Value::Map(entries) => entries,
            _ => {
                self.wrong(node, "a mapping");
                &[]
            }
        }
    }

    /// A mapping as JSON, for what the format passes through: parameters, schemas, constants.
    pub fn object(&mut self, node: &Node) -> Map<String, Json> {
        match node.to_json() {
            Json::Object(map) => map,
            _ => {
                self.wrong(node, "a mapping");
                Map::new()
            }
        }
    }

    /// A mapping whose keys are known: `what` names it in messages.
    pub fn fields<'n>(&mut self, node: &'n Node, what: &'static str) -> Option<Fields<'n>> {
        match &node.value {
            Value::Map(entries) => {
                Some(Fields { entries, what, span: beginning(node), asked: Vec::new() })
            }
            _ => {
                self.wrong(node, &format!("{what} (a mapping)"));
                None
            }
        }
    }
}

/// A mapping whose keys are known. Ask for each key, then call [`Fields::finish`]: what nobody asked
/// for is unknown.
#[derive(Debug)]
pub struct Fields<'n> {
    entries: &'n [(Node, Node)],
    what: &'static str,
    /// Where the mapping begins: its first line, or all of it where it is on one line.
    pub span: Span,
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The value of a key, if it is there.
    pub fn get(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|(name, _)| name.key() == key).map(|(_, value)| value)
    }

    /// The value of a key that must be there.
    pub fn need(&mut self, decoder: &mut Decoder, key: &'static str) -> Option<&'n Node> {
        let found = self.get(key);
        if found.is_none() {
            let message = format!("{} needs `{key}`", self.what);
            let help = format!("Add a line `{key}: …`.");
            decoder.error_with("format.missing-key", &self.span, message, help);
        }
        found
    }

    /// Optional text.
    pub fn text(&mut self, decoder: &mut Decoder, key: &'static str) -> Option<Text> {
        self.get(key).and_then(|node| decoder.text(node))
    }

    /// Optional text without its place.
    pub fn string(&mut self, decoder: &mut Decoder, key: &'static str) -> Option<String> {
        self.text(decoder, key).map(|text| text.value)
    }

    /// An optional list of texts, empty when absent.
    pub fn texts(&mut self, decoder: &mut Decoder, key: &'static str) -> Vec<Text> {
        self.get(key).map(|node| decoder.texts(node)).unwrap_or_default()
    }

    /// An optional switch, off when absent.
    pub fn flag(&mut self, decoder: &mut Decoder, key: &'static str) -> bool {
        self.get(key).and_then(|node| decoder.flag(node)).unwrap_or_default()
    }

    /// An optional whole number.
    pub fn integer(&mut self, decoder: &mut Decoder, key: &'static str, least: u32) -> Option<u32> {
        self.get(key).and_then(|node| decoder.integer(node, least))
    }

    /// An optional mapping as JSON, empty when absent.
    pub fn object(&mut self, decoder: &mut Decoder, key: &'static str) -> Map<String, Json> {
        self.get(key).map(|node| decoder.object(node)).unwrap_or_default()
    }

    /// Tells every key that nobody asked for.
    pub fn finish(self, decoder: &mut Decoder) {
        for (name, _) in self.entries {
            let key = name.key();
            if !self.asked.contains(&key.as_str()) {
                let message = format!("{} has no key `{key}`", self.what);
                let finding = Diagnostic::error("format.unknown-key", message).at(&name.span);
                let finding = finding.slip(&key, self.asked.iter().copied());
                let there = |near: &str| self.entries.iter().any(|(name, _)| name.key() == near);
                decoder.findings.push(finding.unless(there));
            }
        }
    }
}

/// The first key of a mapping that goes over several lines: carets under all of them would show
/// nothing.
pub(crate) fn beginning(node: &Node) -> Span {
    match &node.value {
        Value::Map(entries) => match (entries.first(), entries.last()) {
            (Some((first, _)), Some((_, last))) if last.span.line > first.span.line => {
                first.span.clone()
            }
            _ => node.span.clone(),
        },
        _ => node.span.clone(),
    }
}

/// The remedy for a number or a boolean that was meant as text.
fn quoted(node: &Node, expected: &str) -> Option<Fix> {
    let written = match &node.value {
        Value::Number(_, raw) => raw.clone(),
        Value::Bool(flag) => flag.to_string(),
        _ => return None,
    };
    let exact = node.span.end.saturating_sub(node.span.start) == written.len();
    (expected == "text" && exact).then(|| {
        let edit = Edit::at(&node.span, format!("\"{written}\""));
        Fix::new("Put it in quotes", vec![edit])
    })
}

fn advice(node: &Node, expected: &str) -> Option<String> {
    match (&node.value, expected) {
        (Value::Number(_, raw), "text") => Some(format!("Put it in quotes: \"{raw}\".")),
        (Value::Bool(flag), "text") => Some(format!("Put it in quotes: \"{flag}\".")),
        (Value::Map(entries), "text") => {
            let braces = entries.iter().any(|(key, _)| matches!(key.value, Value::Map(_)));
            Some(if braces {
                "An expression with braces must stand in quotes: \"{{ … }}\".".to_owned()
            } else {
                "If this is meant as text, put it in quotes: `: ` makes a mapping.".to_owned()
            })
        }
        (Value::List(_), "text") => Some("If this is meant as text, put it in quotes.".to_owned()),
        (Value::Text(_), "a list") => Some("A list has a `- ` before each item.".to_owned()),
        (Value::Null, _) => Some("Give it a value, or leave the key out.".to_owned()),
        (_, "a list") => Some("Write the items one below the other, each behind `- `.".to_owned()),
        (_, "true or false") => Some("Write true or false, without quotes.".to_owned()),
        (_, "a whole number") => Some("Write digits only, without quotes.".to_owned()),
        (_, expected) if expected.contains("a mapping") => {
            Some("Write it as lines `key: value`, indented below the key.".to_owned())
        }
        _ => None,
    }
}
