//! The parts of `agent.yaml`, in the words in which their author writes them.
//!
//! Owns the names of fields: those of the file. Every struct is taken apart without `..`, so that a
//! new field does not compile before it is compared. Names are left out here: whoever lists a part
//! gives it its name.

use serde_json::{Map, Value as Json};

use crate::agent::action::{Action, Effect, Operation};
use crate::agent::call::{Answer, Call, Heads};
use crate::agent::context::{ContextKey, KeySource};
use crate::agent::gate::{GateRow, Setting};
use crate::agent::layer::{Fill, Layer, PromptRef};
use crate::agent::model::{Model, ModelSpec};
use crate::agent::state::{StateKey, Title};
use crate::survey::diff::output::output;
use crate::survey::diff::part::{Part, names, texts, word};

/// A state key: its schema, with `scope` and `titles` among the keywords.
pub(super) fn state_key(key: &StateKey) -> Part {
    // The default is written in the schema.
    let StateKey { name: _, span: _, schema, default: _, scope, titles } = key;
    let titles = titles.iter().map(|(value, Title { title, short, description })| {
        let one = Part::default().word("title", title).word("short", short);
        (value.clone(), one.word("description", description).json())
    });
    Part::default()
        .and(schema.as_object().cloned().unwrap_or_default())
        .word("scope", &word(scope))
        .part("titles", Part::default().and(titles))
}

/// A row of the gate, or of a fallback.
pub(super) fn gate_row(row: &GateRow) -> Part {
    let GateRow {
        span: _,
        phrases,
        regex,
        unless,
        when,
        call,
        fallback,
        set,
        last,
        always,
        say,
        actions,
    } = row;
    let set = set.iter().map(|Setting { key, value }| (key.value.clone(), value.value.clone()));
    Part::default()
        .list("phrases", texts(phrases))
        .list("regex", texts(regex))
        .list("unless", texts(unless))
        .text("when", when)
        .text("call", call)
        .part("set", Part::default().and(set))
        .list("fallback", fallback.iter().map(|row| gate_row(row).json()).collect())
        .flag("final", *last)
        .flag("always", *always)
        .text("say", say)
        .list("do", texts(actions))
}

/// A context key.
pub(super) fn context_key(key: &ContextKey) -> Part {
    let ContextKey {
        name: _,
        span: _,
        description,
        key_type,
        source,
        query,
        filter,
        rank,
        each,
        empty,
        limit,
        max_tokens,
        default,
        trusted,
    } = key;
    let part = Part::default().word("description", description).word("type", key_type.as_str());
    let part = match source {
        KeySource::Expression(text) => part.some("from", Some(text.value.as_str())),
        KeySource::Http { url, timeout_ms } => part
            .some("from", Some("http"))
            .some("url", Some(url.value.as_str()))
            .some("timeout", Some(format!("{timeout_ms}ms"))),
    };
    part.text("query", query)
        .text("where", filter)
        .text("rank", rank)
        .text("each", each)
        .text("empty", empty)
        .some("limit", *limit)
        .some("max_tokens", *max_tokens)
        .some("default", default.as_ref().map(|value| value.value.clone()))
        .flag("trusted", *trusted)
}

/// An action.
pub(super) fn action(action: &Action) -> Part {
    let Action { name: _, span: _, description, params, returns, by, allow, effects } = action;
    Part::default()
        .word("description", description)
        .some("params", Some(params.clone()))
        .some("returns", returns.clone())
        // An empty list means that nobody may ask for it.
        .some("by", Some(texts(by)))
        .text("allow", allow)
        .list("effect", effects.iter().map(|one| effect(one).json()).collect())
}

fn effect(effect: &Effect) -> Part {
    let Effect { operation, key, each, filter, value } = effect;
    let place = match operation {
        Operation::Set | Operation::Merge => "in",
        Operation::Append => "to",
        Operation::Remove => "from",
        Operation::Remember => "kind",
    };
    let what = Part::default().word(place, &key.value).text("each", each).text("where", filter);
    let what = match (operation, value.as_ref().map(|value| value.value.clone())) {
        // The parts of a memory stand beside its kind.
        (Operation::Remember, Some(Json::Object(fields))) => what.and(fields),
        (_, value) => what.some("value", value),
    };
    Part::default().part(&word(operation), what)
}

/// A call without its layers, which are compared by themselves.
pub(super) fn call(call: &Call) -> Part {
    let Call {
        name: _,
        span: _,
        run,
        when,
        isolated,
        bare,
        core,
        context,
        model,
        layers: _,
        answer: contract,
        output: rules,
        fallback,
    } = call;
    Part::default()
        .word("run", &word(run))
        .text("when", when)
        .flag("isolated", *isolated)
        .flag("bare", *bare)
        .list("core", names(core))
        .some("context", context.as_deref().map(texts))
        .part("model", model_spec(model))
        .part("answer", answer(contract))
        .some("output", rules.as_ref().map(|rules| output(rules).json()))
        .text("fallback", fallback)
}

fn answer(answer: &Answer) -> Part {
    let Answer { kind, schema, schema_at: _, tools, heads } = answer;
    let heads = heads.as_ref().map(|Heads { pass, fail }| Json::from(vec![pass.as_str(), fail]));
    Part::default()
        .word("kind", &word(kind))
        .some("schema", schema.clone())
        .some("actions", tools.then_some("tools"))
        .some("heads", heads)
}

/// A layer.
pub(super) fn layer(layer: &Layer) -> Part {
    let Layer {
        id: _,
        span: _,
        title,
        about,
        channel,
        header,
        when,
        optional,
        fill,
        shrink,
        keep,
        priority,
    } = layer;
    let part = Part::default().word("title", title).word("about", about);
    let part = part.word("channel", channel.as_str());
    let part = match fill {
        Fill::Prompts(refs) => part.some("prompts", Some(prompts(refs))),
        Fill::Engine(engine) => part.word("engine", &word(engine)),
        Fill::Conversation => part,
    };
    part.text("header", header)
        .text("when", when)
        .flag("optional", *optional)
        .word("shrink", &word(shrink))
        .some("keep", Some(*keep))
        .some("priority", Some(*priority))
}

fn prompts(refs: &[PromptRef]) -> Vec<Json> {
    let one = |PromptRef { name, when }: &PromptRef| match when {
        None => Json::from(name.value.as_str()),
        Some(_) => Part::default().word("prompt", &name.value).text("when", when).json(),
    };
    refs.iter().map(one).collect()
}

/// The model of the agent, in which nothing is left open.
pub(super) fn model(model: &Model) -> Part {
    let Model { provider, name, tokenizer, window, reserve, params } = model;
    let part = Part::default().some("provider", provider.clone()).word("name", name);
    limits(part.some("tokenizer", tokenizer.clone()), Some(*window), Some(*reserve), params)
}

fn model_spec(model: &ModelSpec) -> Part {
    let ModelSpec { provider, name, tokenizer, window, reserve, params } = model;
    let part = Part::default().text("provider", provider).text("name", name);
    limits(part.text("tokenizer", tokenizer), *window, *reserve, params)
}

fn limits(
    part: Part,
    window: Option<u32>,
    reserve: Option<u32>,
    params: &Map<String, Json>,
) -> Part {
    part.some("window", window)
        .some("reserve", reserve)
        .part("params", Part::default().and(params.clone()))
}
