//! What is wrong, where, and what to do about it.
//!
//! Owns the one form in which every mistake of a user is told: the command line, the HTTP problem
//! document and the editor print the same list. It must never decide what a mistake is (that is the
//! business of the module that finds it) and never stop at the first one.

mod fix;

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

pub use fix::{Edit, Fix};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Works, but probably not as meant.
    Warning,
    /// Cannot be used until it is mended.
    Error,
}

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// Path of the file, relative to the agent's folder, with `/` between its parts.
    pub file: Arc<str>,
    /// First byte.
    pub start: usize,
    /// Byte just behind the last.
    pub end: usize,
    /// Line of the first byte, counted from 1.
    pub line: usize,
    /// Column of the first byte in characters, counted from 1.
    pub column: usize,
}

impl Span {
    /// The place of the bytes `start..end` of `text`, which is the whole content of `file`.
    /// Offsets beyond the text are moved back to its end.
    #[must_use]
    pub fn in_text(file: &Arc<str>, text: &str, start: usize, end: usize) -> Self {
        let start = floor_boundary(text, start);
        let end = floor_boundary(text, end).max(start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            file: Arc::clone(file),
            start,
            end,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The very beginning of `file`: for what is wrong with a file as a whole.
    #[must_use]
    pub fn of_file(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), start: 0, end: 0, line: 1, column: 1 }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Diagnostic {
    /// Stable name of the kind of finding, such as `agent.unknown-key`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is, when it is in a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// Where it is in a turn's input or another JSON document, as a JSON pointer (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// A remedy that can be applied as it stands, where there is one that is clearly meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Box<Fix>>,
}

impl Diagnostic {
    /// An error without a place.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            span: None,
            pointer: None,
            message: message.into(),
            help: None,
            fix: None,
        }
    }

    /// A warning without a place.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// The same finding at a place in a file.
    #[must_use]
    pub fn at(mut self, span: &Span) -> Self {
        self.span = Some(span.clone());
        self
    }

    /// The same finding at a place in a JSON document.
    #[must_use]
    pub fn pointing(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    /// The same finding with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding with a remedy, where there is one.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into().map(Box::new);
        self
    }

    /// The same finding with the advice for a word that is not known: the nearest of those that are.
    /// Where the finding is at the word itself, it can be written there.
    #[must_use]
    pub fn slip<'a>(mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let near = nearest(word, known.iter().copied()).filter(|near| fix::is_plain(near));
        let place = self.span.as_ref().and_then(|span| fix::place_of(word, span));
        self.fix = near.zip(place).map(|(near, place)| Box::new(Fix::write(&place, near)));
        self.help = suggestion(word, known);
        self
    }

    /// The same finding without its remedy where the word that it would write is there already.
    #[must_use]
    pub fn unless(mut self, there: impl Fn(&str) -> bool) -> Self {
        self.fix = self.fix.filter(|fix| !fix.edits.iter().any(|edit| there(&edit.text)));
        self
    }

    /// The same finding with advice, where it has none yet.
    #[must_use]
    pub fn or_help(mut self, help: impl Into<String>) -> Self {
        self.help.get_or_insert_with(|| help.into());
        self
    }

    /// Whether this keeps an agent from being used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Whether any of the findings is an error.
#[must_use]
pub fn any_error(findings: &[Diagnostic]) -> bool {
    findings.iter().any(Diagnostic::is_error)
}

/// Puts findings in the order in which a person reads: by file, place, then code. Findings that
/// several rules made in the same words appear once.
pub fn arrange(findings: &mut Vec<Diagnostic>) {
    let key = |finding: &Diagnostic| {
        let place = finding.span.as_ref().map(|span| (Arc::clone(&span.file), span.start));
        (place, finding.code, finding.message.clone())
    };
    findings.sort_by_key(key);
    findings.dedup();
}

/// The known word nearest to `word`, if one is near enough to be a slip of the finger.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// `Did you mean "x"?`, or the list of what is known when nothing is near and the list is short.
#[must_use]
pub fn suggestion<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(word, known.iter().copied()) {
        return Some(format!("Did you mean `{near}`?"));
    }
    if known.is_empty() || known.len() > 24 {
        return None;
    }
    Some(format!("Known here: {}.", known.join(", ")))
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_counts_lines_and_characters() {
        let file: Arc<str> = "agent.yaml".into();
        let span = Span::in_text(&file, "a: 1\nbé: x\n", 10, 11);
        assert_eq!((span.line, span.column), (2, 5));
        let beyond = Span::in_text(&file, "é", 1, 99);
        assert_eq!((beyond.start, beyond.end, beyond.column), (0, 2, 1));
    }

    #[test]
    fn a_slip_gets_a_suggestion_and_a_stranger_the_list() {
        let known = ["channel", "header"];
        assert_eq!(suggestion("chanel", known).as_deref(), Some("Did you mean `channel`?"));
        assert_eq!(suggestion("zzz", known).as_deref(), Some("Known here: channel, header."));
    }
}
