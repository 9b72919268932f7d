//! Finds what is wrong with an agent before anybody talks to it.
//!
//! Owns the compiled form of an agent and the rules that it must keep. Each rule is a file in `rules/`
//! with one function; to add one, write its file and a row in `RULES`. It must never look at a turn.

pub mod compiled;
mod pattern_name;
pub(crate) mod program;
pub(crate) mod reader;
mod rules;
pub mod stability;

use std::sync::Arc;

use crate::agent::Agent;
use crate::agent::catalog::Catalog;
use crate::check::compiled::Compiled;
use crate::diagnostic::{Diagnostic, any_error, arrange};

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

/// Checks an agent with its prompts and compiles it.
///
/// # Errors
/// All findings, when one of them is an error; else the warnings come with the compiled agent.
pub fn compile(
    agent: Agent,
    catalog: Arc<dyn Catalog + Send + Sync>,
) -> Result<(Compiled, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (compiled, mut findings) = program::program(agent, catalog);
    for rule in RULES {
        rule(&compiled, &mut findings);
    }
    arrange(&mut findings);
    if any_error(&findings) { Err(findings) } else { Ok((compiled, findings)) }
}
