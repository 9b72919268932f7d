//! Finds what is wrong with an agent before anybody talks to it.
//!
//! Owns the compiled form of an agent and the rules that it must keep. Each rule is a file in `rules/`
//! with one function; to add one, write its file and a row in `RULES`. It must never look at a turn.

pub mod compiled;
pub mod explain;
mod facts;
pub mod output;
pub(crate) mod program;
pub(crate) mod reader;
mod rules;
mod schemas;
pub mod stability;
pub mod step;
mod texts;
mod tokenizers;
mod worlds;

use std::sync::Arc;

use crate::agent::Agent;
use crate::agent::catalog::Catalog;
use crate::check::compiled::Compiled;
use crate::check::facts::Facts;
use crate::diagnostic::{Diagnostic, any_error, arrange};

/// A rule: adds what it finds.
type Rule = fn(&Facts<'_>, &mut Vec<Diagnostic>);

const RULES: [Rule; 42] = [
    rules::core_sealed::check,
    rules::prompt_type::check,
    rules::prompt_exists::check,
    rules::prompt_used::check,
    rules::prompt_reachable::check,
    rules::prompt_repeated::check,
    rules::prompt_token::check,
    rules::prompt_finished::check,
    rules::context_declared::check,
    rules::context_used::check,
    rules::context_trusted::check,
    rules::config_known::check,
    rules::value_known::check,
    rules::field_known::check,
    rules::action_known::check,
    rules::action_used::check,
    rules::action_fields::check,
    rules::effect_target::check,
    rules::gate_target::check,
    rules::gate_reachable::check,
    rules::call_asked::check,
    rules::call_fallback::check,
    rules::call_reachable::check,
    rules::layer_reachable::check,
    rules::layer_bounded::check,
    rules::volatile_last::check,
    rules::budget::check,
    rules::schema_known::check,
    rules::schema_enforced::check,
    rules::isolated::check,
    rules::output_idle::check,
    rules::output_script::check,
    rules::step_flow::check,
    rules::step_target::check,
    rules::step_exit::check,
    rules::step_closing::check,
    rules::step_cycle::check,
    rules::step_reach::check,
    rules::step_slot::check,
    rules::slot_choice::check,
    rules::step_tool::check,
    rules::step_action::check,
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
    let facts = Facts::new(&compiled);
    for rule in RULES {
        rule(&facts, &mut findings);
    }
    arrange(&mut findings);
    if any_error(&findings) { Err(findings) } else { Ok((compiled, findings)) }
}
