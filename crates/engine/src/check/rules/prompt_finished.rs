//! A prompt is finished: nothing in it still waits to be filled in.
//!
//! The model reads a note to oneself as an instruction, and a placeholder as a name.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::facts::Facts;
use crate::check::reader;
use crate::diagnostic::Diagnostic;

/// What is left behind: notes, `[insert …]`, `<your name>`, `{name}`, filler text.
const PATTERN: &str = r"\b(?:T[O]DO|F[I]XME|TB[DC]|X[X]X)\b|(?i:\[(?:insert|your|fill in|placeholder|add your)\b[^\[\]\n]{0,60}\]|<(?:insert|your|placeholder)\b[^<>\n]{0,60}>|\blorem ipsum\b)|\{[a-z_][a-z0-9_.]*\}";

/// The pattern, compiled once: that takes longer than everything else that is done with an agent.
static LEFT: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(PATTERN).ok());

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(left) = LEFT.as_ref() else { return };
    for prompt in facts.versions.values().flatten() {
        let Some(body) = facts.agent.body(prompt) else { continue };
        let source = body.template.source();
        for literal in body.template.literals() {
            let text = source.get(literal.clone()).unwrap_or_default();
            for found in left.find_iter(text) {
                // `${name}` is a shell's, and `[your page](…)` a link.
                let before = text.get(..found.start()).is_some_and(|head| head.ends_with('$'));
                let behind = text.get(found.end()..).is_some_and(|rest| rest.starts_with('('));
                if before || behind {
                    continue;
                }
                let range = literal.start + found.start()..literal.start + found.end();
                let shown = found.as_str();
                let message = format!("`{shown}` looks like something that was to be filled in");
                let help = match shown.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                    Some(name) => format!("A value is printed with two braces: {{{{ {name} }}}}."),
                    None => "Fill it in, or remove it: the model reads it as it stands.".to_owned(),
                };
                let place = reader::inside(&prompt.body, &range);
                let finding = Diagnostic::warning("prompt.placeholder", message);
                findings.push(finding.at(&place).help(help));
            }
        }
    }
}
