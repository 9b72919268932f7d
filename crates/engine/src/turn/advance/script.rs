//! What the engine itself says.
//!
//! Owns which text of a script is said and how often each was, so that nothing is said twice in a row.
//! Values in a script are those of the conversation. It must never word anything.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::template::{Limits, Scope, Template, Value};
use crate::turn::contract::step_answer::StepNow;
use crate::turn::gate::position::{Ladder, SKIPPED};
use crate::turn::gather::value::Got;
use crate::turn::scope::NOWHERE;

/// What a script sees: the keys that its step declares, the configuration, the time, the slots.
pub(crate) struct Stage<'s> {
    pub config: &'s Json,
    pub time: Option<&'s str>,
    /// The slots as texts print them.
    pub slots: &'s Json,
    pub values: &'s BTreeMap<Arc<str>, Arc<Got>>,
    /// What was said last, to which nothing is said that is the same.
    pub last: Option<&'s str>,
}

impl Scope for Stage<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        match name {
            "config" => Some(Value::json(self.config, NOWHERE, true)),
            "now" => Some(Value::text(self.time?, NOWHERE, true)),
            "slots" => Some(Value::json(self.slots, NOWHERE, true)),
            key => {
                let got = self.values.get(key)?;
                let value = Value::json(&got.value, NOWHERE, true);
                Some(match &got.display {
                    Some(display) => value.with_display(display),
                    None => value,
                })
            }
        }
    }
}

/// The next text of a script, which is then counted as said; none where the step has no such script, or
/// where its texts speak of values that are not there.
///
/// # Errors
/// A text that cannot be rendered for another reason.
pub(crate) fn say(
    stage: &Stage<'_>,
    now: &StepNow<'_>,
    name: &str,
    ladder: &mut Ladder,
) -> Result<Option<String>, Diagnostic> {
    let scripts = now.step.scripts.iter().zip(&now.program.scripts);
    let Some((script, templates)) = scripts.into_iter().find(|(script, _)| script.name == name)
    else {
        return Ok(None);
    };
    let said = ladder.said.get(name).copied().unwrap_or_default();
    let said = usize::try_from(said).unwrap_or(usize::MAX);
    // The next one in turn; behind the last one, the last again, unless that was just said.
    let first = said.min(templates.len().saturating_sub(1));
    let order = (first..templates.len()).chain(0..first);
    let mut spare = None;
    for at in order {
        let (Some(template), Some(text)) = (templates.get(at), script.texts.get(at)) else {
            continue;
        };
        let Some(rendered) = render(stage, template, text)? else { continue };
        if stage.last.is_some_and(|last| sounds(last).eq(sounds(&rendered))) {
            spare.get_or_insert(rendered);
            continue;
        }
        count(ladder, name);
        return Ok(Some(rendered));
    }
    if spare.is_some() {
        count(ladder, name);
    }
    Ok(spare)
}

/// A text without what its form may change: full stops, line breaks, capitals.
fn sounds(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Notes that a script was used.
pub(crate) fn count(ladder: &mut Ladder, name: &str) {
    let said = ladder.said.entry(name.to_owned()).or_default();
    *said = said.saturating_add(1);
    ladder.script = Some(name.to_owned());
}

/// The text of a template without white space at its ends; none where it is blank, or prints a slot that
/// is missing or skipped.
pub(crate) fn render(
    stage: &Stage<'_>,
    template: &Template,
    text: &crate::agent::decode::Text,
) -> Result<Option<String>, Diagnostic> {
    match template.render(stage, NOWHERE, &Limits::DEFAULT) {
        Ok(rendered) => {
            let text = rendered.text.trim();
            // What stands for a slot that was skipped is a word for the model, and none for a user.
            let tells_nothing = speaks_of_slots(template) && text.contains(SKIPPED);
            Ok((!text.is_empty() && !tells_nothing).then(|| text.to_owned()))
        }
        Err(problem) if problem.code == "template.undefined" && speaks_of_slots(template) => {
            Ok(None)
        }
        Err(problem) => Err(reader::finding(&problem).at(&reader::inside(text, &problem.range))),
    }
}

fn speaks_of_slots(template: &Template) -> bool {
    template.names().iter().any(|name| name.name == "slots")
}
