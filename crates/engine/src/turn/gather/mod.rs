//! `gather`: the context keys that the selected prompts declare.
//!
//! Owns types, sources and defaults of values. A prompt
//! gets what it declares and nothing else. It must never fetch anything, and never fail on the first
//! missing key: all of them are told together.

pub(crate) mod display;
pub(crate) mod head;
mod limit;
pub(crate) mod rank;
pub mod request;
pub mod value;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::context::{ContextKey, KeySource};
use crate::check::compiled::{Compiled, Key};
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::origin::SourceId;
use crate::text::template::{Limits, Scope, Value};
use crate::token::Tokenizer;
use crate::turn::gather::limit::limit;
use crate::turn::gather::value::Got;
use crate::turn::origins::{self, Form, Origin, Origins};
use crate::turn::scope::NOWHERE;
use crate::turn::select::choice::{Chosen, Selected};

/// The values of a call.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// By key, in the order of names.
    pub values: BTreeMap<Arc<str>, Arc<Got>>,
}

/// What gathering needs.
pub(crate) struct Sources<'s> {
    /// What expressions see.
    pub view: &'s dyn Scope,
    /// What the host brought, by key.
    pub fetched: &'s BTreeMap<String, Json>,
    /// The configuration.
    pub config: &'s Json,
    /// What counts.
    pub tokenizer: &'s Tokenizer,
}

/// Gathers the values. Those of `kept` are taken again where their source gives the same.
///
/// # Errors
/// All keys that are missing or have the wrong type.
pub(crate) fn gather(
    agent: &Compiled,
    selected: &Selected<'_>,
    sources: &Sources<'_>,
    kept: &mut BTreeMap<String, Arc<Got>>,
    origins: &mut Arc<Origins>,
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
        let fetched = sources.fetched.get(&key.name);
        let brought = fetched.filter(|_| asked && !selected.withholds(agent, key));
        let found = match brought {
            Some(value) => Ok(Some(Value::json(value, NOWHERE, false))),
            None => evaluate(program, sources.view),
        };
        let found = match found {
            Ok(found) => found.filter(|value| !value.is(&Json::Null)),
            Err(finding) => {
                findings.push(finding.at(&key.span));
                continue;
            }
        };
        let before = kept.get_mut(&key.name);
        if let Some(got) =
            before.as_ref().filter(|got| program.settled && got.is_of(found.as_ref()))
        {
            gathered.values.insert(Arc::clone(&got.name), Arc::clone(got));
            continue;
        }
        let ids = Ids::of(key, found.is_none(), before.as_deref(), origins);
        match got(key, program, found.and_then(|value| value.to_json()), sources, ids) {
            Ok(Some(got)) => {
                let got = Arc::new(got);
                match before {
                    Some(place) => place.clone_from(&got),
                    None => drop(kept.insert(key.name.clone(), Arc::clone(&got))),
                }
                gathered.values.insert(Arc::clone(&got.name), got);
            }
            Ok(None) => findings.push(missing(key, selected)),
            Err(finding) => findings.push(finding.at(&key.span)),
        }
    }
    if findings.is_empty() { Ok(gathered) } else { Err(findings) }
}

/// What a value is called in accounts.
struct Ids {
    name: Arc<str>,
    source: SourceId,
    block: SourceId,
    from: Arc<str>,
}

impl Ids {
    /// The names of a key's value, as they were where there was one before.
    fn of(
        key: &ContextKey,
        is_default: bool,
        before: Option<&Arc<Got>>,
        origins: &mut Arc<Origins>,
    ) -> Self {
        if let Some(got) = before.filter(|got| got.is_default() == is_default) {
            let (name, from) = (Arc::clone(&got.name), Arc::clone(&got.from));
            return Self { name, source: got.source, block: got.block, from };
        }
        let context = || Origin::Context { name: key.name.clone() };
        Self {
            name: key.name.as_str().into(),
            source: origins::add(origins, context(), Form::Plain),
            block: origins::add(origins, context(), Form::Block),
            from: if is_default { "default".into() } else { source_of(key).into() },
        }
    }
}

/// The value of a key within its limits; none where nothing was found and there is no default.
fn got(
    key: &ContextKey,
    program: &Key,
    found: Option<Json>,
    sources: &Sources<'_>,
    ids: Ids,
) -> Result<Option<Got>, Diagnostic> {
    let value = match (&found, &key.default) {
        (Some(value), _) => value.clone(),
        (None, Some(default)) => default.value.clone(),
        (None, None) => return Ok(None),
    };
    if !key.key_type.admits(&value) {
        let message = format!(
            "the context key `{}` is {}, not {}",
            key.name,
            kind_of(&value),
            key.key_type.as_str()
        );
        let help = "Give a value of that type, or change the key's `type`.";
        return Err(Diagnostic::error("context.type", message).help(help));
    }
    let Ids { name, source, block, from } = ids;
    let mut got = Got {
        name,
        given: found,
        value,
        display: None,
        source,
        block,
        trusted: key.trusted,
        from,
        stability: program.stability,
        ranks: None,
        cut: None,
    };
    limit(&mut got, key, program, sources.view, sources.config, sources.tokenizer)?;
    Ok(Some(got))
}

fn evaluate<'v>(program: &'v Key, view: &'v dyn Scope) -> Result<Option<Value<'v>>, Diagnostic> {
    let Some(from) = &program.from else {
        return Ok(None);
    };
    match from.eval(view, NOWHERE, &Limits::DEFAULT) {
        Ok(value) => Ok((!value.is_undefined()).then_some(value)),
        Err(problem) if problem.code == "template.undefined" => Ok(None),
        Err(problem) => Err(reader::finding(&problem)),
    }
}

fn source_of(key: &ContextKey) -> &str {
    match &key.source {
        KeySource::Expression(text) => &text.value,
        KeySource::Http { .. } => "http",
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
        .map(|chosen| chosen.name().as_str())
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
