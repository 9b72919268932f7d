//! The table of styles and approaches of the support agent, cell by cell.

use std::collections::BTreeSet;

use proem::provider;
use proem::survey::matrix::{Matrix, matrix};
use proem::survey::walk::{Cell, Standing};

use crate::host;

const APPROACHES: [&str; 7] = [
    "motivational_interviewing",
    "cbt",
    "act",
    "dbt_skills",
    "grief_support",
    "interpersonal_therapy",
    "pfa",
];

/// Which approaches each style may meet: `+` and `-` in the order of `APPROACHES`.
const TABLE: [(&str, &str); 9] = [
    ("supportive", "+++++++"),
    ("reflective", "+++-++-"),
    ("clarifying", "+++++++"),
    ("psychoeducation", "+++++++"),
    ("technique", "-++++++"),
    ("guided_exercise", "-+++--+"),
    ("closing", "+++++++"),
    ("safety_check", "------+"),
    ("crisis_response", "------+"),
];

fn support() -> Matrix {
    matrix(host::agent("support"), &[], &provider::find, &mut |_| {}).unwrap()
}

fn pair(state: &proem::agent::state::State) -> Option<(&str, &str)> {
    Some((state["response_style"].as_str()?, state["approach"].as_str()?))
}

fn level(cell: &Cell) -> u64 {
    cell.from["crisis"]["level"].as_u64().unwrap()
}

#[test]
fn the_pairs_are_those_of_the_table_at_every_level() {
    let found = support();
    let wanted: Vec<((&str, &str), bool)> = TABLE
        .iter()
        .flat_map(|(style, row)| {
            APPROACHES
                .iter()
                .zip(row.chars())
                .map(move |(approach, mark)| ((*style, *approach), mark == '+'))
        })
        .collect();
    assert_eq!(wanted.iter().filter(|(_, allowed)| *allowed).count(), 45);
    assert_eq!(wanted.iter().filter(|(_, allowed)| !*allowed).count(), 18);
    for crisis in 0..=3 {
        for (wanted, allowed) in &wanted {
            let cells: Vec<&Cell> = found
                .cells
                .iter()
                .filter(|cell| level(cell) == crisis && pair(&cell.from) == Some(*wanted))
                .collect();
            assert!(!cells.is_empty(), "{wanted:?} at level {crisis} is not walked");
            for cell in cells {
                let status = if *allowed { Standing::Allowed } else { Standing::Refused };
                assert_eq!(cell.status, status, "{wanted:?} at level {crisis}: {}", cell.reason);
                if !allowed {
                    let (style, approach) = wanted;
                    let told =
                        format!("response_style `{style}` does not go with approach `{approach}`");
                    assert_eq!(cell.reason, told);
                    assert_eq!(cell.code, Some("state.compat"));
                }
            }
        }
    }
}

#[test]
fn the_truth_table_counts_whatever_was_before() {
    let found = support();
    let allowed = found.cells.iter().filter(|cell| cell.status == Standing::Allowed);
    let mut seen = BTreeSet::new();
    for cell in allowed {
        let behind = pair(&cell.state);
        seen.insert((level(cell), cell.call.clone()));
        match level(cell) {
            0 => assert_eq!(cell.from, cell.state),
            1 => assert_eq!(behind, Some(("safety_check", "pfa"))),
            _ => {
                assert_eq!(behind, Some(("crisis_response", "pfa")));
                assert_eq!(cell.call.as_deref(), Some("crisis"));
            }
        }
        assert!(cell.tokens.is_some_and(|tokens| tokens > 1_000), "{cell:?}");
    }
    let call = |name: &str| Some(name.to_owned());
    let wanted = [
        (0, call("crisis")),
        (0, call("reply")),
        (1, call("reply")),
        (2, call("crisis")),
        (3, call("crisis")),
    ];
    assert_eq!(seen, wanted.into());
}

#[test]
fn every_cell_of_the_examples_is_fine_with_both_providers() {
    for agent in ["support", "coach"] {
        for provider in provider::names() {
            let find =
                |model: &proem::agent::model::Model| provider::find_or(Some(provider), model);
            let found = matrix(host::agent(agent), &[], &find, &mut |_| {}).unwrap();
            assert_eq!(found.wrong().next(), None, "{agent} for {provider}");
            assert_eq!(found.summary.missing, 0);
            assert_eq!(found.cells.len(), found.axes.cells());
        }
    }
}
