//! Nothing is promised that is not configured.
//!
//! Owns the sentence for the first promise of a message whose words no text of the configuration has.

use crate::check::output::OutputProgram;
use crate::text::phrases::Seen;
use crate::text::said::promises::Granted;

pub(super) fn look(
    rules: &OutputProgram,
    granted: Option<&Granted>,
    seen: &Seen<'_>,
) -> Option<String> {
    let (kind, words) = rules.promised(granted?, seen)?;
    Some(format!("“{words}” promises {kind} that is not yours to promise: leave it out"))
}
