//! The ladder: what happens when a step does not get what it waits for.
//!
//! Owns the count of answers in vain and of asides, and the policy that follows when there were enough.
//! It is what keeps every step that waits from going on forever. It must never speak.

use crate::agent::step::Then;
use crate::agent::step::logic::Decision;
use crate::agent::step::policy::Intent;
use crate::turn::enforce::ruling::{self, Case, Ending, Ruling};
use crate::turn::gate::position::Ladder;

/// Counts a turn in a step that stays, and gives up where there were enough. `spoke` tells whether the
/// user said anything. Gives the slots that are skipped by it.
pub(crate) fn climb(
    case: &Case<'_>,
    ruling: &mut Ruling,
    ladder: &mut Ladder,
    spoke: bool,
) -> Vec<String> {
    if ruling.decision == Decision::Next || !spoke || !ruling.waits {
        return Vec::new();
    }
    if !ruling.taken.is_empty() {
        // Something came: the step goes on, and what is still missing is asked for anew.
        ladder.failed = 0;
        ladder.asides.clear();
        return Vec::new();
    }
    // Who corrects what was said before has not answered, but was not asked in vain either.
    let intent = if ruling.corrected.is_empty() { ruling.intent } else { Intent::Correction };
    if let Some(most) = case.policies.bears(intent) {
        let count = ladder.asides.entry(intent).or_default();
        if *count < most {
            *count += 1;
            return Vec::new();
        }
    }
    ladder.failed = ladder.failed.saturating_add(1);
    let retries = case.now.step.retries;
    if ladder.failed <= retries.limit {
        return Vec::new();
    }
    ruling.decision = Decision::Next;
    let asked = match ladder.failed {
        1 => "asked in vain once".to_owned(),
        times => format!("asked in vain {times} times"),
    };
    match retries.then {
        Then::Skip => {
            let skipped = ruling.missing.clone();
            ruling.to = Some(ruling::way_out(case, ruling));
            ruling.reason = format!("{asked}: skipped");
            return skipped;
        }
        Then::Stop => {
            ruling.ending = Some(Ending::Stopped);
            ruling.reason = format!("{asked}: the flow ends");
        }
        Then::Handoff => {
            ruling.ending = Some(Ending::HandedOff);
            ruling.reason = format!("{asked}: a person takes over");
        }
    }
    ruling.to = Some(crate::agent::step::END.to_owned());
    Vec::new()
}
