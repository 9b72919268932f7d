//! What is not spoken of.
//!
//! Owns the search for forbidden topics in a message, and what is said instead where a topic has that.

use crate::check::output::OutputProgram;
use crate::text::phrases::Seen;
use crate::text::template::Template;
use crate::turn::enforce::output::short;

/// The topics of which a message speaks.
pub(super) fn look<'r>(
    rules: &'r OutputProgram,
    seen: &Seen<'_>,
) -> Vec<(String, Option<&'r Template>)> {
    let mut found = Vec::new();
    for (topic, (search, say)) in rules.rules.forbid.iter().zip(&rules.topics) {
        let Some(range) = search.first(seen) else { continue };
        let words = seen.normal().get(range).unwrap_or_default();
        let topic = topic.topic.value.trim();
        let sentence = format!("{} speaks of a topic that is not yours: {topic}", short(words));
        found.push((sentence, say.as_ref()));
    }
    found
}
