//! What selection looks at.
//!
//! Owns the collection of names that decide which call a turn makes and which prompts fill it: the
//! gate's rows, the conditions of calls, layers and prompts, interpolated names, and the table of
//! compatible values. Only the calls that a turn makes by itself count: `reply`, and what stands
//! instead of it. It must never evaluate anything.

use std::collections::BTreeSet;

use crate::agent::call::Run;
use crate::check::compiled::{Compiled, LayerProgram};
use crate::text::template::{Expr, Name, Step, Template};
use crate::turn::gate::Rows;

/// Roots of expressions that stand for the state.
const STATES: [&str; 2] = ["state", "before"];

/// One name that selection looks at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Read {
    /// The name and its path: `crisis`, `level`.
    pub path: Vec<String>,
    /// Whether the first is a state key. Else it is a root: `message`, `memory`, `input`.
    pub of_state: bool,
    /// Who looks: `gate row 3`, `the layer memory of reply`.
    pub by: String,
    /// Whether who looks is looked at in a walk; rows that search the message or ask a call are not.
    pub walked: bool,
}

/// Everything that selection looks at, in the order of a turn. Constants of `config` are no reads.
#[must_use]
pub fn reads(agent: &Compiled) -> Vec<Read> {
    let mut found = Found::default();
    for (at, (row, program)) in agent.agent.gate.iter().zip(&agent.rows).enumerate() {
        let walked = Rows::OfState.include(row);
        let names = program.when.iter().flat_map(Expr::names);
        let names = names.chain(program.set.iter().flat_map(|(_, pattern)| pattern.names()));
        found.add(agent, names, &format!("gate row {at}"), walked);
        for fallback in &program.fallback {
            let names = fallback.when.iter().flat_map(Expr::names);
            let names = names.chain(fallback.set.iter().flat_map(|(_, pattern)| pattern.names()));
            found.add(agent, names, &format!("the fallback of gate row {at}"), false);
        }
    }
    let conditional = conditional(agent);
    for (call, program) in agent.agent.calls.iter().zip(&agent.calls) {
        if !matches!(call.run, Run::Reply | Run::Instead) {
            continue;
        }
        let names = program.when.iter().flat_map(Expr::names);
        found.add(agent, names, &format!("the call {}", call.name), true);
        for (layer, program) in call.layers.iter().zip(&program.layers) {
            let by = format!("the layer {} of {}", layer.id, call.name);
            found.add(agent, layer_names(program), &by, true);
            for at in can_come_to(program, &conditional) {
                let Some((name, when)) = conditional.get(at) else { continue };
                found.add(agent, when.names(), &format!("the prompt {name}"), true);
            }
        }
    }
    for rule in &agent.agent.compat {
        for key in [&rule.key, &rule.other] {
            let read = Read {
                path: vec![key.clone()],
                of_state: true,
                by: "compat".to_owned(),
                walked: true,
            };
            found.push(read);
        }
    }
    found.reads
}

/// The prompts with a condition of their own, in the catalog's order.
fn conditional(agent: &Compiled) -> Vec<(&str, &Expr)> {
    let all = agent.catalog.all().into_iter();
    all.filter_map(|prompt| Some((prompt.name.as_str(), agent.body(prompt)?.when.as_ref()?)))
        .collect()
}

/// Which of these prompts a layer can come to, by their places.
fn can_come_to(program: &LayerProgram, prompts: &[(&str, &Expr)]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (pattern, _) in &program.prompts {
        let name = pattern.source();
        if pattern.is_constant() {
            // The versions of a prompt stand side by side.
            let first = prompts.partition_point(|(known, _)| *known < name);
            let of_name = prompts.iter().enumerate().skip(first);
            let of_name = of_name.take_while(|(_, (known, _))| *known == name);
            found.extend(of_name.map(|(at, _)| at));
        } else {
            let all = prompts.iter().enumerate();
            found.extend(all.filter(|(_, (name, _))| can_be(pattern, name)).map(|(at, _)| at));
        }
    }
    found
}

/// Whether anything behind the gate looks at the state at the turn's start.
pub(crate) fn sees_before(agent: &Compiled) -> bool {
    let calls = agent.calls.iter().flat_map(|call| {
        let layers = call.layers.iter().flat_map(layer_names);
        call.when.iter().flat_map(Expr::names).chain(layers)
    });
    let keys = agent.keys.values().flat_map(|key| {
        let templates = key.url.iter().chain(&key.query).chain(&key.each);
        let conditions = key.from.iter().chain(&key.filter);
        templates.flat_map(Template::names).chain(conditions.flat_map(Expr::names))
    });
    let bodies = agent.bodies.values().filter_map(|body| body.when.as_ref()).flat_map(Expr::names);
    let allows = agent.actions.values().filter_map(|action| action.allow.as_ref());
    let allows = allows.flat_map(Expr::names);
    calls.chain(keys).chain(bodies).chain(allows).any(|name| name.name == "before")
}

fn layer_names(program: &LayerProgram) -> impl Iterator<Item = Name<'_>> {
    let prompts = program
        .prompts
        .iter()
        .flat_map(|(name, when)| name.names().into_iter().chain(when.iter().flat_map(Expr::names)));
    program.when.iter().flat_map(Expr::names).chain(prompts)
}

/// Whether an interpolated name of a layer can come to the name of a prompt, by what stands around its
/// expressions.
fn can_be(pattern: &Template, name: &str) -> bool {
    let source = pattern.source();
    let before = source.split_once("{{").map_or("", |(before, _)| before);
    let after = source.rsplit_once("}}").map_or("", |(_, after)| after);
    name.len() > before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
}

/// Reads in the order in which they were found, each once.
#[derive(Default)]
struct Found {
    reads: Vec<Read>,
    known: BTreeSet<Read>,
}

impl Found {
    fn push(&mut self, read: Read) {
        if self.known.insert(read.clone()) {
            self.reads.push(read);
        }
    }

    fn add<'n>(
        &mut self,
        agent: &Compiled,
        names: impl IntoIterator<Item = Name<'n>>,
        by: &str,
        walked: bool,
    ) {
        for name in names.into_iter().filter(|name| !["config", "answer"].contains(&name.name)) {
            let keys = name.path.iter().map_while(|step| match step {
                Step::Key(key) => Some((*key).to_owned()),
                Step::Index(_) => None,
            });
            let by_root = STATES.contains(&name.name);
            let own = (!by_root).then(|| name.name.to_owned());
            let path = own.into_iter().chain(keys).collect();
            let of_state = by_root || agent.agent.state_key(name.name).is_some();
            self.push(Read { path, of_state, by: by.to_owned(), walked });
        }
    }
}
