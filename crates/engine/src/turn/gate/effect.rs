//! What an action does to the state.
//!
//! Owns the four operations and their rule: all effects of an action happen, or none does. An id that
//! is not there, a value that breaks a schema, a pair that may not meet: each refuses the action with
//! its reason. It must never perform what has no declared effect; that is the host's.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::agent::action::{Action, Effect, Operation};
use crate::agent::input::{ActionRequest, TurnInput};
use crate::agent::state::{State, clash};
use crate::check::compiled::{Compiled, EffectProgram};
use crate::text::template::{Expr, Limits, Problem, Scope};
use crate::turn::kept::roots::Roots;
use crate::turn::scope::{NOWHERE, View, With};

/// What became of an action that the user asked for by a button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Button {
    /// The action.
    pub name: String,
    /// Whether it was done; without declared effects it is handed to the host.
    pub done: bool,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Something to remember.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Remembered {
    /// `semantic`, `episodic` or `procedural`.
    pub kind: String,
    /// Whose it is: `user`, `core`, `project` or `shared`.
    pub scope: String,
    /// A word for what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// What is to be remembered.
    pub text: String,
}

/// What an action came to.
#[derive(Clone, Debug)]
pub(crate) struct Applied {
    /// The state behind it.
    pub state: State,
    /// What is to be remembered.
    pub memories: Vec<Remembered>,
}

/// The asker that stands for the agent's author: rows of the gate, and the logic of steps.
pub(crate) const AUTHOR: &str = "agent";

/// Whose a memory can be.
const SCOPES: [&str; 4] = ["user", "core", "project", "shared"];

/// Takes the actions that the user asked for, in order, each upon the state that the one before left.
pub(crate) fn buttons(
    agent: &Compiled,
    input: &TurnInput,
    config: &Json,
    roots: &Roots,
    before: &Arc<State>,
) -> (Arc<State>, Vec<Button>, Vec<Remembered>) {
    let mut state = Arc::clone(before);
    let mut buttons = Vec::new();
    let mut memories = Vec::new();
    for (at, request) in input.actions.iter().enumerate() {
        let view = View::new(input, config, roots, before, &state);
        let seed = format!("{}/{at}", input.id.as_deref().unwrap_or_default());
        let reason = match apply(agent, request, "user", &seed, &state, &view) {
            Ok(applied) => {
                state = Arc::new(applied.state);
                memories.extend(applied.memories);
                None
            }
            Err(reason) => Some(reason),
        };
        buttons.push(Button { name: request.name.clone(), done: reason.is_none(), reason });
    }
    (state, buttons, memories)
}

/// The state behind an action. `seed` makes the new ids: the same seed gives the same ids.
///
/// # Errors
/// Why the action is refused, in one sentence.
pub(crate) fn apply(
    agent: &Compiled,
    request: &ActionRequest,
    asker: &str,
    seed: &str,
    state: &State,
    view: &dyn Scope,
) -> Result<Applied, String> {
    let name = &request.name;
    let (Some(action), Some(program)) = (agent.agent.action(name), agent.actions.get(name)) else {
        return Err(format!("there is no action `{name}`"));
    };
    if asker != AUTHOR && !action.by.iter().any(|by| by.value == asker) {
        return Err(format!("`{name}` is not for {asker} to ask"));
    }
    let params = Json::Object(request.params.clone());
    if let Some(validator) = &program.params {
        let problems: Vec<String> =
            validator.iter_errors(&params).map(|error| error.to_string()).collect();
        if !problems.is_empty() {
            return Err(format!("parameters: {}", problems.join("; ")));
        }
    }
    if let Some(allow) = &program.allow {
        let extra = [("params", &params)];
        let scope = With { base: view, extra: &extra };
        if !allow.holds(&scope, &Limits::DEFAULT).map_err(sentence)? {
            return Err(format!("`{}` does not hold", allow.source().trim()));
        }
    }
    let mut next = state.clone();
    let mut ids = Ids { seed, count: 0 };
    let mut memories = Vec::new();
    for (effect, program) in action.effects.iter().zip(&program.effects) {
        one(effect, program, &params, view, &mut ids, &mut next, &mut memories)?;
    }
    check(agent, action, &next)?;
    Ok(Applied { state: next, memories })
}

/// New ids, made from a seed and a number.
struct Ids<'s> {
    seed: &'s str,
    count: u32,
}

impl Ids<'_> {
    fn next(&mut self) -> Json {
        self.count += 1;
        let hash = blake3::hash(format!("{}#{}", self.seed, self.count).as_bytes());
        Json::String(hash.to_hex().chars().take(12).collect())
    }
}

fn one(
    effect: &Effect,
    program: &EffectProgram,
    params: &Json,
    view: &dyn Scope,
    ids: &mut Ids<'_>,
    state: &mut State,
    memories: &mut Vec<Remembered>,
) -> Result<(), String> {
    let elements = match &program.each {
        None => vec![Json::Null],
        Some(each) => match eval(each, params, None, view)? {
            Json::Array(items) => items,
            _ => return Err(format!("`{}` is not a list", each.source())),
        },
    };
    for element in elements {
        let new_id = ids.next();
        let extra = [("params", params), ("item", &element), ("new_id", &new_id)];
        let scope = With { base: view, extra: &extra };
        let value = match &program.value {
            Some(pattern) => pattern.fill(&scope, &Limits::DEFAULT).map_err(sentence)?,
            None => Json::Null,
        };
        if effect.operation == Operation::Remember {
            memories.push(remembered(&effect.key.value, &value)?);
        } else {
            change(effect, program.filter.as_ref(), value, params, view, state)?;
        }
    }
    Ok(())
}

