//! The course of a turn: from an input to an outcome.
//!
//! Owns the order in which a turn asks its host: for values, for a model's answer, for results of
//! actions. A turn is a pure function of its input and of what it was given; it reads no clock and
//! fetches nothing. It must never do a verb's work itself, and never go on without end: the agent bounds
//! its rounds.

mod after;
mod ask;
mod begin;
mod complaint;
mod correction;
mod finish;
mod form;
pub mod given;
mod hear;
pub mod outcome;
mod perform;
mod progress;
mod stream;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::agent::bounds::Bounds;
use crate::agent::input::{ActionRequest, TurnInput};
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::turn::Finder;
use crate::turn::account::assembly::Assembly;
use crate::turn::course::given::{Given, Misplaced, Recorded};
use crate::turn::course::outcome::{Failure, Outcome};
use crate::turn::course::progress::Progress;
use crate::turn::course::stream::Streamed;
use crate::turn::enforce::output::instructions::Instructions;
use crate::turn::format::reply::Reply;
use crate::turn::gate::Gated;
use crate::turn::gather::request::Request;
use crate::turn::kept::Memo;
use crate::turn::options::{Options, Round};
use crate::turn::read::answer::Liberty;

/// A turn under way.
pub struct Turn<'a> {
    agent: &'a Compiled,
    find: Finder<'a>,
    input: TurnInput,
    options: Options,
    at: At<'a>,
    pending: Option<Given>,
    given: Vec<Given>,
    gated: Option<Arc<Gated>>,
    /// Calls of the gate that the turn itself has asked and that answered.
    answered: BTreeSet<String>,
    /// Calls of the gate that have no answer, and why.
    failed: BTreeMap<String, String>,
    /// Context keys that the host was asked for.
    asked: BTreeSet<String>,
    calls: Vec<Called<'a>>,
    progress: Progress,
    /// The place of the call that stands for the reply, once it is chosen.
    reply: Option<usize>,
    /// The outcome as far as the reply goes, while calls behind it are made.
    ending: Option<Outcome>,
    /// Messages that the conversation has in addition, apart from the user's and the last answer.
    between: Vec<crate::agent::input::Message>,
}

/// What a turn waits for.
#[derive(Debug)]
pub enum Next<'t, 'a> {
    /// Values of context keys.
    Gather(&'t [Request]),
    /// A model's answer to this call.
    Call(&'t Assembly<'a>),
    /// The results of these actions, in this order: the model waits for them.
    Perform(&'t [ActionRequest]),
    /// Nothing: the turn is over.
    Done(&'t Outcome),
}

/// A call that was made, and what came of it.
#[derive(Debug)]
pub struct Called<'a> {
    /// The call, as it was sent.
    pub assembly: Assembly<'a>,
    /// The model's answer; none where it could not be asked.
    pub reply: Option<Reply>,
    /// Why there is no answer, or why it was not taken.
    pub refused: Option<String>,
    /// What was taken otherwise than as it stood.
    pub liberties: Vec<Liberty>,
}

/// Where a turn is.
enum At<'a> {
    /// In front of the gate.
    Begin,
    /// In front of a call.
    Ask(Asking),
    /// The host gathers.
    Gather(Asking, Vec<Request>),
    /// The model writes.
    Call(Box<Waiting<'a>>),
    /// The host performs actions.
    Perform(Box<Waiting<'a>>, Performing),
    /// Behind the answer, at a call that comes after it.
    After(usize),
    /// At the end.
    Done(Box<Outcome>),
}

/// What a call is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Purpose {
    /// A row of the gate asks it.
    Gate {
        /// The row's place.
        row: usize,
        /// The call.
        call: String,
    },
    /// The turn's own answer; with the name of the call where the host asked for one.
    Reply(Option<String>),
    /// A call behind the answer: its place among the agent's calls.
    After(usize),
}

/// A call that is to be made.
#[derive(Clone, Debug)]
struct Asking {
    purpose: Purpose,
    rounds: Vec<Round>,
    left: Bounds,
    /// The provider and the model that are asked in place of the agent's.
    instead: Option<(String, String)>,
}

/// A call that was made.
struct Waiting<'a> {
    asking: Asking,
    assembly: Assembly<'a>,
    /// What the turn had come to before this call's first answer: where an answer is not taken, it goes on
    /// from there.
    base: Progress,
    /// What the answer may not give away, where that is looked for.
    instructions: Option<Arc<Instructions>>,
    /// The answer as far as it came in pieces.
    streamed: Option<Streamed<'a>>,
    /// What the user has read of it, where it came in pieces: then it is not asked for again.
    seen: Option<Vec<String>>,
}

/// Actions that the host performs.
struct Performing {
    requests: Vec<ActionRequest>,
    /// The tool calls of the answer, each with its id: what came of it, or the place of its request.
    tools: Vec<(String, Came)>,
    reply: Reply,
}

/// What came of a tool call.
#[derive(Clone, Debug)]
enum Came {
    /// This, in words for the model.
    Said(String),
    /// Nothing yet: it is the request of this number.
    Asked(usize),
}

impl<'a> Turn<'a> {
    /// Begins a turn. With `call` in the options it is the turn of that call: one that runs in the
    /// background or after a reply is made without looking at the gate again.
    #[must_use]
    pub fn new(agent: &'a Compiled, input: TurnInput, options: Options, find: Finder<'a>) -> Self {
        Self {
            agent,
            find,
            input,
            options,
            at: At::Begin,
            pending: None,
            given: Vec::new(),
            gated: None,
            answered: BTreeSet::new(),
            failed: BTreeMap::new(),
            asked: BTreeSet::new(),
            calls: Vec::new(),
            progress: Progress::default(),
            reply: None,
            ending: None,
            between: Vec::new(),
        }
    }

