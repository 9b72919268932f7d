//! What numbers say.
//!
//! Owns intervals for means that hold however often somebody looks, and the check that units were split as
//! declared. It must never read the store, and never say more than the numbers do.
//!
//! **Means.** For values in [0, 1] the interval is the two-sided normal mixture of Howard, Ramdas, McAuliffe and
//! Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences" (Annals of Statistics 49, 2021),
//! after Robbins (1970): values in [0, 1] are sub-Gaussian with variance 1/4, so that with probability of at
//! least 1 - a the mean lies inside at *every* number of units at once. Who stops because of what they see is
//! not misled by it. The price is an interval about twice as wide as one for a single look. It takes for granted
//! that a unit's value does not change once it was counted; a unit that says more later moves its own mean.
//!
//! **Split.** For counts of independent assignments with declared probabilities, the Bayes factor of a flat
//! Dirichlet against the declaration is a martingale under it, so that its inverse is a p-value at every moment
//! (Lindon and Malek, "Anytime-valid inference for multinomial count data", NeurIPS 2022). Every version of the
//! weights has a factor of its own. It says nothing where arms are equal by mistake *and* units are few.

/// How often all intervals hold together for one arm and one name.
pub(crate) const LEVEL: f64 = 0.95;

/// Below this a split is told not to be as declared.
pub(crate) const SUSPICIOUS: f64 = 0.01;

/// The variance of what lies in [0, 1], at most.
const VARIANCE: f64 = 0.25;

/// Where the interval is narrowest: at about 500 units. It holds everywhere.
const MIXTURE: f64 = 16.0;

/// An interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// Where the mean of values in [0, 1] lies, at a level.
pub(crate) fn mean(units: u32, sum: f64, level: f64) -> Interval {
    if units == 0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let (count, risk) = (f64::from(units), 1.0 - level);
    let spread = count * VARIANCE + MIXTURE;
    let bound = (spread * (spread / (MIXTURE * risk * risk)).ln()).sqrt() / count;
    let mean = sum / count;
    Interval { low: (mean - bound).max(0.0), high: (mean + bound).min(1.0) }
}

/// Where the difference of two means lies: each of them is given half of the risk.
pub(crate) fn difference(of: (u32, f64), against: (u32, f64)) -> Interval {
    let level = 1.0 - (1.0 - LEVEL) / 2.0;
    let (of, against) = (mean(of.0, of.1, level), mean(against.0, against.1, level));
    Interval { low: of.low - against.high, high: of.high - against.low }
}

/// How well counts agree with their weights, for each version of the weights: a p-value that holds at every
/// moment.
pub(crate) fn split(counts: &[Vec<(u32, u32)>]) -> f64 {
    let evidence: f64 = counts.iter().map(|counts| factor(counts)).sum();
    (-evidence).exp().min(1.0)
}

/// The logarithm of the Bayes factor against the declaration, of pairs of count and weight.
fn factor(counts: &[(u32, u32)]) -> f64 {
    if counts.iter().any(|(count, weight)| *count > 0 && *weight == 0) {
        return f64::INFINITY;
    }
    let whole: f64 = counts.iter().map(|(_, weight)| f64::from(*weight)).sum();
    let arms = counts.iter().filter(|(_, weight)| *weight > 0);
    let (mut number, mut units, mut factor) = (0_u32, 0_u32, 0.0);
    for (count, weight) in arms {
        number += 1;
        units += count;
        factor += log_factorial(*count) - f64::from(*count) * (f64::from(*weight) / whole).ln();
    }
    let arms = number.max(1) - 1;
    factor + log_factorial(arms) - log_factorial(units.saturating_add(arms))
}

/// The logarithm of a factorial: exact where it is small, else Stirling's series.
fn log_factorial(number: u32) -> f64 {
    if number < 32 {
        return (2..=number).map(|factor| f64::from(factor).ln()).sum();
    }
    let x = f64::from(number);
    let series = 1.0 / (12.0 * x) - 1.0 / (360.0 * x.powi(3));
    x * x.ln() - x + 0.5 * (std::f64::consts::TAU * x).ln() + series
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and are the same every time (SplitMix64).
    struct Draws(u64);

    impl Draws {
        fn next(&mut self) -> f64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            let bits = u32::try_from((z ^ (z >> 31)) >> 32).unwrap();
            f64::from(bits) / f64::from(u32::MAX)
        }
    }

    #[test]
    fn the_mean_stays_inside_however_often_one_looks() {
        for truth in [0.05, 0.5, 0.8] {
            let mut misled = 0;
            for run in 0..400 {
                let (mut draws, mut sum) = (Draws(run), 0.0);
                let left = (1..=1_000).any(|units| {
                    sum += f64::from(u8::from(draws.next() < truth));
                    let interval = mean(units, sum, LEVEL);
                    truth < interval.low || interval.high < truth
                });
                misled += u32::from(left);
            }
            assert!(misled <= 20, "{misled} of 400 looked away from {truth}");
        }
    }

    #[test]
    fn an_interval_for_one_look_would_mislead() {
        let mut misled = 0;
        for run in 0..400 {
            let (mut draws, mut sum) = (Draws(run), 0.0);
            let left = (1..=1_000_u32).any(|units| {
                sum += f64::from(u8::from(draws.next() < 0.5));
                let bound = 1.96 * 0.5 / f64::from(units).sqrt();
                units > 10 && (sum / f64::from(units) - 0.5).abs() > bound
            });
            misled += u32::from(left);
        }
        assert!(misled > 100, "{misled} of 400: the control must fail");
    }

    #[test]
    fn intervals_narrow_with_units() {
        let width = |units: u32| {
            let interval = mean(units, f64::from(units) / 2.0, LEVEL);
            interval.high - interval.low
        };
        assert_eq!(width(0), 1.0);
        assert!(width(10_000) < width(1_000) && width(1_000) < width(100));
        assert!(width(10_000) < 0.05, "{}", width(10_000));
        let clear = difference((1_000, 900.0), (1_000, 500.0));
        assert!(clear.low > 0.2 && clear.high < 0.6, "{clear:?}");
    }

    #[test]
    fn a_fair_split_is_seldom_suspected_and_a_wrong_one_is_found() {
        let mut suspected = 0;
        for run in 0..400 {
            let mut draws = Draws(run);
            let mut counts = [0_u32; 2];
            let wrong = (0..2_000).any(|_| {
                counts[usize::from(draws.next() < 0.25)] += 1;
                split(&[vec![(counts[0], 3), (counts[1], 1)]]) < SUSPICIOUS
            });
            suspected += u32::from(wrong);
        }
        assert!(suspected <= 4, "{suspected} of 400");
        assert!(split(&[vec![(600, 1), (400, 1)]]) < 1e-6);
        assert!(split(&[vec![(510, 1), (490, 1)]]) > 0.5);
        assert_eq!(split(&[vec![(5, 1), (1, 0)]]), 0.0);
        assert_eq!(split(&[]), 1.0);
    }

    #[test]
    fn factorials_are_right_where_the_way_changes() {
        for number in [31, 32, 40] {
            let exact: f64 = (2..=number).map(|factor| f64::from(factor).ln()).sum();
            assert!((log_factorial(number) - exact).abs() < 1e-9, "{number}");
        }
    }
}
