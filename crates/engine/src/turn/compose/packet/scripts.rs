//! The scripts of a packet.
//!
//! Owns what each script is called, what it is for, and how its texts stand in the list. It must never
//! choose a text.

use crate::agent::step::script::Script;
use crate::diagnostic::Diagnostic;
use crate::text::origin::Rendered;
use crate::text::template::Step as Key;
use crate::turn::compose::packet::{Pen, heading, trimmed};
use crate::turn::origins::ENGINE;

impl Pen<'_> {
    pub(super) fn scripts(&self, out: &mut Rendered) -> Result<(), Diagnostic> {
        let (step, program) = (self.now.step, self.now.program);
        if step.scripts.is_empty() {
            return Ok(());
        }
        heading("STEP_SCRIPTS", out);
        out.push("Copy the texts as they stand, except where the wording is yours.", ENGINE, true);
        let said = step.scripts.iter().filter(|script| script.is_for_model());
        if said.clone().any(|script| script.texts.len() > 1) {
            let text = " Of several texts take the first that was not said yet.";
            out.push(text, ENGINE, true);
        }
        for (script, templates) in step.scripts.iter().zip(&program.scripts) {
            out.push(&format!("\n- `{}`: {}", script.name, purpose(script)), ENGINE, true);
            for (text, template) in script.texts.iter().zip(templates) {
                match self.render(template, text) {
                    Ok(rendered) => {
                        let rendered = trimmed(rendered);
                        out.push("\n  - ", ENGINE, true);
                        // An empty item would read as if something were missing.
                        if rendered.text.is_empty() {
                            out.push("(nothing, as the slots are now)", ENGINE, true);
                        }
                        out.append(&indented(&rendered));
                    }
                    // A text about a value that is not known yet cannot be said yet.
                    Err(problem) if problem.code == "template.undefined" => {
                        let names = template.names();
                        let slot = names.iter().find_map(|name| match name.path.first() {
                            Some(Key::Key(key)) if name.name == "slots" => {
                                (!self.material.position.slots.contains_key(*key)).then_some(*key)
                            }
                            _ => None,
                        });
                        let Some(slot) = slot else {
                            return Err(problem);
                        };
                        let note =
                            format!("\n  - (a text that needs `{slot}`, which is not known yet)");
                        out.push(&note, ENGINE, true);
                    }
                    Err(problem) => return Err(problem),
                }
            }
        }
        Ok(())
    }
}

/// What a script is for, in words.
fn purpose(script: &Script) -> String {
    let use_of = match script.name.as_str() {
        "entry" => "opens the step",
        "next" => "closes the step. The engine says it when you decide `next`; do not write it",
        "closing" => "ends the conversation. The engine says it; do not write it",
        "anchor" => "leads back to the step after a digression",
        "sales_knowledge" => "for you to know, never to recite",
        "retry" => "asks again",
        name => match name.strip_prefix("retry.") {
            Some("invalid") => "asks again where the answer holds no valid value",
            Some("refused") => "asks again where the user does not want to say it",
            Some(reason) => {
                return format!("asks again; the reason is `{reason}`{}", freedom(script));
            }
            None => "when its name fits the situation",
        },
    };
    format!("{use_of}{}", freedom(script))
}

fn freedom(script: &Script) -> &'static str {
    let free = script.free && script.is_for_model();
    if free { ". The sense counts, the wording is yours" } else { "" }
}

/// Text of an item of a list: its further lines stand below the first one.
fn indented(rendered: &Rendered) -> Rendered {
    let mut out = Rendered::default();
    for (span, run) in rendered.spans() {
        let text = rendered.text.get(span).unwrap_or_default();
        if run.trusted {
            out.push(&text.replace('\n', "\n    "), run.source, true);
        } else {
            out.push(text, run.source, false);
        }
    }
    out
}
