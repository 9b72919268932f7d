//! `proem test`: runs the cases of an agent.
//!
//! Owns how what was expected and what came are shown side by side. It must never bend an expectation.

use std::io::{self, Write};
use std::path::Path;

use proem::agent::case::Case;
use proem::diagnostic::{Diagnostic, suggestion};
use proem::turn::Options;
use proem::turn::case::{Failure, Played, play};
use serde_json::{Value, json};

use crate::cli::open::{Opened, or_tell, tell};
use crate::cli::provider::finder_or_tell;
use crate::cli::style::{Paint, pad, paint, printable};
use crate::cli::{End, difference, json, outcome};

/// What is run, and how it is told.
pub(super) struct How<'h> {
    /// Only cases whose name contains this.
    pub only: Option<&'h str>,
    pub as_json: bool,
    /// Whether what came is told where it was expected too.
    pub verbose: bool,
}

pub(super) fn run(
    dir: &Path,
    provider: Option<&str>,
    how: &How<'_>,
    out: &mut dyn Write,
) -> io::Result<End> {
    let opened = match or_tell(dir, how.as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let find = match finder_or_tell(provider, how.as_json, out)? {
        Ok(find) => find,
        Err(end) => return Ok(end),
    };
    let wanted = |case: &&Case| how.only.is_none_or(|only| case.name.contains(only));
    let cases: Vec<&Case> = opened.cases.iter().filter(wanted).collect();
    if cases.is_empty() {
        tell(&[no_cases(&opened, how.only)], &[], &opened.root, how.as_json, out)?;
        return Ok(End::Findings);
    }
    let width = cases.iter().map(|case| case.name.len()).max().unwrap_or_default();
    let mut failed = 0;
    let mut report = Vec::new();
    for case in &cases {
        let last = case.turns.len().saturating_sub(1);
        let played = play(&opened.agent, case, last, &Options::default(), &find);
        let fine = played.iter().all(|turn| turn.failures.is_empty());
        failed += usize::from(!fine);
        if how.as_json {
            let turns: Vec<Value> = played.iter().map(|turn| reported(turn, how.verbose)).collect();
            report.push(json!({"case": case.name, "passed": fine, "turns": turns}));
            continue;
        }
        let mark = if fine { paint("pass", Paint::Green) } else { paint("FAIL", Paint::Red) };
        writeln!(out, "{mark} {}  {}", pad(&case.name, width), paint(&case.title, Paint::Dim))?;
        for (at, turn) in played.iter().enumerate() {
            show(at, turn, &opened, how.verbose, out)?;
        }
    }
    let passed = cases.len() - failed;
    if how.as_json {
        json::print(&json!({"cases": report, "passed": passed, "failed": failed}), out)?;
    } else {
        writeln!(out, "\n{passed} passed, {failed} failed")?;
    }
    Ok(if failed == 0 { End::Fine } else { End::Findings })
}

fn no_cases(opened: &Opened, only: Option<&str>) -> Diagnostic {
    let Some(only) = only else {
        return Diagnostic::error("case.none", "this agent has no cases")
            .help("Write cases/NAME.yaml, with `turns` and what to `expect` of them.");
    };
    let names = opened.cases.iter().map(|case| case.name.as_str());
    let help = suggestion(only, names);
    let finding =
        Diagnostic::error("case.unknown", format!("the name of no case contains `{only}`"));
    finding.help(help.unwrap_or_else(|| "Without --case all are run.".into()))
}

fn reported(turn: &Played<'_>, verbose: bool) -> Value {
    let mut reported = json!({"failures": turn.failures});
    if let (true, Some(outcome)) = (verbose, &turn.outcome) {
        reported["outcome"] = json!(outcome);
    }
    reported
}

fn show(
    at: usize,
    turn: &Played<'_>,
    opened: &Opened,
    verbose: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !turn.failures.is_empty() || verbose {
        let message = turn.input.message.as_ref().map(|message| message.text().replace('\n', " "));
        let message = message.map(|text| format!("  {}", printable(&text))).unwrap_or_default();
        writeln!(out, "     turn {}{}", at + 1, paint(&message, Paint::Dim))?;
    }
    turn.failures.iter().try_for_each(|failure| differs(failure, out))?;
    if let (true, Some(outcome)) = (verbose, &turn.outcome) {
        let mut before = opened.agent.agent.initial_state();
        before.extend(turn.input.state.clone());
        let mut text = Vec::new();
        outcome::show(outcome, &before, &mut text)?;
        for line in String::from_utf8_lossy(&text).lines() {
            writeln!(out, "       {line}")?;
        }
    }
    Ok(())
}

/// What was expected and what came; texts of several lines are compared line by line.
fn differs(failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
    let Failure { what, expected, found } = failure;
    writeln!(out, "       {}", paint(what, Paint::Bold))?;
    if expected.contains('\n') || found.contains('\n') {
        writeln!(out, "         {}", paint("- expected  + found", Paint::Dim))?;
        return difference::lines(expected, found, "         ", out);
    }
    writeln!(out, "         expected  {}", paint(&printable(expected), Paint::Green))?;
    writeln!(out, "         found     {}", paint(&printable(found), Paint::Red))
}
