//! Times, sorted and summed up.
//!
//! Owns the median and the higher percentiles. It must never leave a time out.

use std::time::{Duration, Instant};

/// Runs a piece of work and gives its result with the nanoseconds that it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let begun = Instant::now();
    let result = work();
    (result, nanoseconds(begun.elapsed()))
}

/// The time below which `permille` thousandths of all times lie.
#[must_use]
pub fn percentile(times: &[u64], permille: usize) -> u64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len() * permille / 1_000).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let times: Vec<u64> = (1..=1_000).rev().collect();
        assert_eq!(percentile(&times, 500), 501);
        assert_eq!(percentile(&times, 990), 991);
        assert_eq!(percentile(&[], 500), 0);
        assert_eq!(percentile(&[7], 990), 7);
    }
}
