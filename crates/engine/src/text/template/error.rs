//! What can be wrong with a template, and where.
//!
//! Owns the problem that callers see and the fault it is made from. A problem always points into
//! the source of the template; it never repeats a value, because values may be secret or hostile.

use std::fmt;
use std::ops::Range;

use super::ast::Span;

/// Something wrong with a template, found while reading or rendering it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A stable name, `template.…`, of the kind of problem.
    pub code: &'static str,
    /// The bytes of the source that the problem is about.
    pub range: Range<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do instead.
    pub help: Option<String>,
    /// What to write in place of which bytes, where that is all that there is to do.
    pub instead: Option<(Range<usize>, String)>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.code)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}

/// A problem that does not know its place yet: what filters and operators return.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    code: &'static str,
    message: String,
    help: Option<String>,
    /// What to write in place of which bytes; of the fault's own where they are not said.
    instead: Option<(Option<Span>, String)>,
    /// Set where the fault lies at a narrower place than whoever reports it knows.
    span: Option<Span>,
}

impl Fault {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Fault { code, message: message.into(), help: None, instead: None, span: None }
    }

    /// Adds what to do instead.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what to write in place of what the fault is about.
    pub(super) fn write(mut self, words: impl Into<String>) -> Self {
        self.instead = Some((None, words.into()));
        self
    }

    /// Adds what to write in place of what stands at `span`.
    pub(super) fn write_at(mut self, span: Span, words: impl Into<String>) -> Self {
        self.instead = Some((Some(span), words.into()));
        self
    }

    /// Fixes the place, whatever the reporter says.
    pub(super) fn within(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The problem, at `span` unless the fault knows its place better.
    pub(super) fn at(self, span: Span) -> Problem {
        let span = self.span.unwrap_or(span);
        let instead = |(at, words): (Option<Span>, String)| (at.unwrap_or(span).range(), words);
        Problem {
            code: self.code,
            range: span.range(),
            message: self.message,
            help: self.help,
            instead: self.instead.map(instead),
        }
    }
}
