//! A call whose answer is plain text cannot carry actions as fields.
//!
//! A prompt that allows actions in such a call promises the model something that cannot happen.

use crate::agent::call::AnswerKind;
use crate::agent::layer::Fill;
use crate::check::compiled::Compiled;
use crate::check::pattern_name::can_be;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(agent: &Compiled, findings: &mut Vec<Diagnostic>) {
    for call in &agent.agent.calls {
        let carries = call.answer.kind == AnswerKind::Actions || call.answer.tools;
        if carries {
            continue;
        }
        let refs = call.layers.iter().flat_map(|layer| match &layer.fill {
            Fill::Prompts(refs) => refs.as_slice(),
            _ => &[],
        });
        for name in refs.map(|prompt| prompt.name.value.as_str()) {
            let prompts = agent.catalog.all();
            let allows = prompts
                .iter()
                .find(|prompt| can_be(name, prompt.name.as_str()) && !prompt.actions.is_empty());
            if let Some(prompt) = allows {
                let message = format!(
                    "`{name}` allows actions, but the call `{}` is answered without any",
                    call.name
                );
                let help = "Say `answer: {kind: actions}`, or remove the prompt's `actions`.";
                let place = &prompt.actions[0].span;
                findings.push(Diagnostic::warning("action.no-field", message).at(place).help(help));
            }
        }
    }
}
