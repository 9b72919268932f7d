//! What a caller who asks the model has in hand for a turn.
//!
//! Owns how a turn goes on with that, and where it stops because more is needed. What was given before is given
//! again, so that nothing has to be kept in between. It must never ask a model, and never store anything.

use std::collections::{BTreeMap, VecDeque};

use proem::agent::call::Run;
use proem::agent::input::{ActionRequest, TurnInput};
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::course::outcome::Outcome;
use proem::turn::course::{Next, Turn};
use proem::turn::format::Provider;
use proem::turn::format::reply::Reply;
use proem::turn::gather::request::Request;
use proem::turn::kept::Memo;
use proem::turn::{Options, gated};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::app::asked::Asked;
use crate::app::assemble::Assembly;
use crate::app::fault::Fault;
use crate::app::turns::play::mistaken;
use crate::catalog::live::Serving;

/// Who answers where the caller does, in the place of a provider.
pub(super) const CALLER: &str = "caller";

/// What is to be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// The input of the turn.
    pub input: TurnInput,
    /// The call, instead of the turn's own.
    pub call: Option<String>,
    /// The provider, instead of the one of the model.
    pub provider: Option<String>,
    /// The model, instead of the agent's.
    pub model: Option<String>,
    /// Values of context keys that the caller has fetched.
    pub values: BTreeMap<String, Json>,
    /// What the turn was given before.
    pub given: Vec<Given>,
    /// What it is given now; nothing where no call was made.
    pub answer: Option<Answer>,
    /// Whether an answer that cannot be taken is asked for again.
    pub reask: bool,
    /// Whether manifests are wanted.
    pub manifest: bool,
}

/// What a turn is given.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// What the model wrote.
    Text(String),
    /// What its provider sent.
    Body(Json),
    /// Why there is no answer.
    Failed(String),
    /// The results of actions.
    Results(Vec<ActionResult>),
}

impl Answer {
    /// Where it stands in a request.
    fn pointer(&self) -> &'static str {
        match self {
            Self::Text(_) => "/answer",
            Self::Body(_) => "/body",
            Self::Failed(_) => "/failed",
            Self::Results(_) => "/results",
        }
    }
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Came {
    /// The turn is over.
    Done {
        /// What it came to.
        outcome: Box<Outcome>,
        /// The calls that were made.
        calls: Vec<Made>,
    },
    /// A turn of a session is over and stored: the reply, as JSON text.
    Stored(String),
    /// This call is to be made, and its answer handed in.
    Call {
        /// The call.
        assembly: Box<Assembly>,
        /// What the turn was given so far.
        given: Vec<Given>,
    },
    /// These actions are to be performed, and their results handed in.
    Requires {
        /// The actions, in order.
        requests: Vec<ActionRequest>,
        /// What the turn was given so far.
        given: Vec<Given>,
    },
}

/// A call that was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Made {
    /// Its name.
    pub call: String,
    /// The provider that it was written for.
    pub provider: String,
    /// The model.
    pub model: String,
    /// The release that it was made from.
    pub release: String,
    /// Its tokens.
    pub tokens: u32,
    /// Why the answer was not taken, where it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    /// Its account, where it was wanted.
    #[serde(skip_serializing_if = "Json::is_null")]
    pub manifest: Json,
}

/// What the caller has in hand for a turn.
pub(super) struct Hand {
    given: VecDeque<Given>,
    answer: Option<Answer>,
    reask: bool,
    manifest: bool,
    /// The call that was asked for by name.
    named: Option<String>,
    /// Whether the gate asks for the named call, too: the answer is not for that.
    gate_asks: bool,
    /// How the calls were answered, in order.
    pub(super) asked: Vec<Asked>,
}

/// Where a turn stops.
pub(super) enum Stop {
    /// It needs values of context keys.
    Values(Vec<Request>),
    /// It needs an answer that the caller does not have yet.
    Call(Box<Assembly>),
    /// It needs results that the caller does not have yet.
    Requires(Vec<ActionRequest>),
    /// It is over.
    Done(Box<Outcome>),
}