/// A memory whose text was filled in.
fn remembered(kind: &str, value: &Json) -> Result<Remembered, String> {
    let text = |name: &str| value.get(name).and_then(Json::as_str).map(str::trim);
    let scope = text("scope").unwrap_or("user");
    if !SCOPES.contains(&scope) {
        return Err(format!("`{scope}` is no scope of memories"));
    }
    let category = text("category").filter(|category| !category.is_empty()).map(str::to_owned);
    match text("text") {
        Some(text) if !text.is_empty() => Ok(Remembered {
            kind: kind.to_owned(),
            scope: scope.to_owned(),
            category,
            text: text.to_owned(),
        }),
        _ => Err("there is nothing to remember".to_owned()),
    }
}

fn change(
    effect: &Effect,
    filter: Option<&Expr>,
    value: Json,
    params: &Json,
    view: &dyn Scope,
    state: &mut State,
) -> Result<(), String> {
    let key = &effect.key.value;
    if let Some(filter) = filter {
        let Some(Json::Array(items)) = state.get_mut(key) else {
            return Err(format!("`{key}` has no items"));
        };
        let mut found = Vec::with_capacity(items.len());
        for item in items.iter() {
            found.push(eval_bool(filter, params, item, view)?);
        }
        if !found.contains(&true) {
            return Err(format!("nothing in `{key}` is meant by `{}`", filter.source().trim()));
        }
        let mut flags = found.iter();
        match effect.operation {
            Operation::Remove => items.retain(|_| flags.next() == Some(&false)),
            operation => {
                let meant = items.iter_mut().zip(flags).filter(|(_, meant)| **meant);
                meant.for_each(|(item, _)| lay_over(item, &value, operation));
            }
        }
        return Ok(());
    }
    match effect.operation {
        Operation::Set if value.is_null() => {
            state.remove(key);
        }
        Operation::Set => {
            state.insert(key.clone(), value);
        }
        Operation::Append => {
            match state.entry(key.clone()).or_insert_with(|| Json::Array(Vec::new())) {
                Json::Array(items) => items.push(value),
                _ => return Err(format!("`{key}` is not a list")),
            }
        }
        Operation::Remove => {
            state.remove(key);
        }
        Operation::Merge => merge(key, value, state)?,
        // What is remembered is no state.
        Operation::Remember => {}
    }
    Ok(())
}

/// Lays the fields of a value over an item; `append` adds to the item's lists instead.
fn lay_over(item: &mut Json, value: &Json, operation: Operation) {
    let (Json::Object(item), Json::Object(fields)) = (&mut *item, value) else {
        *item = value.clone();
        return;
    };
    for (name, value) in fields {
        match item.get_mut(name) {
            Some(Json::Array(list)) if operation == Operation::Append => list.push(value.clone()),
            None if operation == Operation::Append => {
                item.insert(name.clone(), Json::Array(vec![value.clone()]));
            }
            _ => {
                item.insert(name.clone(), value.clone());
            }
        }
    }
}

/// Fields over a mapping; a list of mappings over a list, item by item by `id`.
fn merge(key: &str, value: Json, state: &mut State) -> Result<(), String> {
    let target = state.entry(key.to_owned()).or_insert_with(|| Json::Object(Map::new()));
    match (target, value) {
        (Json::Object(target), Json::Object(fields)) => target.extend(fields),
        (Json::Array(items), Json::Array(changes)) => {
            for change in changes {
                let id = change.get("id").cloned().unwrap_or_default();
                let found = items.iter_mut().find(|item| item.get("id") == Some(&id));
                let (Some(Json::Object(item)), Json::Object(fields)) = (found, change) else {
                    return Err(format!("`{key}` has no item with the id {id}"));
                };
                item.extend(fields);
            }
        }
        _ => return Err(format!("the value cannot be laid over `{key}`")),
    }
    Ok(())
}

fn check(agent: &Compiled, action: &Action, state: &State) -> Result<(), String> {
    let writes = action.effects.iter().filter(|effect| effect.operation != Operation::Remember);
    for key in writes.map(|effect| &effect.key.value) {
        if let (Some(value), Some(validator)) = (state.get(key), agent.state.get(key)) {
            let problems: Vec<String> =
                validator.iter_errors(value).map(|error| error.to_string()).collect();
            if !problems.is_empty() {
                return Err(format!("`{key}` would break its schema: {}", problems.join("; ")));
            }
        }
    }
    clash(&agent.agent.compat, state).map_or(Ok(()), Err)
}

fn eval(expr: &Expr, params: &Json, item: Option<&Json>, view: &dyn Scope) -> Result<Json, String> {
    let null = Json::Null;
    let extra = [("params", params), ("item", item.unwrap_or(&null))];
    let scope = With { base: view, extra: &extra };
    let value = expr.eval(&scope, NOWHERE, &Limits::DEFAULT).map_err(sentence)?;
    Ok(value.to_json().unwrap_or_default())
}

fn eval_bool(expr: &Expr, params: &Json, item: &Json, view: &dyn Scope) -> Result<bool, String> {
    let extra = [("params", params), ("item", item)];
    let scope = With { base: view, extra: &extra };
    expr.holds(&scope, &Limits::DEFAULT).map_err(sentence)
}

fn sentence(problem: Problem) -> String {
    problem.message
}
