//! The beginning of a turn's course: the gate.
//!
//! Owns the loop in which calls of the gate are made until no row waits for one, and what happens where
//! no call is made at all: the gate speaks, or a flow opens. It must never let a call of the gate that
//! failed pass for an answer.

use std::sync::Arc;

use crate::agent::call::Run;
use crate::agent::input::ActionRequest;
use crate::agent::step::END;
use crate::diagnostic::Diagnostic;
use crate::turn::advance::flow;
use crate::turn::course::outcome::{Fate, Said, Taken, Voice};
use crate::turn::course::{Asking, At, Purpose, Turn};
use crate::turn::gate::effect::AUTHOR;
use crate::turn::gate::position::Position;
use crate::turn::gate::{Gated, Rows};
use crate::turn::kept::Memo;
use crate::turn::{gated, model, select};

impl<'a> Turn<'a> {
    /// Looks at the gate; as long as one of its rows waits for a call, that call is next.
    pub(super) fn begin(&mut self, memo: &mut Memo) -> Result<At<'a>, Vec<Diagnostic>> {
        if let Some(call) = &self.options.call {
            let runs = self.agent.agent.call(call).map(|call| call.run);
            if matches!(runs, Some(Run::Background | Run::After)) {
                self.options.rows = Rows::Before(0);
            }
        }
        let gated = Arc::new(gated(self.agent, &self.input, self.options.rows, memo)?);
        let waits = gated.fired.iter().find_map(|fired| {
            let call = fired.call.as_ref()?;
            let open = !self.input.answers.contains_key(call) && !self.failed.contains_key(call);
            open.then(|| Purpose::Gate { row: fired.row, call: call.clone() })
        });
        if let Some(purpose) = waits {
            return Ok(At::Ask(self.asking(purpose)));
        }
        self.pass(&gated, memo);
        let said = gated.say.clone();
        self.gated = Some(gated);
        if let (Some(text), None) = (said, &self.options.call) {
            return Ok(self.conclude(None, vec![Said { by: Voice::Gate, text }], memo));
        }
        if let Some(at) = self.open(memo)? {
            return Ok(at);
        }
        let own = self.own_call(memo)?;
        let call = self.options.call.clone().filter(|call| !self.is_displaced(call, own));
        self.reply = match &call {
            Some(call) => self.agent.call_index(call),
            None => Some(own),
        };
        Ok(At::Ask(self.asking(Purpose::Reply(call))))
    }

    pub(super) fn asking(&self, purpose: Purpose) -> Asking {
        Asking { purpose, rounds: Vec::new(), left: self.agent.agent.turn, instead: None }
    }

    /// Takes over what the gate did, and does what its rows ask for.
    fn pass(&mut self, gated: &Gated, memo: &Memo) {
        let mut progress = std::mem::take(&mut self.progress);
        progress.state = Arc::clone(&gated.state);
        progress.memories.extend(gated.memories.iter().cloned());
        for (button, request) in gated.buttons.iter().zip(&self.input.actions) {
            let declared = self.agent.agent.action(&request.name);
            let fate = match &button.reason {
                Some(reason) => Fate::Refused { code: "action.refused", reason: reason.clone() },
                None if declared.is_some_and(|action| action.effects.is_empty()) => {
                    progress.hand(request, "user");
                    Fate::Handed
                }
                None => Fate::Done,
            };
            let ActionRequest { name, params } = request.clone();
            progress.actions.push(Taken { name, params, by: "user".to_owned(), fate });
        }
        let tokenizer = self.counts_with();
        let ground = self.ground(gated, memo, &tokenizer);
        for name in &gated.actions {
            let request = ActionRequest { name: name.clone(), params: serde_json::Map::new() };
            // What keeps it from being done is noted with it.
            let _ = progress.act(self.agent, &ground, &request, AUTHOR);
        }
        self.progress = progress;
    }

    /// The agent opens a flow: the engine says the entry, and no model is asked.
    fn open(&mut self, memo: &mut Memo) -> Result<Option<At<'a>>, Vec<Diagnostic>> {
        let silent = self.input.message.is_none()
            && self.input.history.is_empty()
            && self.input.actions.is_empty()
            && self.options.call.is_none();
        let Some(gated) = self.gated.clone().filter(|_| silent && self.agent.agent.flow.is_some())
        else {
            return Ok(None);
        };
        let step = gated.state.get("step").and_then(serde_json::Value::as_str);
        let Some(step) = step.filter(|step| *step != END).map(str::to_owned) else {
            return Ok(None);
        };
        let tokenizer = self.counts_with();
        let ground = self.ground(&gated, memo, &tokenizer);
        if self.own_call(memo)? != 0 {
            return Ok(None);
        }
        let mut ladder = Position::of(&gated.state).ladder;
        let state = &self.progress.state;
        let said = flow::speak(&ground, &step, &["entry"], state, &mut ladder, None)?;
        if said.is_empty() {
            return Ok(None);
        }
        let state = Arc::make_mut(&mut self.progress.state);
        state.insert("ladder".to_owned(), serde_json::json!(ladder));
        let said = self.formed(said, 0, memo);
        let said = said.into_iter().map(|text| Said { by: Voice::Engine, text }).collect();
        Ok(Some(self.conclude(None, said, memo)))
    }

    /// The place of the call that the turn makes by itself.
    fn own_call(&self, memo: &Memo) -> Result<usize, Vec<Diagnostic>> {
        let gated = self.stood();
        let tokenizer = self.counts_with();
        let ground = self.ground(&gated, memo, &tokenizer);
        select::call(self.agent, &ground.view(&gated.state), None)
    }

    /// Whether the turn's own call stands in place of the one that the host asked for: what keeps people
    /// safe in a reply keeps them safe in every answer that has the core.
    fn is_displaced(&self, asked: &str, own: usize) -> bool {
        let asked = self.agent.agent.call(asked);
        own != 0 && asked.is_some_and(|call| call.run == Run::Asked && !call.bare)
    }

    /// What counts where no call has been assembled yet.
    pub(super) fn counts_with(&self) -> crate::token::Tokenizer {
        let model = model(self.agent, 0, &self.options);
        let provider = (self.find)(&model).map(|(provider, _)| provider.name());
        self.agent.tokenizer(provider.unwrap_or_default(), &model)
    }
}
