//! Remedies that can be applied as they stand.
//!
//! Owns what is to be written where, in the file of the finding. A fix is there only where a mistake
//! has one clear remedy: where two are as good, the words of `help` say so and the author decides. It
//! must never read or write a file; who has the text applies it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diagnostic::Span;

/// One remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fix {
    /// What it does, in a few words: the label of a button.
    pub title: String,
    /// What changes in the file of the finding: in order, and none over another.
    pub edits: Vec<Edit>,
}

/// Some bytes of a file, and what stands in their place then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Edit {
    /// First byte.
    pub start: usize,
    /// Byte just behind the last; where it is `start`, text is put in.
    pub end: usize,
    /// What is written there; nothing takes the bytes out.
    pub text: String,
}

impl Edit {
    /// Writes `text` in place of what stands at `span`.
    #[must_use]
    pub fn at(span: &Span, text: impl Into<String>) -> Self {
        Self { start: span.start, end: span.end, text: text.into() }
    }
}

impl Fix {
    /// A remedy of several edits; those that stand twice are made once.
    #[must_use]
    pub fn new(title: impl Into<String>, mut edits: Vec<Edit>) -> Self {
        edits.sort();
        edits.dedup();
        Self { title: title.into(), edits }
    }

    /// Writes another word in place of one.
    #[must_use]
    pub fn write(span: &Span, word: &str) -> Self {
        Self::new(format!("Write `{word}`"), vec![Edit::at(span, word)])
    }

    /// The text with the remedy applied; none where it does not fit, because the text is another by
    /// now.
    #[must_use]
    pub fn applied(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for edit in &self.edits {
            out.push_str(text.get(at..edit.start)?);
            out.push_str(&edit.text);
            text.get(edit.start..edit.end)?;
            at = edit.end;
        }
        out.push_str(text.get(at..)?);
        Some(out)
    }
}

/// The place of a word in the span of the text that it is, which may stand in quotes. None where it is
/// written in another way, with escapes for example: what stands there is not known then.
pub(super) fn place_of(word: &str, span: &Span) -> Option<Span> {
    let quotes = (span.end - span.start).checked_sub(word.len())?;
    let is_word = !word.is_empty() && !word.contains(|c: char| c.is_whitespace() || is_sign(c));
    let inner = |by: usize| Span {
        start: span.start + by,
        end: span.end - by,
        column: span.column + by,
        ..span.clone()
    };
    match quotes {
        0 if is_word => Some(inner(0)),
        2 if is_word => Some(inner(1)),
        _ => None,
    }
}

/// Whether a word means itself wherever text can stand, with quotes and without.
pub(super) fn is_plain(word: &str) -> bool {
    let taken = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && word.chars().all(|c| c.is_alphanumeric() || "_-./".contains(c))
        && !taken.contains(&word.to_lowercase().as_str())
}

fn is_sign(c: char) -> bool {
    matches!(c, '"' | '\'' | '\\')
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_fix_is_applied_to_the_text_that_it_was_made_for() {
        let edit = |start, end, text: &str| Edit { start, end, text: text.to_owned() };
        let fix = Fix::new("x", vec![edit(4, 6, "é"), edit(0, 0, "> "), edit(4, 6, "é")]);
        assert_eq!(fix.applied("one two").as_deref(), Some("> one éo"));
        assert_eq!(fix.applied("one"), None);
        assert_eq!(fix.applied("one é"), Some("> one é".to_owned()));
        assert_eq!(fix.applied("oneé two"), None);
    }

    #[test]
    fn a_word_is_found_in_its_quotes() {
        let file: Arc<str> = "agent.yaml".into();
        let text = "a: word\nb: \"word\"\nc: \"w\\x6frd\"\n";
        let place = |start, end| place_of("word", &Span::in_text(&file, text, start, end));
        assert_eq!(place(3, 7), Some(Span::in_text(&file, text, 3, 7)));
        assert_eq!(place(11, 17), Some(Span::in_text(&file, text, 12, 16)));
        assert_eq!(place(21, 30), None);
        assert_eq!(place_of("", &Span::in_text(&file, text, 3, 3)), None);
    }
}
