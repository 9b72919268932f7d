//! Scripts: the texts that a step says.
//!
//! Owns their names, their order and whether the wording is free. It must never choose one.

use crate::agent::decode::{Decoder, Text};
use crate::agent::name::is_identifier;
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Span};

/// The scripts with a meaning of their own, beside `retry`.
pub const KNOWN: [&str; 5] = ["entry", "next", "anchor", "closing", "sales_knowledge"];

/// A script.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    /// Its name; those of `retry` have their reason behind a dot.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// Whether the model may word it; else the text is copied.
    pub free: bool,
    /// The texts, in order of use.
    pub texts: Vec<Text>,
}

impl Script {
    /// Whether the engine says it by itself.
    #[must_use]
    pub fn is_said_by_engine(&self) -> bool {
        matches!(self.name.as_str(), "next" | "closing")
    }

    /// Whether it is there to be known, and never said.
    #[must_use]
    pub fn is_reference(&self) -> bool {
        self.name == "sales_knowledge"
    }

    /// Whether the model says it.
    #[must_use]
    pub fn is_for_model(&self) -> bool {
        !self.is_said_by_engine() && !self.is_reference()
    }
}

/// Reads scripts by name. A script without texts is none.
pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Vec<Script> {
    let mut scripts = Vec::new();
    for (name, body) in decoder.entries(node) {
        let key = name.key();
        if !is_identifier(&key) {
            let message = format!("`{key}` cannot be a script's name");
            let help = "Use letters, digits and `_`, beginning with a letter.";
            decoder.error_with("step.name", &name.span, message, help);
            continue;
        }
        match &body.value {
            Value::Map(reasons) if key == "retry" && !is_script(reasons) => {
                for (reason, body) in reasons {
                    if !is_identifier(&reason.key()) {
                        let message = format!("`{}` cannot be a reason", reason.key());
                        let help = "Name it by a word: `invalid`, `refused`.";
                        decoder.error_with("step.name", &reason.span, message, help);
                        continue;
                    }
                    let name = format!("{key}.{}", reason.key());
                    scripts.extend(decode_script(decoder, name, &reason.span, body));
                }
            }
            _ => scripts.extend(decode_script(decoder, key, &name.span, body)),
        }
    }
    scripts.retain(|script: &Script| !script.texts.is_empty());
    scripts
}

/// Whether a mapping is one script rather than scripts by reason.
fn is_script(entries: &[(Node, Node)]) -> bool {
    entries.iter().any(|(key, _)| ["texts", "mode"].contains(&key.key().as_str()))
}

fn decode_script(decoder: &mut Decoder, name: String, span: &Span, body: &Node) -> Option<Script> {
    let (free, texts) = match &body.value {
        Value::Map(_) => {
            let mut fields = decoder.fields(body, "a script")?;
            let modes = [("copy", false), ("free", true)];
            let mode = fields.get("mode").and_then(|node| decoder.choice(node, &modes));
            let texts = fields.need(decoder, "texts").map(|node| decoder.texts(node));
            fields.finish(decoder);
            (mode.unwrap_or(false), texts.unwrap_or_default())
        }
        _ => (false, decoder.texts(body)),
    };
    for text in texts.iter().filter(|text| text.value.trim().is_empty()) {
        let message = format!("a text of the script `{name}` is blank");
        decoder.error_with("step.script", &text.span, message, "Write it, or remove it.");
    }
    if free && ["entry", "next", "closing"].contains(&name.as_str()) {
        let message = format!("the engine says `{name}` by itself, and cannot word it freely");
        let help = "Write it as it is to be said; expressions may stand in it.";
        decoder.error_with("step.script", span, message, help);
    }
    for pair in texts.windows(2) {
        if let [before, text] = pair
            && is_torn(before, text)
        {
            let message = "a comma ends a text in a list in brackets: these are two texts";
            let help = "Put the whole text in quotes, or write one text to a line.";
            let finding = Diagnostic::warning("step.comma", message).at(&text.span);
            decoder.findings.push(finding.help(help));
        }
    }
    Some(Script { name, span: span.clone(), free, texts })
}

/// Whether two texts on one line read like one that a comma tore apart.
fn is_torn(before: &Text, text: &Text) -> bool {
    let bare = |text: &Text| text.span.end - text.span.start == text.value.len();
    before.span.line == text.span.line
        && bare(before)
        && bare(text)
        && before.value.ends_with(char::is_alphanumeric)
        && text.value.starts_with(char::is_lowercase)
}