impl Stop {
    /// A turn that needs more of its caller.
    pub(super) fn unfinished(self, turn: &Turn<'_>) -> Came {
        let given = turn.recorded().given;
        match self {
            Self::Call(assembly) => Came::Call { assembly, given },
            Self::Requires(requests) => Came::Requires { requests, given },
            // Neither is met by a caller: values are given, and the end is told.
            Self::Values(_) => Came::Requires { requests: Vec::new(), given },
            Self::Done(outcome) => Came::Done { outcome, calls: Vec::new() },
        }
    }
}

impl Hand {
    /// What a request has in hand for a turn with this input.
    ///
    /// # Errors
    /// Everything that is wrong with the input.
    pub(super) fn of(
        serving: &Serving,
        input: &TurnInput,
        wish: &Wish,
        memo: &mut Memo,
    ) -> Result<Self, Fault> {
        let named = wish.call.clone();
        let is_gate = |name: &String| {
            let call = serving.compiled.agent.call(name);
            call.is_some_and(|call| call.run == Run::Gate) && !input.answers.contains_key(name)
        };
        let mut gate_asks = false;
        if named.as_ref().is_some_and(is_gate) {
            let rows = Options::default().rows;
            let seen = gated(&serving.compiled, input, rows, memo)
                .map_err(|findings| Fault::findings(&findings))?;
            gate_asks = seen.fired.iter().any(|row| row.call == named);
        }
        let (given, answer) = (wish.given.clone().into(), wish.answer.clone());
        let (reask, manifest) = (wish.reask, wish.manifest);
        Ok(Self { given, answer, reask, manifest, named, gate_asks, asked: Vec::new() })
    }

    /// Leads a turn as far as it comes with what is in hand.
    ///
    /// # Errors
    /// Everything that is wrong with what was handed in, also that nobody asked for it.
    pub(super) fn go_on(
        &mut self,
        serving: &Serving,
        turn: &mut Turn<'_>,
        memo: &mut Memo,
    ) -> Result<Stop, Fault> {
        loop {
            let next = turn.next(memo).map_err(|findings| Fault::findings(&findings))?;
            let given = match next {
                Next::Gather(requests) => match self.before("values")? {
                    Some(given) => given,
                    None => return Ok(Stop::Values(requests.to_vec())),
                },
                Next::Perform(requests) => match self.results(requests)? {
                    Some(given) => given,
                    None => return Ok(Stop::Requires(requests.to_vec())),
                },
                Next::Call(assembly) => {
                    let call = assembly.call_name();
                    let given = self.reply(serving, call, assembly.provider())?;
                    let Some(given) = given else {
                        let assembly = Assembly::of(assembly, self.manifest, Vec::new());
                        return Ok(Stop::Call(Box::new(assembly)));
                    };
                    self.asked.push(asked(&given));
                    given
                }
                Next::Done(outcome) => {
                    if let Some(mistake) = mistaken(outcome, false) {
                        return Err(mistake);
                    }
                    let outcome = Box::new(outcome.clone());
                    self.spent()?;
                    return Ok(Stop::Done(outcome));
                }
            };
            turn.resume(given).map_err(misplaced)?;
        }
    }

    /// The next of what was given before. It must be what the turn waits for.
    fn before(&mut self, waits: &str) -> Result<Option<Given>, Fault> {
        let Some(given) = self.given.pop_front() else { return Ok(None) };
        let kind = given.kind();
        if kind == waits || (waits == "a reply" && kind == "a failure") {
            return Ok(Some(given));
        }
        let detail = format!("the turn waits for {waits} here, and this is {kind}");
        Err(Fault::mistake("/given", "given.misplaced", detail))
    }

