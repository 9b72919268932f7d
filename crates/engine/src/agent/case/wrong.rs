//! What is wrong with a turn or an expectation, in our words and at its place.
//!
//! Owns the search for the smallest part of a value that its serde form refuses, and the translation
//! of what serde says. It must never decide what is right: that is the serde form's business.

use serde_json::{Value as Json, json};

use crate::agent::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, suggestion};

/// Whether a value is right: `Err` says why not.
type Trial<'t> = &'t dyn Fn(Json) -> Result<(), String>;

/// Adds a finding for each smallest part of `node` that `trial` refuses. `path` are the keys and
/// indices that lead to it, and `what` names the whole.
pub(super) fn tell(
    what: &str,
    path: &mut Vec<String>,
    node: &Node,
    trial: Trial<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    let Err(error) = trial(node.to_json()) else {
        return;
    };
    let before = findings.len();
    match &node.value {
        // A list can be meant here, so it is some of its items that are wrong.
        Value::List(items) if trial(json!([])).is_ok() => {
            for (at, item) in items.iter().enumerate() {
                path.push(at.to_string());
                tell(what, path, item, &|one| trial(json!([one])), findings);
                path.pop();
            }
        }
        Value::Map(entries) if lacks_at_most(&trial(json!({}))) => {
            for (key, value) in entries {
                let name = key.key();
                let alone = |one: Json| trial(json!({name.as_str(): one}));
                path.push(name.clone());
                match alone(value.to_json()) {
                    // The key stands alone here: that others are missing is no fault of its.
                    Err(lonely) if is_missing(&lonely, &error, entries, value) => {}
                    Err(odd) if is_unknown(&odd, &name) => {
                        findings.push(unknown(&odd, &owner(what, path), path).at(&key.span));
                    }
                    Err(_) => tell(what, path, value, &alone, findings),
                    Ok(()) => {}
                }
                path.pop();
            }
        }
        _ => {}
    }
    if findings.len() == before {
        findings.push(finding(&error, what, path, node).at(&node.span));
    }
}

fn finding(error: &str, what: &str, path: &[String], node: &Node) -> Diagnostic {
    let name = match path {
        [] => what.to_owned(),
        [.., last] if last.parse::<usize>().is_err() => format!("`{last}`"),
        _ => format!(
            "an item of `{}`",
            path.iter().rfind(|part| part.parse::<usize>().is_err()).map_or(what, String::as_str)
        ),
    };
    let mut quoted = error.split('`').skip(1).step_by(2);
    let (code, message, help) = if is_no_content(error) {
        (
            "format.type",
            format!("{name} is neither text nor a list of parts"),
            "A part is {type: text, text: …}; other types are image, file, tool_call and tool_result.".to_owned(),
        )
    } else if error.starts_with("missing field") {
        let field = quoted.next().unwrap_or_default();
        let help = format!("Add a line `{field}: …`.");
        ("format.missing-key", format!("{name} needs `{field}`"), help)
    } else if error.starts_with("unknown variant") {
        let odd = quoted.next().unwrap_or_default();
        let help = suggestion(odd, quoted).unwrap_or_default();
        ("format.choice", format!("`{odd}` is not a word that can stand here"), help)
    } else {
        let wanted = error.rsplit_once("expected ").map_or(error, |(_, wanted)| words(wanted));
        let message = format!("{name}: expected {wanted}, found {}", node.kind());
        ("format.type", message, format!("Write {wanted}, or leave the key out."))
    };
    Diagnostic::error(code, message).pointing(pointer(path)).help(help)
}

fn unknown(error: &str, owner: &str, path: &[String]) -> Diagnostic {
    let mut quoted = error.split('`').skip(1).step_by(2);
    let odd = quoted.next().unwrap_or_default();
    let help = suggestion(odd, quoted).unwrap_or_default();
    Diagnostic::error("format.unknown-key", format!("{owner} has no key `{odd}`"))
        .pointing(pointer(path))
        .help(help)
}

/// What holds the last key of a path.
fn owner(what: &str, path: &[String]) -> String {
    let holders = path.split_last().map_or(path, |(_, holders)| holders);
    match holders.iter().rfind(|part| part.parse::<usize>().is_err()) {
        Some(holder) if holders.last() == Some(holder) => format!("`{holder}`"),
        Some(holder) => format!("an item of `{holder}`"),
        None => what.to_owned(),
    }
}

/// Whether a mapping can be meant: one without keys is right, or only lacks some.
fn lacks_at_most(empty: &Result<(), String>) -> bool {
    match empty {
        Ok(()) => true,
        Err(error) => error.starts_with("missing field"),
    }
}

/// Whether a key alone is refused only because its neighbours are not with it: one of them is what is
/// missing, or it is missing from the whole as well.
fn is_missing(lonely: &str, whole: &str, entries: &[(Node, Node)], value: &Node) -> bool {
    let Some(rest) = lonely.strip_prefix("missing field `") else {
        return false;
    };
    let field = rest.split('`').next().unwrap_or_default();
    let neighbour = entries.iter().any(|(key, _)| key.key() == field);
    neighbour || (lonely == whole && !matches!(value.value, Value::List(_)))
}

fn is_unknown(error: &str, name: &str) -> bool {
    error.starts_with(&format!("unknown field `{name}`"))
}

/// Whether something is no content of a message.
fn is_no_content(error: &str) -> bool {
    error.contains("expected a text or a list of parts")
}

fn words(wanted: &str) -> &str {
    match wanted {
        "a map" => "a mapping",
        "a sequence" => "a list",
        "a string" | "string" => "text",
        "a boolean" => "true or false",
        "u32" => "a whole number",
        other => other.strip_prefix("struct ").map_or(other, |_| "a mapping"),
    }
}

fn pointer(path: &[String]) -> String {
    path.iter().map(|part| format!("/{}", part.replace('~', "~0").replace('/', "~1"))).collect()
}
