//! The offline model: it answers from an agent's cases and contracts, so that everything runs without a
//! key.
//!
//! Owns which case an answer is taken from, and what is said where none is near. The rule is the same
//! everywhere and knows no chance; docs/CHAT.md states it. It names itself in every reply that a user reads,
//! and every answer notes where it comes from. It must never judge: a question of the gate is answered by
//! the very message that a case answers, or it fails, so that the agent's own fallback decides.

mod heard;
mod named;
pub mod repertoire;
mod slots;
mod smallest;
mod step;

use serde_json::{Value as Json, json};

use crate::agent::call::{AnswerKind, Call, Run};
use crate::agent::input::TurnInput;
use crate::rehearsal::heard::Heard;
use crate::rehearsal::named::{NAME, named};
use crate::rehearsal::repertoire::{Entry, Repertoire};
use crate::turn::Assembly;
use crate::turn::case::script;
use crate::turn::contract::step_answer::StepNow;
use crate::turn::course::Called;
use crate::turn::course::given::Given;
use crate::turn::format::reply::{Note, Reply};
use crate::turn::read::FAIL;

/// What a call of the gate is told where no case has its very message.
pub const CANNOT_JUDGE: &str = "rehearsal judges nothing: no case has this very message";

/// What is said where a reply keeps people safe and no case has the very message.
const NO_HELP: &str = "No model is connected, and this is not help. If somebody is in danger, call \
                       the emergency number of the place where they are.";

/// The layer of the core.
const CORE: &str = "core";

/// The most prompts that are named.
const GUIDES: usize = 6;

/// A question to the offline model.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q, 'a> {
    /// The call.
    pub assembly: &'q Assembly<'a>,
    /// The input of the turn that makes it.
    pub input: &'q TurnInput,
    /// The calls that the turn has made before.
    pub earlier: &'q [Earlier],
}

/// A call that the turn has made before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    call: String,
    refused: Option<String>,
}

impl Earlier {
    /// What matters here of the calls that a turn has made.
    #[must_use]
    pub fn of(calls: &[Called<'_>]) -> Vec<Self> {
        let call = |called: &Called<'_>| called.assembly.call_name().to_owned();
        calls.iter().map(|made| Self { call: call(made), refused: made.refused.clone() }).collect()
    }

    /// Whether it was the same call.
    #[must_use]
    pub fn is_of(&self, assembly: &Assembly<'_>) -> bool {
        self.call == assembly.call_name()
    }
}

impl Question<'_, '_> {
    /// The calls of this name that the turn has made before.
    fn same(&self) -> impl DoubleEndedIterator<Item = &Earlier> {
        let name = self.assembly.call_name();
        self.earlier.iter().filter(move |earlier| earlier.call == name)
    }
}

/// Answers a call.
#[must_use]
pub fn rehearse(repertoire: &Repertoire, question: &Question<'_, '_>) -> Given {
    let assembly = question.assembly;
    let agent = &assembly.agent.agent;
    let Some(call) = agent.call(assembly.call_name()) else {
        return Given::Failed(CANNOT_JUDGE.to_owned());
    };
    let heard = Heard::of(question.input);
    let exact = repertoire.exact(assembly, &heard);
    if call.run == Run::Gate {
        let known = exact.filter(|entry| repertoire.stands_alike(entry, assembly));
        return match known {
            Some(entry) => replied(question, entry, "has this very message"),
            None => Given::Failed(CANNOT_JUDGE.to_owned()),
        };
    }
    if let Some(entry) = exact {
        return replied(question, entry, "has this very message");
    }
    let contract = &assembly.contract;
    let alone = call.isolated && call.run == Run::Instead;
    let near =
        matches!(contract.answer.kind, AnswerKind::Text | AnswerKind::Actions | AnswerKind::Schema);
    if let Some((entry, shared)) = repertoire.nearest(assembly, &heard).filter(|_| near && !alone) {
        return replied(question, entry, &shared);
    }
    let step = assembly.selected.step().and_then(StepNow::of);
    match step.filter(|_| contract.answer.kind == AnswerKind::Steps) {
        Some(now) => {
            let answer = step::answer(repertoire, question, &now);
            noted(script::reply(contract, &answer), "read from the message: no case has it")
        }
        None => {
            let answer = least(assembly, call, alone);
            noted(script::reply(contract, &answer), "made from the contract: no case is near")
        }
    }
}

/// The answer of a case: of several the one for this time that the model is asked.
fn replied(question: &Question<'_, '_>, entry: &Entry, why: &str) -> Given {
    let contract = &question.assembly.contract;
    let time = question.same().count();
    let answer = entry.answers.get(time).or_else(|| entry.answers.last());
    let answer = answer.cloned().unwrap_or_default();
    let place = format!("{}:{}", entry.case, entry.turn);
    let reads =
        question.assembly.agent.agent.call(&entry.call).is_some_and(|call| call.run.replies());
    let answer = if reads { named(contract, answer, &place) } else { answer };
    noted(script::reply(contract, &answer), &format!("from the case {place}, which {why}"))
}

/// Notes where an answer comes from.
fn noted(mut reply: Reply, source: &str) -> Given {
    reply.notes.push(Note { pointer: String::new(), note: format!("rehearsal: {source}") });
    Given::Reply(reply)
}

/// The smallest answer that a contract allows.
fn least(assembly: &Assembly<'_>, call: &Call, alone: bool) -> Json {
    let contract = &assembly.contract;
    let text = match (alone, call.run.replies()) {
        (true, _) => format!("{NAME} {NO_HELP}"),
        (false, true) if contract.answer.kind == AnswerKind::Verdict => {
            format!("a model would judge here {NAME}")
        }
        (false, true) => format!("{NAME} A model would answer here{}.", guided(assembly)),
        (false, false) => format!("{NAME} Nothing is done."),
    };
    match contract.answer.kind {
        AnswerKind::Text => Json::String(text),
        AnswerKind::Actions => json!({"message": text}),
        AnswerKind::Steps => json!({"messages": [text], "decision": "stay", "reason": "rehearsal"}),
        AnswerKind::Verdict => {
            let fail = contract.answer.heads.as_ref().map_or(FAIL, |heads| &heads.fail);
            let fail = fail.trim_end();
            let gap = if fail.ends_with(':') { " " } else { ": " };
            Json::String(format!("{fail}{gap}{text}"))
        }
        AnswerKind::Schema => smallest::smallest(contract.schema.as_ref().unwrap_or(&Json::Null)),
    }
}

/// The prompts that the model would read beside the core, in words.
fn guided(assembly: &Assembly<'_>) -> String {
    let layers = assembly.selected.layers.iter().filter(|layer| layer.included);
    let layers = layers.filter(|layer| layer.layer.id != CORE);
    let prompts = layers.flat_map(|layer| &layer.prompts).map(|chosen| chosen.name().to_string());
    let prompts: Vec<String> = prompts.take(GUIDES).collect();
    match prompts.is_empty() {
        true => String::new(),
        false => format!(", guided by {}", prompts.join(", ")),
    }
}
