//! Only amounts that are configured are named.
//!
//! Owns which amounts those are: every number of the configuration, and every amount in its texts. What
//! a user named is no reason: a price is not true because somebody wants it to be.

use crate::agent::output::Output;
use crate::turn::enforce::output::sayable::Sayable;

/// The most amounts that one sentence lists.
const LISTED: usize = 3;

/// Tells the amounts of a message that are not configured, where the rule is on.
pub(super) fn look(rules: &Output, sayable: &Sayable, normal: &str) -> Option<String> {
    if !rules.prices {
        return None;
    }
    let mut strange: Vec<&str> = Vec::new();
    for words in sayable.amounts().strange(normal) {
        if !strange.contains(&words) {
            strange.push(words);
        }
        if strange.len() == LISTED {
            break;
        }
    }
    let listed = strange.join("”, “");
    let what = match strange.len() {
        0 => return None,
        1 => "is no amount that may be named",
        _ => "are no amounts that may be named",
    };
    Some(format!("“{listed}” {what}: use those of the instructions only"))
}
