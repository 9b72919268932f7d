//! Lays parts of an agent over the smallest one, and checks what comes of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::load::{self, AGENT_FILE};
use proem::agent::source::{RawFile, Source};
use proem::check;
use proem::diagnostic::{Diagnostic, any_error, arrange};
use proem::provider;

/// The smallest agent: what the examples of explanations and cases are laid over.
const SMALLEST: [(&str, &str); 2] = [
    (
        AGENT_FILE,
        "agent: demo\nmodel: {name: gpt-5.4}\ncore: [core/identity]\nlayers:\n  - {id: history, channel: history, shrink: oldest}\n  - {id: message, channel: user}\n",
    ),
    ("prompts/core/identity.md", "You are a guide at a museum.\n"),
];

/// Files by their path.
pub(crate) type Files = BTreeMap<String, String>;

/// The smallest agent with `parts` over it: a file replaces a file, a key of `agent.yaml` a key.
pub(crate) fn over_smallest(parts: &[(String, String)]) -> Files {
    let mut files: Files =
        SMALLEST.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    for (path, text) in parts {
        let laid = match files.get(path) {
            Some(below) if path == AGENT_FILE => lay(below, text),
            _ => text.clone(),
        };
        files.insert(path.clone(), laid);
    }
    files
}

/// The keys of the first level of `below` that `above` does not have, then `above`; where that has no
/// key, it stands alone.
fn lay(below: &str, above: &str) -> String {
    let key = |line: &str| {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        starts.then(|| line.split(':').next().unwrap_or_default().to_owned())
    };
    let taken: Vec<String> = above.lines().filter_map(key).collect();
    if taken.is_empty() {
        return above.to_owned();
    }
    let (mut out, mut kept) = (String::new(), true);
    for line in below.lines() {
        if let Some(key) = key(line) {
            kept = !taken.contains(&key);
        }
        if kept {
            let _ = writeln!(out, "{line}");
        }
    }
    out + above
}

/// Everything that is wrong with an agent's files, as `proem check` finds it, and the files as read.
pub(crate) fn findings(files: &Files) -> (Vec<Diagnostic>, Vec<Source>) {
    let raw = files
        .iter()
        .map(|(path, text)| RawFile { path: path.clone(), bytes: text.clone().into_bytes() });
    let folder = load::folder(raw.collect());
    let mut found = folder.findings;
    let Some(agent) = folder.agent else { return (found, folder.sources) };
    found.extend(provider::check(&agent));
    let whole = !any_error(&found);
    let more = match check::compile(agent, Arc::new(Table::of_files(folder.prompts))) {
        Ok((_, warnings)) => warnings,
        Err(findings) => findings,
    };
    found.extend(more.into_iter().filter(|finding| whole || finding.is_error()));
    arrange(&mut found);
    (found, folder.sources)
}

/// A finding as the cases write it: code, place, the text there, message, help, and what its fix does.
pub(crate) fn written(finding: &Diagnostic, sources: &[Source]) -> String {
    let severity = if finding.is_error() { "error" } else { "warning" };
    let mut out = format!("{severity}[{}]", finding.code);
    if let Some(span) = &finding.span {
        let _ = write!(out, " {}:{}:{}", span.file, span.line, span.column);
        let source = sources.iter().find(|source| source.file == span.file);
        let text = source.and_then(|source| source.text.get(span.start..span.end));
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let _ = write!(out, " ⟨{}⟩", text.replace('\n', "⏎"));
        }
    }
    let help = finding.help.as_deref().unwrap_or("(none)");
    let _ = write!(out, "\n  {}\n  help: {help}\n", finding.message);
    if let Some(fix) = &finding.fix {
        let span = finding.span.as_ref().unwrap();
        let text = &sources.iter().find(|source| source.file == span.file).unwrap().text;
        let shown = |text: &str| text.replace('\n', "⏎");
        let edits = fix.edits.iter().map(|edit| {
            let before = shown(&text[edit.start..edit.end]);
            format!("⟨{before}⟩→⟨{}⟩", shown(&edit.text))
        });
        let edits: Vec<String> = edits.collect();
        let _ = writeln!(out, "  fix: {}: {}", fix.title, edits.join(", "));
    }
    out
}
