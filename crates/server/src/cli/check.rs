//! `proem check`: everything that is wrong with an agent.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::open::{Opening, open, tell};
use crate::cli::style::{Paint, paint};
use crate::cli::{End, json};

pub(super) fn run(dir: &Path, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let root = dir.display().to_string();
    match open(dir) {
        Opening::Agent(opened) if opened.warnings.is_empty() => {
            if as_json {
                json::findings(&[], out)?;
            } else {
                let agent = &opened.agent;
                let prompts = agent.catalog.all().len();
                let cases = opened.cases.len();
                let calls = agent.agent.calls.len();
                let fine = paint("fine", Paint::Green);
                let name = paint(&agent.agent.name, Paint::Bold);
                writeln!(
                    out,
                    "{name}: {fine} ({prompts} prompts, {calls} calls, {cases} cases)"
                )?;
            }
            Ok(End::Fine)
        }
        Opening::Agent(opened) => {
            tell(&opened.warnings, &opened.sources, &root, as_json, out)?;
            Ok(End::Fine)
        }
        Opening::Findings(findings, sources) => {
            tell(&findings, &sources, &root, as_json, out)?;
            Ok(End::Findings)
        }
        Opening::Unreadable(message) => {
            eprintln!("proem: {message}");
            Ok(End::Environment)
        }
    }
}