    /// What the turn waits for. Asked again without being given anything, it says the same.
    ///
    /// # Errors
    /// Everything that is wrong with the input. What goes wrong later is a failure in the outcome.
    pub fn next(&mut self, memo: &mut Memo) -> Result<Next<'_, 'a>, Vec<Diagnostic>> {
        // The memo may be another one than in front of the question: that of a host that has started anew, or
        // of another node.
        if self.pending.is_some() {
            memo.follow(self.agent, &self.input, !self.options.drafts.is_empty());
        }
        while self.step(memo)? {}
        Ok(match &self.at {
            At::Gather(_, requests) => Next::Gather(requests),
            At::Call(waiting) => Next::Call(&waiting.assembly),
            At::Perform(_, performing) => Next::Perform(&performing.requests),
            At::Done(outcome) => Next::Done(outcome),
            // `step` goes on until the turn waits.
            At::Begin | At::Ask(_) | At::After(_) => Next::Gather(&[]),
        })
    }

    /// Gives the turn what it waits for.
    ///
    /// # Errors
    /// It waits for something else; then nothing has changed.
    pub fn resume(&mut self, given: Given) -> Result<(), Misplaced> {
        let waits = match (&self.at, &self.pending) {
            (_, Some(_)) | (At::Begin | At::Ask(_) | At::After(_), _) => "`next`",
            (At::Gather(..), _) => "values",
            (At::Call(_), _) => "a reply",
            (At::Perform(..), _) => "results",
            (At::Done(_), _) => "nothing",
        };
        let fits = waits == given.kind() || (waits == "a reply" && given.kind() == "a failure");
        if !fits {
            return Err(Misplaced { waits, given: given.kind() });
        }
        let given = self.noted(given);
        self.given.push(given.clone());
        self.pending = Some(given);
        Ok(())
    }

    /// What the turn was given to begin with, and what calls of the gate have answered since.
    #[must_use]
    pub fn input(&self) -> &TurnInput {
        &self.input
    }

    /// The calls that the turn has made so far, in order: each has a manifest of its own.
    #[must_use]
    pub fn calls(&self) -> &[Called<'a>] {
        &self.calls
    }

    /// The turn as it can be played again.
    #[must_use]
    pub fn recorded(&self) -> Recorded {
        let outcome = match &self.at {
            At::Done(outcome) => serde_json::to_value(outcome).unwrap_or_default(),
            _ => serde_json::Value::Null,
        };
        let mut input = self.input.clone();
        // These are among what was given.
        input.answers.retain(|call, _| !self.answered.contains(call));
        Recorded {
            agent: self.agent.agent.name.clone(),
            input,
            call: self.options.call.clone(),
            model: self.options.model.clone(),
            given: self.given.clone(),
            outcome,
        }
    }

    /// One step; whether there is another one before the turn waits for its host.
    fn step(&mut self, memo: &mut Memo) -> Result<bool, Vec<Diagnostic>> {
        let waits = matches!(self.at, At::Gather(..) | At::Call(_) | At::Perform(..));
        let given = self.pending.take();
        if matches!(self.at, At::Done(_)) || (waits && given.is_none()) {
            return Ok(false);
        }
        match (std::mem::replace(&mut self.at, At::Begin), given) {
            (At::Begin, _) => self.at = self.begin(memo)?,
            (At::Ask(asking), _) => self.at = self.ask(asking, memo),
            (At::Gather(asking, requests), Some(Given::Values(values))) => {
                self.bring(&requests, values);
                self.at = At::Ask(asking);
            }
            (At::Call(waiting), Some(Given::Reply(reply))) => {
                self.at = self.hear(*waiting, reply, memo);
            }
            (At::Call(mut waiting), Some(Given::Shown { reply, messages })) => {
                waiting.seen = Some(messages);
                self.at = self.hear(*waiting, reply, memo);
            }
            (At::Call(waiting), Some(Given::Failed(reason))) => {
                self.at = self.silent(*waiting, reason, memo);
            }
            (At::Call(waiting), Some(Given::Elsewhere { reason, provider, model })) => {
                self.at = self.elsewhere(*waiting, reason, (provider, model));
            }
            (At::Call(mut waiting), Some(Given::Broken { reason, messages })) => {
                waiting.seen = Some(messages);
                self.at = self.silent(*waiting, reason, memo);
            }
            (At::Perform(waiting, performing), Some(Given::Results(results))) => {
                self.at = self.results(*waiting, performing, results);
            }
            (At::After(place), _) => self.at = self.after(place, memo),
            // `resume` lets nothing else through.
            (at, _) => {
                self.at = at;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes what the host brought. A key that was asked for is not asked for again.
    fn bring(&mut self, requests: &[Request], values: BTreeMap<String, serde_json::Value>) {
        self.asked.extend(requests.iter().map(|request| request.key().to_owned()));
        self.options.fetched.extend(values);
    }
}

impl std::fmt::Debug for Turn<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Turn")
            .field("agent", &self.agent.agent.name)
            .field("given", &self.given.len())
            .finish_non_exhaustive()
    }
}

/// A failure without findings.
fn failure(code: &'static str, reason: impl Into<String>) -> Failure {
    Failure { code, reason: reason.into(), findings: Vec::new() }
}
