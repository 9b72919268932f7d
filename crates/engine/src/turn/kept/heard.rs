//! What is new in a turn.
//!
//! Owns the comparison with the turn before: one look at each part of the input, after which nobody has
//! to look again. It must never take two inputs for the same that differ in anything.

use crate::agent::exact::{Exact, common};
use crate::agent::input::TurnInput;
use crate::agent::size::Size;
use crate::turn::kept::cut;
use crate::turn::kept::roots::News;
use crate::turn::options::Options;

/// From how many bytes on a value is large.
const LARGE: usize = 4_096;

/// What the turn before was given.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    pub(crate) input: TurnInput,
    options: Options,
    /// How many bytes the history holds.
    said: usize,
    /// How many bytes everything else holds.
    beside: usize,
}

impl Heard {
    /// Takes in the input of a turn.
    pub(crate) fn follow(&mut self, given: &TurnInput) -> News {
        let Self { input: kept, said, beside, .. } = self;
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
        let gone: usize = kept.history.iter().skip(same).map(Size::size).sum();
        let new: usize = history.iter().skip(same).map(Size::size).sum();
        *said = said.saturating_sub(gone) + new;
        cut(&mut kept.history, same);
        kept.history.extend(history.iter().skip(same).cloned());
        let memory = update(&mut kept.memory, memory, beside);
        any |= memory;
        any |= update(&mut kept.state, state, beside);
        any |= update(&mut kept.history_from, history_from, beside);
        any |= update(&mut kept.input, input, beside);
        any |= update(&mut kept.message, message, beside);
        any |= update(&mut kept.actions, actions, beside);
        any |= update(&mut kept.pins, pins, beside);
        any |= update(&mut kept.label, label, beside);
        any |= update(&mut kept.arms, arms, beside);
        any |= update(&mut kept.unit, unit, beside);
        any |= update(&mut kept.id, id, beside);
        any |= update(&mut kept.now, now, beside);
        any |= update(&mut kept.answers, answers, beside);
        any |= update(&mut kept.config, config, beside);
        News { any, memory, history: same }
    }

    /// How many bytes the history holds.
    pub(crate) fn said(&self) -> usize {
        self.said
    }

    /// How many bytes everything else holds that the turn was given.
    pub(crate) fn beside(&self) -> usize {
        self.beside
    }

    /// Takes in what the caller asks for beside; tells whether it is something else.
    pub(crate) fn asked(&mut self, given: &Options) -> bool {
        let Options { call, model, provider, drafts, fetched, rows, rounds } = given;
        let Self { options: kept, beside, .. } = self;
        let mut any = kept.rows != *rows;
        kept.rows = *rows;
        any |= update(&mut kept.call, call, beside);
        any |= update(&mut kept.model, model, beside);
        any |= update(&mut kept.provider, provider, beside);
        any |= update(&mut kept.drafts, drafts, beside);
        any |= update(&mut kept.fetched, fetched, beside);
        any |= update(&mut kept.rounds, rounds, beside);
        any
    }
}

/// Tells whether a value is another one, and keeps it. `size` is what all of them hold.
fn update<T: Clone + Exact + Size>(kept: &mut T, given: &T, size: &mut usize) -> bool {
    let differs = !kept.exact(given);
    if differs {
        let (before, now) = (kept.size(), given.size());
        *size = size.saturating_sub(before) + now;
        // The room of a large value is not kept for a smaller one.
        if before > LARGE {
            *kept = given.clone();
        } else {
            kept.clone_from(given);
        }
    }
    differs
}
