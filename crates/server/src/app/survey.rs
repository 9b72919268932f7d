//! What is known of an agent as a whole: its states, and its steps with how many conversations are in them.
//!
//! Owns looking at the agent that is served. The walk is the engine's; it must never change anything.

use std::sync::Arc;

use proem::agent::step::slot::KINDS;
use proem::agent::step::{END, Then};
use proem::check::compiled::Compiled;
use proem::survey::matrix::{Matrix, matrix as walked};
use proem_store::flow::Counted;
use serde::Serialize;

use crate::app::App;
use crate::app::access::{Scope, Who};
use crate::app::fault::Fault;
use crate::catalog::live::Serving;

/// After how many days without a turn a conversation has dropped out, unless the caller says otherwise.
const QUIET: u32 = 7;

/// The most days that a caller may say.
const MOST_QUIET: u32 = 3_650;

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// Every state of an agent and what it comes to. `only` names the keys that are to vary, when not all are.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Invalid`] for keys that do not vary, or too many states.
pub(crate) async fn matrix(
    app: &App,
    who: &Who,
    agent: &str,
    only: Vec<String>,
) -> Result<Matrix, Fault> {
    who.may(Scope::Read)?;
    let serving = serving(app, who, agent)?;
    let found =
        walk(app, move || walked(&serving.compiled, &only, &proem::provider::find, &mut |_| {}));
    found.await?.map_err(|findings| Fault::findings(&findings))
}

/// Does what takes long: not on the threads that answer, and not for everybody at once.
///
/// # Errors
/// A mistake of ours.
pub(crate) async fn walk<T: Send + 'static>(
    app: &App,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Fault> {
    let broken = |error: &dyn std::fmt::Display| Fault::Broken(error.to_string());
    let _turn = app.walks.acquire().await.map_err(|error| broken(&error))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| broken(&error))
}

/// The steps of an agent as a graph.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Flow {
    /// The step in which a conversation begins; none where the agent has no flow.
    pub start: Option<String>,
    /// The steps, by name.
    pub nodes: Vec<Node>,
    /// The ways from step to step, in the order in which they are looked at.
    pub edges: Vec<Edge>,
    /// How many conversations have come to the end.
    pub ended: u32,
    /// Conversations at steps that the agent has no longer.
    pub gone: Vec<Gone>,
    /// After how many days without a turn a conversation has dropped out.
    pub quiet_days: u32,
}

/// A step that the agent has no longer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Gone {
    /// Its name.
    pub name: String,
    /// How many conversations have to do with it.
    #[serde(flatten)]
    pub sessions: Sessions,
}

/// How many conversations have to do with a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Sessions {
    /// How many have ever come to it.
    pub reached: u32,
    /// How many are in it now.
    pub here: u32,
    /// How many of the reached have left it: they are elsewhere now.
    pub went_on: u32,
    /// How many of those that are in it have had no turn for so long that they have dropped out.
    pub dropped_out: u32,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Node {
    /// Its name, without the type.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The version of its prompt.
    pub version: u32,
    /// The stage that it belongs to.
    pub stage: Option<String>,
    /// What it is to find out, as it is written.
    pub scope: Option<String>,
    /// What it collects.
    pub slots: Vec<Collected>,
    /// The actions that it allows.
    pub tools: Vec<String>,
    /// How often it asks again, and what follows.
    pub retries: Retries,
    /// Whether the flow may end here.
    pub ends: bool,
    /// How many conversations have to do with it.
    pub sessions: Sessions,
}

/// A value that a step collects.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Collected {
    /// Its name.
    pub name: String,
    /// Its type: `integer`, `email`, …
    pub kind: &'static str,
    /// Whether the step waits for it.
    pub required: bool,
}

/// How often a step asks again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Retries {
    /// How often, after the first question.
    pub limit: u32,
    /// What follows: `skip`, `stop` or `handoff`.
    pub then: &'static str,
}

/// A way from a step to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Edge {
    /// The step that is left.
    pub from: String,
    /// The step that follows; none where the flow ends.
    pub to: Option<String>,
    /// The condition, as it is written; none for the step's own `next`.
    pub when: Option<String>,
}

