//! The part of a packet that changes every turn.
//!
//! Owns the time, what is known of the slots, and how often the step has asked. A value of a slot
//! stands inside a line, as untrusted text.

use serde_json::Value as Json;

use crate::text::origin::Rendered;
use crate::turn::compose::packet::{Pen, heading};
use crate::turn::gate::position::{Known, SKIPPED};
use crate::turn::gather::display::sorted;
use crate::turn::origins::ENGINE;

pub(super) fn write(pen: &Pen<'_>, out: &mut Rendered) {
    heading("STEP_STATUS", out);
    let position = pen.material.position;
    let mut lines = Lines { first: true, out };
    if let Some(now) = &pen.material.input.now {
        lines.line(&format!("DATE_AND_TIME: {now}"));
    }
    let own: Vec<&str> = pen.now.program.slots.iter().map(|slot| slot.name.as_str()).collect();
    let mut earlier: Vec<&str> = position.slots.keys().map(String::as_str).collect();
    earlier.retain(|name| !own.contains(name));
    earlier.sort_unstable();
    for (name, place) in own
        .iter()
        .map(|name| (name, ""))
        .chain(earlier.iter().map(|name| (name, ", from an earlier step")))
    {
        match position.slot(name) {
            Known::Missing => lines.line(&format!("- `{name}`: missing")),
            Known::Skipped => lines.line(&format!("- `{name}`: skipped{place}, {SKIPPED}")),
            Known::Valid(value) => {
                lines.line(&format!("- `{name}`: valid{place}, "));
                let text = match value {
                    Json::String(text) => text.clone(),
                    other => sorted(other).to_string(),
                };
                lines.out.push(&text, pen.slots, false);
            }
        }
    }
    let input = pen.material.input;
    let entry = pen.now.step.script("entry").is_some();
    match (input.history.is_empty(), &input.message) {
        (true, None) if entry => {
            lines.line("This is the entry: nobody has said anything yet. Say `entry`.");
        }
        (true, None) => {
            lines.line("This is the entry: nobody has said anything yet. Open the step.")
        }
        (true, Some(_)) if entry => lines.line(
            "This is the first message of the conversation, and `entry` has not been said yet.",
        ),
        _ => {}
    }
    let (ladder, limit) = (&position.ladder, pen.now.step.retries.limit);
    if ladder.failed > 0 {
        let spent = if ladder.failed >= limit { ": do not ask again" } else { "" };
        lines.line(&format!("Asked without success: {} of {}{spent}.", ladder.failed, limit));
    }
    if let Some(script) = &ladder.script {
        lines.line(&format!("The script said last: `{script}`. Do not say it twice in a row."));
    }
    if lines.first {
        lines.line("Nothing is open.");
    }
}

struct Lines<'o> {
    first: bool,
    out: &'o mut Rendered,
}

impl Lines<'_> {
    fn line(&mut self, text: &str) {
        self.out.push(if self.first { "" } else { "\n" }, ENGINE, true);
        self.first = false;
        self.out.push(text, ENGINE, true);
    }
}
