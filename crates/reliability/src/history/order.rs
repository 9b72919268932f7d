//! The search for one order of operations that explains every answer.
//!
//! Owns the search of Wing and Gong (1993), with what was tried remembered as Lowe (2017) does: a set of operations
//! together with the state after them is looked at once. An operation may come next if nothing that is still to
//! come was answered before it was asked for.

use std::collections::HashSet;

use super::{Op, State};

/// A history without an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unexplained {
    /// The longest order that explains a part: places in the history.
    pub order: Vec<usize>,
    /// The state after that part.
    pub state: State,
    /// What could have come next, and was answered otherwise.
    pub stuck: Vec<Op>,
}

/// Finds an order that begins with a state, as places in the history.
///
/// # Errors
///
/// [`Unexplained`] where there is none: no register of versions can have answered so.
pub fn explain(begin: State, history: &[Op]) -> Result<Vec<usize>, Unexplained> {
    let mut seen = HashSet::new();
    let mut done = vec![0_u64; history.len().div_ceil(64)];
    // The order so far, and for each place in it what else could have come there.
    let mut order: Vec<usize> = Vec::new();
    let mut states = vec![begin];
    let first = next(history, &done);
    let stuck =
        |places: &[usize]| places.iter().filter_map(|at| history.get(*at).copied()).collect();
    let mut best = Unexplained { order: Vec::new(), state: begin, stuck: stuck(&first) };
    let mut open = vec![first];
    loop {
        if order.len() == history.len() {
            return Ok(order);
        }
        let state = states.last().copied().unwrap_or(begin);
        let candidate = open.last_mut().and_then(Vec::pop);
        let Some(at) = candidate else {
            // Nothing more can come here: the last one was wrong.
            open.pop();
            states.pop();
            let Some(last) = order.pop() else { return Err(best) };
            flip(&mut done, last);
            continue;
        };
        let Some(after) = history.get(at).and_then(|op| state.after(op.what)) else { continue };
        flip(&mut done, at);
        if !seen.insert((done.clone(), after)) {
            flip(&mut done, at);
            continue;
        }
        order.push(at);
        states.push(after);
        let candidates = next(history, &done);
        if order.len() > best.order.len() {
            best = Unexplained { order: order.clone(), state: after, stuck: stuck(&candidates) };
        }
        open.push(candidates);
    }
}

/// What may come next: whatever was asked for before the first answer of all that is to come.
fn next(history: &[Op], done: &[u64]) -> Vec<usize> {
    let rest = || history.iter().enumerate().filter(|(at, _)| !is_done(done, *at));
    let first = rest().map(|(_, op)| op.answered).min().unwrap_or(0);
    rest().filter(|(_, op)| op.asked <= first).map(|(at, _)| at).collect()
}

fn is_done(done: &[u64], at: usize) -> bool {
    done.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

fn flip(done: &mut [u64], at: usize) {
    if let Some(word) = done.get_mut(at / 64) {
        *word ^= 1 << (at % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::super::What;
    use super::*;
    use proptest::prelude::*;

    const BEGIN: State = State { newest: 1, active: 1 };

    fn op(asked: u64, answered: u64, what: What) -> Op {
        Op { asked, answered, what }
    }

    #[test]
    fn answers_that_cross_are_explained() {
        let history = [
            op(0, 10, What::Create { version: 3, active: true }),
            op(1, 9, What::Create { version: 2, active: true }),
            op(2, 3, What::Read { active: 1 }),
            op(11, 12, What::Read { active: 3 }),
            op(11, 14, What::Follow { known: 3, answer: Ok(4) }),
            op(13, 15, What::Follow { known: 3, answer: Err(4) }),
        ];
        assert_eq!(explain(BEGIN, &history).unwrap(), [2, 1, 0, 3, 4, 5]);
    }

    #[test]
    fn what_no_register_answers_is_found() {
        let create =
            |asked, answered, version| op(asked, answered, What::Create { version, active: true });
        let broken: [&[Op]; 6] = [
            // A version twice.
            &[create(0, 1, 2), create(2, 3, 2)],
            // A gap.
            &[create(0, 1, 3)],
            // Numbers against the order in time.
            &[create(0, 1, 3), create(2, 3, 2)],
            // A read of what was replaced before it was asked for.
            &[create(0, 1, 2), op(2, 3, What::Read { active: 1 })],
            // Back and forth.
            &[
                create(0, 9, 2),
                op(1, 2, What::Read { active: 2 }),
                op(3, 4, What::Read { active: 1 }),
            ],
            // Two who knew the same version, and both went on from it.
            &[
                op(0, 5, What::Follow { known: 1, answer: Ok(2) }),
                op(0, 5, What::Follow { known: 1, answer: Ok(3) }),
            ],
        ];
        for history in broken {
            let found = explain(BEGIN, history).unwrap_err();
            assert!(found.order.len() < history.len() && !found.stuck.is_empty(), "{history:?}");
        }
    }

    proptest! {
        /// Whatever happens one behind the other is explained also when it is asked for early and answered late;
        /// and a version that was never made is never read.
        #[test]
        fn a_register_is_explained_and_a_lie_is_not(
            steps in prop::collection::vec((0..4_u8, 0..5_u64, 0..5_u64), 1..40),
            lie in any::<prop::sample::Index>(),
        ) {
            let (mut state, mut history) = (BEGIN, Vec::new());
            for (number, (kind, early, late)) in (0_u64..).zip(&steps) {
                let what = match kind {
                    0 => What::Create { version: state.newest + 1, active: number % 2 == 0 },
                    1 => What::Activate { version: 1 + u32::try_from(number).unwrap() % state.newest },
                    2 => What::Follow { known: state.newest, answer: Ok(state.newest + 1) },
                    _ => What::Read { active: state.active },
                };
                state = state.after(what).unwrap();
                let at = 10 * number + 100;
                history.push(op(at - early * 8, at + late * 8, what));
            }
            prop_assert!(explain(BEGIN, &history).is_ok());
            let at = lie.index(history.len());
            let when = history[at].asked;
            history.push(op(when, when + 1, What::Read { active: state.newest + 1 }));
            prop_assert!(explain(BEGIN, &history).is_err());
        }
    }
}
