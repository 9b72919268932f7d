//! The trial of errors in its short form: some of the operations, in each phase, with each kind of failure.

#![expect(clippy::panic, reason = "a trial that is lost fails its test")]

use proem_reliability::errors::{ALL, Phase, run};

#[test]
fn whatever_fails_is_told_and_nothing_acknowledged_is_lost() {
    for (phase, stride) in [(Phase::Opening, 61), (Phase::Deeds, 29), (Phase::Checkpoint, 31)] {
        let mut refused = 0;
        for failure in ALL {
            let report = run(phase, failure, stride).unwrap_or_else(|trouble| panic!("{trouble}"));
            println!("{phase:?}, {failure:?}: {report}");
            assert!(report.failures > 1, "hardly anything failed: {report}");
            refused += report.refused;
        }
        assert!(phase != Phase::Deeds || refused > 0, "no deed met a failure");
    }
}
