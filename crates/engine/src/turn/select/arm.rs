//! Which arm of an experiment a unit belongs to.
//!
//! Owns the weighted rendezvous hash: each arm draws a number from the unit's and its own name, scaled
//! by its weight, and the largest wins (Wang and Ravishankar 1998; weights after Schindler and
//! Schomaker 2005). A unit moves only when the arm that it moves to grew or the one that it leaves
//! shrank. It must never use floating point: the same unit has the same arm on every machine.

use crate::agent::catalog::{Arm, Experiment};

/// Fraction bits of the logarithm.
const FRACTION: u32 = 48;

/// The arm of a unit, or none where all weights are 0.
#[must_use]
pub fn arm_of<'e>(experiment: &'e Experiment, unit: &str) -> Option<&'e Arm> {
    let weighted = experiment.arms.iter().filter(|arm| arm.weight > 0);
    weighted.min_by(|a, b| {
        // The winner has the smallest -ln(h)/w; multiplying out keeps the comparison exact.
        let (of_a, of_b) = (score(experiment, a, unit), score(experiment, b, unit));
        let left = of_a * u128::from(b.weight);
        let right = of_b * u128::from(a.weight);
        left.cmp(&right).then_with(|| a.name.cmp(&b.name))
    })
}

/// `-log2` of a draw from (0, 1], as a fixed-point number with [`FRACTION`] bits.
fn score(experiment: &Experiment, arm: &Arm, unit: &str) -> u128 {
    let mut hasher = blake3::Hasher::new();
    for part in [&experiment.name, &arm.name, unit] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut draw = [0; 8];
    draw.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    negative_log2(u64::from_le_bytes(draw).max(1))
}

/// `-log2(draw / 2^64)` by repeated squaring.
fn negative_log2(draw: u64) -> u128 {
    let shift = draw.leading_zeros();
    let mut mantissa = u128::from(draw) << shift;
    let mut fraction: u128 = 0;
    for _ in 0..FRACTION {
        fraction <<= 1;
        // The mantissa stands for a number in [1, 2) with 63 fraction bits.
        mantissa = (mantissa * mantissa) >> 63;
        if mantissa >= 1 << 64 {
            mantissa >>= 1;
            fraction |= 1;
        }
    }
    let whole = u128::from(63 - shift) << FRACTION;
    (64_u128 << FRACTION) - whole - fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    fn experiment(weights: &[(&str, u32)]) -> Experiment {
        let arms = weights.iter().enumerate().map(|(at, (name, weight))| Arm {
            name: (*name).to_owned(),
            version: u32::try_from(at).unwrap() + 1,
            weight: *weight,
        });
        Experiment { name: "tone".into(), arms: arms.collect() }
    }

    fn arms(experiment: &Experiment) -> Vec<String> {
        let unit = |at| arm_of(experiment, &format!("user-{at}")).unwrap().name.clone();
        (0..10_000).map(unit).collect()
    }

    #[test]
    fn units_are_spread_by_weight() {
        let found = arms(&experiment(&[("a", 1), ("b", 3)]));
        let a = found.iter().filter(|name| *name == "a").count();
        assert!((2_300..2_700).contains(&a), "{a}");
    }

    #[test]
    fn new_weights_move_units_in_one_direction_only() {
        let before = arms(&experiment(&[("a", 1), ("b", 1)]));
        let after = arms(&experiment(&[("a", 1), ("b", 3)]));
        let moved: Vec<_> = before.iter().zip(&after).filter(|(old, new)| old != new).collect();
        assert!(moved.iter().all(|(old, _)| *old == "a"));
        assert!((2_200..2_800).contains(&moved.len()), "{}", moved.len());
    }

    #[test]
    fn order_plays_no_part_and_an_arm_without_weight_serves_nobody() {
        let one = experiment(&[("a", 2), ("b", 1), ("c", 0)]);
        let mut other = one.clone();
        other.arms.reverse();
        assert_eq!(arms(&one), arms(&other));
        assert!(!arms(&one).contains(&"c".to_owned()));
        assert!(arm_of(&experiment(&[("a", 0)]), "x").is_none());
    }

    #[test]
    fn the_logarithm_is_right_where_it_is_known() {
        assert_eq!(negative_log2(1 << 63), 1 << FRACTION);
        assert_eq!(negative_log2(1), 64 << FRACTION);
        assert!(negative_log2(u64::MAX) <= 1);
    }
}
