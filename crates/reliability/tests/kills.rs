//! The trial of kills in its short form.

use proem_reliability::kills::{Db, Plan, run};
use proem_reliability::trouble::Trouble;

#[test]
fn nothing_acknowledged_is_lost_on_sqlite() {
    let plan = Plan { db: Db::Sqlite, times: 30, seed: 1, at_once: 2 };
    let report = run(&plan, &|_| {}).unwrap_or_else(|trouble| panic!("{trouble}"));
    println!("{report}");
    assert_eq!(report.kills, 30);
    assert!(report.acknowledged > 200, "the writers hardly wrote: {report}");
}

#[test]
fn nothing_acknowledged_is_lost_on_postgresql() {
    let plan = Plan { db: Db::Postgres, times: 10, seed: 1, at_once: 1 };
    let report = match run(&plan, &|_| {}) {
        Ok(report) => report,
        // Where PostgreSQL is not installed, the trial has said so; in CI that is a failure.
        Err(Trouble::Setup(why)) if why.contains("PostgreSQL is not installed") => return,
        Err(trouble) => panic!("{trouble}"),
    };
    println!("{report}");
    assert_eq!(report.kills, 10);
    assert!(report.acknowledged > 50, "the writers hardly wrote: {report}");
}
