//! Which values state keys of few values can have together.
//!
//! Owns the question whether conditions can hold at the same time, answered by trying every
//! combination of the enumerations, booleans and small integers that they read. It must never call
//! something impossible that a turn can come to: what it does not know stays open, and so does what has
//! too many combinations.

use serde_json::{Map, Value as Json};

use crate::agent::Agent;
use crate::agent::state::{State, clash};
use crate::text::origin::SourceId;
use crate::text::template::{Expr, Limits, Name, Scope, Step, Value, Verdict};

/// The most combinations that are tried for one question.
const MOST: usize = 2_048;

/// The most values that an integer may have to be tried one by one.
const MOST_INTEGERS: i64 = 16;

/// A place in the state: the key and the fields below it.
pub(super) type Path = Vec<String>;

/// A condition, and whether it must hold or must not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Condition<'a> {
    pub expr: &'a Expr,
    pub wanted: bool,
}

/// One combination of values.
#[derive(Clone, Debug)]
pub(super) struct World<'v> {
    known: &'v [Variable],
    state: State,
    whole: Json,
}

/// A place in the state with everything that it can be; nothing stands for unset.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    path: Path,
    values: Vec<Option<Json>>,
}

impl Scope for World<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        let nowhere = SourceId(0);
        match name {
            "state" => Some(Value::json(&self.whole, nowhere, true)),
            _ => self.state.get(name).map(|value| Value::json(value, nowhere, true)),
        }
    }
}

impl World<'_> {
    /// What a condition comes to here.
    pub(super) fn judge(&self, agent: &Agent, expr: &Expr) -> Verdict {
        let known = |name: &Name<'_>| {
            path_of(agent, name).is_some_and(|path| self.known.iter().any(|one| one.path == path))
        };
        expr.judge(self, &known, &Limits::DEFAULT)
    }

    /// Whether the places have these words here.
    pub(super) fn has(&self, words: &[(Path, String)]) -> bool {
        words.iter().all(|(path, word)| {
            let value = path.iter().try_fold(&self.whole, |value, key| value.get(key));
            value.and_then(Json::as_str) == Some(word)
        })
    }

    /// Whether a condition can be as wanted here.
    pub(super) fn admits(&self, agent: &Agent, condition: Condition<'_>) -> bool {
        match (self.judge(agent, condition.expr), condition.wanted) {
            (Verdict::Holds, wanted) => wanted,
            (Verdict::Fails, wanted) => !wanted,
            (Verdict::Breaks, _) => false,
            (Verdict::Open, _) => true,
        }
    }
}

/// The place in the state that a name means now: what it was before the turn is another matter.
pub(super) fn path_of(agent: &Agent, name: &Name<'_>) -> Option<Path> {
    if name.name == "before" { None } else { place_of(agent, name) }
}

/// The place in the state that a name means, now or before the turn.
pub(super) fn place_of(agent: &Agent, name: &Name<'_>) -> Option<Path> {
    let mut path = Vec::new();
    if !["state", "before"].contains(&name.name) {
        path.push(name.name.to_owned());
    }
    for step in &name.path {
        match step {
            Step::Key(key) => path.push((*key).to_owned()),
            Step::Index(_) => return None,
        }
    }
    agent.state_key(path.first()?)?;
    Some(path)
}

/// The schema of a place in the state.
pub(super) fn schema_of<'a>(agent: &'a Agent, path: &[String]) -> Option<&'a Json> {
    let (key, fields) = path.split_first()?;
    let mut schema = &agent.state_key(key)?.schema;
    for field in fields {
        schema = schema.get("properties")?.get(field)?;
    }
    Some(schema)
}

/// All values of a schema that has few.
pub(super) fn values_of(schema: &Json) -> Option<Vec<Json>> {
    if let Some(values) = schema.get("enum").and_then(Json::as_array) {
        return Some(values.clone());
    }
    if let Some(value) = schema.get("const") {
        return Some(vec![value.clone()]);
    }
    match schema.get("type").and_then(Json::as_str)? {
        "boolean" => Some(vec![Json::Bool(false), Json::Bool(true)]),
        "integer" => {
            let bound = |word: &str| schema.get(word).and_then(Json::as_i64);
            let (from, to) = (bound("minimum")?, bound("maximum")?);
            let few = to.checked_sub(from).is_some_and(|width| width < MOST_INTEGERS);
            few.then(|| (from..=to).map(Json::from).collect())
        }
        _ => None,
    }
}

