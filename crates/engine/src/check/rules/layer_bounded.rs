//! A history that cannot shrink outgrows every window.

use crate::agent::layer::{Channel, Shrink};
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for call in &facts.agent.agent.calls {
        let window = call.model.over(&facts.agent.agent.model).window;
        let histories = call.layers.iter().filter(|layer| layer.channel == Channel::History);
        for layer in histories.filter(|layer| layer.shrink == Shrink::Never) {
            let message = format!(
                "the history of `{}` never shrinks: a long conversation will not fit into the window of {window} tokens",
                call.name
            );
            let help = "Add `shrink: oldest` to the layer.";
            findings
                .push(Diagnostic::warning("layer.unbounded", message).at(&layer.span).help(help));
        }
    }
}
