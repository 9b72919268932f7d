//! Arms of experiments: units are spread evenly, each keeps its arm, and new weights move as few as can be.

use proem::agent::catalog::{Arm, Experiment};
use proem::turn::select::arm::arm_of;
use proptest::prelude::*;

const UNITS: u32 = 4_000;

fn experiment(name: &str, weights: &[u32]) -> Experiment {
    let arm = |(version, weight): (u32, &u32)| Arm {
        name: format!("arm {version}"),
        version,
        weight: *weight,
    };
    Experiment { name: name.to_owned(), arms: (1..).zip(weights).map(arm).collect() }
}

fn arm(experiment: &Experiment, unit: u32) -> u32 {
    arm_of(experiment, &format!("user-{unit}")).map_or(0, |arm| arm.version)
}

/// Pearson's statistic of counts against what is expected of them.
fn statistic(counts: &[(f64, f64)]) -> f64 {
    counts.iter().map(|(found, expected)| (found - expected).powi(2) / expected).sum()
}

#[test]
fn units_are_spread_as_the_weights_say() {
    for (at, weights) in
        [vec![1, 1], vec![1, 9], vec![1, 1, 1, 1], vec![5, 3, 2], vec![1; 10]].iter().enumerate()
    {
        let split = experiment(&format!("split {at}"), weights);
        let all: u32 = weights.iter().sum();
        let counts: Vec<_> = (1..)
            .zip(weights)
            .map(|(version, weight)| {
                let found = (0..UNITS).filter(|unit| arm(&split, *unit) == version).count();
                (found as f64, f64::from(UNITS) * f64::from(*weight) / f64::from(all))
            })
            .collect();
        // The value that one split in ten thousand exceeds by chance, for up to nine degrees of freedom.
        assert!(statistic(&counts) < 33.7, "{weights:?}: {counts:?}");
    }
}

#[test]
fn the_arm_in_one_experiment_says_nothing_of_the_arm_in_another() {
    let (one, other) = (experiment("tone", &[1, 1]), experiment("length", &[1, 1]));
    let mut counts = vec![(0.0, f64::from(UNITS) / 4.0); 4];
    for unit in 0..UNITS {
        let place = (arm(&one, unit) - 1) * 2 + arm(&other, unit) - 1;
        counts[place as usize].0 += 1.0;
    }
    assert!(statistic(&counts) < 21.2, "{counts:?}");
}

proptest! {
    /// Whoever else there is, a unit has its arm; and where weights grow, units move to the arm that grew alone.
    #[test]
    fn new_weights_move_units_to_the_arm_that_grew_alone(
        weights in prop::collection::vec(0_u32..50, 2..6),
        grown in 0_usize..6,
        by in 1_u32..50,
        units in prop::collection::vec(any::<u32>(), 1..40),
    ) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let grown = grown % weights.len();
        let mut more = weights.clone();
        more[grown] += by;
        let (before, after) = (experiment("tone", &weights), experiment("tone", &more));
        for unit in units {
            let (old, new) = (arm(&before, unit), arm(&after, unit));
            prop_assert_eq!(old, arm(&before, unit));
            prop_assert!(old == new || new as usize == grown + 1, "{} became {}", old, new);
        }
    }
}
