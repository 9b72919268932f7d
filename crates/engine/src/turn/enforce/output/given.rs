//! The texts that a model was given to obey.
//!
//! Owns which bytes of an assembly those are: what stands in the channels `instructions`, `system` and
//! `developer` and comes from prompts, the agent's file, the configuration or the engine. Values of
//! others part a text and are not in it: who says them gives nothing away.

use crate::agent::layer::Channel;
use crate::turn::Assembly;
use crate::turn::origins::Origin;

/// The texts of an assembly that its answer may not give away.
#[must_use]
pub fn prompts(assembly: &Assembly<'_>) -> Vec<String> {
    let mut out = Vec::new();
    let mut text = String::new();
    for part in assembly.fitted.entries.iter().flat_map(|entry| entry.texts()) {
        for layer in &part.layers {
            let selected = assembly.selected.layers.get(layer.place);
            if !selected.is_some_and(|selected| is_obeyed(selected.layer.channel)) {
                continue;
            }
            // What parts layers belongs to none of them.
            if !text.is_empty() {
                text.push('\n');
            }
            for (range, source) in &part.origins {
                let (from, to) =
                    (range.start.max(layer.range.start), range.end.min(layer.range.end));
                let own = matches!(
                    *assembly.origins.of(*source),
                    Origin::Engine | Origin::Prompt { .. } | Origin::Agent { .. } | Origin::Config
                );
                match part.text.get(from..to).filter(|_| from < to) {
                    Some(own_text) if own => text.push_str(own_text),
                    Some(_) => flush(&mut text, &mut out),
                    None => {}
                }
            }
        }
        flush(&mut text, &mut out);
    }
    out
}

fn is_obeyed(channel: Channel) -> bool {
    matches!(channel, Channel::Instructions | Channel::System | Channel::Developer)
}

fn flush(text: &mut String, out: &mut Vec<String>) {
    let text = std::mem::take(text);
    if !text.trim().is_empty() {
        out.push(text);
    }
}
