//! A constant that is used is declared under `config`.
//!
//! A turn may lay its own values over the constants, so each of them has one to be laid over. What a
//! text asks for with `is defined` or `default` may be missing.

use serde_json::Value as Json;

use crate::check::facts::Facts;
use crate::check::reader::renamed;
use crate::check::texts::{of_agent, of_prompts};
use crate::diagnostic::{Diagnostic, nearest, suggestion};
use crate::text::template::{Name, Step};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for read in of_agent(facts).into_iter().chain(of_prompts(facts)) {
        let mut names = read.names();
        names.retain(|(name, _)| name.name == "config");
        let guarded: Vec<Vec<Step<'_>>> = names
            .iter()
            .filter(|(name, _)| name.guarded)
            .map(|(name, _)| name.path.clone())
            .collect();
        for (name, span) in names {
            if guarded.iter().any(|path| name.path.starts_with(path)) {
                continue;
            }
            let Some((word, known)) = undeclared(facts, &name) else { continue };
            let message = format!("`config` has no `{word}`");
            let help = suggestion(&word, known.iter().map(String::as_str))
                .filter(|help| help.starts_with("Did"))
                .unwrap_or_else(|| {
                    format!("Declare `{word}` under `config`, or write `| default(…)`.")
                });
            let near = nearest(&word, known.iter().map(String::as_str))
                .and_then(|near| near.rsplit('.').next())
                .and_then(|near| renamed(&name, &span, word.split('.').count(), near));
            let finding = Diagnostic::error("config.unknown", message).at(&span);
            findings.push(finding.help(help).fix(near));
        }
    }
}

/// The part of the path that is not there, with the parts before it, and what stands beside it.
fn undeclared(facts: &Facts<'_>, name: &Name<'_>) -> Option<(String, Vec<String>)> {
    let mut here = &facts.agent.agent.config;
    let mut walked: Vec<&str> = Vec::new();
    for step in &name.path {
        let Step::Key(key) = step else { return None };
        let found = here.get(*key);
        let beside = || {
            let full = |sibling: &String| {
                walked.iter().copied().chain([sibling.as_str()]).collect::<Vec<_>>().join(".")
            };
            here.keys().map(full).collect()
        };
        match found {
            None => {
                let beside = beside();
                walked.push(key);
                return Some((walked.join("."), beside));
            }
            Some(Json::Object(below)) => here = below,
            Some(_) => return None,
        }
        walked.push(key);
    }
    None
}
