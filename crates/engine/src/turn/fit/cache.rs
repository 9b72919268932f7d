//! What is done for the provider's cache.
//!
//! Owns where a prefix ends that is worth keeping, and the key that leads requests with the same prefix
//! to the same cache. Everything in front of the first text that changes from turn to turn can be
//! cached. It must never change a byte of text.

use crate::agent::prompt;
use crate::check::compiled::Compiled;
use crate::turn::fit::Fitted;
use crate::turn::format::{CachePlan, Caching};
use crate::turn::message::entry::Place;

/// Hexadecimal digits of a key.
const KEY: usize = 32;

/// The key of a call. Requests of one unit share the longest prefix: that of its conversation.
pub(crate) fn key(agent: &Compiled, call: usize, unit: Option<&str>) -> Option<String> {
    let unit = unit.unwrap_or_default();
    let hash = prompt::hash(&format!("{}\n{call}\n{unit}", agent.agent.hash));
    hash.rsplit(':').next().and_then(|hash| hash.get(..KEY)).map(str::to_owned)
}

/// The plan for a draft that fits.
pub(crate) fn plan(key: Option<String>, fitted: &Fitted, caching: Caching) -> CachePlan {
    let mut plan = CachePlan { key, ..CachePlan::default() };
    if caching.marks == 0 {
        return plan;
    }
    let worth = ends(fitted, caching).into_iter().filter(|end| end.tokens >= caching.least);
    plan.marks = worth.map(|end| end.entry).collect();
    // The last ones reach furthest.
    let spare = plan.marks.len().saturating_sub(caching.marks);
    plan.marks.drain(..spare);
    plan
}

/// Tokens in front of each mark of a plan, with tools and schema, which come first.
pub(crate) fn tokens(fitted: &Fitted, plan: &CachePlan, caching: Caching) -> Vec<u32> {
    let ends = ends(fitted, caching).into_iter().filter(|end| plan.marks.contains(&end.entry));
    ends.map(|end| end.tokens).collect()
}

/// The end of a stretch that stays the same.
struct End {
    entry: usize,
    tokens: u32,
}

/// Where blocks of layers end, and where the stable part of the conversation ends: at messages that may
/// carry a mark. What one that may not says is told with the next.
fn ends(fitted: &Fitted, caching: Caching) -> Vec<End> {
    let overhead = fitted.measure.tokens.overhead;
    let mut tokens = overhead.tools + overhead.schema;
    let mut ends: Vec<End> = Vec::new();
    let mut talked = 0;
    for (at, entry) in fitted.entries.iter().take(fitted.measure.stable_entries).enumerate() {
        tokens += entry.texts().map(|text| text.tokens).sum::<u32>() + entry.other;
        if !caching.roles.contains(&entry.role) {
            continue;
        }
        ends.push(End { entry: at, tokens });
        // The ends of the conversation move on with it.
        talked += usize::from(matches!(entry.place, Place::History(_)));
        if talked > caching.ends {
            ends.remove(ends.len() - 1 - caching.ends);
            talked -= 1;
        }
    }
    ends
}
