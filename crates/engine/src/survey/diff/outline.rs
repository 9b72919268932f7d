//! An agent as a list of named things with fields.
//!
//! Owns which parts of an agent are compared, and their form: plain JSON without places in files. It
//! must never leave out a key that an author can write.

use serde_json::{Map, Value as Json, json};

use crate::agent::call::Call;
use crate::agent::context::{ContextKey, KeySource};
use crate::agent::decode::Text;
use crate::agent::gate::GateRow;
use crate::agent::layer::{Fill, Layer};
use crate::agent::model::ModelSpec;
use crate::check::compiled::Compiled;

/// One thing that is declared.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// What it is: `state key`, `layer`.
    pub kind: &'static str,
    /// Its name among its kind. Gate rows have none: their place is their name.
    pub name: String,
    /// Its fields; those that say nothing are left out.
    pub fields: Map<String, Json>,
}

/// Everything that an agent declares, beside its prompts.
pub(super) fn outline(agent: &Compiled) -> Vec<Entry> {
    let agent = &agent.agent;
    let mut all = vec![entry(
        "agent",
        agent.name.clone(),
        json!({
            "description": agent.description,
            "provider": agent.model.provider,
            "model": agent.model.name,
            "window": agent.model.window,
            "reserve": agent.model.reserve,
            "params": agent.model.params,
            "core": agent.core.iter().map(|name| name.value.as_str()).collect::<Vec<_>>(),
        }),
    )];
    let config = agent.config.iter();
    all.extend(config.map(|(key, value)| entry("config", key.clone(), json!({"value": value}))));
    all.extend(
        agent
            .prompt_types
            .iter()
            .map(|(name, phase)| entry("prompt type", name.clone(), json!({"phase": word(phase)}))),
    );
    all.extend(
        agent
            .authority
            .iter()
            .map(|one| entry("authority", one.name.clone(), json!({"meaning": one.meaning}))),
    );
    all.extend(agent.state.iter().map(|key| {
        let titles: Map<String, Json> = key
            .titles
            .iter()
            .map(|(value, title)| {
                (value.clone(), json!([title.title, title.short, title.description]))
            })
            .collect();
        entry(
            "state key",
            key.name.clone(),
            json!({"schema": key.schema, "scope": word(&key.scope), "titles": titles}),
        )
    }));
    all.extend(agent.compat.iter().map(|rule| {
        let name = format!("{} {} with {}", rule.key, rule.value, rule.other);
        entry("compat", name, json!({"allowed": rule.allowed}))
    }));
    all.extend(agent.gate.iter().map(|row| entry("gate row", String::new(), gate_row(row))));
    all.extend(
        agent.context.iter().map(|key| entry("context key", key.name.clone(), context(key))),
    );
    all.extend(agent.actions.iter().map(|action| {
        let effects = action.effects.iter().map(|effect| {
            json!({
                "does": word(&effect.operation),
                "key": effect.key.value,
                "each": text(&effect.each),
                "where": text(&effect.filter),
                "value": effect.value.as_ref().map(|value| &value.value),
            })
        });
        entry(
            "action",
            action.name.clone(),
            json!({
                "description": action.description,
                "params": action.params,
                "returns": action.returns,
                "by": texts(&action.by),
                "allow": text(&action.allow),
                "effect": effects.collect::<Vec<_>>(),
            }),
        )
    }));
    for call in &agent.calls {
        all.push(entry("call", call.name.clone(), call_fields(call)));
        all.extend(call.layers.iter().map(|layer| {
            entry("layer", format!("{} of {}", layer.id, call.name), layer_fields(layer))
        }));
    }
    all
}

fn gate_row(row: &GateRow) -> Json {
    let set: Map<String, Json> =
        row.set.iter().map(|one| (one.key.value.clone(), one.value.value.clone())).collect();
    json!({
        "phrases": texts(&row.phrases),
        "regex": texts(&row.regex),
        "unless": texts(&row.unless),
        "when": text(&row.when),
        "call": text(&row.call),
        "set": set,
        "fallback": row.fallback.iter().map(gate_row).map(|row| Json::Object(said(row))).collect::<Vec<_>>(),
        "final": row.last.then_some(true),
        "always": row.always.then_some(true),
        "say": text(&row.say),
        "do": texts(&row.actions),
    })
}

fn context(key: &ContextKey) -> Json {
    let (from, timeout) = match &key.source {
        KeySource::Expression(text) => (&text.value, None),
        KeySource::Http { url, timeout_ms } => (&url.value, Some(*timeout_ms)),
    };
    json!({
        "description": key.description,
        "type": key.key_type.as_str(),
        "from": from,
        "timeout": timeout,
        "query": text(&key.query),
        "where": text(&key.filter),
        "each": text(&key.each),
        "empty": text(&key.empty),
        "limit": key.limit,
        "max_tokens": key.max_tokens,
        "default": key.default.as_ref().map(|value| &value.value),
        "trusted": key.trusted.then_some(true),
    })
}

fn call_fields(call: &Call) -> Json {
    json!({
        "run": word(&call.run),
        "when": text(&call.when),
        "isolated": call.isolated.then_some(true),
        "bare": call.bare.then_some(true),
        "core": call.core.iter().map(|name| name.value.as_str()).collect::<Vec<_>>(),
        "context": call.context.as_deref().map(texts),
        "model": Json::Object(said(model(&call.model))),
        "answer": word(&call.answer.kind),
        "schema": call.answer.schema,
        "tools": call.answer.tools.then_some(true),
    })
}

fn model(model: &ModelSpec) -> Json {
    json!({
        "provider": text(&model.provider),
        "name": text(&model.name),
        "window": model.window,
        "reserve": model.reserve,
        "params": model.params,
    })
}

fn layer_fields(layer: &Layer) -> Json {
    let (prompts, engine) = match &layer.fill {
        Fill::Prompts(refs) => {
            let one = |name: &Text, when: &Option<Text>| match when {
                Some(when) => format!("{} when {}", name.value, when.value),
                None => name.value.clone(),
            };
            let refs = refs.iter().map(|prompt| one(&prompt.name, &prompt.when));
            (refs.collect(), None)
        }
        Fill::Engine(engine) => (Vec::new(), Some(word(engine))),
        Fill::Conversation => (Vec::new(), None),
    };
    json!({
        "title": layer.title,
        "about": layer.about,
        "channel": layer.channel.as_str(),
        "header": text(&layer.header),
        "when": text(&layer.when),
        "optional": layer.optional.then_some(true),
        "prompts": prompts,
        "engine": engine,
        "shrink": word(&layer.shrink),
        "keep": layer.keep,
        "priority": layer.priority,
    })
}

fn entry(kind: &'static str, name: String, fields: Json) -> Entry {
    Entry { kind, name, fields: said(fields) }
}

/// The fields that say something.
fn said(fields: Json) -> Map<String, Json> {
    let Json::Object(mut fields) = fields else {
        return Map::new();
    };
    fields.retain(|_, value| match value {
        Json::Null => false,
        Json::String(text) => !text.is_empty(),
        Json::Array(list) => !list.is_empty(),
        Json::Object(map) => !map.is_empty(),
        _ => true,
    });
    fields
}

fn text(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(|text| text.value.as_str())
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

fn word(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}
