//! The rules themselves, each a function from a source to findings.
//!
//! Must never look at literals or comments, except for the marks of unfinished work: prose may name
//! what code may not.

use crate::code::{code_only, line, paths, words};

/// The engine's modules in reading order. Each imports only those before it; `lib.rs` imports them
/// all.
const ORDER: [&str; 11] = [
    "diagnostic",
    "agent",
    "text",
    "token",
    "check",
    "turn",
    "provider",
    "role",
    "survey",
    "rehearsal",
    "schema",
];

/// Lines of one file, at most.
pub(crate) const LONGEST: usize = 600;

/// Lines of the median file, at most.
pub(crate) const MEDIAN: usize = 150;

/// Paths that no code of the engine may name: its host does these things. clippy.toml bans the
/// functions with their reasons; this finds an import too.
const DENIED_PATHS: [&str; 10] = [
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "std::sync::Mutex",
];

/// Words that must not stand in code.
const DENIED_WORDS: [&str; 8] =
    ["todo!", "unimplemented!", "dbg!", "unsafe", "async", "await", "static mut", "extern crate"];

/// One file, with its path below `src` in slashes.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The rules for every crate: length, opening, no unfinished work.
pub(crate) fn anywhere(source: &Source) -> Vec<String> {
    let Source { path, text } = source;
    let mut findings = Vec::new();
    let lines = text.lines().count();
    if lines > LONGEST {
        findings.push(format!("{path}: {lines} lines, at most {LONGEST}: split it by idea"));
    }
    if !text.starts_with("//!") {
        findings.push(format!("{path}: does not open with `//!`: say what it owns"));
    }
    for mark in ["TODO", "FIXME", "XXX"] {
        if let Some(at) = words(text, mark).next() {
            findings.push(format!("{path}:{}: {mark}", line(text, at)));
        }
    }
    findings
}

pub(crate) fn median_too_long(sources: &[Source]) -> Option<String> {
    let mut lengths: Vec<usize> =
        sources.iter().map(|source| source.text.lines().count()).collect();
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied()?;
    (median > MEDIAN)
        .then(|| format!("the median file has {median} lines, at most {MEDIAN}: split the largest"))
}

/// The rules for the engine: imports point upwards in the list only, and nothing reaches outside.
pub(crate) fn in_engine(source: &Source) -> Vec<String> {
    let code = code_only(&source.text);
    let path = &source.path;
    let mut findings = Vec::new();
    for (at, import) in paths(&code, "std") {
        if DENIED_PATHS.iter().any(|denied| starts_with_path(&import, denied)) {
            findings.push(format!("{path}:{}: `{import}`: the host does this", line(&code, at)));
        }
    }
    for word in DENIED_WORDS {
        for at in words(&code, word) {
            findings.push(format!("{path}:{}: `{word}`", line(&code, at)));
        }
    }
    findings.extend(upward(path, &code));
    findings
}

/// Imports against `ORDER`. A path through `super` counts where it climbs out of all modules.
fn upward(path: &str, code: &str) -> Vec<String> {
    if path == "lib.rs" {
        return Vec::new();
    }
    let modules: Vec<&str> =
        path.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").collect();
    let own = modules.first().copied().unwrap_or_default();
    let Some(place) = ORDER.iter().position(|module| *module == own) else {
        return vec![format!("{path}: `{own}` is not among the engine's modules {ORDER:?}")];
    };
    let mut imports = paths(code, "crate");
    for (at, import) in paths(code, "super") {
        let climbed = import.split("::").take_while(|part| *part == "super").count();
        let next = import.split("::").nth(climbed).unwrap_or_default();
        if climbed == modules.len() && ORDER.contains(&next) {
            imports.push((at, import));
        }
    }
    let mut findings = Vec::new();
    for (at, import) in imports {
        let line = line(code, at);
        let module =
            import.split("::").find(|part| !["crate", "super"].contains(part)).unwrap_or_default();
        match ORDER.iter().position(|known| *known == module) {
            Some(other) if other > place => findings.push(format!(
                "{path}:{line}: `{import}`: `{own}` stands before `{module}` and must not know it"
            )),
            Some(_) => {}
            None => findings.push(format!(
                "{path}:{line}: `{import}`: name the module it comes from, one of {ORDER:?}"
            )),
        }
    }
    findings
}

fn starts_with_path(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}
