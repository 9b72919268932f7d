//! Counting tokens takes no quadratic time, whatever the text.
#![expect(clippy::disallowed_methods, reason = "a test of how long something takes needs a clock")]

use std::time::{Duration, Instant};

use proem::token::Encoding;

#[test]
fn a_long_run_without_a_boundary_takes_no_quadratic_time() {
    for run in ["a", "xq", " ", "\n", "-", "=", "世", " \n"] {
        let text = run.repeat(400_000 / run.len());
        let start = Instant::now();
        assert!(Encoding::O200kBase.count(&text) > 1_000);
        // Merging pair by pair, over the whole text for each merge, would take minutes.
        assert!(start.elapsed() < Duration::from_secs(10), "{run:?}: {:?}", start.elapsed());
    }
}
