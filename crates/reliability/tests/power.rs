//! The trial of power cuts in its short form, and its control.

use proem_reliability::power::{control, run};

#[test]
fn nothing_acknowledged_is_lost_when_the_power_is_cut() {
    let report = run(20, 1, &|_| {}).unwrap_or_else(|trouble| panic!("{trouble}"));
    println!("{report}");
    assert_eq!((report.cuts, report.lost, report.unreadable), (20, 0, 0));
    assert!(report.acknowledged > 500, "the writers hardly wrote: {report}");
}

#[test]
fn without_syncs_something_is_lost() {
    let report = control(3, 1).unwrap_or_else(|trouble| panic!("{trouble}"));
    println!("{report}");
    assert!(report.lost > 0 || report.unreadable > 0, "the trial proves nothing: {report}");
}
