//! The list of diagnostic codes in `docs/AGENT-FORMAT.md`, the codes in the sources of engine and
//! server, and the explanations of `check` are the same set.
#![expect(
    clippy::disallowed_methods,
    reason = "the sources and the document are files, and a test may read them"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use proem::check::explain::explanations;
use regex::Regex;

/// The heading under which the document lists the codes.
const HEADING: &str = "## Diagnostic codes";

#[test]
fn the_document_lists_every_code_once_and_no_others() {
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = BTreeMap::new();
    read(&crate_root.join("src"), &mut sources).unwrap();
    read(&crate_root.join("../server/src"), &mut sources).unwrap();
    let document = fs::read_to_string(crate_root.join("../../docs/AGENT-FORMAT.md")).unwrap();
    let used: BTreeSet<String> = sources.values().flat_map(|text| codes(text)).collect();
    let answers = fs::read_to_string(crate_root.join("../../docs/ANSWERS.md")).unwrap();
    let elsewhere = of_answers(&answers);
    let rows = listed(&document);
    let documented: BTreeSet<String> = rows.iter().cloned().collect();
    let missing = used.difference(&documented).filter(|code| !elsewhere.contains(*code));
    let missing: Vec<_> = missing.collect();
    let stale: Vec<_> = documented.difference(&used).collect();
    assert!(missing.is_empty(), "codes that the document does not list: {missing:?}");
    assert!(stale.is_empty(), "codes that no source uses: {stale:?}");
    assert_eq!(rows.len(), documented.len(), "a code is listed twice");
    assert!(used.len() > 100, "only {} codes were found in the sources", used.len());
}

#[test]
fn every_code_is_explained_in_the_words_of_the_document() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/AGENT-FORMAT.md");
    let document = fs::read_to_string(path).unwrap();
    let part = document.split(HEADING).nth(1).unwrap_or_default();
    let part = part.split("\n## ").next().unwrap_or_default();
    let rows: BTreeSet<String> =
        part.lines().filter(|line| line.starts_with("| `")).map(str::to_owned).collect();
    let explained: BTreeSet<String> = explanations()
        .map(|one| format!("| `{}` | {} | {} |", one.code, one.severity, one.summary))
        .collect();
    let missing: Vec<_> = rows.difference(&explained).collect();
    let stale: Vec<_> = explained.difference(&rows).collect();
    assert!(missing.is_empty(), "no section of check/explain/*.md says this: {missing:#?}");
    assert!(stale.is_empty(), "the document does not say this: {stale:#?}");
    assert_eq!(explanations().count(), rows.len(), "a code is explained twice");
}

#[test]
fn what_is_told_of_answers_is_what_their_document_lists() {
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = BTreeMap::new();
    read(&crate_root.join("src/turn/read"), &mut sources).unwrap();
    let document = fs::read_to_string(crate_root.join("../../docs/ANSWERS.md")).unwrap();
    let used: BTreeSet<String> = sources.values().flat_map(|text| codes(text)).collect();
    assert_eq!(used, of_answers(&document));
    let rows = document.lines().filter_map(answer_code);
    assert_eq!(rows.count(), used.len(), "a code is listed twice");
}

#[test]
fn what_the_service_tells_is_what_its_document_lists() {
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = BTreeMap::new();
    for folder in ["app", "http"] {
        read(&crate_root.join("../server/src").join(folder), &mut sources).unwrap();
    }
    // The names in traces are OpenTelemetry's.
    sources.retain(|name, _| !name.ends_with("/app/trace.rs"));
    let document = fs::read_to_string(crate_root.join("../../docs/HTTP.md")).unwrap();
    let agents = fs::read_to_string(crate_root.join("../../docs/AGENT-FORMAT.md")).unwrap();
    let elsewhere: BTreeSet<String> = listed(&agents).into_iter().collect();
    let used: BTreeSet<String> = sources.values().flat_map(|text| codes(text)).collect();
    let rows: Vec<_> = document.lines().filter_map(answer_code).collect();
    let told: BTreeSet<String> = rows.iter().map(|code| (*code).to_owned()).collect();
    let missing = used.difference(&told).filter(|code| !elsewhere.contains(*code));
    let missing: Vec<_> = missing.collect();
    let stale: Vec<_> = told.difference(&used).collect();
    assert!(missing.is_empty(), "codes that the document does not list: {missing:?}");
    assert!(stale.is_empty(), "codes that no source uses: {stale:?}");
    assert_eq!(rows.len(), told.len(), "a code is listed twice");
}

#[test]
fn codes_are_found_in_sources_and_rows() {
    let source = "f(\"a.b\"); g(\"yaml.too-deep\", \"agent.yaml\"); // \"x\"\n#[cfg(test)]\nmod t { \"c.d\" }";
    assert_eq!(codes(source), ["a.b", "yaml.too-deep"]);
    let document = format!(
        "| `a.b` | x |\n{HEADING}\n| `c.d` | e | f |\n### More\n| `g.h-i` | x |\n## Next\n| `j.k` |"
    );
    assert_eq!(listed(&document), ["c.d", "g.h-i"]);
}

/// The codes of a source: literals of their form, in what is not a test.
fn codes(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let Ok(form) = Regex::new(r#""([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)""#) else {
        return Vec::new();
    };
    let found = form.captures_iter(code).map(|found| found[1].to_owned());
    let is_file = |code: &str| {
        [".yaml", ".json", ".md", ".tsv", ".db", ".toml", ".css"]
            .iter()
            .any(|ending| code.ends_with(ending))
    };
    // So a provider names the events of its streams.
    let is_event = |code: &str| code.starts_with("response.");
    found.filter(|code| !is_file(code) && !is_event(code)).collect()
}

/// The codes that the document of answers lists.
fn of_answers(document: &str) -> BTreeSet<String> {
    document.lines().filter_map(answer_code).map(str::to_owned).collect()
}

fn answer_code(line: &str) -> Option<&str> {
    let (code, _) = line.strip_prefix("| `")?.split_once('`')?;
    code.contains('.').then_some(code)
}

/// The codes that the document lists, in its order.
fn listed(document: &str) -> Vec<String> {
    let part = document.split(HEADING).nth(1).unwrap_or_default();
    let part = part.split("\n## ").next().unwrap_or_default();
    let rows = part.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once('`')).map(|(code, _)| code.to_owned()).collect()
}

fn read(folder: &Path, found: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let name = path.display().to_string();
        if entry.file_type()?.is_dir() {
            // What is told of answers, and what the service tells, are no diagnostics of an agent: they have
            // documents of their own.
            let apart = ["/tests", "/turn/read", "/server/src/app", "/server/src/http"];
            if !apart.iter().any(|apart| name.ends_with(apart)) {
                read(&path, found)?;
            }
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
            found.insert(name, fs::read_to_string(&path)?);
        }
    }
    Ok(())
}
