//! A call fits into its window.
//!
//! What never shrinks is summed without any turn: the least of it must fit, or no turn ever will; the
//! most of it should, or some turn will fail. History and message are not counted, and neither are
//! values without `max_tokens`: both sums are lower than what a turn has.

use std::cmp::Reverse;

use crate::agent::layer::{Fill, Layer, Shrink};
use crate::agent::model::Model;
use crate::check::facts::{Facts, Seat, tokenizer};
use crate::check::worlds::{World, any, variables};
use crate::diagnostic::{Diagnostic, Span};
use crate::text::template::{Expr, Name};
use crate::token::Tokenizer;

/// The most states that are tried to find the worst one. Where there are more, the largest prompts are
/// summed as if they could all be chosen together.
const STATES: usize = 512;

/// The same for a call with many prompts: each is looked at in every state.
const LOOKS: usize = 20_000;

/// The tokens of a call's layers, by the layer's place.
type Sums = Vec<(usize, u32)>;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    for at in 0..facts.agent.agent.calls.len() {
        let (call, _) = facts.call(at);
        let model = call.model.over(&facts.agent.agent.model);
        let tokenizer = &tokenizer(facts.agent, &model);
        let budget = model.window.saturating_sub(model.reserve);
        // A reserve that leaves nothing is an error of its own.
        if budget == 0 {
            continue;
        }
        let least = least(facts, at, tokenizer);
        let needed = needed(&least, tokenizer);
        if needed > budget {
            let place = largest(facts, at, &least);
            let message = format!(
                "the call `{}` can never fit: what never shrinks has at least {needed} tokens, and there is room for {}",
                call.name,
                arithmetic(&model, &call.layers, &least, tokenizer),
            );
            let help =
                "Raise `window`, lower `reserve`, shorten a prompt, or let a layer `shrink`.";
            findings.push(Diagnostic::error("budget.never-fits", message).at(place).help(help));
            continue;
        }
        let most = most(facts, at, tokenizer);
        let needed = self::needed(&most, tokenizer);
        if needed > budget {
            let place = largest(facts, at, &most);
            let message = format!(
                "at worst the call `{}` does not fit: what never shrinks has up to {needed} tokens without history and message, and there is room for {}",
                call.name,
                arithmetic(&model, &call.layers, &most, tokenizer),
            );
            let help = "Raise `window`, lower `reserve` or a key's `max_tokens`, shorten a prompt, or let a layer `shrink`.";
            findings.push(Diagnostic::warning("budget.worst-case", message).at(place).help(help));
        }
    }
}

/// The place of the layer that takes most: where there is most to be won.
fn largest<'f>(facts: &'f Facts<'_>, call: usize, sums: &Sums) -> &'f Span {
    let first = sums.iter().max_by_key(|(at, tokens)| (*tokens, Reverse(*at)));
    let layer = first.map(|(at, _)| facts.layer(call, *at).0);
    match layer {
        // The core has no place of its own, but its prompts' names have.
        Some(layer) => match &layer.fill {
            Fill::Prompts(refs) if layer.id == "core" => {
                refs.first().map_or(&layer.span, |first| &first.name.span)
            }
            _ => &layer.span,
        },
        None => &facts.call(call).0.span,
    }
}

fn needed(sums: &Sums, tokenizer: &Tokenizer) -> u32 {
    let text = sums.iter().fold(0_u32, |sum, (_, tokens)| sum.saturating_add(*tokens));
    text.saturating_add(tokenizer.margin(text))
}

fn arithmetic(model: &Model, layers: &[Layer], sums: &Sums, tokenizer: &Tokenizer) -> String {
    let mut parts: Vec<(u32, &str)> = sums
        .iter()
        .filter(|(_, tokens)| *tokens > 0)
        .filter_map(|(at, tokens)| Some((*tokens, layers.get(*at)?.id.as_str())))
        .collect();
    parts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let listed: Vec<String> = parts.iter().map(|(tokens, id)| format!("{id} {tokens}")).collect();
    let text = sums.iter().fold(0_u32, |sum, (_, tokens)| sum.saturating_add(*tokens));
    let margin = match tokenizer.margin(text) {
        0 => String::new(),
        margin => format!(", margin {margin}"),
    };
    format!(
        "{} (window {} − reserve {}). Layers: {}{margin}",
        model.window.saturating_sub(model.reserve),
        model.window,
        model.reserve,
        listed.join(", ")
    )
}

