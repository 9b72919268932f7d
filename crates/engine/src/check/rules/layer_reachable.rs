//! A layer whose condition can never hold is never in its call.

use crate::check::facts::Facts;
use crate::check::worlds::{Condition, possible};
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    for call in 0..agent.calls.len() {
        // A call that is never made has a finding of its own.
        if !possible(agent, &facts.of_call(call), &[]) {
            continue;
        }
        for at in 0..facts.call(call).0.layers.len() {
            let (layer, program) = facts.layer(call, at);
            let (Some(text), Some(expr)) = (&layer.when, &program.when) else { continue };
            if possible(agent, &facts.of_layer(call, at), &[]) {
                continue;
            }
            let why = if possible(agent, &[Condition { expr, wanted: true }], &[]) {
                format!("its condition never holds when `{}` is called", facts.call(call).0.name)
            } else {
                "its condition never holds".to_owned()
            };
            let message = format!("the layer `{}` is never included: {why}", layer.id);
            let help = "Change the condition, or remove the layer.";
            findings
                .push(Diagnostic::warning("layer.unreachable", message).at(&text.span).help(help));
        }
    }
}
