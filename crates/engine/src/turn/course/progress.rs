//! What a turn has come to so far.
//!
//! Owns the part of a turn that an answer adds to: the state, the actions, what was read. It is copied
//! before each answer, so that an answer which is not taken leaves nothing behind. It must never be shown
//! to a host before the turn is done.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::agent::input::ActionRequest;
use crate::agent::state::State;
use crate::check::compiled::Compiled;
use crate::turn::advance::event::Event;
use crate::turn::advance::flow::Ground;
use crate::turn::course::complaint::Complaint;
use crate::turn::course::outcome::{Fate, Taken};
use crate::turn::enforce::ruling::Ruling;
use crate::turn::gate::effect::{self, Remembered};
use crate::turn::read::answer::{Answer, Liberty, Problem};

/// The code of what nobody has asked for. It is passed over, and told.
const UNKNOWN: &str = "answer.unknown";

/// The code of what an answer must have and has not.
const MISSING: &str = "answer.missing";

/// The fields of an answer that are for the log alone.
const LOGGED: [&str; 3] = ["/reason", "/script", "/intent"];

/// What a turn has come to so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    /// The state behind the actions.
    pub state: Arc<State>,
    /// What became of actions.
    pub actions: Vec<Taken>,
    /// The requests of the model that were granted.
    pub granted: Vec<ActionRequest>,
    /// What is to be remembered.
    pub memories: Vec<Remembered>,
    /// What the host is told.
    pub events: Vec<Event>,
    /// What was read, over all rounds.
    pub answer: Answer,
    /// Liberties with what was read.
    pub liberties: Vec<Liberty>,
    /// What the engine makes of the step so far, where the call is about one.
    pub ruling: Option<Ruling>,
    /// Problems with what was read, and refusals of what was said.
    pub problems: Vec<Problem>,
}

impl Progress {
    /// Does what an action does, or hands it to the host. Gives the reason where it is refused.
    pub(super) fn act(
        &mut self,
        agent: &Compiled,
        ground: &Ground<'_>,
        request: &ActionRequest,
        by: &str,
    ) -> Result<(), String> {
        let number = self.actions.len();
        let seed = format!("{}/{by}/{number}", ground.input.id.as_deref().unwrap_or_default());
        let view = ground.view(&self.state);
        let applied = effect::apply(agent, request, by, &seed, &self.state, &view);
        let declared = agent.agent.action(&request.name);
        let handed = declared.is_some_and(|action| action.effects.is_empty());
        let fate = match applied {
            Ok(applied) => {
                self.state = Arc::new(applied.state);
                self.memories.extend(applied.memories);
                if handed {
                    self.hand(request, by);
                    Fate::Handed
                } else {
                    Fate::Done
                }
            }
            Err(reason) => {
                self.refuse(&request.name, request.params.clone(), by, "action.refused", &reason);
                return Err(reason);
            }
        };
        self.taken(request, by, fate);
        Ok(())
    }

    /// Notes what became of an action.
    pub(super) fn taken(&mut self, request: &ActionRequest, by: &str, fate: Fate) {
        let ActionRequest { name, params } = request.clone();
        self.actions.push(Taken { name, params, by: by.to_owned(), fate });
    }

    /// Notes that an action was refused.
    pub(super) fn refuse(
        &mut self,
        name: &str,
        params: Map<String, Json>,
        by: &str,
        code: &'static str,
        reason: &str,
    ) {
        let fate = Fate::Refused { code, reason: reason.to_owned() };
        self.actions.push(Taken { name: name.to_owned(), params, by: by.to_owned(), fate });
    }

    /// Tells the host to perform an action.
    pub(super) fn hand(&mut self, request: &ActionRequest, by: &str) {
        let ActionRequest { name, params } = request.clone();
        self.events.push(Event::Action { name, params, by: by.to_owned() });
    }

    /// What of the problems of an answer is worth asking again for. The reason and the like are for the
    /// log.
    pub(super) fn answer_problems(&self, answer: &Answer) -> Vec<Complaint> {
        let logged = |problem: &Problem| {
            problem.code == UNKNOWN
                || LOGGED.iter().any(|name| problem.pointer.ends_with(name))
                || (problem.code == MISSING && self.answer.decision.is_some())
        };
        answer.problems.iter().filter(|problem| !logged(problem)).map(Complaint::of).collect()
    }

    /// Forgets what is missing: the answer goes on in another round.
    pub(super) fn goes_on(&mut self) {
        self.problems.retain(|problem| problem.code != MISSING);
    }

    /// Adds what an answer says. Of several rounds the last decision counts; messages and values add up.
    pub(super) fn hear(&mut self, mut answer: Answer) {
        self.liberties.append(&mut answer.liberties);
        let decided = self.answer.decision.is_some();
        let open = |problem: &Problem| !(decided && problem.code == MISSING);
        self.problems.extend(answer.problems.drain(..).filter(open));
        let kept = &mut self.answer;
        let blank = answer.messages.iter().filter(|message| message.trim().is_empty()).count();
        if blank > 0 {
            let note = format!("{blank} blank, not said");
            let pointer = String::new();
            self.liberties.push(Liberty { code: "said.blank", pointer, note });
        }
        let said = answer.messages.into_iter().filter(|message| !message.trim().is_empty());
        kept.messages.extend(said);
        kept.slots.extend(answer.slots);
        kept.corrections.extend(answer.corrections);
        kept.decision = answer.decision.or(kept.decision);
        kept.intent = answer.intent.or(kept.intent);
        kept.script = answer.script.or(kept.script.take());
        kept.reason = answer.reason.or(kept.reason.take());
        kept.verdict = answer.verdict.or(kept.verdict.take());
        kept.value = answer.value.or(kept.value.take());
    }
}
