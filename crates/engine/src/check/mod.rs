//! Finds what is wrong with an agent before anybody talks to it.
//!
//! Owns the compiled form of an agent and the rules that it must keep. Each rule is a file in `rules/`
//! with one function; to add one, write its file and a row in `RULES`. It must never look at a turn.

pub(crate) mod compile;
pub mod compiled;
pub(crate) mod reader;
mod rules;
pub mod stability;

use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;

/// A rule: adds what it finds.
type Rule = fn(&Compiled, &mut Vec<Diagnostic>);

const RULES: [Rule; 12] = [
    rules::core_sealed::check,
    rules::prompt_type::check,
    rules::prompt_exists::check,
    rules::prompt_used::check,
    rules::context_declared::check,
    rules::context_used::check,
    rules::action_known::check,
    rules::action_fields::check,
    rules::effect_target::check,
    rules::gate_target::check,
    rules::call_asked::check,
    rules::isolated::check,
];

/// Applies all rules.
pub(crate) fn rules(agent: &Compiled) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for rule in RULES {
        rule(agent, &mut findings);
    }
    findings
}
