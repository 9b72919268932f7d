//! Opens an agent's folder for a command.
//!
//! Owns the step that most commands begin with: read, check, compile, or tell what is wrong.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use proem::agent::case::Case;
use proem::agent::catalog::Table;
use proem::agent::source::Source;
use proem::check::compiled::Compiled;
use proem::diagnostic::{Diagnostic, any_error, arrange};

use crate::catalog::folder;
use crate::cli::style::{Paint, columns, paint};
use crate::cli::{End, complain, draw, json};
use crate::machine::reason;

/// An agent that can be used.
pub(crate) struct Opened {
    /// The agent.
    pub agent: Compiled,
    /// Its cases.
    pub cases: Vec<Case>,
    /// Its files, for showing places.
    pub sources: Vec<Source>,
    /// The folder as it was named.
    pub root: String,
    /// What is worth knowing about it.
    pub warnings: Vec<Diagnostic>,
}

/// What came of opening.
pub(crate) enum Opening {
    /// The agent.
    Agent(Box<Opened>),
    /// Why there is none: everything that is wrong.
    Findings(Vec<Diagnostic>, Vec<Source>),
    /// The folder cannot be read.
    Unreadable(String),
}

/// Reads and compiles the agent of a folder.
pub(crate) fn open(dir: &Path) -> Opening {
    let found = match folder::read(dir) {
        Ok(found) => found,
        Err(error) => {
            return Opening::Unreadable(format!(
                "the folder {} cannot be read: {}",
                dir.display(),
                reason(&error)
            ));
        }
    };
    let mut findings = found.findings;
    let Some(agent) = found.agent else {
        return Opening::Findings(findings, found.sources);
    };
    findings.extend(proem::provider::check(&agent));
    // What nobody uses is known only when everything could be read.
    let whole = !any_error(&findings);
    let worth = |finding: &Diagnostic| whole || finding.is_error();
    match proem::check::compile(agent, Arc::new(Table::of_files(found.prompts))) {
        Ok((agent, more)) => {
            findings.extend(more.into_iter().filter(worth));
            arrange(&mut findings);
            if any_error(&findings) {
                return Opening::Findings(findings, found.sources);
            }
            Opening::Agent(Box::new(Opened {
                agent,
                cases: found.cases,
                sources: found.sources,
                root: dir.display().to_string(),
                warnings: findings,
            }))
        }
        Err(more) => {
            findings.extend(more.into_iter().filter(worth));
            arrange(&mut findings);
            Opening::Findings(findings, found.sources)
        }
    }
}

/// Opens an agent, or prints why not.
pub(crate) fn or_tell(
    dir: &Path,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<Result<Box<Opened>, End>> {
    match open(dir) {
        Opening::Agent(opened) => Ok(Ok(opened)),
        Opening::Findings(findings, sources) => {
            tell(&findings, &sources, &dir.display().to_string(), as_json, out)?;
            Ok(Err(End::Findings))
        }
        Opening::Unreadable(message) => {
            unreadable("folder.unreadable", &message, as_json, out)?;
            Ok(Err(End::Environment))
        }
    }
}

/// Says that the machine does not let something be read, in the form that was asked for.
pub(crate) fn unreadable(
    code: &'static str,
    message: &str,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !as_json {
        complain(message);
        return Ok(());
    }
    let help = "Check the path, and the permissions of what it names.";
    json::findings(&[Diagnostic::error(code, message).help(help)], out)
}

/// Prints findings in the form that was asked for.
pub(crate) fn tell(
    findings: &[Diagnostic],
    sources: &[Source],
    root: &str,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    if as_json {
        return json::findings(findings, out);
    }
    draw::findings(findings, sources, root, out)?;
    writeln!(out, "{}", draw::summary(findings))?;
    // Whoever reads the output with a program knows the codes.
    match findings.first().filter(|_| columns().is_some()) {
        Some(first) => {
            let hint = format!("proem check --explain {} tells more", first.code);
            writeln!(out, "{}", paint(&hint, Paint::Dim))
        }
        None => Ok(()),
    }
}
