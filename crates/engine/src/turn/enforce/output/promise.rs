//! Nothing is promised that is not configured.
//!
//! Owns the sentence for the first promise of a message whose words no text of the configuration has.

use crate::check::output::OutputProgram;
use crate::text::phrases::Seen;
use crate::turn::enforce::output::sayable::Sayable;

pub(super) fn look(rules: &OutputProgram, sayable: &Sayable, seen: &Seen<'_>) -> Option<String> {
    rules.rules.promises.as_ref()?;
    let (kind, words) = rules.promised(sayable.granted(), seen)?;
    Some(format!("“{words}” promises {kind} that is not yours to promise: leave it out"))
}
