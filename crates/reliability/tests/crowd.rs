//! The trial of crowds in its short form.

use std::time::Duration;

use proem_reliability::crowd::{Crowd, run};

#[test]
fn a_crowd_keeps_nobody_waiting_and_is_cut_in_time() {
    let crowd = Crowd { idle: 400, streams: 60, slow: 60, head: Duration::from_secs(15) };
    let report = run(crowd).unwrap_or_else(|trouble| panic!("{trouble}"));
    println!("{report}");
    assert_eq!((report.idle, report.cut, report.streams, report.slow), (400, 400, 60, (20, 40)));
}
