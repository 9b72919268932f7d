//! From a document to a role.
//!
//! Owns the keys of a role and of its `prompt_config`. Everything that is wrong is told at once: an
//! editor, the command line and the 422 of the API show the same list. It must never fill in what is
//! missing.

use serde_json::{Map, Value as Json};

use crate::agent::call::Heads;
use crate::agent::decode::{Decoder, Located, Text};
use crate::agent::json;
use crate::agent::model::ModelSpec;
use crate::agent::name::{MAX_PART, is_word};
use crate::agent::prompt::hash;
use crate::agent::source::Source;
use crate::agent::yaml::Node;
use crate::diagnostic::{Diagnostic, Span, any_error, arrange, nearest};
use crate::role::folder::ROLE_FILE;
use crate::role::heads::{self, head};
use crate::role::memory;
use crate::role::read::{At, Reading};
use crate::role::variables;
use crate::role::{Mode, PromptConfig, Role};

/// What a role without a name is called.
const NAMELESS: &str = "role";

/// The most modes of a role.
const MAX_MODES: usize = 50;

/// The templates that steps use; the first three must be there.
const TASKS: [&str; 4] = ["ticket_task", "chat_task", "gate_eval", "cron_task"];

/// The keys of a `prompt_config`.
const CONFIG: [&str; 5] =
    ["system_prompt", "developer_prompt", "templates", "output_templates", "memory_profile"];

/// The keys of a role.
const ROLE: [&str; 6] = ["$schema", "name", "description", "model", "prompt_config", "modes"];

/// Reads a role from a file: an object with `prompt_config`, or a `prompt_config` by itself. The role
/// is there if no finding is an error.
#[must_use]
pub fn of_source(source: &Source) -> (Option<Role>, Vec<Diagnostic>) {
    let mut reading = Reading { source, findings: Vec::new() };
    let node = json::parse(source, &mut reading.findings);
    let role = node.and_then(|node| role(&mut reading, &node, &source.text));
    let mut findings = reading.findings;
    arrange(&mut findings);
    (role.filter(|_| !any_error(&findings)), findings)
}

/// Reads a role from JSON, as [`of_source`] does. Findings have pointers and no lines.
#[must_use]
pub fn of_json(json: &Json) -> (Option<Role>, Vec<Diagnostic>) {
    let (role, mut findings) = of_source(&Source::new(ROLE_FILE, &json.to_string()));
    for finding in &mut findings {
        finding.span = None;
    }
    (role, findings)
}

fn role(reading: &mut Reading<'_>, node: &Node, text: &str) -> Option<Role> {
    let at = At { node, pointer: String::new() };
    if !reading.is_object(&at) {
        return None;
    }
    let span = Span { end: node.span.start + 1, ..node.span.clone() };
    // A `prompt_config` by itself has none of a role's keys.
    if ROLE.iter().all(|key| at.get(key).is_none())
        && CONFIG.iter().any(|key| at.get(key).is_some())
    {
        return Some(Role {
            name: NAMELESS.to_owned(),
            description: String::new(),
            model: None,
            config: prompt_config(reading, &at)?,
            modes: Vec::new(),
            hash: hash(text),
            span,
        });
    }
    reading.only(&at, "a role", &ROLE);
    let name = reading.need(&at, "name", "a role").and_then(|at| {
        let name = reading.text(&at)?;
        if !is_word(&name.value) {
            let message = format!("`{}` cannot be a role's name", name.value);
            let help = "Use small letters, digits, `_` and `-`, beginning with a letter.";
            reading.tell(Diagnostic::error("agent.name", message), &at, help);
        }
        Some(name.value)
    });
    let description = reading.optional(&at, "description").map(|text| text.value);
    let model = at.get("model").and_then(|at| model(reading, &at));
    let config = reading.need(&at, "prompt_config", "a role");
    let config = config.and_then(|at| prompt_config(reading, &at));
    let modes = at.get("modes").map(|at| modes(reading, &at)).unwrap_or_default();
    Some(Role {
        name: name?,
        description: description.unwrap_or_default(),
        model,
        config: config?,
        modes,
        hash: hash(text),
        span,
    })
}

fn model(reading: &mut Reading<'_>, at: &At<'_>) -> Option<ModelSpec> {
    if !reading.is_object(at) {
        return None;
    }
    let mut decoder = Decoder::default();
    let spec = ModelSpec::decode_alone(&mut decoder, at.node);
    if spec.name.is_none() && decoder.findings.is_empty() {
        let finding = Diagnostic::error("model.name", "a model needs a `name`");
        let help = "Add its name as the provider knows it: \"name\": \"gpt-5.4\".";
        reading.tell(finding, at, help);
    }
    for mut finding in decoder.findings {
        let span = finding.span.take().unwrap_or_else(|| at.node.span.clone());
        let inner = at.entries().into_iter().find(|(key, value)| {
            key.span == span
                || (value.node.span.start <= span.start && span.end <= value.node.span.end)
        });
        let pointer = inner.map(|(_, value)| value.pointer);
        let help = finding.help.take().unwrap_or_default();
        reading.tell_at(finding, &span, pointer.unwrap_or_else(|| at.pointer.clone()), help);
    }
    Some(spec)
}

