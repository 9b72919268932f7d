//! Asking a model.
//!
//! Owns how a call of the turn is assembled, and what becomes of one that cannot be: a call of the gate
//! goes to its fallback, the reply is a failure that is told. It must never leave anything out of a call
//! to make it fit: that is the agent's to say.

use std::sync::Arc;

use crate::agent::input::TurnInput;
use crate::diagnostic::Diagnostic;
use crate::token::Tokenizer;
use crate::turn::advance::flow::Ground;
use crate::turn::course::outcome::Failure;
use crate::turn::course::{Asking, At, Called, Purpose, Turn, Waiting, failure};
use crate::turn::gate::{Gated, Rows};
use crate::turn::kept::Memo;
use crate::turn::options::Options;
use crate::turn::{Assembled, Ready, ready};

impl<'a> Turn<'a> {
    /// Assembles a call; what the host must fetch for it comes first.
    pub(super) fn ask(&mut self, asking: Asking, memo: &mut Memo) -> At<'a> {
        let options = self.options_of(&asking);
        let derived = self.behind(&asking.purpose);
        let input = derived.as_ref().unwrap_or(&self.input);
        match ready(self.agent, input, &options, self.find, memo, &self.asked) {
            Ok(Ready::Gather(requests)) => At::Gather(asking, requests),
            Ok(Ready::Assembled(Assembled::Call(assembly))) => {
                let base = self.progress.clone();
                let instructions = self.instructions(&assembly, memo);
                At::Call(Box::new(Waiting {
                    asking,
                    assembly: *assembly,
                    base,
                    instructions,
                    streamed: None,
                    seen: None,
                }))
            }
            // Only a call that is not asked for by name can be forestalled by the gate, and `begin` has
            // looked there.
            Ok(Ready::Assembled(Assembled::Said { .. })) => self.unasked(asking, Vec::new(), memo),
            Err(findings) => self.unasked(asking, findings, memo),
        }
    }

    /// A call that the model could not be asked.
    pub(super) fn silent(
        &mut self,
        waiting: Waiting<'a>,
        reason: String,
        memo: &mut Memo,
    ) -> At<'a> {
        let Waiting { asking, assembly, base, seen, .. } = waiting;
        self.progress = base;
        self.progress.answer.messages.extend(seen.into_iter().flatten());
        self.calls.push(Called {
            assembly,
            reply: None,
            refused: Some(reason.clone()),
            liberties: Vec::new(),
        });
        self.without(asking.purpose, failure("model.failed", reason), memo)
    }

    /// Makes a call again that a model did not answer, to another model.
    pub(super) fn elsewhere(
        &mut self,
        waiting: Waiting<'a>,
        reason: String,
        instead: (String, String),
    ) -> At<'a> {
        let Waiting { asking, assembly, base, .. } = waiting;
        self.progress = base;
        let refused = Some(reason);
        self.calls.push(Called { assembly, reply: None, refused, liberties: Vec::new() });
        At::Ask(Asking { instead: Some(instead), ..asking })
    }

    /// Goes on without an answer.
    pub(super) fn without(&mut self, purpose: Purpose, why: Failure, memo: &mut Memo) -> At<'a> {
        match purpose {
            Purpose::Gate { call, .. } => {
                self.failed.insert(call, why.reason);
                At::Begin
            }
            Purpose::Reply(_) => self.give_up(why, memo),
            Purpose::After(place) => {
                self.progress.problems.push(crate::turn::read::answer::Problem {
                    code: why.code,
                    pointer: String::new(),
                    message: format!("{}: {}", self.call_name(place), why.reason),
                });
                At::After(place + 1)
            }
        }
    }

    fn unasked(&mut self, asking: Asking, findings: Vec<Diagnostic>, memo: &mut Memo) -> At<'a> {
        let told: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        let reason = format!("the call cannot be assembled: {}", told.join("; "));
        let why = Failure { code: "assembly.failed", reason, findings };
        self.without(asking.purpose, why, memo)
    }

    fn options_of(&self, asking: &Asking) -> Options {
        let mut options = Options { rounds: asking.rounds.clone(), ..self.options.clone() };
        if let Some((provider, model)) = &asking.instead {
            options.provider = Some(provider.clone());
            options.model = Some(model.clone());
        }
        match &asking.purpose {
            Purpose::Gate { row, call } => {
                options.call = Some(call.clone());
                options.rows = Rows::Before(*row);
            }
            Purpose::Reply(call) => options.call.clone_from(call),
            Purpose::After(place) => {
                options.call = Some(self.call_name(*place).to_owned());
                options.rows = Rows::Before(0);
            }
        }
        options
    }

    /// The input of a call behind the answer: the state that the answer left, and nothing asked for
    /// twice.
    fn behind(&self, purpose: &Purpose) -> Option<TurnInput> {
        matches!(purpose, Purpose::After(_)).then(|| TurnInput {
            state: self.progress.state.as_ref().clone(),
            actions: Vec::new(),
            ..self.input.clone()
        })
    }

    pub(super) fn call_name(&self, place: usize) -> &'a str {
        let agent: &'a crate::check::compiled::Compiled = self.agent;
        agent.agent.calls.get(place).map(|call| call.name.as_str()).unwrap_or_default()
    }

    /// What the turn stands on.
    pub(super) fn ground<'g>(
        &'g self,
        gated: &'g Gated,
        memo: &'g Memo,
        tokenizer: &'g Tokenizer,
    ) -> Ground<'g> {
        Ground {
            agent: self.agent,
            input: &self.input,
            options: &self.options,
            config: &memo.config,
            roots: &memo.roots,
            before: &gated.before,
            tokenizer,
        }
    }

    /// What the gate made of the turn. There is one behind the beginning.
    pub(super) fn stood(&self) -> Arc<Gated> {
        let none = || Gated {
            before: Arc::default(),
            state: Arc::clone(&self.progress.state),
            fired: Vec::new(),
            say: None,
            actions: Vec::new(),
            buttons: Vec::new(),
            memories: Vec::new(),
        };
        self.gated.clone().unwrap_or_else(|| Arc::new(none()))
    }
}