/// What is in the call whatever the state: layers and prompts without conditions, at their smallest.
fn least(facts: &Facts<'_>, call: usize, tokenizer: &Tokenizer) -> Sums {
    let mut sums = Sums::new();
    for (at, layer) in stiff(facts, call).filter(|(_, layer)| layer.when.is_none()) {
        let Fill::Prompts(refs) = &layer.fill else { continue };
        let mut sum = 0_u32;
        for (place, written) in refs.iter().enumerate() {
            let seats = facts.seats_at(call, at, place).iter().filter(|seat| seat.possible);
            let always = |seat: &Seat<'_>| {
                written.when.is_none() && seat.prompt.is_some_and(|prompt| prompt.when.is_none())
            };
            let tokens = seats.map(|seat| if always(seat) { seat.extent.least } else { 0 }).min();
            sum = sum.saturating_add(tokens.unwrap_or(0));
        }
        if sum > 0 {
            sums.push((at, sum.saturating_add(header(layer, tokenizer))));
        }
    }
    sums
}

/// The largest of what the states let through, with the limits of context keys.
fn most(facts: &Facts<'_>, call: usize, tokenizer: &Tokenizer) -> Sums {
    let (_, program) = facts.call(call);
    let stiff: Vec<usize> = stiff(facts, call).map(|(at, _)| at).collect();
    let layers = stiff.iter().filter_map(|at| program.layers.get(*at));
    let mut names: Vec<Name<'_>> = program.when.iter().flat_map(Expr::names).collect();
    for layer in layers {
        names.extend(layer.when.iter().flat_map(Expr::names));
        for (name, when) in &layer.prompts {
            names.extend(name.names().into_iter().chain(when.iter().flat_map(Expr::names)));
        }
    }
    let seats = facts.seats.iter().filter(|seat| seat.call == call);
    names.extend(seats.filter_map(|seat| facts.prompt_when(seat)).flat_map(Expr::names));
    let variables = variables(&facts.agent.agent, names);
    let mut worst = Sums::new();
    let seats = facts.seats.iter().filter(|seat| seat.call == call).count();
    let states = STATES.min(LOOKS / seats.max(1));
    let tried = any(&facts.agent.agent, &variables, states, |world| {
        let sums = in_world(facts, call, &stiff, Some(world), tokenizer);
        if needed(&sums, tokenizer) > needed(&worst, tokenizer) {
            worst = sums;
        }
        false
    });
    match tried {
        Some(_) => worst,
        None => in_world(facts, call, &stiff, None, tokenizer),
    }
}

/// The tokens of the layers in one state, or of the largest prompts where no state is given.
fn in_world(
    facts: &Facts<'_>,
    call: usize,
    stiff: &[usize],
    world: Option<&World<'_>>,
    tokenizer: &Tokenizer,
) -> Sums {
    let agent = &facts.agent.agent;
    let mut sums = Sums::new();
    let of_call = facts.of_call(call);
    if world.is_some_and(|world| !of_call.iter().all(|one| world.admits(agent, *one))) {
        return sums;
    }
    for at in stiff {
        let mut by_place: Vec<(usize, u32)> = Vec::new();
        for seat in facts.seats_of(call, *at).iter().filter(|seat| seat.possible) {
            let admitted = world.is_none_or(|world| {
                world.has(&seat.words)
                    && facts.of_seat(seat).iter().all(|one| world.admits(agent, *one))
            });
            if !admitted {
                continue;
            }
            let tokens = seat.extent.most.saturating_add(values(facts, seat));
            // Seats stand in the order of their places.
            match by_place.last_mut().filter(|(place, _)| *place == seat.at) {
                Some((_, largest)) => *largest = (*largest).max(tokens),
                None => by_place.push((seat.at, tokens)),
            }
        }
        let sum = by_place.iter().fold(0_u32, |sum, (_, tokens)| sum.saturating_add(*tokens));
        if sum > 0 {
            let (layer, _) = facts.layer(call, *at);
            sums.push((*at, sum.saturating_add(header(layer, tokenizer))));
        }
    }
    sums
}

/// The layers of prompts that never shrink.
fn stiff<'f>(facts: &'f Facts<'_>, call: usize) -> impl Iterator<Item = (usize, &'f Layer)> {
    let layers = facts.call(call).0.layers.iter().enumerate();
    layers.filter(|(_, layer)| layer.shrink == Shrink::Never)
}

fn header(layer: &Layer, tokenizer: &Tokenizer) -> u32 {
    layer.header.as_ref().map_or(0, |header| tokenizer.count(&header.value))
}

/// The limits of the context keys that a prompt prints.
fn values(facts: &Facts<'_>, seat: &Seat<'_>) -> u32 {
    let keys = seat.prompt.iter().flat_map(|prompt| &prompt.context);
    let limits = keys.filter_map(|key| facts.agent.agent.context_key(&key.value)?.max_tokens);
    limits.fold(0, u32::saturating_add)
}
