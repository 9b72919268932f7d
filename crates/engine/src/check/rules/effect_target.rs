//! An effect changes a state key that exists, in a way that its type allows.

use crate::agent::action::{Effect, Operation};
use crate::check::compiled::Compiled;
use crate::check::facts::Facts;
use crate::diagnostic::Diagnostic;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let effects = agent.agent.actions.iter().flat_map(|action| &action.effects);
    for effect in effects.filter(|effect| effect.operation != Operation::Remember) {
        findings.extend(problem(agent, effect));
    }
}

fn problem(agent: &Compiled, effect: &Effect) -> Option<Diagnostic> {
    let name = &effect.key.value;
    let Some(key) = agent.agent.state_key(name) else {
        let known = agent.agent.state.iter().map(|key| key.name.as_str());
        let message = format!("there is no state key `{name}`");
        let finding = Diagnostic::error("effect.unknown-key", message).at(&effect.key.span);
        return Some(finding.slip(name, known));
    };
    let kind = key.schema.get("type").and_then(serde_json::Value::as_str);
    let wrong = match effect.operation {
        Operation::Append => kind != Some("array"),
        Operation::Set | Operation::Remove | Operation::Merge if effect.filter.is_some() => {
            kind != Some("array")
        }
        _ => false,
    };
    wrong.then(|| {
        let message = format!("`{name}` is not a list: this effect needs one");
        let help = "Declare the key with `type: array`, or use `set` without `where`.";
        Diagnostic::error("effect.not-list", message).at(&effect.key.span).help(help)
    })
}