    fn results(&mut self, requests: &[ActionRequest]) -> Result<Option<Given>, Fault> {
        if let Some(given) = self.before("results")? {
            return Ok(Some(given));
        }
        match self.answer.take() {
            None => Ok(None),
            Some(Answer::Results(results)) if results.len() == requests.len() => {
                Ok(Some(Given::Results(results)))
            }
            Some(Answer::Results(results)) => {
                let (some, all) = (results.len(), requests.len());
                let detail =
                    format!("{some} results for {all} actions: one for each, in their order");
                Err(Fault::mistake("/results", "turn.results", detail))
            }
            Some(other) => {
                let names: Vec<_> = requests.iter().map(|request| request.name.as_str()).collect();
                let detail = format!("the turn waits for results of {}", names.join(", "));
                Err(Fault::mistake(other.pointer(), "answer.unasked", detail))
            }
        }
    }

    fn reply(
        &mut self,
        serving: &Serving,
        call: &str,
        provider: &'static dyn Provider,
    ) -> Result<Option<Given>, Fault> {
        if let Some(given) = self.before("a reply")? {
            self.gate_asks &= self.named.as_deref() != Some(call);
            return Ok(Some(given));
        }
        let run = serving.compiled.agent.call(call).map(|call| call.run);
        let is_named = self.named.as_deref() == Some(call);
        let for_gate = std::mem::take(&mut self.gate_asks) && is_named;
        if run == Some(Run::Gate) && (!is_named || for_gate) {
            let why = "no answer to it was handed in with `answers`";
            return Ok(Some(Given::Failed(why.to_owned())));
        }
        let reply = match self.answer.take() {
            None => return Ok(None),
            Some(Answer::Text(text)) => Reply::of_text(text),
            Some(Answer::Failed(why)) => return Ok(Some(Given::Failed(why))),
            Some(Answer::Body(body)) => provider.reply(&body).map_err(|bad| {
                let detail = format!("as an answer of {}: {bad}", provider.name());
                Fault::mistake("/body", "answer.body", detail)
            })?,
            Some(other) => {
                let detail = format!("the turn waits for an answer to `{call}`");
                return Err(Fault::mistake(other.pointer(), "answer.unasked", detail));
            }
        };
        Ok(Some(match self.reask {
            true => Given::Reply(reply),
            // It counts as shown: then it is taken as it is.
            false => Given::Shown { reply, messages: Vec::new() },
        }))
    }

    /// Refuses what a turn came to its end without.
    fn spent(&self) -> Result<(), Fault> {
        let pointer = match &self.answer {
            Some(answer) => answer.pointer(),
            None if self.given.is_empty() => return Ok(()),
            None => "/given",
        };
        let detail = "the turn comes to its end without it";
        Err(Fault::mistake(pointer, "answer.unasked", detail))
    }
}

/// What was given where the turn waits for something else.
pub(super) fn misplaced(misplaced: proem::turn::course::given::Misplaced) -> Fault {
    Fault::mistake("/given", "given.misplaced", misplaced.to_string())
}

/// How the caller's answer came about, as far as it says.
fn asked(given: &Given) -> Asked {
    let usage = match given {
        Given::Reply(reply) | Given::Shown { reply, .. } => json!(reply.usage),
        _ => Json::Null,
    };
    let status = if given.kind() == "a reply" { "ok" } else { "failed" }.to_owned();
    Asked { by: CALLER.to_owned(), latency: 0, usage, status }
}

/// The calls of a turn as they are told.
pub(super) fn calls(turn: &Turn<'_>, manifest: bool) -> Vec<Made> {
    let made = turn.calls().iter().map(|called| {
        let assembly = &called.assembly;
        Made {
            call: assembly.call_name().to_owned(),
            provider: assembly.provider().name().to_owned(),
            model: assembly.model().name.clone(),
            release: assembly.release(),
            tokens: assembly.tokens().total,
            refused: called.refused.clone(),
            manifest: if manifest { json!(assembly.manifest()) } else { Json::Null },
        }
    });
    made.collect()
}
