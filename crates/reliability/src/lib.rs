//! Trials: what the service promises, while it is killed, cut off and starved.
//!
//! Owns what tries the product from outside: writers that remember what was acknowledged, a judge that reads
//! afterwards, and what kills, starves and forgets in between. Each trial runs in a short form as a test and
//! in any length as a command; docs/RELIABILITY.md has what they found. It must never be part of what is
//! shipped, and the product must never know it.

pub mod chance;

pub mod trouble;

pub mod program;

#[path = "../../store/tests/story/cluster.rs"]
#[expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "it is a part of tests, here as there: without its database a trial cannot go on"
)]
mod cluster;

pub mod client;

pub mod service;

pub mod load;

pub mod judge;

pub mod kills;

pub mod restarts;

pub mod history;

pub mod histories;

pub mod full;

pub mod crowd;

pub mod shim;

pub mod deeds;

pub mod power;

pub mod errors;
