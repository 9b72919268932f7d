//! An isolated call has no layer of rules, and no key that comes from memory; a call with a list of
//! context keys has no others.
//!
//! Assembly keeps memory from such a call by construction; this rule tells the author beforehand.

use crate::agent::layer::{Engine, Fill};
use crate::check::facts::{Facts, Seat};
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    for call in &agent.calls {
        for key in call.context.iter().flatten() {
            if agent.context_key(&key.value).is_none() {
                let message = format!("the agent has no context key `{}`", key.value);
                let help = "Declare it under `context`, or remove it here.";
                findings
                    .push(Diagnostic::error("context.unknown", message).at(&key.span).help(help));
            }
        }
        let rules = |fill: &Fill| *fill == Fill::Engine(Engine::Rules);
        for layer in call.layers.iter().filter(|layer| call.isolated && rules(&layer.fill)) {
            let message =
                format!("the call `{}` is isolated and cannot have a layer of rules", call.name);
            let help = "Remove the layer, or `isolated: true`.";
            findings.push(Diagnostic::error("call.isolated", message).at(&layer.span).help(help));
        }
    }
    for seat in &facts.seats {
        keys(facts, seat, findings);
    }
}

/// All versions count: any of them may be pinned.
fn keys(facts: &Facts<'_>, seat: &Seat<'_>, findings: &mut Vec<Diagnostic>) {
    let call = facts.call(seat.call).0;
    let versions = facts.versions.get(seat.name.as_str());
    for key in versions.into_iter().flatten().flat_map(|prompt| &prompt.context) {
        let given = |keys: &Vec<_>| {
            keys.iter().any(|given: &crate::agent::decode::Text| given.value == key.value)
        };
        if !call.context.as_ref().is_none_or(given) {
            let message =
                format!("the call `{}` is not given the context key `{}`", call.name, key.value);
            let help = "Add it to the call's `context`, or take it out of the prompt.";
            findings.push(Diagnostic::error("call.context", message).at(&key.span).help(help));
        }
        let remembers = facts.agent.keys.get(&key.value).is_some_and(|key| key.remembers);
        if call.isolated && remembers {
            let message =
                format!("`{}` comes from memory, and `{}` is isolated", key.value, call.name);
            let help = "Take the key out of the prompt, or remove `isolated: true`.";
            findings.push(Diagnostic::error("call.isolated", message).at(&key.span).help(help));
        }
    }
}
