//! What the model may ask for and how it must answer.
//!
//! Owns the union of the actions that the selected prompts allow, and the schema of the answer. An
//! action that no selected prompt declares is not in it, whatever else declares it. It must never know
//! a provider.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::agent::action::Action;
use crate::agent::call::{Answer, AnswerKind};
use crate::check::compiled::Compiled;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Limits, Scope};
use crate::turn::choice::Selected;

/// The contract of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// How the model must answer.
    pub answer: Answer,
    /// The actions it may ask for, in the order of the agent.
    pub actions: Vec<Action>,
    /// Actions left out because their own condition does not hold.
    pub closed: Vec<String>,
    /// The schema of the answer, where it is JSON.
    pub schema: Option<Json>,
}

/// The contract of a selected call: the kept one, where the same actions are open.
///
/// # Errors
/// Conditions of actions that could not be evaluated.
pub(crate) fn contract(
    agent: &Compiled,
    selected: &Selected<'_>,
    view: &dyn Scope,
    kept: &mut Option<Arc<Contract>>,
) -> Result<Arc<Contract>, Vec<Diagnostic>> {
    let Some(call) = agent.agent.calls.get(selected.call) else {
        return Err(Vec::new());
    };
    let declared: Vec<&str> = selected
        .layers
        .iter()
        .flat_map(|layer| &layer.prompts)
        .flat_map(|chosen| &chosen.prompt.prompt().actions)
        .map(|text| text.value.as_str())
        .collect();
    let asker = if call.run.replies() { "model" } else { call.name.as_str() };
    let (mut actions, mut closed, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    for action in
        agent.agent.actions.iter().filter(|action| declared.contains(&action.name.as_str()))
    {
        if !action.by.iter().any(|by| by.value == asker || by.value == call.name) {
            closed.push(action.name.clone());
            continue;
        }
        let allow = agent.actions.get(&action.name).and_then(|program| program.allow.as_ref());
        // A condition on the parameters is looked at when the action is asked for.
        let allow = allow.filter(|allow| allow.names().iter().all(|name| name.name != "params"));
        match allow.map(|allow| allow.holds(view, &Limits::DEFAULT)) {
            None | Some(Ok(true)) => actions.push(action),
            Some(Ok(false)) => closed.push(action.name.clone()),
            Some(Err(problem)) => findings.push(reader::finding(&problem).at(&action.span)),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let same = |kept: &&Arc<Contract>| {
        let names = |action: &Action| action.name.clone();
        kept.closed == closed && kept.actions.iter().map(names).eq(actions.iter().map(|a| names(a)))
    };
    if let Some(kept) = kept.as_ref().filter(same) {
        return Ok(Arc::clone(kept));
    }
    let actions: Vec<Action> = actions.into_iter().cloned().collect();
    let schema = schema(&call.answer, &actions);
    let contract = Arc::new(Contract { answer: call.answer.clone(), actions, closed, schema });
    *kept = Some(Arc::clone(&contract));
    Ok(contract)
}

fn schema(answer: &Answer, actions: &[Action]) -> Option<Json> {
    let actions = if answer.tools { &[] } else { actions };
    match answer.kind {
        AnswerKind::Text | AnswerKind::Verdict => None,
        AnswerKind::Schema => answer.schema.clone(),
        AnswerKind::Actions => {
            let mut properties = Map::new();
            let message = "What the user reads.";
            properties.insert("message".into(), json!({"type": "string", "description": message}));
            fields(&mut properties, actions);
            Some(object(properties, &["message"]))
        }
    }
}

fn fields(properties: &mut Map<String, Json>, actions: &[Action]) {
    for action in actions {
        let mut params = action.params.clone();
        if let (Json::Object(map), false) = (&mut params, action.description.is_empty()) {
            map.insert("description".into(), Json::String(action.description.clone()));
        }
        properties.insert(action.name.clone(), json!({"anyOf": [params, {"type": "null"}]}));
    }
}

fn object(properties: Map<String, Json>, required: &[&str]) -> Json {
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}