/// The steps of an agent as a graph, with how many conversations are in them; empty for an agent without a flow.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Invalid`] for days that are none.
pub(crate) async fn flow(
    app: &App,
    who: &Who,
    agent: &str,
    quiet_days: Option<u32>,
) -> Result<Flow, Fault> {
    who.may(Scope::Read)?;
    let days = quiet_days.unwrap_or(QUIET);
    if !(1..=MOST_QUIET).contains(&days) {
        let detail = format!("a conversation is quiet after 1 to {MOST_QUIET} days");
        return Err(Fault::mistake("?quiet_days", "flow.quiet", detail));
    }
    let serving = serving(app, who, agent)?;
    let since = app.clock.now() - i64::from(days) * DAY;
    let input = (who.workspace.clone(), agent.to_owned(), since);
    let counted = app.store.read(input, |tx, (of, agent, since)| {
        Box::pin(proem_store::flow::counts(tx, of, agent, *since))
    });
    let mut flow = Flow { quiet_days: days, ..graph(&serving.compiled) };
    for counted in counted.await? {
        place(&mut flow, &counted);
    }
    Ok(flow)
}

/// Puts a count where it belongs.
fn place(flow: &mut Flow, counted: &Counted) {
    let sessions = Sessions {
        reached: counted.reached,
        here: counted.here,
        went_on: counted.reached.saturating_sub(counted.here),
        dropped_out: counted.quiet,
    };
    if counted.step == END {
        flow.ended = counted.here;
    } else if let Some(node) = flow.nodes.iter_mut().find(|node| node.name == counted.step) {
        node.sessions = sessions;
    } else {
        flow.gone.push(Gone { name: counted.step.clone(), sessions });
    }
}

fn graph(agent: &Compiled) -> Flow {
    let Some(flow) = &agent.agent.flow else { return Flow::default() };
    let mut found =
        Flow { start: flow.start.as_ref().map(|start| start.value.clone()), ..Flow::default() };
    for (name, prompt, step) in agent.steps() {
        let way = |to: &str, when: Option<&str>| Edge {
            from: name.to_owned(),
            to: Some(to.to_owned()).filter(|to| to != END),
            when: when.map(str::to_owned),
        };
        let rows = step.logic.iter().filter_map(|row| {
            let when = row.when.as_ref().map(|when| when.value.as_str());
            Some(way(&row.to.as_ref()?.value, when))
        });
        found.edges.extend(rows);
        found.edges.extend(step.next.iter().map(|next| way(&next.value, None)));
        // With the rule sets that they use.
        let slots = agent.body(prompt).and_then(|body| body.step.as_ref());
        let slots = slots.map(|program| program.slots.as_slice()).unwrap_or(&step.slots);
        found.nodes.push(Node {
            name: name.to_owned(),
            title: prompt.title.clone(),
            version: prompt.version,
            stage: step.stage.as_ref().map(|stage| stage.value.clone()),
            scope: step.scope.as_ref().map(|scope| scope.value.clone()),
            slots: slots
                .iter()
                .map(|slot| Collected {
                    name: slot.name.clone(),
                    kind: KINDS
                        .iter()
                        .find(|(_, kind)| *kind == slot.kind())
                        .map_or("text", |(word, _)| word),
                    required: slot.is_required(),
                })
                .collect(),
            tools: step.tools.iter().map(|tool| tool.name.value.clone()).collect(),
            retries: Retries {
                limit: step.retries.limit,
                then: match step.retries.then {
                    Then::Skip => "skip",
                    Then::Stop => "stop",
                    Then::Handoff => "handoff",
                },
            },
            ends: step.ends(),
            sessions: Sessions::default(),
        });
    }
    found
}

/// The agent that is served.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Invalid`] where what is stored is broken.
pub(crate) fn serving(app: &App, who: &Who, agent: &str) -> Result<Arc<Serving>, Fault> {
    let missing = || match app.live.broken(&who.workspace, agent) {
        Some(findings) => Fault::findings(&findings),
        None => Fault::Missing { kind: "agent", id: agent.to_owned() },
    };
    app.live.get(&who.workspace, agent).ok_or_else(missing)
}
