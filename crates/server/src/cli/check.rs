//! `proem check`: everything that is wrong with an agent.

use std::io::{self, Write};
use std::path::Path;

use proem::diagnostic::arrange;
use proem::provider::find;
use proem::survey::rules;

use crate::cli::open::{or_tell, tell};
use crate::cli::style::{Paint, paint};
use crate::cli::{End, json};

pub(super) fn run(dir: &Path, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let mut opened = match or_tell(dir, as_json, out)? {
        Ok(opened) => opened,
        Err(end) => return Ok(end),
    };
    // What needs turns to be run is looked at where there are turns: who has no cases yet is not told
    // that they test nothing.
    if !opened.cases.is_empty() {
        let more = rules::check(&opened.agent, &opened.cases, &opened.warnings, &find);
        opened.warnings.extend(more);
        arrange(&mut opened.warnings);
    }
    if !opened.warnings.is_empty() {
        let (warnings, sources) = (&opened.warnings, &opened.sources);
        tell(warnings, sources, &opened.root, as_json, out)?;
    } else if as_json {
        json::findings(&[], out)?;
    } else {
        let agent = &opened.agent;
        let fine = paint("fine", Paint::Green);
        let name = paint(&agent.agent.name, Paint::Bold);
        let counts = [
            count(agent.catalog.all().len(), "prompt"),
            count(agent.agent.calls.len(), "call"),
            count(opened.cases.len(), "case"),
        ];
        writeln!(out, "{name}: {fine} ({})", counts.join(", "))?;
    }
    Ok(End::Fine)
}

fn count(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
