//! Fit, from turn to turn: a host that hands `history_from` back never sees the cut move back, whatever
//! else changes between two turns; every turn fits or says that it does not; the cut lies between
//! exchanges; and what was cut need not be given again.

use proem::agent::input::{Content, Message, Speaker, TurnInput};
use proem::turn::Assembled;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::fit::{agent, cut, exchange};
use crate::host::{self, Assembly, MODELS, codes, hold, with_model};
use crate::make::object;

/// What happens in a turn: how long the exchange before it is, whether a tool was called in it, and how
/// much else there is to say.
#[derive(Clone, Debug)]
struct Round {
    words: usize,
    tool: bool,
    extra: usize,
    items: usize,
    /// Which model is asked, where it changes.
    model: Option<&'static str>,
}

fn round() -> impl Strategy<Value = Round> {
    let words = prop_oneof![4 => 1..30_usize, 1 => 30..160_usize];
    let model = prop::option::weighted(0.1, select(MODELS.to_vec()));
    (words, prop::bool::weighted(0.3), 0..80_usize, 0..10_usize, model)
        .prop_map(|(words, tool, extra, items, model)| Round { words, tool, extra, items, model })
}

/// A conversation; now and then the agent opens it.
fn rounds() -> impl Strategy<Value = (Vec<Round>, bool)> {
    (prop::collection::vec(round(), 2..24), prop::bool::weighted(0.2))
}

fn opening() -> Message {
    Message { role: Speaker::Assistant, content: Content::Text("Welcome!".into()) }
}

fn input(history: &[Message], from: usize, round: &Round) -> TurnInput {
    let items: Vec<String> =
        (0..round.items).map(|at| format!("item {at} {}", "x ".repeat(9))).collect();
    TurnInput {
        history: history.to_vec(),
        history_from: from,
        message: Some(Content::Text("and now?".into())),
        input: object(json!({"items": items, "extra": "extra ".repeat(round.extra)})),
        ..TurnInput::default()
    }
}

/// A turn: the assembly, and what the host is told to hand back.
fn turn(
    agent: &proem::check::compiled::Compiled,
    input: &TurnInput,
    model: &str,
) -> Result<(Assembly, usize), Vec<&'static str>> {
    match host::run(agent, input, &with_model(model)) {
        Ok(Assembled::Call(made)) => {
            let from = made.history_from();
            Ok((Assembly::of(*made), from))
        }
        Ok(Assembled::Said { .. }) => Err(vec!["said"]),
        Err(findings) => Err(codes(&findings)),
    }
}

#[test]
fn the_cut_never_moves_back() {
    let agents = [500, 800, 1200].map(agent);
    hold(
        100,
        50,
        (rounds(), select(MODELS.to_vec()), 0..3_usize),
        |((rounds, opens), model, at)| {
            let agent = &agents[at];
            let mut model = model;
            let mut history: Vec<Message> = opens.then(opening).into_iter().collect();
            let mut from = 0;
            for (number, round) in rounds.iter().enumerate() {
                model = round.model.unwrap_or(model);
                let input = input(&history, from, round);
                match turn(agent, &input, model) {
                    // What does not fit is said; the next turn goes on from the cut before.
                    Err(codes) => prop_assert_eq!(codes, ["fit.too-large"]),
                    Ok((assembly, next)) => {
                        let manifest = &assembly.manifest;
                        let budget = manifest.window - manifest.reserve;
                        prop_assert!(manifest.tokens.total + manifest.tokens.margin <= budget);
                        prop_assert!(next >= from, "turn {number}: back from {from} to {next}");
                        prop_assert_eq!(
                            next,
                            cut(&assembly),
                            "what is handed back is what was dropped"
                        );
                        if next > 0 {
                            prop_assert_eq!(history[next].role, Speaker::User, "turn {}", number);
                            prop_assert!(history.len() - next >= 4, "below its floor");
                        }
                        from = next;
                    }
                }
                history.extend(exchange(number, round.words, round.tool));
            }
            Ok(from > 0)
        },
    );
}

/// A host may forget what was cut: where nothing more has to go, the rest alone gives the same payload.
#[test]
fn what_was_cut_need_not_be_given_again() {
    let agents = [500, 800, 1200].map(agent);
    hold(
        100,
        30,
        (rounds(), select(MODELS.to_vec()), 0..3_usize),
        |((rounds, opens), model, at)| {
            let agent = &agents[at];
            let mut history: Vec<Message> = opens.then(opening).into_iter().collect();
            let mut from = 0;
            let mut reached = false;
            for (number, round) in rounds.iter().enumerate() {
                if let Ok((whole, next)) = turn(agent, &input(&history, from, round), model) {
                    if next == from && from > 0 {
                        reached = true;
                        let (rest, none) = turn(agent, &input(&history[from..], 0, round), model)
                            .map_err(|codes| {
                            TestCaseError::fail(format!("turn {number}: {codes:?}"))
                        })?;
                        prop_assert_eq!(none, 0);
                        prop_assert_eq!(rest.payload, whole.payload, "turn {}", number);
                    }
                    from = next;
                }
                history.extend(exchange(number, round.words, round.tool));
            }
            Ok(reached)
        },
    );
}

/// A place that belongs to another history is no place in this one: the turn is as if none were given.
#[test]
fn a_place_where_no_exchange_begins_is_none() {
    let agent = agent(1200);
    let wanted = (rounds(), select(MODELS.to_vec()), any::<prop::sample::Index>());
    hold(60, 50, wanted, |((rounds, opens), model, place)| {
        let mut history: Vec<Message> = opens.then(opening).into_iter().collect();
        for (number, round) in rounds.iter().enumerate() {
            history.extend(exchange(number, round.words, round.tool));
        }
        let last = Round { words: 0, tool: false, extra: 0, items: 0, model: None };
        let at = place.index(history.len() + 3);
        let begins = history.get(at).is_some_and(|said| said.role == Speaker::User);
        if begins && history.len() - at >= 4 {
            return Ok(false);
        }
        let from = turn(&agent, &input(&history, at, &last), model);
        let none = turn(&agent, &input(&history, 0, &last), model);
        prop_assert_eq!(from, none);
        Ok(true)
    });
}
