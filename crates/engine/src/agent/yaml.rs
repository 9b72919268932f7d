//! YAML as a tree in which every value knows its place.
//!
//! Owns the step from text to tree, and the traps of the language: two words for a boolean, the
//! escape that eats a regular expression, anchors, tags, duplicate keys. It must never know what a
//! key means (that is `decode` and the modules that use it), and never stop at the first finding
//! unless the rest of the file cannot be read.

mod advice;

use granit_parser::{Event, Parser, ScalarStyle, ScanError};
use serde_json::{Map, Number, Value as Json};

use crate::agent::source::Source;
use crate::diagnostic::{Diagnostic, Edit, Fix, Span};

/// How deep lists and mappings may be nested.
pub const MAX_DEPTH: usize = 64;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a value can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, with the way in which it was written.
    Number(Number, String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order in which it is written. No key appears twice.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// What the value is called in a message.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(..) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }

    /// The same value as JSON.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match &self.value {
            Value::Null => Json::Null,
            Value::Bool(flag) => Json::Bool(*flag),
            Value::Number(number, _) => Json::Number(number.clone()),
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Value::Map(entries) => {
                let pairs = entries.iter().map(|(key, value)| (key.key(), value.to_json()));
                Json::Object(pairs.collect::<Map<_, _>>())
            }
        }
    }

    /// The same tree from JSON, all of it at one place.
    #[must_use]
    pub fn of_json(json: &Json, span: &Span) -> Self {
        let inner = |json: &Json| Self::of_json(json, span);
        let value = match json {
            Json::Null => Value::Null,
            Json::Bool(flag) => Value::Bool(*flag),
            Json::Number(number) => Value::Number(number.clone(), number.to_string()),
            Json::String(text) => Value::Text(text.clone()),
            Json::Array(items) => Value::List(items.iter().map(inner).collect()),
            Json::Object(map) => {
                let key =
                    |name: &String| Self { span: span.clone(), value: Value::Text(name.clone()) };
                Value::Map(map.iter().map(|(name, value)| (key(name), inner(value))).collect())
            }
        };
        Self { span: span.clone(), value }
    }

    /// The value as the key of a mapping.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.value {
            Value::Text(text) | Value::Number(_, text) => text.clone(),
            Value::Bool(flag) => flag.to_string(),
            _ => "null".to_owned(),
        }
    }
}

/// Reads a whole document. An empty one is `None`. `from` is the byte at which the YAML begins in
/// the file and `to` the one behind it: front matter is only a part of its file.
pub fn parse(
    source: &Source,
    from: usize,
    to: usize,
    findings: &mut Vec<Diagnostic>,
) -> Option<Node> {
    let text = source.text.get(from..to)?;
    let mut builder = Builder { source, from, text, findings, stack: Vec::new(), root: None };
    for step in Parser::new_from_str(text) {
        match step {
            Ok((event, span)) => {
                if !builder.take(event, &span) {
                    return None;
                }
            }
            Err(error) => {
                builder.syntax(&error);
                return None;
            }
        }
    }
    builder.root
}

enum Open {
    List(Span, Vec<Node>),
    Map(Span, Vec<(Node, Node)>, Option<Node>),
}

