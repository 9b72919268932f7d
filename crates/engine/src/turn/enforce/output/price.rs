//! Only amounts that are configured are named.
//!
//! Owns which amounts those are: every number of the configuration, and every amount in its texts. What
//! a user named is no reason: a price is not true because somebody wants it to be.

use serde_json::Value as Json;

use crate::agent::output::Output;
use crate::text::said::money;

/// The most amounts that one sentence lists.
const LISTED: usize = 3;

/// The amounts that may be named, where the rule is on.
#[derive(Debug)]
pub(super) struct Known(Option<money::Known>);

impl Known {
    pub(super) fn new(rules: &Output, config: &Json) -> Self {
        Self(rules.prices.then(|| money::Known::of(config)))
    }

    /// Tells the amounts of a message that are not configured.
    pub(super) fn look(&self, normal: &str) -> Option<String> {
        let mut strange: Vec<&str> = Vec::new();
        for words in self.0.as_ref()?.strange(normal) {
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
}
