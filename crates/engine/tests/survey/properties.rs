//! What holds of every matrix, tried on small agents.

use proem::agent::input::{Content, TurnInput};
use proem::agent::state::clash;
use proem::provider;
use proem::survey::diff::{Diff, Rendered, Side, diff};
use proem::survey::matrix::{Matrix, matrix};
use proem::survey::walk::Standing;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use proptest::prelude::*;

use crate::host::hold;
use crate::make::{agent, plan};

fn walked(plan: &crate::make::Plan) -> Matrix {
    matrix(&agent(plan), &[], &provider::find, &mut |_| {}).unwrap()
}

#[test]
fn a_matrix_is_the_same_every_time() {
    hold(40, 100, plan(), |plan| {
        prop_assert_eq!(walked(&plan), walked(&plan));
        Ok(true)
    });
}

#[test]
fn what_is_allowed_goes_together_before_and_behind_the_gate() {
    hold(80, 60, plan(), |plan| {
        let agent = agent(&plan);
        let found = walked(&plan);
        let mut refused = false;
        for cell in &found.cells {
            let clashes = clash(&agent.agent.compat, &cell.from).is_some();
            prop_assert_eq!(clashes, cell.code == Some("state.compat"), "{:?}", cell);
            refused |= clashes;
            if cell.status == Standing::Allowed {
                prop_assert_eq!(clash(&agent.agent.compat, &cell.state), None);
            }
        }
        let sum = &found.summary;
        prop_assert_eq!(sum.allowed + sum.refused + sum.missing, found.cells.len());
        Ok(refused || agent.agent.compat.is_empty() || sum.refused == 0)
    });
}

/// The rows of these gates look at the state alone, so a turn sees what the walk saw.
#[test]
fn a_turn_in_the_state_of_a_cell_comes_to_what_the_cell_says() {
    hold(40, 100, plan(), |plan| {
        let agent = agent(&plan);
        for cell in walked(&plan).cells {
            let input = TurnInput {
                state: cell.from.clone(),
                message: Some(Content::Text("(a message)".into())),
                ..TurnInput::default()
            };
            match assemble(
                &agent,
                &input,
                &Options::default(),
                &provider::find,
                &mut Memo::default(),
            ) {
                Ok(Assembled::Call(assembly)) => {
                    prop_assert_eq!(cell.status, Standing::Allowed);
                    prop_assert_eq!(cell.tokens, Some(assembly.tokens().total));
                    let style = assembly.gated.state.get("style").cloned().unwrap_or_default();
                    prop_assert_eq!(&cell.state["style"], &style);
                }
                Ok(Assembled::Said { .. }) => prop_assert!(false, "nothing is said here"),
                Err(findings) => {
                    prop_assert_eq!(cell.code, findings.first().map(|finding| finding.code));
                    prop_assert_ne!(cell.status, Standing::Allowed);
                }
            }
        }
        Ok(true)
    });
}

fn compared(from: &crate::make::Plan, to: &crate::make::Plan) -> Diff {
    let (from, to) = (agent(from), agent(to));
    let side = |agent| Side { agent, cases: &[] };
    diff(side(&from), side(&to), true, &provider::find, &mut |_| {}).unwrap()
}

#[test]
fn an_agent_does_not_differ_from_itself() {
    hold(40, 100, plan(), |plan| {
        let found = compared(&plan, &plan);
        prop_assert!(found.is_empty(), "{:?}", found);
        Ok(true)
    });
}

#[test]
fn the_way_back_takes_as_many_tokens_as_the_way_there() {
    let by_place = |rendered: Rendered, sign: i64| {
        let turns = rendered.turns.into_iter().map(|turn| {
            let layers = turn.layers.into_iter().map(|one| (one.id, sign * one.delta));
            (turn.place, sign * turn.tokens.delta, layers.collect::<Vec<_>>())
        });
        let mut turns: Vec<_> = turns.collect();
        turns.sort();
        turns
    };
    hold(40, 60, (plan(), plan()), |(one, other)| {
        let (there, back) = (compared(&one, &other), compared(&other, &one));
        let there = by_place(there.matrix.unwrap_or_default(), 1);
        let back = by_place(back.matrix.unwrap_or_default(), -1);
        prop_assert_eq!(&there, &back);
        Ok(!there.is_empty())
    });
}
