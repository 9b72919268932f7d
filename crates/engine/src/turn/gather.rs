//! `gather`: the context keys that the selected prompts declare.
//!
//! Owns types, sources and defaults of values. A prompt
//! gets what it declares and nothing else. It must never fetch anything, and never fail on the first
//! missing key: all of them are told together.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::agent::context::{ContextKey, KeySource};
use crate::check::compiled::{Compiled, Key};
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Limits, Scope};
use crate::token::Tokenizer;
use crate::turn::choice::{Chosen, Selected};
use crate::turn::limit::limit;
use crate::turn::origins::{Origin, Origins};
use crate::turn::scope::NOWHERE;
use crate::turn::value::Got;

/// The values of a call.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// By key, in the order of names.
    pub values: BTreeMap<String, Got>,
}

/// Gathers the values. `fetched` is what the host brought, by key.
///
/// # Errors
/// All keys that are missing or have the wrong type.
pub(crate) fn gather(
    agent: &Compiled,
    selected: &Selected<'_>,
    view: &dyn Scope,
    fetched: &BTreeMap<String, Json>,
    config: &Json,
    tokenizer: Tokenizer,
    origins: &mut Origins,
) -> Result<Gathered, Vec<Diagnostic>> {
    let mut gathered = Gathered::default();
    let mut findings = Vec::new();
    for key in selected.declared(agent) {
        let Some(program) = agent.keys.get(&key.name) else {
            continue;
        };
        if selected.forbids(agent, key) {
            let message = format!("the call is not given the context key `{}`", key.name);
            let help = "Add it to the call's `context`, or take it out of the prompt.";
            findings.push(Diagnostic::error("call.context", message).at(&key.span).help(help));
            continue;
        }
        let asked = program.url.is_some() || program.query.is_some();
        let brought = fetched.get(&key.name).filter(|_| asked && !selected.withholds(agent, key));
        let found = match brought {
            Some(value) => Ok(Some(value.clone())),
            None => evaluate(program, view),
        };
        let (value, from) = match found {
            Err(finding) => {
                findings.push(finding.at(&key.span));
                continue;
            }
            Ok(Some(value)) if !value.is_null() => (value, source_of(key)),
            Ok(_) => match &key.default {
                Some(default) => (default.value.clone(), "default".to_owned()),
                None => {
                    findings.push(missing(key, selected));
                    continue;
                }
            },
        };
        if !key.key_type.admits(&value) {
            let message = format!(
                "the context key `{}` is {}, not {}",
                key.name,
                kind_of(&value),
                key.key_type.as_str()
            );
            let help = "Give a value of that type, or change the key's `type`.";
            findings.push(Diagnostic::error("context.type", message).at(&key.span).help(help));
            continue;
        }
        let context = || Origin::Context { name: key.name.clone() };
        let source = origins.add(context());
        let block = origins.add(context());
        let mut got = Got {
            value,
            display: None,
            source,
            block,
            trusted: key.trusted,
            from,
            stability: program.stability,
            cut: None,
        };
        if let Err(finding) = limit(&mut got, key, program, view, config, tokenizer) {
            findings.push(finding.at(&key.span));
            continue;
        }
        gathered.values.insert(key.name.clone(), got);
    }
    if findings.is_empty() { Ok(gathered) } else { Err(findings) }
}

fn evaluate(program: &Key, view: &dyn Scope) -> Result<Option<Json>, Diagnostic> {
    let Some(from) = &program.from else {
        return Ok(None);
    };
    match from.eval(view, NOWHERE, &Limits::DEFAULT) {
        Ok(value) => Ok(value.to_json()),
        Err(problem) if problem.code == "template.undefined" => Ok(None),
        Err(problem) => Err(reader::finding(&problem)),
    }
}

fn source_of(key: &ContextKey) -> String {
    match &key.source {
        KeySource::Expression(text) => text.value.clone(),
        KeySource::Http { .. } => "http".to_owned(),
    }
}

fn missing(key: &ContextKey, selected: &Selected<'_>) -> Diagnostic {
    let asks = |chosen: &&Chosen<'_>| {
        chosen.prompt.prompt().context.iter().any(|text| text.value == key.name)
    };
    let prompts: Vec<&str> = selected
        .layers
        .iter()
        .flat_map(|layer| &layer.prompts)
        .filter(asks)
        .map(|chosen| chosen.name.as_str())
        .collect();
    let message =
        format!("no value for the context key `{}` (needed by {})", key.name, prompts.join(", "));
    let help = match &key.source {
        KeySource::Expression(text) => format!("Give `{}`, or declare a `default`.", text.value),
        KeySource::Http { .. } => {
            "The host fetches it; declare a `default` for when it cannot.".to_owned()
        }
    };
    Diagnostic::error("context.missing", message).at(&key.span).help(help)
}

fn kind_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}
