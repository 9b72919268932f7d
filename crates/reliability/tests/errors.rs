//! The trial of errors in its short form: some of the operations, in each phase, with each kind of failure.

use proem_reliability::errors::{ALL, Phase, operations, run};
use proem_reliability::full;
use proem_reliability::shim::What;
use proem_reliability::trouble::Trouble;

#[test]
fn whatever_fails_is_told_and_nothing_acknowledged_is_lost() {
    // The first operation of opening that is looked at ends the change to the mode of the log: SQLite tells the new
    // mode before it has written it.
    let some = [(Phase::Opening, (1, 61)), (Phase::Deeds, (0, 29)), (Phase::Checkpoint, (0, 31))];
    for (phase, which) in some {
        let mut refused = 0;
        for failure in ALL {
            let report = run(phase, failure, which).unwrap_or_else(|trouble| panic!("{trouble}"));
            println!("{phase:?}, {failure:?}: {report}");
            assert!(report.failures > 1, "hardly anything failed: {report}");
            refused += report.refused;
        }
        assert!(phase != Phase::Deeds || refused > 0, "no deed met a failure");
    }
}

/// A commit whose sync failed lies in the log as the system shows it, and on the disk it does not: whoever opens the
/// file next must not build on it.
#[test]
fn what_a_failed_sync_left_is_on_the_disk_before_more_is_written() {
    let all =
        operations(Phase::Opening, What::Broken).unwrap_or_else(|trouble| panic!("{trouble}"));
    let report = run(Phase::Opening, (What::Broken, true), (all - 3, 1));
    let report = report.unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_eq!(report.failures, 3);
}

#[test]
fn a_service_on_a_full_disk_says_so_and_goes_on_when_there_is_room() {
    match full::run() {
        Ok(report) => println!("{report}"),
        // Where no disk can be mounted, the failures above stand for it.
        Err(Trouble::Setup(why)) if why.contains("that takes root") => eprintln!("{why}"),
        Err(trouble) => panic!("{trouble}"),
    }
}
