//! `gather`: the context keys that the selected prompts declare.
//!
//! Owns types, limits, filters and defaults of values, and what must be asked of the host. A prompt
//! gets what it declares and nothing else. It must never fetch anything, and never fail on the first
//! missing key: all of them are told together.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use crate::agent::context::{ContextKey, KeySource, KeyType};
use crate::check::compiled::{Compiled, Key};
use crate::check::reader;
use crate::check::stability::Stability;
use crate::diagnostic::Diagnostic;
use crate::text::origin::SourceId;
use crate::text::template::{Limits, Scope};
use crate::token::Tokenizer;
use crate::turn::cut;
use crate::turn::display::display;
use crate::turn::origins::{Origin, Origins};
use crate::turn::scope::{NOWHERE, With};
use crate::turn::select::Selected;

/// What the host is asked to fetch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum Request {
    /// A page.
    Http {
        /// The key that it is for.
        key: String,
        /// The address.
        url: String,
        /// How long to wait, in milliseconds.
        timeout_ms: u32,
    },
    /// A search in memory.
    Memory {
        /// The key that it is for.
        key: String,
        /// What to search for.
        query: String,
        /// How many entries at most.
        limit: Option<u32>,
    },
}

/// The value of a key.
#[derive(Clone, Debug)]
pub struct Got {
    /// The value.
    pub value: Json,
    /// How it prints, when it does not print like any value of its kind.
    pub display: Option<crate::text::origin::Rendered>,
    /// The source of the value printed in part.
    pub source: SourceId,
    /// The source of its display, which is fenced as one.
    pub block: SourceId,
    /// Whether it was written by the agent's own people.
    pub trusted: bool,
    /// Where it came from, in words.
    pub from: String,
    /// How long it stays the same.
    pub stability: Stability,
    /// Items or tokens that were cut: what and how many.
    pub cut: Option<String>,
}

/// The values of a call.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// By key, in the order of names.
    pub values: BTreeMap<String, Got>,
}

/// The keys that the selected prompts declare, in the order of the agent.
#[must_use]
pub fn declared<'a>(agent: &'a Compiled, selected: &Selected<'_>) -> Vec<&'a ContextKey> {
    let chosen = selected.layers.iter().flat_map(|layer| &layer.prompts);
    let mut names: Vec<&str> = chosen
        .flat_map(|chosen| &chosen.prompt.prompt().context)
        .map(|text| text.value.as_str())
        .collect();
    names.sort_unstable();
    agent
        .agent
        .context
        .iter()
        .filter(|key| names.binary_search(&key.name.as_str()).is_ok())
        .collect()
}

/// What the host must fetch for the selected prompts. A key that it does not deliver has its default.
///
/// # Errors
/// Addresses and queries that could not be written.
pub(crate) fn requests(
    agent: &Compiled,
    selected: &Selected<'_>,
    view: &dyn Scope,
) -> Result<Vec<Request>, Vec<Diagnostic>> {
    let mut requests = Vec::new();
    let mut findings = Vec::new();
    for key in declared(agent, selected) {
        let Some(program) = agent.keys.get(&key.name) else {
            continue;
        };
        let written = match (&program.url, &program.query) {
            (Some(url), _) => {
                url.render(view, NOWHERE, &Limits::DEFAULT)
                    .map(|url| Request::Http {
                        key: key.name.clone(),
                        url: url.text,
                        timeout_ms: timeout(key),
                    })
            }
            (None, Some(query)) => {
                query
                    .render(view, NOWHERE, &Limits::DEFAULT)
                    .map(|query| Request::Memory {
                        key: key.name.clone(),
                        query: query.text,
                        limit: key.limit,
                    })
            }
            (None, None) => continue,
        };
        match written {
            Ok(request) => requests.push(request),
            // A search for a message that is not there asks for nothing.
            Err(problem) if problem.code == "template.undefined" && program.query.is_some() => {}
            Err(problem) => findings.push(reader::finding(&problem).at(&key.span)),
        }
    }
    if findings.is_empty() {
        Ok(requests)
    } else {
        Err(findings)
    }
}

fn timeout(key: &ContextKey) -> u32 {
    match key.source {
        KeySource::Http { timeout_ms, .. } => timeout_ms,
        KeySource::Expression(_) => 0,
    }
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
    for key in declared(agent, selected) {
        let Some(program) = agent.keys.get(&key.name) else {
            continue;
        };
        let found = match fetched.get(&key.name) {
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
            findings.push(Diagnostic::error("context.type", message).at(&key.span));
            continue;
        }
        let context = || Origin::Context {
            name: key.name.clone(),
        };
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
        let limited = limit(&mut got, key, program, view)
            .and_then(|()| cut::to_tokens(&mut got, key, program, config, tokenizer));
        if let Err(finding) = limited {
            findings.push(finding.at(&key.span));
            continue;
        }
        gathered.values.insert(key.name.clone(), got);
    }
    if findings.is_empty() {
        Ok(gathered)
    } else {
        Err(findings)
    }
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

/// Keeps the items that the key asks for, and not more than it allows.
fn limit(
    got: &mut Got,
    key: &ContextKey,
    program: &Key,
    view: &dyn Scope,
) -> Result<(), Diagnostic> {
    let Json::Array(items) = &mut got.value else {
        return Ok(());
    };
    if let Some(filter) = &program.filter {
        let mut kept = Vec::with_capacity(items.len());
        for item in items.drain(..) {
            let extra = [("item", &item)];
            let scope = With {
                base: view,
                extra: &extra,
            };
            let holds = filter.holds(&scope, &Limits::DEFAULT);
            if holds.map_err(|problem| reader::finding(&problem))? {
                kept.push(item);
            }
        }
        *items = kept;
    }
    if let Some(limit) = key.limit.and_then(|limit| usize::try_from(limit).ok())
        && items.len() > limit
    {
        got.cut = Some(format!(
            "{} of {} items, by limit",
            items.len() - limit,
            items.len()
        ));
        items.truncate(limit);
    }
    Ok(())
}

fn source_of(key: &ContextKey) -> String {
    match &key.source {
        KeySource::Expression(text) => text.value.clone(),
        KeySource::Http { .. } => "http".to_owned(),
    }
}

fn missing(key: &ContextKey, selected: &Selected<'_>) -> Diagnostic {
    let asks = |chosen: &&crate::turn::select::Chosen<'_>| {
        chosen
            .prompt
            .prompt()
            .context
            .iter()
            .any(|text| text.value == key.name)
    };
    let prompts: Vec<&str> = selected
        .layers
        .iter()
        .flat_map(|layer| &layer.prompts)
        .filter(asks)
        .map(|chosen| chosen.name.as_str())
        .collect();
    let message = format!(
        "no value for the context key `{}` (needed by {})",
        key.name,
        prompts.join(", ")
    );
    let help = match &key.source {
        KeySource::Expression(text) => format!("Give `{}`, or declare a `default`.", text.value),
        KeySource::Http { .. } => {
            "The host fetches it; declare a `default` for when it cannot.".to_owned()
        }
    };
    Diagnostic::error("context.missing", message)
        .at(&key.span)
        .help(help)
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

/// Renders how a value prints, for keys that do not print like any value of their kind.
pub(crate) fn show(
    got: &mut Got,
    key: &ContextKey,
    program: &Key,
    config: &Json,
) -> Result<(), Diagnostic> {
    if matches!(key.key_type, KeyType::Array | KeyType::Object) {
        got.display = Some(display(got, key, program, config)?);
    }
    Ok(())
}
