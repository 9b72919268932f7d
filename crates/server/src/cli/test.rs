//! `proem test`: runs the cases of an agent.

use std::io::{self, Write};
use std::path::Path;

use proem::diagnostic::{Diagnostic, suggestion};
use proem::turn::Options;
use proem::turn::case::{Played, play};
use serde_json::{Value, json};

use crate::cli::open::{or_tell, tell};
use crate::cli::provider::finder_or_tell;
use crate::cli::style::{Paint, pad, paint};
use crate::cli::{End, json};

pub(super) fn run(
    dir: &Path,
    only: Option<&str>,
    provider: Option<&str>,
    as_json: bool,
    out: &mut dyn Write,
) -> io::Result<End> {
    let opened = match or_tell(dir, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    let find = match finder_or_tell(provider, as_json, out)? {
        Ok(find) => find,
        Err(end) => return Ok(end),
    };
    let cases: Vec<_> = opened
        .cases
        .iter()
        .filter(|case| only.is_none_or(|only| case.name.contains(only)))
        .collect();
    if cases.is_empty() {
        let finding = match only {
            None => Diagnostic::error("case.none", "this agent has no cases")
                .help("Write cases/NAME.yaml, with `turns` and what to `expect` of them."),
            Some(only) => {
                let names = opened.cases.iter().map(|case| case.name.as_str());
                let help = suggestion(only, names);
                let finding = Diagnostic::error(
                    "case.unknown",
                    format!("the name of no case contains `{only}`"),
                );
                finding.help(help.unwrap_or_else(|| "Without --case all are run.".into()))
            }
        };
        tell(&[finding], &[], &opened.root, as_json, out)?;
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
        if as_json {
            let turns: Vec<Value> =
                played.iter().map(|turn| json!({"failures": turn.failures})).collect();
            report.push(json!({"case": case.name, "passed": fine, "turns": turns}));
            continue;
        }
        let mark = if fine { paint("pass", Paint::Green) } else { paint("FAIL", Paint::Red) };
        writeln!(out, "{mark} {}  {}", pad(&case.name, width), paint(&case.title, Paint::Dim))?;
        for (at, turn) in played.iter().enumerate() {
            failures(at, turn, out)?;
        }
    }
    let passed = cases.len() - failed;
    if as_json {
        json::print(&json!({"cases": report, "passed": passed, "failed": failed}), out)?;
    } else {
        writeln!(out, "\n{passed} passed, {failed} failed")?;
    }
    Ok(if failed == 0 { End::Fine } else { End::Findings })
}

fn failures(at: usize, turn: &Played<'_>, out: &mut dyn Write) -> io::Result<()> {
    for failure in &turn.failures {
        writeln!(out, "     turn {}: {}", at + 1, paint(&failure.what, Paint::Bold))?;
        writeln!(out, "       expected  {}", paint(&failure.expected, Paint::Green))?;
        writeln!(out, "       found     {}", paint(&failure.found, Paint::Red))?;
    }
    Ok(())
}
