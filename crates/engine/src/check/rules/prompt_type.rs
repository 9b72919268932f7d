//! Every prompt has a declared type, and a phase where its type wants one.

use crate::agent::Phase;
use crate::agent::name::PromptName;
use crate::agent::prompt::Prompt;
use crate::check::compiled::Compiled;
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    if agent.agent.prompt_types.is_empty() {
        return;
    }
    let mut last: Option<&PromptName> = None;
    for prompt in agent.catalog.all() {
        if last == Some(&prompt.name) {
            continue;
        }
        last = Some(&prompt.name);
        findings.extend(
            problem(agent, prompt)
                .map(|finding| finding.at(&Span::of_file(&prompt.body.span.file))),
        );
    }
}

fn problem(agent: &Compiled, prompt: &Prompt) -> Option<Diagnostic> {
    let (prompt_type, phase) = (prompt.name.prompt_type(), prompt.name.phase());
    let types = &agent.agent.prompt_types;
    let Some((_, wanted)) = types.iter().find(|(name, _)| name == prompt_type) else {
        let known = types.iter().map(|(name, _)| name.as_str());
        let message = format!("`{prompt_type}` is not one of the agent's `prompt_types`");
        return Some(Diagnostic::error("prompt.type", message).slip(prompt_type, known));
    };
    match (wanted, phase) {
        (Phase::Required, None) => {
            let message = format!("a prompt of the type `{prompt_type}` must have a phase");
            let help = format!("Move it to prompts/{prompt_type}/PHASE.md.");
            Some(Diagnostic::error("prompt.phase", message).help(help))
        }
        (Phase::None, Some(_)) => {
            let message = format!("a prompt of the type `{prompt_type}` has no phase");
            let help = format!("Move it to prompts/{prompt_type}.md.");
            Some(Diagnostic::error("prompt.phase", message).help(help))
        }
        _ => None,
    }
}
