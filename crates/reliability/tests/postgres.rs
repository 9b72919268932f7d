//! The trials that need PostgreSQL, in their short form: a restart under load, and the histories of two nodes.

#![expect(clippy::panic, reason = "a trial that is lost fails its test")]

use std::time::Duration;

use proem_reliability::trouble::{Result, Trouble};
use proem_reliability::{histories, restarts};

/// What a trial came to; none where PostgreSQL is not installed, which in CI is a failure.
fn told<T>(ran: Result<T>) -> Option<T> {
    match ran {
        Ok(report) => Some(report),
        Err(Trouble::Setup(why)) if why.contains("PostgreSQL is not installed") => None,
        Err(trouble) => panic!("{trouble}"),
    }
}

#[test]
fn a_restart_loses_nothing_and_known_agents_are_served_on() {
    let Some(report) = told(restarts::run(1, 1)) else { return };
    println!("{report}");
    assert_eq!(report.restarts, 1);
    assert!(report.acknowledged > 10, "the writers hardly wrote: {report}");
    assert!(report.stale > 0 && report.assembled > report.stale, "nobody saw the outage: {report}");
    assert!(report.slowest_recovery < Duration::from_secs(10), "{report}");
}

#[test]
fn two_nodes_answer_as_one_and_never_go_back() {
    let Some(report) = told(histories::run(30, 1)) else { return };
    println!("{report}");
    assert_eq!((report.explained, report.versions), (180, 30));
    assert!(report.served > 30 && report.turns > 10, "hardly anybody looked: {report}");
}
