//! Which actions of an answer are open.
//!
//! Owns the judgement of one request before it touches the state: its name, its parameters under the
//! policy of the call and the step, and whether it was asked for already. It must never apply an effect,
//! and never take a name for another one that is near.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::agent::action::Action;
use crate::agent::input::ActionRequest;
use crate::check::compiled::Compiled;
use crate::turn::contract::Contract;
use crate::turn::read::answer::Asked;

/// Why an action is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Refusal {
    /// The kind, such as `action.closed`.
    pub code: &'static str,
    /// The reason, in one sentence.
    pub reason: String,
}

impl Refusal {
    pub(crate) fn new(code: &'static str, reason: impl Into<String>) -> Self {
        Self { code, reason: reason.into() }
    }
}

/// Judges a request of an answer. `earlier` are the requests of the same turn that were granted.
///
/// # Errors
/// Why it is refused: everything that is wrong with its parameters at once.
pub(crate) fn judge<'c>(
    agent: &Compiled,
    contract: &'c Contract,
    asked: &Asked,
    earlier: &[ActionRequest],
) -> Result<(&'c Action, ActionRequest), Refusal> {
    let name = &asked.name;
    let Some(action) = contract.actions.iter().find(|action| action.name == *name) else {
        return Err(match agent.agent.action(name) {
            Some(_) => Refusal::new("action.closed", format!("`{name}` is not open in this call")),
            None => Refusal::new("action.unknown", format!("there is no action `{name}`")),
        });
    };
    let Json::Object(params) = &asked.params else {
        let reason = format!("the parameters of `{name}` are not an object");
        return Err(Refusal::new("action.params", reason));
    };
    let problems = policy(agent, action, params);
    if !problems.is_empty() {
        return Err(Refusal::new("action.params", problems.join("; ")));
    }
    let request = ActionRequest { name: name.clone(), params: params.clone() };
    if earlier.contains(&request) {
        let reason = format!("`{name}` was asked for already, with the same parameters");
        return Err(Refusal::new("action.twice", reason));
    }
    Ok((action, request))
}

/// What breaks the policy of the step or the schema of the action. The schema of the contract is that of
/// the action with fewer parameters or more of them required, so that the compiled schema decides the
/// rest.
fn policy(agent: &Compiled, action: &Action, params: &Map<String, Json>) -> Vec<String> {
    let mut problems = Vec::new();
    let declared = action.params.get("properties").and_then(Json::as_object);
    let whole = agent.agent.action(&action.name).and_then(|whole| whole.params.get("properties"));
    let known = |name: &str| declared.is_some_and(|all| all.contains_key(name));
    for name in params.keys().filter(|name| !known(name)) {
        problems.push(match whole.and_then(|whole| whole.get(name.as_str())) {
            Some(_) => format!("`{name}` is not allowed in this step"),
            None => format!("there is no parameter `{name}`"),
        });
    }
    let required = action.params.get("required").and_then(Json::as_array);
    for name in required.into_iter().flatten().filter_map(Json::as_str) {
        if !params.contains_key(name) {
            problems.push(format!("`{name}` is missing"));
        }
    }
    if problems.is_empty() {
        let validator = agent.actions.get(&action.name).and_then(|found| found.params.as_ref());
        let errors = validator.map(|validator| {
            validator
                .iter_errors(&Json::Object(params.clone()))
                .map(|error| match error.instance_path().to_string() {
                    path if path.is_empty() => error.to_string(),
                    path => format!("{path}: {error}"),
                })
                .collect::<Vec<_>>()
        });
        problems.extend(errors.unwrap_or_default());
    }
    problems
}
