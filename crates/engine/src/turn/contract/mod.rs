//! What the model may ask for and how it must answer.
//!
//! Owns the union of the actions that the selected prompts allow, and the schema of the answer. An
//! action that no selected prompt declares is not in it, whatever else declares it. It must never know
//! a provider.

pub(crate) mod slots;
pub mod step_answer;
pub mod verdict;

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::agent::action::Action;
use crate::agent::call::{Answer, AnswerKind};
use crate::check::compiled::Compiled;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Limits, Scope};
use crate::turn::contract::step_answer::{Around, StepNow};
use crate::turn::select::choice::Selected;

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
    /// The step whose slots the answer has, `step/volume@3`.
    pub slots: Option<String>,
    /// The step that it was made for: hash and version, none for a draft.
    pub step: Option<(String, Option<u32>)>,
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
    let step = selected.step().and_then(StepNow::of);
    let mut declared: Vec<&str> = selected
        .layers
        .iter()
        .flat_map(|layer| &layer.prompts)
        .flat_map(|chosen| &chosen.prompt.prompt().actions)
        .map(|text| text.value.as_str())
        .collect();
    let tools = step.iter().flat_map(|now| &now.step.tools);
    declared.extend(tools.map(|tool| tool.name.value.as_str()));
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
    // The tool that decides belongs to the step and not to what is open.
    let own = |action: &&Action| action.name != step_answer::DECISION_TOOL;
    let basis = step.as_ref().map(|now| now.basis.clone());
    let same = |kept: &&Arc<Contract>| {
        let names = |action: &Action| action.name.clone();
        kept.closed == closed
            && kept.step == basis
            // Nobody knows whether a draft is the one of the turn before.
            && basis.as_ref().is_none_or(|(_, version)| version.is_some())
            && kept
                .actions
                .iter()
                .filter(own)
                .map(names)
                .eq(actions.iter().copied().filter(own).map(names))
    };
    if let Some(kept) = kept.as_ref().filter(same) {
        return Ok(Arc::clone(kept));
    }
    let mut actions: Vec<Action> = actions.into_iter().cloned().collect();
    if let Some(now) = &step {
        step_answer::govern(&now.step.tools, &mut actions);
    }
    if call.answer.kind == AnswerKind::Steps {
        step_answer::decide(&call.answer, step.as_ref(), agent, &mut actions);
    }
    let around = Around::of(agent, step.as_ref());
    let schema = schema(&call.answer, call.run.replies(), step.as_ref(), &around, &actions);
    let slots = step.map(|now| now.name).filter(|_| call.answer.kind == AnswerKind::Steps);
    let answer = call.answer.clone();
    let contract = Arc::new(Contract { answer, actions, closed, schema, slots, step: basis });
    *kept = Some(Arc::clone(&contract));
    Ok(contract)
}

fn schema(
    answer: &Answer,
    replies: bool,
    step: Option<&StepNow<'_>>,
    around: &Around<'_>,
    actions: &[Action],
) -> Option<Json> {
    let actions = if answer.tools { &[] } else { actions };
    match answer.kind {
        AnswerKind::Text | AnswerKind::Verdict => None,
        AnswerKind::Schema => answer.schema.clone(),
        AnswerKind::Steps => {
            let mut properties = step_answer::properties(answer, step, around);
            let required: Vec<&str> = step_answer::required(answer);
            fields(&mut properties, actions);
            Some(object(properties, &required))
        }
        AnswerKind::Actions => {
            let mut properties = Map::new();
            let message = if replies {
                "What the user reads."
            } else {
                "A word about what you did. The user does not read it."
            };
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
