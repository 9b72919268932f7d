//! What is new in a turn.
//!
//! Owns the comparison with the turn before: one look at each part of the input, after which nobody has
//! to look again. It must never take two inputs for the same that differ in anything.

use crate::agent::exact::{Exact, common};
use crate::agent::input::TurnInput;
use crate::turn::kept::roots::News;
use crate::turn::options::Options;

/// What the turn before was given.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    pub(crate) input: TurnInput,
    options: Options,
}

impl Heard {
    /// Takes in the input of a turn.
    pub(crate) fn follow(&mut self, given: &TurnInput) -> News {
        let kept = &mut self.input;
        // Taken apart whole, so that no field can be forgotten.
        let TurnInput {
            state,
            memory,
            history,
            history_from,
            input,
            message,
            actions,
            pins,
            label,
            arms,
            unit,
            id,
            now,
            answers,
            config,
        } = given;
        let same = common(&kept.history, history);
        let mut any = same < kept.history.len() || same < history.len();
        kept.history.truncate(same);
        kept.history.extend(history.iter().skip(same).cloned());
        let memory = update(&mut kept.memory, memory);
        any |= memory;
        any |= update(&mut kept.state, state);
        any |= update(&mut kept.history_from, history_from);
        any |= update(&mut kept.input, input);
        any |= update(&mut kept.message, message);
        any |= update(&mut kept.actions, actions);
        any |= update(&mut kept.pins, pins);
        any |= update(&mut kept.label, label);
        any |= update(&mut kept.arms, arms);
        any |= update(&mut kept.unit, unit);
        any |= update(&mut kept.id, id);
        any |= update(&mut kept.now, now);
        any |= update(&mut kept.answers, answers);
        any |= update(&mut kept.config, config);
        News { any, memory, history: same }
    }

    /// Takes in what the caller asks for beside; tells whether it is something else.
    pub(crate) fn asked(&mut self, given: &Options) -> bool {
        let Options { call, model, provider, drafts, fetched, rows, rounds } = given;
        let kept = &mut self.options;
        let mut any = kept.rows != *rows;
        kept.rows = *rows;
        any |= update(&mut kept.call, call);
        any |= update(&mut kept.model, model);
        any |= update(&mut kept.provider, provider);
        any |= update(&mut kept.drafts, drafts);
        any |= update(&mut kept.fetched, fetched);
        any |= update(&mut kept.rounds, rounds);
        any
    }
}

/// Tells whether a value is another one, and keeps it.
fn update<T: Clone + Exact>(kept: &mut T, given: &T) -> bool {
    let differs = !kept.exact(given);
    if differs {
        kept.clone_from(given);
    }
    differs
}
