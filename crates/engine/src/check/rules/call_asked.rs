//! A gate row asks a call that exists and runs at the gate; a call of the gate is asked by a row.

use crate::agent::call::Run;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    for row in &agent.agent.gate {
        let Some(name) = &row.call else { continue };
        match agent.agent.call(&name.value) {
            None => {
                let known = agent.agent.calls.iter().map(|call| call.name.as_str());
                let finding =
                    Diagnostic::error("gate.call", format!("there is no call `{}`", name.value));
                findings.push(finding.at(&name.span).slip(&name.value, known));
            }
            Some(call) if call.run != Run::Gate => {
                let message = format!("the call `{}` does not run at the gate", call.name);
                let help = "Say `run: gate` in the call.";
                findings.push(Diagnostic::error("gate.call", message).at(&name.span).help(help));
            }
            Some(_) if row.fallback.is_empty() => {
                let message = format!("nothing is set when `{}` fails", name.value);
                let help = "Add `fallback` rows, the last one without a condition.";
                findings.push(
                    Diagnostic::warning("gate.no-fallback", message).at(&name.span).help(help),
                );
            }
            Some(_) => {}
        }
    }
    for call in agent.agent.calls.iter().filter(|call| call.run == Run::Gate) {
        let asks = |name: &crate::agent::decode::Text| name.value == call.name;
        if !agent.agent.gate.iter().filter_map(|row| row.call.as_ref()).any(asks) {
            let message = format!("no gate row asks the call `{}`", call.name);
            let help = "Ask it with `call:` in a row, or remove it.";
            findings.push(Diagnostic::warning("call.unasked", message).at(&call.span).help(help));
        }
    }
}
