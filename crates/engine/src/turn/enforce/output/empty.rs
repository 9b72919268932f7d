//! Something must be said.
//!
//! Owns when silence is no answer. Where the engine speaks in the same turn, the model may be silent.

use crate::agent::output::Output;
use crate::turn::enforce::output::Ending;

pub(super) fn look(
    rules: &Output,
    shown: &[(usize, String)],
    ending: &Ending<'_>,
) -> Option<String> {
    let silent = rules.messages && shown.is_empty() && !ending.engine_speaks;
    silent.then(|| "there is no message: write at least one that the user can read".to_owned())
}