fn prompt_config(reading: &mut Reading<'_>, at: &At<'_>) -> Option<PromptConfig> {
    const WHAT: &str = "a prompt_config";
    if !reading.is_object(at) {
        return None;
    }
    reading.only(at, WHAT, &CONFIG);
    let system = reading.need(at, "system_prompt", WHAT).and_then(|at| {
        let text = reading.spoken(&at, "the system prompt")?;
        variables::check(reading, &text, &at.pointer, Some("the system prompt"));
        Some(text)
    });
    let developer = at.get("developer_prompt").and_then(|at| template(reading, &at));
    let templates = reading.need(at, "templates", WHAT).map(|at| templates(reading, &at));
    let outputs = reading.need(at, "output_templates", WHAT).and_then(|at| outputs(reading, &at));
    let memory = at.get("memory_profile").and_then(|at| memory::decode(reading, &at));
    let (agent_done, gate_pass, gate_fail) = outputs?;
    let heads =
        Heads { pass: head(&gate_pass.value).to_owned(), fail: head(&gate_fail.value).to_owned() };
    Some(PromptConfig {
        system_prompt: system?,
        developer_prompt: developer.filter(|text| !text.value.trim().is_empty()),
        templates: templates?,
        agent_done,
        gate_pass,
        gate_fail,
        heads,
        memory,
        given: match at.node.to_json() {
            Json::Object(given) => given,
            _ => Map::new(),
        },
    })
}

/// A text whose variables are right.
fn template(reading: &mut Reading<'_>, at: &At<'_>) -> Option<Text> {
    let text = reading.text(at)?;
    variables::check(reading, &text, &at.pointer, None);
    Some(text)
}

fn templates(reading: &mut Reading<'_>, at: &At<'_>) -> Vec<(String, Text)> {
    if !reading.is_object(at) {
        return Vec::new();
    }
    for key in TASKS.iter().take(3) {
        reading.need(at, key, "`templates`");
    }
    let mut found = Vec::new();
    for (key, at_value) in at.entries() {
        let name = key.key();
        let Some(text) = template(reading, &at_value) else { continue };
        let missing = TASKS.iter().copied().filter(|task| at.get(task).is_none());
        if let (false, Some(near)) = (TASKS.contains(&name.as_str()), nearest(&name, missing)) {
            let message = format!("`{name}` is kept, but no step uses it");
            let finding = Diagnostic::warning("role.template", message);
            let help = format!("Did you mean `{near}`?");
            reading.tell_at(finding, &key.span, at_value.pointer.clone(), help);
        }
        // An empty chat_task adds nothing to the message, and need not.
        if text.value.trim().is_empty() && name != "chat_task" {
            let message = format!("`{name}` says nothing");
            let finding = Diagnostic::warning("role.template", message);
            reading.tell(finding, &at_value, "Say what is to be done.");
        }
        found.push((name, text));
    }
    found
}

fn outputs(reading: &mut Reading<'_>, at: &At<'_>) -> Option<(Text, Text, Text)> {
    const KEYS: [&str; 3] = ["agent_done", "gate_pass", "gate_fail"];
    if !reading.is_object(at) {
        return None;
    }
    reading.only(at, "`output_templates`", &KEYS);
    let [done, pass, fail] = KEYS.map(|key| {
        let at = reading.need(at, key, "`output_templates`")?;
        let text = template(reading, &at)?;
        Some((at, text))
    });
    if let (Some((at_pass, pass)), Some((at_fail, fail))) = (&pass, &fail) {
        let heads =
            Heads { pass: head(&pass.value).to_owned(), fail: head(&fail.value).to_owned() };
        heads::check(reading, &heads, at_pass, at_fail);
    }
    Some((done?.1, pass?.1, fail?.1))
}

fn modes(reading: &mut Reading<'_>, at: &At<'_>) -> Vec<Mode> {
    if !reading.is_object(at) {
        return Vec::new();
    }
    let entries = at.entries();
    if entries.len() > MAX_MODES {
        let message = format!("the role has {} modes, at most {MAX_MODES}", entries.len());
        reading.tell(Diagnostic::error("role.limit", message), at, "Make a second role of some.");
    }
    let mut modes = Vec::new();
    for (key, at) in entries {
        let name = key.key();
        if !is_word(&name) || name.len() > MAX_PART {
            let message = format!("`{name}` cannot be a mode's name");
            let help = format!("Use small letters, digits, `_` and `-`, at most {MAX_PART}.");
            let finding = Diagnostic::error("role.mode", message);
            reading.tell_at(finding, &key.span, at.pointer.clone(), help);
        }
        if !reading.is_object(&at) {
            continue;
        }
        reading.only(&at, "a mode", &["description", "system_addon"]);
        let description = reading.optional(&at, "description").map(|text| text.value);
        let addon = reading.need(&at, "system_addon", "a mode").and_then(|at| {
            let text = reading.spoken(&at, "the addon")?;
            variables::check(reading, &text, &at.pointer, None);
            Some(text)
        });
        let description = description.unwrap_or_default();
        modes.extend(addon.map(|system_addon| Mode { name, description, system_addon }));
    }
    modes
}

/// A text that the engine wrote for the role, at the role's own place.
pub(super) fn at_role(role: &Role, text: String) -> Text {
    Located { value: text, span: role.span.clone() }
}