/// The variables among names.
pub(super) fn variables<'n>(
    agent: &Agent,
    names: impl IntoIterator<Item = Name<'n>>,
) -> Vec<Variable> {
    let mut found: Vec<Variable> = Vec::new();
    for name in names {
        let Some(path) = path_of(agent, &name) else { continue };
        if found.iter().any(|variable| variable.path == path) {
            continue;
        }
        let Some(values) = schema_of(agent, &path).and_then(values_of) else { continue };
        // Whatever its default, a key may be unset.
        let values = values.into_iter().map(Some).chain([None]).collect();
        found.push(Variable { path, values });
    }
    found
}

/// Whether all conditions can be as wanted while the places of `pinned` have their values.
pub(super) fn possible(
    agent: &Agent,
    conditions: &[Condition<'_>],
    pinned: &[(Path, String)],
) -> bool {
    if conditions.is_empty() && pinned.len() < 2 {
        return true;
    }
    let plain: Vec<(String, bool)> = conditions.iter().map(|one| plain(*one)).collect();
    let denied = |(text, wanted): &(String, bool)| {
        plain.iter().any(|(other, also)| other == text && also != wanted)
    };
    if plain.iter().any(denied) {
        return false;
    }
    let names = conditions.iter().flat_map(|condition| condition.expr.names());
    let mut variables = variables(agent, names);
    for (path, word) in pinned {
        let values = vec![Some(Json::from(word.as_str()))];
        match variables.iter_mut().find(|variable| variable.path == *path) {
            // Two demands on one place meet in nothing, or in the same word.
            Some(variable) => variable.values.retain(|value| values.contains(value)),
            None => variables.push(Variable { path: path.clone(), values }),
        }
    }
    let holds = |world: &World<'_>| conditions.iter().all(|one| world.admits(agent, *one));
    any(agent, &variables, MOST, holds).unwrap_or(true)
}

/// A condition in words, without its negation, so that `not x` is seen to deny `x` whatever `x` is.
/// Texts in quotes, and what is made of several conditions, stay as they are.
fn plain(condition: Condition<'_>) -> (String, bool) {
    const JOINED: [&str; 8] = [" and ", " or ", " if ", "==", "<", ">", "\"", "'"];
    let mut wanted = condition.wanted;
    let source = condition.expr.source();
    if JOINED.iter().any(|word| source.contains(word)) {
        return (source.to_owned(), wanted);
    }
    let mut text = source.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some(rest) = text.strip_prefix("not ") {
        (text, wanted) = (rest.to_owned(), !wanted);
    }
    if let Some((name, test)) = text.split_once(" is not ") {
        (text, wanted) = (format!("{name} is {test}"), !wanted);
    }
    (text, wanted)
}

/// Whether some combination that `compat` allows is as wanted; nothing when there are more than `most`.
pub(super) fn any(
    agent: &Agent,
    variables: &[Variable],
    most: usize,
    mut wanted: impl FnMut(&World<'_>) -> bool,
) -> Option<bool> {
    let count = variables.iter().try_fold(1_usize, |product, variable| {
        product.checked_mul(variable.values.len()).filter(|product| *product <= most)
    })?;
    let mut world = World { known: variables, state: Map::new(), whole: Json::Null };
    for number in 0..count {
        world.state.clear();
        let mut rest = number;
        for variable in variables {
            let value = variable.values.get(rest % variable.values.len());
            rest /= variable.values.len();
            if let Some(Some(value)) = value {
                write(&mut world.state, &variable.path, value);
            }
        }
        if clash(&agent.compat, &world.state).is_some() {
            continue;
        }
        world.whole = Json::Object(world.state.clone());
        if wanted(&world) {
            return Some(true);
        }
    }
    Some(false)
}

fn write(state: &mut State, path: &[String], value: &Json) {
    let Some((key, fields)) = path.split_first() else { return };
    if fields.is_empty() {
        state.insert(key.clone(), value.clone());
        return;
    }
    let below = state.entry(key.clone()).or_insert_with(|| Json::Object(Map::new()));
    if let Json::Object(below) = below {
        write(below, fields, value);
    }
}
