//! An agent as a list of named things with fields.
//!
//! Owns which things of an agent are compared, and their names. Every struct is taken apart field by
//! field, so that a new field does not compile before somebody has said how it is compared. It must
//! never leave out a key that an author can write.

use serde_json::{Map, Value as Json};

use crate::agent::bounds::Bounds;
use crate::agent::flow::Flow;
use crate::agent::state::Compat;
use crate::agent::step::policy::Policies;
use crate::agent::tokenizer::TokenizerFile;
use crate::agent::{Agent, Authority};
use crate::check::compiled::Compiled;
use crate::survey::diff::front::slot;
use crate::survey::diff::output::output;
use crate::survey::diff::part::{Part, names, word};
use crate::survey::diff::written::{action, call, context_key, gate_row, layer, model, state_key};

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
pub(super) fn outline(compiled: &Compiled) -> Vec<Entry> {
    let Agent {
        name,
        description,
        // Comments change it too; what it stands for is compared below.
        hash: _,
        model: own_model,
        tokenizers,
        config,
        prompt_types,
        state,
        compat,
        gate,
        flow,
        turn: Bounds { rounds, reasks },
        context,
        actions,
        authority,
        core,
        output: rules,
        calls,
        span: _,
    } = &compiled.agent;
    let start = flow.as_ref().map(|Flow { start, slots: _, policies: _, span: _ }| start);
    let policies = flow.as_ref().map(|Flow { policies, start: _, slots: _, span: _ }| policies);
    let mut all = vec![entry(
        "agent",
        name,
        Part::default()
            .word("description", description)
            .part("model", model(own_model))
            .part(
                "flow",
                Part::default()
                    .text("start", start.unwrap_or(&None))
                    .part("policies", policies.map(flow_policies).unwrap_or_default()),
            )
            .part(
                "turn",
                Part::default().some("rounds", Some(*rounds)).some("reasks", Some(*reasks)),
            )
            .list("core", names(core))
            .some("output", rules.as_ref().map(|rules| output(rules).json())),
    )];
    all.extend(tokenizers.iter().map(|TokenizerFile { name, content }| {
        let hash = content.as_deref().map(|bytes| blake3::hash(bytes).to_hex().to_string());
        entry("tokenizer", &name.value, Part::default().some("content", hash))
    }));
    let constant = |value: &Json| Part::default().some("value", Some(value.clone()));
    all.extend(config.iter().map(|(key, value)| entry("config", key, constant(value))));
    all.extend(prompt_types.iter().map(|(name, phase)| {
        entry("prompt type", name, Part::default().word("phase", &word(phase)))
    }));
    all.extend(authority.iter().map(|Authority { name, meaning }| {
        entry("authority", name, Part::default().word("meaning", meaning))
    }));
    all.extend(state.iter().map(|key| entry("state key", &key.name, state_key(key))));
    all.extend(compat.iter().map(|Compat { key, value, other, allowed, span: _ }| {
        let allowed = Some(Json::from(allowed.clone()));
        let name = format!("{key} {value} with {other}");
        entry("compat", &name, Part::default().some("allowed", allowed))
    }));
    all.extend(gate.iter().map(|row| entry("gate row", "", gate_row(row))));
    let sets = flow.iter().flat_map(|Flow { slots, start: _, policies: _, span: _ }| slots);
    all.extend(sets.map(|set| entry("rule set", &set.name, slot(set))));
    all.extend(context.iter().map(|key| entry("context key", &key.name, context_key(key))));
    all.extend(actions.iter().map(|one| entry("action", &one.name, action(one))));
    for one in calls {
        all.push(entry("call", &one.name, call(one)));
        all.extend(
            one.layers
                .iter()
                .map(|own| entry("layer", &format!("{} of {}", own.id, one.name), layer(own))),
        );
    }
    all
}

fn flow_policies(policies: &Policies) -> Part {
    let Policies { digression, clarification, chit_chat, correction, cancel, handoff } = policies;
    Part::default()
        .some("digression", Some(*digression))
        .some("clarification", Some(*clarification))
        .some("chit_chat", Some(*chit_chat))
        .some("correction", Some(if *correction { "accept" } else { "refuse" }))
        .some("cancel", Some(if *cancel { "stop" } else { "stay" }))
        .some("handoff", Some(if *handoff { "handoff" } else { "stay" }))
}

fn entry(kind: &'static str, name: &str, part: Part) -> Entry {
    Entry { kind, name: name.to_owned(), fields: part.fields() }
}
