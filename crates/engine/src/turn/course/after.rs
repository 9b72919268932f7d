//! Calls behind the answer.
//!
//! Owns which of them a turn makes, in the order of the agent. They see the state that the answer left.
//! A call behind the answer that fails never takes the answer back.

use std::sync::Arc;

use crate::agent::call::Run;
use crate::text::template::Limits;
use crate::turn::course::{At, Purpose, Turn};
use crate::turn::kept::Memo;
use crate::turn::read::answer::Problem;

impl<'a> Turn<'a> {
    /// The next call behind the answer, from a place of the agent's calls on; the end of the turn, where
    /// there is none.
    pub(super) fn after(&mut self, place: usize, memo: &mut Memo) -> At<'a> {
        let calls = self.agent.agent.calls.iter().zip(&self.agent.calls).enumerate();
        for (at, (call, program)) in
            calls.skip(place).filter(|(_, (call, _))| call.run == Run::After)
        {
            let gated = self.stood();
            let tokenizer = self.counts_with();
            let state = Arc::clone(&self.progress.state);
            let ground = self.ground(&gated, memo, &tokenizer);
            let holds = program
                .when
                .as_ref()
                .map(|when| when.holds(&ground.view(&state), &Limits::DEFAULT));
            match holds {
                None | Some(Ok(true)) => return At::Ask(self.asking(Purpose::After(at))),
                Some(Ok(false)) => {}
                Some(Err(problem)) => self.progress.problems.push(Problem {
                    code: problem.code,
                    pointer: String::new(),
                    message: format!("{}: {}", call.name, problem.message),
                }),
            }
        }
        self.close(memo)
    }
}
