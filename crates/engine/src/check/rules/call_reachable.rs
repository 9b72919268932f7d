//! A call whose condition can never hold is never made.
//!
//! Of several calls that run instead of the reply the first one counts, so a later one may also stand in
//! the shadow of an earlier one.

use crate::agent::call::Run;
use crate::check::facts::Facts;
use crate::check::worlds::{Condition, possible};
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = &facts.agent.agent;
    for at in 0..agent.calls.len() {
        let (call, program) = facts.call(at);
        if possible(agent, &facts.of_call(at), &[]) {
            continue;
        }
        let own: Vec<_> =
            program.when.iter().map(|expr| Condition { expr, wanted: true }).collect();
        let (message, help) = if call.run == Run::Reply {
            let message = "`reply` is never made: another call stands in its place in every state";
            (message.to_owned(), "Narrow the `when` of the calls that run `instead`.")
        } else if possible(agent, &own, &[]) {
            let message = format!(
                "the call `{}` is never made: an earlier call stands in its place whenever its condition holds",
                call.name
            );
            (message, "Put it in front of the other call, or narrow that one's `when`.")
        } else {
            let message =
                format!("the call `{}` is never made: its condition never holds", call.name);
            (message, "Change the condition, or remove the call.")
        };
        // `reply` has no condition of its own: those of the others are what is wrong.
        let others = agent.calls.iter().filter(|call| call.run == Run::Instead);
        let when =
            call.when.as_ref().or_else(|| others.into_iter().find_map(|one| one.when.as_ref()));
        let place = when.map_or(&call.span, |when| &when.span);
        findings.push(Diagnostic::warning("call.unreachable", message).at(place).help(help));
    }
}
