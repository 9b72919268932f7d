//! A prompt that has a place in a layer, but whose conditions can never hold there, is never chosen.

use std::collections::BTreeMap;

use crate::agent::layer::Fill;
use crate::check::facts::{Facts, Seat};
use crate::check::worlds::possible;
use crate::diagnostic::{Diagnostic, Span};

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seats: BTreeMap<&str, Vec<&Seat<'_>>> = BTreeMap::new();
    for seat in facts.seats.iter().filter(|seat| seat.prompt.is_some()) {
        seats.entry(&seat.name).or_default().push(seat);
    }
    for (name, seats) in &seats {
        if seats.iter().all(|seat| !seat.possible) {
            findings.extend(seats.iter().find_map(|seat| finding(facts, name, seat)));
        } else {
            // Elsewhere it can be chosen, but this line of a layer does nothing.
            let idle = seats.iter().filter(|seat| !seat.possible && seat.written.when.is_some());
            findings.extend(idle.filter_map(|seat| finding(facts, name, seat)));
        }
    }
}

/// Nothing where the layer itself is never included: that is told once, of the layer.
fn finding(facts: &Facts<'_>, name: &str, seat: &Seat<'_>) -> Option<Diagnostic> {
    let agent = &facts.agent.agent;
    if !possible(agent, &facts.of_layer(seat.call, seat.layer), &[]) {
        return None;
    }
    let (layer, _) = facts.layer(seat.call, seat.layer);
    let Fill::Prompts(_) = &layer.fill else { return None };
    let prompt = seat.prompt?;
    let when = seat.written.when.as_ref().or(prompt.when.as_ref());
    let place =
        when.map_or_else(|| Span::of_file(&prompt.body.span.file), |when| when.span.clone());
    let message = match (when, seat.words.as_slice()) {
        (None, [(path, word), ..]) => {
            let key = path.join(".");
            format!(
                "the prompt `{name}` is never chosen: `{key}` is never `{word}` where the layer `{}` is included",
                layer.id
            )
        }
        _ => format!(
            "the prompt `{name}` is never chosen: its condition never holds in the layer `{}`",
            layer.id
        ),
    };
    let help = "Compare the conditions of prompt, layer and call, and the table `compat`; change one of them, or remove the prompt.";
    Some(Diagnostic::warning("prompt.unreachable", message).at(&place).help(help))
}
