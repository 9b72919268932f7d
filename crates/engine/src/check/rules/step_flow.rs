//! A packet needs a flow, an answer of the kind `steps` needs a packet, and a step needs a name.

use crate::agent::call::AnswerKind;
use crate::agent::layer::{Engine, Fill};
use crate::agent::step::END;
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for call in &agent.agent.calls {
        let packet = call.layers.iter().find(|layer| layer.fill == Fill::Engine(Engine::Step));
        if let Some(layer) = packet.filter(|_| agent.agent.flow.is_none()) {
            let message = "a layer writes the packet of a step, and the agent has no flow";
            let help = "Add `flow: {start: NAME}` with a step in prompts/step/NAME.md.";
            findings.push(Diagnostic::error("step.no-flow", message).at(&layer.span).help(help));
        }
        if call.answer.kind == AnswerKind::Steps && packet.is_none() {
            let message =
                format!("the call `{}` is answered by steps and is not told its step", call.name);
            let help = "Add a layer `engine: step`, or choose another `answer`.";
            findings.push(Diagnostic::error("step.no-layer", message).at(&call.span).help(help));
        }
    }
    for prompt in agent.catalog.all().into_iter().filter(|prompt| prompt.step.is_some()) {
        let message = match prompt.name.phase() {
            None => "a step has a name of its own".to_owned(),
            Some(END) => format!("no step can be called `{END}`: this word ends the flow"),
            Some(_) => continue,
        };
        let help = "Call the file prompts/step/NAME.md.";
        let place = Span::of_file(&prompt.body.span.file);
        findings.push(Diagnostic::error("step.name", message).at(&place).help(help));
    }
}