struct Builder<'a> {
    source: &'a Source,
    from: usize,
    text: &'a str,
    findings: &'a mut Vec<Diagnostic>,
    stack: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    /// Takes one event; `false` when the document is beyond reading.
    fn take(&mut self, event: Event<'_>, at: &granit_parser::Span) -> bool {
        let span = self.span(at);
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                self.error("yaml.documents", "a second document begins here", &span).help =
                    Some("Keep one document per file: remove this `---`.".into());
                return false;
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.error("yaml.alias", "aliases (`*name`) are not part of the format", &span)
                    .help = Some("Write the value out, or put it in quotes if it is text.".into());
                self.put(Node { span, value: Value::Null });
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), &span);
                let value = self.scalar(&text, style, &span);
                let span = if style == ScalarStyle::Plain { self.first_line(span) } else { span };
                self.put(Node { span, value });
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), &span);
                self.stack.push(Open::List(span, Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.plain_only(anchor, tag.is_some(), &span);
                self.stack.push(Open::Map(span, Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&span),
            _ => {}
        }
        if self.stack.len() > MAX_DEPTH {
            let span = self.span(at);
            self.too_deep(&span);
            return false;
        }
        true
    }

    fn put(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, pending)) => match pending.take() {
                None => *pending = Some(node),
                Some(key) => {
                    let same = entries.iter().find(|(known, _)| known.key() == key.key());
                    if let Some((first, _)) = same {
                        let message = format!("the key `{}` appears twice", key.key());
                        let help = format!("It is already on line {}: keep one.", first.span.line);
                        self.findings.push(
                            Diagnostic::error("yaml.duplicate-key", message)
                                .at(&key.span)
                                .help(help),
                        );
                    } else {
                        if matches!(key.value, Value::Null | Value::List(_)) {
                            self.findings.push(odd_key(&key));
                        }
                        entries.push((key, node));
                    }
                }
            },
        }
    }

    fn close(&mut self, end: &Span) {
        let Some(open) = self.stack.pop() else { return };
        // What is written in block style ends with its last value; the parser notices only at the next
        // token, lines below.
        let block = end.start == end.end;
        let last = |node: Option<&Node>, span: Span| match node {
            Some(node) if block => until(span, &node.span),
            _ => until(span, end),
        };
        let node = match open {
            Open::List(span, items) => {
                Node { span: last(items.last(), span), value: Value::List(items) }
            }
            Open::Map(span, entries, _) => {
                let span = last(entries.last().map(|(_, value)| value), span);
                let value = match self.source.text.get(span.start..span.end) {
                    Some(text) if is_expression(text, &entries) => {
                        let edit = Edit::at(&span, format!("\"{text}\""));
                        let plain = !text.contains(['"', '\\', '\n']);
                        let finding =
                            self.error("yaml.key", "braces without quotes make a mapping", &span);
                        finding.help = Some(format!("Put the expression in quotes: \"{text}\"."));
                        finding.fix =
                            plain.then(|| Box::new(Fix::new("Put it in quotes", vec![edit])));
                        Value::Text(text.to_owned())
                    }
                    _ => {
                        let odd = entries.iter().map(|(key, _)| key);
                        let odd = odd.filter(|key| matches!(key.value, Value::Map(_)));
                        self.findings.extend(odd.map(odd_key));
                        Value::Map(entries)
                    }
                };
                Node { span, value }
            }
        };
        self.put(node);
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: &Span) -> Value {
        if style == ScalarStyle::DoubleQuoted
            && let Some(odd) =
                text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        {
            let message = format!(
                "the escape in these quotes stands for U+{:04X}, a control character",
                u32::from(odd)
            );
            self.error("yaml.escape", message, span).help = Some(
                "Write regular expressions in single quotes: '\\bword\\b'. There a backslash is a backslash.".into(),
            );
        }
        if style != ScalarStyle::Plain {
            return Value::Text(text.to_owned());
        }
        match text {
            "" | "null" | "~" | "Null" | "NULL" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ if is_other_boolean(text) => {
                let message = format!(
                    "`{text}` without quotes is a boolean to some readers of YAML and text to others"
                );
                self.error("yaml.boolean", message, span).help =
                    Some(format!("Write true or false, or \"{text}\" for the word."));
                Value::Text(text.to_owned())
            }
            _ => match number(text) {
                Some(number) => Value::Number(number, text.to_owned()),
                None => Value::Text(text.to_owned()),
            },
        }
    }

    /// The first line of text that goes over several without quotes: such text is not what is written
    /// there, byte for byte.
    fn first_line(&self, span: Span) -> Span {
        let text = self.source.text.get(span.start..span.end).unwrap_or_default();
        match text.find('\n') {
            Some(length) => Span { end: span.start + length, ..span },
            None => span,
        }
    }

    fn plain_only(&mut self, anchor: usize, tagged: bool, span: &Span) {
        let help = "Remove it, or put the value in quotes if it is text.";
        if anchor != 0 {
            let place = self.sign('&', span);
            let message = "anchors (`&name`) are not part of the format";
            self.error("yaml.anchor", message, &place).help = Some(help.into());
        }
        if tagged {
            let place = self.sign('!', span);
            let message = "tags (`!name`) are not part of the format";
            self.error("yaml.tag", message, &place).help = Some(help.into());
        }
    }

    /// The word that begins with `sign`, in front of a value on the same line. The parser tells the
    /// place of the value only.
    fn sign(&self, sign: char, value: &Span) -> Span {
        let before = self.source.text.get(..value.start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        match before.get(line..).and_then(|line| line.rfind(sign)) {
            Some(at) => {
                let word = before.get(line + at..).unwrap_or_default();
                let length = word.find(' ').unwrap_or(word.len());
                self.source.span(line + at, line + at + length)
            }
            None => value.clone(),
        }
    }

    /// The parser has a limit of its own, and may meet it before the first value is complete.
    fn too_deep(&mut self, span: &Span) {
        let message = format!("nested deeper than {MAX_DEPTH} levels");
        self.error("yaml.too-deep", message, span).help =
            Some("Close a bracket, or make what is nested a text.".into());
    }

    fn syntax(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or(self.text.len());
        let span = self.source.span(self.from + at, self.from + at + 1);
        let info = error.info();
        if info.contains("recursion limit") {
            return self.too_deep(&span);
        }
        let text = &self.source.text;
        let before = text.get(self.from..span.start).unwrap_or_default();
        let help = advice::advice(&info, before, text.get(span.start..).unwrap_or_default());
        self.error("yaml.syntax", format!("this is not YAML: {info}"), &span).help = Some(help);
    }

    fn error(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        span: &Span,
    ) -> &mut Diagnostic {
        self.findings.push(Diagnostic::error(code, message).at(span));
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    fn span(&self, at: &granit_parser::Span) -> Span {
        let start = at.start.byte_offset().unwrap_or(0);
        let end = at.end.byte_offset().unwrap_or(start);
        // The parser counts lines from 1 and columns from 0, and is right about both: counting them
        // again for every value would make reading quadratic.
        let lines_before = self.source.text[..self.from].matches('\n').count();
        Span {
            file: self.source.file.clone(),
            start: self.from + start,
            end: self.from + end.max(start),
            line: lines_before + at.start.line(),
            column: at.start.col() + 1,
        }
    }
}

fn until(start: Span, end: &Span) -> Span {
    Span { end: end.end.max(start.end), ..start }
}

fn odd_key(key: &Node) -> Diagnostic {
    Diagnostic::error("yaml.key", format!("{} cannot be a key", key.kind()))
        .at(&key.span)
        .help("A key is a word.")
}

/// Whether a mapping is an expression that lost its quotes: `{{ x }}` reads as a mapping whose only
/// key is a mapping.
fn is_expression(text: &str, entries: &[(Node, Node)]) -> bool {
    text.starts_with("{{") && matches!(entries, [(_, value)] if value.value == Value::Null)
}

fn is_other_boolean(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(lower.as_str(), "yes" | "no" | "on" | "off" | "y" | "n" | "true" | "false")
}

/// Decimal numbers as JSON writes them; everything else that looks like a number is text.
fn number(text: &str) -> Option<Number> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let leading_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if leading_zero || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    serde_json::from_str(text).ok()
}

#[cfg(test)]
#[path = "yaml_tests.rs"]
mod tests;
