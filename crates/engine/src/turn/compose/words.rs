//! The layers that the engine writes itself.
//!
//! Owns the wording of rules, actions, authority and answer contract. Rules are data: they are
//! screened here and rendered as untrusted text, and nothing that decides anything reads them. It must
//! never let a description or a rule stand as an instruction of the engine's own.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::Authority;
use crate::agent::call::AnswerKind;
use crate::text::origin::{Rendered, SourceId};
use crate::text::rules::{Verdict, screen};
use crate::turn::contract::Contract;
use crate::turn::contract::step_answer;
use crate::turn::origins::{self, ENGINE, Form, Origin, Origins};

/// What became of the user's rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Rules {
    /// Rules that stand in the payload.
    pub kept: Vec<String>,
    /// Rules that were dropped, and why.
    pub dropped: Vec<Dropped>,
    /// The source of the rules' text.
    #[serde(skip)]
    pub source: Option<SourceId>,
    /// Whether the call is isolated, and was not given any.
    #[serde(skip)]
    pub withheld: bool,
}

/// A rule that was dropped.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Dropped {
    /// The rule.
    pub rule: String,
    /// Why.
    pub reason: String,
}

/// Screens rules: what is a style preference is kept.
pub(crate) fn screened(given: &[String], origins: &mut Arc<Origins>) -> Rules {
    let mut report = Rules::default();
    for rule in given {
        match screen(rule) {
            Verdict::Keep { .. } => report.kept.push(rule.clone()),
            Verdict::Drop { reason } => {
                report.dropped.push(Dropped { rule: rule.clone(), reason: reason.to_string() });
            }
        }
    }
    if !report.kept.is_empty() {
        let rules = Origin::Context { name: "rules".into() };
        report.source = Some(origins::add(origins, rules, Form::Block));
    }
    report
}

/// Writes the rules that were kept.
pub(crate) fn rules(report: &Rules, out: &mut Rendered) {
    let source = report.source.unwrap_or(ENGINE);
    for (at, rule) in report.kept.iter().enumerate() {
        out.push(if at == 0 { "- " } else { "\n- " }, source, true);
        out.push(rule, source, false);
    }
}

/// Writes the allowed actions with their parameters.
pub(crate) fn actions(contract: &Contract, out: &mut Rendered, origins: &mut Arc<Origins>) {
    for action in &contract.actions {
        let name = format!("actions/{}", action.name);
        let source = origins::add(origins, Origin::Agent { name }, Form::Plain);
        if !out.text.is_empty() {
            out.push("\n", ENGINE, true);
        }
        out.push(&format!("- `{}`", action.name), ENGINE, true);
        if !action.description.is_empty() {
            out.push(": ", ENGINE, true);
            out.push(&action.description, source, true);
        }
        for (name, schema, required) in params(&action.params) {
            let need = if required { "" } else { ", optional" };
            out.push(&format!("\n  - `{name}` ({}{need})", kind(schema)), ENGINE, true);
            if let Some(text) = schema.get("description").and_then(Json::as_str) {
                out.push(": ", ENGINE, true);
                out.push(text, source, true);
            }
        }
    }
}

/// Writes the answer contract.
pub(crate) fn answer(contract: &Contract, out: &mut Rendered) {
    if contract.answer.kind == AnswerKind::Steps {
        step_answer::words(contract, out);
        return;
    }
    let text = match (contract.answer.kind, contract.answer.tools) {
        (AnswerKind::Text | AnswerKind::Steps, _) => {
            "Answer with the text that the user reads, and nothing else."
        }
        (AnswerKind::Actions, false) => {
            "Answer with one JSON object and nothing around it. `message` is the text that the user \
             reads. Each allowed action is a field of its name: give it an object with its parameters \
             to ask for the action, or null."
        }
        (AnswerKind::Actions, true) => {
            "Answer with one JSON object and nothing around it: `message` is the text that the user \
             reads. Ask for actions by calling their tools."
        }
        (AnswerKind::Verdict, _) => "Begin your answer with the verdict. The reason follows it.",
        (AnswerKind::Schema, _) => {
            "Answer with one JSON object of the given schema and nothing around it."
        }
    };
    out.push(text, ENGINE, true);
}

/// Writes the obedience hierarchy.
pub(crate) fn priority(authority: &[Authority], out: &mut Rendered, origins: &mut Arc<Origins>) {
    for (at, entry) in authority.iter().enumerate() {
        let name = format!("authority/{}", entry.name);
        let source = origins::add(origins, Origin::Agent { name }, Form::Plain);
        let gap = if at == 0 { "" } else { "\n" };
        out.push(&format!("{gap}{}. ", at + 1), ENGINE, true);
        out.push(&format!("{}: {}", entry.name, entry.meaning), source, true);
    }
}

fn params(schema: &Json) -> Vec<(&str, &Json, bool)> {
    let required = schema.get("required").and_then(Json::as_array);
    let is_required = |name: &str| {
        required.is_some_and(|list| list.iter().any(|item| item.as_str() == Some(name)))
    };
    let properties = schema.get("properties").and_then(Json::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(name, schema)| (name.as_str(), schema, is_required(name)))
        .collect()
}

/// The type of a parameter in words.
fn kind(schema: &Json) -> String {
    if let Some(values) = schema.get("enum").and_then(Json::as_array) {
        let words: Vec<String> = values.iter().map(ToString::to_string).collect();
        return format!("one of {}", words.join(", "));
    }
    match schema.get("type") {
        Some(Json::String(kind)) if kind == "array" => match schema.get("items") {
            Some(items) => format!("list of {}", kind_of_item(items)),
            None => "list".to_owned(),
        },
        Some(Json::String(kind)) => kind.clone(),
        _ => "any value".to_owned(),
    }
}

fn kind_of_item(schema: &Json) -> String {
    match schema.get("properties").and_then(Json::as_object) {
        Some(properties) => {
            let names: Vec<&str> = properties.keys().map(String::as_str).collect();
            format!("objects with {}", names.join(", "))
        }
        None => kind(schema),
    }
}
