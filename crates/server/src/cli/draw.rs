//! Draws findings with their places.
//!
//! Owns the picture: the line, the carets, the code and the help. It must never change, sort or leave
//! out a finding.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use proem::agent::load::AGENT_FILE;
use proem::agent::source::Source;
use proem::diagnostic::{Diagnostic, Severity};
use proem::role::folder::ROLE_FILE;

use crate::cli::style::is_coloured;

/// Draws findings, each with its lines from `sources`. `root` is put before the names of files, so that
/// a terminal can open them.
pub(crate) fn findings(
    findings: &[Diagnostic],
    sources: &[Source],
    root: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = if is_coloured() { Renderer::styled() } else { Renderer::plain() };
    for finding in findings {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let message = printable(&finding.message);
        let title = level.primary_title(message).id(finding.code);
        let span = finding.span.as_ref();
        let source = span.and_then(|span| sources.iter().find(|source| source.file == span.file));
        let mut group = match (span, source) {
            // The beginning of a file stands for the file as a whole: its first line shows nothing.
            (Some(span), Some(source)) if span.end > 0 => {
                let path = place(root, &span.file);
                let end = span.end.clamp(span.start, source.text.len());
                let snippet = Snippet::source(&*source.text)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(span.start.min(end)..end));
                title.element(snippet)
            }
            (Some(span), _) => {
                let origin = Origin::path(place(root, &span.file));
                title.element(match span.start {
                    0 => origin,
                    _ => origin.line(span.line).char_column(span.column),
                })
            }
            _ => Group::with_title(title),
        };
        if let (Some(pointer), None) = (&finding.pointer, span) {
            group = group.element(Level::NOTE.message(format!("at {pointer} of the turn's input")));
        }
        if let Some(help) = finding.help.as_ref().filter(|help| !help.is_empty()) {
            group = group.element(Level::HELP.message(printable(help)));
        }
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

/// Text of a file must not steer a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// Files of the agent are told with its folder; others, such as a turn's, have their own path.
fn place(root: &str, file: &str) -> String {
    let first = file.split('/').next().unwrap_or_default();
    let owned = [AGENT_FILE, ROLE_FILE, "prompts", "cases"].contains(&first);
    if !owned || root.is_empty() || root == "." {
        return file.to_owned();
    }
    format!("{}/{file}", root.trim_end_matches('/'))
}

/// `2 errors, 1 warning`.
pub(crate) fn summary(findings: &[Diagnostic]) -> String {
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let warnings = findings.len() - errors;
    let count =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    match (errors, warnings) {
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}
